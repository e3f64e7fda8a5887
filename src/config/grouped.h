/*
 * Quantities grouped for readers: "1,000,000".
 */
#ifndef BREAKEVEN_CONFIG_GROUPED_H
#define BREAKEVEN_CONFIG_GROUPED_H

#include <breakeven/quantity.h>

enum { GROUPED_TEXT = 2 * BE_QUANTITY_TEXT };

/* Writes the quantity as the engine's messages do. Returns `out`. */
const char *grouped(be_quantity quantity, char out[GROUPED_TEXT]);

#endif
