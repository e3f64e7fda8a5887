/* Draws: the same for a seed everywhere, and spread as they should be. */
#include "engine/draws.h"

#include "engine_test.h"

enum { PARTS = 1000 };

static void a_seed_gives_the_same_deviates(void **state)
{
    (void)state;
    draws a = draws_of(1, 0), b = draws_of(1, 0), other = draws_of(1, 1), seed = draws_of(2, 0);
    int64_t first = draws_deviate(&a);
    assert_int_equal(first, draws_deviate(&b));
    assert_int_not_equal(first, draws_deviate(&other));
    assert_int_not_equal(first, draws_deviate(&seed));
    assert_int_not_equal(first, draws_deviate(&a));
}

/* One in ten above 1 and below -1, half of them below 0, and the mean of all near 0. */
static void parts_cover_the_distribution(void **state)
{
    (void)state;
    draws from = draws_of(7, 7);
    int high = 0, low = 0, below = 0;
    int64_t sum = 0, before = INT64_MIN;
    for (size_t i = 0; i < PARTS; i++) {
        int64_t deviate = draws_deviate_in(&from, i, PARTS);
        assert_true(deviate >= before);
        before = deviate;
        high += deviate > BE_RATIO_ONE;
        low += deviate < -BE_RATIO_ONE;
        below += deviate < 0;
        sum += deviate;
    }
    assert_int_equal(high, PARTS / 10);
    assert_int_equal(low, PARTS / 10);
    assert_int_equal(below, PARTS / 2);
    assert_in_range(sum / PARTS + BE_RATIO_ONE, BE_RATIO_ONE - 1000000, BE_RATIO_ONE + 1000000);
    assert_true(before > 2 * BE_RATIO_ONE && before <= INT64_C(2290927167));
}

static void deviates_vary_about_nothing(void **state)
{
    (void)state;
    draws from = draws_of(3, 0);
    int high = 0, below = 0;
    for (int i = 0; i < PARTS * 10; i++) {
        int64_t deviate = draws_deviate(&from);
        high += deviate > BE_RATIO_ONE;
        below += deviate < 0;
    }
    assert_in_range(high, PARTS - 100, PARTS + 100);
    assert_in_range(below, 5 * PARTS - 200, 5 * PARTS + 200);
}

static void chances_are_kept(void **state)
{
    (void)state;
    draws from = draws_of(5, 0);
    int happened = 0;
    for (int i = 0; i < PARTS * 10; i++) {
        assert_false(draws_happens(&from, 0));
        assert_true(draws_happens(&from, BE_RATIO_ONE));
        happened += draws_happens(&from, BE_RATIO_ONE / 4);
    }
    assert_in_range(happened, 2500 - 150, 2500 + 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_seed_gives_the_same_deviates),
        cmocka_unit_test(parts_cover_the_distribution),
        cmocka_unit_test(deviates_vary_about_nothing),
        cmocka_unit_test(chances_are_kept),
    };
    return cmocka_run_group_tests_name("draws", tests, NULL, NULL);
}
