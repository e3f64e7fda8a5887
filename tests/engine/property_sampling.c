/* What holds for the sampling of every demand. */
#include "engine/hindsight.h"
#include "engine/purchases.h"

#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"
#include "trouble.h"

enum { CASES = 100, CERTAIN_CASES = 300, PATHS_MOST = 8 };

typedef struct question {
    engine_plan plan;
    const be_product *product;
    be_demand *demand;
    uint64_t seed;
    size_t paths;
} question;

static void random_question(random_source *r, question *q)
{
    plain_plan plain = random_plan(r, 1);
    engine_plan_fill(&q->plan, &plain);
    q->product = &q->plan.items[0].box.product;
    q->demand = &q->plan.items[0].demand;
    q->demand->qps = random_between(r, 0, 3);
    q->demand->spread = random_between(r, 0, 100) * (BE_RATIO_ONE / 100);
    q->demand->cancellation = random_between(r, 0, 30) * (BE_RATIO_ONE / 100);
    if (random_chance(r, 30))
        trouble_plan(r, &q->plan);
    q->seed = random_bits(r);
    q->paths = (size_t)random_between(r, 1, PATHS_MOST);
}

/* Runs a sampling in steps of 1..`most` pieces. */
static be_sampling *sample(const question *q, random_source *r, int most)
{
    be_sampling *s = be_sampling_create(q->product, q->demand, q->plan.horizon, q->seed, q->paths);
    assert_non_null(s);
    while (be_sampling_result(s) == NULL)
        assert_true(be_sampling_step(s, (size_t)random_between(r, 1, most)));
    return s;
}

static bool same_cost(const be_sampled_cost *a, const be_sampled_cost *b)
{
    return same_amount(a->mean, b->mean) && same_amount(a->p10, b->p10) &&
           same_amount(a->p50, b->p50) && same_amount(a->p90, b->p90);
}

static bool same_result(const be_sampled *a, const be_sampled *b)
{
    bool same = a->choice_count == b->choice_count && a->recommended == b->recommended &&
                a->has_recommended == b->has_recommended &&
                a->purchase_count == b->purchase_count && a->expected == b->expected &&
                same_cost(&a->foresight, &b->foresight) &&
                same_cost(&a->never_prepay, &b->never_prepay);
    for (size_t i = 0; same && i < a->choice_count; i++)
        same = same_cost(&a->choices[i].cost, &b->choices[i].cost) &&
               purchases_same(&a->choices[i].now, &b->choices[i].now);
    for (size_t i = 0; same && i < a->purchase_count; i++)
        same = a->purchases[i].pays_on == b->purchases[i].pays_on;
    return same;
}

static void check_steps(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    question q;
    random_question(r, &q);
    be_sampling *a = sample(&q, r, 1), *b = sample(&q, r, 50);
    if (!same_result(be_sampling_result(a), be_sampling_result(b)))
        fail_msg("case %u: the result depends on how the work is cut", n);
    be_sampling_destroy(a);
    be_sampling_destroy(b);
}

static void how_the_work_is_cut_makes_no_difference(void **state)
{
    try_cases(state, "steps of a sampling", CASES, check_steps);
}

static void check_choice(const be_sampled *r, size_t i, unsigned n)
{
    const be_sampled_choice *one = &r->choices[i];
    if (be_amount_is_known(one->excess) && be_amount_compare(one->excess, be_amount_zero()) < 0)
        fail_msg("case %u: choice %zu beats perfect foresight", n, i);
    if (be_amount_compare(one->cost.mean, r->choices[r->recommended].cost.mean) < 0)
        fail_msg("case %u: choice %zu is better than the recommended one", n, i);
    if (be_amount_compare(one->cost.p10, one->cost.p50) > 0 ||
        be_amount_compare(one->cost.p50, one->cost.p90) > 0)
        fail_msg("case %u: the quantiles of choice %zu", n, i);
    for (size_t j = 0; j < i; j++) {
        if (purchases_same(&r->choices[j].now, &one->now))
            fail_msg("case %u: choices %zu and %zu are one", n, i, j);
    }
    for (size_t j = 0; j < one->now.count; j++) {
        if (one->now.purchases[j].month != 0)
            fail_msg("case %u: choice %zu buys later", n, i);
    }
}

