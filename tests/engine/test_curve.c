/* Break-even volumes, each held against the quotes on both sides of it. */
#include "engine_test.h"
#include "fixtures.h"

#include <breakeven/curve.h>

static const be_horizon one_month = {INT32_C(2026) * 12 + 11, 1};

/* Fails unless every volume of the curve is quoted as its span says, and spans leave no gap. */
static void assert_true_everywhere(const be_product *product, const be_demand *demand,
                                   be_horizon horizon, const be_curve *curve)
{
    be_arena *arena = be_arena_create();
    be_quantity next = curve->from;
    assert_non_null(arena);
    for (size_t i = 0; i < curve->span_count; i++) {
        const be_curve_span *span = &curve->spans[i];
        assert_int_equal(span->from, next);
        assert_true(span->proven);
        for (be_quantity v = span->from; v <= span->to; v++) {
            be_demand at = *demand;
            at.volume = v;
            be_arena_reset(arena);
            const be_quote *quote = quote_of(arena, product, &at, horizon);
            const be_option *cheapest = cheapest_column(quote);
            assert_int_equal(cheapest != NULL, span->has_option);
            if (span->has_option)
                assert_int_equal(cheapest->id, span->option);
        }
        next = span->to + 1;
    }
    assert_int_equal(next, curve->to + 1);
    be_arena_destroy(arena);
}

static void assert_span(const be_curve *curve, size_t i, be_quantity from, be_quantity to,
                        be_option_id option)
{
    assert_true(i < curve->span_count);
    assert_int_equal(curve->spans[i].from, from);
    assert_int_equal(curve->spans[i].to, to);
    assert_int_equal(curve->spans[i].option, option);
}

/* 937 x 0.08 = 74.96 < 75 <= 938 x 0.08 = 75.04, and so on from package to package. */
static void volume_tiers_cross_a_package_many_times(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.postpaid = true, .has_free_left = true, .free_left = 0};
    const be_curve *curve = be_curve_create(*state, product, &demand, one_month, 0, 12000, 0);
    assert_non_null(curve);
    assert_span(curve, 0, 0, 937, BE_OPTION_PAYG);
    assert_span(curve, 1, 938, 1000, BE_OPTION_PACKAGE);
    assert_span(curve, 2, 1001, 1875, BE_OPTION_PAYG);
    assert_true_everywhere(product, &demand, one_month, curve);
}

static void equal_totals_go_to_the_one_that_buys_less(void **state)
{
    product_box box;
    fixture_flat(&box, "0.2");
    box.packages[0] =
        (be_package){.id = "1k", .size = 1000, .price = money("200"), .valid = {12, BE_MONTHS}};
    box.product.packages = box.packages;
    box.product.package_count = 1;
    const be_demand demand = {0};
    const be_curve *curve = be_curve_create(*state, &box.product, &demand, one_month, 0, 3500, 0);
    assert_non_null(curve);
    assert_int_equal(curve->span_count, 1);
    assert_span(curve, 0, 0, 3500, BE_OPTION_PAYG);
}

/*
 * Packages at the price of the units, and speed that nobody needs: both equal pay as you go at a
 * great many volumes, and none of these has to be looked at.
 */
static void what_cannot_win_is_not_looked_at(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    for (size_t i = 0; i < box.product.package_count; i++)
        box.packages[i].price = be_amount_times(money("0.08"), box.packages[i].size);
    const be_demand demand = {.postpaid = true, .has_free_left = true};
    const be_horizon year = {INT32_C(2026) * 12 + 11, 12};
    const be_curve *curve = be_curve_create(*state, &box.product, &demand, year, 0, 1000000, 0);
    assert_int_equal(curve->span_count, 1);
    assert_int_equal(curve->spans[0].option, BE_OPTION_PAYG);
    assert_true(curve->spans[0].proven);
    assert_true(curve->evaluations < 10);
    box.packages[2].price = money("4000"); /* 0.04 a unit wins somewhere */
    curve = be_curve_create(*state, &box.product, &demand, one_month, 0, 100000, 0);
    assert_true(curve->span_count > 1);
}

