/* The manual pages: true to the tables of commands and options, clean, and their examples run. */
#include "cli_test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"

static const char *const pages[] = {MAN "/breakeven.1", MAN "/breakeven-catalog.5",
                                    MAN "/breakeven-scenario.5"};

enum { PAGES = sizeof pages / sizeof *pages, LINE = 512 };

/* A page, for the caller to free. */
static char *read_page(const char *path)
{
    char *text = NULL;
    size_t size = 0;
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    assert_true(getdelim(&text, &size, EOF, in) > 0);
    fclose(in);
    return text;
}

/* -- options and commands ---------------------------------------------------------------------- */

static void assert_named(const char *text, const option *row)
{
    char item[96];
    snprintf(item, sizeof item, "Fl Fl %s%c", row->name, row->value == NULL ? '\n' : ' ');
    cli_assert_contains(text, item);
    if (row->letter == '\0')
        return;
    snprintf(item, sizeof item, ".It Fl %c ", row->letter);
    cli_assert_contains(text, item);
}

static void every_option_and_command_is_named(void **state)
{
    (void)state;
    const command *one;
    const option *row;
    char *text = read_page(pages[0]), item[96];
    for (size_t i = 0; i < globals_option_count; i++)
        assert_named(text, &globals_options[i]);
    for (size_t i = 0; (row = commands_option(&command_plan, i)) != NULL; i++)
        assert_named(text, row);
    for (size_t c = 0; (one = commands_at(c)) != NULL; c++) {
        snprintf(item, sizeof item, ".It Cm %s\n", one->name);
        cli_assert_contains(text, item);
        for (size_t i = 0; (row = commands_option(one, i)) != NULL; i++)
            assert_named(text, row);
    }
    free(text);
}

static bool has_option(const command *of, const char *name)
{
    const option *row;
    for (size_t i = 0; (row = commands_option(of, i)) != NULL; i++) {
        if (strcmp(row->name, name) == 0)
            return true;
    }
    return false;
}

static bool exists(const char *name)
{
    const command *one;
    for (size_t i = 0; i < globals_option_count; i++) {
        if (strcmp(globals_options[i].name, name) == 0)
            return true;
    }
    for (size_t c = 0; (one = commands_at(c)) != NULL; c++) {
        if (has_option(one, name))
            return true;
    }
    return has_option(&command_plan, name);
}

/* Every word behind `mark`, in any page. */
static void each_word_behind(const char *mark, bool (*is_known)(const char *word))
{
    char word[64];
    for (size_t i = 0; i < PAGES; i++) {
        char *text = read_page(pages[i]);
        for (char *at = text; (at = strstr(at, mark)) != NULL;) {
            at += strlen(mark);
            snprintf(word, sizeof word, "%.*s", (int)strcspn(at, " \n"), at);
            if (!is_known(word))
                fail_msg("%s: \"%s%s\" does not exist", pages[i], mark, word);
        }
        free(text);
    }
}

static bool is_command(const char *name)
{
    return commands_find(name) != NULL;
}

static void nothing_is_named_that_does_not_exist(void **state)
{
    (void)state;
    each_word_behind("Fl Fl ", exists);
    each_word_behind(".Cm ", is_command);
    each_word_behind(".It Cm ", is_command);
}

/* -- examples ---------------------------------------------------------------------------------- */

/* Keeps what stands between ".Bd" and ".Ed" as a file. */
static void keep_example(const char *page_path, const sandbox *home, const char *name)
{
    char *text = read_page(page_path), *from = strstr(text, ".Bd");
    assert_non_null(from);
    from = strchr(from, '\n') + 1;
    char *end = strstr(from, ".Ed");
    assert_non_null(end);
    *end = '\0';
    assert_int_equal(sandbox_write(home, name, from), 0);
    free(text);
}

