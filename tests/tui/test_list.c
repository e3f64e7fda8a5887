#include "tui/widgets/list.h"

#include "unit.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static list with(int count, int page)
{
    list rows = {0};

    list_set_count(&rows, count);
    list_fit(&rows, page);
    return rows;
}

static void assert_list(const list *rows, int selected, int top)
{
    assert_int_equal(rows->selected, selected);
    assert_int_equal(rows->top, top);
}

static void scrolls_only_when_it_must(void **state)
{
    list rows = with(10, 4);

    (void)state;
    list_move(&rows, 3);
    assert_list(&rows, 3, 0);
    list_move(&rows, 1);
    assert_list(&rows, 4, 1);
    list_move(&rows, -3);
    assert_list(&rows, 1, 1);
    list_move(&rows, -1);
    assert_list(&rows, 0, 0);
}

static void stops_at_the_ends(void **state)
{
    list rows = with(10, 4);

    (void)state;
    list_move(&rows, INT_MAX);
    assert_list(&rows, 9, 6);
    list_move(&rows, INT_MIN);
    assert_list(&rows, 0, 0);
}

static void sizes_change_under_it(void **state)
{
    list rows = with(20, 5);

    (void)state;
    list_select(&rows, 19);
    list_set_count(&rows, 8);
    assert_list(&rows, 7, 3);
    list_fit(&rows, 100);
    assert_list(&rows, 7, 0);
    list_fit(&rows, 0);
    assert_list(&rows, 7, 7);
    list_set_count(&rows, 0);
    assert_list(&rows, 0, 0);
    list_move(&rows, 1);
    assert_list(&rows, 0, 0);
    assert_int_equal(list_row_at(&rows, 0), -1);
}

static void the_wheel_takes_the_selection_along(void **state)
{
    list rows = with(20, 5);

    (void)state;
    list_scroll(&rows, 3);
    assert_list(&rows, 3, 3);
    list_scroll(&rows, 100);
    assert_list(&rows, 15, 15);
    list_select(&rows, 19);
    list_scroll(&rows, -10);
    assert_list(&rows, 9, 5);
    assert_int_equal(list_row_at(&rows, 2), 7);
    assert_int_equal(list_row_at(&rows, 5), -1);
}

static void draw_number(surface *grid, rect area, int index, style role, const void *context)
{
    char text[32];

    snprintf(text, sizeof text, "%s %d, a long row", (const char *)context, index);
    surface_text(grid, area.row, area.col, area.cols, role, text);
}

static void assert_row(const surface *grid, int row, const char *expected)
{
    char text[128];

    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

static void draws_rows_and_a_scroll_bar(void **state)
{
    surface *grid = surface_create(4, 10, false);
    list rows = with(8, 4);

    (void)state;
    assert_non_null(grid);
    list_select(&rows, 4);
    list_draw(&rows, grid, surface_area(grid), true, draw_number, "row");
    assert_row(grid, 0, "row 1, a ┃");
    assert_row(grid, 1, "row 2, a ┃");
    assert_row(grid, 2, "row 3, a │");
    assert_row(grid, 3, "row 4, a │");
    assert_int_equal(surface_at(grid, 3, 0)->style, STYLE_SELECTED);
    assert_int_equal(surface_at(grid, 2, 0)->style, STYLE_NORMAL);
    surface_destroy(grid);
}

static void any_moves_keep_the_selection_in_sight(void **state)
{
    list rows = {0};
    uint32_t seed = 521288629U;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        int value = (int)(next_random(&seed) % 50) - 10;
        void (*const actions[])(list *, int) = {list_set_count, list_fit, list_select, list_move,
                                                list_scroll};
        actions[next_random(&seed) % 5](&rows, value);
        assert_true(rows.selected >= 0 && (rows.selected < rows.count || rows.selected == 0));
        assert_true(rows.top >= 0 && rows.top <= rows.selected);
        assert_true(rows.page < 1 || rows.selected < rows.top + rows.page);
        assert_true(rows.top == 0 || rows.top + rows.page <= rows.count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scrolls_only_when_it_must),
        cmocka_unit_test(stops_at_the_ends),
        cmocka_unit_test(sizes_change_under_it),
        cmocka_unit_test(the_wheel_takes_the_selection_along),
        cmocka_unit_test(draws_rows_and_a_scroll_bar),
        cmocka_unit_test(any_moves_keep_the_selection_in_sight),
    };
    return cmocka_run_group_tests_name("tui/list", tests, use_utf8, NULL);
}
