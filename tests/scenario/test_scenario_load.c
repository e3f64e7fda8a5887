/* Scenario files: every key arrives, every mistake is told. */
#include "scenario_test.h"

#include "acme.h"
#include "scenario/per_request.h"
#include "scenario/scenario_load.h"
#include "support/quoted.h"

static scenario *parse(void **state, const char *text, problems *found)
{
    return scenario_parse("plan.cfg", text, strlen(text), catalog_view(*state), found);
}

static scenario *parse_right(void **state, const char *text)
{
    problems found = {0};
    scenario *plan = parse(state, text, &found);
    assert_problems(&found, "");
    assert_non_null(plan);
    return plan;
}

static void expect_problems(void **state, const char *text, const char *expected)
{
    problems found = {0};
    assert_null(parse(state, text, &found));
    assert_problems(&found, expected);
}

#define PLAN      "format = 1; name = \"Spring\"; start = \"2026-12\"; months = 12;\n"
#define ITEM(...) PLAN "items = ( { product = \"" STYLE_TRANSFER "\";\n" __VA_ARGS__ " } );\n"

static void reads_the_documented_example(void **state)
{
    scenario *plan = parse_right(
        state,
        "format = 1;  name = \"Spring campaign\";  start = \"2026-12\";  months = 12;\n"
        "items = ( { product = \"tencent/image-style-transfer\";\n"
        "  volume = \"30,000\";  growth = \"5%\";\n"
        "  concurrency = \"8\";  response_time = \"2 s\";  peak_days = \"3\";\n"
        "  free_left = \"50\";  failures = \"0%\";  postpaid = true;\n"
        "  owned = ( { size = \"10,000\"; left = \"4,000\"; expires = \"2027-03\"; } ); } );");
    assert_string_equal(plan->name, "Spring campaign");
    assert_int_equal(plan->horizon.start, be_month_of(2026, 12));
    assert_int_equal(plan->horizon.months, 12);
    assert_int_equal(plan->count, 1);
    const scenario_item *item = &plan->items[0];
    assert_ptr_equal(item->product, product_of(state, STYLE_TRANSFER));
    assert_int_equal(item->demand.volume, 30000);
    assert_int_equal(item->demand.growth, BE_RATIO_ONE / 20);
    assert_int_equal(item->demand.concurrency, 8);
    assert_int_equal(item->demand.response, 2000000);
    assert_int_equal(item->demand.peak_days, 3);
    assert_true(item->demand.has_free_left);
    assert_int_equal(item->demand.free_left, 50);
    assert_true(item->demand.postpaid);
    assert_int_equal(item->demand.owned_count, 1);
    assert_int_equal(item->owned[0].size, 10000);
    assert_int_equal(item->owned[0].left, 4000);
    assert_int_equal(item->owned[0].expires, be_month_of(2027, 3));
    scenario_destroy(plan);
}

static void reads_the_other_keys(void **state)
{
    scenario *plan = parse_right(
        state, ITEM("volumes = [ \"1\", \"2k\", \"3 000\" ]; qps = \"12\"; busy_hours = 8;\n"
                    "failures = \"0.025\"; failures_billed = \"100%\"; free_left = \"0\";\n"
                    "owned = ( { left = \"7\"; expires = \"2026-12\"; } );"));
    const scenario_item *item = &plan->items[0];
    assert_int_equal(item->demand.volume_count, 3);
    assert_int_equal(item->volumes[1], 2000);
    assert_int_equal(item->volumes[2], 3000);
    assert_int_equal(item->demand.qps, 12);
    assert_int_equal(item->demand.busy_hours, 8);
    assert_int_equal(item->demand.failures, BE_RATIO_ONE / 40);
    assert_int_equal(item->demand.failures_billed, BE_RATIO_ONE);
    assert_true(item->demand.has_free_left);
    assert_int_equal(item->demand.free_left, 0);
    assert_int_equal(item->owned[0].size, 7);
    scenario_destroy(plan);
}

/* -- what only some vendors have, at one of the tests' own -- */

