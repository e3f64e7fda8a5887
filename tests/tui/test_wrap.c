#include "text/wrap.h"

#include "text/text.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

/* The lines of a text joined by `|`. */
static const char *wrapped(const char *text, int cols)
{
    static char joined[512];
    char line[128];
    size_t length = 0;

    joined[0] = '\0';
    while (wrap_next(&text, cols, line, sizeof line))
        length += (size_t)snprintf(joined + length, sizeof joined - length, "%s|", line);
    return joined;
}

static void breaks_at_spaces(void **state)
{
    (void)state;
    assert_string_equal(wrapped("one two three", 7), "one two|three|");
    assert_string_equal(wrapped("one two three", 8), "one two|three|");
    assert_string_equal(wrapped("one   two", 4), "one|two|");
    assert_string_equal(wrapped("", 4), "");
}

static void breaks_at_newlines(void **state)
{
    (void)state;
    assert_string_equal(wrapped("a\n\nb", 9), "a||b|");
    assert_string_equal(wrapped("a\n", 9), "a|");
}

static void cuts_a_word_that_is_too_wide(void **state)
{
    (void)state;
    assert_string_equal(wrapped("abcdefg", 3), "abc|def|g|");
    assert_string_equal(wrapped("a bcdefg", 3), "a|bcd|efg|");
}

static void breaks_between_wide_characters(void **state)
{
    (void)state;
    assert_string_equal(wrapped("资源包价格", 5), "资源|包价|格|");
    assert_string_equal(wrapped("资源 QPS 包", 6), "资源|QPS 包|");
}

static void no_line_begins_with_a_chinese_comma(void **state)
{
    (void)state;
    assert_string_equal(wrapped("资源包，价格", 6), "资源|包，价|格|");
    assert_string_equal(wrapped("资源（包）", 6), "资源|（包）|");
    assert_string_equal(wrapped("价格共\u00A08\u00A0次", 6), "价格|共\u00A08\u00A0|次|");
    assert_string_equal(wrapped("，，，，", 4), "，，|，，|");
}

static void comes_to_an_end_at_any_width(void **state)
{
    uint32_t seed = 88172645U;

    (void)state;
    for (int round = 0; round < 5000; round++) {
        static const char *const pieces[] = {"a", " ", "价", "\n", "e\u0301", "word ", "\xFF"};
        char text[64] = "";
        for (int i = 0; i < 8; i++)
            strcat(text, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
        int cols = (int)(next_random(&seed) % 6);
        const char *cursor = text;
        char line[64];
        int lines = 0;
        while (wrap_next(&cursor, cols, line, sizeof line)) {
            assert_true(text_width(line) <= cols);
            assert_true(++lines < 100);
        }
        assert_int_equal(wrap_count(text, cols), lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_spaces),
        cmocka_unit_test(breaks_at_newlines),
        cmocka_unit_test(cuts_a_word_that_is_too_wide),
        cmocka_unit_test(breaks_between_wide_characters),
        cmocka_unit_test(no_line_begins_with_a_chinese_comma),
        cmocka_unit_test(comes_to_an_end_at_any_width),
    };
    return cmocka_run_group_tests_name("tui/wrap", tests, use_utf8, NULL);
}
