/* The search for the cheapest packages against brute force. */
#include <engine/packages.h>

#include <limits.h>

#include "engine_test.h"
#include "fixtures.h"
#include "oracle_cover.h"
#include "property.h"

enum { CASES = 20000, MOST_THOUSANDS = 3000 };

static plain_cover random_cover(random_source *r, bool mixed_validity)
{
    plain_cover c = {.months = (int)random_between(r, 1, COVER_MONTHS),
                     .sizes = (int)random_between(r, 1, COVER_SIZES)};
    if (c.months == COVER_MONTHS && c.sizes == COVER_SIZES)
        c.sizes--;
    int most = c.months == COVER_MONTHS ? 7 : 12;
    for (int t = 0; t < c.months; t++) {
        c.need[t] = random_chance(r, 25) ? 0 : (int)random_between(r, 1, most);
        c.balance[t] = random_chance(r, 20);
    }
    int validity = (int)random_between(r, 1, COVER_MONTHS);
    for (int i = 0; i < c.sizes; i++) {
        c.size[i] = (int)random_between(r, 2, 14);
        c.price[i] = (long)random_between(r, 1, 8) * c.size[i] + (long)random_between(r, 0, 12);
        c.validity[i] = mixed_validity ? (int)random_between(r, 1, COVER_MONTHS) : validity;
    }
    return c;
}

/* The engine's answer to the same question. */
static cover_plan search(be_arena *arena, const plain_cover *c)
{
    be_package packages[COVER_SIZES];
    for (int i = 0; i < c->sizes; i++)
        packages[i] = (be_package){.id = "p",
                                   .size = c->size[i],
                                   .price = be_amount_of(c->price[i]),
                                   .valid = {c->validity[i], BE_MONTHS}};
    const be_product product = {.packages = packages, .package_count = (size_t)c->sizes};
    cover_need need = {.units = {0}};
    for (int t = 0; t < c->months; t++) {
        need.units[t] = c->need[t];
        need.balance[t] = c->balance[t];
    }
    cover_plan plan;
    assert_true(packages_cover(arena, &product, horizon_of(2026, 12, c->months), &need, &plan));
    assert_true(plan.possible);
    return plan;
}

static plain_basket basket_of(const cover_plan *plan)
{
    plain_basket basket = {{{0}}};
    for (size_t i = 0; i < plan->count; i++)
        basket.count[plan->purchases[i].month][plan->purchases[i].item] +=
            (int)plan->purchases[i].count;
    return basket;
}

static void check_cheapest(be_arena *arena, random_source *r, unsigned n)
{
    plain_cover c = random_cover(r, false);
    cover_plan plan = search(arena, &c);
    plain_basket basket = basket_of(&plan);
    if (!plain_basket_covers(&c, &basket))
        fail_msg("case %u: no cover", n);
    if (!plan.proven)
        fail_msg("case %u: not proven", n);
    long cost = plain_basket_cost(&c, &basket), least = plain_cheapest_cover(&c);
    if (cost != least)
        fail_msg("case %u: %ld, not %ld", n, cost, least);
}

static void the_cover_found_is_the_cheapest_there_is(void **state)
{
    try_cases(state, "cover against brute force", CASES, check_cheapest);
}

/* Where packages differ in validity a cover is still a cover, and claims no more than it knows. */
static void check_mixed(be_arena *arena, random_source *r, unsigned n)
{
    plain_cover c = random_cover(r, true);
    cover_plan plan = search(arena, &c);
    plain_basket basket = basket_of(&plan);
    if (!plain_basket_covers(&c, &basket))
        fail_msg("case %u: no cover", n);
    if (plan.proven && plain_basket_cost(&c, &basket) != plain_cheapest_cover(&c))
        fail_msg("case %u: proven, but not the cheapest", n);
}

static void a_cover_of_mixed_validity_claims_no_proof_it_lacks(void **state)
{
    try_cases(state, "cover of mixed validity", CASES / 2, check_mixed);
}

/*
 * Where no package ends within the plan, when to buy does not matter: the cheapest cover is the
 * cheapest way to reach one number, which a table by thousands gives.
 */
static long cheapest_thousands(int thousands)
{
    static const struct {
        int thousands;
        long price;
    } sizes[] = {{1, 75}, {10, 550}, {100, 4500}, {1000, 30000}};
    static long cheapest[MOST_THOUSANDS + 1];
    for (int n = 1; n <= thousands; n++) {
        cheapest[n] = LONG_MAX;
        for (size_t i = 0; i < COUNT_OF(sizes); i++) {
            int before = n > sizes[i].thousands ? n - sizes[i].thousands : 0;
            if (cheapest[before] + sizes[i].price < cheapest[n])
                cheapest[n] = cheapest[before] + sizes[i].price;
        }
    }
    return cheapest[thousands];
}

static void check_knapsack(be_arena *arena, random_source *r, unsigned n)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_horizon horizon = horizon_of(2026, 1, (int)random_between(r, 1, 12));
    cover_need need = {.units = {0}};
    be_quantity total = 0;
    for (int t = 0; t < horizon.months; t++)
        total += need.units[t] = random_between(r, 0, 1000 * MOST_THOUSANDS / 12);
    cover_plan plan;
    assert_true(packages_cover(arena, product, horizon, &need, &plan));
    assert_true(plan.proven);
    be_amount cost = be_amount_zero();
    for (size_t i = 0; i < plan.count; i++)
        cost = be_amount_add(cost, be_amount_times(box.packages[plan.purchases[i].item].price,
                                                   plan.purchases[i].count));
    long least = cheapest_thousands((int)((total + 999) / 1000));
    if (be_amount_compare(cost, be_amount_of(least)) != 0)
        fail_msg("case %u: there is a cover for %ld", n, least);
}

static void a_year_s_cover_is_a_knapsack(void **state)
{
    try_cases(state, "cover against knapsack", CASES / 20, check_knapsack);
}

static void check_purchases(be_arena *arena, random_source *r, unsigned n)
{
    plain_cover c = random_cover(r, false);
    cover_plan plan = search(arena, &c);
    for (size_t i = 1; i < plan.count; i++) {
        const be_purchase *a = &plan.purchases[i - 1], *b = &plan.purchases[i];
        if (a->month > b->month || (a->month == b->month && a->item == b->item))
            fail_msg("case %u: purchase %zu", n, i);
    }
}

static void purchases_come_by_month_and_once_for_each_package(void **state)
{
    try_cases(state, "order of purchases", CASES / 4, check_purchases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(the_cover_found_is_the_cheapest_there_is),
        PROPERTY(a_cover_of_mixed_validity_claims_no_proof_it_lacks),
        PROPERTY(a_year_s_cover_is_a_knapsack),
        PROPERTY(purchases_come_by_month_and_once_for_each_package),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
