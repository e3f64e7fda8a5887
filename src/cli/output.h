/*
 * Where answers go: standard output, or the file of -o.
 *
 * An answer is made in memory first and written in one go. So a file is replaced whole or not at
 * all, and a pipe sees either everything or an error.
 */
#ifndef BREAKEVEN_CLI_OUTPUT_H
#define BREAKEVEN_CLI_OUTPUT_H

#include "cli/globals.h"
#include "cli/status.h"
#include "report/answer.h"
#include "report/format.h"
#include "report/page.h"

/* The format that was chosen, or the default one. */
const format *output_format(const globals *chosen);

/* Writes the answer in the chosen format. STATUS_DATA after a complaint when that fails. */
status output_answer(const globals *chosen, const answer *what);

/* Writes `size` bytes as they are. STATUS_DATA after a complaint when that fails. */
status output_bytes(const globals *chosen, const char *bytes, size_t size);

/* Writes a page as text, whatever the format. */
status output_page(const globals *chosen, const page *p);

#endif
