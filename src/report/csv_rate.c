#include "report/csv_rate.h"

typedef struct rate_row {
    const be_product *product;
    const rate_result *result;
} rate_row;

static void put_product(csv *line, const void *row)
{
    csv_text(line, ((const rate_row *)row)->product->key);
}

static void put_currency(csv *line, const void *row)
{
    csv_text(line, ((const rate_row *)row)->product->currency);
}

static void put_quantity(csv *line, const void *row)
{
    csv_quantity(line, ((const rate_row *)row)->result->quantity);
}

static void put_amount(csv *line, const void *row)
{
    csv_amount(line, ((const rate_row *)row)->result->amount);
}

static void put_state(csv *line, const void *row)
{
    csv_state(line, ((const rate_row *)row)->result->amount);
}

static const csv_column columns[] = {
    {"product", put_product}, {"currency", put_currency},  {"quantity", put_quantity},
    {"amount", put_amount},   {"amount_state", put_state},
};

const csv_table csv_rate_table = {columns, sizeof columns / sizeof *columns};

void csv_of_rate(FILE *out, const rate_answer *what)
{
    csv_header(out, &csv_rate_table);
    for (size_t i = 0; i < what->count; i++) {
        const rate_row row = {what->product, &what->results[i]};
        csv_row(out, &csv_rate_table, &row);
    }
}
