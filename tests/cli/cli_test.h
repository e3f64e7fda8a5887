/*
 * Runs the real program and looks at what it says.
 *
 * The day is fixed (2026-11-21, by SOURCE_DATE_EPOCH), so that plans start in December 2026. All
 * functions fail the running test when something is not as it should be.
 */
#ifndef BREAKEVEN_TESTS_CLI_TEST_H
#define BREAKEVEN_TESTS_CLI_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "support/run.h"

/* Runs breakeven with the arguments of a NULL-ended list; free with run_result_free. */
run_result cli_run_list(const char *const *arguments, const run_options *options);

/* cli(&r, "rate", "a/b", "5") */
#define CLI(...) cli_run_list((const char *const[]){__VA_ARGS__, NULL}, NULL)

/* The program's standard output as JSON; a new reference. The status must be `status`. */
json_t *cli_json_list(const char *const *arguments, int status);
#define CLI_JSON(status, ...)                                                                      \
    cli_json_list((const char *const[]){__VA_ARGS__, "--format", "json", NULL}, status)

/* The option called `id` of a comparison. Borrowed. */
const json_t *cli_option(const json_t *comparison, const char *id);

/* The text of a key that must be there. Borrowed. */
const char *cli_text(const json_t *object, const char *key);

/* Fails unless the option's total is this one. */
void cli_assert_total(const json_t *comparison, const char *id, const char *total);

/* Fails unless the program ends with `status`, prints nothing, and complains with `words` in it. */
void cli_assert_refuses_list(const char *const *arguments, int status, const char *words);
#define CLI_REFUSES(status, words, ...)                                                            \
    cli_assert_refuses_list((const char *const[]){__VA_ARGS__, NULL}, status, words)

/*
 * What --per-request takes for a product of the list: "input 2,000, output 2,000", written into
 * `spec`; NULL for a product without meters.
 */
enum { CLI_SPEC = 256 };
const char *cli_per_request(const json_t *product, char spec[CLI_SPEC]);

/* Fails unless `text` has `part` in it. */
void cli_assert_contains(const char *text, const char *part);

/* The same, wherever the lines of `text` were broken. */
void cli_assert_says(const char *text, const char *part);

#endif
