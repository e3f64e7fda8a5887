#include <fcntl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

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

/* A file that is opened where a closed standard stream was would be taken for that stream. Writing
 * to what takes its place fails, as writing to a closed one does. */
static void fill_closed_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", O_RDONLY);
    }
}

/* Only the character set is the user's: numbers keep their point in every locale. */
int main(int argc, char **argv)
{
    (void)argc;
    fill_closed_streams();
    if (setlocale(LC_CTYPE, "") == NULL && asks_for_utf8())
        setlocale(LC_CTYPE, "C.UTF-8");
    language_use(language_of_environment(), NULL);
    return cli_run(argv);
}
