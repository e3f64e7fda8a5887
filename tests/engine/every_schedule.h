/* Every schedule there is for a small question, each priced by the bill. */
#ifndef BREAKEVEN_TESTS_ENGINE_EVERY_SCHEDULE_H
#define BREAKEVEN_TESTS_ENGINE_EVERY_SCHEDULE_H

#include "random_question.h"

/* Of the schedules that cost the least. */
typedef struct every_schedule {
    be_amount cost;
    bool found;    /* one as cheap as asked for, or cheaper */
    bool all;      /* every schedule was tried that could be */
    int purchases; /* packages, one by one: the fewest */
    int when;      /* the sum of their months: the largest with so few */
} every_schedule;

/*
 * Prices the schedules that cost `most` or less, in random order, and `bills` of them where there
 * are more. `cost` is `most` where none is found. The arena is emptied.
 */
every_schedule try_every_schedule(be_arena *arena, random_source *r, const question *q,
                                  be_amount most, unsigned bills);

#endif
