#include "property.h"

#include <stdlib.h>

enum { ALL = 100, MANY = 10, SHARE_MAX = 100000 };

static unsigned long percent_tried(void)
{
    const char *wanted = getenv("BREAKEVEN_TEST_SHARE");
    unsigned long percent = wanted != NULL ? strtoul(wanted, NULL, 10) : ALL;
    return percent < 1 || percent > SHARE_MAX ? ALL : percent;
}

static unsigned share_of(unsigned count)
{
    unsigned long cases = count * percent_tried() / ALL;
    return cases > 0 ? (unsigned)cases : 1;
}

bool tries_many(void)
{
    return percent_tried() >= MANY;
}

void try_cases(void **state, const char *name, unsigned count, random_check *check)
{
    be_arena *arena = *state;
    random_source run = random_start(name);
    unsigned cases = share_of(count);
    for (unsigned n = 0; n < cases; n++) {
        random_source r = random_case(&run, n);
        be_arena_reset(arena);
        check(arena, &r, n);
    }
}
