/*
 * Documents: the text of one file, parsed by libconfig.
 *
 * libconfig tells a syntax error and a key that stands twice in a group, one of them and then no
 * more. What the settings mean, and all else that can be wrong with them, is the reader's business.
 */
#ifndef BREAKEVEN_CONFIG_DOCUMENT_H
#define BREAKEVEN_CONFIG_DOCUMENT_H

#include <stddef.h>

#include <libconfig.h>

#include "config/problem.h"

typedef struct document document;

/* Reads and parses the file `path`. NULL after an error, which is in `found`. */
document *document_read(const char *path, problems *found);

/*
 * Parses `size` bytes of text with a NUL behind them, which problems will call `name`. The text is
 * not needed afterwards. NULL after an error, which is in `found`.
 */
document *document_parse(const char *name, const char *text, size_t size, problems *found);

/* Frees the document and its settings. NULL is allowed. */
void document_destroy(document *doc);

/* The group that holds the file's keys; lives as long as the document. */
const config_setting_t *document_root(const document *doc);

/* The line of the file that a setting stands in. */
int document_line(const config_setting_t *setting);

#endif
