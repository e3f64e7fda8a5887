#include <breakeven/bill.h>

#include "capacity.h"
#include "ledger.h"
#include "limits.h"
#include "waterfall.h"

/* Everything one computation needs at hand. */
typedef struct billing {
    const be_product *product;
    const be_demand *demand;
    const be_usage *usage;
    const be_purchase *purchases;
    size_t purchase_count;
    ledger ledger;
    waterfall waterfall;
    be_quantity mending; /* capacity that would make every month carry its load */
} billing;

static const be_source *source_or(const be_source *own, const be_product *product)
{
    return own != NULL ? own : product->source;
}

static be_message words(be_message_id id)
{
    return (be_message){.id = id};
}

static be_message words_with(be_message_id id, be_arg arg)
{
    return (be_message){id, {arg}};
}

/* -- pay as you go: the parts of a charge become lines ------------------------------------- */

/* The visitor's view: which month's lines, under which tariff, how many times over. */
typedef struct payg_lines {
    ledger *ledger;
    const be_product *product;
    int month;
    be_quantity times; /* a day's charge, so many days alike */
} payg_lines;

static be_message band_words(const be_tariff *tariff, const be_band *band)
{
    if (tariff->band_count == 1)
        return words(BE_MSG_WHAT_PAYG_ALL);
    if (band->up_to != BE_UNBOUNDED)
        return words_with(BE_MSG_WHAT_PAYG_UP_TO, be_arg_quantity(band->up_to));
    return words_with(BE_MSG_WHAT_PAYG_ABOVE, be_arg_quantity(band[-1].up_to));
}

static void name_payg_line(be_line *line, const be_tariff *tariff, const be_charge *part)
{
    static const be_message_id tier_rules[BE_TIER_MODE_COUNT] = {
        [BE_TIERS_FLAT] = BE_MSG_RULE_FLAT,
        [BE_TIERS_GRADUATED] = BE_MSG_RULE_GRADUATED,
        [BE_TIERS_VOLUME] = BE_MSG_RULE_VOLUME,
    };
    switch (part->kind) {
    case BE_CHARGE_UNITS:
        line->what = band_words(tariff, part->band);
        line->rule = words(tier_rules[tariff->mode]);
        break;
    case BE_CHARGE_FLAT:
        line->what = words(BE_MSG_WHAT_FLAT_FEE);
        line->rule = words(BE_MSG_RULE_FLAT_FEE);
        break;
    case BE_CHARGE_MINIMUM:
        line->what = words(BE_MSG_WHAT_MINIMUM);
        line->rule = words(BE_MSG_RULE_MINIMUM);
        break;
    case BE_CHARGE_KIND_COUNT:
        break;
    }
}

static void post_payg_part(void *context, const be_charge *part)
{
    const payg_lines *to = context;
    const be_payg *payg = &to->product->payg;
    const be_source *band_source = part->band != NULL ? part->band->source : NULL;
    const be_source *source = band_source != NULL ? band_source : payg->source;
    const ledger_entry entry = {
        .month = to->month,
        .quantity = be_quantity_scale(part->units, to->times, 1),
        .price = part->price,
        .per = part->kind == BE_CHARGE_UNITS ? payg->tariff.per : 1,
        .amount = be_amount_times(part->amount, to->times),
        .source = source_or(source, to->product),
    };
    be_line *line = ledger_post(to->ledger, LEDGER_USAGE, &entry);
    if (line != NULL)
        name_payg_line(line, &payg->tariff, part);
}

/* Tiers that start again each day see an even share of the month: some days one unit more. */
static void charge_payg(ledger *l, const be_product *product, int month, int days,
                        be_quantity before, be_quantity units)
{
    const be_tariff *tariff = &product->payg.tariff;
    payg_lines to = {l, product, month, 1};
    if (tariff->period == BE_PERIOD_MONTH) {
        be_tariff_charge(tariff, before, units, post_payg_part, &to);
        return;
    }
    be_quantity longer = units % days;
    to.times = days - longer;
    be_tariff_charge(tariff, before / days, units / days, post_payg_part, &to);
    to.times = longer;
    if (longer > 0)
        be_tariff_charge(tariff, before / days, units / days + 1, post_payg_part, &to);
}

