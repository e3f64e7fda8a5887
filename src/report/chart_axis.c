#include "report/chart_axis.h"

/* The least round step that cuts a span into at most so many. */
static page_value round_step(page_value span, const chart_axis_kind *kind)
{
    static const int leads[] = {1, 2, 5};
    for (page_value power = kind->unit;; power *= 10) {
        for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
            if (span <= power * leads[i] * kind->most)
                return power * leads[i];
        }
    }
}

static page_value above(page_value value, page_value step)
{
    return (value + step - 1) / step * step;
}

static page_axis with_ticks(page *p, const char *label, page_value from, page_value to,
                            page_value step, const chart_axis_kind *kind)
{
    page_axis axis = {.label = label, .from = from, .to = to};
    page_value first = above(from, step);
    size_t count = first > to ? 0 : (size_t)((to - first) / step) + 1;
    page_tick *ticks = page_memory(p, count + 1, sizeof *ticks);
    if (ticks == NULL)
        return axis;
    for (size_t i = 0; i < count; i++) {
        page_value at = first + (page_value)i * step;
        ticks[i] = (page_tick){at, kind->words(p, at, step, kind->context)};
    }
    axis.ticks = ticks;
    axis.tick_count = count;
    return axis;
}

page_axis chart_axis(page *p, const char *label, page_value from, page_value to,
                     const chart_axis_kind *kind)
{
    return with_ticks(p, label, from, to, round_step(to - from, kind), kind);
}

page_axis chart_axis_up_to(page *p, const char *label, page_value most, const chart_axis_kind *kind)
{
    page_value step = round_step(most, kind);
    return with_ticks(p, label, 0, above(most > 0 ? most : 1, step), step, kind);
}
