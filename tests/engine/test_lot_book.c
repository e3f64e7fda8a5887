/* The lots of a bill: whose they are, when they can be used, how their balance runs down. */
#include "engine_test.h"
#include "fixtures.h"

typedef struct lot_row {
    bool owned;
    size_t purchase;
    be_quantity size, held;
    int from, last;
    be_quantity left[4];
} lot_row;

static void expect_lots(const be_bill *bill, const lot_row *rows, size_t count)
{
    assert_int_equal(bill->lot_count, count);
    for (size_t i = 0; i < count; i++) {
        const be_lot *lot = &bill->lots[i];
        assert_int_equal(lot->owned, rows[i].owned);
        assert_int_equal(lot->purchase, rows[i].purchase);
        assert_int_equal(lot->size, rows[i].size);
        assert_int_equal(lot->held, rows[i].held);
        assert_int_equal(lot->from, rows[i].from);
        assert_int_equal(lot->last, rows[i].last);
        assert_null(lot->general);
        for (int t = 0; t < bill->horizon.months; t++)
            assert_int_equal(lot->left[t], rows[i].left[t]);
    }
}

/* The owned one ends first and is used first; what was left of it in its last month is told. */
static void a_balance_is_told_for_every_month(void **state)
{
    static const lot_row rows[] = {
        {true, 0, 1000, 900, 0, 1, {450, 0, 0, 0}},
        {false, 1, 1000, 2000, 0, 11, {2000, 2000, 1550, 1100}},
        {false, 0, 1000, 1000, 2, 13, {0, 0, 1000, 1000}},
    };
    product_box box;
    const be_owned owned = {.size = 1000, .left = 900, .expires = be_month_of(2027, 1)};
    const be_demand demand = {
        .volume = 450, .has_free_left = true, .owned = &owned, .owned_count = 1};
    const be_purchase buys[] = {buy_package(0, 2, 1), buy_package(0, 0, 2)};
    const be_bill *bill = bill_of(*state, fixture_style_transfer(&box), &demand,
                                  horizon_of(2026, 12, 4), buys, COUNT_OF(buys));
    expect_lots(bill, rows, COUNT_OF(rows));
    assert_int_equal(bill->waste_units, 2100);
}

static void what_ends_unused_is_still_told_in_its_last_month(void **state)
{
    static const lot_row rows[] = {{true, 0, 1000, 900, 0, 0, {890, 0}}};
    product_box box;
    const be_owned owned = {.size = 1000, .left = 900, .expires = be_month_of(2026, 12)};
    const be_demand demand = {
        .volume = 10, .has_free_left = true, .postpaid = true, .owned = &owned, .owned_count = 1};
    const be_bill *bill =
        bill_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 2), NULL, 0);
    expect_lots(bill, rows, COUNT_OF(rows));
    assert_int_equal(bill->waste_units, 890);
    assert_int_equal(bill->month[0].package_left, 0);
}

static void without_packages_there_are_none(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 10, .postpaid = true};
    const be_purchase buys[] = {buy_capacity(0, 0, 5, 3)};
    const be_bill *bill = bill_of(*state, fixture_style_transfer(&box), &demand,
                                  horizon_of(2026, 12, 2), buys, COUNT_OF(buys));
    assert_int_equal(bill->lot_count, 0);
}

static void totals_alone_have_none(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.volume = 10};
    const be_purchase buys[] = {buy_package(0, 0, 1)};
    be_usage usage;
    be_bill bill;
    be_usage_resolve(&demand, horizon_of(2026, 12, 2), &usage);
    assert_true(be_bill_compute(*state, product, &demand, &usage, buys, 1, BE_BILL_TOTALS, &bill));
    assert_int_equal(bill.lot_count, 0);
}

/* Two items draw on points that the second one brought: they stand in its bill alone. */
static void points_stand_with_who_brought_them(void **state)
{
    static const be_general_cover covers[] = {{"a", 1}, {"b", 2}};
    static const be_source page = {.id = "points"};
    const be_general_package packages[] = {
        {"small", 100, money("10"), {6, BE_MONTHS}, covers, COUNT_OF(covers), &page}};
    const be_provider provider = {
        .id = "test", .general_packages = packages, .general_package_count = 1};
    static const char *const ids[] = {"a", "b"};
    product_box box[2];
    be_usage usage;
    be_bill bills[2];
    const be_demand demand = {.volume = 20};
    const be_purchase buys[] = {{BE_BUY_GENERAL, 0, 0, 1, 1}};
    be_bill_item items[2];
    be_usage_resolve(&demand, horizon_of(2026, 1, 2), &usage);
    for (size_t i = 0; i < 2; i++) {
        fixture_flat(&box[i], "0.5");
        be_product *product = &box[i].product;
        product->id = ids[i];
        product->provider = &provider;
        product->deduction[0] = BE_LAYER_GENERAL;
        product->deduction[1] = BE_LAYER_PAYG;
        product->deduction_count = 2;
        items[i] = (be_bill_item){product, &demand, &usage, i == 1 ? buys : NULL, i};
    }
    assert_true(be_bill_compute_plan(*state, items, 2, BE_BILL_LINES, bills));
    assert_int_equal(bills[0].lot_count, 0);
    assert_int_equal(bills[1].lot_count, 1);
    const be_lot *lot = &bills[1].lots[0];
    assert_ptr_equal(lot->general, packages);
    assert_int_equal(lot->held, 100);
    assert_int_equal(lot->last, 5);
    assert_int_equal(lot->left[0], 40); /* 20 units at 1 point, and 20 at 2 */
    assert_int_equal(lot->left[1], 0);
}

static void a_year_of_capacity_is_twelve_months(void **state)
{
    const be_capacity_price prices[] = {{.term = BE_TERM_DAY}, {.term = BE_TERM_YEAR}};
    const be_capacity capacity = {.prices = prices, .price_count = 2};
    const be_purchase day = buy_capacity(0, 0, 1, 40), year = buy_capacity(1, 0, 1, 2);
    (void)state;
    assert_int_equal(be_capacity_valid(&capacity, &day).count, 40);
    assert_int_equal(be_capacity_valid(&capacity, &day).unit, BE_DAYS);
    assert_int_equal(be_capacity_valid(&capacity, &year).count, 24);
    assert_int_equal(be_capacity_valid(&capacity, &year).unit, BE_MONTHS);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_balance_is_told_for_every_month),
        CASE(what_ends_unused_is_still_told_in_its_last_month),
        CASE(without_packages_there_are_none),
        CASE(totals_alone_have_none),
        CASE(points_stand_with_who_brought_them),
        CASE(a_year_of_capacity_is_twelve_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
