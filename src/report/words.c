#include "report/words.h"

#include <stdio.h>
#include <string.h>

#include "language/language.h"
#include "report/currency.h"
#include "scenario/purchase.h"

/* -- figures --------------------------------------------------------------------------------- */

/*
 * Writes `number` ("-1234.5") with its whole digits grouped, `sign` between the minus and the
 * first digit, and at least `digits` decimals.
 */
static const char *write_grouped(const char *number, const char *sign, int digits,
                                 char out[WORDS_TEXT])
{
    bool negative = number[0] == '-';
    const char *p = negative ? number + 1 : number;
    size_t whole = strcspn(p, "."), length;
    length = (size_t)snprintf(out, WORDS_TEXT, "%s%s", negative ? "−" : "", sign);
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            out[length++] = ',';
        out[length++] = p[i];
    }
    const char *decimals = p[whole] == '.' ? p + whole + 1 : "";
    int missing = digits - (int)strlen(decimals);
    snprintf(out + length, WORDS_TEXT - length, "%s%s%.*s", digits > 0 || *decimals ? "." : "",
             decimals, missing > 0 ? missing : 0, "000000000000000000");
    return out;
}

static const char *missing_words(be_amount_state state)
{
    static const char *const words[BE_AMOUNT_STATE_COUNT] = {
        [BE_AMOUNT_KNOWN] = "",
        [BE_AMOUNT_QUOTE] = TR_LATER("on request"),
        [BE_AMOUNT_UNPUBLISHED] = TR_LATER("not published"),
        [BE_AMOUNT_OVERFLOW] = TR_LATER("too large"),
    };
    return tr(words[state]);
}

static const char *copy(const char *text, char out[WORDS_TEXT])
{
    snprintf(out, WORDS_TEXT, "%s", text);
    return out;
}

const char *words_quantity(be_quantity quantity, char out[WORDS_TEXT])
{
    char digits[BE_QUANTITY_TEXT];
    be_quantity_format(quantity, digits);
    return write_grouped(digits, "", 0, out);
}

static const struct {
    be_quantity unit;
    const char *suffix;
} short_units[] = {{1000000, "M"}, {1000, "k"}};

enum { SHORT_UNITS = sizeof short_units / sizeof *short_units };

/* The unit that a quantity has at most one decimal in; SHORT_UNITS: none. */
static int short_unit_of(be_quantity quantity)
{
    int i = 0;
    while (i < SHORT_UNITS &&
           (quantity < short_units[i].unit || quantity % (short_units[i].unit / 10) != 0))
        i++;
    return i;
}

int words_short_form(be_quantity quantity)
{
    int i = short_unit_of(quantity);
    bool has_decimal = i < SHORT_UNITS && quantity % short_units[i].unit != 0;
    return 2 * i + (has_decimal ? 1 : 0);
}

const char *words_short_quantity(be_quantity quantity, char out[WORDS_TEXT])
{
    int i = short_unit_of(quantity);
    if (i == SHORT_UNITS)
        return words_quantity(quantity, out);
    be_quantity tenths = quantity / (short_units[i].unit / 10);
    char whole[WORDS_TEXT], part[3] = {'.', (char)('0' + tenths % 10), '\0'};
    snprintf(out, WORDS_TEXT, "%.40s%s%s", words_quantity(tenths / 10, whole),
             tenths % 10 == 0 ? "" : part, short_units[i].suffix);
    return out;
}

/* English plurals as catalogues need them: "image", "query", "batch"; "QPS" stays. */
static const char *plural_ending(const char *word, size_t *stem)
{
    size_t length = strlen(word);
    char last = length > 0 ? word[length - 1] : '\0';
    *stem = length;
    if (last == 'y' && length > 1 && strchr("aeiou", word[length - 2]) == NULL) {
        *stem = length - 1;
        return "ies";
    }
    if (last == 's' || last == 'x' || last == 'z')
        return "es";
    if (last == 'h' && length > 1 && strchr("cs", word[length - 2]) != NULL)
        return "es";
    return last == 'S' ? "" : "s";
}

/* The program's own units are translated with it; catalogues have theirs in both languages. */
static const char *unit_in_language(const char *unit)
{
    const struct {
        const char *english, *shown;
    } own[] = {
        {"day", tr_in("behind a number", "day")},
        {"month", tr_in("behind a number", "month")},
        {"year", tr_in("behind a number", "year")},
        {"hour", tr_in("behind a number", "hour")},
        {"request", tr_in("behind a number", "request")},
        {"concurrent task", tr_in("behind a number", "concurrent task")},
        {"file", tr_in("behind a number", "file")},
        {"error", tr_in("behind a number", "error")},
        {"warning", tr_in("behind a number", "warning")},
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (strcmp(unit, own[i].english) == 0)
            return own[i].shown;
    }
    return unit;
}

