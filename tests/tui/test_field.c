#include "tui/widgets/field.h"

#include "unit.h"

#include <string.h>

static key plain(uint32_t point)
{
    return (key){.code = INPUT_CHAR, .point = point};
}

static key ctrl(uint32_t letter)
{
    return (key){.code = INPUT_CHAR, .point = letter, .ctrl = true};
}

static key special(input_code code)
{
    return (key){.code = code};
}

static field with(const char *text, size_t cursor)
{
    field edited;

    field_set(&edited, text);
    edited.cursor = cursor;
    return edited;
}

static void assert_field(const field *edited, const char *text, size_t cursor)
{
    assert_string_equal(edited->text, text);
    assert_int_equal(edited->length, strlen(text));
    assert_int_equal(edited->cursor, cursor);
}

static void types_any_character(void **state)
{
    field edited = with("", 0);

    (void)state;
    assert_int_equal(field_key(&edited, plain('3')), FIELD_CHANGED);
    assert_int_equal(field_key(&edited, plain(0xFF15)), FIELD_CHANGED);
    assert_int_equal(field_key(&edited, plain(0x4E07)), FIELD_CHANGED);
    assert_field(&edited, "3５万", 7);
    edited.cursor = 1;
    field_key(&edited, plain('k'));
    assert_field(&edited, "3k５万", 2);
}

static void types_no_control_characters(void **state)
{
    field edited = with("a", 1);

    (void)state;
    assert_false(field_insert(&edited, 27));
    assert_false(field_insert(&edited, 0x9B));
    assert_false(field_insert(&edited, 0x202E));
    assert_false(field_insert(&edited, 0x200D));
    assert_int_equal(field_key(&edited, ctrl('s')), FIELD_IGNORED);
    assert_int_equal(field_key(&edited, special(INPUT_ENTER)), FIELD_IGNORED);
    assert_field(&edited, "a", 1);
}

static void sets_safe_text(void **state)
{
    field edited;

    (void)state;
    field_set(&edited, "a\033[2J\xFF");
    assert_field(&edited, "a\uFFFD[2J\uFFFD", 10);
}

static void moves_over_whole_glyphs(void **state)
{
    field edited = with("e\u0301价x", 7);

    (void)state;
    field_key(&edited, special(INPUT_LEFT));
    assert_int_equal(edited.cursor, 6);
    field_key(&edited, special(INPUT_LEFT));
    assert_int_equal(edited.cursor, 3);
    field_key(&edited, special(INPUT_LEFT));
    assert_int_equal(edited.cursor, 0);
    assert_int_equal(field_key(&edited, special(INPUT_LEFT)), FIELD_MOVED);
    field_key(&edited, special(INPUT_RIGHT));
    assert_int_equal(edited.cursor, 3);
    field_key(&edited, special(INPUT_END));
    assert_int_equal(edited.cursor, 7);
    field_key(&edited, special(INPUT_HOME));
    assert_int_equal(edited.cursor, 0);
}

static void erases_whole_glyphs(void **state)
{
    field edited = with("ae\u0301b", 4);

    (void)state;
    assert_int_equal(field_key(&edited, special(INPUT_BACKSPACE)), FIELD_CHANGED);
    assert_field(&edited, "ab", 1);
    assert_int_equal(field_key(&edited, special(INPUT_DELETE)), FIELD_CHANGED);
    assert_field(&edited, "a", 1);
    assert_int_equal(field_key(&edited, special(INPUT_DELETE)), FIELD_MOVED);
}

static void erases_words_and_ends(void **state)
{
    field edited = with("one two  three", 9);

    (void)state;
    field_key(&edited, ctrl('w'));
    assert_field(&edited, "one three", 4);
    field_key(&edited, ctrl('k'));
    assert_field(&edited, "one ", 4);
    field_key(&edited, ctrl('a'));
    field_key(&edited, ctrl('u'));
    assert_field(&edited, "one ", 0);
    field_key(&edited, ctrl('e'));
    field_key(&edited, ctrl('u'));
    assert_field(&edited, "", 0);
}

static void holds_no_more_than_it_can(void **state)
{
    field edited = with("", 0);

    (void)state;
    for (int i = 0; i < FIELD_BYTES; i++)
        field_insert(&edited, 0x4E07);
    assert_int_equal(edited.length, FIELD_BYTES - 1);
    assert_false(field_insert(&edited, 'a'));
}

static const char *drawn(const field *edited, int cols, int *cursor_col)
{
    static char text[512];
    surface *grid = surface_create(1, 20, false);
    int row;

    assert_non_null(grid);
    field_draw(edited, grid, (rect){0, 0, 1, cols}, STYLE_FIELD, true);
    assert_true(surface_cursor(grid, &row, cursor_col));
    surface_row(grid, 0, text, sizeof text);
    surface_destroy(grid);
    return text;
}

static void scrolls_by_columns(void **state)
{
    field edited = with("价格价格价格", 18);
    int col;

    (void)state;
    assert_string_equal(drawn(&edited, 7, &col), "… 价格");
    assert_int_equal(col, 6);
    edited.cursor = 0;
    assert_string_equal(drawn(&edited, 7, &col), "价格价…");
    assert_int_equal(col, 0);
    edited = with("short", 5);
    assert_string_equal(drawn(&edited, 7, &col), "short");
    assert_int_equal(col, 5);
}

static void the_mouse_finds_the_glyph(void **state)
{
    field edited = with("a价b", 0);

    (void)state;
    field_point(&edited, 2, 10);
    assert_int_equal(edited.cursor, 1);
    field_point(&edited, 3, 10);
    assert_int_equal(edited.cursor, 4);
    field_point(&edited, 9, 10);
    assert_int_equal(edited.cursor, 5);
}

static key any_key(uint32_t *seed)
{
    static const uint32_t points[] = {'a', ' ', 0x4E07, 0x301, 0xFF15, 0x1F600, 'w', 'k', 'u'};
    uint32_t pick = next_random(seed);

    if (pick % 3 == 0)
        return special((input_code)(next_random(seed) % INPUT_COUNT));
    key pressed = plain(points[next_random(seed) % (sizeof points / sizeof *points)]);
    pressed.ctrl = pick % 16 == 1;
    return pressed;
}

static void any_keys_leave_a_valid_field(void **state)
{
    field edited = with("", 0);
    uint32_t seed = 362436069U;

    (void)state;
    for (int i = 0; i < 25000; i++) {
        char safe[FIELD_BYTES * 2];
        int col;
        field_key(&edited, any_key(&seed));
        assert_int_equal(strlen(edited.text), edited.length);
        text_clip(safe, sizeof safe, edited.text, FIELD_BYTES * 2);
        assert_string_equal(safe, edited.text);
        assert_true(edited.cursor <= edited.length);
        if (i % 16 == 0) {
            int cols = 1 + (int)(next_random(&seed) % 20);
            drawn(&edited, cols, &col);
            assert_true(col >= 0 && col < cols);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_any_character),
        cmocka_unit_test(types_no_control_characters),
        cmocka_unit_test(sets_safe_text),
        cmocka_unit_test(moves_over_whole_glyphs),
        cmocka_unit_test(erases_whole_glyphs),
        cmocka_unit_test(erases_words_and_ends),
        cmocka_unit_test(holds_no_more_than_it_can),
        cmocka_unit_test(scrolls_by_columns),
        cmocka_unit_test(the_mouse_finds_the_glyph),
        cmocka_unit_test(any_keys_leave_a_valid_field),
    };
    return cmocka_run_group_tests_name("tui/field", tests, use_utf8, NULL);
}
