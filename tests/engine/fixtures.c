#include "fixtures.h"

#include <string.h>

#include "engine_test.h"

static const be_duration one_year = {.count = 12, .unit = BE_MONTHS};

static const be_source fixture_page = {
    .id = "page",
    .title = "Price page",
    .address = "example.com/prices",
    .date_text = "2026-01-21",
    .date = {2026, 1, 21},
    .confidence = BE_CONFIDENCE_VENDOR,
};

be_tariff make_tariff(be_tier_mode mode, be_band *room, const band_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        room[i] = (be_band){
            .up_to = rows[i].up_to != 0 ? rows[i].up_to : BE_UNBOUNDED,
            .price = money(rows[i].price),
            .flat = money(rows[i].flat != NULL ? rows[i].flat : "0"),
        };
    }
    return (be_tariff){
        .mode = mode,
        .per = 1,
        .block = 1,
        .minimum = be_amount_zero(),
        .bands = room,
        .band_count = count,
    };
}

static void begin(product_box *box, const char *key, const char *currency)
{
    memset(box, 0, sizeof *box);
    be_product *p = &box->product;
    p->key = key;
    p->id = strchr(key, '/') + 1;
    p->name = p->id;
    p->category = "test";
    p->region = "nowhere";
    p->currency = currency;
    p->unit = "call";
    p->source = &fixture_page;
    p->packages = box->packages;
    p->capacity.prices = box->prices;
    p->capacity.min = 1;
    p->capacity.max = BE_UNBOUNDED;
}

static void deduct(product_box *box, be_layer layer)
{
    box->product.deduction[box->product.deduction_count++] = layer;
}

static void set_payg(product_box *box, be_tier_mode mode, const band_row *rows, size_t count)
{
    box->product.payg.offered = true;
    box->product.payg.tariff = make_tariff(mode, box->bands, rows, count);
}

static void add_package(product_box *box, const char *id, be_quantity size, const char *price)
{
    box->packages[box->product.package_count++] =
        (be_package){.id = id, .size = size, .price = money(price), .valid = one_year};
}

static void add_capacity_price(product_box *box, be_term term, be_tier_mode mode,
                               const band_row *rows, size_t count)
{
    size_t i = box->product.capacity.price_count++;
    box->prices[i] = (be_capacity_price){
        .term = term, .tariff = make_tariff(mode, box->price_bands[i], rows, count)};
    box->product.capacity.offered = true;
}

static be_limit limit_of(be_quantity value)
{
    return (be_limit){.stated = true, .value = value};
}

const be_product *fixture_flat(product_box *box, const char *price)
{
    const band_row bands[] = {{0, price, NULL}};
    begin(box, "test/flat", "USD");
    deduct(box, BE_LAYER_PAYG);
    set_payg(box, BE_TIERS_FLAT, bands, COUNT_OF(bands));
    return &box->product;
}

const be_product *fixture_refiner(product_box *box)
{
    static const band_row bands[] = {
        {25, "0.30", NULL},   {125, "0.275", NULL},   {250, "0.25", NULL}, {1250, "0.225", NULL},
        {2500, "0.20", NULL}, {25000, "0.175", NULL}, {0, "0.15", NULL},
    };
    begin(box, "alibaba/aitryon-refiner", "CNY");
    deduct(box, BE_LAYER_FREE);
    deduct(box, BE_LAYER_PAYG);
    box->product.free = (be_free_quota){.quantity = 400, .valid = {90, BE_DAYS}};
    set_payg(box, BE_TIERS_GRADUATED, bands, COUNT_OF(bands));
    box->product.limits =
        (be_limits){.rps = limit_of(10), .concurrency = limit_of(5), .over = BE_OVER_QUEUE};
    return &box->product;
}

const be_product *fixture_style_transfer(product_box *box)
{
    static const band_row bands[] = {
        {9999, "0.08", NULL}, {99999, "0.06", NULL}, {999999, "0.05", NULL}, {0, "0.04", NULL}};
    static const band_row day[] = {{0, "200", NULL}}, month[] = {{0, "4000", NULL}};
    begin(box, "tencent/image-style-transfer", "USD");
    deduct(box, BE_LAYER_FREE);
    deduct(box, BE_LAYER_PACKAGE);
    deduct(box, BE_LAYER_PAYG);
    box->product.free = (be_free_quota){.quantity = 50, .valid = one_year};
    set_payg(box, BE_TIERS_VOLUME, bands, COUNT_OF(bands));
    box->product.payg.opt_in = true;
    add_package(box, "1k", 1000, "75");
    add_package(box, "10k", 10000, "550");
    add_package(box, "100k", 100000, "4500");
    add_package(box, "1M", 1000000, "30000");
    add_package(box, "10M", 10000000, "200000");
    box->product.limits = (be_limits){.concurrency = limit_of(3), .over = BE_OVER_QUEUE};
    box->product.capacity.adds_to = BE_CAPACITY_CONCURRENCY;
    box->product.capacity.additive = true;
    add_capacity_price(box, BE_TERM_DAY, BE_TIERS_FLAT, day, COUNT_OF(day));
    add_capacity_price(box, BE_TERM_MONTH, BE_TIERS_FLAT, month, COUNT_OF(month));
    return &box->product;
}

