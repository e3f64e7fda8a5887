/* Why a plan is the best, worked out by hand. */
#include "engine_test.h"
#include "fixtures.h"

static const be_horizon one_month = {INT32_C(2026) * 12 + 11, 1};

/* Pictures by the unit at 0.08; 10,000 of them for 550, 1,000 for 75. None is free. */
static be_demand pictures(be_quantity volume)
{
    return (be_demand){.volume = volume, .postpaid = true, .has_free_left = true};
}

static const be_why *why(be_arena *arena, const be_product *product, const be_demand *demand,
                         be_horizon horizon)
{
    const be_quote *quote = quote_of(arena, product, demand, horizon);
    const be_why *found = be_why_create(arena, quote, demand);
    assert_non_null(found);
    return found;
}

/* One of no column where the column was not rejected. */
static const be_why_rejected *rejected(const be_why *w, be_option_id id)
{
    static const be_why_rejected none = {.id = BE_OPTION_COUNT};
    for (size_t i = 0; i < w->rejected_count; i++) {
        if (w->rejected[i].id == id)
            return &w->rejected[i];
    }
    return &none;
}

/* 550 / 0.08 = 6,875. */
static void a_package_pays_from_an_exact_number_on(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = pictures(9200);
    const be_why *w = why(*state, product, &demand, one_month);
    assert_int_equal(w->purchase_count, 1);
    const be_why_purchase *p = &w->purchases[0];
    assert_int_equal(p->buy.item, 1);
    assert_amount(p->price, "550");
    assert_amount(p->saves, "186"); /* 9,200 x 0.08 - 550 */
    assert_int_equal(p->units, 10000);
    assert_int_equal(p->used, 9200);
    assert_true(p->has_break_even);
    assert_int_equal(p->break_even, 6875);
    assert_true(p->from_there_on);
}

/* Half the price at half the discount: the same number, for both are cheaper. */
static void a_discount_moves_no_break_even(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = pictures(9200);
    demand.discount = BE_RATIO_ONE / 2;
    const be_why *w = why(*state, product, &demand, one_month);
    assert_amount(w->purchases[0].price, "275");
    assert_amount(w->purchases[0].saves, "93");
    assert_int_equal(w->purchases[0].break_even, 6875);
    assert_int_equal(w->purchases[0].used, 9200);
}

/* 7,300 pictures: 550 for 10,000, before 7 x 75 + 300 x 0.08 = 549. */
static void the_next_best_plan_does_without_a_size(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = pictures(7400);
    const be_why *w = why(*state, product, &demand, one_month);
    assert_true(w->next.found);
    assert_true(w->next.gives_up);
    assert_int_equal(w->next.without.kind, BE_BUY_PACKAGE);
    assert_int_equal(w->next.without.item, 1);
    assert_amount(w->next.cost, "557"); /* 7 x 75 + 400 x 0.08 */
    assert_amount(w->next.more, "7");
    assert_true(w->next.optimal);
    assert_true(w->next.by_unit);
    assert_int_equal(w->next.schedule.count, 1);
    assert_int_equal(w->next.schedule.purchases[0].item, 0);
    assert_int_equal(w->next.schedule.purchases[0].count, 7);
}

static void where_nothing_is_bought_something_is_the_next_best(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = pictures(900);
    const be_why *w = why(*state, product, &demand, one_month);
    assert_int_equal(w->purchase_count, 0);
    assert_true(w->next.found);
    assert_false(w->next.gives_up);
    assert_false(w->next.optimal);
    assert_amount(w->next.cost, "75");
    assert_amount(w->next.more, "3");
    assert_int_equal(w->next.schedule.purchases[0].kind, BE_BUY_PACKAGE);
}

