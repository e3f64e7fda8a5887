/* Two plans held against each other, in words. */
#include "report_test.h"

#include <locale.h>

enum { NONE = -1 };

static be_product product;
static be_quote before, after;
static diff_item item;
static diff_total total;
static answer asked;

/* A quote whose recommended plan costs so much; NONE: there is none. */
static be_quote quote_of(int64_t cost, be_option_id way)
{
    be_quote quote = {.product = &product};
    quote.has_recommended = cost != NONE;
    quote.recommended = BE_OPTION_BEST;
    quote.options[BE_OPTION_BEST].same_as = way;
    quote.options[BE_OPTION_BEST].bill.total = be_amount_of(cost);
    return quote;
}

/* 200 a month by packages where it was 100 by the unit. */
static int set_up(void **state)
{
    (void)state;
    product = a_product();
    before = quote_of(100, BE_OPTION_PAYG);
    after = quote_of(200, BE_OPTION_PACKAGE);
    item =
        (diff_item){.product = &product, .change = DIFF_COST, .before = &before, .after = &after};
    total = (diff_total){"USD", be_amount_of(100), be_amount_of(200)};
    asked = (answer){ANSWER_DIFF,
                     {.diff = {.before = "a.cfg",
                               .after = "b.cfg",
                               .items = &item,
                               .count = 1,
                               .totals = &total,
                               .total_count = 1}}};
    return 0;
}

static diff_answer *diff(void)
{
    return &asked.as.diff;
}

static void expect(const char *words)
{
    assert_says(text_of_answer(&asked, "table"), words);
}

static void expect_none(const char *words)
{
    assert_silent(text_of_answer(&asked, "table"), words);
}

static void tells_what_it_costs_and_how_it_is_bought(void **state)
{
    (void)state;
    expect("a.cfg → b.cfg");
    expect("Scan       $100.00  $200.00    +$100.00  +100.0%");
    expect("Total USD  $100.00  $200.00    +$100.00  +100.0%");
    expect("Scan: Pay as you go → Packages");
    expect_none("What changed");
    expect_none("Amounts include the tax.");
    diff()->taxed = true;
    expect("Amounts include the tax.");
}

static void tells_what_is_saved(void **state)
{
    (void)state;
    after = quote_of(50, BE_OPTION_PAYG);
    expect("−$50.00   −50.0%");
    expect_none("How to buy it");
    after = quote_of(100, BE_OPTION_PAYG);
    expect("Scan       $100.00  $100.00        same\n");
}

static void tells_that_nothing_can_be_had(void **state)
{
    (void)state;
    after = quote_of(NONE, BE_OPTION_PAYG);
    total.after = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    expect("Scan       $100.00  no option           —");
    expect("Total USD  $100.00  no option           —");
    expect("Scan: Pay as you go → no option");
}

static void names_what_changed(void **state)
{
    static const be_meter meter = {.id = "input", .name = "Input tokens"};
    static const diff_field fields[] = {
        {"exchange.EUR", NULL, "7.12", "7.2"}, {"postpaid", NULL, NULL, "on"},
        {"postpaid", NULL, "on", NULL},        {"per_request.input", &meter, NULL, "2,000"},
        {"colour", NULL, "red", "blue"},
    };
    (void)state;
    diff()->fields = fields;
    diff()->field_count = COUNT_OF(fields);
    expect("The plan  Rate of EUR      7.12    7.2");
    expect("          Pay as you go     off     on");
    expect("          Pay as you go      on    off");
    expect("          Input tokens        —  2,000");
    expect("          colour            red   blue");
}

static void tells_of_products_that_come_and_go(void **state)
{
    (void)state;
    item = (diff_item){.product = &product, .change = DIFF_ADDED, .after = &after};
    expect("Scan  added");
    expect_none("How to buy it");
    item = (diff_item){.product = &product, .change = DIFF_REMOVED, .before = &before};
    expect("Scan  removed");
}

static void adds_up_in_one_currency_where_there_are_several(void **state)
{
    static const diff_total totals[] = {{"USD", {0}, {0}}, {"CNY", {0}, {0}}};
    (void)state;
    diff()->has_whole = true;
    diff()->whole = (diff_total){"CNY", be_amount_of(7), be_amount_of(14)};
    expect_none("All in CNY");
    diff()->totals = totals;
    diff()->total_count = COUNT_OF(totals);
    expect("All in CNY");
}

static void tells_what_makes_no_difference(void **state)
{
    static const diff_field name = {"name", NULL, "Spring", "Summer"};
    (void)state;
    diff()->count = diff()->total_count = 0;
    diff()->same = 2;
    diff()->taxed = true;
    expect_none("What it costs");
    expect_none("no difference to what is paid");
    expect_none("other items are the same");
    diff()->fields = &name;
    diff()->field_count = 1;
    expect("It makes no difference to what is paid.");
    expect("2 other items are the same, and cost the same.");
    expect_none("Amounts include the tax.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(tells_what_it_costs_and_how_it_is_bought, set_up),
        cmocka_unit_test_setup(tells_what_is_saved, set_up),
        cmocka_unit_test_setup(tells_that_nothing_can_be_had, set_up),
        cmocka_unit_test_setup(names_what_changed, set_up),
        cmocka_unit_test_setup(tells_of_products_that_come_and_go, set_up),
        cmocka_unit_test_setup(adds_up_in_one_currency_where_there_are_several, set_up),
        cmocka_unit_test_setup(tells_what_makes_no_difference, set_up),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
