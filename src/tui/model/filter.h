/*
 * Finding products by what a user types.
 */
#ifndef BREAKEVEN_TUI_MODEL_FILTER_H
#define BREAKEVEN_TUI_MODEL_FILTER_H

#include <stdbool.h>

#include <breakeven/catalog.h>

/*
 * True when every word of `text` stands somewhere in what the product is called: its key, names,
 * category, region, provider, currency, in English or Chinese. Case does not count in ASCII. An
 * empty text matches all.
 */
bool filter_matches(const be_product *product, const char *text);

#endif
