#include "report/compare_demand.h"

#include "language/language.h"
#include "report/words.h"
#include "scenario/demand_check.h"

/* A sentence part about one thing that can be asked for. */
typedef struct phrase {
    const char *text; /* NULL: does not matter for this product */
    bool given;       /* false: a default */
} phrase;

static phrase volume(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    const be_demand *demand = what->demand;
    const char *unit = words_unit(what->quote->product);
    if (demand->volume_count == 0)
        return (phrase){page_printf(p, tr("%s a month"), words_units(demand->volume, unit, text)),
                        demand->volume > 0};
    const char *list = "";
    for (size_t i = 0; i < demand->volume_count; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : tr_in("between numbers", "; "),
                           words_quantity(demand->volumes[i], text));
    bool repeats = what->quote->usage.horizon.months > (int)demand->volume_count;
    return (phrase){repeats ? page_printf(p, tr("month by month %s (the last one repeats)"), list)
                            : page_printf(p, tr("month by month %s"), list),
                    true};
}

static phrase growth(page *p, const compare_answer *what)
{
    char text[BE_RATIO_TEXT];
    if (what->demand->volume_count > 0 || what->quote->usage.horizon.months == 1)
        return (phrase){0};
    be_ratio_format(what->demand->growth, text);
    return (phrase){page_printf(p, tr("growth %s a month"), text), what->demand->growth != 0};
}

/* "season 150% in Jan, 80% in Dec": months that are not named have 100%. */
static phrase season(page *p, const compare_answer *what)
{
    static const char *const names[] = {TR_LATER("Jan"), TR_LATER("Feb"), TR_LATER("Mar"),
                                        TR_LATER("Apr"), TR_LATER("May"), TR_LATER("Jun"),
                                        TR_LATER("Jul"), TR_LATER("Aug"), TR_LATER("Sep"),
                                        TR_LATER("Oct"), TR_LATER("Nov"), TR_LATER("Dec")};
    char factor[BE_RATIO_TEXT];
    const be_ratio *factors = what->demand->season;
    const char *list = "";
    if (what->demand->volume_count > 0)
        return (phrase){0};
    for (size_t i = 0; factors != NULL && i < sizeof names / sizeof *names; i++) {
        if (factors[i] == BE_RATIO_ONE)
            continue;
        be_ratio_format(factors[i], factor);
        list = page_printf(p, "%s%s%s", list, list[0] == '\0' ? "" : words_comma(),
                           page_printf(p, tr_in("a share in a month of the year", "%s in %s"),
                                       factor, tr(names[i])));
    }
    if (list[0] == '\0')
        return (phrase){tr("no season"), factors != NULL};
    return (phrase){page_printf(p, tr("season %s"), list), true};
}

static phrase range(page *p, const compare_answer *what)
{
    char low[WORDS_TEXT], high[WORDS_TEXT];
    const be_demand *demand = what->demand;
    if (demand->high == 0)
        return (phrase){0};
    return (phrase){page_printf(p, tr("perhaps %s to %s in the first month"),
                                words_quantity(demand->low, low),
                                words_quantity(demand->high, high)),
                    true};
}

static phrase spread(page *p, const compare_answer *what)
{
    char text[BE_RATIO_TEXT];
    be_ratio_format(what->demand->spread, text);
    if (what->demand->spread == 0)
        return (phrase){0};
    return (phrase){page_printf(p, tr("one time in ten %s more, or as far below"), text), true};
}

static phrase cancellation(page *p, const compare_answer *what)
{
    char text[BE_RATIO_TEXT];
    be_ratio_format(what->demand->cancellation, text);
    if (what->demand->cancellation == 0)
        return (phrase){0};
    return (phrase){page_printf(p, tr("a chance of %s each month that all use ends"), text), true};
}

/* -- requests of several meters -------------------------------------------------------------- */

static bool is_said(const be_demand *demand, size_t meter)
{
    return meter < demand->per_request_count && demand->per_request[meter] >= 0;
}

/* "Input tokens 2,000": meters have names of their own, often with the unit in them. */
static const char *units_text(page *p, const be_demand *demand, const be_product *product,
                              size_t at)
{
    char number[WORDS_TEXT];
    const char *name = words_meter(&product->meters[at]);
    be_ratio units = be_demand_per_request(demand, product, at);
    if (units < 0)
        return page_printf(p, tr("%s unknown"), name);
    if (units % BE_RATIO_ONE == 0)
        words_quantity(units / BE_RATIO_ONE, number);
    else
        be_ratio_format_factor(units, number);
    return page_printf(p, "%s %s", name, number);
}

