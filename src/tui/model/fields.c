#include "tui/model/fields.h"

#include <stdio.h>
#include <string.h>

#include "config/grouped.h"
#include "language/language.h"
#include "scenario/demand_check.h"
#include "scenario/per_request.h"
#include "scenario/ratio_text.h"
#include "tui/model/field_text.h"
#include "tui/model/typed_text.h"

enum { DAYS_A_MONTH_MAX = 31 };

/* -- counts ---------------------------------------------------------------------------------- */

static void show_volume(const field_target *at, char *out, size_t size)
{
    const scenario_item *item = at->item;
    bool typed = item->demand.volume_count > 0;
    field_show_count(typed ? item->volumes[0] : item->demand.volume, out, size);
}

static bool has_range(const be_demand *demand)
{
    return demand->high > 0;
}

/* One volume takes the place of a list typed month by month. */
static bool read_volume(const field_target *at, const char *text, char *reason, size_t size)
{
    be_demand *demand = &at->item->demand;
    be_quantity volume;
    if (!field_read_count(text, &volume, reason, size))
        return false;
    if (has_range(demand) && (volume < demand->low || volume > demand->high))
        return field_refuse(reason, size, text, "is outside the low and high volume",
                            "one between them, or change those first");
    demand->volume = volume;
    demand->volume_count = 0;
    return true;
}

/* -- the range of the volume ------------------------------------------------------------------- */

static void show_low(const field_target *at, char *out, size_t size)
{
    char text[GROUPED_TEXT];
    const be_demand *demand = &at->item->demand;
    snprintf(out, size, "%s", has_range(demand) ? grouped(demand->low, text) : "");
}

static void show_high(const field_target *at, char *out, size_t size)
{
    field_show_count(at->item->demand.high, out, size);
}

/* Without one end there is no range. */
static bool drop_range(be_demand *demand)
{
    demand->low = demand->high = 0;
    return true;
}

static bool read_low(const field_target *at, const char *text, char *reason, size_t size)
{
    be_demand *demand = &at->item->demand;
    be_quantity low;
    if (!field_read_count(text, &low, reason, size))
        return false;
    if (field_is_blank(text))
        return drop_range(demand);
    if (demand->volume_count > 0)
        return field_refuse(reason, size, text, "needs one volume a month", "that first");
    if (low > demand->volume)
        return field_refuse(reason, size, text, "is above the volume", "at most that");
    if (!has_range(demand))
        demand->high = demand->volume;
    demand->low = low;
    return true;
}

static bool read_high(const field_target *at, const char *text, char *reason, size_t size)
{
    be_demand *demand = &at->item->demand;
    be_quantity high;
    if (!field_read_count(text, &high, reason, size))
        return false;
    if (field_is_blank(text))
        return drop_range(demand);
    if (demand->volume_count > 0)
        return field_refuse(reason, size, text, "needs one volume a month", "that first");
    if (high < demand->volume || high == 0)
        return field_refuse(reason, size, text, "is below the volume", "at least that");
    if (!has_range(demand))
        demand->low = demand->volume;
    demand->high = high;
    return true;
}

/* -- what a request takes ---------------------------------------------------------------------- */

static void show_meter(const field_target *at, char *out, size_t size)
{
    be_demand demand = at->item->demand;
    char text[BE_RATIO_TEXT];
    demand.per_request = at->item->per_request;
    be_ratio units = be_demand_per_request(&demand, at->product, at->meter);
    out[0] = '\0';
    if (units < 0)
        return;
    if (units > 0 && units % BE_RATIO_ONE == 0) {
        field_show_count(units / BE_RATIO_ONE, out, size);
        return;
    }
    be_ratio_format_factor(units, text);
    snprintf(out, size, "%s", text);
}

/* Blank means what the price list says, which is not the same as none. */
static bool read_meter(const field_target *at, const char *text, char *reason, size_t size)
{
    scenario_item *item = at->item;
    be_ratio units = PER_REQUEST_UNSAID;
    be_number_error error =
        field_is_blank(text) ? BE_NUMBER_OK : be_ratio_parse_factor(text, BE_NUMBER_SUFFIX, &units);
    if (error == BE_NUMBER_OK && units < 0 && !field_is_blank(text))
        error = BE_NUMBER_NEGATIVE;
    if (error != BE_NUMBER_OK)
        return field_refuse(reason, size, text, be_number_error_text(error),
                            "units of a request such as 2,000, 2k or 0.5");
    if (item->demand.per_request_count == 0)
        per_request_clear(item->per_request);
    item->demand.per_request_count = at->product->meter_count;
    item->per_request[at->meter] = units;
    return true;
}

static void show_concurrency(const field_target *at, char *out, size_t size)
{
    field_show_count(at->item->demand.concurrency, out, size);
}

static bool read_concurrency(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_count(text, &at->item->demand.concurrency, reason, size);
}

static void show_qps(const field_target *at, char *out, size_t size)
{
    field_show_count(at->item->demand.qps, out, size);
}

static bool read_qps(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_count(text, &at->item->demand.qps, reason, size);
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
    if (!field_read_count(text, &left, reason, size))
        return false;
    if (left > at->product->free.quantity) {
        snprintf(expected, sizeof expected, "at most %s",
                 grouped(at->product->free.quantity, quota));
        return field_refuse(reason, size, text, "is more than the free quota", expected);
    }
    demand->free_left = left;
    demand->has_free_left = !field_is_blank(text);
    return true;
}

