/* What compare is asked beside the volume: seasons, ranges, discount, tax, budgets; and the months
 * and formats that it answers in. */
#include "cli_test.h"

#include <string.h>

#define PRODUCT "tencent/image-style-transfer"

/* 9,950 pictures that are paid for: 796 by the unit, 550 by a package of 10,000. */
#define DEMAND PRODUCT, "--volume", "10,000", "--postpaid", "on"

static const json_t *at(const json_t *list, size_t i)
{
    const json_t *value = json_array_get(list, i);
    assert_non_null(value);
    return value;
}

static const json_t *in(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (value == NULL)
        fail_msg("no key %s", key);
    return value;
}

static void assert_text(const json_t *object, const char *key, const char *expected)
{
    assert_string_equal(cli_text(object, key), expected);
}

static void discount_comes_off_and_tax_stands_beside(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", DEMAND, "--discount", "10%", "--tax", "6%");
    const json_t *payg = cli_option(answer, "payg"), *package = cli_option(answer, "package");
    assert_text(payg, "total", "716.4");
    assert_text(payg, "discount", "-79.6");
    assert_text(payg, "tax", "42.984");
    assert_text(payg, "total_with_tax", "759.384");
    assert_text(package, "total", "495");
    assert_text(package, "prepaid", "495");
    json_decref(answer);
    run_result r = CLI("compare", DEMAND, "--discount", "10%", "--tax", "6%");
    cli_assert_contains(r.out, "Discount in it");
    cli_assert_contains(r.out, "−$79.60");
    cli_assert_contains(r.out, "With tax");
    cli_assert_contains(r.out, "$759.38");
    cli_assert_says(r.out, "10% agreed off every price, tax of 6% on top");
    run_result_free(&r);
}

static void nothing_is_assumed_silently(void **state)
{
    (void)state;
    run_result r = CLI("compare", DEMAND);
    cli_assert_says(r.out, "no season");
    cli_assert_says(r.out, "no discount, no tax");
    run_result_free(&r);
}

static void months_have_all_that_the_sum_has(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", DEMAND, "--months", "2", "--tax", "10%");
    const json_t *months = in(cli_option(answer, "package"), "months");
    assert_int_equal(json_array_size(months), 2);
    const json_t *first = at(months, 0), *second = at(months, 1);
    assert_text(first, "month", "2026-12");
    assert_text(second, "month", "2027-01");
    assert_text(in(first, "units"), "demand", "10000");
    assert_text(in(first, "units"), "free", "50");
    assert_text(in(first, "units"), "package", "9950");
    assert_text(in(first, "units"), "general", "0");
    assert_text(first, "purchases", "550");
    assert_text(first, "usage", "0");
    assert_text(first, "tax", "55");
    assert_text(first, "total", "550");
    assert_text(first, "package_left", "50");
    assert_text(first, "limit", "3");
    assert_text(first, "carries", "yes");
    json_decref(answer);
}

static void a_month_that_is_not_served_has_no_total(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", PRODUCT, "--volume", "10,000");
    const json_t *month = at(in(cli_option(answer, "payg"), "months"), 0);
    assert_text(in(month, "units"), "unserved", "9950");
    assert_true(json_is_null(in(month, "total")));
    assert_true(json_is_null(in(month, "tax")));
    json_decref(answer);
}

static void months_are_a_table_when_asked_for(void **state)
{
    (void)state;
    run_result r = CLI("compare", DEMAND, "--by-month");
    cli_assert_contains(r.out, "Packages, month by month");
    cli_assert_contains(r.out, "Month     Units  Free  Packages  In advance  For use    Total");
    cli_assert_contains(r.out, "2026-12  10,000    50     9,950     $550.00    $0.00  $550.00");
    assert_null(strstr(r.out, "Pay as you go, month by month"));
    run_result_free(&r);
    r = CLI("compare", DEMAND, "--by-month", "--explain");
    cli_assert_contains(r.out, "Pay as you go, month by month");
    run_result_free(&r);
    r = CLI("compare", DEMAND);
    assert_null(strstr(r.out, "month by month"));
    run_result_free(&r);
}

