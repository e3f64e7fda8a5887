#include "engine_plan.h"

#include <string.h>

#include "engine_test.h"

/* Plans begin in 2027, so that those that run into the next year see a leap year's February. */
enum { FIRST_YEAR = 2027, PERCENT = 100, THOUSAND = 1000 };

/* -- amounts, shares, tariffs ----------------------------------------------------------------- */

be_amount amount_of_plain(plain_money money)
{
    return be_amount_divide(be_amount_of(money), PLAIN_ONE);
}

bool same_amount(be_amount a, be_amount b)
{
    return be_amount_compare(a, b) == 0;
}

void expect_money(unsigned number, const char *what, be_amount actual, plain_money expected)
{
    if (same_amount(actual, amount_of_plain(expected)))
        return;
    char text[BE_AMOUNT_TEXT], wanted[BE_AMOUNT_TEXT];
    be_amount_format(actual, text);
    be_amount_format(amount_of_plain(expected), wanted);
    fail_msg("case %u: %s is %s, not %s", number, what, text, wanted);
}

be_ratio ratio_of_percent(int percent)
{
    return percent * (BE_RATIO_ONE / PERCENT);
}

be_tariff engine_tariff(const plain_tariff *plain, be_band room[PLAIN_BANDS])
{
    static const be_tier_mode modes[] = {[PLAIN_FLAT] = BE_TIERS_FLAT,
                                         [PLAIN_GRADUATED] = BE_TIERS_GRADUATED,
                                         [PLAIN_VOLUME] = BE_TIERS_VOLUME,
                                         [PLAIN_REQUEST] = BE_TIERS_REQUEST};
    for (int i = 0; i < plain->band_count; i++) {
        const plain_band *band = &plain->bands[i];
        room[i] = (be_band){.up_to = band->up_to == PLAIN_ENDLESS ? BE_UNBOUNDED : band->up_to,
                            .price = amount_of_plain(band->price),
                            .flat = amount_of_plain(band->flat)};
    }
    return (be_tariff){.mode = modes[plain->mode],
                       .position = plain->gross ? BE_POSITION_GROSS : BE_POSITION_NET,
                       .period = plain->daily ? BE_PERIOD_DAY : BE_PERIOD_MONTH,
                       .per = plain->per,
                       .block = plain->block,
                       .minimum = amount_of_plain(plain->minimum),
                       .flat_at_zero = plain->flat_at_zero,
                       .bands = room,
                       .band_count = (size_t)plain->band_count};
}

/* -- plans ------------------------------------------------------------------------------------ */

static const char *const ids[PLAIN_ITEMS] = {"a", "b", "c"};
static const char *const keys[PLAIN_ITEMS] = {"test/a", "test/b", "test/c"};

static void fill_packages(engine_item *out, const plain_item *plain)
{
    be_product *product = &out->box.product;
    product->packages = out->box.packages;
    product->package_count = plain_draws_on(plain, PLAIN_PACKAGE) ? PLAIN_PACKAGES : 0;
    for (int i = 0; i < PLAIN_PACKAGES; i++) {
        out->box.packages[i] = (be_package){.id = "p",
                                            .size = plain->packages[i].size,
                                            .price = amount_of_plain(plain->packages[i].price),
                                            .valid = {plain->packages[i].months, BE_MONTHS}};
    }
}

static void fill_stock(engine_plan *plan, engine_item *out, const plain_item *plain)
{
    for (int i = 0; i < plain->purchase_count; i++) {
        const plain_purchase *p = &plain->purchases[i];
        out->purchases[out->purchase_count++] =
            (be_purchase){.kind = p->general ? BE_BUY_GENERAL : BE_BUY_PACKAGE,
                          .item = (size_t)p->package,
                          .month = p->month,
                          .count = p->count,
                          .terms = 1};
    }
    for (int i = 0; i < plain->owned_count; i++) {
        const plain_owned *o = &plain->owned[i];
        out->owned[i] = (be_owned){.general = o->general ? &plan->generals[o->package] : NULL,
                                   .size = 0,
                                   .left = o->left,
                                   .expires = plan->horizon.start + o->last};
    }
}

/* One QPS for as many days as the plan says, at 1.50 a day. */
static void fill_qps(engine_item *out, const plain_item *plain)
{
    static const band_row by_day[] = {{0, "1.5", NULL}};
    out->box.prices[0] = (be_capacity_price){
        .term = BE_TERM_DAY,
        .tariff = make_tariff(BE_TIERS_FLAT, out->box.price_bands[0], by_day, 1)};
    out->box.product.capacity = (be_capacity){.offered = plain->order[0] == PLAIN_QPS,
                                              .calls_free = true,
                                              .min = 1,
                                              .max = BE_UNBOUNDED,
                                              .prices = out->box.prices,
                                              .price_count = 1};
    for (int t = 0; t < PLAIN_MONTHS; t++) {
        if (plain->qps_days[t] > 0)
            out->purchases[out->purchase_count++] = buy_capacity(0, t, 1, plain->qps_days[t]);
    }
}

static void fill_meters(engine_item *out, const plain_item *plain)
{
    be_product *product = &out->box.product;
    product->meters = out->meters;
    product->meter_count = (size_t)plain->meter_count;
    product->request_meter = (size_t)plain->request_meter;
    product->request_max = BE_UNBOUNDED;
    for (int i = 0; i < plain->meter_count; i++) {
        const plain_meter *meter = &plain->meters[i];
        be_ratio asked = meter->per_request * (BE_RATIO_ONE / THOUSAND);
        /* The last meter takes what the product says, the others what the demand says. */
        bool last = i == plain->meter_count - 1;
        out->meters[i] = (be_meter){.id = "m",
                                    .name = "m",
                                    .unit = "unit",
                                    .free = meter->free,
                                    .per_request = last ? asked : 0};
        out->per_request[i] = asked;
        for (int use = 0; use < PLAIN_USES; use++) {
            if (meter->priced[use])
                out->meters[i].tariff[use] =
                    engine_tariff(&meter->tariff[use], out->meter_bands[i][use]);
        }
    }
}

