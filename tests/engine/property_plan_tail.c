/* The search of a model that looks ahead by the tail, against the search that does not. */
#include <string.h>

#include "engine/plan_search.h"
#include "engine_test.h"
#include "fixtures.h"
#include "property.h"

enum { CASES = 1500, MONTHS = 9, SIZES = 4 };

typedef struct question {
    product_box box;
    be_quantity volumes[MONTHS];
    be_owned owned;
    be_demand demand;
    be_horizon horizon;
    be_usage usage;
    plan_model model;
} question;

/* -- random questions ---------------------------------------------------------------------------
 */

static be_amount thousandths(random_source *r, int low, int high)
{
    return be_amount_divide(be_amount_of(random_between(r, low, high)), 1000);
}

static void random_tariff(random_source *r, question *q)
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_VOLUME};
    be_tariff *tariff = &q->box.product.payg.tariff;
    tariff->mode = modes[random_between(r, 0, (int)COUNT_OF(modes) - 1)];
    tariff->band_count = tariff->mode == BE_TIERS_FLAT ? 1 : (size_t)random_between(r, 2, 4);
    tariff->position = random_chance(r, 15) ? BE_POSITION_GROSS : BE_POSITION_NET;
    tariff->period = random_chance(r, 10) ? BE_PERIOD_DAY : BE_PERIOD_MONTH;
    tariff->block = random_chance(r, 10) ? random_between(r, 2, 90) : 1;
    tariff->minimum =
        random_chance(r, 10) ? be_amount_of(random_between(r, 1, 60)) : be_amount_zero();
    tariff->flat_at_zero = random_chance(r, 10);
    bool rises = random_chance(r, 25);
    be_quantity up_to = 0;
    for (int i = 0; i < (int)tariff->band_count; i++) {
        up_to += random_between(r, 20, 900);
        int top = rises ? 60 + 15 * i : 120 - 20 * i;
        q->box.bands[i] =
            (be_band){.up_to = up_to,
                      .price = thousandths(r, top - 20, top),
                      .flat = random_chance(r, 10) ? be_amount_of(random_between(r, 1, 20))
                                                   : be_amount_zero()};
    }
    q->box.bands[tariff->band_count - 1].up_to = BE_UNBOUNDED;
}

/* At times of odd sizes, that have nothing in common. */
static void random_packages(random_source *r, question *q)
{
    be_product *p = &q->box.product;
    be_quantity each = random_chance(r, 70) ? random_between(r, 20, 120) : 1;
    int months = (int)random_between(r, 1, MONTHS + 2);
    p->package_count = (size_t)random_between(r, 0, SIZES);
    int least = 20, most = 200;
    for (size_t i = 0; i < p->package_count; i++, least *= 4, most *= 5) {
        be_quantity size = (random_between(r, least, most) / each + 1) * each;
        q->box.packages[i] = (be_package){
            "p", size, be_amount_times(thousandths(r, 40, 110), size), {months, BE_MONTHS}, NULL};
    }
}

static void random_volumes(random_source *r, question *q)
{
    be_quantity most = random_between(r, 1, 3000);
    for (int t = 0; t < q->horizon.months; t++)
        q->volumes[t] = random_chance(r, 10) ? 0 : random_between(r, most / 2, most);
    q->demand = (be_demand){.volumes = q->volumes,
                            .volume_count = (size_t)q->horizon.months,
                            .postpaid = random_chance(r, 60)};
}

static void random_stock(random_source *r, question *q)
{
    if (random_chance(r, 40))
        q->box.product.free =
            (be_free_quota){.quantity = random_between(r, 1, 900), .monthly = random_chance(r, 50)};
    if (random_chance(r, 70))
        return;
    q->owned = (be_owned){.left = random_between(r, 1, 2000),
                          .expires = q->horizon.start + (be_month)random_between(r, 0, MONTHS)};
    q->demand.owned = &q->owned;
    q->demand.owned_count = 1;
}

