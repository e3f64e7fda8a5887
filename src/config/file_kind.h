/*
 * Which kind of file is this? For commands that take several.
 */
#ifndef BREAKEVEN_CONFIG_FILE_KIND_H
#define BREAKEVEN_CONFIG_FILE_KIND_H

typedef enum file_kind {
    FILE_KIND_UNKNOWN, /* cannot be read or parsed, or has the keys of none */
    FILE_KIND_CATALOG,
    FILE_KIND_OWN_PRICES, /* single prices of the user's own, which lie over a catalogue */
    FILE_KIND_SCENARIO
} file_kind;

/*
 * Looks at the keys of the file `path`. A folder counts as a catalogue. Reports nothing: what is
 * wrong with an unknown file either loader says.
 */
file_kind file_kind_of(const char *path);

#endif
