/*
 * General-purpose packages: points that several products of a provider draw on.
 */
#include "catalog/load.h"

#include <string.h>

#include "language/language.h"

/* -- which products are covered beneath -- */

static bool package_covers(const be_general_package *package, const char *id)
{
    for (size_t i = 0; i < package->cover_count; i++) {
        if (strcmp(package->covers[i].product, id) == 0)
            return true;
    }
    return false;
}

bool load_is_covered_beneath(const loader *state, const char *id)
{
    const be_provider *provider = load_beneath(state);
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (package_covers(&provider->general_packages[i], id))
            return true;
    }
    return false;
}

/* -- a product that is covered -- */

static bool lists_general(const be_product *product)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == BE_LAYER_GENERAL)
            return true;
    }
    return false;
}

/* The product of that id in this part (`here`) or beneath it, or NULL. */
static const be_product *find_covered(const loader *state, const char *id, bool *here)
{
    const be_provider *beneath = load_beneath(state);
    const be_product *product = id_index_find(&state->products, id);
    *here = product != NULL;
    if (product == NULL && beneath != NULL)
        product = load_find_product(beneath->products, beneath->product_count, id);
    return product;
}

static void offer_products(nearest *search, const be_provider *provider)
{
    for (size_t i = 0; provider != NULL && i < provider->product_count; i++)
        nearest_offer(search, provider->products[i].id);
}

static bool unknown_product(reader *in, const config_setting_t *setting, const char *id)
{
    const loader *state = in->context;
    nearest search = nearest_to(id);
    char hint[NEAREST_HINT];
    offer_products(&search, state->provider);
    offer_products(&search, load_beneath(state));
    return reader_error(in, setting, tr("unknown product \"%s\"%s"), id,
                        nearest_hint(&search, hint));
}

static bool check_covered(reader *in, const config_setting_t *setting, const char *id)
{
    bool asked; /* for the layer, when its own order was read */
    const be_product *product = find_covered(in->context, id, &asked);
    if (product == NULL)
        return unknown_product(in, setting, id);
    if (product->meter_count > 0)
        return reader_error(in, setting,
                            tr("\"%s\" has meters: what its request takes is not known"), id);
    return asked || lists_general(product) ||
           reader_error(in, setting, tr("\"%s\" has no \"general\" in its deduction"), id);
}

static bool decode_covered(reader *in, const config_setting_t *setting, const reader_field *field,
                           void *record)
{
    const char **slot = reader_slot(record, field);
    return reader_id.decode(in, setting, field, record) && check_covered(in, setting, *slot);
}

static const reader_type covered_type = {
    READER_STRING, TR_LATER("the id of one of the products, in quotes"), decode_covered};

static const reader_field cover_fields[] = {
    {"product", &covered_type, offsetof(be_general_cover, product), .required = true},
    {"points_per_unit", &reader_quantity, offsetof(be_general_cover, points), .required = true,
     .rule = &reader_one_or_more},
};

static const reader_record cover_record = {
    READER_RECORD(cover_fields, be_general_cover),
    .unique = "product",
};

/* -- a package -- */

static const be_product *seller_of(const be_product *products, size_t count, const char *package)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < products[i].package_count; j++) {
            const char *id = products[i].packages[j].id;
            if (id != NULL && strcmp(id, package) == 0)
                return &products[i];
        }
    }
    return NULL;
}

/* Purchases are named by this id alone: it must not be a product's package too. */
static bool check_id(reader *in, const config_setting_t *group, const char *id)
{
    const loader *state = in->context;
    const be_provider *beneath = load_beneath(state);
    const be_product *seller = id_index_find(&state->sellers, id);
    if (seller == NULL && beneath != NULL)
        seller = seller_of(beneath->products, beneath->product_count, id);
    return seller == NULL ||
           reader_error_at(in, group, "id",
                           tr("\"%s\" is a package of \"%s\"; expected another id"), id,
                           seller->id == NULL ? "" : seller->id);
}

/* Points have one price, so what they pay for has to be sold in one currency. */
static bool check_currency(reader *in, const config_setting_t *group,
                           const be_general_package *package)
{
    const char *currency = NULL;
    bool here;
    for (size_t i = 0; i < package->cover_count; i++) {
        const char *id = package->covers[i].product;
        const be_product *product = id == NULL ? NULL : find_covered(in->context, id, &here);
        if (product == NULL || product->currency == NULL)
            continue;
        if (currency == NULL)
            currency = product->currency;
        if (strcmp(currency, product->currency) != 0)
            return reader_error_at(in, group, "covers",
                                   tr("has products in %s and in %s; expected one currency"),
                                   currency, product->currency);
    }
    return true;
}

static bool check_package(reader *in, const config_setting_t *group, void *record)
{
    const be_general_package *package = record;
    bool ok = package->cover_count > 0 ||
              reader_error_at(in, group, "covers", tr("is empty; expected at least one product"));
    ok = check_currency(in, group, package) && ok;
    ok = load_check_bought_id(in, group, package->id) && ok;
    return check_id(in, group, package->id) && ok;
}

static const reader_field fields[] = {
    {"id", &reader_id, offsetof(be_general_package, id), .required = true},
    {"points", &reader_quantity, offsetof(be_general_package, points), .required = true,
     .rule = &reader_one_or_more},
    {"price", &load_price, offsetof(be_general_package, price), .required = true},
    {"valid", &reader_duration, offsetof(be_general_package, valid), .required = true},
    {"source", &load_source_name, offsetof(be_general_package, source), .required = true},
    {"covers", &reader_list, offsetof(be_general_package, covers), .required = true,
     .rule = &cover_record, .count_offset = offsetof(be_general_package, cover_count)},
};

const reader_record load_general_package_record = {
    READER_RECORD(fields, be_general_package),
    .unique = "id",
    .check = check_package,
};