static void random_limits(random_source *r, question *q)
{
    q->box.product.limits.qps = (be_limit){true, random_between(r, 1, 3)};
    q->box.product.limits.with_package = (be_limit){true, random_between(r, 3, 4)};
    q->demand.qps = random_between(r, 1, 4);
}

static void in_usual_order(be_product *p)
{
    static const be_layer order[] = {BE_LAYER_FREE, BE_LAYER_PACKAGE, BE_LAYER_PAYG};
    memcpy(p->deduction, order, sizeof order);
    p->deduction_count = COUNT_OF(order);
}

static void random_question(be_arena *arena, random_source *r, question *q)
{
    memset(q, 0, sizeof *q);
    fixture_flat(&q->box, "1");
    in_usual_order(&q->box.product);
    q->horizon = horizon_of(2027, 1, (int)random_between(r, 1, MONTHS));
    random_volumes(r, q);
    random_tariff(r, q);
    random_packages(r, q);
    random_stock(r, q);
    q->box.product.payg.opt_in = random_chance(r, 15);
    if (random_chance(r, 20))
        random_limits(r, q);
    be_usage_resolve(&q->demand, q->horizon, &q->usage);
    assert_true(plan_model_make(arena, &q->box.product, &q->demand, &q->usage,
                                random_chance(r, 70) ? VIEW_BOUND : VIEW_PLAN, &q->model));
    q->model.pool = random_chance(r, 15);
    q->model.points = thousandths(r, 30, 120);
}

/* -- what holds ---------------------------------------------------------------------------------
 */

static plan_found search(be_arena *arena, question *q, plan_order order)
{
    plan_found found;
    assert_true(plan_search(arena, &q->model, order, &found));
    return found;
}

static void expect_same(unsigned n, const plan_found *a, const plan_found *b)
{
    char cost[BE_AMOUNT_TEXT], closer[BE_AMOUNT_TEXT];
    be_amount_format(a->cost, cost);
    be_amount_format(b->cost, closer);
    if (!b->complete || !b->any)
        fail_msg("case %u: %s is not found again", n, cost);
    if (be_amount_compare(a->cost, b->cost) != 0)
        fail_msg("case %u: %s looking closer, and else %s", n, closer, cost);
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->purchases[i].count == b->purchases[i].count;
    if (!same && be_amount_compare(a->least, b->least) != 0)
        fail_msg("case %u: another plan, and another bound", n);
}

/* By the tail a search finds the cheapest of all, if it may cost just that, and none for less. */
static void check_costs(be_arena *arena, question *q, unsigned n, const plan_tail *tail,
                        plan_costs costs)
{
    const be_amount unknown = be_amount_missing(BE_AMOUNT_OVERFLOW);
    plan_found plain = search(arena, q, (plan_order){.costs = costs, .upper = unknown});
    if (!plain.complete)
        return;
    plan_order order = {.costs = costs, .upper = plain.any ? plain.cost : unknown, .tail = tail};
    plan_found closer = search(arena, q, order);
    if (!plain.any) {
        assert_false(closer.any);
        return;
    }
    expect_same(n, &plain, &closer);
    if (be_amount_compare(plan_tail_least(tail, 0, 0, 0), plain.cost) > 0)
        fail_msg("case %u: the tail is above the cheapest plan", n);
    order.upper = be_amount_scale(plain.cost, BE_RATIO_ONE - 1);
    plan_found none = search(arena, q, order);
    if (be_amount_compare(order.upper, plain.cost) < 0 &&
        (none.any || be_amount_compare(none.least, plain.cost) > 0))
        fail_msg("case %u: less than the cheapest", n);
}

static void check_tail(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    plan_tail tail;
    random_question(arena, r, &q);
    if (!q.model.orderly)
        return;
    assert_true(plan_tail_make(&tail, arena, &q.model));
    check_costs(arena, &q, n, &tail, COSTS_LEAST);
    check_costs(arena, &q, n, &tail, COSTS_TRUE);
}

static void a_closer_look_ahead_leaves_out_nothing_of_the_cheapest(void **state)
{
    try_cases(state, "plan tail", CASES, check_tail);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(a_closer_look_ahead_leaves_out_nothing_of_the_cheapest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
