#include "random_plan.h"

#include <string.h>

#include "engine_test.h"

enum { LEAP_FEBRUARY = 13 }; /* of a plan's months, where January of its first year is 0 */

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
    if (!plain_draws_on(it, PLAIN_GENERAL))
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
        if (m.tariff[use].band_count > 1)
            m.tariff[use].bands[0].up_to = 1; /* a request takes few units */
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
        if (it->purchases[i].general || plain_draws_on(it, PLAIN_PACKAGE))
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

int random_item_count(random_source *r)
{
    return random_chance(r, 60) ? 1 : (int)random_between(r, 2, PLAIN_ITEMS);
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
    buy_what_is_sold(it);
    return p;
}
