/* Plans as values: items come, go and move; copies share nothing. */
#include "scenario_test.h"

#include "scenario/per_request.h"

#include <stddef.h>

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

/* A part of a structure: where it stands, and how large it is. */
typedef struct part {
    const char *name;
    size_t at, size;
} part;

#define PART(type, member)                                                                         \
    {                                                                                              \
#member, offsetof(type, member), sizeof((type *)0)->member                                 \
    }

/* Any one of the parts being other makes plans differ. */
static void expect_counts(const scenario *a, scenario *b, void *of_b, const part *parts,
                          size_t count)
{
    unsigned char *bytes = of_b;
    assert_true(scenario_equal(a, b));
    for (size_t i = 0; i < count; i++) {
        for (size_t at = parts[i].at; at < parts[i].at + parts[i].size; at += parts[i].size - 1) {
            bytes[at] ^= 1;
            if (scenario_equal(a, b))
                fail_msg("%s is no part of the plan", parts[i].name);
            bytes[at] ^= 1;
            if (parts[i].size == 1)
                break;
        }
    }
    assert_true(scenario_equal(a, b));
}

static void every_part_of_an_item_counts(void **state)
{
    static const part demand[] = {
        PART(be_demand, volume),
        PART(be_demand, growth),
        PART(be_demand, low),
        PART(be_demand, high),
        PART(be_demand, spread),
        PART(be_demand, cancellation),
        PART(be_demand, batch),
        PART(be_demand, cached),
        PART(be_demand, discount),
        PART(be_demand, failures),
        PART(be_demand, failures_billed),
        PART(be_demand, concurrency),
        PART(be_demand, response),
        PART(be_demand, qps),
        PART(be_demand, peak_days),
        PART(be_demand, busy_hours),
        PART(be_demand, free_left),
        PART(be_demand, postpaid),
        PART(be_demand, pinned_count),
        PART(be_demand, owned_count),
        PART(be_demand, volume_count),
    };
    static const part owned[] = {PART(be_owned, size), PART(be_owned, left),
                                 PART(be_owned, expires)};
    static const part bought[] = {PART(be_purchase, kind), PART(be_purchase, item),
                                  PART(be_purchase, month), PART(be_purchase, count),
                                  PART(be_purchase, terms)};
    static const be_general_package points;
    scenario *a = plan_of(state, "a");
    a->items[0].demand.has_free_left = true;
    a->items[0].demand.owned_count = 2;
    a->items[0].demand.pinned_count = 2;
    a->items[0].has_season = true;
    scenario *b = scenario_copy(a);
    scenario_item *item = &b->items[0];
    expect_counts(a, b, &item->demand, demand, COUNT_OF(demand));
    expect_counts(a, b, &item->owned[1], owned, COUNT_OF(owned));
    expect_counts(a, b, &item->pinned[1], bought, COUNT_OF(bought));
    item->owned[0].general = &points;
    assert_false(scenario_equal(a, b));
    item->owned[0].general = NULL;
    item->season[11]++;
    assert_false(scenario_equal(a, b));
    scenario_destroy(b);
    scenario_destroy(a);
}

static void every_part_of_a_plan_counts(void **state)
{
    static const part plan[] = {
        {"name", offsetof(scenario, name), 1},
        {"customer", offsetof(scenario, customer), 1},
        PART(scenario, horizon.start),
        PART(scenario, horizon.months),
        PART(scenario, tax),
    };
    static const part exchange[] = {
        {"to", offsetof(scenario_exchange, to), 1},
        {"date", offsetof(scenario_exchange, date), 1},
        PART(scenario_exchange, rates[0].rate),
        {"currency", offsetof(scenario_exchange, rates[0].currency), 1},
    };
    scenario *a = plan_of(state, "a");
    a->exchange = (scenario_exchange){
        .to = "CNY", .date = "2026", .rates = {{"USD", BE_RATIO_ONE}}, .rate_count = 1};
    scenario *b = scenario_copy(a);
    expect_counts(a, b, b, plan, COUNT_OF(plan));
    expect_counts(a, b, &b->exchange, exchange, COUNT_OF(exchange));
    b->exchange.rate_count = 0;
    assert_false(scenario_equal(a, b));
    b->exchange.rate_count = 1;
    scenario_remove(b, 0);
    assert_false(scenario_equal(a, b));
    scenario_destroy(b);
    scenario_destroy(a);
}

static void splices(void **state)
{
    scenario *plan = plan_of(state, "abcdef"), *others = plan_of(state, "xyz");
    assert_true(scenario_splice(plan, 1, 2, others->items, 3));
    assert_items(plan, "axyzdef");
    assert_true(scenario_splice(plan, 1, 3, others->items, 1));
    assert_items(plan, "axdef");
    assert_true(scenario_splice(plan, 3, 2, NULL, 0));
    assert_items(plan, "axd");
    assert_true(scenario_splice(plan, 3, 0, others->items + 1, 2));
    assert_items(plan, "axdyz");
    scenario_destroy(others);
    scenario_destroy(plan);
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
        cmocka_unit_test(every_part_of_an_item_counts),
        cmocka_unit_test(every_part_of_a_plan_counts),
        cmocka_unit_test(splices),
        cmocka_unit_test(finds_rates_by_currency),
        cmocka_unit_test(cuts_long_names_behind_a_character),
        cmocka_unit_test(lends_its_arrays_to_the_engine),
    };
    return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
