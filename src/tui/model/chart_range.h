/*
 * Which volumes a chart shows.
 */
#ifndef BREAKEVEN_TUI_MODEL_CHART_RANGE_H
#define BREAKEVEN_TUI_MODEL_CHART_RANGE_H

#include "tui/model/cost_curve.h"

/*
 * From 0 to half as much again as today's volume, or as far as the last volume at which another way
 * becomes the cheapest for long, as long as that is within eight times today's.
 */
volume_range chart_range_for(const cost_question *asked);

/* Half as many volumes, or twice as many, with `around` where it was, as far as there are any; at
 * least `least` of them. */
volume_range chart_range_zoom(volume_range shown, be_quantity around, bool in, be_quantity least);

/* As many volumes, moved no further than to have `volume` among them. */
volume_range chart_range_follow(volume_range shown, be_quantity volume);

#endif
