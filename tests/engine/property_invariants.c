/* What holds for every bill, whatever is sold, bought and used. */
#include <string.h>

#include "engine_test.h"
#include "property.h"
#include "random_product.h"

enum { CASES = 10000 };

static bool same(be_amount a, be_amount b)
{
    return be_amount_compare(a, b) == 0;
}

static int some_items(random_source *r)
{
    return random_chance(r, 60) ? 1 : (int)random_between(r, 2, PLAIN_ITEMS);
}

/* A random plan in both terms. */
static void random_both(random_source *r, plain_plan *plain, engine_plan *plan)
{
    *plain = random_plan(r, some_items(r));
    engine_plan_fill(plan, plain);
}

/* -- units and lines -------------------------------------------------------------------------- */

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
    plain_plan plain;
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS];
    random_both(r, &plain, &plan);
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
        if (!same(be_amount_divide(product, line->per), line->amount))
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
        if (!same(month->purchases, s.purchases[t]) || !same(month->usage, s.usage[t]))
            fail_msg("case %u, month %d: the lines of an account do not add up", n, t);
        if (!same(month->total, be_amount_add(month->purchases, month->usage)))
            fail_msg("case %u, month %d: the accounts do not add up", n, t);
        total = be_amount_add(total, month->total);
        purchased = be_amount_add(purchased, month->purchases);
        tax = be_amount_add(tax, month->tax);
    }
    if (!same(s.all, bill->total) || !same(total, bill->total))
        fail_msg("case %u: lines or months do not come to the total", n);
    if (!same(purchased, bill->purchased) || !same(tax, bill->tax))
        fail_msg("case %u: what is prepaid or the tax is not the sum of its months", n);
}

static void check_lines(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain;
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS];
    random_both(r, &plain, &plan);
    bill_plan(arena, &plan, bills);
    for (size_t i = 0; i < plan.item_count; i++)
        expect_lines_add_up(n, &bills[i]);
}

static void lines_add_up_to_accounts_months_and_the_total(void **state)
{
    try_cases(state, "lines", CASES, check_lines);
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
    if (!same(totals.total, bill->total) || !same(totals.tax, bill->tax) ||
        totals.feasible != bill->feasible)
        fail_msg("case %u: without lines the bill is another", n);
    if (totals.line_count + totals.reason_count + totals.warning_count != 0)
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
        if (!same(alone->total, bills[i].total) || alone->line_count != bills[i].line_count)
            fail_msg("case %u: item %zu costs something else in company", n, i);
    }
}

static void items_that_share_nothing_are_billed_as_if_alone(void **state)
{
    try_cases(state, "items that share nothing", CASES / 4, check_one_of_plan);
}

/* -- prices ----------------------------------------------------------------------------------- */

static void double_amount(be_amount *amount)
{
    *amount = be_amount_times(*amount, 2);
}

static void double_tariff(be_tariff *tariff, be_band *bands)
{
    double_amount(&tariff->minimum);
    for (size_t i = 0; i < tariff->band_count; i++) {
        double_amount(&bands[i].price);
        double_amount(&bands[i].flat);
    }
}

static void double_the_prices(engine_plan *plan)
{
    for (size_t i = 0; i < PLAIN_GENERALS; i++)
        double_amount(&plan->generals[i].price);
    for (size_t i = 0; i < plan->item_count; i++) {
        engine_item *item = &plan->items[i];
        double_tariff(&item->box.product.payg.tariff, item->box.bands);
        double_tariff(&item->box.prices[0].tariff, item->box.price_bands[0]);
        for (size_t k = 0; k < PLAIN_PACKAGES; k++)
            double_amount(&item->box.packages[k].price);
        for (size_t k = 0; k < item->box.product.meter_count; k++) {
            for (int use = 0; use < BE_USE_COUNT; use++)
                double_tariff(&item->meters[k].tariff[use], item->meter_bands[k][use]);
        }
    }
}

static bool is_double(be_amount twice, be_amount once)
{
    return same(twice, be_amount_times(once, 2));
}

static void check_doubled(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain;
    engine_plan plan;
    be_bill once[PLAIN_ITEMS], twice[PLAIN_ITEMS];
    random_both(r, &plain, &plan);
    bill_plan(arena, &plan, once);
    double_the_prices(&plan);
    bill_plan(arena, &plan, twice);
    for (size_t i = 0; i < plan.item_count; i++) {
        if (!is_double(twice[i].total, once[i].total) || !is_double(twice[i].tax, once[i].tax) ||
            !is_double(twice[i].purchased, once[i].purchased) ||
            !is_double(twice[i].waste_amount, once[i].waste_amount))
            fail_msg("case %u: doubled prices do not double item %zu", n, i);
        for (int t = 0; t < plain.months; t++) {
            if (!is_double(twice[i].month[t].total, once[i].month[t].total))
                fail_msg("case %u: doubled prices do not double month %d", n, t);
        }
    }
}

static void doubled_prices_double_every_total(void **state)
{
    try_cases(state, "doubled prices", CASES, check_doubled);
}

