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
    be_horizon horizon;
    const compare_answer *items;
    size_t count;
    const be_portfolio *portfolios; /* one for each currency */
    size_t portfolio_count;
    total_answer total;
    budget_answer budget;
} quote_answer;

/* What is wrong with some files. */
typedef struct check_answer {
    size_t files;
    size_t built_in; /* products that came with the program and were checked when it was built */
    const problems *found;
} check_answer;

typedef enum answer_kind {
    ANSWER_PRODUCTS,
    ANSWER_RATE,
    ANSWER_COMPARE,
    ANSWER_CURVE,
    ANSWER_QUOTE,
    ANSWER_CHECK,
    ANSWER_KIND_COUNT
} answer_kind;

typedef struct answer {
    answer_kind kind;
    union {
        products_answer products;
        rate_answer rate;
        compare_answer compare;
        curve_answer curve;
        quote_answer quote;
        check_answer check;
    } as;
} answer;

#endif
