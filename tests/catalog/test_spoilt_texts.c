/* Whatever a catalogue can say, said in a text that is none: the message names its line. */
#include "config/config_test.h"

#include "catalog/catalog_load.h"
#include "config/read_file.h"
#include "config/reader.h"
#include "support/quoted.h"

enum { TEXTS_MIN = 40, OWN_TEXTS_MIN = 15 };

static const char own_prices_file[] =
    "format = 1;\n"
    "prices = (\n"
    "  { product = \"acme/all\";\n band = 2;\n price = \"0.003\";\n date = \"2026-11-21\"; },\n"
    "  { product = \"acme/all\";\n package = \"large\"; price = \"21\"; date = \"2026-11\"; },\n"
    "  { product = \"acme/all\";\n capacity = \"day\"; price = \"2\"; date = \"2026\"; },\n"
    "  { product = \"acme/all\";\n general = \"points\"; price = \"2\"; date = \"2026\"; },\n"
    "  { product = \"acme/replaced\";\n meter = \"input\";\n use = \"batch\";\n band = 1;\n"
    "    price = \"280\"; date = \"2026-11-21\"; } );\n";

static char *text_of(const char *path)
{
    problems found = {0};
    size_t size;
    char *text = read_file(path, &size, &found);
    assert_problems(&found, "");
    return text;
}

/* The catalogue of everything, with a file that is read last. */
static catalog *load_beside(const char *last, const char *overlay, problems *found)
{
    const char *const paths[] = {FROZEN "/a.cfg", FROZEN "/b.cfg", last};
    return catalog_load_paths(paths, last == NULL ? 2 : 3, overlay, found);
}

static bool tells(const problems *found, int line, const char *words)
{
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].line == line && strstr(found->items[i].text, words) != NULL)
            return true;
    }
    return false;
}

typedef catalog *loading(const char *path, problems *found);

static catalog *load_alone(const char *path, problems *found)
{
    return catalog_load_paths(&path, 1, NULL, found);
}

static catalog *load_as_own(const char *path, problems *found)
{
    return load_beside(NULL, path, found);
}

/* Each text in turn is `words` instead, which has to be refused so. */
static size_t spoil_each(const sandbox *home, const char *text, loading *load, const char *words,
                         const char *message)
{
    char *path = sandbox_path(home, "spoilt.cfg"), *spoilt;
    size_t n = 0;
    int line;
    for (; (spoilt = quoted_replaced(text, n, words, &line)) != NULL; n++) {
        problems found = {0};
        assert_int_equal(sandbox_write(home, "spoilt.cfg", spoilt), 0);
        catalog *loaded = load(path, &found);
        if (loaded != NULL || !tells(&found, line, message))
            fail_msg("line %d, text %zu: no word of \"%s\"", line, n, message);
        problems_clear(&found);
        free(spoilt);
    }
    free(path);
    return n;
}

static void expect_all_refused(const sandbox *home, const char *text, loading *load, size_t least)
{
    static char longer[READER_TEXT_MAX + 2];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_true(spoil_each(home, text, load, "a\\xff", "invalid UTF-8") >= least);
    assert_true(spoil_each(home, text, load, longer, "is longer than") >= least);
}

static void every_text_of_a_catalogue_is_held_to_utf8(void **state)
{
    static const char *const files[] = {FROZEN "/a.cfg", FROZEN "/b.cfg"};
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        char *text = text_of(files[i]);
        expect_all_refused(*state, text, load_alone, TEXTS_MIN);
        free(text);
    }
}

static void every_text_of_own_prices_is_held_to_utf8(void **state)
{
    problems found = {0};
    char *path = sandbox_path(*state, "prices.cfg");
    assert_int_equal(sandbox_write(*state, "prices.cfg", own_prices_file), 0);
    catalog *loaded = load_as_own(path, &found);
    assert_non_null(loaded);
    problems_clear(&found);
    catalog_destroy(loaded);
    free(path);
    expect_all_refused(*state, own_prices_file, load_as_own, OWN_TEXTS_MIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_text_of_a_catalogue_is_held_to_utf8, open_sandbox,
                                        close_sandbox),
        cmocka_unit_test_setup_teardown(every_text_of_own_prices_is_held_to_utf8, open_sandbox,
                                        close_sandbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
