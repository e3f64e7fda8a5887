#include "terminal/keys.h"

#include <string.h>

bool tty_key_named(const char *name, tty_key_code *out)
{
    static const char *const names[TTY_KEY_COUNT] = {
#define KEY_NAME(code, name, key, modifier) [code] = (name),
        TTY_KEYS(KEY_NAME)
#undef KEY_NAME
    };
    for (int code = 0; code < TTY_KEY_COUNT; code++) {
        if (strcmp(names[code], name) == 0) {
            *out = (tty_key_code)code;
            return true;
        }
    }
    return false;
}
