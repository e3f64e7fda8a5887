/*
 * Loading price catalogues.
 *
 * A catalogue file describes one provider (or, in a list `providers`, several): its sources and
 * its products. Several files make one catalogue; they are read in order, and the later one wins: a
 * product takes the place of the earlier one with the same id, the provider's later name counts,
 * and everything else is added.
 *
 * Nothing is half loaded. After any error the answer is NULL and the problems say, file by file in
 * the order of the lines, what to mend; with warnings alone there is a catalogue.
 */
#ifndef BREAKEVEN_CATALOG_CATALOG_LOAD_H
#define BREAKEVEN_CATALOG_CATALOG_LOAD_H

#include <stddef.h>

#include <breakeven/catalog.h>

#include "config/problem.h"

/* A loaded catalogue. It owns all that catalog_view shows; nothing but own_prices.h changes it. */
typedef struct catalog catalog;

/*
 * Loads the catalogues that are built into the program, which were read and checked when it was
 * built: without an overlay nothing is read and nothing can be wrong.
 *
 * `overlay` is a file of the user's own prices, or NULL; one that does not exist is no problem. It
 * has the same format and is read last, so its products replace shipped ones. Its sources need not
 * state a confidence: they are the user's (BE_CONFIDENCE_USER). It may also list single prices of
 * products that other files have (own_prices.h).
 */
catalog *catalog_load_builtin(const char *overlay, problems *found);

/* The catalogues that are built into the program, without any prices of the user's own. Static. */
const be_catalog *catalog_builtin(void);

/*
 * Loads the files `paths` in place of the built-in ones. A folder stands for its *.cfg files in the
 * order of their names. Where a product replaces another one a warning says so (but not of an
 * overlay, whose purpose that is).
 */
catalog *catalog_load_paths(const char *const *paths, size_t count, const char *overlay,
                            problems *found);

/* What was loaded, for the engine. Borrowed: lives as long as the catalogue. */
const be_catalog *catalog_view(const catalog *loaded);

/* Frees the catalogue and all in it. NULL is allowed. */
void catalog_destroy(catalog *loaded);

#endif
