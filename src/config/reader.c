#include "config/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/document.h"
#include "config/nearest.h"
#include "config/reader_path.h"
#include "config/utf8.h"
#include "language/language.h"

enum { MESSAGE_MAX = 512, EXPECTED_MAX = 256 };

/* -- reporting -- */

static void report(reader *in, const config_setting_t *setting, const char *key, const char *text)
{
    char path[READER_PATH];
    reader_path(setting, key, path);
    problems_error(in->problems, in->file, document_line(setting), path, "%s", text);
}

bool reader_error(reader *in, const config_setting_t *setting, const char *format, ...)
{
    char text[MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    report(in, setting, NULL, text);
    return false;
}

bool reader_error_at(reader *in, const config_setting_t *group, const char *key, const char *format,
                     ...)
{
    char text[MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    const config_setting_t *member = reader_member(group, key);
    report(in, member == NULL ? group : member, member == NULL ? key : NULL, text);
    return false;
}

const char *reader_echo(const char *text, char out[READER_ECHO])
{
    enum { ESCAPED = 4, MARGIN = ESCAPED + 4 };
    size_t length = 0;
    while (*text != '\0' && length < READER_ECHO - MARGIN) {
        size_t bytes = utf8_length(text, strlen(text));
        if (bytes == 0 || utf8_is_control(text)) {
            length += (size_t)snprintf(out + length, ESCAPED + 1, "\\x%02x", (unsigned char)*text);
            text += bytes == 0 ? 1 : bytes;
            continue;
        }
        /* NOLINTNEXTLINE(bugprone-not-null-terminated-result): the NUL comes last */
        memcpy(out + length, text, bytes);
        length += bytes;
        text += bytes;
    }
    memcpy(out + length, *text == '\0' ? "" : "...", *text == '\0' ? 1 : sizeof "...");
    return out;
}

const char *reader_list_names(const reader_names *names, char *out, size_t size)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < names->count && length < size; i++) {
        int more = snprintf(out + length, size - length, "%s\"%s\"",
                            i == 0 ? "" : tr_in("between things in a row", ", "), names->names[i]);
        length += more < 0 ? 0 : (size_t)more;
    }
    return out;
}

static const char *expected_of(const reader_field *field, char out[EXPECTED_MAX])
{
    char names[READER_PATH];
    if (field->type->expected != NULL)
        return tr(field->type->expected);
    snprintf(out, EXPECTED_MAX, tr("one of %s"),
             reader_list_names(field->rule, names, sizeof names));
    return out;
}

/* -- shapes -- */

static const char *found_text(int type)
{
    switch (type) {
    case CONFIG_TYPE_GROUP:
        return tr("a group { }");
    case CONFIG_TYPE_LIST:
        return tr("a list ( )");
    case CONFIG_TYPE_ARRAY:
        return tr("an array [ ]");
    case CONFIG_TYPE_STRING:
        return tr("a quoted text");
    case CONFIG_TYPE_BOOL:
        return tr("true or false");
    default:
        return tr("a bare number");
    }
}

static bool has_shape(const config_setting_t *setting, reader_shape shape)
{
    int type = config_setting_type(setting);
    switch (shape) {
    case READER_STRING:
        return type == CONFIG_TYPE_STRING;
    case READER_BOOLEAN:
        return type == CONFIG_TYPE_BOOL;
    case READER_SMALL_NUMBER:
        return type == CONFIG_TYPE_STRING || type == CONFIG_TYPE_INT;
    case READER_GROUP:
        return type == CONFIG_TYPE_GROUP;
    case READER_LIST:
        return type == CONFIG_TYPE_LIST || type == CONFIG_TYPE_ARRAY;
    default:
        return false;
    }
}

static bool wrong_shape(reader *in, const config_setting_t *setting, const reader_field *field)
{
    char expected[EXPECTED_MAX];
    const char *wanted = expected_of(field, expected);
    if (field->type->shape == READER_STRING && config_setting_is_number(setting))
        return reader_error(in, setting, tr("a bare number; write it as %s"), wanted);
    return reader_error(in, setting, tr("found %s, expected %s"),
                        found_text(config_setting_type(setting)), wanted);
}

/* -- texts -- */

const char *reader_string(reader *in, const config_setting_t *setting)
{
    const char *text = config_setting_get_string(setting);
    if (text == NULL)
        text = "";
    if (strlen(text) > READER_TEXT_MAX) {
        reader_error(in, setting, tr("is longer than %d bytes"), READER_TEXT_MAX);
        return NULL;
    }
    if (!utf8_is_valid(text)) {
        reader_error(in, setting, tr("has an escape \\xNN that makes it invalid UTF-8"));
        return NULL;
    }
    return text;
}

const char *reader_keep(reader *in, const config_setting_t *setting, const char *text)
{
    const char *kept = be_arena_copy(in->arena, text, strlen(text));
    if (kept == NULL)
        reader_error(in, setting, tr("out of memory"));
    return kept;
}

/* -- groups -- */

void *reader_slot(void *record, const reader_field *field)
{
    return (char *)record + field->offset;
}

const config_setting_t *reader_member(const config_setting_t *group, const char *key)
{
    return config_setting_get_member(group, key);
}

static bool is_known(const reader_record *table, const char *key)
{
    for (size_t i = 0; i < table->field_count; i++) {
        if (strcmp(table->fields[i].key, key) == 0)
            return true;
    }
    return false;
}

