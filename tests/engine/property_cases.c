/* What holds for the low, expected and high case of every quote. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 600, VOLUME_MAX = 60 };

typedef struct question {
    engine_plan plan;
    const be_product *product;
    const be_cases *all;
    be_demand demand[BE_CASE_COUNT];
} question;

static void ask(be_arena *arena, random_source *r, question *q)
{
    plain_plan plain = random_plan(r, 1);
    plain.items[0].demand.typed_count = 0;
    engine_plan_fill(&q->plan, &plain);
    be_demand *demand = &q->plan.items[0].demand;
    demand->low = random_between(r, 0, VOLUME_MAX);
    demand->volume = random_between(r, demand->low, VOLUME_MAX);
    demand->high = random_between(r, demand->volume, VOLUME_MAX);
    q->product = &q->plan.items[0].box.product;
    q->all = be_cases_create(arena, quote_of(arena, q->product, demand, q->plan.horizon), demand);
    assert_non_null(q->all);
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        q->demand[i] = *demand;
        q->demand[i].volume = q->all->cases[i].volume;
    }
}

static const be_schedule *plan_of(const question *q, int i)
{
    return &q->all->cases[i].quote->options[BE_OPTION_BEST].schedule;
}

/* Nine totals: each the bill of one plan's purchases at one volume, the least the hindsight. */
static void check_totals(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    ask(arena, r, &q);
    for (int at = 0; at < BE_CASE_COUNT; at++) {
        be_amount least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        for (int i = 0; i < BE_CASE_COUNT; i++) {
            const be_schedule *plan = plan_of(&q, i);
            const be_bill *bill = bill_of(arena, q.product, &q.demand[at], q.plan.horizon,
                                          plan->purchases, plan->count);
            be_amount total = q.all->cases[i].has_plan && bill->feasible
                                  ? bill->total
                                  : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
            if (be_amount_compare(total, q.all->cases[i].total[at]) != 0)
                fail_msg("case %u: plan %d costs something else at volume %d", n, i, at);
            least = be_amount_compare(total, least) < 0 ? total : least;
        }
        if (be_amount_compare(least, q.all->hindsight[at]) != 0)
            fail_msg("case %u: hindsight at volume %d", n, at);
    }
}

static void every_total_is_a_bill(void **state)
{
    try_cases(state, "totals of cases", CASES, check_totals);
}

static be_quantity bought_by(const be_schedule *plan, const be_purchase *thing, int from, int to)
{
    be_quantity sum = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const be_purchase *buy = &plan->purchases[i];
        if (buy->kind == thing->kind && buy->item == thing->item && buy->terms == thing->terms &&
            buy->month >= from && buy->month <= to)
            sum += buy->count;
    }
    return sum;
}

static be_quantity fewest_by(const question *q, const be_purchase *thing, int from, int to)
{
    be_quantity least = bought_by(plan_of(q, 0), thing, from, to);
    for (int i = 1; i < BE_CASE_COUNT; i++) {
        be_quantity here = bought_by(plan_of(q, i), thing, from, to);
        least = here < least ? here : least;
    }
    return least;
}

/*
 * Of capacity as many as all plans buy in a month. Of packages as many in the end, and by every
 * month no fewer than all plans have bought, for some may as well be bought earlier.
 */
static void check_common(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    ask(arena, r, &q);
    bool all_have = true;
    for (int i = 0; i < BE_CASE_COUNT; i++)
        all_have = all_have && q.all->cases[i].has_plan;
    if (!all_have && q.all->common.count > 0)
        fail_msg("case %u: common with no plan", n);
    for (int i = 0; all_have && i < BE_CASE_COUNT; i++) {
        for (size_t j = 0; j < plan_of(&q, i)->count; j++) {
            const be_purchase *thing = &plan_of(&q, i)->purchases[j];
            int t = thing->month, last = q.plan.horizon.months - 1;
            bool capacity = thing->kind == BE_BUY_CAPACITY;
            be_quantity by_then = bought_by(&q.all->common, thing, capacity ? t : 0, t);
            be_quantity in_all = bought_by(&q.all->common, thing, 0, last);
            be_quantity least = fewest_by(&q, thing, capacity ? t : 0, t);
            if (by_then < least || (capacity && by_then > least) ||
                (!capacity && in_all != fewest_by(&q, thing, 0, last)))
                fail_msg("case %u: plan %d, purchase %zu is not common as it should", n, i, j);
        }
    }
}

static void what_is_common_is_in_every_plan(void **state)
{
    try_cases(state, "common purchases", CASES, check_common);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(every_total_is_a_bill),
        PROPERTY(what_is_common_is_in_every_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