static void the_need_says_what_it_follows_from(void **state)
{
    (void)state;
    json_t *answer =
        CLI_JSON(0, "compare", DEMAND, "--concurrency", "2", "--response-time", "500ms");
    const json_t *need = in(answer, "need");
    assert_text(need, "concurrency", "2");
    assert_text(need, "response_time", "500 ms");
    assert_text(need, "qps_peak", "4");
    assert_text(need, "qps_floor", "1");
    assert_true(json_is_null(in(need, "qps_given")));
    json_decref(answer);
    answer = CLI_JSON(0, "compare", DEMAND, "--qps", "9", "--concurrency", "2");
    assert_text(in(answer, "need"), "qps_given", "9");
    assert_true(json_is_null(in(in(answer, "need"), "response_time")));
    json_decref(answer);
}

static void required_qps_say_where_they_come_from(void **state)
{
    (void)state;
    run_result r = CLI("compare", DEMAND, "--concurrency", "5", "--response-time", "10s");
    cli_assert_contains(r.out,
                        "Required: 1 QPS (5 requests at once, 10 s each, are 0.5 QPS, rounded up)");
    run_result_free(&r);
    r = CLI("compare", DEMAND, "--concurrency", "2", "--response-time", "500ms");
    cli_assert_contains(r.out, "Required: 4 QPS (2 requests at once, 500 ms each).");
    run_result_free(&r);
    r = CLI("compare", PRODUCT, "--volume", "5M", "--postpaid", "on", "--concurrency", "5",
            "--response-time", "10s");
    cli_assert_contains(r.out, "Required: 2 QPS (from the volume, spread evenly; 5 requests at");
    run_result_free(&r);
    r = CLI("compare", DEMAND);
    cli_assert_contains(r.out, "Required: 1 QPS (from the volume alone, spread evenly).");
    run_result_free(&r);
}

static void seasons_go_by_the_calendar(void **state)
{
    (void)state;
    static const char season[] = "50% 1 1 1 1 1 1 1 1 1 1 1.5";
    json_t *answer =
        CLI_JSON(0, "compare", DEMAND, "--free-left", "0", "--months", "3", "--season", season);
    const json_t *months = in(cli_option(answer, "payg"), "months");
    assert_text(in(at(months, 0), "units"), "demand", "15000");
    assert_text(in(at(months, 1), "units"), "demand", "5000");
    assert_text(in(at(months, 2), "units"), "demand", "10000");
    json_decref(answer);
    run_result r = CLI("compare", DEMAND, "--season", season);
    cli_assert_says(r.out, "season 50% in Jan, 150% in Dec");
    run_result_free(&r);
    CLI_REFUSES(2,
                "--season: \"1 1\" has fewer than 12 factors; expected 12 factors, January first",
                "compare", DEMAND, "--season", "1 1");
    CLI_REFUSES(2, "has more than 12 factors", "compare", DEMAND, "--season",
                "1 1 1 1 1 1 1 1 1 1 1 1 1");
    CLI_REFUSES(2, "has a factor above 1000%", "compare", DEMAND, "--season",
                "11 1 1 1 1 1 1 1 1 1 1 1");
    CLI_REFUSES(2, "has a factor below zero", "compare", DEMAND, "--season",
                "-1% 1 1 1 1 1 1 1 1 1 1 1");
    CLI_REFUSES(2, "--season: cannot be combined with volumes", "compare", PRODUCT, "--volumes",
                "1k 2k", "--season", season);
}

/* -- low and high volumes -- */

#define RANGE DEMAND, "--free-left", "0", "--low", "1,000", "--high", "20k"

