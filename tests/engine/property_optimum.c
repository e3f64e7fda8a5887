/* The optimum of small questions, against every schedule there is, each priced by the bill. */
#include <string.h>

#include "engine_test.h"
#include "every_schedule.h"
#include "order_days.h"
#include "property.h"
#include "random_question.h"
#include "trouble.h"

enum {
    CASES = 4000,
    FEATURE_CASES = 220, /* of each */
    BILLS = 1500,        /* schedules that are priced in a case, at most */
    FEATURE_BILLS = 4000,
    DAYS_A_MONTH = 30
};

/* -- what makes a question hard -----------------------------------------------------------------
 */

static void three_sizes_of_any_validity(random_source *r, question *q)
{
    q->box.product.package_count = QUESTION_SIZES;
    for (int i = 0; i < QUESTION_SIZES; i++)
        q->box.packages[i].valid.count = (int32_t)random_between(r, 1, 4);
}

static void validity_in_days(random_source *r, question *q)
{
    be_duration valid = {(int32_t)random_between(r, 20, 100), BE_DAYS};
    for (int i = 0; i < QUESTION_SIZES; i++)
        q->box.packages[i].valid = valid;
}

static void owned_units(random_source *r, question *q)
{
    q->demand.owned_count = (size_t)random_between(r, 1, QUESTION_OWNED);
    for (size_t i = 0; i < q->demand.owned_count; i++)
        q->owned[i] = (be_owned){.left = random_between(r, 1, 9),
                                 .expires = q->horizon.start + (be_month)random_between(r, 0, 4)};
}

static void owned_units_that_outlast_packages(random_source *r, question *q)
{
    owned_units(r, q);
    for (int i = 0; i < QUESTION_SIZES; i++)
        q->box.packages[i].valid = (be_duration){(int32_t)random_between(r, 1, 2), BE_MONTHS};
    q->owned[0].expires = q->horizon.start + q->horizon.months;
}

static void short_of_qps(random_source *r, question *q)
{
    q->box.product.limits.qps = (be_limit){true, random_between(r, 1, 2)};
    q->demand.qps = random_between(r, 1, 4);
    q->demand.peak_days = random_chance(r, 40) ? (int)random_between(r, 1, 28) : 0;
}

static void capacity_of_one_level(random_source *r, question *q)
{
    random_capacity(r, &q->box);
    q->horizon.months = 2;
    be_capacity *capacity = &q->box.product.capacity;
    capacity->min = capacity->max;
    capacity->adds_to = BE_CAPACITY_QPS;
    short_of_qps(r, q);
}

static void levels_by_month(random_source *r, question *q)
{
    capacity_of_one_level(r, q);
    q->box.product.capacity.min = 1;
    q->box.product.capacity.additive = true;
    for (int t = 0; t < q->horizon.months; t++)
        q->peaks[t] = random_between(r, 1, 4);
}

static void levels_one_after_the_other(random_source *r, question *q)
{
    capacity_of_one_level(r, q);
    be_capacity *capacity = &q->box.product.capacity;
    capacity->min = 1;
    capacity->additive = capacity->overlap = false;
    q->demand.peak_days = (int)random_between(r, 1, 28);
    for (int t = 0; t < q->horizon.months; t++)
        q->peaks[t] = random_chance(r, 50) ? random_between(r, 1, 3) : 0;
}

static void limits_that_packages_lift(random_source *r, question *q)
{
    short_of_qps(r, q);
    q->box.product.limits.with_package = (be_limit){true, random_between(r, 2, 4)};
    for (int t = 0; t < q->horizon.months; t++)
        q->peaks[t] = random_between(r, 0, 4);
}

static void packages_or_capacity_lift(random_source *r, question *q)
{
    capacity_of_one_level(r, q);
    limits_that_packages_lift(r, q);
}

static void limits_that_packages_lower(random_source *r, question *q)
{
    short_of_qps(r, q);
    if (random_chance(r, 40))
        owned_units(r, q);
    q->box.product.limits.qps = (be_limit){random_chance(r, 80), random_between(r, 2, 4)};
    q->box.product.limits.with_package = (be_limit){true, random_between(r, 0, 3)};
    for (int t = 0; t < q->horizon.months; t++)
        q->peaks[t] = random_between(r, 0, 4);
}

