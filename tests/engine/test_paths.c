/* Paths: volumes that may come, drawn from a demand. */
#include "engine/paths.h"

#include "engine_test.h"

enum { PATHS = 200, MONTHS = 12, SEED = 1 };

static path_set draw(be_arena *arena, const be_demand *demand, uint64_t seed)
{
    path_set all;
    assert_true(paths_draw(&all, arena, demand, horizon_of(2026, 12, MONTHS), seed, PATHS));
    assert_int_equal(all.count, PATHS);
    return all;
}

static be_quantity total_of(const path_set *all, size_t path)
{
    be_quantity sum = 0;
    for (int t = 0; t < MONTHS; t++)
        sum += paths_at(all, path)[t];
    return sum;
}

static void without_spread_every_path_is_the_demand(void **state)
{
    static const be_ratio season[] = {1000000000, 1000000000, 1500000000, 1000000000,
                                      1000000000, 1000000000, 1000000000, 1000000000,
                                      800000000,  1000000000, 1000000000, 333333333};
    const be_demand demand = {.volume = 12345, .growth = BE_RATIO_ONE / 30, .season = season};
    path_set all = draw(*state, &demand, SEED);
    be_usage usage;
    be_usage_resolve(&demand, all.horizon, &usage);
    for (size_t i = 0; i < PATHS; i++) {
        for (int t = 0; t < MONTHS; t++)
            assert_int_equal(paths_at(&all, i)[t], usage.month[t].attempts);
    }
}

/* 100,000 with a spread of 30 %: the levels' P90 is 130,000, P10 76,923, the median as it was. */
static void a_spread_is_how_far_one_in_ten_goes(void **state)
{
    const be_demand demand = {.volume = 100000, .spread = BE_RATIO_ONE / 10 * 3};
    path_set all = draw(*state, &demand, SEED);
    be_quantity low, middle, high;
    assert_true(paths_total_quantile(&all, *state, 10, &low));
    assert_true(paths_total_quantile(&all, *state, 50, &middle));
    assert_true(paths_total_quantile(&all, *state, 90, &high));
    assert_in_range(middle / MONTHS, 97000, 103000);
    assert_in_range(low / MONTHS, 74500, 79500);
    assert_in_range(high / MONTHS, 126000, 134000);
}

/* Months of a path go their own ways, but not far: they share its level. */
static void months_vary_about_the_level(void **state)
{
    const be_demand demand = {.volume = 100000, .spread = BE_RATIO_ONE};
    path_set all = draw(*state, &demand, SEED);
    int apart = 0;
    for (size_t i = 0; i < PATHS; i++) {
        be_quantity mean = total_of(&all, i) / MONTHS;
        for (int t = 0; t < MONTHS; t++) {
            be_quantity here = paths_at(&all, i)[t];
            assert_true(here > mean * 6 / 10 && here < mean * 17 / 10);
            apart += here < mean * 9 / 10 || here > mean * 11 / 10;
        }
    }
    assert_in_range(apart, PATHS * MONTHS / 4, PATHS * MONTHS * 3 / 4);
}

static void a_seed_gives_the_same_paths(void **state)
{
    const be_demand demand = {.volume = 5000, .spread = BE_RATIO_ONE / 2, .cancellation = 20000000};
    path_set a = draw(*state, &demand, 42), b = draw(*state, &demand, 42);
    path_set other = draw(*state, &demand, 43);
    const size_t size = PATHS * MONTHS * sizeof *a.volumes;
    assert_memory_equal(a.volumes, b.volumes, size);
    assert_memory_not_equal(a.volumes, other.volumes, size);
}

/* Of 200 paths 0.9^11, some 63, live through the year; and who ends does not come back. */
static void cancelled_use_ends_for_good(void **state)
{
    const be_demand demand = {.volume = 1000, .cancellation = BE_RATIO_ONE / 10};
    path_set all = draw(*state, &demand, SEED);
    size_t survivors = 0;
    for (size_t i = 0; i < PATHS; i++) {
        const be_quantity *volumes = paths_at(&all, i);
        assert_int_equal(volumes[0], 1000);
        for (int t = 1; t < MONTHS; t++)
            assert_true(volumes[t] == 1000 || (volumes[t] == 0 && volumes[MONTHS - 1] == 0));
        survivors += volumes[MONTHS - 1] > 0;
    }
    assert_in_range(survivors, 45, 81);
}

/* The chance of an end moves no volume of those that go on. */
static void cancellation_leaves_the_levels_alone(void **state)
{
    be_demand demand = {.volume = 1000, .spread = BE_RATIO_ONE / 5};
    path_set steady = draw(*state, &demand, SEED);
    demand.cancellation = BE_RATIO_ONE / 10;
    path_set ending = draw(*state, &demand, SEED);
    for (size_t i = 0; i < PATHS * MONTHS; i++)
        assert_true(ending.volumes[i] == 0 || ending.volumes[i] == steady.volumes[i]);
}

static void volumes_stay_in_range(void **state)
{
    const be_demand demand = {.volume = BE_QUANTITY_MAX, .spread = 10 * BE_RATIO_ONE};
    path_set all = draw(*state, &demand, SEED);
    for (size_t i = 0; i < PATHS * MONTHS; i++)
        assert_true(all.volumes[i] >= 0 && all.volumes[i] <= BE_QUANTITY_MAX);
}

static void a_quantile_is_what_so_many_do_not_exceed(void **state)
{
    be_quantity volumes[] = {5, 1, 4, 2, 3};
    const path_set all = {.horizon = {0, 1}, .count = COUNT_OF(volumes), .volumes = volumes};
    be_quantity out[BE_MONTHS_MAX];
    assert_true(paths_quantile(&all, *state, 20, out));
    assert_int_equal(out[0], 1);
    assert_true(paths_quantile(&all, *state, 21, out));
    assert_int_equal(out[0], 2);
    assert_true(paths_quantile(&all, *state, 50, out));
    assert_int_equal(out[0], 3);
    assert_true(paths_quantile(&all, *state, 100, out));
    assert_int_equal(out[0], 5);
    assert_int_equal(paths_rank(200, 10), 19);
    assert_int_equal(paths_rank(1, 10), 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(without_spread_every_path_is_the_demand),
        CASE(a_spread_is_how_far_one_in_ten_goes),
        CASE(months_vary_about_the_level),
        CASE(a_seed_gives_the_same_paths),
        CASE(cancelled_use_ends_for_good),
        CASE(cancellation_leaves_the_levels_alone),
        CASE(volumes_stay_in_range),
        CASE(a_quantile_is_what_so_many_do_not_exceed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
