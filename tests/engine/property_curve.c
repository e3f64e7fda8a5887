/* What holds for every curve: points and proven spans say of a volume what the quote there says. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"
#include "trouble.h"

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
        trouble_plan(r, &plan);
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
    assert_of_many(seen.proven * 2 > seen.spans);
}

static void nor_does_what_comes_and_goes_make_a_proven_volume_wrong(void **state)
{
    quotes = be_arena_create();
    assert_non_null(quotes);
    seen = (tally){0, 0};
    try_cases(state, "troubled curves", CASES, check_troubled_curve);
    be_arena_destroy(quotes);
    assert_of_many(seen.proven * 2 > seen.spans);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(every_point_and_every_proven_volume_is_quoted_so),
        PROPERTY(nor_does_what_comes_and_goes_make_a_proven_volume_wrong),
    };
    return cmocka_run_group_tests_name("curve properties", tests, NULL, NULL);
}