static void regrets_of_each_decision(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", RANGE);
    const json_t *regret = in(answer, "regret");
    assert_text(in(regret, "volumes"), "low", "1000");
    assert_text(in(regret, "volumes"), "expected", "10000");
    assert_text(in(regret, "volumes"), "high", "20000");
    assert_text(in(in(regret, "hindsight"), "low"), "total", "75");
    assert_text(in(in(regret, "hindsight"), "low"), "option", "package");
    assert_text(regret, "least", "payg");
    const json_t *payg = cli_option(regret, "payg"), *package = cli_option(regret, "package");
    assert_true(json_is_true(in(payg, "offered")));
    assert_text(in(payg, "totals"), "high", "1200");
    assert_text(in(payg, "regrets"), "expected", "50");
    assert_text(payg, "worst", "100");
    assert_text(package, "worst", "475");
    const json_t *own = cli_option(regret, "own");
    assert_true(json_is_false(in(own, "offered")));
    assert_true(json_is_null(in(own, "totals")));
    json_decref(answer);
    answer = CLI_JSON(0, "compare", DEMAND);
    assert_true(json_is_null(in(answer, "regret")));
    json_decref(answer);
}

static void regrets_as_a_table(void **state)
{
    (void)state;
    run_result r = CLI("compare", RANGE);
    cli_assert_contains(r.out, "If the volume turns out lower or higher");
    cli_assert_contains(
        r.out, "Decision                  Low 1,000  Expected 10,000  High 20,000    Worst regret");
    cli_assert_contains(
        r.out, "Pay as you go                $80.00          $600.00    $1,200.00  least: $100.00");
    cli_assert_contains(
        r.out, "Packages (the best plan)    $550.00          $550.00    $1,150.00         $475.00");
    cli_assert_contains(r.out, "Cheapest in hindsight        $75.00          $550.00");
    cli_assert_says(r.out, "Purchases are made for the expected volume in every row");
    cli_assert_says(r.out, "perhaps 1,000 to 20,000 in the first month");
    run_result_free(&r);
}

/* 10,500 pictures: 10,000 in a package and 500 by the unit, which no column does alone. */
static void a_best_plan_of_its_own_is_a_decision(void **state)
{
    (void)state;
    run_result r = CLI("compare", PRODUCT, "--volume", "10,500", "--postpaid", "on", "--free-left",
                       "0", "--low", "9k", "--high", "11k");
    cli_assert_contains(r.out, "Best plan             ");
    run_result_free(&r);
}

static void plans_for_each_volume(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", RANGE);
    const json_t *cases = in(answer, "cases"), *plans = in(cases, "plans");
    assert_text(in(plans, "low"), "volume", "1000");
    assert_text(in(in(plans, "low"), "totals"), "low", "75");
    assert_text(in(in(plans, "high"), "totals"), "low", "1100");
    assert_text(in(cases, "hindsight"), "expected", "550");
    assert_int_equal(json_array_size(in(in(plans, "high"), "purchases")), 1);
    assert_int_equal(json_array_size(in(cases, "common")), 0);
    json_decref(answer);
    run_result r = CLI("compare", PRODUCT, "--volume", "8k", "--postpaid", "on", "--free-left", "0",
                       "--low", "6k", "--high", "11k", "--months", "3", "--start", "2026-12");
    cli_assert_contains(
        r.out,
        "Expected 8,000  $1,400.00       $1,400.00    $2,120.00        $300.00  2 × 10k, 4 × 1k");
    cli_assert_says(r.out, "Low 6,000 $1,100.00 $1,420.00 $1,920.00 least: $45.00 2 × 10k");
    cli_assert_says(r.out, "Bought whichever of the three comes: 2 × 10k in 2026-12.");
    run_result_free(&r);
    r = CLI("compare", PRODUCT, "--volume", "800", "--postpaid", "on", "--free-left", "0", "--low",
            "800", "--high", "820", "--months", "24", "--start", "2026-12");
    cli_assert_says(r.out, "Bought whichever of the three comes: 1 × 10k in 2026-12, 1 × 10k by "
                           "2027-12.");
    run_result_free(&r);
}

/* -- uncertain volumes -- */

#define YEAR_OF(volume)                                                                            \
    PRODUCT, "--volume", volume, "--months", "12", "--start", "2026-12", "--postpaid", "on",       \
        "--free-left", "0"

