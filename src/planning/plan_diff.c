#include "planning/plan_diff.h"

#include <stdlib.h>
#include <string.h>

#include <breakeven/arena.h>

#include "planning/plan_quote.h"
#include "report/quote_view.h"
#include "scenario/scenario_values.h"

enum { BEFORE, AFTER, SIDES, NONE = -1 };

struct plan_diff {
    be_arena *arena;
    const scenario *plans[SIDES];
    plan_quote *quotes[SIDES];
    bool *met; /* items of the plan before that have a counterpart */
    diff_item *items;
    diff_total *totals;
    diff_answer answer;
};

/* -- what is said ------------------------------------------------------------------------------ */

static void add_field(diff_field *fields, size_t *count, const scenario_value *said,
                      const char *before, const char *after)
{
    if (before == NULL || after == NULL || strcmp(before, after) != 0)
        fields[(*count)++] = (diff_field){said->key, said->meter, before, after};
}

/* What only one of them says, or both in different words; *count of them. */
static const diff_field *different(plan_diff *d, const scenario_values *before,
                                   const scenario_values *after, size_t *count)
{
    *count = 0;
    diff_field *fields = be_arena_alloc(d->arena, before->count + after->count + 1, sizeof *fields);
    if (fields == NULL)
        return NULL;
    for (size_t i = 0; i < before->count; i++) {
        const scenario_value *said = &before->items[i];
        add_field(fields, count, said, said->text, scenario_value_of(after, said->key));
    }
    for (size_t i = 0; i < after->count; i++) {
        const scenario_value *said = &after->items[i];
        if (scenario_value_of(before, said->key) == NULL)
            add_field(fields, count, said, NULL, said->text);
    }
    return fields;
}

static bool compare_plans(plan_diff *d)
{
    scenario_values said[SIDES];
    for (int side = BEFORE; side < SIDES; side++) {
        if (!scenario_plan_values(d->plans[side], d->arena, &said[side]))
            return false;
    }
    d->answer.fields = different(d, &said[BEFORE], &said[AFTER], &d->answer.field_count);
    return d->answer.fields != NULL;
}

/* -- items ------------------------------------------------------------------------------------- */

static const be_quote *quote_of(const plan_diff *d, int side, int index)
{
    return index == NONE ? NULL : plan_quote_answer(d->quotes[side])->items[index].quote;
}

static bool costs_differ(const diff_item *item)
{
    return be_amount_compare(quote_view_spent(item->before), quote_view_spent(item->after)) != 0;
}

/* Adds the item that stands at these places, unless nothing of it differs. */
static bool add_item(plan_diff *d, int before, int after)
{
    const int places[SIDES] = {before, after};
    scenario_values said[SIDES] = {{0}, {0}};
    diff_item item = {.before = quote_of(d, BEFORE, before), .after = quote_of(d, AFTER, after)};
    for (int side = BEFORE; side < SIDES; side++) {
        if (places[side] == NONE)
            continue;
        const scenario_item *planned = &d->plans[side]->items[places[side]];
        item.product = planned->product;
        if (!scenario_item_values(d->plans[side], planned, d->arena, &said[side]))
            return false;
    }
    item.fields = different(d, &said[BEFORE], &said[AFTER], &item.field_count);
    item.change = before == NONE         ? DIFF_ADDED
                  : after == NONE        ? DIFF_REMOVED
                  : item.field_count > 0 ? DIFF_CHANGED
                                         : DIFF_COST;
    if (item.change == DIFF_COST && !costs_differ(&item))
        d->answer.same++;
    else
        d->items[d->answer.count++] = item;
    return item.fields != NULL;
}

/* The first item before that plans the product and has met none yet. */
static int counterpart(const plan_diff *d, const be_product *product)
{
    const scenario *plan = d->plans[BEFORE];
    for (size_t i = 0; i < plan->count; i++) {
        if (!d->met[i] && plan->items[i].product == product)
            return (int)i;
    }
    return NONE;
}

/* In the order of the plan after, then what it no longer has. */
static bool compare_items(plan_diff *d)
{
    const scenario *before = d->plans[BEFORE], *after = d->plans[AFTER];
    d->items = be_arena_alloc(d->arena, before->count + after->count + 1, sizeof *d->items);
    d->met = be_arena_alloc(d->arena, before->count + 1, sizeof *d->met);
    if (d->items == NULL || d->met == NULL)
        return false;
    memset(d->met, 0, before->count * sizeof *d->met);
    for (size_t i = 0; i < after->count; i++) {
        int met = counterpart(d, after->items[i].product);
        if (met != NONE)
            d->met[met] = true;
        if (!add_item(d, met, (int)i))
            return false;
    }
    for (size_t i = 0; i < before->count; i++) {
        if (!d->met[i] && !add_item(d, (int)i, NONE))
            return false;
    }
    d->answer.items = d->items;
    return true;
}

