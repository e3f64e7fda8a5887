/* Quotes: the options side by side, which one is recommended, and what is warned of. */
#include <string.h>

#include "engine_test.h"
#include "fixtures.h"

static const be_option *option(const be_quote *quote, be_option_id id)
{
    return &quote->options[id];
}

static void expect_reason(const be_option *o, be_message_id id, const char *text)
{
    assert_message(find_message(o->reasons, o->reason_count, id), text);
}

/* 3.5 million comparisons a month for a year, 4 at once at 500 ms. */
static void face_comparison_is_cheapest_by_qps(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 3500000, .concurrency = 4, .response = 500000};
    const be_quote *quote =
        quote_of(*state, fixture_face_compare(&box), &demand, horizon_of(2026, 12, 12));
    assert_int_equal(quote->usage.month[0].qps_peak, 8);
    assert_amount(option(quote, BE_OPTION_PAYG)->bill.total, "125640");
    assert_amount(option(quote, BE_OPTION_PACKAGE)->bill.total, "127562");
    assert_true(option(quote, BE_OPTION_PACKAGE)->schedule.proven);
    assert_amount(option(quote, BE_OPTION_QPS)->bill.total, "26880");
    assert_amount(option(quote, BE_OPTION_QPS)->unit_cost, "0.00064");
    assert_true(quote->has_recommended);
    assert_int_equal(quote->recommended, BE_OPTION_BEST);
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "26880");
    assert_int_equal(option(quote, BE_OPTION_BEST)->same_as, BE_OPTION_QPS);
    assert_false(option(quote, BE_OPTION_OWN)->offered);
}

/* 30,000 pictures a month for a year: packages of 100k four times over are the cheapest. */
static void style_transfer_is_cheapest_by_packages(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 30000, .postpaid = true};
    const be_quote *quote =
        quote_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 12));
    assert_amount(option(quote, BE_OPTION_PAYG)->bill.total, "21597"); /* 50 are free */
    /* 359,950 units: 3 x 100k for 13,500 and 6 x 10k for 3,300. */
    assert_amount(option(quote, BE_OPTION_PACKAGE)->bill.total, "16800");
    assert_int_equal(option(quote, BE_OPTION_PACKAGE)->bill.waste_units, 50);
    assert_int_equal(option(quote, BE_OPTION_BEST)->same_as, BE_OPTION_PACKAGE);
    assert_int_equal(option(quote, BE_OPTION_BEST)->id, BE_OPTION_BEST);
}

static void what_is_not_sold_says_so(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 200, .has_free_left = true};
    const be_quote *quote =
        quote_of(*state, fixture_refiner(&box), &demand, horizon_of(2026, 12, 1));
    assert_false(option(quote, BE_OPTION_PACKAGE)->offered);
    expect_reason(option(quote, BE_OPTION_PACKAGE), BE_MSG_NO_PACKAGES,
                  "No resource packages are sold for this product.");
    assert_false(option(quote, BE_OPTION_QPS)->offered);
    expect_reason(option(quote, BE_OPTION_QPS), BE_MSG_NO_CAPACITY,
                  "No prepaid QPS or concurrency is sold for this product.");
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "53.75");
    assert_int_equal(option(quote, BE_OPTION_BEST)->same_as, BE_OPTION_PAYG);

    fixture_flat(&box, "1");
    box.product.payg.offered = false;
    quote = quote_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_reason(option(quote, BE_OPTION_PAYG), BE_MSG_NO_PAYG,
                  "No pay-as-you-go price is sold for this product.");
    assert_false(quote->has_recommended);
    assert_false(option(quote, BE_OPTION_BEST)->offered);
}

