#include "cli/options.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "config/nearest.h"
#include "language/language.h"

/* An option as it stands on the command line. */
typedef struct found_option {
    const option *option;
    void *field;
    char shown[64]; /* "--volume", for errors */
} found_option;

static bool found_in(const option_set *set, const option *row, found_option *found)
{
    found->option = row;
    found->field = (char *)set->values + row->offset;
    return true;
}

static bool find_name(const option_scan *scan, const char *name, size_t length, found_option *found)
{
    for (size_t s = 0; s < scan->set_count; s++) {
        for (size_t i = 0; i < scan->sets[s].count; i++) {
            const option *row = &scan->sets[s].options[i];
            if (strncmp(row->name, name, length) == 0 && row->name[length] == '\0')
                return found_in(&scan->sets[s], row, found);
        }
    }
    return false;
}

static bool find_letter(const option_scan *scan, char letter, found_option *found)
{
    for (size_t s = 0; s < scan->set_count; s++) {
        for (size_t i = 0; i < scan->sets[s].count; i++) {
            const option *row = &scan->sets[s].options[i];
            if (row->letter == letter)
                return found_in(&scan->sets[s], row, found);
        }
    }
    return false;
}

static bool wrong(char error[OPTION_ERROR], const char *option_text, const char *what)
{
    snprintf(error, OPTION_ERROR, tr("%.300s: %s"), option_text, what);
    return false;
}

static bool unknown(const option_scan *scan, const char *name, char error[OPTION_ERROR])
{
    char hint[NEAREST_HINT], known[64];
    char word[64];
    snprintf(word, sizeof word, "%.*s", (int)strcspn(name, "="), name);
    nearest search = nearest_to(word);
    for (size_t s = 0; s < scan->set_count; s++) {
        for (size_t i = 0; i < scan->sets[s].count; i++)
            nearest_offer(&search, scan->sets[s].options[i].name);
    }
    if (search.best != NULL) {
        snprintf(known, sizeof known, "--%s", search.best);
        search.best = known;
    }
    char text[256];
    snprintf(text, sizeof text, tr("unknown option%s"), nearest_hint(&search, hint));
    char shown[80];
    snprintf(shown, sizeof shown, "--%s", word);
    return wrong(error, shown, text);
}

/* Stores the value; `text` is NULL where none was given. */
static bool store(const found_option *found, const char *text, char error[OPTION_ERROR])
{
    const option_type *type = found->option->type;
    if (type->expected == NULL && text != NULL)
        return wrong(error, found->shown, tr("takes no value"));
    if (type->expected != NULL && text == NULL) {
        snprintf(error, OPTION_ERROR, tr("%s: needs %s"), found->shown, tr(type->expected));
        return false;
    }
    const char *problem = type->read(text, found->field);
    if (problem == NULL)
        return true;
    char hint[NEAREST_HINT];
    nearest search = nearest_to(text);
    for (const char *const *value = type->values; value != NULL && *value != NULL; value++)
        nearest_offer(&search, *value);
    snprintf(error, OPTION_ERROR, tr("%s: \"%.300s\" %s; expected %s%s"), found->shown, text,
             tr(problem), tr(type->expected), nearest_hint(&search, hint));
    return false;
}

/* The argument behind the option, if the option takes one; moves past it. */
static const char *value_behind(option_scan *scan, const option *row)
{
    return row->type->expected != NULL && *scan->next != NULL ? *scan->next++ : NULL;
}

static bool read_long(option_scan *scan, const char *name, char error[OPTION_ERROR])
{
    found_option found;
    size_t length = strcspn(name, "=");
    if (!find_name(scan, name, length, &found))
        return unknown(scan, name, error);
    snprintf(found.shown, sizeof found.shown, "--%s", found.option->name);
    const char *value = name[length] == '=' ? name + length + 1 : value_behind(scan, found.option);
    return store(&found, value, error);
}

/* "-o FILE" or "-oFILE"; letters are not bundled. */
static bool read_short(option_scan *scan, const char *text, char error[OPTION_ERROR])
{
    found_option found;
    if (!find_letter(scan, text[1], &found))
        return wrong(error, text, tr("unknown option"));
    snprintf(found.shown, sizeof found.shown, "-%c", text[1]);
    const char *value = text[2] != '\0' ? text + 2 : value_behind(scan, found.option);
    return store(&found, value, error);
}

static bool is_operand(const option_scan *scan, const char *text)
{
    return scan->only_operands || text[0] != '-' || text[1] == '\0' ||
           isdigit((unsigned char)text[1]);
}

option_step option_next(option_scan *scan, const char **operand, char error[OPTION_ERROR])
{
    while (*scan->next != NULL) {
        const char *text = *scan->next++;
        if (is_operand(scan, text)) {
            *operand = text;
            return OPTION_OPERAND;
        }
        if (strcmp(text, "--") == 0) {
            scan->only_operands = true;
            continue;
        }
        bool stored =
            text[1] == '-' ? read_long(scan, text + 2, error) : read_short(scan, text, error);
        if (!stored)
            return OPTION_WRONG;
    }
    return OPTION_END;
}
