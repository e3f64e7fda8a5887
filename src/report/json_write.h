/*
 * JSON as text, which may be read on a terminal as well as by programs.
 */
#ifndef BREAKEVEN_REPORT_JSON_WRITE_H
#define BREAKEVEN_REPORT_JSON_WRITE_H

#include <stdbool.h>
#include <stdio.h>

#include <jansson.h>

/*
 * Writes the value and ends the line. Characters that control or deceive are written as escapes, so
 * that programs read just what was meant. False when there is no memory.
 */
bool json_write(const json_t *value, FILE *out);

#endif
