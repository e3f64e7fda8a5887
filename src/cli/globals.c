#include "cli/globals.h"

#include <string.h>

#include "language/language.h"

static const char *read_format(const char *text, void *out)
{
    const format *found = format_find(text);
    if (found == NULL)
        return TR_LATER("is no format");
    *(const format **)out = found;
    return NULL;
}

/* In the order of color_choice. */
static const char *const colors[] = {"auto", "always", "never", NULL};

static const char *read_color(const char *text, void *out)
{
    for (int i = 0; colors[i] != NULL; i++) {
        if (strcmp(colors[i], text) == 0) {
            *(color_choice *)out = (color_choice)i;
            return NULL;
        }
    }
    return TR_LATER("is none of them");
}

static const char *const languages[] = {"en", "zh", NULL};

static const char *read_language(const char *text, void *out)
{
    static const language all[LANGUAGE_COUNT] = {LANGUAGE_EN, LANGUAGE_ZH};
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (strcmp(language_code(all[i]), text) == 0) {
            *(const language **)out = &all[i];
            return NULL;
        }
    }
    return TR_LATER("is none of them");
}

static const option_type format_type = {
    .expected = format_names, .read = read_format, .values = format_list};
static const option_type color_type = {
    .expected = TR_LATER("auto, always or never"), .read = read_color, .values = colors};
static const option_type language_type = {
    .expected = TR_LATER("en or zh"), .read = read_language, .values = languages};

const option globals_options[] = {
    {"catalog", 0, TR_LATER("FILE|DIR"), &option_files, offsetof(globals, catalogs),
     TR_LATER("prices to use in place of the built-in ones; may be repeated")},
    {"format", 0, TR_LATER("FORMAT"), &format_type, offsetof(globals, format),
     TR_LATER("table (for people), json (for programs), csv (for spreadsheets), markdown (for "
              "wikis) or html (for customers: one file, with charts)")},
    {"output", 'o', TR_LATER("FILE"), &option_file, offsetof(globals, output),
     TR_LATER("write to a file, whole or not at all; \"-\" is standard output")},
    {"color", 0, TR_LATER("WHEN"), &color_type, offsetof(globals, color),
     TR_LATER("auto (on a terminal, unless NO_COLOR is set), always or never")},
    {"lang", 0, TR_LATER("LANGUAGE"), &language_type, offsetof(globals, lang),
     TR_LATER("en or zh; else what the locale asks for")},
    {"ascii", 0, NULL, &option_switch, offsetof(globals, ascii),
     TR_LATER("use plain ASCII signs only")},
    {"help", 'h', NULL, &option_switch, offsetof(globals, help), TR_LATER("show help and leave")},
    {"version", 0, NULL, &option_switch, offsetof(globals, version),
     TR_LATER("show the version and leave")},
};

const size_t globals_option_count = sizeof globals_options / sizeof *globals_options;
