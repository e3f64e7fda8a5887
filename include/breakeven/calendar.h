/*
 * Calendar months, dates, durations and response times. No clock: whoever needs "today" is told.
 */
#ifndef BREAKEVEN_CALENDAR_H
#define BREAKEVEN_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A calendar month, counted from January of the year 0. Differences are numbers of months. */
typedef int32_t be_month;

enum {
    BE_MONTH_TEXT = 8, /* "2026-12" and NUL */
    BE_YEAR_MIN = 1970,
    BE_YEAR_MAX = 2999
};

be_month be_month_of(int year, int month_1_to_12);
int be_month_year(be_month month);
int be_month_number(be_month month); /* 1..12 */
int be_month_days(be_month month);   /* 28..31 */

/* Reads "2026-12". False when it is anything else or outside the years above. */
bool be_month_parse(const char *text, be_month *out);
void be_month_format(be_month month, char out[BE_MONTH_TEXT]);

/* A date. A page may be dated by its month or year alone: then day, or day and month, are 0. */
typedef struct be_date {
    int year, month, day;
} be_date;

/* Reads "2026-01-21", "2026-01" or "2026". */
bool be_date_parse(const char *text, be_date *out);

/* Days from a to b (negative when b is earlier). An unknown day or month counts as the first. */
int64_t be_date_days_between(be_date a, be_date b);

/* How long something is valid: so many days, or so many calendar months. */
typedef enum be_duration_unit { BE_DAYS, BE_MONTHS } be_duration_unit;

typedef struct be_duration {
    int32_t count; /* 0: no end is stated */
    be_duration_unit unit;
} be_duration;

/* Reads "90 days", "1 day", "12 months", "1 year". Count 1..36500 days or 1..1200 months. */
bool be_duration_parse(const char *text, be_duration *out);

/*
 * On how many days of plan month `offset` (0 is the first) a validity holds that began on the
 * first day of month `start` + `from`: all days, none, or the first few in the month it ends in.
 * A duration of 0 never ends.
 */
int be_duration_days_in_month(be_duration valid, be_month start, int from, int offset);

/* A response time in microseconds. Reads "500ms", "2 s", "1.5s", "1 min". 0 < result <= 1 day. */
typedef int64_t be_microseconds;
bool be_microseconds_parse(const char *text, be_microseconds *out);

enum { BE_MICROSECONDS_TEXT = 32 };
/* Writes the shortest exact form: "500 ms", "2 s". Returns the length. */
size_t be_microseconds_format(be_microseconds time, char out[BE_MICROSECONDS_TEXT]);

#ifdef __cplusplus
}
#endif

#endif
