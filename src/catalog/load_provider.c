/*
 * The file as a whole: a provider with its sources and products, or several of them.
 */
#include "catalog/load.h"

#include "catalog/load_own_prices.h"
#include "language/language.h"

enum { FORMAT = 1 };

/* One provider's part of a file; `format` and `prices` stand in the root alone. */
typedef struct section {
    int format;
    be_provider provider;
    open_provider open; /* its lists */
    const written_price *prices;
    size_t price_count;
} section;

const be_provider *load_beneath(const loader *state)
{
    const char *id = state->provider == NULL ? NULL : state->provider->id;
    return state->beneath == NULL || id == NULL ? NULL : merge_find(state->beneath, id);
}

/* Lets the elements of a list see what the provider has so far: these lists come last. */
static bool read_within(reader *in, const config_setting_t *setting, const reader_record *table,
                        const be_provider *provider, void **items, size_t *count)
{
    loader *state = in->context;
    state->provider = provider;
    bool ok = load_index(in, config_setting_parent(setting)) &&
              reader_groups(in, setting, table, items, count);
    load_index_clear(state);
    state->provider = NULL;
    return ok;
}

static bool decode_products(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    section *of = reader_slot(record, field);
    be_provider *provider = &of->provider;
    void *items = NULL;
    bool ok =
        read_within(in, setting, &load_product_record, provider, &items, &provider->product_count);
    provider->products = of->open.products = items;
    return ok;
}

static bool decode_general_packages(reader *in, const config_setting_t *setting,
                                    const reader_field *field, void *record)
{
    section *of = reader_slot(record, field);
    be_provider *provider = &of->provider;
    void *items = NULL;
    bool ok = read_within(in, setting, &load_general_package_record, provider, &items,
                          &provider->general_package_count);
    provider->general_packages = of->open.general_packages = items;
    return ok;
}

static const reader_type products_type = {READER_LIST, TR_LATER("a list ( ) of products"),
                                          decode_products};
static const reader_type general_packages_type = {
    READER_LIST, TR_LATER("a list ( ) of general packages"), decode_general_packages};

static const reader_field provider_fields[] = {
    {"id", &reader_id, offsetof(be_provider, id), .required = true},
    {"name", &reader_text, offsetof(be_provider, name), .required = true},
    {"name_zh", &reader_text, offsetof(be_provider, name_zh), .required = false},
};

static const reader_record provider_record = {READER_RECORD(provider_fields, be_provider)};

static const reader_range formats = {1, FORMAT};

static const reader_field fields[] = {
    {"format", &reader_integer, offsetof(section, format), .required = true, .rule = &formats},
    {"provider", &reader_subgroup, offsetof(section, provider), .required = true,
     .rule = &provider_record},
    {"sources", &reader_list, offsetof(section, provider.sources), .required = true,
     .rule = &load_source_record, .count_offset = offsetof(section, provider.source_count)},
    {"products", &products_type, 0, .required = true},
    {"general_packages", &general_packages_type, 0, .required = false},
    {"prices", &reader_list, offsetof(section, prices), .rule = &load_own_price_record,
     .count_offset = offsetof(section, price_count)},
};

enum { FIELDS = sizeof fields / sizeof fields[0] };

/* Single prices are for the user's own file, where they stand last. */
static const reader_record one_provider = {
    .fields = fields,
    .field_count = FIELDS - 1,
    .size = sizeof(section),
};

static const reader_record own_provider = {READER_RECORD(fields, section)};

/* In a list of providers each has the same keys but the format. */
static const reader_record section_record = {
    .fields = fields + 1,
    .field_count = FIELDS - 2,
    .size = sizeof(section),
};

typedef struct section_list {
    int format;
    const section *sections;
    size_t count;
    const written_price *prices;
    size_t price_count;
} section_list;

static const reader_field list_fields[] = {
    {"format", &reader_integer, offsetof(section_list, format), .required = true, .rule = &formats},
    {"providers", &reader_list, offsetof(section_list, sections), .required = true,
     .rule = &section_record, .count_offset = offsetof(section_list, count)},
    {"prices", &reader_list, offsetof(section_list, prices), .rule = &load_own_price_record,
     .count_offset = offsetof(section_list, price_count)},
};

enum { LIST_FIELDS = sizeof list_fields / sizeof list_fields[0] };

static const reader_record many_providers = {
    .fields = list_fields,
    .field_count = LIST_FIELDS - 1,
    .size = sizeof(section_list),
};

static const reader_record own_providers = {READER_RECORD(list_fields, section_list)};

/* The user's own file may hold nothing but single prices. */
static const reader_field price_fields[] = {
    {"format", &reader_integer, offsetof(section_list, format), .required = true, .rule = &formats},
    {"prices", &reader_list, offsetof(section_list, prices), .required = true,
     .rule = &load_own_price_record, .count_offset = offsetof(section_list, price_count)},
};

static const reader_record prices_alone = {READER_RECORD(price_fields, section_list)};

static bool hand_out(reader *in, const config_setting_t *root, const section *sections,
                     size_t count, load_result *out)
{
    out->count = count;
    out->providers = be_arena_alloc(in->arena, count + 1, sizeof *out->providers);
    out->open = be_arena_alloc(in->arena, count + 1, sizeof *out->open);
    if (out->providers == NULL || out->open == NULL)
        return reader_error(in, root, tr("out of memory"));
    for (size_t i = 0; i < count; i++) {
        out->providers[i] = sections[i].provider;
        out->open[i] = sections[i].open;
    }
    return true;
}

static bool read_one(reader *in, const config_setting_t *root, bool is_own, load_result *out)
{
    section one;
    if (!reader_group(in, root, is_own ? &own_provider : &one_provider, &one))
        return false;
    out->prices = one.prices;
    out->price_count = one.price_count;
    return hand_out(in, root, &one, 1, out);
}

static bool read_many(reader *in, const config_setting_t *root, const reader_record *table,
                      load_result *out)
{
    section_list many;
    if (!reader_group(in, root, table, &many))
        return false;
    out->prices = many.prices;
    out->price_count = many.price_count;
    return hand_out(in, root, many.sections, many.count, out);
}

bool load_root(reader *in, const config_setting_t *root, load_result *out)
{
    const loader *state = in->context;
    bool is_own = state->beneath != NULL;
    *out = (load_result){0};
    if (!reader_knows_format(in, root, FORMAT))
        return false;
    if (reader_member(root, "providers") != NULL)
        return read_many(in, root, is_own ? &own_providers : &many_providers, out);
    bool alone =
        is_own && reader_member(root, "prices") != NULL && reader_member(root, "provider") == NULL;
    return alone ? read_many(in, root, &prices_alone, out) : read_one(in, root, is_own, out);
}
