/* A saved plan, quoted as a whole. */
#include "cli_test.h"

#include <string.h>

static const char plan[] =
    "format = 1;  name = \"Spring campaign\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent-cn/face-compare\";  volume = \"3.5M\";\n"
    "            concurrency = \"4\";  response_time = \"500ms\"; },\n"
    "          { product = \"alibaba/aitryon-refiner\";  volume = \"200\";  free_left = \"0\"; },\n"
    "          { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            free_left = \"0\"; } );\n";

/* Runs a command line, which names plan.cfg, where that has this text. */
static run_result run_with(const char *text, const char *const *arguments)
{
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", text), 0);
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    sandbox_destroy(home);
    return r;
}

#define QUOTE(text, ...)                                                                           \
    run_with(text, (const char *const[]){"quote", "plan.cfg", __VA_ARGS__, NULL})

/* Runs `quote plan.cfg` with a plan of this text. */
static run_result quote(const char *text, const char *format)
{
    return QUOTE(text, "--format", format);
}

/* The answer of a run, which is then freed. */
static json_t *json_of(run_result r, int status)
{
    assert_int_equal(r.status, status);
    json_t *answer = json_loads(r.out, 0, NULL);
    assert_non_null(answer);
    run_result_free(&r);
    return answer;
}

static json_t *quote_json(const char *text, int status)
{
    return json_of(quote(text, "json"), status);
}

static void sums_each_currency(void **state)
{
    (void)state;
    json_t *answer = quote_json(plan, 0);
    assert_string_equal(cli_text(answer, "scenario"), "Spring campaign");
    assert_string_equal(cli_text(answer, "start"), "2026-12");
    assert_int_equal(json_array_size(json_object_get(answer, "items")), 3);
    const json_t *sums = json_object_get(answer, "portfolio");
    assert_int_equal(json_array_size(sums), 2);
    const json_t *cny = json_array_get(sums, 0), *usd = json_array_get(sums, 1);
    assert_string_equal(cli_text(cny, "currency"), "CNY");
    cli_assert_total(cny, "payg", "126285"); /* 12 x 10,470 + 12 x 53.75 */
    assert_string_equal(cli_text(json_object_get(cny, "best"), "total"), "27525");
    assert_string_equal(cli_text(usd, "currency"), "USD");
    cli_assert_total(usd, "package", "1650");
    assert_true(json_is_null(json_object_get(answer, "total"))); /* no exchange rate was given */
    json_decref(answer);
}

/* The refiner is sold by the unit alone, so packages are no way to buy the whole. */
static void an_option_that_an_item_lacks_has_no_sum(void **state)
{
    (void)state;
    json_t *answer = quote_json(plan, 0);
    const json_t *cny = json_array_get(json_object_get(answer, "portfolio"), 0);
    const json_t *packages = cli_option(cny, "package");
    assert_true(json_is_null(json_object_get(packages, "total")));
    assert_int_equal(json_integer_value(json_object_get(packages, "without")), 1);
    json_decref(answer);
}

static void items_are_comparisons(void **state)
{
    (void)state;
    json_t *answer = quote_json(plan, 0);
    const json_t *face = json_array_get(json_object_get(answer, "items"), 0);
    cli_assert_total(face, "package", "127562");
    cli_assert_total(face, "best", "26880");
    json_decref(answer);
}

static void reads_as_a_table(void **state)
{
    (void)state;
    run_result r = quote(plan, "table");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "Spring campaign");
    cli_assert_contains(r.out, "Total CNY");
    cli_assert_contains(r.out, "What to buy when");
    cli_assert_contains(r.out, "8 QPS for 1 month");
    run_result_free(&r);
}

static void a_load_that_nothing_carries_is_status_3(void **state)
{
    (void)state;
    json_t *answer = quote_json("format = 1; start = \"2026-12\"; months = 1;\n"
                                "items = ( { product = \"tencent-cn/face-compare\";"
                                " volume = \"1,000\"; qps = \"1,000\"; } );\n",
                                3);
    const json_t *cny = json_array_get(json_object_get(answer, "portfolio"), 0);
    assert_true(json_is_null(json_object_get(json_object_get(cny, "best"), "total")));
    json_decref(answer);
}

static void mistakes_of_the_file_are_told(void **state)
{
    (void)state;
    run_result r = quote("format = 1; start = \"2026-13\"; months = 12; items = ( );\n", "table");
    assert_int_equal(r.status, 1);
    cli_assert_contains(r.err, "plan.cfg:1: start:");
    run_result_free(&r);
}

/* -- tax, one currency, budget -- */

