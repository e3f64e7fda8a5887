#include "tui/widgets/table.h"

#include "unit.h"

static const table_column columns[] = {
    {.title = NULL, .align = TEXT_LEFT, .grows = true, .least = 4},
    {.title = "Pay as you go", .align = TEXT_RIGHT, .importance = 1},
    {.title = "套餐", .align = TEXT_RIGHT, .importance = 2},
};

static const table_cell cells[] = {
    {"12 months", STYLE_DIM},    {"125,640.00", STYLE_NORMAL}, {"¥9", STYLE_BEST},
    {"against PAYG", STYLE_DIM}, {NULL, STYLE_NORMAL},         {"−78 %", STYLE_GOOD},
};

static const table sample = {.columns = columns,
                             .column_count = 3,
                             .cells = cells,
                             .row_count = 2,
                             .highlighted_column = -1,
                             .selected_row = -1};

static surface *draw(const table *shown, int cols)
{
    surface *grid = surface_create(4, cols, false);

    assert_non_null(grid);
    table_draw(shown, grid, surface_area(grid));
    return grid;
}

static void assert_row(const surface *grid, int row, const char *expected)
{
    char text[256];

    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

static void lines_its_columns_up(void **state)
{
    surface *grid = draw(&sample, 36);

    (void)state;
    assert_row(grid, 0, "                Pay as you go   套餐");
    assert_row(grid, 1, "12 months          125,640.00     ¥9");
    assert_row(grid, 2, "against PAYG                   −78 %");
    assert_int_equal(surface_at(grid, 1, 35)->style, STYLE_BEST);
    assert_int_equal(surface_at(grid, 0, 35)->style, STYLE_HEADER);
    surface_destroy(grid);
}

static void room_to_spare_goes_to_the_growing_column(void **state)
{
    table_span spans[TABLE_COLUMNS_MAX];

    (void)state;
    table_layout(&sample, 50, spans);
    assert_int_equal(spans[0].cols, 12 + 50 - 34);
    assert_int_equal(spans[2].col + spans[2].cols, 50);
}

static void leaves_out_the_least_important(void **state)
{
    surface *grid = draw(&sample, 20);

    (void)state;
    assert_row(grid, 1, "12 months         ¥9");
    surface_destroy(grid);
    grid = draw(&sample, 8);
    assert_row(grid, 2, "against…");
    surface_destroy(grid);
}

static void marks_a_column_and_a_row(void **state)
{
    table marked = sample;
    table_span spans[TABLE_COLUMNS_MAX];

    (void)state;
    marked.highlighted_column = 2;
    marked.selected_row = 1;
    table_layout(&marked, 36, spans);
    surface *grid = draw(&marked, 36);
    assert_int_equal(surface_at(grid, 0, spans[2].col)->style, STYLE_HIGHLIGHT);
    assert_int_equal(surface_at(grid, 1, spans[2].col)->style, STYLE_HIGHLIGHT);
    assert_int_equal(surface_at(grid, 2, spans[2].col)->style, STYLE_SELECTED);
    assert_int_equal(surface_at(grid, 2, spans[2].col - 1)->style, STYLE_SELECTED);
    surface_destroy(grid);
}

static void the_mouse_finds_the_column(void **state)
{
    (void)state;
    assert_int_equal(table_column_at(&sample, 36, 0), 0);
    assert_int_equal(table_column_at(&sample, 36, 20), 1);
    assert_int_equal(table_column_at(&sample, 36, 35), 2);
    assert_int_equal(table_column_at(&sample, 36, 99), -1);
}

static void fits_any_width(void **state)
{
    (void)state;
    for (int cols = 1; cols < 60; cols++) {
        table_span spans[TABLE_COLUMNS_MAX];
        table_layout(&sample, cols, spans);
        for (int i = 0; i < sample.column_count; i++)
            assert_true(spans[i].cols == 0 ||
                        spans[i].col + spans[i].cols <= (cols < 4 ? 4 : cols));
        surface_destroy(draw(&sample, cols));
    }
}

static void long_texts_lose_before_short_ones(void **state)
{
    static const table_column narrow[] = {{.title = "", .least = 4},
                                          {.title = "Extra concurrency", .align = TEXT_RIGHT},
                                          {.title = "Best", .align = TEXT_RIGHT}};
    static const table_cell mixed[] = {
        {"Total", STYLE_DIM}, {"¥125,640.00", STYLE_NORMAL}, {"¥26,880.00", STYLE_BEST},
        {"Buy", STYLE_DIM},   {"nothing", STYLE_NORMAL},     {"8 QPS for 1 month, 12 times", 0}};
    table shown = sample;

    (void)state;
    shown.columns = narrow;
    shown.cells = mixed;
    surface *grid = draw(&shown, 36);
    assert_row(grid, 0, "      Extra concurrency         Best");
    assert_row(grid, 1, "Total       ¥125,640.00   ¥26,880.00");
    assert_row(grid, 2, "Buy             nothing 8 QPS for 1…");
    surface_destroy(grid);
}

static void a_row_takes_the_lines_it_may(void **state)
{
    static const table_column untitled[] = {{.title = NULL},
                                            {.title = NULL, .align = TEXT_RIGHT},
                                            {.title = NULL, .align = TEXT_RIGHT}};
    static const table_cell longer[] = {
        {"Buy", STYLE_DIM},         {"8 QPS for 1 month, 12 times", STYLE_NORMAL},
        {"1", STYLE_BEST},          {"Per month", STYLE_DIM},
        {"2,240.00", STYLE_NORMAL}, {"2", STYLE_GOOD},
    };
    table shown = sample;

    (void)state;
    shown.columns = untitled;
    shown.cells = longer;
    shown.lines_most = 2;
    assert_int_equal(table_lines(&shown, 31), 3);
    surface *grid = draw(&shown, 31);
    assert_row(grid, 0, "Buy        8 QPS for 1 month, 1");
    assert_row(grid, 1, "                     12 times");
    assert_row(grid, 2, "Per month            2,240.00 2");
    surface_destroy(grid);
    assert_int_equal(table_lines(&shown, 60), 2);
    shown.lines_most = 0;
    assert_int_equal(table_lines(&shown, 31), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_its_columns_up),
        cmocka_unit_test(room_to_spare_goes_to_the_growing_column),
        cmocka_unit_test(leaves_out_the_least_important),
        cmocka_unit_test(marks_a_column_and_a_row),
        cmocka_unit_test(the_mouse_finds_the_column),
        cmocka_unit_test(fits_any_width),
        cmocka_unit_test(long_texts_lose_before_short_ones),
        cmocka_unit_test(a_row_takes_the_lines_it_may),
    };
    return cmocka_run_group_tests_name("tui/table", tests, use_utf8, NULL);
}
