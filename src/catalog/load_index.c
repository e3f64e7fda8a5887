/*
 * What the parts of a file name each other by, indexed before the parts that name it are read.
 */
#include "catalog/load.h"

#include "language/language.h"

static bool index_sources(id_index *index, const be_provider *provider)
{
    for (size_t i = 0; i < provider->source_count; i++) {
        if (!id_index_add(index, provider->sources[i].id, &provider->sources[i]))
            return false;
    }
    return true;
}

/* Every product, and those that sell a package by the id of that. */
static bool index_products(loader *state, const be_provider *provider)
{
    for (size_t i = 0; i < provider->product_count; i++) {
        const be_product *product = &provider->products[i];
        if (!id_index_add(&state->products, product->id, product))
            return false;
        for (size_t j = 0; j < product->package_count; j++) {
            if (!id_index_add(&state->sellers, product->packages[j].id, product))
                return false;
        }
    }
    return true;
}

/* Asked of the file: general packages are read behind the products that they cover. */
static bool index_covers(id_index *index, const config_setting_t *package)
{
    const config_setting_t *list =
        config_setting_is_group(package) ? reader_member(package, "covers") : NULL;
    for (int i = 0; list != NULL && i < config_setting_length(list); i++) {
        const config_setting_t *cover = config_setting_get_elem(list, (unsigned)i);
        const config_setting_t *product =
            config_setting_is_group(cover) ? reader_member(cover, "product") : NULL;
        const char *id = product == NULL ? NULL : config_setting_get_string(product);
        if (!id_index_add(index, id, cover))
            return false;
    }
    return true;
}

static bool index_covered(id_index *index, const config_setting_t *part)
{
    const config_setting_t *list = reader_member(part, "general_packages");
    for (int i = 0; list != NULL && i < config_setting_length(list); i++) {
        if (!index_covers(index, config_setting_get_elem(list, (unsigned)i)))
            return false;
    }
    return true;
}

bool load_index(reader *in, const config_setting_t *part)
{
    loader *state = in->context;
    if (!index_sources(&state->sources, state->provider) ||
        !index_products(state, state->provider) || !index_covered(&state->covered, part))
        return reader_error(in, part, tr("out of memory"));
    return true;
}

void load_index_clear(loader *state)
{
    id_index_clear(&state->sources);
    id_index_clear(&state->products);
    id_index_clear(&state->sellers);
    id_index_clear(&state->covered);
}