/* -- sums -------------------------------------------------------------------------------------- */

static be_amount spent(const be_portfolio *sum)
{
    return quote_view_spent_on_all(&sum->options[BE_OPTION_BEST]);
}

/* What a plan spends in a currency: nothing where it has none of it. */
static be_amount spent_in(const quote_answer *found, const char *currency)
{
    for (size_t i = 0; i < found->portfolio_count; i++) {
        if (strcmp(found->portfolios[i].currency, currency) == 0)
            return spent(&found->portfolios[i]);
    }
    return be_amount_zero();
}

static bool is_listed(const plan_diff *d, const char *currency)
{
    for (size_t i = 0; i < d->answer.total_count; i++) {
        if (strcmp(d->totals[i].currency, currency) == 0)
            return true;
    }
    return false;
}

/* Every currency whose items differ, even where their sum is the same. */
static bool matters(const plan_diff *d, const diff_total *total)
{
    if (be_amount_compare(total->before, total->after) != 0)
        return true;
    for (size_t i = 0; i < d->answer.count; i++) {
        if (strcmp(d->items[i].product->currency, total->currency) == 0)
            return true;
    }
    return false;
}

static void add_total(plan_diff *d, const char *currency)
{
    const diff_total total = {currency, spent_in(plan_quote_answer(d->quotes[BEFORE]), currency),
                              spent_in(plan_quote_answer(d->quotes[AFTER]), currency)};
    if (!is_listed(d, currency) && matters(d, &total))
        d->totals[d->answer.total_count++] = total;
}

static void add_whole(plan_diff *d)
{
    const total_answer *before = &plan_quote_answer(d->quotes[BEFORE])->total;
    const total_answer *after = &plan_quote_answer(d->quotes[AFTER])->total;
    if (before->sum == NULL || after->sum == NULL ||
        strcmp(before->currency, after->currency) != 0 || d->answer.total_count == 0)
        return;
    d->answer.has_whole = true;
    d->answer.whole = (diff_total){after->currency, spent(before->sum), spent(after->sum)};
}

static bool add_up(plan_diff *d)
{
    size_t room = 1;
    for (int side = BEFORE; side < SIDES; side++)
        room += plan_quote_answer(d->quotes[side])->portfolio_count;
    d->totals = be_arena_alloc(d->arena, room, sizeof *d->totals);
    if (d->totals == NULL)
        return false;
    for (int side = BEFORE; side < SIDES; side++) {
        const quote_answer *found = plan_quote_answer(d->quotes[side]);
        for (size_t i = 0; i < found->portfolio_count; i++)
            add_total(d, found->portfolios[i].currency);
    }
    d->answer.totals = d->totals;
    add_whole(d);
    return true;
}

/* -- both -------------------------------------------------------------------------------------- */

/* What uncertain volumes ask for is advice, not cost. */
static bool quote_plans(plan_diff *d, be_date today)
{
    for (int side = BEFORE; side < SIDES; side++) {
        d->quotes[side] = plan_quote_run(
            &(plan_question){.plan = d->plans[side], .today = today, .certain = true});
        if (d->quotes[side] == NULL)
            return false;
    }
    return true;
}

plan_diff *plan_diff_create(plan_side before, plan_side after, be_date today)
{
    plan_diff *d = calloc(1, sizeof *d);
    if (d == NULL)
        return NULL;
    d->arena = be_arena_create();
    d->plans[BEFORE] = before.plan;
    d->plans[AFTER] = after.plan;
    d->answer = (diff_answer){.before = before.name,
                              .after = after.name,
                              .taxed = before.plan->tax > 0 || after.plan->tax > 0};
    if (d->arena != NULL && quote_plans(d, today) && compare_plans(d) && compare_items(d) &&
        add_up(d))
        return d;
    plan_diff_destroy(d);
    return NULL;
}

const diff_answer *plan_diff_answer(const plan_diff *d)
{
    return &d->answer;
}

void plan_diff_destroy(plan_diff *d)
{
    if (d == NULL)
        return;
    for (int side = BEFORE; side < SIDES; side++)
        plan_quote_destroy(d->quotes[side]);
    be_arena_destroy(d->arena);
    free(d);
}
