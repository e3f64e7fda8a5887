/*
 * Tariffs: the bands of a price and the rules around them.
 */
#include "catalog/load.h"

#include "config/grouped.h"

static const char *const modes[] = {"flat", "graduated", "volume"};
static const char *const positions[] = {"net", "gross"};
static const char *const periods[] = {"month", "day"};
const reader_names load_tier_modes = {modes, sizeof modes / sizeof *modes};
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
    return reader_error_at(in, group, "from",
                           "%s: this band begins at %s, the one before ends at %s; expected \"%s\"",
                           from > before ? "gap" : "overlap", grouped(from, is),
                           grouped(before, end), grouped(before + 1, expected));
}

static bool check_up_to(reader *in, const config_setting_t *group, be_quantity up_to,
                        be_quantity before, bool is_last)
{
    char is[GROUPED_TEXT], end[GROUPED_TEXT];
    bool written = reader_member(group, "up_to") != NULL;
    if (is_last && written)
        return reader_error_at(in, group, "up_to",
                               "the last band has no upper end: leave the key out, or add a band");
    if (is_last)
        return true;
    if (!written)
        return reader_error_at(in, group, "up_to", "missing; only the last band has no upper end");
    if (up_to == NOT_WRITTEN || up_to > before)
        return true;
    return reader_error_at(in, group, "up_to",
                           "overlap: this band ends at %s, the one before at %s; expected more",
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

static bool store_bands(reader *in, const config_setting_t *list, const written_band *written,
                        size_t count, be_tariff *tariff)
{
    be_band *bands = be_arena_alloc(in->arena, count, sizeof *bands);
    if (bands == NULL)
        return reader_error(in, list, "out of memory");
    for (size_t i = 0; i < count; i++)
        bands[i] = written[i].band;
    bands[count - 1].up_to = BE_UNBOUNDED;
    tariff->bands = bands;
    tariff->band_count = count;
    return true;
}

static bool decode_bands(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    void *written = NULL;
    size_t count = 0;
    bool ok = reader_groups(in, setting, &band_record, &written, &count);
    if (written == NULL)
        return false;
    if (count == 0)
        return reader_error(in, setting, "is empty; expected at least one band");
    ok = check_bands(in, setting, written, count) && ok;
    return store_bands(in, setting, written, count, reader_slot(record, field)) && ok;
}

const reader_type load_bands = {READER_LIST, "a list ( ) of bands", decode_bands};

static bool decode_one_price(reader *in, const config_setting_t *setting, const reader_field *field,
                             void *record)
{
    const reader_field price = {"price", &load_price, offsetof(written_band, band.price),
                                .required = false};
    written_band written = band_defaults;
    return load_price.decode(in, setting, &price, &written) &&
           store_bands(in, setting, &written, 1, reader_slot(record, field));
}

const reader_type load_one_price = {READER_STRING,
                                    "a quoted decimal such as \"200\" (or \"quote\", \"unknown\")",
                                    decode_one_price};

/* -- the tariff -- */

static bool check_exact(reader *in, const config_setting_t *group, const be_tariff *tariff)
{
    const config_setting_t *list = reader_member(group, "bands");
    bool ok = true;
    for (size_t i = 0; i < tariff->band_count; i++) {
        char per[GROUPED_TEXT];
        if (!be_amount_divides(tariff->bands[i].price, tariff->per))
            ok = reader_error_at(in, config_setting_get_elem(list, (unsigned)i), "price",
                                 "cannot be divided by per = \"%s\" without rounding; expected the "
                                 "price of another number of units",
                                 grouped(tariff->per, per));
    }
    return ok;
}

bool load_check_tariff(reader *in, const config_setting_t *group, const be_tariff *tariff)
{
    bool ok = check_exact(in, group, tariff);
    if (tariff->mode == BE_TIERS_FLAT && tariff->band_count != 1)
        ok = reader_error_at(in, group, "tiers",
                             "\"flat\" has one band, found %zu; expected \"graduated\" or "
                             "\"volume\"",
                             tariff->band_count);
    return ok;
}

/* -- pay as you go -- */

static bool check_payg(reader *in, const config_setting_t *group, void *record)
{
    const be_payg *payg = record;
    return load_check_tariff(in, group, &payg->tariff);
}

static const reader_field payg_fields[] = {
    {"tiers", &reader_choice, offsetof(be_payg, tariff.mode), .required = true,
     .rule = &load_tier_modes},
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
