#include "language/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 4096, KEY_BYTES = 512 };

/* In the order of `language`. */
static const struct {
    const char *code;
    const char *locale; /* of the message catalogue; "" for the language of the source */
    const char *name;
} languages[LANGUAGE_COUNT] = {{"en", "", "English"}, {"zh", "zh_CN", "中文"}};

static language current = LANGUAGE_EN;

/* -- choosing ---------------------------------------------------------------------------------- */

/* The variables that name the language of messages; the first that is set counts. */
static const char *asked_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return "";
}

language language_of_environment(void)
{
    const char *asked = asked_locale(), *preferred = getenv("LANGUAGE");
    /* GNU's rule: LANGUAGE is heard unless the locale is that of C. */
    bool plain = asked[0] == '\0' || strcmp(asked, "C") == 0 || strcmp(asked, "POSIX") == 0;
    if (!plain && preferred != NULL && preferred[0] != '\0')
        asked = preferred;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (strncmp(asked, languages[i].code, strlen(languages[i].code)) == 0)
            return (language)i;
    }
    return LANGUAGE_EN;
}

const char *language_code(language which)
{
    return languages[which].code;
}

const char *language_name(language which)
{
    return languages[which].name;
}

language language_current(void)
{
    return current;
}

/* -- finding the message catalogues ------------------------------------------------------------ */

/* "share/locale" beside the folder of the program, so that an installed tree may be moved. */
static bool beside_program(char path[PATH_BYTES])
{
    static const char below[] = "/../share/locale";
    ssize_t length = readlink("/proc/self/exe", path, PATH_BYTES - sizeof below);
    if (length <= 0)
        return false;
    path[length] = '\0';
    char *name = strrchr(path, '/');
    if (name == NULL)
        return false;
    memcpy(name, below, sizeof below);
    return access(path, R_OK) == 0;
}

static void find_catalogues(const char *folder)
{
    char path[PATH_BYTES];
    if (folder == NULL)
        folder = beside_program(path) ? path : BREAKEVEN_LOCALE_FOLDER;
    bindtextdomain("breakeven", folder);
    bind_textdomain_codeset("breakeven", "UTF-8");
}

/*
 * gettext translates into the language of LANGUAGE only in a locale other than that of C, and one
 * for Chinese need not be installed: the UTF-8 locale that every system has will do.
 */
void language_use(language which, const char *folder)
{
    find_catalogues(folder);
    setlocale(LC_MESSAGES, which == LANGUAGE_EN ? "C" : "C.UTF-8");
    setenv("LANGUAGE", languages[which].locale, 1);
    textdomain("breakeven"); /* forgets what was looked up for another language */
    current = which;
}

/* -- translating ------------------------------------------------------------------------------- */

const char *tr(const char *text)
{
    /* gettext answers to "" with the head of the message catalogue. */
    return current == LANGUAGE_EN || text[0] == '\0' ? text : gettext(text);
}

const char *tr_n(const char *one, const char *many, unsigned long number)
{
    if (current == LANGUAGE_EN)
        return number == 1 ? one : many;
    return ngettext(one, many, number);
}

const char *tr_in(const char *meaning, const char *text)
{
    char key[KEY_BYTES];
    if (current == LANGUAGE_EN)
        return text;
    int length = snprintf(key, sizeof key, "%s\004%s", meaning, text);
    if (length < 0 || (size_t)length >= sizeof key)
        return text;
    const char *found = gettext(key);
    return found == key ? text : found;
}

const char *language_pick(const char *name, const char *name_zh)
{
    bool chinese = current == LANGUAGE_ZH && name_zh != NULL && name_zh[0] != '\0';
    return chinese ? name_zh : name;
}
