#include "tui/widgets/panel.h"

#include "unit.h"

static surface *draw(const panel *frame, int rows, int cols)
{
    surface *grid = surface_create(rows, cols, false);

    assert_non_null(grid);
    panel_draw(frame, grid, surface_area(grid));
    return grid;
}

static void assert_row(const surface *grid, int row, const char *expected)
{
    char text[256];

    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

static void writes_on_its_edges(void **state)
{
    panel frame = {.title = "计划", .note = "old", .footer = "↵ explain", .focused = true};
    surface *grid = draw(&frame, 3, 20);

    (void)state;
    assert_row(grid, 0, "╭─ ▸ 计划 ─── old ─╮");
    assert_row(grid, 1, "│                  │");
    assert_row(grid, 2, "╰────── ↵ explain ─╯");
    assert_int_equal(surface_at(grid, 0, 0)->style, STYLE_BORDER_FOCUS);
    assert_int_equal(surface_at(grid, 0, 6)->style, STYLE_TITLE);
    surface_destroy(grid);
}

static void gives_way_when_it_is_narrow(void **state)
{
    panel frame = {.title = "A title", .note = "note"};
    surface *grid = draw(&frame, 2, 12);

    (void)state;
    assert_row(grid, 0, "╭─ A tit… ─╮");
    surface_destroy(grid);
    grid = draw(&frame, 2, 4);
    assert_row(grid, 0, "╭──╮");
    surface_destroy(grid);
    grid = draw(&frame, 1, 1);
    assert_row(grid, 0, "");
    surface_destroy(grid);
}

static void tells_what_is_inside(void **state)
{
    rect inside = panel_inside((rect){2, 3, 5, 10});

    (void)state;
    assert_int_equal(inside.row, 3);
    assert_int_equal(inside.col, 4);
    assert_int_equal(inside.rows, 3);
    assert_int_equal(inside.cols, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_on_its_edges),
        cmocka_unit_test(gives_way_when_it_is_narrow),
        cmocka_unit_test(tells_what_is_inside),
    };
    return cmocka_run_group_tests_name("tui/panel", tests, use_utf8, NULL);
}
