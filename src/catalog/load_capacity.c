/*
 * Capacity for sale: prepaid QPS or concurrency, and what a term of it costs.
 */
#include "catalog/load.h"

/* In the order of be_term and be_capacity_kind. */
static const char *const terms[BE_TERM_COUNT] = {"day", "month", "year"};
static const char *const kinds[] = {"qps", "concurrency"};
static const reader_names term_names = {terms, BE_TERM_COUNT};
static const reader_names kind_names = {kinds, 2};

/* -- the price of one term -- */

static bool check_price(reader *in, const config_setting_t *group, void *record)
{
    const be_capacity_price *price = record;
    bool single = reader_member(group, "price") != NULL;
    bool banded = reader_member(group, "bands") != NULL;
    bool tiers = reader_member(group, "tiers") != NULL;
    if (single == banded)
        return reader_error(in, group, "%s; expected a price, or tiers and bands",
                            single ? "has both price and bands" : "has neither price nor bands");
    if (single && tiers)
        return reader_error_at(in, group, "tiers", "only bands have tiers; leave the key out");
    if (single)
        return true;
    char known[READER_PATH];
    if (!tiers)
        return reader_error_at(in, group, "tiers", "missing; expected one of %s",
                               reader_list_names(&load_tier_modes, known, sizeof known));
    return load_check_tariff(in, group, &price->tariff);
}

static const reader_field price_fields[] = {
    {"per", &reader_choice, offsetof(be_capacity_price, term), .required = true,
     .rule = &term_names},
    {"tiers", &reader_choice, offsetof(be_capacity_price, tariff.mode), .rule = &load_tier_modes},
    {"price", &load_one_price, offsetof(be_capacity_price, tariff), .required = false},
    {"bands", &load_bands, offsetof(be_capacity_price, tariff), .required = false},
    {"source", &load_source_name, offsetof(be_capacity_price, source), .required = false},
};

static const be_capacity_price price_defaults = {.tariff = {.per = 1, .block = 1}};

static const reader_record price_record = {
    READER_RECORD(price_fields, be_capacity_price),
    .defaults = &price_defaults,
    .unique = "per",
    .check = check_price,
};

/* -- capacity -- */

static bool check_capacity(reader *in, const config_setting_t *group, void *record)
{
    const be_capacity *capacity = record;
    bool ok = true;
    if (capacity->price_count == 0)
        ok = reader_error_at(in, group, "prices", "is empty; expected at least one price");
    if (capacity->min > capacity->max)
        ok = reader_error_at(in, group, "min", "is larger than max");
    if (capacity->additive && capacity->lifts_to > 0)
        ok = reader_error_at(in, group, "lifts_to",
                             "is the limit whatever was bought, which additive = true contradicts: "
                             "leave one of them out");
    if (capacity->additive && capacity->overlap)
        ok = reader_error_at(in, group, "overlap",
                             "is said of orders that do not add up; with additive = true leave it "
                             "out");
    return ok;
}

static const reader_field fields[] = {
    {"adds_to", &reader_choice, offsetof(be_capacity, adds_to), .required = true,
     .rule = &kind_names},
    {"additive", &reader_boolean, offsetof(be_capacity, additive), .required = true},
    {"overlap", &reader_boolean, offsetof(be_capacity, overlap), .required = false},
    {"calls_free", &reader_boolean, offsetof(be_capacity, calls_free), .required = true},
    {"min", &reader_quantity, offsetof(be_capacity, min), .rule = &reader_one_or_more},
    {"max", &reader_quantity, offsetof(be_capacity, max), .rule = &reader_one_or_more},
    {"lifts_to", &reader_quantity, offsetof(be_capacity, lifts_to), .rule = &reader_one_or_more},
    {"prices", &reader_list, offsetof(be_capacity, prices), .required = true, .rule = &price_record,
     .count_offset = offsetof(be_capacity, price_count)},
};

static const be_capacity defaults = {.offered = true, .min = 1, .max = BE_UNBOUNDED};

const reader_record load_capacity_record = {
    READER_RECORD(fields, be_capacity),
    .defaults = &defaults,
    .check = check_capacity,
};