static void packages_lower_and_capacity_lifts(random_source *r, question *q)
{
    capacity_of_one_level(r, q);
    if (random_chance(r, 50))
        q->box.product.capacity.min = 1;
    limits_that_packages_lower(r, q);
}

/* So long that some months ask for more at once than is let through; a peak may wait or not. */
static void long_tasks(random_source *r, question *q)
{
    random_capacity(r, &q->box);
    q->horizon.months = (int)random_between(r, 1, 2);
    be_capacity *capacity = &q->box.product.capacity;
    capacity->adds_to = BE_CAPACITY_CONCURRENCY;
    capacity->max = 3;
    capacity->lifts_to = 0;
    be_limits *limits = &q->box.product.limits;
    limits->concurrency = (be_limit){random_chance(r, 90), random_between(r, 0, 2)};
    limits->over = random_chance(r, 70) ? BE_OVER_QUEUE : BE_OVER_REJECT;
    q->demand.concurrency = random_between(r, 0, 4);
    q->demand.peak_days = random_chance(r, 50) ? (int)random_between(r, 1, 28) : 0;
    if (random_chance(r, 80))
        q->demand.response = random_between(r, 2, 15) * 86400 * 1000000;
    for (size_t i = 0; i < capacity->price_count; i++)
        q->box.price_bands[i][0].price =
            be_amount_divide(q->box.price_bands[i][0].price, random_between(r, 1, 20));
}

/* A product of one meter, which sells no packages, and no capacity under which calls are free. */
static void long_tasks_by_the_meter(random_source *r, question *q)
{
    static be_meter meter;
    static const be_ratio per_request[] = {BE_RATIO_ONE};
    be_product *product = &q->box.product;
    long_tasks(r, q);
    meter = (be_meter){.id = "m", .name = "m", .unit = "unit", .per_request = BE_RATIO_ONE};
    meter.tariff[BE_USE_STANDARD] = product->payg.tariff;
    if (random_chance(r, 30))
        lose_prices(r, q->box.bands, product->payg.tariff.band_count);
    product->meters = &meter;
    product->meter_count = 1;
    product->request_max = BE_UNBOUNDED;
    product->package_count = 0;
    product->capacity.calls_free = false;
    q->demand.per_request = per_request;
    q->demand.per_request_count = 1;
}

/* Of pay-as-you-go, of packages and of capacity, which is sold by the level. */
static void prices_on_request(random_source *r, question *q)
{
    static const band_row by_level[] = {{1, "6", NULL}, {2, "5", NULL}, {0, "2", NULL}};
    be_product *product = &q->box.product;
    if (random_chance(r, 40))
        capacity_of_one_level(r, q);
    if (random_chance(r, 60))
        lose_prices(r, q->box.bands, product->payg.tariff.band_count);
    if (random_chance(r, 30))
        q->box.packages[random_between(r, 0, 1)].price = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    for (size_t i = 0; i < product->capacity.price_count; i++) {
        product->capacity.min = random_between(r, 1, product->capacity.max);
        q->box.prices[i].tariff =
            make_tariff(random_chance(r, 60) ? BE_TIERS_VOLUME : BE_TIERS_GRADUATED,
                        q->box.price_bands[i], by_level, 3);
        lose_prices(r, q->box.price_bands[i], 3);
    }
}

static void gross_position(random_source *r, question *q)
{
    q->box.product.payg.tariff.position = BE_POSITION_GROSS;
    q->box.bands[0].flat = random_chance(r, 20) ? random_tenths(r, 1, 20) : be_amount_zero();
}

/* Some units a day, so that its tiers are climbed. */
static void tiers_by_the_day(random_source *r, question *q)
{
    q->horizon.months = 2;
    q->box.product.payg.tariff.period = BE_PERIOD_DAY;
    for (int i = 0; i < QUESTION_MONTHS; i++)
        q->volumes[i] = q->volumes[i] * DAYS_A_MONTH / 2 + random_between(r, 0, 9);
    for (int i = 0; i < QUESTION_SIZES; i++) {
        be_package *package = &q->box.packages[i];
        package->size *= DAYS_A_MONTH;
        package->price = be_amount_times(package->price, DAYS_A_MONTH);
    }
}

