/* Where answers go, and what they look like there. */
#include "cli_test.h"

#include <string.h>

#define DAY "SOURCE_DATE_EPOCH=1795219200"

static run_result run_in(const sandbox *home, const char *const *arguments, const char *setting)
{
    const char *const environment[] = {DAY, setting, NULL};
    return cli_run_list(arguments, &(run_options){.environment = environment, .home = home});
}

static void a_pipe_gets_no_colour_unless_it_is_asked_for(void **state)
{
    (void)state;
    run_result r = CLI("products");
    assert_null(strchr(r.out, '\033'));
    run_result_free(&r);
    r = CLI("products", "--color", "always");
    assert_non_null(strchr(r.out, '\033'));
    run_result_free(&r);
}

/* Columns of a line of ASCII and Chinese, whose characters have three bytes and two columns. */
static size_t text_columns(const char *line, size_t length)
{
    size_t columns = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)line[i];
        columns += byte >= 0xE0 ? 2 : byte < 0x80 ? 1 : 0;
    }
    return columns;
}

static void lines_fit_a_hundred_columns(void **state)
{
    (void)state;
    run_result r = CLI("compare", "tencent-cn/face-compare", "--volume", "3.5M", "--months", "12",
                       "--buy", "10m x4", "--explain", "--ascii");
    for (const char *line = r.out; *line != '\0'; line += strcspn(line, "\n") + 1)
        assert_true(text_columns(line, strcspn(line, "\n")) <= 100);
    run_result_free(&r);
}

static void other_character_sets_get_ascii(void **state)
{
    (void)state;
    static const char *const arguments[] = {"compare", "tencent-cn/face-compare", "--volume", "30k",
                                            NULL};
    run_result r = run_in(NULL, arguments, "LC_ALL=C");
    for (size_t i = 0; i < r.out_length; i++)
        assert_true((unsigned char)r.out[i] < 0x80);
    cli_assert_contains(r.out, "* Best plan");
    cli_assert_contains(r.out, "CNY 64.00");
    run_result_free(&r);
}

static void a_file_is_written_whole(void **state)
{
    (void)state;
    static const char *const arguments[] = {"products", "refiner", "-o", "out.txt", NULL};
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "out.txt", "old"), 0);
    run_result r = run_in(home, arguments, NULL);
    assert_int_equal(r.status, 0);
    assert_string_equal(r.out, "");
    char *text = sandbox_read(home, "out.txt");
    assert_non_null(text);
    cli_assert_contains(text, "alibaba/aitryon-refiner");
    free(text);
    run_result_free(&r);
    sandbox_destroy(home);
}

static void a_dash_is_standard_output(void **state)
{
    (void)state;
    run_result r = CLI("products", "refiner", "-o", "-");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "alibaba/aitryon-refiner");
    run_result_free(&r);
}

static void failures_to_write_are_reported(void **state)
{
    (void)state;
    CLI_REFUSES(1, "/dev/full cannot be written", "products", "-o", "/dev/full");
    CLI_REFUSES(1, "missing/out.txt: cannot be written", "products", "-o", "missing/out.txt");
}

static void a_full_standard_output_is_reported(void **state)
{
    (void)state;
    static const char *const argv[] = {"/bin/sh", "-c",
                                       "'" BREAKEVEN_PROGRAM "' products >/dev/full", NULL};
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv}), 0);
    assert_int_equal(r.status, 1);
    cli_assert_contains(r.err, "standard output cannot be written");
    run_result_free(&r);
}

static void quantities_come_from_standard_input(void **state)
{
    (void)state;
    static const char *const arguments[] = {"rate", "alibaba/aitryon", "-", NULL};
    run_result r = cli_run_list(arguments, &(run_options){.input = "1k\n\n 25 \r\n7"});
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "¥200.00");
    cli_assert_contains(r.out, "¥5.00");
    cli_assert_contains(r.out, "¥1.40");
    run_result_free(&r);
    r = cli_run_list(arguments, &(run_options){.input = "1k\nten\n"});
    assert_int_equal(r.status, 1);
    cli_assert_contains(r.err, "standard input:2: \"ten\" is not a number");
    run_result_free(&r);
    r = cli_run_list(arguments, &(run_options){.input = "1k\0\n", .input_length = 4});
    assert_int_equal(r.status, 1);
    run_result_free(&r);
}

