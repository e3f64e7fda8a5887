/* What a budget pays for, at the vendors' own figures. */
#include "engine_test.h"
#include "fixtures.h"

#include <breakeven/afford.h>

static const be_afford_option *option_of(be_arena *arena, const be_product *product,
                                         const be_demand *demand, int months, const char *budget,
                                         be_option_id id)
{
    const be_afford *found =
        be_afford_create(arena, product, demand, horizon_of(2026, 12, months), money(budget));
    assert_non_null(found);
    return &found->options[id];
}

/* 400 images are free for 90 days, then 25 at 0.30, 100 at 0.275, 0.25 each. */
static void graduated_prices_end_at_one_volume(void **state)
{
    product_box box;
    const be_demand demand = {.has_free_left = true};
    const be_afford_option *o =
        option_of(*state, fixture_refiner(&box), &demand, 1, "53.75", BE_OPTION_PAYG);
    assert_true(o->any && o->proven);
    assert_int_equal(o->most, 200);
    assert_int_equal(o->every, 200);
    assert_int_equal(o->stop, BE_AFFORD_BUDGET);
    assert_amount(o->total, "53.75");
    o = option_of(*state, fixture_refiner(&box), &demand, 1, "53.74", BE_OPTION_PAYG);
    assert_int_equal(o->most, 199);
}

/* 9,999 images cost 799.92, 10,000 cost 600: 700 pays for 11,666, but not for 9,000. */
static void volume_tiers_leave_a_gap(void **state)
{
    product_box box;
    const be_demand demand = {.postpaid = true, .has_free_left = true};
    const be_afford_option *o =
        option_of(*state, fixture_style_transfer(&box), &demand, 1, "700", BE_OPTION_PAYG);
    assert_true(o->proven);
    assert_int_equal(o->most, 11666);
    assert_int_equal(o->every, 8750);
    assert_amount(o->total, "699.96");
}

static void pay_as_you_go_that_is_off_serves_the_free_quota_alone(void **state)
{
    product_box box;
    const be_demand demand = {0};
    const be_afford_option *o =
        option_of(*state, fixture_style_transfer(&box), &demand, 1, "700", BE_OPTION_PAYG);
    assert_int_equal(o->most, 50);
    assert_int_equal(o->stop, BE_AFFORD_LOAD);
    assert_non_null(find_message(o->reasons, o->reason_count, BE_MSG_UNSERVED_OPT_IN));
}

/* A package of 10,000 costs 550; 50 more are free. */
static void packages_are_used_to_the_last_unit(void **state)
{
    product_box box;
    const be_demand demand = {0};
    const be_afford_option *o =
        option_of(*state, fixture_style_transfer(&box), &demand, 1, "600", BE_OPTION_PACKAGE);
    assert_true(o->proven);
    assert_int_equal(o->most, 10050);
    assert_int_equal(o->every, 10050);
    assert_amount(o->total, "550");
}

static void tax_is_part_of_what_is_spent(void **state)
{
    product_box box;
    const be_demand demand = {.tax = BE_RATIO_ONE / 10};
    const be_afford_option *o =
        option_of(*state, fixture_flat(&box, "1"), &demand, 1, "110", BE_OPTION_BEST);
    assert_int_equal(o->most, 100);
    assert_amount(o->total, "110");
}

static void the_budget_is_for_all_months(void **state)
{
    product_box box;
    const be_demand demand = {.growth = BE_RATIO_ONE};
    const be_afford_option *o =
        option_of(*state, fixture_flat(&box, "1"), &demand, 3, "70", BE_OPTION_PAYG);
    assert_int_equal(o->most, 10); /* 10 + 20 + 40 */
}

/* Calls are free under prepaid QPS: as many as so much of it carries in 31 days. */
static void free_calls_end_with_the_capacity(void **state)
{
    product_box box;
    const be_demand demand = {.qps = 1};
    const be_afford *found = be_afford_create(*state, fixture_face_compare(&box), &demand,
                                              horizon_of(2026, 12, 1), money("5000"));
    assert_non_null(found);
    const be_afford_option *o = &found->options[BE_OPTION_QPS];
    assert_true(o->proven);
    assert_int_equal(o->most % (31 * 86400), 0);
    assert_int_equal(o->stop, BE_AFFORD_BUDGET);
    assert_true(found->options[BE_OPTION_BEST].most >= o->most);
}

static void what_is_free_has_no_end(void **state)
{
    product_box box;
    const be_demand demand = {0};
    const be_afford_option *o =
        option_of(*state, fixture_flat(&box, "0"), &demand, 1, "0", BE_OPTION_PAYG);
    assert_int_equal(o->most, BE_QUANTITY_MAX);
    assert_int_equal(o->every, BE_QUANTITY_MAX);
    assert_int_equal(o->stop, BE_AFFORD_NOTHING);
}

static void what_is_not_sold_says_so(void **state)
{
    product_box box;
    const be_demand demand = {0};
    const be_afford_option *o =
        option_of(*state, fixture_flat(&box, "1"), &demand, 1, "5", BE_OPTION_PACKAGE);
    assert_false(o->offered);
    assert_non_null(find_message(o->reasons, o->reason_count, BE_MSG_NO_PACKAGES));
}

/* Nothing carries 1,000 queries a second. */
static void a_load_that_nothing_carries_leaves_no_volume(void **state)
{
    product_box box;
    const be_demand demand = {.qps = 1000, .postpaid = true};
    const be_afford_option *o =
        option_of(*state, fixture_id_card(&box), &demand, 1, "1000", BE_OPTION_BEST);
    assert_true(o->most == 0);
    assert_int_equal(o->stop, BE_AFFORD_LOAD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(graduated_prices_end_at_one_volume, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(volume_tiers_leave_a_gap, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(pay_as_you_go_that_is_off_serves_the_free_quota_alone,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(packages_are_used_to_the_last_unit, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(tax_is_part_of_what_is_spent, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(the_budget_is_for_all_months, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(free_calls_end_with_the_capacity, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_is_free_has_no_end, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_is_not_sold_says_so, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_load_that_nothing_carries_leaves_no_volume, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests_name("afford", tests, NULL, NULL);
}
