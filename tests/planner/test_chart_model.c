/* What the chart shows, without a terminal: curves found in pieces, and ranges of volumes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planner/builtin_prices.h"
#include "tui/curve_view.h"
#include "tui/model/chart_range.h"
#include "tui/screens/chart_words.h"

static const be_horizon one_month = {INT32_C(2026) * 12 + 11, 1};

/* 8 QPS for ¥2,240.00 a month, the cheapest from 710,001 calls on. */
static const be_demand face_demand = {.volume = 3500000, .concurrency = 4, .response = 500000};

static cost_question face(void)
{
    return (cost_question){product("tencent-cn/face-compare"), &face_demand, one_month};
}

/* Interrupts again and again, each time after twice as long. */
typedef struct disturber {
    int patience, asked;
} disturber;

static bool disturbs(void *context)
{
    disturber *d = context;
    if (++d->asked < d->patience)
        return false;
    d->asked = 0;
    d->patience *= 2;
    return true;
}

static cost_curve *found_in_pieces(const cost_question *asked, volume_range range, int points,
                                   bool mixtures)
{
    cost_curve *c = cost_curve_create();
    assert_non_null(c);
    cost_curve_begin(c, asked, range, points, mixtures);
    disturber often = {.patience = 1};
    be_interrupt by = {.asked = disturbs, .context = &often};
    cost_curve_heed(c, &by);
    int before = 0;
    while (cost_curve_step(c)) {
        by.came = false;
        assert_true(cost_curve_percent(c) >= before);
        before = cost_curve_percent(c);
    }
    assert_true(cost_curve_done(c));
    assert_false(cost_curve_failed(c));
    assert_true(!mixtures || often.patience > 2);
    return c;
}

/* -- curves ------------------------------------------------------------------------------------ */

static void pieces_make_the_same_curve(void **state)
{
    size_t spans, points;
    (void)state;
    const cost_question asked = face();
    be_arena *arena = be_arena_create();
    const be_curve *whole =
        be_curve_create(arena, asked.product, asked.demand, asked.horizon, 300000, 1200000, 61);
    cost_curve *c = found_in_pieces(&asked, (volume_range){300000, 1200000}, 61, true);
    const be_curve_span *span = cost_curve_spans(c, &spans);
    const be_curve_point *point = cost_curve_points(c, &points);
    assert_int_equal(spans, whole->span_count);
    for (size_t i = 0; i < spans; i++) {
        assert_int_equal(span[i].from, whole->spans[i].from);
        assert_int_equal(span[i].to, whole->spans[i].to);
        assert_int_equal(span[i].option, whole->spans[i].option);
        assert_true(span[i].proven);
    }
    assert_int_equal(points, whole->point_count);
    for (size_t i = 0; i < points; i++) {
        assert_int_equal(point[i].volume, whole->points[i].volume);
        for (int id = 0; id < BE_OPTION_COUNT; id++)
            assert_int_equal(be_amount_compare(point[i].total[id], whole->points[i].total[id]), 0);
    }
    cost_curve_destroy(c);
    be_arena_destroy(arena);
}

static void the_pure_ways_come_first(void **state)
{
    size_t points, spans;
    (void)state;
    const cost_question asked = face();
    cost_curve *c = cost_curve_create();
    assert_true(cost_curve_done(c));
    cost_curve_begin(c, &asked, (volume_range){0, 1000000}, 40, true);
    assert_false(cost_curve_drawable(c));
    while (!cost_curve_drawable(c))
        assert_true(cost_curve_step(c));
    cost_curve_points(c, &points);
    cost_curve_spans(c, &spans);
    assert_int_equal(points, 40);
    assert_int_equal(spans, 0);
    assert_null(cost_curve_span_at(c, 800000));
    while (cost_curve_step(c))
        continue;
    assert_int_equal(cost_curve_span_at(c, 710000)->option, BE_OPTION_PACKAGE);
    assert_int_equal(cost_curve_span_at(c, 710001)->option, BE_OPTION_QPS);
    cost_curve_destroy(c);
}

