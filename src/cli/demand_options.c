#include "cli/demand_options.h"

#include "cli/complain.h"
#include "cli/today.h"
#include "config/grouped.h"
#include "language/language.h"
#include "scenario/demand_check.h"
#include "scenario/purchase_text.h"

#define FIELD(name) offsetof(demand_options, name)

const option demand_options_rows[DEMAND_OPTIONS] = {
    {"months", 0, "N", &option_months, FIELD(months), TR_LATER("months to plan, 1 to 36 (1)")},
    {"start", 0, TR_LATER("MONTH"), &option_month, FIELD(start),
     TR_LATER("first month, such as 2026-12 (next month)")},
    {"growth", 0, TR_LATER("PERCENT"), &option_growth, FIELD(growth),
     TR_LATER("from month to month, such as 5%")},
    {"season", 0, "\"F F...\"", &option_season, FIELD(season),
     TR_LATER("a factor for each calendar month, January first: \"1 1 1.5 80% ...\" (1)")},
    {"concurrency", 0, "N", &option_count, FIELD(concurrency),
     TR_LATER("requests in flight at the peak")},
    {"response-time", 0, TR_LATER("TIME"), &option_time, FIELD(response),
     TR_LATER("average response time, such as 500ms; with --concurrency it gives the QPS that is "
              "needed")},
    {"qps", 0, "N", &option_count, FIELD(qps), TR_LATER("queries a second at the peak")},
    {"peak-days", 0, "N", &option_days, FIELD(peak_days),
     TR_LATER("days a month on which the peak comes (every day)")},
    {"busy-hours", 0, "N", &option_hours, FIELD(busy_hours),
     TR_LATER("hours a day over which calls are spread (24)")},
    {"free-left", 0, "N", &option_maybe_count, FIELD(free_left),
     TR_LATER("what is left of a free quota given once (all of it)")},
    {"failures", 0, TR_LATER("PERCENT"), &option_share, FIELD(failures),
     TR_LATER("share of the calls that fail (0%)")},
    {"failures-billed", 0, TR_LATER("PERCENT"), &option_share, FIELD(failures_billed),
     TR_LATER("share of the failures that the vendor bills all the same (0%)")},
    {"postpaid", 0, "on|off", &option_on_off, FIELD(postpaid),
     TR_LATER("is pay as you go switched on where it is off by default? (off)")},
    {"discount", 0, TR_LATER("PERCENT"), &option_share, FIELD(discount),
     TR_LATER("agreed with the vendor, off every price (0%)")},
    {"owned", 0, TR_LATER("SPEC"), &option_texts, FIELD(owned),
     TR_LATER("a package you have, such as \"4,000 of 10,000 until 2027-03\", or points of a "
              "general one: "
              "\"4,000 points-5k until 2027-03\"; may be repeated")},
};

be_horizon demand_options_horizon(const demand_options *options, be_date today)
{
    be_month start = options->start != 0 ? options->start : today_next_month(today);
    return (be_horizon){start, options->months != 0 ? options->months : 1};
}

/* What the product does not have would be left out of every sum without a word. */
static status check_against(const be_product *product, const demand_options *options)
{
    be_quantity quota = product->free.quantity;
    if (!options->free_left.given || options->free_left.value <= quota)
        return STATUS_DONE;
    if (quota == 0)
        return complain(STATUS_USAGE, tr("--free-left: %s has no free quota"), product->key);
    char given[GROUPED_TEXT], most[GROUPED_TEXT];
    return complain(STATUS_USAGE, tr("--free-left: %s is more than the free quota, which is %s"),
                    grouped(options->free_left.value, given), grouped(quota, most));
}

static status read_owned(const text_list *specs, be_arena *arena, const be_product *product,
                         be_demand *out)
{
    char error[PURCHASE_ERROR];
    be_owned *owned = be_arena_alloc(arena, specs->count + 1, sizeof *owned);
    if (owned == NULL)
        return complain_memory();
    for (size_t i = 0; i < specs->count; i++) {
        if (!owned_parse(specs->items[i], product, &owned[i], error))
            return complain(STATUS_USAGE, tr("--owned: %s"), error);
        if (owned[i].general == NULL && product->package_count == 0)
            return complain(STATUS_USAGE, tr("--owned: %s sells no packages"), product->key);
    }
    out->owned = owned;
    out->owned_count = specs->count;
    return STATUS_DONE;
}

status demand_options_read(const demand_options *options, be_arena *arena,
                           const be_product *product, be_demand *out)
{
    status result = check_against(product, options);
    if (result != STATUS_DONE)
        return result;
    *out = (be_demand){
        .growth = options->growth,
        .season = options->season.given ? options->season.items : NULL,
        .discount = options->discount,
        .failures = options->failures,
        .failures_billed = options->failures_billed,
        .concurrency = options->concurrency,
        .response = options->response,
        .qps = options->qps,
        .peak_days = options->peak_days,
        .busy_hours = options->busy_hours,
        .has_free_left = options->free_left.given,
        .free_left = options->free_left.value,
        .postpaid = options->postpaid,
    };
    result = meter_options_read(&options->meters, arena, product, out);
    return result == STATUS_DONE ? read_owned(&options->owned, arena, product, out) : result;
}

status demand_options_check(const be_demand *demand, const be_product *product)
{
    demand_fault fault;
    if (demand_check(demand, product, &fault))
        return STATUS_DONE;
    return complain(STATUS_USAGE, tr("--%s: %s"), fault.key, tr(fault.text));
}
