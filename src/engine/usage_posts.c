#include "billing.h"
#include "join.h"
#include "points.h"

const be_source *source_or(const be_source *own, const be_product *product)
{
    return own != NULL ? own : product->source;
}

be_message words(be_message_id id)
{
    return (be_message){.id = id};
}

be_message words_with(be_message_id id, be_arg arg)
{
    return (be_message){id, {arg}};
}

void post_too_large(billing *b, ledger_account account, int t)
{
    const ledger_entry entry = {
        .month = t,
        .quantity = BE_QUANTITY_MAX,
        .price = be_amount_missing(BE_AMOUNT_OVERFLOW),
        .per = 1,
        .amount = be_amount_missing(BE_AMOUNT_OVERFLOW),
        .source = b->item.product->source,
    };
    be_line *line = ledger_post(&b->ledger, account, &entry);
    if (line == NULL)
        return;
    line->what = words(BE_MSG_WHAT_TOO_LARGE);
    line->rule = words_with(BE_MSG_RULE_TOO_LARGE, be_arg_quantity(BE_QUANTITY_MAX));
}

/* -- pay as you go: the parts of a charge become lines ----------------------------------------- */

/* Whose parts: one tariff's, of one meter where there are several, in one month. */
typedef struct charge_posts {
    ledger *ledger;
    const be_product *product;
    const be_tariff *tariff;
    const be_flow *flow; /* NULL: the product has one meter */
    be_quantity request_size;
    int month;
} charge_posts;

static be_message band_words(const be_tariff *tariff, const be_band *band)
{
    if (tariff->band_count == 1)
        return words(BE_MSG_WHAT_PAYG_ALL);
    if (band->up_to != BE_UNBOUNDED)
        return words_with(BE_MSG_WHAT_PAYG_UP_TO, be_arg_quantity(band->up_to));
    return words_with(BE_MSG_WHAT_PAYG_ABOVE, be_arg_quantity(band[-1].up_to));
}

static be_message meter_words(const charge_posts *to, const be_band *band)
{
    static const be_message_id ids[BE_USE_COUNT] = {
        [BE_USE_STANDARD] = BE_MSG_WHAT_METER,
        [BE_USE_BATCH] = BE_MSG_WHAT_METER_BATCH,
        [BE_USE_CACHED] = BE_MSG_WHAT_METER_CACHED,
    };
    be_message message = words_with(ids[to->flow->use],
                                    be_arg_name(to->flow->meter->name, to->flow->meter->name_zh));
    bool by_total = to->tariff->mode == BE_TIERS_GRADUATED || to->tariff->mode == BE_TIERS_VOLUME;
    if (!by_total || to->tariff->band_count == 1)
        return message;
    bool last = band->up_to == BE_UNBOUNDED;
    message.id = last ? BE_MSG_WHAT_METER_ABOVE : BE_MSG_WHAT_METER_UP_TO;
    message.args[1] = be_arg_quantity(last ? band[-1].up_to : band->up_to);
    return message;
}

static void name_units(const charge_posts *to, const be_charge *part, be_line *line)
{
    static const be_message_id rules[BE_TIER_MODE_COUNT] = {
        [BE_TIERS_FLAT] = BE_MSG_RULE_FLAT,
        [BE_TIERS_GRADUATED] = BE_MSG_RULE_GRADUATED,
        [BE_TIERS_VOLUME] = BE_MSG_RULE_VOLUME,
        [BE_TIERS_REQUEST] = BE_MSG_RULE_REQUEST,
    };
    line->what =
        to->flow != NULL ? meter_words(to, part->band) : band_words(to->tariff, part->band);
    line->rule = words(rules[to->tariff->mode]);
    if (to->tariff->mode == BE_TIERS_REQUEST)
        line->rule.args[0] = be_arg_quantity(to->request_size);
}

