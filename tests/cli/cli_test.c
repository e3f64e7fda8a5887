#include "cli_test.h"

#include <stdio.h>
#include <string.h>

enum { ARGUMENTS_MAX = 64 };

run_result cli_run_list(const char *const *arguments, const run_options *options)
{
    static const char *const day[] = {"SOURCE_DATE_EPOCH=1795219200", NULL};
    const char *argv[ARGUMENTS_MAX] = {BREAKEVEN_PROGRAM};
    size_t count = 1;
    for (; arguments[count - 1] != NULL; count++) {
        assert_true(count + 1 < ARGUMENTS_MAX);
        argv[count] = arguments[count - 1];
    }
    run_options complete = options == NULL ? (run_options){0} : *options;
    complete.argv = argv;
    if (complete.environment == NULL)
        complete.environment = day;
    run_result result;
    assert_int_equal(run_capture(&result, &complete), 0);
    assert_false(result.timed_out);
    return result;
}

json_t *cli_json_list(const char *const *arguments, int status)
{
    run_result r = cli_run_list(arguments, NULL);
    json_error_t error;
    if (r.status != status)
        print_error("%s", r.err);
    assert_int_equal(r.status, status);
    json_t *value = json_loads(r.out, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(value);
    run_result_free(&r);
    return value;
}

const json_t *cli_option(const json_t *comparison, const char *id)
{
    size_t i;
    const json_t *option;
    json_array_foreach(json_object_get(comparison, "options"), i, option)
    {
        if (strcmp(cli_text(option, "id"), id) == 0)
            return option;
    }
    fail_msg("no option %s", id);
    return NULL;
}

const char *cli_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    if (text == NULL)
        fail_msg("no text %s", key);
    return text;
}

void cli_assert_total(const json_t *comparison, const char *id, const char *total)
{
    assert_string_equal(cli_text(cli_option(comparison, id), "total"), total);
}

void cli_assert_refuses_list(const char *const *arguments, int status, const char *words)
{
    run_result r = cli_run_list(arguments, NULL);
    cli_assert_contains(r.err, words);
    assert_string_equal(r.out, "");
    assert_int_equal(r.status, status);
    run_result_free(&r);
}

const char *cli_per_request(const json_t *product, char spec[CLI_SPEC])
{
    size_t i, length = 0;
    const json_t *meter;
    json_array_foreach(json_object_get(product, "meters"), i, meter)
    {
        length += (size_t)snprintf(spec + length, CLI_SPEC - length, "%s%s 2,000",
                                   i == 0 ? "" : ", ", cli_text(meter, "id"));
        assert_true(length < CLI_SPEC);
    }
    return length > 0 ? spec : NULL;
}

void cli_assert_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("\"%s\" is not in:\n%s", part, text);
}

void cli_assert_says(const char *text, const char *part)
{
    char *joined = malloc(strlen(text) + 1), *end = joined;
    assert_non_null(joined);
    while (*text != '\0') {
        size_t blanks = strspn(text, " \n");
        if (blanks > 0)
            *end++ = ' ';
        text += blanks;
        size_t word = strcspn(text, " \n");
        memcpy(end, text, word);
        end += word;
        text += word;
    }
    *end = '\0';
    cli_assert_contains(joined, part);
    free(joined);
}
