/* The pool of points: whole units, units split over packages, and what bills make of them. */
#include <engine/points.h>

#include "engine_test.h"
#include "fixtures.h"

enum { PRODUCTS = 2, PACKAGES = 3 };

/*
 * A provider of two products, "a" and "b". Of package "three" a unit of a costs 1 point and one of
 * b costs 3; of "two" one of b costs 2; "other" pays for neither.
 */
typedef struct point_shop {
    product_box box[PRODUCTS];
    be_general_package packages[PACKAGES];
    be_provider provider;
} point_shop;

enum { A, B };
enum { THREE, TWO, OTHER };

static void open_shop(point_shop *shop)
{
    static const be_general_cover three[] = {{"a", 1}, {"b", 3}}, two[] = {{"b", 2}};
    static const be_source page = {.id = "points"};
    const be_duration half_year = {6, BE_MONTHS};
    *shop = (point_shop){
        .packages = {{"three", 100, money("10"), half_year, three, COUNT_OF(three), &page},
                     {"two", 100, money("20"), half_year, two, COUNT_OF(two), &page},
                     {"other", 100, money("30"), half_year, NULL, 0, &page}},
    };
    shop->provider = (be_provider){
        .id = "test", .general_packages = shop->packages, .general_package_count = PACKAGES};
    static const char *const ids[PRODUCTS] = {"a", "b"};
    for (int i = 0; i < PRODUCTS; i++) {
        fixture_flat(&shop->box[i], "0.5");
        be_product *product = &shop->box[i].product;
        product->id = ids[i];
        product->provider = &shop->provider;
        product->deduction[0] = BE_LAYER_GENERAL;
        product->deduction[1] = BE_LAYER_PAYG;
        product->deduction_count = 2;
    }
}

static be_purchase buy_general(size_t item, int month, be_quantity count)
{
    return (be_purchase){BE_BUY_GENERAL, item, month, count, 1};
}

/* -- points as such --------------------------------------------------------------------------- */

enum { LOTS_MAX = 4 };

typedef struct lots_row {
    size_t package[LOTS_MAX]; /* they expire in this order, from month 1 on */
    be_quantity left[LOTS_MAX];
    size_t count;
    be_quantity units; /* of b, wanted in month 0 */
    be_quantity taken;
    be_quantity after[LOTS_MAX];
} lots_row;

static void a_unit_is_paid_for_as_a_whole_or_not_at_all(void **state)
{
    static const lots_row rows[] = {
        {{THREE}, {100}, 1, 40, 33, {1}},
        {{THREE}, {100}, 1, 33, 33, {1}},
        {{THREE}, {100}, 1, 10, 10, {70}},
        {{THREE}, {2}, 1, 1, 0, {2}},
        {{THREE, THREE}, {4, 5}, 2, 9, 3, {0, 0}}, /* the second unit is of 1 and 2 points */
        {{THREE, THREE, THREE}, {1, 1, 1}, 3, 5, 1, {0, 0, 0}},
        {{THREE, THREE}, {1, 1}, 2, 5, 0, {1, 1}},
        {{THREE, THREE, THREE, THREE}, {4, 1, 1, 3}, 4, 2, 2, {0, 0, 0, 3}},
        {{THREE, THREE}, {7, 3}, 2, 2, 2, {1, 3}},            /* two are enough: nothing is split */
        {{THREE, TWO, THREE}, {1, 4, 2}, 3, 9, 3, {0, 0, 0}}, /* split over equal prices */
        {{THREE, TWO, THREE}, {1, 1, 1}, 3, 9, 0, {1, 1, 1}},
        {{THREE, TWO}, {100, 100}, 2, 60, 60, {1, 46}},
        {{OTHER, THREE}, {100, 6}, 2, 9, 2, {100, 0}},
        {{THREE, THREE}, {1, 8}, 2, 9, 3, {0, 0}},
        {{THREE}, {6}, 1, 0, 0, {6}},
        {{THREE, TWO, THREE}, {3, 2, 3}, 3, 2, 2, {0, 0, 3}}, /* none is split before its turn */
    };
    point_shop shop;
    open_shop(&shop);
    const be_horizon horizon = horizon_of(2026, 1, 12);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        be_owned owned[LOTS_MAX];
        for (size_t k = 0; k < rows[i].count; k++)
            owned[k] = (be_owned){.general = &shop.packages[rows[i].package[k]],
                                  .size = 100,
                                  .left = rows[i].left[k],
                                  .expires = horizon.start + 1 + (be_month)k};
        const be_demand demand = {.owned = owned, .owned_count = rows[i].count};
        const be_bill_item item = {.product = &shop.box[B].product, .demand = &demand};
        lot_list pool;
        assert_true(points_begin(&pool, *state, horizon, &item, 1));
        assert_int_equal(pool.count, rows[i].count);
        assert_int_equal(points_take(&pool, item.product, 0, 31, rows[i].units), rows[i].taken);
        for (size_t k = 0; k < rows[i].count; k++)
            assert_int_equal(pool.lots[k].left, rows[i].after[k]);
    }
}

