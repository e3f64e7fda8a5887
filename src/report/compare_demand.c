#include "report/compare_demand.h"

#include "report/words.h"
#include "scenario/ratio_text.h"

/* A sentence part about one thing that can be asked for. */
typedef struct phrase {
    const char *text; /* NULL: does not matter for this product */
    bool given;       /* false: a default */
} phrase;

static phrase volume(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    const be_demand *demand = what->demand;
    const char *unit = what->quote->product->unit;
    if (demand->volume_count == 0)
        return (phrase){page_printf(p, "%s a month", words_units(demand->volume, unit, text)),
                        demand->volume > 0};
    const char *list = "";
    for (size_t i = 0; i < demand->volume_count; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : "; ",
                           words_quantity(demand->volumes[i], text));
    bool repeats = what->quote->usage.horizon.months > (int)demand->volume_count;
    return (phrase){
        page_printf(p, "month by month %s%s", list, repeats ? " (the last one repeats)" : ""),
        true};
}

static phrase growth(page *p, const compare_answer *what)
{
    char text[BE_RATIO_TEXT];
    if (what->demand->volume_count > 0 || what->quote->usage.horizon.months == 1)
        return (phrase){0};
    be_ratio_format(what->demand->growth, text);
    return (phrase){page_printf(p, "growth %s a month", text), what->demand->growth != 0};
}

static phrase failures(page *p, const compare_answer *what)
{
    char share[BE_RATIO_TEXT], billed[BE_RATIO_TEXT];
    const be_demand *demand = what->demand;
    be_ratio_format(demand->failures, share);
    be_ratio_format(demand->failures_billed, billed);
    if (demand->failures == 0)
        return (phrase){"no failed calls", false};
    return (phrase){page_printf(p, "%s of the calls fail, %s of those are billed", share, billed),
                    true};
}

static phrase peak(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT], time[BE_MICROSECONDS_TEXT] = "";
    const be_demand *demand = what->demand;
    if (demand->qps > 0)
        return (phrase){page_printf(p, "a peak of %s", words_units(demand->qps, "QPS", text)),
                        true};
    if (demand->concurrency == 0)
        return (phrase){"no peak stated", false};
    words_units(demand->concurrency, "request", text);
    if (demand->response == 0)
        return (phrase){page_printf(p, "%s at once at the peak", text), true};
    be_microseconds_format(demand->response, time);
    return (phrase){page_printf(p, "%s at once at the peak, %s each", text, time), true};
}

static phrase peak_days(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    const be_demand *demand = what->demand;
    if (demand->qps == 0 && demand->concurrency == 0)
        return (phrase){0};
    if (demand->peak_days == 0)
        return (phrase){"the peak comes every day", false};
    words_count(demand->peak_days, "day", text);
    return (phrase){page_printf(p, "the peak comes on %s a month", text), true};
}

static phrase busy_hours(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    int hours = what->demand->busy_hours;
    if (hours == 0)
        return (phrase){"calls spread over 24 hours a day", false};
    words_count(hours, "hour", text);
    return (phrase){page_printf(p, "calls spread over %s a day", text), true};
}

/* A quota given once is taken to begin with the plan, whatever is left of it. */
static const char *quota_end(page *p, const be_free_quota *quota)
{
    char text[WORDS_TEXT];
    if (quota->valid.count == 0)
        return "";
    const be_arg valid = be_arg_duration(quota->valid);
    be_arg_format(&valid, text, sizeof text);
    return page_printf(p, " for %s from the plan's first day", text);
}

static phrase free_left(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    const be_free_quota *quota = &what->quote->product->free;
    if (quota->quantity == 0)
        return (phrase){0};
    if (quota->monthly)
        return (phrase){page_printf(p, "%s free each month", words_quantity(quota->quantity, text)),
                        false};
    const char *until = quota_end(p, quota);
    if (what->demand->has_free_left)
        return (phrase){page_printf(p, "%s left of the free quota%s",
                                    words_quantity(what->demand->free_left, text), until),
                        true};
    return (phrase){page_printf(p, "the free quota of %s untouched%s",
                                words_quantity(quota->quantity, text), until),
                    false};
}

static phrase postpaid(page *p, const compare_answer *what)
{
    (void)p;
    const be_payg *payg = &what->quote->product->payg;
    if (!payg->offered || !payg->opt_in)
        return (phrase){0};
    if (what->demand->postpaid)
        return (phrase){"pay as you go switched on", true};
    return (phrase){"pay as you go not switched on", false};
}

static phrase owned(page *p, const compare_answer *what)
{
    char left[WORDS_TEXT], month[WORDS_TEXT];
    const be_demand *demand = what->demand;
    const char *list = NULL;
    for (size_t i = 0; i < demand->owned_count; i++) {
        const be_owned *package = &demand->owned[i];
        list =
            page_printf(p, "%s%s%s until %s", list == NULL ? "" : list,
                        list == NULL ? "owned packages with " : " and ",
                        words_quantity(package->left, left), words_month(package->expires, month));
    }
    return list == NULL ? (phrase){"no packages owned", false} : (phrase){list, true};
}

static phrase (*const parts[])(page *, const compare_answer *) = {
    volume, growth, peak, peak_days, busy_hours, free_left, failures, postpaid, owned};

enum { PARTS = sizeof parts / sizeof *parts };

/* The given parts, or the assumed ones, in one sentence; NULL when there are none. */
static const char *join(page *p, const phrase *phrases, bool given)
{
    const char *sentence = NULL;
    for (size_t i = 0; i < PARTS; i++) {
        if (phrases[i].text == NULL || phrases[i].given != given)
            continue;
        sentence = sentence == NULL ? phrases[i].text
                                    : page_printf(p, "%s, %s", sentence, phrases[i].text);
    }
    return sentence;
}

void compare_demand(page *p, const compare_answer *what)
{
    phrase phrases[PARTS];
    for (size_t i = 0; i < PARTS; i++)
        phrases[i] = parts[i](p, what);
    const char *given = join(p, phrases, true), *assumed = join(p, phrases, false);
    page_heading(p, "Planned for");
    if (given != NULL)
        page_bullet(p, PAGE_PLAIN, page_printf(p, "Given: %s.", given));
    if (assumed != NULL)
        page_bullet(p, PAGE_PLAIN, page_printf(p, "Assumed: %s.", assumed));
}
