#include "tui/widgets/big.h"

#include "unit.h"

static surface *draw(const char *text, int scale, bool ascii)
{
    surface *grid = surface_create(big_rows(scale, ascii), big_cols(text, scale) + 1, ascii);
    assert_non_null(grid);
    big_draw(grid, 0, 0, STYLE_BEST, text, scale);
    return grid;
}

static void assert_row(const surface *grid, int row, const char *expected)
{
    char text[512];
    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

static void stands_on_half_blocks(void **state)
{
    (void)state;
    surface *grid = draw("26.4", 1, false);
    assert_row(grid, 0, "▄▄▄ ▄▄▄   ▄ ▄");
    assert_row(grid, 1, "▄▄█ █▄▄   █▄█");
    assert_row(grid, 2, "█▄▄ █▄█ ▄   █");
    assert_int_equal(surface_at(grid, 0, 0)->style, STYLE_BEST);
    surface_destroy(grid);
}

static void is_drawn_in_ascii(void **state)
{
    (void)state;
    surface *grid = draw("4,1", 1, true);
    assert_row(grid, 0, "# #     #");
    assert_row(grid, 1, "# #    ##");
    assert_row(grid, 2, "###     #");
    assert_row(grid, 3, "  #  #  #");
    assert_row(grid, 4, "  # #  ###");
    surface_destroy(grid);
    grid = draw("1", 2, true);
    assert_int_equal(big_rows(2, true), 5);
    assert_row(grid, 4, "######");
    surface_destroy(grid);
}

static void grows(void **state)
{
    (void)state;
    surface *grid = draw("7", 2, false);
    assert_row(grid, 0, "██████");
    assert_row(grid, 1, "    ██");
    assert_row(grid, 4, "    ██");
    surface_destroy(grid);
    for (int scale = 2; scale <= BIG_SCALE_MAX; scale++) {
        assert_true(big_rows(scale, false) > big_rows(scale - 1, false));
        assert_true(big_cols("$1", scale) > big_cols("$1", scale - 1));
    }
}

/* Amounts of any width are right: as large as they fit, or not at all. */
static void fits_or_does_not(void **state)
{
    static const char *const amounts[] = {
        "¥0.00", "$9,999,999,999,999,999,999.99", "CHF 26,880.00", "-£1.50", "−€12.00", "₹1",
        "₩1,000"};
    (void)state;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        for (int cols = 0; cols < 400; cols++) {
            int scale = big_fit(amounts[i], 8, cols, false);
            assert_in_range(scale, 0, BIG_SCALE_MAX);
            if (scale > 0)
                assert_true(big_cols(amounts[i], scale) <= cols);
            if (scale < BIG_SCALE_MAX)
                assert_true(big_cols(amounts[i], scale + 1) > cols);
        }
        assert_int_equal(big_fit(amounts[i], 2, 400, false), 0);
    }
    assert_int_equal(big_fit("not published", 8, 400, false), 0);
    assert_int_equal(big_fit("", 8, 400, false), 0);
    assert_int_equal(big_fit("12万", 8, 400, false), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stands_on_half_blocks),
        cmocka_unit_test(is_drawn_in_ascii),
        cmocka_unit_test(grows),
        cmocka_unit_test(fits_or_does_not),
    };
    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
