/* The optimum of one and two years, against a dynamic program that may buy anything at any time. */
#include <string.h>

#include "engine/optimum_among.h"
#include "engine_test.h"
#include "fixtures.h"
#include "oracle_year.h"
#include "order_days.h"
#include "property.h"

enum { CASES = 400, OWNED_MAX = YEAR_OWNED, LAST_UNITS = 12 };

/* Amounts of the oracle are whole numbers of 10^-4. */
static const be_quantity parts_of_one = 10000;

typedef struct question {
    product_box box;
    be_quantity volumes[YEAR_MONTHS];
    be_owned owned[OWNED_MAX];
    be_demand demand;
    be_horizon horizon;
    be_usage usage;
} question;

/* -- random questions ---------------------------------------------------------------------------
 */

static be_amount hundredths(random_source *r, int low, int high)
{
    return be_amount_divide(be_amount_of(random_between(r, low, high)), 100);
}

static int between(random_source *r, int low, int high)
{
    return (int)random_between(r, low, high);
}

static void random_volumes(random_source *r, question *q)
{
    int least = between(r, 0, LAST_UNITS / 2), most = between(r, least, LAST_UNITS);
    bool grows = random_chance(r, 40);
    for (int t = 0; t < q->horizon.months; t++) {
        int top = grows ? least + (most - least) * t / q->horizon.months : most;
        q->volumes[t] = random_chance(r, 8) ? 0 : random_between(r, least, top);
    }
    q->demand = (be_demand){.volumes = q->volumes,
                            .volume_count = (size_t)q->horizon.months,
                            .postpaid = random_chance(r, 60)};
}

static void random_tariff(random_source *r, product_box *box)
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_GRADUATED,
                                         BE_TIERS_VOLUME, BE_TIERS_VOLUME};
    be_tariff *tariff = &box->product.payg.tariff;
    tariff->mode = modes[random_between(r, 0, (int)COUNT_OF(modes) - 1)];
    tariff->band_count = tariff->mode == BE_TIERS_FLAT ? 1 : (size_t)random_between(r, 2, 4);
    tariff->position = random_chance(r, 8) ? BE_POSITION_GROSS : BE_POSITION_NET;
    tariff->block = random_chance(r, 8) ? 3 : 1;
    tariff->minimum = random_chance(r, 8) ? hundredths(r, 10, 400) : be_amount_zero();
    tariff->flat_at_zero = random_chance(r, 5);
    bool rises = random_chance(r, 20);
    be_quantity up_to = 0;
    for (int i = 0; i < (int)tariff->band_count; i++) {
        up_to += random_between(r, 1, 5);
        int top = rises ? 60 + 20 * i : 120 - 20 * i;
        box->bands[i] =
            (be_band){.up_to = up_to,
                      .price = hundredths(r, top - 20, top),
                      .flat = random_chance(r, 5) ? hundredths(r, 10, 100) : be_amount_zero()};
    }
    box->bands[tariff->band_count - 1].up_to = BE_UNBOUNDED;
}

/* From small to large, most of them with something off the price of pay as you go. */
static void random_packages(random_source *r, product_box *box)
{
    static const int least[] = {3, 8, 17}, most[] = {7, 16, 30};
    box->product.package_count = (size_t)random_between(r, 2, YEAR_SIZES);
    int months = random_chance(r, 40) ? 12 : between(r, 3, 12);
    bool mixed = random_chance(r, 15);
    for (int i = 0; i < YEAR_SIZES; i++) {
        be_quantity size = random_between(r, least[i], most[i]);
        be_amount each = hundredths(r, 45 - 5 * i, 110 - 10 * i);
        int valid = mixed ? between(r, 3, 12) : months;
        box->packages[i] =
            (be_package){"p", size, be_amount_times(each, size), {(int32_t)valid, BE_MONTHS}, NULL};
    }
}

/* What a term of it costs for each number bought: the more, the less for one. */
static void random_term(random_source *r, product_box *box, be_term term, int low)
{
    size_t i = box->product.capacity.price_count++;
    be_band *bands = box->price_bands[i];
    bands[0] = (be_band){.up_to = 1, .price = hundredths(r, low, 3 * low)};
    bands[1] = (be_band){.up_to = BE_UNBOUNDED, .price = bands[0].price};
    if (random_chance(r, 30))
        bands[1].price = be_amount_scale(bands[0].price, BE_RATIO_ONE / 2);
    box->prices[i] = (be_capacity_price){
        .term = term,
        .tariff = {
            .mode = BE_TIERS_GRADUATED, .per = 1, .block = 1, .bands = bands, .band_count = 2}};
}

