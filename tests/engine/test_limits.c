/* Limits: what carries a load, why something does not, and what would. */
#include <engine/limits.h>

#include "engine_test.h"
#include "fixtures.h"

static const be_bill *bill(be_arena *arena, const be_product *product, be_demand demand,
                           const be_purchase *purchases, size_t count)
{
    return bill_of(arena, product, &demand, horizon_of(2026, 1, 2), purchases, count);
}

static void expect_reason(const be_bill *b, be_message_id id, const char *text)
{
    assert_message(find_message(b->reasons, b->reason_count, id), text);
}

static void a_rate_within_the_limit_is_carried(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_bill *b = bill(*state, product, (be_demand){.volume = 100, .qps = 2}, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_int_equal(b->month[0].limit.value, 2);
    assert_true(b->feasible);
    assert_int_equal(b->reason_count, 0);
}

static void a_rate_over_the_limit_says_what_would_carry_it(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_bill *b = bill(*state, product, (be_demand){.volume = 100, .qps = 4}, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_NO);
    assert_false(b->feasible);
    expect_reason(b, BE_MSG_OVER_QPS, "Carries 2 QPS in 2026-01; 4 are needed.");
    expect_reason(b, BE_MSG_FIX_PACKAGE,
                  "A package with balance all month raises the limit to 5 "
                  "QPS.");
    expect_reason(b, BE_MSG_FIX_BUY_QPS, "4 prepaid QPS would carry the load.");
    assert_int_equal(b->reason_count, 3); /* once, not for each month */
    b = bill(*state, product, (be_demand){.volume = 100, .qps = 5}, NULL, 0);
    assert_non_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_PACKAGE));
    b = bill(*state, product, (be_demand){.volume = 100, .qps = 50}, NULL, 0);
    expect_reason(b, BE_MSG_FIX_BUY_QPS, "50 prepaid QPS would carry the load."); /* all there is */
    b = bill(*state, product, (be_demand){.volume = 100, .qps = 60}, NULL, 0);
    assert_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_PACKAGE));
    assert_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_BUY_QPS));
    expect_reason(b, BE_MSG_CAPACITY_MAX, "At most 50 can be bought; 60 are needed.");
    box.product.package_count = 0;
    b = bill(*state, product, (be_demand){.volume = 100, .qps = 4}, NULL, 0);
    assert_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_PACKAGE));
}

static void the_month_that_is_not_carried_is_named(void **state)
{
    product_box box;
    const be_quantity volumes[] = {100, 21600000}; /* 9 QPS all February */
    const be_bill *b = bill(*state, fixture_licence_plate(&box),
                            (be_demand){.volumes = volumes, .volume_count = 2}, NULL, 0);
    assert_int_equal(b->month[0].carries, BE_CARRIES_YES);
    expect_reason(b, BE_MSG_OVER_QPS, "Carries 2 QPS in 2026-02; 9 are needed.");
}

/* The first month is told; the cure has to do for all of them. */
static void what_would_carry_it_is_enough_for_every_month(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_quantity volumes[] = {5400000, 21600000}; /* 3 and 9 QPS all day long */
    const be_bill *b =
        bill(*state, product, (be_demand){.volumes = volumes, .volume_count = 2}, NULL, 0);
    expect_reason(b, BE_MSG_OVER_QPS, "Carries 2 QPS in 2026-01; 3 are needed.");
    expect_reason(b, BE_MSG_FIX_BUY_QPS, "9 prepaid QPS would carry the load.");
}

static void a_package_lifts_the_limit_while_it_covers_the_month(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_bill *b = bill(*state, product, (be_demand){.volume = 6000, .qps = 5}, one, 1);
    assert_int_equal(b->month[0].limit.value, 5);
    assert_int_equal(b->month[0].carries, BE_CARRIES_YES);
    assert_int_equal(b->month[1].limit.value, 2); /* 4,000 left for 6,000 */
    assert_int_equal(b->month[1].carries, BE_CARRIES_NO);
    assert_int_equal(b->carries, BE_CARRIES_NO);
    const be_owned last[] = {{.size = 10000, .left = 1, .expires = be_month_of(2026, 1)}};
    const be_demand single = {.volume = 1, .qps = 5, .owned = last, .owned_count = 1};
    b = bill(*state, product, single, NULL, 0);
    assert_int_equal(b->month[0].limit.value, 5);
    assert_int_equal(b->month[1].limit.value, 2);
}

