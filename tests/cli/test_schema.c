/*
 * What is printed as JSON is what its schema says: the golden files, every product under every
 * command. And the schema is strict: it refuses these documents with anything in them altered.
 */
#include "schema_check.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

enum { NAME_SIZE = 512, NOTHING_CARRIES = 3 };

#define GOLDEN CLI_FOLDER "/golden/"

static const char *const commands[] = {"compare", "quote", "curve", "afford",
                                       "rate",    "diff",  "check", "products"};

enum { COMMANDS = sizeof commands / sizeof *commands };

/* -- the golden files -------------------------------------------------------------------------- */

static void every_golden_document_is_valid(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        char pattern[NAME_SIZE];
        glob_t found;
        schema_check check = {.command = commands[i]};
        snprintf(pattern, sizeof pattern, GOLDEN "%s-*.json", commands[i]);
        assert_int_equal(glob(pattern, 0, NULL, &found), 0);
        for (size_t j = 0; j < found.gl_pathc; j++) {
            char *text = golden_read(found.gl_pathv[j]);
            assert_non_null(text);
            schema_add(&check, found.gl_pathv[j] + strlen(GOLDEN), text);
            free(text);
        }
        globfree(&found);
        schema_finish(&check);
    }
}

/* -- every product ----------------------------------------------------------------------------- */

static void add_answer(schema_check *check, const char *name, const char *const *arguments)
{
    run_result r = cli_run_list(arguments, NULL);
    if (r.status != 0 && r.status != NOTHING_CARRIES)
        fail_msg("%s: status %d: %s", name, r.status, r.err);
    schema_add(check, name, r.out);
    run_result_free(&r);
}

#define ADD(check, name, ...)                                                                      \
    add_answer(check, name, (const char *const[]){"--format", "json", __VA_ARGS__, NULL})

typedef void add_product(schema_check *check, const json_t *product, const char *spec);

/* Without a spec (NULL) the lists of arguments end before it. */
static void add_comparison(schema_check *check, const json_t *product, const char *spec)
{
    const char *key = cli_text(product, "product");
    ADD(check, key, "compare", key, "--volume", "30,000", "--months", "2", "--qps", "3",
        "--postpaid", "on", spec == NULL ? NULL : "--per-request", spec);
}

static void add_curve(schema_check *check, const json_t *product, const char *spec)
{
    const char *key = cli_text(product, "product");
    ADD(check, key, "curve", key, "--to", "10k", spec == NULL ? NULL : "--per-request", spec);
}

static void add_afford(schema_check *check, const json_t *product, const char *spec)
{
    const char *key = cli_text(product, "product");
    ADD(check, key, "afford", key, "--budget", "1,000", "--tax", "6%", "--postpaid", "on",
        spec == NULL ? NULL : "--per-request", spec);
}

static void add_rate(schema_check *check, const json_t *product, const char *spec)
{
    const char *key = cli_text(product, "product");
    if (json_is_true(json_object_get(product, "payg")))
        ADD(check, key, "rate", key, "1", "1,000,000", spec == NULL ? NULL : "--per-request", spec);
}

static void check_every_product(const char *command, add_product *add)
{
    char spec[CLI_SPEC];
    size_t i;
    const json_t *product;
    schema_check check = {.command = command};
    json_t *listed = CLI_JSON(0, "products");
    json_array_foreach(json_object_get(listed, "products"), i, product)
    {
        const char *told = cli_per_request(product, spec);
        add(&check, product, told);
    }
    json_decref(listed);
    schema_finish(&check);
}

static void every_comparison_is_valid(void **state)
{
    (void)state;
    check_every_product("compare", add_comparison);
}

static void every_curve_is_valid(void **state)
{
    (void)state;
    check_every_product("curve", add_curve);
}

static void every_budget_is_valid(void **state)
{
    (void)state;
    check_every_product("afford", add_afford);
}

static void every_rate_is_valid(void **state)
{
    (void)state;
    check_every_product("rate", add_rate);
}

static void the_list_of_products_is_valid(void **state)
{
    (void)state;
    schema_check check = {.command = "products"};
    ADD(&check, "all", "products");
    schema_finish(&check);
}

/* A plan of every product; meters are left out where nothing says what a request takes. */
static void write_plan(const sandbox *home, const char *file, const char *volume)
{
    size_t i;
    const json_t *product;
    buffer text = {0};
    json_t *listed = CLI_JSON(0, "products");
    buffer_append_text(&text, "format = 1; start = \"2026-12\"; months = 2; items = (\n");
    json_array_foreach(json_object_get(listed, "products"), i, product)
    {
        buffer_append_text(&text, i == 0 ? "{ product = \"" : ",\n{ product = \"");
        buffer_append_text(&text, cli_text(product, "product"));
        buffer_append_text(&text, "\"; volume = \"");
        buffer_append_text(&text, volume);
        buffer_append_text(&text, "\"; }");
    }
    buffer_append_text(&text, " );\n");
    json_decref(listed);
    assert_int_equal(sandbox_write(home, file, buffer_text(&text)), 0);
    buffer_free(&text);
}

