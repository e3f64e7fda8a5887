/*
 * The fields that few plans need: what is uncertain, what differs from month to month, what is
 * owned, tax and rates of exchange.
 */
#include <stdio.h>
#include <string.h>

#include "language/language.h"
#include "report/words.h"
#include "scenario/currency_code.h"
#include "scenario/purchase_text.h"
#include "tui/model/field_text.h"

enum { HOURS_A_DAY = 24, PART_BYTES = 256, DATE_PARTS_MAX = SCENARIO_DATE - 1 };

/* -- lists ------------------------------------------------------------------------------------- */

/* Copies the next part of a list and moves behind it; false at the end. Blanks around a part do not
 * count. A part that is too long is cut, and has no meaning then. */
static bool next_part(const char **list, const char *separators, char out[PART_BYTES])
{
    const char *from = *list + strspn(*list, separators);
    from += strspn(from, " ");
    size_t length = strcspn(from, separators);
    *list = from + length;
    while (length > 0 && from[length - 1] == ' ')
        length--;
    snprintf(out, PART_BYTES, "%.*s", (int)(length < PART_BYTES ? length : PART_BYTES - 1), from);
    return out[0] != '\0';
}

/* Writes a part behind those that are there. */
static void add_part(char *out, size_t size, const char *separator, const char *part)
{
    size_t length = strlen(out);
    snprintf(out + length, size - length, "%s%s", length == 0 ? "" : separator, part);
}

static bool too_many(char *reason, size_t size, const char *text, int most)
{
    char example[WORDS_TEXT];
    snprintf(example, sizeof example, tr("at most %d"), most);
    return field_refuse(reason, size, text, tr("are too many"), example);
}

/* -- month by month ---------------------------------------------------------------------------- */

static void show_volumes(const field_target *at, char *out, size_t size)
{
    char text[WORDS_TEXT];
    out[0] = '\0';
    for (size_t i = 0; i < at->item->demand.volume_count; i++)
        add_part(out, size, " ", words_short_quantity(at->item->volumes[i], text));
}

/* Without volumes of the months, the first of them goes on to be that of every month. */
static bool drop_volumes(scenario_item *item)
{
    if (item->demand.volume_count > 0)
        item->demand.volume = item->volumes[0];
    item->demand.volume_count = 0;
    return true;
}

static bool read_volumes(const field_target *at, const char *text, char *reason, size_t size)
{
    scenario_item *item = at->item;
    be_quantity volumes[BE_MONTHS_MAX];
    char part[PART_BYTES];
    const char *rest = text;
    size_t count = 0;
    if (field_is_blank(text))
        return drop_volumes(item);
    if (item->has_season || item->demand.high > 0)
        return field_refuse(reason, size, text, tr("cannot be combined with a season or a range"),
                            tr("one volume, or clear those first"));
    while (next_part(&rest, " ;", part)) {
        if (count == BE_MONTHS_MAX)
            return too_many(reason, size, text, BE_MONTHS_MAX);
        if (!field_read_count(part, &volumes[count++], reason, size))
            return false;
    }
    memcpy(item->volumes, volumes, count * sizeof *volumes);
    item->demand.volume_count = count;
    return true;
}

static void show_season(const field_target *at, char *out, size_t size)
{
    char text[BE_RATIO_TEXT];
    out[0] = '\0';
    for (size_t i = 0; at->item->has_season && i < SCENARIO_SEASON; i++) {
        be_ratio_format(at->item->season[i], text);
        add_part(out, size, " ", text);
    }
}

static bool read_season(const field_target *at, const char *text, char *reason, size_t size)
{
    be_ratio season[SCENARIO_SEASON];
    char part[PART_BYTES];
    const char *rest = text;
    size_t count = 0;
    at->item->has_season = at->item->has_season && !field_is_blank(text);
    if (field_is_blank(text))
        return true;
    if (at->item->demand.volume_count > 0)
        return field_refuse(reason, size, text, tr("cannot be combined with volumes of the months"),
                            tr("one volume first"));
    while (next_part(&rest, " ;", part)) {
        if (count == SCENARIO_SEASON)
            return too_many(reason, size, text, SCENARIO_SEASON);
        be_number_error error = be_ratio_parse(part, &season[count]);
        if (error != BE_NUMBER_OK || season[count] < 0 ||
            season[count] > SCENARIO_FACTOR_MAX * BE_RATIO_ONE)
            return field_refuse(reason, size, part, tr("is no factor of a season"),
                                tr("0% to 1000%, or 1.5"));
        count++;
    }
    if (count < SCENARIO_SEASON)
        return field_refuse(reason, size, text, tr("is not a factor for each month"),
                            tr("twelve, January first"));
    memcpy(at->item->season, season, sizeof season);
    at->item->has_season = true;
    return true;
}

