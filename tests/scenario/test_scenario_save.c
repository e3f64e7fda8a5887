/* Saving: the text of a plan, and the file it goes to. */
#include "scenario_test.h"

#include "acme.h"
#include "scenario/per_request.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"

static size_t package_index(const be_product *product, const char *id)
{
    size_t i = 0;
    while (strcmp(product->packages[i].id, id) != 0)
        i++;
    return i;
}

static scenario *full_plan(void **state)
{
    const be_product *product = product_of(state, STYLE_TRANSFER);
    scenario *plan = scenario_create(year_from(2026, 12));
    scenario_item item = scenario_item_of(product);
    assert_non_null(plan);
    item.demand.volume = 30000;
    item.demand.growth = BE_RATIO_ONE / 20;
    item.demand.failures = BE_RATIO_ONE / 40;
    item.demand.concurrency = 8;
    item.demand.response = 500000;
    item.demand.peak_days = 3;
    item.demand.has_free_left = true;
    item.demand.postpaid = true;
    item.demand.owned_count = 1;
    item.owned[0] = (be_owned){.size = 10000, .left = 4000, .expires = be_month_of(2027, 3)};
    item.demand.pinned_count = 2;
    item.pinned[0] = (be_purchase){BE_BUY_PACKAGE, package_index(product, "10k"), 0, 3, 1};
    item.pinned[1] = (be_purchase){BE_BUY_CAPACITY, 0, 2, 5, 4};
    assert_true(scenario_insert(plan, 0, &item));
    item = scenario_item_of(product_of(state, FACE_COMPARE));
    item.demand.volume_count = 2;
    item.volumes[0] = 1000000;
    assert_true(scenario_insert(plan, 1, &item));
    scenario_rename(plan, "Spring");
    return plan;
}

static void assert_text(const scenario *plan, const char *expected)
{
    size_t size = 0;
    char *text = scenario_text(plan, &size);
    assert_non_null(text);
    assert_string_equal(text, expected);
    assert_int_equal(size, strlen(expected));
    free(text);
}

static void writes_what_differs_from_defaults(void **state)
{
    scenario *plan = full_plan(state);
    assert_text(plan, "format = 1;\n"
                      "name = \"Spring\";\n"
                      "start = \"2026-12\";\n"
                      "months = 12;\n"
                      "items = (\n"
                      "  {\n"
                      "    product = \"tencent/image-style-transfer\";\n"
                      "    volume = \"30,000\";\n"
                      "    growth = \"5%\";\n"
                      "    failures = \"2.5%\";\n"
                      "    concurrency = \"8\";\n"
                      "    response_time = \"500 ms\";\n"
                      "    peak_days = \"3\";\n"
                      "    postpaid = true;\n"
                      "    free_left = \"0\";\n"
                      "    owned = (\n"
                      "      { size = \"10,000\"; left = \"4,000\"; expires = \"2027-03\"; }\n"
                      "    );\n"
                      "    buy = (\n"
                      "      { item = \"10k\"; month = \"2026-12\"; count = \"3\"; },\n"
                      "      { item = \"concurrency\"; month = \"2027-02\"; count = \"5\"; "
                      "per = \"day\"; terms = \"4\"; }\n"
                      "    );\n"
                      "  },\n"
                      "  {\n"
                      "    product = \"tencent-cn/face-compare\";\n"
                      "    volumes = [ \"1,000,000\", \"0\" ];\n"
                      "  }\n"
                      ");\n");
    scenario_destroy(plan);
}

static void insert_chat(scenario *plan)
{
    scenario_item item = scenario_item_of(be_catalog_find(acme_catalog(), ACME_CHAT));
    item.demand.volume = 10;
    item.demand.high = 1000;
    item.demand.spread = 3 * BE_RATIO_ONE / 2;
    item.demand.cancellation = BE_RATIO_ONE / 40;
    item.demand.batch = item.demand.cached = item.demand.discount = BE_RATIO_ONE / 10;
    item.demand.per_request_count = 3;
    item.per_request[0] = 2000 * BE_RATIO_ONE;
    item.per_request[1] = BE_RATIO_ONE / 2;
    item.per_request[2] = PER_REQUEST_UNSAID;
    assert_true(scenario_insert(plan, plan->count, &item));
}

static void insert_ocr(scenario *plan)
{
    scenario_item item = scenario_item_of(be_catalog_find(acme_catalog(), ACME_OCR));
    item.has_season = true;
    for (size_t i = 0; i < SCENARIO_SEASON; i++)
        item.season[i] = BE_RATIO_ONE;
    item.season[11] = 0;
    item.demand.owned_count = 1;
    item.owned[0] = (be_owned){.general = item.product->provider->general_packages,
                               .size = 5000,
                               .left = 40,
                               .expires = be_month_of(2027, 3)};
    item.demand.pinned_count = 1;
    item.pinned[0] = (be_purchase){BE_BUY_GENERAL, 1, 0, 2, 1};
    assert_true(scenario_insert(plan, plan->count, &item));
}

