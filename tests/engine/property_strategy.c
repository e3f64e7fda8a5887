/* The packages that a strategy buys, against every purchase there is, priced by the bill oracle. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 20000, MONTHS = 3, SIZES = 2, MOST = 14 };

static int units_of(int package)
{
    return package == 0 ? 4 : 10;
}

/* The packages that are sold: the product's own, or general ones. */
static plain_package *sold(plain_plan *p, bool general)
{
    return general ? p->generals : p->items[0].packages;
}

/* Packages of two sizes and one validity. */
static void sell_two(random_source *r, plain_plan *p, bool general)
{
    plain_item *it = &p->items[0];
    int validity = random_chance(r, 5) ? 0 : (int)random_between(r, 1, 4),
        points = (int)random_between(r, 1, 3);
    for (int i = 0; i < SIZES; i++) {
        plain_money price = PLAIN_ONE / 1000 * (plain_money)random_between(r, 1, 60);
        int rest = general && random_chance(r, 10) ? points - 1 : 0;
        int size = general ? units_of(i) * points + rest : units_of(i);
        sold(p, general)[i] = (plain_package){size, price * size, validity};
        it->points[i] = general ? points : 0;
    }
    it->order[0] = PLAIN_FREE;
    it->order[1] = general ? PLAIN_GENERAL : PLAIN_PACKAGE;
    it->layers = 2;
    it->payg_on = false;
}

/* A plan of few units with free quota and owned balances, and no purchases yet. */
static plain_plan random_small_plan(random_source *r, bool general)
{
    plain_plan p = random_simple_plan(r);
    plain_item *it = &p.items[0];
    if (p.months > MONTHS)
        p.months = MONTHS;
    it->demand = (plain_demand){.typed_count = p.months};
    for (int t = 0; t < p.months; t++)
        it->demand.typed[t] = random_chance(r, 15) ? 0 : (int)random_between(r, 1, MOST);
    for (int t = 0; t < PLAIN_MONTHS; t++) {
        it->qps_days[t] = 0;
        it->qps_price[t] = 0;
    }
    it->free = (int)random_between(r, 0, 20);
    it->free_said = -1;
    if (random_chance(r, 40))
        it->owned_count = 0; /* what is owned may end too late for a proof */
    for (int i = 0; i < it->owned_count; i++) {
        it->owned[i].left = 1 + it->owned[i].left % 8;
        it->owned[i].general = general && random_chance(r, 30);
    }
    it->discount = 0;
    it->purchase_count = 0;
    sell_two(r, &p, general);
    return p;
}

/* Whether there are as many units as are needed at all: if not, there is nothing to simulate. */
static bool could_serve(const plain_plan *p)
{
    const plain_item *it = &p->items[0];
    long units = it->free_monthly ? (long)it->free * p->months : it->free, needed = 0;
    for (int i = 0; i < it->owned_count; i++)
        units += it->owned[i].left;
    for (int i = 0; i < it->purchase_count; i++)
        units += it->purchases[i].count * units_of(it->purchases[i].package);
    for (int t = 0; t < p->months; t++)
        needed += it->demand.typed[t];
    return units >= needed;
}

static bool serves_everyone(const plain_plan *p)
{
    if (!could_serve(p))
        return false;
    plain_bill bills[PLAIN_ITEMS];
    plain_simulate(p, bills);
    for (int t = 0; t < p->months; t++) {
        if (bills[0].month[t].unserved > 0)
            return false;
    }
    return true;
}

/*
 * Tries every count of purchase slot i and those after it, as long as they cost less than `best`:
 * slots go by month and size.
 */
static void try_all(plain_plan *p, bool general, int i, plain_money cost, plain_money *best)
{
    plain_item *it = &p->items[0];
    if (cost >= *best)
        return;
    if (i == p->months * SIZES) {
        if (serves_everyone(p))
            *best = cost;
        return;
    }
    plain_purchase *slot = &it->purchases[i];
    *slot = (plain_purchase){.general = general, .package = i % SIZES, .month = i / SIZES};
    it->purchase_count = i + 1;
    const plain_package *package = &sold(p, general)[slot->package];
    int most = MONTHS * MOST / units_of(slot->package) + 1;
    for (slot->count = 0; slot->count <= most; slot->count++)
        try_all(p, general, i + 1, cost + slot->count * package->price, best);
    slot->count = 0;
}

static plain_money cost_of(plain_plan *p, bool general, const be_schedule *schedule)
{
    plain_money cost = 0;
    for (size_t i = 0; i < schedule->count; i++)
        cost += sold(p, general)[schedule->purchases[i].item].price * schedule->purchases[i].count;
    return cost;
}

/* Proofs have to be the rule, or a run would say little. */
static unsigned tried, proven;

static void check_cover(be_arena *arena, random_source *r, unsigned n, bool general)
{
    plain_plan plain = random_small_plan(r, general);
    engine_plan plan;
    engine_plan_fill(&plan, &plain);
    engine_item *item = &plan.items[0];
    if (!general)
        item->box.product.package_count = SIZES;
    be_schedule schedule;
    assert_true(
        be_strategy_packages(arena, &item->box.product, &item->demand, &item->usage, &schedule));
    const be_bill *bill = bill_of(arena, &item->box.product, &item->demand, plan.horizon,
                                  schedule.purchases, schedule.count);
    if (bill->units.unserved != 0)
        fail_msg("case %u: %d not served", n, (int)bill->units.unserved);
    tried++;
    if (!schedule.proven)
        return;
    proven++;
    plain_money cost = cost_of(&plain, general, &schedule), least = cost;
    expect_money(n, "the total", bill->total, cost);
    try_all(&plain, general, 0, 0, &least);
    if (least < cost)
        fail_msg("case %u: there is a cheaper cover", n);
}

static void check_packages(be_arena *arena, random_source *r, unsigned n)
{
    check_cover(arena, r, n, false);
}

static void the_packages_bought_serve_all_and_are_the_cheapest_where_proven(void **state)
{
    tried = proven = 0;
    try_cases(state, "packages against every purchase", CASES, check_packages);
    assert_of_many(proven * 2 > tried);
}

static void check_general(be_arena *arena, random_source *r, unsigned n)
{
    check_cover(arena, r, n, true);
}

static void the_points_bought_serve_all_and_are_the_cheapest_where_proven(void **state)
{
    tried = proven = 0;
    try_cases(state, "points against every purchase", CASES, check_general);
    assert_of_many(proven * 2 > tried);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(the_packages_bought_serve_all_and_are_the_cheapest_where_proven),
        PROPERTY(the_points_bought_serve_all_and_are_the_cheapest_where_proven),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
