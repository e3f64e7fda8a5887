/* REP comes out as the characters it stands for, and what would break the emulator does not. */
#include "terminal/emulator.h"
#include "terminal/repeat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_expands_to(const char *stream, const char *expected)
{
    const size_t length = strlen(stream);
    for (size_t cut = 0; cut <= length; cut++) {
        repeat_expander r = {0};
        buffer out = {0};
        repeat_expand(&r, stream, cut, &out);
        repeat_expand(&r, stream + cut, length - cut, &out);
        assert_string_equal(buffer_text(&out), expected);
        buffer_free(&out);
    }
}

static void expands_wherever_it_is_cut(void **state)
{
    (void)state;
    assert_expands_to("a-\033[4b+", "a-----+");
    assert_expands_to("─\033[2b", "───");
    assert_expands_to("x\033[b", "xx");
    assert_expands_to("x\033(B\033[1m\033[2b", "x\033(B\033[1mxx");
    assert_expands_to("x\033]0;title\007\033[1b", "x\033]0;title\007x");
    assert_expands_to("x\033]0;title\033\\\033[1b", "x\033]0;title\033\\x");
}

static void leaves_other_sequences_alone(void **state)
{
    static const char stream[] = "\033[5b"
                                 "\033[?1049h\033[38;5;12mb\033[1;2H\033M\033\033[1b";
    (void)state;
    assert_expands_to(stream, "\033[?1049h\033[38;5;12mb\033[1;2H\033M\033b");
}

static emulator *start(int cols, int rows)
{
    emulator *e = emulator_create(cols, rows);
    assert_non_null(e);
    return e;
}

static void write_text(emulator *e, const char *text)
{
    emulator_write(e, text, strlen(text));
}

static void assert_row(const emulator *e, int row, const char *expected)
{
    snapshot *s = emulator_snapshot(e);
    assert_non_null(s);
    assert_string_equal(snapshot_row(s, row), expected);
    snapshot_destroy(s);
}

static void fills_a_row_to_its_last_column(void **state)
{
    (void)state;
    emulator *e = start(10, 3);
    write_text(e, "+-\033[7b+\033[2;1Hnext");
    assert_row(e, 0, "+--------+");
    assert_row(e, 1, "next");
    emulator_destroy(e);
}

static void outlives_a_scroll_region_below_its_end(void **state)
{
    (void)state;
    emulator *e = start(20, 24);
    write_text(e, "\033[10;20r\033[3;4H");
    emulator_resize(e, 20, 5);
    write_text(e, "here\033[2S\033[5;1H\n\n\n");
    assert_row(e, 0, "");
    emulator_destroy(e);
}

static void outlives_a_single_column(void **state)
{
    (void)state;
    emulator *e = start(1, 1);
    write_text(e, "a中文");
    snapshot *s = emulator_snapshot(e);
    assert_non_null(s);
    assert_int_equal(s->cols, 1);
    snapshot_destroy(s);
    emulator_destroy(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expands_wherever_it_is_cut),
        cmocka_unit_test(leaves_other_sequences_alone),
        cmocka_unit_test(fills_a_row_to_its_last_column),
        cmocka_unit_test(outlives_a_scroll_region_below_its_end),
        cmocka_unit_test(outlives_a_single_column),
    };
    return cmocka_run_group_tests_name("terminal/repeat", tests, NULL, NULL);
}
