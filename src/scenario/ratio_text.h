/*
 * Ratios as text: the exact percentage, and percentages that forgot to say so.
 */
#ifndef BREAKEVEN_SCENARIO_RATIO_TEXT_H
#define BREAKEVEN_SCENARIO_RATIO_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/number.h>

enum { RATIO_TEXT = 32 };

/* Writes every digit and no more: "5%", "-2.5%", "0.0000001%". Returns the length. */
size_t ratio_format(be_ratio ratio, char out[RATIO_TEXT]);

/* Is there a percent sign in the text, plain or full-width? Without one "5" is 500 %. */
bool ratio_has_percent(const char *text);

#endif