static void blocks_and_least_charges(random_source *r, question *q)
{
    be_tariff *tariff = &q->box.product.payg.tariff;
    tariff->block = random_between(r, 2, 5);
    tariff->minimum = random_chance(r, 50) ? random_tenths(r, 1, 60) : be_amount_zero();
}

static void flat_fees(random_source *r, question *q)
{
    be_tariff *tariff = &q->box.product.payg.tariff;
    tariff->flat_at_zero = random_chance(r, 50);
    for (size_t i = 0; i < tariff->band_count; i++)
        q->box.bands[i].flat = random_tenths(r, 0, 20);
}

static void no_pay_as_you_go(random_source *r, question *q)
{
    q->box.product.payg.opt_in = true;
    if (random_chance(r, 40))
        owned_units(r, q);
}

static void general_packages(random_source *r, question *q)
{
    random_general(r, q);
    q->box.product.package_count = (size_t)random_between(r, 0, 1);
}

static void a_discount(random_source *r, question *q)
{
    q->demand.discount = random_between(r, 1, 9) * (BE_RATIO_ONE / 10);
}

static void a_free_quota(random_source *r, question *q)
{
    q->box.product.free = (be_free_quota){.quantity = random_between(r, 1, 12)};
    if (random_chance(r, 60))
        q->box.product.free.valid = (be_duration){(int32_t)random_between(r, 10, 100), BE_DAYS};
}

static void packages_before_the_quota(random_source *r, question *q)
{
    static const be_layer order[] = {BE_LAYER_PACKAGE, BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PAYG};
    if (random_chance(r, 60))
        a_free_quota(r, q);
    memcpy(q->box.product.deduction, order, sizeof order);
}

static void nothing_more(random_source *r, question *q)
{
    (void)r;
    (void)q;
}

/* What is added to a plain question, and what became of such questions. */
static struct feature {
    const char *name;
    void (*add)(random_source *r, question *q);
    unsigned feasible, proven, whole, best, ties, tied;
} features[] = {
    {.name = "nothing more", .add = nothing_more},
    {.name = "owned units", .add = owned_units},
    {.name = "a quota given once", .add = a_free_quota},
    {.name = "no pay as you go", .add = no_pay_as_you_go},
    {.name = "a discount", .add = a_discount},
    {.name = "blocks, least charges", .add = blocks_and_least_charges},
    {.name = "flat fees", .add = flat_fees},
    {.name = "one level of capacity", .add = capacity_of_one_level},
    {.name = "limits that packages lift", .add = limits_that_packages_lift},
    {.name = "levels by month", .add = levels_by_month},
    {.name = "levels one after the other", .add = levels_one_after_the_other},
    {.name = "packages or capacity lift", .add = packages_or_capacity_lift},
    {.name = "limits that packages lower", .add = limits_that_packages_lower},
    {.name = "lowered, and lifted", .add = packages_lower_and_capacity_lifts},
    {.name = "long tasks", .add = long_tasks},
    {.name = "long tasks, by the meter", .add = long_tasks_by_the_meter},
    {.name = "prices on request", .add = prices_on_request},
    {.name = "three sizes, any validity", .add = three_sizes_of_any_validity},
    {.name = "validity in days", .add = validity_in_days},
    {.name = "owned outlasts bought", .add = owned_units_that_outlast_packages},
    {.name = "gross position", .add = gross_position},
    {.name = "tiers by the day", .add = tiers_by_the_day},
    {.name = "general packages", .add = general_packages},
    {.name = "packages before the quota", .add = packages_before_the_quota},
};

/* -- what holds ---------------------------------------------------------------------------------
 */

static void expect_consistent(unsigned n, be_arena *arena, const question *q, const be_optimum *o)
{
    be_bill bill;
    if (!be_amount_is_known(o->cost)) {
        if (o->optimal || o->schedule.count > 0)
            fail_msg("case %u: a proof of nothing", n);
        return;
    }
    assert_true(be_bill_compute(arena, &q->box.product, &q->demand, &q->usage,
                                o->schedule.purchases, o->schedule.count, BE_BILL_TOTALS, &bill));
    if (!bill.feasible || be_amount_compare(bill.total, o->cost) != 0)
        fail_msg("case %u: the cost is not the bill's", n);
    if (orders_share_a_day(&q->box.product.capacity, q->horizon, o->schedule.purchases,
                           o->schedule.count))
        fail_msg("case %u: two orders of one day", n);
    int order = be_amount_compare(o->bound, o->cost);
    if (order > 0 || o->optimal != o->schedule.proven || o->optimal != (order == 0))
        fail_msg("case %u: a bound that is none", n);
}

