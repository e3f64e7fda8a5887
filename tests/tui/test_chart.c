#include "tui/widgets/chart.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One line rises, the other is level: they meet at 500. */
static const int64_t xs[] = {0, 250, 500, 750, 1000};
static const int64_t rising[] = {0, 50, 100, 150, 200};
static const int64_t level[] = {100, 100, 100, 100, 100};

static const chart_series lines[] = {{"A", STYLE_SERIES_1, rising}, {"B", STYLE_SERIES_2, level}};
static const chart_span spans[] = {{0, 499, 0}, {500, 1000, 1}};

static void write_number(int64_t value, int64_t step, const void *context, char out[CHART_LABEL])
{
    (void)step, (void)context;
    snprintf(out, CHART_LABEL, "%lld", (long long)value);
}

static chart sample(void)
{
    return (chart){.x_high = 1000,
                   .y_high = 200,
                   .x = xs,
                   .point_count = 5,
                   .series = lines,
                   .series_count = 2,
                   .spans = spans,
                   .span_count = 2,
                   .cursor = CHART_NONE,
                   .marked = CHART_NONE,
                   .x_label = write_number,
                   .y_label = write_number,
                   .x_title = "x",
                   .band_title = "first",
                   .seam_title = "from"};
}

static surface *draw(const chart *shown, int rows, int cols, bool ascii)
{
    surface *grid = surface_create(rows, cols, ascii);

    assert_non_null(grid);
    chart_draw(shown, grid, surface_area(grid));
    return grid;
}

static void assert_rows(const surface *grid, const char *const *expected)
{
    char text[1024];

    for (int row = 0; expected[row] != NULL; row++) {
        surface_row(grid, row, text, sizeof text);
        assert_string_equal(text, expected[row]);
    }
}

static void draws_lines_axes_and_band(void **state)
{
    static const char *const expected[] = {
        "      200 ┤·   ·   ·   ·   ·   ·   · ⣀⡠⠤⠒⠉ A",
        "          │                     ⣀⡠⠔⠒⠉",
        "      100 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣤⣔⣒⣉⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀ B",
        "          │          ⢀⡠⠤⠒⠊⠁",
        "          │     ⣀⠤⠔⠒⠉⠁",
        "        0 ┤⣀⠤⠔⠊⠉",
        "          ╰┬──────────────┬──────────────┬",
        "        x  0             500           1000",
        "    first  ▀▀▀▀▀▀ A ▀▀▀▀▀▀▀▀▀▀▀▀▀ B ▀▀▀▀▀▀",
        "     from                  ↑500",
        NULL,
    };
    chart shown = sample();
    surface *grid = draw(&shown, 10, 47, false);

    (void)state;
    assert_rows(grid, expected);
    surface_destroy(grid);
}

static void draws_in_ascii(void **state)
{
    static const char *const expected[] = {
        "      200 +.   .   . now   .   .  |.   .AA A",
        "          |                       | AAAA",
        "          |        .           AAAAA",
        "      100 +BBBBBBBBBBBBBBBBBBAABBBBBBBBBBB B",
        "          |        .   AAA        |",
        "          |       AAAAA           |",
        "          |   AAAA .              |",
        "        0 +AAA                    |",
        "          ++--------------+-------^------+",
        "        x  0             500           1000",
        "    first  ====== A ============= B ======",
        "     from                  ^500",
        NULL,
    };
    chart shown = sample();
    shown.cursor = 750;
    shown.marked = 250;
    shown.marked_text = "now";
    surface *grid = draw(&shown, 12, 47, true);

    (void)state;
    assert_rows(grid, expected);
    surface_destroy(grid);
}

/* Its arrow tells that it goes on above. */
static void a_line_may_leave_the_plot(void **state)
{
    static const int64_t steep[] = {0, 1000, 2000, 3000, CHART_Y_MAX};
    const chart_series both[] = {{"A", STYLE_SERIES_1, steep}, {"B", STYLE_SERIES_2, level}};
    chart shown = sample();
    char text[256];

    (void)state;
    shown.series = both;
    surface *grid = draw(&shown, 12, 46, false);
    surface_row(grid, 0, text, sizeof text);
    assert_non_null(strstr(text, "↑A"));
    surface_destroy(grid);
}

static void a_gap_in_a_line_stays_one(void **state)
{
    static const int64_t broken[] = {100, CHART_NONE, CHART_NONE, 100, 100};
    const chart_series one[] = {{"A", STYLE_SERIES_1, broken}};
    chart shown = sample();

    (void)state;
    shown.series = one;
    shown.series_count = 1;
    shown.span_count = 0;
    surface *grid = draw(&shown, 12, 66, true);
    int cols = chart_columns(66), drawn = 0;
    for (int row = 0; row < 8; row++) {
        for (int col = 0; col < cols; col++) {
            bool dot = surface_at(grid, row, 66 - 5 - cols + col)->points[0] == 'A';
            assert_true(!dot || col == 0 || col >= chart_column_of(&shown, cols, 750));
            drawn += dot;
        }
    }
    assert_int_equal(drawn, 1 + cols - chart_column_of(&shown, cols, 750));
    surface_destroy(grid);
}