/* Only English has plurals. */
static const char *unit_of_many(const char *unit, char out[WORDS_TEXT])
{
    size_t stem = strlen(unit);
    if (language_current() != LANGUAGE_EN)
        return unit_in_language(unit);
    const char *ending = plural_ending(unit, &stem);
    snprintf(out, WORDS_TEXT, "%.*s%s", stem > 80 ? 80 : (int)stem, unit, ending);
    return out;
}

const char *words_units(be_quantity quantity, const char *unit, char out[WORDS_TEXT])
{
    char count[WORDS_TEXT], many[WORDS_TEXT];
    snprintf(out, WORDS_TEXT, "%.48s %.100s", words_quantity(quantity, count),
             quantity == 1 ? unit_in_language(unit) : unit_of_many(unit, many));
    return out;
}

const char *words_plural(const char *unit, char out[WORDS_TEXT])
{
    char many[WORDS_TEXT];
    snprintf(out, WORDS_TEXT, tr_in("head of a column of units", "%.100s"),
             unit_of_many(unit, many));
    return out;
}

const char *words_count(int count, const char *word, char out[WORDS_TEXT])
{
    return words_units(count, word, out);
}

const char *words_money(be_amount amount, const char *code, char out[WORDS_TEXT])
{
    char digits[BE_AMOUNT_TEXT];
    if (!be_amount_is_known(amount))
        return copy(missing_words(be_amount_state_of(amount)), out);
    currency money = currency_of(code);
    be_amount_format_rounded(amount, money.digits, digits);
    return write_grouped(digits, money.sign, money.digits, out);
}

const char *words_amount(be_amount amount, const be_product *product, char out[WORDS_TEXT])
{
    return words_money(amount, product->currency, out);
}

const char *words_money_difference(be_amount amount, const char *code, char out[WORDS_TEXT])
{
    if (be_amount_is_zero(amount))
        return copy(tr("same"), out);
    if (!be_amount_is_known(amount) || be_amount_compare(amount, be_amount_zero()) < 0)
        return words_money(amount, code, out);
    char figure[WORDS_TEXT];
    snprintf(out, WORDS_TEXT, "+%.100s", words_money(amount, code, figure));
    return out;
}

const char *words_difference(be_amount amount, const be_product *product, char out[WORDS_TEXT])
{
    return words_money_difference(amount, product->currency, out);
}

const char *words_price(be_amount price, const be_product *product, char out[WORDS_TEXT])
{
    char digits[BE_AMOUNT_TEXT];
    if (!be_amount_is_known(price))
        return copy(missing_words(be_amount_state_of(price)), out);
    currency money = currency_of(product->currency);
    be_amount_format(price, digits);
    return write_grouped(digits, money.sign, money.digits, out);
}

/*
 * The largest number of thousandths that, less a half, `part` still reaches: found by halving, with
 * exact comparisons alone.
 */
const char *words_share(be_amount part, be_amount whole, char out[WORDS_TEXT])
{
    be_amount doubled = be_amount_times(part, 2000);
    be_quantity low = 0, high = 10000001;
    out[0] = '\0';
    if (!be_amount_is_known(doubled) || !be_amount_is_known(be_amount_times(whole, 2 * high)) ||
        be_amount_compare(whole, be_amount_zero()) <= 0 ||
        be_amount_compare(part, be_amount_zero()) < 0)
        return out;
    while (high - low > 1) {
        be_quantity middle = low + (high - low) / 2;
        if (be_amount_compare(be_amount_times(whole, 2 * middle - 1), doubled) <= 0)
            low = middle;
        else
            high = middle;
    }
    if (low < 10000000)
        snprintf(out, WORDS_TEXT, "%d.%d%%", (int)(low / 10), (int)(low % 10));
    return out;
}

const char *words_month(be_month month, char out[WORDS_TEXT])
{
    be_month_format(month, out);
    return out;
}

/* -- what is bought, and the names of things ------------------------------------------------- */

const char *words_unit(const be_product *product)
{
    return language_pick(product->unit, product->unit_zh);
}

const char *words_product(const be_product *product)
{
    return language_pick(product->name, product->name_zh);
}

const char *words_provider(const be_provider *provider)
{
    return language_pick(provider->name, provider->name_zh);
}

const char *words_region(const be_product *product)
{
    return product->region[0] == '\0' ? "" : tr_in("region", product->region);
}

const char *words_meter(const be_meter *meter)
{
    return language_pick(meter->name, meter->name_zh);
}

const char *words_comma(void)
{
    return tr_in("between things in a row", ", ");
}

const char *words_and(void)
{
    return tr_in("before the last thing in a row", " and ");
}

const char *words_vendor(const be_product *product, char out[WORDS_TEXT])
{
    const char *provider = words_provider(product->provider), *region = words_region(product);
    if (region[0] == '\0')
        return provider;
    snprintf(out, WORDS_TEXT, tr_in("vendor, region", "%.120s, %.60s"), provider, region);
    return out;
}

const char *words_pause(void)
{
    return tr_in("between parts of a sentence", ", ");
}