/*
 * What comes out of the arena afterwards is other memory than the points; a lot behind the list's
 * end pays for nothing.
 */
static void points_keep_to_their_own_memory(void **state)
{
    point_shop shop;
    open_shop(&shop);
    be_owned owned[3];
    for (int i = 0; i < 3; i++)
        owned[i] = (be_owned){.general = &shop.packages[THREE],
                              .size = 100,
                              .left = 4,
                              .expires = be_month_of(2026, 2 + i)};
    const be_demand demand = {.owned = owned, .owned_count = 3};
    const be_bill_item item = {.product = &shop.box[B].product, .demand = &demand};
    lot_list pool;
    assert_true(points_begin(&pool, *state, horizon_of(2026, 1, 12), &item, 1));
    const size_t size = 3 * sizeof(lot);
    unsigned char *other = be_arena_alloc(*state, 1, size);
    assert_non_null(other);
    for (size_t i = 0; i < size; i++)
        other[i] = 0xFF;
    pool.count = 2;
    assert_int_equal(points_take(&pool, item.product, 0, 31, 9), 2);
    assert_int_equal(pool.lots[2].left, 4);
}

static void the_price_is_that_of_the_points_used_next(void **state)
{
    point_shop shop;
    open_shop(&shop);
    const be_purchase buys[] = {buy_general(OTHER, 0, 1), buy_general(THREE, 0, 1),
                                buy_general(TWO, 1, 1)};
    const be_demand demand = {0};
    const be_bill_item item = {&shop.box[B].product, &demand, NULL, buys, COUNT_OF(buys)};
    lot_list pool;
    assert_true(points_begin(&pool, *state, horizon_of(2026, 1, 12), &item, 1));
    assert_int_equal(points_price(&pool, item.product, 0), 3);
    assert_int_equal(points_price(&pool, &shop.box[A].product, 0), 1);
    assert_int_equal(points_price(&pool, item.product, 6), 2); /* the others have ended */
    assert_int_equal(points_price(&pool, &shop.box[A].product, 6), 0);
    assert_int_equal(points_price(&pool, item.product, 7), 0);
    assert_int_equal(points_take(&pool, item.product, 7, 31, 5), 0);
}

/* Only what pays with points is laid out, and only what is sold. */
static void other_purchases_bring_no_points(void **state)
{
    point_shop shop;
    open_shop(&shop);
    const be_purchase buys[] = {buy_package(0, 0, 1), buy_capacity(0, 0, 1, 1),
                                buy_general(PACKAGES, 0, 1), buy_general(THREE, 0, 0)};
    const be_owned owned[] = {{.size = 100, .left = 5, .expires = be_month_of(2027, 1)}};
    const be_demand demand = {.owned = owned, .owned_count = 1};
    be_product alone = shop.box[A].product;
    alone.provider = NULL;
    const be_bill_item items[] = {{&shop.box[A].product, &demand, NULL, buys, COUNT_OF(buys)},
                                  {&alone, &demand, NULL, buys, COUNT_OF(buys)}};
    lot_list pool;
    assert_true(points_begin(&pool, *state, horizon_of(2026, 1, 12), items, COUNT_OF(items)));
    assert_int_equal(pool.count, 0);
}

/* -- points in bills --------------------------------------------------------------------------- */

typedef struct plan {
    be_demand demand[PRODUCTS];
    const be_purchase *purchases[PRODUCTS];
    size_t purchase_count[PRODUCTS];
    int months;
} plan;

static void bill_plan(be_arena *arena, const point_shop *shop, const plan *p, be_bill out[PRODUCTS])
{
    be_usage usage[PRODUCTS];
    be_bill_item items[PRODUCTS];
    for (int i = 0; i < PRODUCTS; i++) {
        be_usage_resolve(&p->demand[i], horizon_of(2026, 1, p->months), &usage[i]);
        items[i] = (be_bill_item){&shop->box[i].product, &p->demand[i], &usage[i], p->purchases[i],
                                  p->purchase_count[i]};
    }
    assert_true(be_bill_compute_plan(arena, items, PRODUCTS, BE_BILL_LINES, out));
}

static void what_is_left_of_points_is_the_buyer_s_loss(void **state)
{
    point_shop shop;
    open_shop(&shop);
    const be_purchase buys[] = {buy_general(THREE, 0, 1), buy_general(OTHER, 0, 1)};
    const plan p = {.demand = {{.volume = 40}, {.volume = 0}},
                    .purchases = {NULL, buys},
                    .purchase_count = {0, 2},
                    .months = 8};
    be_bill bills[PRODUCTS];
    bill_plan(*state, &shop, &p, bills);
    assert_int_equal(bills[A].waste_points, 0);
    assert_amount(bills[A].waste_amount, "0");
    assert_int_equal(bills[A].units.layer[BE_LAYER_GENERAL], 100); /* 40, 40 and 20 */
    assert_int_equal(bills[A].month[2].units.layer[BE_LAYER_PAYG], 20);
    assert_int_equal(bills[B].waste_points, 100); /* "other" paid for nothing */
    assert_amount(bills[B].waste_amount, "30");
    assert_int_equal(bills[B].waste_units, 0);
}

