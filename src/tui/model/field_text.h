/*
 * How the values of fields are read and shown. Private to the fields.
 */
#ifndef BREAKEVEN_TUI_MODEL_FIELD_TEXT_H
#define BREAKEVEN_TUI_MODEL_FIELD_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/number.h>
#include <breakeven/quantity.h>

#include "tui/model/fields.h"

/* Says why a text has no meaning, and what would have one. Returns false. */
bool field_refuse(char *reason, size_t size, const char *text, const char *why,
                  const char *example);

/* Nothing, or blanks alone. */
bool field_is_blank(const char *text);

/* A count; 0 is shown, and typed, as nothing. */
void field_show_count(be_quantity quantity, char *out, size_t size);
bool field_read_count(const char *text, be_quantity *out, char *reason, size_t size);

/* A percentage between two others; 0 likewise. */
void field_show_ratio(be_ratio ratio, char *out, size_t size);
bool field_read_ratio(const char *text, be_ratio low, be_ratio high, be_ratio *out, char *reason,
                      size_t size);

/* A number from 1 to `high`. */
bool field_read_small(const char *text, int high, int *out);

/* The fields that are rarely used, by their place behind FIELD_RARE_FIRST. */
extern const field_info field_rare[FIELD_ID_COUNT - FIELD_RARE_FIRST];

#endif