/* -- the other layers cost nothing at use, and say so --------------------------------------- */

static void post_free_of_charge(billing *b, int t, be_quantity units, be_message what,
                                be_message rule, const be_source *source)
{
    if (units == 0)
        return;
    const ledger_entry entry = {
        .month = t,
        .quantity = units,
        .price = be_amount_zero(),
        .per = 1,
        .amount = be_amount_zero(),
        .source = source_or(source, b->product),
    };
    be_line *line = ledger_post(&b->ledger, LEDGER_USAGE, &entry);
    if (line != NULL) {
        line->what = what;
        line->rule = rule;
    }
}

static void post_free_quota(billing *b, int t, be_quantity units, be_quantity left)
{
    const be_free_quota *quota = &b->product->free;
    be_message_id what = quota->monthly ? BE_MSG_WHAT_FREE_MONTHLY : BE_MSG_WHAT_FREE_ONCE;
    be_message_id rule = quota->monthly ? BE_MSG_RULE_FREE_MONTHLY : BE_MSG_RULE_FREE_ONCE;
    be_quantity shown = quota->monthly ? quota->quantity : left;
    post_free_of_charge(b, t, units, words(what), words_with(rule, be_arg_quantity(shown)),
                        quota->source);
}

static void post_unserved(billing *b, int t, be_quantity units)
{
    bool opt_in = b->product->payg.offered && b->product->payg.opt_in;
    post_free_of_charge(b, t, units, words(BE_MSG_WHAT_UNSERVED),
                        words(opt_in ? BE_MSG_RULE_OPT_IN : BE_MSG_RULE_NO_PAYG),
                        b->product->payg.source);
}

static void post_usage(billing *b, int t, const be_units *units, be_quantity free_left)
{
    post_free_quota(b, t, units->layer[BE_LAYER_FREE], free_left);
    post_free_of_charge(b, t, units->layer[BE_LAYER_QPS], words(BE_MSG_WHAT_QPS_COVERED),
                        words(BE_MSG_RULE_QPS_FREE), NULL);
    post_free_of_charge(b, t, units->layer[BE_LAYER_PACKAGE], words(BE_MSG_WHAT_PACKAGE_USED),
                        words(BE_MSG_RULE_PACKAGE), NULL);
    const be_payg *payg = &b->product->payg;
    be_quantity gross = units->layer[BE_LAYER_PACKAGE];
    be_quantity before = payg->tariff.position == BE_POSITION_GROSS ? gross : 0;
    if (payg->offered && (!payg->opt_in || b->demand->postpaid))
        charge_payg(&b->ledger, b->product, t, b->usage->month[t].days, before,
                    units->layer[BE_LAYER_PAYG]);
    post_unserved(b, t, units->unserved);
}

/* -- purchases ------------------------------------------------------------------------------ */

static void post_package(billing *b, const be_purchase *buy)
{
    const be_package *package = &b->product->packages[buy->item];
    const ledger_entry entry = {
        .month = buy->month,
        .quantity = buy->count,
        .price = package->price,
        .per = 1,
        .amount = be_amount_times(package->price, buy->count),
        .source = source_or(package->source, b->product),
    };
    be_line *line = ledger_post(&b->ledger, LEDGER_PURCHASE, &entry);
    if (line == NULL)
        return;
    line->what = words_with(BE_MSG_WHAT_BUY_PACKAGE, be_arg_text(package->id));
    line->rule = words_with(BE_MSG_RULE_PREPAID_PACKAGE, be_arg_duration(package->valid));
}

/* The bands of a capacity price become a line each; every term costs the same. */
typedef struct capacity_lines {
    billing *billing;
    const be_purchase *buy;
} capacity_lines;

