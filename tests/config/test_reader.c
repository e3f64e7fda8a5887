/* The reader: a table of keys, and what happens to files that do not follow it. */
#include "config_test.h"

#include <breakeven/amount.h>
#include <breakeven/calendar.h>
#include <breakeven/quantity.h>

#include "config/document.h"
#include "config/reader.h"

typedef enum colour { RED, GREEN } colour;

typedef struct part {
    const char *id;
    be_quantity size;
} part;

typedef struct thing {
    const char *name;
    be_quantity quantity;
    be_amount price;
    be_duration valid;
    be_month month;
    int days;
    bool on;
    colour colour;
    part whole;
    const part *parts;
    size_t part_count;
} thing;

static const char *const colours[] = {"red", "green"};
static const reader_names colour_names = {colours, 2};
static const reader_range days = {1, 31};

static const reader_field part_fields[] = {
    {"id", &reader_id, offsetof(part, id), .required = true},
    {"size", &reader_quantity, offsetof(part, size), .rule = &reader_one_or_more},
};

static const part part_defaults = {.size = 7};

static const reader_record part_record = {
    READER_RECORD(part_fields, part),
    .defaults = &part_defaults,
    .unique = "id",
};

static const reader_field fields[] = {
    {"name", &reader_text, offsetof(thing, name), .required = true},
    {"quantity", &reader_quantity, offsetof(thing, quantity), .required = false},
    {"price", &reader_amount, offsetof(thing, price), .required = false},
    {"valid", &reader_duration, offsetof(thing, valid), .required = false},
    {"month", &reader_month, offsetof(thing, month), .required = false},
    {"days", &reader_integer, offsetof(thing, days), .rule = &days},
    {"on", &reader_boolean, offsetof(thing, on), .required = false},
    {"colour", &reader_choice, offsetof(thing, colour), .rule = &colour_names},
    {"whole", &reader_subgroup, offsetof(thing, whole), .rule = &part_record},
    {"parts", &reader_list, offsetof(thing, parts), .rule = &part_record,
     .count_offset = offsetof(thing, part_count)},
};

static const reader_record record = {READER_RECORD(fields, thing)};

/* Reads `text` into `out`, whose texts live in the arena that is returned. */
static be_arena *read_thing(const char *text, thing *out, problems *found)
{
    document *doc = document_parse("t.cfg", text, strlen(text), found);
    assert_non_null(doc);
    reader in = {"t.cfg", be_arena_create(), found, NULL};
    assert_non_null(in.arena);
    bool ok = reader_group(&in, document_root(doc), &record, out);
    assert_int_equal(ok, found->errors == 0);
    document_destroy(doc);
    return in.arena;
}

static void expect_problems(const char *text, const char *expected)
{
    thing out;
    problems found = {0};
    be_arena *arena = read_thing(text, &out, &found);
    assert_problems(&found, expected);
    be_arena_destroy(arena);
}

static void reads_every_type(void **state)
{
    (void)state;
    thing out;
    problems found = {0};
    be_arena *arena = read_thing("name = \"\xE5\x9B\xBE\"; quantity = \"3,000,000,000\";\n"
                                 "price = \"0.275\"; valid = \"90 days\"; month = \"2026-12\";\n"
                                 "days = 3; on = true; colour = \"green\";\n"
                                 "whole = { id = \"a.b-1\"; size = \"1_000\"; };\n"
                                 "parts = ( { id = \"x\"; }, { size = \"2\"; id = \"y\"; } );\n",
                                 &out, &found);
    char price[BE_AMOUNT_TEXT];
    assert_problems(&found, "");
    assert_string_equal(out.name, "\xE5\x9B\xBE");
    assert_int_equal(out.quantity, INT64_C(3000000000));
    be_amount_format(out.price, price);
    assert_string_equal(price, "0.275");
    assert_int_equal(out.valid.count, 90);
    assert_int_equal(out.month, be_month_of(2026, 12));
    assert_int_equal(out.days, 3);
    assert_true(out.on);
    assert_int_equal(out.colour, GREEN);
    assert_string_equal(out.whole.id, "a.b-1");
    assert_int_equal(out.whole.size, 1000);
    assert_int_equal(out.part_count, 2);
    assert_int_equal(out.parts[0].size, 7);
    assert_string_equal(out.parts[1].id, "y");
    be_arena_destroy(arena);
}

static void leaves_defaults_where_nothing_is_written(void **state)
{
    (void)state;
    thing out;
    problems found = {0};
    be_arena *arena = read_thing("name = \"x\"; days = \"31\"; parts = ( );", &out, &found);
    assert_problems(&found, "");
    assert_int_equal(out.days, 31);
    assert_int_equal(out.quantity, 0);
    assert_int_equal(out.part_count, 0);
    assert_null(out.whole.id);
    be_arena_destroy(arena);
}

