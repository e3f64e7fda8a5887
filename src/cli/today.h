/*
 * The one place that looks at the clock.
 */
#ifndef BREAKEVEN_CLI_TODAY_H
#define BREAKEVEN_CLI_TODAY_H

#include <stdbool.h>

#include <breakeven/calendar.h>

/*
 * Today by the local clock, or the day (UTC) of SOURCE_DATE_EPOCH where that is set, so that a
 * report can be made again exactly. False after a complaint.
 */
bool today_read(be_date *out);

/* The month after a date's: when a plan starts unless it says otherwise. */
be_month today_next_month(be_date date);

#endif
