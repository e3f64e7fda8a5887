#include "tui/widgets/ticks.h"

#include "unit.h"

static void steps_are_round(void **state)
{
    (void)state;
    assert_int_equal(ticks_step(10, 10), 1);
    assert_int_equal(ticks_step(11, 10), 2);
    assert_int_equal(ticks_step(100, 4), 50);
    assert_int_equal(ticks_step(101, 2), 100);
    assert_int_equal(ticks_step(5300000, 9), 1000000);
    assert_int_equal(ticks_step(0, 1), 1);
}

/* The smallest round step, whatever the range. */
static void no_smaller_step_would_do(void **state)
{
    uint32_t seed = 7;
    (void)state;
    for (int i = 0; i < 10000; i++) {
        int64_t span = (int64_t)next_random(&seed) << (next_random(&seed) % 17);
        int most = (int)(next_random(&seed) % 30) + 1;
        int64_t step = ticks_step(span, most);
        assert_true(span <= step * most);
        int64_t lead = step;
        while (lead % 10 == 0)
            lead /= 10;
        assert_true(lead == 1 || lead == 2 || lead == 5);
        int64_t smaller = lead == 5 ? step / 5 * 2 : step / 2;
        assert_true(step == 1 || smaller * most < span);
    }
}

static void multiples_next_to_a_number(void **state)
{
    (void)state;
    assert_int_equal(ticks_below(0, 5), 0);
    assert_int_equal(ticks_below(9, 5), 5);
    assert_int_equal(ticks_below(10, 5), 10);
    assert_int_equal(ticks_above(0, 5), 0);
    assert_int_equal(ticks_above(6, 5), 10);
    assert_int_equal(ticks_above(10, 5), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_round),
        cmocka_unit_test(no_smaller_step_would_do),
        cmocka_unit_test(multiples_next_to_a_number),
    };
    return cmocka_run_group_tests_name("tui/ticks", tests, NULL, NULL);
}
