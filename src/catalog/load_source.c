/*
 * Sources: where prices are written, and the keys that name one.
 */
#include "catalog/load.h"

#include "config/nearest.h"
#include "language/language.h"

/* -- a source -- */

static bool decode_date(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    be_source *source = record;
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    if (!be_date_parse(text, &source->date)) {
        char echo[READER_ECHO];
        return reader_error(in, setting, tr("\"%s\" is no date; expected %s"),
                            reader_echo(text, echo), tr(field->type->expected));
    }
    source->date_text = reader_keep(in, setting, text);
    return source->date_text != NULL;
}

static const reader_type date_type = {
    READER_STRING, TR_LATER("a date in quotes such as \"2026-01-21\", \"2026-01\" or \"2026\""),
    decode_date};

/* In the order of be_confidence. */
static const char *const confidences[BE_CONFIDENCE_COUNT] = {"vendor", "mirror", "second-hand",
                                                             "inferred", "user"};
static const reader_names confidence_names = {confidences, BE_CONFIDENCE_COUNT};

static bool check_source(reader *in, const config_setting_t *group, void *record)
{
    (void)record;
    const loader *state = in->context;
    if (state->beneath != NULL || reader_member(group, "confidence") != NULL)
        return true;
    char known[READER_PATH];
    return reader_error_at(in, group, "confidence", tr("missing; expected one of %s"),
                           reader_list_names(&confidence_names, known, sizeof known));
}

static const reader_field fields[] = {
    {"id", &reader_id, offsetof(be_source, id), .required = true},
    {"title", &reader_text, offsetof(be_source, title), .required = true},
    {"address", &reader_text, offsetof(be_source, address), .required = true},
    {"date", &date_type, 0, .required = true},
    {"confidence", &reader_choice, offsetof(be_source, confidence), .rule = &confidence_names},
};

static const be_source defaults = {.confidence = BE_CONFIDENCE_USER};

const reader_record load_source_record = {
    READER_RECORD(fields, be_source),
    .defaults = &defaults,
    .unique = "id",
    .check = check_source,
};

/* -- a key that names one -- */

static bool unknown_source(reader *in, const config_setting_t *setting, const char *id)
{
    const loader *state = in->context;
    nearest search = nearest_to(id);
    for (size_t i = 0; i < state->provider->source_count; i++)
        nearest_offer(&search, state->provider->sources[i].id);
    char echo[READER_ECHO], hint[NEAREST_HINT];
    return reader_error(in, setting, tr("unknown source \"%s\"%s"), reader_echo(id, echo),
                        nearest_hint(&search, hint));
}

static bool decode_source_name(reader *in, const config_setting_t *setting,
                               const reader_field *field, void *record)
{
    const loader *state = in->context;
    const be_source **slot = reader_slot(record, field);
    const char *id = reader_string(in, setting);
    if (id == NULL)
        return false;
    *slot = id_index_find(&state->sources, id);
    /* Where there are no sources at all, that has been said once. */
    if (*slot != NULL || state->provider->source_count == 0)
        return *slot != NULL;
    return unknown_source(in, setting, id);
}

const reader_type load_source_name = {
    READER_STRING, TR_LATER("the id of one of the sources, in quotes"), decode_source_name};
