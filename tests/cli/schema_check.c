#include "schema_check.h"

#include <stdio.h>

enum { SCHEMA_SIZE = 1024, DEADLINE_MS = 120000, SHOWN_BYTES = 4000 };

void schema_add(schema_check *check, const char *name, const char *document)
{
    buffer *all = &check->documents;
    buffer_append_text(all, all->length == 0 ? "{ \"" : ",\n\"");
    buffer_append_text(all, name);
    buffer_append_text(all, "\": ");
    buffer_append_text(all, document);
}

/* All documents are members of one, so that what is wrong has their names in its path. */
static void write_schema(const schema_check *check, const sandbox *folder)
{
    char text[SCHEMA_SIZE];
    snprintf(text, sizeof text,
             "{ \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
             "  \"additionalProperties\": %s{ \"$ref\": \"file://" SCHEMA "#/$defs/%s\" }%s }\n",
             check->refused ? "{ \"not\": " : "", check->command, check->refused ? " }" : "");
    assert_int_equal(sandbox_write(folder, "schema.json", text), 0);
}

void schema_finish(schema_check *check)
{
    static const char *const argv[] = {
        JSONSCHEMA, "--error-format", "{error.json_path}: {error.message:.200}\n",
        "-i",       "documents.json", "schema.json",
        NULL};
    sandbox *folder = sandbox_create();
    run_result r;
    assert_non_null(folder);
    assert_true(check->documents.length > 0);
    buffer_append_text(&check->documents, " }\n");
    write_schema(check, folder);
    assert_int_equal(sandbox_write(folder, "documents.json", buffer_text(&check->documents)), 0);
    assert_int_equal(
        run_capture(&r, &(run_options){.argv = argv, .home = folder, .deadline_ms = DEADLINE_MS}),
        0);
    if (r.status != 0)
        print_error("%s: %.*s\n", check->command, SHOWN_BYTES, r.err);
    assert_int_equal(r.status, 0);
    assert_string_equal(r.err, "");
    run_result_free(&r);
    sandbox_destroy(folder);
    buffer_free(&check->documents);
}
