/* Idle marks are found however the stream is cut. */
#include "terminal/emulator.h"
#include "terminal/mark.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char stream[] = "abc\033[1;1Hxyz\033]7777;12;80x24\007\033]0;title\007";

static void finds_a_mark_cut_anywhere(void **state)
{
    (void)state;
    for (size_t cut = 0; cut < sizeof stream; cut++) {
        emulator *e = emulator_create(80, 24);
        assert_non_null(e);
        emulator_write(e, stream, cut);
        emulator_write(e, stream + cut, sizeof stream - 1 - cut);
        assert_int_equal(emulator_marks_seen(e).fitting, 1);
        emulator_destroy(e);
    }
}

static void is_not_misled_by_what_only_begins_like_one(void **state)
{
    static const char tricky[] = "\033\033]77\033]7777;3\007";
    mark_scanner s = {.length = 0};
    int found = 0;
    (void)state;
    for (size_t i = 0; i < sizeof tricky - 1; i++)
        found += mark_take(&s, tricky[i]) ? 1 : 0;
    assert_int_equal(found, 1);
    assert_string_equal(s.text, "3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_mark_cut_anywhere),
        cmocka_unit_test(is_not_misled_by_what_only_begins_like_one),
    };
    return cmocka_run_group_tests_name("terminal/mark", tests, NULL, NULL);
}
