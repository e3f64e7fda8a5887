/*
 * Documents held against the schema of the JSON reports (src/report/schema).
 *
 * Documents are gathered and looked at all together: to start the validator takes longer than to
 * look at one of them. All functions fail the running test when something is not as it should be.
 */
#ifndef BREAKEVEN_TESTS_SCHEMA_CHECK_H
#define BREAKEVEN_TESTS_SCHEMA_CHECK_H

#include <stdbool.h>

#include "cli_test.h"
#include "support/buffer.h"

/* Documents of one command. Begin with { .command = "compare" }. */
typedef struct schema_check {
    const char *command; /* its schema is the one of this name in $defs */
    bool refused;        /* the documents are wrong on purpose: the schema has to refuse each */
    buffer documents;
} schema_check;

/* Adds a document. No two have the same name, which tells of it when it is complained of. */
void schema_add(schema_check *check, const char *name, const char *document);

/* Looks at all documents added, of which there is one at least, and forgets them. */
void schema_finish(schema_check *check);

#endif
