/* Why the best plan is the best, as compare tells it. */
#include "cli_test.h"

#include <string.h>

#define PRODUCT "tencent/image-style-transfer"

/* Two months of 5,800 pictures: a mixture, dearer by any single way to buy. */
#define MIXTURE                                                                                    \
    PRODUCT, "--volume", "5,800", "--months", "2", "--free-left", "0", "--postpaid", "on"

/* 9,950 pictures that are paid for: one package of 10,000. */
#define PACKAGE PRODUCT, "--volume", "10,000", "--postpaid", "on"

/* Two months of 80 calls under volume tiers: 80 cost 80, 101 cost 50.5. */
#define CLIFF "acme/steps", "--catalog", ACME, "--volume", "80", "--months", "2"

static const json_t *in(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (value == NULL)
        fail_msg("no key %s", key);
    return value;
}

/* Prices that fall with the volume: what is paid by the unit alone is best here and far above. */
static void a_range_has_no_hole(void **state)
{
    (void)state;
    run_result r = CLI("compare", "baidu/vat-invoice", "--volume", "25k", "--postpaid", "on");
    cli_assert_says(r.out, "Stays the best from 25,000 to 48,500 calls a month.");
    run_result_free(&r);
    r = CLI("compare", "baidu/vat-invoice", "--volume", "48,501", "--postpaid", "on");
    cli_assert_says(r.out, "★ Packages: ¥2,100.00");
    run_result_free(&r);
    r = CLI("compare", "tencent-cn/gender-age-change", "--volume", "150k", "--months", "12",
            "--postpaid", "on", "--start", "2026-12");
    cli_assert_says(r.out, "Is no longer the best at 143,857 calls and at 151,001 calls in the "
                           "first month; not every volume between was looked at.");
    run_result_free(&r);
}

/* Purchases of every month are told once, as they are ordered. */
static void what_is_bought_again_and_again_is_told_once(void **state)
{
    (void)state;
    run_result r = CLI("compare", "tencent-cn/face-compare", "--volume", "3.5M", "--months", "12",
                       "--start", "2026-12", "--qps", "8", "--peak-days", "3");
    cli_assert_says(r.out, "8 QPS for 3 days, 12 times, 2 QPS for 28 days, 7 times");
    cli_assert_says(r.out, "2026-12 to 2027-11 8 QPS for 3 days, 12 times");
    cli_assert_says(r.out, "2026-12 to 2027-01 2 QPS for 28 days, 2 times");
    cli_assert_says(r.out, "8 QPS for 3 days of 2026-12 to 2027-11, each: without it the peak is "
                           "not carried;");
    run_result_free(&r);
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

static void reasons_are_a_section_of_their_own(void **state)
{
    (void)state;
    run_result r = CLI("compare", PRODUCT, "--volume", "7,450", "--postpaid", "on");
    cli_assert_contains(r.out, "Why this is the best");
    cli_assert_says(r.out, "Next best, without 10k packages: 7 × 1k and pay as you go for "
                           "$557.00, $7.00 more.");
    cli_assert_says(r.out, "1 × 10k of 2026-12: pays from 6,875 of its 10,000 images on; 7,400 "
                           "are used.");
    cli_assert_says(r.out, "Stays the best from 7,363 to 10,987 images a month.");
    run_result_free(&r);
    r = CLI("compare", PRODUCT, "--volume", "900", "--postpaid", "on", "--free-left", "0");
    cli_assert_says(r.out, "Next best that buys something: 1 × 1k for $75.00, $3.00 more "
                           "(not proven).");
    cli_assert_says(r.out, "Stays the best from 0 to 937 images a month.");
    run_result_free(&r);
    r = CLI("compare", PACKAGE, "--postpaid", "off");
    cli_assert_says(r.out, "1 × 10k of 2026-12: without it 9,950 images would go unserved; 9,950 "
                           "are used.");
    run_result_free(&r);
    r = CLI("compare", PRODUCT, "--volume", "0");
    assert_null(strstr(r.out, "Why this is the best"));
    run_result_free(&r);
}

static void reasons_are_values_too(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", PRODUCT, "--volume", "7,450", "--postpaid", "on");
    const json_t *why = in(answer, "why"), *next = in(why, "next_best");
    const json_t *purchase = json_array_get(in(why, "purchases"), 0), *range = in(why, "range");
    assert_string_equal(cli_text(next, "without"), "10k");
    assert_string_equal(cli_text(next, "total"), "557");
    assert_string_equal(cli_text(next, "more"), "7");
    assert_true(json_is_true(in(next, "proven")));
    assert_string_equal(cli_text(json_array_get(in(next, "purchases"), 0), "item"), "1k");
    assert_string_equal(cli_text(in(purchase, "purchase"), "item"), "10k");
    assert_string_equal(cli_text(purchase, "saves"), "42");
    assert_string_equal(cli_text(purchase, "units"), "10000");
    assert_string_equal(cli_text(purchase, "used"), "7400");
    assert_string_equal(cli_text(purchase, "break_even"), "6875");
    assert_true(json_is_true(in(purchase, "from_there_on")));
    assert_string_equal(cli_text(range, "from"), "7363");
    assert_string_equal(cli_text(range, "to"), "10987");
    assert_true(json_is_true(in(range, "to_exact")));
    const json_t *payg = json_array_get(in(why, "rejected"), 0);
    assert_string_equal(cli_text(payg, "option"), "payg");
    assert_string_equal(cli_text(payg, "more"), "42");
    json_decref(answer);
}

static void units_that_would_cost_less_are_advice(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", CLIFF);
    const json_t *padding = in(in(answer, "why"), "padding");
    assert_int_equal(json_array_size(padding), 2);
    const json_t *first = json_array_get(padding, 0);
    assert_string_equal(cli_text(first, "month"), "2026-12");
    assert_string_equal(cli_text(first, "units"), "80");
    assert_string_equal(cli_text(first, "more"), "21");
    assert_string_equal(cli_text(first, "saves"), "29.5");
    json_decref(answer);
    run_result r = CLI("compare", CLIFF);
    cli_assert_says(r.out, "In 2026-12, 80 units stop short of a lower price: 21 more would save "
                           "¥29.50.");
    cli_assert_says(r.out, "In 2 months a few more units would cost less: ¥59.00 in all.");
    run_result_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_has_no_hole),
        cmocka_unit_test(what_is_bought_again_and_again_is_told_once),
        cmocka_unit_test(the_best_plan_comes_with_its_proof),
        cmocka_unit_test(a_mixture_is_named_by_what_it_is_made_of),
        cmocka_unit_test(nothing_to_pay_for_needs_no_proof),
        cmocka_unit_test(reasons_are_a_section_of_their_own),
        cmocka_unit_test(reasons_are_values_too),
        cmocka_unit_test(units_that_would_cost_less_are_advice),
    };
    return cmocka_run_group_tests_name("cli why", tests, NULL, NULL);
}