/* -- what is uncertain ------------------------------------------------------------------------- */

static void show_spread(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.spread, out, size);
}

static bool read_spread(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_SPREAD_MAX, &at->item->demand.spread, reason, size);
}

static void show_cancellation(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.cancellation, out, size);
}

static bool read_cancellation(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.cancellation, reason, size);
}

static void show_failures_billed(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->item->demand.failures_billed, out, size);
}

static bool read_failures_billed(const field_target *at, const char *text, char *reason,
                                 size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->item->demand.failures_billed, reason, size);
}

static void show_busy_hours(const field_target *at, char *out, size_t size)
{
    int hours = at->item->demand.busy_hours;
    out[0] = '\0';
    if (hours != 0)
        snprintf(out, size, "%d", hours);
}

static bool read_busy_hours(const field_target *at, const char *text, char *reason, size_t size)
{
    int hours = 0;
    if (!field_is_blank(text) && !field_read_small(text, HOURS_A_DAY, &hours))
        return field_refuse(reason, size, text, tr("is no number of hours"),
                            tr("1 to 24, or nothing: all day"));
    at->item->demand.busy_hours = hours;
    return true;
}

/* -- what is there already --------------------------------------------------------------------- */

static void show_owned(const field_target *at, char *out, size_t size)
{
    char text[PURCHASE_TEXT];
    out[0] = '\0';
    for (size_t i = 0; i < at->item->demand.owned_count; i++) {
        owned_format(&at->item->owned[i], text);
        add_part(out, size, "; ", text);
    }
}

static bool refuse_part(char *reason, size_t size, const char error[PURCHASE_ERROR])
{
    snprintf(reason, size, "%s", error);
    return false;
}

static bool read_owned(const field_target *at, const char *text, char *reason, size_t size)
{
    be_owned owned[SCENARIO_OWNED_MAX];
    char part[PART_BYTES], error[PURCHASE_ERROR];
    const char *rest = text;
    size_t count = 0;
    while (next_part(&rest, ";", part)) {
        if (count == SCENARIO_OWNED_MAX)
            return too_many(reason, size, text, SCENARIO_OWNED_MAX);
        if (!owned_parse(part, at->product, &owned[count], error))
            return refuse_part(reason, size, error);
        if (owned[count].general == NULL && at->product->package_count == 0)
            return field_refuse(reason, size, part, tr("is a package, and none are sold"),
                                tr("points of a general one"));
        count++;
    }
    memcpy(at->item->owned, owned, count * sizeof *owned);
    at->item->demand.owned_count = count;
    return true;
}

static void show_buy(const field_target *at, char *out, size_t size)
{
    char text[PURCHASE_TEXT];
    out[0] = '\0';
    for (size_t i = 0; i < at->item->demand.pinned_count; i++) {
        purchase_format(&at->item->pinned[i], at->product, at->plan->horizon, text);
        add_part(out, size, "; ", text);
    }
}

static bool read_buy(const field_target *at, const char *text, char *reason, size_t size)
{
    be_purchase pinned[SCENARIO_PINNED_MAX];
    char part[PART_BYTES], error[PURCHASE_ERROR];
    const char *rest = text;
    size_t count = 0;
    while (next_part(&rest, ";", part)) {
        if (count == SCENARIO_PINNED_MAX)
            return too_many(reason, size, text, SCENARIO_PINNED_MAX);
        if (!purchase_parse(part, at->product, at->plan->horizon, &pinned[count], error))
            return refuse_part(reason, size, error);
        count++;
    }
    memcpy(at->item->pinned, pinned, count * sizeof *pinned);
    at->item->demand.pinned_count = count;
    return true;
}

static bool sells_ahead(const be_product *product)
{
    return product->package_count > 0 || product->capacity.offered ||
           product->provider->general_package_count > 0;
}