static void prepaid_qps_wins_from_an_exact_volume_on(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_demand demand = {.concurrency = 4, .response = 500000};
    const be_curve *curve = be_curve_create(*state, product, &demand, one_month, 700000, 720000, 0);
    assert_non_null(curve);
    assert_true_everywhere(product, &demand, one_month, curve);
    /* 8 QPS cost 2,240: less than 100k packages from (2,240 - 318 x 7) on, about 710,000 calls. */
    assert_int_equal(curve->spans[curve->span_count - 1].option, BE_OPTION_QPS);
}

static void says_so_where_nothing_can_be_had(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.product.package_count = 0; /* and pay as you go is off */
    const be_demand demand = {0};
    const be_curve *curve = be_curve_create(*state, product, &demand, one_month, 0, 200, 0);
    assert_non_null(curve);
    assert_int_equal(curve->span_count, 2);
    assert_span(curve, 0, 0, 50, BE_OPTION_PAYG); /* the free quota alone */
    assert_false(curve->spans[1].has_option);
    assert_true(curve->spans[1].proven);
}

static void points_hold_the_totals(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.postpaid = true, .has_free_left = true, .free_left = 0};
    const be_curve *curve = be_curve_create(*state, product, &demand, one_month, 0, 10000, 3);
    assert_non_null(curve);
    assert_int_equal(curve->point_count, 3);
    assert_int_equal(curve->points[1].volume, 5000);
    assert_amount(curve->points[1].total[BE_OPTION_PAYG], "400");
    assert_amount(curve->points[1].total[BE_OPTION_PACKAGE], "375");
    assert_amount(curve->points[1].total[BE_OPTION_BEST], "375");
    assert_int_equal(curve->points[2].volume, 10000);
    assert_amount(curve->points[2].total[BE_OPTION_PAYG], "600");
}

/* 1,300 pictures: 1,000 in a package for 75 and 300 by the unit for 24. */
static void points_tell_where_a_mixture_is_the_best(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.postpaid = true, .has_free_left = true, .free_left = 0};
    const be_curve *curve = be_curve_create(*state, product, &demand, one_month, 0, 2600, 3);
    assert_true(curve->points[0].has_best);
    assert_int_equal(curve->points[0].best, BE_OPTION_PAYG);
    assert_int_equal(curve->points[1].volume, 1300);
    assert_int_equal(curve->points[1].best, BE_OPTION_BEST);
    assert_amount(curve->points[1].total[BE_OPTION_PAYG], "104");
    assert_amount(curve->points[1].total[BE_OPTION_PACKAGE], "150");
    assert_amount(curve->points[1].total[BE_OPTION_BEST], "99");
    assert_true(curve->points[1].proven);
    box.product.package_count = 0; /* and pay as you go is off */
    const be_demand off = {.has_free_left = true};
    curve = be_curve_create(*state, product, &off, one_month, 0, 100, 2);
    assert_false(curve->points[1].has_best);
    assert_false(be_amount_is_known(curve->points[1].total[BE_OPTION_BEST]));
}

/* The same 1,300 pictures without the mixture, then with it. */
static void a_point_may_leave_mixtures_out(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.postpaid = true, .has_free_left = true, .free_left = 0};
    be_curve_point point;
    assert_true(be_curve_point_at(*state, product, &demand, one_month, 1300, false, &point));
    assert_int_equal(point.volume, 1300);
    assert_int_equal(point.best, BE_OPTION_PAYG);
    assert_amount(point.total[BE_OPTION_BEST], "104");
    assert_false(point.proven);
    assert_true(be_curve_point_at(*state, product, &demand, one_month, 1300, true, &point));
    assert_int_equal(point.best, BE_OPTION_BEST);
    assert_amount(point.total[BE_OPTION_PACKAGE], "150");
    assert_amount(point.total[BE_OPTION_BEST], "99");
    assert_true(point.proven);
}

