/*
 * Notes: sentences for the user, and their Chinese twins.
 */
#include "catalog/load.h"

#include "language/language.h"

static const reader_field text_field = {"", &reader_text, offsetof(be_note, text),
                                        .required = true};
static const reader_field twin_field = {"", &reader_text, offsetof(be_note, text_zh),
                                        .required = true};

/* Reads each element of the list into the note at its place. */
static bool read_texts(reader *in, const config_setting_t *list, const reader_field *field,
                       be_note *notes)
{
    bool ok = true;
    for (int i = 0; i < config_setting_length(list); i++)
        ok = reader_value(in, config_setting_get_elem(list, (unsigned)i), field, &notes[i]) && ok;
    return ok;
}

static bool decode_notes(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    be_product *product = reader_slot(record, field);
    size_t count = (size_t)config_setting_length(setting);
    be_note *notes = be_arena_alloc(in->arena, count == 0 ? 1 : count, sizeof *notes);
    if (notes == NULL)
        return reader_error(in, setting, tr("out of memory"));
    product->notes = notes;
    product->note_count = count;
    return read_texts(in, setting, &text_field, notes);
}

/* Read behind the notes: a new array, with the twins beside the texts that are there. */
static bool decode_notes_zh(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    be_product *product = reader_slot(record, field);
    size_t count = (size_t)config_setting_length(setting);
    if (count != product->note_count)
        return reader_error(in, setting, tr("has %zu notes where notes has %zu; expected as many"),
                            count, product->note_count);
    be_note *notes = be_arena_alloc(in->arena, count == 0 ? 1 : count, sizeof *notes);
    if (notes == NULL)
        return reader_error(in, setting, tr("out of memory"));
    for (size_t i = 0; i < count; i++)
        notes[i].text = product->notes[i].text;
    product->notes = notes;
    return read_texts(in, setting, &twin_field, notes);
}

const reader_type load_notes = {READER_LIST, TR_LATER("a list ( ) of texts in quotes"),
                                decode_notes};
const reader_type load_notes_zh = {READER_LIST, TR_LATER("a list ( ) of texts in quotes"),
                                   decode_notes_zh};
