#include "report/report_curve.h"

#include "language/language.h"
#include "report/chart_costs.h"
#include "report/product_title.h"
#include "report/words.h"

/* A reader is shown so many spans; a program reads them all as JSON. */
enum { SPANS_SHOWN = 40 };

/* The ways to buy that a curve follows, in the order of their columns, the best plan last. */
static const be_option_id columns_shown[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS,
                                             BE_OPTION_BEST};

enum { COLUMNS = sizeof columns_shown / sizeof *columns_shown };

static const char *cheapest_name(const curve_answer *what, const be_curve_span *span)
{
    if (span->undecided)
        return tr("undecided");
    return span->has_option ? words_option(span->option, what->product)
                            : tr("nothing to recommend");
}

static void put_spans(page *p, const curve_answer *what)
{
    const page_column columns[] = {
        {tr("Volume a month from"), PAGE_RIGHT, PAGE_STRONG},
        {tr_in("head of a column of numbers", "to"), PAGE_RIGHT, PAGE_STRONG},
        {tr("Cheapest single way"), PAGE_LEFT, PAGE_STRONG}};
    char text[WORDS_TEXT];
    const be_curve *curve = what->curve;
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < curve->broad_count && i < SPANS_SHOWN; i++) {
        const be_curve_span *span = &curve->broad[i];
        const char *name = cheapest_name(what, span);
        page_cell_add(p, PAGE_PLAIN, words_quantity(span->from, text));
        page_cell_add(p, PAGE_PLAIN, words_quantity(span->to, text));
        page_cell_add(
            p, span->has_option ? PAGE_PLAIN : PAGE_BAD,
            span->proven || span->undecided ? name : page_printf(p, tr("%s (not proven)"), name));
    }
    if (curve->broad_count > SPANS_SHOWN)
        page_paragraph(p, PAGE_DIM,
                       page_printf(p,
                                   tr_n("%zu more span: --format json shows them all.",
                                        "%zu more spans: --format json shows them all.",
                                        curve->broad_count - SPANS_SHOWN),
                                   curve->broad_count - SPANS_SHOWN));
    if (curve->broad_count < curve->span_count)
        page_paragraph(
            p, PAGE_PLAIN,
            page_printf(p,
                        tr_n("%zu span in which the way before costs at most %d%% more than the "
                             "cheapest is left out: --format json shows them all.",
                             "%zu spans in which the way before costs at most %d%% more than "
                             "the cheapest are left out: --format json shows them all.",
                             curve->span_count - curve->broad_count),
                        curve->span_count - curve->broad_count, (int)BE_CURVE_NEAR_PERCENT));
}

static bool all_proven(const be_curve *curve)
{
    for (size_t i = 0; i < curve->span_count; i++) {
        if (!curve->spans[i].proven)
            return false;
    }
    return true;
}

static void put_proof(page *p, const be_curve *curve)
{
    if (all_proven(curve))
        page_paragraph(
            p, PAGE_PLAIN,
            curve->broad_count < curve->span_count
                ? page_printf(p,
                              tr("Proven: at every volume of a span no other single way to buy is "
                                 "cheaper by more than %d%%."),
                              (int)BE_CURVE_NEAR_PERCENT)
                : tr("Exact: at every volume of a span no other single way to buy is cheaper."));
    else
        page_paragraph(
            p, PAGE_BAD,
            tr("Spans that are not proven may hold volumes at which another single way to "
               "buy is cheaper: ask for a smaller range."));
}

/* Marked where it is a mixture, and where a cheaper one may exist. */
static void put_best(page *p, const curve_answer *what, const be_curve_point *point)
{
    char text[WORDS_TEXT];
    bool mixture = point->best == BE_OPTION_BEST;
    if (!point->has_best) {
        page_cell_add(p, PAGE_DIM, "—");
        return;
    }
    words_amount(point->total[BE_OPTION_BEST], what->product, text);
    page_cell_add(p, mixture ? PAGE_GOOD : PAGE_PLAIN,
                  page_printf(p, "%s%s%s", mixture ? "★ " : "", point->proven ? "" : "≤ ", text));
}

static void put_total(page *p, const curve_answer *what, be_amount total)
{
    char text[WORDS_TEXT];
    bool known = be_amount_is_known(total);
    page_cell_add(p, known ? PAGE_PLAIN : PAGE_DIM,
                  known ? words_amount(total, what->product, text) : "—");
}

static void put_marks(page *p, const be_curve *curve)
{
    bool mixed = false, unproven = false;
    for (size_t i = 0; i < curve->point_count; i++) {
        const be_curve_point *point = &curve->points[i];
        mixed = mixed || (point->has_best && point->best == BE_OPTION_BEST);
        unproven = unproven || (point->has_best && !point->proven);
    }
    if (mixed)
        page_paragraph(
            p, PAGE_PLAIN,
            tr("★ mixes the ways to buy, for less than any single one: compare says how."));
    if (unproven)
        page_paragraph(p, PAGE_PLAIN, tr("≤ is not proven: a plan that costs less may exist."));
}

static void put_points(page *p, const curve_answer *what)
{
    page_column columns[COLUMNS + 1] = {{tr("Volume a month"), PAGE_RIGHT, PAGE_STRONG}};
    char text[WORDS_TEXT];
    if (what->curve->point_count == 0)
        return;
    for (size_t i = 0; i < COLUMNS; i++)
        columns[i + 1] =
            (page_column){words_option(columns_shown[i], what->product), PAGE_RIGHT, PAGE_STRONG};
    page_heading(p, tr("What each costs"));
    page_table_begin(p, columns, COLUMNS + 1);
    for (size_t i = 0; i < what->curve->point_count; i++) {
        const be_curve_point *point = &what->curve->points[i];
        page_cell_add(p, PAGE_PLAIN, words_quantity(point->volume, text));
        for (size_t c = 0; c + 1 < COLUMNS; c++)
            put_total(p, what, point->total[columns_shown[c]]);
        put_best(p, what, point);
    }
    put_marks(p, what->curve);
}

void report_curve(page *p, const curve_answer *what)
{
    product_title_planned(p, what->product, what->horizon);
    chart_volumes(p, what->product, what->curve, 0);
    put_spans(p, what);
    put_proof(p, what->curve);
    put_points(p, what);
}
