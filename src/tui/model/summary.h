/*
 * Summaries: what is kept of the answer to every item. A quote with all its months and lines takes
 * a hundred times as much.
 */
#ifndef BREAKEVEN_TUI_MODEL_SUMMARY_H
#define BREAKEVEN_TUI_MODEL_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/portfolio.h>
#include <breakeven/quote.h>

typedef struct item_summary {
    be_portfolio_part part; /* the totals of each way to buy */
    bool has_recommended;
    be_option_id recommended;
    be_option_id way; /* whose purchases it takes: be_option's same_as */
    size_t warning_count;
    bool price_old;
} item_summary;

#endif
