/*
 * Products without capacity by the day, where longer terms serve as well: a search has a hundred
 * times fewer ways to go through.
 */
#ifndef BREAKEVEN_ENGINE_WHOLE_MONTHS_H
#define BREAKEVEN_ENGINE_WHOLE_MONTHS_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>

/*
 * Copies a product. If calls are free under its capacity and that is sold by the month or year at
 * a known price, the copy has no price by the day; all indices stay as they are. False when there
 * is no memory.
 */
bool whole_months_only(be_arena *arena, const be_product *product, be_product *out);

#endif
