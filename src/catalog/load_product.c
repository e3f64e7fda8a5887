/*
 * Products.
 */
#include "catalog/load.h"

#include <stdio.h>
#include <string.h>

#include "language/language.h"

enum { CURRENCY_LETTERS = 3 };

static bool decode_currency(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    const char **slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    if (strlen(text) != CURRENCY_LETTERS ||
        strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != CURRENCY_LETTERS)
        return reader_error(in, setting, tr("\"%s\" is no currency; expected %s"),
                            reader_echo(text, echo), tr(field->type->expected));
    *slot = reader_keep(in, setting, text);
    return *slot != NULL;
}

static const reader_type currency_type = {
    READER_STRING, TR_LATER("three capital letters in quotes such as \"USD\""), decode_currency};

const be_product *load_find_product(const be_product *products, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (products[i].id != NULL && strcmp(products[i].id, id) == 0)
            return &products[i];
    }
    return NULL;
}

/* -- packages -- */

bool load_check_bought_id(reader *in, const config_setting_t *group, const char *id)
{
    if (strcmp(id, "qps") != 0 && strcmp(id, "concurrency") != 0)
        return true;
    return reader_error_at(in, group, "id", tr("\"%s\" names capacity; expected another id"), id);
}

/* General packages of this file are held against those of its products when they are read. */
static bool is_general(const be_provider *provider, const char *id)
{
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (strcmp(provider->general_packages[i].id, id) == 0)
            return true;
    }
    return false;
}

static bool check_package(reader *in, const config_setting_t *group, void *record)
{
    const be_package *package = record;
    if (!load_check_bought_id(in, group, package->id))
        return false;
    return !is_general(load_beneath(in->context), package->id) ||
           reader_error_at(in, group, "id", tr("\"%s\" is a general package; expected another id"),
                           package->id);
}

static const reader_field package_fields[] = {
    {"id", &reader_id, offsetof(be_package, id), .required = true},
    {"size", &reader_quantity, offsetof(be_package, size), .required = true,
     .rule = &reader_one_or_more},
    {"price", &load_price, offsetof(be_package, price), .required = true},
    {"valid", &reader_duration, offsetof(be_package, valid), .required = true},
    {"source", &load_source_name, offsetof(be_package, source), .required = false},
};

static const reader_record package_record = {
    READER_RECORD(package_fields, be_package),
    .unique = "id",
    .check = check_package,
};

/* -- a product as a whole -- */

static bool make_key(reader *in, const config_setting_t *group, be_product *product)
{
    const loader *state = in->context;
    char key[2 * (READER_ID_MAX + 1)];
    if (state->provider->id == NULL)
        return false; /* reported with the provider */
    snprintf(key, sizeof key, "%s/%s", state->provider->id, product->id);
    product->key = reader_keep(in, group, key);
    return product->key != NULL;
}

static bool check_product(reader *in, const config_setting_t *group, void *record)
{
    be_product *product = record;
    if (product->deduction_count == 0)
        return reader_error_at(in, group, "deduction",
                               tr("is empty; expected a product that can be paid for"));
    return load_check_meters(in, group, product) && make_key(in, group, product);
}

static const reader_field fields[] = {
    {"id", &reader_id, offsetof(be_product, id), .required = true},
    {"name", &reader_text, offsetof(be_product, name), .required = true},
    {"name_zh", &reader_text, offsetof(be_product, name_zh), .required = false},
    {"category", &reader_text, offsetof(be_product, category), .required = false},
    {"category_zh", &reader_text, offsetof(be_product, category_zh), .required = false},
    {"region", &reader_text, offsetof(be_product, region), .required = false},
    {"currency", &currency_type, offsetof(be_product, currency), .required = true},
    {"meters", &load_meters, 0, .required = false},
    {"request_bands", &load_request_bands, 0, .required = false},
    {"unit", &reader_text, offsetof(be_product, unit), .required = true, .unless = "meters"},
    {"unit_zh", &reader_text, offsetof(be_product, unit_zh), .unless = "meters"},
    {"source", &load_source_name, offsetof(be_product, source), .required = true},
    {"free", &load_free, offsetof(be_product, free), .required = false},
    {"payg", &reader_subgroup, offsetof(be_product, payg), .rule = &load_payg_record,
     .unless = "meters"},
    {"packages", &reader_list, offsetof(be_product, packages), .rule = &package_record,
     .count_offset = offsetof(be_product, package_count), .unless = "meters"},
    {"limits", &load_limits, offsetof(be_product, limits), .required = false},
    {"capacity", &reader_subgroup, offsetof(be_product, capacity), .rule = &load_capacity_record},
    {"notes", &load_notes, 0, .required = false},
    {"notes_zh", &load_notes_zh, 0, .required = false},
    {"deduction", &load_deduction, 0, .required = true}, /* knows by now what there is */
};

static const be_product defaults = {.category = "", .region = "", .request_max = BE_UNBOUNDED};

const reader_record load_product_record = {
    READER_RECORD(fields, be_product),
    .defaults = &defaults,
    .unique = "id",
    .check = check_product,
};