/* Eight QPS where pay-as-you-go gives two, and neither packages nor QPS have a public price. */
static void an_unpublished_price_is_never_recommended(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 15000, .concurrency = 4, .response = 500000};
    const be_quote *quote =
        quote_of(*state, fixture_licence_plate(&box), &demand, horizon_of(2026, 12, 1));
    assert_amount(option(quote, BE_OPTION_PAYG)->bill.total, "2000");
    assert_false(option(quote, BE_OPTION_PAYG)->bill.feasible);
    assert_false(option(quote, BE_OPTION_PACKAGE)->offered);
    expect_reason(option(quote, BE_OPTION_PACKAGE), BE_MSG_PRICE_UNPUBLISHED,
                  "The vendor publishes no price for this: enter yours.");
    const be_option *qps = option(quote, BE_OPTION_QPS);
    assert_true(qps->offered);
    assert_true(qps->bill.feasible);
    assert_false(be_option_eligible(qps));
    assert_amount(qps->bill.total, "unpublished");
    assert_amount(qps->unit_cost, "unpublished");
    assert_int_equal(qps->schedule.purchases[0].count, 8); /* what to ask a price for */
    assert_false(quote->has_recommended);
    expect_reason(option(quote, BE_OPTION_BEST), BE_MSG_NONE_FEASIBLE,
                  "No option on sale carries this load at a known price.");
}

static void the_user_s_own_plan_stands_beside_the_others(void **state)
{
    product_box box;
    const be_purchase pinned[] = {buy_package(1, 0, 1)};
    const be_demand demand = {.volume = 6000,
                              .postpaid = true,
                              .has_free_left = true,
                              .pinned = pinned,
                              .pinned_count = 1};
    const be_quote *quote =
        quote_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 2));
    assert_true(option(quote, BE_OPTION_OWN)->offered);
    assert_amount(option(quote, BE_OPTION_OWN)->bill.total, "710");     /* 550 + 2,000 x 0.08 */
    assert_amount(option(quote, BE_OPTION_PACKAGE)->bill.total, "700"); /* 550 + 2 x 75 */
    assert_int_equal(option(quote, BE_OPTION_BEST)->same_as, BE_OPTION_PACKAGE);
}

/* 10,500 pictures: a package and 500 by the unit cost less than any pure way. */
static void no_column_is_cheaper_than_the_best(void **state)
{
    product_box box;
    const be_purchase pinned[] = {buy_package(1, 0, 1)};
    const be_demand demand = {.volume = 10500,
                              .postpaid = true,
                              .has_free_left = true,
                              .pinned = pinned,
                              .pinned_count = 1};
    const be_quote *quote =
        quote_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 1));
    assert_amount(option(quote, BE_OPTION_PAYG)->bill.total, "630");
    assert_amount(option(quote, BE_OPTION_PACKAGE)->bill.total, "625");
    assert_amount(option(quote, BE_OPTION_OWN)->bill.total, "590");
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "590");
    assert_int_equal(option(quote, BE_OPTION_BEST)->same_as, BE_OPTION_OWN);
}

static void of_equal_totals_the_one_that_buys_less_wins(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.packages[0].price = money("80");
    box.product.package_count = 1;
    const be_demand demand = {.volume = 1000, .postpaid = true, .has_free_left = true};
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    assert_amount(option(quote, BE_OPTION_PACKAGE)->bill.total, "80");
    assert_int_equal(option(quote, BE_OPTION_BEST)->same_as, BE_OPTION_PAYG);
}

static void nothing_used_costs_nothing(void **state)
{
    product_box box;
    const be_product *(*const fixtures[])(product_box *) = {
        fixture_refiner,       fixture_style_transfer, fixture_face_compare,
        fixture_licence_plate, fixture_id_card,        fixture_baidu_face};
    for (size_t i = 0; i < COUNT_OF(fixtures); i++) {
        const be_quote *quote =
            quote_of(*state, fixtures[i](&box), &(be_demand){0}, horizon_of(2026, 12, 12));
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *o = option(quote, (be_option_id)id);
            if (!o->offered)
                continue;
            assert_amount(o->bill.total, "0");
            assert_amount(o->unit_cost, "0");
            assert_int_equal(o->schedule.count, 0);
            assert_int_equal(o->bill.reason_count, 0);
        }
        assert_true(quote->has_recommended);
    }
}