/* All use ends after the first month: seven of 1,000 for it, not the 100,000 for the year. */
static void what_to_buy_now_is_sampled(void **state)
{
    (void)state;
    json_t *answer =
        CLI_JSON(0, "compare", YEAR_OF("7k"), "--cancellation", "100%", "--paths", "5");
    const json_t *sampling = in(answer, "sampling"), *choices = in(sampling, "choices");
    assert_int_equal(json_integer_value(in(sampling, "paths")), 5);
    assert_text(sampling, "seed", "0");
    assert_text(in(sampling, "volumes"), "p50", "7000");
    assert_text(in(sampling, "foresight"), "mean", "525");
    assert_text(in(sampling, "never_prepay"), "excess", "35");
    const json_t *nothing = at(choices, 0), *now = at(choices, 1), *year = at(choices, 2);
    assert_string_equal(json_string_value(at(in(nothing, "plans_for"), 0)), "nothing");
    assert_true(json_is_true(in(now, "recommended")));
    assert_text(now, "prepaid", "525");
    assert_text(in(now, "cost"), "excess", "0");
    assert_string_equal(json_string_value(at(in(year, "plans_for"), 0)), "expected");
    assert_text(at(in(year, "purchases"), 0), "item", "100k");
    assert_text(in(year, "cost"), "p10", "4500");
    const json_t *judged = at(in(sampling, "judged"), 1);
    assert_text(in(judged, "purchase"), "item", "100k");
    assert_int_equal(json_integer_value(in(judged, "choice")), 2);
    assert_int_equal(json_integer_value(in(judged, "pays_on")), 0);
    assert_text(answer, "recommended", "sampling");
    json_decref(answer);
    answer = CLI_JSON(0, "compare", YEAR_OF("7k"));
    assert_text(answer, "recommended", "best");
    assert_true(json_is_null(in(answer, "sampling")));
    json_decref(answer);
}

static void a_sampling_as_a_table(void **state)
{
    (void)state;
    run_result r = CLI("compare", YEAR_OF("7k"), "--cancellation", "100%", "--paths", "5");
    cli_assert_says(r.out, "★ Buy now: 7 × 1k for $525.00. With the best later purchases, $525.00 "
                           "on average.");
    cli_assert_says(r.out, "If exactly 7,000 images come in the first month: Packages: $4,500.00");
    cli_assert_contains(r.out, "If so, buy in");
    assert_null(strstr(r.out, "★ Best plan"));
    cli_assert_contains(r.out, "What to buy now, the volume being uncertain");
    cli_assert_contains(r.out, "Buy in 2026-12");
    cli_assert_says(r.out, "★ 7 × 1k P10, P25, P35, $525.00 $525.00 $525.00 $525.00 $0.00 (0.0%)");
    cli_assert_says(r.out, "Never buy ahead $560.00 $560.00 $560.00 $560.00 $35.00 (6.7%)");
    cli_assert_says(r.out, "1 × 100k, as planned for the expected volume, pays off in 0.0% of the "
                           "cases.");
    cli_assert_says(r.out, "a chance of 100% each month that all use ends");
    run_result_free(&r);
}

/* Packages of the product have no public price. */
static void where_nothing_can_be_bought_there_is_nothing_to_choose(void **state)
{
    (void)state;
    run_result r = CLI("compare", "viapi/license-plate", "--volume", "50k", "--spread", "20%",
                       "--paths", "20");
    cli_assert_says(r.out, "★ Buy now: nothing.");
    cli_assert_says(r.out, "In none of them does it pay to buy anything ahead at a known price");
    assert_null(strstr(r.out, "Never buy ahead"));
    run_result_free(&r);
}

