#include "report/address.h"

#include <string.h>

static size_t scheme_length(const char *text)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = strlen(schemes[i]);
        if (strncmp(text, schemes[i], length) == 0)
            return length;
    }
    return 0;
}

size_t address_length(const char *text)
{
    size_t scheme = scheme_length(text), length = scheme;
    if (scheme == 0)
        return 0;
    while (text[length] > ' ' && text[length] < 0x7F && strchr("<>\"'", text[length]) == NULL)
        length++;
    while (length > scheme && strchr(".,;:!?)", text[length - 1]) != NULL)
        length--;
    return length > scheme ? length : 0;
}
