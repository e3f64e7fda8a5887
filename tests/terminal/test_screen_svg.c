/* Pictures of screens: text is escaped and on the grid, shapes are shapes, colours and cursor show.
 */
#include "terminal/screen_svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A screen of one row; each string is a cell, an empty one the right half of the wide one before.
 */
static snapshot *row_of(const char *const *cells, int cols)
{
    snapshot *s = snapshot_create(cols, 1);
    assert_non_null(s);
    for (int col = 0; col < cols; col++) {
        snapshot_cell *cell = snapshot_at(s, 0, col);
        const int is_left = col + 1 < cols && cells[col + 1][0] == '\0';
        cell->width = cells[col][0] == '\0' ? 0 : is_left ? 2 : 1;
        assert_true(strlen(cells[col]) < sizeof cell->text);
        memcpy(cell->text, cells[col], strlen(cells[col]) + 1);
    }
    assert_true(snapshot_index(s));
    return s;
}

static char *draw(const snapshot *s, const screen_svg_options *options)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    assert_int_equal(screen_svg_write(out, s, options), 0);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void expect(const snapshot *s, const screen_svg_options *options, const char *part)
{
    char *svg = draw(s, options);
    if (strstr(svg, part) == NULL)
        print_error("no \"%s\" in:\n%s\n", part, svg);
    assert_non_null(strstr(svg, part));
    free(svg);
}

static void text_is_escaped_and_placed_by_cell(void **state)
{
    (void)state;
    const char *const cells[] = {"a", "<", "&", " ", "\""};
    snapshot *s = row_of(cells, 5);
    expect(s, &(screen_svg_options){0}, " x=\"14 23 32\">a&lt;&amp;</text>");
    expect(s, &(screen_svg_options){0}, " x=\"50\">&quot;</text>");
    expect(s, &(screen_svg_options){.title = "x < y\a"}, "<title>x &lt; y</title>");
    snapshot_destroy(s);
}

static void wide_characters_stand_in_the_middle_of_two_cells(void **state)
{
    (void)state;
    const char *const cells[] = {"价", "", "a"};
    snapshot *s = row_of(cells, 3);
    assert_string_equal(snapshot_row(s, 0), "价a");
    expect(s, &(screen_svg_options){0},
           " font-size=\"16\" x=\"23\" text-anchor=\"middle\">价</text>");
    expect(s, &(screen_svg_options){0}, " x=\"32\">a</text>");
    snapshot_destroy(s);
}

static void lines_are_shapes_of_one_path(void **state)
{
    (void)state;
    const char *const cells[] = {"─", "█"};
    snapshot *s = row_of(cells, 2);
    expect(s, &(screen_svg_options){0},
           "<path fill=\"#d5d8df\" d=\"M18.5 57h4.5v1h-4.5zM14 57h4.5v1h-4.5zM23 48h9v19h-9z\"/>");
    snapshot_destroy(s);
}

static void styles_and_colors_show(void **state)
{
    (void)state;
    const char *const cells[] = {"a", "b", "c"};
    snapshot *s = row_of(cells, 3);
    snapshot_at(s, 0, 0)->attrs = SNAPSHOT_BOLD | SNAPSHOT_ITALIC;
    snapshot_at(s, 0, 1)->attrs = SNAPSHOT_REVERSE | SNAPSHOT_UNDERLINE;
    snapshot_at(s, 0, 1)->fg = (snapshot_color){.kind = SNAPSHOT_INDEXED, .index = 208};
    snapshot_at(s, 0, 2)->fg = (snapshot_color){.kind = SNAPSHOT_RGB, .red = 1, .blue = 255};
    expect(s, &(screen_svg_options){0}, " font-weight=\"bold\" font-style=\"italic\" x=\"14\">a<");
    expect(s, &(screen_svg_options){0}, "<path fill=\"#ff8700\" d=\"M23 48h9v19h-9z\"/>");
    expect(s, &(screen_svg_options){0}, "<path fill=\"#16181d\" d=\"M23 64h9v1h-9z\"/>");
    expect(s, &(screen_svg_options){0}, " fill=\"#0100ff\" x=\"32\">c<");
    expect(s, &(screen_svg_options){.light = true}, "rx=\"10\" fill=\"#ffffff\"/>");
    snapshot_destroy(s);
}

static void the_cursor_is_a_block_unless_hidden(void **state)
{
    (void)state;
    const char *const cells[] = {"a", "b"};
    const char block[] = "<path fill=\"#d5d8df\" d=\"M23 48h9v19h-9z\"/>";
    snapshot *s = row_of(cells, 2);
    s->cursor = (snapshot_cursor){.row = 0, .col = 1, .visible = true};
    expect(s, &(screen_svg_options){0}, block);
    char *without = draw(s, &(screen_svg_options){.hide_cursor = true});
    assert_null(strstr(without, block));
    free(without);
    snapshot_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped_and_placed_by_cell),
        cmocka_unit_test(wide_characters_stand_in_the_middle_of_two_cells),
        cmocka_unit_test(lines_are_shapes_of_one_path),
        cmocka_unit_test(styles_and_colors_show),
        cmocka_unit_test(the_cursor_is_a_block_unless_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
