/* What holds for every curve: a proven span says of each of its volumes what the quote there says.
 */
#include "engine_test.h"
#include "random_product.h"

#include <breakeven/curve.h>

enum { CASES = 1500, WIDEST = 60 };

static void random_question(random_source *r, engine_plan *plan)
{
    plain_plan plain = random_plan(r);
    engine_plan_fill(plan, &plain);
    plan->demand.volumes = NULL;
    plan->demand.volume_count = 0;
    plan->demand.pinned_count = 0;
    be_limits *limits = &plan->box.product.limits;
    limits->qps = (be_limit){.stated = random_chance(r, 50), .value = random_between(r, 1, 4)};
    limits->over = random_chance(r, 50) ? BE_OVER_QUEUE : BE_OVER_REJECT;
    plan->demand.qps = random_between(r, 0, 5);
    /* Mostly packages of one validity, as vendors sell them: only their covers are proven. */
    if (random_chance(r, 90)) {
        plan->demand.owned_count = 0;
        for (size_t i = 1; i < plan->box.product.package_count; i++)
            plan->box.packages[i].valid = plan->box.packages[0].valid;
    }
}

static void check_span(be_arena *arena, const engine_plan *plan, const be_curve_span *span,
                       unsigned number)
{
    for (be_quantity v = span->from; span->proven && v <= span->to; v++) {
        be_demand at = plan->demand;
        at.volume = v;
        be_arena_reset(arena);
        const be_quote *quote = quote_of(arena, &plan->box.product, &at, plan->horizon);
        if (quote->has_recommended != span->has_option)
            fail_msg("case %u: whether volume %ld can be had", number, (long)v);
        if (span->has_option && quote->options[BE_OPTION_BEST].same_as != span->option)
            fail_msg("case %u: %s at volume %ld", number, be_option_name(span->option), (long)v);
    }
}

static void every_proven_volume_is_quoted_so(void **state)
{
    random_source run = random_start("curves");
    be_arena *quotes = be_arena_create();
    size_t proven = 0, spans = 0;
    assert_non_null(quotes);
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        engine_plan plan;
        random_question(&r, &plan);
        be_quantity from = random_between(&r, 0, 20);
        be_arena_reset(*state);
        const be_curve *curve =
            be_curve_create(*state, &plan.box.product, &plan.demand, plan.horizon, from,
                            from + random_between(&r, 0, WIDEST), 0);
        assert_non_null(curve);
        be_quantity next = from;
        for (size_t i = 0; i < curve->span_count; i++) {
            assert_int_equal(curve->spans[i].from, next);
            next = curve->spans[i].to + 1;
            check_span(quotes, &plan, &curve->spans[i], n);
            proven += curve->spans[i].proven ? 1 : 0;
            spans++;
        }
        assert_int_equal(next, curve->to + 1);
    }
    be_arena_destroy(quotes);
    assert_true(proven * 2 > spans); /* proofs are the rule, or this test would say little */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_proven_volume_is_quoted_so, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("curve properties", tests, NULL, NULL);
}
