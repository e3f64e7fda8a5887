/*
 * Meters: the several things that a request draws, each at a price of its own.
 */
#include "catalog/load.h"

#include <string.h>

#include "language/language.h"

/* -- numbers of meters -- */

/* Stores what was parsed from `text` with `error`, if it lies in the range of the field's rule. */
static bool store_ratio(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record, const char *text, be_number_error error, be_ratio ratio)
{
    const reader_range *range = field->rule;
    be_ratio *slot = reader_slot(record, field);
    char echo[READER_ECHO];
    if (error == BE_NUMBER_OK && ratio < range->min)
        error = BE_NUMBER_NEGATIVE;
    if (error == BE_NUMBER_OK && ratio > range->max)
        error = BE_NUMBER_TOO_LARGE;
    if (error != BE_NUMBER_OK)
        return reader_error(in, setting, tr("\"%s\" %s; expected %s"), reader_echo(text, echo),
                            tr(be_number_error_text(error)), tr(field->type->expected));
    *slot = ratio;
    return true;
}

static bool decode_share(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    be_ratio ratio = 0;
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    be_number_error error = be_ratio_parse(text, &ratio);
    return store_ratio(in, setting, field, record, text, error, ratio);
}

static bool decode_factor(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    be_ratio ratio = 0;
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    be_number_error error = be_ratio_parse_factor(text, BE_NUMBER_PLAIN, &ratio);
    return store_ratio(in, setting, field, record, text, error, ratio);
}

static const reader_type share_type = {
    READER_STRING, TR_LATER("a quoted share of the standard price such as \"50%\", below \"100%\""),
    decode_share};
static const reader_type factor_type = {
    READER_STRING, TR_LATER("a quoted number of units such as \"1\" or \"1,500\""), decode_factor};
static const reader_range shares = {0, BE_RATIO_ONE - 1};
static const reader_range factors = {0, INT64_MAX};

/* -- a meter -- */

/* A meter as it is written: with shares in place of the tariffs of batch and cache. */
typedef struct written_meter {
    be_meter meter;
    be_payg payg;
    be_ratio share[BE_USE_COUNT];
    const be_source *share_source[BE_USE_COUNT]; /* NULL: as the standard price */
} written_meter;

/* A share of the price is a share of the charge as long as the charge is units times price. */
static bool is_proportional(const be_tariff *tariff)
{
    bool plain = tariff->mode == BE_TIERS_FLAT || tariff->mode == BE_TIERS_REQUEST;
    return plain && tariff->block == 1 && be_amount_is_zero(tariff->minimum) &&
           be_amount_is_zero(tariff->bands[0].flat);
}

static bool scale(reader *in, const config_setting_t *setting, be_ratio share, be_amount *price)
{
    char text[BE_AMOUNT_TEXT];
    be_amount product = be_amount_times(*price, share);
    bool exact = be_amount_divides(product, BE_RATIO_ONE) &&
                 be_amount_state_of(product) != BE_AMOUNT_OVERFLOW;
    be_amount_format(*price, text);
    *price = be_amount_scale(*price, share);
    return exact ||
           reader_error(in, setting,
                        tr("of the price \"%s\" would have to be rounded at the 18th decimal"),
                        text);
}

/* Makes the tariff of `use` out of the standard one, if the meter states a share for it. */
static bool derive(reader *in, const config_setting_t *group, be_use use, written_meter *written)
{
    const be_tariff *standard = &written->payg.tariff;
    const config_setting_t *setting = reader_member(group, be_use_name(use));
    if (setting == NULL)
        return true;
    if (!is_proportional(standard))
        return reader_error(
            in, setting,
            tr("takes tiers = \"flat\" or \"request\" without block, minimum and flat "
               "fees"));
    be_band *bands = be_arena_alloc(in->arena, standard->band_count, sizeof *bands);
    if (bands == NULL)
        return reader_error(in, setting, tr("out of memory"));
    bool ok = true;
    for (size_t i = 0; i < standard->band_count; i++) {
        bands[i] = standard->bands[i];
        if (written->share_source[use] != NULL)
            bands[i].source = written->share_source[use];
        ok = scale(in, setting, written->share[use], &bands[i].price) && ok;
    }
    written->meter.tariff[use] = *standard;
    written->meter.tariff[use].bands = bands;
    return ok;
}

