/*
 * Which volumes a chart shows.
 */
#ifndef BREAKEVEN_TUI_MODEL_CHART_RANGE_H
#define BREAKEVEN_TUI_MODEL_CHART_RANGE_H

#include "tui/model/cost_curve.h"

/*
 * The search for the range that shows best what a question is about: from 0 to half as much again
 * as today's volume, or as far as the last volume at which another way becomes the cheapest for
 * long, as long as that is within eight times today's.
 */
typedef struct chart_range_search {
    be_quantity today;
    int looked; /* so many volumes */
    bool has_before;
    be_option_id before; /* the cheapest way at the last of them that has one */
    be_quantity change;  /* the last of them where another one became it; 0: none */
} chart_range_search;

chart_range_search chart_range_begin(const cost_question *asked);

/* Looks at one volume more, for some milliseconds at most; the question is the one it was begun
 * with, but for its volume. Where it gave up to `by` (NULL: never) the volume is looked at again
 * the next time. False when there are no more. */
bool chart_range_step(chart_range_search *search, const cost_question *asked, be_interrupt *by);

/* The range, as far as it is known by now. */
volume_range chart_range_found(const chart_range_search *search);

/* Half as many volumes, or twice as many, with `around` where it was, as far as there are any; at
 * least `least` of them. */
volume_range chart_range_zoom(volume_range shown, be_quantity around, bool in, be_quantity least);

/* As many volumes, moved no further than to have `volume` among them. */
volume_range chart_range_follow(volume_range shown, be_quantity volume);

#endif