#define STYLE                                                                                      \
    "{ product = \"tencent/image-style-transfer\"; volume = \"2,500\"; free_left = \"0\"; }"
#define REFINER        "{ product = \"alibaba/aitryon-refiner\"; volume = \"200\"; free_left = \"0\"; }"
#define TWO_CURRENCIES "items = ( " STYLE ",\n" REFINER " );\n"
#define MONTH          "format = 1; start = \"2026-12\"; months = 1;\n"
#define RATES                                                                                      \
    "exchange = { to = \"CNY\"; date = \"2026-11-20\"; rates = ( { currency = \"USD\"; rate = "    \
    "\"7.12\"; } ); };\n"

static const json_t *best_of(const json_t *sum)
{
    return json_object_get(sum, "best");
}

static void tax_of_the_plan_is_added_up(void **state)
{
    (void)state;
    json_t *answer = quote_json(MONTH "tax = \"6%\";\n" TWO_CURRENCIES, 0);
    const json_t *sums = json_object_get(answer, "portfolio");
    const json_t *usd = best_of(json_array_get(sums, 0)), *cny = best_of(json_array_get(sums, 1));
    assert_string_equal(cli_text(usd, "total"), "225");
    assert_string_equal(cli_text(usd, "tax"), "13.5");
    assert_string_equal(cli_text(usd, "total_with_tax"), "238.5");
    assert_string_equal(cli_text(cny, "tax"), "3.225");
    json_decref(answer);
    answer = json_of(
        QUOTE(MONTH "tax = \"6%\";\n" TWO_CURRENCIES, "--tax", "10%", "--format", "json"), 0);
    usd = best_of(json_array_get(json_object_get(answer, "portfolio"), 0));
    assert_string_equal(cli_text(usd, "tax"), "22.5");
    json_decref(answer);
    run_result r = quote(MONTH "tax = \"6%\";\n" TWO_CURRENCIES, "table");
    cli_assert_contains(r.out, "With tax USD");
    cli_assert_contains(r.out, "$238.50");
    run_result_free(&r);
}

static void rates_of_the_plan_make_one_total(void **state)
{
    (void)state;
    json_t *answer = quote_json(MONTH RATES TWO_CURRENCIES, 0);
    const json_t *total = json_object_get(answer, "total");
    assert_string_equal(cli_text(total, "currency"), "CNY");
    assert_string_equal(cli_text(total, "date"), "2026-11-20");
    const json_t *rate = json_array_get(json_object_get(total, "rates"), 0);
    assert_string_equal(cli_text(rate, "currency"), "USD");
    assert_string_equal(cli_text(rate, "rate"), "7.12");
    assert_string_equal(cli_text(best_of(total), "total"), "1655.75"); /* 225 x 7.12 + 53.75 */
    assert_true(json_is_null(json_object_get(cli_option(total, "package"), "total")));
    json_decref(answer);
    run_result r = quote(MONTH RATES TWO_CURRENCIES, "table");
    cli_assert_contains(r.out, "All in CNY");
    cli_assert_contains(r.out, "¥1,655.75");
    cli_assert_contains(r.out, "Rates of 2026-11-20: 1 USD = 7.12 CNY.");
    run_result_free(&r);
}

static void rates_of_the_command_line_come_first(void **state)
{
    (void)state;
    json_t *answer =
        json_of(QUOTE(MONTH RATES TWO_CURRENCIES, "--rate", "USD=8", "--format", "json"), 0);
    const json_t *total = json_object_get(answer, "total");
    assert_string_equal(cli_text(total, "date"), "2026-11-21"); /* today */
    assert_string_equal(cli_text(best_of(total), "total"), "1853.75");
    json_decref(answer);
    answer = json_of(QUOTE(MONTH RATES TWO_CURRENCIES, "--total", "USD", "--rate", "CNY=0.125",
                           "--rate-date", "2026-10", "--format", "json"),
                     0);
    total = json_object_get(answer, "total");
    assert_string_equal(cli_text(total, "currency"), "USD");
    assert_string_equal(cli_text(total, "date"), "2026-10");
    assert_string_equal(cli_text(best_of(total), "total"), "231.71875");
    json_decref(answer);
}

static void assert_refuses(run_result r, const char *words)
{
    assert_int_equal(r.status, 2);
    assert_string_equal(r.out, "");
    cli_assert_contains(r.err, words);
    run_result_free(&r);
}

