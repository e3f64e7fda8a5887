/* Every shipped product answers a comparison, for people and for programs. */
#include "cli_test.h"
#include "text/text.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

enum { NOTHING_CARRIES = 3, COLUMNS_MOST = 100, LINE_SIZE = 1024 };

/* Without a spec the list of arguments ends before it. */
static run_result compare(const json_t *product, const char *format)
{
    char spec[CLI_SPEC];
    const char *told = cli_per_request(product, spec);
    return CLI("compare", cli_text(product, "product"), "--volume", "30,000", "--months", "12",
               "--qps", "12", "--concurrency", "4", "--response-time", "500ms", "--postpaid", "on",
               "--format", format, told == NULL ? NULL : "--per-request", told);
}

static void check_status(const json_t *product, const run_result *r)
{
    if ((r->status != 0 && r->status != NOTHING_CARRIES) || r->err[0] != '\0')
        fail_msg("%s: status %d: %s", cli_text(product, "product"), r->status, r->err);
}

static void check_table(const json_t *product)
{
    run_result r = compare(product, "table");
    check_status(product, &r);
    cli_assert_says(r.out, cli_text(product, "name"));
    run_result_free(&r);
}

static void check_json(const json_t *product)
{
    run_result r = compare(product, "json");
    check_status(product, &r);
    json_t *answer = json_loads(r.out, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(answer);
    assert_string_equal(cli_text(answer, "product"), cli_text(product, "product"));
    assert_string_equal(cli_text(answer, "currency"), cli_text(product, "currency"));
    assert_true(json_is_boolean(json_object_get(cli_option(answer, "best"), "offered")));
    json_decref(answer);
    run_result_free(&r);
}

static void check_widths(const char *name, char *text)
{
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (text_width(line) > COLUMNS_MOST)
            fail_msg("%s: %d columns: %s", name, text_width(line), line);
    }
}

/* With all that adds tables, in both languages. */
static void check_columns(const json_t *product)
{
    static const char *const languages[] = {"en", "zh"};
    const char *name = cli_text(product, "product");
    char spec[CLI_SPEC], plan[LINE_SIZE];
    const char *told = cli_per_request(product, spec);
    snprintf(plan, sizeof plan,
             "format = 1;  start = \"2026-12\";  months = 3;\n"
             "items = ( { product = \"%s\";  volume = \"123,456\"; } );\n",
             name);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        run_result r = CLI("compare", name, "--volume", "123,456", "--low", "50k", "--high", "500k",
                           "--months", "3", "--postpaid", "on", "--by-month", "--lang",
                           languages[i], told == NULL ? NULL : "--per-request", told);
        check_status(product, &r);
        check_widths(name, r.out);
        run_result_free(&r);
        sandbox *home = sandbox_create();
        assert_non_null(home);
        assert_int_equal(sandbox_write(home, "plan.cfg", plan), 0);
        r = cli_run_list((const char *const[]){"quote", "plan.cfg", "--lang", languages[i], NULL},
                         &(run_options){.home = home});
        check_status(product, &r);
        check_widths(name, r.out);
        run_result_free(&r);
        sandbox_destroy(home);
    }
}

static void check_all(void (*check)(const json_t *))
{
    json_t *listed = CLI_JSON(0, "products");
    const json_t *product;
    size_t i;
    json_array_foreach(json_object_get(listed, "products"), i, product)
    {
        check(product);
    }
    assert_true(i > 0);
    json_decref(listed);
}

static void every_product_is_compared_in_a_table(void **state)
{
    (void)state;
    check_all(check_table);
}

static void every_product_is_compared_in_json(void **state)
{
    (void)state;
    check_all(check_json);
}

static void no_table_is_wider_than_a_page(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    check_all(check_columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_product_is_compared_in_a_table),
        cmocka_unit_test(every_product_is_compared_in_json),
        cmocka_unit_test(no_table_is_wider_than_a_page),
    };
    return cmocka_run_group_tests_name("cli every product", tests, NULL, NULL);
}
