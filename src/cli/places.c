#include "cli/places.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* `file` below the folder that `variable` names, or below `fallback` in the home folder. A variable
 * that holds no absolute path is to be ignored, as the XDG rules say. */
static char *place(const char *variable, const char *fallback, const char *file)
{
    const char *named = getenv(variable), *home = getenv("HOME");
    bool is_named = named != NULL && named[0] == '/';
    const char *base = is_named ? named : home;
    const char *below = is_named ? "" : fallback;
    if (base == NULL || base[0] == '\0')
        return NULL;
    size_t size = strlen(base) + strlen(below) + strlen(file) + 1;
    char *path = malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s%s%s", base, below, file);
    return path;
}

char *places_prices(void)
{
    return place("XDG_CONFIG_HOME", "/.config", "/breakeven/prices.cfg");
}

char *places_state(void)
{
    return place("XDG_STATE_HOME", "/.local/state", "/breakeven");
}