static void expect_acme_problems(const char *text, const char *expected)
{
    problems found = {0};
    assert_null(scenario_parse("plan.cfg", text, strlen(text), acme_catalog(), &found));
    assert_problems(&found, expected);
}

static scenario *parse_acme(const char *text)
{
    problems found = {0};
    scenario *plan = scenario_parse("plan.cfg", text, strlen(text), acme_catalog(), &found);
    assert_problems(&found, "");
    assert_non_null(plan);
    return plan;
}

#define CHAT(...) PLAN "items = ( { product = \"" ACME_CHAT "\";\n" __VA_ARGS__ " } );\n"
#define OCR(...)  PLAN "items = ( { product = \"" ACME_OCR "\";\n" __VA_ARGS__ " } );\n"

static void reads_the_keys_of_token_models(void **state)
{
    (void)state;
    scenario *plan = parse_acme(CHAT("per_request = { output = \"0.5k\"; input = \"2,000\"; };\n"
                                     "batch = \"30%\"; cached = \"40%\"; discount = \"15%\";"));
    const scenario_item *item = &plan->items[0];
    be_demand demand;
    scenario_demand(plan, item, &demand);
    assert_int_equal(demand.per_request_count, 3);
    assert_int_equal(demand.per_request[0], 2000 * BE_RATIO_ONE);
    assert_int_equal(demand.per_request[1], 500 * BE_RATIO_ONE);
    assert_int_equal(demand.per_request[2], PER_REQUEST_UNSAID);
    assert_int_equal(demand.batch, 3 * BE_RATIO_ONE / 10);
    assert_int_equal(demand.cached, 4 * BE_RATIO_ONE / 10);
    assert_int_equal(demand.discount, 15 * BE_RATIO_ONE / 100);
    scenario_destroy(plan);
}

static void reads_seasons_and_ranges(void **state)
{
    (void)state;
    scenario *plan =
        parse_acme(OCR("volume = \"30k\"; low = \"0\"; high = \"50k\";\n"
                       "season = [ \"150%\", \"1\", \"0\", \"1\", \"1\", \"1\", \"1\", \"1\", "
                       "\"1\", \"1\", \"1\", \"1000%\" ];"));
    const scenario_item *item = &plan->items[0];
    be_demand demand;
    scenario_demand(plan, item, &demand);
    assert_int_equal(demand.low, 0);
    assert_int_equal(demand.high, 50000);
    assert_ptr_equal(demand.season, item->season);
    assert_int_equal(demand.season[0], 3 * BE_RATIO_ONE / 2);
    assert_int_equal(demand.season[2], 0);
    assert_int_equal(demand.season[11], 10 * BE_RATIO_ONE);
    scenario_destroy(plan);
}

static void reads_general_packages(void **state)
{
    (void)state;
    scenario *plan =
        parse_acme(OCR("owned = ( { general = \"points-5k\"; left = \"4,000\"; expires = "
                       "\"2027-03\"; } );\n"
                       "buy = ( { item = \"points-50k\"; count = \"2\"; } );"));
    const scenario_item *item = &plan->items[0];
    const be_provider *vendor = item->product->provider;
    assert_int_equal(item->demand.owned_count, 1);
    assert_ptr_equal(item->owned[0].general, &vendor->general_packages[0]);
    assert_int_equal(item->owned[0].size, 5000);
    assert_int_equal(item->owned[0].left, 4000);
    assert_int_equal(item->demand.pinned_count, 1);
    assert_int_equal(item->pinned[0].kind, BE_BUY_GENERAL);
    assert_int_equal(item->pinned[0].item, 1);
    assert_int_equal(item->pinned[0].count, 2);
    scenario_destroy(plan);
}