static void name_line(const charge_posts *to, const be_charge *part, be_line *line)
{
    switch (part->kind) {
    case BE_CHARGE_UNITS:
        name_units(to, part, line);
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

/* Where a price stands: with its band, its meter, pay as you go as a whole, or the product. */
static const be_source *source_of(const charge_posts *to, const be_band *band)
{
    if (band != NULL && band->source != NULL)
        return band->source;
    if (to->flow != NULL && to->flow->meter->source != NULL)
        return to->flow->meter->source;
    return source_or(to->product->payg.source, to->product);
}

static void post_part(void *context, const be_charge *part)
{
    const charge_posts *to = context;
    const ledger_entry entry = {
        .month = to->month,
        .quantity = part->units * part->times, /* a month's units, or a day's and its days */
        .price = part->price,
        .per = part->kind == BE_CHARGE_UNITS ? to->tariff->per : 1,
        .amount = be_amount_times(part->amount, part->times),
        .source = source_of(to, part->band),
    };
    be_line *line = ledger_post(to->ledger, LEDGER_USAGE, &entry);
    if (line != NULL)
        name_line(to, part, line);
}

static void post_charge(charge_posts *to, int days, be_quantity before, be_quantity units)
{
    if (to->tariff->mode == BE_TIERS_REQUEST)
        be_tariff_charge_request(to->tariff, to->request_size, units, post_part, to);
    else
        be_tariff_charge_month(to->tariff, days, before, units, post_part, to);
}

void post_payg(ledger *l, const be_product *product, int month, int days, be_quantity before,
               be_quantity units)
{
    charge_posts to = {
        .ledger = l, .product = product, .tariff = &product->payg.tariff, .month = month};
    post_charge(&to, days, before, units);
}

/* -- the other layers cost nothing at use, and say so --------------------------------------- */

/* Posts units that nothing is paid for. The line, whose words the caller fills in, or NULL. */
static be_line *post_unpaid(billing *b, int t, be_quantity units, const be_source *source)
{
    if (units == 0)
        return NULL;
    const ledger_entry entry = {
        .month = t,
        .quantity = units,
        .price = be_amount_zero(),
        .per = 1,
        .amount = be_amount_zero(),
        .source = source_or(source, b->item.product),
    };
    return ledger_post(&b->ledger, LEDGER_USAGE, &entry);
}

/* `left` at the month's start; of a monthly quota the whole is told. */
static void post_free_quota(billing *b, int t, be_quantity units, be_quantity left,
                            const be_flow *flow)
{
    const be_free_quota *quota = &b->item.product->free;
    be_line *line = post_unpaid(b, t, units, quota->source);
    if (line == NULL)
        return;
    line->what = words(quota->monthly ? BE_MSG_WHAT_FREE_MONTHLY : BE_MSG_WHAT_FREE_ONCE);
    if (flow != NULL)
        line->what = words_with(BE_MSG_WHAT_METER_FREE,
                                be_arg_name(flow->meter->name, flow->meter->name_zh));
    line->rule = words_with(quota->monthly ? BE_MSG_RULE_FREE_MONTHLY : BE_MSG_RULE_FREE_ONCE,
                            be_arg_quantity(quota->monthly ? quota->quantity : left));
}

static void post_unserved(billing *b, int t, be_quantity units)
{
    const be_payg *payg = &b->item.product->payg;
    be_line *line = post_unpaid(b, t, units, payg->source);
    if (line == NULL)
        return;
    line->what = words(BE_MSG_WHAT_UNSERVED);
    line->rule = words(payg->offered && payg->opt_in ? BE_MSG_RULE_OPT_IN : BE_MSG_RULE_NO_PAYG);
}

/* The layers that were paid for in advance. `points` is what a unit costs of them. */
static void post_prepaid_layers(billing *b, int t, const be_units *units, be_quantity points)
{
    static const struct {
        be_layer layer;
        be_message_id what, rule;
    } layers[] = {
        {BE_LAYER_QPS, BE_MSG_WHAT_QPS_COVERED, BE_MSG_RULE_QPS_FREE},
        {BE_LAYER_PACKAGE, BE_MSG_WHAT_PACKAGE_USED, BE_MSG_RULE_PACKAGE},
        {BE_LAYER_GENERAL, BE_MSG_WHAT_GENERAL_USED, BE_MSG_RULE_GENERAL},
    };
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        be_line *line = post_unpaid(b, t, units->layer[layers[i].layer], NULL);
        if (line == NULL)
            continue;
        line->what = words(layers[i].what);
        line->rule = words_with(layers[i].rule, be_arg_quantity(points));
    }
}

/* -- a month ----------------------------------------------------------------------------------- */

/* One meter, whose units are what the demand counts. */
static void post_single(billing *b, int t, be_units *units)
{
    const be_product *product = b->item.product;
    const be_payg *payg = &product->payg;
    const be_usage_month *usage = &b->item.usage->month[t];
    be_quantity free_left = b->waterfall.free_left;
    be_quantity points = points_price(b->waterfall.points, product, t);
    waterfall_run(&b->waterfall, usage->billable, true, units);

    post_free_quota(b, t, units->layer[BE_LAYER_FREE], free_left, NULL);
    post_prepaid_layers(b, t, units, points);
    be_quantity covered = units->layer[BE_LAYER_PACKAGE] + units->layer[BE_LAYER_GENERAL];
    be_quantity before = payg->tariff.position == BE_POSITION_GROSS ? covered : 0;
    if (payg->offered && (!payg->opt_in || b->item.demand->postpaid))
        post_payg(&b->ledger, product, t, usage->days, before, units->layer[BE_LAYER_PAYG]);
    post_unserved(b, t, units->unserved);
}

void bill_units_add(be_units *sum, const be_units *units)
{
    sum->demand += units->demand;
    sum->unserved += units->unserved;
    for (int layer = 0; layer < BE_LAYER_COUNT; layer++)
        sum->layer[layer] += units->layer[layer];
}

static void post_flow(billing *b, int t, const be_flow *flow, be_quantity size, be_units *units)
{
    be_units own = {0};
    be_quantity free_left = b->waterfall.free_left;
    bool free = flow->use == BE_USE_STANDARD && flow->meter->free;
    waterfall_run(&b->waterfall, flow->units, free, &own);
    if (flow->units > BE_QUANTITY_MAX)
        post_too_large(b, LEDGER_USAGE, t);
    post_free_quota(b, t, own.layer[BE_LAYER_FREE], free_left, flow);
    charge_posts to = {.ledger = &b->ledger,
                       .product = b->item.product,
                       .tariff = &flow->meter->tariff[flow->use],
                       .flow = flow,
                       .request_size = size,
                       .month = t};
    post_charge(&to, b->item.usage->month[t].days, 0, own.layer[BE_LAYER_PAYG]);
    bill_units_add(units, &own);
}

/* The names of the meters of which nobody says how much a request takes; NULL where all is said. */
static const be_name_list *unknown_meters(billing *b)
{
    const be_product *product = b->item.product;
    const be_name_list *names = NULL;
    be_arena *arena = b->ledger.recording ? b->ledger.arena : b->ledger.work;
    for (size_t i = 0; i < product->meter_count; i++) {
        if (be_demand_per_request(b->item.demand, product, i) >= 0)
            continue;
        names = join_names(arena, names, product->meters[i].name, product->meters[i].name_zh);
        if (names == NULL)
            b->ledger.failed = true;
    }
    return names;
}

/* What a request takes has to be known, and the product has to take such a request. */
static bool request_priceable(billing *b, be_quantity size)
{
    const be_product *product = b->item.product;
    const be_name_list *unknown = unknown_meters(b);
    bool too_large = product->request_max > 0 && size > product->request_max;
    if (unknown != NULL)
        ledger_reason(&b->ledger, words_with(BE_MSG_NEEDS_PER_REQUEST, be_arg_list(unknown)));
    if (too_large) {
        be_message message = words_with(BE_MSG_REQUEST_TOO_LARGE, be_arg_quantity(size));
        message.args[1] = be_arg_quantity(product->request_max);
        ledger_reason(&b->ledger, message);
    }
    return unknown == NULL && !too_large;
}

static void post_meters(billing *b, int t, be_units *units)
{
    be_flow flows[BE_FLOWS_MAX];
    const be_product *product = b->item.product;
    be_quantity requests = b->item.usage->month[t].billable;
    be_quantity size = be_demand_request_size(b->item.demand, product);
    if (requests > 0 && !request_priceable(b, size))
        b->unpriceable = true;
    size_t count = be_demand_flows(b->item.demand, product, requests, flows);
    for (size_t i = 0; i < count; i++)
        post_flow(b, t, &flows[i], size, units);
}

void post_usage(billing *b, int t, be_units *units)
{
    *units = (be_units){0};
    if (b->item.usage->too_large && t == 0)
        post_too_large(b, LEDGER_USAGE, t);
    if (b->item.product->meter_count > 0)
        post_meters(b, t, units);
    else
        post_single(b, t, units);
}
