/* What does not go together in a demand. */
#include "scenario_test.h"

#include "acme.h"
#include "scenario/demand_check.h"

static void expect_fault(const be_demand *demand, const char *key, const char *text)
{
    demand_fault fault;
    assert_false(demand_check(demand, be_catalog_find(acme_catalog(), ACME_OCR), &fault));
    assert_string_equal(fault.key, key);
    assert_string_equal(fault.text, text);
}

static void expect_right(const be_demand *demand, const char *product)
{
    demand_fault fault;
    if (!demand_check(demand, be_catalog_find(acme_catalog(), product), &fault))
        fail_msg("%s %s", fault.key, fault.text);
}

static void a_range_holds_the_volume(void **state)
{
    (void)state;
    expect_right(&(be_demand){.volume = 5}, ACME_OCR);
    expect_right(&(be_demand){.volume = 5, .low = 5, .high = 5}, ACME_OCR);
    expect_right(&(be_demand){.volume = 5, .low = 0, .high = 6}, ACME_OCR);
    expect_fault(&(be_demand){.volume = 5, .low = 6, .high = 7}, "low", "is above the volume");
    expect_fault(&(be_demand){.volume = 5, .low = 1, .high = 4}, "high", "is below the volume");
    expect_fault(&(be_demand){.volume_count = 1, .high = 4}, "low",
                 "cannot be combined with volumes");
}

static void typed_months_have_no_season(void **state)
{
    (void)state;
    const be_ratio season[SCENARIO_SEASON] = {0};
    expect_right(&(be_demand){.season = season}, ACME_OCR);
    expect_fault(&(be_demand){.season = season, .volume_count = 1}, "season",
                 "cannot be combined with volumes");
}

static void shares_need_a_price(void **state)
{
    (void)state;
    expect_right(&(be_demand){.batch = 1, .cached = 1}, ACME_CHAT);
    expect_fault(&(be_demand){.batch = 1}, "batch",
                 "the product has no price of its own for batches");
    expect_fault(&(be_demand){.cached = 1}, "cached",
                 "the product has no price of its own for cached use");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_holds_the_volume),
        cmocka_unit_test(typed_months_have_no_season),
        cmocka_unit_test(shares_need_a_price),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
