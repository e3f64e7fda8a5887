/* Units and lines of every bill: nothing is lost, and every sum is that of its parts. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 10000 };

static void expect_conservation(unsigned n, const be_units *units)
{
    be_quantity served = units->unserved;
    for (int layer = 0; layer < BE_LAYER_COUNT; layer++)
        served += units->layer[layer];
    if (served != units->demand)
        fail_msg("case %u: of %ld units %ld are accounted for", n, (long)units->demand,
                 (long)served);
}

static void check_conservation(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS];
    plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, bills);
    for (size_t i = 0; i < plan.item_count; i++) {
        expect_conservation(n, &bills[i].units);
        for (int t = 0; t < plain.months; t++) {
            const be_bill_month *month = &bills[i].month[t];
            expect_conservation(n, &month->units);
            bool one_meter = plain.items[i].meter_count == 0;
            if (one_meter && month->units.demand != plan.items[i].usage.month[t].billable)
                fail_msg("case %u, month %d: not all billable units are looked at", n, t);
        }
    }
}

static void units_are_conserved_in_every_month(void **state)
{
    try_cases(state, "conservation", CASES, check_conservation);
}

static bool is_of_purchases(const be_line *line)
{
    static const be_message_id ids[] = {BE_MSG_WHAT_BUY_PACKAGE, BE_MSG_WHAT_BUY_GENERAL,
                                        BE_MSG_WHAT_BUY_QPS, BE_MSG_WHAT_BUY_CONCURRENCY,
                                        BE_MSG_WHAT_DISCOUNT_PURCHASES};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        if (line->what.id == ids[i])
            return true;
    }
    return false;
}

/* What lines come to, in all and by month and account. */
typedef struct line_sums {
    be_amount all, purchases[PLAIN_MONTHS], usage[PLAIN_MONTHS];
} line_sums;

static void add_lines(unsigned n, const be_bill *bill, line_sums *s)
{
    *s = (line_sums){.all = be_amount_zero()};
    for (size_t i = 0; i < bill->line_count; i++) {
        const be_line *line = &bill->lines[i];
        be_amount *part =
            is_of_purchases(line) ? &s->purchases[line->month] : &s->usage[line->month];
        *part = be_amount_add(*part, line->amount);
        s->all = be_amount_add(s->all, line->amount);
        be_amount product = be_amount_times(line->price, line->quantity);
        if (!same_amount(be_amount_divide(product, line->per), line->amount))
            fail_msg("case %u: line %zu is not quantity times price", n, i);
    }
}

static void expect_lines_add_up(unsigned n, const be_bill *bill)
{
    line_sums s;
    add_lines(n, bill, &s);
    be_amount total = be_amount_zero(), purchased = total, tax = total;
    for (int t = 0; t < bill->horizon.months; t++) {
        const be_bill_month *month = &bill->month[t];
        if (!same_amount(month->purchases, s.purchases[t]) ||
            !same_amount(month->usage, s.usage[t]))
            fail_msg("case %u, month %d: the lines of an account do not add up", n, t);
        if (!same_amount(month->total, be_amount_add(month->purchases, month->usage)))
            fail_msg("case %u, month %d: the accounts do not add up", n, t);
        total = be_amount_add(total, month->total);
        purchased = be_amount_add(purchased, month->purchases);
        tax = be_amount_add(tax, month->tax);
    }
    if (!same_amount(s.all, bill->total) || !same_amount(total, bill->total))
        fail_msg("case %u: lines or months do not come to the total", n);
    if (!same_amount(purchased, bill->purchased) || !same_amount(tax, bill->tax))
        fail_msg("case %u: what is prepaid or the tax is not the sum of its months", n);
}

static void check_lines(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS];
    plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, bills);
    for (size_t i = 0; i < plan.item_count; i++)
        expect_lines_add_up(n, &bills[i]);
}

static void lines_add_up_to_accounts_months_and_the_total(void **state)
{
    try_cases(state, "lines", CASES, check_lines);
}

