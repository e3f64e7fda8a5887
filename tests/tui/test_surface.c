#include "tui/widgets/surface.h"

#include "unit.h"

#include <limits.h>
#include <string.h>

static surface *grid;

static int make_grid(void **state)
{
    use_utf8(state);
    grid = surface_create(4, 10, false);
    return grid == NULL;
}

static int drop_grid(void **state)
{
    (void)state;
    surface_destroy(grid);
    return 0;
}

static void assert_row(int row, const char *expected)
{
    char text[512];

    surface_row(grid, row, text, sizeof text);
    assert_string_equal(text, expected);
}

static void draws_text_in_columns(void **state)
{
    (void)state;
    assert_int_equal(surface_text(grid, 0, 1, 99, STYLE_GOOD, "价 e\u0301x"), 5);
    assert_row(0, " 价 e\u0301x");
    assert_int_equal(surface_at(grid, 0, 1)->cols, 2);
    assert_int_equal(surface_at(grid, 0, 2)->cols, 0);
    assert_int_equal(surface_at(grid, 0, 4)->points[1], 0x301);
    assert_int_equal(surface_at(grid, 0, 4)->style, STYLE_GOOD);
    assert_int_equal(surface_at(grid, 0, 6)->style, STYLE_NORMAL);
}

static void text_stops_at_its_columns(void **state)
{
    (void)state;
    assert_int_equal(surface_text(grid, 0, 0, 3, STYLE_NORMAL, "价格"), 2);
    assert_row(0, "价");
}

static void a_wide_glyph_never_starts_in_the_last_column(void **state)
{
    (void)state;
    assert_int_equal(surface_text(grid, 0, 9, 9, STYLE_NORMAL, "价"), 2);
    assert_int_equal(surface_text(grid, 1, -1, 9, STYLE_NORMAL, "价x"), 3);
    assert_row(0, "");
    assert_row(1, " x");
}

static void half_a_wide_glyph_becomes_a_space(void **state)
{
    (void)state;
    surface_text(grid, 0, 0, 9, STYLE_BAD, "价格");
    surface_text(grid, 0, 1, 9, STYLE_NORMAL, "表");
    assert_row(0, " 表");
    assert_int_equal(surface_at(grid, 0, 0)->style, STYLE_BAD);
    surface_text(grid, 0, 2, 9, STYLE_NORMAL, "x");
    assert_row(0, "  x");
}

static void drawing_outside_has_no_effect(void **state)
{
    (void)state;
    surface_text(grid, -1, 0, 9, STYLE_NORMAL, "above");
    surface_text(grid, 4, 0, 9, STYLE_NORMAL, "below");
    surface_text(grid, 0, -3, 99, STYLE_NORMAL, "left right, far too long");
    surface_fill(grid, (rect){-5, -5, 3, 100}, STYLE_BAD);
    surface_box(grid, (rect){2, 8, 50, 50}, STYLE_BORDER);
    assert_row(0, "t right, f");
    assert_row(2, "        ╭─");
}

static void clips_nest(void **state)
{
    (void)state;
    rect all = surface_clip(grid, (rect){0, 2, 2, 4});
    rect outer = surface_clip(grid, (rect){0, 0, 1, 4});
    surface_text(grid, 0, 0, 99, STYLE_NORMAL, "0123456789");
    surface_text(grid, 1, 0, 99, STYLE_NORMAL, "0123456789");
    assert_row(0, "  23");
    assert_row(1, "");
    surface_unclip(grid, outer);
    surface_text(grid, 1, 0, 99, STYLE_NORMAL, "价格价格");
    assert_row(1, "  格价");
    surface_unclip(grid, all);
    surface_text(grid, 2, 0, 99, STYLE_NORMAL, "0123456789");
    assert_row(2, "0123456789");
}

static void labels_align_and_end_with_an_ellipsis(void **state)
{
    rect line = {0, 1, 1, 6};

    (void)state;
    surface_label(grid, line, TEXT_LEFT, STYLE_NORMAL, "价格表了");
    assert_row(0, " 价格…");
    surface_label(grid, line, TEXT_RIGHT, STYLE_NORMAL, "12");
    assert_row(0, "     12");
    surface_label(grid, line, TEXT_CENTER, STYLE_NORMAL, "12");
    assert_row(0, "   12");
    surface_label(grid, (rect){0, 1, 1, 1}, TEXT_LEFT, STYLE_NORMAL, "ab");
    assert_row(0, " … 12");
}

static void boxes_in_both_character_sets(void **state)
{
    (void)state;
    surface_box(grid, (rect){0, 0, 3, 4}, STYLE_BORDER);
    assert_row(0, "╭──╮");
    assert_row(1, "│  │");
    assert_row(2, "╰──╯");
    surface *plain = surface_create(4, 10, true);
    assert_non_null(plain);
    assert_true(surface_copy(grid, plain));
    surface_destroy(plain);
    surface_box(grid, (rect){0, 0, 3, 4}, STYLE_BORDER);
    assert_row(0, "+--+");
    assert_row(1, "|  |");
}