/* What stands beside a meter's prices but says nothing about it. */
static bool check_unknown(reader *in, const config_setting_t *payg)
{
    static const char *const unknown[] = {"opt_in", "flat_at_zero", "position"};
    bool ok = true;
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        if (reader_member(payg, unknown[i]) != NULL)
            ok = reader_error_at(in, payg, unknown[i],
                                 tr("is not known of meters: leave the key out"));
    }
    return ok;
}

/* Plan files name meters as keys, which libconfig wants to begin with a letter and without points.
 */
static bool check_id(reader *in, const config_setting_t *group, const char *id)
{
    bool is_key = strchr(id, '.') == NULL && id[0] >= 'a' && id[0] <= 'z';
    return is_key || reader_error_at(in, group, "id",
                                     tr("\"%s\" cannot be a key of a plan; expected a letter first "
                                        "and no \".\""),
                                     id);
}

static bool check_meter(reader *in, const config_setting_t *group, void *record)
{
    written_meter *written = record;
    const config_setting_t *payg = reader_member(group, "payg");
    bool ok = check_unknown(in, payg);
    if (written->meter.id != NULL)
        ok = check_id(in, group, written->meter.id) && ok;
    written->meter.tariff[BE_USE_STANDARD] = written->payg.tariff;
    if (written->payg.source != NULL)
        written->meter.source = written->payg.source;
    ok = derive(in, group, BE_USE_BATCH, written) && ok;
    return derive(in, group, BE_USE_CACHED, written) && ok;
}

static const reader_field meter_fields[] = {
    {"id", &reader_id, offsetof(written_meter, meter.id), .required = true},
    {"name", &reader_text, offsetof(written_meter, meter.name), .required = true},
    {"name_zh", &reader_text, offsetof(written_meter, meter.name_zh), .required = false},
    {"unit", &reader_text, offsetof(written_meter, meter.unit), .required = true},
    {"unit_zh", &reader_text, offsetof(written_meter, meter.unit_zh), .required = false},
    {"free", &reader_boolean, offsetof(written_meter, meter.free), .required = false},
    {"per_request", &factor_type, offsetof(written_meter, meter.per_request), .rule = &factors},
    {"source", &load_source_name, offsetof(written_meter, meter.source), .required = false},
    {"payg", &reader_subgroup, offsetof(written_meter, payg), .required = true,
     .rule = &load_payg_record},
    {"batch", &share_type, offsetof(written_meter, share[BE_USE_BATCH]), .rule = &shares},
    {"batch_source", &load_source_name, offsetof(written_meter, share_source[BE_USE_BATCH]),
     .required = false},
    {"cached", &share_type, offsetof(written_meter, share[BE_USE_CACHED]), .rule = &shares},
    {"cached_source", &load_source_name, offsetof(written_meter, share_source[BE_USE_CACHED]),
     .required = false},
};

static const reader_record meter_record = {
    READER_RECORD(meter_fields, written_meter),
    .unique = "id",
    .check = check_meter,
};

/* -- the meters of a product -- */

static bool store_meters(reader *in, const config_setting_t *setting, const written_meter *written,
                         size_t count, be_product *product)
{
    be_meter *meters = be_arena_alloc(in->arena, count, sizeof *meters);
    if (meters == NULL)
        return reader_error(in, setting, tr("out of memory"));
    for (size_t i = 0; i < count; i++)
        meters[i] = written[i].meter;
    product->meters = meters;
    product->meter_count = count;
    return true;
}

