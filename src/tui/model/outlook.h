/*
 * What to buy now if the volume is uncertain, worked out bit by bit while no key waits.
 */
#ifndef BREAKEVEN_TUI_MODEL_OUTLOOK_H
#define BREAKEVEN_TUI_MODEL_OUTLOOK_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/sampling.h>

typedef struct outlook outlook;

/* What it is worked out for. Product and demand are borrowed until they are asked for otherwise. */
typedef struct outlook_question {
    unsigned revision; /* another one whenever any of the rest may be */
    size_t item;
    const be_product *product;
    const be_demand *demand; /* NULL: nothing is asked */
    be_horizon horizon;
} outlook_question;

/* NULL when there is no memory. */
outlook *outlook_create(void);
void outlook_destroy(outlook *o);

/* Does a few milliseconds of the work on a question; one that differs from the last begins anew.
 * False when there is nothing left to do. */
bool outlook_step(outlook *o, const outlook_question *asked);

/* The result for a question; NULL until there is one. */
const be_sampled *outlook_result(const outlook *o, const outlook_question *asked);

/* How much of it is done; false when it is not being worked out. */
bool outlook_progress(const outlook *o, const outlook_question *asked, size_t *done, size_t *total);

#endif