/* What lots hold of units behind month t, and what is lost with it. */
static void sum_lots(const be_bill *bill, int t, be_quantity *kept, be_quantity *lost)
{
    bool plan_ends = t == bill->horizon.months - 1;
    for (size_t i = 0; i < bill->lot_count; i++) {
        const be_lot *lot = &bill->lots[i];
        if (lot->general != NULL)
            continue;
        *kept += lot->last > t ? lot->left[t] : 0;
        *lost += lot->last == t || (plan_ends && lot->last > t) ? lot->left[t] : 0;
    }
}

static void expect_lots_run_down(unsigned n, const be_bill *bill, const be_lot *lot)
{
    be_quantity before = lot->held;
    for (int t = lot->from; t <= lot->last && t < bill->horizon.months; t++) {
        if (lot->left[t] < 0 || lot->left[t] > before)
            fail_msg("case %u, month %d: a balance grows", n, t);
        before = lot->left[t];
    }
}

static void check_lots(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS];
    plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, bills);
    for (size_t i = 0; i < plan.item_count; i++) {
        be_quantity lost = 0;
        for (int t = 0; t < plain.months; t++) {
            be_quantity kept = 0;
            sum_lots(&bills[i], t, &kept, &lost);
            if (kept != bills[i].month[t].package_left)
                fail_msg("case %u, month %d: the lots are not what is left", n, t);
        }
        if (lost != bills[i].waste_units)
            fail_msg("case %u: the lots do not lose what is wasted", n);
        for (size_t k = 0; k < bills[i].lot_count; k++)
            expect_lots_run_down(n, &bills[i], &bills[i].lots[k]);
    }
}

static void lots_run_down_to_what_is_wasted(void **state)
{
    try_cases(state, "lots", CASES, check_lots);
}

static void check_totals_alone(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain = random_plan(r, 1);
    engine_plan plan;
    engine_plan_fill(&plan, &plain);
    const be_bill *bill = bill_first(arena, &plan);
    const engine_item *item = &plan.items[0];
    be_bill totals;
    assert_true(be_bill_compute(arena, &item->box.product, &item->demand, &item->usage,
                                item->purchases, item->purchase_count, BE_BILL_TOTALS, &totals));
    if (!same_amount(totals.total, bill->total) || !same_amount(totals.tax, bill->tax) ||
        totals.feasible != bill->feasible)
        fail_msg("case %u: without lines the bill is another", n);
    if (totals.line_count + totals.lot_count + totals.reason_count + totals.warning_count != 0)
        fail_msg("case %u: totals alone come with words", n);
}

static void totals_alone_are_those_with_lines(void **state)
{
    try_cases(state, "totals alone", CASES, check_totals_alone);
}

static void check_one_of_plan(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain = random_plan(r, PLAIN_ITEMS);
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS];
    for (int i = 0; i < plain.item_count; i++) {
        plain_item *it = &plain.items[i];
        for (int k = 0; k < it->purchase_count; k++)
            it->purchases[k].count = it->purchases[k].general ? 0 : it->purchases[k].count;
        for (int k = 0; k < it->owned_count; k++)
            it->owned[k].left = it->owned[k].general ? 0 : it->owned[k].left;
    }
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, bills);
    for (size_t i = 0; i < plan.item_count; i++) {
        const engine_item *item = &plan.items[i];
        const be_bill *alone = bill_of(arena, &item->box.product, &item->demand, plan.horizon,
                                       item->purchases, item->purchase_count);
        if (!same_amount(alone->total, bills[i].total) || alone->line_count != bills[i].line_count)
            fail_msg("case %u: item %zu costs something else in company", n, i);
    }
}

static void items_that_share_nothing_are_billed_as_if_alone(void **state)
{
    try_cases(state, "items that share nothing", CASES / 4, check_one_of_plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(units_are_conserved_in_every_month),
        PROPERTY(lines_add_up_to_accounts_months_and_the_total),
        PROPERTY(lots_run_down_to_what_is_wasted),
        PROPERTY(totals_alone_are_those_with_lines),
        PROPERTY(items_that_share_nothing_are_billed_as_if_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
