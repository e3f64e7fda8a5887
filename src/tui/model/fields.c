#include "tui/model/fields.h"

#include <stdio.h>
#include <string.h>

#include "config/grouped.h"
#include "scenario/ratio_text.h"

enum { DAYS_A_MONTH_MAX = 31 };

static bool refuse(char *reason, size_t size, const char *text, const char *why,
                   const char *example)
{
    snprintf(reason, size, "\"%.40s\" %s; type %s", text, why, example);
    return false;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

/* -- counts ---------------------------------------------------------------------------------- */

static void show_count(be_quantity quantity, char *out, size_t size)
{
    char text[GROUPED_TEXT];
    snprintf(out, size, "%s", quantity == 0 ? "" : grouped(quantity, text));
}

/* A blank count is 0: not given. */
static bool read_count(const char *text, be_quantity *out, char *reason, size_t size)
{
    be_quantity quantity = 0;
    be_number_error error =
        is_blank(text) ? BE_NUMBER_OK : be_quantity_parse(text, BE_NUMBER_SUFFIX, &quantity);
    if (error != BE_NUMBER_OK)
        return refuse(reason, size, text, be_number_error_text(error),
                      "a count such as 30,000, 30k or 3.5M");
    *out = quantity;
    return true;
}

static void show_volume(const field_target *at, char *out, size_t size)
{
    const scenario_item *item = at->item;
    bool typed = item->demand.volume_count > 0;
    show_count(typed ? item->volumes[0] : item->demand.volume, out, size);
}

/* One volume takes the place of a list typed month by month. */
static bool read_volume(const field_target *at, const char *text, char *reason, size_t size)
{
    if (!read_count(text, &at->item->demand.volume, reason, size))
        return false;
    at->item->demand.volume_count = 0;
    return true;
}

static void show_concurrency(const field_target *at, char *out, size_t size)
{
    show_count(at->item->demand.concurrency, out, size);
}

static bool read_concurrency(const field_target *at, const char *text, char *reason, size_t size)
{
    return read_count(text, &at->item->demand.concurrency, reason, size);
}

static void show_qps(const field_target *at, char *out, size_t size)
{
    show_count(at->item->demand.qps, out, size);
}

static bool read_qps(const field_target *at, const char *text, char *reason, size_t size)
{
    return read_count(text, &at->item->demand.qps, reason, size);
}

static void show_free_left(const field_target *at, char *out, size_t size)
{
    const be_demand *demand = &at->item->demand;
    char text[GROUPED_TEXT];
    grouped(demand->has_free_left ? demand->free_left : at->product->free.quantity, text);
    snprintf(out, size, "%s", text);
}

/* Blank means all of the quota, which is not the same as none of it. */
static bool read_free_left(const field_target *at, const char *text, char *reason, size_t size)
{
    be_demand *demand = &at->item->demand;
    be_quantity left;
    char quota[GROUPED_TEXT], expected[FIELD_REASON];
    if (!read_count(text, &left, reason, size))
        return false;
    if (left > at->product->free.quantity) {
        snprintf(expected, sizeof expected, "at most %s",
                 grouped(at->product->free.quantity, quota));
        return refuse(reason, size, text, "is more than the free quota", expected);
    }
    demand->free_left = left;
    demand->has_free_left = !is_blank(text);
    return true;
}

/* -- shares ------------------------------------------------------------------------------------ */

static void show_ratio(be_ratio ratio, char *out, size_t size)
{
    char text[BE_RATIO_TEXT] = "";
    if (ratio != 0)
        be_ratio_format(ratio, text);
    snprintf(out, size, "%s", text);
}

/* A bare "5" would be 500 %: far more likely is that five percent were meant, so it is asked for.
 */
static bool read_ratio(const char *text, be_ratio low, be_ratio high, be_ratio *out, char *reason,
                       size_t size)
{
    be_ratio ratio = 0;
    be_number_error error = is_blank(text) ? BE_NUMBER_OK : be_ratio_parse(text, &ratio);
    if (error != BE_NUMBER_OK)
        return refuse(reason, size, text, be_number_error_text(error), "a percentage such as 5%");
    if (ratio != 0 && strchr(text, '%') == NULL && strstr(text, "\uFF05") == NULL)
        return refuse(reason, size, text, "has no percent sign", "a percentage such as 5%");
    if (ratio < low || ratio > high)
        return refuse(reason, size, text, "is out of range",
                      low < 0 ? "-100% to 1000%" : "0% to 100%");
    *out = ratio;
    return true;
}

static void show_growth(const field_target *at, char *out, size_t size)
{
    show_ratio(at->item->demand.growth, out, size);
}

static bool read_growth(const field_target *at, const char *text, char *reason, size_t size)
{
    return read_ratio(text, -BE_RATIO_ONE, 10 * BE_RATIO_ONE, &at->item->demand.growth, reason,
                      size);
}

static void show_failures(const field_target *at, char *out, size_t size)
{
    show_ratio(at->item->demand.failures, out, size);
}

static bool read_failures(const field_target *at, const char *text, char *reason, size_t size)
{
    return read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.failures, reason, size);
}

/* -- times ------------------------------------------------------------------------------------- */

static void show_response(const field_target *at, char *out, size_t size)
{
    char text[BE_MICROSECONDS_TEXT] = "";
    if (at->item->demand.response > 0)
        be_microseconds_format(at->item->demand.response, text);
    snprintf(out, size, "%s", text);
}