static void every_symbol_has_its_width(void **state)
{
    (void)state;
    for (symbol i = 0; i <= SYMBOL_BAND; i++) {
        assert_int_equal(text_width(symbol_text(i, false)), 1);
        assert_int_equal(text_width(symbol_text(i, true)), 1);
    }
    for (symbol i = 0; i < SYMBOL_COUNT; i++)
        for (const char *byte = symbol_text(i, true); *byte != '\0'; byte++)
            assert_true(*byte >= ' ' && *byte < 127);
    assert_int_equal(symbol_level(0), SYMBOL_LEVEL_1);
    assert_int_equal(symbol_level(5), SYMBOL_LEVEL_5);
    assert_int_equal(symbol_level(9), SYMBOL_LEVEL_8);
}

static void the_cursor_is_where_it_was_put(void **state)
{
    int row;
    int col;

    (void)state;
    assert_false(surface_cursor(grid, &row, &col));
    surface_show_cursor(grid, 1, 2);
    assert_true(surface_cursor(grid, &row, &col));
    assert_int_equal(row, 1);
    assert_int_equal(col, 2);
    surface_show_cursor(grid, 4, 0);
    assert_false(surface_cursor(grid, &row, &col));
}

static void sizes_change(void **state)
{
    (void)state;
    surface_text(grid, 0, 0, 9, STYLE_NORMAL, "old");
    assert_true(surface_resize(grid, 1, 2));
    assert_row(0, "");
    assert_false(surface_resize(grid, 0, 2));
    assert_false(surface_resize(grid, 1, SURFACE_SIDE_MAX + 1));
    assert_int_equal(surface_area(grid).cols, 2);
    assert_null(surface_create(0, 0, false));
}

static void assert_wide_glyphs_are_whole(void)
{
    rect area = surface_area(grid);

    for (int row = 0; row < area.rows; row++)
        for (int col = 0; col < area.cols; col++) {
            const surface_cell *cell = surface_at(grid, row, col);
            if (cell->cols == 2) {
                assert_true(col + 1 < area.cols);
                assert_int_equal(surface_at(grid, row, col + 1)->cols, 0);
            } else if (cell->cols == 0) {
                assert_true(col > 0);
                assert_int_equal(surface_at(grid, row, col - 1)->cols, 2);
                assert_int_equal(cell->points[0], 0);
            } else {
                assert_int_equal(cell->cols, 1);
            }
        }
}

static int between(uint32_t *seed, int low, int high)
{
    return low + (int)(next_random(seed) % (uint32_t)(high - low + 1));
}

static void draw_anything(uint32_t *seed)
{
    static const char *const texts[] = {"价",      "ab",       "价a格",       "e\u0301\u0302",
                                        "\033[1m", "\xFF\xE4", "很长的一行字"};
    int row = between(seed, -2, 5);
    int col = between(seed, -4, 12);
    int size = between(seed, -1, 9);
    style role = (style)between(seed, 0, STYLE_COUNT - 1);
    rect area = {row, col, between(seed, -1, 5), size};

    switch (between(seed, 0, 7)) {
    case 0:
        surface_fill(grid, area, role);
        break;
    case 1:
        surface_label(grid, area, (text_align)between(seed, 0, 2), role,
                      texts[between(seed, 0, 6)]);
        break;
    case 2:
        surface_box(grid, area, role);
        break;
    case 3:
        surface_restyle(grid, area, role);
        break;
    default:
        surface_text(grid, row, col, size, role, texts[between(seed, 0, 6)]);
    }
}

static void anything_drawn_anywhere_keeps_wide_glyphs_whole(void **state)
{
    uint32_t seed = 123456789U;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        rect clip = {between(&seed, -1, 3), between(&seed, -1, 9), between(&seed, 0, 5),
                     between(&seed, 0, 12)};
        rect before = surface_clip(grid, i % 3 == 0 ? clip : surface_area(grid));
        draw_anything(&seed);
        surface_unclip(grid, before);
        assert_wide_glyphs_are_whole();
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_grid, drop_grid)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(draws_text_in_columns),
        TEST(text_stops_at_its_columns),
        TEST(a_wide_glyph_never_starts_in_the_last_column),
        TEST(half_a_wide_glyph_becomes_a_space),
        TEST(drawing_outside_has_no_effect),
        TEST(clips_nest),
        TEST(labels_align_and_end_with_an_ellipsis),
        TEST(boxes_in_both_character_sets),
        TEST(every_symbol_has_its_width),
        TEST(the_cursor_is_where_it_was_put),
        TEST(sizes_change),
        TEST(anything_drawn_anywhere_keeps_wide_glyphs_whole),
    };
    return cmocka_run_group_tests_name("tui/surface", tests, NULL, NULL);
}
