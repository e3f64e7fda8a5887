/*
 * What to buy now while the volume is uncertain: the choices, and whether each purchase pays.
 */
#ifndef BREAKEVEN_REPORT_SAMPLING_TABLE_H
#define BREAKEVEN_REPORT_SAMPLING_TABLE_H

#include <breakeven/quote.h>
#include <breakeven/sampling.h>

#include "report/page.h"

/* Without a sampling it adds nothing. */
void sampling_table(page *p, const be_quote *quote, const be_sampled *sampled);

#endif