static void add_in(schema_check *check, const sandbox *home, const char *const *arguments)
{
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    if (r.status != 0 && r.status != NOTHING_CARRIES)
        fail_msg("%s: status %d: %s", check->command, r.status, r.err);
    schema_add(check, check->command, r.out);
    run_result_free(&r);
}

static void plans_of_every_product_are_valid(void **state)
{
    (void)state;
    static const char *const quote[] = {"quote", "a.cfg", "--total",  "CNY",  "--rate", "USD=7.12",
                                        "--tax", "6%",    "--format", "json", NULL};
    static const char *const diff[] = {"diff", "a.cfg", "b.cfg", "--format", "json", NULL};
    static const char *const check[] = {"check", "a.cfg", "b.cfg", "--format", "json", NULL};
    sandbox *home = sandbox_create();
    schema_check quoted = {.command = "quote"}, differing = {.command = "diff"};
    schema_check checked = {.command = "check"};
    assert_non_null(home);
    write_plan(home, "a.cfg", "3,000");
    write_plan(home, "b.cfg", "40");
    add_in(&quoted, home, quote);
    add_in(&differing, home, diff);
    add_in(&checked, home, check);
    schema_finish(&quoted);
    schema_finish(&differing);
    schema_finish(&checked);
    sandbox_destroy(home);
}

/* -- documents altered ------------------------------------------------------------------------- */

/* The alterations of a document, of which each `every`-th is tried. */
typedef struct altering {
    schema_check *check;
    json_t *root;
    size_t seen, every;
} altering;

static void try_altered(altering *a)
{
    char name[NAME_SIZE];
    if (a->seen++ % a->every != 0)
        return;
    snprintf(name, sizeof name, "alteration %zu", a->seen);
    char *text = json_dumps(a->root, JSON_COMPACT);
    assert_non_null(text);
    schema_add(a->check, name, text);
    free(text);
}

/* What a plan says is free text. */
static bool is_figure(const char *key, const char *text)
{
    return text != NULL && text[0] != '\0' && strspn(text, "0123456789") == strlen(text) &&
           strcmp(key, "before") != 0 && strcmp(key, "after") != 0;
}

/* What cannot stand there: figures written otherwise, and what is of another kind. */
static json_t *wrong_for(const json_t *value, const char *key, size_t turn)
{
    const char *text = json_string_value(value);
    if (is_figure(key, text) && turn % 3 > 0)
        return json_sprintf(turn % 3 == 1 ? "0%s" : "%se0", text);
    return text != NULL ? json_real(1.5) : json_pack("{s:i}", "unknown", 1);
}

static void alter(altering *a, json_t *value);

static void alter_member(altering *a, json_t *object, const char *key, json_t *member)
{
    assert_int_equal(json_object_set_new(object, key, wrong_for(member, key, a->seen)), 0);
    try_altered(a);
    assert_int_equal(json_object_del(object, key), 0);
    try_altered(a);
    assert_int_equal(json_object_set(object, key, member), 0);
    alter(a, member);
}

static void alter_object(altering *a, json_t *object)
{
    const char *key;
    json_t *member, *members = json_copy(object); /* members come and go meanwhile */
    assert_int_equal(json_object_set_new(object, "unknown", json_true()), 0);
    try_altered(a);
    assert_int_equal(json_object_del(object, "unknown"), 0);
    json_object_foreach(members, key, member)
    {
        alter_member(a, object, key, member);
    }
    json_decref(members);
}

static void alter(altering *a, json_t *value)
{
    size_t i;
    json_t *element;
    if (json_is_object(value))
        alter_object(a, value);
    json_array_foreach(value, i, element)
    {
        alter(a, element);
    }
}

static void altered_documents_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *command, *golden;
        size_t every;
    } samples[COMMANDS] = {
        {"compare", "compare-low-high.en.json", 13}, {"quote", "quote-points.en.json", 61},
        {"curve", "curve-refiner.en.json", 3},       {"rate", "rate-refiner.en.json", 3},
        {"afford", "afford-style.en.json", 2},       {"diff", "diff-rollout.en.json", 3},
        {"check", "check-broken.en.json", 1},        {"products", "products-face.en.json", 7},
    };
    for (size_t i = 0; i < COMMANDS; i++) {
        char path[NAME_SIZE];
        schema_check check = {.command = samples[i].command, .refused = true};
        snprintf(path, sizeof path, GOLDEN "%s", samples[i].golden);
        altering a = {&check, json_load_file(path, 0, NULL), 0, samples[i].every};
        assert_non_null(a.root);
        alter(&a, a.root);
        assert_true(a.seen / a.every > 5);
        json_decref(a.root);
        schema_finish(&check);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_document_is_valid),
        cmocka_unit_test(every_comparison_is_valid),
        cmocka_unit_test(every_curve_is_valid),
        cmocka_unit_test(every_budget_is_valid),
        cmocka_unit_test(every_rate_is_valid),
        cmocka_unit_test(the_list_of_products_is_valid),
        cmocka_unit_test(plans_of_every_product_are_valid),
        cmocka_unit_test(altered_documents_are_refused),
    };
    return cmocka_run_group_tests_name("cli schema", tests, NULL, NULL);
}
