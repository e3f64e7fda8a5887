#include "tui/model/overview.h"

#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "tui/model/session_answers.h"

be_amount overview_total(const item_summary *answer)
{
    if (answer == NULL || !answer->has_recommended)
        return be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    return answer->part.options[answer->recommended].total;
}

be_amount overview_saving(const item_summary *answer)
{
    if (answer == NULL || !answer->part.options[BE_OPTION_PAYG].eligible)
        return be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    return be_amount_sub(answer->part.options[BE_OPTION_PAYG].total, overview_total(answer));
}

size_t overview_warnings(const item_summary *answer)
{
    if (answer == NULL)
        return 1;
    return answer->warning_count + (answer->has_recommended ? 0 : 1);
}

const item_summary *overview_answer(const session *s, size_t item)
{
    return session_is_open(s, item) ? NULL : session_summary(s, item);
}

/* -- orders ------------------------------------------------------------------------------------ */

/* What an item is sorted by. */
typedef struct entry {
    size_t item;
    const char *name;
    const char *currency;
    be_amount amount;
    size_t warnings;
} entry;

typedef int comparison(const void *a, const void *b);

static int as_planned(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->item < y->item ? -1 : x->item > y->item;
}

static int by_name(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int names = strcmp(x->name, y->name);
    return names != 0 ? names : as_planned(a, b);
}

static int by_amount(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    bool known = be_amount_is_known(x->amount);
    if (known != be_amount_is_known(y->amount))
        return known ? -1 : 1;
    int order = strcmp(x->currency, y->currency);
    if (order == 0 && known)
        order = be_amount_compare(y->amount, x->amount);
    return order != 0 ? order : as_planned(a, b);
}

static int by_warnings(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->warnings != y->warnings)
        return x->warnings > y->warnings ? -1 : 1;
    return as_planned(a, b);
}

static entry entry_of(const session *s, size_t item, overview_order by)
{
    const be_product *product = session_product(s, item);
    const item_summary *answer = overview_answer(s, item);
    return (entry){.item = item,
                   .name = language_pick(product->name, product->name_zh),
                   .currency = product->currency,
                   .amount =
                       by == OVERVIEW_BY_SAVING ? overview_saving(answer) : overview_total(answer),
                   .warnings = overview_warnings(answer)};
}

bool overview_sort(const session *s, overview_order by, size_t *out)
{
    static comparison *const comparisons[OVERVIEW_ORDER_COUNT] = {
        [OVERVIEW_AS_PLANNED] = as_planned,   [OVERVIEW_BY_NAME] = by_name,
        [OVERVIEW_BY_TOTAL] = by_amount,      [OVERVIEW_BY_SAVING] = by_amount,
        [OVERVIEW_BY_WARNINGS] = by_warnings,
    };
    size_t count = session_count(s);
    entry *entries = calloc(count + 1, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        out[i] = i;
        if (entries != NULL)
            entries[i] = entry_of(s, i, by);
    }
    if (entries == NULL)
        return false;
    qsort(entries, count, sizeof *entries, comparisons[by]);
    for (size_t i = 0; i < count; i++)
        out[i] = entries[i].item;
    free(entries);
    return true;
}