static const be_message *warning(const be_bill *b, be_message_id id)
{
    return find_message(b->warnings, b->warning_count, id);
}

static void a_limit_that_ends_with_the_last_unit_asks_for_a_reserve(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_purchase packages[] = {buy_package(0, 0, 1), buy_package(0, 1, 1)};
    const be_demand half = {.volume = 5000, .qps = 5}, whole = {.volume = 10000, .qps = 5};
    const be_bill *b = bill(*state, product, half, packages, 1);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_message(warning(b, BE_MSG_KEEP_RESERVE),
                   "The limit of 5 QPS lasts only while a package has units; keep one in reserve.");
    b = bill(*state, product, half, packages, 2); /* 5,000 are left at either end */
    assert_null(warning(b, BE_MSG_KEEP_RESERVE));
    b = bill(*state, product, whole, packages, 2); /* each bought just in time */
    assert_non_null(warning(b, BE_MSG_KEEP_RESERVE));
    const be_demand slow = {.volume = 10000, .qps = 2};
    b = bill(*state, product, slow, packages, 2); /* within the default */
    assert_null(warning(b, BE_MSG_KEEP_RESERVE));
}

static void a_level_below_the_peak_leaves_no_room_for_bursts(void **state)
{
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase days[] = {buy_capacity(0, 0, 10, 3), buy_capacity(0, 1, 10, 3)};
    const be_purchase months[] = {buy_capacity(1, 0, 10, 2)};
    be_demand demand = {.volume = 3500000, .qps = 15, .peak_days = 3};
    const be_bill *b = bill(*state, product, demand, days, 2);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_message(warning(b, BE_MSG_OFF_PEAK_QPS), /* of the shorter month */
                   "Off the peak days 10 QPS are planned for an average of 1.45 a second: bursts "
                   "above it fail.");
    b = bill(*state, product, demand, months, 1);
    assert_null(warning(b, BE_MSG_OFF_PEAK_QPS));
    demand.qps = 10; /* the default carries the peak as well */
    b = bill(*state, product, demand, NULL, 0);
    assert_null(warning(b, BE_MSG_OFF_PEAK_QPS));
    demand = (be_demand){.volume = 3500000, .qps = 15}; /* every day is one of the peak */
    b = bill(*state, product, demand, months, 1);
    assert_null(warning(b, BE_MSG_OFF_PEAK_QPS));
}

static void tasks_below_the_peak_leave_no_room_where_more_are_refused(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase days[] = {buy_capacity(0, 0, 2, 3), buy_capacity(0, 1, 2, 3)};
    be_demand demand = {
        .volume = 100000, .concurrency = 5, .response = 10000000, .peak_days = 3, .postpaid = true};
    const be_bill *b = bill(*state, product, demand, days, 2);
    assert_null(warning(b, BE_MSG_OFF_PEAK_TASKS)); /* they queue */
    box.product.limits.over = BE_OVER_REJECT;
    b = bill(*state, product, demand, days, 2);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_message(warning(b, BE_MSG_OFF_PEAK_TASKS),
                   "Off the peak days 3 tasks at once are planned for an average of 0.42: more at "
                   "once fail.");
}

static void bought_qps_replaces_or_adds(void **state)
{
    product_box box;
    const be_purchase plates[] = {buy_capacity(0, 0, 8, 2)};
    const be_bill *b =
        bill(*state, fixture_licence_plate(&box), (be_demand){.volume = 100, .qps = 8}, plates, 1);
    assert_int_equal(b->month[0].limit.value, 8);
    assert_true(b->feasible);
    const be_purchase cards[] = {buy_capacity(1, 0, 10, 2)};
    b = bill(*state, fixture_id_card(&box), (be_demand){.volume = 100, .qps = 20}, cards, 1);
    assert_int_equal(b->month[0].limit.value, 20);
    assert_true(b->feasible);
    b = bill(*state, fixture_id_card(&box), (be_demand){.volume = 100, .qps = 21}, cards, 1);
    expect_reason(b, BE_MSG_FIX_BUY_QPS, "11 prepaid QPS would carry the load.");
    box.product.limits.qps.stated = false; /* then there is nothing to add to */
    b = bill(*state, &box.product, (be_demand){.volume = 100, .qps = 10}, cards, 1);
    assert_int_equal(b->month[0].limit.value, 10);
}