static void columns_that_were_rejected_say_what_they_cost_or_lack(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = pictures(9200);
    const be_purchase own[] = {buy_package(0, 0, 3)};
    demand.pinned = own;
    demand.pinned_count = 1;
    const be_why *w = why(*state, product, &demand, one_month);
    assert_amount(rejected(w, BE_OPTION_PAYG)->more, "186");
    assert_int_equal(rejected(w, BE_OPTION_PACKAGE)->id,
                     BE_OPTION_COUNT);                      /* that is the best one */
    assert_amount(rejected(w, BE_OPTION_OWN)->more, "171"); /* 225 + 6,200 x 0.08 - 550 */
    demand.postpaid = false;
    w = why(*state, product, &demand, one_month);
    const be_why_rejected *payg = rejected(w, BE_OPTION_PAYG);
    assert_false(be_amount_is_known(payg->more));
    assert_non_null(find_message(payg->reasons, payg->reason_count, BE_MSG_UNSERVED_OPT_IN));
}

/*
 * 10,000 for 550 are the best once 7 packages of 1,000 and the rest by the unit cost more: 7 x 75 +
 * 313 x 0.08 = 550.04. Past 10,000 the rest is paid by the unit, until another 1,000 cost less than
 * 938 of them.
 */
static void the_range_ends_at_exact_volumes(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = pictures(9200);
    const be_why *w = why(*state, product, &demand, one_month);
    assert_true(w->range.found);
    assert_int_equal(w->range.from, 7313);
    assert_int_equal(w->range.to, 10937);
    assert_true(w->range.from_exact);
    assert_true(w->range.to_exact);
    assert_true(w->range.proven);
    assert_true(w->range.solves <= BE_WHY_SOLVES);
}

static void a_range_without_an_end_says_so(void **state)
{
    product_box box;
    const be_product *product = fixture_flat(&box, "0.1");
    const be_demand demand = {.volume = 70};
    const be_why *w = why(*state, product, &demand, one_month);
    assert_int_equal(w->range.from, 0);
    assert_int_equal(w->range.to, 70 * BE_WHY_REACH);
    assert_true(w->range.from_exact);
    assert_false(w->range.to_exact);
    assert_false(w->next.found);
}

static void typed_months_have_no_range(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_quantity volumes[] = {9200};
    be_demand demand = pictures(0);
    demand.volumes = volumes;
    demand.volume_count = 1;
    const be_why *w = why(*state, product, &demand, one_month);
    assert_false(w->range.found);
    assert_int_equal(w->purchases[0].break_even, 6875);
}

/* 9,997 x 0.08 = 799.76; 10,000 x 0.06 = 600. */
static void a_month_short_of_a_lower_price_is_told(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.product.package_count = 0;
    const be_quantity volumes[] = {9997, 500, 9998};
    be_demand demand = pictures(0);
    demand.volumes = volumes;
    demand.volume_count = 3;
    const be_why *w = why(*state, &box.product, &demand, (be_horizon){one_month.start, 3});
    assert_int_equal(w->padding_count, 2);
    assert_int_equal(w->paddings[0].month, 0);
    assert_int_equal(w->paddings[0].units, 9997);
    assert_int_equal(w->paddings[0].more, 3);
    assert_amount(w->paddings[0].saves, "199.76");
    assert_int_equal(w->paddings[1].month, 2);
    assert_amount(w->paddings[1].saves, "199.84");
}

/* Pay as you go is off: without the package nothing pays, whatever it is used for. */
static void what_the_plan_cannot_do_without_has_no_break_even(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = pictures(9200);
    demand.postpaid = false;
    const be_why *w = why(*state, product, &demand, one_month);
    assert_int_equal(w->purchase_count, 1);
    assert_false(be_amount_is_known(w->purchases[0].saves));
    assert_false(w->purchases[0].has_break_even);
    assert_int_equal(w->purchases[0].used, 9200);
}

/*
 * 8 QPS for a month cost 2,240. Without them 3,490,000 calls at 0.003 and 10,000 free ones take
 * their place: 10,470 for 3,500,000, and 2,240 for the first 748,807 of them.
 */
static void capacity_pays_by_the_calls_that_are_free_under_it(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    box.prices[0] = box.prices[1]; /* sold by the month alone */
    box.product.capacity.price_count = 1;
    const be_demand demand = {.volume = 3500000, .concurrency = 4, .response = 500000};
    const be_why *w = why(*state, product, &demand, one_month);
    assert_int_equal(w->purchase_count, 1);
    const be_why_purchase *p = &w->purchases[0];
    assert_int_equal(p->buy.kind, BE_BUY_CAPACITY);
    assert_amount(p->saves, "8230");
    assert_int_equal(p->used, 3500000);
    assert_true(p->has_break_even);
    assert_int_equal(p->break_even, 748807);
    assert_int_equal(w->next.without.kind, BE_BUY_CAPACITY);
    assert_amount(w->next.cost, "10470");
}

