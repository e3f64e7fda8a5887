/* UTF-8: what is a character, and what is not. */
#include "config_test.h"

#include "config/utf8.h"

static const struct {
    const char *bytes;
    size_t length;
} characters[] = {
    {"a", 1},
    {"\x7F", 1},
    {"\xC2\x80", 2},
    {"\xE4\xBA\xBA", 3},
    {"\xEF\xBF\xBF", 3},
    {"\xF0\x9F\x98\x80", 4},
    {"\xF4\x8F\xBF\xBF", 4},
    {"\x80", 0},             /* a continuation byte alone */
    {"\xC3", 0},             /* one that is missing */
    {"\xC3(", 0},            /* something else in its place */
    {"\xC0\x80", 0},         /* overlong */
    {"\xE0\x9F\xBF", 0},     /* overlong */
    {"\xED\xA0\x80", 0},     /* a surrogate */
    {"\xF0\x8F\xBF\xBF", 0}, /* overlong */
    {"\xF4\x90\x80\x80", 0}, /* beyond the last */
    {"\xF5\x80\x80\x80", 0},
    {"\xE4\xBA", 0},
    {"\xE4\xBA(", 0},
    {"\xFF", 0},
    {"", 0},
};

static void measures_characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(characters); i++) {
        const char *bytes = characters[i].bytes;
        assert_int_equal(utf8_length(bytes, strlen(bytes)), characters[i].length);
    }
}

static void never_reads_past_the_end(void **state)
{
    (void)state;
    for (size_t size = 0; size < 4; size++)
        assert_int_equal(utf8_length("\xF0\x9F\x98\x80", size), 0);
}

static void checks_whole_texts(void **state)
{
    (void)state;
    assert_true(utf8_is_valid(""));
    assert_true(utf8_is_valid("na\xC3\xAFve \xE4\xBA\xBA"));
    assert_false(utf8_is_valid("na\xEFve"));
}

/* Plain letters are looked at several at a time: wherever the others stand, they are seen. */
static void checks_texts_among_plain_letters(void **state)
{
    enum { BEFORE = 20, AFTER = 9 };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(characters); i++) {
        for (int before = 0; before <= BEFORE; before++) {
            char text[BEFORE + AFTER + 8];
            snprintf(text, sizeof text, "%.*s%s%.*s", before, "abcdefghijklmnopqrst",
                     characters[i].bytes, before % AFTER, "uvwxyz()");
            bool well_formed = characters[i].length > 0 || characters[i].bytes[0] == '\0';
            assert_int_equal(utf8_is_valid(text), well_formed);
        }
    }
}

static void knows_control_characters(void **state)
{
    (void)state;
    assert_true(utf8_is_control("\x1b[31m"));
    assert_true(utf8_is_control("\x7F"));
    assert_true(utf8_is_control("\xC2\x9B"));
    assert_false(utf8_is_control("\xC2\xA0"));
    assert_false(utf8_is_control(" "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_characters),
        cmocka_unit_test(never_reads_past_the_end),
        cmocka_unit_test(checks_whole_texts),
        cmocka_unit_test(checks_texts_among_plain_letters),
        cmocka_unit_test(knows_control_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
