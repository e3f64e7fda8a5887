/*
 * Tariffs: the bands of a price and the rules around them.
 */
#include "catalog/load.h"

#include "config/grouped.h"
#include "language/language.h"

static const char *const modes[BE_TIER_MODE_COUNT] = {"flat", "graduated", "volume", "request"};
static const char *const positions[] = {"net", "gross"};
static const char *const periods[] = {"month", "day"};
static const reader_names all_modes = {modes, BE_TIER_MODE_COUNT};
const reader_names load_tier_modes = {modes, BE_TIERS_REQUEST};
static const reader_names position_names = {positions, 2};
static const reader_names period_names = {periods, 2};

/* -- bands -- */

/* A band as it is written: `from` only repeats what the band before says, and is held to it. */
typedef struct written_band {
    be_band band;
    be_quantity from;
} written_band;

enum { NOT_WRITTEN = -1 };

static const reader_field band_fields[] = {
    {"from", &reader_quantity, offsetof(written_band, from), .required = false},
    {"up_to", &reader_quantity, offsetof(written_band, band.up_to), .rule = &reader_one_or_more},
    {"price", &load_price, offsetof(written_band, band.price), .required = true},
    {"flat", &reader_amount, offsetof(written_band, band.flat), .required = false},
    {"source", &load_source_name, offsetof(written_band, band.source), .required = false},
};

static const written_band band_defaults = {.band.up_to = NOT_WRITTEN, .from = NOT_WRITTEN};

static const reader_record band_record = {
    READER_RECORD(band_fields, written_band),
    .defaults = &band_defaults,
};

/* The beginning of a band against the end of the one before (0 of the first). */
static bool check_from(reader *in, const config_setting_t *group, be_quantity from,
                       be_quantity before)
{
    char is[GROUPED_TEXT], end[GROUPED_TEXT], expected[GROUPED_TEXT];
    bool from_zero = before == 0 && from == 0; /* "from 0" is how price lists often begin */
    if (from == NOT_WRITTEN || before == NOT_WRITTEN || from == before + 1 || from_zero)
        return true;
    return reader_error_at(
        in, group, "from",
        tr("%s: this band begins at %s, the one before ends at %s; expected \"%s\""),
        from > before ? tr("gap") : tr("overlap"), grouped(from, is), grouped(before, end),
        grouped(before + 1, expected));
}

static bool check_up_to(reader *in, const config_setting_t *group, be_quantity up_to,
                        be_quantity before, bool is_last)
{
    char is[GROUPED_TEXT], end[GROUPED_TEXT];
    bool written = reader_member(group, "up_to") != NULL;
    if (is_last && written)
        return reader_error_at(
            in, group, "up_to",
            tr("the last band has no upper end: leave the key out, or add a band"));
    if (is_last)
        return true;
    if (!written)
        return reader_error_at(in, group, "up_to",
                               tr("missing; only the last band has no upper end"));
    if (up_to == NOT_WRITTEN || up_to > before)
        return true;
    return reader_error_at(in, group, "up_to",
                           tr("overlap: this band ends at %s, the one before at %s; expected more"),
                           grouped(up_to, is), grouped(before, end));
}

/* Bounds that could not be read were reported; what depends on them is left alone. */
static bool check_bands(reader *in, const config_setting_t *list, const written_band *written,
                        size_t count)
{
    bool ok = true;
    be_quantity before = 0;
    for (size_t i = 0; i < count; i++) {
        const config_setting_t *group = config_setting_get_elem(list, (unsigned)i);
        be_quantity up_to = written[i].band.up_to;
        if (config_setting_is_group(group)) {
            ok = check_from(in, group, written[i].from, before) && ok;
            ok = check_up_to(in, group, up_to, before, i + 1 == count) && ok;
        }
        before = up_to;
    }
    return ok;
}

