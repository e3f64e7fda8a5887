#include "tui/widgets/bars.h"
#include "tui/widgets/pairs.h"

#include "unit.h"

static surface *blank(int rows, int cols, bool ascii)
{
    surface *grid = surface_create(rows, cols, ascii);
    assert_non_null(grid);
    return grid;
}

static void assert_row(const surface *grid, int row, const char *expected)
{
    char text[256];
    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

/* The room is shared out evenly, and no column is wider than it need be. */
static void columns_are_as_wide_as_they_fit(void **state)
{
    (void)state;
    bars_frame frame = bars_lay_out((rect){0, 1, 5, 60}, 12, 10, 6);
    assert_int_equal(frame.width, 3); /* 60 - 10 - 2 - 6 - 2 = 40 */
    assert_int_equal(frame.names.col, 1);
    assert_int_equal(frame.cells.col, 13);
    assert_int_equal(frame.notes.col, 13 + 36 + 2);
    frame = bars_lay_out((rect){0, 0, 5, 60}, 36, 10, 6);
    assert_int_equal(frame.width, 1);
    frame = bars_lay_out((rect){0, 0, 5, 200}, 1, 10, 0);
    assert_int_equal(frame.width, BARS_WIDTH_MAX);
    assert_int_equal(frame.notes.cols, 0);
}

static void a_balance_runs_down(void **state)
{
    static const int levels[] = {1000, 500, 0, 0};
    const bars_span spans[] = {{1, 3, levels, false, STYLE_SERIES_2}};
    const bars_row row = {"pack", spans, 1, "12", STYLE_WARN};
    (void)state;
    surface *grid = blank(1, 24, false);
    bars_frame frame = bars_lay_out(surface_area(grid), 5, 4, 4);
    assert_int_equal(frame.width, 2);
    bars_draw_row(grid, &frame, 0, &row);
    assert_row(grid, 0, "pack    █▆▄▂··      12");
    assert_int_equal(surface_at(grid, 0, 8)->style, STYLE_SERIES_2);
    assert_int_equal(surface_at(grid, 0, 12)->style, STYLE_DIM);
    surface_destroy(grid);
}

static void the_last_of_something_still_shows(void **state)
{
    static const int levels[] = {1, 1};
    const bars_span spans[] = {{0, 0, levels, true, STYLE_SERIES_2}};
    const bars_row row = {"", spans, 1, NULL, STYLE_NORMAL};
    (void)state;
    surface *grid = blank(1, 8, true);
    bars_frame frame = bars_lay_out(surface_area(grid), 4, 0, 0);
    bars_draw_row(grid, &frame, 0, &row);
    assert_row(grid, 0, "  _");
    surface_destroy(grid);
}

/* One that ends before another begins is set off from it where there is room. */
static void full_spans_are_set_off(void **state)
{
    const bars_span spans[] = {{0, 0, NULL, false, STYLE_SERIES_4},
                               {1, 2, NULL, true, STYLE_SERIES_4}};
    const bars_row row = {"q", spans, 2, NULL, STYLE_NORMAL};
    (void)state;
    surface *grid = blank(1, 12, false);
    bars_frame frame = bars_lay_out(surface_area(grid), 3, 1, 0);
    bars_draw_row(grid, &frame, 0, &row);
    assert_row(grid, 0, "q  ██ ██████");
    surface_destroy(grid);
    grid = blank(1, 9, false);
    frame = bars_lay_out(surface_area(grid), 3, 1, 0);
    bars_draw_row(grid, &frame, 0, &row);
    assert_row(grid, 0, "q  ██████");
    surface_destroy(grid);
}

static void spans_do_not_leave_their_columns(void **state)
{
    const bars_span spans[] = {{2, 9, NULL, true, STYLE_SERIES_4}};
    const bars_row row = {"q", spans, 1, NULL, STYLE_NORMAL};
    (void)state;
    surface *grid = blank(1, 12, false);
    bars_frame frame = bars_lay_out(surface_area(grid), 3, 1, 0);
    bars_draw_row(grid, &frame, 0, &row);
    assert_row(grid, 0, "q        ███");
    surface_destroy(grid);
}

static void bars_stand_on_each_other(void **state)
{
    static const int low[] = {250, 1000, 0, 500}, high[] = {250, 0, 1, 500};
    const bars_part parts[] = {{low, STYLE_SERIES_1}, {high, STYLE_SERIES_2}};
    (void)state;
    surface *grid = blank(4, 6, false);
    bars_frame frame = bars_lay_out(surface_area(grid), 4, 0, 0);
    assert_int_equal(frame.width, 1);
    bars_draw_stacks(grid, &frame, 0, 4, parts, 2);
    assert_row(grid, 0, "   █ █");
    assert_row(grid, 1, "   █ █");
    assert_row(grid, 2, "  ██ █");
    assert_row(grid, 3, "  ██▁█");
    assert_int_equal(surface_at(grid, 3, 2)->style, STYLE_SERIES_1);
    assert_int_equal(surface_at(grid, 2, 2)->style, STYLE_SERIES_2);
    assert_int_equal(surface_at(grid, 3, 4)->style, STYLE_SERIES_2);
    assert_int_equal(surface_at(grid, 1, 5)->style, STYLE_SERIES_2);
    surface_destroy(grid);
}

static void pairs_break_between_two(void **state)
{
    const pair pairs[] = {{"", "2026-12", STYLE_STRONG},
                          {"Units", "3,500", STYLE_STRONG},
                          {"总计", "¥75.00", STYLE_STRONG}};
    (void)state;
    surface *grid = blank(3, 24, false);
    assert_int_equal(pairs_draw(pairs, 3, grid, surface_area(grid)), 2);
    assert_row(grid, 0, "2026-12   Units 3,500");
    assert_row(grid, 1, "总计 ¥75.00");
    assert_int_equal(surface_at(grid, 0, 10)->style, STYLE_DIM);
    assert_int_equal(surface_at(grid, 0, 16)->style, STYLE_STRONG);
    surface_clear(grid);
    assert_int_equal(pairs_draw(pairs, 3, grid, (rect){0, 0, 1, 24}), 2);
    assert_row(grid, 1, ""); /* what has no room is not drawn */
    assert_int_equal(pairs_draw(pairs, 0, grid, surface_area(grid)), 0);
    surface_destroy(grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_as_wide_as_they_fit),
        cmocka_unit_test(a_balance_runs_down),
        cmocka_unit_test(the_last_of_something_still_shows),
        cmocka_unit_test(full_spans_are_set_off),
        cmocka_unit_test(spans_do_not_leave_their_columns),
        cmocka_unit_test(bars_stand_on_each_other),
        cmocka_unit_test(pairs_break_between_two),
    };
    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