const char *words_purchase(const be_purchase *buy, const be_product *product, char out[WORDS_TEXT])
{
    char count[WORDS_TEXT], terms[WORDS_TEXT];
    if (buy->kind != BE_BUY_CAPACITY) {
        const char *id = buy->kind == BE_BUY_GENERAL
                             ? product->provider->general_packages[buy->item].id
                             : product->packages[buy->item].id;
        snprintf(out, WORDS_TEXT, "%.48s\u00A0×\u00A0%.80s", words_quantity(buy->count, count), id);
        return out;
    }
    const be_capacity *capacity = &product->capacity;
    const char *term = be_term_name(capacity->prices[buy->item].term);
    if (capacity->adds_to == BE_CAPACITY_QPS)
        words_units(buy->count, "QPS", count);
    else
        words_units(buy->count, "concurrent task", count);
    snprintf(out, WORDS_TEXT, tr_in("so much for so long", "%.70s for %.70s"), count,
             words_count(buy->terms, term, terms));
    return out;
}

/* "12 months"; of a count of 0 the bare word, as in "prepaid by the month". */
static void say_terms(int count, int term, char *out, size_t size)
{
    char text[WORDS_TEXT];
    if (count == 0)
        snprintf(out, size, "%s", purchase_term((be_term)term));
    else
        snprintf(out, size, "%s", words_count(count, be_term_name((be_term)term), text));
}

static be_message_words reader_words(void)
{
    return (be_message_words){
        .pick = language_pick,
        .terms = say_terms,
        .no_end = tr("without a stated end"),
        .comma = words_comma(),
    };
}

const char *words_duration(be_duration duration, char out[WORDS_TEXT])
{
    const be_arg said = be_arg_duration(duration);
    const be_message_words words = reader_words();
    be_arg_format(&said, &words, out, WORDS_TEXT);
    return out;
}

const char *words_message(const be_message *message, char out[BE_MESSAGE_TEXT])
{
    char money[BE_MESSAGE_ARGS][WORDS_TEXT];
    be_message said = *message;
    for (int i = 0; i < BE_MESSAGE_ARGS; i++) {
        be_arg *arg = &said.args[i];
        if (arg->kind == BE_ARG_MONEY)
            *arg =
                be_arg_text(words_money(arg->as.money->amount, arg->as.money->currency, money[i]));
    }
    const be_message_words words = reader_words();
    be_message_fill(&said, tr(be_message_template(said.id)), &words, out, BE_MESSAGE_TEXT);
    return out;
}

/* A name at the head of a column, and in the middle of a sentence. */
typedef struct option_name {
    const char *head, *inner;
} option_name;

/* Capacity that only speeds calls up is no way to pay for them, and should not sound like one. */
static option_name capacity_name(const be_capacity *capacity)
{
    if (!capacity->offered || capacity->calls_free)
        return (option_name){TR_LATER("Prepaid QPS"), TR_LATER("prepaid QPS")};
    if (capacity->adds_to == BE_CAPACITY_QPS)
        return (option_name){TR_LATER("Extra QPS"), TR_LATER("extra QPS")};
    return (option_name){TR_LATER("Extra concurrency"), TR_LATER("extra concurrency")};
}

static option_name name_of(be_option_id id, const be_product *product)
{
    static const option_name names[BE_OPTION_COUNT] = {
        [BE_OPTION_PAYG] = {TR_LATER("Pay as you go"), TR_LATER("pay as you go")},
        [BE_OPTION_PACKAGE] = {TR_LATER("Packages"), TR_LATER("packages")},
        [BE_OPTION_BEST] = {TR_LATER("Best plan"), TR_LATER("best plan")},
        [BE_OPTION_OWN] = {TR_LATER("Your plan"), TR_LATER("your plan")},
    };
    return id == BE_OPTION_QPS ? capacity_name(&product->capacity) : names[id];
}

const char *words_option(be_option_id id, const be_product *product)
{
    return tr(name_of(id, product).head);
}

const char *words_inner_option(be_option_id id, const be_product *product)
{
    return tr(name_of(id, product).inner);
}

const char *words_confidence(be_confidence confidence)
{
    static const char *const names[BE_CONFIDENCE_COUNT] = {
        [BE_CONFIDENCE_VENDOR] = TR_LATER("the vendor's own page"),
        [BE_CONFIDENCE_MIRROR] = TR_LATER("the vendor's text, in a copy kept by others"),
        [BE_CONFIDENCE_SECOND_HAND] = TR_LATER("second-hand: a note that cites the vendor"),
        [BE_CONFIDENCE_INFERRED] = TR_LATER("inferred: no vendor says it"),
        [BE_CONFIDENCE_USER] = TR_LATER("entered by you"),
    };
    return tr(names[confidence]);
}

const char *words_carries(be_carries carries)
{
    const char *const names[] = {
        [BE_CARRIES_YES] = tr_in("carries the load", "yes"),
        [BE_CARRIES_UNSTATED] = tr_in("carries the load", "not stated"),
        [BE_CARRIES_NO] = tr_in("carries the load", "no"),
    };
    return names[carries];
}
