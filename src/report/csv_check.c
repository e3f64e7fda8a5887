#include "report/csv_check.h"

static void put_file(csv *line, const void *row)
{
    csv_text(line, ((const problem *)row)->file);
}

/* Line 0 is the file as a whole. */
static void put_line(csv *line, const void *row)
{
    const problem *one = row;
    if (one->line > 0)
        csv_quantity(line, one->line);
    else
        csv_text(line, NULL);
}

static void put_key(csv *line, const void *row)
{
    csv_text(line, ((const problem *)row)->key);
}

static void put_level(csv *line, const void *row)
{
    csv_text(line, ((const problem *)row)->is_warning ? "warning" : "error");
}

static void put_text(csv *line, const void *row)
{
    csv_text(line, ((const problem *)row)->text);
}

static const csv_column columns[] = {
    {"file", put_file},   {"line", put_line}, {"key", put_key},
    {"level", put_level}, {"text", put_text},
};

const csv_table csv_check_table = {columns, sizeof columns / sizeof *columns};

void csv_of_check(FILE *out, const check_answer *what)
{
    csv_header(out, &csv_check_table);
    for (size_t i = 0; i < what->found->count; i++)
        csv_row(out, &csv_check_table, &what->found->items[i]);
}