static void random_capacity(random_source *r, product_box *box)
{
    static const int least[BE_TERM_COUNT] = {
        [BE_TERM_DAY] = 10, [BE_TERM_MONTH] = 150, [BE_TERM_YEAR] = 1500};
    be_capacity *capacity = &box->product.capacity;
    int level = between(r, 1, YEAR_LEVELS);
    bool levels = random_chance(r, 25);
    *capacity = (be_capacity){.offered = true,
                              .additive = !levels && random_chance(r, 40),
                              .overlap = random_chance(r, 25),
                              .calls_free = random_chance(r, 75),
                              .min = levels ? 1 : level,
                              .max = levels ? 2 : level,
                              .lifts_to = random_chance(r, 10) ? 5 : 0,
                              .prices = box->prices};
    for (int term = 0; term < BE_TERM_COUNT; term++) {
        if (random_chance(r, 60))
            random_term(r, box, (be_term)term, least[term]);
    }
}

static void random_limits(random_source *r, question *q)
{
    be_limits *limits = &q->box.product.limits;
    limits->qps = (be_limit){true, random_between(r, 1, 3)};
    limits->with_package =
        (be_limit){random_chance(r, 50), limits->qps.value + random_between(r, 0, 2)};
    q->demand.qps = random_between(r, 0, 4);
    q->demand.peak_days = random_chance(r, 30) ? between(r, 1, 28) : 0;
}

/* Months whose peak is higher or lower than the others'. */
static void vary_peaks(random_source *r, question *q)
{
    for (int t = 0; t < q->horizon.months; t++) {
        be_usage_month *month = &q->usage.month[t];
        if (random_chance(r, 25))
            month->qps_peak = random_between(r, month->qps_floor, 4);
    }
}

static void random_stock(random_source *r, question *q)
{
    be_free_quota *free = &q->box.product.free;
    if (random_chance(r, 50))
        *free = (be_free_quota){.quantity = random_between(r, 1, 20), .monthly = false};
    if (free->quantity > 0 && random_chance(r, 40))
        *free = (be_free_quota){.quantity = random_between(r, 1, 4), .monthly = true};
    if (!free->monthly && random_chance(r, 60))
        free->valid = (be_duration){(int32_t)random_between(r, 10, 300), BE_DAYS};
    q->demand.has_free_left = random_chance(r, 20);
    q->demand.free_left = random_between(r, 0, 6);
    q->demand.owned = q->owned;
    q->demand.owned_count = random_chance(r, 65) ? 0 : (size_t)random_between(r, 1, OWNED_MAX);
    for (size_t i = 0; i < q->demand.owned_count; i++)
        q->owned[i] = (be_owned){.left = random_between(r, 1, 20),
                                 .expires = q->horizon.start + (be_month)random_between(r, 0, 10)};
}

static void random_order(random_source *r, be_product *p)
{
    static const be_layer orders[][4] = {
        {BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PACKAGE, BE_LAYER_PAYG},
        {BE_LAYER_QPS, BE_LAYER_FREE, BE_LAYER_PACKAGE, BE_LAYER_PAYG},
        {BE_LAYER_FREE, BE_LAYER_PACKAGE, BE_LAYER_QPS, BE_LAYER_PAYG},
        {BE_LAYER_PACKAGE, BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PAYG}};
    int rare = random_chance(r, 10) ? 2 : 0;
    memcpy(p->deduction, orders[rare + between(r, 0, 1)], sizeof orders[0]);
    p->deduction_count = 4;
}

static void random_question(random_source *r, question *q)
{
    memset(q, 0, sizeof *q);
    fixture_flat(&q->box, "1");
    int years = random_chance(r, 85) ? 12 : random_chance(r, 70) ? 18 : 24;
    q->horizon = horizon_of(2027, between(r, 1, 12), years);
    random_volumes(r, q);
    random_tariff(r, &q->box);
    random_packages(r, &q->box);
    random_order(r, &q->box.product);
    q->box.product.payg.offered = random_chance(r, 92);
    q->box.product.payg.opt_in = random_chance(r, 15);
    random_stock(r, q);
    if (random_chance(r, 30))
        random_capacity(r, &q->box);
    if (random_chance(r, 35))
        random_limits(r, q);
    be_usage_resolve(&q->demand, q->horizon, &q->usage);
    if (q->box.product.limits.qps.stated && random_chance(r, 40))
        vary_peaks(r, q);
}

/* -- the same for the oracle --------------------------------------------------------------------
 */

static long plain_of(be_amount amount)
{
    be_amount one = be_amount_divide(be_amount_of(1), parts_of_one);
    assert_true(be_amount_is_known(amount));
    assert_true(amount.scaled % one.scaled == 0);
    return (long)(amount.scaled / one.scaled);
}

