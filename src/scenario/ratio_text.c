#include "scenario/ratio_text.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* A percent is so many units of a ratio. */
#define PERCENT (BE_RATIO_ONE / 100)

enum { PERCENT_DECIMALS = BE_RATIO_DECIMALS - 2 };

size_t ratio_format(be_ratio ratio, char out[RATIO_TEXT])
{
    uint64_t size = ratio < 0 ? 0 - (uint64_t)ratio : (uint64_t)ratio;
    uint64_t whole = size / PERCENT, rest = size % PERCENT;
    int decimals = rest == 0 ? 0 : PERCENT_DECIMALS;
    for (; rest != 0 && rest % 10 == 0; rest /= 10)
        decimals--;
    const char *sign = ratio < 0 ? "-" : "";
    int length = decimals == 0
                     ? snprintf(out, RATIO_TEXT, "%s%llu%%", sign, (unsigned long long)whole)
                     : snprintf(out, RATIO_TEXT, "%s%llu.%0*llu%%", sign, (unsigned long long)whole,
                                decimals, (unsigned long long)rest);
    return length < 0 ? 0 : (size_t)length;
}

bool ratio_has_percent(const char *text)
{
    return strchr(text, '%') != NULL || strstr(text, "\uFF05") != NULL;
}