static void a_range_may_be_narrower_than_its_points(void **state)
{
    size_t points;
    (void)state;
    const cost_question asked = face();
    const volume_range ranges[] = {{5, 5}, {0, 1}, {7, 9}, {BE_QUANTITY_MAX - 3, BE_QUANTITY_MAX}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        cost_curve *c = found_in_pieces(&asked, ranges[i], 100, false);
        const be_curve_point *point = cost_curve_points(c, &points);
        assert_int_equal(points, ranges[i].to - ranges[i].from + 1);
        assert_int_equal(point[points - 1].volume, ranges[i].to);
        assert_non_null(cost_curve_span_at(c, ranges[i].to));
        cost_curve_destroy(c);
    }
}

/* -- ranges ------------------------------------------------------------------------------------ */

static volume_range range_for(const cost_question *asked)
{
    chart_range_search search = chart_range_begin(asked);
    while (chart_range_step(&search, asked, NULL))
        ;
    return chart_range_found(&search);
}

static void shows_today_and_the_break_evens_around(void **state)
{
    (void)state;
    cost_question asked = face();
    volume_range range = range_for(&asked);
    assert_int_equal(range.from, 0);
    assert_int_equal(range.to, 5300000);
    be_demand small = face_demand;
    small.volume = 200000;
    asked.demand = &small;
    range = range_for(&asked);
    assert_true(range.to > 710001); /* where QPS takes over, 3.5 times today's volume */
    assert_true(range.to < 1600000);
}

static void guesses_where_nothing_is_planned(void **state)
{
    const be_demand none = {0};
    (void)state;
    cost_question asked = {product("alibaba/aitryon-refiner"), &none, one_month};
    assert_true(range_for(&asked).to >= 10000);
    asked.product = product("tencent/image-style-transfer");
    assert_true(range_for(&asked).to >= 1000);
}

static bool always(void *context)
{
    (void)context;
    return true;
}

static void looks_again_where_it_gave_up(void **state)
{
    (void)state;
    const cost_question asked = face();
    be_interrupt by = {.asked = always, .came = true};
    chart_range_search search = chart_range_begin(&asked);
    assert_int_equal(chart_range_found(&search).to, 5300000);
    assert_true(chart_range_step(&search, &asked, &by));
    assert_int_equal(search.looked, 0);
    by.came = false;
    assert_true(chart_range_step(&search, &asked, NULL));
    assert_int_equal(search.looked, 1);
}

static void zooms_around_the_cursor(void **state)
{
    (void)state;
    volume_range range = chart_range_zoom((volume_range){0, 1000}, 500, true, 10);
    assert_int_equal(range.from, 250);
    assert_int_equal(range.to, 750);
    range = chart_range_zoom(range, 500, false, 10);
    assert_int_equal(range.from, 0);
    assert_int_equal(range.to, 1000);
    range = chart_range_zoom((volume_range){0, 1000}, 900, false, 10); /* nothing is below 0 */
    assert_int_equal(range.from, 0);
    assert_int_equal(range.to, 2000);
    range = chart_range_zoom((volume_range){100, 115}, 110, true, 10);
    assert_int_equal(range.to - range.from, 10);
    assert_true(range.from <= 110 && range.to >= 110);
    range = chart_range_zoom((volume_range){1, BE_QUANTITY_MAX}, 5, false, 10);
    assert_int_equal(range.from, 0);
    assert_int_equal(range.to, BE_QUANTITY_MAX);
}

static void follows_the_cursor(void **state)
{
    const volume_range shown = {100, 200};
    (void)state;
    assert_int_equal(chart_range_follow(shown, 150).from, 100);
    assert_int_equal(chart_range_follow(shown, 90).from, 90);
    assert_int_equal(chart_range_follow(shown, 90).to, 190);
    assert_int_equal(chart_range_follow(shown, 250).to, 250);
    assert_int_equal(chart_range_follow(shown, 250).from, 150);
    assert_int_equal(chart_range_follow(shown, BE_QUANTITY_MAX).to, BE_QUANTITY_MAX);
}

/* -- what is drawn and said -------------------------------------------------------------------- */

