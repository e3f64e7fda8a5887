/*
 * The best plans for a low, the expected and a high volume, and what each costs in every case.
 */
#ifndef BREAKEVEN_REPORT_CASES_TABLE_H
#define BREAKEVEN_REPORT_CASES_TABLE_H

#include <breakeven/cases.h>

#include "report/page.h"

void cases_table(page *p, const be_cases *cases);

/* "Low 1,000": a volume in the head of a column or a row. Lives as long as the page. */
const char *cases_name(page *p, be_volume_case which, be_quantity volume);

#endif
