/* Completion scripts: shells read them, and bash offers what fits. */
#include "cli_test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Runs a program of the system; skips the test where there is none of that name. */
static run_result run_shell(const char *const *argv, const char *input)
{
    run_result r;
    if (access(argv[0], X_OK) != 0) {
        print_message("%s is not installed\n", argv[0]);
        skip();
    }
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .input = input}), 0);
    return r;
}

/* What bash offers for the last word. */
static void assert_offers_list(const char *offered, const char *const *words)
{
    const char *argv[16] = {"/bin/bash", "--norc", BASH_DRIVER, BREAKEVEN_PROGRAM};
    for (size_t i = 0; words[i] != NULL; i++)
        argv[i + 4] = words[i];
    run_result r = run_shell(argv, NULL);
    assert_string_equal(r.err, "");
    assert_string_equal(r.out, offered);
    run_result_free(&r);
}
#define OFFERS(offered, ...) assert_offers_list(offered, (const char *const[]){__VA_ARGS__, NULL})

static void bash_offers_commands(void **state)
{
    (void)state;
    OFFERS("compare\ncompletion\n", "co");
    OFFERS("afford\n", "--lang", "zh", "af");
}

static void bash_offers_products_once(void **state)
{
    (void)state;
    OFFERS("tencent/image-style-transfer\n", "compare", "tencent/image-s");
    OFFERS("tencent/image-style-transfer\n", "compare", "--volume", "5k", "tencent/image-s");
    OFFERS("tencent/image-style-transfer\n", "curve", "--to", "=", "5k", "tencent/image-s");
    OFFERS("", "rate", "tencent/image-style-transfer", "tencent/image-s");
}

static void bash_offers_options_and_their_values(void **state)
{
    (void)state;
    OFFERS("--volume\n--volumes\n", "compare", "a/b", "--vol");
    OFFERS("", "quote", "--vol");
    OFFERS("plan\nyear\nmonth\n", "afford", "--per", "");
    OFFERS("month\n", "afford", "--per", "=", "m");
    OFFERS("plan\nyear\nmonth\n", "afford", "--per", "=");
    OFFERS("markdown\n", "products", "--format", "m");
    OFFERS("", "compare", "a/b", "--volume", "");
}

static void bash_offers_shells(void **state)
{
    (void)state;
    OFFERS("fish\n", "completion", "f");
}

/* A shell that reads the script without running it. */
static void assert_reads(const char *shell, const char *name)
{
    run_result script = CLI("completion", name);
    assert_int_equal(script.status, 0);
    const char *const argv[] = {shell, "-n", "/dev/stdin", NULL};
    if (access(shell, X_OK) != 0) {
        run_result_free(&script);
        print_message("%s is not installed\n", shell);
        skip();
    }
    run_result r = run_shell(argv, script.out);
    run_result_free(&script);
    assert_string_equal(r.err, "");
    assert_int_equal(r.status, 0);
    run_result_free(&r);
}

static void bash_reads_its_script(void **state)
{
    (void)state;
    assert_reads("/bin/bash", "bash");
}

static void zsh_reads_its_script(void **state)
{
    (void)state;
    assert_reads("/bin/zsh", "zsh");
}

static void fish_reads_its_script(void **state)
{
    (void)state;
    assert_reads("/usr/bin/fish", "fish");
}

static void other_shells_are_refused(void **state)
{
    (void)state;
    CLI_REFUSES(2, "did you mean \"fish\"?", "completion", "fisch");
    CLI_REFUSES(2, "something is missing", "completion");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bash_offers_commands),
        cmocka_unit_test(bash_offers_products_once),
        cmocka_unit_test(bash_offers_options_and_their_values),
        cmocka_unit_test(bash_offers_shells),
        cmocka_unit_test(bash_reads_its_script),
        cmocka_unit_test(zsh_reads_its_script),
        cmocka_unit_test(fish_reads_its_script),
        cmocka_unit_test(other_shells_are_refused),
    };
    return cmocka_run_group_tests_name("cli completion", tests, NULL, NULL);
}