/* A column shows what is ahead in most of it, and each change its exact number. */
static void the_band_tells_exact_numbers(void **state)
{
    static const chart_span many[] = {{0, 99, 0},    {100, 104, 1},  {105, 333, 0},
                                      {334, 700, 1}, {701, 900, -1}, {901, 1000, 0}};
    chart shown = sample();
    char text[256];

    (void)state;
    shown.spans = many;
    shown.span_count = 6;
    surface *grid = draw(&shown, 12, 76, false);
    surface_row(grid, 10, text, sizeof text);
    assert_non_null(strstr(text, "▀ A ▀"));
    assert_non_null(strstr(text, "▀ B ▀"));
    assert_non_null(strstr(text, "▀·······"));
    surface_row(grid, 11, text, sizeof text);
    assert_non_null(strstr(text, "↑334"));
    assert_non_null(strstr(text, "901"));
    assert_null(strstr(text, "105"));
    surface_destroy(grid);
}

/* Leads shorter than a column come and go before one lasts: that one is named, at any width. */
static void the_lasting_lead_is_named(void **state)
{
    static const chart_span many[] = {{0, 199, 0},   {200, 206, 1}, {207, 209, 0}, {210, 216, 1},
                                      {217, 219, 0}, {220, 226, 1}, {227, 228, 0}, {229, 1000, 1}};
    chart shown = sample();

    (void)state;
    shown.spans = many;
    shown.span_count = sizeof many / sizeof *many;
    for (int cols = 40; cols <= 120; cols += 20) {
        char text[512];
        surface *grid = draw(&shown, 12, cols, false);
        surface_row(grid, 11, text, sizeof text);
        assert_non_null(strstr(text, "↑229"));
        surface_destroy(grid);
    }
}

static void columns_and_numbers_agree(void **state)
{
    chart shown = sample();

    (void)state;
    shown.x_low = 7;
    shown.x_high = CHART_X_MAX;
    for (int cols = 2; cols < 400; cols++) {
        assert_int_equal(chart_value_of(&shown, cols, 0), 7);
        assert_int_equal(chart_value_of(&shown, cols, cols - 1), CHART_X_MAX);
        for (int col = 0; col < cols; col++)
            assert_int_equal(chart_column_of(&shown, cols, chart_value_of(&shown, cols, col)), col);
    }
    assert_int_equal(chart_column_of(&shown, 10, 0), 0);
    assert_int_equal(chart_value_of(&shown, 10, 99), CHART_X_MAX);
}

/* Numbers of any size, drawn on any area: nothing is written outside, nothing overflows. */
static void fits_any_area(void **state)
{
    uint32_t seed = 11;

    (void)state;
    for (int i = 0; i < 3000; i++) {
        int64_t x[30], y[2][30];
        chart shown = sample();
        int64_t top = CHART_Y_MAX >> (next_random(&seed) % 47);
        shown.point_count = (int)(next_random(&seed) % 30);
        shown.x_high = CHART_X_MAX >> (next_random(&seed) % 50);
        for (int p = 0; p < shown.point_count; p++) {
            x[p] = chart_value_of(&shown, shown.point_count, p);
            for (int s = 0; s < 2; s++) {
                bool none = next_random(&seed) % 9 == 0;
                y[s][p] = none ? CHART_NONE : top / 1000 * (int64_t)(next_random(&seed) % 1200);
            }
        }
        const chart_series both[] = {{"A", STYLE_SERIES_1, y[0]}, {"B", STYLE_SERIES_2, y[1]}};
        shown.x = x;
        shown.series = both;
        shown.y_high = top;
        shown.cursor = shown.x_high / 2;
        shown.marked = shown.x_high;
        shown.marked_text = "here";
        surface_destroy(draw(&shown, (int)(next_random(&seed) % 40) + 1,
                             (int)(next_random(&seed) % 120) + 1, next_random(&seed) % 2 == 0));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_lines_axes_and_band),    cmocka_unit_test(draws_in_ascii),
        cmocka_unit_test(a_line_may_leave_the_plot),    cmocka_unit_test(a_gap_in_a_line_stays_one),
        cmocka_unit_test(the_band_tells_exact_numbers), cmocka_unit_test(the_lasting_lead_is_named),
        cmocka_unit_test(columns_and_numbers_agree),    cmocka_unit_test(fits_any_area),
    };
    return cmocka_run_group_tests_name("tui/chart", tests, use_utf8, NULL);
}
