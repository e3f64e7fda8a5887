/* What holds for every quote, whatever is sold and needed. */
#include <string.h>

#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 1500 };

static be_limit random_limit(random_source *r)
{
    return (be_limit){.stated = random_chance(r, 70), .value = random_between(r, 1, 4)};
}

/* Limits, a load and, mostly, purchases pinned as the user's own. */
static void ask_more(random_source *r, engine_item *item)
{
    be_product *product = &item->box.product;
    product->limits = (be_limits){.qps = random_limit(r),
                                  .with_package = random_limit(r),
                                  .rps = random_limit(r),
                                  .concurrency = random_limit(r),
                                  .over = random_chance(r, 50) ? BE_OVER_QUEUE : BE_OVER_REJECT};
    product->capacity.max = random_between(r, 2, 6);
    product->capacity.additive = random_chance(r, 50);
    be_demand *demand = &item->demand;
    demand->qps = random_between(r, 0, 5);
    demand->concurrency = random_between(r, 0, 5);
    demand->response = random_between(r, 0, 2) * 500000;
    demand->peak_days = (int)random_between(r, 0, 31);
    demand->pinned = item->purchases;
    demand->pinned_count = random_chance(r, 80) ? item->purchase_count : 0;
}

static void random_question(random_source *r, engine_plan *plan, int items)
{
    plain_plan plain = random_plan(r, items);
    engine_plan_fill(plan, &plain);
    for (size_t i = 0; i < plan->item_count; i++)
        ask_more(r, &plan->items[i]);
}

static const be_quote *ask(be_arena *arena, const engine_plan *plan)
{
    const engine_item *item = &plan->items[0];
    return quote_of(arena, &item->box.product, &item->demand, plan->horizon);
}

/* Asks for all items at once, and which of them share points. */
static void ask_plan(be_arena *arena, const engine_plan *plan, const be_quote **quotes,
                     bool shares[PLAIN_ITEMS])
{
    be_plan_item items[PLAIN_ITEMS];
    for (size_t i = 0; i < plan->item_count; i++)
        items[i] = (be_plan_item){&plan->items[i].box.product, &plan->items[i].demand};
    assert_true(be_quote_create_plan(arena, items, plan->item_count, plan->horizon,
                                     (be_date){0, 0, 0}, quotes));
    for (size_t i = 0; i < plan->item_count; i++)
        shares[i] = be_plan_shares(items, plan->item_count, i);
}

static void expect_best(unsigned n, const be_quote *quote)
{
    const be_option *best = &quote->options[BE_OPTION_BEST];
    bool any = false;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *o = &quote->options[id];
        if (!be_option_eligible(o))
            continue;
        any = true;
        if (be_amount_compare(best->bill.total, o->bill.total) > 0)
            fail_msg("case %u: %s is cheaper", n, be_option_name(o->id));
    }
    if (any != quote->has_recommended || any != be_option_eligible(best))
        fail_msg("case %u: whether any can be had", n);
    if (any && be_amount_compare(quote->options[best->same_as].bill.total, best->bill.total) != 0)
        fail_msg("case %u: the best is not the column that it takes", n);
}

static void check_best(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    random_question(r, &plan, 1);
    expect_best(n, ask(arena, &plan));
}

static void the_best_is_no_dearer_than_any_column_that_can_be_had(void **state)
{
    try_cases(state, "best column", CASES, check_best);
}

static void check_columns(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    random_question(r, &plan, 1);
    const be_quote *quote = ask(arena, &plan);
    const engine_item *item = &plan.items[0];
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *o = &quote->options[id];
        if (!o->offered) {
            if (id != BE_OPTION_OWN && o->reason_count == 0)
                fail_msg("case %u: nobody says why %s is not sold", n, be_option_name(o->id));
            continue;
        }
        const be_bill *again = bill_of(arena, &item->box.product, &item->demand, plan.horizon,
                                       o->schedule.purchases, o->schedule.count);
        if (be_amount_compare(again->total, o->bill.total) != 0)
            fail_msg("case %u: %s is not the bill of its purchases", n, be_option_name(o->id));
        if (be_option_eligible(o) == (o->reason_count > 0))
            fail_msg("case %u: %s gives %zu reasons against itself", n, be_option_name(o->id),
                     o->reason_count);
    }
    if (quote->options[BE_OPTION_PAYG].schedule.count != 0)
        fail_msg("case %u: pay as you go buys something", n);
}

static void every_column_is_the_bill_of_its_purchases(void **state)
{
    try_cases(state, "columns", CASES, check_columns);
}

/* -- plans ------------------------------------------------------------------------------------ */

