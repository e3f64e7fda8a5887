/* What holds for the regrets of every quote. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"
#include "trouble.h"

enum { CASES = 2000, VOLUME_MAX = 60 };

/* A question with a low and a high volume, its purchases pinned as the user's own. */
static void random_question(random_source *r, engine_plan *plan)
{
    plain_plan plain = random_plan(r, 1);
    plain.items[0].demand.typed_count = 0;
    engine_plan_fill(plan, &plain);
    engine_item *item = &plan->items[0];
    be_demand *demand = &item->demand;
    demand->low = random_between(r, 0, VOLUME_MAX);
    demand->volume = random_between(r, demand->low, VOLUME_MAX);
    demand->high = random_between(r, demand->volume, VOLUME_MAX);
    demand->pinned = item->purchases;
    demand->pinned_count = random_chance(r, 50) ? item->purchase_count : 0;
    demand->qps = random_between(r, 0, 3);
    item->box.product.limits.qps =
        (be_limit){.stated = random_chance(r, 50), .value = random_between(r, 1, 3)};
    if (random_chance(r, 30))
        trouble_plan(r, plan);
}

/* A quote and its regrets, and what is asked at each volume. */
typedef struct regrets {
    engine_plan plan;
    const be_quote *quote;
    const be_regret *regret;
    be_demand demand[BE_CASE_COUNT];
} regrets;

static void ask(be_arena *arena, random_source *r, regrets *a)
{
    random_question(r, &a->plan);
    const engine_item *item = &a->plan.items[0];
    a->quote = quote_of(arena, &item->box.product, &item->demand, a->plan.horizon);
    a->regret = be_regret_create(arena, a->quote, &item->demand);
    assert_non_null(a->regret);
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        a->demand[i] = item->demand;
        a->demand[i].volume = a->regret->volume[i];
    }
}

static void check_signs(be_arena *arena, random_source *r, unsigned n)
{
    regrets a;
    ask(arena, r, &a);
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_regret_row *row = &a.regret->rows[id];
            if (!row->offered || !be_amount_is_known(row->regret[i]))
                continue;
            if (be_amount_compare(row->regret[i], be_amount_zero()) < 0)
                fail_msg("case %u: %s regrets less than nothing", n, be_option_name(row->id));
            be_amount difference = be_amount_sub(row->total[i], a.regret->hindsight[i]);
            if (be_amount_compare(row->regret[i], difference) != 0)
                fail_msg("case %u: %s regrets something else", n, be_option_name(row->id));
            if (row->has_worst && be_amount_compare(row->regret[i], row->worst) > 0)
                fail_msg("case %u: %s has a worse regret than its worst", n,
                         be_option_name(row->id));
        }
    }
}

static void no_regret_is_negative(void **state)
{
    try_cases(state, "signs of regrets", CASES, check_signs);
}

/* Whether the plan for one of the volumes is as cheap as hindsight. */
static bool is_of_a_case(const be_regret *regret, int at)
{
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        be_amount total = regret->cases->cases[i].total[at];
        if (be_amount_is_known(total) && be_amount_compare(total, regret->hindsight[at]) == 0)
            return true;
    }
    return false;
}

/* Whoever buys for the volume that comes, and takes the cheapest, rues nothing. */
static void check_expected_case(be_arena *arena, random_source *r, unsigned n)
{
    regrets a;
    ask(arena, r, &a);
    const be_regret *regret = a.regret;
    be_amount least = regret->hindsight[BE_CASE_EXPECTED];
    bool zero = false, any = false;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_regret_row *row = &regret->rows[id];
        if (!row->offered || !row->feasible[BE_CASE_EXPECTED])
            continue;
        any = true;
        zero = zero || be_amount_is_zero(row->regret[BE_CASE_EXPECTED]);
    }
    bool foreseen = is_of_a_case(regret, BE_CASE_EXPECTED); /* where the best is not proven */
    if (any != be_amount_is_known(least) || any != (zero || foreseen))
        fail_msg("case %u: the cheapest for the expected volume is rued when it comes", n);
    const be_regret_row *chosen = &regret->rows[regret->hindsight_by[BE_CASE_EXPECTED]];
    if (any && !foreseen && !be_amount_is_zero(chosen->regret[BE_CASE_EXPECTED]))
        fail_msg("case %u: the hindsight choice is rued", n);
}

