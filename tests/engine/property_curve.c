/* What holds for every curve: points and proven spans say of a volume what the quote there says. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

#include <breakeven/curve.h>

enum { CASES = 2000, WIDEST = 60, MOST_POINTS = 6 };

/* Growth, seasons, discount and meters come with the plan; its months are not typed. */
static void random_question(random_source *r, engine_plan *plan)
{
    plain_plan plain = random_plan(r, 1);
    plain.items[0].demand.typed_count = 0;
    engine_plan_fill(plan, &plain);
    engine_item *item = &plan->items[0];
    be_limits *limits = &item->box.product.limits;
    limits->qps = (be_limit){.stated = random_chance(r, 50), .value = random_between(r, 1, 4)};
    limits->over = random_chance(r, 50) ? BE_OVER_QUEUE : BE_OVER_REJECT;
    item->demand.qps = random_between(r, 0, 5);
    /* Mostly packages of one validity, as vendors sell them: only their covers are proven. */
    if (random_chance(r, 90)) {
        item->demand.owned_count = 0;
        for (size_t i = 1; i < PLAIN_PACKAGES; i++)
            item->box.packages[i].valid = item->box.packages[0].valid;
    }
}

/* Prices that are missing, where the bands are those of a tariff by volume or by count. */
static void lose_prices(random_source *r, be_band *bands, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (random_chance(r, 30))
            bands[i].price = be_amount_missing(BE_AMOUNT_QUOTE);
    }
}

/*
 * What may make a way to buy come and go as the volume grows: prices that are missing in places,
 * packages under which less is let through, speed that is sold by the level, tasks so long that the
 * level goes by the volume.
 */
static void trouble(random_source *r, engine_plan *plan)
{
    engine_item *item = &plan->items[0];
    be_product *product = &item->box.product;
    static const band_row by_level[] = {{2, "3", NULL}, {4, "2", NULL}, {0, "1", NULL}};
    if (random_chance(r, 50))
        lose_prices(r, item->box.bands, product->payg.tariff.band_count);
    for (size_t i = 0; i < product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT && random_chance(r, 50); use++)
            lose_prices(r, item->meter_bands[i][use], item->meters[i].tariff[use].band_count);
    }
    if (random_chance(r, 50))
        product->limits.with_package = (be_limit){.stated = true, .value = random_between(r, 1, 4)};
    if (random_chance(r, 30)) {
        item->owned[0] = (be_owned){.left = random_between(r, 1, 30),
                                    .expires = plan->horizon.start + (int)random_between(r, 0, 3)};
        item->demand.owned_count = 1;
    }
    product->limits.concurrency =
        (be_limit){.stated = random_chance(r, 70), .value = random_between(r, 0, 4)};
    item->demand.response = random_chance(r, 70) ? random_between(r, 1, 20) * 86400 * 1000000 : 0;
    item->demand.busy_hours = (int)random_between(r, 0, 24);
    if (product->meter_count == 0 || random_chance(r, 50))
        return;
    product->capacity = (be_capacity){.offered = true,
                                      .adds_to = BE_CAPACITY_CONCURRENCY,
                                      .additive = random_chance(r, 50),
                                      .min = random_between(r, 1, 3),
                                      .max = random_between(r, 3, 30),
                                      .prices = item->box.prices,
                                      .price_count = 1};
    item->box.prices[0] = (be_capacity_price){
        .term = random_chance(r, 50) ? BE_TERM_MONTH : BE_TERM_DAY,
        .tariff = make_tariff(BE_TIERS_VOLUME, item->box.price_bands[0], by_level, 3)};
    lose_prices(r, item->box.price_bands[0], 3);
}