/* Whether b is a times the factor, but for what `lines` roundings at the 18th decimal may add. */
static bool is_scaled(be_amount b, be_amount a, be_ratio factor, size_t lines)
{
    be_amount last_digit = be_amount_divide(be_amount_of(1), INT64_C(1000000000000000000));
    be_amount margin = be_amount_times(last_digit, (be_quantity)lines);
    be_amount difference = be_amount_sub(b, be_amount_scale(a, factor));
    return be_amount_compare(difference, margin) <= 0 &&
           be_amount_compare(be_amount_sub(be_amount_zero(), difference), margin) <= 0;
}

static void check_discount(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain;
    engine_plan plan;
    be_bill full[PLAIN_ITEMS], off[PLAIN_ITEMS];
    random_both(r, &plain, &plan);
    be_ratio discounts[PLAIN_ITEMS];
    for (size_t i = 0; i < plan.item_count; i++) {
        discounts[i] = random_between(r, 0, BE_RATIO_ONE);
        plan.items[i].demand.discount = discounts[i];
        plan.items[i].demand.tax = random_between(r, 0, BE_RATIO_ONE);
    }
    bill_plan(arena, &plan, off);
    for (size_t i = 0; i < plan.item_count; i++)
        plan.items[i].demand.discount = 0;
    bill_plan(arena, &plan, full);
    for (size_t i = 0; i < plan.item_count; i++) {
        be_ratio paid = BE_RATIO_ONE - discounts[i];
        size_t lines = off[i].line_count;
        if (!is_scaled(off[i].total, full[i].total, paid, lines) ||
            !is_scaled(off[i].purchased, full[i].purchased, paid, lines) ||
            !is_scaled(off[i].tax, off[i].total, plan.items[i].demand.tax, lines))
            fail_msg("case %u: item %zu is not what discount and tax make of it", n, i);
    }
}

static void discount_and_tax_scale_every_total(void **state)
{
    try_cases(state, "discount and tax", CASES, check_discount);
}

/* -- buying nothing, splitting, sorting ------------------------------------------------------- */

static void check_nothing_bought(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain = random_plan(r, 1);
    plain.items[0].owned_count = 0;
    engine_plan plan;
    engine_plan_fill(&plan, &plain);
    engine_item *item = &plan.items[0];
    be_product *product = &item->box.product;
    const be_bill *idle = bill_of(arena, product, &item->demand, plan.horizon, item->purchases, 0);
    const be_option *payg =
        &quote_of(arena, product, &item->demand, plan.horizon)->options[BE_OPTION_PAYG];
    if (payg->offered && !same(payg->bill.total, idle->total))
        fail_msg("case %u: pay as you go is something else", n);
    product->package_count = 0;
    product->capacity.offered = false;
    plan.provider.general_package_count = 0;
    const be_bill *bare = bill_of(arena, product, &item->demand, plan.horizon, NULL, 0);
    if (!same(bare->total, idle->total) || bare->units.unserved != idle->units.unserved)
        fail_msg("case %u: what is for sale matters to one who buys nothing", n);
}

static void a_plan_that_buys_nothing_is_pay_as_you_go(void **state)
{
    try_cases(state, "nothing bought", CASES, check_nothing_bought);
}

static int days_before(const plain_plan *p, int month)
{
    int days = 0;
    for (int t = 0; t < month; t++)
        days += p->days[t];
    return days;
}

/* Lets everything that an item has end before month `split`. */
static void end_before(plain_plan *p, plain_item *it, int split, random_source *r)
{
    for (int i = 0; i < it->purchase_count; i++) {
        plain_purchase *buy = &it->purchases[i];
        int months =
            buy->general ? p->generals[buy->package].months : it->packages[buy->package].months;
        if (buy->month < split && (months == 0 || buy->month + months > split))
            buy->month = split;
    }
    for (int i = 0; i < it->owned_count; i++)
        it->owned[i].last = it->owned[i].last < split ? it->owned[i].last : split - 1;
    if (!it->free_monthly)
        it->free_days = (int)random_between(r, 1, days_before(p, split));
}

/* The months of the plan from `split` on, as a plan of its own. */
static plain_plan rest_of(const plain_plan *p, int split)
{
    plain_plan rest = *p;
    rest.start = p->start + split;
    rest.months = p->months - split;
    for (int i = 0; i < p->item_count; i++) {
        plain_item *it = &rest.items[i];
        it->owned_count = 0;
        it->free_said = it->free_monthly ? -1 : 0;
        it->demand.typed_count = rest.months;
        int kept = 0;
        for (int k = 0; k < it->purchase_count; k++) {
            it->purchases[kept] = it->purchases[k];
            it->purchases[kept].month -= split;
            kept += it->purchases[kept].month >= 0 ? 1 : 0;
        }
        it->purchase_count = kept;
        for (int t = 0; t < rest.months; t++) {
            rest.days[t] = p->days[t + split];
            it->qps_days[t] = it->qps_days[t + split];
            it->demand.typed[t] = plain_attempts(&p->items[i].demand, p->start, t + split);
        }
        for (int t = rest.months; t < PLAIN_MONTHS; t++)
            it->qps_days[t] = 0;
    }
    return rest;
}

