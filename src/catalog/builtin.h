/*
 * The catalogues that are shipped inside the program. The build makes the source of this header
 * from pricing/ (see embed.cmake).
 */
#ifndef BREAKEVEN_CATALOG_BUILTIN_H
#define BREAKEVEN_CATALOG_BUILTIN_H

#include <stddef.h>

typedef struct builtin_file {
    const char *name; /* "builtin/tencent.cfg" */
    const unsigned char *bytes;
    size_t size; /* without the NUL behind them */
} builtin_file;

extern const builtin_file builtin_files[];
extern const size_t builtin_file_count;

#endif