static void complaints_cannot_steer_a_terminal(void **state)
{
    (void)state;
    run_result r = CLI("rate", "\033[2Jx/y", "1");
    assert_int_equal(r.status, 1);
    assert_null(strchr(r.err, '\033'));
    run_result_free(&r);
}

static void a_report_can_be_made_again_exactly(void **state)
{
    (void)state;
    run_result a = CLI("compare", "alibaba/aitryon", "--volume", "1k", "--format", "json");
    run_result b = CLI("compare", "alibaba/aitryon", "--volume", "1k", "--format", "json");
    assert_string_equal(a.out, b.out);
    run_result_free(&a);
    run_result_free(&b);
    static const char *const arguments[] = {"compare", "alibaba/aitryon", NULL};
    a = run_in(NULL, arguments, "SOURCE_DATE_EPOCH=tomorrow");
    assert_int_equal(a.status, 2);
    run_result_free(&a);
}

/* Every command that has pages has them as Markdown. */
static void markdown_has_headings_and_tables(void **state)
{
    (void)state;
    run_result r = CLI("compare", "tencent/image-style-transfer", "--volume", "9950", "--postpaid",
                       "on", "--format", "markdown");
    assert_int_equal(r.status, 0);
    assert_int_equal(strncmp(r.out, "# Image Style Transfer", 22), 0);
    cli_assert_contains(r.out, "\n## Planned for\n\n- Given: ");
    cli_assert_contains(r.out, "| Total ");
    cli_assert_contains(r.out, " **$550.00** |\n");
    assert_null(strchr(r.out, '\033'));
    run_result_free(&r);
    r = CLI("rate", "tencent/image-style-transfer", "9950", "--format", "markdown");
    cli_assert_contains(r.out, "| images |   One month | The sum       |\n"
                               "| -----: | ----------: | ------------- |\n"
                               "|  9,950 | **$796.00** | 9,950 × $0.08 |\n");
    run_result_free(&r);
    r = CLI("products", "style", "--format", "markdown", "--ascii");
    cli_assert_contains(r.out, "| **tencent/image-style-transfer** ");
    run_result_free(&r);
    r = CLI("curve", "tencent/image-style-transfer", "--from", "1", "--to", "20k", "--format",
            "markdown");
    cli_assert_contains(r.out, "\n| -");
    run_result_free(&r);
    r = CLI("check", "--format", "markdown");
    assert_int_equal(r.status, 0);
    assert_null(strstr(r.out, "\n\n\n"));
    run_result_free(&r);
}

/* As where "head" has seen enough: the reader is gone before the answer comes. */
static void a_reader_that_goes_away_is_no_news(void **state)
{
    (void)state;
    run_result r;
    assert_int_equal(
        run_capture(&r,
                    &(run_options){.argv =
                                       (const char *const[]){
                                           "/bin/sh", "-c",
                                           "{ sleep 0.2; \"$0\" products; echo \"status $?\" >&2; }"
                                           " | true",
                                           BREAKEVEN_PROGRAM, NULL}}),
        0);
    assert_string_equal(r.err, "status 1\n");
    run_result_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pipe_gets_no_colour_unless_it_is_asked_for),
        cmocka_unit_test(a_reader_that_goes_away_is_no_news),
        cmocka_unit_test(lines_fit_a_hundred_columns),
        cmocka_unit_test(other_character_sets_get_ascii),
        cmocka_unit_test(a_file_is_written_whole),
        cmocka_unit_test(a_dash_is_standard_output),
        cmocka_unit_test(failures_to_write_are_reported),
        cmocka_unit_test(a_full_standard_output_is_reported),
        cmocka_unit_test(quantities_come_from_standard_input),
        cmocka_unit_test(complaints_cannot_steer_a_terminal),
        cmocka_unit_test(a_report_can_be_made_again_exactly),
        cmocka_unit_test(markdown_has_headings_and_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
