/*
 * Seasons: a factor for each calendar month.
 */
#include "scenario/load.h"

#include "language/language.h"
#include "scenario/scenario.h"

static bool decode_factor(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    be_ratio *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    be_number_error error = be_ratio_parse(text, slot);
    if (error != BE_NUMBER_OK)
        return reader_error(in, setting, tr("\"%s\" %s; expected %s"), reader_echo(text, echo),
                            tr(be_number_error_text(error)), tr(field->type->expected));
    if (*slot < 0 || *slot > SCENARIO_FACTOR_MAX * BE_RATIO_ONE)
        return reader_error(in, setting, tr("\"%s\" is out of range; expected 0%% to 1000%%"),
                            reader_echo(text, echo));
    return true;
}

static const reader_type factor_type = {
    READER_STRING, TR_LATER("a quoted factor such as \"150%\" or \"1.5\""), decode_factor};

static bool decode_season(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    scenario_item *item = reader_slot(record, field);
    int count = config_setting_length(setting);
    if (count != SCENARIO_SEASON)
        return reader_error(in, setting, tr("has %d factors; expected %d, January first"), count,
                            SCENARIO_SEASON);
    bool ok = true;
    for (int i = 0; i < count; i++) {
        const config_setting_t *month = config_setting_get_elem(setting, (unsigned)i);
        const reader_field slot = {"", &factor_type, (size_t)i * sizeof(be_ratio),
                                   .required = true};
        ok = reader_value(in, month, &slot, item->season) && ok;
    }
    item->has_season = true;
    return ok;
}

const reader_type load_season = {
    READER_LIST,
    TR_LATER("an array of twelve quoted factors, January first: [ \"100%\", \"150%\", ... ]"),
    decode_season};
