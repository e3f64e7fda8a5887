/* Which tokens a source has, and where they stand. */
#include "mutation/token.h"

#include "support/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The tokens of the source, each in angle brackets. */
static void expect_tokens(const char *source, const char *expected)
{
    token_list list;
    token_list_read(&list, source);
    buffer seen = {0};
    for (size_t i = 0; i < list.count; i++) {
        buffer_append_text(&seen, "<");
        buffer_append(&seen, &source[list.items[i].at], list.items[i].length);
        buffer_append_text(&seen, ">");
    }
    assert_string_equal(buffer_text(&seen), expected);
    buffer_free(&seen);
    token_list_free(&list);
}

static void the_longest_operator_counts(void **state)
{
    (void)state;
    expect_tokens("a+++b", "<a><++><+><b>");
    expect_tokens("p->x<=y<<2", "<p><->><x><<=><y><<<><2>");
}

static void numbers_keep_what_belongs_to_them(void **state)
{
    (void)state;
    expect_tokens("0x1F 10u 1.5e-3+2 .5", "<0x1F><10u><1.5e-3><+><2><.5>");
    expect_tokens("0xE+1", "<0xE><+><1>");
    expect_tokens("a1-1", "<a1><-><1>");
}

static void texts_are_single_tokens(void **state)
{
    (void)state;
    expect_tokens("f(\"a < \\\" b\", '\\'')", "<f><(><\"a < \\\" b\"><,><'\\''><)>");
    expect_tokens("\"open", "<\"open>");
}

static void comments_and_directives_are_left_out(void **state)
{
    (void)state;
    expect_tokens("a /* < */ b // + 1\nc", "<a><b><c>");
    expect_tokens("#include <stdio.h>\nint x;", "<int><x><;>");
    expect_tokens("  #define A 1 + \\\n  2\nb", "<b>");
    expect_tokens("#define A 1 /* one\n 2 */\nb", "<b>");
    expect_tokens("a # b", "<a><#><b>");
    expect_tokens("a /* no end", "<a>");
}

static void places_are_counted_from_one(void **state)
{
    (void)state;
    token_list list;
    token_list_read(&list, "a\n\n  /* x\n */ b = 1;");
    assert_int_equal(list.count, 5);
    assert_int_equal(list.items[0].line, 1);
    assert_int_equal(list.items[0].column, 1);
    assert_int_equal(list.items[1].line, 4);
    assert_int_equal(list.items[1].column, 5);
    assert_int_equal(list.items[3].kind, TOKEN_NUMBER);
    token_list_free(&list);
}

static void brackets_are_matched(void **state)
{
    (void)state;
    token_list list;
    token_list_read(&list, "f(a[1], (b)) }");
    assert_int_equal(token_closing(&list, 1), 10);
    assert_int_equal(token_closing(&list, 3), 5);
    token_list_free(&list);
    token_list_read(&list, "f(a");
    assert_int_equal(token_closing(&list, 1), 3);
    assert_false(token_is(&list, (size_t)-1, "f"));
    token_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_operator_counts),
        cmocka_unit_test(numbers_keep_what_belongs_to_them),
        cmocka_unit_test(texts_are_single_tokens),
        cmocka_unit_test(comments_and_directives_are_left_out),
        cmocka_unit_test(places_are_counted_from_one),
        cmocka_unit_test(brackets_are_matched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
