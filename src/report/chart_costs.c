#include "report/chart_costs.h"

#include <string.h>

#include "language/language.h"
#include "report/chart_axis.h"
#include "report/currency.h"
#include "report/words.h"

enum {
    SERIES = 4,
    Y_STEPS = 6,
    VOLUME_STEPS = 6,
    MONTH_TICKS = 6,
    HIGHEST = 3 /* times the best plan's most: what costs more is told, not drawn */
};

static const be_option_id ways[SERIES] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS,
                                          BE_OPTION_BEST};

/* -- axes -------------------------------------------------------------------------------------- */

/* Whole units of money have no digits behind the point, where all ticks are whole. */
static const char *money_words(page *p, page_value value, page_value step, const void *code)
{
    char text[WORDS_TEXT];
    const page_value one = be_amount_of(1).scaled;
    if (step % one != 0 || value / one > BE_QUANTITY_MAX)
        return page_printf(p, "%s", words_money((be_amount){value}, code, text));
    words_short_quantity((be_quantity)(value / one), text);
    return page_printf(p, "%s%s", currency_of(code).sign, text);
}

static const char *volume_words(page *p, page_value value, page_value step, const void *context)
{
    char text[WORDS_TEXT];
    (void)step;
    (void)context;
    return page_printf(p, "%s", words_short_quantity((be_quantity)value, text));
}

static page_axis money_axis(page *p, const char *label, page_value most, const char *code)
{
    page_value least = be_amount_of(1).scaled;
    for (int i = currency_of(code).digits; i > 0; i--)
        least /= 10;
    const chart_axis_kind kind = {least, Y_STEPS, money_words, code};
    return chart_axis_up_to(p, label, most, &kind);
}

/* -- over the volume --------------------------------------------------------------------------- */

static page_point point_of(page_value x, be_amount amount)
{
    bool known = be_amount_is_known(amount);
    return (page_point){x, known ? amount.scaled : 0, !known};
}

/* The least and the greatest known figure; false where there is none. */
static bool extent(const page_series *series, page_value *least, page_value *most)
{
    bool any = false;
    for (size_t i = 0; i < series->count; i++) {
        const page_point *point = &series->points[i];
        if (point->missing)
            continue;
        *least = any && *least < point->y ? *least : point->y;
        *most = any && *most > point->y ? *most : point->y;
        any = true;
    }
    return any;
}

static page_series volume_series(page *p, const be_product *product, const be_curve *curve,
                                 be_option_id id)
{
    page_point *points = page_memory(p, curve->point_count, sizeof *points);
    bool best = id == BE_OPTION_BEST;
    for (size_t i = 0; points != NULL && i < curve->point_count; i++) {
        const be_curve_point *at = &curve->points[i];
        points[i] = point_of(at->volume, at->total[id]);
        points[i].missing = points[i].missing || (best && !at->has_best);
    }
    return (page_series){words_option(id, product), best ? PAGE_SERIES_BAND : PAGE_SERIES_LINE,
                         points, points == NULL ? 0 : curve->point_count};
}

/* How high the chart reaches: as far as all lines, if none dwarfs the best plan. */
static page_value height_of(const page_series *all, size_t count)
{
    page_value height = 0, least = 0, most = 0, best = 0;
    for (size_t i = 0; i < count; i++) {
        if (!extent(&all[i], &least, &most))
            continue;
        height = most > height ? most : height;
        best = all[i].kind == PAGE_SERIES_BAND ? most : best;
    }
    return best > 0 && height / HIGHEST > best ? best * HIGHEST : height;
}

static size_t points_below(const page_series *series, page_value height)
{
    size_t below = 0;
    for (size_t i = 0; i < series->count; i++)
        below += !series->points[i].missing && series->points[i].y <= height;
    return below;
}

/* Drops series without a figure, and those that lie above the chart, which are named. */
static size_t keep_drawn(page *p, page_series *all, size_t count, page_value height,
                         const char **above)
{
    size_t kept = 0;
    page_value least = 0, most = 0;
    for (size_t i = 0; i < count; i++) {
        if (!extent(&all[i], &least, &most))
            continue;
        if (points_below(&all[i], height) > 1)
            all[kept++] = all[i];
        else
            *above =
                *above == NULL ? all[i].name : page_printf(p, tr("%s, %s"), *above, all[i].name);
    }
    return kept;
}

static page_axis volume_axis(page *p, const char *label, const be_curve *curve)
{
    static const chart_axis_kind kind = {1, VOLUME_STEPS, volume_words, NULL};
    size_t last = curve->point_count - 1;
    return chart_axis(p, label, curve->points[0].volume, curve->points[last].volume, &kind);
}

static bool spans_volumes(const be_curve *curve)
{
    size_t count = curve->point_count;
    return count > 1 && curve->points[0].volume < curve->points[count - 1].volume;
}

static void put_volumes(page *p, const be_product *product, const be_curve *curve,
                        be_quantity planned, const char *label)
{
    const char *above = NULL;
    page_series *all = page_memory(p, SERIES, sizeof *all);
    if (all == NULL || !spans_volumes(curve))
        return;
    for (size_t i = 0; i < SERIES; i++)
        all[i] = volume_series(p, product, curve, ways[i]);
    page_value height = height_of(all, SERIES);
    size_t count = keep_drawn(p, all, SERIES, height, &above);
    if (count == 0 || height == 0)
        return;
    page_chart_add(
        p, &(page_chart){
               .title = tr("What each way to buy costs, by volume"),
               .x = volume_axis(p, label, curve),
               .y = money_axis(p, page_printf(p, tr("%s for the whole plan"), product->currency),
                               height, product->currency),
               .series = all,
               .series_count = count,
               .mark_name = planned > 0 ? tr("planned") : NULL,
               .mark_at = planned});
    if (above != NULL)
        page_paragraph(p, PAGE_DIM,
                       page_printf(p, tr("Costs more than the chart shows: %s."), above));
}

