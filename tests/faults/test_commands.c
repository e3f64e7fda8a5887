/* Commands whose memory runs out, or whose disk fails, at each step in turn: they say so, and files
 * are whole. */
#include "faults/fault.h"
#include "support/buffer.h"
#include "support/run.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] = "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 3;\n"
                           "items = ( { product = \"tencent/image-style-transfer\";\n"
                           "            volume = \"2,500\";  postpaid = true; },\n"
                           "          { product = \"alibaba/aitryon\";  volume = \"10k\"; } );\n";

static const char other_plan[] =
    "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 6;\n"
    "items = ( { product = \"alibaba/aitryon-refiner\";  volume = \"2,500\"; } );\n";

static const char old[] = "what the file held before\n";
static const char target[] = "out.txt";

enum { ARGUMENTS = 12 };

typedef struct command_line {
    const char *argv[ARGUMENTS];
    bool to_file; /* -o out.txt stands on it */
} command_line;

#define WRITES "-o", target

static const command_line commands[] = {
    {{BREAKEVEN, "check", "plan.cfg"}, false},
    {{BREAKEVEN, "products", "face", WRITES}, true},
    {{BREAKEVEN, "rate", "alibaba/aitryon-refiner", "100", "30k"}, false},
    {{BREAKEVEN, "compare", "tencent/image-style-transfer", "--volume", "2500", "--explain",
      WRITES},
     true},
    {{BREAKEVEN, "curve", "tencent/image-style-transfer", "--to", "20k"}, false},
    {{BREAKEVEN, "diff", "plan.cfg", "other.cfg", WRITES}, true},
    {{BREAKEVEN, "quote", "plan.cfg", WRITES}, true},
    {{BREAKEVEN, "quote", "plan.cfg", "--format", "csv", WRITES}, true},
    {{BREAKEVEN, "quote", "plan.cfg", "--format", "json", WRITES}, true},
    {{BREAKEVEN, "quote", "plan.cfg", "--format", "markdown", WRITES}, true},
    {{BREAKEVEN, "quote", "plan.cfg", "--format", "html", WRITES}, true},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static sandbox *home;

static int open_home(void **state)
{
    (void)state;
    home = sandbox_create();
    return home == NULL || sandbox_write(home, "plan.cfg", plan) != 0 ||
           sandbox_write(home, "other.cfg", other_plan) != 0;
}

static int close_home(void **state)
{
    (void)state;
    sandbox_destroy(home);
    return 0;
}

static run_result run_with(const command_line *line, const fault *f)
{
    run_result r;
    fault_environment environment;
    fault_prepare(&environment, f, home);
    assert_int_equal(sandbox_write(home, target, old), 0);
    assert_int_equal(run_capture(&r, &(run_options){.argv = line->argv,
                                                    .environment = environment.entries,
                                                    .home = home}),
                     0);
    return r;
}

/* What the command writes where nothing fails. */
static char *written_by(const command_line *line)
{
    run_result r = run_with(line, &(fault){.kind = "memory"});
    assert_int_equal(r.status, 0);
    char *text = line->to_file ? sandbox_read(home, target) : strdup(r.out);
    assert_non_null(text);
    run_result_free(&r);
    return text;
}

/* The same, and in ASCII: what is left where the C library has no memory for a locale. */
typedef struct texts {
    char *usual, *ascii;
} texts;

static texts expected_of(const command_line *line)
{
    command_line ascii = *line;
    size_t count = 0;
    while (ascii.argv[count] != NULL)
        count++;
    ascii.argv[count] = "--ascii";
    return (texts){written_by(line), written_by(&ascii)};
}

static bool is_one_of(const char *text, const texts *expected)
{
    return strcmp(text, expected->usual) == 0 || strcmp(text, expected->ascii) == 0;
}

static bool says(const run_result *r, const char *reason)
{
    return strstr(r->err, reason) != NULL || strstr(r->out, reason) != NULL;
}

/* True while there is a call of that number. */
static bool survives(const command_line *line, const fault *f, const char *reason,
                     const texts *expected)
{
    char name[FAULT_NAME] = "";
    run_result r = run_with(line, f);
    bool struck = fault_struck(home, name);
    char *file = sandbox_read(home, target);
    const char *got = line->to_file ? file : r.out;
    assert_non_null(file);
    if (r.timed_out || (r.status != 0 && r.status != 1))
        fail_msg("%s, %s %lu (%s): status %d", line->argv[1], f->kind, f->at, name, r.status);
    if (r.status == 1 && !says(&r, reason))
        fail_msg("%s, %s %lu (%s): no word of \"%s\" in \"%s\"", line->argv[1], f->kind, f->at,
                 name, reason, r.err);
    if (r.status == 0 && !is_one_of(got, expected))
        fail_msg("%s, %s %lu (%s): done, but not with \"%s\"", line->argv[1], f->kind, f->at, name,
                 got);
    if (strcmp(file, old) != 0 && !is_one_of(file, expected))
        fail_msg("%s, %s %lu (%s): half a file: \"%s\"", line->argv[1], f->kind, f->at, name, file);
    assert_false(fault_left(sandbox_root(home), ".tmp"));
    free(file);
    run_result_free(&r);
    return struck;
}

static unsigned try_each(const command_line *line, fault f, const char *reason)
{
    texts expected = expected_of(line);
    unsigned runs = 0;
    for (f.at = 1; survives(line, &f, reason, &expected); f.at = fault_next(f.at))
        runs++;
    free(expected.usual);
    free(expected.ascii);
    return runs;
}

static void says_when_there_is_no_memory(void **state)
{
    (void)state;
    unsigned runs = 0;
    for (size_t i = 0; i < COMMANDS; i++)
        runs += try_each(&commands[i], (fault){.kind = "memory"}, "memory");
    print_message("%u runs\n", runs);
    assert_true(runs > 40 * COMMANDS);
}

static void says_when_there_is_no_memory_any_more(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMMANDS; i += 3)
        try_each(&commands[i], (fault){.kind = "memory", .follow = 1000000}, "memory");
}