static void reads_tax_and_rates_of_the_plan(void **state)
{
    (void)state;
    scenario *plan = parse_acme(PLAN "tax = \"6%\";\n"
                                     "exchange = { to = \"CNY\"; date = \"2026-11-20\";\n"
                                     "rates = ( { currency = \"USD\"; rate = \"7.12\"; } ); };\n"
                                     "items = ( { product = \"" ACME_OCR "\"; } );");
    be_demand demand;
    scenario_demand(plan, &plan->items[0], &demand);
    assert_int_equal(demand.tax, 6 * BE_RATIO_ONE / 100);
    assert_null(demand.season);
    assert_string_equal(plan->exchange.to, "CNY");
    assert_string_equal(plan->exchange.date, "2026-11-20");
    assert_int_equal(plan->exchange.rate_count, 1);
    assert_string_equal(plan->exchange.rates[0].currency, "USD");
    assert_int_equal(plan->exchange.rates[0].rate, 712 * BE_RATIO_ONE / 100);
    scenario *copy = scenario_copy(plan);
    assert_true(scenario_equal(plan, copy));
    copy->exchange.rates[0].rate++;
    assert_false(scenario_equal(plan, copy));
    scenario_destroy(copy);
    scenario_destroy(plan);
}

static void tells_wrong_meters(void **state)
{
    (void)state;
    expect_acme_problems(
        CHAT("per_request = { inptu = \"2,000\"; output = \"none\";\nimage = \"-1\"; };"),
        "plan.cfg:3: items[0].per_request.inptu: acme/chat has no meter \"inptu\"; did you mean "
        "\"input\"?\n"
        "plan.cfg:3: items[0].per_request.output: \"none\" is not a number\n"
        "plan.cfg:4: items[0].per_request.image: \"-1\" is below zero\n");
    expect_acme_problems(OCR("per_request = { input = \"2,000\"; };"),
                         "plan.cfg:3: items[0].per_request: acme/ocr has no meters: a request is "
                         "one page\n");
    expect_acme_problems(CHAT("per_request = { input = 2000; };"),
                         "plan.cfg:3: items[0].per_request.input: a bare number; write it as a "
                         "quoted number of units such as \"2,000\" or \"1.5\"\n");
}

static void tells_wrong_seasons(void **state)
{
    (void)state;
    expect_acme_problems(OCR("season = [ \"1\", \"2\" ];"),
                         "plan.cfg:3: items[0].season: has 2 factors; expected 12, January "
                         "first\n");
    expect_acme_problems(
        OCR("season = [ \"-1%\", \"1\", \"x\", \"1001%\", \"1\", \"1\", \"1\", \"1\", "
            "\"1\", \"1\", \"1\", \"1\" ];"),
        "plan.cfg:3: items[0].season[0]: \"-1%\" is out of range; expected 0% to 1000%\n"
        "plan.cfg:3: items[0].season[2]: \"x\" is not a number; expected a quoted factor such as "
        "\"150%\" or \"1.5\"\n"
        "plan.cfg:3: items[0].season[3]: \"1001%\" is out of range; expected 0% to 1000%\n");
    expect_acme_problems(
        OCR("volumes = [ \"5\" ];\nseason = [ \"1\", \"1\", \"1\", \"1\", \"1\", \"1\", "
            "\"1\", \"1\", \"1\", \"1\", \"1\", \"1\" ];"),
        "plan.cfg:4: items[0].season: cannot be combined with volumes\n");
}

static void reads_how_uncertain_a_volume_is(void **state)
{
    (void)state;
    scenario *plan = parse_acme(OCR("volume = \"5\"; spread = \"130%\"; cancellation = \"3%\";"));
    assert_int_equal(plan->items[0].demand.spread, 13 * BE_RATIO_ONE / 10);
    assert_int_equal(plan->items[0].demand.cancellation, 3 * BE_RATIO_ONE / 100);
    scenario_destroy(plan);
    expect_acme_problems(OCR("spread = \"1001%\";"),
                         "plan.cfg:3: items[0].spread: \"1001%\" is out of range; expected 0% to "
                         "1000%\n");
    expect_acme_problems(OCR("cancellation = \"-1%\";"),
                         "plan.cfg:3: items[0].cancellation: \"-1%\" is out of range; expected 0% "
                         "to 100%\n");
}