void chart_volumes(page *p, const be_product *product, const be_curve *curve, be_quantity planned)
{
    put_volumes(p, product, curve, planned, tr("Volume a month"));
}

void chart_compared(page *p, const compare_answer *what)
{
    const be_demand *demand = what->demand;
    bool changes = demand->growth != 0 || demand->season != NULL;
    if (what->curve != NULL)
        put_volumes(p, what->quote->product, what->curve, demand->volume,
                    changes ? tr("Volume in the first month") : tr("Volume a month"));
}

/* -- month by month ---------------------------------------------------------------------------- */

/* A month is two wide and stands for its middle, where its bar is. */
static page_value middle_of(int month)
{
    return (page_value)month * 2 + 1;
}

static page_axis month_axis(page *p, be_horizon horizon)
{
    char text[WORDS_TEXT];
    int every = (horizon.months + MONTH_TICKS - 1) / MONTH_TICKS;
    page_axis axis = {.label = tr("Month"), .from = 0, .to = (page_value)horizon.months * 2};
    page_tick *ticks = page_memory(p, (size_t)horizon.months, sizeof *ticks);
    for (int t = 0; ticks != NULL && t < horizon.months; t += every)
        ticks[axis.tick_count++] =
            (page_tick){middle_of(t), page_printf(p, "%s", words_month(horizon.start + t, text))};
    axis.ticks = ticks;
    return axis;
}

static page_series month_series(page *p, const char *name, page_series_kind kind,
                                const be_amount *months, be_horizon horizon)
{
    size_t count = (size_t)horizon.months;
    page_point *points = page_memory(p, count, sizeof *points);
    for (size_t t = 0; points != NULL && t < count; t++)
        points[t] = point_of(middle_of((int)t), months[t]);
    return (page_series){name, kind, points, points == NULL ? 0 : count};
}

/* What is paid each month, under the best plan and, unless NULL, as you go. */
typedef struct cash {
    const char *title;
    const char *currency;
    const be_amount *best, *payg;
    const char *payg_name;
    be_horizon horizon;
    bool taxed;
} cash;

static bool same_months(const cash *c)
{
    for (int t = 0; t < c->horizon.months; t++) {
        if (be_amount_compare(c->best[t], c->payg[t]) != 0)
            return false;
    }
    return true;
}

static void put_months(page *p, const cash *c)
{
    page_value least = 0, most = 0, height = 0;
    page_series *all = page_memory(p, 2, sizeof *all);
    if (all == NULL || c->horizon.months < 2)
        return;
    size_t count = c->payg == NULL || same_months(c) ? 1 : 2;
    all[0] = month_series(p, tr("Best plan"), PAGE_SERIES_BARS, c->best, c->horizon);
    if (count > 1)
        all[1] = month_series(p, c->payg_name, PAGE_SERIES_LINE, c->payg, c->horizon);
    for (size_t i = 0; i < count; i++) {
        if (extent(&all[i], &least, &most))
            height = most > height ? most : height;
    }
    if (height == 0)
        return;
    const char *label = c->taxed ? page_printf(p, tr("%s a month, without tax"), c->currency)
                                 : page_printf(p, tr("%s a month"), c->currency);
    page_chart_add(p, &(page_chart){.title = c->title,
                                    .x = month_axis(p, c->horizon),
                                    .y = money_axis(p, label, height, c->currency),
                                    .series = all,
                                    .series_count = count});
}

static void take_months(const be_bill *bill, be_amount out[BE_MONTHS_MAX])
{
    for (int t = 0; t < bill->horizon.months; t++)
        out[t] = bill->month[t].total;
}

void chart_months(page *p, const compare_answer *what)
{
    be_amount best[BE_MONTHS_MAX], payg[BE_MONTHS_MAX];
    const be_quote *quote = what->quote;
    const be_option *by_unit = &quote->options[BE_OPTION_PAYG];
    if (!quote->has_recommended)
        return;
    const be_bill *bill = &quote->options[quote->recommended].bill;
    take_months(bill, best);
    if (be_option_eligible(by_unit))
        take_months(&by_unit->bill, payg);
    put_months(p, &(cash){.title = tr("Cash month by month"),
                          .currency = quote->product->currency,
                          .best = best,
                          .payg = be_option_eligible(by_unit) ? payg : NULL,
                          .payg_name = words_option(BE_OPTION_PAYG, quote->product),
                          .horizon = bill->horizon,
                          .taxed = !be_amount_is_zero(bill->tax)});
}

void chart_months_of_all(page *p, const be_portfolio *sum)
{
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    const be_portfolio_option *payg = &sum->options[BE_OPTION_PAYG];
    if (!best->eligible)
        return;
    put_months(p, &(cash){.title = page_printf(p, tr("Cash month by month, %s"), sum->currency),
                          .currency = sum->currency,
                          .best = best->month,
                          .payg = payg->eligible ? payg->month : NULL,
                          .payg_name = tr("Pay as you go"),
                          .horizon = sum->horizon,
                          .taxed = !be_amount_is_zero(best->tax)});
}
