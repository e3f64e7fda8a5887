#include <breakeven/regret.h>

/* What the purchases of `option` cost if the volume turns out otherwise. */
static bool price_outcome(be_arena *arena, const be_demand *demand, const be_option *option,
                          const be_case *then, be_volume_case which, be_regret_row *row)
{
    be_bill bill;
    be_demand turned_out = *demand;
    turned_out.volume = then->volume;
    if (!be_bill_compute(arena, then->quote->product, &turned_out, &then->quote->usage,
                         option->schedule.purchases, option->schedule.count, BE_BILL_TOTALS, &bill))
        return false;
    row->total[which] = bill.total;
    row->feasible[which] = bill.feasible && be_amount_is_known(bill.total);
    return true;
}

static void rue(const be_regret *r, be_regret_row *row)
{
    row->has_worst = true;
    row->worst = be_amount_zero();
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        bool known = row->feasible[i] && be_amount_is_known(r->hindsight[i]);
        row->regret[i] = known ? be_amount_sub(row->total[i], r->hindsight[i])
                               : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        row->has_worst = row->has_worst && known;
        if (be_amount_compare(row->regret[i], row->worst) > 0)
            row->worst = row->regret[i];
    }
}

/*
 * The cheapest with hindsight: of the columns made for that volume and of the decisions themselves,
 * for packages bought for another volume may turn out to be the better ones.
 */
static void find_hindsight(be_regret *r)
{
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        const be_option *best = &r->cases->cases[i].quote->options[BE_OPTION_BEST];
        bool possible = be_option_eligible(best);
        r->hindsight[i] = possible ? best->bill.total : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        r->hindsight_by[i] = best->same_as;
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_regret_row *row = &r->rows[id];
            if (!row->offered || !row->feasible[i] ||
                be_amount_compare(row->total[i], r->hindsight[i]) >= 0)
                continue;
            r->hindsight[i] = row->total[i];
            r->hindsight_by[i] = row->id;
        }
    }
}

/* How much a decision is rued at its worst, and in all three cases together. */
typedef struct ruing {
    be_amount worst, sum;
} ruing;

static void add_regret(ruing *all, be_amount regret)
{
    all->sum = be_amount_add(all->sum, regret);
    if (be_amount_compare(regret, all->worst) > 0)
        all->worst = regret;
}

static bool is_rued_less(const ruing *a, const ruing *b)
{
    int order = be_amount_compare(a->worst, b->worst);
    return order < 0 || (order == 0 && be_amount_compare(a->sum, b->sum) < 0);
}

static ruing ruing_of_row(const be_regret_row *row)
{
    ruing all = {be_amount_zero(), be_amount_zero()};
    for (int i = 0; i < BE_CASE_COUNT; i++)
        add_regret(&all, row->regret[i]);
    return all;
}

static ruing ruing_of_case(const be_regret *r, const be_case *one)
{
    ruing all = {be_amount_zero(), be_amount_zero()};
    for (int i = 0; i < BE_CASE_COUNT; i++)
        add_regret(&all, be_amount_sub(one->total[i], r->hindsight[i]));
    return all;
}

/* The plans for the volumes are rued by the same hindsight as the columns, and lower it alike. */
static void share_hindsight(be_regret *r, be_cases *cases)
{
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        if (be_amount_compare(cases->hindsight[i], r->hindsight[i]) < 0) {
            r->hindsight[i] = cases->hindsight[i];
            r->hindsight_by[i] = BE_OPTION_BEST;
        }
        cases->hindsight[i] = r->hindsight[i];
    }
    for (int i = 0; i < BE_CASE_COUNT; i++)
        cases->cases[i].worst = ruing_of_case(r, &cases->cases[i]).worst;
}

static void find_least(be_regret *r)
{
    ruing least = {be_amount_missing(BE_AMOUNT_OVERFLOW), be_amount_missing(BE_AMOUNT_OVERFLOW)};
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_regret_row *row = &r->rows[id];
        if (row->repeats != row->id || !row->offered || !row->has_worst)
            continue;
        const ruing one = ruing_of_row(row);
        if (r->has_least && !is_rued_less(&one, &least))
            continue;
        least = one;
        r->least = row->id;
        r->has_least = true;
    }
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        const be_case *plan = &r->cases->cases[i];
        const ruing one = ruing_of_case(r, plan);
        if (!be_amount_is_known(plan->worst) || (r->has_least && !is_rued_less(&one, &least)))
            continue;
        least = one;
        r->least_case = (be_volume_case)i;
        r->has_least = r->least_is_case = true;
    }
}

static bool fill_row(be_arena *arena, const be_quote *quote, const be_demand *demand,
                     const be_cases *cases, be_regret_row *row)
{
    const be_option *option = &quote->options[row->id];
    row->offered = option->offered;
    row->repeats = option->same_as;
    for (int i = 0; row->offered && i < BE_CASE_COUNT; i++) {
        if (!price_outcome(arena, demand, option, &cases->cases[i], (be_volume_case)i, row))
            return false;
    }
    return true;
}

const be_regret *be_regret_create(be_arena *arena, const be_quote *quote, const be_demand *demand)
{
    be_regret *r = be_arena_alloc(arena, 1, sizeof *r);
    if (r == NULL)
        return NULL;
    const be_cases *found = be_cases_create(arena, quote, demand);
    be_cases *cases = be_arena_alloc(arena, 1, sizeof *cases);
    if (found == NULL || cases == NULL)
        return NULL;
    *cases = *found;
    r->cases = cases;
    for (int i = 0; i < BE_CASE_COUNT; i++)
        r->volume[i] = r->cases->cases[i].volume;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        r->rows[id].id = (be_option_id)id;
        if (!fill_row(arena, quote, demand, r->cases, &r->rows[id]))
            return NULL;
    }
    find_hindsight(r);
    share_hindsight(r, cases);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (r->rows[id].offered)
            rue(r, &r->rows[id]);
    }
    find_least(r);
    return r;
}
