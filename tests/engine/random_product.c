#include "random_product.h"

#include <string.h>

#include "engine_test.h"

/* Plans begin in 2027, so that those that run into the next year see a leap year's February. */
enum { FIRST_YEAR = 2027, LEAP_FEBRUARY = 13, PERCENT = 100 };

be_amount amount_of_plain(plain_money money)
{
    return be_amount_divide(be_amount_of(money), PLAIN_ONE);
}

void expect_money(unsigned number, const char *what, be_amount actual, plain_money expected)
{
    if (be_amount_compare(actual, amount_of_plain(expected)) == 0)
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

/* -- tariffs ---------------------------------------------------------------------------------- */

/* Up to 0.9999 with four decimals, so that shares of a percent of it are whole numbers. */
static plain_money random_price(random_source *r)
{
    return PLAIN_ONE / 10000 * (plain_money)random_between(r, 0, 9999);
}

static void random_bands(random_source *r, plain_tariff *t)
{
    t->band_count = t->mode == PLAIN_FLAT ? 1 : (int)random_between(r, 1, PLAIN_BANDS);
    int up_to = 0;
    for (int i = 0; i < t->band_count; i++) {
        up_to += (int)random_between(r, 1, 20);
        t->bands[i] = (plain_band){.up_to = i == t->band_count - 1 ? PLAIN_ENDLESS : up_to,
                                   .price = random_price(r),
                                   .flat = random_chance(r, 20) ? random_price(r) : 0};
    }
}

plain_tariff random_tariff(random_source *r)
{
    static const int pers[] = {1, 1, 1, 10, 100}, blocks[] = {1, 1, 1, 3, 10};
    plain_tariff t = {
        .mode = (plain_mode)random_between(r, PLAIN_FLAT, PLAIN_VOLUME),
        .gross = random_chance(r, 30),
        .daily = random_chance(r, 10),
        .flat_at_zero = random_chance(r, 20),
        .per = pers[random_between(r, 0, COUNT_OF(pers) - 1)],
        .block = blocks[random_between(r, 0, COUNT_OF(blocks) - 1)],
        .minimum = random_chance(r, 20) ? random_price(r) * 10 : 0,
    };
    random_bands(r, &t);
    return t;
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

/* -- random plans ----------------------------------------------------------------------------- */

plain_demand random_demand(random_source *r, int most)
{
    plain_demand d = {.volume = random_between(r, 0, most),
                      .growth = random_chance(r, 50) ? (int)random_between(r, -40, 20) : 0,
                      .seasonal = random_chance(r, 40),
                      .failures = random_chance(r, 30) ? (int)random_between(r, 0, 100) : 0,
                      .failures_billed = (int)random_between(r, 0, 100)};
    for (int i = 0; i < PLAIN_YEAR_OF_MONTHS; i++)
        d.season[i] = (int)random_between(r, 0, 200);
    d.typed_count = random_chance(r, 50) ? (int)random_between(r, 1, PLAIN_MONTHS) : 0;
    for (int i = 0; i < d.typed_count; i++)
        d.typed[i] = random_chance(r, 15) ? 0 : random_between(r, 1, most);
    return d;
}

static void random_order(random_source *r, plain_item *it)
{
    static const struct {
        int count;
        plain_layer layers[PLAIN_LAYERS];
    } orders[] = {
        {3, {PLAIN_FREE, PLAIN_PACKAGE, PLAIN_PAYG}},
        {3, {PLAIN_QPS, PLAIN_PACKAGE, PLAIN_PAYG}},
        {2, {PLAIN_FREE, PLAIN_PAYG}},
        {4, {PLAIN_QPS, PLAIN_FREE, PLAIN_PACKAGE, PLAIN_PAYG}},
        {2, {PLAIN_FREE, PLAIN_PACKAGE}},
        {4, {PLAIN_FREE, PLAIN_PACKAGE, PLAIN_GENERAL, PLAIN_PAYG}},
        {4, {PLAIN_QPS, PLAIN_PACKAGE, PLAIN_GENERAL, PLAIN_PAYG}},
        {4, {PLAIN_FREE, PLAIN_GENERAL, PLAIN_PACKAGE, PLAIN_PAYG}},
        {2, {PLAIN_FREE, PLAIN_GENERAL}},
    };
    size_t i = (size_t)random_between(r, 0, COUNT_OF(orders) - 1);
    memcpy(it->order, orders[i].layers, sizeof it->order);
    it->layers = orders[i].count;
}

static bool draws_on(const plain_item *it, plain_layer layer)
{
    for (int i = 0; i < it->layers; i++) {
        if (it->order[i] == layer)
            return true;
    }
    return false;
}

static void random_free(random_source *r, plain_item *it)
{
    it->free = (int)random_between(r, 0, 60);
    it->free_monthly = random_chance(r, 50);
    it->free_days = it->free_monthly || random_chance(r, 30) ? 0 : (int)random_between(r, 1, 130);
    it->free_said = random_chance(r, 30) ? (int)random_between(r, 0, 80) : -1;
}

/*
 * QPS for some days, from the first of a month on, at a price a day. A free quota that ends within
 * a month does not meet QPS that ends within one: which days each of them covers is then a matter
 * of convention.
 */
static void random_qps(random_source *r, plain_item *it, const plain_plan *p)
{
    bool has_qps = it->order[0] == PLAIN_QPS;
    for (int t = 0; t < p->months; t++) {
        if (!has_qps || !random_chance(r, 30))
            continue;
        bool whole = it->free_days > 0 || random_chance(r, 50);
        it->qps_days[t] = whole ? p->days[t] : (int)random_between(r, 1, p->days[t]);
        it->qps_price[t] = it->qps_days[t] * (PLAIN_ONE / 2 * 3);
    }
}

static void random_packages(random_source *r, plain_package *packages, int count)
{
    static const int sizes[] = {1, 2, 4, 5, 10, 20, 25};
    for (int i = 0; i < count; i++) {
        packages[i] =
            (plain_package){.size = sizes[random_between(r, 0, COUNT_OF(sizes) - 1)],
                            .price = random_price(r) * 10,
                            .months = random_chance(r, 5) ? 0 : (int)random_between(r, 1, 4)};
    }
}

static void random_stock(random_source *r, plain_item *it, const plain_plan *p)
{
    it->purchase_count = (int)random_between(r, 0, PLAIN_PURCHASES);
    for (int i = 0; i < it->purchase_count; i++) {
        bool general = random_chance(r, 40);
        int sorts = general ? PLAIN_GENERALS : PLAIN_PACKAGES;
        it->purchases[i] = (plain_purchase){.general = general,
                                            .package = (int)random_between(r, 0, sorts - 1),
                                            .month = (int)random_between(r, 0, p->months - 1),
                                            .count = (int)random_between(r, 1, 3)};
    }
    it->owned_count = (int)random_between(r, 0, PLAIN_OWNED);
    for (int i = 0; i < it->owned_count; i++) {
        it->owned[i] = (plain_owned){.general = random_chance(r, 40),
                                     .package = (int)random_between(r, 0, PLAIN_GENERALS - 1),
                                     .left = (int)random_between(r, 1, 30),
                                     .last = (int)random_between(r, 0, p->months + 1)};
    }
}

/* Mostly a unit costs as much of one general package's points as of another's. */
static void random_points(random_source *r, plain_item *it)
{
    if (!draws_on(it, PLAIN_GENERAL))
        return;
    int usual = random_chance(r, 85) ? (int)random_between(r, 1, 7) : 0;
    for (int i = 0; i < PLAIN_GENERALS; i++)
        it->points[i] = random_chance(r, 70) ? usual : (int)random_between(r, 0, 7);
}

static plain_meter random_meter(random_source *r)
{
    plain_meter m = {.free = random_chance(r, 60), .per_request = (int)random_between(r, 1, 2500)};
    for (int use = 0; use < PLAIN_USES; use++) {
        m.priced[use] = use == PLAIN_STANDARD || random_chance(r, 50);
        m.tariff[use] = random_tariff(r);
        m.tariff[use].gross = m.tariff[use].flat_at_zero = false;
        if (!random_chance(r, 30))
            continue;
        m.tariff[use] = (plain_tariff){.mode = PLAIN_REQUEST, .per = 1, .block = 1};
        random_bands(r, &m.tariff[use]);
        m.tariff[use].bands[0].up_to = m.tariff[use].band_count > 1 ? 1 : PLAIN_ENDLESS;
    }
    return m;
}

/* A request draws several meters; no package pays for such a product, and no QPS. */
static void give_meters(random_source *r, plain_item *it)
{
    static const plain_layer order[] = {PLAIN_FREE, PLAIN_PAYG};
    memcpy(it->order, order, sizeof order);
    it->layers = COUNT_OF(order);
    it->meter_count = (int)random_between(r, 1, PLAIN_METERS);
    it->request_meter = (int)random_between(r, 0, it->meter_count - 1);
    for (int i = 0; i < it->meter_count; i++)
        it->meters[i] = random_meter(r);
    it->batch = random_chance(r, 50) ? (int)random_between(r, 0, 100) : 0;
    it->cached = random_chance(r, 50) ? (int)random_between(r, 0, 100) : 0;
}

/* A product that is not paid for by packages sells none; others' general packages it may buy. */
static void buy_what_is_sold(plain_item *it)
{
    int kept = 0;
    for (int i = 0; i < it->purchase_count; i++) {
        if (it->purchases[i].general || draws_on(it, PLAIN_PACKAGE))
            it->purchases[kept++] = it->purchases[i];
    }
    it->purchase_count = kept;
}

static plain_item random_item(random_source *r, const plain_plan *p, int most)
{
    plain_item it = {.demand = random_demand(r, most), .tariff = random_tariff(r)};
    random_order(r, &it);
    random_free(r, &it);
    random_packages(r, it.packages, PLAIN_PACKAGES);
    random_stock(r, &it, p);
    if (random_chance(r, 20))
        give_meters(r, &it);
    buy_what_is_sold(&it);
    random_points(r, &it);
    random_qps(r, &it, p);
    it.opt_in = random_chance(r, 50);
    it.payg_on = it.order[it.layers - 1] == PLAIN_PAYG && (!it.opt_in || random_chance(r, 60));
    it.discount = random_chance(r, 30) ? (int)random_between(r, 0, 100) : 0;
    it.tax = random_chance(r, 30) ? (int)random_between(r, 0, 30) : 0;
    return it;
}

static int days_of(int month)
{
    static const int days[PLAIN_YEAR_OF_MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == LEAP_FEBRUARY ? 29 : days[month % PLAIN_YEAR_OF_MONTHS];
}

plain_plan random_plan(random_source *r, int items)
{
    plain_plan p = {.start = (int)random_between(r, 0, PLAIN_YEAR_OF_MONTHS - 1),
                    .months = (int)random_between(r, 1, PLAIN_MONTHS),
                    .item_count = items};
    for (int t = 0; t < p.months; t++)
        p.days[t] = days_of(p.start + t);
    random_packages(r, p.generals, PLAIN_GENERALS);
    for (int i = 0; i < items; i++)
        p.items[i] = random_item(r, &p, items == 1 ? 60 : 30);
    return p;
}

plain_plan random_simple_plan(random_source *r)
{
    plain_plan p = random_plan(r, 1);
    plain_item *it = &p.items[0];
    while (it->meter_count > 0)
        *it = random_item(r, &p, 60);
    for (int i = 0; i < it->purchase_count; i++)
        it->purchases[i].general = false;
    for (int i = 0; i < it->owned_count; i++)
        it->owned[i].general = false;
    return p;
}

/* -- in the engine's terms -------------------------------------------------------------------- */

static const char *const ids[PLAIN_ITEMS] = {"a", "b", "c"};
static const char *const keys[PLAIN_ITEMS] = {"test/a", "test/b", "test/c"};

static void fill_packages(engine_item *out, const plain_item *plain)
{
    be_product *product = &out->box.product;
    product->packages = out->box.packages;
    product->package_count = draws_on(plain, PLAIN_PACKAGE) ? PLAIN_PACKAGES : 0;
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
        be_ratio asked = meter->per_request * (BE_RATIO_ONE / 1000);
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
