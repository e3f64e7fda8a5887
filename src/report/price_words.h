/*
 * Prices in words, and those of the user's own that a product is priced with.
 */
#ifndef BREAKEVEN_REPORT_PRICE_WORDS_H
#define BREAKEVEN_REPORT_PRICE_WORDS_H

#include <breakeven/price.h>

#include "report/page.h"
#include "report/words.h"

/* What a price is of: "Package 1k", "By the unit, 10,001 to 100,000", "QPS by the month". */
const char *price_words_name(const be_product *product, const be_price_place *place,
                             char out[WORDS_TEXT]);

/* Whether the price in this place was entered by the user, the product itself coming from a
 * catalogue. */
bool price_words_is_own(const be_product *product, const be_price_place *place);

/* All of them in a line: "Package 1k ¥75.00; By the unit ¥0.30"; "" when there are none. */
const char *price_words_own_list(page *p, const be_product *product);

/* A paragraph that says which prices are the user's; nothing when none is. */
void price_words_own_note(page *p, const be_product *product);

/* A paragraph with the date and place of the prices; nothing for NULL. */
void price_words_source(page *p, const be_source *source, bool old);

#endif
