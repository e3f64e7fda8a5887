/*
 * What to buy in a few words, for a cell of a table.
 */
#ifndef BREAKEVEN_REPORT_SHOPPING_H
#define BREAKEVEN_REPORT_SHOPPING_H

#include <breakeven/catalog.h>
#include <breakeven/quote.h>
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

/*
 * Cells of a purchase that is made in so many successive months (quote_view_run): "2026-12 to
 * 2027-11", "8 QPS for 1 month, 12 times", "12 × ¥2,240.00 = ¥26,880.00". Their texts live as long
 * as the page.
 */
const char *shopping_run_when(page *p, const be_purchase *buy, be_month start, size_t months);
const char *shopping_run_what(page *p, const be_purchase *buy, const be_product *product,
                              size_t months);
const char *shopping_run_amount(page *p, const be_purchase *buy, const be_quote *quote,
                                size_t months);

#endif
