#include "catalog/own_prices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/loaded.h"

enum { DATE_TEXT = 16 };

/* -- what can be changed ----------------------------------------------------------------------- */

/* The product itself, of which everyone else has a const view; NULL for one of elsewhere. */
static be_product *find_product(const catalog *in, const be_product *product)
{
    for (size_t i = 0; i < in->view.provider_count; i++) {
        const be_provider *provider = in->view.providers[i];
        if (provider != product->provider)
            continue;
        for (size_t j = 0; j < provider->product_count; j++) {
            if (&in->open[i].products[j] == product)
                return &in->open[i].products[j];
        }
    }
    return NULL;
}

static be_general_package *general_packages(const catalog *in, const be_product *product)
{
    for (size_t i = 0; i < in->view.provider_count; i++) {
        if (in->view.providers[i] == product->provider)
            return in->open[i].general_packages;
    }
    return NULL;
}

/* A copy in the arena; NULL when there is no memory. */
static void *copy(catalog *in, const void *items, size_t count, size_t size)
{
    void *own = be_arena_alloc(in->arena, count + 1, size);
    if (own != NULL && count > 0)
        memcpy(own, items, count * size);
    return own;
}

/* The tariff's bands become ones that can be changed, which are returned. */
static be_band *open_tariff(catalog *in, be_tariff *tariff)
{
    be_band *bands = copy(in, tariff->bands, tariff->band_count, sizeof *bands);
    if (bands != NULL && tariff->band_count > 0)
        tariff->bands = bands;
    return bands;
}

static bool open_meters(catalog *in, open_product *o)
{
    o->meters = copy(in, o->product->meters, o->product->meter_count, sizeof *o->meters);
    if (o->meters == NULL)
        return false;
    for (size_t i = 0; i < o->product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT; use++) {
            o->of_meters[i][use] = open_tariff(in, &o->meters[i].tariff[use]);
            if (o->of_meters[i][use] == NULL)
                return false;
        }
    }
    return true;
}

static bool open_capacity(catalog *in, open_product *o)
{
    const be_capacity *capacity = &o->product->capacity;
    o->capacity = copy(in, capacity->prices, capacity->price_count, sizeof *o->capacity);
    if (o->capacity == NULL)
        return false;
    for (size_t i = 0; i < capacity->price_count; i++) {
        o->of_capacity[i] = open_tariff(in, &o->capacity[i].tariff);
        if (o->of_capacity[i] == NULL)
            return false;
    }
    return true;
}

static bool open_all(catalog *in, open_product *o)
{
    be_product *product = o->product;
    o->packages = copy(in, product->packages, product->package_count, sizeof *o->packages);
    if (o->packages == NULL || !open_meters(in, o) || !open_capacity(in, o))
        return false;
    be_tariff payg = product->payg.tariff;
    o->payg = open_tariff(in, &payg);
    if (o->payg == NULL)
        return false;
    product->payg.tariff = payg;
    product->packages = o->packages;
    product->meters = o->meters;
    product->capacity.prices = o->capacity;
    return true;
}

static open_product *open_of(catalog *in, const be_product *product)
{
    for (open_product *o = in->opened; o != NULL; o = o->next) {
        if (o->product == product)
            return o;
    }
    open_product *o = be_arena_alloc(in->arena, 1, sizeof *o);
    if (o == NULL)
        return NULL;
    *o = (open_product){.product = find_product(in, product), .next = in->opened};
    if (o->product == NULL || !open_all(in, o))
        return NULL;
    in->opened = o;
    return o;
}

/* -- changing a price -------------------------------------------------------------------------- */

static void set_band(be_tariff *tariff, be_band *bands, size_t band, const taken_place *to)
{
    bands[band].price = to->price;
    bands[band].source = to->source;
    if (tariff->cumulated) {
        tariff->cumulated = false;
        be_tariff_cumulate(tariff, bands);
    }
}

