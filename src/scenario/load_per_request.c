/*
 * What a request takes of each meter: a group whose keys are the product's meters.
 */
#include "scenario/load.h"

#include "language/language.h"
#include "scenario/per_request.h"
#include "scenario/scenario.h"

/* The name of the setting is the meter's. */
static bool decode_units(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    scenario_item *item = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char error[PER_REQUEST_ERROR];
    if (text == NULL)
        return false;
    return per_request_set(config_setting_name(setting), text, item->product, item->per_request,
                           error) ||
           reader_error(in, setting, "%s", error);
}

static const reader_type units_type = {
    READER_STRING, TR_LATER("a quoted number of units such as \"2,000\" or \"1.5\""), decode_units};

static bool decode_per_request(reader *in, const config_setting_t *setting,
                               const reader_field *field, void *record)
{
    static const reader_field units = {"", &units_type, 0, .required = true};
    scenario_item *item = reader_slot(record, field);
    bool ok = true;
    if (item->product == NULL)
        return false;
    if (item->product->meter_count == 0)
        return reader_error(in, setting, tr("%s has no meters: a request is one %s"),
                            item->product->key, item->product->unit);
    per_request_clear(item->per_request);
    for (int i = 0; i < config_setting_length(setting); i++)
        ok = reader_value(in, config_setting_get_elem(setting, (unsigned)i), &units, item) && ok;
    item->demand.per_request_count = item->product->meter_count;
    return ok;
}

const reader_type load_per_request = {
    READER_GROUP,
    TR_LATER("a group { } of meters such as { input = \"2,000\"; output = \"500\"; }"),
    decode_per_request};
