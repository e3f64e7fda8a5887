/*
 * The rules by which whole intervals of volumes are judged: those of a product made kinder or
 * harsher, so that what is asked of one volume is answered for all above it or all below.
 */
#ifndef BREAKEVEN_ENGINE_AFFORD_RULES_H
#define BREAKEVEN_ENGINE_AFFORD_RULES_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>

/* A product under other rules. Points into itself: not to be copied. */
typedef struct afford_rules {
    be_product product;
    be_meter meters[BE_METERS_MAX];
    bool made;  /* false: such rules are not known */
    bool exact; /* no charge is rounded */
} afford_rules;

/*
 * What costs too much or is not carried by these rules does so by the real ones, at this volume and
 * at every larger one, as long as no month has more than `most` units. False without memory.
 */
bool afford_kinder(be_arena *arena, const be_product *product, be_quantity most, afford_rules *out);

/* What fits by these rules does so by the real ones, at this volume and at every smaller one. */
bool afford_harsher(be_arena *arena, const be_product *product, afford_rules *out);

#endif