/* NULL, reported, when there is no memory. */
static be_band *store_bands(reader *in, const config_setting_t *list, const written_band *written,
                            size_t count, be_tariff *tariff)
{
    be_band *bands = be_arena_alloc(in->arena, count, sizeof *bands);
    if (bands == NULL) {
        reader_error(in, list, tr("out of memory"));
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        bands[i] = written[i].band;
    bands[count - 1].up_to = BE_UNBOUNDED;
    tariff->bands = bands;
    tariff->band_count = count;
    return bands;
}

/* The bands are the last key of a tariff: with them it is complete. */
static bool decode_bands(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    void *written = NULL;
    size_t count = 0;
    bool ok = reader_groups(in, setting, &band_record, &written, &count);
    if (written == NULL)
        return false;
    if (count == 0)
        return reader_error(in, setting, tr("is empty; expected at least one band"));
    ok = check_bands(in, setting, written, count) && ok;
    be_tariff *tariff = reader_slot(record, field);
    be_band *bands = store_bands(in, setting, written, count, tariff);
    if (!ok || bands == NULL)
        return false;
    be_tariff_cumulate(tariff, bands);
    return true;
}

const reader_type load_bands = {READER_LIST, TR_LATER("a list ( ) of bands"), decode_bands};

static bool decode_one_price(reader *in, const config_setting_t *setting, const reader_field *field,
                             void *record)
{
    const reader_field price = {"price", &load_price, offsetof(written_band, band.price),
                                .required = false};
    written_band written = band_defaults;
    return load_price.decode(in, setting, &price, &written) &&
           store_bands(in, setting, &written, 1, reader_slot(record, field)) != NULL;
}

const reader_type load_one_price = {
    READER_STRING, TR_LATER("a quoted decimal such as \"200\" (or \"quote\", \"unknown\")"),
    decode_one_price};

/* -- the tariff -- */

/* Tiers of a request start again with every request, so that nothing counts up to a sum. */
static bool check_request(reader *in, const config_setting_t *group)
{
    static const char *const keys[] = {"block", "minimum", "position", "period", "flat_at_zero"};
    const char *meaningless = tr("has no meaning under tiers = \"request\": leave the key out");
    const config_setting_t *list = reader_member(group, "bands");
    bool ok = true;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (reader_member(group, keys[i]) != NULL)
            ok = reader_error_at(in, group, keys[i], "%s", meaningless);
    }
    for (int i = 0; i < config_setting_length(list); i++) {
        const config_setting_t *band = config_setting_get_elem(list, (unsigned)i);
        if (reader_member(band, "flat") != NULL)
            ok = reader_error_at(in, band, "flat", "%s", meaningless);
    }
    return ok;
}

bool load_check_tariff(reader *in, const config_setting_t *group, const be_tariff *tariff)
{
    if (tariff->mode == BE_TIERS_REQUEST)
        return check_request(in, group);
    return tariff->mode != BE_TIERS_FLAT || tariff->band_count == 1 ||
           reader_error_at(in, group, "tiers",
                           tr("\"flat\" has one band, found %zu; expected \"graduated\" or "
                              "\"volume\""),
                           tariff->band_count);
}

/* -- pay as you go -- */

static bool check_payg(reader *in, const config_setting_t *group, void *record)
{
    const be_payg *payg = record;
    return load_check_tariff(in, group, &payg->tariff);
}

static const reader_field payg_fields[] = {
    {"tiers", &reader_choice, offsetof(be_payg, tariff.mode), .required = true, .rule = &all_modes},
    {"opt_in", &reader_boolean, offsetof(be_payg, opt_in), .required = false},
    {"per", &reader_quantity, offsetof(be_payg, tariff.per), .rule = &reader_one_or_more},
    {"block", &reader_quantity, offsetof(be_payg, tariff.block), .rule = &reader_one_or_more},
    {"minimum", &reader_amount, offsetof(be_payg, tariff.minimum), .required = false},
    {"position", &reader_choice, offsetof(be_payg, tariff.position), .rule = &position_names},
    {"period", &reader_choice, offsetof(be_payg, tariff.period), .rule = &period_names},
    {"flat_at_zero", &reader_boolean, offsetof(be_payg, tariff.flat_at_zero), .required = false},
    {"source", &load_source_name, offsetof(be_payg, source), .required = false},
    {"bands", &load_bands, offsetof(be_payg, tariff), .required = true},
};

static const be_payg payg_defaults = {.offered = true, .tariff = {.per = 1, .block = 1}};

const reader_record load_payg_record = {
    READER_RECORD(payg_fields, be_payg),
    .defaults = &payg_defaults,
    .check = check_payg,
};
