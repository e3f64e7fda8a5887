/*
 * The kinds of values that options take. Each says which type of field it fills.
 */
#ifndef BREAKEVEN_CLI_OPTION_TYPES_H
#define BREAKEVEN_CLI_OPTION_TYPES_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/calendar.h>
#include <breakeven/demand.h>
#include <breakeven/number.h>
#include <breakeven/quantity.h>

#include "cli/options.h"

/* A value that may be left out. */
typedef struct optional_quantity {
    bool given;
    be_quantity value;
} optional_quantity;

/* Values of an option that may be repeated, borrowed from the command line. */
enum { TEXT_LIST_MAX = 64 };
typedef struct text_list {
    const char *items[TEXT_LIST_MAX];
    size_t count;
} text_list;

/* Volumes typed month by month. */
typedef struct volume_list {
    be_quantity items[BE_MONTHS_MAX];
    size_t count;
} volume_list;

extern const option_type option_switch;      /* bool */
extern const option_type option_on_off;      /* bool */
extern const option_type option_text;        /* const char *, borrowed */
extern const option_type option_texts;       /* text_list */
extern const option_type option_count;       /* be_quantity */
extern const option_type option_maybe_count; /* optional_quantity */
extern const option_type option_counts;      /* volume_list */
extern const option_type option_growth;      /* be_ratio, above -100 % */
extern const option_type option_share;       /* be_ratio, 0 to 100 % */
extern const option_type option_months;      /* int, 1..BE_MONTHS_MAX */
extern const option_type option_days;        /* int, 1..31 */
extern const option_type option_hours;       /* int, 1..24 */
extern const option_type option_month;       /* be_month */
extern const option_type option_time;        /* be_microseconds */

#endif