static void totals_alone_need_no_lines(void **state)
{
    point_shop shop;
    open_shop(&shop);
    const be_purchase buys[] = {buy_general(THREE, 0, 1)};
    const be_demand demand = {.volume = 120};
    const be_product *product = &shop.box[A].product;
    be_usage usage;
    be_usage_resolve(&demand, horizon_of(2026, 1, 1), &usage);
    be_bill totals;
    assert_true(be_bill_compute(*state, product, &demand, &usage, buys, COUNT_OF(buys),
                                BE_BILL_TOTALS, &totals));
    assert_amount(totals.total, "20"); /* 10, and 20 calls at 0.5 */
    assert_int_equal(totals.waste_points, 0);
    assert_int_equal(totals.line_count, 0);
}

/* Ten of January's 31 days. */
static void points_valid_for_days_pay_for_the_use_of_those_days(void **state)
{
    point_shop shop;
    open_shop(&shop);
    shop.packages[THREE].valid = (be_duration){10, BE_DAYS};
    const be_purchase buys[] = {buy_general(THREE, 0, 3)};
    const plan p = {.demand = {{.volume = 310}, {0}},
                    .purchases = {buys, NULL},
                    .purchase_count = {1, 0},
                    .months = 2};
    be_bill bills[PRODUCTS];
    bill_plan(*state, &shop, &p, bills);
    assert_int_equal(bills[A].month[0].units.layer[BE_LAYER_GENERAL], 100);
    assert_int_equal(bills[A].month[1].units.layer[BE_LAYER_GENERAL], 0);
    assert_int_equal(bills[A].waste_points, 200);
}

/* Bands see the units that points paid for where they see those of packages. */
static void gross_positions_count_what_points_paid_for(void **state)
{
    static const band_row rows[] = {{50, "1", NULL}, {0, "0.5", NULL}};
    point_shop shop;
    open_shop(&shop);
    be_tariff *tariff = &shop.box[A].product.payg.tariff;
    *tariff = make_tariff(BE_TIERS_GRADUATED, shop.box[A].bands, rows, COUNT_OF(rows));
    const be_purchase buys[] = {buy_general(THREE, 0, 1)};
    plan p = {.demand = {{.volume = 110}, {0}},
              .purchases = {buys, NULL},
              .purchase_count = {1, 0},
              .months = 1};
    be_bill bills[PRODUCTS];
    bill_plan(*state, &shop, &p, bills);
    assert_amount(bills[A].month[0].usage, "10");
    tariff->position = BE_POSITION_GROSS;
    bill_plan(*state, &shop, &p, bills);
    assert_amount(bills[A].month[0].usage, "5");
}

static void points_lift_a_limit_as_packages_do(void **state)
{
    point_shop shop;
    open_shop(&shop);
    shop.box[A].product.limits = (be_limits){.qps = {true, 2}, .with_package = {true, 5}};
    const be_purchase buys[] = {buy_general(THREE, 0, 1)};
    const plan p = {.demand = {{.volume = 60, .qps = 5}, {0}},
                    .purchases = {buys, NULL},
                    .purchase_count = {1, 0},
                    .months = 2};
    be_bill bills[PRODUCTS];
    bill_plan(*state, &shop, &p, bills);
    assert_int_equal(bills[A].month[0].carries, BE_CARRIES_YES);
    assert_int_equal(bills[A].month[1].carries, BE_CARRIES_NO); /* 40 points for 60 */
}

static void general_packages_that_are_not_sold_are_not_bought(void **state)
{
    point_shop shop;
    open_shop(&shop);
    shop.provider.general_package_count = TWO;
    const be_purchase buys[] = {buy_general(TWO, 0, 1)};
    plan p = {.demand = {{.volume = 1}, {.volume = 1}},
              .purchases = {NULL, buys},
              .purchase_count = {0, 1},
              .months = 1};
    be_bill bills[PRODUCTS];
    bill_plan(*state, &shop, &p, bills);
    assert_amount(bills[B].purchased, "0");
    assert_int_equal(bills[B].line_count, 1);
    shop.box[B].product.provider = NULL;
    bill_plan(*state, &shop, &p, bills);
    assert_int_equal(bills[B].line_count, 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_unit_is_paid_for_as_a_whole_or_not_at_all),
        CASE(points_keep_to_their_own_memory),
        CASE(the_price_is_that_of_the_points_used_next),
        CASE(other_purchases_bring_no_points),
        CASE(what_is_left_of_points_is_the_buyer_s_loss),
        CASE(totals_alone_need_no_lines),
        CASE(points_valid_for_days_pay_for_the_use_of_those_days),
        CASE(gross_positions_count_what_points_paid_for),
        CASE(points_lift_a_limit_as_packages_do),
        CASE(general_packages_that_are_not_sold_are_not_bought),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
