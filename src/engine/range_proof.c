#include "range_proof.h"

#include "amount_ops.h"
#include "kinder_tariff.h"
#include "limits.h"
#include "optimum_among.h"

/* The plan at two volumes, by list prices. */
typedef struct bracket {
    explaining *e;
    be_demand demand;
    be_usage low, high;
    be_bill at_low, at_high;
    bool marginal[BE_MONTHS_MAX]; /* one more unit of the month costs the plan something */
    be_quantity paid, missing;    /* units of these months, and of the others, between the two */
    be_quantity spared;           /* the most of them that a month may pay for less */
    const be_band *band;          /* of the lowest price that the plan pays for one more */
} bracket;

static bool price(const bracket *b, const be_usage *usage, be_bill *out)
{
    const be_schedule *plan = &b->e->best->schedule;
    be_arena_reset(b->e->scratch);
    return be_bill_compute(b->e->scratch, b->e->product, &b->demand, usage, plan->purchases,
                           plan->count, BE_BILL_TOTALS, out);
}

static void resolve(const bracket *b, be_quantity volume, be_usage *out)
{
    be_demand demand = b->demand;
    demand.volume = volume;
    be_usage_resolve(&demand, b->e->quote->usage.horizon, out);
}

static bool open_bracket(bracket *b, explaining *e, be_quantity from, be_quantity to)
{
    *b = (bracket){.e = e, .demand = *e->demand};
    b->demand.discount = 0;
    resolve(b, from, &b->low);
    resolve(b, to, &b->high);
    return price(b, &b->low, &b->at_low) && price(b, &b->high, &b->at_high);
}

/* -- which products -----------------------------------------------------------------------------
 */

static bool is_payg_on(const bracket *b)
{
    const be_payg *payg = &b->e->product->payg;
    return payg->offered && (!payg->opt_in || b->demand.postpaid);
}

/* Units are worth one unit of a package each, whichever package it is. */
static bool draws_on_points(const bracket *b)
{
    const be_provider *provider = b->e->product->provider;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], b->e->product) > 0)
            return true;
    }
    return false;
}

static bool pays_last(const be_product *product)
{
    for (size_t i = 0; i + 1 < product->deduction_count; i++) {
        if (product->deduction[i] == BE_LAYER_PAYG)
            return false;
    }
    return true;
}

/*
 * Where packages lower the limit, what is carried at both volumes may not be between them: a month
 * without calls, or with more than its packages cover, has no lower limit.
 */
static bool is_lowered(const bracket *b)
{
    const be_limits *limits = &b->e->product->limits;
    return limits_packages_lower(limits) && limits_most_qps(&b->high) > limits->with_package.value;
}

static bool is_understood(const bracket *b)
{
    const be_product *product = b->e->product;
    return product->meter_count == 0 && pays_last(product) && !draws_on_points(b) &&
           !is_lowered(b) && !b->low.too_large && !b->high.too_large &&
           (!is_payg_on(b) || kinder_understands(&product->payg.tariff));
}

/* -- what more units cost the plan --------------------------------------------------------------
 */

static be_quantity more_units(const bracket *b, int t)
{
    return b->high.month[t].billable - b->low.month[t].billable;
}

/* The larger volume, in some months as it is at the smaller one. */
static be_usage mixed(const bracket *b, const bool as_low[BE_MONTHS_MAX])
{
    be_usage usage = b->high;
    for (int t = 0; t < usage.horizon.months; t++) {
        if (!as_low[t])
            continue;
        usage.billable_total -= more_units(b, t);
        usage.month[t] = b->low.month[t];
    }
    return usage;
}

static bool find_marginal(bracket *b)
{
    if (amount_compare(b->at_low.total, b->at_high.total) == 0 && !is_payg_on(b))
        return true;
    for (int t = 0; t < b->high.horizon.months; t++) {
        bool one[BE_MONTHS_MAX] = {false};
        be_bill bill;
        one[t] = true;
        const be_usage usage = mixed(b, one);
        if (!price(b, &usage, &bill))
            return false;
        b->marginal[t] = amount_compare(bill.total, b->at_high.total) != 0;
    }
    return true;
}

/* Whether use that is missing in one month may leave something for a later one. */
static bool carries_over(const bracket *b)
{
    const be_product *product = b->e->product;
    bool once = product->free.quantity > 0 && !product->free.monthly;
    bool stored = once || b->demand.owned_count > 0;
    for (size_t i = 0; i < product->package_count; i++)
        stored = stored || amount_is_known(product->packages[i].price);
    return stored;
}

