/*
 * What frozen catalogues are made of. The build makes their sources from pricing files: see
 * freeze.h.
 */
#ifndef BREAKEVEN_CATALOG_FROZEN_H
#define BREAKEVEN_CATALOG_FROZEN_H

#include <breakeven/catalog.h>

/* The catalogues that are shipped inside the program. */
extern const be_catalog frozen_builtin;

/* An amount from the two halves of its 128 bits, which C has no literals for. */
#define FROZEN_AMOUNT(high, low)                                                                   \
    {                                                                                              \
        (be_int128)(high) * ((be_int128)1 << 64) + (be_int128)(low)                                \
    }

#endif
