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

#include "catalog/catalog_load.h"
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
    "\"1\", \"1\", \"1\", \"1\", \"1\" ];\n"
    "            buy = ( { item = \"1k\"; month = \"2026-12\"; count = \"1\"; } ); },\n"
    "          { product = \"alibaba/aitryon\";  low = \"1k\";  high = \"20k\";\n"
    "            volume = \"10k\"; } );\n";

static const char prices_text[] =
    "format = 1;\n"
    "prices = ( { product = \"alibaba/aitryon\"; price = \"0.3\"; date = \"2026-11-21\"; } );\n";

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
    home = sandbox_create();
    known = catalog_load_builtin(NULL, &found);
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
    plan_quote *found = plan_quote_run(&(plan_question){.plan = plan, .today = today});
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

static void writes_a_report_or_refuses_to(void **state)
{
    (void)state;
    plan_quote *found =
        plan_quote_run(&(plan_question){.plan = plan, .today = today, .in_full = true});
    assert_non_null(found);
    for (size_t i = 0; format_at(i) != NULL; i++) {
        const report asked = {format_at(i), {ANSWER_QUOTE, {.quote = *plan_quote_answer(found)}}};
        assert_true(heap_fault_each(write_report, &asked) > 0);
    }
    plan_quote_destroy(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_a_catalogue_or_refuses_it),
        cmocka_unit_test(loads_the_users_prices_or_refuses_them),
        cmocka_unit_test(reads_a_plan_or_refuses_it),
        cmocka_unit_test(saves_a_plan_or_refuses_to),
        cmocka_unit_test(answers_a_plan_or_refuses_to),
        cmocka_unit_test(writes_a_report_or_refuses_to),
    };
    return cmocka_run_group_tests_name("faults/heap", tests, open_all, close_all);
}
