/*
 * The engine: whatever is sold and asked, lines add up to totals, nothing eligible is cheaper than
 * the best plan, and no bound lies above it.
 */
#include <string.h>

#include <breakeven/breakeven.h>

#include "engine/engine_plan.h"
#include "engine/random_plan.h"
#include "engine/random_question.h"
#include "fuzz.h"
#include "random_of_input.h"

enum { PATHS = 3, WHY_VOLUME = 20, CURVE_REACH = 40, CURVE_POINTS = 5 };

static const be_date today = {2027, 1, 1};

static bool is_known(be_amount amount)
{
    return be_amount_state_of(amount) == BE_AMOUNT_KNOWN;
}

static be_amount sum_of_lines(const be_bill *bill)
{
    be_amount sum = be_amount_zero();
    for (size_t i = 0; i < bill->line_count; i++)
        sum = be_amount_add(sum, bill->lines[i].amount);
    return sum;
}

static void check_units(const be_units *units)
{
    be_quantity paid = units->unserved;
    for (int layer = 0; layer < BE_LAYER_COUNT; layer++) {
        FUZZ_REQUIRE(units->layer[layer] >= 0);
        paid += units->layer[layer];
    }
    FUZZ_REQUIRE(units->unserved >= 0 && paid == units->demand);
}

static void check_bill(const be_bill *bill)
{
    be_amount sum = be_amount_zero();
    FUZZ_REQUIRE(be_amount_compare(sum_of_lines(bill), bill->total) == 0);
    for (int t = 0; t < bill->horizon.months; t++) {
        check_units(&bill->month[t].units);
        sum = be_amount_add(sum, bill->month[t].total);
    }
    check_units(&bill->units);
    FUZZ_REQUIRE(be_amount_compare(sum, bill->total) == 0);
    FUZZ_REQUIRE(!bill->feasible || bill->units.unserved == 0);
}

static void check_quote(const be_quote *quote)
{
    const be_option *best = &quote->options[BE_OPTION_BEST];
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *option = &quote->options[id];
        if (option->offered)
            check_bill(&option->bill);
        if (be_option_eligible(option) && quote->shared == NULL)
            FUZZ_REQUIRE(be_amount_compare(best->bill.total, option->bill.total) <= 0);
    }
    if (be_option_eligible(best) && is_known(quote->bound))
        FUZZ_REQUIRE(be_amount_compare(quote->bound, best->bill.total) <= 0);
    if (quote->shared != NULL && is_known(quote->shared->total) && is_known(quote->shared->bound))
        FUZZ_REQUIRE(be_amount_compare(quote->shared->bound, quote->shared->total) <= 0);
}

static const be_quote *ask(be_arena *arena, const question *q)
{
    const be_quote *quote = be_quote_create(arena, &q->box.product, &q->demand, q->horizon, today);
    FUZZ_REQUIRE(quote != NULL);
    check_quote(quote);
    return quote;
}

/* -- what is asked ----------------------------------------------------------------------------- */

static void ask_one(random_source *r, be_arena *arena)
{
    question q;
    random_question(r, &q);
    ask(arena, &q);
}

/* Counts at the ends of what can be read, and between. */
static be_quantity extreme(random_source *r)
{
    static const be_quantity ends[] = {0,
                                       1,
                                       1000,
                                       INT64_C(1000000007),
                                       BE_QUANTITY_MAX / 36,
                                       BE_QUANTITY_MAX - 1,
                                       BE_QUANTITY_MAX};
    enum { ENDS = sizeof ends / sizeof *ends };
    int64_t chosen = random_between(r, 0, ENDS);
    return chosen < ENDS ? ends[chosen] : random_between(r, 0, BE_QUANTITY_MAX);
}

