/*
 * Round numbers for the ticks of an axis.
 */
#ifndef BREAKEVEN_WIDGETS_TICKS_H
#define BREAKEVEN_WIDGETS_TICKS_H

#include <stdint.h>

/* The least of 1, 2, 5, 10, 20, 50 ... that cuts a range of `span` (0 to 10^15) into at most `most`
 * (1 or more) steps. */
int64_t ticks_step(int64_t span, int most);

/* The nearest multiples of a step: not above and not below `value`, which is 0 or more. */
int64_t ticks_below(int64_t value, int64_t step);
int64_t ticks_above(int64_t value, int64_t step);

#endif