/* Needed on 3 days: capacity for 3 days is enough, unless the volume alone needs it every day. */
static void a_peak_needs_capacity_on_its_days_only(void **state)
{
    product_box box;
    const be_product *product = fixture_id_card(&box);
    be_demand demand = {.volume = 100, .qps = 20, .peak_days = 3};
    const be_purchase three[] = {buy_capacity(0, 0, 10, 3), buy_capacity(0, 1, 10, 3)};
    assert_true(bill(*state, product, demand, three, 2)->feasible);
    const be_purchase two[] = {buy_capacity(0, 0, 10, 3), buy_capacity(0, 1, 10, 2)};
    assert_false(bill(*state, product, demand, two, 2)->feasible);
    demand.volume = 12 * 31 * 86400; /* 12 QPS and more day and night */
    const be_bill *b = bill(*state, product, demand, three, 2);
    assert_false(b->feasible);
    expect_reason(b, BE_MSG_OVER_QPS, "Carries 10 QPS in 2026-01; 12 are needed.");
}

static void a_queue_only_has_to_drain(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = {.volume = 1000, .postpaid = true, .concurrency = 8, .response = 10000000};
    const be_bill *b = bill(*state, product, demand, NULL, 0);
    assert_true(b->feasible);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_QUEUE_WAIT),
                   "8 requests at once meet 3 running tasks: the last of them starts after 20 s.");
    demand.response = 0;
    b = bill(*state, product, demand, NULL, 0);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_QUEUE_ROUNDS),
                   "8 requests at once meet 3 running tasks: they run in 3 rounds.");
    demand.concurrency = 3;
    b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->warning_count, 0);
    box.product.limits.concurrency.value = 1;
    demand.concurrency = 2;
    b = bill(*state, product, demand, NULL, 0);
    assert_non_null(find_message(b->warnings, b->warning_count, BE_MSG_QUEUE_ROUNDS));
}

/* A microsecond is a response time like any other: three tasks finish 8,035,200,000,000 in it. */
static void the_shortest_response_time_is_one(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = {.volumes = (be_quantity[]){8035200000000, 0},
                        .volume_count = 2,
                        .postpaid = true,
                        .concurrency = 8,
                        .response = 1};
    const be_bill *b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_QUEUE_WAIT),
                   "8 requests at once meet 3 running tasks: the last of them starts after "
                   "2 µs.");
    demand.volumes = (be_quantity[]){8035200000001, 0};
    b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_NO);
    assert_non_null(find_message(b->reasons, b->reason_count, BE_MSG_OVER_THROUGHPUT));
}

static void no_task_at_once_carries_nothing(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.product.limits.concurrency.value = 0;
    const be_bill *b = bill(*state, &box.product,
                            (be_demand){.volume = 10, .postpaid = true, .concurrency = 8}, NULL, 0);
    assert_int_not_equal(b->carries, BE_CARRIES_YES);
}

/* Three tasks of a minute finish 133,920 in January, and 3 at once are 1 QPS at 3 s. */
static void speed_that_nobody_stated_is_not_taken_for_granted(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = {.volumes = (be_quantity[]){133920, 0}, .volume_count = 2, .postpaid = true};
    assert_int_equal(bill(*state, product, demand, NULL, 0)->carries, BE_CARRIES_YES);
    demand.volumes = (be_quantity[]){100000000, 0};
    const be_bill *b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_UNSTATED);
    assert_true(b->feasible);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_SPEED_UNSTATED),
                   "3 tasks at once keep up in 2026-01 only while a call takes no longer than "
                   "80.352 ms: enter a response time.");
    demand.volumes = (be_quantity[]){10, 0};
    demand.qps = 1;
    b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_UNSTATED);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_SPEED_UNSTATED),
                   "3 tasks at once keep up in 2026-01 only while a call takes no longer than 3 s: "
                   "enter a response time.");
    demand.response = 2000000;
    assert_int_equal(bill(*state, product, demand, NULL, 0)->carries, BE_CARRIES_YES);
    demand.response = 0;
    demand.qps = 2;
    b = bill(*state, product, demand, NULL, 0);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_SPEED_UNSTATED),
                   "3 tasks at once keep up in 2026-01 only while a call takes no longer than "
                   "1.5 s: enter a response time.");
}