static void rates_that_lack_are_told(void **state)
{
    (void)state;
    assert_refuses(QUOTE(MONTH RATES TWO_CURRENCIES, "--total", "EUR", "--rate", "USD=0.9"),
                   "--rate: the rate of CNY to EUR is missing; expected one such as CNY=7.12");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--rate", "USD=7"),
                   "--rate: say with --total in which currency to add up");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--total", "CNY", "--rate", "CNY=7"),
                   "--rate: CNY is the currency of the total");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--rate", "yuan"),
                   "--rate: \"yuan\" names no currency; expected a currency and its rate");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--rate", "USD=0"), "is not above zero");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--rate", "USD=7", "--rate", "USD=8"),
                   "gives a currency a second rate");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--total", "yuan"),
                   "--total: \"yuan\" is no currency; expected three capital letters such as CNY");
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--rate-date", "now"),
                   "--rate-date: \"now\" is not a date");
}

/* What a plan leaves out is no mistake of the command line. */
static void a_rate_that_the_plan_lacks_leaves_no_total(void **state)
{
    (void)state;
    static const char text[] =
        MONTH "exchange = { to = \"EUR\"; date = \"2026\"; rates = ( ); };\n" TWO_CURRENCIES;
    json_t *answer = quote_json(text, 0);
    assert_true(json_is_null(json_object_get(answer, "total")));
    json_decref(answer);
    run_result r = quote(text, "table");
    cli_assert_contains(r.out, "Currencies are not added: the rate of USD to EUR is not given.");
    run_result_free(&r);
}

static void a_budget_is_guarded(void **state)
{
    (void)state;
    static const char one[] = MONTH "items = ( " STYLE " );\n";
    json_t *answer = json_of(QUOTE(one, "--budget", "225", "--format", "json"), 0);
    const json_t *budget = json_object_get(answer, "budget");
    assert_string_equal(cli_text(budget, "amount"), "225");
    assert_string_equal(cli_text(budget, "spent"), "225");
    assert_true(json_is_false(json_object_get(budget, "over")));
    json_decref(answer);
    run_result r = QUOTE(one, "--budget", "200");
    assert_int_equal(r.status, 4);
    cli_assert_contains(r.out, "Over the budget of $200.00 by $25.00.");
    run_result_free(&r);
    r = QUOTE(MONTH RATES TWO_CURRENCIES, "--budget", "1,655");
    assert_int_equal(r.status, 4);
    cli_assert_contains(r.out, "Over the budget of ¥1,655.00 by ¥0.75.");
    run_result_free(&r);
    assert_refuses(QUOTE(MONTH TWO_CURRENCIES, "--budget", "1"),
                   "--budget: the plan has several currencies: give --total and --rate");
    r = QUOTE(MONTH "items = ( );\n", "--budget", "0");
    assert_int_equal(r.status, 0);
    run_result_free(&r);
}

static void a_product_that_is_planned_twice_is_told(void **state)
{
    (void)state;
    static const char text[] = MONTH "items = ( " STYLE ",\n" STYLE " );\n";
    json_t *answer = quote_json(text, 0);
    const json_t *warning = json_array_get(json_object_get(answer, "warnings"), 0);
    assert_string_equal(cli_text(warning, "id"), "planned-twice");
    json_decref(answer);
    run_result r = quote(text, "table");
    cli_assert_contains(r.out, "Image Style Transfer is planned by more than one item");
    run_result_free(&r);
    answer = quote_json(plan, 0);
    assert_int_equal(json_array_size(json_object_get(answer, "warnings")), 0);
    json_decref(answer);
}

static void items_have_their_regrets(void **state)
{
    (void)state;
    static const char text[] =
        MONTH "items = ( { product = \"tencent/image-style-transfer\"; volume = \"10k\";\n"
              "free_left = \"0\"; low = \"1k\"; high = \"20k\"; postpaid = true; } );\n";
    json_t *answer = quote_json(text, 0);
    const json_t *item = json_array_get(json_object_get(answer, "items"), 0);
    assert_string_equal(cli_text(json_object_get(item, "regret"), "least"), "payg");
    json_decref(answer);
    run_result r = quote(text, "table");
    cli_assert_contains(r.out, "If the volume turns out lower or higher");
    run_result_free(&r);
}

static void items_have_their_samplings(void **state)
{
    (void)state;
    static const char text[] =
        MONTH "items = ( { product = \"tencent/image-style-transfer\"; volume = \"10k\";\n"
              "spread = \"50%\"; cancellation = \"3%\"; postpaid = true; }, " STYLE " );\n";
    json_t *answer = json_of(QUOTE(text, "--paths", "20", "--seed", "7", "--format", "json"), 0);
    const json_t *items = json_object_get(answer, "items");
    const json_t *sampling = json_object_get(json_array_get(items, 0), "sampling");
    assert_int_equal(json_integer_value(json_object_get(sampling, "paths")), 20);
    assert_string_equal(cli_text(sampling, "seed"), "7");
    assert_true(json_is_null(json_object_get(json_array_get(items, 1), "sampling")));
    json_decref(answer);
    run_result r = QUOTE(text, "--paths", "20");
    cli_assert_contains(r.out, "What to buy now, the volume being uncertain");
    run_result_free(&r);
}

