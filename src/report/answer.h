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
    const rate_result *results;
    size_t count;
} rate_answer;

/* The ways to buy for one product's demand, side by side. */
typedef struct compare_answer {
    const be_quote *quote;
    const be_demand *demand;
    bool explain; /* show the lines of every option, not of the recommended one alone */
} compare_answer;

/* Break-even volumes of one product. */
typedef struct curve_answer {
    const be_product *product;
    const be_curve *curve;
    be_horizon horizon;
} curve_answer;

/* A whole plan. */
typedef struct quote_answer {
    const char *name;
    be_horizon horizon;
    const compare_answer *items;
    size_t count;
    const be_portfolio *portfolios; /* one for each currency */
    size_t portfolio_count;
} quote_answer;

/* What is wrong with some files. */
typedef struct check_answer {
    size_t files;
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
