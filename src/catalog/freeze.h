/*
 * Freezing: a loaded catalogue as C source, so that a program has it from the start without reading
 * a file. Part of the build; the program that it builds has only what comes out (frozen.h).
 */
#ifndef BREAKEVEN_CATALOG_FREEZE_H
#define BREAKEVEN_CATALOG_FREEZE_H

#include <stdbool.h>
#include <stdio.h>

#include <breakeven/catalog.h>

/*
 * Writes a C source that defines `const be_catalog NAME` with every value of the catalogue. False
 * when a price names a source that its provider does not have, or `out` has an error.
 *
 * Structures are initialised field by field in their order, with every field: the compiler refuses
 * the source (missing initializer) when a structure has a field that is not in the tables here.
 */
bool freeze_write(FILE *out, const be_catalog *catalog, const char *name);

#endif