/* A command that closes a stream of memory is told that there is none. */
static void says_what_fails_of_the_disk(void **state)
{
    static const int errors[] = {ENOSPC, EIO, EACCES};
    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        const fault f = {.kind = "file", .error = errors[i % 3]};
        const fault all = {.kind = "file", .error = errors[i % 3], .follow = 1000000};
        assert_true(try_each(&commands[i], f, strerror(f.error)) > 0);
        try_each(&commands[i], all, strerror(f.error));
    }
}

/* The parser that libconfig brings along does not survive a lack of memory: a program that has
 * little of it has to see that before. */
static void parses_nothing_that_memory_is_too_small_for(void **state)
{
    enum { NUMBERS = 100000, REFUSED_LEAST = 3 };
    static const char script[] =
        "for kb in $(seq 10000 2000 60000); do\n"
        "  status=0; (ulimit -v $kb && \"$0\" diff large.cfg large.cfg) >out 2>&1 || status=$?\n"
        "  case $status in 0) echo done ;; 1) grep -q 'out of memory' out && echo refused || echo "
        "read ;;\n"
        "  *) echo \"status $status with $kb\"; cat out; exit 1 ;; esac\n"
        "done";
    static const char *const argv[] = {"/bin/sh", "-c", script, BREAKEVEN, NULL};
    buffer text = {0};
    run_result r;
    (void)state;
    buffer_append_text(&text, "format = 1; start = \"2026-12\"; months = 3; items = (); x = [ 0");
    for (int i = 0; i < NUMBERS; i++)
        buffer_append_text(&text, ",1");
    buffer_append_text(&text, " ];\n");
    assert_int_equal(sandbox_write(home, "large.cfg", buffer_text(&text)), 0);
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .home = home}), 0);
    int refused = 0;
    for (const char *at = r.out; (at = strstr(at, "refused")) != NULL; at++)
        refused++;
    if (r.status != 0 || refused < REFUSED_LEAST)
        fail_msg("refused %d times: %s%s", refused, r.out, r.err);
    run_result_free(&r);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_when_there_is_no_memory, open_home, close_home),
        cmocka_unit_test_setup_teardown(says_when_there_is_no_memory_any_more, open_home,
                                        close_home),
        cmocka_unit_test_setup_teardown(says_what_fails_of_the_disk, open_home, close_home),
        cmocka_unit_test_setup_teardown(parses_nothing_that_memory_is_too_small_for, open_home,
                                        close_home),
    };
    return cmocka_run_group_tests_name("faults/commands", tests, NULL, NULL);
}
