/* The packages that a strategy buys, against every purchase there is, priced by the bill oracle. */
#include <limits.h>

#include "engine_test.h"
#include "random_product.h"

enum { CASES = 2000, MONTHS = 3, SIZES = 2 };

/* A plan of few units with free quota and owned balances, and no purchases yet. */
static plain_plan random_small_plan(random_source *r)
{
    static const plain_layer order[PLAIN_LAYERS] = {PLAIN_FREE, PLAIN_PACKAGE};
    plain_plan p = random_plan(r);
    if (p.months > MONTHS)
        p.months = MONTHS;
    for (int t = 0; t < p.months; t++) {
        p.volume[t] = random_chance(r, 15) ? 0 : (int)random_between(r, 1, 14);
        p.qps_days[t] = 0;
        p.qps_price[t] = 0;
    }
    for (int i = 0; i < PLAIN_LAYERS; i++)
        p.order[i] = order[i];
    p.layers = 2;
    p.free = (int)random_between(r, 0, 20);
    int validity = (int)random_between(r, 1, 4);
    for (int i = 0; i < PLAIN_PACKAGES; i++) {
        p.packages[i].size = i == 0 ? 4 : 10;
        p.packages[i].price = 40 * (long)random_between(r, 1, 60);
        p.packages[i].months = validity;
    }
    for (int i = 0; i < p.owned_count; i++)
        p.owned[i].left = 1 + p.owned[i].left % 8;
    p.payg_on = false;
    p.purchase_count = 0;
    return p;
}

static bool serves_everyone(const plain_plan *p)
{
    plain_bill bill = plain_simulate(p);
    for (int t = 0; t < p->months; t++) {
        if (bill.month[t].unserved > 0)
            return false;
    }
    return true;
}

/* Tries every count of purchase slot i and those after it: slots go by month and size. */
static void try_all(plain_plan *p, int i, long cost, long *best)
{
    if (cost >= *best)
        return;
    if (i == p->months * SIZES) {
        if (serves_everyone(p))
            *best = cost;
        return;
    }
    plain_purchase *slot = &p->purchases[i];
    *slot = (plain_purchase){.package = i % SIZES, .month = i / SIZES};
    p->purchase_count = i + 1;
    int most = 3 * 14 / p->packages[slot->package].size + 1;
    for (slot->count = 0; slot->count <= most; slot->count++)
        try_all(p, i + 1, cost + slot->count * p->packages[slot->package].price, best);
    slot->count = 0;
}

static void the_packages_bought_serve_all_and_are_the_cheapest_where_proven(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("packages against every purchase");
    unsigned proven = 0;
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_plan plain = random_small_plan(&r);
        engine_plan plan;
        engine_plan_fill(&plan, &plain);
        plan.box.product.package_count = SIZES;
        be_usage usage;
        be_schedule schedule;
        be_usage_resolve(&plan.demand, plan.horizon, &usage);
        be_arena_reset(arena);
        assert_true(
            be_strategy_packages(arena, &plan.box.product, &plan.demand, &usage, &schedule));
        const be_bill *bill = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                      schedule.purchases, schedule.count);
        if (bill->units.unserved != 0)
            fail_msg("case %u: %d not served", n, (int)bill->units.unserved);
        if (!schedule.proven)
            continue;
        proven++;
        long best = LONG_MAX;
        try_all(&plain, 0, 0, &best);
        if (be_amount_compare(bill->total, amount_of_millionths(best)) != 0)
            fail_msg("case %u: there is a cover for %ld", n, best);
    }
    assert_true(proven > CASES / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_packages_bought_serve_all_and_are_the_cheapest_where_proven, open_arena,
            close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
