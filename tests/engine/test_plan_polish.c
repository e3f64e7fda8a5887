/* The last pass over a plan: what single purchases can be changed for the better. */
#include "engine/plan_polish.h"
#include "engine_test.h"
#include "fixtures.h"

enum { MONTHS = 3 };

/* 10 units a month at 1 each; 10 for 8 and 30 for 20, valid for so many months. */
static be_demand ten_a_month(product_box *box, int months)
{
    fixture_flat(box, "1");
    box->packages[0] = (be_package){"10", 10, money("8"), {months, BE_MONTHS}, NULL};
    box->packages[1] = (be_package){"30", 30, money("20"), {months, BE_MONTHS}, NULL};
    box->product.package_count = 2;
    box->product.deduction[0] = BE_LAYER_PACKAGE;
    box->product.deduction[1] = BE_LAYER_PAYG;
    box->product.deduction_count = 2;
    return (be_demand){.volume = 10, .postpaid = true};
}

static be_schedule polished(be_arena *arena, const product_box *box, const be_demand *demand,
                            be_schedule plan, const char *cost)
{
    be_usage usage;
    be_bill bill;
    be_usage_resolve(demand, horizon_of(2027, 1, MONTHS), &usage);
    assert_true(plan_polish(arena, &box->product, demand, &usage, &plan));
    assert_true(be_bill_compute(arena, &box->product, demand, &usage, plan.purchases, plan.count,
                                BE_BILL_TOTALS, &bill));
    assert_true(bill.feasible);
    assert_amount(bill.total, cost);
    return plan;
}

static void what_is_not_needed_is_dropped(void **state)
{
    product_box box;
    const be_demand demand = ten_a_month(&box, MONTHS);
    const be_purchase list[] = {{BE_BUY_PACKAGE, 1, 0, 1, 1}, {BE_BUY_PACKAGE, 0, 2, 2, 1}};
    be_schedule plan = polished(*state, &box, &demand, (be_schedule){list, 2, false}, "20");
    assert_int_equal(plan.count, 1);
    assert_int_equal(plan.purchases[0].item, 1);
}

static void what_is_bought_too_early_is_moved(void **state)
{
    product_box box;
    const be_demand demand = ten_a_month(&box, 1);
    const be_purchase list[] = {{BE_BUY_PACKAGE, 0, 0, 3, 1}};
    be_schedule plan = polished(*state, &box, &demand, (be_schedule){list, 1, false}, "24");
    assert_int_equal(plan.count, MONTHS);
    for (int t = 0; t < MONTHS; t++)
        assert_int_equal(plan.purchases[t].month, t);
}

static void small_packages_are_changed_for_a_large_one(void **state)
{
    product_box box;
    const be_demand demand = ten_a_month(&box, MONTHS);
    const be_purchase list[] = {{BE_BUY_PACKAGE, 0, 0, 3, 1}};
    be_schedule plan = polished(*state, &box, &demand, (be_schedule){list, 1, false}, "20");
    assert_int_equal(plan.count, 1);
    assert_int_equal(plan.purchases[0].item, 1);
}

static void what_pays_is_added(void **state)
{
    product_box box;
    const be_demand demand = ten_a_month(&box, 1);
    be_schedule plan = polished(*state, &box, &demand, (be_schedule){NULL, 0, false}, "24");
    assert_int_equal(plan.count, MONTHS);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_is_not_needed_is_dropped),
        CASE(what_is_bought_too_early_is_moved),
        CASE(small_packages_are_changed_for_a_large_one),
        CASE(what_pays_is_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
