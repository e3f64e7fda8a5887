/*
 * Volumes: counts that people may write short, one or one a month.
 */
#include "scenario/load.h"

#include "language/language.h"
#include "scenario/scenario.h"

static bool decode_volume(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    be_quantity *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    be_number_error error = be_quantity_parse(text, BE_NUMBER_SUFFIX, slot);
    return error == BE_NUMBER_OK ||
           reader_error(in, setting, tr("\"%s\" %s; expected %s"), reader_echo(text, echo),
                        tr(be_number_error_text(error)), tr(field->type->expected));
}

const reader_type load_volume = {
    READER_STRING, TR_LATER("a quoted whole number such as \"30,000\""), decode_volume};

static bool decode_volumes(reader *in, const config_setting_t *setting, const reader_field *field,
                           void *record)
{
    scenario_item *item = reader_slot(record, field);
    int count = config_setting_length(setting);
    if (count < 1 || count > BE_MONTHS_MAX)
        return reader_error(in, setting, tr("has %d months; expected 1 to %d"), count,
                            BE_MONTHS_MAX);
    bool ok = true;
    for (int i = 0; i < count; i++) {
        const config_setting_t *month = config_setting_get_elem(setting, (unsigned)i);
        const reader_field slot = {"", &load_volume, (size_t)i * sizeof(be_quantity),
                                   .required = true};
        ok = reader_value(in, month, &slot, item->volumes) && ok;
    }
    item->demand.volume_count = (size_t)count;
    return ok;
}

const reader_type load_volumes = {
    READER_LIST,
    TR_LATER("an array of quoted whole numbers, one a month: [ \"30,000\", \"35,000\" ]"),
    decode_volumes};
