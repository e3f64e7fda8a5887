/*
 * The list of the user's own prices: single places of products that other files have.
 */
#include "catalog/load_own_prices.h"

#include <string.h>

#include "catalog/own_prices.h"

/* In the order of be_term and be_use. */
static const char *const terms[BE_TERM_COUNT] = {"day", "month", "year"};
static const char *const uses[BE_USE_COUNT] = {"standard", "batch", "cached"};
static const reader_names term_names = {terms, BE_TERM_COUNT};
static const reader_names use_names = {uses, BE_USE_COUNT};
static const reader_range bands = {1, 1000};

enum { NOT_WRITTEN = -1 };

static bool decode_key(reader *in, const config_setting_t *setting, const reader_field *field,
                       void *record)
{
    const char **slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    *slot = text == NULL ? NULL : reader_keep(in, setting, text);
    return *slot != NULL;
}

static const reader_type key_type = {READER_STRING, "a product in quotes such as \"acme/images\"",
                                     decode_key};

static bool decode_date(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    return be_date_parse(text, reader_slot(record, field)) ||
           reader_error(in, setting, "\"%s\" is no date; expected %s", reader_echo(text, echo),
                        field->type->expected);
}

static const reader_type date_type = {READER_STRING, "a date in quotes such as \"2026-11-21\"",
                                      decode_date};

static bool check_price(reader *in, const config_setting_t *group, void *record)
{
    written_price *written = record;
    int places = (written->package != NULL) + (written->meter != NULL) +
                 (written->general != NULL) + (written->term != NOT_WRITTEN);
    written->line = document_line(group);
    return places <= 1 ||
           reader_error(in, group,
                        "names several prices; expected one of package, capacity, meter and "
                        "general");
}

static const reader_field fields[] = {
    {"product", &key_type, offsetof(written_price, product), .required = true},
    {"package", &reader_id, offsetof(written_price, package), .required = false},
    {"capacity", &reader_choice, offsetof(written_price, term), .rule = &term_names},
    {"meter", &reader_id, offsetof(written_price, meter), .required = false},
    {"use", &reader_choice, offsetof(written_price, use), .rule = &use_names},
    {"general", &reader_id, offsetof(written_price, general), .required = false},
    {"band", &reader_integer, offsetof(written_price, band), .rule = &bands},
    {"price", &reader_amount, offsetof(written_price, price), .required = true},
    {"date", &date_type, offsetof(written_price, date), .required = true},
};

static const written_price defaults = {.term = NOT_WRITTEN, .band = 1};

const reader_record load_own_price_record = {
    READER_RECORD(fields, written_price),
    .defaults = &defaults,
    .check = check_price,
};

/* -- what they mean ---------------------------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
    return a != NULL && strcmp(a, b) == 0;
}

/* Whether a place of the product is the one that is written. */
static bool is_meant(const written_price *written, const be_product *product,
                     const be_price_place *place)
{
    size_t i = place->index;
    if (place->band + 1 != (size_t)written->band)
        return false;
    switch (place->kind) {
    case BE_PRICE_PAYG:
        return written->package == NULL && written->meter == NULL && written->general == NULL &&
               written->term == NOT_WRITTEN;
    case BE_PRICE_METER:
        return same(written->meter, product->meters[i].id) && (int)place->use == written->use;
    case BE_PRICE_PACKAGE:
        return same(written->package, product->packages[i].id);
    case BE_PRICE_CAPACITY:
        return (int)product->capacity.prices[i].term == written->term;
    case BE_PRICE_GENERAL:
        return same(written->general, product->provider->general_packages[i].id);
    }
    return false;
}

bool load_own_price(const be_catalog *view, const written_price *written, be_arena *arena,
                    own_price *out)
{
    const be_product *product = be_catalog_find(view, written->product);
    *out = (own_price){.product = NULL};
    if (product == NULL)
        return true;
    size_t count = be_price_places(product, NULL, 0);
    be_price_place *places = be_arena_alloc(arena, count + 1, sizeof *places);
    if (places == NULL)
        return false;
    be_price_places(product, places, count);
    for (size_t i = 0; i < count && out->product == NULL; i++) {
        if (is_meant(written, product, &places[i]))
            *out = (own_price){product, places[i], written->price, written->date};
    }
    return true;
}
