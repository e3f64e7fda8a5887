/* Names for exported files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/model/file_name.h"

enum { BYTES = 256 };

static void assert_proposed(const char *plan, const char *expected)
{
    char name[BYTES];
    file_name_propose(plan, "md", name, sizeof name);
    assert_string_equal(name, expected);
}

static void a_plan_gives_the_file_its_name(void **state)
{
    (void)state;
    assert_proposed("Spring campaign", "Spring-campaign.md");
    assert_proposed("  Q1 / Q2: faces & images!  ", "Q1-Q2-faces-images.md");
    assert_proposed("人脸核身", "人脸核身.md");
    assert_proposed("../../etc/passwd", "etc-passwd.md");
}

static void a_name_without_letters_is_no_name(void **state)
{
    (void)state;
    assert_proposed("", "plan.md");
    assert_proposed("...", "plan.md");
    assert_proposed("\033\xC2\x9B\xFF", "plan.md");
}

static void a_long_name_is_cut_behind_a_character(void **state)
{
    (void)state;
    char name[BYTES], plan[BYTES] = "";
    for (int i = 0; i < 200; i += 3)
        for (int byte = 0; byte < 3; byte++)
            plan[i + byte] = "价"[byte];
    file_name_propose(plan, "md", name, sizeof name);
    assert_int_equal(strlen(name), 98 / 3 * 3 + 3);
}

static void assert_changed(const char *path, const char *expected)
{
    char name[BYTES];
    file_name_change(path, "txt", "json", name, sizeof name);
    assert_string_equal(name, expected);
}

static void the_extension_goes_with_the_format(void **state)
{
    (void)state;
    assert_changed("plan.txt", "plan.json");
    assert_changed("/a.txt/b.txt", "/a.txt/b.json");
    assert_changed("report", "report");
    assert_changed("report.csv", "report.csv");
    assert_changed("txt", "txt");
    assert_changed(".txt", ".txt"); /* a hidden file, not an extension */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_gives_the_file_its_name),
        cmocka_unit_test(a_name_without_letters_is_no_name),
        cmocka_unit_test(a_long_name_is_cut_behind_a_character),
        cmocka_unit_test(the_extension_goes_with_the_format),
    };
    return cmocka_run_group_tests_name("planner/file-name", tests, NULL, NULL);
}
