#include "tui/model/outlook.h"

#include <stdlib.h>

enum { PIECES = 4 };

struct outlook {
    bool begun; /* for that revision and item */
    unsigned revision;
    size_t item;
    be_sampling *sampling; /* NULL: nothing is uncertain, or there is no memory */
};

outlook *outlook_create(void)
{
    return calloc(1, sizeof(outlook));
}

static void forget(outlook *o)
{
    be_sampling_destroy(o->sampling);
    o->sampling = NULL;
}

void outlook_destroy(outlook *o)
{
    if (o != NULL)
        forget(o);
    free(o);
}

static bool is_uncertain(const be_demand *demand)
{
    return demand != NULL && (demand->spread > 0 || demand->cancellation > 0);
}

static bool is_of(const outlook *o, const outlook_question *asked)
{
    return o->begun && o->revision == asked->revision && o->item == asked->item;
}

static void begin(outlook *o, const outlook_question *asked)
{
    forget(o);
    o->begun = true;
    o->revision = asked->revision;
    o->item = asked->item;
    if (is_uncertain(asked->demand))
        o->sampling =
            be_sampling_create(asked->product, asked->demand, asked->horizon, 0, BE_PATHS_USUAL);
}

bool outlook_step(outlook *o, const outlook_question *asked)
{
    if (!is_of(o, asked))
        begin(o, asked);
    if (o->sampling == NULL || be_sampling_result(o->sampling) != NULL)
        return false;
    if (!be_sampling_step(o->sampling, PIECES))
        forget(o);
    return o->sampling != NULL;
}

const be_sampled *outlook_result(const outlook *o, const outlook_question *asked)
{
    return is_of(o, asked) && o->sampling != NULL ? be_sampling_result(o->sampling) : NULL;
}

bool outlook_progress(const outlook *o, const outlook_question *asked, size_t *done, size_t *total)
{
    *done = *total = 0;
    if (!is_uncertain(asked->demand) || outlook_result(o, asked) != NULL ||
        (is_of(o, asked) && o->sampling == NULL))
        return false;
    if (is_of(o, asked))
        be_sampling_progress(o->sampling, done, total);
    return true;
}