/* Three tasks of 10 s finish 803,520 in the 31 days of January. */
static void a_queue_that_never_drains_is_not_carried(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = {.volume = 803520, .postpaid = true, .response = 10000000};
    const be_bill *b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->month[0].carries, BE_CARRIES_YES);
    assert_int_equal(b->month[1].carries, BE_CARRIES_NO); /* February is shorter */
    demand.volume = 803521;
    b = bill(*state, product, demand, NULL, 0);
    assert_int_equal(b->month[0].carries, BE_CARRIES_NO);
    expect_reason(b, BE_MSG_OVER_THROUGHPUT,
                  "3 tasks at once finish 803,520 calls in 2026-01, fewer than the month needs: "
                  "the queue never drains.");
    expect_reason(b, BE_MSG_FIX_BUY_CONCURRENCY, "1 more concurrent task would carry the load.");
}

static void where_requests_do_not_queue_they_fail(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.product.limits.over = BE_OVER_REJECT;
    const be_bill *b = bill(*state, &box.product,
                            (be_demand){.volume = 10, .postpaid = true, .concurrency = 8}, NULL, 0);
    assert_false(b->feasible);
    expect_reason(b, BE_MSG_OVER_CONCURRENCY, "Runs 3 tasks at once in 2026-01; 8 are needed.");
    expect_reason(b, BE_MSG_FIX_BUY_CONCURRENCY, "5 more concurrent tasks would carry the load.");
    be_demand most = {.volumes = (be_quantity[]){803520, 0}, .volume_count = 2, .postpaid = true};
    most.concurrency = 3;
    most.response = 10000000; /* three tasks all January long */
    assert_true(bill(*state, &box.product, most, NULL, 0)->feasible);
    /* A volume that keeps more of them running all month long is no better than a peak. */
    b = bill(*state, &box.product,
             (be_demand){.volume = 803521, .postpaid = true, .response = 10000000}, NULL, 0);
    assert_false(b->feasible);
    expect_reason(b, BE_MSG_OVER_CONCURRENCY, "Runs 3 tasks at once in 2026-01; 4 are needed.");
}

static void capacity_of_the_other_kind_is_no_cure(void **state)
{
    product_box box;
    fixture_licence_plate(&box);
    box.product.limits.concurrency = (be_limit){true, 3};
    const be_bill *b =
        bill(*state, &box.product, (be_demand){.volume = 10, .concurrency = 8}, NULL, 0);
    expect_reason(b, BE_MSG_OVER_CONCURRENCY, "Runs 3 tasks at once in 2026-01; 8 are needed.");
    assert_int_equal(b->reason_count, 1);
    const be_purchase qps[] = {buy_capacity(0, 0, 8, 2)};
    b = bill(*state, &box.product, (be_demand){.volume = 10, .concurrency = 8}, qps, 1);
    expect_reason(b, BE_MSG_OVER_CONCURRENCY, "Runs 3 tasks at once in 2026-01; 8 are needed.");
}

/* Any number of it lifts the limit to 20; where that is not enough, no number is. */
static void capacity_that_lifts_the_limit_does_so_at_any_number(void **state)
{
    product_box box;
    fixture_id_card(&box);
    box.product.capacity.lifts_to = 20;
    const be_purchase cards[] = {buy_capacity(1, 0, 10, 2)};
    const be_bill *b = bill(*state, &box.product, (be_demand){.volume = 100, .qps = 20}, cards, 1);
    assert_int_equal(b->month[0].limit.value, 20);
    assert_true(b->month[0].limit.stated);
    assert_true(b->feasible);
    b = bill(*state, &box.product, (be_demand){.volume = 100, .qps = 20}, NULL, 0);
    assert_int_equal(b->month[0].limit.value, 10);
    expect_reason(b, BE_MSG_FIX_BUY_QPS, "10 prepaid QPS would carry the load.");
    b = bill(*state, &box.product, (be_demand){.volume = 100, .qps = 21}, NULL, 0);
    assert_int_equal(b->reason_count, 1);
    expect_reason(b, BE_MSG_OVER_QPS, "Carries 10 QPS in 2026-01; 21 are needed.");
    box.product.capacity.lifts_to = 1; /* a limit of one is a limit */
    box.product.limits.qps.value = 0;
    b = bill(*state, &box.product, (be_demand){.volume = 100, .qps = 1}, cards, 1);
    assert_int_equal(b->month[0].limit.value, 1);
    b = bill(*state, &box.product, (be_demand){.volume = 100, .qps = 2}, NULL, 0);
    assert_int_equal(b->reason_count, 1);
}

