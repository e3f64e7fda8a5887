/*
 * What the chart says in words about the volume under its cursor.
 */
#ifndef BREAKEVEN_TUI_SCREENS_CHART_WORDS_H
#define BREAKEVEN_TUI_SCREENS_CHART_WORDS_H

#include "tui/model/cost_curve.h"

enum { CHART_WORDS = 400 };

/* Which single way is the cheapest there, from where to where, and what a mixture saves. `span` may
 * be NULL: not found yet. */
const char *chart_words_verdict(const be_product *product, volume_range range,
                                const be_curve_span *span, const be_curve_point *at,
                                char out[CHART_WORDS]);

/* What of the demand the curve leaves out; "" when it leaves nothing out. */
const char *chart_words_left_out(const be_demand *demand, bool shares_points);

#endif