static void tells_what_does_not_go_together(void **state)
{
    (void)state;
    expect_acme_problems(OCR("volume = \"5\"; low = \"6\"; high = \"7\";"),
                         "plan.cfg:3: items[0].low: is above the volume\n");
    expect_acme_problems(OCR("volume = \"5\"; low = \"4\";"),
                         "plan.cfg:2: items[0].high: missing; low and high belong together\n");
    expect_acme_problems(OCR("volume = \"5\"; high = \"7\";"),
                         "plan.cfg:2: items[0].low: missing; low and high belong together\n");
    expect_acme_problems(OCR("batch = \"5%\";"),
                         "plan.cfg:3: items[0].batch: the product has no price of its own for "
                         "batches\n");
    expect_acme_problems(OCR("cached = \"5%\";"),
                         "plan.cfg:3: items[0].cached: the product has no price of its own for "
                         "cached use\n");
    expect_acme_problems(CHAT("discount = \"101%\";"),
                         "plan.cfg:3: items[0].discount: \"101%\" is out of range; expected 0% to "
                         "100%\n");
}

static void tells_wrong_general_packages(void **state)
{
    (void)state;
    expect_acme_problems(
        OCR("owned = ( { general = \"points-6k\"; left = \"1\"; expires = \"2027-03\"; },\n"
            "{ general = \"points-5k\"; left = \"6k\"; expires = \"2027-03\"; } );"),
        "plan.cfg:3: items[0].owned[0].general: no general package \"points-6k\" pays for "
        "acme/ocr; did you mean \"points-5k\"?\n"
        "plan.cfg:4: items[0].owned[1].left: is more than the package's size\n");
    expect_acme_problems(CHAT("buy = ( { item = \"points-5k\"; } );"),
                         "plan.cfg:3: items[0].buy[0]: acme/chat sells no package "
                         "\"points-5k\"\n");
}

static void tells_wrong_rates(void **state)
{
    (void)state;
    expect_acme_problems(
        PLAN "tax = \"101%\";\nexchange = { to = \"yuan\"; date = \"now\";\n"
             "rates = ( { currency = \"USD\"; rate = \"0\"; } ); }; items = ( );",
        "plan.cfg:2: tax: \"101%\" is out of range; expected 0% to 100%\n"
        "plan.cfg:3: exchange.to: \"yuan\" is no currency; expected three capital letters in "
        "quotes such as \"USD\"\n"
        "plan.cfg:3: exchange.date: \"now\" is no date; expected a date in quotes such as "
        "\"2026-11-20\"\n"
        "plan.cfg:4: exchange.rates[0].rate: \"0\" is not above zero\n");
    expect_acme_problems(
        PLAN "exchange = { to = \"CNY\"; date = \"2026\"; rates = ( { currency = \"CNY\"; "
             "rate = \"1\"; },\n{ currency = \"USD\"; rate = \"7\"; },\n"
             "{ currency = \"USD\"; rate = \"7.1\"; } ); }; items = ( );",
        "plan.cfg:2: exchange.rates[0].currency: is the one that others are converted to\n"
        "plan.cfg:4: exchange.rates[2].currency: \"USD\" has a rate already\n");
}

static void assumes_nothing(void **state)
{
    scenario *plan = parse_right(state, ITEM(""));
    const scenario_item *item = &plan->items[0];
    const scenario_item nothing = scenario_item_of(item->product);
    scenario *bare = scenario_create(plan->horizon);
    scenario_rename(bare, "Spring");
    assert_true(scenario_insert(bare, 0, &nothing));
    assert_true(scenario_equal(plan, bare));
    scenario_destroy(bare);
    scenario_destroy(plan);
}

static void takes_a_plan_without_items_or_name(void **state)
{
    scenario *plan =
        parse_right(state, "format = 1; start = \"2026-12\"; months = 1; items = ( );");
    assert_int_equal(plan->count, 0);
    assert_string_equal(plan->name, "");
    scenario_destroy(plan);
}