static void writes_what_only_some_vendors_have(void **state)
{
    (void)state;
    scenario *plan = scenario_create(year_from(2026, 12));
    plan->tax = 6 * BE_RATIO_ONE / 100;
    plan->exchange = (scenario_exchange){.to = "CNY",
                                         .date = "2026-11",
                                         .rates = {{"USD", 712 * BE_RATIO_ONE / 100}},
                                         .rate_count = 1};
    insert_chat(plan);
    insert_ocr(plan);
    assert_text(plan, "format = 1;\n"
                      "name = \"\";\n"
                      "start = \"2026-12\";\n"
                      "months = 12;\n"
                      "tax = \"6%\";\n"
                      "exchange = { to = \"CNY\"; date = \"2026-11\"; rates = ( { currency = "
                      "\"USD\"; rate = \"7.12\"; } ); };\n"
                      "items = (\n"
                      "  {\n"
                      "    product = \"acme/chat\";\n"
                      "    volume = \"10\";\n"
                      "    spread = \"150%\";\n"
                      "    cancellation = \"2.5%\";\n"
                      "    batch = \"10%\";\n"
                      "    cached = \"10%\";\n"
                      "    discount = \"10%\";\n"
                      "    low = \"0\";\n"
                      "    high = \"1,000\";\n"
                      "    per_request = { input = \"2000\"; output = \"0.5\"; };\n"
                      "  },\n"
                      "  {\n"
                      "    product = \"acme/ocr\";\n"
                      "    season = [ \"100%\", \"100%\", \"100%\", \"100%\", \"100%\", "
                      "\"100%\", \"100%\", \"100%\", \"100%\", \"100%\", \"100%\", "
                      "\"0%\" ];\n"
                      "    owned = (\n"
                      "      { general = \"points-5k\"; left = \"40\"; expires = \"2027-03\"; }\n"
                      "    );\n"
                      "    buy = (\n"
                      "      { item = \"points-50k\"; month = \"2026-12\"; count = \"2\"; }\n"
                      "    );\n"
                      "  }\n"
                      ");\n");
    scenario_destroy(plan);
}

static void writes_an_empty_plan(void **state)
{
    (void)state;
    scenario *plan = scenario_create(year_from(2026, 1));
    assert_text(plan,
                "format = 1;\nname = \"\";\nstart = \"2026-01\";\nmonths = 12;\nitems = (\n);\n");
    scenario_destroy(plan);
}

static void escapes_names(void **state)
{
    static const char *const names[] = {
        "say \"hi\"",
        "C:\\x00",
        "tab\tline\nescape\x1b[0m",
        "\xE6\x98\xA5\xE5\xAD\xA3",
        "@include \"x\"",
        "# no comment",
        "\x7F",
        "\xC2\x9B",
        "'; format = 2;",
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        scenario *plan = scenario_create(year_from(2026, 1));
        problems found = {0};
        size_t size = 0;
        scenario_rename(plan, names[i]);
        scenario_set_customer(plan, names[i]);
        char *text = scenario_text(plan, &size);
        assert_null(strchr(text, '\x1b'));
        scenario *back = scenario_parse("p", text, size, catalog_view(*state), &found);
        assert_problems(&found, "");
        assert_string_equal(back->name, names[i]);
        assert_string_equal(back->customer, names[i]);
        scenario_destroy(back);
        scenario_destroy(plan);
        free(text);
    }
}

static void saves_and_loads(void **state)
{
    sandbox *home = sandbox_create();
    assert_non_null(home);
    scenario *plan = full_plan(state);
    char *path = sandbox_path(home, "plan.cfg");
    problems found = {0};
    assert_true(scenario_save(plan, path, &found));
    scenario *back = scenario_load(path, catalog_view(*state), &found);
    assert_problems(&found, "");
    assert_non_null(back);
    assert_true(scenario_equal(plan, back));
    scenario_destroy(back);
    scenario_destroy(plan);
    free(path);
    sandbox_destroy(home);
}

static void tells_why_it_cannot_save(void **state)
{
    scenario *plan = full_plan(state);
    problems found = {0};
    assert_false(scenario_save(plan, "/no/such/folder/plan.cfg", &found));
    assert_problems(&found,
                    "/no/such/folder/plan.cfg: cannot be written: No such file or directory\n");
    assert_false(scenario_save(plan, "/", &found));
    assert_problems(&found, "/: cannot be written: Is a directory\n");
    scenario_destroy(plan);
}

static void writes_ratios_exactly(void **state)
{
    (void)state;
    static const struct {
        be_ratio ratio;
        const char *text;
    } ratios[] = {
        {0, "0%"},
        {BE_RATIO_ONE, "100%"},
        {BE_RATIO_ONE / 20, "5%"},
        {-BE_RATIO_ONE / 40, "-2.5%"},
        {1, "0.0000001%"},
        {-10000001, "-1.0000001%"},
        {123456789, "12.3456789%"},
        {10050000, "1.005%"},
    };
    for (size_t i = 0; i < COUNT_OF(ratios); i++) {
        char text[BE_RATIO_TEXT];
        be_ratio back = 0;
        assert_int_equal(be_ratio_format(ratios[i].ratio, text), strlen(ratios[i].text));
        assert_string_equal(text, ratios[i].text);
        assert_int_equal(be_ratio_parse(text, &back), BE_NUMBER_OK);
        assert_true(back == ratios[i].ratio);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_what_differs_from_defaults),
        cmocka_unit_test(writes_what_only_some_vendors_have),
        cmocka_unit_test(writes_an_empty_plan),
        cmocka_unit_test(escapes_names),
        cmocka_unit_test(saves_and_loads),
        cmocka_unit_test(tells_why_it_cannot_save),
        cmocka_unit_test(writes_ratios_exactly),
    };
    return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
