/* Lots: what may be used when, what is carried over, what is lost. */
#include <engine/lots.h>

#include "engine_test.h"

/* January to March 2026: 31, 28 and 31 days. */
static lot_list spring(be_arena *arena, size_t most)
{
    lot_list list;
    assert_true(lots_open(&list, arena, horizon_of(2026, 1, 3), most));
    return list;
}

static lot package(be_quantity size, const char *price, be_duration valid)
{
    return (lot){.size = size, .price = money(price), .valid = valid};
}

/* There is room for as many lots as purchases: what is not worth a lot must not take it. */
static void nonsense_takes_no_room(void **state)
{
    lot_list list = spring(*state, 1);
    const lot one = package(100, "5", (be_duration){1, BE_MONTHS});
    lots_add_bought(&list, one, 0, 0);
    lots_add_bought(&list, one, -1, 0);
    lots_add_bought(&list, one, 1, -1);
    lots_add_bought(&list, one, 1, 3); /* after the plan */
    const be_month january = be_month_of(2026, 1);
    lots_add_owned(&list, &(be_owned){.size = 10, .left = 0, .expires = january}, 0);
    lots_add_owned(&list, &(be_owned){.size = 10, .left = -1, .expires = january}, 0);
    lots_add_owned(&list, &(be_owned){.size = 10, .left = 9, .expires = january - 1}, 0);
    assert_int_equal(list.count, 0);
    lots_add_owned(&list, &(be_owned){.size = 10, .left = 9, .expires = january}, 0);
    assert_int_equal(list.count, 1);
}

static void more_room_than_there_is_memory_is_refused(void **state)
{
    lot_list list;
    assert_false(lots_open(&list, *state, horizon_of(2026, 1, 3), SIZE_MAX / 2));
}

static void a_validity_of_nothing_never_ends(void **state)
{
    static const be_duration_unit units[] = {BE_DAYS, BE_MONTHS};
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        lot_list list = spring(*state, 1);
        lots_add_bought(&list, package(100, "5", (be_duration){0, units[i]}), 1, 0);
        assert_int_equal(lots_balance(&list, 2), 100);
        assert_int_equal(lots_carried_over(&list, 2), 100);
        assert_int_equal(lot_reach(&list, &list.lots[0], 2, 31, 62, 0), 62);
    }
}

/* 31 days end with January; one day more reaches one of February's 28. */
static void days_end_within_the_month_they_reach(void **state)
{
    lot_list list = spring(*state, 1);
    lots_add_bought(&list, package(100, "5", (be_duration){31, BE_DAYS}), 1, 0);
    assert_int_equal(lots_carried_over(&list, 0), 0);
    assert_int_equal(lots_balance(&list, 1), 0);
    list = spring(*state, 1);
    lots_add_bought(&list, package(100, "5", (be_duration){32, BE_DAYS}), 1, 0);
    assert_int_equal(lots_carried_over(&list, 0), 100);
    assert_int_equal(lots_balance(&list, 1), 100);
    assert_int_equal(lots_carried_over(&list, 1), 0);
    assert_int_equal(lot_reach(&list, &list.lots[0], 0, 31, 62, 0), 62);
    assert_int_equal(lot_reach(&list, &list.lots[0], 1, 28, 56, 0), 2);
    assert_int_equal(lot_reach(&list, &list.lots[0], 1, 28, 56, 1), 1); /* that day is shared */
    assert_int_equal(lot_reach(&list, &list.lots[0], 1, 28, 56, 3), 0);
}

static void months_count_from_the_purchase_on(void **state)
{
    lot_list list = spring(*state, 1);
    lots_add_bought(&list, package(100, "5", (be_duration){2, BE_MONTHS}), 3, 1);
    assert_int_equal(lots_balance(&list, 0), 0);
    assert_int_equal(lots_carried_over(&list, 0), 0);
    assert_int_equal(lots_balance(&list, 1), 300);
    assert_int_equal(lots_carried_over(&list, 1), 300);
    assert_int_equal(lots_balance(&list, 2), 300);
    assert_int_equal(lots_carried_over(&list, 2), 0);
    assert_int_equal(lot_reach(&list, &list.lots[0], 2, 31, 62, 0), 62);
}

static void an_empty_lot_is_of_no_use(void **state)
{
    (void)state;
    lot l = {.left = 1, .from = 0, .last = 1};
    assert_true(lot_usable(&l, 0));
    assert_true(lot_usable(&l, 1));
    assert_false(lot_usable(&l, 2));
    assert_false(lot_usable(&l, -1));
    l.left = 0;
    assert_false(lot_usable(&l, 0));
}

static void waste_is_counted_once_for_each_owner(void **state)
{
    lot_list list = spring(*state, 3);
    lot first = package(100, "5", (be_duration){1, BE_MONTHS});
    lot second = package(10, "1", (be_duration){12, BE_MONTHS});
    second.owner = 1;
    lots_add_bought(&list, first, 1, 0);
    lots_add_bought(&list, second, 1, 0);
    lots_add_owned(&list, &(be_owned){.size = 9, .left = 7, .expires = be_month_of(2026, 2)}, 1);
    lot_waste waste[] = {{0, be_amount_zero()}, {0, be_amount_zero()}};
    lots_expire(&list, 0, waste);
    assert_int_equal(waste[0].units, 100);
    assert_amount(waste[0].amount, "5");
    assert_int_equal(waste[1].units, 0);
    lots_expire(&list, 1, waste);
    assert_int_equal(waste[1].units, 7); /* owned before the plan: no money in it */
    assert_amount(waste[1].amount, "0");
    lots_expire(&list, 2, waste); /* the plan's end takes what is left */
    assert_int_equal(waste[0].units, 100);
    assert_amount(waste[0].amount, "5");
    assert_int_equal(waste[1].units, 17);
    assert_amount(waste[1].amount, "1");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

/* Ten million units a hundred million times over serve any plan, and are all there. */
static void large_purchases_keep_every_unit(void **state)
{
    lot_list list = spring(*state, 1);
    const be_duration year = {12, BE_MONTHS};
    lots_add_bought(&list, package(10000000, "5", year), 200000000, 0);
    assert_int_equal(lots_balance(&list, 0), INT64_C(2000000000000000));
    assert_false(lots_too_many(10000000, 200000000));
    assert_true(lots_too_many(BE_QUANTITY_MAX, 38));
    assert_false(lots_too_many(BE_QUANTITY_MAX, 37));
}

/* Of lots that end together what was there before the plan goes first, however large. */
static void what_was_owned_is_older_than_what_is_bought(void **state)
{
    lot_list list = spring(*state, 2);
    const be_owned owned = {.size = 5000, .left = 1000, .expires = list.horizon.start};
    lots_add_bought(&list, package(1000, "75", (be_duration){1, BE_MONTHS}), 1, 0);
    lots_add_owned(&list, &owned, 0);
    assert_int_equal(list.lots[0].size, 5000);
    assert_int_equal(list.lots[1].size, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(nonsense_takes_no_room),
        CASE(more_room_than_there_is_memory_is_refused),
        CASE(a_validity_of_nothing_never_ends),
        CASE(days_end_within_the_month_they_reach),
        CASE(months_count_from_the_purchase_on),
        cmocka_unit_test(an_empty_lot_is_of_no_use),
        CASE(waste_is_counted_once_for_each_owner),
        cmocka_unit_test_setup_teardown(large_purchases_keep_every_unit, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_was_owned_is_older_than_what_is_bought, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
