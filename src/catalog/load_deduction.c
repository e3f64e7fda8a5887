/*
 * The deduction order: who pays for a unit first, second, ...
 */
#include "catalog/load.h"

#include <string.h>

#include "config/nearest.h"
#include "language/language.h"

/* In the order of be_layer: the name, what it takes for a product to have it. */
static const struct {
    const char *name;
    const char *origin;
} layers[BE_LAYER_COUNT] = {
    [BE_LAYER_FREE] = {"free", TR_LATER("a free quota")},
    [BE_LAYER_QPS] = {"qps", TR_LATER("capacity with calls_free = true")},
    [BE_LAYER_PACKAGE] = {"package", TR_LATER("packages")},
    [BE_LAYER_GENERAL] = {"general", TR_LATER("a general package that covers it")},
    [BE_LAYER_PAYG] = {"payg", TR_LATER("a payg group")},
};

static bool has_elements(const config_setting_t *list)
{
    return list != NULL && config_setting_length(list) > 0;
}

/* Asked of the file and not of the product: a part with a mistake in it is there all the same. */
static bool is_offered(const loader *state, const config_setting_t *product,
                       const be_product *so_far, be_layer layer)
{
    switch (layer) {
    case BE_LAYER_FREE:
        return reader_member(product, "free") != NULL;
    case BE_LAYER_QPS:
        return so_far->capacity.calls_free;
    case BE_LAYER_PACKAGE:
        return has_elements(reader_member(product, "packages"));
    case BE_LAYER_GENERAL:
        return so_far->id != NULL && reader_member(product, "meters") == NULL &&
               id_index_find(&state->covered, so_far->id) != NULL;
    case BE_LAYER_PAYG:
        return reader_member(product, "payg") != NULL || reader_member(product, "meters") != NULL;
    case BE_LAYER_COUNT:
    default:
        return false;
    }
}

/* A product of the user's own may go on using the general packages that are there beneath it. */
static bool is_offered_beneath(const loader *state, const be_product *so_far, be_layer layer)
{
    return layer == BE_LAYER_GENERAL && so_far->id != NULL && so_far->meter_count == 0 &&
           load_is_covered_beneath(state, so_far->id);
}

static bool is_listed(const be_product *product, be_layer layer)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == layer)
            return true;
    }
    return false;
}

/* The layer called `name`, or BE_LAYER_COUNT. */
static be_layer layer_named(const char *name)
{
    for (int i = 0; i < BE_LAYER_COUNT; i++) {
        if (strcmp(layers[i].name, name) == 0)
            return (be_layer)i;
    }
    return BE_LAYER_COUNT;
}

static bool unknown_layer(reader *in, const config_setting_t *setting, const char *name)
{
    char echo[READER_ECHO], hint[NEAREST_HINT];
    nearest search = nearest_to(name);
    for (int i = 0; i < BE_LAYER_COUNT; i++)
        nearest_offer(&search, layers[i].name);
    return reader_error(in, setting,
                        tr("unknown layer \"%s\"; known are \"free\", \"qps\", \"package\", "
                           "\"general\" and \"payg\"%s"),
                        reader_echo(name, echo), nearest_hint(&search, hint));
}

static bool add_layer(reader *in, const config_setting_t *setting, const config_setting_t *group,
                      be_product *product)
{
    if (config_setting_type(setting) != CONFIG_TYPE_STRING)
        return reader_error(in, setting, tr("expected the name of a layer in quotes"));
    const char *name = reader_string(in, setting);
    if (name == NULL)
        return false;
    be_layer layer = layer_named(name);
    if (layer == BE_LAYER_COUNT)
        return unknown_layer(in, setting, name);
    if (is_listed(product, layer))
        return reader_error(in, setting, tr("\"%s\" stands in the order twice"), name);
    product->deduction[product->deduction_count++] = layer;
    return is_offered(in->context, group, product, layer) ||
           is_offered_beneath(in->context, product, layer) ||
           reader_error(in, setting, tr("the product has no \"%s\": that takes %s"), name,
                        tr(layers[layer].origin));
}

static bool check_complete(reader *in, const config_setting_t *setting,
                           const config_setting_t *group, const be_product *product)
{
    bool ok = true;
    for (int i = 0; i < BE_LAYER_COUNT; i++) {
        be_layer layer = (be_layer)i;
        if (is_offered(in->context, group, product, layer) && !is_listed(product, layer))
            ok = reader_error(in, setting, tr("leaves out \"%s\", but the product has %s"),
                              layers[i].name, tr(layers[i].origin));
    }
    return ok;
}

/* Pay as you go takes all that is left, so that nothing behind it would ever be used. */
static bool check_last(reader *in, const config_setting_t *setting, const be_product *product)
{
    for (size_t i = 0; i + 1 < product->deduction_count; i++) {
        if (product->deduction[i] == BE_LAYER_PAYG)
            return reader_error(in, setting,
                                tr("\"%s\" stands behind \"payg\" and would never be used"),
                                layers[product->deduction[i + 1]].name);
    }
    return true;
}

static bool decode_deduction(reader *in, const config_setting_t *setting, const reader_field *field,
                             void *record)
{
    be_product *product = reader_slot(record, field);
    const config_setting_t *group = config_setting_parent(setting);
    bool ok = true;
    for (int i = 0; i < config_setting_length(setting); i++)
        ok = add_layer(in, config_setting_get_elem(setting, (unsigned)i), group, product) && ok;
    ok = check_last(in, setting, product) && ok;
    return check_complete(in, setting, group, product) && ok;
}

const reader_type load_deduction = {
    READER_LIST, TR_LATER("an array such as [ \"free\", \"package\", \"payg\" ]"),
    decode_deduction};
