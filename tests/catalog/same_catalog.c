#include "same_catalog.h"

#include "config/config_test.h"

/* What is being compared, for messages. */
static const char *place = "";

static void differs(const char *member)
{
    fail_msg("%s: %s differs", place, member);
}

#define SAME(member)                                                                               \
    do {                                                                                           \
        if (a->member != b->member)                                                                \
            differs(#member);                                                                      \
    } while (0)
#define SAME_AMOUNT(member) SAME(member.scaled)
#define SAME_TEXT(member)   same_text(a->member, b->member, #member)
#define SAME_SOURCE(member) same_source_or_none(a->member, b->member, #member)
#define SAME_LIST(member, count, compare)                                                          \
    do {                                                                                           \
        SAME(count);                                                                               \
        for (size_t i = 0; i < a->count; i++)                                                      \
            compare(&a->member[i], &b->member[i]);                                                 \
    } while (0)

static void same_text(const char *a, const char *b, const char *member)
{
    if ((a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0))
        differs(member);
}

static void same_date(const be_date *a, const be_date *b)
{
    SAME(year);
    SAME(month);
    SAME(day);
}

static void same_duration(const be_duration *a, const be_duration *b)
{
    SAME(count);
    SAME(unit);
}

static void same_source(const be_source *a, const be_source *b)
{
    SAME_TEXT(id);
    SAME_TEXT(title);
    SAME_TEXT(address);
    SAME_TEXT(date_text);
    same_date(&a->date, &b->date);
    SAME(confidence);
}

static void same_source_or_none(const be_source *a, const be_source *b, const char *member)
{
    if ((a == NULL) != (b == NULL))
        differs(member);
    if (a != NULL && b != NULL)
        same_source(a, b);
}

static void same_band(const be_band *a, const be_band *b)
{
    SAME(up_to);
    SAME_AMOUNT(price);
    SAME_AMOUNT(flat);
    SAME_SOURCE(source);
    SAME_AMOUNT(below);
}

static void same_tariff(const be_tariff *a, const be_tariff *b)
{
    SAME(mode);
    SAME(position);
    SAME(period);
    SAME(per);
    SAME(block);
    SAME_AMOUNT(minimum);
    SAME(flat_at_zero);
    SAME_LIST(bands, band_count, same_band);
    SAME(cumulated);
}

static void same_free_quota(const be_free_quota *a, const be_free_quota *b)
{
    SAME(quantity);
    SAME(monthly);
    same_duration(&a->valid, &b->valid);
    SAME_SOURCE(source);
}

static void same_payg(const be_payg *a, const be_payg *b)
{
    SAME(offered);
    SAME(opt_in);
    same_tariff(&a->tariff, &b->tariff);
    SAME_SOURCE(source);
}

static void same_meter(const be_meter *a, const be_meter *b)
{
    SAME_TEXT(id);
    SAME_TEXT(name);
    SAME_TEXT(name_zh);
    SAME_TEXT(unit);
    SAME_TEXT(unit_zh);
    SAME(free);
    SAME(per_request);
    for (int use = 0; use < BE_USE_COUNT; use++)
        same_tariff(&a->tariff[use], &b->tariff[use]);
    SAME_SOURCE(source);
}

static void same_package(const be_package *a, const be_package *b)
{
    SAME_TEXT(id);
    SAME(size);
    SAME_AMOUNT(price);
    same_duration(&a->valid, &b->valid);
    SAME_SOURCE(source);
}

static void same_cover(const be_general_cover *a, const be_general_cover *b)
{
    SAME_TEXT(product);
    SAME(points);
}

static void same_general_package(const be_general_package *a, const be_general_package *b)
{
    SAME_TEXT(id);
    SAME(points);
    SAME_AMOUNT(price);
    same_duration(&a->valid, &b->valid);
    SAME_LIST(covers, cover_count, same_cover);
    SAME_SOURCE(source);
}

static void same_limit(const be_limit *a, const be_limit *b)
{
    SAME(stated);
    SAME(value);
}

static void same_limits(const be_limits *a, const be_limits *b)
{
    same_limit(&a->qps, &b->qps);
    same_limit(&a->with_package, &b->with_package);
    same_limit(&a->rps, &b->rps);
    same_limit(&a->concurrency, &b->concurrency);
    SAME(over);
}

static void same_capacity_price(const be_capacity_price *a, const be_capacity_price *b)
{
    SAME(term);
    same_tariff(&a->tariff, &b->tariff);
    SAME_SOURCE(source);
}

static void same_capacity(const be_capacity *a, const be_capacity *b)
{
    SAME(offered);
    SAME(adds_to);
    SAME(additive);
    SAME(overlap);
    SAME(calls_free);
    SAME(min);
    SAME(max);
    SAME(lifts_to);
    SAME_LIST(prices, price_count, same_capacity_price);
}

static void same_note(const be_note *a, const be_note *b)
{
    SAME_TEXT(text);
    SAME_TEXT(text_zh);
}

void assert_same_product(const be_product *a, const be_product *b)
{
    place = a->key;
    same_text(a->provider->id, b->provider->id, "provider");
    SAME_TEXT(key);
    SAME_TEXT(id);
    SAME_TEXT(name);
    SAME_TEXT(name_zh);
    SAME_TEXT(category);
    SAME_TEXT(category_zh);
    SAME_TEXT(region);
    SAME_TEXT(currency);
    SAME_TEXT(unit);
    SAME_TEXT(unit_zh);
    SAME_SOURCE(source);
    for (int i = 0; i < BE_LAYER_COUNT; i++)
        SAME(deduction[i]);
    SAME(deduction_count);
    same_free_quota(&a->free, &b->free);
    same_payg(&a->payg, &b->payg);
    SAME_LIST(meters, meter_count, same_meter);
    SAME(request_meter);
    SAME(request_max);
    SAME_LIST(packages, package_count, same_package);
    same_limits(&a->limits, &b->limits);
    same_capacity(&a->capacity, &b->capacity);
    SAME_LIST(notes, note_count, same_note);
}

static void same_provider(const be_provider *a, const be_provider *b)
{
    place = a->id;
    SAME_TEXT(id);
    SAME_TEXT(name);
    SAME_TEXT(name_zh);
    SAME_LIST(sources, source_count, same_source);
    SAME_LIST(products, product_count, assert_same_product);
    place = a->id;
    SAME_LIST(general_packages, general_package_count, same_general_package);
    for (size_t i = 0; i < a->product_count; i++) {
        if (a->products[i].provider != a || b->products[i].provider != b)
            differs("the provider of a product");
    }
}

void assert_same_catalog(const be_catalog *a, const be_catalog *b)
{
    place = "catalogue";
    SAME(provider_count);
    for (size_t i = 0; i < a->provider_count; i++)
        same_provider(a->providers[i], b->providers[i]);
}
