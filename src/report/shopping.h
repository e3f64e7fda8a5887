/*
 * What to buy in a few words, for a cell of a table.
 */
#ifndef BREAKEVEN_REPORT_SHOPPING_H
#define BREAKEVEN_REPORT_SHOPPING_H

#include <breakeven/catalog.h>
#include <breakeven/strategy.h>

#include "report/page.h"
#include "report/quote_view.h"

/* "2 × 10k", "8 QPS for 3 days, 12 times". Lives as long as the page. */
const char *shopping_item_words(page *p, const shopping_item *item, const be_product *product);

/* "2 × 10k, 3 × 1k, 2 more": what a schedule buys in all; "nothing". Lives as long as the page. */
const char *shopping_words(page *p, const be_schedule *schedule, const be_product *product);

/*
 * "2 × 10k in 2026-12, 1 × 1k by 2027-03": every purchase with the month by which it is made;
 * capacity is bought in its month. `start` is month 0.
 */
const char *shopping_deadlines(page *p, const be_schedule *schedule, const be_product *product,
                               be_month start);

#endif
