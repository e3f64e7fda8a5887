/*
 * A plan in a few words: what is bought, and whether the rest is paid by the unit.
 */
#ifndef BREAKEVEN_REPORT_PLAN_WORDS_H
#define BREAKEVEN_REPORT_PLAN_WORDS_H

#include <stdbool.h>

#include <breakeven/catalog.h>
#include <breakeven/strategy.h>

#include "report/page.h"

/* "1 × 10k, 2 × 1k and pay as you go". Lives as long as the page. */
const char *plan_words(page *p, const be_product *product, const be_schedule *schedule,
                       bool by_unit);

#endif
