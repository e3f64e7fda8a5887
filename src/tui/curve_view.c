#include "tui/curve_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/currency.h"
#include "report/plain.h"
#include "report/words.h"

/* A line far above the best plan would press all others flat: it leaves the chart at the top. */
enum { TALLEST = 2, FLAT = 3 };

const be_option_id curve_view_ways[CURVE_VIEW_WAYS] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE,
                                                       BE_OPTION_QPS, BE_OPTION_BEST};

struct curve_view {
    chart drawn;
    const be_product *product;
    bool ascii;
    be_amount unit; /* what y counts: a power of ten */
    chart_series series[CURVE_VIEW_WAYS];
    be_option_id ids[CURVE_VIEW_WAYS]; /* of these */
    int64_t x[BE_CURVE_POINTS_MAX];
    int64_t y[CURVE_VIEW_WAYS][BE_CURVE_POINTS_MAX];
    chart_span *spans;
};

style curve_view_role(be_option_id id)
{
    static const style roles[BE_OPTION_COUNT] = {
        [BE_OPTION_PAYG] = STYLE_SERIES_1,
        [BE_OPTION_PACKAGE] = STYLE_SERIES_2,
        [BE_OPTION_QPS] = STYLE_SERIES_4,
        [BE_OPTION_BEST] = STYLE_SERIES_3,
    };
    return roles[id];
}

const char *curve_view_mark(be_option_id id, bool ascii)
{
    static const char *const letters[BE_OPTION_COUNT] = {
        [BE_OPTION_PAYG] = "P", [BE_OPTION_PACKAGE] = "K", [BE_OPTION_QPS] = "Q"};
    return id == BE_OPTION_BEST ? symbol_text(SYMBOL_STAR, ascii) : letters[id];
}

/* -- what the axes say ------------------------------------------------------------------------- */

/* Short where the ticks stand at whole thousands, so that an axis is written in one way. */
static const char *tick_text(be_quantity value, bool thousands, char out[WORDS_TEXT])
{
    return thousands ? words_short_quantity(value, out) : words_quantity(value, out);
}

static void write_volume(int64_t value, int64_t step, const void *context, char out[CHART_LABEL])
{
    char text[WORDS_TEXT];
    (void)context;
    snprintf(out, CHART_LABEL, "%.60s", tick_text(value, step > 0 && step % 1000 == 0, text));
}

/* An amount counts 10^-18, and so does one unit of currency: the quotient is a whole number. */
static be_quantity whole_units(be_amount amount)
{
    return (be_quantity)(amount.scaled / be_amount_of(1).scaled);
}

/* Parts of a unit have all their digits. */
static void write_amount(int64_t value, int64_t step, const void *context, char out[CHART_LABEL])
{
    const curve_view *view = context;
    char text[WORDS_TEXT], figure[WORDS_TEXT];
    be_amount amount = be_amount_times(view->unit, value);
    be_amount distance = be_amount_times(view->unit, step);
    bool whole = be_amount_compare(distance, be_amount_of(1)) >= 0 &&
                 be_amount_compare(amount, be_amount_of(BE_QUANTITY_MAX)) <= 0;
    bool thousands = whole && whole_units(distance) % 1000 == 0;
    if (whole)
        snprintf(text, sizeof text, "%s%.100s", currency_of(view->product->currency).sign,
                 tick_text(whole_units(amount), thousands, figure));
    else
        words_price(amount, view->product, text);
    char *plain = plain_text(text, view->ascii);
    snprintf(out, CHART_LABEL, "%s", plain != NULL ? plain : "?");
    free(plain);
}

/* -- heights ----------------------------------------------------------------------------------- */

static be_amount larger(be_amount a, be_amount b)
{
    return be_amount_is_known(b) && be_amount_compare(b, a) > 0 ? b : a;
}

/* The highest known total of one way. */
static be_amount highest(const be_curve_point *points, size_t count, be_option_id id)
{
    be_amount most = be_amount_zero();
    for (size_t i = 0; i < count; i++)
        most = larger(most, points[i].total[id]);
    return most;
}

/* The smallest power of ten in which every total is a number that the chart can draw. */
static be_amount fitting_unit(be_amount most)
{
    if (be_amount_is_zero(most))
        return be_amount_of(1);
    be_amount unit = be_amount_divide(be_amount_of(1), INT64_C(1000000000000000000));
    while (be_amount_compare(be_amount_times(unit, CHART_Y_MAX), most) < 0)
        unit = be_amount_times(unit, 10);
    return unit;
}

