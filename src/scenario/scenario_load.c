#include "scenario/scenario_load.h"

#include <stdlib.h>
#include <string.h>

#include "config/document.h"
#include "config/reader.h"
#include "language/language.h"
#include "scenario/load.h"

enum { FORMAT = 1 };

/* A file as it is written. */
typedef struct written_plan {
    int format;
    const char *name, *customer;
    be_horizon horizon;
    be_ratio tax;
    scenario_exchange exchange;
    const scenario_item *items;
    size_t count;
} written_plan;

static bool decode_name(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    const char *text = reader_string(in, setting);
    if (text != NULL && strlen(text) >= SCENARIO_NAME)
        return reader_error(in, setting, tr("is longer than %d bytes"), SCENARIO_NAME - 1);
    return text != NULL && reader_raw_text.decode(in, setting, field, record);
}

static const reader_type name_type = {READER_STRING, TR_LATER("a text in quotes"), decode_name};

/* The items are read behind the months, which their purchases are held against. */
static bool decode_items(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    written_plan *plan = record;
    plan_loader *state = in->context;
    void *items = NULL;
    (void)field;
    if (config_setting_length(setting) > SCENARIO_ITEMS_MAX)
        return reader_error(in, setting, tr("has more than %d items"), SCENARIO_ITEMS_MAX);
    state->horizon = plan->horizon;
    bool ok = reader_groups(in, setting, &load_item_record, &items, &plan->count);
    plan->items = items;
    return ok;
}

static const reader_type items_type = {READER_LIST, TR_LATER("a list ( ) of groups"), decode_items};

static const reader_range formats = {1, FORMAT};
static const reader_range months = {1, BE_MONTHS_MAX};
static const reader_range taxes = {0, BE_RATIO_ONE};

static const reader_field fields[] = {
    {"format", &reader_integer, offsetof(written_plan, format), .required = true, .rule = &formats},
    {"name", &name_type, offsetof(written_plan, name), .required = false},
    {"customer", &name_type, offsetof(written_plan, customer), .required = false},
    {"start", &reader_month, offsetof(written_plan, horizon.start), .required = true},
    {"months", &reader_integer, offsetof(written_plan, horizon.months), .required = true,
     .rule = &months},
    {"tax", &load_ratio, offsetof(written_plan, tax), .rule = &taxes},
    {"exchange", &reader_subgroup, offsetof(written_plan, exchange), .rule = &load_exchange_record},
    {"items", &items_type, 0, .required = true},
};

static const written_plan defaults = {
    .name = "", .customer = "", .horizon.start = PLAN_START_UNKNOWN};

static const reader_record plan_record = {
    READER_RECORD(fields, written_plan),
    .defaults = &defaults,
};

static scenario *made_from(const written_plan *written)
{
    scenario *plan = scenario_create(written->horizon);
    if (plan == NULL)
        return NULL;
    scenario_rename(plan, written->name);
    scenario_set_customer(plan, written->customer);
    plan->tax = written->tax;
    plan->exchange = written->exchange;
    for (size_t i = 0; i < written->count; i++) {
        if (!scenario_insert(plan, plan->count, &written->items[i])) {
            scenario_destroy(plan);
            return NULL;
        }
    }
    return plan;
}

static scenario *read_plan(reader *in, const config_setting_t *root)
{
    written_plan written;
    if (!reader_knows_format(in, root, FORMAT) || !reader_group(in, root, &plan_record, &written))
        return NULL;
    scenario *plan = made_from(&written);
    if (plan == NULL)
        reader_error(in, root, tr("out of memory"));
    return plan;
}

static scenario *read_document(const char *name, const document *doc, const be_catalog *known,
                               problems *found)
{
    size_t first = found->count;
    plan_loader state = {.catalog = known};
    reader in = {name, be_arena_create(), found, &state};
    scenario *plan = NULL;
    if (in.arena == NULL)
        problems_error(found, name, 0, NULL, tr("cannot be read: out of memory"));
    else
        plan = read_plan(&in, document_root(doc));
    be_arena_destroy(in.arena);
    problems_sort(found, first);
    return plan;
}

scenario *scenario_load(const char *path, const be_catalog *known, problems *found)
{
    document *doc = document_read(path, found);
    scenario *plan = doc == NULL ? NULL : read_document(path, doc, known, found);
    document_destroy(doc);
    return plan;
}

scenario *scenario_parse(const char *name, const char *text, size_t size, const be_catalog *known,
                         problems *found)
{
    document *doc = document_parse(name, text, size, found);
    scenario *plan = doc == NULL ? NULL : read_document(name, doc, known, found);
    document_destroy(doc);
    return plan;
}
