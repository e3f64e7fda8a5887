#include "report/csv_afford.h"

#include "report/afford_view.h"

typedef struct afford_row {
    const afford_answer *what;
    const be_afford_option *option;
} afford_row;

static const be_afford_option *option_of(const void *row)
{
    return ((const afford_row *)row)->option;
}

static void put_product(csv *line, const void *row)
{
    csv_text(line, ((const afford_row *)row)->what->quote->product->key);
}

static void put_currency(csv *line, const void *row)
{
    csv_text(line, ((const afford_row *)row)->what->quote->product->currency);
}

static void put_budget(csv *line, const void *row)
{
    csv_amount(line, ((const afford_row *)row)->what->found->budget);
}

static void put_option(csv *line, const void *row)
{
    csv_text(line, be_option_name(option_of(row)->id));
}

static void put_offered(csv *line, const void *row)
{
    csv_flag(line, option_of(row)->offered);
}

static void put_quantity_if(csv *line, bool known, be_quantity quantity)
{
    if (known)
        csv_quantity(line, quantity);
    else
        csv_text(line, NULL);
}

static bool any(const be_afford_option *option)
{
    return option->offered && option->any;
}

static void put_volume(csv *line, const void *row)
{
    put_quantity_if(line, any(option_of(row)), option_of(row)->most);
}

static void put_total(csv *line, const void *row)
{
    if (any(option_of(row)))
        csv_amount(line, option_of(row)->total);
    else
        csv_text(line, NULL);
}

static void put_proven(csv *line, const void *row)
{
    csv_flag(line, option_of(row)->offered && option_of(row)->proven);
}

static void put_bound(csv *line, const void *row)
{
    const be_afford_option *option = option_of(row);
    bool bounded = option->proven || option->bound < BE_QUANTITY_MAX;
    put_quantity_if(line, option->offered && bounded, option->bound);
}

static void put_every(csv *line, const void *row)
{
    const be_afford_option *option = option_of(row);
    put_quantity_if(line, any(option) && option->every >= 0, option->every);
}

static void put_stop(csv *line, const void *row)
{
    csv_text(line, afford_view_stop(option_of(row)));
}

static const csv_column columns[] = {
    {"product", put_product}, {"currency", put_currency}, {"budget", put_budget},
    {"option", put_option},   {"offered", put_offered},   {"volume", put_volume},
    {"total", put_total},     {"proven", put_proven},     {"bound", put_bound},
    {"every", put_every},     {"stop", put_stop},
};

const csv_table csv_afford_table = {columns, sizeof columns / sizeof *columns};

void csv_of_afford(FILE *out, const afford_answer *what)
{
    csv_header(out, &csv_afford_table);
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++) {
        const afford_row row = {what, &what->found->options[i]};
        csv_row(out, &csv_afford_table, &row);
    }
}