static void a_seed_repeats_a_sampling(void **state)
{
    (void)state;
    run_result a = CLI("compare", YEAR_OF("7k"), "--spread", "50%", "--paths", "20");
    run_result b = CLI("compare", YEAR_OF("7k"), "--spread", "50%", "--paths", "20");
    run_result c = CLI("compare", YEAR_OF("7k"), "--spread", "50%", "--paths", "20", "--seed", "1");
    assert_int_equal(a.status, 0);
    assert_string_equal(a.out, b.out);
    assert_string_not_equal(a.out, c.out);
    cli_assert_says(a.out, "one time in ten 50% more, or as far below");
    run_result_free(&a);
    run_result_free(&b);
    run_result_free(&c);
}

static void uncertainty_is_a_percentage(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--spread: \"1001%\" is more than 1000%", "compare", DEMAND, "--spread",
                "1001%");
    CLI_REFUSES(2, "--spread: \"-1%\" is below zero", "compare", DEMAND, "--spread", "-1%");
    CLI_REFUSES(2, "--cancellation: \"0.03\" has no percent sign", "compare", DEMAND,
                "--cancellation", "0.03");
    CLI_REFUSES(2, "--paths: needs --spread or --cancellation beside it", "compare", DEMAND,
                "--paths", "5");
    CLI_REFUSES(2, "--seed: needs --spread or --cancellation beside it", "compare", DEMAND,
                "--seed", "5");
    CLI_REFUSES(2, "--paths: \"5001\" is out of range", "compare", DEMAND, "--paths", "5001");
}

static void ranges_have_two_ends_around_the_volume(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--low: needs --high beside it", "compare", DEMAND, "--low", "5");
    CLI_REFUSES(2, "--high: needs --low beside it", "compare", DEMAND, "--high", "50k");
    CLI_REFUSES(2, "--low: is above the volume", "compare", DEMAND, "--low", "10,001", "--high",
                "20k");
    CLI_REFUSES(2, "--high: is below the volume", "compare", DEMAND, "--low", "5", "--high",
                "9,999");
    CLI_REFUSES(2, "--low: cannot be combined with volumes", "compare", PRODUCT, "--volumes", "5",
                "--low", "5", "--high", "6");
}

/* -- budgets -- */

static void a_budget_is_guarded_by_the_status(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", DEMAND, "--budget", "550");
    const json_t *budget = in(answer, "budget");
    assert_text(budget, "amount", "550");
    assert_text(budget, "spent", "550");
    assert_true(json_is_false(in(budget, "over")));
    json_decref(answer);
    answer = CLI_JSON(4, "compare", DEMAND, "--budget", "549.99");
    assert_true(json_is_true(in(in(answer, "budget"), "over")));
    json_decref(answer);
    answer = CLI_JSON(4, "compare", DEMAND, "--budget", "550", "--tax", "1%");
    assert_text(in(answer, "budget"), "spent", "555.5");
    json_decref(answer);
    answer = CLI_JSON(0, "compare", DEMAND, "--budget", "0.6k", "--tax", "1%");
    assert_text(in(answer, "budget"), "amount", "600");
    json_decref(answer);
    answer = CLI_JSON(0, "compare", DEMAND);
    assert_true(json_is_null(in(answer, "budget")));
    json_decref(answer);
}

static void a_budget_is_told(void **state)
{
    (void)state;
    run_result r = CLI("compare", DEMAND, "--budget", "500");
    assert_int_equal(r.status, 4);
    cli_assert_contains(r.out, "Over the budget of $500.00 by $50.00.");
    assert_string_equal(r.err, "breakeven: --budget: 550 is over the budget of 500\n");
    run_result_free(&r);
    r = CLI("compare", DEMAND, "--budget", "600");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "Within the budget of $600.00: $50.00 are left.");
    assert_string_equal(r.err, "");
    run_result_free(&r);
    CLI_REFUSES(2,
                "--budget: \"-1\" is below zero; expected an amount such as 25,000, 99.50 or 25k",
                "compare", DEMAND, "--budget", "-1");
}