static void fill_demand(engine_item *out, const plain_item *plain)
{
    const plain_demand *d = &plain->demand;
    for (int t = 0; t < d->typed_count; t++)
        out->volumes[t] = d->typed[t];
    for (int i = 0; i < PLAIN_YEAR_OF_MONTHS; i++)
        out->season[i] = ratio_of_percent(d->season[i]);
    out->demand = (be_demand){
        .volume = d->volume,
        .growth = ratio_of_percent(d->growth),
        .season = d->seasonal ? out->season : NULL,
        .volumes = d->typed_count > 0 ? out->volumes : NULL,
        .volume_count = (size_t)d->typed_count,
        .per_request = out->per_request,
        .per_request_count = plain->meter_count > 0 ? (size_t)plain->meter_count - 1 : 0,
        .batch = ratio_of_percent(plain->batch),
        .cached = ratio_of_percent(plain->cached),
        .discount = ratio_of_percent(plain->discount),
        .tax = ratio_of_percent(plain->tax),
        .failures = ratio_of_percent(d->failures),
        .failures_billed = ratio_of_percent(d->failures_billed),
        .has_free_left = plain->free_said >= 0,
        .free_left = plain->free_said >= 0 ? plain->free_said : 0,
        .postpaid = plain->opt_in && plain->payg_on,
        .owned = out->owned,
        .owned_count = (size_t)plain->owned_count,
    };
}

static void fill_product(engine_item *out, const plain_item *plain)
{
    static const be_layer layers[PLAIN_LAYERS] = {[PLAIN_FREE] = BE_LAYER_FREE,
                                                  [PLAIN_QPS] = BE_LAYER_QPS,
                                                  [PLAIN_PACKAGE] = BE_LAYER_PACKAGE,
                                                  [PLAIN_GENERAL] = BE_LAYER_GENERAL,
                                                  [PLAIN_PAYG] = BE_LAYER_PAYG};
    be_product *product = &out->box.product;
    product->currency = "USD";
    product->deduction_count = (size_t)plain->layers;
    for (int i = 0; i < plain->layers; i++)
        product->deduction[i] = layers[plain->order[i]];
    product->free = (be_free_quota){.quantity = plain->free,
                                    .monthly = plain->free_monthly,
                                    .valid = {plain->free_days, BE_DAYS}};
    product->payg = (be_payg){.offered = plain->order[plain->layers - 1] == PLAIN_PAYG,
                              .opt_in = plain->opt_in,
                              .tariff = engine_tariff(&plain->tariff, out->box.bands)};
}

static void fill_item(engine_plan *plan, size_t i, const plain_item *plain)
{
    engine_item *out = &plan->items[i];
    be_product *product = &out->box.product;
    product->provider = &plan->provider;
    product->id = ids[i];
    product->key = keys[i];
    fill_product(out, plain);
    fill_packages(out, plain);
    fill_stock(plan, out, plain);
    fill_qps(out, plain);
    fill_meters(out, plain);
    fill_demand(out, plain);
    be_usage_resolve(&out->demand, plan->horizon, &out->usage);
}

static void fill_generals(engine_plan *out, const plain_plan *plain)
{
    static const be_source page = {.id = "page", .title = "Page", .date_text = "2026"};
    out->provider = (be_provider){.id = "test",
                                  .name = "Test",
                                  .general_packages = out->generals,
                                  .general_package_count = PLAIN_GENERALS};
    for (int i = 0; i < PLAIN_GENERALS; i++) {
        be_general_package *general = &out->generals[i];
        *general = (be_general_package){.id = "g",
                                        .points = plain->generals[i].size,
                                        .price = amount_of_plain(plain->generals[i].price),
                                        .valid = {plain->generals[i].months, BE_MONTHS},
                                        .covers = out->covers[i],
                                        .source = &page};
        for (int item = 0; item < plain->item_count; item++) {
            int points = plain->items[item].points[i];
            if (points > 0)
                out->covers[i][general->cover_count++] = (be_general_cover){ids[item], points};
        }
    }
}

void engine_plan_fill(engine_plan *out, const plain_plan *plain)
{
    memset(out, 0, sizeof *out);
    out->horizon = horizon_of(FIRST_YEAR, plain->start + 1, plain->months);
    out->item_count = (size_t)plain->item_count;
    fill_generals(out, plain);
    for (int i = 0; i < plain->item_count; i++)
        fill_item(out, (size_t)i, &plain->items[i]);
}

void bill_plan(be_arena *arena, const engine_plan *plan, be_bill bills[PLAIN_ITEMS])
{
    be_bill_item items[PLAIN_ITEMS];
    for (size_t i = 0; i < plan->item_count; i++) {
        const engine_item *item = &plan->items[i];
        items[i] = (be_bill_item){&item->box.product, &item->demand, &item->usage, item->purchases,
                                  item->purchase_count};
    }
    assert_true(be_bill_compute_plan(arena, items, plan->item_count, BE_BILL_LINES, bills));
}

const be_bill *bill_first(be_arena *arena, const engine_plan *plan)
{
    const engine_item *item = &plan->items[0];
    return bill_of(arena, &item->box.product, &item->demand, plan->horizon, item->purchases,
                   item->purchase_count);
}
