/* Purchases and owned packages in a line of text. */
#include "scenario_test.h"

#include "acme.h"

#include "scenario/purchase_text.h"

static void expect_purchase(void **state, const char *key, const char *text, const char *expected)
{
    be_horizon horizon = year_from(2026, 12);
    const be_product *product = product_of(state, key);
    char error[PURCHASE_ERROR] = "", back[PURCHASE_TEXT];
    be_purchase purchase;
    if (!purchase_parse(text, product, horizon, &purchase, error))
        fail_msg("%s: %s", text, error);
    assert_int_equal(purchase_format(&purchase, product, horizon, back), strlen(expected));
    assert_string_equal(back, expected);
}

static void expect_error(void **state, const char *text, const char *expected)
{
    char error[PURCHASE_ERROR] = "";
    be_purchase purchase = {.count = -1};
    const be_product *product = product_of(state, STYLE_TRANSFER);
    assert_false(purchase_parse(text, product, year_from(2026, 12), &purchase, error));
    assert_string_equal(error, expected);
    assert_int_equal(purchase.count, -1);
}

static void reads_packages(void **state)
{
    expect_purchase(state, STYLE_TRANSFER, "10k", "10k x1 @2026-12");
    expect_purchase(state, STYLE_TRANSFER, "10k x3 @2027-01", "10k x3 @2027-01");
    expect_purchase(state, STYLE_TRANSFER, "  10k\t@2027-01 ", "10k x1 @2027-01");
    expect_purchase(state, STYLE_TRANSFER, "1k x 2k", "1k x2,000 @2026-12");
}

static void reads_capacity(void **state)
{
    expect_purchase(state, FACE_COMPARE, "qps 8", "qps 8 for 1 month @2026-12");
    expect_purchase(state, FACE_COMPARE, "qps 8 for 5 days @2027-01", "qps 8 for 5 days @2027-01");
    expect_purchase(state, FACE_COMPARE, "qps 8 x 5 days @2027-01", "qps 8 for 5 days @2027-01");
    expect_purchase(state, FACE_COMPARE, "qps 1 for 1 day", "qps 1 for 1 day @2026-12");
    expect_purchase(state, STYLE_TRANSFER, "concurrency 5 for 2 month @2027-11",
                    "concurrency 5 for 2 months @2027-11");
}

static void tells_what_is_wrong(void **state)
{
    expect_error(state, "", "nothing is named");
    expect_error(state, "10x",
                 "tencent/image-style-transfer sells no package \"10x\"; did you mean \"10k\"?");
    expect_error(state, "10k 3", "\"3\" is not expected here");
    expect_error(state, "10k x", "a number is missing at the end");
    expect_error(state, "10k xmany", "\"many\" is not a number");
    expect_error(state, "10k x0", "buys none: expected a count of 1 or more");
    expect_error(state, "10k x1.5", "\"1.5\" is not a whole number");
    expect_error(state, "10k @soon", "\"@soon\" is no month; expected one such as @2026-12");
    expect_error(state, "10k @2026-11", "2026-11 is too early; the plan begins in 2026-12");
    expect_error(state, "10k @2026-12 x3", "\"x3\" is not expected here");
    expect_error(state, "qps 3", "tencent/image-style-transfer sells no qps");
    expect_error(state, "concurrency", "a number is missing at the end");
    expect_error(state, "concurrency 3 for 2 weeks",
                 "\"weeks\" is no unit; expected days, months or years");
    expect_error(state, "concurrency 3 for 2", "days, months or years are missing at the end");
    expect_error(state, "concurrency 3 for 0 days", "\"0\" is out of range");
    expect_error(state, "concurrency 3 for 1,117 days", "\"1,117\" is out of range");
    expect_error(state, "concurrency 3 for some days", "\"some\" is not a number");
    expect_error(state, "concurrency 3 for 1 year", "concurrency is not sold by the year");
    expect_error(state, "a b c d e f g h i", "\"i\" is one word too many");
}

static void holds_capacity_to_what_is_sold(void **state)
{
    be_product product = *product_of(state, FACE_COMPARE);
    char error[PURCHASE_ERROR];
    be_purchase purchase;
    product.capacity.min = 2;
    product.capacity.max = 1000;
    assert_false(purchase_parse("qps 1", &product, year_from(2026, 12), &purchase, error));
    assert_string_equal(error, "at least 2 qps can be bought");
    assert_false(purchase_parse("qps 1,001", &product, year_from(2026, 12), &purchase, error));
    assert_string_equal(error, "at most 1,000 qps can be bought");
    assert_true(purchase_parse("qps 1k", &product, year_from(2026, 12), &purchase, error));
}

