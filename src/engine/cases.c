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

/* -- what might as well be bought at once -------------------------------------------------------
 */

/* The plan for one volume, bought as early as costs no more. */
typedef struct early_plan {
    be_arena *arena;
    const be_case *of;
    be_demand demand;
    be_purchase *purchases; /* those of the plan, then what of them is moved to the first month */
    size_t count;
} early_plan;

static bool costs_as_much(early_plan *p, bool *same)
{
    const be_quote *quote = p->of->quote;
    const be_bill *best = &quote->options[BE_OPTION_BEST].bill;
    be_bill bill;
    if (!be_bill_compute(p->arena, quote->product, &p->demand, &quote->usage, p->purchases,
                         p->count, BE_BILL_TOTALS, &bill))
        return false;
    *same = bill.feasible && be_amount_compare(bill.total, best->total) <= 0;
    return true;
}

/* Moves as many packages of a later purchase as can be to the first month. */
static bool move_packages(early_plan *p, size_t i)
{
    be_purchase *later = &p->purchases[i], *now = &p->purchases[p->count];
    be_quantity all = later->count, moved = 0, refused = all + 1;
    *now = *later;
    now->month = 0;
    p->count++;
    while (refused - moved > 1) {
        bool same;
        be_quantity tried = refused > all ? all : moved + (refused - moved) / 2;
        now->count = tried;
        later->count = all - tried;
        if (!costs_as_much(p, &same))
            return false;
        *(same ? &moved : &refused) = tried;
    }
    now->count = moved;
    later->count = all - moved;
    p->count -= moved == 0;
    return true;
}

/* The plan with its packages bought at once where that costs no more. */
static bool buy_early(be_arena *arena, const be_demand *demand, const be_case *one,
                      be_schedule *out)
{
    const be_schedule *plan = plan_of(one);
    early_plan p = {.arena = be_arena_create(), .of = one, .demand = *demand};
    p.demand.volume = one->volume;
    p.purchases = be_arena_alloc(arena, 2 * plan->count + 1, sizeof *p.purchases);
    bool done = p.arena != NULL && p.purchases != NULL;
    for (; done && p.count < plan->count; p.count++)
        p.purchases[p.count] = plan->purchases[p.count];
    for (size_t i = 0; done && i < plan->count; i++) {
        be_arena_reset(p.arena);
        if (p.purchases[i].kind != BE_BUY_CAPACITY && p.purchases[i].month > 0)
            done = move_packages(&p, i);
    }
    be_arena_destroy(p.arena);
    *out = (be_schedule){p.purchases, p.count, false};
    return done;
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

static be_quantity fewest_bought(const be_schedule plans[BE_CASE_COUNT], const be_purchase *thing,
                                 int from, int to)
{
    be_quantity fewest = bought(&plans[0], thing, from, to);
    for (int i = 1; i < BE_CASE_COUNT; i++) {
        be_quantity here = bought(&plans[i], thing, from, to);
        fewest = here < fewest ? here : fewest;
    }
    return fewest;
}

/* What all plans buy of it in month t, or have bought by then and not before. */
static be_quantity common_count(const be_schedule plans[BE_CASE_COUNT], const be_purchase *thing,
                                int t)
{
    if (thing->kind == BE_BUY_CAPACITY)
        return fewest_bought(plans, thing, t, t);
    return fewest_bought(plans, thing, 0, t) - fewest_bought(plans, thing, 0, t - 1);
}

static bool bought_before(const be_schedule *plan, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (is_same_thing(&plan->purchases[j], &plan->purchases[i]))
            return true;
    }
    return false;
}

static bool find_common(be_arena *arena, const be_demand *demand, be_cases *all)
{
    be_schedule plans[BE_CASE_COUNT];
    const be_schedule *plan = &plans[BE_CASE_EXPECTED];
    int months = all->cases[BE_CASE_EXPECTED].quote->usage.horizon.months;
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        if (!all->cases[i].has_plan)
            return true;
    }
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        if (!buy_early(arena, demand, &all->cases[i], &plans[i]))
            return false;
    }
    be_purchase *common = be_arena_alloc(arena, plan->count * (size_t)months + 1, sizeof *common);
    if (common == NULL)
        return false;
    for (int t = 0; t < months; t++) {
        for (size_t i = 0; i < plan->count; i++) {
            be_purchase buy = plan->purchases[i];
            buy.month = t;
            buy.count = common_count(plans, &buy, t);
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
    return find_common(arena, demand, all) ? all : NULL;
}