/* Amounts leave their range here, and months theirs: nothing may overflow on the way. */
static void ask_extremes(random_source *r, be_arena *arena)
{
    question q;
    random_question(r, &q);
    q.demand.volumes = NULL;
    q.demand.volume_count = 0;
    q.demand.volume = extreme(r);
    q.demand.growth = random_between(r, -BE_RATIO_ONE, 10 * BE_RATIO_ONE);
    q.demand.failures = random_between(r, 0, BE_RATIO_ONE);
    q.demand.discount = random_between(r, 0, BE_RATIO_ONE);
    q.demand.tax = random_between(r, 0, BE_RATIO_ONE);
    for (size_t i = 0; i < q.demand.owned_count; i++)
        q.owned[i].left = extreme(r);
    for (size_t i = 0; i < q.box.product.package_count; i++) {
        be_package *package = &q.box.packages[i];
        package->size = 1 + extreme(r) % BE_QUANTITY_MAX;
        package->price = be_amount_times(package->price, extreme(r));
    }
    for (size_t i = 0; i < q.box.product.payg.tariff.band_count; i++)
        q.box.bands[i].price = be_amount_times(q.box.bands[i].price, extreme(r));
    q.box.product.free.quantity = extreme(r);
    question_resolve(&q);
    ask(arena, &q);
}

/* The volumes for which a plan stays the best are known where one volume is given for all months.
 */
static void ask_why(random_source *r, be_arena *arena)
{
    question q;
    random_question(r, &q);
    q.demand.volumes = NULL;
    q.demand.volume_count = 0;
    q.demand.volume = random_between(r, 0, WHY_VOLUME);
    question_resolve(&q);
    const be_why *why = be_why_create(arena, ask(arena, &q), &q.demand);
    FUZZ_REQUIRE(why != NULL);
    FUZZ_REQUIRE(!why->range.found || why->range.from <= why->range.to);
}

static void ask_regret(random_source *r, be_arena *arena)
{
    question q;
    random_question(r, &q);
    q.demand.volumes = NULL;
    q.demand.volume_count = 0;
    q.demand.low = random_between(r, 1, 5);
    q.demand.volume = q.demand.low + random_between(r, 0, 5);
    q.demand.high = q.demand.volume + random_between(r, 0, 5);
    FUZZ_REQUIRE(be_regret_create(arena, ask(arena, &q), &q.demand) != NULL);
}

static void ask_uncertain(random_source *r, be_arena *arena)
{
    question q;
    random_question(r, &q);
    q.demand.spread = random_between(r, 0, BE_SPREAD_MAX);
    q.demand.cancellation = random_between(r, 0, BE_RATIO_ONE);
    (void)arena;
    be_sampling *sampling =
        be_sampling_create(&q.box.product, &q.demand, q.horizon, random_bits(r), PATHS);
    FUZZ_REQUIRE(sampling != NULL);
    while (be_sampling_result(sampling) == NULL)
        FUZZ_REQUIRE(be_sampling_step(sampling, PATHS));
    be_sampling_destroy(sampling);
}

static void ask_curve(random_source *r, be_arena *arena)
{
    question q;
    random_question(r, &q);
    q.demand.volumes = NULL;
    q.demand.volume_count = 0;
    be_quantity to = random_between(r, 1, CURVE_REACH);
    FUZZ_REQUIRE(
        be_curve_create(arena, &q.box.product, &q.demand, q.horizon, 0, to, CURVE_POINTS) != NULL);
}

static void ask_plan(random_source *r, be_arena *arena)
{
    engine_plan plan;
    be_plan_item items[PLAIN_ITEMS];
    const be_quote *quotes[PLAIN_ITEMS];
    const plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    for (size_t i = 0; i < plan.item_count; i++)
        items[i] = (be_plan_item){&plan.items[i].box.product, &plan.items[i].demand};
    FUZZ_REQUIRE(be_quote_create_plan(arena, items, plan.item_count, plan.horizon, today, quotes));
    for (size_t i = 0; i < plan.item_count; i++)
        check_quote(quotes[i]);
    size_t count = 0;
    FUZZ_REQUIRE(be_portfolio_create(arena, quotes, plan.item_count, &count) != NULL);
}

static void (*const questions[])(random_source *, be_arena *) = {
    ask_one, ask_plan, ask_why, ask_regret, ask_uncertain, ask_curve, ask_extremes,
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    random_source r = random_of_input(data, size);
    be_arena *arena = be_arena_create();
    FUZZ_REQUIRE(arena != NULL);
    questions[random_between(&r, 0, QUESTIONS - 1)](&r, arena);
    be_arena_destroy(arena);
    return 0;
}