/* The meters that the demand does or does not speak of; "" when there are none. */
static const char *units_list(page *p, const compare_answer *what, bool said)
{
    const be_product *product = what->quote->product;
    const char *list = "";
    for (size_t i = 0; i < product->meter_count; i++) {
        if (is_said(what->demand, i) == said)
            list = page_printf(p, "%s%s%s", list, list[0] == '\0' ? "" : words_and(),
                               units_text(p, what->demand, product, i));
    }
    return list;
}

static phrase meters_said(page *p, const compare_answer *what)
{
    const char *list = units_list(p, what, true);
    return list[0] == '\0' ? (phrase){0} : (phrase){page_printf(p, tr("%s a request"), list), true};
}

static phrase meters_unsaid(page *p, const compare_answer *what)
{
    const char *list = units_list(p, what, false);
    return list[0] == '\0' ? (phrase){0}
                           : (phrase){page_printf(p, tr("%s a request"), list), false};
}

const char *compare_demand_per_request(page *p, const be_demand *demand, const be_product *product)
{
    const char *list = "";
    for (size_t i = 0; i < product->meter_count; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : words_comma(),
                           units_text(p, demand, product, i));
    return list;
}

static phrase batch(page *p, const compare_answer *what)
{
    char share[BE_RATIO_TEXT];
    if (!demand_use_priced(what->quote->product, BE_USE_BATCH))
        return (phrase){0};
    be_ratio_format(what->demand->batch, share);
    if (what->demand->batch == 0)
        return (phrase){tr("nothing sent as batch"), false};
    return (phrase){page_printf(p, tr("%s sent as batch"), share), true};
}

static phrase cached(page *p, const compare_answer *what)
{
    char share[BE_RATIO_TEXT];
    if (!demand_use_priced(what->quote->product, BE_USE_CACHED))
        return (phrase){0};
    be_ratio_format(what->demand->cached, share);
    if (what->demand->cached == 0)
        return (phrase){tr("nothing read from the cache"), false};
    return (phrase){page_printf(p, tr("%s read from the cache"), share), true};
}

/* -- money ----------------------------------------------------------------------------------- */

static phrase discount(page *p, const compare_answer *what)
{
    char share[BE_RATIO_TEXT];
    be_ratio_format(what->demand->discount, share);
    if (what->demand->discount == 0)
        return (phrase){tr("no discount"), false};
    return (phrase){page_printf(p, tr("%s agreed off every price"), share), true};
}

static phrase tax(page *p, const compare_answer *what)
{
    char rate[BE_RATIO_TEXT];
    be_ratio_format(what->demand->tax, rate);
    if (what->demand->tax == 0)
        return (phrase){tr("no tax"), false};
    return (phrase){page_printf(p, tr("tax of %s on top"), rate), true};
}

/* -- calls ----------------------------------------------------------------------------------- */

static phrase failures(page *p, const compare_answer *what)
{
    char share[BE_RATIO_TEXT], billed[BE_RATIO_TEXT];
    const be_demand *demand = what->demand;
    be_ratio_format(demand->failures, share);
    be_ratio_format(demand->failures_billed, billed);
    if (demand->failures == 0)
        return (phrase){tr("no failed calls"), false};
    return (phrase){
        page_printf(p, tr("%s of the calls fail, %s of those are billed"), share, billed), true};
}

static phrase peak(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT], time[BE_MICROSECONDS_TEXT] = "";
    const be_demand *demand = what->demand;
    if (demand->qps > 0)
        return (phrase){page_printf(p, tr("a peak of %s"), words_units(demand->qps, "QPS", text)),
                        true};
    if (demand->concurrency == 0)
        return (phrase){tr("no peak stated"), false};
    words_units(demand->concurrency, "request", text);
    if (demand->response == 0)
        return (phrase){page_printf(p, tr("%s at once at the peak"), text), true};
    be_microseconds_format(demand->response, time);
    return (phrase){page_printf(p, tr("%s at once at the peak, %s each"), text, time), true};
}

static phrase peak_days(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    const be_demand *demand = what->demand;
    if (demand->qps == 0 && demand->concurrency == 0)
        return (phrase){0};
    if (demand->peak_days == 0)
        return (phrase){tr("the peak comes every day"), false};
    words_count(demand->peak_days, "day", text);
    return (phrase){page_printf(p, tr("the peak comes on %s a month"), text), true};
}