static be_amount total_of_plan(const be_quote *const *quotes, size_t count, be_option_id id,
                               bool *eligible)
{
    be_amount sum = be_amount_zero();
    *eligible = true;
    for (size_t i = 0; i < count; i++) {
        const be_option *o = &quotes[i]->options[id];
        *eligible = *eligible && be_option_eligible(o);
        sum = be_amount_add(sum, o->bill.total);
    }
    return sum;
}

/* Together, so that what one item saves may cost another: the plan as a whole is compared. */
static void check_best_plan(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    const be_quote *quotes[PLAIN_ITEMS];
    bool shares[PLAIN_ITEMS];
    random_question(r, &plan, (int)random_between(r, 2, PLAIN_ITEMS));
    ask_plan(arena, &plan, quotes, shares);
    bool can_best;
    be_amount best = total_of_plan(quotes, plan.item_count, BE_OPTION_BEST, &can_best);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        bool can;
        be_amount total = total_of_plan(quotes, plan.item_count, (be_option_id)id, &can);
        if (can && (!can_best || be_amount_compare(best, total) > 0))
            fail_msg("case %u: the plan is cheaper by %s", n, be_option_name((be_option_id)id));
    }
}

static void the_best_plan_is_no_dearer_than_any_column_for_all_items(void **state)
{
    try_cases(state, "best plan", CASES, check_best_plan);
}

/* Every column of a plan is one bill of all items' purchases in it, whether they share or not. */
static void check_plan_columns(be_arena *arena, random_source *r, unsigned n)
{
    static const be_option_id columns[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS,
                                           BE_OPTION_BEST};
    engine_plan plan;
    const be_quote *quotes[PLAIN_ITEMS];
    bool shares[PLAIN_ITEMS];
    random_question(r, &plan, (int)random_between(r, 2, PLAIN_ITEMS));
    ask_plan(arena, &plan, quotes, shares);
    for (size_t c = 0; c < COUNT_OF(columns); c++) {
        be_bill_item items[PLAIN_ITEMS];
        be_bill bills[PLAIN_ITEMS];
        bool offered = true;
        for (size_t i = 0; i < plan.item_count; i++) {
            const be_option *o = &quotes[i]->options[columns[c]];
            offered = offered && o->offered;
            items[i] = (be_bill_item){&plan.items[i].box.product, &plan.items[i].demand,
                                      &quotes[i]->usage, o->schedule.purchases, o->schedule.count};
        }
        if (!offered)
            continue;
        assert_true(be_bill_compute_plan(arena, items, plan.item_count, BE_BILL_TOTALS, bills));
        for (size_t i = 0; i < plan.item_count; i++) {
            if (be_amount_compare(quotes[i]->options[columns[c]].bill.total, bills[i].total) != 0)
                fail_msg("case %u: %s of item %zu is not its share of the plan's bill", n,
                         be_option_name(columns[c]), i);
        }
    }
}

static void every_column_of_a_plan_is_one_bill(void **state)
{
    try_cases(state, "columns of plans", CASES, check_plan_columns);
}

static void check_plan_alone(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    const be_quote *quotes[PLAIN_ITEMS];
    bool shares[PLAIN_ITEMS];
    random_question(r, &plan, 2);
    ask_plan(arena, &plan, quotes, shares);
    for (size_t i = 0; i < plan.item_count; i++) {
        if (shares[i])
            continue;
        const engine_item *item = &plan.items[i];
        const be_quote *alone = quote_of(arena, &item->box.product, &item->demand, plan.horizon);
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *a = &alone->options[id], *b = &quotes[i]->options[id];
            if (a->offered != b->offered || be_amount_compare(a->bill.total, b->bill.total) != 0)
                fail_msg("case %u: %s of item %zu", n, be_option_name(a->id), i);
        }
    }
}

static void items_that_share_nothing_are_quoted_as_if_alone(void **state)
{
    try_cases(state, "quotes of items that share nothing", CASES, check_plan_alone);
}

/* -- catalogues ------------------------------------------------------------------------------- */

static void swap_packages(engine_item *item, size_t i, size_t j)
{
    be_package package = item->box.packages[i];
    item->box.packages[i] = item->box.packages[j];
    item->box.packages[j] = package;
    for (size_t k = 0; k < item->purchase_count; k++) {
        be_purchase *p = &item->purchases[k];
        if (p->kind != BE_BUY_PACKAGE)
            continue;
        p->item = p->item == i ? j : p->item == j ? i : p->item;
    }
}

