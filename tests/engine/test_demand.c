/* Demand: volumes month by month, billable units, and what must be carried a second. */
#include "engine_test.h"

static be_usage resolve(const be_demand *demand, int months)
{
    be_usage usage;
    be_usage_resolve(demand, horizon_of(2026, 12, months), &usage);
    return usage;
}

static void an_empty_demand_needs_nothing(void **state)
{
    (void)state;
    be_usage usage = resolve(&(be_demand){0}, 3);
    for (int t = 0; t < 3; t++) {
        assert_int_equal(usage.month[t].attempts, 0);
        assert_int_equal(usage.month[t].billable, 0);
        assert_int_equal(usage.month[t].qps_peak, 0);
        assert_int_equal(usage.month[t].concurrency, 0);
    }
    assert_int_equal(usage.billable_total, 0);
    assert_int_equal(usage.month[0].busy_seconds, 31 * 86400);
    assert_int_equal(usage.month[2].days, 28);
}

/* 1,000 at 5 %: 1,000, 1,050, 1,102.5, 1,157.625, 1,215.50625: carried exactly, rounded up. */
static void growth_compounds_without_rounding_on_the_way(void **state)
{
    (void)state;
    static const be_quantity rising[] = {1000, 1050, 1103, 1158, 1216};
    static const be_quantity falling[] = {1000, 500, 250, 125, 63};
    be_usage up = resolve(&(be_demand){.volume = 1000, .growth = BE_RATIO_ONE / 20}, 5);
    be_usage down = resolve(&(be_demand){.volume = 1000, .growth = -BE_RATIO_ONE / 2}, 5);
    be_quantity total = 0;
    for (int t = 0; t < 5; t++) {
        assert_int_equal(up.month[t].attempts, rising[t]);
        assert_int_equal(down.month[t].attempts, falling[t]);
        total += rising[t];
    }
    assert_int_equal(up.billable_total, total);
    be_usage none = resolve(&(be_demand){.volume = 0, .growth = BE_RATIO_ONE}, 2);
    assert_int_equal(none.billable_total, 0);
    be_usage least = resolve(&(be_demand){.volume = 1000000000, .growth = 1}, 2);
    assert_int_equal(least.month[1].attempts, 1000000001);
}

static void growth_stays_within_the_range_of_quantities(void **state)
{
    (void)state;
    be_usage most = resolve(
        &(be_demand){.volume = BE_QUANTITY_MAX, .growth = BE_RATIO_ONE * 1000000}, BE_MONTHS_MAX);
    for (int t = 0; t < BE_MONTHS_MAX; t++)
        assert_int_equal(most.month[t].attempts, BE_QUANTITY_MAX);
    assert_int_equal(most.billable_total, BE_QUANTITY_MAX * BE_MONTHS_MAX);
    be_usage none = resolve(&(be_demand){.volume = 5, .growth = -BE_RATIO_ONE * 3}, 2);
    assert_int_equal(none.month[0].attempts, 5);
    assert_int_equal(none.month[1].attempts, 0);
}

static void typed_months_take_the_place_of_growth(void **state)
{
    (void)state;
    const be_quantity typed[] = {10, 0, 30};
    be_usage usage = resolve(
        &(be_demand){.volume = 999, .growth = BE_RATIO_ONE, .volumes = typed, .volume_count = 3},
        5);
    static const be_quantity expected[] = {10, 0, 30, 30, 30};
    for (int t = 0; t < 5; t++)
        assert_int_equal(usage.month[t].attempts, expected[t]);
}

static void without_typed_months_the_volume_counts(void **state)
{
    (void)state;
    const be_quantity typed[] = {10};
    be_usage usage = resolve(&(be_demand){.volume = 999, .volumes = typed, .volume_count = 0}, 1);
    assert_int_equal(usage.month[0].attempts, 999);
    usage = resolve(&(be_demand){.volume = 999, .volumes = NULL, .volume_count = 1}, 1);
    assert_int_equal(usage.month[0].attempts, 999);
}

static void failures_are_not_billed_but_some_are(void **state)
{
    (void)state;
    static const struct {
        be_quantity attempts;
        be_ratio failures, billed;
        be_quantity billable;
    } rows[] = {
        {1000, 0, 0, 1000},
        {1000, BE_RATIO_ONE / 100, 0, 990},
        {1000, BE_RATIO_ONE / 100, BE_RATIO_ONE / 2, 995},
        {1000, BE_RATIO_ONE / 100, BE_RATIO_ONE, 1000},
        {999, BE_RATIO_ONE / 100, 0, 990}, /* 9.99 failures: only 9 are sure */
        {1, BE_RATIO_ONE / 2, 0, 1},
        {1000, BE_RATIO_ONE, 0, 0},
        {1000, BE_RATIO_ONE * 5, 0, 0},
        {BE_QUANTITY_MAX, 1, 0, BE_QUANTITY_MAX - 1000000},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        be_usage usage = resolve(&(be_demand){.volume = rows[i].attempts,
                                              .failures = rows[i].failures,
                                              .failures_billed = rows[i].billed},
                                 1);
        assert_int_equal(usage.month[0].billable, rows[i].billable);
    }
}

