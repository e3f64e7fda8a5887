#include "scenario/ratio_text.h"

#include <string.h>

bool ratio_has_percent(const char *text)
{
    return strchr(text, '%') != NULL || strstr(text, "\uFF05") != NULL;
}
