/*
 * Packages bought before the plan: the product's, or general ones of its provider.
 */
#include "scenario/load.h"

#include <string.h>

#include "language/language.h"
#include "scenario/purchase.h"
#include "scenario/scenario.h"

enum { SIZE_UNKNOWN = -1 };

/* A package as it is written: a general one by its name. */
typedef struct written_owned {
    const char *general; /* NULL: the product's */
    be_owned owned;
} written_owned;

static const reader_field fields[] = {
    {"general", &reader_id, offsetof(written_owned, general), .required = false},
    {"size", &load_volume, offsetof(written_owned, owned.size), .required = false},
    {"left", &load_volume, offsetof(written_owned, owned.left), .required = true},
    {"expires", &reader_month, offsetof(written_owned, owned.expires), .required = true},
};

static const written_owned defaults = {.owned.size = SIZE_UNKNOWN};

static const reader_record record_of_owned = {
    READER_RECORD(fields, written_owned),
    .defaults = &defaults,
};

static bool find_general(reader *in, const config_setting_t *group, const written_owned *written,
                         const be_product *product, be_owned *out)
{
    char error[PURCHASE_ERROR];
    if (written->general == NULL)
        return true;
    if (product == NULL) /* a mistake of its own; without it the name cannot be judged */
        return false;
    out->general = purchase_general(written->general, product, error);
    return out->general != NULL || reader_error_at(in, group, "general", "%s", error);
}

static bool add_owned(reader *in, const config_setting_t *group, const written_owned *written,
                      scenario_item *item)
{
    be_owned owned = written->owned;
    if (!find_general(in, group, written, item->product, &owned))
        return false;
    if (owned.size == SIZE_UNKNOWN)
        owned.size = owned.general != NULL ? owned.general->points : owned.left;
    if (owned.left > owned.size)
        return reader_error_at(in, group, "left", tr("is more than the package's size"));
    item->owned[item->demand.owned_count++] = owned;
    return true;
}

static bool decode_owned(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    scenario_item *item = reader_slot(record, field);
    void *items = NULL;
    size_t count = 0;
    if (config_setting_length(setting) > SCENARIO_OWNED_MAX)
        return reader_error(in, setting, tr("has more than %d packages"), SCENARIO_OWNED_MAX);
    if (!reader_groups(in, setting, &record_of_owned, &items, &count))
        return false;
    const written_owned *written = items;
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        ok = add_owned(in, config_setting_get_elem(setting, (unsigned)i), &written[i], item) && ok;
    return ok;
}

const reader_type load_owned = {READER_LIST, TR_LATER("a list ( ) of groups"), decode_owned};
