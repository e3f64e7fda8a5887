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
#include <breakeven/sampling.h>

#include "cli/options.h"
#include "scenario/scenario.h"

/* A value that may be left out. */
typedef struct optional_quantity {
    bool given;
    be_quantity value;
} optional_quantity;

typedef struct optional_amount {
    bool given;
    be_amount value;
} optional_amount;

typedef struct optional_ratio {
    bool given;
    be_ratio value;
} optional_ratio;

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

/* Factors of the calendar months, January first. */
typedef struct season_list {
    bool given;
    be_ratio items[SCENARIO_SEASON];
} season_list;

/* Rates of exchange. */
typedef struct rate_list {
    scenario_rate items[SCENARIO_RATES_MAX];
    size_t count;
} rate_list;

/* Empty where they are not given. */
typedef struct currency_text {
    char text[SCENARIO_CURRENCY];
} currency_text;

typedef struct date_text {
    char text[SCENARIO_DATE];
} date_text;

extern const option_type option_switch;       /* bool */
extern const option_type option_on_off;       /* bool */
extern const option_type option_text;         /* const char *, borrowed */
extern const option_type option_file;         /* const char *, borrowed */
extern const option_type option_files;        /* text_list */
extern const option_type option_texts;        /* text_list */
extern const option_type option_count;        /* be_quantity */
extern const option_type option_maybe_count;  /* optional_quantity */
extern const option_type option_counts;       /* volume_list */
extern const option_type option_growth;       /* be_ratio, above -100 % */
extern const option_type option_share;        /* be_ratio, 0 to 100 % */
extern const option_type option_spread;       /* be_ratio, 0 to 1,000 % */
extern const option_type option_maybe_share;  /* optional_ratio, 0 to 100 % */
extern const option_type option_season;       /* season_list */
extern const option_type option_maybe_amount; /* optional_amount, 0 or more */
extern const option_type option_rates;        /* rate_list */
extern const option_type option_currency;     /* currency_text */
extern const option_type option_date;         /* date_text */
extern const option_type option_months;       /* int, 1..BE_MONTHS_MAX */
extern const option_type option_paths;        /* int, 1..BE_PATHS_MAX */
extern const option_type option_days;         /* int, 1..31 */
extern const option_type option_hours;        /* int, 1..24 */
extern const option_type option_month;        /* be_month */
extern const option_type option_time;         /* be_microseconds */

#endif
