#include "report/csv_diff.h"

#include "report/diff_view.h"

/* A row: either texts or amounts before and after. */
typedef struct diff_row {
    const char *kind;     /* "plan", "added", ...; "total", "whole" */
    const char *product;  /* NULL: of the plan as a whole */
    const char *key;      /* "cost" of amounts */
    const char *currency; /* of amounts; NULL: texts */
    const char *texts[2];
    be_amount amounts[2];
} diff_row;

static void put_kind(csv *line, const void *row)
{
    csv_text(line, ((const diff_row *)row)->kind);
}

static void put_product(csv *line, const void *row)
{
    csv_text(line, ((const diff_row *)row)->product);
}

static void put_key(csv *line, const void *row)
{
    csv_text(line, ((const diff_row *)row)->key);
}

static void put_side(csv *line, const diff_row *row, int side)
{
    if (row->currency == NULL)
        csv_text(line, row->texts[side]);
    else
        csv_amount(line, row->amounts[side]);
}

static void put_before(csv *line, const void *row)
{
    put_side(line, row, 0);
}

static void put_after(csv *line, const void *row)
{
    put_side(line, row, 1);
}

static void put_difference(csv *line, const void *row)
{
    const diff_row *one = row;
    if (one->currency == NULL)
        csv_text(line, NULL);
    else
        csv_amount(line, be_amount_sub(one->amounts[1], one->amounts[0]));
}

static void put_currency(csv *line, const void *row)
{
    csv_text(line, ((const diff_row *)row)->currency);
}

static const csv_column columns[] = {
    {"kind", put_kind},         {"product", put_product}, {"key", put_key},
    {"before", put_before},     {"after", put_after},     {"difference", put_difference},
    {"currency", put_currency},
};

const csv_table csv_diff_table = {columns, sizeof columns / sizeof *columns};

static void fields_rows(FILE *out, const char *kind, const char *product, const diff_field *fields,
                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_row(out, &csv_diff_table,
                &(diff_row){.kind = kind,
                            .product = product,
                            .key = fields[i].key,
                            .texts = {fields[i].before, fields[i].after}});
}

static void item_rows(FILE *out, const diff_item *item)
{
    const char *kind = diff_view_change(item->change);
    fields_rows(out, kind, item->product->key, item->fields, item->field_count);
    csv_row(out, &csv_diff_table,
            &(diff_row){.kind = kind,
                        .product = item->product->key,
                        .key = "cost",
                        .currency = item->product->currency,
                        .amounts = {diff_view_spent(item->before), diff_view_spent(item->after)}});
}

static void total_row(FILE *out, const char *kind, const diff_total *total)
{
    csv_row(out, &csv_diff_table,
            &(diff_row){.kind = kind,
                        .key = "cost",
                        .currency = total->currency,
                        .amounts = {total->before, total->after}});
}

void csv_of_diff(FILE *out, const diff_answer *what)
{
    csv_header(out, &csv_diff_table);
    fields_rows(out, "plan", NULL, what->fields, what->field_count);
    for (size_t i = 0; i < what->count; i++)
        item_rows(out, &what->items[i]);
    for (size_t i = 0; i < what->total_count; i++)
        total_row(out, "total", &what->totals[i]);
    if (what->has_whole)
        total_row(out, "whole", &what->whole);
}
