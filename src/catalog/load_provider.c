/*
 * The file as a whole: a provider with its sources and products, or several of them.
 */
#include "catalog/load.h"

#include "language/language.h"

enum { FORMAT = 1 };

/* One provider's part of a file; `format` stands in the root alone. */
typedef struct section {
    int format;
    be_provider provider;
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
    bool ok = reader_groups(in, setting, table, items, count);
    state->provider = NULL;
    return ok;
}

static bool decode_products(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    be_provider *provider = reader_slot(record, field);
    void *items = NULL;
    bool ok =
        read_within(in, setting, &load_product_record, provider, &items, &provider->product_count);
    provider->products = items;
    return ok;
}

static bool decode_general_packages(reader *in, const config_setting_t *setting,
                                    const reader_field *field, void *record)
{
    be_provider *provider = reader_slot(record, field);
    void *items = NULL;
    bool ok = read_within(in, setting, &load_general_package_record, provider, &items,
                          &provider->general_package_count);
    provider->general_packages = items;
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
    {"products", &products_type, offsetof(section, provider), .required = true},
    {"general_packages", &general_packages_type, offsetof(section, provider), .required = false},
};

static const reader_record one_provider = {READER_RECORD(fields, section)};

/* In a list of providers each has the same keys but the format. */
static const reader_record section_record = {
    .fields = fields + 1,
    .field_count = sizeof fields / sizeof fields[0] - 1,
    .size = sizeof(section),
};

typedef struct section_list {
    int format;
    const section *sections;
    size_t count;
} section_list;

static const reader_field list_fields[] = {
    {"format", &reader_integer, offsetof(section_list, format), .required = true, .rule = &formats},
    {"providers", &reader_list, offsetof(section_list, sections), .required = true,
     .rule = &section_record, .count_offset = offsetof(section_list, count)},
};

static const reader_record many_providers = {READER_RECORD(list_fields, section_list)};

static bool hand_out(reader *in, const config_setting_t *root, const section *sections,
                     size_t count, be_provider **providers)
{
    *providers = be_arena_alloc(in->arena, count == 0 ? 1 : count, sizeof **providers);
    if (*providers == NULL)
        return reader_error(in, root, tr("out of memory"));
    for (size_t i = 0; i < count; i++)
        (*providers)[i] = sections[i].provider;
    return true;
}

bool load_root(reader *in, const config_setting_t *root, be_provider **providers, size_t *count)
{
    section one;
    section_list many;
    if (!reader_knows_format(in, root, FORMAT))
        return false;
    bool is_list = reader_member(root, "providers") != NULL;
    bool ok = is_list ? reader_group(in, root, &many_providers, &many)
                      : reader_group(in, root, &one_provider, &one);
    if (!ok)
        return false;
    *count = is_list ? many.count : 1;
    return hand_out(in, root, is_list ? many.sections : &one, *count, providers);
}
