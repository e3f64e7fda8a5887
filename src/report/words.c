#include "report/words.h"

#include <stdio.h>
#include <string.h>

#include "report/currency.h"

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
        [BE_AMOUNT_QUOTE] = "on request",
        [BE_AMOUNT_UNPUBLISHED] = "not published",
        [BE_AMOUNT_OVERFLOW] = "too large",
    };
    return words[state];
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

const char *words_short_quantity(be_quantity quantity, char out[WORDS_TEXT])
{
    static const struct {
        be_quantity unit;
        const char *suffix;
    } units[] = {{1000000, "M"}, {1000, "k"}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        be_quantity tenths = quantity / (units[i].unit / 10);
        if (quantity < units[i].unit || quantity % (units[i].unit / 10) != 0)
            continue;
        char whole[WORDS_TEXT], part[3] = {'.', (char)('0' + tenths % 10), '\0'};
        snprintf(out, WORDS_TEXT, "%.40s%s%s", words_quantity(tenths / 10, whole),
                 tenths % 10 == 0 ? "" : part, units[i].suffix);
        return out;
    }
    return words_quantity(quantity, out);
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

const char *words_units(be_quantity quantity, const char *unit, char out[WORDS_TEXT])
{
    char count[WORDS_TEXT];
    size_t stem = strlen(unit);
    const char *ending = quantity == 1 ? "" : plural_ending(unit, &stem);
    snprintf(out, WORDS_TEXT, "%.48s %.*s%s", words_quantity(quantity, count),
             stem > 80 ? 80 : (int)stem, unit, ending);
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
        return copy("same", out);
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
    snprintf(out, WORDS_TEXT, "%.70s for %.70s", count, words_count(buy->terms, term, terms));
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
    be_message_text(&said, out, BE_MESSAGE_TEXT);
    return out;
}

/* Capacity that only speeds calls up is no way to pay for them, and should not sound like one. */
static const char *capacity_name(const be_capacity *capacity)
{
    if (!capacity->offered || capacity->calls_free)
        return "Prepaid QPS";
    return capacity->adds_to == BE_CAPACITY_QPS ? "Extra QPS" : "Extra concurrency";
}

const char *words_option(be_option_id id, const be_product *product)
{
    static const char *const names[BE_OPTION_COUNT] = {
        [BE_OPTION_PAYG] = "Pay as you go",
        [BE_OPTION_PACKAGE] = "Packages",
        [BE_OPTION_BEST] = "Best plan",
        [BE_OPTION_OWN] = "Your plan",
    };
    return id == BE_OPTION_QPS ? capacity_name(&product->capacity) : names[id];
}

const char *words_confidence(be_confidence confidence)
{
    static const char *const names[BE_CONFIDENCE_COUNT] = {
        [BE_CONFIDENCE_VENDOR] = "the vendor's own page",
        [BE_CONFIDENCE_MIRROR] = "the vendor's text, in a copy kept by others",
        [BE_CONFIDENCE_SECOND_HAND] = "second-hand: a note that cites the vendor",
        [BE_CONFIDENCE_INFERRED] = "inferred: no vendor says it",
        [BE_CONFIDENCE_USER] = "entered by you",
    };
    return names[confidence];
}

const char *words_carries(be_carries carries)
{
    static const char *const names[] = {
        [BE_CARRIES_YES] = "yes", [BE_CARRIES_UNSTATED] = "not stated", [BE_CARRIES_NO] = "no"};
    return names[carries];
}
