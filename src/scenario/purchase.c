#include "scenario/purchase.h"

#include <stdio.h>
#include <string.h>

#include "config/grouped.h"
#include "config/nearest.h"
#include "language/language.h"

/* In the order of be_capacity_kind. */
static const char *const kinds[] = {"qps", "concurrency"};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static int kind_named(const char *item)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        if (strcmp(kinds[i], item) == 0)
            return i;
    }
    return -1;
}

bool purchase_is_capacity(const char *item)
{
    return kind_named(item) >= 0;
}

const char *purchase_term(be_term term)
{
    const char *const terms[BE_TERM_COUNT] = {
        [BE_TERM_DAY] = tr_in("by the", "day"),
        [BE_TERM_MONTH] = tr_in("by the", "month"),
        [BE_TERM_YEAR] = tr_in("by the", "year"),
    };
    return terms[term];
}

/* -- the month -- */

static bool find_month(const purchase_words *words, be_horizon horizon, be_purchase *out,
                       char *error)
{
    char wrong[BE_MONTH_TEXT], first[BE_MONTH_TEXT];
    be_month offset = words->month == PURCHASE_FIRST_MONTH ? 0 : words->month - horizon.start;
    out->month = (int)offset;
    if (offset >= 0 && offset < BE_MONTHS_MAX)
        return true;
    be_month_format(words->month, wrong);
    be_month_format(horizon.start, first);
    snprintf(error, PURCHASE_ERROR, tr("%s is %s; the plan begins in %s"), wrong,
             offset < 0 ? tr("too early") : tr("too late"), first);
    return false;
}

/* -- packages -- */

static bool find_own(const char *id, const be_product *product, size_t *at)
{
    for (size_t i = 0; i < product->package_count; i++) {
        if (strcmp(product->packages[i].id, id) == 0) {
            *at = i;
            return true;
        }
    }
    return false;
}

/* A package that does not pay for the product might as well not be there. */
static bool find_general(const char *id, const be_product *product, size_t *at)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        if (strcmp(package->id, id) == 0 && be_general_points(package, product) > 0) {
            *at = i;
            return true;
        }
    }
    return false;
}

static void offer_general(nearest *search, const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        if (be_general_points(package, product) > 0)
            nearest_offer(search, package->id);
    }
}

const be_general_package *purchase_general(const char *id, const be_product *product,
                                           char error[PURCHASE_ERROR])
{
    char hint[NEAREST_HINT];
    size_t at = 0;
    if (find_general(id, product, &at))
        return &product->provider->general_packages[at];
    nearest search = nearest_to(id);
    offer_general(&search, product);
    snprintf(error, PURCHASE_ERROR, tr("no general package \"%.64s\" pays for %s%s"), id,
             product->key, nearest_hint(&search, hint));
    return NULL;
}

static bool find_package(const purchase_words *words, const be_product *product, be_purchase *out,
                         char *error)
{
    char hint[NEAREST_HINT];
    out->kind = BE_BUY_PACKAGE;
    if (find_own(words->item, product, &out->item))
        return true;
    out->kind = BE_BUY_GENERAL;
    if (find_general(words->item, product, &out->item))
        return true;
    nearest search = nearest_to(words->item);
    for (size_t i = 0; i < product->package_count; i++)
        nearest_offer(&search, product->packages[i].id);
    offer_general(&search, product);
    snprintf(error, PURCHASE_ERROR, tr("%s sells no package \"%.64s\"%s"), product->key,
             words->item, nearest_hint(&search, hint));
    return false;
}

static bool from_package(const purchase_words *words, const be_product *product, be_purchase *out,
                         char *error)
{
    out->terms = 1;
    if (!find_package(words, product, out, error))
        return false;
    if (words->term == PURCHASE_NO_TERM && words->terms == 1)
        return true;
    snprintf(error, PURCHASE_ERROR,
             tr("a package has no term; only \"qps\" and \"concurrency\" do"));
    return false;
}

/* -- capacity -- */

static bool find_price(const purchase_words *words, const be_product *product, be_purchase *out,
                       char *error)
{
    const be_capacity *capacity = &product->capacity;
    int term = words->term == PURCHASE_NO_TERM ? BE_TERM_MONTH : words->term;
    for (size_t i = 0; i < capacity->price_count; i++) {
        if ((int)capacity->prices[i].term == term) {
            out->item = i;
            return true;
        }
    }
    snprintf(error, PURCHASE_ERROR, tr("%s is not sold by the %s"), words->item,
             purchase_term((be_term)term));
    return false;
}

static bool is_count_sold(const purchase_words *words, const be_capacity *capacity, char *error)
{
    char bound[GROUPED_TEXT];
    if (words->count < capacity->min)
        snprintf(error, PURCHASE_ERROR, tr("at least %s %s can be bought"),
                 grouped(capacity->min, bound), words->item);
    else if (words->count > capacity->max)
        snprintf(error, PURCHASE_ERROR, tr("at most %s %s can be bought"),
                 grouped(capacity->max, bound), words->item);
    else
        return true;
    return false;
}

static bool from_capacity(const purchase_words *words, const be_product *product, be_purchase *out,
                          char *error)
{
    const be_capacity *capacity = &product->capacity;
    out->kind = BE_BUY_CAPACITY;
    out->terms = words->terms;
    if (!capacity->offered || kind_named(words->item) != (int)capacity->adds_to) {
        snprintf(error, PURCHASE_ERROR, tr("%s sells no %s"), product->key, words->item);
        return false;
    }
    if (words->terms < 1 || words->terms > PURCHASE_TERMS_MAX) {
        snprintf(error, PURCHASE_ERROR, tr("can run for 1 to %d terms"), PURCHASE_TERMS_MAX);
        return false;
    }
    return find_price(words, product, out, error) && is_count_sold(words, capacity, error);
}

bool purchase_from_words(const purchase_words *words, const be_product *product, be_horizon horizon,
                         be_purchase *out, char error[PURCHASE_ERROR])
{
    be_purchase purchase = {.count = words->count};
    if (words->count < 1) {
        snprintf(error, PURCHASE_ERROR, tr("buys none: expected a count of 1 or more"));
        return false;
    }
    bool ok = purchase_is_capacity(words->item) ? from_capacity(words, product, &purchase, error)
                                                : from_package(words, product, &purchase, error);
    if (!ok || !find_month(words, horizon, &purchase, error))
        return false;
    *out = purchase;
    return true;
}

purchase_words purchase_to_words(const be_purchase *purchase, const be_product *product,
                                 be_horizon horizon)
{
    purchase_words words = {
        .count = purchase->count,
        .terms = purchase->terms,
        .term = PURCHASE_NO_TERM,
        .month = horizon.start + purchase->month,
    };
    if (purchase->kind == BE_BUY_PACKAGE) {
        words.item = product->packages[purchase->item].id;
        return words;
    }
    if (purchase->kind == BE_BUY_GENERAL) {
        words.item = product->provider->general_packages[purchase->item].id;
        return words;
    }
    words.item = kinds[product->capacity.adds_to];
    words.term = (int)product->capacity.prices[purchase->item].term;
    return words;
}
