#include "scenario/currency_code.h"

#include <string.h>

enum { LETTERS = SCENARIO_CURRENCY - 1 };

bool currency_code_parse(const char *text, char out[SCENARIO_CURRENCY])
{
    if (strlen(text) != LETTERS || strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != LETTERS)
        return false;
    memcpy(out, text, LETTERS + 1);
    return true;
}