static phrase busy_hours(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    int hours = what->demand->busy_hours;
    if (hours == 0)
        return (phrase){tr("calls spread over 24 hours a day"), false};
    words_count(hours, "hour", text);
    return (phrase){page_printf(p, tr("calls spread over %s a day"), text), true};
}

/* A quota given once is taken to begin with the plan, whatever is left of it. */
static const char *with_end(page *p, const char *left, const be_free_quota *quota)
{
    char text[WORDS_TEXT];
    if (quota->valid.count == 0)
        return left;
    return page_printf(p, tr("%s for %s from the plan's first day"), left,
                       words_duration(quota->valid, text));
}

static phrase free_left(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    const be_free_quota *quota = &what->quote->product->free;
    if (quota->quantity == 0)
        return (phrase){0};
    if (quota->monthly)
        return (phrase){
            page_printf(p, tr("%s free each month"), words_quantity(quota->quantity, text)), false};
    bool given = what->demand->has_free_left;
    words_quantity(given ? what->demand->free_left : quota->quantity, text);
    const char *left = given ? page_printf(p, tr("%s left of the free quota"), text)
                             : page_printf(p, tr("the free quota of %s untouched"), text);
    return (phrase){with_end(p, left, quota), given};
}

static phrase postpaid(page *p, const compare_answer *what)
{
    (void)p;
    const be_payg *payg = &what->quote->product->payg;
    if (!payg->offered || !payg->opt_in)
        return (phrase){0};
    if (what->demand->postpaid)
        return (phrase){tr("pay as you go switched on"), true};
    return (phrase){tr("pay as you go not switched on"), false};
}

/* "5,000 until 2027-03", "300 points of g1 until 2027-03". */
static const char *owned_text(page *p, const be_owned *package)
{
    char left[WORDS_TEXT], month[WORDS_TEXT];
    words_quantity(package->left, left);
    words_month(package->expires, month);
    if (package->general == NULL)
        return page_printf(p, tr("%s until %s"), left, month);
    return page_printf(p, tr("%s points of %s until %s"), left, package->general->id, month);
}

static phrase owned(page *p, const compare_answer *what)
{
    const be_demand *demand = what->demand;
    const char *list = "";
    if (demand->owned_count == 0)
        return (phrase){tr("no packages owned"), false};
    for (size_t i = 0; i < demand->owned_count; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : words_and(),
                           owned_text(p, &demand->owned[i]));
    return (phrase){page_printf(p, tr("owned packages with %s"), list), true};
}

/* The volume first. */
static phrase (*const parts[])(page *, const compare_answer *) = {
    volume,   meters_said, meters_unsaid, batch, cached,    growth,     season,
    range,    spread,      cancellation,  peak,  peak_days, busy_hours, free_left,
    failures, postpaid,    discount,      tax,   owned};

enum { PARTS = sizeof parts / sizeof *parts };

/* The given parts, or the assumed ones, in one sentence; NULL when there are none. */
static const char *join(page *p, const phrase *phrases, bool given)
{
    const char *sentence = NULL;
    for (size_t i = 0; i < PARTS; i++) {
        if (phrases[i].text == NULL || phrases[i].given != given)
            continue;
        sentence = sentence == NULL
                       ? phrases[i].text
                       : page_printf(p, "%s%s%s", sentence, words_pause(), phrases[i].text);
    }
    return sentence;
}

/* All parts, from the first one to be told of. */
static void put_parts(page *p, const compare_answer *what, size_t first)
{
    phrase phrases[PARTS] = {{0}};
    for (size_t i = first; i < PARTS; i++)
        phrases[i] = parts[i](p, what);
    const char *given = join(p, phrases, true), *assumed = join(p, phrases, false);
    page_heading(p, tr("Planned for"));
    if (given != NULL)
        page_bullet(p, PAGE_PLAIN, page_printf(p, tr("Given: %s."), given));
    if (assumed != NULL)
        page_bullet(p, PAGE_PLAIN, page_printf(p, tr("Assumed: %s."), assumed));
}

void compare_demand(page *p, const compare_answer *what)
{
    put_parts(p, what, 0);
}

void compare_demand_but_volume(page *p, const compare_answer *what)
{
    put_parts(p, what, 1);
}