static void reads_purchases(void **state)
{
    scenario *plan = parse_right(
        state, ITEM("buy = ( { item = \"10k\"; month = \"2027-02\"; count = \"3\"; },\n"
                    "{ item = \"1k\"; },\n"
                    "{ item = \"concurrency\"; count = \"5\"; per = \"day\"; terms = \"4\"; },\n"
                    "{ item = \"concurrency\"; month = \"2029-11\"; } );"));
    const scenario_item *item = &plan->items[0];
    const be_product *product = item->product;
    assert_int_equal(item->demand.pinned_count, 4);
    assert_int_equal(item->pinned[0].kind, BE_BUY_PACKAGE);
    assert_string_equal(product->packages[item->pinned[0].item].id, "10k");
    assert_int_equal(item->pinned[0].month, 2);
    assert_int_equal(item->pinned[0].count, 3);
    assert_int_equal(item->pinned[0].terms, 1);
    assert_int_equal(item->pinned[1].month, 0);
    assert_int_equal(item->pinned[1].count, 1);
    assert_int_equal(item->pinned[2].kind, BE_BUY_CAPACITY);
    assert_int_equal(product->capacity.prices[item->pinned[2].item].term, BE_TERM_DAY);
    assert_int_equal(item->pinned[2].terms, 4);
    assert_int_equal(product->capacity.prices[item->pinned[3].item].term, BE_TERM_MONTH);
    assert_int_equal(item->pinned[3].month, 35);
    scenario_destroy(plan);
}

static void refuses_newer_files(void **state)
{
    expect_problems(state, "format = 2; colours = 5;",
                    "plan.cfg:1: format: this file has a newer format than this program knows (1): "
                    "it takes a newer version of breakeven\n");
}

static void tells_what_is_missing(void **state)
{
    expect_problems(state, "name = \"x\";",
                    "plan.cfg: format: missing; expected a whole number\n"
                    "plan.cfg: start: missing; expected a month in quotes such as \"2026-12\"\n"
                    "plan.cfg: months: missing; expected a whole number\n"
                    "plan.cfg: items: missing; expected a list ( ) of groups\n");
}

static void tells_unknown_products(void **state)
{
    expect_problems(
        state,
        PLAN "items = ( { product = \"tencent/image-style-tranfer\"; },\n"
             "{ product = \"nobody/nothing-at-all\"; buy = ( { item = \"1k\"; } ); } );",
        "plan.cfg:2: items[0].product: unknown product \"tencent/image-style-tranfer\"; "
        "did you mean \"tencent/image-style-transfer\"?\n"
        "plan.cfg:3: items[1].product: unknown product \"nobody/nothing-at-all\"\n");
}

/* A bare "5" is read as 500 % by nobody but a program. */
static void asks_for_the_percent_sign_of_whole_shares(void **state)
{
    expect_problems(state, ITEM("growth = \"5\";\nfailures = \"1\";"),
                    "plan.cfg:3: items[0].growth: \"5\" has no percent sign; expected a quoted "
                    "share such as \"5%\" or \"0.05\"\n"
                    "plan.cfg:4: items[0].failures: \"1\" has no percent sign; expected a quoted "
                    "share such as \"5%\" or \"0.05\"\n");
    scenario *plan = parse_right(state, ITEM("growth = \"0.05\";\nfailures = \"100\uFF05\";"));
    assert_int_equal(plan->items[0].demand.growth, BE_RATIO_ONE / 20);
    assert_int_equal(plan->items[0].demand.failures, BE_RATIO_ONE);
    scenario_destroy(plan);
}

