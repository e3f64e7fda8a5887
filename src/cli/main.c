#include <locale.h>

#include "cli/cli.h"

/* Only the character set is the user's: numbers keep their point in every locale. */
int main(int argc, char **argv)
{
    (void)argc;
    setlocale(LC_CTYPE, "");
    return cli_run(argv);
}
