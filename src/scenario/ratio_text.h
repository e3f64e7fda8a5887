/*
 * Percentages that forgot to say so.
 */
#ifndef BREAKEVEN_SCENARIO_RATIO_TEXT_H
#define BREAKEVEN_SCENARIO_RATIO_TEXT_H

#include <stdbool.h>

/* Is there a percent sign in the text, plain or full-width? Without one "5" is 500 %. */
bool ratio_has_percent(const char *text);

#endif