static void lines_are_the_ways_that_can_be_had(void **state)
{
    (void)state;
    const cost_question asked = face();
    cost_curve *c = found_in_pieces(&asked, (volume_range){0, 1000000}, 11, true);
    curve_view *view = curve_view_create(c, asked.product, false);
    const chart *drawn = curve_view_chart(view);
    assert_int_equal(drawn->series_count, 4);
    assert_true(curve_view_shows(view, BE_OPTION_QPS));
    assert_int_equal(drawn->x[10], 1000000);
    /* ¥2,240 is 0.7 of the ¥3,200 that a million calls cost by the call. */
    assert_int_equal(drawn->series[2].y[10] / (drawn->series[0].y[10] / 10), 7);
    curve_view_destroy(view);
    cost_curve_destroy(c);
    const cost_question plain = {product("alibaba/aitryon-refiner"), &face_demand, one_month};
    c = found_in_pieces(&plain, (volume_range){0, 1000}, 11, false);
    view = curve_view_create(c, plain.product, false);
    assert_int_equal(curve_view_chart(view)->series_count, 1);
    assert_false(curve_view_shows(view, BE_OPTION_PACKAGE));
    assert_false(curve_view_shows(view, BE_OPTION_BEST));
    curve_view_destroy(view);
    cost_curve_destroy(c);
}

static void axes_are_written_in_one_way(void **state)
{
    char text[CHART_LABEL];
    (void)state;
    const cost_question asked = face();
    cost_curve *c = found_in_pieces(&asked, (volume_range){0, 1000000}, 11, false);
    curve_view *view = curve_view_create(c, asked.product, true);
    const chart *drawn = curve_view_chart(view);
    drawn->x_label(1500, 500, drawn->context, text);
    assert_string_equal(text, "1,500");
    drawn->x_label(500000, 100000, drawn->context, text);
    assert_string_equal(text, "500k");
    drawn->x_label(710001, 0, drawn->context, text);
    assert_string_equal(text, "710,001");
    int64_t most = drawn->series[2].y[10]; /* 2,240.00 */
    drawn->y_label(most, most / 224 * 100, drawn->context, text);
    assert_string_equal(text, "CNY 2,240");
    drawn->y_label(most / 10000, most / 10000, drawn->context, text);
    assert_string_equal(text, "CNY 0.224");
    curve_view_destroy(view);
    cost_curve_destroy(c);
}

static void says_from_where_to_where(void **state)
{
    char text[CHART_WORDS];
    const volume_range range = {0, 1000};
    const be_product *p = product("tencent-cn/face-compare");
    be_curve_point at = {.has_best = true, .best = BE_OPTION_PAYG};
    be_curve_span span = {.from = 0, .to = 10, .has_option = true, .proven = true};
    (void)state;
    assert_string_equal(chart_words_verdict(p, range, &span, &at, text),
                        "Pay as you go: the cheapest single way up to 10.");
    span = (be_curve_span){11, 20, true, false, BE_OPTION_PACKAGE, false};
    assert_string_equal(chart_words_verdict(p, range, &span, &at, text),
                        "Packages: the cheapest single way from 11 to 20 (not proven).");
    span = (be_curve_span){21, 1000, true, false, BE_OPTION_QPS, true};
    at.best = BE_OPTION_BEST;
    at.total[BE_OPTION_QPS] = be_amount_of(12);
    at.total[BE_OPTION_BEST] = be_amount_of(10);
    assert_string_equal(chart_words_verdict(p, range, &span, &at, text),
                        "Prepaid QPS: the cheapest single way from 21 on; the best plan mixes ways "
                        "and saves ¥2.00.");
    span = (be_curve_span){.from = 0, .to = 1000};
    assert_string_equal(chart_words_verdict(p, range, &span, &at, text),
                        "No way to buy can be recommended at every volume shown.");
    span.undecided = true;
    assert_non_null(strstr(chart_words_verdict(p, range, &span, &at, text), "zoom in"));
    assert_non_null(strstr(chart_words_verdict(p, range, NULL, &at, text), "Looking"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_make_the_same_curve),
        cmocka_unit_test(the_pure_ways_come_first),
        cmocka_unit_test(a_range_may_be_narrower_than_its_points),
        cmocka_unit_test(shows_today_and_the_break_evens_around),
        cmocka_unit_test(guesses_where_nothing_is_planned),
        cmocka_unit_test(looks_again_where_it_gave_up),
        cmocka_unit_test(zooms_around_the_cursor),
        cmocka_unit_test(follows_the_cursor),
        cmocka_unit_test(lines_are_the_ways_that_can_be_had),
        cmocka_unit_test(axes_are_written_in_one_way),
        cmocka_unit_test(says_from_where_to_where),
    };
    return cmocka_run_group_tests_name("planner/chart model", tests, load_prices, drop_prices);
}