/* What a schedule is asked to cost at most where no optimum was found. */
static be_amount most_of(const be_optimum *o)
{
    return be_amount_is_known(o->cost) ? o->cost : be_amount_of(1000);
}

static void expect_unbeaten(unsigned n, const be_optimum *o, const every_schedule *best)
{
    char least[BE_AMOUNT_TEXT], cost[BE_AMOUNT_TEXT], bound[BE_AMOUNT_TEXT];
    if (!best->found)
        return;
    be_amount_format(best->cost, least);
    be_amount_format(o->cost, cost);
    be_amount_format(o->bound, bound);
    if (!be_amount_is_known(o->bound))
        fail_msg("case %u: something can be had for %s", n, least);
    if (o->optimal && be_amount_compare(best->cost, o->cost) < 0)
        fail_msg("case %u: %s is less than %s, said to be the optimum", n, least, cost);
    if (be_amount_compare(o->bound, best->cost) > 0)
        fail_msg("case %u: %s is less than the bound %s", n, least, bound);
}

static unsigned proven, found;

static void check_all(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    random_question(r, &q);
    be_optimum o = question_optimum(arena, &q);
    expect_consistent(n, arena, &q, &o);
    found += be_amount_is_known(o.cost) ? 1 : 0;
    proven += o.optimal ? 1 : 0;
    every_schedule best = try_every_schedule(arena, r, &q, most_of(&o), BILLS);
    expect_unbeaten(n, &o, &best);
}

static void nothing_is_cheaper_than_the_optimum(void **state)
{
    proven = found = 0;
    try_cases(state, "optimum", CASES, check_all);
    print_message("%u of %u proven\n", proven, found);
    assert_of_many(proven * 1000 >= found * 995);
}

/* -- feature by feature -------------------------------------------------------------------------
 */

static struct feature *feature_now;

static bool same_tie(const be_schedule *schedule, const every_schedule *best)
{
    int purchases = 0, when = 0;
    for (size_t i = 0; i < schedule->count; i++) {
        purchases += (int)schedule->purchases[i].count;
        when += (int)schedule->purchases[i].count * schedule->purchases[i].month;
    }
    return purchases == best->purchases && when == best->when;
}

static void check_feature(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    struct feature *f = feature_now;
    random_plain_question(r, &q);
    f->add(r, &q);
    question_resolve(&q);
    be_optimum o = question_optimum(arena, &q);
    expect_consistent(n, arena, &q, &o);
    /* The arena is emptied, so the schedule has to be kept. */
    be_purchase buys[QUESTION_MONTHS * BOX_PACKAGES * 2];
    assert_true(o.schedule.count <= COUNT_OF(buys));
    if (o.schedule.count > 0)
        memcpy(buys, o.schedule.purchases, o.schedule.count * sizeof *buys);
    o.schedule.purchases = buys;
    every_schedule best = try_every_schedule(arena, r, &q, most_of(&o), FEATURE_BILLS);
    expect_unbeaten(n, &o, &best);
    if (!be_amount_is_known(o.cost))
        return;
    f->feasible++;
    f->proven += o.optimal ? 1 : 0;
    if (!best.all)
        return;
    f->whole++;
    f->best += be_amount_compare(best.cost, o.cost) == 0 ? 1 : 0;
    if (!o.optimal || q.box.product.capacity.offered)
        return;
    f->ties++;
    f->tied += same_tie(&o.schedule, &best) ? 1 : 0;
}

static void nothing_is_cheaper_under_any_feature(void **state)
{
    unsigned ties = 0, tied = 0;
    for (size_t i = 0; i < COUNT_OF(features); i++) {
        struct feature *f = feature_now = &features[i];
        try_cases(state, f->name, FEATURE_CASES, check_feature);
        ties += f->ties;
        tied += f->tied;
    }
    for (size_t i = 0; i < COUNT_OF(features); i++) {
        const struct feature *f = &features[i];
        print_message("%-26s %4u feasible, %4u proven; of %4u tried whole %4u the cheapest; of %4u "
                      "ties %4u broken\n",
                      f->name, f->feasible, f->proven, f->whole, f->best, f->ties, f->tied);
    }
    assert_of_many(tied * 20 >= ties * 19);
}