/* Runs a line of a shell in the sandbox, where "breakeven" is the program. */
static void assert_runs(const sandbox *home, const char *line)
{
    char script[LINE * 2];
    snprintf(script, sizeof script, "breakeven() { '%s' \"$@\"; }\n%s\n", BREAKEVEN_PROGRAM, line);
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .home = home}), 0);
    if (r.status != 0)
        fail_msg("%s: status %d, %s", line, r.status, r.err);
    run_result_free(&r);
}

static sandbox *make_home(void)
{
    sandbox *home = sandbox_create();
    assert_non_null(home);
    keep_example(pages[1], home, "prices.cfg");
    keep_example(pages[2], home, "plan.cfg");
    keep_example(pages[2], home, "spring.cfg");
    keep_example(pages[2], home, "summer.cfg");
    return home;
}

static void files_in_the_pages_are_valid(void **state)
{
    (void)state;
    sandbox *home = make_home();
    assert_runs(home, "breakeven check prices.cfg plan.cfg");
    sandbox_destroy(home);
}

/* A line of roff as it is shown. */
static void plain_line(const char *from, char out[LINE])
{
    size_t length = strcspn(from, "\n"), used = 0;
    for (size_t i = 0; i < length && used + 1 < LINE; i++) {
        bool quote = strncmp(from + i, "\\(dq", 4) == 0;
        out[used++] = quote ? '"' : from[i];
        i += quote ? 3 : 0;
    }
    out[used] = '\0';
}

static void every_command_line_runs(void **state)
{
    (void)state;
    static const char mark[] = ".Dl $ ";
    sandbox *home = make_home();
    char line[LINE];
    size_t count = 0;
    char *text = read_page(pages[0]);
    for (char *at = text; (at = strstr(at, mark)) != NULL; count++) {
        at += strlen(mark);
        plain_line(at, line);
        assert_runs(home, line);
    }
    assert_true(count >= 8);
    free(text);
    sandbox_destroy(home);
}

static void examples_of_the_help_run(void **state)
{
    (void)state;
    const command *one;
    sandbox *home = make_home();
    for (size_t c = 0; (one = commands_at(c)) != NULL; c++)
        assert_runs(home, one->example);
    sandbox_destroy(home);
}

/* -- form -------------------------------------------------------------------------------------- */

/* A tool that finds nothing to say of a page; skips the test where it is not installed. */
static void assert_silent(const char *const *tool)
{
    const char *argv[8];
    size_t count = 0;
    if (access(tool[0], X_OK) != 0) {
        print_message("%s is not installed\n", tool[0]);
        skip();
    }
    while (tool[count] != NULL) {
        argv[count] = tool[count];
        count++;
    }
    argv[count + 1] = NULL;
    for (size_t i = 0; i < PAGES; i++) {
        run_result r;
        argv[count] = pages[i];
        assert_int_equal(run_capture(&r, &(run_options){.argv = argv}), 0);
        assert_string_equal(r.err, "");
        assert_int_equal(r.status, 0);
        run_result_free(&r);
    }
}

static void groff_finds_nothing_to_say(void **state)
{
    (void)state;
    const char *const tool[] = {"/usr/bin/groff", "-mdoc", "-Tutf8", "-ww", "-z", NULL};
    assert_silent(tool);
}

static void mandoc_finds_nothing_to_say(void **state)
{
    (void)state;
    const char *const tool[] = {"/usr/bin/mandoc", "-Tlint", "-Wwarning", NULL};
    assert_silent(tool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_option_and_command_is_named),
        cmocka_unit_test(nothing_is_named_that_does_not_exist),
        cmocka_unit_test(files_in_the_pages_are_valid),
        cmocka_unit_test(every_command_line_runs),
        cmocka_unit_test(examples_of_the_help_run),
        cmocka_unit_test(groff_finds_nothing_to_say),
        cmocka_unit_test(mandoc_finds_nothing_to_say),
    };
    return cmocka_run_group_tests_name("man", tests, NULL, NULL);
}
