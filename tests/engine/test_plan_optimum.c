/* The cheapest plan of items that share points: what can be worked out by hand. */
#include "engine_test.h"
#include "fixtures.h"

enum { ITEMS = 2, A = 0, B = 1 };

/*
 * A general package of 1,000 points for 60. A unit of "a" costs 1 point or 0.10, 400 of them 36;
 * one of "b" 5 points or 0.50, 100 of them 45.
 */
typedef struct shop {
    be_provider provider;
    be_general_package general;
    be_general_cover covers[ITEMS];
    product_box box[ITEMS];
    be_demand demand[ITEMS];
    be_usage usage[ITEMS];
    be_bill_item items[ITEMS];
} shop;

static void fill_item(shop *s, int i, const char *price, be_package package, be_quantity points)
{
    static const char *const ids[ITEMS] = {"a", "b"};
    static const be_layer order[] = {BE_LAYER_PACKAGE, BE_LAYER_GENERAL, BE_LAYER_PAYG};
    fixture_flat(&s->box[i], price);
    be_product *p = &s->box[i].product;
    p->id = ids[i];
    p->provider = &s->provider;
    for (size_t layer = 0; layer < COUNT_OF(order); layer++)
        p->deduction[layer] = order[layer];
    p->deduction_count = COUNT_OF(order);
    s->box[i].packages[0] = package;
    p->packages = s->box[i].packages;
    p->package_count = 1;
    s->covers[i] = (be_general_cover){ids[i], points};
}

static void open_shop(shop *s, be_quantity volume_of_a, int months)
{
    static const be_source page = {.id = "page", .title = "Page", .date_text = "2026"};
    const be_duration year = {12, BE_MONTHS};
    *s = (shop){.demand = {{.volume = volume_of_a}, {.volume = 100}}};
    s->general = (be_general_package){"g", 1000, money("60"), year, s->covers, ITEMS, &page};
    s->provider =
        (be_provider){.id = "test", .general_packages = &s->general, .general_package_count = 1};
    fill_item(s, A, "0.1", (be_package){"p", 400, money("36"), year, NULL}, 1);
    fill_item(s, B, "0.5", (be_package){"p", 100, money("45"), year, NULL}, 5);
    for (int i = 0; i < ITEMS; i++) {
        be_usage_resolve(&s->demand[i], horizon_of(2026, 1, months), &s->usage[i]);
        s->items[i] = (be_bill_item){&s->box[i].product, &s->demand[i], &s->usage[i], NULL, 0};
    }
}

static be_plan_optimum find(be_arena *arena, const shop *s)
{
    be_plan_optimum optimum;
    assert_true(be_plan_optimum_find(arena, s->items, ITEMS, &optimum));
    return optimum;
}

/* 30 + 45 apart, but 300 + 500 points. */
static void points_can_pay_for_both(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    be_plan_optimum o = find(*state, &s);
    assert_amount(o.cost, "60");
    assert_true(be_amount_compare(o.bound, o.cost) <= 0);
    assert_int_equal(o.schedules[A].count + o.schedules[B].count, 1);
    const be_purchase *buy = &o.schedules[A].purchases[0];
    assert_int_equal(buy->kind, BE_BUY_GENERAL);
    assert_int_equal(buy->count, 1);
}

/* 600 and 400 points; the 20 units of b that are left cost 10. Apart 56 + 45. */
static void points_go_to_the_first_item_first(void **state)
{
    shop s;
    open_shop(&s, 600, 1);
    be_plan_optimum o = find(*state, &s);
    assert_amount(o.cost, "70");
    assert_true(be_amount_compare(o.bound, o.cost) <= 0);
}

static be_amount sum_apart(be_arena *arena, const shop *s)
{
    be_amount sum = be_amount_zero();
    for (int i = 0; i < ITEMS; i++) {
        be_product alone = s->box[i].product;
        be_optimum optimum;
        alone.provider = NULL;
        assert_true(be_optimum_find(arena, &alone, &s->demand[i], &s->usage[i], &optimum));
        sum = be_amount_add(sum, optimum.cost);
    }
    return sum;
}

static void items_that_nobody_buys_points_for_are_apart(void **state)
{
    static const int orders[][ITEMS] = {{A, B}, {B, A}};
    shop s;
    open_shop(&s, 600, 3);
    s.general.price = money("1000");
    be_amount apart = sum_apart(*state, &s);
    for (size_t order = 0; order < COUNT_OF(orders); order++) {
        const be_bill_item items[ITEMS] = {s.items[orders[order][0]], s.items[orders[order][1]]};
        be_plan_optimum o;
        assert_true(be_plan_optimum_find(*state, items, ITEMS, &o));
        assert_true(o.optimal);
        assert_int_equal(be_amount_compare(o.cost, apart), 0);
        assert_int_equal(be_amount_compare(o.bound, apart), 0);
    }
}

/* All prices alike: the order in the plan is the order of purchase, not of cost. */
static void a_discount_of_all_changes_nothing_but_the_amounts(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    s.demand[A].discount = s.demand[B].discount = BE_RATIO_ONE / 4;
    assert_amount(find(*state, &s).cost, "45");
}

