/*
 * "Did you mean ...?": the known word that is nearest to an unknown one.
 */
#ifndef BREAKEVEN_CONFIG_NEAREST_H
#define BREAKEVEN_CONFIG_NEAREST_H

#include <stddef.h>

typedef struct nearest {
    const char *word;
    const char *best; /* borrowed from whoever offered it; NULL: nothing near yet */
    size_t distance;
} nearest;

/* Room for any hint. */
enum { NEAREST_HINT = 112 };

/* Starts a search. `word` is borrowed. */
nearest nearest_to(const char *word);

/*
 * Offers a known word; NULL is none. Near are words that at most a third of the letters (and always
 * one) must be inserted, deleted, replaced or swapped in; of equally near ones the first counts.
 * Words of more than 64 bytes are never near.
 */
void nearest_offer(nearest *search, const char *known);

/* Writes `; did you mean "packages"?`, or nothing when no word is near. Returns `out`. */
const char *nearest_hint(const nearest *search, char out[NEAREST_HINT]);

#endif