static void qps_comes_from_concurrency_and_response_time(void **state)
{
    (void)state;
    static const struct {
        be_quantity concurrency;
        be_microseconds response;
        be_quantity typed, qps;
    } rows[] = {
        {4, 500000, 0, 8},  /* the vendor's own example */
        {4, 300000, 0, 14}, /* 13.3 */
        {1, 1000000, 0, 1}, {1, 2000000, 0, 1}, {1, 100000, 0, 10},
        {4, 500000, 1, 1},  {7, 1, 0, 7000000}, {4, 500000, 3, 3}, /* typed in */
        {4, 0, 0, 1}, /* no response time: the volume alone */
        {0, 500000, 0, 1},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        be_usage usage = resolve(&(be_demand){.volume = 1,
                                              .concurrency = rows[i].concurrency,
                                              .response = rows[i].response,
                                              .qps = rows[i].typed},
                                 1);
        assert_int_equal(usage.month[0].qps_peak, rows[i].qps);
    }
}

/* 31 days of 8 busy hours are 892,800 s. */
static void qps_is_never_below_what_the_volume_asks_for(void **state)
{
    (void)state;
    be_usage usage = resolve(&(be_demand){.volume = 892801, .qps = 1, .busy_hours = 8}, 1);
    assert_int_equal(usage.month[0].busy_seconds, 892800);
    assert_int_equal(usage.month[0].qps_floor, 2);
    assert_int_equal(usage.month[0].qps_peak, 2);
    usage = resolve(&(be_demand){.volume = 892800, .busy_hours = 8}, 1);
    assert_int_equal(usage.month[0].qps_floor, 1);
    usage = resolve(&(be_demand){.volume = 892801}, 1);
    assert_int_equal(usage.month[0].qps_floor, 1);
}

static void concurrency_follows_from_a_typed_rate(void **state)
{
    (void)state;
    be_usage usage = resolve(&(be_demand){.volume = 1, .qps = 3, .response = 1500000}, 1);
    assert_int_equal(usage.month[0].concurrency, 5);
    usage = resolve(&(be_demand){.volume = 1, .qps = 1, .response = 1500000}, 1);
    assert_int_equal(usage.month[0].concurrency, 2);
    usage = resolve(&(be_demand){.volume = 1, .qps = 3000000, .response = 1}, 1);
    assert_int_equal(usage.month[0].concurrency, 3);
    usage = resolve(&(be_demand){.volume = 1, .qps = 3}, 1);
    assert_int_equal(usage.month[0].concurrency, 0);
    /* Typed in, it stays. */
    usage = resolve(&(be_demand){.volume = 1, .concurrency = 1, .qps = 30, .response = 1500000}, 1);
    assert_int_equal(usage.month[0].concurrency, 1);
}

static void settings_out_of_range_are_clamped(void **state)
{
    (void)state;
    be_usage usage = resolve(&(be_demand){.volume = -5, .peak_days = 99, .busy_hours = 99}, 99);
    assert_int_equal(usage.horizon.months, BE_MONTHS_MAX);
    assert_int_equal(usage.month[0].attempts, 0);
    assert_int_equal(usage.month[0].peak_days, 31);
    assert_int_equal(usage.month[0].busy_seconds, 31 * 86400);
    usage = resolve(&(be_demand){.peak_days = -3, .busy_hours = -1}, 1);
    assert_int_equal(usage.month[0].peak_days, 1);
    assert_int_equal(usage.month[0].busy_seconds, 31 * 3600);
    usage = resolve(&(be_demand){.peak_days = 1, .busy_hours = 1}, 1);
    assert_int_equal(usage.month[0].peak_days, 1);
    assert_int_equal(usage.month[0].busy_seconds, 31 * 3600);
    usage = resolve(&(be_demand){0}, 1);
    assert_int_equal(usage.month[0].peak_days, 31);
    usage = resolve(&(be_demand){.peak_days = 3}, 0);
    assert_int_equal(usage.horizon.months, 1);
    assert_int_equal(usage.month[0].peak_days, 3);
}