static void post_capacity_part(void *context, const be_charge *part)
{
    const capacity_lines *to = context;
    billing *b = to->billing;
    const be_capacity *capacity = &b->product->capacity;
    const be_capacity_price *price = &capacity->prices[to->buy->item];
    const be_source *source = part->band != NULL ? part->band->source : NULL;
    const ledger_entry entry = {
        .month = to->buy->month,
        .quantity = be_quantity_scale(part->units, to->buy->terms, 1),
        .price = part->price,
        .per = price->tariff.per,
        .amount = be_amount_times(part->amount, to->buy->terms),
        .source = source_or(source != NULL ? source : price->source, b->product),
    };
    be_line *line = ledger_post(&b->ledger, LEDGER_PURCHASE, &entry);
    if (line == NULL)
        return;
    bool qps = capacity->adds_to == BE_CAPACITY_QPS;
    line->what.id = qps ? BE_MSG_WHAT_BUY_QPS : BE_MSG_WHAT_BUY_CONCURRENCY;
    line->what.args[0] = be_arg_quantity(part->units);
    line->what.args[1] = be_arg_terms(to->buy->terms, (int)price->term);
    line->rule = words_with(BE_MSG_RULE_PREPAID_TERM, be_arg_terms(0, (int)price->term));
}

static void post_purchases(billing *b, int t)
{
    for (size_t i = 0; i < b->purchase_count; i++) {
        const be_purchase *buy = &b->purchases[i];
        if (buy->month != t || buy->count <= 0)
            continue;
        if (buy->kind == BE_BUY_PACKAGE && buy->item < b->product->package_count) {
            post_package(b, buy);
        } else if (buy->kind == BE_BUY_CAPACITY && buy->terms > 0 &&
                   buy->item < b->product->capacity.price_count) {
            capacity_lines to = {b, buy};
            be_tariff_charge(&b->product->capacity.prices[buy->item].tariff, 0, buy->count,
                             post_capacity_part, &to);
        }
    }
}

/* -- warnings that come out of a month's figures --------------------------------------------- */

/*
 * Under volume tiers more can cost less: is there a band above whose first unit makes the whole
 * month cheaper than it is?
 */
static void warn_of_cliff(billing *b, int t, be_quantity units, be_amount cost)
{
    const be_tariff *tariff = &b->product->payg.tariff;
    if (tariff->mode != BE_TIERS_VOLUME || units == 0 || !be_amount_is_known(cost) ||
        tariff->period != BE_PERIOD_MONTH || tariff->position != BE_POSITION_NET)
        return;
    be_amount cheapest = cost;
    be_quantity target = 0;
    for (const be_band *band = be_tariff_band_at(tariff, units); band->up_to != BE_UNBOUNDED;
         band++) {
        be_amount there = be_tariff_charge(tariff, 0, band->up_to + 1, NULL, NULL);
        if (be_amount_compare(there, cheapest) < 0) {
            cheapest = there;
            target = band->up_to + 1;
        }
    }
    if (target == 0)
        return;
    ledger_warn(&b->ledger,
                (be_message){BE_MSG_CLIFF,
                             {be_arg_month(b->usage->horizon.start + t), be_arg_quantity(units),
                              be_arg_quantity(target), be_arg_quantity(target - units)}});
}

static void explain_unserved(billing *b, be_quantity unserved)
{
    if (unserved == 0)
        return;
    bool opt_in = b->product->payg.offered && b->product->payg.opt_in;
    ledger_reason(&b->ledger, words_with(opt_in ? BE_MSG_UNSERVED_OPT_IN : BE_MSG_UNSERVED,
                                         be_arg_quantity(unserved)));
    if (opt_in)
        ledger_reason(&b->ledger, words(BE_MSG_FIX_POSTPAID));
}

static void explain_missing_amount(billing *b, be_amount total)
{
    static const be_message_id reasons[BE_AMOUNT_STATE_COUNT] = {
        [BE_AMOUNT_KNOWN] = BE_MSG_COUNT,
        [BE_AMOUNT_QUOTE] = BE_MSG_PRICE_QUOTE,
        [BE_AMOUNT_UNPUBLISHED] = BE_MSG_PRICE_UNPUBLISHED,
        [BE_AMOUNT_OVERFLOW] = BE_MSG_AMOUNT_OVERFLOW,
    };
    be_message_id id = reasons[be_amount_state_of(total)];
    if (id != BE_MSG_COUNT)
        ledger_reason(&b->ledger, words(id));
}

