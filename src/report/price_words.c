#include "report/price_words.h"

#include <stdio.h>
#include <string.h>

#include "language/language.h"

enum { PLACES_MAX = 256, PART = 60 };

/* -- what a price is of ------------------------------------------------------------------------ */

/* "", or which units the band is for. */
static void band_words(const be_tariff *tariff, size_t band, char out[WORDS_TEXT])
{
    char from[WORDS_TEXT], to[WORDS_TEXT];
    bool last = band + 1 == tariff->band_count;
    out[0] = '\0';
    if (tariff->band_count == 1)
        return;
    words_quantity(band == 0 ? 1 : tariff->bands[band - 1].up_to + 1, from);
    words_quantity(last ? 0 : tariff->bands[band].up_to, to);
    if (last)
        snprintf(out, WORDS_TEXT, tr(", from %.40s on"), from);
    else
        snprintf(out, WORDS_TEXT, tr(", %.40s to %.40s"), from, to);
}

static void meter_words(const be_product *product, const be_price_place *place,
                        char out[WORDS_TEXT])
{
    const be_meter *meter = &product->meters[place->index];
    const char *name = language_pick(meter->name, meter->name_zh);
    if (place->use == BE_USE_BATCH)
        snprintf(out, WORDS_TEXT, tr("%.60s, batch"), name);
    else if (place->use == BE_USE_CACHED)
        snprintf(out, WORDS_TEXT, tr("%.60s, cached"), name);
    else
        snprintf(out, WORDS_TEXT, "%.60s", name);
}

static void capacity_words(const be_product *product, const be_price_place *place,
                           char out[WORDS_TEXT])
{
    static const char *const names[2][BE_TERM_COUNT] = {
        {TR_LATER("QPS by the day"), TR_LATER("QPS by the month"), TR_LATER("QPS by the year")},
        {TR_LATER("Concurrency by the day"), TR_LATER("Concurrency by the month"),
         TR_LATER("Concurrency by the year")}};
    bool tasks = product->capacity.adds_to == BE_CAPACITY_CONCURRENCY;
    snprintf(out, WORDS_TEXT, "%s",
             tr(names[tasks ? 1 : 0][product->capacity.prices[place->index].term]));
}

static void kind_words(const be_product *product, const be_price_place *place, char out[WORDS_TEXT])
{
    size_t i = place->index;
    switch (place->kind) {
    case BE_PRICE_PAYG:
        snprintf(out, WORDS_TEXT, "%s", tr("By the unit"));
        break;
    case BE_PRICE_METER:
        meter_words(product, place, out);
        break;
    case BE_PRICE_PACKAGE:
        snprintf(out, WORDS_TEXT, tr("Package %.63s"), product->packages[i].id);
        break;
    case BE_PRICE_CAPACITY:
        capacity_words(product, place, out);
        break;
    case BE_PRICE_GENERAL:
        snprintf(out, WORDS_TEXT, tr("Points package %.63s"),
                 product->provider->general_packages[i].id);
        break;
    }
}

const char *price_words_name(const be_product *product, const be_price_place *place,
                             char out[WORDS_TEXT])
{
    char kind[WORDS_TEXT], band[WORDS_TEXT] = "", count[WORDS_TEXT], per[WORDS_TEXT] = "";
    const be_tariff *tariff = be_price_tariff_at(product, place);
    kind_words(product, place, kind);
    if (tariff != NULL)
        band_words(tariff, place->band, band);
    if (tariff != NULL && tariff->per > 1)
        snprintf(per, sizeof per, tr(", per %.40s"), words_short_quantity(tariff->per, count));
    snprintf(out, WORDS_TEXT, "%.*s%.*s%.30s", PART + 15, kind, PART - 10, band, per);
    return out;
}

/* -- those of the user's own ------------------------------------------------------------------- */

static bool is_yours(const be_source *source)
{
    return source != NULL && source->confidence == BE_CONFIDENCE_USER;
}

bool price_words_is_own(const be_product *product, const be_price_place *place)
{
    return is_yours(be_price_source_at(product, place)) && !is_yours(product->source);
}

const char *price_words_own_list(page *p, const be_product *product)
{
    be_price_place places[PLACES_MAX];
    char name[WORDS_TEXT], price[WORDS_TEXT];
    const char *list = "";
    size_t count = be_price_places(product, places, PLACES_MAX);
    for (size_t i = 0; i < count && i < PLACES_MAX; i++) {
        if (price_words_is_own(product, &places[i]))
            list = page_printf(p, "%s%s%s %s", list, list[0] == '\0' ? "" : "; ",
                               price_words_name(product, &places[i], name),
                               words_price(be_price_at(product, &places[i]), product, price));
    }
    return list;
}

void price_words_own_note(page *p, const be_product *product)
{
    const char *list = price_words_own_list(p, product);
    if (list[0] != '\0')
        page_paragraph(p, PAGE_STRONG, page_printf(p, tr("Your own prices: %s."), list));
}

void price_words_source(page *p, const be_source *source, bool old)
{
    if (source == NULL)
        return;
    const char *trust = words_confidence(source->confidence);
    page_paragraph(p, PAGE_DIM,
                   old ? page_printf(p, tr("Prices of %s, old: %s (%s), %s"), source->date_text,
                                     source->title, trust, source->address)
                       : page_printf(p, tr("Prices of %s: %s (%s), %s"), source->date_text,
                                     source->title, trust, source->address));
    page_address(p, source->address);
}