/* -- the plan's tax and rates ------------------------------------------------------------------ */

static void show_tax(const field_target *at, char *out, size_t size)
{
    field_show_ratio(at->plan->tax, out, size);
}

static bool read_tax(const field_target *at, const char *text, char *reason, size_t size)
{
    return field_read_ratio(text, 0, BE_RATIO_ONE, &at->plan->tax, reason, size);
}

static void show_total_in(const field_target *at, char *out, size_t size)
{
    snprintf(out, size, "%s", at->plan->exchange.to);
}

/* Rates are of a day: of today, unless another is typed. */
static void give_date(const field_target *at)
{
    scenario_exchange *exchange = &at->plan->exchange;
    if (exchange->date[0] == '\0')
        snprintf(exchange->date, sizeof exchange->date, "%04u-%02u-%02u",
                 (unsigned)at->today.year % 10000u, (unsigned)at->today.month % 100u,
                 (unsigned)at->today.day % 100u);
}

/* Rates lead to this currency and to no other. */
static bool read_total_in(const field_target *at, const char *text, char *reason, size_t size)
{
    scenario_exchange *exchange = &at->plan->exchange;
    char currency[SCENARIO_CURRENCY];
    if (field_is_blank(text)) {
        *exchange = (scenario_exchange){.rate_count = 0};
        return true;
    }
    if (!currency_code_parse(text, currency))
        return field_refuse(reason, size, text, tr("is no currency"),
                            tr("three capital letters such as CNY"));
    if (scenario_rate_of(exchange->rates, exchange->rate_count, currency) != NULL)
        return field_refuse(reason, size, text, tr("has a rate of its own"),
                            tr("another, or change the rates first"));
    memcpy(exchange->to, currency, sizeof currency);
    give_date(at);
    return true;
}

static void show_rates_date(const field_target *at, char *out, size_t size)
{
    snprintf(out, size, "%s", at->plan->exchange.date);
}

static bool read_rates_date(const field_target *at, const char *text, char *reason, size_t size)
{
    scenario_exchange *exchange = &at->plan->exchange;
    be_date date;
    if (exchange->to[0] == '\0' && !field_is_blank(text))
        return field_refuse(reason, size, text, tr("needs a currency of the total"),
                            tr("that first"));
    if (field_is_blank(text)) {
        exchange->date[0] = '\0';
        if (exchange->to[0] != '\0')
            give_date(at);
        return true;
    }
    if (strlen(text) > DATE_PARTS_MAX || !be_date_parse(text, &date))
        return field_refuse(reason, size, text, tr("is no date"), tr("one such as 2026-11-20"));
    snprintf(exchange->date, sizeof exchange->date, "%.*s", DATE_PARTS_MAX, text);
    return true;
}

static void show_rates(const field_target *at, char *out, size_t size)
{
    char rate[BE_RATIO_TEXT], part[BE_RATIO_TEXT + SCENARIO_CURRENCY + 1];
    out[0] = '\0';
    for (size_t i = 0; i < at->plan->exchange.rate_count; i++) {
        const scenario_rate *one = &at->plan->exchange.rates[i];
        be_ratio_format_factor(one->rate, rate);
        snprintf(part, sizeof part, "%s %s", one->currency, rate);
        add_part(out, size, "; ", part);
    }
}

/* "USD 7.12" or "USD=7.12". */
static bool parse_rate(const char *part, scenario_rate *out)
{
    char code[SCENARIO_CURRENCY] = "";
    size_t letters = strcspn(part, " =");
    if (letters != sizeof code - 1 || part[letters] == '\0')
        return false;
    memcpy(code, part, letters);
    const char *number = part + letters + strspn(part + letters, " =");
    return currency_code_parse(code, out->currency) &&
           be_ratio_parse_factor(number, BE_NUMBER_PLAIN, &out->rate) == BE_NUMBER_OK &&
           out->rate > 0;
}