static long charge(const void *context, int before, int units)
{
    return plain_of(be_tariff_charge(context, before, units, NULL, NULL));
}

static void fill_months(plain_year *y, const question *q)
{
    y->months = q->horizon.months;
    for (int t = 0; t < y->months; t++) {
        const be_usage_month *month = &q->usage.month[t];
        y->units[t] = (int)month->billable;
        y->days[t] = month->days;
        y->peak_days[t] = month->peak_days;
        y->peak[t] = (int)month->qps_peak;
        y->steady[t] = (int)month->qps_floor;
    }
}

static void fill_stock(plain_year *y, const question *q)
{
    const be_product *p = &q->box.product;
    bool less = q->demand.has_free_left && q->demand.free_left < p->free.quantity;
    y->free_left = (int)(less ? q->demand.free_left : p->free.quantity);
    y->free_again = p->free.monthly ? (int)p->free.quantity : 0;
    y->free_days = p->free.valid.count;
    y->owned = (int)q->demand.owned_count;
    for (int i = 0; i < y->owned; i++) {
        y->owned_left[i] = (int)q->owned[i].left;
        y->owned_last[i] = q->owned[i].expires - q->horizon.start;
    }
    y->sizes = (int)p->package_count;
    for (int i = 0; i < y->sizes; i++) {
        y->size[i] = (int)p->packages[i].size;
        y->price[i] = plain_of(p->packages[i].price);
        y->validity[i] = p->packages[i].valid.count;
    }
}

static void fill_capacity(plain_year *y, const be_product *p)
{
    const be_capacity *capacity = &p->capacity;
    y->sold = capacity->offered;
    y->calls_free = capacity->calls_free;
    y->additive = capacity->additive;
    y->one_at_a_time = !capacity->additive && !capacity->overlap;
    y->least = (int)capacity->min;
    y->most = capacity->offered ? (int)capacity->max : 0;
    y->lifts_to = (int)capacity->lifts_to;
    for (int term = 0; term < YEAR_TERMS; term++) {
        for (int level = 0; level <= YEAR_LEVELS; level++)
            y->term_price[term][level] = -1;
    }
    for (size_t i = 0; i < capacity->price_count; i++) {
        for (int level = y->least; level <= y->most; level++)
            y->term_price[capacity->prices[i].term][level] =
                plain_of(be_capacity_charge(capacity, i, level, 1));
    }
}

static int plain_limit_of(be_limit limit)
{
    return limit.stated ? (int)limit.value : YEAR_UNSTATED;
}

static void fill_year(plain_year *y, const question *q)
{
    static const year_layer layers[BE_LAYER_COUNT] = {
        [BE_LAYER_FREE] = YEAR_FREE, [BE_LAYER_QPS] = YEAR_QPS, [BE_LAYER_PACKAGE] = YEAR_PACKAGE};
    const be_product *p = &q->box.product;
    *y = (plain_year){.payg = p->payg.offered && (!p->payg.opt_in || q->demand.postpaid),
                      .gross = p->payg.tariff.position == BE_POSITION_GROSS,
                      .charge = charge,
                      .context = &p->payg.tariff,
                      .limit = plain_limit_of(p->limits.qps),
                      .with_package = plain_limit_of(p->limits.with_package)};
    for (int i = 0; i < YEAR_LAYERS; i++)
        y->order[i] = layers[p->deduction[i]];
    fill_months(y, q);
    fill_stock(y, q);
    fill_capacity(y, p);
}

/* -- what holds ---------------------------------------------------------------------------------
 */

typedef enum kind { KIND_LEVEL, KIND_VOLUME, KIND_VOLUME_SHORT, KIND_CAPACITY, KIND_COUNT } kind;

static const char *const kind_names[KIND_COUNT] = {
    "flat and graduated", "volume, nothing bought ends", "volume, packages end", "capacity"};

/* How many questions there were of a kind, and what became of them. */
static struct {
    unsigned asked, feasible, compared, proven, best, ties, tied;
} tally[KIND_COUNT];

static kind kind_of(const question *q)
{
    const be_product *p = &q->box.product;
    if (p->capacity.offered)
        return KIND_CAPACITY;
    if (p->payg.tariff.mode != BE_TIERS_VOLUME)
        return KIND_LEVEL;
    for (size_t i = 0; i < p->package_count; i++) {
        if (p->packages[i].valid.count < q->horizon.months)
            return KIND_VOLUME_SHORT;
    }
    return KIND_VOLUME;
}

