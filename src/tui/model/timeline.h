/*
 * What one way to buy brings when: packages and capacity as rows of spans over the months. All
 * figures are those of the engine's bill.
 */
#ifndef BREAKEVEN_TUI_MODEL_TIMELINE_H
#define BREAKEVEN_TUI_MODEL_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/quote.h>

/* From the month in which something begins to the one in which it ends, both of the plan. */
typedef struct timeline_span {
    int from, to;
    bool goes_on;      /* ends behind the plan */
    const be_lot *lot; /* whose balance runs down; NULL: capacity */
} timeline_span;

/* What was owned before, or one thing that is bought, again and again where one ends before the
 * next begins. */
typedef struct timeline_row {
    bool owned;
    be_purchase bought; /* of capacity with the terms of all spans; else of one of them */
    timeline_span spans[BE_MONTHS_MAX];
    size_t span_count;  /* 1 or more */
    be_quantity unused; /* of all spans, when they end or the plan does */
} timeline_row;

typedef struct timeline {
    timeline_row *rows; /* what was owned, then what is bought, in the order of the purchases */
    size_t count;
    be_horizon horizon;
} timeline;

/* The rows of an option that is offered. NULL when there is no memory. */
timeline *timeline_create(const be_quote *quote, const be_option *option);
void timeline_destroy(timeline *t);

/* What of `most` an amount is, in parts of `whole`, rounded up; 0 where either is missing or not
 * above zero. */
int timeline_share(be_amount amount, be_amount most, int whole);

/* The levels of a span's balance in parts of `full`: at the start of each month, and at the end of
 * the last one. False for capacity, which has none. */
bool timeline_levels(const timeline_span *span, int full, int out[BE_MONTHS_MAX + 1]);

#endif
