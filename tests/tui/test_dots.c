#include "tui/widgets/dots.h"

#include "unit.h"

static const dots_look looks[] = {
    {STYLE_SERIES_1, "a"}, {STYLE_SERIES_2, "b"}, {STYLE_SERIES_3, "c"}};

static void assert_row(const surface *grid, int row, const char *expected)
{
    char text[256];

    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

static void draws_eight_dots_in_a_cell(void **state)
{
    dots *raster = dots_create(1, 3, 1, false);
    surface *grid = surface_create(1, 3, false);

    (void)state;
    assert_int_equal(dots_width(raster), 6);
    assert_int_equal(dots_height(raster), 4);
    dots_set(raster, 0, 0, 0, 0);
    dots_set(raster, 0, 1, 3, 3);
    dots_set(raster, 0, 4, 0, 3);
    dots_set(raster, 0, 5, 3, 0);
    dots_draw(raster, grid, 0, 0, looks);
    assert_row(grid, 0, "⡈ ⣿");
    assert_int_equal(surface_at(grid, 0, 0)->style, STYLE_SERIES_1);
    surface_destroy(grid);
    dots_destroy(raster);
}

static void leaves_out_what_is_outside(void **state)
{
    dots *raster = dots_create(2, 2, 1, false);
    surface *grid = surface_create(2, 2, false);

    (void)state;
    dots_set(raster, 0, -1, 0, 7);
    dots_set(raster, 0, 4, 0, 7);
    dots_set(raster, 0, 0, -5, -1);
    dots_set(raster, 0, 0, 8, 90);
    dots_set(raster, 0, 3, -9, 9);
    dots_draw(raster, grid, 0, 0, looks);
    assert_row(grid, 0, " ⢸");
    assert_row(grid, 1, " ⢸");
    surface_destroy(grid);
    dots_destroy(raster);
}

/* The layer with more dots has the cell; equals take turns, three columns each. */
static void shows_the_stronger_layer(void **state)
{
    dots *raster = dots_create(1, 9, 2, false);
    surface *grid = surface_create(1, 9, false);

    (void)state;
    for (int x = 0; x < 14; x++) {
        dots_set(raster, 0, x, 1, 1);
        dots_set(raster, 1, x, 1, 1);
    }
    dots_set(raster, 0, 16, 0, 1);
    dots_set(raster, 1, 16, 0, 2);
    dots_draw(raster, grid, 0, 0, looks);
    for (int col = 0; col < 3; col++)
        assert_int_equal(surface_at(grid, 0, col)->style, STYLE_SERIES_1);
    for (int col = 3; col < 6; col++)
        assert_int_equal(surface_at(grid, 0, col)->style, STYLE_SERIES_2);
    assert_int_equal(surface_at(grid, 0, 6)->style, STYLE_SERIES_1);
    assert_int_equal(surface_at(grid, 0, 8)->style, STYLE_SERIES_2);
    surface_destroy(grid);
    dots_destroy(raster);
}

static void draws_marks_in_ascii(void **state)
{
    dots *raster = dots_create(2, 3, 3, true);
    surface *grid = surface_create(2, 3, true);

    (void)state;
    assert_int_equal(dots_width(raster), 3);
    assert_int_equal(dots_height(raster), 2);
    dots_set(raster, 0, 0, 0, 0);
    dots_set(raster, 1, 1, 1, 1);
    dots_set(raster, 2, 2, 0, 1);
    dots_draw(raster, grid, 0, 0, looks);
    assert_row(grid, 0, " bc");
    assert_row(grid, 1, "a c");
    surface_destroy(grid);
    dots_destroy(raster);
}

static void is_never_of_no_size(void **state)
{
    (void)state;
    assert_null(dots_create(0, 1, 1, false));
    assert_null(dots_create(1, 0, 1, false));
    assert_null(dots_create(1, 1, 0, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_eight_dots_in_a_cell), cmocka_unit_test(leaves_out_what_is_outside),
        cmocka_unit_test(shows_the_stronger_layer),   cmocka_unit_test(draws_marks_in_ascii),
        cmocka_unit_test(is_never_of_no_size),
    };
    return cmocka_run_group_tests_name("tui/dots", tests, use_utf8, NULL);
}
