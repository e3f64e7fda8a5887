#include <breakeven/cases.h>

const char *be_volume_case_name(be_volume_case which)
{
    static const char *const names[BE_CASE_COUNT] = {
        [BE_CASE_LOW] = "low",
        [BE_CASE_EXPECTED] = "expected",
        [BE_CASE_HIGH] = "high",
    };
    return names[which];
}

static const be_schedule *plan_of(const be_case *one)
{
    return &one->quote->options[BE_OPTION_BEST].schedule;
}

/* -- what the plans cost ----------------------------------------------------------------------- */

static bool price_plan(be_arena *arena, const be_demand *demand, const be_cases *all, be_case *one)
{
    const be_schedule *plan = plan_of(one);
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        const be_quote *quote = all->cases[i].quote;
        be_demand then = *demand;
        be_bill bill;
        one->total[i] = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        if (!one->has_plan)
            continue;
        then.volume = all->cases[i].volume;
        if (!be_bill_compute(arena, quote->product, &then, &quote->usage, plan->purchases,
                             plan->count, BE_BILL_TOTALS, &bill))
            return false;
        if (bill.feasible)
            one->total[i] = bill.total;
    }
    return true;
}

static void find_hindsight(be_cases *all)
{
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        all->hindsight[i] = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        for (int plan = 0; plan < BE_CASE_COUNT; plan++) {
            be_amount total = all->cases[plan].total[i];
            if (be_amount_compare(total, all->hindsight[i]) < 0)
                all->hindsight[i] = total;
        }
    }
}

/* The most that a plan is rued for. */
static void find_worst(const be_cases *all, be_case *one)
{
    one->worst = be_amount_zero();
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        be_amount regret = be_amount_sub(one->total[i], all->hindsight[i]);
        if (be_amount_compare(regret, one->worst) > 0)
            one->worst = regret;
    }
}

/* -- what they have in common ------------------------------------------------------------------ */

static bool is_same_thing(const be_purchase *a, const be_purchase *b)
{
    return a->kind == b->kind && a->item == b->item && a->terms == b->terms;
}

/* How many of it the plan buys in `from`..`to`. */
static be_quantity bought(const be_schedule *plan, const be_purchase *thing, int from, int to)
{
    be_quantity sum = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const be_purchase *buy = &plan->purchases[i];
        if (is_same_thing(buy, thing) && buy->month >= from && buy->month <= to)
            sum += buy->count;
    }
    return sum;
}

static be_quantity fewest_bought(const be_cases *all, const be_purchase *thing, int from, int to)
{
    be_quantity fewest = bought(plan_of(&all->cases[0]), thing, from, to);
    for (int i = 1; i < BE_CASE_COUNT; i++) {
        be_quantity here = bought(plan_of(&all->cases[i]), thing, from, to);
        fewest = here < fewest ? here : fewest;
    }
    return fewest;
}

/* What all plans buy of it in month t, or have bought by then and not before. */
static be_quantity common_count(const be_cases *all, const be_purchase *thing, int t)
{
    if (thing->kind == BE_BUY_CAPACITY)
        return fewest_bought(all, thing, t, t);
    return fewest_bought(all, thing, 0, t) - fewest_bought(all, thing, 0, t - 1);
}

static bool bought_before(const be_schedule *plan, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (is_same_thing(&plan->purchases[j], &plan->purchases[i]))
            return true;
    }
    return false;
}

static bool find_common(be_arena *arena, be_cases *all)
{
    const be_schedule *plan = plan_of(&all->cases[BE_CASE_EXPECTED]);
    int months = all->cases[BE_CASE_EXPECTED].quote->usage.horizon.months;
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        if (!all->cases[i].has_plan)
            return true;
    }
    be_purchase *common = be_arena_alloc(arena, plan->count * (size_t)months + 1, sizeof *common);
    if (common == NULL)
        return false;
    for (int t = 0; t < months; t++) {
        for (size_t i = 0; i < plan->count; i++) {
            be_purchase buy = plan->purchases[i];
            buy.month = t;
            buy.count = common_count(all, &buy, t);
            if (buy.count > 0 && !bought_before(plan, i))
                common[all->common.count++] = buy;
        }
    }
    all->common.purchases = common;
    return true;
}

/* -- the whole --------------------------------------------------------------------------------- */

static bool plan_for(be_arena *arena, const be_quote *expected, const be_demand *demand,
                     be_case *one)
{
    be_demand then = *demand;
    then.volume = one->volume;
    one->quote = one->volume == demand->volume
                     ? expected
                     : be_quote_create(arena, expected->product, &then, expected->usage.horizon,
                                       (be_date){0, 0, 0});
    if (one->quote == NULL)
        return false;
    one->has_plan = one->quote->has_recommended;
    return true;
}

const be_cases *be_cases_create(be_arena *arena, const be_quote *quote, const be_demand *demand)
{
    const be_quantity volumes[BE_CASE_COUNT] = {
        [BE_CASE_LOW] = demand->low,
        [BE_CASE_EXPECTED] = demand->volume,
        [BE_CASE_HIGH] = demand->high,
    };
    be_cases *all = be_arena_alloc(arena, 1, sizeof *all);
    if (all == NULL)
        return NULL;
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        all->cases[i].volume = volumes[i];
        if (!plan_for(arena, quote, demand, &all->cases[i]))
            return NULL;
    }
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        if (!price_plan(arena, demand, all, &all->cases[i]))
            return NULL;
    }
    find_hindsight(all);
    for (int i = 0; i < BE_CASE_COUNT; i++)
        find_worst(all, &all->cases[i]);
    return find_common(arena, all) ? all : NULL;
}