/* -- one question beside another ----------------------------------------------------------------
 */

/* Fails where the dearer question is answered for less than the kinder one. */
static void expect_no_less(unsigned n, const be_optimum *dear, const be_optimum *kind)
{
    if (dear->optimal && kind->optimal && be_amount_compare(dear->cost, kind->cost) < 0)
        fail_msg("case %u: more on sale, or for less, costs more", n);
}

static void check_offers(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    random_question(r, &q);
    be_optimum both = question_optimum(arena, &q);
    be_amount price = q.box.packages[0].price;
    q.box.packages[0].price = be_amount_divide(price, 2);
    be_optimum cheaper = question_optimum(arena, &q);
    expect_no_less(n, &both, &cheaper);
    q.box.packages[0].price = price;
    q.box.product.package_count--;
    be_optimum fewer = question_optimum(arena, &q);
    expect_no_less(n, &fewer, &both);
}

static void another_size_or_a_lower_price_never_costs_more(void **state)
{
    try_cases(state, "offers", CASES, check_offers);
}

static void check_order(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    random_question(r, &q);
    be_optimum one = question_optimum(arena, &q);
    if (q.box.product.package_count < 2)
        return;
    be_package first = q.box.packages[0];
    q.box.packages[0] = q.box.packages[1];
    q.box.packages[1] = first;
    be_optimum other = question_optimum(arena, &q);
    if (one.optimal && other.optimal && be_amount_compare(one.cost, other.cost) != 0)
        fail_msg("case %u: the order of packages makes a difference", n);
}

static void the_order_of_packages_makes_no_difference(void **state)
{
    try_cases(state, "order", CASES, check_order);
}

/* -- more, under both sorts of tiers ------------------------------------------------------------
 */

/* How often more demand cost less, or more owned units or a longer validity cost more. */
static unsigned odd;

static bool costs_less(const be_optimum *a, const be_optimum *b)
{
    return a->optimal && b->optimal && be_amount_compare(a->cost, b->cost) < 0;
}

static void check_more(be_arena *arena, random_source *r, question *q)
{
    be_optimum before = question_optimum(arena, q);
    int t = (int)random_between(r, 0, q->horizon.months - 1);
    q->volumes[t]++;
    question_resolve(q);
    be_optimum asked = question_optimum(arena, q);
    q->volumes[t]--;
    question_resolve(q);
    for (int i = 0; i < QUESTION_SIZES; i++)
        q->box.packages[i].valid.count++;
    be_optimum longer = question_optimum(arena, q);
    for (int i = 0; i < QUESTION_SIZES; i++)
        q->box.packages[i].valid.count--;
    q->demand.owned_count = 1;
    q->owned[0] = (be_owned){.left = random_between(r, 1, 9), .expires = q->horizon.start};
    be_optimum owning = question_optimum(arena, q);
    odd +=
        costs_less(&asked, &before) || costs_less(&before, &longer) || costs_less(&before, &owning)
            ? 1
            : 0;
}

static void check_more_of_tiers(be_arena *arena, random_source *r, be_tier_mode mode)
{
    question q;
    random_plain_question(r, &q);
    if (q.box.product.payg.tariff.mode == mode)
        check_more(arena, r, &q);
}

static void check_graduated(be_arena *arena, random_source *r, unsigned n)
{
    check_more_of_tiers(arena, r, BE_TIERS_GRADUATED);
    if (odd > 0)
        fail_msg("case %u: less demand, more units or a longer validity cost more", n);
}

static void check_volume(be_arena *arena, random_source *r, unsigned n)
{
    (void)n;
    check_more_of_tiers(arena, r, BE_TIERS_VOLUME);
}

static void more_never_harms_but_under_volume_tiers(void **state)
{
    odd = 0;
    try_cases(state, "graduated", CASES, check_graduated);
    try_cases(state, "volume", CASES, check_volume);
    assert_of_many(odd > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(nothing_is_cheaper_than_the_optimum),
        PROPERTY(nothing_is_cheaper_under_any_feature),
        PROPERTY(another_size_or_a_lower_price_never_costs_more),
        PROPERTY(the_order_of_packages_makes_no_difference),
        PROPERTY(more_never_harms_but_under_volume_tiers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
