/* Whatever a plan holds, loading what was saved gives the same plan, and saving it the same text.
 */
#include "scenario_test.h"

#include "acme.h"
#include "scenario/demand_check.h"
#include "scenario/per_request.h"
#include "scenario/purchase_text.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"

enum { CASES = 3000, ITEMS_MAX = 4 };

/* A sequence that is the same everywhere (splitmix64), so that a failing case can be repeated. */
static uint64_t random_bits(uint64_t *seed)
{
    uint64_t z = (*seed += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static int64_t between(uint64_t *seed, int64_t low, int64_t high)
{
    return low + (int64_t)(random_bits(seed) % (uint64_t)(high - low + 1));
}

/* Mostly nothing, often something small, sometimes anything up to `max`. */
static int64_t some(uint64_t *seed, int64_t max)
{
    int64_t choice = between(seed, 0, 3);
    if (choice == 0)
        return 0;
    return between(seed, 0, choice == 1 && max > 1000 ? 1000 : max);
}

static void random_name(uint64_t *seed, scenario *plan,
                        void (*set)(scenario *plan, const char *name))
{
    static const char *const pieces[] = {"a",    "B ",   "\"",       "\\",           "x00",
                                         "\n",   "\x1b", "\xC2\x9B", "\xE5\x9B\xBE", "@inc",
                                         "# ; ", "\x7F"};
    char name[SCENARIO_NAME + 8] = "";
    for (int64_t left = between(seed, 0, 60); left > 0; left--)
        strcat(name, pieces[between(seed, 0, (int64_t)COUNT_OF(pieces) - 1)]);
    set(plan, name);
}

static void random_exchange(uint64_t *seed, scenario *plan)
{
    static const char *const codes[] = {"CNY", "USD", "EUR", "GBP"};
    scenario_exchange *exchange = &plan->exchange;
    plan->tax = some(seed, BE_RATIO_ONE);
    if (between(seed, 0, 1))
        return;
    size_t to = (size_t)between(seed, 0, (int64_t)COUNT_OF(codes) - 1);
    strcpy(exchange->to, codes[to]);
    strcpy(exchange->date, between(seed, 0, 1) ? "2026-11-20" : "2026");
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        if (i == to || between(seed, 0, 1))
            continue;
        scenario_rate *rate = &exchange->rates[exchange->rate_count++];
        strcpy(rate->currency, codes[i]);
        rate->rate = between(seed, 1, 1000 * BE_RATIO_ONE);
    }
}

static void random_numbers(uint64_t *seed, be_demand *demand)
{
    demand->discount = some(seed, BE_RATIO_ONE);
    demand->volume = some(seed, BE_QUANTITY_MAX);
    demand->growth = some(seed, 11 * BE_RATIO_ONE) - (between(seed, 0, 1) ? BE_RATIO_ONE : 0);
    if (demand->growth > 10 * BE_RATIO_ONE)
        demand->growth = 0;
    demand->spread = some(seed, BE_SPREAD_MAX);
    demand->cancellation = some(seed, BE_RATIO_ONE);
    demand->failures = some(seed, BE_RATIO_ONE);
    demand->failures_billed = some(seed, BE_RATIO_ONE);
    demand->concurrency = some(seed, BE_QUANTITY_MAX);
    demand->response = some(seed, INT64_C(86400000000));
    demand->qps = some(seed, BE_QUANTITY_MAX);
    demand->peak_days = (int)some(seed, 31);
    demand->busy_hours = (int)some(seed, 24);
    demand->has_free_left = between(seed, 0, 1);
    demand->free_left = demand->has_free_left ? some(seed, BE_QUANTITY_MAX) : 0;
    demand->postpaid = between(seed, 0, 1);
}

/* What goes with one volume alone. */
static void random_season_and_range(uint64_t *seed, scenario_item *item)
{
    be_demand *demand = &item->demand;
    if (demand->volume_count > 0)
        return;
    item->has_season = between(seed, 0, 1);
    for (size_t i = 0; item->has_season && i < SCENARIO_SEASON; i++)
        item->season[i] = some(seed, 10 * BE_RATIO_ONE);
    if (between(seed, 0, 1)) {
        demand->low = some(seed, demand->volume);
        demand->high = between(seed, demand->volume, BE_QUANTITY_MAX);
    }
}

static void random_requests(uint64_t *seed, scenario_item *item)
{
    be_demand *demand = &item->demand;
    if (demand_use_priced(item->product, BE_USE_BATCH))
        demand->batch = some(seed, BE_RATIO_ONE);
    if (demand_use_priced(item->product, BE_USE_CACHED))
        demand->cached = some(seed, BE_RATIO_ONE);
    demand->per_request_count = between(seed, 0, 1) ? item->product->meter_count : 0;
    for (size_t i = 0; i < demand->per_request_count; i++)
        item->per_request[i] = some(seed, 1000000 * BE_RATIO_ONE) + PER_REQUEST_UNSAID;
}

/* A general package that pays for the product, or NULL. */
static const be_general_package *random_general(uint64_t *seed, const be_product *product)
{
    const be_provider *provider = product->provider;
    if (provider->general_package_count == 0)
        return NULL;
    const be_general_package *one =
        &provider->general_packages[between(seed, 0, (int64_t)provider->general_package_count - 1)];
    return be_general_points(one, product) > 0 ? one : NULL;
}

static void random_lists(uint64_t *seed, scenario_item *item)
{
    item->demand.volume_count = (size_t)some(seed, BE_MONTHS_MAX);
    for (size_t i = 0; i < item->demand.volume_count; i++)
        item->volumes[i] = some(seed, BE_QUANTITY_MAX);
    item->demand.owned_count = (size_t)some(seed, SCENARIO_OWNED_MAX);
    for (size_t i = 0; i < item->demand.owned_count; i++) {
        be_owned *owned = &item->owned[i];
        owned->general = random_general(seed, item->product);
        owned->size = owned->general != NULL && between(seed, 0, 1) ? owned->general->points
                                                                    : some(seed, BE_QUANTITY_MAX);
        owned->left = some(seed, owned->size);
        owned->expires = be_month_of((int)between(seed, BE_YEAR_MIN, BE_YEAR_MAX), 7);
    }
}

static be_purchase random_purchase(uint64_t *seed, const be_product *product)
{
    const be_capacity *capacity = &product->capacity;
    be_purchase bought = {.month = (int)between(seed, 0, BE_MONTHS_MAX - 1), .terms = 1};
    const be_general_package *general = random_general(seed, product);
    if (general != NULL && between(seed, 0, 1)) {
        bought.kind = BE_BUY_GENERAL;
        bought.item = (size_t)(general - product->provider->general_packages);
        bought.count = between(seed, 1, BE_QUANTITY_MAX);
        return bought;
    }
    if (product->package_count > 0 && (capacity->price_count == 0 || between(seed, 0, 1))) {
        bought.kind = BE_BUY_PACKAGE;
        bought.item = (size_t)between(seed, 0, (int64_t)product->package_count - 1);
        bought.count = between(seed, 1, BE_QUANTITY_MAX);
        return bought;
    }
    bought.kind = BE_BUY_CAPACITY;
    bought.item = (size_t)between(seed, 0, (int64_t)capacity->price_count - 1);
    bought.count = between(seed, capacity->min,
                           capacity->max < BE_QUANTITY_MAX ? capacity->max : BE_QUANTITY_MAX);
    bought.terms = (int)between(seed, 1, PURCHASE_TERMS_MAX);
    return bought;
}

static void random_purchases(uint64_t *seed, scenario_item *item)
{
    if (item->product->package_count == 0 && item->product->capacity.price_count == 0)
        return;
    item->demand.pinned_count = (size_t)some(seed, SCENARIO_PINNED_MAX);
    for (size_t i = 0; i < item->demand.pinned_count; i++)
        item->pinned[i] = random_purchase(seed, item->product);
}

static scenario *random_plan(uint64_t *seed, const be_catalog *known)
{
    int64_t products = (int64_t)be_catalog_product_count(known);
    be_horizon horizon = {be_month_of((int)between(seed, 1990, 2900), (int)between(seed, 1, 12)),
                          (int)between(seed, 1, BE_MONTHS_MAX)};
    scenario *plan = scenario_create(horizon);
    assert_non_null(plan);
    random_name(seed, plan, scenario_rename);
    random_name(seed, plan, scenario_set_customer);
    random_exchange(seed, plan);
    for (int64_t left = between(seed, 0, ITEMS_MAX); left > 0; left--) {
        scenario_item item =
            scenario_item_of(be_catalog_product(known, (size_t)between(seed, 0, products - 1)));
        random_numbers(seed, &item.demand);
        random_lists(seed, &item);
        random_season_and_range(seed, &item);
        random_requests(seed, &item);
        random_purchases(seed, &item);
        assert_true(scenario_insert(plan, plan->count, &item));
    }
    return plan;
}

/* By turns the shipped catalogue and one that has what it lacks. */
static const be_catalog *catalog_of_case(void **state, uint64_t number)
{
    return number % 2 == 0 ? catalog_view(*state) : acme_catalog();
}

static void files_round_trip(void **state)
{
    for (uint64_t number = 0; number < CASES; number++) {
        const be_catalog *known = catalog_of_case(state, number);
        uint64_t seed = number;
        problems found = {0};
        size_t size = 0, size_again = 0;
        scenario *plan = random_plan(&seed, known);
        char *text = scenario_text(plan, &size);
        assert_non_null(text);
        scenario *back = scenario_parse("plan", text, size, known, &found);
        if (back == NULL)
            print_message("case %d:\n%s\n", (int)number, text);
        assert_problems(&found, "");
        assert_true(scenario_equal(plan, back));
        char *again = scenario_text(back, &size_again);
        assert_string_equal(again, text);
        free(again);
        free(text);
        scenario_destroy(back);
        scenario_destroy(plan);
    }
}

static void assert_purchase_round_trips(const scenario_item *item, const be_purchase *purchase,
                                        be_horizon horizon)
{
    char text[PURCHASE_TEXT], again[PURCHASE_TEXT], error[PURCHASE_ERROR] = "";
    be_purchase back;
    purchase_format(purchase, item->product, horizon, text);
    if (!purchase_parse(text, item->product, horizon, &back, error))
        fail_msg("%s: %s", text, error);
    purchase_format(&back, item->product, horizon, again);
    assert_string_equal(again, text);
    assert_int_equal(back.item, purchase->item);
    assert_int_equal(back.terms, purchase->terms);
}

static void assert_owned_round_trips(const scenario_item *item, const be_owned *owned)
{
    char text[PURCHASE_TEXT], error[PURCHASE_ERROR] = "";
    be_owned back;
    owned_format(owned, text);
    if (!owned_parse(text, item->product, &back, error))
        fail_msg("%s: %s", text, error);
    assert_ptr_equal(back.general, owned->general);
    assert_int_equal(back.size, owned->size);
    assert_int_equal(back.left, owned->left);
    assert_int_equal(back.expires, owned->expires);
}

static void purchases_round_trip(void **state)
{
    for (uint64_t number = 0; number < CASES; number++) {
        const be_catalog *known = catalog_of_case(state, number);
        uint64_t seed = number;
        scenario *plan = random_plan(&seed, known);
        for (size_t i = 0; i < plan->count; i++) {
            const scenario_item *item = &plan->items[i];
            for (size_t j = 0; j < item->demand.pinned_count; j++)
                assert_purchase_round_trips(item, &item->pinned[j], plan->horizon);
            for (size_t j = 0; j < item->demand.owned_count; j++)
                assert_owned_round_trips(item, &item->owned[j]);
        }
        scenario_destroy(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_round_trip),
        cmocka_unit_test(purchases_round_trip),
    };
    return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
