#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/cli.h"
#include "language/language.h"

/* Whether the environment asks for UTF-8, be it in a locale that is not installed. */
static bool asks_for_utf8(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        const char *set = value == NULL || value[0] == '\0' ? NULL : strchr(value, '.');
        if (set != NULL)
            return strcasecmp(set, ".UTF-8") == 0 || strcasecmp(set, ".utf8") == 0;
        if (value != NULL && value[0] != '\0')
            return false;
    }
    return false;
}

/* Only the character set is the user's: numbers keep their point in every locale. */
int main(int argc, char **argv)
{
    (void)argc;
    if (setlocale(LC_CTYPE, "") == NULL && asks_for_utf8())
        setlocale(LC_CTYPE, "C.UTF-8");
    language_use(language_of_environment(), NULL);
    return cli_run(argv);
}
