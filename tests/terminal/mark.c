#include "terminal/mark.h"

#include <string.h>

static const char opening[] = "\033]7777;";

enum { OPENING = sizeof opening - 1, BELL = 7 };

bool mark_take(mark_scanner *s, char byte)
{
    if (s->length < OPENING) {
        if (byte != opening[s->length])
            s->length = 0;
        if (byte == opening[s->length])
            s->length++;
        return false;
    }
    size_t at = s->length - OPENING;
    bool ends = byte == BELL;
    if (ends || at + 1 >= sizeof s->text) {
        s->text[at] = '\0';
        s->length = 0;
        return ends;
    }
    s->text[at] = byte;
    s->length++;
    return false;
}
