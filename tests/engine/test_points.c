/* Points of general-purpose packages: what they pay for, in which order, and who shares them. */
#include "engine_test.h"
#include "fixtures.h"

enum { ENHANCE, COLOUR, PRODUCTS };

/* Two products of one provider, both covered by a package of 5,000 points for 50. */
typedef struct points_box {
    product_box boxes[PRODUCTS];
    be_product products[PRODUCTS];
    be_general_cover covers[PRODUCTS];
    be_general_package packages[2];
    be_source source;
    be_provider provider;
} points_box;

static void cover(points_box *box, int i, const char *id, be_quantity points)
{
    fixture_flat(&box->boxes[i], "0.10");
    be_product *product = &box->products[i];
    *product = box->boxes[i].product;
    product->id = product->key = id;
    product->provider = &box->provider;
    product->deduction[0] = BE_LAYER_GENERAL;
    product->deduction[1] = BE_LAYER_PAYG;
    product->deduction_count = 2;
    box->covers[i] = (be_general_cover){id, points};
}

static void fill(points_box *box)
{
    const be_duration year = {12, BE_MONTHS};
    cover(box, ENHANCE, "enhance", 8);
    cover(box, COLOUR, "colour", 3);
    box->source = (be_source){.id = "s", .title = "t", .address = "", .date_text = "2026"};
    box->packages[0] =
        (be_general_package){"5k", 5000, money("50"), year, box->covers, PRODUCTS, &box->source};
    box->packages[1] =
        (be_general_package){"50k", 50000, money("400"), year, box->covers, 1, &box->source};
    box->provider = (be_provider){.id = "p",
                                  .name = "p",
                                  .products = box->products,
                                  .product_count = PRODUCTS,
                                  .general_packages = box->packages,
                                  .general_package_count = 2};
}

static be_purchase buy_points(size_t item, int month, be_quantity count)
{
    return (be_purchase){BE_BUY_GENERAL, item, month, count, 1};
}

static void a_unit_costs_its_points(void **state)
{
    points_box box;
    fill(&box);
    assert_int_equal(be_general_points(&box.packages[0], &box.products[COLOUR]), 3);
    assert_int_equal(be_general_points(&box.packages[1], &box.products[COLOUR]), 0);
    const be_general_package copy = box.packages[0];
    assert_int_equal(be_general_points(&copy, &box.products[COLOUR]), 0); /* of another seller */

    const be_demand demand = {.volume = 700};
    const be_purchase buys[] = {buy_points(0, 0, 1)};
    const be_bill *bill =
        bill_of(*state, &box.products[ENHANCE], &demand, horizon_of(2026, 12, 1), buys, 1);
    assert_int_equal(bill->units.layer[BE_LAYER_GENERAL], 625);
    assert_int_equal(bill->units.layer[BE_LAYER_PAYG], 75);
    assert_amount(bill->total, "57.5");
    assert_amount(bill->purchased, "50");
    assert_int_equal(bill->waste_points, 0);
    assert_message(&bill->lines[0].what, "General package 5k, 5,000 points");
    assert_message(&bill->lines[1].rule,
                   "8 points a unit; the items of the plan draw on the points in their order");
}

/* 5,000 points are 1,666 units of 3 points; the two left over pay for a unit with those of the
 * next.
 */
static void a_unit_may_be_paid_from_two_packages(void **state)
{
    points_box box;
    fill(&box);
    const be_demand demand = {.volume = 4000};
    const be_purchase one[] = {buy_points(0, 0, 1)};
    const be_purchase two[] = {buy_points(0, 0, 1), buy_points(0, 1, 1)};
    const be_horizon horizon = horizon_of(2026, 12, 2);
    const be_bill *bill = bill_of(*state, &box.products[COLOUR], &demand, horizon, one, 1);
    assert_int_equal(bill->units.layer[BE_LAYER_GENERAL], 1666);
    assert_int_equal(bill->waste_points, 2);
    assert_amount(bill->waste_amount, "0.02");
    bill = bill_of(*state, &box.products[COLOUR], &demand, horizon, two, 2);
    assert_int_equal(bill->month[0].units.layer[BE_LAYER_GENERAL], 1666);
    assert_int_equal(bill->month[1].units.layer[BE_LAYER_GENERAL], 1667);
    assert_int_equal(bill->waste_points, 10000 - 3333 * 3);
}