static void tells_wrong_values(void **state)
{
    expect_problems(
        state,
        ITEM(
            "volume = 30000;\ngrowth = \"-101%\";\nfailures = \"two\";\nresponse_time = \"fast\";\n"
            "peak_days = 32;\nbusy_hours = \"0\";\nvolumes = [ ];\npostpaid = \"yes\";\n"
            "owned = ( { left = \"5\"; size = \"4\"; expires = \"soon\"; },\n"
            "{ left = \"5\"; size = \"4\"; expires = \"2027-01\"; } );\nseasons = \"1\";"),
        "plan.cfg:3: items[0].volume: a bare number; write it as a quoted whole number such as "
        "\"30,000\"\n"
        "plan.cfg:4: items[0].growth: \"-101%\" is out of range; expected -100% to 1000%\n"
        "plan.cfg:5: items[0].failures: \"two\" is not a number; expected a quoted share such as "
        "\"5%\" or \"0.05\"\n"
        "plan.cfg:6: items[0].response_time: \"fast\" is no response time; expected a time in "
        "quotes such as \"500 ms\" or \"2 s\"\n"
        "plan.cfg:7: items[0].peak_days: is out of range; expected 1 to 31\n"
        "plan.cfg:8: items[0].busy_hours: is out of range; expected 1 to 24\n"
        "plan.cfg:9: items[0].volumes: has 0 months; expected 1 to 36\n"
        "plan.cfg:10: items[0].postpaid: found a quoted text, expected true or false, without "
        "quotes\n"
        "plan.cfg:11: items[0].owned[0].expires: \"soon\" is no month; expected a month in quotes "
        "such as \"2026-12\"\n"
        "plan.cfg:13: items[0].seasons: unknown key \"seasons\"; did you mean \"season\"?\n");
}

static void tells_wrong_purchases(void **state)
{
    expect_problems(
        state,
        ITEM("buy = ( { item = \"10m\"; month = \"2026-11\"; },\n"
             "{ item = \"10x\"; },\n{ item = \"qps\"; count = \"3\"; },\n"
             "{ item = \"concurrency\"; per = \"year\"; },\n{ item = \"1k\"; per = \"day\"; },\n"
             "{ item = \"1k\"; count = \"0\"; },\n{ item = \"1k\"; month = \"2029-12\"; } );"),
        "plan.cfg:3: items[0].buy[0]: 2026-11 is too early; the plan begins in 2026-12\n"
        "plan.cfg:4: items[0].buy[1]: tencent/image-style-transfer sells no package \"10x\"; did "
        "you mean \"10k\"?\n"
        "plan.cfg:5: items[0].buy[2]: tencent/image-style-transfer sells no qps\n"
        "plan.cfg:6: items[0].buy[3]: concurrency is not sold by the year\n"
        "plan.cfg:7: items[0].buy[4]: a package has no term; only \"qps\" and \"concurrency\" do\n"
        "plan.cfg:8: items[0].buy[5]: buys none: expected a count of 1 or more\n"
        "plan.cfg:9: items[0].buy[6]: 2029-12 is too late; the plan begins in 2026-12\n");
}

static void bounds_its_lists(void **state)
{
    char text[4096] =
        PLAN "items = ( { product = \"" STYLE_TRANSFER "\"; buy = ( { item = \"1k\"; }";
    for (int i = 0; i < SCENARIO_PINNED_MAX; i++)
        strcat(text, ", { item = \"1k\"; }");
    strcat(text, " ); } );");
    expect_problems(state, text, "plan.cfg:2: items[0].buy: has more than 32 purchases\n");
}

static void bounds_the_number_of_items(void **state)
{
    static const char head[] = PLAN "items = ( { }", next[] = ", { }", end[] = " );";
    size_t size = sizeof head + SCENARIO_ITEMS_MAX * (sizeof next - 1) + sizeof end;
    char *text = malloc(size);
    assert_non_null(text);
    memcpy(text, head, sizeof head);
    for (size_t i = 0, at = sizeof head - 1; i < SCENARIO_ITEMS_MAX; i++, at += sizeof next - 1)
        memcpy(text + at, next, sizeof next);
    memcpy(text + size - sizeof end - 1, end, sizeof end);
    expect_problems(state, text, "plan.cfg:2: items: has more than 10000 items\n");
    free(text);
}

static void append_times(char *text, const char *part, int times)
{
    for (int i = 0; i < times; i++)
        strcat(text, part);
}

