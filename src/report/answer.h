/*
 * Answers: what a command found out, before it is shown in some format.
 *
 * An answer borrows everything it points to. It is plain data: every format (format.h) shows the
 * same answer, so no format can compute a figure of its own.
 */
#ifndef BREAKEVEN_REPORT_ANSWER_H
#define BREAKEVEN_REPORT_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/afford.h>
#include <breakeven/bill.h>
#include <breakeven/catalog.h>
#include <breakeven/curve.h>
#include <breakeven/demand.h>
#include <breakeven/portfolio.h>
#include <breakeven/quote.h>
#include <breakeven/regret.h>
#include <breakeven/sampling.h>
#include <breakeven/why.h>

#include "config/problem.h"

/* The products of a catalogue, all or those that were searched for. */
typedef struct products_answer {
    const be_product *const *products;
    size_t count;
} products_answer;

/* What one month's pay-as-you-go costs for some quantities. */
typedef struct rate_result {
    be_quantity quantity; /* billable units */
    be_amount amount;
    const be_line *lines;
    size_t line_count;
} rate_result;

typedef struct rate_answer {
    const be_product *product;
    const be_demand *demand; /* of a product with meters: what a request takes */
    const rate_result *results;
    size_t count;
} rate_answer;

/*
 * What may be spent, and what would be: the recommended total with its tax, missing where there is
 * none.
 */
typedef struct budget_answer {
    bool given;
    be_amount amount;
    be_amount spent;
} budget_answer;

/* The ways to buy for one product's demand, side by side. */
typedef struct compare_answer {
    const be_quote *quote;
    const be_demand *demand;
    const be_regret *regret;   /* NULL: no low and high volume were given */
    const be_sampled *sampled; /* NULL: the volume was not said to be uncertain */
    const be_why *why;         /* NULL: nobody asked why the best plan is the best */
    const be_curve *curve;     /* its points around the planned volume; NULL: nobody asked */
    budget_answer budget;
    bool by_month; /* show the months */
    bool explain;  /* show lines and months of every option, not of the recommended one alone */
} compare_answer;

/* Break-even volumes of one product. */
typedef struct curve_answer {
    const be_product *product;
    const be_curve *curve;
    be_horizon horizon;
} curve_answer;

/* What a budget pays for. */
typedef enum afford_per {
    AFFORD_PER_PLAN,
    AFFORD_PER_YEAR,
    AFFORD_PER_MONTH,
    AFFORD_PERS
} afford_per;

typedef struct afford_answer {
    const be_afford *found;
    const be_demand *demand; /* of the largest volume found, and what it costs: */
    const be_quote *quote;
    be_amount budget; /* as it was given: */
    afford_per per;   /* for so long */
} afford_answer;

/* All portfolios in one currency. */
typedef struct total_answer {
    const char *currency; /* NULL: no total was asked for */
    const char *date;     /* of the rates */
    const be_exchange *rates;
    size_t rate_count;
    const be_portfolio *sum; /* NULL: a rate is not given */
    const char *missing;     /* the currency whose rate it is */
} total_answer;

/* A whole plan. */
typedef struct quote_answer {
    const char *name;
    const char *customer; /* whom it is for; empty: not said */
    be_horizon horizon;
    const compare_answer *items;
    size_t count;
    const be_portfolio *portfolios; /* one for each currency */
    size_t portfolio_count;
    total_answer total;
    budget_answer budget;
    be_date date;       /* of the day on which it was worked out; year 0: not told */
    size_t looked_into; /* the first items, whose why and curve were asked for */
    bool in_full;       /* tell of every item as much as of one alone */
} quote_answer;

/* What is wrong with some files. */
typedef struct check_answer {
    size_t files;
    size_t built_in; /* products that came with the program and were checked when it was built */
    const problems *found;
} check_answer;

/* One thing that a plan says before and after, by the key of its file. NULL: not said. */
typedef struct diff_field {
    const char *key;
    const be_meter *meter; /* whose units per request it is, or NULL */
    const char *before, *after;
} diff_field;

typedef enum diff_change {
    DIFF_ADDED,
    DIFF_REMOVED,
    DIFF_CHANGED, /* what is planned; with it perhaps the cost */
    DIFF_COST,    /* the cost alone, by what the plan as a whole says */
    DIFF_CHANGE_COUNT
} diff_change;

/* An item that is not the same in both plans. Of several of a product the nth is held against the
 * other plan's nth. */
typedef struct diff_item {
    const be_product *product;
    diff_change change;
    const diff_field *fields;
    size_t field_count;
    const be_quote *before, *after; /* NULL where the plan has no such item */
} diff_item;

/* The recommended plan for everything in a currency, tax included. */
typedef struct diff_total {
    const char *currency;
    be_amount before, after; /* missing: some item has no option */
} diff_total;

/* Two plans, and only what differs. */
typedef struct diff_answer {
    const char *before, *after; /* what the plans are called: names of files */
    const diff_field *fields;   /* of the plan as a whole */
    size_t field_count;
    const diff_item *items;
    size_t count;
    size_t same; /* further items, of which nothing differs */
    const diff_total *totals;
    size_t total_count;
    bool has_whole;
    diff_total whole; /* in one currency, where both plans add up to the same */
    bool taxed;       /* there is tax in the amounts */
} diff_answer;

typedef enum answer_kind {
    ANSWER_PRODUCTS,
    ANSWER_RATE,
    ANSWER_COMPARE,
    ANSWER_CURVE,
    ANSWER_AFFORD,
    ANSWER_QUOTE,
    ANSWER_CHECK,
    ANSWER_DIFF,
    ANSWER_KIND_COUNT
} answer_kind;

typedef struct answer {
    answer_kind kind;
    union {
        products_answer products;
        rate_answer rate;
        compare_answer compare;
        curve_answer curve;
        afford_answer afford;
        quote_answer quote;
        check_answer check;
        diff_answer diff;
    } as;
} answer;

#endif
