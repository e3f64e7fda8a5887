/* Documents: what is refused before anything is read, and the lines that settings stand in. */
#include "config_test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "config/document.h"
#include "config/read_file.h"

static document *parse(const char *text, size_t size, problems *found)
{
    return document_parse("a.cfg", text, size, found);
}

static void expect_refused(const char *text, size_t size, const char *expected)
{
    problems found = {0};
    assert_null(parse(text, size, &found));
    assert_problems(&found, expected);
}

#define REFUSED(text, expected) expect_refused(text, sizeof(text) - 1, expected)

static void refuses_what_is_no_text(void **state)
{
    (void)state;
    REFUSED("a = 1;\nb\0c = 2;\n", "a.cfg:2: has a NUL byte: this is not a text file\n");
    REFUSED("a = \"\xE9\";\n\n# \xFF\n",
            "a.cfg:1: has bytes that are not UTF-8: save the file in that encoding\n"
            "a.cfg:3: has bytes that are not UTF-8: save the file in that encoding\n");
    REFUSED("a = \"x\\x00y\";\n",
            "a.cfg:1: has the escape \\x00, which would cut the text short\n");
}

static void takes_an_escaped_backslash_as_one(void **state)
{
    (void)state;
    static const char text[] = "a = \"C:\\\\x00\";\n";
    problems found = {0};
    document *doc = parse(text, sizeof text - 1, &found);
    assert_non_null(doc);
    document_destroy(doc);
}

static void refuses_includes(void **state)
{
    (void)state;
    REFUSED("a = 1;\n \t@include \"b.cfg\"\n",
            "a.cfg:2: @include is not supported: a file stands for itself\n");
    REFUSED("\xEF\xBB\xBF@include \"b.cfg\"\n",
            "a.cfg:1: @include is not supported: a file stands for itself\n");
}

/* `count` times `text`, for the caller to free. */
static char *repeated(const char *text, size_t count)
{
    size_t length = strlen(text);
    char *all = malloc(length * count + 1);
    assert_non_null(all);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * length, text, length);
    all[length * count] = '\0';
    return all;
}

static void refuse_repeated(const char *text, size_t count, const char *expected)
{
    char *all = repeated(text, count);
    expect_refused(all, strlen(all), expected);
    free(all);
}

static void bounds_the_depth(void **state)
{
    (void)state;
    refuse_repeated("a = {\n", 33, "a.cfg:33: is nested deeper than 32 levels\n");
    refuse_repeated("a = ( ", 1000000, "a.cfg:1: is nested deeper than 32 levels\n");
    refuse_repeated("[", 33, "a.cfg:1: is nested deeper than 32 levels\n");
    refuse_repeated("a = {\n", 32, "a.cfg:33: syntax error\n");
    refuse_repeated("a = \"{{{{\"; # ((((\n/* ((((\n */", 20, "a.cfg:3: duplicate setting name\n");
}

static void bounds_the_keys_of_a_group(void **state)
{
    (void)state;
    refuse_repeated("a = 1;\n", 1001, "a.cfg:1001: has more than 1000 keys in a group\n");
    refuse_repeated("a : 1;\n", 1001, "a.cfg:1001: has more than 1000 keys in a group\n");
    refuse_repeated("a = 1;\n", 1000, "a.cfg:2: duplicate setting name\n");
    refuse_repeated("{ a = 1; }\n", 1001, "a.cfg:1: syntax error\n");
}

static void counts_no_keys_in_texts_and_comments(void **state)
{
    (void)state;
    char *many = repeated("= { ", 1001);
    char text[16384];
    problems found = {0};
    int size = snprintf(text, sizeof text, "a = \"\\\"%s\";\n# %s\n/* %s */\n", many, many, many);
    document *doc = parse(text, (size_t)size, &found);
    assert_non_null(doc);
    document_destroy(doc);
    free(many);
}

static void reports_syntax(void **state)
{
    (void)state;
    REFUSED("a = 1;\nb = ( 2;\n", "a.cfg:2: syntax error\n");
    REFUSED("a = 1;\na = 2;\n", "a.cfg:2: duplicate setting name\n");
}

static void skips_a_byte_order_mark(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF"
                               "a = \"b\";\r\n";
    problems found = {0};
    document *doc = parse(text, sizeof text - 1, &found);
    assert_non_null(doc);
    assert_non_null(config_setting_get_member(document_root(doc), "a"));
    document_destroy(doc);
}

/* libconfig itself counts lines up to 65,535. */
static void knows_lines_of_long_files(void **state)
{
    (void)state;
    enum { BLANK_LINES = 60000, KEYS = 3, SIZE = KEYS * (BLANK_LINES + 16) };
    char *text = calloc(1, SIZE);
    assert_non_null(text);
    size_t size = 0;
    for (int key = 0; key < KEYS; key++) {
        memset(text + size, '\n', BLANK_LINES);
        size += BLANK_LINES;
        size += (size_t)snprintf(text + size, 16, "k%d = true;", key);
    }
    problems found = {0};
    document *doc = parse(text, size, &found);
    assert_non_null(doc);
    for (int key = 0; key < KEYS; key++) {
        const config_setting_t *member = config_setting_get_elem(document_root(doc), (unsigned)key);
        assert_int_equal(document_line(member), (key + 1) * BLANK_LINES + 1);
    }
    document_destroy(doc);
    free(text);
}

static void expect_unreadable(const char *path, const char *why)
{
    problems found = {0};
    char expected[512];
    snprintf(expected, sizeof expected, "%s: %s\n", path, why);
    assert_null(document_read(path, &found));
    assert_problems(&found, expected);
}

static void reads_regular_files_only(void **state)
{
    const sandbox *home = *state;
    char *pipe = sandbox_path(home, "pipe"), *missing = sandbox_path(home, "missing.cfg");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    expect_unreadable(sandbox_root(home), "is not a file but a folder");
    expect_unreadable(pipe, "is not a file but a pipe or a device");
    expect_unreadable("/dev/null", "is not a file but a pipe or a device");
    expect_unreadable(missing, "cannot be opened: No such file or directory");
    free(missing);
    free(pipe);
}

static void refuses_huge_files(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "huge.cfg");
    assert_int_equal(sandbox_write(home, "huge.cfg", ""), 0);
    assert_int_equal(truncate(path, (off_t)READ_FILE_MAX + 1), 0);
    expect_unreadable(path, "is larger than 8 MiB");
    free(path);
}

static void reads_a_file_through_a_link(void **state)
{
    const sandbox *home = *state;
    char *link = sandbox_path(home, "link.cfg");
    assert_int_equal(sandbox_write(home, "real.cfg", "a = 1;"), 0);
    assert_int_equal(symlink("real.cfg", link), 0);
    problems found = {0};
    document *doc = document_read(link, &found);
    assert_non_null(doc);
    document_destroy(doc);
    free(link);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_is_no_text),
        cmocka_unit_test(takes_an_escaped_backslash_as_one),
        cmocka_unit_test(refuses_includes),
        cmocka_unit_test(bounds_the_depth),
        cmocka_unit_test(bounds_the_keys_of_a_group),
        cmocka_unit_test(counts_no_keys_in_texts_and_comments),
        cmocka_unit_test(reports_syntax),
        cmocka_unit_test(skips_a_byte_order_mark),
        cmocka_unit_test(knows_lines_of_long_files),
        cmocka_unit_test_setup_teardown(reads_regular_files_only, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(refuses_huge_files, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(reads_a_file_through_a_link, open_sandbox, close_sandbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