/* A billionth over a whole call is one call more, though half of it is less than a billionth. */
static void a_season_loses_no_part_of_a_call(void **state)
{
    (void)state;
    be_ratio season[12] = {BE_RATIO_ONE / 2}; /* January */
    season[11] = BE_RATIO_ONE;
    be_usage usage =
        resolve(&(be_demand){.volume = 1, .growth = BE_RATIO_ONE + 1, .season = season}, 3);
    assert_int_equal(usage.month[0].attempts, 1);
    assert_int_equal(usage.month[1].attempts, 2);
    assert_int_equal(usage.month[2].attempts, 0);
}

/* Input is priced by all ways of use, output plainly; a third meter takes what nobody says. */
typedef struct metered {
    be_product product;
    be_meter meters[4];
} metered;

static const be_product *metered_product(metered *m)
{
    *m = (metered){.product = {.meters = m->meters, .meter_count = 3}};
    m->meters[0] = (be_meter){.id = "input", .per_request = BE_RATIO_ONE * 1000};
    for (int use = 0; use < BE_USE_COUNT; use++)
        m->meters[0].tariff[use].band_count = 1;
    m->meters[1] = (be_meter){.id = "output", .per_request = BE_RATIO_ONE / 2};
    m->meters[1].tariff[BE_USE_STANDARD].band_count = 1;
    m->meters[2].tariff[BE_USE_STANDARD].band_count = 1;
    m->meters[3] = (be_meter){.id = "behind the last", .per_request = BE_RATIO_ONE};
    return &m->product;
}

static void expect_flow(const be_flow *flow, const be_meter *meter, be_use use, be_quantity units)
{
    assert_ptr_equal(flow->meter, meter);
    assert_int_equal(flow->use, use);
    assert_int_equal(flow->units, units);
}

static void what_a_request_takes_is_said_by_the_demand_or_the_meter(void **state)
{
    (void)state;
    metered m;
    const be_product *product = metered_product(&m);
    const be_ratio said[] = {BE_RATIO_ONE * 7, -1, 0};
    const be_demand demand = {.per_request = said, .per_request_count = 3};
    assert_int_equal(be_demand_per_request(&demand, product, 0), said[0]);
    assert_int_equal(be_demand_per_request(&demand, product, 1), BE_RATIO_ONE / 2);
    assert_int_equal(be_demand_per_request(&demand, product, 2), 0);
    const be_demand first = {.per_request = said, .per_request_count = 1};
    assert_int_equal(be_demand_per_request(&first, product, 1), BE_RATIO_ONE / 2);
    assert_int_equal(be_demand_per_request(&first, product, 2), -1);
    m.meters[2].per_request = 1; /* a billionth is said */
    assert_int_equal(be_demand_per_request(&first, product, 2), 1);
    assert_int_equal(be_demand_request_size(&first, product), 7);
    m.product.request_meter = 1;
    assert_int_equal(be_demand_request_size(&first, product), 1); /* half a unit, rounded up */
}

static void requests_become_units_of_every_meter(void **state)
{
    (void)state;
    metered m;
    be_flow flows[BE_FLOWS_MAX];
    const be_product *product = metered_product(&m);
    assert_int_equal(be_demand_flows(&(be_demand){0}, product, 3, flows), 2);
    expect_flow(&flows[0], &m.meters[0], BE_USE_STANDARD, 3000);
    expect_flow(&flows[1], &m.meters[1], BE_USE_STANDARD, 2); /* one and a half, rounded up */
    assert_int_equal(be_demand_flows(&(be_demand){0}, product, 0, flows), 0);
    /* One billionth of a unit is a unit. */
    const be_ratio least[] = {1, 0};
    const be_demand demand = {.per_request = least, .per_request_count = 2};
    assert_int_equal(be_demand_flows(&demand, product, 3, flows), 1);
    expect_flow(&flows[0], &m.meters[0], BE_USE_STANDARD, 1);
}

/* 10 % of 15 requests is one; of the other 14,000 units a third is in the cache. */
static void batch_and_cache_take_their_shares_rounded_down(void **state)
{
    (void)state;
    metered m;
    be_flow flows[BE_FLOWS_MAX];
    const be_product *product = metered_product(&m);
    const be_demand demand = {.batch = BE_RATIO_ONE / 10, .cached = BE_RATIO_ONE / 3};
    assert_int_equal(be_demand_flows(&demand, product, 15, flows), 4);
    expect_flow(&flows[0], &m.meters[0], BE_USE_STANDARD, 9334);
    expect_flow(&flows[1], &m.meters[0], BE_USE_BATCH, 1000);
    expect_flow(&flows[2], &m.meters[0], BE_USE_CACHED, 4666);
    expect_flow(&flows[3], &m.meters[1], BE_USE_STANDARD, 8); /* it prices neither apart */
    assert_int_equal(be_demand_flows(&(be_demand){0}, product, 3000000000, flows), 2);
    const be_demand all = {.batch = BE_RATIO_ONE * 2};
    assert_int_equal(be_demand_flows(&all, product, 15, flows), 2);
    expect_flow(&flows[0], &m.meters[0], BE_USE_BATCH, 15000);
}