static void submissions_bind_like_qps(void **state)
{
    product_box box;
    const be_bill *b =
        bill(*state, fixture_refiner(&box), (be_demand){.volume = 10, .qps = 11}, NULL, 0);
    assert_false(b->feasible);
    expect_reason(b, BE_MSG_OVER_RPS, "Accepts 10 submissions a second in 2026-01; 11 are needed.");
    assert_true(
        bill(*state, &box.product, (be_demand){.volume = 10, .qps = 10}, NULL, 0)->feasible);
}

static void unlimited_is_a_limit_that_carries_everything(void **state)
{
    product_box box;
    fixture_flat(&box, "0.004");
    box.product.limits.qps = (be_limit){true, BE_UNBOUNDED};
    box.product.limits.concurrency = (be_limit){true, BE_UNBOUNDED};
    const be_bill *b = bill(*state, &box.product,
                            (be_demand){.volume = BE_QUANTITY_MAX,
                                        .qps = BE_QUANTITY_MAX,
                                        .concurrency = BE_QUANTITY_MAX,
                                        .response = 1},
                            NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_YES);
}

static void a_limit_that_is_not_published_is_not_held_against_it(void **state)
{
    product_box box;
    const be_bill *b =
        bill(*state, fixture_flat(&box, "0.004"), (be_demand){.volume = 10, .qps = 1000}, NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_UNSTATED);
    assert_true(b->feasible);
    assert_non_null(find_message(b->warnings, b->warning_count, BE_MSG_LIMIT_UNSTATED));
}

/* Whatever the peak: without calls there is none. */
static void a_month_without_calls_needs_no_capacity(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_demand demand = {.qps = 60, .concurrency = 60};
    const be_bill *b = bill(*state, product, demand, NULL, 0);
    assert_true(b->feasible);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_int_equal(b->reason_count, 0);
    assert_int_equal(b->month[0].limit.value, 2);
    b = bill(*state, fixture_style_transfer(&box), demand, NULL, 0);
    assert_int_equal(b->warning_count, 0);
}

static capacity_need need_of(const be_product *product, be_demand demand)
{
    be_usage usage;
    be_usage_resolve(&demand, horizon_of(2026, 1, 1), &usage);
    return limits_needed_capacity(product, &demand, &usage.month[0]);
}

static void needed_capacity_is_what_the_default_lacks(void **state)
{
    (void)state;
    product_box box;
    const struct {
        const be_product *(*fixture)(product_box *);
        be_demand demand;
        be_quantity peak, steady;
    } rows[] = {
        {fixture_licence_plate, {.volume = 1, .qps = 8}, 8, 8}, /* in place of the default */
        {fixture_licence_plate, {.volume = 1}, 1, 1},           /* the calls are what is bought */
        {fixture_licence_plate, {.qps = 8}, 0, 0},              /* no calls, no need */
        {fixture_id_card, {.volume = 1, .qps = 10}, 0, 0},
        {fixture_id_card, {.volume = 1, .qps = 11}, 10, 0}, /* not sold by fewer than 10 */
        {fixture_id_card, {.volume = 1, .qps = 25}, 15, 0},
        {fixture_id_card, {.volume = 80352000, .qps = 45}, 35, 20}, /* 30 QPS all month */
        {fixture_baidu_face, {.volume = 1, .qps = 50}, 48, 48},
        {fixture_baidu_face, {.volume = 1, .qps = 1}, 1, 1},
        {fixture_style_transfer, {.volume = 1, .concurrency = 8}, 5, 0},
        {fixture_style_transfer, {.volume = 1339200, .concurrency = 8, .response = 10000000}, 5, 2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        capacity_need need = need_of(rows[i].fixture(&box), rows[i].demand);
        assert_int_equal(need.peak, rows[i].peak);
        assert_int_equal(need.steady, rows[i].steady);
    }
    fixture_id_card(&box);
    box.product.limits.qps.stated = false;
    assert_int_equal(need_of(&box.product, (be_demand){.volume = 1, .qps = 15}).peak, 15);
    fixture_id_card(&box);
    box.product.capacity.lifts_to = 40;
    assert_int_equal(need_of(&box.product, (be_demand){.volume = 1, .qps = 35}).peak, 10);
    assert_int_equal(need_of(&box.product, (be_demand){.volume = 1, .qps = 10}).peak, 0);
    box.product.capacity.lifts_to = 1;
    assert_int_equal(need_of(&box.product, (be_demand){.volume = 1, .qps = 35}).peak, 10);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

/* An upgrade that raises the limit to 20 QPS, however many of it are bought. */
static void capacity_may_lift_the_limit_to_a_level(void **state)
{
    product_box box;
    fixture_id_card(&box); /* 10 QPS */
    box.product.capacity.additive = false;
    box.product.capacity.lifts_to = 20;
    box.product.capacity.min = 1;
    const be_demand within = {.volume = 1000, .qps = 20}, beyond = {.volume = 1000, .qps = 21};
    const be_purchase buys[] = {buy_capacity(0, 0, 1, 31)};
    const be_horizon horizon = horizon_of(2026, 12, 1);
    const be_bill *b = bill_of(*state, &box.product, &within, horizon, buys, 1);
    assert_int_equal(b->carries, BE_CARRIES_YES);
    assert_int_equal(b->month[0].limit.value, 20);
    b = bill_of(*state, &box.product, &within, horizon, NULL, 0);
    expect_reason(b, BE_MSG_FIX_BUY_QPS, "1 prepaid QPS would carry the load.");
    b = bill_of(*state, &box.product, &beyond, horizon, buys, 1);
    assert_int_equal(b->carries, BE_CARRIES_NO);
    assert_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_BUY_QPS));

    be_usage usage;
    be_schedule schedule;
    be_usage_resolve(&within, horizon, &usage);
    assert_true(be_strategy_capacity(*state, &box.product, &within, &usage, &schedule));
    assert_int_equal(schedule.count, 1);
    assert_int_equal(schedule.purchases[0].count, 1);
}

