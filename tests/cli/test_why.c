/* Why the best plan is the best, as compare tells it. */
#include "cli_test.h"

#include <string.h>

#define PRODUCT "tencent/image-style-transfer"

/* Two months of 5,800 pictures: a mixture, dearer by any single way to buy. */
#define MIXTURE                                                                                    \
    PRODUCT, "--volume", "5,800", "--months", "2", "--free-left", "0", "--postpaid", "on"

/* 9,950 pictures that are paid for: one package of 10,000. */
#define PACKAGE PRODUCT, "--volume", "10,000", "--postpaid", "on"

static const json_t *in(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (value == NULL)
        fail_msg("no key %s", key);
    return value;
}

static void the_best_plan_comes_with_its_proof(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", MIXTURE);
    const json_t *best = cli_option(answer, "best"), *proof = in(best, "proof");
    assert_string_equal(cli_text(best, "total"), "673");
    assert_string_equal(cli_text(proof, "status"), "optimal");
    assert_string_equal(cli_text(proof, "bound"), "673");
    assert_string_equal(cli_text(proof, "gap"), "0");
    assert_true(json_is_null(in(cli_option(answer, "payg"), "proof")));
    assert_true(json_is_null(in(cli_option(answer, "package"), "proof")));
    json_decref(answer);
    answer = CLI_JSON(3, "compare", "tencent-cn/face-compare", "--volume", "1k", "--qps", "1,000");
    assert_true(json_is_null(in(cli_option(answer, "best"), "proof")));
    json_decref(answer);
}

static void a_mixture_is_named_by_what_it_is_made_of(void **state)
{
    (void)state;
    run_result r = CLI("compare", MIXTURE);
    cli_assert_says(r.out, "★ Best plan: 1 × 10k, 1 × 1k and pay as you go for $673.00, $255.00 "
                           "(27.5%) less than pay as you go.");
    cli_assert_contains(r.out, "Proven: no other plan costs less.");
    run_result_free(&r);
    r = CLI("compare", PACKAGE);
    cli_assert_says(r.out, "★ Packages: $550.00, $246.00 (30.9%) less than pay as you go.");
    run_result_free(&r);
}

static void nothing_to_pay_for_needs_no_proof(void **state)
{
    (void)state;
    run_result r = CLI("compare", PRODUCT, "--volume", "0");
    assert_null(strstr(r.out, "Proven"));
    run_result_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_plan_comes_with_its_proof),
        cmocka_unit_test(a_mixture_is_named_by_what_it_is_made_of),
        cmocka_unit_test(nothing_to_pay_for_needs_no_proof),
    };
    return cmocka_run_group_tests_name("cli why", tests, NULL, NULL);
}