static void expect_billed(unsigned n, be_arena *arena, const question *q, const be_optimum *o)
{
    be_bill bill;
    assert_true(be_bill_compute(arena, &q->box.product, &q->demand, &q->usage,
                                o->schedule.purchases, o->schedule.count, BE_BILL_TOTALS, &bill));
    if (!bill.feasible || be_amount_compare(bill.total, o->cost) != 0)
        fail_msg("case %u: the cost is not the bill's", n);
    if (orders_share_a_day(&q->box.product.capacity, q->horizon, o->schedule.purchases,
                           o->schedule.count))
        fail_msg("case %u: two orders of one day", n);
    if (o->optimal != o->schedule.proven)
        fail_msg("case %u: the plan is proven and the optimum is not, or the reverse", n);
}

static void expect_bound(unsigned n, const be_optimum *o, const year_plan *best)
{
    if (!be_amount_is_known(o->bound))
        fail_msg("case %u: no bound, and %ld is feasible", n, best->cost);
    be_amount least = be_amount_divide(be_amount_of(best->cost), parts_of_one);
    char bound[BE_AMOUNT_TEXT];
    be_amount_format(o->bound, bound);
    if (be_amount_compare(o->bound, least) > 0)
        fail_msg("case %u: %ld undercuts the bound %s", n, best->cost, bound);
    if (o->optimal && be_amount_compare(o->bound, o->cost) != 0)
        fail_msg("case %u: optimal, and the bound %s is lower", n, bound);
}

/* A plan that is known beforehand is never lost, and takes nothing from the bound. */
static void expect_among(unsigned n, be_arena *arena, const question *q, const be_optimum *o,
                         const year_plan *best)
{
    be_optimum among;
    assert_true(
        optimum_among(arena, &q->box.product, &q->demand, &q->usage, &o->schedule, 1, &among));
    if (be_amount_compare(among.cost, o->cost) > 0)
        fail_msg("case %u: a plan that was known is lost", n);
    expect_billed(n, arena, q, &among);
    expect_bound(n, &among, best);
}

/* Whether of the plans that cost the least it has the fewest purchases, and then the latest. */
static bool tie_is_broken(const be_optimum *o, const year_plan *best)
{
    int purchases = 0, when = 0;
    for (size_t i = 0; i < o->schedule.count; i++) {
        int count = (int)o->schedule.purchases[i].count;
        purchases += count;
        when += count * o->schedule.purchases[i].month;
    }
    return purchases == best->purchases && when == best->when;
}

static void check_year(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    plain_year y;
    be_optimum o;
    random_question(r, &q);
    assert_true(be_optimum_find(arena, &q.box.product, &q.demand, &q.usage, &o));
    kind k = kind_of(&q);
    tally[k].asked++;
    if (!be_amount_is_known(o.cost)) {
        assert_false(o.optimal);
        return;
    }
    tally[k].feasible++;
    tally[k].proven += o.optimal ? 1 : 0;
    expect_billed(n, arena, &q, &o);
    fill_year(&y, &q);
    long cost = plain_of(o.cost);
    year_plan best = plain_cheapest_year(&y, cost);
    if (best.too_many)
        return;
    tally[k].compared++;
    if (!best.found)
        fail_msg("case %u: %ld is less than anything costs", n, cost);
    if (o.optimal && best.cost < cost)
        fail_msg("case %u: %ld is less than %ld, said to be the optimum", n, best.cost, cost);
    tally[k].best += best.cost == cost ? 1 : 0;
    expect_bound(n, &o, &best);
    expect_among(n, arena, &q, &o, &best);
    if (!o.optimal || y.sold)
        return;
    tally[k].ties++;
    tally[k].tied += tie_is_broken(&o, &best) ? 1 : 0;
}

static void print_tally(void)
{
    for (int k = 0; k < KIND_COUNT; k++)
        print_message(
            "%-28s %4u asked, %4u feasible, %4u proven; of %4u compared %4u the cheapest; "
            "of %4u ties %4u broken\n",
            kind_names[k], tally[k].asked, tally[k].feasible, tally[k].proven, tally[k].compared,
            tally[k].best, tally[k].ties, tally[k].tied);
}

static void no_plan_of_a_year_is_cheaper(void **state)
{
    memset(tally, 0, sizeof tally);
    try_cases(state, "years", CASES, check_year);
    print_tally();
    unsigned feasible = 0, proven = 0, ties = 0, tied = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        feasible += tally[k].feasible;
        proven += tally[k].proven;
        ties += tally[k].ties;
        tied += tally[k].tied;
    }
    assert_of_many(proven * 10 >= feasible * 7);
    assert_of_many(tied * 20 >= ties * 19);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(no_plan_of_a_year_is_cheaper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
