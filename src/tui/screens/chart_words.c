#include "tui/screens/chart_words.h"

#include <stdio.h>

#include "language/language.h"
#include "report/words.h"

/* Where a span goes beyond the chart, its end is not known. */
static const char *extent(const be_curve_span *span, volume_range range, char out[WORDS_TEXT])
{
    char from[WORDS_TEXT], to[WORDS_TEXT];
    bool open_below = span->from == range.from, open_above = span->to == range.to;
    words_quantity(span->from, from);
    words_quantity(span->to, to);
    if (open_below && open_above)
        snprintf(out, WORDS_TEXT, tr("at every volume shown"));
    else if (open_below)
        snprintf(out, WORDS_TEXT, tr("up to %.60s"), to);
    else if (open_above)
        snprintf(out, WORDS_TEXT, tr("from %.60s on"), from);
    else
        snprintf(out, WORDS_TEXT, tr("from %.60s to %.60s"), from, to);
    return out;
}

/* "; a mix saves ¥2.00", or nothing. */
static const char *mixture(const be_product *product, const be_curve_span *span,
                           const be_curve_point *at, char out[WORDS_TEXT])
{
    char saved[WORDS_TEXT];
    out[0] = '\0';
    if (!at->has_best || at->best != BE_OPTION_BEST)
        return out;
    be_amount difference = be_amount_sub(at->total[span->option], at->total[BE_OPTION_BEST]);
    snprintf(out, WORDS_TEXT, tr("; the best plan mixes ways and saves %.60s"),
             words_amount(difference, product, saved));
    return out;
}

const char *chart_words_verdict(const be_product *product, volume_range range,
                                const be_curve_span *span, const be_curve_point *at,
                                char out[CHART_WORDS])
{
    char where[WORDS_TEXT], mix[WORDS_TEXT];
    if (span == NULL)
        snprintf(out, CHART_WORDS, tr("Looking for the break-even volumes..."));
    else if (span->undecided)
        snprintf(out, CHART_WORDS, tr("What is the cheapest here was not found: zoom in."));
    else if (!span->has_option)
        snprintf(out, CHART_WORDS, tr("No way to buy can be recommended %s."),
                 extent(span, range, where));
    else
        snprintf(out, CHART_WORDS, tr("%s: the cheapest single way %s%s%s."),
                 words_option(span->option, product), extent(span, range, where),
                 span->proven ? "" : tr(" (not proven)"), mixture(product, span, at, mix));
    return out;
}

const char *chart_words_left_out(const be_demand *demand, bool shares_points)
{
    if (demand->volume_count > 0)
        return tr("without the months typed one by one");
    if (demand->pinned_count > 0)
        return tr("without the purchases of your own plan");
    return shares_points ? tr("alone, without points shared with others") : "";
}
