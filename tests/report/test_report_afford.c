/* What a budget pays for, in words: every way in which it may end. */
#include "report_test.h"

#include <locale.h>

static const be_demand demand = {.volume = 900, .concurrency = 3};

static be_product product;
static be_quote quote;
static be_afford found;
static answer asked;

/* 900 pages by the unit for 180, and no other way to buy. */
static int set_up(void **state)
{
    (void)state;
    product = a_product();
    quote = (be_quote){
        .product = &product, .usage.horizon = {.months = 1}, .price_source = product.source};
    found = (be_afford){.budget = be_amount_of(200)};
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++)
        found.options[i] = (be_afford_option){.id = (be_option_id)i};
    found.options[BE_OPTION_PAYG] = (be_afford_option){.id = BE_OPTION_PAYG,
                                                       .offered = true,
                                                       .any = true,
                                                       .most = 900,
                                                       .proven = true,
                                                       .bound = 900,
                                                       .every = 900,
                                                       .total = be_amount_of(180),
                                                       .stop = BE_AFFORD_BUDGET};
    asked = (answer){ANSWER_AFFORD,
                     {.afford = {&found, &demand, &quote, be_amount_of(200), AFFORD_PER_PLAN}}};
    return 0;
}

static be_afford_option *payg(void)
{
    return &found.options[BE_OPTION_PAYG];
}

static void expect(const char *name, const char *words)
{
    assert_says(text_of_answer(&asked, name), words);
}

static void expect_none(const char *words)
{
    assert_silent(text_of_answer(&asked, "table"), words);
}

static void tells_the_largest_volume(void **state)
{
    (void)state;
    expect("table", "Pays for 900 pages a month at most (Pay as you go).");
    expect("table", "not sold");
    expect("table", "The largest volume that costs no more than the budget.");
    expect("csv", "payg,true,900,180,true,900,900,budget");
    expect("csv", "package,false,,,false,,,");
    expect_none("In the way");
    expect_none("is not proven");
    expect_none("All volumes up to");
}

static void tells_for_how_long_the_budget_is(void **state)
{
    (void)state;
    quote.usage.horizon.months = 12;
    expect("table", "Budget: $200.00 for 12 months.");
    expect("table", "The volume is that of the first month");
    asked.as.afford.budget = be_amount_of(100);
    asked.as.afford.per = AFFORD_PER_YEAR;
    expect("table", "Budget: $100.00 a year, which is $200.00 for 12 months.");
    asked.as.afford.per = AFFORD_PER_MONTH;
    expect("table", "Budget: $100.00 a month, which is $200.00 for 12 months.");
}

static void marks_what_is_not_proven(void **state)
{
    (void)state;
    payg()->proven = false;
    payg()->bound = 950;
    expect("table", "≥ 900");
    expect("table", "≥ is not proven: a larger volume may fit that was not found.");
    expect("csv", "payg,true,900,180,false,950,900,budget");
    payg()->bound = BE_QUANTITY_MAX;
    expect("csv", "payg,true,900,180,false,,900,budget");
    expect("json", "\"bound\": null");
}

static void tells_of_smaller_volumes_that_do_not_fit(void **state)
{
    (void)state;
    payg()->every = 700;
    expect("table", "All volumes up to");
    expect("table", "Not every smaller volume fits");
    expect("csv", "payg,true,900,180,true,900,700,budget");
    payg()->every = -1;
    expect("csv", "payg,true,900,180,true,900,,budget");
    expect("json", "\"every\": null");
    expect("table", "$180.00                  —  the budget");
}

static void tells_that_nothing_ends_it(void **state)
{
    (void)state;
    payg()->stop = BE_AFFORD_NOTHING;
    expect("table",
           "Pays for more than 900 pages a month, the most that is planned (Pay as you go).");
    expect("csv", ",nothing");
}

static void tells_that_the_budget_is_too_small(void **state)
{
    (void)state;
    payg()->most = 0;
    expect("table", "The budget does not pay for a single unit a month.");
    payg()->any = false;
    expect("table", "The budget does not pay for a single unit a month.");
    expect("csv", "payg,true,,,true,900,,budget");
}

static void tells_that_nothing_carries_the_load(void **state)
{
    static const be_message reason = {.id = BE_MSG_NONE_FEASIBLE};
    (void)state;
    payg()->any = false;
    payg()->stop = BE_AFFORD_LOAD;
    payg()->reasons = &reason;
    payg()->reason_count = 1;
    expect("table", "Nothing on sale carries this load, at whatever budget.");
    expect("table", "In the way");
    expect("table", "Pay as you go: ");
    payg()->any = true;
    expect("table", "Pay as you go, from 901 pages a month on: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(tells_the_largest_volume, set_up),
        cmocka_unit_test_setup(tells_for_how_long_the_budget_is, set_up),
        cmocka_unit_test_setup(marks_what_is_not_proven, set_up),
        cmocka_unit_test_setup(tells_of_smaller_volumes_that_do_not_fit, set_up),
        cmocka_unit_test_setup(tells_that_nothing_ends_it, set_up),
        cmocka_unit_test_setup(tells_that_the_budget_is_too_small, set_up),
        cmocka_unit_test_setup(tells_that_nothing_carries_the_load, set_up),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
