/*
 * Items: a product and what is expected of it.
 */
#include "scenario/load.h"

#include "language/language.h"
#include "scenario/demand_check.h"
#include "scenario/scenario.h"

/* -- the product -- */

static bool decode_product(reader *in, const config_setting_t *setting, const reader_field *field,
                           void *record)
{
    const plan_loader *state = in->context;
    const be_product **slot = reader_slot(record, field);
    const char *key = reader_string(in, setting);
    if (key == NULL)
        return false;
    *slot = be_catalog_find(state->catalog, key);
    if (*slot != NULL)
        return true;
    char echo[READER_ECHO];
    const be_product *near = be_catalog_nearest(state->catalog, key);
    if (near == NULL)
        return reader_error(in, setting, tr("unknown product \"%s\""), reader_echo(key, echo));
    return reader_error(in, setting, tr("unknown product \"%s\"; did you mean \"%s\"?"),
                        reader_echo(key, echo), near->key);
}

static const reader_type product_type = {
    READER_STRING, TR_LATER("a product in quotes such as \"tencent/image-style-transfer\""),
    decode_product};

/* -- single values -- */

static bool decode_response(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    return be_microseconds_parse(text, reader_slot(record, field)) ||
           reader_error(in, setting, tr("\"%s\" is no response time; expected %s"),
                        reader_echo(text, echo), tr(field->type->expected));
}

static const reader_type response_type = {
    READER_STRING, TR_LATER("a time in quotes such as \"500 ms\" or \"2 s\""), decode_response};

/* That it is there counts: nothing left is not the same as not said. */
static bool decode_free_left(reader *in, const config_setting_t *setting, const reader_field *field,
                             void *record)
{
    scenario_item *item = record;
    item->demand.has_free_left = true;
    return load_volume.decode(in, setting, field, record);
}

static const reader_type free_left_type = {
    READER_STRING, TR_LATER("a quoted whole number such as \"50\""), decode_free_left};

/* -- the item -- */

static const reader_range growths = {-BE_RATIO_ONE, 10 * BE_RATIO_ONE};
static const reader_range shares = {0, BE_RATIO_ONE};
static const reader_range spreads = {0, BE_SPREAD_MAX};
static const reader_range days = {1, 31};
static const reader_range hours = {1, 24};

static const reader_field fields[] = {
    {"product", &product_type, offsetof(scenario_item, product), .required = true},
    {"volume", &load_volume, offsetof(scenario_item, demand.volume), .required = false},
    {"growth", &load_ratio, offsetof(scenario_item, demand.growth), .rule = &growths},
    {"volumes", &load_volumes, 0, .required = false},
    {"season", &load_season, 0, .required = false},
    {"low", &load_volume, offsetof(scenario_item, demand.low), .required = false},
    {"high", &load_volume, offsetof(scenario_item, demand.high), .required = false},
    {"spread", &load_ratio, offsetof(scenario_item, demand.spread), .rule = &spreads},
    {"cancellation", &load_ratio, offsetof(scenario_item, demand.cancellation), .rule = &shares},
    {"per_request", &load_per_request, 0, .required = false}, /* behind the product */
    {"batch", &load_ratio, offsetof(scenario_item, demand.batch), .rule = &shares},
    {"cached", &load_ratio, offsetof(scenario_item, demand.cached), .rule = &shares},
    {"discount", &load_ratio, offsetof(scenario_item, demand.discount), .rule = &shares},
    {"failures", &load_ratio, offsetof(scenario_item, demand.failures), .rule = &shares},
    {"failures_billed", &load_ratio, offsetof(scenario_item, demand.failures_billed),
     .rule = &shares},
    {"concurrency", &load_volume, offsetof(scenario_item, demand.concurrency), .required = false},
    {"response_time", &response_type, offsetof(scenario_item, demand.response), .required = false},
    {"qps", &load_volume, offsetof(scenario_item, demand.qps), .required = false},
    {"peak_days", &reader_integer, offsetof(scenario_item, demand.peak_days), .rule = &days},
    {"busy_hours", &reader_integer, offsetof(scenario_item, demand.busy_hours), .rule = &hours},
    {"free_left", &free_left_type, offsetof(scenario_item, demand.free_left), .required = false},
    {"postpaid", &reader_boolean, offsetof(scenario_item, demand.postpaid), .required = false},
    {"owned", &load_owned, 0, .required = false}, /* behind the product, whose packages it names */
    {"buy", &load_buy, 0, .required = false},     /* likewise */
};

/* Both ends of the range or none: a missing one is not zero. */
static bool check_range(reader *in, const config_setting_t *group)
{
    bool low = reader_member(group, "low") != NULL, high = reader_member(group, "high") != NULL;
    return low == high || reader_error_at(in, group, low ? "high" : "low",
                                          tr("missing; low and high belong together"));
}

static bool check_item(reader *in, const config_setting_t *group, void *record)
{
    const scenario_item *item = record;
    demand_fault fault;
    be_demand demand = item->demand;
    demand.season = item->has_season ? item->season : NULL;
    if (!check_range(in, group))
        return false;
    return demand_check(&demand, item->product, &fault) ||
           reader_error_at(in, group, fault.key, "%s", fault.text);
}

const reader_record load_item_record = {
    READER_RECORD(fields, scenario_item),
    .check = check_item,
};
