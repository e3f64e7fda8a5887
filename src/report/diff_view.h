/*
 * Readings of a diff that every report shares.
 */
#ifndef BREAKEVEN_REPORT_DIFF_VIEW_H
#define BREAKEVEN_REPORT_DIFF_VIEW_H

#include <stdbool.h>

#include "report/answer.h"

/* "added", "removed", "changed", "cost". Static. */
const char *diff_view_change(diff_change change);

/* What the item's recommended way to buy costs, tax included: zero where the plan has no such item,
 * missing where no way can be recommended. */
be_amount diff_view_spent(const be_quote *quote);

/* The name of the recommended way: "package"; NULL where there is none. Static. */
const char *diff_view_recommended(const be_quote *quote);

/* Nothing at all differs. */
bool diff_view_is_empty(const diff_answer *what);

#endif