/* The same plan up to month `split`. */
static plain_plan first_of(const plain_plan *p, int split)
{
    plain_plan first = *p;
    first.months = split;
    for (int i = 0; i < p->item_count; i++) {
        for (int t = split; t < PLAIN_MONTHS; t++)
            first.items[i].qps_days[t] = 0;
    }
    return first;
}

static void check_split(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain = random_plan(r, some_items(r));
    if (plain.months < 2)
        return;
    int split = (int)random_between(r, 1, plain.months - 1);
    for (int i = 0; i < plain.item_count; i++) {
        end_before(&plain, &plain.items[i], split, r);
        for (int t = 0; t < plain.months; t++) /* not a convention of days: see random_qps */
            plain.items[i].qps_days[t] = plain.items[i].qps_days[t] > 0 ? plain.days[t] : 0;
    }
    plain_plan first = first_of(&plain, split), rest = rest_of(&plain, split);
    engine_plan plan;
    be_bill whole[PLAIN_ITEMS], before[PLAIN_ITEMS], after[PLAIN_ITEMS];
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, whole);
    engine_plan_fill(&plan, &first);
    bill_plan(arena, &plan, before);
    engine_plan_fill(&plan, &rest);
    bill_plan(arena, &plan, after);
    for (int i = 0; i < plain.item_count; i++) {
        if (!same(whole[i].total, be_amount_add(before[i].total, after[i].total)) ||
            !same(whole[i].tax, be_amount_add(before[i].tax, after[i].tax)) ||
            whole[i].units.unserved != before[i].units.unserved + after[i].units.unserved)
            fail_msg("case %u: item %d does not split at month %d", n, i, split);
    }
}

static void a_plan_splits_where_nothing_is_owned_and_no_quota_is_open(void **state)
{
    try_cases(state, "split plans", CASES, check_split);
}

static void swap_bytes(void *a, void *b, size_t size)
{
    unsigned char room[sizeof(be_general_package) + sizeof(be_package)];
    assert_true(size <= sizeof room);
    memcpy(room, a, size);
    memcpy(a, b, size);
    memcpy(b, room, size);
}

/* Sorts what is sold otherwise: packages, general packages, what they cover, capacity prices. */
static void reverse_catalogue(engine_plan *plan)
{
    swap_bytes(&plan->generals[0], &plan->generals[1], sizeof plan->generals[0]);
    for (size_t i = 0; i < PLAIN_GENERALS; i++) {
        size_t last = plan->generals[i].cover_count;
        be_general_cover *covers = i == 0 ? plan->covers[1] : plan->covers[0];
        if (last > 1)
            swap_bytes(&covers[0], &covers[last - 1], sizeof covers[0]);
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        engine_item *item = &plan->items[i];
        swap_bytes(&item->box.packages[0], &item->box.packages[PLAIN_PACKAGES - 1],
                   sizeof item->box.packages[0]);
        for (size_t k = 0; k < item->purchase_count; k++) {
            be_purchase *buy = &item->purchases[k];
            if (buy->kind == BE_BUY_PACKAGE)
                buy->item = PLAIN_PACKAGES - 1 - buy->item;
            else if (buy->kind == BE_BUY_GENERAL)
                buy->item = PLAIN_GENERALS - 1 - buy->item;
        }
        for (size_t k = 0; k < item->demand.owned_count; k++) {
            be_owned *owned = &item->owned[k];
            if (owned->general != NULL)
                owned->general = &plan->generals[owned->general == &plan->generals[0] ? 1 : 0];
        }
    }
}

static void check_order(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain;
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS], again[PLAIN_ITEMS];
    random_both(r, &plain, &plan);
    bill_plan(arena, &plan, bills);
    reverse_catalogue(&plan);
    bill_plan(arena, &plan, again);
    for (size_t i = 0; i < plan.item_count; i++) {
        if (!same(bills[i].total, again[i].total) ||
            bills[i].waste_points != again[i].waste_points ||
            bills[i].units.unserved != again[i].units.unserved)
            fail_msg("case %u: the order of the catalogue matters to item %zu", n, i);
    }
}

static void the_order_of_the_catalogue_changes_no_bill(void **state)
{
    try_cases(state, "order of the catalogue", CASES, check_order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(units_are_conserved_in_every_month),
        PROPERTY(lines_add_up_to_accounts_months_and_the_total),
        PROPERTY(totals_alone_are_those_with_lines),
        PROPERTY(items_that_share_nothing_are_billed_as_if_alone),
        PROPERTY(doubled_prices_double_every_total),
        PROPERTY(discount_and_tax_scale_every_total),
        PROPERTY(a_plan_that_buys_nothing_is_pay_as_you_go),
        PROPERTY(a_plan_splits_where_nothing_is_owned_and_no_quota_is_open),
        PROPERTY(the_order_of_the_catalogue_changes_no_bill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
