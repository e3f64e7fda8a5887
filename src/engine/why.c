#include <breakeven/why.h>

#include "cliff.h"
#include "explaining.h"

bool explain_bill(const explaining *e, const be_usage *usage, const be_schedule *schedule,
                  be_bill *out)
{
    be_arena_reset(e->scratch);
    return be_bill_compute(e->scratch, e->product, e->demand, usage, schedule->purchases,
                           schedule->count, BE_BILL_TOTALS, out);
}

be_amount explain_total(const be_bill *bill)
{
    return bill->feasible ? bill->total : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

/* -- the columns --------------------------------------------------------------------------------
 */

static void list_rejected(be_why *why, const be_quote *quote)
{
    const be_option *best = &quote->options[BE_OPTION_BEST];
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *option = &quote->options[id];
        bool asked = option->offered || option->reason_count > 0;
        if (id == BE_OPTION_BEST || (best->offered && best->same_as == option->id) || !asked)
            continue;
        be_amount more = be_amount_sub(option->bill.total, best->bill.total);
        bool comparable = be_option_eligible(option) && be_option_eligible(best);
        why->rejected[why->rejected_count++] = (be_why_rejected){
            .id = option->id,
            .more = comparable ? more : be_amount_missing(BE_AMOUNT_UNPUBLISHED),
            .reasons = option->reasons,
            .reason_count = option->reason_count,
        };
    }
}

/* -- more units for less ------------------------------------------------------------------------
 */

/* What the plan saves with so many more units in month t: its whole bill, so nothing is left out.
 */
static bool price_padding(const explaining *e, int t, be_quantity more, be_amount *saves)
{
    be_usage usage = e->quote->usage;
    be_bill bill;
    usage.month[t].billable += more;
    usage.billable_total += more;
    if (!explain_bill(e, &usage, &e->best->schedule, &bill))
        return false;
    *saves = be_amount_sub(e->best->bill.total, explain_total(&bill));
    return true;
}

static bool explain_paddings(explaining *e, bool *more)
{
    *more = false;
    const be_bill *bill = &e->best->bill;
    be_why_padding *list = be_arena_alloc(e->arena, (size_t)bill->horizon.months, sizeof *list);
    if (list == NULL)
        return false;
    e->why->paddings = list;
    for (int t = 0; t < bill->horizon.months; t++) {
        be_why_padding one = {.month = t, .units = bill->month[t].units.layer[BE_LAYER_PAYG]};
        cliff found;
        if (!cliff_find(e->product, one.units, &found))
            continue;
        one.more = found.more;
        if (!price_padding(e, t, one.more, &one.saves))
            return false;
        if (be_amount_is_known(one.saves) && be_amount_compare(one.saves, be_amount_zero()) > 0)
            list[e->why->padding_count++] = one;
    }
    return true;
}

/* -- all of it ----------------------------------------------------------------------------------
 */

typedef bool explain_piece(explaining *e, bool *more);

enum { STAGE_NEXT, STAGE_PURCHASES, STAGE_RANGE, STAGE_PADDINGS, STAGE_COUNT };

static explain_piece *const stages[STAGE_COUNT] = {
    [STAGE_NEXT] = explain_next,
    [STAGE_PURCHASES] = explain_purchases,
    [STAGE_RANGE] = explain_range,
    [STAGE_PADDINGS] = explain_paddings,
};

be_explaining *be_explaining_create(be_arena *arena, const be_quote *quote, const be_demand *demand)
{
    be_explaining *e = be_arena_alloc(arena, 1, sizeof *e);
    be_why *why = be_arena_alloc(arena, 1, sizeof *why);
    be_arena *scratch = be_arena_create_like(arena);
    if (e == NULL || why == NULL || scratch == NULL) {
        be_arena_destroy(scratch);
        return NULL;
    }
    *e = (be_explaining){.arena = arena,
                         .scratch = scratch,
                         .quote = quote,
                         .product = quote->product,
                         .demand = demand,
                         .best = &quote->options[BE_OPTION_BEST],
                         .why = why,
                         .stage = quote->has_recommended ? STAGE_NEXT : STAGE_COUNT};
    list_rejected(why, quote);
    return e;
}

bool be_explaining_step(be_explaining *e)
{
    bool more = false;
    if (e->stage == STAGE_COUNT)
        return true;
    const be_explaining before = *e;
    const be_why found = *e->why;
    if (!stages[e->stage](e, &more)) {
        *e = before;
        *e->why = found;
        return false;
    }
    e->done++;
    e->next++;
    if (!more) {
        e->stage++;
        e->next = 0;
    }
    return true;
}

void be_explaining_progress(const be_explaining *e, size_t *done, size_t *total)
{
    size_t left = 0;
    if (e->stage <= STAGE_NEXT)
        left += explain_next_pieces(e);
    if (e->stage <= STAGE_PURCHASES)
        left += explain_purchases_pieces(e);
    if (e->stage <= STAGE_RANGE)
        left += explain_range_left(e);
    if (e->stage <= STAGE_PADDINGS)
        left++;
    *done = e->done;
    *total = e->done + (left > e->next ? left - e->next : 0);
}

const be_why *be_explaining_result(const be_explaining *e)
{
    return e->stage == STAGE_COUNT ? e->why : NULL;
}

void be_explaining_destroy(be_explaining *e)
{
    if (e == NULL)
        return;
    be_arena_destroy(e->scratch);
    e->scratch = NULL;
}

const be_why *be_why_create(be_arena *arena, const be_quote *quote, const be_demand *demand)
{
    be_explaining *e = be_explaining_create(arena, quote, demand);
    bool going = e != NULL;
    while (going && be_explaining_result(e) == NULL)
        going = be_explaining_step(e);
    be_explaining_destroy(e);
    return going ? be_explaining_result(e) : NULL;
}