static void check_span(be_arena *arena, const engine_plan *plan, const be_curve_span *span,
                       unsigned number)
{
    for (be_quantity v = span->from; span->proven && v <= span->to; v++) {
        be_demand at = plan->items[0].demand;
        at.volume = v;
        be_arena_reset(arena);
        const be_quote *quote = quote_of(arena, &plan->items[0].box.product, &at, plan->horizon);
        const be_option *cheapest = cheapest_column(quote);
        if ((cheapest != NULL) != span->has_option)
            fail_msg("case %u: whether volume %ld can be had", number, (long)v);
        if (span->has_option && cheapest->id != span->option)
            fail_msg("case %u: %s at volume %ld", number, be_option_name(span->option), (long)v);
    }
}

/* Every point has the totals of the quote there, of what can be taken. */
static void check_points(be_arena *arena, const engine_plan *plan, const be_curve *curve,
                         unsigned number)
{
    for (size_t i = 0; i < curve->point_count; i++) {
        const be_curve_point *point = &curve->points[i];
        be_demand at = plan->items[0].demand;
        at.volume = point->volume;
        be_arena_reset(arena);
        const be_quote *quote = quote_of(arena, &plan->items[0].box.product, &at, plan->horizon);
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *o = &quote->options[id];
            bool eligible = be_option_eligible(o);
            if (eligible != be_amount_is_known(point->total[id]) ||
                (eligible && !same_amount(o->bill.total, point->total[id])))
                fail_msg("case %u: %s at point %zu", number, be_option_name((be_option_id)id), i);
        }
        const be_option *best = &quote->options[BE_OPTION_BEST];
        if (point->has_best != be_option_eligible(best) ||
            (point->has_best &&
             (point->best != best->same_as || point->proven != best->schedule.proven)))
            fail_msg("case %u: what the best is at point %zu", number, i);
    }
}

/* What a run of curves has shown: proofs have to be the rule, or it would say little. */
typedef struct tally {
    size_t proven, spans;
} tally;

static tally seen;
static be_arena *quotes;

static void check_curve_of(be_arena *arena, random_source *r, unsigned n, bool troubled)
{
    engine_plan plan;
    random_question(r, &plan);
    if (troubled)
        trouble(r, &plan);
    be_quantity from = random_chance(r, 20) ? 0 : random_between(r, 0, 20),
                to = from + random_between(r, 0, WIDEST);
    const be_curve *curve =
        be_curve_create(arena, &plan.items[0].box.product, &plan.items[0].demand, plan.horizon,
                        from, to, (size_t)random_between(r, 0, MOST_POINTS));
    assert_non_null(curve);
    check_points(quotes, &plan, curve, n);
    be_quantity next = from;
    for (size_t i = 0; i < curve->span_count; i++) {
        const be_curve_span *span = &curve->spans[i];
        if (span->from != next)
            fail_msg("case %u: a gap before %ld", n, (long)span->from);
        next = span->to + 1;
        check_span(quotes, &plan, span, n);
        seen.proven += span->proven ? 1 : 0;
        seen.spans++;
    }
    if (next != to + 1)
        fail_msg("case %u: ends at %ld", n, (long)next);
}

static void check_curve(be_arena *arena, random_source *r, unsigned n)
{
    check_curve_of(arena, r, n, false);
}

static void check_troubled_curve(be_arena *arena, random_source *r, unsigned n)
{
    check_curve_of(arena, r, n, true);
}

static void every_point_and_every_proven_volume_is_quoted_so(void **state)
{
    quotes = be_arena_create();
    assert_non_null(quotes);
    seen = (tally){0, 0};
    try_cases(state, "curves", CASES, check_curve);
    be_arena_destroy(quotes);
    assert_true(seen.proven * 2 > seen.spans);
}

static void nor_does_what_comes_and_goes_make_a_proven_volume_wrong(void **state)
{
    quotes = be_arena_create();
    assert_non_null(quotes);
    seen = (tally){0, 0};
    try_cases(state, "troubled curves", CASES, check_troubled_curve);
    be_arena_destroy(quotes);
    assert_true(seen.proven * 2 > seen.spans);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(every_point_and_every_proven_volume_is_quoted_so),
        PROPERTY(nor_does_what_comes_and_goes_make_a_proven_volume_wrong),
    };
    return cmocka_run_group_tests_name("curve properties", tests, NULL, NULL);
}