static void bounds_its_other_lists(void **state)
{
    char text[8192] = ITEM("volumes = [ \"1\"");
    text[strlen(text) - strlen(" } );\n")] = '\0';
    append_times(text, ", \"1\"", BE_MONTHS_MAX);
    strcat(text, " ];\nowned = ( { left = \"1\"; expires = \"2027-01\"; }");
    append_times(text, ", { left = \"1\"; expires = \"2027-01\"; }", SCENARIO_OWNED_MAX);
    strcat(text, " ); } );\nexchange = { to = \"CNY\"; date = \"2026\"; rates = ( { }");
    append_times(text, ", { }", SCENARIO_RATES_MAX);
    strcat(text, " ); };\n");
    expect_problems(state, text,
                    "plan.cfg:3: items[0].volumes: has 37 months; expected 1 to 36\n"
                    "plan.cfg:4: items[0].owned: has more than 16 packages\n"
                    "plan.cfg:5: exchange.rates: has more than 8 rates\n");
}

/* A name is cut nowhere: it is refused. */
static void bounds_its_names(void **state)
{
    char text[1024] = "format = 1; start = \"2026-12\"; months = 1; items = ( );\nname = \"";
    append_times(text, "x", SCENARIO_NAME);
    strcat(text, "\";");
    expect_problems(state, text, "plan.cfg:2: name: is longer than 255 bytes\n");
    text[strlen(text) - 3] = '\0';
    strcat(text, "\";");
    scenario *plan = parse_right(state, text);
    assert_int_equal(strlen(plan->name), SCENARIO_NAME - 1);
    scenario_destroy(plan);
}

static void tells_values_that_are_no_numbers(void **state)
{
    expect_problems(
        state,
        PLAN "exchange = { to = \"Cny\"; date = \"2026-11-20 or later\"; rates = (\n"
             "{ currency = \"EURO\"; rate = \"dear\"; } ); };\n"
             "items = ( { product = \"" STYLE_TRANSFER
             "\"; volume = \"many\"; volumes = [ \"1\",\n\"-1\" ];\n"
             "low = \"1\"; high = \"2\"; per_request = { input = \"1\"; }; } );",
        "plan.cfg:2: exchange.to: \"Cny\" is no currency; expected three capital letters in quotes "
        "such as \"USD\"\n"
        "plan.cfg:2: exchange.date: \"2026-11-20 or later\" is no date; expected a date in quotes "
        "such as \"2026-11-20\"\n"
        "plan.cfg:3: exchange.rates[0].currency: \"EURO\" is no currency; expected three capital "
        "letters in quotes such as \"USD\"\n"
        "plan.cfg:3: exchange.rates[0].rate: \"dear\" is not a number; expected a quoted rate such "
        "as \"7.12\"\n"
        "plan.cfg:4: items[0].volume: \"many\" is not a number; expected a quoted whole number "
        "such "
        "as \"30,000\"\n"
        "plan.cfg:5: items[0].volumes[1]: \"-1\" is below zero; expected a quoted whole number "
        "such "
        "as \"30,000\"\n"
        "plan.cfg:6: items[0].per_request: tencent/image-style-transfer has no meters: a request "
        "is "
        "one image\n");
}

/* Of an item whose product is unknown nothing is told that the product would decide. */
static void judges_no_names_without_the_product(void **state)
{
    expect_problems(
        state,
        PLAN "items = ( { product = \"x/y\"; per_request = { input = \"1\"; };\n"
             "owned = ( { general = \"points\"; left = \"1\"; expires = \"2027-01\"; } ); } );",
        "plan.cfg:2: items[0].product: unknown product \"x/y\"\n");
}

