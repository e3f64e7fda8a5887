/* Problems: collected, put in order, written as one line each. */
#include "config_test.h"

static void formats_what_there_is(void **state)
{
    (void)state;
    problems found = {0};
    problems_error(&found, "a.cfg", 12, "products[0].id", "missing");
    problems_error(&found, "a.cfg", 3, NULL, "syntax error");
    problems_warning(&found, "a.cfg", 0, NULL, "is %d years old", 3);
    assert_problems(&found, "a.cfg:12: products[0].id: missing\n"
                            "a.cfg:3: syntax error\n"
                            "a.cfg: is 3 years old\n");
}

static void tells_warnings_from_errors(void **state)
{
    (void)state;
    problems found = {0};
    problems_warning(&found, "a.cfg", 1, NULL, "odd");
    assert_true(problems_ok(&found));
    assert_true(found.items[0].is_warning);
    problems_error(&found, "a.cfg", 1, NULL, "wrong");
    assert_false(problems_ok(&found));
    problems_clear(&found);
    assert_true(problems_ok(&found));
    assert_int_equal(found.count, 0);
}

static void sorts_one_file_by_line(void **state)
{
    (void)state;
    problems found = {0};
    static const int lines[] = {9, 5, 2, 5, 1};
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        problems_error(&found, "a.cfg", lines[i], NULL, "no. %zu", i);
    problems_sort(&found, 1);
    assert_problems(&found, "a.cfg:9: no. 0\n"
                            "a.cfg:1: no. 4\n"
                            "a.cfg:2: no. 2\n"
                            "a.cfg:5: no. 1\n"
                            "a.cfg:5: no. 3\n");
}

static void cuts_at_the_size_given(void **state)
{
    (void)state;
    problems found = {0};
    char text[8];
    problems_error(&found, "file.cfg", 1, NULL, "wrong");
    assert_int_equal(problem_format(&found.items[0], text, sizeof text), 17);
    assert_string_equal(text, "file.cf");
    problems_clear(&found);
}

static void keeps_so_many_of_each_kind(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    problems found = {0};
    for (int i = 0; i < MANY; i++)
        problems_warning(&found, "a.cfg", i, "key", "odd");
    assert_int_equal(found.count, PROBLEMS_MAX + 1);
    assert_true(problems_ok(&found));
    assert_false(problems_full(&found));
    for (int i = 0; i < MANY; i++)
        problems_error(&found, "a.cfg", i, "key", "wrong");
    assert_int_equal(found.count, 2 * (PROBLEMS_MAX + 1));
    assert_int_equal(found.errors, MANY);
    assert_int_equal(found.items[PROBLEMS_MAX - 1].line, PROBLEMS_MAX - 1);
    assert_string_equal(found.items[PROBLEMS_MAX].text,
                        "has more problems than the 1000 that are told");
    assert_true(found.items[PROBLEMS_MAX].is_warning);
    assert_string_equal(found.items[PROBLEMS_MAX + 1].text, "wrong");
    assert_false(found.items[2 * PROBLEMS_MAX + 1].is_warning);
    assert_true(problems_full(&found));
    problems_clear(&found);
    assert_false(problems_full(&found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_what_there_is),      cmocka_unit_test(tells_warnings_from_errors),
        cmocka_unit_test(sorts_one_file_by_line),     cmocka_unit_test(cuts_at_the_size_given),
        cmocka_unit_test(keeps_so_many_of_each_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