static void rows_for_ways_to_begin(void **state)
{
    (void)state;
    run_result r = quote("format = 1; start = \"2026-12\"; months = 6; items = ( { product = "
                         "\"tencent/image-style-transfer\"; volume = \"7,000\"; postpaid = true; "
                         "spread = \"50%\"; } );\n",
                         "csv");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "item,tencent/image-style-transfer,USD,best,true,true,false,2350,");
    cli_assert_contains(r.out, "item,tencent/image-style-transfer,USD,sampling,true,true,false,,,,,"
                               "0,,,,,,,,,,,,,,,,,nothing,nothing,2657.2455,");
    cli_assert_contains(r.out, "item,tencent/image-style-transfer,USD,sampling,true,true,true,,,,,"
                               "550,,,,,,,,,,,,,,,,,p10 p25 p35 p50 p75 expected,10k x1 @2026-12,");
    run_result_free(&r);
}

static void rows_for_items_and_sums(void **state)
{
    (void)state;
    run_result r = quote(MONTH RATES "items = ( " STYLE " );\n", "csv");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "row,product,currency,option,offered,feasible,recommended,total,");
    cli_assert_contains(r.out,
                        "item,tencent/image-style-transfer,USD,package,true,true,false,225,");
    cli_assert_contains(
        r.out, "portfolio,,USD,best,true,true,true,225,,0,225,225,,,,,,,,,,,,,,,,,,,,,,,,\r\n");
    cli_assert_contains(r.out,
                        "portfolio,,USD,payg,false,false,false,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n");
    cli_assert_contains(
        r.out, "total,,CNY,best,true,true,true,1602,,0,1602,1602,,,,,,,,,,,,,,,,,,,,,,,,\r\n");
    run_result_free(&r);
}

static void names_the_customer(void **state)
{
    (void)state;
    static const char for_acme[] =
        "format = 1;  name = \"Spring\";  customer = \"Acme <Ltd>\";  start = \"2026-12\";\n"
        "months = 1;\n"
        "items = ( { product = \"alibaba/aitryon-refiner\";  volume = \"200\"; } );\n";
    static const char *const formats[][2] = {{"table", "For Acme <Ltd>\n"},
                                             {"markdown", "**For Acme \\<Ltd\\>**"},
                                             {"csv", ",Acme <Ltd>\r\n"},
                                             {"html", "For Acme &lt;Ltd&gt;"}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        run_result r = quote(for_acme, formats[i][0]);
        assert_int_equal(r.status, 0);
        cli_assert_contains(r.out, formats[i][1]);
        run_result_free(&r);
    }
    json_t *answer = quote_json(for_acme, 0);
    assert_string_equal(cli_text(answer, "customer"), "Acme <Ltd>");
    json_decref(answer);
    answer = json_of(QUOTE(for_acme, "--customer", "Bolt", "--format", "json"), 0);
    assert_string_equal(cli_text(answer, "customer"), "Bolt");
    json_decref(answer);
    answer = quote_json(plan, 0);
    assert_true(json_is_null(json_object_get(answer, "customer")));
    json_decref(answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_customer),
        cmocka_unit_test(sums_each_currency),
        cmocka_unit_test(an_option_that_an_item_lacks_has_no_sum),
        cmocka_unit_test(items_are_comparisons),
        cmocka_unit_test(reads_as_a_table),
        cmocka_unit_test(a_load_that_nothing_carries_is_status_3),
        cmocka_unit_test(mistakes_of_the_file_are_told),
        cmocka_unit_test(tax_of_the_plan_is_added_up),
        cmocka_unit_test(rates_of_the_plan_make_one_total),
        cmocka_unit_test(rates_of_the_command_line_come_first),
        cmocka_unit_test(rates_that_lack_are_told),
        cmocka_unit_test(a_rate_that_the_plan_lacks_leaves_no_total),
        cmocka_unit_test(a_budget_is_guarded),
        cmocka_unit_test(a_product_that_is_planned_twice_is_told),
        cmocka_unit_test(items_have_their_regrets),
        cmocka_unit_test(items_have_their_samplings),
        cmocka_unit_test(rows_for_items_and_sums),
        cmocka_unit_test(rows_for_ways_to_begin),
    };
    return cmocka_run_group_tests_name("cli quote", tests, NULL, NULL);
}
