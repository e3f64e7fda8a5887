/*
 * A plan's items side by side: what the recommended way saves, and the items in other orders.
 */
#ifndef BREAKEVEN_TUI_MODEL_OVERVIEW_H
#define BREAKEVEN_TUI_MODEL_OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/model/session.h"
#include "tui/model/summary.h"

typedef enum overview_order {
    OVERVIEW_AS_PLANNED,
    OVERVIEW_BY_NAME,
    OVERVIEW_BY_TOTAL,  /* the largest first, currency by currency; those without one last */
    OVERVIEW_BY_SAVING, /* the same */
    OVERVIEW_BY_WARNINGS,
    OVERVIEW_ORDER_COUNT
} overview_order;

/* What the recommended way to buy costs; missing where none is recommended, or there is no answer:
 * NULL. */
be_amount overview_total(const item_summary *answer);

/* What it saves against pay as you go; missing where either has no total. */
be_amount overview_saving(const item_summary *answer);

/* Warnings, and that nothing can be recommended. No answer counts as one. */
size_t overview_warnings(const item_summary *answer);

/* The answer to an item in short; NULL while it is open, and where there is no memory. */
const item_summary *overview_answer(const session *s, size_t item);

/* Writes the items' indices, session_count of them, in the order asked for; items that are equal
 * stay as planned, as do those that are open. False, and as planned, when there is no memory. */
bool overview_sort(const session *s, overview_order by, size_t *out);

#endif
