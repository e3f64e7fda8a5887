/* The ids that the schema of the JSON reports allows are those that the engine has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include <string.h>

#include <breakeven/breakeven.h>

static json_t *schema;

static int load(void **state)
{
    (void)state;
    schema = json_load_file(SCHEMA, JSON_REJECT_DUPLICATES, NULL);
    return schema == NULL ? -1 : 0;
}

static int unload(void **state)
{
    (void)state;
    json_decref(schema);
    return 0;
}

static bool has(const json_t *ids, const char *name)
{
    size_t i;
    const json_t *id;
    json_array_foreach(ids, i, id)
    {
        if (json_is_string(id) && strcmp(json_string_value(id), name) == 0)
            return true;
    }
    return false;
}

/* Fails unless `ids` are the names 0 to count - 1; names may be the same. */
static void assert_same(const json_t *ids, const char *(*name)(int), int count)
{
    size_t i;
    const json_t *id;
    assert_true(json_is_array(ids));
    for (int j = 0; j < count; j++) {
        if (!has(ids, name(j)))
            fail_msg("the schema lacks \"%s\"", name(j));
    }
    json_array_foreach(ids, i, id)
    {
        int j = 0;
        while (j < count && strcmp(name(j), json_string_value(id)) != 0)
            j++;
        if (j == count)
            fail_msg("there is no \"%s\"", json_string_value(id));
    }
}

static const json_t *enum_of(const char *definition)
{
    return json_object_get(json_object_get(json_object_get(schema, "$defs"), definition), "enum");
}

static const char *option_name(int i)
{
    return be_option_name((be_option_id)i);
}

static const char *message_name(int i)
{
    return be_message_name((be_message_id)i);
}

static const char *confidence_name(int i)
{
    return be_confidence_name((be_confidence)i);
}

static const char *term_name(int i)
{
    return be_term_name((be_term)i);
}

static const char *basis_name(int i)
{
    return be_sampled_basis_name((be_sampled_basis)i);
}

static void ids_are_those_of_the_engine(void **state)
{
    (void)state;
    assert_same(enum_of("option_id"), option_name, BE_OPTION_COUNT);
    assert_same(enum_of("message_id"), message_name, BE_MSG_COUNT);
    assert_same(enum_of("confidence"), confidence_name, BE_CONFIDENCE_COUNT);
    assert_same(enum_of("term"), term_name, BE_TERM_COUNT);
    assert_same(enum_of("basis"), basis_name, BE_SAMPLED_BASIS_COUNT);
}

/* Every object of the schema says which members it has, and has no others. */
static void assert_strict(const json_t *value)
{
    size_t i;
    const char *key;
    json_t *member;
    if (json_object_get(value, "properties") != NULL && json_object_get(value, "type") != NULL)
        assert_non_null(json_object_get(value, "additionalProperties"));
    json_array_foreach(value, i, member)
    {
        assert_strict(member);
    }
    json_object_foreach((json_t *)(uintptr_t)value, key, member)
    {
        assert_strict(member);
    }
}

static void objects_have_no_other_members(void **state)
{
    (void)state;
    assert_strict(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_those_of_the_engine),
        cmocka_unit_test(objects_have_no_other_members),
    };
    return cmocka_run_group_tests_name("report schema", tests, load, unload);
}
