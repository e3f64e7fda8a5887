#include "report/html_chart.h"

#include "report/html_text.h"

/* All lengths are tenths of a unit of the picture. */
enum {
    WIDTH = 4400,
    HEIGHT = 2500,
    LEFT = 640,
    RIGHT = WIDTH - 240,
    TOP = 260,
    BOTTOM = HEIGHT - 420,
    TICK = 40,
    LABEL_GAP = 60,
    LETTERS_HALF = 40, /* from the middle of a letter to its base line */
    X_TICK_TEXT = BOTTOM + 160,
    X_LABEL = BOTTOM + 340,
    Y_LABEL = TOP - 130,
    STYLES = 5, /* of lines, in the style sheet */
    MARKS = 12, /* of a line, at most */
    SAMPLE_WIDTH = 360,
    SAMPLE_HEIGHT = 120
};

/* Drawn from the middle of the mark on. */
static const char *const marks[STYLES] = {
    "m-3,0 a3,3 0 1 0 6,0 a3,3 0 1 0 -6,0 z",
    "m-2.7,-2.7 h5.4 v5.4 h-5.4 z",
    "m0,-3.5 l3.5,6 h-7 z",
    "m0,-3.8 l3.8,3.8 l-3.8,3.8 l-3.8,-3.8 z",
    "m0,3.5 l3.5,-6 h-7 z",
};

/* -- places ----------------------------------------------------------------------------------- */

static void put_length(int tenths, FILE *out)
{
    fprintf(out, "%d.%d", tenths / 10, tenths % 10);
}

/* An attribute of one length. */
static void put_at(const char *name, int tenths, FILE *out)
{
    fprintf(out, " %s=\"", name);
    put_length(tenths, out);
    fputc('"', out);
}

/* Where a value stands on an axis that is so long. Values halved do not leave the type. */
static int along(page_value value, const page_axis *axis, int length)
{
    const page_value most = (page_value)1 << 100;
    page_value span = axis->to - axis->from, at = value - axis->from;
    while (span > most) {
        span /= 2;
        at /= 2;
    }
    return (int)((at * length + span / 2) / span);
}

static bool is_on(page_value value, const page_axis *axis)
{
    return value >= axis->from && value <= axis->to;
}

static int x_of(const page_chart *chart, page_value value)
{
    return LEFT + along(value, &chart->x, RIGHT - LEFT);
}

static int y_of(const page_chart *chart, page_value value)
{
    return BOTTOM - along(value, &chart->y, BOTTOM - TOP);
}

static bool is_drawn(const page_chart *chart, const page_point *point)
{
    return !point->missing && is_on(point->x, &chart->x) && is_on(point->y, &chart->y);
}

/* -- parts of the picture --------------------------------------------------------------------- */

static void put_line(const char *class, int x1, int y1, int x2, int y2, FILE *out)
{
    fprintf(out, "<line class=\"%s\"", class);
    put_at("x1", x1, out);
    put_at("y1", y1, out);
    put_at("x2", x2, out);
    put_at("y2", y2, out);
    fputs("/>\n", out);
}

static void put_words(const char *anchor, int x, int y, const char *words, FILE *out)
{
    fprintf(out, "<text text-anchor=\"%s\"", anchor);
    put_at("x", x, out);
    put_at("y", y, out);
    fputc('>', out);
    html_text(words, out);
    fputs("</text>\n", out);
}

static void put_x_axis(const page_chart *chart, FILE *out)
{
    const page_axis *axis = &chart->x;
    for (size_t i = 0; i < axis->tick_count; i++) {
        int x = x_of(chart, axis->ticks[i].at);
        if (!is_on(axis->ticks[i].at, axis))
            continue;
        put_line("axis", x, BOTTOM, x, BOTTOM + TICK, out);
        put_words("middle", x, X_TICK_TEXT, axis->ticks[i].text, out);
    }
    put_line("axis", LEFT, BOTTOM, RIGHT, BOTTOM, out);
    put_words("middle", (LEFT + RIGHT) / 2, X_LABEL, axis->label, out);
}

static void put_y_axis(const page_chart *chart, FILE *out)
{
    const page_axis *axis = &chart->y;
    for (size_t i = 0; i < axis->tick_count; i++) {
        int y = y_of(chart, axis->ticks[i].at);
        if (!is_on(axis->ticks[i].at, axis))
            continue;
        put_line("grid", LEFT, y, RIGHT, y, out);
        put_words("end", LEFT - LABEL_GAP, y + LETTERS_HALF, axis->ticks[i].text, out);
    }
    put_words("start", LABEL_GAP, Y_LABEL, axis->label, out);
}

static void put_mark(size_t style, int x, int y, FILE *out)
{
    fprintf(out, "<path class=\"point s%zu\" d=\"M", style);
    put_length(x, out);
    fputc(',', out);
    put_length(y, out);
    fprintf(out, " %s\"/>\n", marks[style]);
}

static void put_class(const page_series *series, size_t style, FILE *out)
{
    if (series->kind == PAGE_SERIES_BAND)
        fputs(" class=\"band\"", out);
    else
        fprintf(out, " class=\"line s%zu\"", style);
}

