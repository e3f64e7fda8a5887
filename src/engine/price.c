#include <breakeven/price.h>

/* Places on their way out. */
typedef struct listing {
    be_price_place *out;
    size_t room, count;
} listing;

static void add(listing *to, be_price_place place)
{
    if (to->count < to->room)
        to->out[to->count] = place;
    to->count++;
}

static void add_bands(listing *to, const be_tariff *tariff, be_price_place place)
{
    for (size_t i = 0; i < tariff->band_count; i++) {
        place.band = i;
        add(to, place);
    }
}

static void add_meters(listing *to, const be_product *product)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT; use++)
            add_bands(to, &product->meters[i].tariff[use],
                      (be_price_place){.kind = BE_PRICE_METER, .index = i, .use = (be_use)use});
    }
}

static void add_general(listing *to, const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], product) > 0)
            add(to, (be_price_place){.kind = BE_PRICE_GENERAL, .index = i});
    }
}

size_t be_price_places(const be_product *product, be_price_place *out, size_t room)
{
    listing to = {out, room, 0};
    if (product->payg.offered && product->meter_count == 0)
        add_bands(&to, &product->payg.tariff, (be_price_place){.kind = BE_PRICE_PAYG});
    add_meters(&to, product);
    for (size_t i = 0; i < product->package_count; i++)
        add(&to, (be_price_place){.kind = BE_PRICE_PACKAGE, .index = i});
    for (size_t i = 0; i < product->capacity.price_count; i++)
        add_bands(&to, &product->capacity.prices[i].tariff,
                  (be_price_place){.kind = BE_PRICE_CAPACITY, .index = i});
    add_general(&to, product);
    return to.count;
}

const be_tariff *be_price_tariff_at(const be_product *product, const be_price_place *place)
{
    switch (place->kind) {
    case BE_PRICE_PAYG:
        return &product->payg.tariff;
    case BE_PRICE_METER:
        return &product->meters[place->index].tariff[place->use];
    case BE_PRICE_CAPACITY:
        return &product->capacity.prices[place->index].tariff;
    case BE_PRICE_PACKAGE:
    case BE_PRICE_GENERAL:
        break;
    }
    return NULL;
}

be_amount be_price_at(const be_product *product, const be_price_place *place)
{
    if (place->kind == BE_PRICE_PACKAGE)
        return product->packages[place->index].price;
    if (place->kind == BE_PRICE_GENERAL)
        return product->provider->general_packages[place->index].price;
    const be_tariff *tariff = be_price_tariff_at(product, place);
    return tariff != NULL ? tariff->bands[place->band].price
                          : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

/* Where the prices stand that the place is one of; a band may have a source of its own. */
static const be_source *source_of_kind(const be_product *product, const be_price_place *place)
{
    switch (place->kind) {
    case BE_PRICE_PAYG:
        return product->payg.source;
    case BE_PRICE_METER:
        return product->meters[place->index].source;
    case BE_PRICE_CAPACITY:
        return product->capacity.prices[place->index].source;
    case BE_PRICE_PACKAGE:
        return product->packages[place->index].source;
    case BE_PRICE_GENERAL:
        break;
    }
    return NULL;
}

const be_source *be_price_source_at(const be_product *product, const be_price_place *place)
{
    if (place->kind == BE_PRICE_GENERAL)
        return product->provider->general_packages[place->index].source;
    const be_source *source = source_of_kind(product, place);
    const be_tariff *tariff = be_price_tariff_at(product, place);
    if (tariff != NULL && tariff->bands[place->band].source != NULL)
        source = tariff->bands[place->band].source;
    return source != NULL ? source : product->source;
}