const be_product *fixture_face_compare(product_box *box)
{
    static const band_row bands[] = {
        {3000000, "0.0032", NULL}, {15000000, "0.003", NULL}, {0, "0.0027", NULL}};
    static const band_row day[] = {
        {10, "18", NULL}, {50, "16", NULL}, {100, "12", NULL}, {0, "10", NULL}};
    static const band_row month[] = {
        {10, "280", NULL}, {50, "240", NULL}, {100, "180", NULL}, {0, "145", NULL}};
    begin(box, "tencent/face-compare", "CNY");
    deduct(box, BE_LAYER_QPS);
    deduct(box, BE_LAYER_FREE);
    deduct(box, BE_LAYER_PACKAGE);
    deduct(box, BE_LAYER_PAYG);
    box->product.free = (be_free_quota){.quantity = 10000, .monthly = true};
    set_payg(box, BE_TIERS_VOLUME, bands, COUNT_OF(bands));
    add_package(box, "100k", 100000, "318");
    add_package(box, "1M", 1000000, "3100");
    add_package(box, "10M", 10000000, "30400");
    add_package(box, "50M", 50000000, "142500");
    add_package(box, "100M", 100000000, "255000");
    box->product.capacity.adds_to = BE_CAPACITY_QPS;
    box->product.capacity.calls_free = true;
    box->product.capacity.max = 300;
    add_capacity_price(box, BE_TERM_DAY, BE_TIERS_VOLUME, day, COUNT_OF(day));
    add_capacity_price(box, BE_TERM_MONTH, BE_TIERS_VOLUME, month, COUNT_OF(month));
    return &box->product;
}

const be_product *fixture_licence_plate(product_box *box)
{
    static const band_row bands[] = {
        {10000, "0.15", NULL}, {100000, "0.10", NULL}, {1000000, "0.06", NULL}, {0, "0.02", NULL}};
    static const band_row month[] = {{0, "unpublished", NULL}};
    begin(box, "alibaba/licence-plate", "CNY");
    deduct(box, BE_LAYER_QPS);
    deduct(box, BE_LAYER_PACKAGE);
    deduct(box, BE_LAYER_PAYG);
    set_payg(box, BE_TIERS_GRADUATED, bands, COUNT_OF(bands));
    add_package(box, "10k", 10000, "unpublished");
    box->product.limits = (be_limits){.qps = limit_of(2), .with_package = limit_of(5)};
    box->product.capacity.adds_to = BE_CAPACITY_QPS;
    box->product.capacity.calls_free = true;
    box->product.capacity.max = 50;
    add_capacity_price(box, BE_TERM_MONTH, BE_TIERS_FLAT, month, COUNT_OF(month));
    return &box->product;
}

const be_product *fixture_id_card(product_box *box)
{
    static const band_row bands[] = {{10000, "0.0825", NULL},
                                     {100000, "0.0495", NULL},
                                     {500000, "0.0415", NULL},
                                     {1000000, "0.0248", NULL},
                                     {0, "0.009", NULL}};
    static const band_row day[] = {{49, "25", NULL}, {0, "23", NULL}};
    static const band_row month[] = {{49, "350", NULL}, {0, "350", NULL}};
    static const band_row year[] = {{49, "3600", NULL}, {0, "3312", NULL}};
    begin(box, "alibaba/ocr-id-card", "CNY");
    deduct(box, BE_LAYER_FREE);
    deduct(box, BE_LAYER_PAYG);
    box->product.free = (be_free_quota){.quantity = 200, .monthly = true};
    set_payg(box, BE_TIERS_GRADUATED, bands, COUNT_OF(bands));
    box->product.limits = (be_limits){.qps = limit_of(10)};
    box->product.capacity.adds_to = BE_CAPACITY_QPS;
    box->product.capacity.additive = true;
    box->product.capacity.min = 10;
    box->product.capacity.max = 90;
    add_capacity_price(box, BE_TERM_DAY, BE_TIERS_VOLUME, day, COUNT_OF(day));
    add_capacity_price(box, BE_TERM_MONTH, BE_TIERS_VOLUME, month, COUNT_OF(month));
    add_capacity_price(box, BE_TERM_YEAR, BE_TIERS_VOLUME, year, COUNT_OF(year));
    return &box->product;
}

const be_product *fixture_baidu_face(product_box *box)
{
    static const band_row bands[] = {
        {1000000, "0.0004", NULL}, {5000000, "0.00038", NULL}, {0, "0.00035", NULL}};
    static const band_row day[] = {
        {10, "16", NULL}, {50, "14", NULL}, {100, "12", NULL}, {0, "10", NULL}};
    static const band_row month[] = {
        {10, "270", NULL}, {50, "235", NULL}, {100, "170", NULL}, {0, "135", NULL}};
    begin(box, "baidu/face-detect", "CNY");
    deduct(box, BE_LAYER_QPS);
    deduct(box, BE_LAYER_PAYG);
    set_payg(box, BE_TIERS_GRADUATED, bands, COUNT_OF(bands));
    box->product.limits = (be_limits){.qps = limit_of(2)};
    box->product.capacity.adds_to = BE_CAPACITY_QPS;
    box->product.capacity.additive = true;
    box->product.capacity.calls_free = true;
    box->product.capacity.max = 200;
    add_capacity_price(box, BE_TERM_DAY, BE_TIERS_GRADUATED, day, COUNT_OF(day));
    add_capacity_price(box, BE_TERM_MONTH, BE_TIERS_GRADUATED, month, COUNT_OF(month));
    return &box->product;
}
