/*
 * Comma-separated values as RFC 4180 has them: one table, a header line, CRLF behind every line.
 *
 * Amounts and quantities are plain decimals with every digit; what is missing or does not apply is
 * an empty field.
 *
 * Spreadsheets take a text that begins with one of = + - @, a tab or a line's end for a formula,
 * and may run what a name says. Such a text has an apostrophe in front of it, unless it is a
 * number.
 */
#ifndef BREAKEVEN_REPORT_CSV_H
#define BREAKEVEN_REPORT_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <breakeven/amount.h>
#include <breakeven/quantity.h>

/* A line being written. */
typedef struct csv {
    FILE *out;
    size_t fields; /* so far */
} csv;

/* A column: its name, and what stands in it for a row. Each puts one field. */
typedef struct csv_column {
    const char *name;
    void (*put)(csv *line, const void *row);
} csv_column;

typedef struct csv_table {
    const csv_column *columns;
    size_t count;
} csv_table;

/*
 * Begins a document: UTF-8. `plain` says that it holds ASCII alone; any other begins with a byte
 * order mark, without which Excel reads it in the code page of the machine. What needs no mark has
 * none: programs that go by the names of the columns may take it for a part of the first one.
 */
void csv_begin(FILE *out, bool plain);

/* The line of the columns' names. */
void csv_header(FILE *out, const csv_table *table);

void csv_row(FILE *out, const csv_table *table, const void *row);

/* Fields. */

void csv_text(csv *line, const char *text); /* NULL: empty */
void csv_flag(csv *line, bool flag);        /* "true" or "false" */
void csv_quantity(csv *line, be_quantity quantity);
void csv_amount(csv *line, be_amount amount);

/* Why an amount is missing: "quote", "unpublished" or "overflow"; empty when it is not. */
void csv_state(csv *line, be_amount amount);

#endif