/* Half of 60 is 30, what 300 units of a cost; 45 is spared. */
static void whoever_pays_least_buys_the_points(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    s.demand[B].discount = BE_RATIO_ONE / 2;
    be_plan_optimum o = find(*state, &s);
    assert_amount(o.cost, "30");
    assert_int_equal(o.schedules[A].count, 0);
    assert_int_equal(o.schedules[B].purchases[0].kind, BE_BUY_GENERAL);
}

static void points_that_are_owned_are_free(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    const be_owned owned[] = {
        {.general = &s.general, .size = 1000, .left = 800, .expires = be_month_of(2026, 1)}};
    s.demand[B].owned = owned;
    s.demand[B].owned_count = 1;
    be_plan_optimum o = find(*state, &s);
    assert_amount(o.cost, "0");
    assert_true(o.optimal);
}

static void what_cannot_be_had_has_no_plan(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    s.box[A].product.payg.offered = s.box[B].product.payg.offered = false;
    s.box[A].product.package_count = s.box[B].product.package_count = 0;
    s.provider.general_package_count = 0;
    be_plan_optimum o = find(*state, &s);
    assert_null(o.schedules);
    assert_false(o.optimal);
    assert_false(be_amount_is_known(o.cost));
    assert_false(be_amount_is_known(o.bound));
    s.provider.general_package_count = 1; /* points alone serve both */
    assert_amount(find(*state, &s).cost, "60");
}

/* 10^15 units of b at 5 points: nothing is known of points, and nothing overflows. */
static void more_points_than_can_be_counted_prove_nothing(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    s.demand[B].volume = BE_QUANTITY_MAX;
    be_usage_resolve(&s.demand[B], horizon_of(2026, 1, 1), &s.usage[B]);
    be_plan_optimum o = find(*state, &s);
    assert_false(o.optimal);
    assert_true(be_amount_compare(o.bound, o.cost) < 0);
}

static void a_known_plan_is_never_undone(void **state)
{
    shop s;
    open_shop(&s, 300, 1);
    const be_purchase known[] = {{BE_BUY_GENERAL, 0, 0, 1, 1}};
    s.items[B].purchases = known;
    s.items[B].purchase_count = COUNT_OF(known);
    assert_amount(find(*state, &s).cost, "60");
}

static void no_items_cost_nothing(void **state)
{
    be_plan_optimum o;
    assert_true(be_plan_optimum_find(*state, NULL, 0, &o));
    assert_amount(o.cost, "0");
    assert_true(o.optimal);
}

/* -- in a quote ---------------------------------------------------------------------------------
 */

static void the_best_plan_of_a_quote_is_the_optimum(void **state)
{
    shop s;
    open_shop(&s, 600, 1);
    const be_plan_item items[ITEMS] = {{&s.box[A].product, &s.demand[A]},
                                       {&s.box[B].product, &s.demand[B]}};
    const be_quote *quotes[ITEMS];
    size_t count;
    assert_true(be_quote_create_plan(*state, items, ITEMS, horizon_of(2026, 1, 1),
                                     (be_date){0, 0, 0}, quotes));
    const be_plan_proof *proof = quotes[A]->shared;
    assert_ptr_equal(proof, quotes[B]->shared);
    assert_int_equal(proof->items, ITEMS);
    assert_amount(proof->total, "70");
    const be_portfolio *sum = be_portfolio_create(*state, quotes, ITEMS, &count);
    assert_non_null(sum);
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    assert_amount(best->total, "70");
    assert_int_equal(be_amount_compare(best->bound, proof->bound), 0);
    assert_int_equal(best->proven, proof->optimal);
    assert_int_equal(be_portfolio_gap(sum), be_quote_gap(quotes[A]));
}

static void two_currencies_have_no_bound(void **state)
{
    shop s;
    open_shop(&s, 600, 1);
    s.box[B].product.currency = "CNY";
    const be_plan_item items[ITEMS] = {{&s.box[A].product, &s.demand[A]},
                                       {&s.box[B].product, &s.demand[B]}};
    const be_quote *quotes[ITEMS];
    size_t count;
    assert_true(be_quote_create_plan(*state, items, ITEMS, horizon_of(2026, 1, 1),
                                     (be_date){0, 0, 0}, quotes));
    const be_portfolio *sums = be_portfolio_create(*state, quotes, ITEMS, &count);
    assert_non_null(sums);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < count; i++) {
        assert_false(be_amount_is_known(sums[i].options[BE_OPTION_BEST].bound));
        assert_int_equal(be_portfolio_gap(&sums[i]), BE_RATIO_ONE);
    }
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(points_can_pay_for_both),
        CASE(points_go_to_the_first_item_first),
        CASE(items_that_nobody_buys_points_for_are_apart),
        CASE(a_discount_of_all_changes_nothing_but_the_amounts),
        CASE(whoever_pays_least_buys_the_points),
        CASE(points_that_are_owned_are_free),
        CASE(what_cannot_be_had_has_no_plan),
        CASE(more_points_than_can_be_counted_prove_nothing),
        CASE(a_known_plan_is_never_undone),
        CASE(no_items_cost_nothing),
        CASE(the_best_plan_of_a_quote_is_the_optimum),
        CASE(two_currencies_have_no_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
