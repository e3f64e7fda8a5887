/* What is planned for, in words: what is given, and what is assumed. */
#include "report_test.h"

#include <locale.h>

#include "report/compare_demand.h"

static be_product product;
static be_quote quote;
static be_demand demand;

static int set_up(void **state)
{
    (void)state;
    product = a_product();
    quote = (be_quote){.product = &product, .usage.horizon.months = 3};
    demand = (be_demand){.volume = 900};
    return 0;
}

static char *told(void)
{
    page *p = page_create();
    const compare_answer what = {.quote = &quote, .demand = &demand};
    compare_demand(p, &what);
    return unbroken(text_of_page(p));
}

static void expect(const char *words)
{
    assert_says(told(), words);
}

static void expect_none(const char *words)
{
    assert_silent(told(), words);
}

static void tells_what_is_given_from_what_is_assumed(void **state)
{
    (void)state;
    expect("Given: 900 pages a month.");
    expect("Assumed: growth 0% a month, no season, no peak stated, calls spread over 24 hours a "
           "day, no failed calls");
    demand.growth = BE_RATIO_ONE / 20;
    expect("Given: 900 pages a month, growth 5% a month.");
    expect_none("perhaps");
    demand.low = 700;
    demand.high = 1000;
    demand.spread = BE_RATIO_ONE / 10;
    demand.cancellation = BE_RATIO_ONE / 50;
    expect("perhaps 700 to 1,000 in the first month, one time in ten 10% more, or as far below, a "
           "chance of 2% each month that all use ends");
}

static void tells_months_typed_one_by_one(void **state)
{
    static const be_quantity volumes[] = {5, 6000, 7};
    (void)state;
    demand.volumes = volumes;
    demand.volume_count = 2;
    expect("Given: month by month 5; 6,000 (the last one repeats).");
    demand.volume_count = 3;
    expect("Given: month by month 5; 6,000; 7.");
    expect_none("growth");
    expect_none("season");
}

static void names_the_months_of_a_season(void **state)
{
    be_ratio season[12];
    (void)state;
    for (int i = 0; i < 12; i++)
        season[i] = BE_RATIO_ONE;
    demand.season = season;
    expect("Given: 900 pages a month, no season.");
    season[0] = 3 * BE_RATIO_ONE / 2;
    season[11] = 0;
    expect("season 150% in Jan, 0% in Dec");
}

static void tells_the_peak_as_it_was_given(void **state)
{
    (void)state;
    demand.concurrency = 3;
    expect("3 requests at once at the peak");
    expect("the peak comes every day");
    demand.response = 500000;
    expect("3 requests at once at the peak, 500 ms each");
    demand.peak_days = 1;
    expect("the peak comes on 1 day a month");
    demand.qps = 8;
    expect("a peak of 8 QPS");
    demand.busy_hours = 8;
    expect("calls spread over 8 hours a day");
}

static void tells_units_of_each_meter(void **state)
{
    static const be_meter meters[] = {
        {.id = "input", .name = "Input tokens", .per_request = -1},
        {.id = "image", .name = "Images", .per_request = 3 * BE_RATIO_ONE / 2}};
    static const be_ratio units[] = {2000 * BE_RATIO_ONE};
    (void)state;
    product.meters = meters;
    product.meter_count = COUNT_OF(meters);
    expect("Input tokens unknown");
    expect("Images 1.5");
    demand.per_request = units;
    demand.per_request_count = COUNT_OF(units);
    expect("Input tokens 2,000");
}

static void tells_until_when_a_free_quota_lasts(void **state)
{
    (void)state;
    product.free = (be_free_quota){.quantity = 500, .valid = {90, BE_DAYS}};
    expect("for 90 days from the plan's first day");
    product.free.valid = (be_duration){0, BE_DAYS};
    expect("the free quota of 500 untouched,");
    expect_none("from the plan's first day");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(tells_what_is_given_from_what_is_assumed, set_up),
        cmocka_unit_test_setup(tells_months_typed_one_by_one, set_up),
        cmocka_unit_test_setup(names_the_months_of_a_season, set_up),
        cmocka_unit_test_setup(tells_the_peak_as_it_was_given, set_up),
        cmocka_unit_test_setup(tells_units_of_each_meter, set_up),
        cmocka_unit_test_setup(tells_until_when_a_free_quota_lasts, set_up),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
