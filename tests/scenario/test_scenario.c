/* Plans as values: items come, go and move; copies share nothing. */
#include "scenario_test.h"

#include "scenario/per_request.h"

/* A plan with one item for each letter of `volumes`, which is the item's volume. */
static scenario *plan_of(void **state, const char *volumes)
{
    scenario *plan = scenario_create(year_from(2026, 12));
    assert_non_null(plan);
    for (; *volumes != '\0'; volumes++) {
        scenario_item item = scenario_item_of(product_of(state, STYLE_TRANSFER));
        item.demand.volume = *volumes;
        assert_true(scenario_insert(plan, plan->count, &item));
    }
    return plan;
}

static void assert_items(const scenario *plan, const char *volumes)
{
    assert_int_equal(plan->count, strlen(volumes));
    for (size_t i = 0; i < plan->count; i++)
        assert_int_equal(plan->items[i].demand.volume, volumes[i]);
}

static void inserts_and_removes(void **state)
{
    scenario *plan = plan_of(state, "abcdefgh");
    assert_items(plan, "abcdefgh");
    scenario_remove(plan, 0);
    scenario_remove(plan, 6);
    scenario_remove(plan, 2);
    assert_items(plan, "bcefg");
    assert_true(scenario_insert(plan, 0, &plan->items[4]));
    assert_true(scenario_insert(plan, 3, &plan->items[0]));
    assert_items(plan, "gbcgefg");
    scenario_destroy(plan);
}

/* What it holds can be saved and read again: a file of more items is refused. */
static void holds_no_more_than_a_file_may(void **state)
{
    scenario *plan = plan_of(state, "a");
    while (plan->count < SCENARIO_ITEMS_MAX)
        assert_true(scenario_insert(plan, plan->count, &plan->items[0]));
    assert_false(scenario_insert(plan, plan->count, &plan->items[0]));
    assert_int_equal(plan->count, SCENARIO_ITEMS_MAX);
    scenario_destroy(plan);
}

static void moves(void **state)
{
    scenario *plan = plan_of(state, "abcde");
    scenario_move(plan, 1, 3);
    assert_items(plan, "acdbe");
    scenario_move(plan, 3, 1);
    assert_items(plan, "abcde");
    scenario_move(plan, 4, 0);
    assert_items(plan, "eabcd");
    scenario_move(plan, 2, 2);
    assert_items(plan, "eabcd");
    scenario_destroy(plan);
}

static void copies(void **state)
{
    scenario *plan = plan_of(state, "abc");
    scenario_rename(plan, "Spring");
    scenario *copy = scenario_copy(plan);
    assert_non_null(copy);
    assert_true(scenario_equal(plan, copy));
    copy->items[1].demand.volume = 'x';
    assert_false(scenario_equal(plan, copy));
    assert_items(plan, "abc");
    scenario_destroy(copy);
    scenario_destroy(plan);
}

static void copies_an_empty_plan(void **state)
{
    (void)state;
    scenario *plan = scenario_create(year_from(2026, 12));
    scenario *copy = scenario_copy(plan);
    assert_non_null(copy);
    assert_true(scenario_equal(plan, copy));
    scenario_destroy(copy);
    scenario_destroy(plan);
    scenario_destroy(NULL);
}

static void compares_what_counts(void **state)
{
    scenario *a = plan_of(state, "a"), *b = scenario_copy(a);
    assert_non_null(b);
    b->items[0].volumes[0] = 5; /* beyond volume_count: no part of the plan */
    b->items[0].demand.free_left = 5;
    assert_true(scenario_equal(a, b));
    b->items[0].demand.has_free_left = true;
    assert_false(scenario_equal(a, b));
    b->items[0].demand.has_free_left = false;
    b->items[0].demand.volume_count = 1;
    assert_false(scenario_equal(a, b));
    b->items[0].demand.volume_count = 0;
    b->items[0].demand.owned_count = 1;
    assert_false(scenario_equal(a, b));
    b->items[0].demand.owned_count = 0;
    b->horizon.months = 6;
    assert_false(scenario_equal(a, b));
    scenario_destroy(b);
    scenario_destroy(a);
}

static void compares_what_few_products_have(void **state)
{
    scenario *a = plan_of(state, "a"), *b = scenario_copy(a);
    scenario_item *item = &b->items[0];
    item->season[0] = 5; /* without a season: no part of the plan */
    item->demand.per_request_count = 2;
    per_request_clear(item->per_request); /* as if nothing were said */
    assert_true(scenario_equal(a, b));
    item->per_request[1] = 0;
    assert_false(scenario_equal(a, b));
    item->demand.per_request_count = 1;
    assert_true(scenario_equal(a, b));
    item->has_season = true;
    assert_false(scenario_equal(a, b));
    item->has_season = false;
    b->tax = 1;
    assert_false(scenario_equal(a, b));
    b->tax = 0;
    strcpy(b->exchange.to, "CNY");
    assert_false(scenario_equal(a, b));
    scenario_destroy(b);
    scenario_destroy(a);
}

static void finds_rates_by_currency(void **state)
{
    (void)state;
    const scenario_rate rates[] = {{"USD", 7}, {"EUR", 8}};
    assert_ptr_equal(scenario_rate_of(rates, 2, "EUR"), &rates[1]);
    assert_null(scenario_rate_of(rates, 1, "EUR"));
}

static void cuts_long_names_behind_a_character(void **state)
{
    scenario *plan = plan_of(state, "");
    char name[300] = "x";
    for (size_t i = 0; i < 90; i++)
        strcat(name, "\xE5\x9B\xBE");
    scenario_rename(plan, name);
    assert_int_equal(strlen(plan->name), 253);
    assert_memory_equal(plan->name, name, 253);
    scenario_rename(plan, "short");
    assert_string_equal(plan->name, "short");
    scenario_rename(plan, "");
    assert_string_equal(plan->name, "");
    scenario_destroy(plan);
}

static void lends_its_arrays_to_the_engine(void **state)
{
    scenario *plan = plan_of(state, "a");
    scenario_item *item = &plan->items[0];
    be_demand demand;
    scenario_demand(plan, item, &demand);
    assert_null(demand.volumes);
    item->demand.volume_count = 2;
    item->volumes[1] = 7;
    scenario_demand(plan, item, &demand);
    assert_ptr_equal(demand.volumes, item->volumes);
    assert_int_equal(demand.volume_count, 2);
    assert_ptr_equal(demand.owned, item->owned);
    assert_ptr_equal(demand.pinned, item->pinned);
    assert_int_equal(demand.volume, 'a');
    scenario_destroy(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inserts_and_removes),
        cmocka_unit_test(holds_no_more_than_a_file_may),
        cmocka_unit_test(moves),
        cmocka_unit_test(copies),
        cmocka_unit_test(copies_an_empty_plan),
        cmocka_unit_test(compares_what_counts),
        cmocka_unit_test(compares_what_few_products_have),
        cmocka_unit_test(finds_rates_by_currency),
        cmocka_unit_test(cuts_long_names_behind_a_character),
        cmocka_unit_test(lends_its_arrays_to_the_engine),
    };
    return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
