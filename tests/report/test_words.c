/* Figures and names as readers see them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/words.h"

static const be_product dollars = {.currency = "USD", .unit = "image"};
static const be_product yen = {.currency = "JPY", .unit = "image"};
static const be_product francs = {.currency = "CHF", .unit = "image"};

static be_amount amount(const char *text)
{
    be_amount value;
    assert_int_equal(be_amount_parse(text, &value), BE_NUMBER_OK);
    return value;
}

static void amounts_are_grouped_and_rounded(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    assert_string_equal(words_amount(amount("125640"), &dollars, out), "$125,640.00");
    assert_string_equal(words_amount(amount("7.775"), &dollars, out), "$7.78");
    assert_string_equal(words_amount(amount("-0.005"), &dollars, out), "−$0.01");
    assert_string_equal(words_amount(amount("999.999"), &dollars, out), "$1,000.00");
    assert_string_equal(words_amount(amount("1234.5"), &yen, out), "JPY 1,235");
    assert_string_equal(words_amount(amount("1"), &francs, out), "CHF 1.00");
}

static void missing_amounts_are_words(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    be_amount quote = be_amount_missing(BE_AMOUNT_QUOTE);
    assert_string_equal(words_amount(quote, &dollars, out), "on request");
    assert_string_equal(words_price(be_amount_missing(BE_AMOUNT_UNPUBLISHED), &dollars, out),
                        "not published");
    assert_string_equal(words_difference(quote, &dollars, out), "on request");
}

static void prices_keep_every_digit(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    assert_string_equal(words_price(amount("0.3"), &dollars, out), "$0.30");
    assert_string_equal(words_price(amount("0.0825"), &dollars, out), "$0.0825");
    assert_string_equal(words_price(amount("4500"), &dollars, out), "$4,500.00");
    assert_string_equal(words_price(amount("0.5"), &yen, out), "JPY 0.5");
}

static void differences_have_a_sign(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    assert_string_equal(words_difference(amount("25"), &dollars, out), "+$25.00");
    assert_string_equal(words_difference(amount("-1922"), &dollars, out), "−$1,922.00");
    assert_string_equal(words_difference(be_amount_zero(), &dollars, out), "same");
}

static void money_goes_by_the_currencys_code(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    assert_string_equal(words_money(amount("1234.5"), "CNY", out), "¥1,234.50");
    assert_string_equal(words_money(amount("1"), "CHF", out), "CHF 1.00");
    assert_string_equal(words_money(be_amount_missing(BE_AMOUNT_QUOTE), "CNY", out), "on request");
}

static void shares_are_rounded_to_a_tenth(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    assert_string_equal(words_share(amount("98760"), amount("125640"), out), "78.6%");
    assert_string_equal(words_share(amount("0.5"), amount("1000"), out), "0.1%");
    assert_string_equal(words_share(amount("0.4999"), amount("1000"), out), "0.0%");
    assert_string_equal(words_share(amount("3"), amount("1"), out), "300.0%");
    assert_string_equal(words_share(amount("1"), be_amount_zero(), out), "");
    assert_string_equal(words_share(amount("-1"), amount("1"), out), "");
    assert_string_equal(words_share(amount("1000000"), amount("0.01"), out), "");
    assert_string_equal(words_share(be_amount_missing(BE_AMOUNT_QUOTE), amount("1"), out), "");
}

static void units_have_plurals(void **state)
{
    (void)state;
    char out[WORDS_TEXT];
    assert_string_equal(words_units(1, "image", out), "1 image");
    assert_string_equal(words_units(0, "image", out), "0 images");
    assert_string_equal(words_units(9950, "query", out), "9,950 queries");
    assert_string_equal(words_units(2, "day", out), "2 days");
    assert_string_equal(words_units(2, "batch", out), "2 batches");
    assert_string_equal(words_units(8, "QPS", out), "8 QPS");
}

static void purchases_are_said(void **state)
{
    (void)state;
    static const be_package packages[] = {{.id = "10k"}};
    static const be_capacity_price prices[] = {{.term = BE_TERM_DAY}};
    static const be_general_package general[] = {{.id = "points-5k"}};
    static const be_provider provider = {.general_packages = general, .general_package_count = 1};
    const be_product product = {
        .provider = &provider,
        .packages = packages,
        .package_count = 1,
        .capacity = {.offered = true, .prices = prices, .price_count = 1},
    };
    char out[WORDS_TEXT];
    const be_purchase package = {.kind = BE_BUY_PACKAGE, .count = 1200, .terms = 1};
    const be_purchase qps = {.kind = BE_BUY_CAPACITY, .count = 8, .terms = 5};
    assert_string_equal(words_purchase(&package, &product, out), "1,200\u00A0×\u00A010k");
    const be_purchase points = {.kind = BE_BUY_GENERAL, .count = 2, .terms = 1};
    assert_string_equal(words_purchase(&qps, &product, out), "8 QPS for 5 days");
    assert_string_equal(words_purchase(&points, &product, out), "2\u00A0×\u00A0points-5k");
}

static void vendors_are_where_they_say(void **state)
{
    char text[WORDS_TEXT];
    const be_provider acme = {.id = "acme", .name = "Acme", .name_zh = "Acme"};
    be_product product = {.provider = &acme, .region = "Mainland China"};
    (void)state;
    assert_string_equal(words_vendor(&product, text), "Acme, Mainland China");
    product.region = "";
    assert_string_equal(words_vendor(&product, text), "Acme");
}

static void messages_have_money_as_readers_write_it(void **state)
{
    (void)state;
    const be_money saved = {amount("9999.955"), "USD"};
    const be_message message = {BE_MSG_CLIFF,
                                {be_arg_month(be_month_of(2026, 12)), be_arg_quantity(7),
                                 be_arg_quantity(3), be_arg_money(&saved)}};
    char out[BE_MESSAGE_TEXT];
    assert_string_equal(words_message(&message, out),
                        "In 2026-12, 7 units stop short of a lower price: 3 more would save "
                        "$9,999.96.");
}

static void quantities_are_shortened_where_nothing_is_lost(void **state)
{
    (void)state;
    const struct {
        be_quantity quantity;
        const char *text;
    } rows[] = {{999, "999"},    {1000, "1k"},      {30001, "30,001"},   {30100, "30.1k"},
                {1000000, "1M"}, {3500000, "3.5M"}, {3510000, "3,510k"}, {1234000000, "1,234M"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[WORDS_TEXT];
        assert_string_equal(words_short_quantity(rows[i].quantity, text), rows[i].text);
    }
}

static void of_quantities_written_alike_the_largest_is_the_widest(void **state)
{
    (void)state;
    static const be_quantity steps[] = {1, 100, 1000, 100000, 1000000};
    bool seen[WORDS_SHORT_FORMS] = {false};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        size_t widths[WORDS_SHORT_FORMS] = {0};
        for (be_quantity quantity = 0; quantity < 12000 * steps[i]; quantity += steps[i]) {
            char text[WORDS_TEXT];
            int form = words_short_form(quantity);
            assert_in_range(form, 0, WORDS_SHORT_FORMS - 1);
            size_t width = strlen(words_short_quantity(quantity, text));
            assert_true(width >= widths[form]);
            widths[form] = width;
            seen[form] = true;
        }
    }
    for (int form = 0; form < WORDS_SHORT_FORMS; form++)
        assert_true(seen[form]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_grouped_and_rounded),
        cmocka_unit_test(missing_amounts_are_words),
        cmocka_unit_test(prices_keep_every_digit),
        cmocka_unit_test(differences_have_a_sign),
        cmocka_unit_test(money_goes_by_the_currencys_code),
        cmocka_unit_test(shares_are_rounded_to_a_tenth),
        cmocka_unit_test(units_have_plurals),
        cmocka_unit_test(purchases_are_said),
        cmocka_unit_test(vendors_are_where_they_say),
        cmocka_unit_test(messages_have_money_as_readers_write_it),
        cmocka_unit_test(quantities_are_shortened_where_nothing_is_lost),
        cmocka_unit_test(of_quantities_written_alike_the_largest_is_the_widest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
