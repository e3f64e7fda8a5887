/*
 * The command line: one argument a line. Whatever they are, the program ends with one of its exit
 * statuses; what it prints is not looked at.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "folder.h"
#include "fuzz.h"
#include "language/language.h"

enum { ARGUMENTS_MAX = 24, STATUS_MOST = 4 };

static const char plan[] =
    "format = 1;\nname = \"Plan\";\nstart = \"2026-12\";\nmonths = 3;\nitems = (\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"9,000\"; postpaid = true; },\n"
    "  { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; } );\n";

static const char other[] =
    "format = 1;\nname = \"Other\";\nstart = \"2027-01\";\nmonths = 2;\ntax = \"6%\";\nitems = (\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"8,000\"; } );\n";

static const char acme[] =
    "format = 1;\nprovider = { id = \"acme\"; name = \"Acme\"; };\nsources = ( { id = \"list\";\n"
    "  title = \"Prices\"; address = \"acme.example\"; date = \"2026-10-01\";\n"
    "  confidence = \"vendor\"; } );\nproducts = ( { id = \"crop\"; name = \"Crop\";\n"
    "  category = \"image\"; region = \"China\"; currency = \"CNY\"; unit = \"image\";\n"
    "  source = \"list\"; deduction = [ \"payg\" ];\n"
    "  payg = { tiers = \"flat\"; bands = ( { price = \"1\"; } ); }; } );\n";

/* Names no file outside the folder. Options may have a file behind "=" or the letter. */
static bool stays_inside(const char *argument)
{
    if (strstr(argument, "..") != NULL || argument[0] == '/')
        return false;
    return argument[0] != '-' || strchr(argument, '/') == NULL;
}

static bool is_uncertain(const char *argument)
{
    return strncmp(argument, "--spread", 8) == 0 || strncmp(argument, "--cancellation", 14) == 0;
}

/* Cuts the text into arguments. False where it is nothing to try. */
static bool split(char *text, char *arguments[ARGUMENTS_MAX + 4])
{
    static char program[] = "breakeven", paths[] = "--paths", few[] = "2";
    size_t count = 0;
    bool uncertain = false;
    arguments[count++] = program;
    for (char *word = text, *end; word != NULL; word = end) {
        end = strchr(word, '\n');
        if (end != NULL)
            *end++ = '\0';
        if (count > ARGUMENTS_MAX || !stays_inside(word))
            return false;
        uncertain = uncertain || is_uncertain(word);
        arguments[count++] = word;
    }
    if (uncertain) { /* which takes its time with more */
        arguments[count++] = paths;
        arguments[count++] = few;
    }
    arguments[count] = NULL;
    return true;
}

static FILE *nowhere;

static void begin(void)
{
    folder_enter();
    nowhere = fopen("/dev/null", "w");
    FUZZ_REQUIRE(nowhere != NULL && freopen("/dev/null", "r", stdin) != NULL);
    FUZZ_REQUIRE(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    FUZZ_REQUIRE(setenv("HOME", ".", 1) == 0 && setenv("SOURCE_DATE_EPOCH", "1796083200", 1) == 0);
    FUZZ_REQUIRE(unsetenv("XDG_CONFIG_HOME") == 0 && unsetenv("XDG_STATE_HOME") == 0);
}

/* The streams alone are others, not what is behind them: a sanitizer goes on to be heard. */
static int run_silently(char *const *arguments)
{
    FILE *out = stdout, *errors = stderr;
    stdout = stderr = nowhere;
    int status = cli_run(arguments);
    stdout = out;
    stderr = errors;
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *arguments[ARGUMENTS_MAX + 4];
    char *text = fuzz_text(data, size);
    if (nowhere == NULL)
        begin();
    if (split(text, arguments)) {
        folder_enter();
        folder_write("plan.cfg", plan, sizeof plan - 1);
        folder_write("other.cfg", other, sizeof other - 1);
        folder_write("acme.cfg", acme, sizeof acme - 1);
        language_use(LANGUAGE_EN, FUZZ_LOCALES);
        int status = run_silently(arguments);
        FUZZ_REQUIRE(status >= 0 && status <= STATUS_MOST);
    }
    free(text);
    return 0;
}
