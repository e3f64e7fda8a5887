/*
 * Shares and growth: "5%" or "0.05".
 */
#include "scenario/load.h"

#include "language/language.h"
#include "scenario/ratio_text.h"

static bool in_range(reader *in, const config_setting_t *setting, const char *text, be_ratio ratio,
                     const reader_range *range)
{
    char echo[READER_ECHO], low[BE_RATIO_TEXT], high[BE_RATIO_TEXT];
    if (ratio >= range->min && ratio <= range->max)
        return true;
    be_ratio_format(range->min, low);
    be_ratio_format(range->max, high);
    return reader_error(in, setting, tr("\"%s\" is out of range; expected %s to %s"),
                        reader_echo(text, echo), low, high);
}

static bool decode_ratio(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    be_ratio *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    be_ratio ratio = 0;
    be_number_error error = be_ratio_parse(text, &ratio);
    if (error != BE_NUMBER_OK)
        return reader_error(in, setting, tr("\"%s\" %s; expected %s"), reader_echo(text, echo),
                            tr(be_number_error_text(error)), tr(field->type->expected));
    bool whole = ratio >= BE_RATIO_ONE || ratio <= -BE_RATIO_ONE;
    if (whole && !ratio_has_percent(text))
        return reader_error(in, setting, tr("\"%s\" has no percent sign; expected %s"),
                            reader_echo(text, echo), tr(field->type->expected));
    if (!in_range(in, setting, text, ratio, field->rule))
        return false;
    *slot = ratio;
    return true;
}

const reader_type load_ratio = {
    READER_STRING, TR_LATER("a quoted share such as \"5%\" or \"0.05\""), decode_ratio};