static void count_units(bracket *b)
{
    for (int t = 0; t < b->high.horizon.months; t++) {
        be_quantity more = more_units(b, t);
        *(b->marginal[t] ? &b->paid : &b->missing) += more;
        if (b->marginal[t] && more > b->spared)
            b->spared = more;
    }
    if (carries_over(b))
        b->spared = b->paid;
}

static be_quantity paid_in(const be_bill *bill, int t)
{
    return bill->month[t].units.layer[BE_LAYER_PAYG];
}

/* The band of the month's next unit, where all between the two volumes cost at least as much. */
static const be_band *band_of(const bracket *b, int t)
{
    const be_tariff *tariff = &b->e->product->payg.tariff;
    be_quantity first = paid_in(&b->at_low, t);
    const be_band *last = be_tariff_band_at(tariff, paid_in(&b->at_high, t));
    bool falls = tariff->mode == BE_TIERS_VOLUME;
    return falls && be_tariff_band_at(tariff, first > 0 ? first : 1) != last ? NULL : last;
}

/* Whether all units of the marginal months are paid for by the unit, and at which lowest price. */
static bool find_band(bracket *b)
{
    be_quantity more = 0;
    for (int t = 0; t < b->high.horizon.months; t++) {
        be_quantity rise = paid_in(&b->at_high, t) - paid_in(&b->at_low, t);
        if (rise < 0)
            return false;
        if (rise == 0)
            continue;
        const be_band *band = band_of(b, t);
        if (band == NULL)
            return false;
        b->band = b->band == NULL || band > b->band ? band : b->band;
        more += rise;
    }
    return more == b->paid;
}

/* -- the question for all volumes between -------------------------------------------------------
 */

/* Limits that fall with the last unit of a package may be kept at a volume between, and not here.
 */
static bool depends_on_balance(const bracket *b)
{
    const be_limits *limits = &b->e->product->limits;
    be_quantity most = 0;
    for (int t = 0; t < b->high.horizon.months; t++)
        most = b->high.month[t].qps_peak > most ? b->high.month[t].qps_peak : most;
    return limits->with_package.stated && !(limits->qps.stated && most <= limits->qps.value);
}

/* As many units as the larger volume has, where they cost; what has to be carried as below. */
static be_usage question_usage(const bracket *b)
{
    bool as_low[BE_MONTHS_MAX];
    for (int t = 0; t < BE_MONTHS_MAX; t++)
        as_low[t] = !b->marginal[t];
    be_usage usage = mixed(b, as_low);
    for (int t = 0; t < usage.horizon.months; t++) {
        be_quantity billable = usage.month[t].billable;
        usage.month[t] = b->low.month[t];
        usage.month[t].billable = billable;
    }
    return usage;
}

static bool ask(const bracket *b, const be_product *product, const be_usage *usage, bool *proven)
{
    const be_schedule known[] = {b->e->best->schedule, {.proven = true}};
    be_optimum o;
    if (!optimum_among(b->e->scratch, product, &b->demand, usage, known, 2, &o))
        return false;
    *proven = amount_is_known(o.bound) && amount_compare(o.bound, b->at_high.total) >= 0;
    return true;
}

static bool ask_kindly(const bracket *b, bool *proven)
{
    be_product product = *b->e->product;
    const be_tariff *tariff = &product.payg.tariff;
    const be_band *band = b->band != NULL ? b->band : tariff->bands;
    const kindness by = {b->spared, band->price, b->missing};
    const be_usage usage = question_usage(b);
    be_bill bill;
    bool made;
    if (!price(b, &usage, &bill))
        return false;
    if (!bill.feasible || amount_compare(bill.total, b->at_high.total) != 0)
        return true;
    be_arena_reset(b->e->scratch);
    if (!kinder_tariff(b->e->scratch, tariff, band, by, &product.payg.tariff, &made))
        return false;
    return !made || ask(b, &product, &usage, proven);
}

/* Under tiers by which more units never cost less, no plan costs less at a larger volume. */
static bool costs_the_same(const bracket *b)
{
    bool falls = is_payg_on(b) && b->e->product->payg.tariff.mode == BE_TIERS_VOLUME;
    return !falls && amount_compare(b->at_low.total, b->at_high.total) == 0;
}

bool range_proof(explaining *e, be_quantity from, be_quantity to, bool *proven, bool *searched)
{
    bracket b;
    *searched = false;
    if (!open_bracket(&b, e, from, to))
        return false;
    *proven = to - from <= 1;
    if (*proven || !is_understood(&b))
        return true;
    *proven = costs_the_same(&b);
    if (*proven || !is_payg_on(&b))
        return true;
    if (!find_marginal(&b))
        return false;
    count_units(&b);
    if (!find_band(&b) || (b.paid > 0 && depends_on_balance(&b)))
        return true;
    *searched = true;
    return ask_kindly(&b, proven);
}
