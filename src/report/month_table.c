#include "report/month_table.h"

#include <breakeven/amount.h>

#include "report/words.h"

/* What a column shows of a month: units, or an amount. */
typedef struct month_column {
    const char *title;
    be_quantity (*units)(const be_bill_month *month); /* NULL: an amount */
    be_amount (*amount)(const be_bill_month *month);
    bool always; /* also where it is zero in every month */
} month_column;

static be_quantity demand(const be_bill_month *month)
{
    return month->units.demand;
}

static be_quantity free_units(const be_bill_month *month)
{
    return month->units.layer[BE_LAYER_FREE];
}

static be_quantity qps_units(const be_bill_month *month)
{
    return month->units.layer[BE_LAYER_QPS];
}

static be_quantity package_units(const be_bill_month *month)
{
    return month->units.layer[BE_LAYER_PACKAGE];
}

static be_quantity general_units(const be_bill_month *month)
{
    return month->units.layer[BE_LAYER_GENERAL];
}

static be_quantity payg_units(const be_bill_month *month)
{
    return month->units.layer[BE_LAYER_PAYG];
}

static be_quantity unserved(const be_bill_month *month)
{
    return month->units.unserved;
}

static be_amount purchases(const be_bill_month *month)
{
    return month->purchases;
}

static be_amount usage(const be_bill_month *month)
{
    return month->usage;
}

static be_amount tax(const be_bill_month *month)
{
    return month->tax;
}

static be_amount total(const be_bill_month *month)
{
    return month->total;
}

static const month_column all_columns[] = {
    {"Units", demand, NULL, true},
    {"Free", free_units, NULL, false},
    {"QPS", qps_units, NULL, false},
    {"Packages", package_units, NULL, false},
    {"General", general_units, NULL, false},
    {"By the unit", payg_units, NULL, false},
    {"Not served", unserved, NULL, false},
    {"In advance", NULL, purchases, true},
    {"For use", NULL, usage, true},
    {"Total", NULL, total, true},
    {"Tax", NULL, tax, false},
};

enum { COLUMNS = sizeof all_columns / sizeof *all_columns };

static bool is_zero(const month_column *column, const be_bill_month *month)
{
    return column->units != NULL ? column->units(month) == 0
                                 : be_amount_is_zero(column->amount(month));
}

static bool is_shown(const month_column *column, const be_bill *bill)
{
    if (column->always)
        return true;
    for (int t = 0; t < bill->horizon.months; t++) {
        if (!is_zero(column, &bill->month[t]))
            return true;
    }
    return false;
}

/* The columns that have anything to show, in order; returns how many. */
static size_t shown_columns(const be_bill *bill, const month_column *shown[COLUMNS])
{
    size_t count = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        if (is_shown(&all_columns[i], bill))
            shown[count++] = &all_columns[i];
    }
    return count;
}

static void put_cell(page *p, const month_column *column, const be_bill_month *month,
                     const be_product *product)
{
    char text[WORDS_TEXT];
    page_style style = is_zero(column, month) ? PAGE_DIM : PAGE_PLAIN;
    if (column->units != NULL)
        words_quantity(column->units(month), text);
    else
        words_amount(column->amount(month), product, text);
    page_cell_add(p, style, text);
}

void month_table_row(page *p, const be_product *product, const be_bill *bill, int month)
{
    const month_column *shown[COLUMNS];
    size_t count = shown_columns(bill, shown);
    page_column columns[COLUMNS];
    for (size_t i = 0; i < count; i++)
        columns[i] = (page_column){shown[i]->title, PAGE_RIGHT, PAGE_STRONG};
    page_table_begin(p, columns, count);
    for (size_t i = 0; i < count; i++)
        put_cell(p, shown[i], &bill->month[month], product);
}

void month_table(page *p, const be_product *product, const be_bill *bill)
{
    char text[WORDS_TEXT];
    const month_column *shown[COLUMNS];
    size_t count = shown_columns(bill, shown);
    page_column columns[COLUMNS + 1] = {{"Month", PAGE_LEFT, PAGE_STRONG}};
    for (size_t i = 0; i < count; i++)
        columns[i + 1] = (page_column){shown[i]->title, PAGE_RIGHT, PAGE_STRONG};
    page_table_begin(p, columns, count + 1);
    for (int t = 0; t < bill->horizon.months; t++) {
        page_cell_add(p, PAGE_PLAIN, words_month(bill->horizon.start + t, text));
        for (size_t i = 0; i < count; i++)
            put_cell(p, shown[i], &bill->month[t], product);
    }
}