static void expect_warning(const be_quote *quote, be_message_id id, const char *text)
{
    const be_message *message = find_message(quote->warnings, quote->warning_count, id);
    if (text == NULL)
        assert_null(message);
    else
        assert_message(message, text);
}

static void what_costs_money_when_missed_is_warned_of(void **state)
{
    product_box box;
    be_demand demand = {.volume = 4};
    const be_product *product = fixture_style_transfer(&box);
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 13));
    expect_warning(quote, BE_MSG_POSTPAID_OFF,
                   "Pay as you go is off by default: calls fail once free quota and packages are "
                   "used up.");
    expect_warning(quote, BE_MSG_FREE_ENDS,
                   "The free quota ends in 2027-11; the vendor does not announce it.");
    demand.volume = 10; /* used up in the fifth month */
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 13));
    expect_warning(quote, BE_MSG_FREE_ENDS, NULL);
    demand = (be_demand){.volume = 10, .postpaid = true, .has_free_left = true};
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 13));
    expect_warning(quote, BE_MSG_POSTPAID_OFF, NULL);
    expect_warning(quote, BE_MSG_FREE_ENDS, NULL); /* nothing is left that could end */
    demand.concurrency = 4;
    quote = quote_of(*state, fixture_licence_plate(&box), &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_NEEDS_RESPONSE_TIME,
                   "A concurrency without a response time says nothing about QPS: enter a response "
                   "time.");
}

/* 3,500,000 calls a month are 2 QPS on average, and nobody's calls come on average. */
static void prepaid_qps_without_a_peak_is_warned_of(void **state)
{
    product_box box;
    be_demand demand = {.volume = 3500000};
    const be_product *product = fixture_face_compare(&box);
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_NEEDS_PEAK,
                   "No peak is given: 2 prepaid QPS are enough only if calls come evenly; a burst "
                   "is refused.");
    demand.qps = 8;
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_NEEDS_PEAK, NULL);
}

/* 8 QPS for the peak's 3 days and 2 for all of the month: only a user may say so. */
static void orders_of_one_day_are_the_user_s_own_risk(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_purchase own[] = {buy_capacity(0, 0, 8, 3), buy_capacity(1, 0, 2, 1)};
    const be_demand demand = {.volume = 3500000,
                              .qps = 8,
                              .peak_days = 3,
                              .postpaid = true,
                              .pinned = own,
                              .pinned_count = COUNT_OF(own)};
    const be_horizon month = horizon_of(2026, 12, 1);
    const be_quote *quote = quote_of(*state, product, &demand, month);
    assert_amount(option(quote, BE_OPTION_OWN)->bill.total, "992");
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "1440"); /* 8 x 3 and 2 x 28 days */
    assert_true(option(quote, BE_OPTION_BEST)->schedule.proven);
    expect_warning(quote, BE_MSG_OVERLAP_QPS,
                   "Two orders of QPS overlap in 2026-12; the vendor's page does not say that the "
                   "smaller one goes on under the larger.");
    expect_warning(quote, BE_MSG_DAYS_FOLLOW,
                   "Orders by the day of one month follow one another, the larger first.");
    expect_warning(quote, BE_MSG_OFF_PEAK_QPS,
                   "Off the peak days 2 QPS are planned for an average of 1.31 a second: bursts "
                   "above it fail.");
    box.product.capacity.overlap = true;
    quote = quote_of(*state, product, &demand, month);
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "992");
    expect_warning(quote, BE_MSG_OVERLAP_QPS, NULL);
    expect_warning(quote, BE_MSG_DAYS_FOLLOW, NULL);
}

