#include <breakeven/regret.h>

const char *be_volume_case_name(be_volume_case which)
{
    static const char *const names[BE_CASE_COUNT] = {
        [BE_CASE_LOW] = "low",
        [BE_CASE_EXPECTED] = "expected",
        [BE_CASE_HIGH] = "high",
    };
    return names[which];
}

/* The demand as it turns out at one volume, and the ways to buy with hindsight. */
typedef struct outcome {
    be_demand demand;
    const be_quote *hindsight;
} outcome;

static bool foresee(be_arena *arena, const be_quote *quote, const be_demand *demand,
                    be_quantity volume, outcome *out)
{
    out->demand = *demand;
    out->demand.volume = volume;
    out->hindsight = be_quote_create(arena, quote->product, &out->demand, quote->usage.horizon,
                                     (be_date){0, 0, 0});
    return out->hindsight != NULL;
}

/* What the purchases of `option` cost if the volume turns out as in `o`. */
static bool price_outcome(be_arena *arena, const be_quote *quote, const be_option *option,
                          const outcome *o, be_volume_case which, be_regret_row *row)
{
    be_bill bill;
    if (!be_bill_compute(arena, quote->product, &o->demand, &o->hindsight->usage,
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
static void find_hindsight(be_regret *r, const outcome outcomes[BE_CASE_COUNT])
{
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        const be_option *best = &outcomes[i].hindsight->options[BE_OPTION_BEST];
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

/* The best one is a decision of its own where it takes no other column's purchases. */
static void find_least(be_regret *r, const be_quote *quote)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_regret_row *row = &r->rows[id];
        bool repeated = quote->options[id].same_as != (be_option_id)id;
        if (repeated || !row->offered || !row->has_worst)
            continue;
        if (!r->has_least || be_amount_compare(row->worst, r->rows[r->least].worst) < 0)
            r->least = row->id;
        r->has_least = true;
    }
}

static bool fill_row(be_arena *arena, const be_quote *quote, const outcome outcomes[BE_CASE_COUNT],
                     be_regret_row *row)
{
    const be_option *option = &quote->options[row->id];
    row->offered = option->offered;
    for (int i = 0; row->offered && i < BE_CASE_COUNT; i++) {
        if (!price_outcome(arena, quote, option, &outcomes[i], (be_volume_case)i, row))
            return false;
    }
    return true;
}

const be_regret *be_regret_create(be_arena *arena, const be_quote *quote, const be_demand *demand)
{
    outcome outcomes[BE_CASE_COUNT];
    be_regret *r = be_arena_alloc(arena, 1, sizeof *r);
    if (r == NULL)
        return NULL;
    r->volume[BE_CASE_LOW] = demand->low;
    r->volume[BE_CASE_EXPECTED] = demand->volume;
    r->volume[BE_CASE_HIGH] = demand->high;
    for (int i = 0; i < BE_CASE_COUNT; i++) {
        if (!foresee(arena, quote, demand, r->volume[i], &outcomes[i]))
            return NULL;
    }
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        r->rows[id].id = (be_option_id)id;
        if (!fill_row(arena, quote, outcomes, &r->rows[id]))
            return NULL;
    }
    find_hindsight(r, outcomes);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (r->rows[id].offered)
            rue(r, &r->rows[id]);
    }
    find_least(r, quote);
    return r;
}