/* What is left undone is told: spans without gaps, but not all of them proven. */
static void a_trace_prices_no_more_than_it_is_told(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.postpaid = true, .has_free_left = true, .free_left = 0};
    for (size_t most = 2; most < 40; most += 3) {
        const be_curve *curve = be_curve_trace(*state, product, &demand, one_month, 0, 12000, most);
        assert_non_null(curve);
        assert_true(curve->evaluations <= most);
        assert_int_equal(curve->point_count, 0);
        bool proven = true;
        for (size_t i = 0; i < curve->span_count; i++) {
            proven = proven && curve->spans[i].proven;
            assert_int_equal(curve->spans[i].from, i == 0 ? 0 : curve->spans[i - 1].to + 1);
        }
        assert_int_equal(curve->spans[curve->span_count - 1].to, 12000);
        assert_false(proven);
    }
    const be_curve *whole =
        be_curve_trace(*state, product, &demand, one_month, 0, 12000, BE_CURVE_EVALUATIONS);
    assert_true_everywhere(product, &demand, one_month, whole);
}

static void a_single_volume_is_a_curve_too(void **state)
{
    product_box box;
    const be_product *product = fixture_refiner(&box);
    const be_demand demand = {0};
    const be_curve *curve = be_curve_create(*state, product, &demand, one_month, 7, 7, 100);
    assert_non_null(curve);
    assert_int_equal(curve->span_count, 1);
    assert_span(curve, 0, 7, 7, BE_OPTION_PAYG);
    assert_int_equal(curve->point_count, 0);
}

static void work_is_bounded_over_the_whole_range(void **state)
{
    product_box box;
    fixture_face_compare(&box);
    box.product.package_count = 1; /* little to search at each of the many volumes */
    const be_demand demand = {.concurrency = 4, .response = 500000};
    const be_curve *curve =
        be_curve_create(*state, &box.product, &demand, one_month, 0, BE_QUANTITY_MAX, 0);
    assert_non_null(curve);
    assert_true(curve->evaluations <= BE_CURVE_EVALUATIONS + 64);
    assert_int_equal(curve->spans[curve->span_count - 1].to, BE_QUANTITY_MAX);
}

/* From 101 to 200 the price is on request: no end of the range says so. */
static void prices_that_are_missing_between_others_are_found(void **state)
{
    product_box box;
    const band_row rows[] = {{100, "0.1", NULL}, {200, "quote", NULL}, {0, "0.05", NULL}};
    fixture_flat(&box, "1");
    box.product.payg.tariff = make_tariff(BE_TIERS_VOLUME, box.bands, rows, 3);
    const be_demand demand = {.postpaid = true};
    const be_curve *curve = be_curve_create(*state, &box.product, &demand, one_month, 0, 1000, 0);
    assert_int_equal(curve->span_count, 3);
    assert_span(curve, 0, 0, 100, BE_OPTION_PAYG);
    assert_int_equal(curve->spans[1].from, 101);
    assert_int_equal(curve->spans[1].to, 200);
    assert_false(curve->spans[1].has_option);
    assert_span(curve, 2, 201, 1000, BE_OPTION_PAYG);
    assert_true(curve->spans[1].proven);
}

/* A way to buy is possible on both sides of a gap, where none is. */
static void assert_gap(const be_curve *curve, be_quantity from, be_quantity to, be_option_id option)
{
    assert_non_null(curve);
    assert_int_equal(curve->span_count, 3);
    assert_span(curve, 0, curve->from, from - 1, option);
    assert_int_equal(curve->spans[1].from, from);
    assert_int_equal(curve->spans[1].to, to);
    assert_false(curve->spans[1].has_option || curve->spans[1].undecided);
    assert_span(curve, 2, to + 1, curve->to, option);
}

/* The same, where the bands are those of a meter. */
static void prices_of_meters_that_are_missing_between_others_are_found(void **state)
{
    product_box box;
    const band_row rows[] = {{100, "0.1", NULL}, {200, "quote", NULL}, {0, "0.05", NULL}};
    be_meter meter = {.id = "m", .name = "m", .unit = "unit", .per_request = BE_RATIO_ONE};
    const be_ratio per_request[] = {BE_RATIO_ONE};
    fixture_flat(&box, "1");
    meter.tariff[BE_USE_STANDARD] = make_tariff(BE_TIERS_VOLUME, box.bands, rows, 3);
    box.product.meters = &meter;
    box.product.meter_count = 1;
    box.product.request_max = BE_UNBOUNDED;
    const be_demand demand = {.per_request = per_request, .per_request_count = 1};
    const be_curve *curve = be_curve_create(*state, &box.product, &demand, one_month, 0, 300, 0);
    assert_gap(curve, 101, 200, BE_OPTION_PAYG);
    assert_true_everywhere(&box.product, &demand, one_month, curve);
}