static bool read_response(const field_target *at, const char *text, char *reason, size_t size)
{
    be_microseconds time = 0;
    if (!is_blank(text) && !be_microseconds_parse(text, &time))
        return refuse(reason, size, text, "is no time", "500ms or 2 s");
    at->item->demand.response = time;
    return true;
}

static bool read_small(const char *text, int high, int *out)
{
    be_quantity quantity = 0;
    if (be_quantity_parse(text, BE_NUMBER_PLAIN, &quantity) != BE_NUMBER_OK || quantity < 1 ||
        quantity > high)
        return false;
    *out = (int)quantity;
    return true;
}

static void show_peak_days(const field_target *at, char *out, size_t size)
{
    if (at->item->demand.peak_days == 0)
        snprintf(out, size, "%s", "");
    else
        snprintf(out, size, "%d", at->item->demand.peak_days);
}

static bool read_peak_days(const field_target *at, const char *text, char *reason, size_t size)
{
    int days = 0;
    if (!is_blank(text) && !read_small(text, DAYS_A_MONTH_MAX, &days))
        return refuse(reason, size, text, "is no number of days", "1 to 31, or nothing: every day");
    at->item->demand.peak_days = days;
    return true;
}

static void show_months(const field_target *at, char *out, size_t size)
{
    snprintf(out, size, "%d", at->plan->horizon.months);
}

static bool read_months(const field_target *at, const char *text, char *reason, size_t size)
{
    if (!read_small(text, BE_MONTHS_MAX, &at->plan->horizon.months))
        return refuse(reason, size, text, "is no number of months", "1 to 36");
    return true;
}

static void show_start(const field_target *at, char *out, size_t size)
{
    char text[BE_MONTH_TEXT];
    be_month_format(at->plan->horizon.start, text);
    snprintf(out, size, "%s", text);
}

static bool read_start(const field_target *at, const char *text, char *reason, size_t size)
{
    if (!be_month_parse(text, &at->plan->horizon.start))
        return refuse(reason, size, text, "is no month", "one such as 2026-12");
    return true;
}

/* -- switches ---------------------------------------------------------------------------------- */

static void show_postpaid(const field_target *at, char *out, size_t size)
{
    snprintf(out, size, "%s", at->item->demand.postpaid ? "on" : "off");
}

static bool read_postpaid(const field_target *at, const char *text, char *reason, size_t size)
{
    bool on = strcmp(text, "on") == 0;
    if (!on && strcmp(text, "off") != 0)
        return refuse(reason, size, text, "is neither on nor off", "on or off");
    at->item->demand.postpaid = on;
    return true;
}

/* -- the table --------------------------------------------------------------------------------- */

static bool has_free_quota(const be_product *product)
{
    return product->free.quantity > 0;
}

static bool is_opt_in(const be_product *product)
{
    return product->payg.offered && product->payg.opt_in;
}

static const field_info fields[FIELD_ID_COUNT] = {
    [FIELD_VOLUME] = {.label = "Volume/month",
                      .help = "Units attempted in the first month: 30,000, 30k or 3.5M",
                      .show = show_volume,
                      .read = read_volume},
    [FIELD_GROWTH] = {.label = "Growth/month",
                      .help = "From month to month: 5%, -2.5%",
                      .has_sign = true,
                      .show = show_growth,
                      .read = read_growth},
    [FIELD_FAILURES] = {.label = "Failed calls",
                        .help = "Share of calls that fail and are not billed: 1%",
                        .show = show_failures,
                        .read = read_failures},
    [FIELD_CONCURRENCY] = {.label = "Peak at once",
                           .help = "Requests in flight at the same time at the peak",
                           .show = show_concurrency,
                           .read = read_concurrency},
    [FIELD_RESPONSE] = {.label = "Response time",
                        .help = "Average time of one request: 500ms, 2 s. QPS = at once / time",
                        .show = show_response,
                        .read = read_response},
    [FIELD_QPS] = {.label = "Peak QPS",
                   .help = "Queries a second at the peak, in place of at once / response time",
                   .show = show_qps,
                   .read = read_qps},
    [FIELD_PEAK_DAYS] = {.label = "Peak days",
                         .help = "Days a month on which the peak is reached; nothing: every day",
                         .show = show_peak_days,
                         .read = read_peak_days},
    [FIELD_FREE_LEFT] = {.label = "Free left",
                         .help = "What is left of the free quota; nothing: all of it",
                         .show = show_free_left,
                         .read = read_free_left,
                         .applies = has_free_quota},
    [FIELD_POSTPAID] = {.label = "Postpaid",
                        .help = "Pay as you go is off at this vendor until you switch it on",
                        .is_switch = true,
                        .show = show_postpaid,
                        .read = read_postpaid,
                        .applies = is_opt_in},
    [FIELD_MONTHS] = {.label = "Months",
                      .help = "How many months are planned, for the whole plan: 1 to 36",
                      .of_plan = true,
                      .show = show_months,
                      .read = read_months},
    [FIELD_START] = {.label = "First month",
                     .help =
                         "Of the whole plan: 2026-12. Purchases are made on a month's first day",
                     .of_plan = true,
                     .show = show_start,
                     .read = read_start},
};

const field_info *field_of(field_id id)
{
    return &fields[id];
}

bool field_applies(field_id id, const be_product *product)
{
    return fields[id].applies == NULL || fields[id].applies(product);
}