/* An amount counts 10^-18, and so does the unit: the quotient of two counts is exact enough. */
static int64_t height_of(const curve_view *view, be_amount total)
{
    return be_amount_is_known(total) ? (int64_t)(total.scaled / view->unit.scaled) : CHART_NONE;
}

static void add_series(curve_view *view, const be_curve_point *points, size_t count,
                       be_option_id id)
{
    int slot = view->drawn.series_count;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        view->y[slot][i] = height_of(view, points[i].total[id]);
        any = any || view->y[slot][i] != CHART_NONE;
    }
    if (!any)
        return;
    view->ids[slot] = id;
    view->series[slot] =
        (chart_series){curve_view_mark(id, view->ascii), curve_view_role(id), view->y[slot]};
    view->drawn.series_count++;
}

static int64_t lowest_height(const curve_view *view)
{
    int64_t least = CHART_Y_MAX;
    for (int s = 0; s < view->drawn.series_count; s++) {
        for (int i = 0; i < view->drawn.point_count; i++) {
            int64_t y = view->y[s][i];
            least = y != CHART_NONE && y < least ? y : least;
        }
    }
    return least;
}

/* The chart begins at 0 unless that would leave most of it empty. */
static void set_heights(curve_view *view, const be_curve_point *points, size_t count,
                        be_amount most)
{
    int64_t best = height_of(view, highest(points, count, BE_OPTION_BEST));
    int64_t top = height_of(view, most), least = lowest_height(view);
    if (best > 0 && best < top / TALLEST)
        top = best * TALLEST;
    view->drawn.y_high = top;
    view->drawn.y_low = least < top && top - least < top / FLAT ? least : 0;
}

/* -- the band ---------------------------------------------------------------------------------- */

static int series_of(const curve_view *view, const be_curve_span *span)
{
    for (int i = 0; i < view->drawn.series_count && span->has_option; i++) {
        if (view->ids[i] == span->option)
            return i;
    }
    return -1;
}

static bool add_spans(curve_view *view, const cost_curve *found)
{
    size_t count;
    const be_curve_span *spans = cost_curve_spans(found, &count);
    view->spans = calloc(count + 1, sizeof *view->spans);
    if (view->spans == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        view->spans[i] = (chart_span){spans[i].from, spans[i].to, series_of(view, &spans[i])};
    view->drawn.spans = view->spans;
    view->drawn.span_count = count;
    return true;
}

/* -- the whole --------------------------------------------------------------------------------- */

static void begin_chart(curve_view *view, const cost_curve *found)
{
    volume_range range = cost_curve_range(found);
    view->drawn = (chart){.x_low = range.from,
                          .x_high = range.to,
                          .x = view->x,
                          .series = view->series,
                          .cursor = CHART_NONE,
                          .marked = CHART_NONE,
                          .x_label = write_volume,
                          .y_label = write_amount,
                          .context = view,
                          .x_title = tr("a month"),
                          .band_title = tr("cheapest"),
                          .seam_title = tr_in("above the break-even volumes of a chart", "from")};
}

curve_view *curve_view_create(const cost_curve *found, const be_product *product, bool ascii)
{
    size_t count;
    const be_curve_point *points = cost_curve_points(found, &count);
    be_amount most = be_amount_zero();
    curve_view *view = calloc(1, sizeof *view);
    if (view == NULL)
        return NULL;
    begin_chart(view, found);
    view->product = product;
    view->ascii = ascii;
    view->drawn.point_count = (int)count;
    for (size_t i = 0; i < count; i++)
        view->x[i] = points[i].volume;
    for (int i = 0; i < CURVE_VIEW_WAYS; i++)
        most = larger(most, highest(points, count, curve_view_ways[i]));
    view->unit = fitting_unit(most);
    for (int i = 0; i < CURVE_VIEW_WAYS; i++) {
        if (curve_view_ways[i] != BE_OPTION_BEST || cost_curve_mixes(found))
            add_series(view, points, count, curve_view_ways[i]);
    }
    set_heights(view, points, count, most);
    if (add_spans(view, found))
        return view;
    curve_view_destroy(view);
    return NULL;
}

void curve_view_destroy(curve_view *view)
{
    if (view == NULL)
        return;
    free(view->spans);
    free(view);
}

chart *curve_view_chart(curve_view *view)
{
    return &view->drawn;
}

bool curve_view_shows(const curve_view *view, be_option_id id)
{
    for (int i = 0; i < view->drawn.series_count; i++) {
        if (view->ids[i] == id)
            return true;
    }
    return false;
}