/* Sells QPS by the month as well, at any place in the list of prices. */
static void sell_by_month(engine_item *item, const band_row *price, size_t place)
{
    be_capacity_price by_day = item->box.prices[0];
    be_capacity_price by_month = {
        .term = BE_TERM_MONTH,
        .tariff = make_tariff(BE_TIERS_FLAT, item->box.price_bands[1], price, 1)};
    item->box.prices[place] = by_month;
    item->box.prices[1 - place] = by_day;
    item->box.product.capacity.price_count = 2;
    for (size_t k = 0; k < item->purchase_count; k++) {
        if (item->purchases[k].kind == BE_BUY_CAPACITY)
            item->purchases[k].item = 1 - place;
    }
}

static void unsell(engine_item *item, size_t place)
{
    item->box.prices[0] = item->box.prices[1 - place];
}

static void check_order(be_arena *arena, random_source *r, unsigned n)
{
    static const band_row price[] = {{0, "30", NULL}};
    engine_plan plan;
    random_question(r, &plan, 1);
    engine_item *item = &plan.items[0];
    sell_by_month(item, price, 0);
    const be_quote *quote = ask(arena, &plan);
    unsell(item, 0);
    sell_by_month(item, price, 1);
    swap_packages(item, 0, (size_t)random_between(r, 1, PLAIN_PACKAGES - 1));
    const be_quote *shuffled = ask(arena, &plan);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *a = &quote->options[id], *b = &shuffled->options[id];
        /* The best plan found without proof may be another one in another order. */
        if (id == BE_OPTION_BEST && !(a->schedule.proven && b->schedule.proven))
            continue;
        if (be_amount_compare(a->bill.total, b->bill.total) != 0 || a->same_as != b->same_as)
            fail_msg("case %u: %s", n, be_option_name(a->id));
    }
}

static void the_order_of_packages_and_prices_changes_no_total(void **state)
{
    try_cases(state, "order of what is sold", CASES, check_order);
}

static void check_products(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    random_question(r, &plan, PLAIN_ITEMS);
    be_product shelf[PLAIN_ITEMS];
    for (size_t i = 0; i < PLAIN_ITEMS; i++)
        shelf[i] = plan.items[PLAIN_ITEMS - 1 - i].box.product;
    plan.provider.products = shelf;
    plan.provider.product_count = PLAIN_ITEMS;
    const be_provider *providers[] = {&plan.provider};
    const be_catalog catalog = {providers, 1};
    const be_product *found = be_catalog_find(&catalog, plan.items[0].box.product.key);
    assert_non_null(found);
    const be_quote *quote = ask(arena, &plan);
    const be_quote *again = quote_of(arena, found, &plan.items[0].demand, plan.horizon);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (be_amount_compare(quote->options[id].bill.total, again->options[id].bill.total) != 0)
            fail_msg("case %u: %s", n, be_option_name((be_option_id)id));
    }
}

static void the_place_of_a_product_in_the_catalogue_changes_no_total(void **state)
{
    try_cases(state, "order of products", CASES / 4, check_products);
}

static void check_fewer_packages(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    random_question(r, &plan, 1);
    engine_item *item = &plan.items[0];
    item->demand.pinned_count = 0;
    if (item->box.product.package_count == 0)
        return;
    for (size_t i = 0; i < PLAIN_PACKAGES; i++)
        item->box.packages[i].valid.count = 3;
    for (size_t i = 0; i < item->demand.owned_count; i++)
        item->owned[i].expires = plan.horizon.start;
    const be_option *all = &ask(arena, &plan)->options[BE_OPTION_PACKAGE];
    item->box.product.package_count--;
    const be_option *fewer = &ask(arena, &plan)->options[BE_OPTION_PACKAGE];
    if (be_amount_compare(fewer->bill.purchased, all->bill.purchased) < 0)
        fail_msg("case %u", n);
}

static void an_option_costs_no_less_when_a_package_is_no_longer_sold(void **state)
{
    try_cases(state, "fewer packages", CASES, check_fewer_packages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(the_best_is_no_dearer_than_any_column_that_can_be_had),
        PROPERTY(every_column_is_the_bill_of_its_purchases),
        PROPERTY(the_best_plan_is_no_dearer_than_any_column_for_all_items),
        PROPERTY(every_column_of_a_plan_is_one_bill),
        PROPERTY(items_that_share_nothing_are_quoted_as_if_alone),
        PROPERTY(the_order_of_packages_and_prices_changes_no_total),
        PROPERTY(the_place_of_a_product_in_the_catalogue_changes_no_total),
        PROPERTY(an_option_costs_no_less_when_a_package_is_no_longer_sold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