static const char everything[] =
    "format = 1;\nname = \"Spring\";\ncustomer = \"Acme\";\nstart = \"2026-12\";\nmonths = 12;\n"
    "tax = \"6%\";\n"
    "exchange = { to = \"CNY\";\n date = \"2026-11-20\";\n"
    "  rates = ( { currency = \"USD\";\n rate = \"7.12\"; } ); };\n"
    "items = (\n"
    "  { product = \"" ACME_CHAT "\";\n volume = \"5\";\n growth = \"5%\";\n low = \"1\";\n"
    "    high = \"9\";\n spread = \"30%\";\n cancellation = \"2%\";\n"
    "    per_request = { input = \"2,000\"; };\n batch = \"10%\";\n cached = \"10%\";\n"
    "    discount = \"10%\";\n failures = \"1%\";\n failures_billed = \"1%\";\n"
    "    concurrency = \"8\";\n response_time = \"2 s\";\n qps = \"2\";\n"
    "    peak_days = \"3\";\n busy_hours = \"8\";\n free_left = \"50\";\n"
    "    season = [ \"1\", \"1\", \"1\",\n \"1\", \"1\", \"1\", \"1\", \"1\", \"1\", \"1\", "
    "\"1\",\n \"1\" ]; },\n"
    "  { product = \"" ACME_OCR "\";\n volumes = [ \"1\",\n \"2\" ];\n"
    "    owned = ( { general = \"points-5k\";\n left = \"1\";\n size = \"2\";\n"
    "                expires = \"2027-03\"; } );\n"
    "    buy = ( { item = \"1k\";\n count = \"2\";\n month = \"2027-01\"; } ); } );\n";

/* Whichever text is none, the message names its line. */
static void every_text_is_held_to_utf8(void **state)
{
    enum { TEXTS = 49 };
    char *spoilt;
    size_t n = 0;
    int line;
    (void)state;
    scenario_destroy(parse_acme(everything));
    for (; (spoilt = quoted_replaced(everything, n, "a\\xff", &line)) != NULL; n++) {
        problems found = {0};
        assert_null(scenario_parse("plan.cfg", spoilt, strlen(spoilt), acme_catalog(), &found));
        if (found.count == 0 || found.items[0].line != line ||
            strstr(found.items[0].text, "invalid UTF-8") == NULL)
            fail_msg("line %d: nothing of invalid UTF-8", line);
        problems_clear(&found);
        free(spoilt);
    }
    assert_int_equal(n, TEXTS);
}

static void tells_a_missing_file(void **state)
{
    problems found = {0};
    assert_null(scenario_load("/no/such/plan.cfg", catalog_view(*state), &found));
    assert_problems(&found, "/no/such/plan.cfg: cannot be opened: No such file or directory\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_documented_example),
        cmocka_unit_test(reads_the_other_keys),
        cmocka_unit_test(reads_the_keys_of_token_models),
        cmocka_unit_test(reads_seasons_and_ranges),
        cmocka_unit_test(reads_general_packages),
        cmocka_unit_test(reads_tax_and_rates_of_the_plan),
        cmocka_unit_test(tells_wrong_meters),
        cmocka_unit_test(tells_wrong_seasons),
        cmocka_unit_test(reads_how_uncertain_a_volume_is),
        cmocka_unit_test(tells_what_does_not_go_together),
        cmocka_unit_test(tells_wrong_general_packages),
        cmocka_unit_test(tells_wrong_rates),
        cmocka_unit_test(assumes_nothing),
        cmocka_unit_test(takes_a_plan_without_items_or_name),
        cmocka_unit_test(reads_purchases),
        cmocka_unit_test(refuses_newer_files),
        cmocka_unit_test(tells_what_is_missing),
        cmocka_unit_test(tells_unknown_products),
        cmocka_unit_test(asks_for_the_percent_sign_of_whole_shares),
        cmocka_unit_test(tells_wrong_values),
        cmocka_unit_test(tells_wrong_purchases),
        cmocka_unit_test(bounds_its_lists),
        cmocka_unit_test(bounds_the_number_of_items),
        cmocka_unit_test(bounds_its_other_lists),
        cmocka_unit_test(bounds_its_names),
        cmocka_unit_test(tells_values_that_are_no_numbers),
        cmocka_unit_test(judges_no_names_without_the_product),
        cmocka_unit_test(every_text_is_held_to_utf8),
        cmocka_unit_test(tells_a_missing_file),
    };
    return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