/* Tasks that cannot run at all neither queue nor wait. */
static void a_limit_of_nothing_carries_nothing(void **state)
{
    product_box box;
    fixture_refiner(&box);
    box.product.limits.concurrency.value = 0;
    const be_demand demand = {.volume = 100};
    const be_bill *b = bill_of(*state, &box.product, &demand, horizon_of(2026, 12, 1), NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_NO);
    expect_reason(b, BE_MSG_OVER_CONCURRENCY, "Runs 0 tasks at once in 2026-12; 1 is needed.");
    box.product.limits.over = BE_OVER_REJECT;
    b = bill_of(*state, &box.product, &demand, horizon_of(2026, 12, 1), NULL, 0);
    assert_int_equal(b->carries, BE_CARRIES_NO);
}

/* Where no limit is published, bought tasks carry their peak; the other days are not known. */
static void bought_tasks_beside_an_unpublished_limit(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.product.limits.concurrency = (be_limit){.stated = false};
    const be_demand demand = {.volume = 100, .postpaid = true, .concurrency = 5, .peak_days = 3};
    const be_purchase buys[] = {buy_capacity(0, 0, 5, 3)};
    const be_bill *b = bill_of(*state, &box.product, &demand, horizon_of(2026, 12, 1), buys, 1);
    assert_int_equal(b->carries, BE_CARRIES_UNSTATED);
    assert_int_equal(b->reason_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_rate_within_the_limit_is_carried),
        CASE(a_rate_over_the_limit_says_what_would_carry_it),
        CASE(the_month_that_is_not_carried_is_named),
        CASE(what_would_carry_it_is_enough_for_every_month),
        CASE(a_package_lifts_the_limit_while_it_covers_the_month),
        CASE(a_limit_that_ends_with_the_last_unit_asks_for_a_reserve),
        CASE(a_level_below_the_peak_leaves_no_room_for_bursts),
        CASE(tasks_below_the_peak_leave_no_room_where_more_are_refused),
        CASE(bought_qps_replaces_or_adds),
        CASE(a_peak_needs_capacity_on_its_days_only),
        CASE(a_queue_only_has_to_drain),
        CASE(the_shortest_response_time_is_one),
        CASE(no_task_at_once_carries_nothing),
        CASE(speed_that_nobody_stated_is_not_taken_for_granted),
        CASE(a_queue_that_never_drains_is_not_carried),
        CASE(where_requests_do_not_queue_they_fail),
        CASE(capacity_of_the_other_kind_is_no_cure),
        CASE(capacity_that_lifts_the_limit_does_so_at_any_number),
        CASE(submissions_bind_like_qps),
        CASE(unlimited_is_a_limit_that_carries_everything),
        CASE(a_limit_that_is_not_published_is_not_held_against_it),
        CASE(a_month_without_calls_needs_no_capacity),
        cmocka_unit_test(needed_capacity_is_what_the_default_lacks),
        cmocka_unit_test_setup_teardown(capacity_may_lift_the_limit_to_a_level, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_limit_of_nothing_carries_nothing, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(bought_tasks_beside_an_unpublished_limit, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
