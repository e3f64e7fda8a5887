/*
 * Which kind of file is this? For commands that take several.
 */
#ifndef BREAKEVEN_CONFIG_FILE_KIND_H
#define BREAKEVEN_CONFIG_FILE_KIND_H

#include <stdbool.h>

#include "config/problem.h"

typedef enum file_kind {
    FILE_KIND_UNKNOWN, /* has the keys of none */
    FILE_KIND_CATALOG,
    FILE_KIND_OWN_PRICES, /* single prices of the user's own, which lie over a catalogue */
    FILE_KIND_SCENARIO
} file_kind;

/*
 * Looks at the keys of the file `path`. A folder counts as a catalogue. False when the file cannot
 * be read or parsed; why is in `found`.
 */
bool file_kind_of(const char *path, file_kind *kind, problems *found);

#endif