/* A line for each run of points; returns the first point behind the one that begins at `first`. */
static size_t put_run(const page_chart *chart, const page_series *series, size_t style,
                      size_t first, FILE *out)
{
    size_t i = first;
    fputs("<polyline", out);
    put_class(series, style, out);
    fputs(" points=\"", out);
    for (; i < series->count && is_drawn(chart, &series->points[i]); i++) {
        fputs(i == first ? "" : " ", out);
        put_length(x_of(chart, series->points[i].x), out);
        fputc(',', out);
        put_length(y_of(chart, series->points[i].y), out);
    }
    fputs("\"/>\n", out);
    return i;
}

static void put_curve(const page_chart *chart, const page_series *series, size_t style, FILE *out)
{
    for (size_t i = 0; i < series->count; i++) {
        if (is_drawn(chart, &series->points[i]))
            i = put_run(chart, series, style, i, out);
    }
    if (series->kind == PAGE_SERIES_BAND)
        return;
    size_t every =
        (series->count + MARKS - 1) / MARKS; /* of each line others: lines lie together */
    for (size_t i = style % every; i < series->count; i += every) {
        const page_point *point = &series->points[i];
        if (is_drawn(chart, point))
            put_mark(style, x_of(chart, point->x), y_of(chart, point->y), out);
    }
}

static void put_bar(int x, int y, int width, int height, FILE *out)
{
    fputs("<rect class=\"bar\"", out);
    put_at("x", x, out);
    put_at("y", y, out);
    put_at("width", width, out);
    put_at("height", height, out);
    fputs("/>\n", out);
}

static void put_bars(const page_chart *chart, const page_series *series, FILE *out)
{
    int width = (RIGHT - LEFT) * 7 / (10 * (int)(series->count + 1));
    for (size_t i = 0; i < series->count; i++) {
        const page_point *point = &series->points[i];
        int y = y_of(chart, point->y);
        if (is_drawn(chart, point) && y < BOTTOM)
            put_bar(x_of(chart, point->x) - width / 2, y, width, BOTTOM - y, out);
    }
}

static void put_series(const page_chart *chart, size_t i, FILE *out)
{
    const page_series *series = &chart->series[i];
    if (series->kind == PAGE_SERIES_BARS)
        put_bars(chart, series, out);
    else
        put_curve(chart, series, i % STYLES, out);
}

static void put_mark_line(const page_chart *chart, FILE *out)
{
    if (chart->mark_name == NULL || !is_on(chart->mark_at, &chart->x))
        return;
    int x = x_of(chart, chart->mark_at);
    put_line("mark", x, TOP, x, BOTTOM, out);
    put_words("middle", x, TOP - LABEL_GAP, chart->mark_name, out);
}

static void put_picture(const page_chart *chart, FILE *out)
{
    fputs("<svg role=\"img\" viewBox=\"0 0", out);
    fprintf(out, " %d %d\" aria-label=\"", WIDTH / 10, HEIGHT / 10);
    html_text(chart->title, out);
    fputs("\">\n", out);
    put_y_axis(chart, out);
    for (int kind = PAGE_SERIES_KIND_COUNT; kind-- > 0;) { /* what others may lie on comes first */
        for (size_t i = 0; i < chart->series_count; i++) {
            if ((int)chart->series[i].kind == kind)
                put_series(chart, i, out);
        }
    }
    put_x_axis(chart, out);
    put_mark_line(chart, out);
    fputs("</svg>\n", out);
}

/* -- the legend -------------------------------------------------------------------------------- */

static void put_sample(const page_series *series, size_t style, FILE *out)
{
    fprintf(out, "<svg aria-hidden=\"true\" viewBox=\"0 0 %d %d\">", SAMPLE_WIDTH / 10,
            SAMPLE_HEIGHT / 10);
    if (series->kind == PAGE_SERIES_BARS) {
        put_bar(SAMPLE_WIDTH / 3, 10, SAMPLE_WIDTH / 3, SAMPLE_HEIGHT - 20, out);
    } else {
        fputs("<path", out);
        put_class(series, style, out);
        fputs(" d=\"M4,6 h28\"/>", out);
        if (series->kind == PAGE_SERIES_LINE)
            put_mark(style, SAMPLE_WIDTH / 2, SAMPLE_HEIGHT / 2, out);
    }
    fputs("</svg>", out);
}

static void put_legend(const page_chart *chart, FILE *out)
{
    fputs("<ul class=\"legend\">\n", out);
    for (size_t i = 0; i < chart->series_count; i++) {
        fputs("<li>", out);
        put_sample(&chart->series[i], i % STYLES, out);
        fputs("<span>", out);
        html_text(chart->series[i].name, out);
        fputs("</span></li>\n", out);
    }
    fputs("</ul>\n", out);
}

void html_chart_write(const page_chart *chart, FILE *out)
{
    fputs("<figure>\n<figcaption>", out);
    html_text(chart->title, out);
    fputs("</figcaption>\n", out);
    put_picture(chart, out);
    put_legend(chart, out);
    fputs("</figure>\n", out);
}
