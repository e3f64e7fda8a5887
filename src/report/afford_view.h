/*
 * Readings of what a budget pays for that every report shares.
 */
#ifndef BREAKEVEN_REPORT_AFFORD_VIEW_H
#define BREAKEVEN_REPORT_AFFORD_VIEW_H

#include <stdbool.h>

#include "report/answer.h"

/* For how long a budget is, as after --per: "plan", "year" or "month". Static. */
const char *afford_view_per(afford_per per);

/*
 * What is in the way of a larger volume: "budget", "load", or "nothing". NULL for a way to buy that
 * is not offered. Static.
 */
const char *afford_view_stop(const be_afford_option *option);

/* Whether at least one call a month can be had. */
bool afford_view_affords(const be_afford_option *option);

/* Whether nothing carries even one call a month, at whatever budget. */
bool afford_view_nothing_carries(const be_afford *found);

/* The way to buy with the largest volume, the simplest of equals; NULL where none affords any. */
const be_afford_option *afford_view_widest(const be_afford *found);

#endif