static void packages_that_save_nothing_are_named(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 10, .postpaid = true};
    const be_product *product = fixture_style_transfer(&box);
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_PACKAGE_SAVES_NOTHING, NULL);
    box.packages[1].price = money("800");
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_PACKAGE_SAVES_NOTHING,
                   "Packages that cost no less per unit than pay as you go: 10k.");
    box.packages[2].price = money("8000");
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_PACKAGE_SAVES_NOTHING,
                   "Packages that cost no less per unit than pay as you go: 10k, 100k.");
    box.packages[2].price = money("4500");
    /* A first band that is free, or cheaper than the next, is not what a package competes with. */
    box.packages[1].price = money("550");
    box.bands[0].price = money("0");
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(
        quote, BE_MSG_PACKAGE_SAVES_NOTHING,
        "Packages that cost no less per unit than pay as you go: 1k."); /* 75 for 1,000 that cost 60
                                                                           at most */
    box.bands[1].price = money("0.08");
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    expect_warning(quote, BE_MSG_PACKAGE_SAVES_NOTHING, NULL);
}

static void old_and_second_hand_prices_are_marked(void **state)
{
    static const be_source note = {.title = "A research note",
                                   .date_text = "2025-12",
                                   .date = {2025, 12, 0},
                                   .confidence = BE_CONFIDENCE_SECOND_HAND};
    product_box box;
    be_product *product = &box.product;
    const be_demand demand = {.volume = 10};
    fixture_flat(&box, "1"); /* its page is of 2026-01-21 */
    const struct {
        be_date today;
        bool old;
    } rows[] = {
        {{2026, 7, 20}, false}, {{2026, 7, 21}, true}, {{2026, 1, 1}, false}, {{0, 0, 0}, false}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const be_quote *quote =
            be_quote_create(*state, product, &demand, horizon_of(2026, 7, 1), rows[i].today);
        assert_non_null(quote);
        assert_int_equal(quote->price_old, rows[i].old);
        assert_ptr_equal(quote->price_source, product->source);
        expect_warning(quote, BE_MSG_SECOND_HAND, NULL);
        expect_warning(quote, BE_MSG_OLD_PRICE,
                       rows[i].old ? "These prices are dated 2026-01-21: check them before you "
                                     "rely on them."
                                   : NULL);
    }
    box.bands[0].source = &note;
    const be_quote *quote =
        be_quote_create(*state, product, &demand, horizon_of(2026, 7, 1), (be_date){2026, 7, 1});
    assert_non_null(quote);
    expect_warning(quote, BE_MSG_SECOND_HAND, "Some prices are second-hand: \"A research note\".");
    expect_warning(quote, BE_MSG_OLD_PRICE,
                   "These prices are dated 2025-12: check them before you rely on them.");
}

/* Where a larger order of QPS costs more a unit, orders may be split up: that is not looked at. */
static void an_unproven_search_says_so(void **state)
{
    product_box box;
    fixture_face_compare(&box);
    const be_demand demand = {.volume = 5000000, .qps = 4, .postpaid = true};
    const be_horizon year = horizon_of(2026, 12, 12);
    const be_quote *quote = quote_of(*state, &box.product, &demand, year);
    assert_true(option(quote, BE_OPTION_BEST)->schedule.proven);
    expect_warning(quote, BE_MSG_PLAN_WITHIN, NULL);
    box.product.capacity.additive = true;
    box.price_bands[1][1].price = money("400");
    quote = quote_of(*state, &box.product, &demand, year);
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "13440"); /* 4 x 280 a month */
    assert_amount(quote->bound, "3360");                               /* 1 x 280 */
    assert_false(option(quote, BE_OPTION_BEST)->schedule.proven);
    assert_int_equal(be_quote_gap(quote), 750000000);
    expect_warning(quote, BE_MSG_PLAN_WITHIN,
                   "The best plan found is not proven to be the cheapest: no plan saves more than "
                   "75% of it.");
}

