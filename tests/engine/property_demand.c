/* The months of a demand against the oracle. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 50000, YEAR = 2027 };

static void fill(be_demand *out, const plain_demand *d, be_ratio *season, be_quantity *volumes)
{
    for (int i = 0; i < PLAIN_YEAR_OF_MONTHS; i++)
        season[i] = ratio_of_percent(d->season[i]);
    for (int i = 0; i < d->typed_count; i++)
        volumes[i] = d->typed[i];
    *out = (be_demand){.volume = d->volume,
                       .growth = ratio_of_percent(d->growth),
                       .season = d->seasonal ? season : NULL,
                       .volumes = d->typed_count > 0 ? volumes : NULL,
                       .volume_count = (size_t)d->typed_count,
                       .failures = ratio_of_percent(d->failures),
                       .failures_billed = ratio_of_percent(d->failures_billed)};
}

static void check_months(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    plain_demand plain = random_demand(r, random_chance(r, 50) ? 100 : 1000000);
    int start = (int)random_between(r, 0, PLAIN_YEAR_OF_MONTHS - 1);
    be_ratio season[PLAIN_YEAR_OF_MONTHS];
    be_quantity volumes[PLAIN_MONTHS];
    be_demand demand;
    be_usage usage;
    fill(&demand, &plain, season, volumes);
    be_usage_resolve(&demand, horizon_of(YEAR, start + 1, PLAIN_MONTHS), &usage);
    be_quantity total = 0;
    for (int t = 0; t < PLAIN_MONTHS; t++) {
        long attempts = plain_attempts(&plain, start, t);
        long billable = plain_billable(&plain, attempts);
        if (usage.month[t].attempts != attempts)
            fail_msg("case %u, month %d: %ld attempts, not %ld", n, t,
                     (long)usage.month[t].attempts, attempts);
        if (usage.month[t].billable != billable)
            fail_msg("case %u, month %d: %ld billable, not %ld", n, t,
                     (long)usage.month[t].billable, billable);
        total += billable;
    }
    if (usage.billable_total != total)
        fail_msg("case %u: the months come to %ld", n, (long)total);
}

static void every_month_is_what_growth_season_and_failures_make_it(void **state)
{
    try_cases(state, "demand against oracle", CASES, check_months);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(every_month_is_what_growth_season_and_failures_make_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
