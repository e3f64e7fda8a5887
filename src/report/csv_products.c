#include "report/csv_products.h"

#include "report/product_view.h"

static void put_key(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->key);
}

static void put_name(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->name);
}

static void put_provider(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->provider->name);
}

static void put_category(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->category);
}

static void put_region(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->region);
}

static void put_currency(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->currency);
}

static void put_unit(csv *line, const void *row)
{
    csv_text(line, ((const be_product *)row)->unit);
}

static void put_price(csv *line, const void *row)
{
    const be_product *product = row;
    if (product->payg.offered)
        csv_amount(line, product_view_headline(product).price);
    else
        csv_text(line, NULL);
}

static void put_price_state(csv *line, const void *row)
{
    const be_product *product = row;
    if (product->payg.offered)
        csv_state(line, product_view_headline(product).price);
    else
        csv_text(line, NULL);
}

static void put_price_per(csv *line, const void *row)
{
    const be_product *product = row;
    if (product->payg.offered)
        csv_quantity(line, product_view_headline(product).per);
    else
        csv_text(line, NULL);
}

static void put_price_unit(csv *line, const void *row)
{
    const be_product *product = row;
    csv_text(line, product->payg.offered ? product_view_headline(product).unit : NULL);
}

static void put_packages(csv *line, const void *row)
{
    csv_quantity(line, (be_quantity)((const be_product *)row)->package_count);
}

static void put_qps(csv *line, const void *row)
{
    csv_flag(line, ((const be_product *)row)->capacity.offered);
}

static void put_date(csv *line, const void *row)
{
    const be_source *source = be_product_oldest_source(row);
    csv_text(line, source == NULL ? NULL : source->date_text);
}

static const csv_column columns[] = {
    {"product", put_key},
    {"name", put_name},
    {"provider", put_provider},
    {"category", put_category},
    {"region", put_region},
    {"currency", put_currency},
    {"unit", put_unit},
    {"price", put_price},
    {"price_state", put_price_state},
    {"price_per", put_price_per},
    {"price_unit", put_price_unit},
    {"packages", put_packages},
    {"qps", put_qps},
    {"price_date", put_date},
};

const csv_table csv_products_table = {columns, sizeof columns / sizeof *columns};

void csv_of_products(FILE *out, const products_answer *what)
{
    csv_header(out, &csv_products_table);
    for (size_t i = 0; i < what->count; i++)
        csv_row(out, &csv_products_table, what->products[i]);
}