/* 10,000 growing by a tenth; December half as much again, January only a third. */
static void a_season_scales_each_calendar_month(void **state)
{
    (void)state;
    be_ratio season[12];
    for (int i = 0; i < 12; i++)
        season[i] = BE_RATIO_ONE;
    season[11] = BE_RATIO_ONE * 3 / 2;
    season[0] = BE_RATIO_ONE / 3;
    be_demand demand = {.volume = 10000, .growth = BE_RATIO_ONE / 10, .season = season};
    be_usage usage;
    be_usage_resolve(&demand, (be_horizon){be_month_of(2026, 11), 14}, &usage);
    assert_int_equal(usage.month[0].attempts, 10000);
    assert_int_equal(usage.month[1].attempts, 16500);
    assert_int_equal(usage.month[2].attempts, 4034); /* 12,100 x 0.333333333 is 4,033.33 */
    assert_int_equal(usage.month[3].attempts, 13310);
    assert_int_equal(usage.month[13].attempts, 51785); /* 51,784.07, rounded up */
    demand.volumes = (be_quantity[]){7};
    demand.volume_count = 1;
    be_usage_resolve(&demand, (be_horizon){be_month_of(2026, 12), 1}, &usage);
    assert_int_equal(usage.month[0].attempts, 7); /* typed months are what they are */
}

static void a_season_stays_within_the_range_of_quantities(void **state)
{
    (void)state;
    be_ratio season[12];
    for (int i = 0; i < 12; i++)
        season[i] = i % 2 == 0 ? BE_RATIO_ONE * 5000 : -BE_RATIO_ONE;
    be_demand demand = {.volume = BE_QUANTITY_MAX, .season = season};
    be_usage usage;
    be_usage_resolve(&demand, (be_horizon){be_month_of(2026, 1), 2}, &usage);
    assert_int_equal(usage.month[0].attempts, BE_QUANTITY_MAX);
    assert_int_equal(usage.month[1].attempts, 0);
}

/* Growth out of range is told of, also where a quiet season would bring it back. */
static void more_than_can_be_counted_is_told_of(void **state)
{
    (void)state;
    be_ratio season[12];
    for (int i = 0; i < 12; i++)
        season[i] = i == 1 ? BE_RATIO_ONE / 2 : BE_RATIO_ONE;
    be_demand demand = {
        .volume = BE_QUANTITY_MAX * 6 / 10, .growth = BE_RATIO_ONE, .season = season};
    be_usage usage;
    be_usage_resolve(&demand, (be_horizon){be_month_of(2027, 1), 2}, &usage);
    assert_false(usage.too_large);
    assert_int_equal(usage.month[1].attempts, BE_QUANTITY_MAX * 6 / 10);
    be_usage_resolve(&demand, (be_horizon){be_month_of(2027, 1), 3}, &usage);
    assert_true(usage.too_large);
    be_usage_resolve(&(be_demand){.volume = BE_QUANTITY_MAX}, (be_horizon){be_month_of(2027, 1), 2},
                     &usage);
    assert_false(usage.too_large);
    demand.season = NULL;
    be_usage_resolve(&demand, (be_horizon){be_month_of(2027, 1), 2}, &usage);
    assert_true(usage.too_large);
    assert_int_equal(usage.month[1].attempts, BE_QUANTITY_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_demand_needs_nothing),
        cmocka_unit_test(growth_compounds_without_rounding_on_the_way),
        cmocka_unit_test(growth_stays_within_the_range_of_quantities),
        cmocka_unit_test(typed_months_take_the_place_of_growth),
        cmocka_unit_test(without_typed_months_the_volume_counts),
        cmocka_unit_test(failures_are_not_billed_but_some_are),
        cmocka_unit_test(qps_comes_from_concurrency_and_response_time),
        cmocka_unit_test(qps_is_never_below_what_the_volume_asks_for),
        cmocka_unit_test(concurrency_follows_from_a_typed_rate),
        cmocka_unit_test(settings_out_of_range_are_clamped),
        cmocka_unit_test(a_season_loses_no_part_of_a_call),
        cmocka_unit_test(what_a_request_takes_is_said_by_the_demand_or_the_meter),
        cmocka_unit_test(requests_become_units_of_every_meter),
        cmocka_unit_test(batch_and_cache_take_their_shares_rounded_down),
        cmocka_unit_test(a_season_scales_each_calendar_month),
        cmocka_unit_test(a_season_stays_within_the_range_of_quantities),
        cmocka_unit_test(more_than_can_be_counted_is_told_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