static void holds_terms_to_the_longest_plan(void **state)
{
    const be_product *product = product_of(state, FACE_COMPARE);
    purchase_words words = {
        .item = "qps", .count = 1, .term = BE_TERM_DAY, .terms = 0, .month = PURCHASE_FIRST_MONTH};
    char error[PURCHASE_ERROR];
    be_purchase purchase;
    for (; words.terms <= PURCHASE_TERMS_MAX + 1; words.terms += PURCHASE_TERMS_MAX + 1) {
        assert_false(purchase_from_words(&words, product, year_from(2026, 12), &purchase, error));
        assert_string_equal(error, "can run for 1 to 1116 terms");
    }
    words.terms = PURCHASE_TERMS_MAX;
    assert_true(purchase_from_words(&words, product, year_from(2026, 12), &purchase, error));
}

static const be_product *ocr(void)
{
    return be_catalog_find(acme_catalog(), ACME_OCR);
}

static void expect_owned(const char *text, const char *expected)
{
    char error[PURCHASE_ERROR] = "", back[PURCHASE_TEXT];
    be_owned owned;
    if (!owned_parse(text, ocr(), &owned, error))
        fail_msg("%s: %s", text, error);
    assert_int_equal(owned_format(&owned, back), strlen(expected));
    assert_string_equal(back, expected);
}

static void expect_owned_error(const char *text, const char *expected)
{
    char error[PURCHASE_ERROR] = "";
    be_owned owned;
    assert_false(owned_parse(text, ocr(), &owned, error));
    assert_string_equal(error, expected);
}

static void reads_owned_packages(void **state)
{
    (void)state;
    expect_owned("4,000 until 2027-03", "4,000 of 4,000 until 2027-03");
    expect_owned("4k of 10k until 2027-03", "4,000 of 10,000 until 2027-03");
    expect_owned("0 of 10,000 until 2027-03", "0 of 10,000 until 2027-03");
    expect_owned_error("4,000", "the end is missing; expected a month such as \"until 2027-03\"");
    expect_owned_error("4,000 until",
                       "the end is missing; expected a month such as \"until 2027-03\"");
    expect_owned_error("4,000 until March", "\"March\" is no month; expected one such as 2027-03");
    expect_owned_error("5 of 4 until 2027-03", "more is left than the package's size");
    expect_owned_error("much until 2027-03", "\"much\" is not a number");
    expect_owned_error("4,000 until 2027-03 or so", "\"or\" is not expected here");
    expect_owned_error("4 of some until 2027-03", "\"some\" is not a number");
    expect_owned_error(" ", "nothing is named");
}

static void reads_owned_points(void **state)
{
    (void)state;
    char error[PURCHASE_ERROR];
    be_owned owned;
    expect_owned("4,000 points-5k until 2027-03", "4,000 of 5,000 points-5k until 2027-03");
    expect_owned("4k of 6k points-5k until 2027-03", "4,000 of 6,000 points-5k until 2027-03");
    assert_true(owned_parse("1 points-50k until 2027-03", ocr(), &owned, error));
    assert_ptr_equal(owned.general, &ocr()->provider->general_packages[1]);
    expect_owned_error("6,000 points-5k until 2027-03", "more is left than the package's size");
    expect_owned_error("1 points-6k until 2027-03",
                       "no general package \"points-6k\" pays for acme/ocr; did you mean "
                       "\"points-5k\"?");
    expect_owned_error("1 points-x until 2027-03",
                       "no general package \"points-x\" pays for acme/ocr; did you mean "
                       "\"points-5k\"?");
}

static void buys_general_packages(void **state)
{
    (void)state;
    char error[PURCHASE_ERROR] = "", back[PURCHASE_TEXT];
    be_purchase purchase;
    be_horizon horizon = year_from(2026, 12);
    assert_true(purchase_parse("points-50k x2 @2027-01", ocr(), horizon, &purchase, error));
    assert_int_equal(purchase.kind, BE_BUY_GENERAL);
    assert_int_equal(purchase.item, 1);
    assert_int_equal(purchase.count, 2);
    assert_int_equal(purchase.month, 1);
    assert_int_equal(purchase.terms, 1);
    purchase_format(&purchase, ocr(), horizon, back);
    assert_string_equal(back, "points-50k x2 @2027-01");
    assert_false(purchase_parse("points-x", ocr(), horizon, &purchase, error));
    assert_string_equal(error, "acme/ocr sells no package \"points-x\"; did you mean "
                               "\"points-5k\"?");
}

static void refuses_overlong_texts(void **state)
{
    char text[400];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    expect_error(state, text, "the text is too long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_packages),
        cmocka_unit_test(reads_capacity),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(holds_capacity_to_what_is_sold),
        cmocka_unit_test(holds_terms_to_the_longest_plan),
        cmocka_unit_test(reads_owned_packages),
        cmocka_unit_test(reads_owned_points),
        cmocka_unit_test(buys_general_packages),
        cmocka_unit_test(refuses_overlong_texts),
    };
    return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
