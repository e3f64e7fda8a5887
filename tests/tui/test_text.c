#include "text/text.h"

#include "unit.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Everything a string shows, glyph by glyph, as UTF-8. */
static const char *shown(const char *text)
{
    static char out[512];

    text_clip(out, sizeof out, text, INT_MAX);
    return out;
}

static void widths(void **state)
{
    static const struct {
        const char *text;
        int cols;
    } cases[] = {
        {"", 0},      {"abc", 3}, {"价格", 4}, {"￥１２", 6}, {"e\u0301", 1}, {"é", 1},
        {"▁▂▃█╭", 5}, {"⣿", 1},   {"😀", 2},    {"a\tb", 3},   {"\u0301", 1},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(text_width(cases[i].text), cases[i].cols);
}

static void bytes_that_are_not_utf8_become_replacements(void **state)
{
    static const struct {
        const char *text;
        const char *seen;
    } cases[] = {
        {"a\xFFz", "a\uFFFDz"},
        {"\x80", "\uFFFD"},
        {"\xC3", "\uFFFD"},
        {"\xC3(", "\uFFFD("},
        {"\xE4\xBB", "\uFFFD\uFFFD"},
        {"\xC0\xAF", "\uFFFD\uFFFD"},
        {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_string_equal(shown(cases[i].text), cases[i].seen);
}

static void nothing_that_steers_a_terminal_passes(void **state)
{
    (void)state;
    assert_string_equal(shown("\033[31mred"), "\uFFFD[31mred");
    assert_string_equal(shown("a\r\n\b\a\x7f"), "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    assert_string_equal(shown("\xC2\x9B"
                              "31m"),
                        "\uFFFD31m");
    assert_string_equal(shown("\u202Eabc\u2066"), "\uFFFDabc\uFFFD");
    assert_string_equal(shown("a\u200Bb\uFEFFc\u2028"), "a\uFFFDb\uFFFDc\uFFFD");
    assert_string_equal(shown("\U000E0041"), "\uFFFD");
}

static void joiners_and_selectors_are_left_out(void **state)
{
    (void)state;
    assert_string_equal(shown("⚠\uFE0F!"), "⚠!");
    assert_string_equal(shown("\u200Da\u200D"), "a");
    assert_int_equal(text_width("⚠\uFE0F"), 1);
}

static void a_glyph_holds_few_marks(void **state)
{
    const char *cursor = "o\u0301\u0302\u0303\u0304\u0305x";
    text_glyph glyph;

    (void)state;
    assert_true(text_next(&cursor, &glyph));
    assert_int_equal(glyph.points[0], 'o');
    assert_int_equal(glyph.points[3], 0x303);
    assert_true(text_next(&cursor, &glyph));
    assert_int_equal(glyph.points[0], 'x');
    assert_false(text_next(&cursor, &glyph));
}

static void without_utf8_stand_ins_are_shown(void **state)
{
    (void)state;
    assert_non_null(setlocale(LC_CTYPE, "C"));
    assert_string_equal(shown("−78 × 价·…\033"), "-78 x ?.~?");
    assert_int_equal(text_width("价格"), 2);
}

static void cuts_by_columns(void **state)
{
    char out[64];

    (void)state;
    assert_int_equal(text_fit("价格表", 5), strlen("价格"));
    text_clip(out, sizeof out, "价格表", 5);
    assert_string_equal(out, "价格");
    text_ellipsis(out, sizeof out, "价格表", 5, "…");
    assert_string_equal(out, "价格…");
    text_ellipsis(out, sizeof out, "价格表", 6, "…");
    assert_string_equal(out, "价格表");
    text_ellipsis(out, sizeof out, "价格表", 4, "…");
    assert_string_equal(out, "价…");
    text_ellipsis(out, sizeof out, "abc", 0, "…");
    assert_string_equal(out, "");
}

static void pads_by_columns(void **state)
{
    char out[64];

    (void)state;
    text_pad(out, sizeof out, "价", 5, TEXT_LEFT);
    assert_string_equal(out, "价   ");
    text_pad(out, sizeof out, "价", 5, TEXT_RIGHT);
    assert_string_equal(out, "   价");
    text_pad(out, sizeof out, "价", 5, TEXT_CENTER);
    assert_string_equal(out, " 价  ");
    text_pad(out, sizeof out, "价格表", 5, TEXT_RIGHT);
    assert_string_equal(out, "价格 ");
}

static void small_buffers_hold_whole_glyphs(void **state)
{
    char out[5];

    (void)state;
    assert_int_equal(text_clip(out, sizeof out, "价格", INT_MAX), 3);
    assert_string_equal(out, "价");
    assert_int_equal(text_clip(out, 1, "abc", INT_MAX), 0);
    assert_int_equal(text_pad(out, 3, "a", 9, TEXT_RIGHT), 2);
}

static void steps_back_over_whole_glyphs(void **state)
{
    const char *text = "ae\u0301价";

    (void)state;
    assert_int_equal(text_previous(text, strlen(text)), 4);
    assert_int_equal(text_previous(text, 4), 1);
    assert_int_equal(text_previous(text, 1), 0);
    assert_int_equal(text_previous(text, 0), 0);
}

/* Any bytes at all: what is shown is safe, stays what it is when shown again, and is as wide as the
 * original. */
static void any_bytes_become_safe_text(void **state)
{
    uint32_t seed = 2463534242U;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char raw[24];
        char once[256];
        size_t length = next_random(&seed) % sizeof raw;
        for (size_t i = 0; i < length; i++)
            raw[i] = (char)(next_random(&seed) % 255 + 1);
        raw[length] = '\0';
        text_clip(once, sizeof once, raw, INT_MAX);
        for (const char *byte = once; *byte != '\0'; byte++)
            assert_true((unsigned char)*byte >= ' ' && *byte != 127);
        assert_string_equal(shown(once), once);
        assert_int_equal(text_width(once), text_width(raw));
    }
}

static void every_code_point_survives_encoding(void **state)
{
    char bytes[TEXT_POINT_BYTES];

    (void)state;
    assert_int_equal(text_encode(bytes, 0xD800), 3);
    assert_string_equal(bytes, "\uFFFD");
    assert_int_equal(text_encode(bytes, 0x110000), 3);
    for (uint32_t point = 0xA1; point <= 0x10FFFF; point += 7) {
        const char *cursor = bytes;
        text_glyph glyph;
        size_t length = text_encode(bytes, point);
        assert_int_equal(strlen(bytes), length);
        if (text_next(&cursor, &glyph))
            assert_int_equal(cursor - bytes, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(widths, use_utf8),
        cmocka_unit_test_setup(bytes_that_are_not_utf8_become_replacements, use_utf8),
        cmocka_unit_test_setup(nothing_that_steers_a_terminal_passes, use_utf8),
        cmocka_unit_test_setup(joiners_and_selectors_are_left_out, use_utf8),
        cmocka_unit_test_setup(a_glyph_holds_few_marks, use_utf8),
        cmocka_unit_test_setup(without_utf8_stand_ins_are_shown, use_utf8),
        cmocka_unit_test_setup(cuts_by_columns, use_utf8),
        cmocka_unit_test_setup(pads_by_columns, use_utf8),
        cmocka_unit_test_setup(small_buffers_hold_whole_glyphs, use_utf8),
        cmocka_unit_test_setup(steps_back_over_whole_glyphs, use_utf8),
        cmocka_unit_test_setup(any_bytes_become_safe_text, use_utf8),
        cmocka_unit_test_setup(every_code_point_survives_encoding, use_utf8),
    };
    return cmocka_run_group_tests_name("tui/text", tests, NULL, NULL);
}
