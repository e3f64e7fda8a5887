#include "report/csv_curve.h"

typedef struct point_row {
    const be_curve *curve;
    const be_curve_point *point;
} point_row;

static void put_volume(csv *line, const void *row)
{
    csv_quantity(line, ((const point_row *)row)->point->volume);
}

static void put_total(csv *line, const point_row *row, be_option_id id)
{
    csv_amount(line, row->point->total[id]);
}

static void put_payg(csv *line, const void *row)
{
    put_total(line, row, BE_OPTION_PAYG);
}

static void put_package(csv *line, const void *row)
{
    put_total(line, row, BE_OPTION_PACKAGE);
}

static void put_qps(csv *line, const void *row)
{
    put_total(line, row, BE_OPTION_QPS);
}

static void put_best(csv *line, const void *row)
{
    put_total(line, row, BE_OPTION_BEST);
}

/* The spans have no gaps, so that one of them holds the volume. */
static void put_cheapest(csv *line, const void *row)
{
    const point_row *at = row;
    const be_curve_span *span = at->curve->spans;
    while (span->to < at->point->volume)
        span++;
    csv_text(line, span->has_option ? be_option_name(span->option) : NULL);
}

static void put_best_option(csv *line, const void *row)
{
    const be_curve_point *point = ((const point_row *)row)->point;
    csv_text(line, point->has_best ? be_option_name(point->best) : NULL);
}

static void put_proven(csv *line, const void *row)
{
    csv_flag(line, ((const point_row *)row)->point->proven);
}

static const csv_column columns[] = {
    {"volume", put_volume},
    {"payg", put_payg},
    {"package", put_package},
    {"qps", put_qps},
    {"best", put_best},
    {"cheapest", put_cheapest},
    {"best_option", put_best_option},
    {"proven", put_proven},
};

const csv_table csv_curve_table = {columns, sizeof columns / sizeof *columns};

void csv_of_curve(FILE *out, const curve_answer *what)
{
    csv_header(out, &csv_curve_table);
    for (size_t i = 0; i < what->curve->point_count; i++) {
        const point_row row = {what->curve, &what->curve->points[i]};
        csv_row(out, &csv_curve_table, &row);
    }
}
