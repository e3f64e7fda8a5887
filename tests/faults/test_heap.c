/* Catalogues, scenarios, answers and reports with each of their allocations failing in turn: what
 * cannot be whole is refused, and nothing is kept of it. */
#include "faults/heap_fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <jansson.h>

#include "catalog/catalog_load.h"
#include "catalog/own_prices.h"
#include "planning/plan_diff.h"
#include "planning/plan_quote.h"
#include "report/format.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "support/sandbox.h"

static const char plan_text[] =
    "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 3;  tax = \"6%\";\n"
    "exchange = { to = \"USD\"; date = \"2026-11-21\"; rates = ("
    " { currency = \"CNY\"; rate = \"0.14\"; } ); };\n"
    "items = ( { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            postpaid = true;  season = [ \"1\", \"1\", \"1\", \"1\", \"1\", \"1\", \"2\", "
    "\"1\", \"1\", \"1\", \"1\", \"1\" ];  spread = \"10%\";\n"
    "            owned = ( { left = \"700\"; size = \"1k\"; expires = \"2027-01\"; } );\n"
    "            buy = ( { item = \"1k\"; month = \"2026-12\"; count = \"1\"; } ); },\n"
    "          { product = \"alibaba/aitryon\";  low = \"1k\";  high = \"20k\";\n"
    "            volume = \"10k\"; },\n"
    "          { product = \"acme/chat\";  volumes = [ \"2,000\", \"3k\" ];\n"
    "            per_request = { input = \"2,000\"; output = \"0.5k\"; };  batch = \"10%\"; },\n"
    "          { product = \"acme/crop\";  volume = \"90\";  response_time = \"2 s\";\n"
    "            concurrency = \"2\";  owned = ( { general = \"points-5k\"; left = \"400\";\n"
    "                                          expires = \"2027-03\"; } ); },\n"
    "          { product = \"acme/resize\";  volume = \"70\"; } );\n";

static const char prices_text[] =
    "format = 1;\n"
    "prices = ( { product = \"alibaba/aitryon\"; price = \"0.3\"; date = \"2026-11-21\"; },\n"
    "  { product = \"tencent/image-style-transfer\"; package = \"1k\"; price = \"70\";\n"
    "    date = \"2026-11-21\"; } );\n";

static const be_date today = {2026, 11, 21};

static catalog *known;
static scenario *plan;
static sandbox *home;

static scenario *read_plan(void)
{
    problems found = {0};
    scenario *read =
        scenario_parse("plan.cfg", plan_text, strlen(plan_text), catalog_view(known), &found);
    for (size_t i = 0; read == NULL && i < found.count && plan == NULL; i++)
        print_message("%s: %s\n", found.items[i].key, found.items[i].text);
    assert_true((read != NULL) == problems_ok(&found));
    problems_clear(&found);
    return read;
}

static int open_all(void **state)
{
    problems found = {0};
    (void)state;
    const char *paths[] = {CATALOG, PRICES};
    home = sandbox_create();
    known = catalog_load_paths(paths, sizeof paths / sizeof *paths, NULL, &found);
    problems_clear(&found);
    if (home == NULL || known == NULL || sandbox_write(home, "prices.cfg", prices_text) != 0)
        return -1;
    plan = read_plan();
    return plan == NULL ? -1 : 0;
}

static int close_all(void **state)
{
    (void)state;
    scenario_destroy(plan);
    catalog_destroy(known);
    sandbox_destroy(home);
    return 0;
}

/* -- catalogues --------------------------------------------------------------------------------
 */

static bool load_file(const void *path)
{
    const char *paths[] = {path};
    problems found = {0};
    catalog *loaded = catalog_load_paths(paths, 1, NULL, &found);
    bool done = loaded != NULL;
    assert_int_equal(done, problems_ok(&found));
    problems_clear(&found);
    catalog_destroy(loaded);
    return done;
}

static bool load_with_own_prices(const void *path)
{
    problems found = {0};
    catalog *loaded = catalog_load_builtin(path, &found);
    bool done = loaded != NULL;
    assert_int_equal(done, problems_ok(&found));
    problems_clear(&found);
    catalog_destroy(loaded);
    return done;
}