/* 4,294,967,296 wraps to 0 inside libconfig 1.5: the message must not repeat such a value. */
static void never_echoes_bare_numbers(void **state)
{
    (void)state;
    expect_problems("name = \"x\";\nquantity = 3000000000;\nprice = 0.1;\nvalid = 90;",
                    "t.cfg:2: quantity: a bare number; write it as a quoted whole number such as "
                    "\"3,000,000,000\"\n"
                    "t.cfg:3: price: a bare number; write it as a quoted decimal such as "
                    "\"0.275\"\n"
                    "t.cfg:4: valid: a bare number; write it as a duration in quotes such as "
                    "\"90 days\" or \"12 months\"\n");
    expect_problems("name = \"x\"; days = 3000000000;",
                    "t.cfg:1: days: is out of range; expected 1 to 31\n");
    expect_problems("name = \"x\"; days = 32;",
                    "t.cfg:1: days: is out of range; expected 1 to 31\n");
    expect_problems("name = \"x\"; days = 1.5;",
                    "t.cfg:1: days: found a bare number, expected a whole number\n");
}

static void names_the_path_of_a_mistake(void **state)
{
    (void)state;
    expect_problems("name = \"x\";\nparts = (\n { id = \"a\"; },\n { size = \"0\"; },\n 5,\n"
                    " { id = \"a\"; sise = \"1\"; } );",
                    "t.cfg:4: parts[1].id: missing; expected an id in quotes: 1 to 63 of a-z, 0-9, "
                    "\".\" and \"-\"\n"
                    "t.cfg:4: parts[1].size: is out of range; expected 1 or more\n"
                    "t.cfg:5: parts[2]: found a bare number, expected a group { }\n"
                    "t.cfg:6: parts[3].sise: unknown key \"sise\"; did you mean \"size\"?\n"
                    "t.cfg:6: parts[3].id: \"a\" was used before, in line 3\n");
}

static void says_what_it_found_instead(void **state)
{
    (void)state;
    expect_problems("name = { };\nquantity = true;\non = 1;\ncolour = ( );\nwhole = [ ];\n"
                    "parts = \"none\";",
                    "t.cfg:1: name: found a group { }, expected a text in quotes\n"
                    "t.cfg:2: quantity: found true or false, expected a quoted whole number such "
                    "as \"3,000,000,000\"\n"
                    "t.cfg:3: on: found a bare number, expected true or false, without quotes\n"
                    "t.cfg:4: colour: found a list ( ), expected one of \"red\", \"green\"\n"
                    "t.cfg:5: whole: found an array [ ], expected a group { }\n"
                    "t.cfg:6: parts: found a quoted text, expected a list ( ) of groups\n");
}

static void cuts_and_escapes_what_it_repeats(void **state)
{
    (void)state;
    expect_problems("name = \"x\"; colour = \"\\x1b[31mred and much more than anybody would "
                    "want to read again in a message\";",
                    "t.cfg:1: colour: unknown value \"\\x1b[31mred and much more than anybody "
                    "would want to read again in a mes...\", expected one of \"red\", \"green\"\n");
}

static void refuses_overlong_texts(void **state)
{
    (void)state;
    size_t size = READER_TEXT_MAX + 32;
    char *text = calloc(1, size);
    assert_non_null(text);
    memset(text, 'x', size);
    memcpy(text, "name = \"", 8);
    memcpy(text + size - 4, "\";\n", 4);
    expect_problems(text, "t.cfg:1: name: is longer than 65536 bytes\n");
    free(text);
}

static void echoes_whole_characters(void **state)
{
    (void)state;
    char long_text[400] = "", out[READER_ECHO];
    for (int i = 0; i < 60; i++)
        strcat(long_text, "\xE5\x9B\xBE");
    reader_echo(long_text, out);
    assert_int_equal(strlen(out) % 3, 0);
    assert_string_equal(out + strlen(out) - 6, "\xE5\x9B\xBE...");
    assert_string_equal(reader_echo("a\xFF\xC2\x9Bz", out), "a\\xff\\xc2z");
}

/* Every part is wrong; those that nobody would be told of are not even looked at. */
static void stops_where_too_much_is_wrong(void **state)
{
    (void)state;
    enum { PARTS = 3 * PROBLEMS_MAX };
    static char text[16 * PARTS] = "name = \"n\"; parts = ( { }";
    for (size_t i = 1, at = strlen(text); i < PARTS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, ", { }");
    strcat(text, " );");
    thing out;
    problems found = {0};
    be_arena *arena = read_thing(text, &out, &found);
    assert_int_equal(found.errors, PROBLEMS_MAX + 1);
    assert_int_equal(found.count, PROBLEMS_MAX + 1);
    assert_int_equal(out.part_count, PROBLEMS_MAX + 1);
    problems_clear(&found);
    be_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_type),
        cmocka_unit_test(leaves_defaults_where_nothing_is_written),
        cmocka_unit_test(never_echoes_bare_numbers),
        cmocka_unit_test(names_the_path_of_a_mistake),
        cmocka_unit_test(says_what_it_found_instead),
        cmocka_unit_test(cuts_and_escapes_what_it_repeats),
        cmocka_unit_test(refuses_overlong_texts),
        cmocka_unit_test(stops_where_too_much_is_wrong),
        cmocka_unit_test(echoes_whole_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
