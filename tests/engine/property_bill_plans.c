/* What buying nothing, splitting a plan and sorting the catalogue do to every bill. */
#include <string.h>

#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 10000 };

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
    if (payg->offered && !same_amount(payg->bill.total, idle->total))
        fail_msg("case %u: pay as you go is something else", n);
    product->package_count = 0;
    product->capacity.offered = false;
    plan.provider.general_package_count = 0;
    const be_bill *bare = bill_of(arena, product, &item->demand, plan.horizon, NULL, 0);
    if (!same_amount(bare->total, idle->total) || bare->units.unserved != idle->units.unserved)
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
    plain_plan plain = random_plan(r, random_item_count(r));
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
        if (!same_amount(whole[i].total, be_amount_add(before[i].total, after[i].total)) ||
            !same_amount(whole[i].tax, be_amount_add(before[i].tax, after[i].tax)) ||
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
    engine_plan plan;
    be_bill bills[PLAIN_ITEMS], again[PLAIN_ITEMS];
    plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, bills);
    reverse_catalogue(&plan);
    bill_plan(arena, &plan, again);
    for (size_t i = 0; i < plan.item_count; i++) {
        if (!same_amount(bills[i].total, again[i].total) ||
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
        PROPERTY(a_plan_that_buys_nothing_is_pay_as_you_go),
        PROPERTY(a_plan_splits_where_nothing_is_owned_and_no_quota_is_open),
        PROPERTY(the_order_of_the_catalogue_changes_no_bill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