static void options_have_the_names_of_the_interfaces(void **state)
{
    (void)state;
    static const char *const names[BE_OPTION_COUNT] = {"payg", "package", "qps", "best", "own"};
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        assert_string_equal(be_option_name((be_option_id)id), names[id]);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

/* 75 for a package and 200 for a day of one more task, less a tenth. */
static void a_purchase_costs_its_price_less_the_discount(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 900, .has_free_left = true, .discount = BE_RATIO_ONE / 10};
    const be_quote *quote =
        quote_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 1));
    const be_purchase package = buy_package(0, 0, 2), days = buy_capacity(0, 0, 1, 3);
    assert_amount(be_quote_purchase_price(quote, &package), "135");
    assert_amount(be_quote_purchase_price(quote, &days), "540");
    const be_option *bought = option(quote, BE_OPTION_PACKAGE);
    assert_amount(be_quote_purchase_price(quote, &bought->schedule.purchases[0]), "67.5");
    assert_amount(bought->bill.purchased, "67.5");
}

/* What is bought for some days stands in for the default limit on these days. */
static void days_of_too_few_qps_do_not_carry(void **state)
{
    product_box box;
    const be_purchase pinned[] = {buy_capacity(0, 0, 3, 30)};
    be_demand demand = {.volume = 3500000, .qps = 4, .pinned = pinned, .pinned_count = 1};
    const be_product *product = fixture_face_compare(&box);
    box.product.limits.qps = (be_limit){true, 50};
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    const be_option *own = option(quote, BE_OPTION_OWN);
    assert_false(own->bill.feasible);
    assert_int_equal(own->bill.month[0].limit.value, 3);
    expect_reason(own, BE_MSG_OVER_QPS, "Carries 3 QPS in 2026-12; 4 are needed.");
    assert_amount(option(quote, BE_OPTION_BEST)->bill.total, "1120");
    demand.qps = 3;
    quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    assert_true(option(quote, BE_OPTION_OWN)->bill.feasible);
}

static void a_purchase_outside_the_plan_is_told_of(void **state)
{
    product_box box;
    const be_purchase pinned[] = {buy_package(0, 1, 1)};
    const be_demand demand = {.volume = 900, .postpaid = true, .pinned = pinned, .pinned_count = 1};
    const be_product *product = fixture_style_transfer(&box);
    expect_warning(quote_of(*state, product, &demand, horizon_of(2026, 12, 1)),
                   BE_MSG_PURCHASE_OUTSIDE,
                   "Something in your plan is bought in 2027-01, outside of its months: it is not "
                   "counted.");
    expect_warning(quote_of(*state, product, &demand, horizon_of(2026, 12, 2)),
                   BE_MSG_PURCHASE_OUTSIDE, NULL);
}

/* Of 10,100 pictures: 10k and 100 by the unit, dearer alone. */
static void the_best_mixes_ways_to_buy(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 10100, .postpaid = true, .has_free_left = true};
    const be_quote *quote =
        quote_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 1));
    const be_option *best = option(quote, BE_OPTION_BEST);
    assert_amount(best->bill.total, "558");
    assert_int_equal(best->same_as, BE_OPTION_BEST);
    assert_true(best->schedule.proven);
    assert_amount(quote->bound, "558");
    assert_int_equal(be_quote_gap(quote), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(face_comparison_is_cheapest_by_qps),
        CASE(style_transfer_is_cheapest_by_packages),
        CASE(what_is_not_sold_says_so),
        CASE(an_unpublished_price_is_never_recommended),
        CASE(the_user_s_own_plan_stands_beside_the_others),
        CASE(no_column_is_cheaper_than_the_best),
        CASE(of_equal_totals_the_one_that_buys_less_wins),
        CASE(nothing_used_costs_nothing),
        CASE(what_costs_money_when_missed_is_warned_of),
        CASE(prepaid_qps_without_a_peak_is_warned_of),
        CASE(orders_of_one_day_are_the_user_s_own_risk),
        CASE(packages_that_save_nothing_are_named),
        CASE(old_and_second_hand_prices_are_marked),
        CASE(an_unproven_search_says_so),
        cmocka_unit_test(options_have_the_names_of_the_interfaces),
        cmocka_unit_test_setup_teardown(a_purchase_costs_its_price_less_the_discount, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(days_of_too_few_qps_do_not_carry, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_purchase_outside_the_plan_is_told_of, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(the_best_mixes_ways_to_buy, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