/* A price that nobody knows is within no budget; a load that nothing carries is worse. */
static void no_total_is_within_no_budget(void **state)
{
    (void)state;
    run_result r = CLI("compare", "viapi/compare-face", "--volume", "1,000", "--qps", "10",
                       "--budget", "1,000,000", "--buy", "qps 10");
    assert_int_equal(r.status, 4);
    cli_assert_contains(r.err, "there is no total to hold against the budget of 1000000");
    run_result_free(&r);
    r = CLI("compare", "tencent-cn/face-compare", "--volume", "1k", "--qps", "1,000", "--budget",
            "1");
    assert_int_equal(r.status, 3);
    run_result_free(&r);
}

/* -- CSV -- */

/* Where no volume is uncertain the columns of a way to begin are empty. */
#define CERTAIN ",,,,,,,\r\n"

static void rows_for_spreadsheets(void **state)
{
    (void)state;
    run_result r = CLI("compare", DEMAND, "--tax", "6%", "--format", "csv");
    assert_int_equal(r.status, 0);
    assert_string_equal(
        r.out,
        "product,currency,option,offered,feasible,recommended,total,total_state,tax,total_with_tax,"
        "prepaid,unit_cost,demand,free,qps,package,general,payg,unserved,waste_units,waste_points,"
        "waste_amount,total_low,total_high,worst_regret,proof,bound,plans_for,buy_now,mean,p10,p50,"
        "p90,excess\r\n" PRODUCT ",USD,payg,true,true,false,796,,47.76,843.76,0,0.0796,10000,50,"
        "0,0,0,9950,0,0,0,0,,,,," CERTAIN PRODUCT
        ",USD,package,true,true,false,550,,33,583,550,0.055,10000,50,0,9950,0,0,0,50,0,2."
        "75,,,,," CERTAIN PRODUCT
        ",USD,qps,true,true,false,796,,47.76,843.76,0,0.0796,10000,50,0,0,0,9950,"
        "0,0,0,0,,,,," CERTAIN PRODUCT
        ",USD,best,true,true,true,550,,33,583,550,0.055,10000,50,0,9950,"
        "0,0,0,50,0,2.75,,,,optimal,550" CERTAIN);
    run_result_free(&r);
    r = CLI("compare", RANGE, "--format", "csv");
    cli_assert_contains(r.out, PRODUCT ",USD,payg,true,true,false,600,");
    cli_assert_contains(r.out, ",0,0,80,1200,100,," CERTAIN);
    cli_assert_contains(r.out, ",0,0,0,550,1150,475,optimal,550" CERTAIN);
    run_result_free(&r);
}

static void rows_of_what_is_not_served_or_sold(void **state)
{
    (void)state;
    run_result r = CLI("compare", PRODUCT, "--volume", "10,000", "--format", "csv");
    cli_assert_contains(r.out, ",USD,payg,true,false,false,,unserved,,,,,10000,50,0,0,0,0,9950,");
    run_result_free(&r);
    r = CLI("compare", "alibaba/aitryon", "--volume", "1k", "--format", "csv");
    cli_assert_contains(r.out, ",CNY,package,false,false,false,,,,,,,,,,,,,,,,,,,,," CERTAIN);
    run_result_free(&r);
}

static void other_answers_are_tables_too(void **state)
{
    (void)state;
    run_result r = CLI("rate", "alibaba/aitryon-refiner", "25", "200", "--format", "csv");
    assert_string_equal(r.out, "product,currency,quantity,amount,amount_state\r\n"
                               "alibaba/aitryon-refiner,CNY,25,7.5,\r\n"
                               "alibaba/aitryon-refiner,CNY,200,53.75,\r\n");
    run_result_free(&r);
    r = CLI("curve", PRODUCT, "--to", "10,000", "--points", "3", "--postpaid", "on", "--free-left",
            "0", "--format", "csv");
    assert_string_equal(r.out, "volume,payg,package,qps,best,cheapest,best_option,proven\r\n"
                               "0,0,0,0,0,payg,payg,true\r\n"
                               "5000,400,375,400,375,package,package,true\r\n"
                               "10000,600,550,600,550,package,package,true\r\n");
    run_result_free(&r);
    r = CLI("products", "tencent/image-style", "--format", "csv");
    cli_assert_contains(r.out,
                        "product,name,provider,category,region,currency,unit,price,"
                        "price_state,price_per,price_unit,packages,qps,price_date\r\n" PRODUCT
                        ",Image Style Transfer,Tencent Cloud,");
    cli_assert_contains(r.out, ",USD,image,0.08,,1,image,5,true,2026-01-21\r\n");
    run_result_free(&r);
    r = CLI("check", "/no/such/file.cfg", "--format", "csv");
    assert_int_equal(r.status, 1);
    assert_string_equal(r.out, "file,line,key,level,text\r\n"
                               "/no/such/file.cfg,,,error,cannot be opened: No such file or "
                               "directory\r\n");
    run_result_free(&r);
}