/* Within a month the first item goes first, and whoever bought pays. */
static void items_share_points_in_their_order(void **state)
{
    points_box box;
    fill(&box);
    const be_demand demands[] = {{.volume = 500}, {.volume = 500}};
    const be_purchase buys[] = {buy_points(0, 0, 1)};
    be_usage usages[2];
    be_bill_item items[2];
    for (int i = 0; i < 2; i++) {
        be_usage_resolve(&demands[i], horizon_of(2026, 12, 2), &usages[i]);
        items[i] = (be_bill_item){&box.products[i], &demands[i], &usages[i], NULL, 0};
    }
    items[1].purchases = buys;
    items[1].purchase_count = 1;
    be_bill bills[2];
    assert_true(be_bill_compute_plan(*state, items, 2, BE_BILL_LINES, bills));
    assert_int_equal(bills[0].month[0].units.layer[BE_LAYER_GENERAL], 500); /* 4,000 points */
    assert_int_equal(bills[1].month[0].units.layer[BE_LAYER_GENERAL], 333); /* 999 of the rest */
    assert_int_equal(bills[0].month[1].units.layer[BE_LAYER_GENERAL], 0);
    assert_amount(bills[0].total, "50");    /* the second month */
    assert_amount(bills[1].total, "116.7"); /* 50 and 667 units */
    assert_int_equal(bills[1].waste_points, 1);
    assert_int_equal(bills[0].waste_points, 0);
}

static void points_that_were_owned_cost_nothing(void **state)
{
    points_box box;
    fill(&box);
    const be_owned owned[] = {
        {.general = &box.packages[0], .size = 5000, .left = 800, .expires = be_month_of(2026, 12)}};
    const be_demand demand = {.volume = 60, .owned = owned, .owned_count = 1};
    const be_bill *bill =
        bill_of(*state, &box.products[ENHANCE], &demand, horizon_of(2026, 12, 2), NULL, 0);
    assert_int_equal(bill->month[0].units.layer[BE_LAYER_GENERAL], 60);
    assert_int_equal(bill->month[1].units.layer[BE_LAYER_GENERAL], 0); /* ended with December */
    assert_amount(bill->total, "6");
    assert_int_equal(bill->waste_points, 320);
    assert_amount(bill->waste_amount, "0");
}

/* 1,000 units a month for a year at 8 points: 96,000 points. Two of 50k are the cheapest. */
static void the_package_column_covers_with_points(void **state)
{
    points_box box;
    fill(&box);
    const be_demand demand = {.volume = 1000};
    const be_quote *quote =
        quote_of(*state, &box.products[ENHANCE], &demand, horizon_of(2026, 12, 12));
    const be_option *package = &quote->options[BE_OPTION_PACKAGE];
    assert_true(package->offered);
    assert_true(package->schedule.proven);
    assert_amount(package->bill.total, "800");
    assert_int_equal(package->bill.units.layer[BE_LAYER_GENERAL], 12000);
    assert_int_equal(package->schedule.purchases[0].kind, BE_BUY_GENERAL);
    assert_int_equal(package->schedule.purchases[0].item, 1);
    assert_int_equal(package->bill.waste_points, 4000);
    assert_int_equal(quote->options[BE_OPTION_BEST].same_as, BE_OPTION_PACKAGE);
}

/* 50 for 5,000 points at 8 a unit is 0.08 a unit; at 10 a unit it would be what the unit costs. */
static void points_that_save_nothing_are_told_of(void **state)
{
    points_box box;
    fill(&box);
    box.covers[ENHANCE].points = 10;
    const be_demand demand = {.volume = 10};
    const be_quote *quote =
        quote_of(*state, &box.products[ENHANCE], &demand, horizon_of(2026, 12, 1));
    assert_message(
        find_message(quote->warnings, quote->warning_count, BE_MSG_PACKAGE_SAVES_NOTHING),
        "Packages that cost no less per unit than pay as you go: 5k.");
    box.covers[ENHANCE].points = 9;
    quote = quote_of(*state, &box.products[ENHANCE], &demand, horizon_of(2026, 12, 1));
    assert_null(find_message(quote->warnings, quote->warning_count, BE_MSG_PACKAGE_SAVES_NOTHING));
}

/* -- quotes of a plan ---------------------------------------------------------------------------
 */

