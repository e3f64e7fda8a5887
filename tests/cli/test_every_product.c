/* Every shipped product answers a comparison, for people and for programs. */
#include "cli_test.h"

#include <string.h>

enum { NOTHING_CARRIES = 3 };

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_product_is_compared_in_a_table),
        cmocka_unit_test(every_product_is_compared_in_json),
    };
    return cmocka_run_group_tests_name("cli every product", tests, NULL, NULL);
}
