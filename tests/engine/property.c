#include "property.h"

#include <stdlib.h>

enum { ALL = 100, SHARE_MAX = 100000 };

static unsigned share_of(unsigned count)
{
    const char *wanted = getenv("BREAKEVEN_TEST_SHARE");
    unsigned long percent = wanted != NULL ? strtoul(wanted, NULL, 10) : ALL;
    if (percent < 1 || percent > SHARE_MAX)
        percent = ALL;
    unsigned long cases = count * percent / ALL;
    return cases > 0 ? (unsigned)cases : 1;
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