static void a_plan_uses_no_point_twice(void **state)
{
    points_box box;
    fill(&box);
    const be_owned owned[] = {
        {.general = &box.packages[0], .size = 5000, .left = 5000, .expires = be_month_of(2030, 1)}};
    const be_demand demands[] = {{.volume = 500, .owned = owned, .owned_count = 1},
                                 {.volume = 500}};
    const be_plan_item items[] = {{&box.products[ENHANCE], &demands[0]},
                                  {&box.products[COLOUR], &demands[1]}};
    const be_quote *quotes[2];
    assert_true(be_plan_shares(items, 2, 0));
    assert_true(be_plan_shares(items, 2, 1));
    assert_false(be_plan_shares(items, 1, 0)); /* nobody to share with */
    assert_true(be_quote_create_plan(*state, items, 2, horizon_of(2026, 12, 1), (be_date){0, 0, 0},
                                     quotes));
    const be_bill *payg[] = {&quotes[0]->options[BE_OPTION_PAYG].bill,
                             &quotes[1]->options[BE_OPTION_PAYG].bill};
    assert_int_equal(payg[0]->units.layer[BE_LAYER_GENERAL], 500);
    assert_int_equal(payg[1]->units.layer[BE_LAYER_GENERAL], 333);
    assert_amount(quotes[1]->options[BE_OPTION_BEST].bill.total, "16.7");
    assert_false(quotes[1]->options[BE_OPTION_BEST].schedule.proven);
}

/*
 * 400 units at 8 points and 600 at 3 are 5,000 points: one package for 50 serves both, where each
 * item alone would take 40 by the unit and 50 in a package.
 */
static void the_best_of_a_plan_is_looked_for_as_a_whole(void **state)
{
    points_box box;
    fill(&box);
    const be_purchase pinned[] = {buy_points(0, 0, 1)};
    const be_demand demands[] = {{.volume = 400, .pinned = pinned, .pinned_count = 1},
                                 {.volume = 600}};
    const be_plan_item items[] = {{&box.products[ENHANCE], &demands[0]},
                                  {&box.products[COLOUR], &demands[1]}};
    const be_quote *quotes[2];
    assert_true(be_quote_create_plan(*state, items, 2, horizon_of(2026, 12, 1), (be_date){0, 0, 0},
                                     quotes));
    const be_bill *first = &quotes[0]->options[BE_OPTION_BEST].bill;
    const be_bill *second = &quotes[1]->options[BE_OPTION_BEST].bill;
    assert_amount(be_amount_add(first->total, second->total), "50");
    assert_int_equal(first->units.layer[BE_LAYER_GENERAL], 400);
    assert_int_equal(second->units.layer[BE_LAYER_GENERAL], 600);
}

/* An item that nothing prices does not keep the others from sharing. */
static void an_item_without_a_price_does_not_stand_in_the_way(void **state)
{
    points_box box;
    fill(&box);
    be_product third = box.products[COLOUR];
    box.boxes[COLOUR].bands[0].price = money("quote");
    const be_purchase pinned[] = {buy_points(0, 0, 1)};
    const be_owned owned[] = {
        {.general = &box.packages[0], .size = 5000, .left = 1, .expires = be_month_of(2030, 1)}};
    const be_demand demands[] = {{.volume = 400, .pinned = pinned, .pinned_count = 1},
                                 {.volume = 10, .owned = owned, .owned_count = 1}};
    third.id = third.key = "third";
    const be_plan_item items[] = {{&box.products[ENHANCE], &demands[0]},
                                  {&box.products[ENHANCE], &demands[0]},
                                  {&third, &demands[1]}};
    const be_quote *quotes[3];
    assert_true(be_quote_create_plan(*state, items, 2, horizon_of(2026, 12, 1), (be_date){0, 0, 0},
                                     quotes));
    be_amount two = be_amount_add(quotes[0]->options[BE_OPTION_BEST].bill.total,
                                  quotes[1]->options[BE_OPTION_BEST].bill.total);
    assert_true(be_quote_create_plan(*state, items, 3, horizon_of(2026, 12, 1), (be_date){0, 0, 0},
                                     quotes));
    be_amount with_third = be_amount_add(quotes[0]->options[BE_OPTION_BEST].bill.total,
                                         quotes[1]->options[BE_OPTION_BEST].bill.total);
    assert_int_equal(be_amount_compare(two, with_third), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_unit_costs_its_points, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_unit_may_be_paid_from_two_packages, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(items_share_points_in_their_order, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(points_that_were_owned_cost_nothing, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(the_package_column_covers_with_points, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(points_that_save_nothing_are_told_of, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_plan_uses_no_point_twice, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(the_best_of_a_plan_is_looked_for_as_a_whole, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(an_item_without_a_price_does_not_stand_in_the_way,
                                        open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("points", tests, NULL, NULL);
}