/* Two packages of different validity: each counts what is used of it alone. */
static void each_purchase_counts_its_own_use(void **state)
{
    product_box box;
    fixture_flat(&box, "1");
    box.packages[0] = (be_package){"a", 100, money("50"), {1, BE_MONTHS}, NULL};
    box.packages[1] = (be_package){"b", 200, money("90"), {2, BE_MONTHS}, NULL};
    box.product.packages = box.packages;
    box.product.package_count = 2;
    box.product.deduction[0] = BE_LAYER_PACKAGE;
    box.product.deduction[1] = BE_LAYER_PAYG;
    box.product.deduction_count = 2;
    const be_purchase own[] = {buy_package(0, 0, 1), buy_package(1, 0, 1)};
    const be_demand demand = {.volume = 130, .pinned = own, .pinned_count = 2};
    const be_horizon two = {one_month.start, 2};
    be_quote quote = *quote_of(*state, &box.product, &demand, two);
    quote.options[BE_OPTION_BEST] = quote.options[BE_OPTION_OWN];
    const be_why *w = be_why_create(*state, &quote, &demand);
    assert_int_equal(w->purchase_count, 2);
    assert_int_equal(w->purchases[0].used, 100);
    assert_int_equal(w->purchases[1].used, 160);
    assert_int_equal(w->purchases[0].break_even, 50);
    assert_int_equal(w->purchases[1].break_even, 90);
}

/*
 * Nothing costs anything, so nothing is bought. But while the package owned covers the month one
 * call a second is let through, and two are asked for: of no more than ten calls none can be had.
 */
static void a_range_ends_where_a_package_lowers_the_limit(void **state)
{
    product_box box;
    fixture_flat(&box, "0");
    box.product.deduction[0] = BE_LAYER_PACKAGE;
    box.product.deduction[1] = BE_LAYER_PAYG;
    box.product.deduction_count = 2;
    box.product.limits =
        (be_limits){.qps = {true, 5}, .with_package = {true, 1}, .over = BE_OVER_REJECT};
    const be_owned ten = {.size = 10, .left = 10, .expires = one_month.start};
    const be_demand demand = {.volume = 100, .qps = 2, .owned = &ten, .owned_count = 1};
    const be_why *w = why(*state, &box.product, &demand, one_month);
    assert_true(w->range.found);
    assert_int_equal(w->range.from, 11);
    assert_true(w->range.from_exact);
}

static void a_quote_without_a_plan_has_its_columns_alone(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.product.package_count = 0;
    be_demand demand = pictures(100);
    demand.postpaid = false;
    const be_why *w = why(*state, product, &demand, one_month);
    assert_true(w->rejected_count > 0);
    assert_false(w->next.found);
    assert_false(w->range.found);
    assert_int_equal(w->purchase_count, 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_package_pays_from_an_exact_number_on),
        CASE(a_discount_moves_no_break_even),
        CASE(the_next_best_plan_does_without_a_size),
        CASE(where_nothing_is_bought_something_is_the_next_best),
        CASE(columns_that_were_rejected_say_what_they_cost_or_lack),
        CASE(the_range_ends_at_exact_volumes),
        CASE(a_range_without_an_end_says_so),
        CASE(typed_months_have_no_range),
        CASE(a_month_short_of_a_lower_price_is_told),
        CASE(what_the_plan_cannot_do_without_has_no_break_even),
        CASE(capacity_pays_by_the_calls_that_are_free_under_it),
        CASE(each_purchase_counts_its_own_use),
        CASE(a_range_ends_where_a_package_lowers_the_limit),
        CASE(a_quote_without_a_plan_has_its_columns_alone),
    };
    return cmocka_run_group_tests_name("why", tests, NULL, NULL);
}
