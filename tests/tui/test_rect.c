#include "tui/widgets/rect.h"

#include "unit.h"

static void assert_rect(rect got, int row, int col, int rows, int cols)
{
    assert_int_equal(got.row, row);
    assert_int_equal(got.col, col);
    assert_int_equal(got.rows, rows);
    assert_int_equal(got.cols, cols);
}

static void cuts_strips_off(void **state)
{
    rect rest = {0, 0, 24, 80};

    (void)state;
    assert_rect(rect_cut_top(&rest, 1), 0, 0, 1, 80);
    assert_rect(rect_cut_bottom(&rest, 2), 22, 0, 2, 80);
    assert_rect(rect_cut_left(&rest, 20), 1, 0, 21, 20);
    assert_rect(rect_cut_right(&rest, 10), 1, 70, 21, 10);
    assert_rect(rest, 1, 20, 21, 50);
}

static void cuts_no_more_than_there_is(void **state)
{
    rect rest = {3, 4, 2, 2};

    (void)state;
    assert_rect(rect_cut_top(&rest, 9), 3, 4, 2, 2);
    assert_true(rect_is_empty(rest));
    assert_rect(rect_cut_bottom(&rest, -1), 5, 4, 0, 2);
}

static void inset_never_turns_inside_out(void **state)
{
    (void)state;
    assert_rect(rect_inset((rect){0, 0, 5, 9}, 1, 2), 1, 2, 3, 5);
    assert_rect(rect_inset((rect){0, 0, 1, 1}, 1, 1), 0, 0, 0, 0);
    assert_rect(rect_inset((rect){2, 2, 3, 2}, 9, 9), 3, 3, 0, 0);
}

static void centers_and_intersects(void **state)
{
    (void)state;
    assert_rect(rect_center((rect){0, 0, 24, 80}, 10, 40), 7, 20, 10, 40);
    assert_rect(rect_center((rect){0, 0, 4, 8}, 10, 40), 0, 0, 4, 8);
    assert_rect(rect_intersect((rect){0, 0, 5, 5}, (rect){3, 4, 5, 5}), 3, 4, 2, 1);
    assert_true(rect_is_empty(rect_intersect((rect){0, 0, 2, 2}, (rect){5, 5, 2, 2})));
    assert_true(rect_contains((rect){1, 1, 1, 1}, 1, 1));
    assert_false(rect_contains((rect){1, 1, 1, 1}, 1, 2));
}

static void columns_fill_the_area(void **state)
{
    rect area = {0, 10, 3, 32};

    (void)state;
    assert_rect(rect_column(area, 0, 3, 1), 0, 10, 3, 10);
    assert_rect(rect_column(area, 1, 3, 1), 0, 21, 3, 10);
    assert_rect(rect_column(area, 2, 3, 1), 0, 32, 3, 10);
    assert_true(rect_is_empty(rect_column((rect){0, 0, 1, 1}, 2, 3, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_strips_off),
        cmocka_unit_test(cuts_no_more_than_there_is),
        cmocka_unit_test(inset_never_turns_inside_out),
        cmocka_unit_test(centers_and_intersects),
        cmocka_unit_test(columns_fill_the_area),
    };
    return cmocka_run_group_tests_name("tui/rect", tests, NULL, NULL);
}
