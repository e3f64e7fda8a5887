/*
 * Units that a request takes of each of a product's meters, as people write them.
 *
 *     per request = entry { entry }
 *     entry       = METER NUMBER [ "," | ";" ]
 *
 *     input 2,000, output 500
 *     input 2k; output 0.5k
 *
 * A meter is named by its id. Numbers follow number.h, suffixes included, but without spaces
 * inside; fractions and zero are allowed.
 */
#ifndef BREAKEVEN_SCENARIO_PER_REQUEST_H
#define BREAKEVEN_SCENARIO_PER_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

enum {
    PER_REQUEST_UNSAID = -1, /* in place of units: what the meter says */
    PER_REQUEST_ERROR = 256,
    PER_REQUEST_NAMES = 512
};

/* Says nothing of any meter. */
void per_request_clear(be_ratio units[BE_METERS_MAX]);

/*
 * Stores in `units`, by meter, what a request takes of the meter called `meter`. False with a
 * sentence in `error` when the product has no such meter or `text` is no number of units.
 */
bool per_request_set(const char *meter, const char *text, const be_product *product,
                     be_ratio units[BE_METERS_MAX], char error[PER_REQUEST_ERROR]);

/* Reads one number of units: zero or more. */
bool per_request_units(const char *text, be_ratio *out, char error[PER_REQUEST_ERROR]);

/* Reads a whole text. What it does not name stays as it is in `units`. */
bool per_request_parse(const char *text, const be_product *product, be_ratio units[BE_METERS_MAX],
                       char error[PER_REQUEST_ERROR]);

/*
 * Writes the ids of the meters of which neither the demand nor the catalogue says how much a
 * request takes: "input, output". Returns how many they are.
 */
size_t per_request_missing(const be_demand *demand, const be_product *product,
                           char names[PER_REQUEST_NAMES]);

#endif