static void help_names_the_columns(void **state)
{
    (void)state;
    run_result r = CLI("curve", "--help");
    cli_assert_contains(r.out, "Columns of --format csv\n"
                               "volume, payg, package, qps, best, cheapest, best_option, proven\n");
    run_result_free(&r);
    r = CLI("--help");
    cli_assert_contains(r.out, "done, but over the budget that --budget gives");
    run_result_free(&r);
}

/* In characters: none of these lines has a wide one. */
static size_t longest_line(const char *text)
{
    size_t longest = 0, length = 0;
    for (; *text != '\0'; text++) {
        length = *text == '\n' ? 0 : length + ((*text & 0xC0) != 0x80);
        longest = length > longest ? length : longest;
    }
    return longest;
}

static void amounts_of_any_size_keep_to_the_width(void **state)
{
    (void)state;
    static const char *const volumes[] = {"9G", "90G", "500G"};
    for (size_t i = 0; i < sizeof volumes / sizeof *volumes; i++) {
        run_result r = CLI("compare", "tencent/image-style-transfer", "--volume", volumes[i],
                           "--low", "1M", "--high", "900G", "--months", "12", "--postpaid", "on",
                           "--tax", "6%", "--explain", "--by-month");
        assert_int_equal(r.status, 0);
        assert_in_range(longest_line(r.out), 90, 100);
        cli_assert_says(r.out, "Best plan for");
        run_result_free(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_of_any_size_keep_to_the_width),
        cmocka_unit_test(discount_comes_off_and_tax_stands_beside),
        cmocka_unit_test(nothing_is_assumed_silently),
        cmocka_unit_test(months_have_all_that_the_sum_has),
        cmocka_unit_test(a_month_that_is_not_served_has_no_total),
        cmocka_unit_test(months_are_a_table_when_asked_for),
        cmocka_unit_test(the_need_says_what_it_follows_from),
        cmocka_unit_test(required_qps_say_where_they_come_from),
        cmocka_unit_test(seasons_go_by_the_calendar),
        cmocka_unit_test(regrets_of_each_decision),
        cmocka_unit_test(regrets_as_a_table),
        cmocka_unit_test(a_best_plan_of_its_own_is_a_decision),
        cmocka_unit_test(plans_for_each_volume),
        cmocka_unit_test(what_to_buy_now_is_sampled),
        cmocka_unit_test(a_sampling_as_a_table),
        cmocka_unit_test(where_nothing_can_be_bought_there_is_nothing_to_choose),
        cmocka_unit_test(a_seed_repeats_a_sampling),
        cmocka_unit_test(uncertainty_is_a_percentage),
        cmocka_unit_test(ranges_have_two_ends_around_the_volume),
        cmocka_unit_test(a_budget_is_guarded_by_the_status),
        cmocka_unit_test(a_budget_is_told),
        cmocka_unit_test(no_total_is_within_no_budget),
        cmocka_unit_test(rows_for_spreadsheets),
        cmocka_unit_test(rows_of_what_is_not_served_or_sold),
        cmocka_unit_test(other_answers_are_tables_too),
        cmocka_unit_test(help_names_the_columns),
    };
    return cmocka_run_group_tests_name("cli compare", tests, NULL, NULL);
}