/*
 * One more task at once for every ten calls. The price of four at once is on request; five are
 * bought in their place.
 */
static void capacity_of_a_price_that_is_missing_is_stepped_over(void **state)
{
    product_box box;
    const band_row rows[] = {{3, "5", NULL}, {4, "quote", NULL}, {0, "2", NULL}};
    const int64_t month = INT64_C(31) * 24 * 3600 * 1000000;
    fixture_flat(&box, "1");
    box.prices[0] = (be_capacity_price){
        .term = BE_TERM_MONTH, .tariff = make_tariff(BE_TIERS_VOLUME, box.price_bands[0], rows, 3)};
    box.product.limits = (be_limits){.concurrency = {true, 2}, .over = BE_OVER_REJECT};
    box.product.capacity = (be_capacity){.offered = true,
                                         .adds_to = BE_CAPACITY_CONCURRENCY,
                                         .min = 1,
                                         .max = 100,
                                         .prices = box.prices,
                                         .price_count = 1};
    const be_demand demand = {.response = month / 10};
    const be_curve *curve = be_curve_create(*state, &box.product, &demand, one_month, 21, 80, 0);
    assert_non_null(curve);
    assert_int_equal(curve->span_count, 1);
    assert_span(curve, 0, 21, 80, BE_OPTION_QPS);
    assert_true_everywhere(&box.product, &demand, one_month, curve);
}

/*
 * While a package covers the month, one call a second is let through, and five without. More than
 * one a second come from 111,601 in the month on, and the package covers no more than 111,610.
 */
static void a_limit_that_a_package_lowers_is_found(void **state)
{
    product_box box;
    fixture_flat(&box, "1");
    box.product.deduction[0] = BE_LAYER_PACKAGE;
    box.product.deduction[1] = BE_LAYER_PAYG;
    box.product.deduction_count = 2;
    box.product.limits =
        (be_limits){.qps = {true, 5}, .with_package = {true, 1}, .over = BE_OVER_REJECT};
    const be_owned owned = {.size = 200000, .left = 111610, .expires = one_month.start + 6};
    const be_demand demand = {.busy_hours = 1, .owned = &owned, .owned_count = 1};
    const be_curve *curve =
        be_curve_create(*state, &box.product, &demand, one_month, 111500, 111700, 0);
    assert_gap(curve, 111601, 111610, BE_OPTION_PAYG);
    assert_true_everywhere(&box.product, &demand, one_month, curve);
    const be_owned few = {.size = 10, .left = 10, .expires = one_month.start};
    const be_demand fast = {.qps = 2, .owned = &few, .owned_count = 1};
    curve = be_curve_create(*state, &box.product, &fast, one_month, 0, 40, 0);
    assert_gap(curve, 1, 10, BE_OPTION_PAYG);
    assert_true_everywhere(&box.product, &fast, one_month, curve);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(volume_tiers_cross_a_package_many_times, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(equal_totals_go_to_the_one_that_buys_less, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(prepaid_qps_wins_from_an_exact_volume_on, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(says_so_where_nothing_can_be_had, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(points_tell_where_a_mixture_is_the_best, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(points_hold_the_totals, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_point_may_leave_mixtures_out, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_trace_prices_no_more_than_it_is_told, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_single_volume_is_a_curve_too, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(work_is_bounded_over_the_whole_range, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(what_cannot_win_is_not_looked_at, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(prices_that_are_missing_between_others_are_found,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(prices_of_meters_that_are_missing_between_others_are_found,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(capacity_of_a_price_that_is_missing_is_stepped_over,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_limit_that_a_package_lowers_is_found, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests_name("curve", tests, NULL, NULL);
}