/* -- shares ------------------------------------------------------------------------------------ */

static void show_growth(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.growth, out, size);
}

static bool read_growth(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, -BE_RATIO_ONE, 10 * BE_RATIO_ONE, &at->item->demand.growth,
                            reason, size);
}

static void show_failures(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.failures, out, size);
}

static bool read_failures(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.failures, reason, size);
}

static void show_batch(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.batch, out, size);
}

static bool read_batch(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.batch, reason, size);
}

static void show_cached(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.cached, out, size);
}

static bool read_cached(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.cached, reason, size);
}

static void show_discount(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.discount, out, size);
}

static bool read_discount(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.discount, reason, size);
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
    if (!field_is_blank(text) && !be_microseconds_parse(text, &time))
        return field_refuse(reason, size, text, "is no time", "500ms or 2 s");
    at->item->demand.response = time;
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
    if (!field_is_blank(text) && !field_read_small(text, DAYS_A_MONTH_MAX, &days))
        return field_refuse(reason, size, text, "is no number of days",
                            "1 to 31, or nothing: every day");
    at->item->demand.peak_days = days;
    return true;
}

static void show_months(const field_target *at, char *out, size_t size)
{
    snprintf(out, size, "%d", at->plan->horizon.months);
}

static bool read_months(const field_target *at, const char *text, char *reason, size_t size)
{
    if (!field_read_small(text, BE_MONTHS_MAX, &at->plan->horizon.months))
        return field_refuse(reason, size, text, "is no number of months", "1 to 36");
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
        return field_refuse(reason, size, text, "is no month", "one such as 2026-12");
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
        return field_refuse(reason, size, text, "is neither on nor off", "on or off");
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

static bool prices_batches(const be_product *product)
{
    return demand_use_priced(product, BE_USE_BATCH);
}

static bool prices_the_cache(const be_product *product)
{
    return demand_use_priced(product, BE_USE_CACHED);
}

/* One row for all meters: their fields differ in the meter alone. */
static const field_info meter_field = {
    .help = "How much a request takes: 2,000, 2k, 0.5; nothing: as the price list says",
    .show = show_meter,
    .read = read_meter};

static const field_info fields[FIELD_RARE_FIRST] = {
    [FIELD_VOLUME] = {.label = "Volume/month",
                      .help = "Units attempted in the first month: 30,000, 30k or 3.5M",
                      .show = show_volume,
                      .read = read_volume},
    [FIELD_GROWTH] = {.label = "Growth/month",
                      .help = "From month to month: 5%, -2.5%",
                      .has_sign = true,
                      .show = show_growth,
                      .read = read_growth},
    [FIELD_BATCH] = {.label = "Batch share",
                     .help = "Share of the requests that are sent as batch: 30%",
                     .show = show_batch,
                     .read = read_batch,
                     .applies = prices_batches},
    [FIELD_CACHED] = {.label = "Cached share",
                      .help = "Share of the other requests' units that the cache has: 40%",
                      .show = show_cached,
                      .read = read_cached,
                      .applies = prices_the_cache},
    [FIELD_LOW] = {.label = "Low volume",
                   .help = "If it comes to less: shows what each decision would cost then",
                   .show = show_low,
                   .read = read_low},
    [FIELD_HIGH] = {.label = "High volume",
                    .help = "If it comes to more: shows what each decision would cost then",
                    .show = show_high,
                    .read = read_high},
    [FIELD_DISCOUNT] = {.label = "Discount",
                        .help = "Agreed with the vendor, off every price: 15%",
                        .show = show_discount,
                        .read = read_discount},
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

static bool is_meter(field_id id)
{
    return id >= FIELD_METER_FIRST && id <= FIELD_METER_LAST;
}

static size_t meter_of(field_id id)
{
    return is_meter(id) ? (size_t)(id - FIELD_METER_FIRST) : 0;
}

const field_info *field_of(field_id id)
{
    if (id >= FIELD_RARE_FIRST)
        return &field_rare[id - FIELD_RARE_FIRST];
    return is_meter(id) ? &meter_field : &fields[id];
}

const char *field_label(field_id id, const be_product *product)
{
    if (is_meter(id))
        return language_pick(product->meters[meter_of(id)].name,
                             product->meters[meter_of(id)].name_zh);
    return tr(field_of(id)->label);
}

void field_show(field_id id, const field_target *target, char *out, size_t size)
{
    field_target at = *target;
    at.meter = meter_of(id);
    field_of(id)->show(&at, out, size);
}

bool field_read(field_id id, const field_target *target, const char *text, char *reason,
                size_t size)
{
    field_target at = *target;
    char narrow[FIELD_TYPED + 4];
    at.meter = meter_of(id);
    typed_text_narrow(text, narrow, sizeof narrow);
    return field_of(id)->read(&at, narrow, reason, size);
}

bool field_is_rare(field_id id)
{
    return id >= FIELD_RARE_FIRST;
}

bool field_applies(field_id id, const be_product *product)
{
    if (is_meter(id))
        return meter_of(id) < product->meter_count;
    const field_info *info = field_of(id);
    return info->applies == NULL || info->applies(product);
}