static void the_hindsight_choice_of_the_expected_volume_regrets_nothing(void **state)
{
    try_cases(state, "regret of the expected", CASES, check_expected_case);
}

/* Hindsight is the cheapest of what could be bought then, and what was decided for. */
static void check_hindsight(be_arena *arena, random_source *r, unsigned n)
{
    regrets a;
    ask(arena, r, &a);
    const be_product *product = &a.plan.items[0].box.product;
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        const be_quote *then = quote_of(arena, product, &a.demand[i], a.plan.horizon);
        be_amount least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *o = &then->options[id];
            const be_regret_row *row = &a.regret->rows[id];
            if (be_option_eligible(o) && be_amount_compare(o->bill.total, least) < 0)
                least = o->bill.total;
            if (row->offered && row->feasible[i] && be_amount_compare(row->total[i], least) < 0)
                least = row->total[i];
        }
        for (int plan = 0; plan < BE_CASE_COUNT; plan++) {
            be_amount total = a.regret->cases->cases[plan].total[i];
            least = be_amount_compare(total, least) < 0 ? total : least;
        }
        if (be_amount_is_known(least) != be_amount_is_known(a.regret->hindsight[i]) ||
            (be_amount_is_known(least) && be_amount_compare(least, a.regret->hindsight[i]) != 0))
            fail_msg("case %u: hindsight finds another total", n);
    }
}

static void hindsight_is_the_cheapest_of_all(void **state)
{
    try_cases(state, "hindsight", CASES, check_hindsight);
}

static void check_totals(be_arena *arena, random_source *r, unsigned n)
{
    regrets a;
    ask(arena, r, &a);
    const be_product *product = &a.plan.items[0].box.product;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_regret_row *row = &a.regret->rows[id];
        const be_option *o = &a.quote->options[id];
        if (row->offered != o->offered)
            fail_msg("case %u: %s is offered in one of quote and regret", n, be_option_name(o->id));
        for (int i = 0; row->offered && i < BE_CASE_COUNT; i++) {
            const be_bill *bill = bill_of(arena, product, &a.demand[i], a.plan.horizon,
                                          o->schedule.purchases, o->schedule.count);
            if (be_amount_compare(bill->total, row->total[i]) != 0)
                fail_msg("case %u: %s costs something else at %s", n, be_option_name(o->id),
                         be_volume_case_name((be_volume_case)i));
        }
    }
}

static void every_total_is_the_bill_of_the_purchases_for_the_expected_volume(void **state)
{
    try_cases(state, "totals of regrets", CASES, check_totals);
}

static void check_least(be_arena *arena, random_source *r, unsigned n)
{
    regrets a;
    ask(arena, r, &a);
    bool any = false;
    be_amount least = a.regret->least_is_case ? a.regret->cases->cases[a.regret->least_case].worst
                                              : a.regret->rows[a.regret->least].worst;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_regret_row *row = &a.regret->rows[id];
        any = any || row->has_worst;
        if (row->has_worst && a.regret->has_least && be_amount_compare(row->worst, least) < 0)
            fail_msg("case %u: %s is the safer decision", n, be_option_name(row->id));
    }
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        be_amount worst = a.regret->cases->cases[i].worst;
        any = any || be_amount_is_known(worst);
        if (be_amount_is_known(worst) && be_amount_compare(worst, least) < 0)
            fail_msg("case %u: the plan for a volume is the safer decision", n);
    }
    if (any != a.regret->has_least)
        fail_msg("case %u: whether there is a safe decision", n);
}

static void the_safe_decision_has_the_least_worst_regret(void **state)
{
    try_cases(state, "least regret", CASES, check_least);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(no_regret_is_negative),
        PROPERTY(the_hindsight_choice_of_the_expected_volume_regrets_nothing),
        PROPERTY(hindsight_is_the_cheapest_of_all),
        PROPERTY(every_total_is_the_bill_of_the_purchases_for_the_expected_volume),
        PROPERTY(the_safe_decision_has_the_least_worst_regret),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