static void loads_a_catalogue_or_refuses_it(void **state)
{
    (void)state;
    assert_true(heap_fault_each(load_file, CATALOG) > 20);
    assert_true(heap_fault_each(load_file, PRICING) > 50);
}

static void loads_the_users_prices_or_refuses_them(void **state)
{
    (void)state;
    char *path = sandbox_path(home, "prices.cfg");
    assert_true(heap_fault_each(load_with_own_prices, path) > 20);
    free(path);
}

static bool use_own_prices(const void *product)
{
    const be_price_place unit = {.kind = BE_PRICE_PAYG};
    const own_price one = {product, unit, be_amount_of(7), today};
    problems found = {0};
    catalog *loaded = catalog_load_builtin(NULL, &found);
    problems_clear(&found);
    if (loaded == NULL)
        return false;
    const be_product *of = be_catalog_find(catalog_view(loaded), one.product->key);
    be_amount before = be_price_at(of, &unit);
    bool done = own_prices_use(loaded, &(own_price){of, unit, one.price, today}, 1);
    be_amount expected = done ? one.price : before;
    assert_int_equal(be_amount_compare(be_price_at(of, &unit), expected), 0);
    catalog_destroy(loaded);
    return done;
}

static bool write_own_prices(const void *path)
{
    const own_price one = {plan->items[0].product, {.kind = BE_PRICE_PAYG}, be_amount_of(7), today};
    problems found = {0};
    size_t size;
    char *text = own_prices_text(&one, 1, path, &size, &found);
    bool done = text != NULL;
    assert_int_equal(done, problems_ok(&found));
    problems_clear(&found);
    free(text);
    return done;
}

static void takes_a_price_or_refuses_it(void **state)
{
    (void)state;
    char *path = sandbox_path(home, "typed.cfg");
    assert_true(heap_fault_each(use_own_prices, plan->items[0].product) > 5);
    assert_true(heap_fault_each(write_own_prices, path) > 5);
    free(path);
}

/* -- scenarios ---------------------------------------------------------------------------------
 */

static bool parse(const void *context)
{
    (void)context;
    scenario *read = read_plan();
    bool done = read != NULL;
    scenario_destroy(read);
    return done;
}

static bool copy(const void *context)
{
    (void)context;
    scenario *other = scenario_copy(plan);
    bool done = other != NULL;
    scenario_destroy(other);
    return done;
}

static bool save(const void *path)
{
    problems found = {0};
    bool done = scenario_save(plan, path, &found);
    assert_int_equal(done, problems_ok(&found));
    problems_clear(&found);
    return done;
}

static void reads_a_plan_or_refuses_it(void **state)
{
    (void)state;
    assert_true(heap_fault_each(parse, NULL) > 5);
    assert_true(heap_fault_each(copy, NULL) > 0);
}

static void saves_a_plan_or_refuses_to(void **state)
{
    (void)state;
    char *path = sandbox_path(home, "saved.cfg");
    assert_true(heap_fault_each(save, path) > 3);
    free(path);
}

/* -- answers and reports -----------------------------------------------------------------------
 */

static bool answer_plan(const void *context)
{
    (void)context;
    plan_quote *found = plan_quote_run(&(plan_question){.plan = plan, .today = today, .paths = 3});
    bool done = found != NULL;
    plan_quote_destroy(found);
    return done;
}

static void answers_a_plan_or_refuses_to(void **state)
{
    (void)state;
    assert_true(heap_fault_each(answer_plan, NULL) > 50);
}

typedef struct report {
    const format *as;
    answer what;
} report;

static bool write_report(const void *context)
{
    const report *asked = context;
    const page_text_options options = {.columns = PAGE_TEXT_COLUMNS};
    size_t size;
    char *text = format_text(asked->as, &asked->what, &options, &size);
    bool done = text != NULL;
    free(text);
    return done;
}

static void write_in_each_format(const answer *what)
{
    for (size_t i = 0; format_at(i) != NULL; i++) {
        const report asked = {format_at(i), *what};
        assert_true(heap_fault_each(write_report, &asked) > 0);
    }
}