static bool read_rates(const field_target *at, const char *text, char *reason, size_t size)
{
    scenario_exchange *exchange = &at->plan->exchange;
    scenario_rate rates[SCENARIO_RATES_MAX];
    char part[PART_BYTES];
    const char *rest = text;
    size_t count = 0;
    if (exchange->to[0] == '\0' && !field_is_blank(text))
        return field_refuse(reason, size, text, tr("needs a currency of the total"),
                            tr("that first"));
    while (next_part(&rest, ";", part)) {
        if (count == SCENARIO_RATES_MAX)
            return too_many(reason, size, text, SCENARIO_RATES_MAX);
        if (!parse_rate(part, &rates[count]))
            return field_refuse(reason, size, part, tr("is no rate"), tr("such as USD 7.12"));
        if (strcmp(rates[count].currency, exchange->to) == 0 ||
            scenario_rate_of(rates, count, rates[count].currency) != NULL)
            return field_refuse(reason, size, part, tr("has a rate already"),
                                tr("another currency"));
        count++;
    }
    memcpy(exchange->rates, rates, count * sizeof *rates);
    exchange->rate_count = count;
    return true;
}

/* -- the table --------------------------------------------------------------------------------- */

#define RARE(id) [FIELD_##id - FIELD_RARE_FIRST]

const field_info field_rare[FIELD_ID_COUNT - FIELD_RARE_FIRST] = {
    RARE(SPREAD) = {.label = TR_LATER("Spread"),
                    .help = TR_LATER("How uncertain the volume is: one time in ten so much more, "
                                     "or as far below"),
                    .show = show_spread,
                    .read = read_spread},
    RARE(CANCELLATION) = {.label = TR_LATER("Ends/month"),
                          .help = TR_LATER("Chance each month that all use ends for good: 2%"),
                          .show = show_cancellation,
                          .read = read_cancellation},
    RARE(BUSY_HOURS) = {.label = TR_LATER("Busy hours"),
                        .help = TR_LATER("Hours a day over which calls are spread; nothing: 24"),
                        .show = show_busy_hours,
                        .read = read_busy_hours},
    RARE(FAILURES_BILLED) = {.label = TR_LATER("Fails billed"),
                             .help = TR_LATER("Share of the failed calls that is billed all the "
                                              "same: 50%"),
                             .show = show_failures_billed,
                             .read = read_failures_billed},
    RARE(TAX) = {.label = TR_LATER("Tax"),
                 .help = TR_LATER("On top of every charge, for the whole plan: 6%"),
                 .of_plan = true,
                 .show = show_tax,
                 .read = read_tax},
    RARE(TOTAL_IN) = {.label = TR_LATER("Total in"),
                      .help = TR_LATER("The currency in which the whole plan is added up: CNY"),
                      .of_plan = true,
                      .show = show_total_in,
                      .read = read_total_in},
    RARE(RATES_DATE) = {.label = TR_LATER("Rates of"),
                        .help = TR_LATER("The day of the rates of exchange: 2026-11-20"),
                        .of_plan = true,
                        .show = show_rates_date,
                        .read = read_rates_date},
    RARE(RATES) = {.label = TR_LATER("Rates"),
                   .help = TR_LATER("What one of a currency is of the total's: USD 7.12; EUR 7.85"),
                   .is_wide = true,
                   .of_plan = true,
                   .show = show_rates,
                   .read = read_rates},
    RARE(VOLUMES) = {.label = TR_LATER("Each month"),
                     .help = TR_LATER("Volumes month by month in place of one: 30k 35k 1.2M; the "
                                      "last one repeats"),
                     .is_wide = true,
                     .show = show_volumes,
                     .read = read_volumes},
    RARE(SEASON) = {.label = TR_LATER("Season"),
                    .help = TR_LATER("Twelve factors of the volume, January first: 1 1 1.5 80% "
                                     "..."),
                    .is_wide = true,
                    .show = show_season,
                    .read = read_season},
    RARE(OWNED) = {.label = TR_LATER("Owned"),
                   .help = TR_LATER("Packages you have: 4,000 of 10,000 until 2027-03; points: "
                                    "4,000 points-5k until 2027-03"),
                   .is_wide = true,
                   .show = show_owned,
                   .read = read_owned,
                   .applies = sells_ahead},
    RARE(BUY) = {.label = TR_LATER("Own plan"),
                 .help = TR_LATER("What you would buy, priced beside the others: 10k x3 @2026-12; "
                                  "qps 8 for 12 months"),
                 .is_wide = true,
                 .show = show_buy,
                 .read = read_buy,
                 .applies = sells_ahead},
};
