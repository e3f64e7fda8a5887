/*
 * Laying the user's own prices over a catalogue that is there already.
 */
#ifndef BREAKEVEN_CATALOG_LOAD_OVER_H
#define BREAKEVEN_CATALOG_LOAD_OVER_H

#include "catalog/catalog_load.h"

/*
 * The catalogue `beneath`, which is borrowed and never changed, with the file `overlay` read over
 * it. NULL after an error, as catalog_load_builtin.
 */
catalog *load_over(const be_catalog *beneath, const char *overlay, problems *found);

#endif