static void writes_a_report_or_refuses_to(void **state)
{
    (void)state;
    plan_quote *found =
        plan_quote_run(&(plan_question){.plan = plan, .today = today, .in_full = true, .paths = 3});
    assert_non_null(found);
    const quote_answer *quoted = plan_quote_answer(found);
    write_in_each_format(&(answer){ANSWER_QUOTE, {.quote = *quoted}});
    for (size_t i = 0; i < quoted->count; i++)
        write_in_each_format(&(answer){ANSWER_COMPARE, {.compare = quoted->items[i]}});
    plan_quote_destroy(found);
}

static bool compare_plans(const void *other)
{
    plan_diff *found =
        plan_diff_create((plan_side){plan, "a.cfg"}, (plan_side){other, "b.cfg"}, today);
    bool done = found != NULL;
    plan_diff_destroy(found);
    return done;
}

static void compares_plans_or_refuses_to(void **state)
{
    (void)state;
    scenario *other = scenario_copy(plan);
    for (size_t i = 0; i < other->count; i++)
        other->items[i].demand.volume += 10;
    other->items[2].volumes[1] = 7;
    other->items[0].season[0] = 0;
    other->tax = 0;
    scenario_remove(other, 4);
    assert_true(heap_fault_each(compare_plans, other) > 50);
    plan_diff *found =
        plan_diff_create((plan_side){plan, "a.cfg"}, (plan_side){other, "b.cfg"}, today);
    assert_non_null(found);
    write_in_each_format(&(answer){ANSWER_DIFF, {.diff = *plan_diff_answer(found)}});
    plan_diff_destroy(found);
    scenario_destroy(other);
}

static void writes_smaller_reports_or_refuses_to(void **state)
{
    const be_product *product = plan->items[0].product;
    const be_horizon horizon = {be_month_of(2026, 12), 3};
    be_arena *arena = be_arena_create();
    be_demand demand;
    rate_result rated = {.quantity = 900};
    problems wrong = {0};
    (void)state;
    scenario_demand(plan, &plan->items[0], &demand);
    assert_true(be_bill_rate(arena, product, rated.quantity, 31, &rated.amount, &rated.lines,
                             &rated.line_count));
    write_in_each_format(&(answer){ANSWER_RATE, {.rate = {product, &demand, &rated, 1}}});
    write_in_each_format(&(answer){ANSWER_PRODUCTS, {.products = {&product, 1}}});
    problems_error(&wrong, "a.cfg", 3, "items[0]", "is wrong");
    write_in_each_format(&(answer){ANSWER_CHECK, {.check = {.files = 1, .found = &wrong}}});
    problems_clear(&wrong);
    const be_curve *curve = be_curve_create(arena, product, &demand, horizon, 0, 9000, 3);
    write_in_each_format(&(answer){ANSWER_CURVE, {.curve = {product, curve, horizon}}});
    be_amount budget = be_amount_of(200);
    const be_afford *afford = be_afford_create(arena, product, &demand, horizon, budget);
    const be_quote *quote = be_quote_create(arena, product, &demand, horizon, today);
    write_in_each_format(
        &(answer){ANSWER_AFFORD, {.afford = {afford, &demand, quote, budget, AFFORD_PER_PLAN}}});
    be_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_a_catalogue_or_refuses_it),
        cmocka_unit_test(loads_the_users_prices_or_refuses_them),
        cmocka_unit_test(takes_a_price_or_refuses_it),
        cmocka_unit_test(reads_a_plan_or_refuses_it),
        cmocka_unit_test(saves_a_plan_or_refuses_to),
        cmocka_unit_test(answers_a_plan_or_refuses_to),
        cmocka_unit_test(writes_a_report_or_refuses_to),
        cmocka_unit_test(compares_plans_or_refuses_to),
        cmocka_unit_test(writes_smaller_reports_or_refuses_to),
    };
    json_set_alloc_funcs(malloc, free); /* those that fail */
    return cmocka_run_group_tests_name("faults/heap", tests, open_all, close_all);
}
