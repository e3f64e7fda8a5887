/* The vendors' own worked examples, through the whole program. */
#include "cli_test.h"

static void one_total(const char *id, const char *total, const char *const *arguments)
{
    json_t *answer = cli_json_list(arguments, 0);
    cli_assert_total(answer, id, total);
    json_decref(answer);
}

#define TOTAL(id, total, ...)                                                                      \
    one_total(id, total, (const char *const[]){"compare", __VA_ARGS__, "--format", "json", NULL})

static void refiner_tiers_are_graduated(void **state)
{
    (void)state;
    TOTAL("payg", "53.75", "alibaba/aitryon-refiner", "--volume", "200", "--free-left", "0");
}

static void three_packages_a_year(void **state)
{
    (void)state;
    TOTAL("package", "1650", "tencent/image-style-transfer", "--volume", "2,500", "--months", "12",
          "--free-left", "0");
}

static void style_transfer_tiers_are_volume(void **state)
{
    (void)state;
    TOTAL("payg", "10000", "tencent/image-style-transfer", "--volume", "200,000", "--free-left",
          "0", "--postpaid", "on");
}

static void band_is_chosen_by_what_the_free_quota_leaves(void **state)
{
    (void)state;
    TOTAL("payg", "796", "tencent/image-style-transfer", "--volume", "10000", "--free-left", "50",
          "--postpaid", "on");
}

static void face_landmarks(void **state)
{
    (void)state;
    TOTAL("payg", "1980", "tencent-cn/face-landmarks", "--volume", "1M");
}

static void face_compare(void **state)
{
    (void)state;
    TOTAL("payg", "10470", "tencent-cn/face-compare", "--volume", "3.5M");
}

static void bank_cards(void **state)
{
    (void)state;
    TOTAL("payg", "53940", "tencent-cn/ocr-bank-card", "--volume", "900,000", "--postpaid", "on");
}

static void a_month_and_five_days_of_qps(void **state)
{
    (void)state;
    TOTAL("own", "370", "tencent-cn/face-compare", "--volume", "1000", "--months", "2", "--buy",
          "qps 1 for 1 month", "--buy", "qps 1 for 5 days @2027-01");
}

static void a_year_of_face_comparison(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", "tencent-cn/face-compare", "--volume", "3,500,000",
                              "--months", "12", "--concurrency", "4", "--response-time", "500ms");
    cli_assert_total(answer, "payg", "125640");
    cli_assert_total(answer, "package", "127562");
    cli_assert_total(answer, "qps", "26880");
    cli_assert_total(answer, "best", "26880");
    assert_string_equal(cli_text(answer, "required_qps"), "8");
    assert_string_equal(cli_text(answer, "recommended"), "best");
    assert_string_equal(cli_text(answer, "start"), "2026-12");
    assert_string_equal(cli_text(cli_option(answer, "best"), "same_as"), "qps");
    json_decref(answer);
}

/* Prepaid QPS, then a package, then the default: the highest in force counts, they never add up. */
static void limits_do_not_stack(void **state)
{
    (void)state;
    static const char *const expected[] = {"10", "5", "2"};
    json_t *answer = CLI_JSON(0, "compare", "viapi/compare-face", "--months", "3", "--volume",
                              "1000", "--buy", "qps 10", "--owned", "100k until 2027-01");
    const json_t *own = cli_option(answer, "own"), *limit;
    size_t i;
    json_array_foreach(json_object_get(own, "limits"), i, limit)
    {
        assert_string_equal(json_string_value(limit), expected[i]);
    }
    assert_int_equal(i, 3);
    assert_true(json_is_null(json_object_get(own, "total")));
    assert_string_equal(cli_text(own, "total_state"), "unpublished");
    json_decref(answer);
}

static void rates_at_the_edges_of_tiers(void **state)
{
    (void)state;
    static const char *const expected[] = {"7.5", "7.775", "35", "53.75", "4478.9"};
    json_t *answer =
        CLI_JSON(0, "rate", "alibaba/aitryon-refiner", "25", "26", "125", "200", "25001");
    const json_t *result;
    size_t i;
    json_array_foreach(json_object_get(answer, "results"), i, result)
    {
        assert_string_equal(cli_text(result, "amount"), expected[i]);
        assert_true(json_is_null(json_object_get(result, "amount_state")));
    }
    assert_int_equal(i, 5);
    assert_string_equal(cli_text(answer, "currency"), "CNY");
    json_decref(answer);
}

static void a_band_on_request_has_no_amount(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "rate", "tencent-cn/ocr-bank-card", "1,000,001");
    const json_t *result = json_array_get(json_object_get(answer, "results"), 0);
    assert_true(json_is_null(json_object_get(result, "amount")));
    assert_string_equal(cli_text(result, "amount_state"), "quote");
    json_decref(answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refiner_tiers_are_graduated),
        cmocka_unit_test(three_packages_a_year),
        cmocka_unit_test(style_transfer_tiers_are_volume),
        cmocka_unit_test(band_is_chosen_by_what_the_free_quota_leaves),
        cmocka_unit_test(face_landmarks),
        cmocka_unit_test(face_compare),
        cmocka_unit_test(bank_cards),
        cmocka_unit_test(a_month_and_five_days_of_qps),
        cmocka_unit_test(a_year_of_face_comparison),
        cmocka_unit_test(limits_do_not_stack),
        cmocka_unit_test(rates_at_the_edges_of_tiers),
        cmocka_unit_test(a_band_on_request_has_no_amount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