static void check_order(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    question q;
    random_question(r, &q);
    be_sampling *s = sample(&q, r, 100);
    const be_sampled *result = be_sampling_result(s);
    for (size_t i = 0; i < result->choice_count; i++)
        check_choice(result, i, n);
    if (!result->choices[result->expected].of[BE_SAMPLED_EXPECTED])
        fail_msg("case %u: the expected choice", n);
    if (be_amount_is_known(result->never_prepay.mean) &&
        be_amount_compare(result->never_prepay.mean, result->foresight.mean) < 0)
        fail_msg("case %u: never to prepay beats perfect foresight", n);
    for (size_t i = 0; i < result->purchase_count; i++) {
        if (result->purchases[i].pays_on > result->paths)
            fail_msg("case %u: purchase %zu pays on more paths than there are", n, i);
    }
    be_sampling_destroy(s);
}

static void nothing_beats_foresight_or_the_recommended(void **state)
{
    try_cases(state, "order of choices", CASES, check_order);
}

/* Without doubt the recommended choice is what the optimum begins with, and costs as much. */
static void check_certain(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    be_usage usage;
    be_optimum optimum;
    random_question(r, &q);
    q.demand->spread = q.demand->cancellation = 0;
    be_usage_resolve(q.demand, q.plan.horizon, &usage);
    assert_true(be_optimum_find(arena, q.product, q.demand, &usage, &optimum));
    be_sampling *s = sample(&q, r, 100);
    const be_sampled *result = be_sampling_result(s);
    const be_sampled_choice *best = &result->choices[result->recommended];
    bool by_days = q.product->capacity.offered && q.product->capacity.calls_free;
    if (result->has_recommended != be_amount_is_known(optimum.cost))
        fail_msg("case %u: whether anything is recommended", n);
    if (optimum.optimal && be_amount_compare(best->cost.mean, optimum.cost) < 0)
        fail_msg("case %u: what is proven optimal is undercut", n);
    if (!by_days && be_amount_compare(best->cost.mean, optimum.cost) > 0)
        fail_msg("case %u: the recommended choice costs more than the optimum", n);
    be_sampling_destroy(s);
}

static void what_is_certain_costs_the_optimum(void **state)
{
    try_cases(state, "certain demands", CERTAIN_CASES, check_certain);
}

/* What an optimal plan begins with is best followed by what it goes on with. */
static void check_cut(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    hindsight path;
    be_amount cost;
    be_usage usage;
    be_optimum optimum;
    be_quantity volumes[BE_MONTHS_MAX];
    random_question(r, &q);
    be_usage_resolve(q.demand, q.plan.horizon, &usage);
    for (int t = 0; t < usage.horizon.months; t++)
        volumes[t] = usage.month[t].attempts;
    hindsight_open(&path, q.demand, q.plan.horizon, volumes);
    assert_true(hindsight_find(&path, arena, arena, q.product));
    assert_true(hindsight_cost(&path, arena, q.product, &path.begins, &cost));
    assert_true(be_optimum_find(arena, q.product, &path.demand, &path.usage, &optimum));
    if (be_amount_compare(optimum.cost, path.foresight) != 0)
        fail_msg("case %u: foresight is not the optimum", n);
    if (optimum.optimal && be_amount_compare(cost, optimum.cost) != 0)
        fail_msg("case %u: cut behind its first month, an optimal plan costs something else", n);
}

static void a_cut_plan_comes_to_the_same(void **state)
{
    try_cases(state, "cut plans", CERTAIN_CASES, check_cut);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(how_the_work_is_cut_makes_no_difference),
        PROPERTY(nothing_beats_foresight_or_the_recommended),
        PROPERTY(what_is_certain_costs_the_optimum),
        PROPERTY(a_cut_plan_comes_to_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