/* Every product of the catalogue has been opened before. */
static void set_price(catalog *in, const be_product *product, const be_price_place *place,
                      const taken_place *to)
{
    open_product *o = open_of(in, product);
    size_t i = place->index;
    be_general_package *general;
    switch (place->kind) {
    case BE_PRICE_PAYG:
        set_band(&o->product->payg.tariff, o->payg, place->band, to);
        break;
    case BE_PRICE_METER:
        set_band(&o->meters[i].tariff[place->use], o->of_meters[i][place->use], place->band, to);
        break;
    case BE_PRICE_CAPACITY:
        set_band(&o->capacity[i].tariff, o->of_capacity[i], place->band, to);
        break;
    case BE_PRICE_PACKAGE:
        o->packages[i].price = to->price;
        o->packages[i].source = to->source;
        break;
    case BE_PRICE_GENERAL:
        general = general_packages(in, product);
        general[i].price = to->price;
        general[i].source = to->source;
        break;
    }
}

/* The source as it stands at the place itself, so that it can be put back there. */
static const be_source *own_source_at(const be_product *product, const be_price_place *place)
{
    const be_tariff *tariff = be_price_tariff_at(product, place);
    if (tariff != NULL)
        return tariff->bands[place->band].source;
    return place->kind == BE_PRICE_PACKAGE
               ? product->packages[place->index].source
               : product->provider->general_packages[place->index].source;
}

/* NULL when there is no memory. */
static const be_source *yours(catalog *in, be_date date)
{
    be_source *source = be_arena_alloc(in->arena, 1, sizeof *source);
    char *text = be_arena_alloc(in->arena, DATE_TEXT, 1);
    if (source == NULL || text == NULL)
        return NULL;
    snprintf(text, DATE_TEXT, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
             date.day % 100);
    *source = (be_source){.id = "yours",
                          .title = "Your own price",
                          .address = "prices.cfg",
                          .date_text = text,
                          .date = date,
                          .confidence = BE_CONFIDENCE_USER};
    return source;
}

/* -- all of them ------------------------------------------------------------------------------- */

bool own_prices_same_place(const be_product *a, const be_price_place *of_a, const be_product *b,
                           const be_price_place *of_b)
{
    bool general = of_a->kind == BE_PRICE_GENERAL;
    return of_a->kind == of_b->kind && of_a->index == of_b->index && of_a->use == of_b->use &&
           of_a->band == of_b->band && (general ? a->provider == b->provider : a == b);
}

const own_price *own_prices(const catalog *loaded, size_t *count)
{
    *count = loaded->own_count;
    return loaded->own;
}

be_amount own_prices_published(const catalog *loaded, const be_product *product,
                               const be_price_place *place)
{
    for (size_t i = 0; i < loaded->own_count; i++) {
        const own_price *one = &loaded->own[i];
        if (own_prices_same_place(one->product, &one->place, product, place))
            return loaded->taken[i].price;
    }
    return be_price_at(product, place);
}

/* Everything that can fail, before anything is changed. */
static bool prepare(catalog *in, const own_price *prices, size_t count, own_price **own,
                    taken_place **taken)
{
    *own = calloc(count + 1, sizeof **own);
    *taken = calloc(count + 1, sizeof **taken);
    bool done = *own != NULL && *taken != NULL;
    for (size_t i = 0; done && i < count; i++) {
        (*own)[i] = prices[i];
        (*taken)[i].source = yours(in, prices[i].date);
        done = (*taken)[i].source != NULL && open_of(in, prices[i].product) != NULL;
    }
    if (!done) {
        free(*own);
        free(*taken);
    }
    return done;
}

static void put_back(catalog *in)
{
    for (size_t i = in->own_count; i-- > 0;)
        set_price(in, in->own[i].product, &in->own[i].place, &in->taken[i]);
    free(in->own);
    free(in->taken);
}

/* The place's own price and source go where the user's come from. */
static void exchange(catalog *in, const own_price *one, taken_place *with)
{
    const taken_place before = {be_price_at(one->product, &one->place),
                                own_source_at(one->product, &one->place)};
    const taken_place after = {one->price, with->source};
    set_price(in, one->product, &one->place, &after);
    *with = before;
}

bool own_prices_use(catalog *loaded, const own_price *prices, size_t count)
{
    own_price *own;
    taken_place *taken;
    if (!prepare(loaded, prices, count, &own, &taken))
        return false;
    put_back(loaded);
    for (size_t i = 0; i < count; i++)
        exchange(loaded, &own[i], &taken[i]);
    loaded->own = own;
    loaded->taken = taken;
    loaded->own_count = count;
    return true;
}