/* -- the months -------------------------------------------------------------------------------- */

static void judge_limits(billing *b, int t, bool had_package, be_bill_month *month)
{
    const be_usage_month *usage = &b->usage->month[t];
    be_horizon horizon = b->usage->horizon;
    const limits_case c = {
        .product = b->product,
        .demand = b->demand,
        .usage = usage,
        .month = horizon.start + t,
        .bought_peak = capacity_level(b->product, horizon, b->purchases, b->purchase_count, t,
                                      usage->peak_days),
        .bought_all =
            capacity_level(b->product, horizon, b->purchases, b->purchase_count, t, usage->days),
        .package_lifts =
            had_package && month->units.layer[BE_LAYER_PAYG] == 0 && month->units.unserved == 0,
    };
    limits_judge(&c, &b->ledger, month, &b->mending);
}

static void add_units(be_units *sum, const be_units *units)
{
    sum->demand += units->demand;
    sum->unserved += units->unserved;
    for (int layer = 0; layer < BE_LAYER_COUNT; layer++)
        sum->layer[layer] += units->layer[layer];
}

static void bill_month(billing *b, int t)
{
    be_bill *bill = b->ledger.bill;
    be_bill_month *month = &bill->month[t];
    const be_usage_month *usage = &b->usage->month[t];

    post_purchases(b, t);
    be_quantity free_left = b->waterfall.free_left;
    bool had_package = waterfall_package_balance(&b->waterfall, t) > 0;
    int qps_days =
        b->product->capacity.calls_free
            ? capacity_days(b->product, b->usage->horizon, b->purchases, b->purchase_count, t)
            : 0;
    waterfall_month(&b->waterfall, t, usage, qps_days, &month->units);
    post_usage(b, t, &month->units, free_left);
    judge_limits(b, t, had_package, month);
    month->package_left = waterfall_carried_over(&b->waterfall, t);
    waterfall_expire(&b->waterfall, t, &bill->waste_units, &bill->waste_amount);
    warn_of_cliff(b, t, month->units.layer[BE_LAYER_PAYG], month->usage);

    add_units(&bill->units, &month->units);
    if (month->carries > bill->carries)
        bill->carries = month->carries;
}

bool be_bill_compute(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, const be_purchase *purchases, size_t purchase_count,
                     be_bill_detail detail, be_bill *out)
{
    billing b = {
        .product = product,
        .demand = demand,
        .usage = usage,
        .purchases = purchases,
        .purchase_count = purchase_count,
    };
    *out = (be_bill){.horizon = usage->horizon};
    ledger_open(&b.ledger, arena, out, detail == BE_BILL_LINES);
    if (!waterfall_begin(&b.waterfall, arena, product, demand, usage->horizon, purchases,
                         purchase_count))
        return false;
    for (int t = 0; t < usage->horizon.months; t++)
        bill_month(&b, t);
    out->feasible = out->units.unserved == 0 && out->carries != BE_CARRIES_NO;
    limits_suggest(product, b.mending, &b.ledger);
    explain_unserved(&b, out->units.unserved);
    explain_missing_amount(&b, out->total);
    return ledger_close(&b.ledger);
}

bool be_bill_rate(be_arena *arena, const be_product *product, be_quantity billable, int days,
                  be_amount *amount, const be_line **lines, size_t *line_count)
{
    be_bill bill = {.horizon = {.months = 1}};
    ledger l;
    ledger_open(&l, arena, &bill, true);
    charge_payg(&l, product, 0, days, 0, billable);
    if (!ledger_close(&l))
        return false;
    *amount = bill.total;
    *lines = bill.lines;
    *line_count = bill.line_count;
    return true;
}