static bool unknown_key(reader *in, const config_setting_t *member, const reader_record *table)
{
    char key[READER_ECHO], hint[NEAREST_HINT];
    nearest search = nearest_to(config_setting_name(member));
    for (size_t i = 0; i < table->field_count; i++)
        nearest_offer(&search, table->fields[i].key);
    return reader_error(in, member, tr("unknown key \"%s\"%s"), reader_echo(search.word, key),
                        nearest_hint(&search, hint));
}

static bool only_known_keys(reader *in, const config_setting_t *group, const reader_record *table)
{
    bool ok = true;
    for (int i = 0; i < config_setting_length(group); i++) {
        const config_setting_t *member = config_setting_get_elem(group, (unsigned)i);
        if (!is_known(table, config_setting_name(member)))
            ok = unknown_key(in, member, table);
    }
    return ok;
}

bool reader_value(reader *in, const config_setting_t *setting, const reader_field *field,
                  void *record)
{
    return has_shape(setting, field->type->shape) ? field->type->decode(in, setting, field, record)
                                                  : wrong_shape(in, setting, field);
}

static bool read_field(reader *in, const config_setting_t *group, const reader_field *field,
                       void *record)
{
    const config_setting_t *member = reader_member(group, field->key);
    bool replaced = field->unless != NULL && reader_member(group, field->unless) != NULL;
    if (member != NULL && replaced)
        return reader_error(in, member, tr("cannot stand beside \"%s\": leave one of them out"),
                            field->unless);
    if (member != NULL)
        return reader_value(in, member, field, record);
    char expected[EXPECTED_MAX];
    return !field->required || replaced ||
           reader_error_at(in, group, field->key, tr("missing; expected %s"),
                           expected_of(field, expected));
}

static void set_defaults(const reader_record *table, void *record)
{
    if (table->defaults == NULL)
        memset(record, 0, table->size);
    else
        memcpy(record, table->defaults, table->size);
}

bool reader_group(reader *in, const config_setting_t *group, const reader_record *table,
                  void *record)
{
    set_defaults(table, record);
    bool ok = only_known_keys(in, group, table);
    for (size_t i = 0; i < table->field_count; i++)
        ok = read_field(in, group, &table->fields[i], record) && ok;
    if (ok && table->check != NULL)
        ok = table->check(in, group, record);
    return ok;
}

/* -- lists of groups -- */

typedef struct entry {
    const config_setting_t *setting; /* of the text */
    const char *text;
    int index;
} entry;

static int by_text(const void *a, const void *b)
{
    const entry *left = a, *right = b;
    int order = strcmp(left->text, right->text);
    return order != 0 ? order : left->index - right->index;
}

/* The texts that the list's groups have in `key`; returns how many there are. */
static size_t collect(const config_setting_t *list, const char *key, entry *entries)
{
    size_t count = 0;
    for (int i = 0; i < config_setting_length(list); i++) {
        const config_setting_t *element = config_setting_get_elem(list, (unsigned)i);
        const config_setting_t *member =
            config_setting_is_group(element) ? reader_member(element, key) : NULL;
        const char *text = member == NULL ? NULL : config_setting_get_string(member);
        if (text != NULL)
            entries[count++] = (entry){member, text, i};
    }
    return count;
}

/* Sorting finds equal neighbours, so that a list of ten thousand takes no quadratic time. */
static bool all_unique(reader *in, const config_setting_t *list, const char *key)
{
    size_t length = (size_t)config_setting_length(list);
    entry *entries = calloc(length + 1, sizeof *entries);
    if (entries == NULL)
        return reader_error(in, list, tr("out of memory"));
    size_t count = collect(list, key, entries);
    qsort(entries, count, sizeof *entries, by_text);
    bool ok = true;
    for (size_t i = 1; i < count; i++) {
        char echo[READER_ECHO];
        if (strcmp(entries[i - 1].text, entries[i].text) == 0)
            ok = reader_error(in, entries[i].setting, tr("\"%s\" was used before, in line %d"),
                              reader_echo(entries[i].text, echo),
                              document_line(entries[i - 1].setting));
    }
    free(entries);
    return ok;
}

/* Reads the elements, of which there are `*count` in the end: fewer where there is too much wrong
 * with them. */
static bool read_elements(reader *in, const config_setting_t *list, const reader_record *table,
                          char *items, size_t *count)
{
    bool ok = true;
    size_t length = (size_t)config_setting_length(list);
    for (*count = 0; *count < length && !problems_full(in->problems); ++*count) {
        const config_setting_t *element = config_setting_get_elem(list, (unsigned)*count);
        void *record = items + *count * table->size;
        if (config_setting_is_group(element)) {
            ok = reader_group(in, element, table, record) && ok;
            continue;
        }
        set_defaults(table, record);
        ok = reader_error(in, element, tr("found %s, expected a group { }"),
                          found_text(config_setting_type(element)));
    }
    return ok;
}

bool reader_groups(reader *in, const config_setting_t *list, const reader_record *table,
                   void **items, size_t *count)
{
    size_t length = (size_t)config_setting_length(list);
    *count = 0;
    *items = be_arena_alloc(in->arena, length == 0 ? 1 : length, table->size);
    if (*items == NULL)
        return reader_error(in, list, tr("out of memory"));
    bool ok = read_elements(in, list, table, *items, count);
    if (table->unique != NULL)
        ok = all_unique(in, list, table->unique) && ok;
    return ok;
}
