/*
 * What each way to buy an item costs over a range of volumes, found piece by piece so that nobody
 * waits for it: first the totals of the pure ways, then from where to where each is the cheapest,
 * then mixtures. Up to where these have been looked for the best plan may be one; beyond, it is the
 * cheapest pure way.
 */
#ifndef BREAKEVEN_TUI_MODEL_COST_CURVE_H
#define BREAKEVEN_TUI_MODEL_COST_CURVE_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/curve.h>

typedef struct cost_curve cost_curve;

/* What is asked. The product and the demand are borrowed as long as steps are taken. */
typedef struct cost_question {
    const be_product *product;
    const be_demand *demand;
    be_horizon horizon;
} cost_question;

/* Volumes, both ends included: from <= to. */
typedef struct volume_range {
    be_quantity from, to;
} volume_range;

/* A curve with nothing to find, or NULL when there is no memory. */
cost_curve *cost_curve_create(void);
void cost_curve_destroy(cost_curve *c);

/* Has its steps heed an interrupt, which is borrowed: one that comes undoes the step. */
void cost_curve_heed(cost_curve *c, be_interrupt *by);

/* Forgets everything: nothing is left to find. */
void cost_curve_clear(cost_curve *c);

/* Forgets what was found and begins anew, at `points` volumes (2..BE_CURVE_POINTS_MAX, clamped)
 * spread over the range; without `mixtures` when the pure ways are all that is wanted. */
void cost_curve_begin(cost_curve *c, const cost_question *asked, volume_range range, int points,
                      bool mixtures);

/* Finds the next piece, in milliseconds. False when there is nothing left to find. */
bool cost_curve_step(cost_curve *c);

/* Whether memory ran out: the rest is missing. */
bool cost_curve_failed(const cost_curve *c);

/* Whether the totals of the pure ways are known; whether there is nothing left to find at all; how
 * much of it has been found. */
bool cost_curve_drawable(const cost_curve *c);
bool cost_curve_done(const cost_curve *c);
int cost_curve_percent(const cost_curve *c);

/* Whether mixtures are looked for; the volumes that were asked for. */
bool cost_curve_mixes(const cost_curve *c);
volume_range cost_curve_range(const cost_curve *c);

/* What was found so far; valid until the next step. */
const be_curve_point *cost_curve_points(const cost_curve *c, size_t *count);
const be_curve_span *cost_curve_spans(const cost_curve *c, size_t *count);

/* The span that a volume is in; NULL where none was found yet. */
const be_curve_span *cost_curve_span_at(const cost_curve *c, be_quantity volume);

/* The volume that a demand plans for the first month. */
be_quantity cost_volume(const be_demand *demand);

/* What each way costs at one volume; see be_curve_point_at. False when there is no memory, or when
 * `by`, which may be NULL, came in between. */
bool cost_at(const cost_question *asked, be_quantity volume, bool mixtures, be_interrupt *by,
             be_curve_point *out);

#endif