/* What is counted are requests; what they cost, the meters say. */
static bool decode_meters(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    be_product *product = reader_slot(record, field);
    void *written = NULL;
    size_t count = 0;
    bool ok = reader_groups(in, setting, &meter_record, &written, &count);
    if (written == NULL)
        return false;
    if (count == 0 || count > BE_METERS_MAX)
        return reader_error(in, setting, tr("has %zu meters; expected 1 to %d"), count,
                            BE_METERS_MAX);
    product->unit = "request";
    product->unit_zh = "请求";
    product->payg = (be_payg){.offered = true, .tariff = {.per = 1, .block = 1}};
    return store_meters(in, setting, written, count, product) && ok;
}

const reader_type load_meters = {READER_LIST, TR_LATER("a list ( ) of meters"), decode_meters};

/* -- what sizes a request -- */

typedef struct request_bands {
    const char *meter;
    be_quantity largest;
} request_bands;

static const reader_field request_fields[] = {
    {"meter", &reader_id, offsetof(request_bands, meter), .required = true},
    {"largest", &reader_quantity, offsetof(request_bands, largest), .rule = &reader_one_or_more},
};

static const request_bands request_defaults = {.largest = BE_UNBOUNDED};

static const reader_record request_record = {
    READER_RECORD(request_fields, request_bands),
    .defaults = &request_defaults,
};

static bool find_meter(reader *in, const config_setting_t *setting, const char *id,
                       be_product *product)
{
    nearest search = nearest_to(id);
    for (size_t i = 0; i < product->meter_count; i++) {
        const char *known = product->meters[i].id;
        if (known == NULL)
            continue;
        if (strcmp(known, id) == 0) {
            product->request_meter = i;
            return true;
        }
        nearest_offer(&search, known);
    }
    char hint[NEAREST_HINT];
    return reader_error_at(in, setting, "meter", tr("unknown meter \"%s\"%s"), id,
                           nearest_hint(&search, hint));
}

/* Read behind the meters. */
static bool decode_request_bands(reader *in, const config_setting_t *setting,
                                 const reader_field *field, void *record)
{
    be_product *product = reader_slot(record, field);
    request_bands written;
    if (!reader_group(in, setting, &request_record, &written))
        return false;
    product->request_max = written.largest;
    return find_meter(in, setting, written.meter, product);
}

const reader_type load_request_bands = {READER_GROUP, TR_LATER("a group { }"),
                                        decode_request_bands};

/* -- the product around them -- */

static bool has_request_tiers(const be_product *product)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        if (product->meters[i].tariff[BE_USE_STANDARD].mode == BE_TIERS_REQUEST)
            return true;
    }
    return false;
}

static bool draws_free(const be_product *product)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        if (product->meters[i].free)
            return true;
    }
    return false;
}

static bool check_request_tiers(reader *in, const config_setting_t *group,
                                const be_product *product)
{
    bool sized = reader_member(group, "request_bands") != NULL;
    bool tiers = has_request_tiers(product);
    if (sized && !tiers)
        return reader_error_at(in, group, "request_bands",
                               tr("no meter has tiers = \"request\": leave the key out"));
    return sized || !tiers ||
           reader_error_at(
               in, group, "request_bands",
               tr("missing; tiers = \"request\" expect the meter that sizes a request"));
}

bool load_check_meters(reader *in, const config_setting_t *group, const be_product *product)
{
    if (product->payg.tariff.mode == BE_TIERS_REQUEST)
        return reader_error_at(
            in, reader_member(group, "payg"), "tiers",
            tr("\"request\" stands in meters alone, where a request has a size"));
    bool ok = check_request_tiers(in, group, product);
    if (product->meter_count == 0)
        return ok;
    if (product->free.quantity > 0 && !draws_free(product))
        ok = reader_error_at(in, group, "free",
                             tr("no meter draws on it; expected free = true in one"));
    if (product->capacity.calls_free)
        ok = reader_error_at(in, reader_member(group, "capacity"), "calls_free",
                             tr("is not known of products with meters; expected false"));
    return ok;
}
