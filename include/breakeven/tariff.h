/*
 * Tariffs: what n billable units of one meter cost in one period.
 *
 * Two kinds of tiers are in use, sometimes side by side at one vendor, and confusing them is the
 * commonest way to a wrong total:
 *
 *   GRADUATED  each unit costs the price of the band it falls in. 200 images under 0.30 up to 25,
 *              0.275 up to 125, 0.25 above: 7.50 + 27.50 + 18.75 = 53.75.
 *   VOLUME     every unit costs the price of the band that the period's total reaches. 200,000
 *              pictures where 100,000 and more cost 0.05: 10,000. More can cost less: 9,999
 *              pictures at 0.08 cost 799.92, 10,000 at 0.06 cost 600.
 *
 * A third kind looks at the single request: a token model charges all tokens of a request at the
 * price of the band that the request's own size falls in.
 *
 *   REQUEST    every unit costs the price of the band that holds the size of its request. Input of
 *              100,000 tokens where bands end at 32,000 and 128,000: all at the second price.
 *
 * Bands are listed from the first unit on; `up_to` is inclusive. "From 10,000 on" (a bound that
 * belongs to the upper band) is written as up_to 9,999 below it.
 */
#ifndef BREAKEVEN_TARIFF_H
#define BREAKEVEN_TARIFF_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/quantity.h>

#ifdef __cplusplus
extern "C" {
#endif

struct be_source;

typedef enum be_tier_mode {
    BE_TIERS_FLAT, /* one band */
    BE_TIERS_GRADUATED,
    BE_TIERS_VOLUME,
    BE_TIERS_REQUEST,
    BE_TIER_MODE_COUNT
} be_tier_mode;

/* Where the climb through the bands starts: do units that a package covered take up positions? */
typedef enum be_tier_position {
    BE_POSITION_NET,  /* no: bands see only what is left to pay (Tencent face, Alibaba OCR) */
    BE_POSITION_GROSS /* yes (an example of Baidu OCR reads so) */
} be_tier_position;

typedef enum be_tier_period { BE_PERIOD_MONTH, BE_PERIOD_DAY } be_tier_period;

typedef struct be_band {
    be_quantity up_to; /* the last unit of the band (REQUEST: the largest request); BE_UNBOUNDED in
                          the last band */
    be_amount price;   /* per `per` units; may be QUOTE or UNPUBLISHED */
    be_amount flat;    /* a fee once the band is used: each band reached, or the one reached */
    const struct be_source *source; /* where this band's price stands; NULL: as the product */
    be_amount below; /* of a cumulated tariff: what all units of the bands before cost */
} be_band;

typedef struct be_tariff {
    be_tier_mode mode;
    be_tier_position position;
    be_tier_period period;
    be_quantity per;      /* a price is for so many units, prorated; 1 or more */
    be_quantity block;    /* billed in whole blocks of so many units, rounded up; 1: by the unit */
    be_amount minimum;    /* the least charge of a period with use; 0: none */
    bool flat_at_zero;    /* the first band's flat fee is due without use as well */
    const be_band *bands; /* at least one, bounds ascending, the last unbounded */
    size_t band_count;
    bool cumulated; /* be_tariff_cumulate has been here */
} be_tariff;

/* One part of a charge, as an invoice would print it. */
typedef enum be_charge_kind {
    BE_CHARGE_UNITS,   /* units x price */
    BE_CHARGE_FLAT,    /* a band's flat fee */
    BE_CHARGE_MINIMUM, /* what is missing to the least charge */
    BE_CHARGE_KIND_COUNT
} be_charge_kind;

typedef struct be_charge {
    be_charge_kind kind;
    const be_band *band;
    be_quantity units; /* as billed: whole blocks where there are blocks */
    be_amount price;   /* per tariff->per units; of a FLAT or MINIMUM part: its amount */
    be_amount amount;
    int times; /* so many days alike, each of so many units at that amount; else 1 */
} be_charge;

/* Receives the parts of a charge in the order of the bands. */
typedef void be_charge_visitor(void *context, const be_charge *part);

/*
 * The charge for `units` billable units of one period, of which the bands have already counted
 * `before` (0 unless the tariff's position is GROSS). Calls `visit`, if not NULL, for each part;
 * the result is the sum of exactly these parts.
 *
 * 0 units cost 0, or the first band's flat fee under flat_at_zero. Reaching a band without a
 * price makes the charge QUOTE or UNPUBLISHED. Quantities: 0..BE_QUANTITY_MAX. Prices are
 * multiplied before they are divided by `per`; where that does not come out even (a price a minute
 * for seconds) the part is rounded half away from zero at the 18th decimal.
 *
 * Not for REQUEST tariffs: see be_tariff_charge_request.
 */
be_amount be_tariff_charge(const be_tariff *tariff, be_quantity before, be_quantity units,
                           be_charge_visitor *visit, void *context);

/*
 * The charge of a month of `days` days. Under tiers that start again each day every day sees an
 * even share of the month, some of them one unit more: days alike are visited once. Any other
 * tariff is charged as by be_tariff_charge.
 */
be_amount be_tariff_charge_month(const be_tariff *tariff, int days, be_quantity before,
                                 be_quantity units, be_charge_visitor *visit, void *context);

/*
 * The same for a REQUEST tariff: `units` of requests that are of size `request_size` each (in units
 * of the meter that sizes requests), without blocks, minimum and period. Any other tariff is
 * charged as by be_tariff_charge.
 */
be_amount be_tariff_charge_request(const be_tariff *tariff, be_quantity request_size,
                                   be_quantity units, be_charge_visitor *visit, void *context);

/*
 * Adds up the bands once, so that a graduated charge is found without walking those below it.
 * `bands` are those of the tariff. Changes no charge: whoever leaves it out only waits longer.
 */
void be_tariff_cumulate(be_tariff *tariff, be_band *bands);

/* The band that unit number `unit` (1 or more) falls in. Never NULL. */
const be_band *be_tariff_band_at(const be_tariff *tariff, be_quantity unit);

#ifdef __cplusplus
}
#endif

#endif
