#include "scenario/purchase_text.h"

#include <stdio.h>
#include <string.h>

#include "config/grouped.h"
#include "language/language.h"

enum { WORDS_MAX = 8, SIZE_UNKNOWN = -1 };

/* The words of a text, taken one by one from the front. */
typedef struct words {
    char copy[PURCHASE_TEXT];
    char *word[WORDS_MAX + 1]; /* ends with NULL */
    size_t at;
    char *error;
} words;

static bool fail(words *in, const char *what, const char *word)
{
    if (word == NULL)
        snprintf(in->error, PURCHASE_ERROR, "%s", what);
    else
        snprintf(in->error, PURCHASE_ERROR, "\"%.64s\" %s", word, what);
    return false;
}

static bool split(words *in, const char *text)
{
    size_t count = 0;
    char *rest = NULL;
    if (strlen(text) >= sizeof in->copy)
        return fail(in, tr("the text is too long"), NULL);
    strcpy(in->copy, text);
    for (char *word = strtok_r(in->copy, " \t", &rest); word != NULL;
         word = strtok_r(NULL, " \t", &rest)) {
        if (count == WORDS_MAX)
            return fail(in, tr("is one word too many"), word);
        in->word[count++] = word;
    }
    return count > 0 || fail(in, tr("nothing is named"), NULL);
}

static const char *peek(const words *in)
{
    return in->word[in->at];
}

static bool accept(words *in, const char *word)
{
    if (peek(in) == NULL || strcmp(peek(in), word) != 0)
        return false;
    in->at++;
    return true;
}

static bool take_number(words *in, const char *text, be_quantity *out)
{
    if (text == NULL)
        return fail(in, tr("a number is missing at the end"), NULL);
    be_number_error error = be_quantity_parse(text, BE_NUMBER_SUFFIX, out);
    return error == BE_NUMBER_OK || fail(in, tr(be_number_error_text(error)), text);
}

static bool take_next_number(words *in, be_quantity *out)
{
    const char *text = peek(in);
    in->at += text == NULL ? 0 : 1;
    return take_number(in, text, out);
}

/* "x3" or "x 3". */
static bool take_count(words *in, be_quantity *out)
{
    const char *word = peek(in);
    if (accept(in, "x"))
        return take_next_number(in, out);
    if (word == NULL || word[0] != 'x')
        return true;
    in->at++;
    return take_number(in, word + 1, out);
}

static bool take_unit(words *in, int *term)
{
    const char *word = peek(in);
    if (word == NULL)
        return fail(in, tr("days, months or years are missing at the end"), NULL);
    in->at++;
    for (int i = 0; i < BE_TERM_COUNT; i++) {
        const char *name = be_term_name((be_term)i);
        size_t length = strlen(name);
        if (strncmp(word, name, length) == 0 &&
            (word[length] == '\0' || strcmp(word + length, "s") == 0)) {
            *term = i;
            return true;
        }
    }
    return fail(in, tr("is no unit; expected days, months or years"), word);
}

static bool take_terms(words *in, purchase_words *out)
{
    be_quantity terms = 1;
    if (!accept(in, "for") && !accept(in, "x"))
        return true;
    const char *text = peek(in);
    if (!take_next_number(in, &terms) || !take_unit(in, &out->term))
        return false;
    if (terms < 1 || terms > PURCHASE_TERMS_MAX)
        return fail(in, tr("is out of range"), text);
    out->terms = (int)terms;
    return true;
}

static bool take_month(words *in, be_month *out)
{
    const char *word = peek(in);
    if (word == NULL || word[0] != '@')
        return true;
    in->at++;
    return be_month_parse(word + 1, out) ||
           fail(in, tr("is no month; expected one such as @2026-12"), word);
}

static bool at_end(words *in)
{
    return peek(in) == NULL || fail(in, tr("is not expected here"), peek(in));
}

bool purchase_parse(const char *text, const be_product *product, be_horizon horizon,
                    be_purchase *out, char error[PURCHASE_ERROR])
{
    words in = {.error = error};
    purchase_words bought = {
        .count = 1, .term = PURCHASE_NO_TERM, .terms = 1, .month = PURCHASE_FIRST_MONTH};
    if (!split(&in, text))
        return false;
    bought.item = in.word[in.at++];
    bool ok = purchase_is_capacity(bought.item)
                  ? take_next_number(&in, &bought.count) && take_terms(&in, &bought)
                  : take_count(&in, &bought.count);
    return ok && take_month(&in, &bought.month) && at_end(&in) &&
           purchase_from_words(&bought, product, horizon, out, error);
}

size_t purchase_format(const be_purchase *purchase, const be_product *product, be_horizon horizon,
                       char out[PURCHASE_TEXT])
{
    char count[GROUPED_TEXT], month[BE_MONTH_TEXT];
    purchase_words bought = purchase_to_words(purchase, product, horizon);
    be_month_format(bought.month, month);
    grouped(bought.count, count);
    int length = bought.term == PURCHASE_NO_TERM
                     ? snprintf(out, PURCHASE_TEXT, "%s x%s @%s", bought.item, count, month)
                     : snprintf(out, PURCHASE_TEXT, "%s %s for %d %s%s @%s", bought.item, count,
                                bought.terms, be_term_name((be_term)bought.term),
                                bought.terms == 1 ? "" : "s", month);
    return length < 0 ? 0 : (size_t)length;
}

/* The general package that is named in front of "until", if any. */
static bool take_general(words *in, const be_product *product, be_owned *out)
{
    if (peek(in) == NULL || strcmp(peek(in), "until") == 0)
        return true;
    out->general = purchase_general(in->word[in->at++], product, in->error);
    return out->general != NULL;
}

bool owned_parse(const char *text, const be_product *product, be_owned *out,
                 char error[PURCHASE_ERROR])
{
    words in = {.error = error};
    be_owned owned = {.size = SIZE_UNKNOWN};
    if (!split(&in, text) || !take_next_number(&in, &owned.left))
        return false;
    if (accept(&in, "of") && !take_next_number(&in, &owned.size))
        return false;
    if (!take_general(&in, product, &owned))
        return false;
    if (owned.size == SIZE_UNKNOWN)
        owned.size = owned.general != NULL ? owned.general->points : owned.left;
    if (owned.left > owned.size)
        return fail(&in, tr("more is left than the package's size"), NULL);
    if (!accept(&in, "until") || peek(&in) == NULL)
        return fail(&in, tr("the end is missing; expected a month such as \"until 2027-03\""),
                    NULL);
    const char *month = in.word[in.at++];
    if (!be_month_parse(month, &owned.expires))
        return fail(&in, tr("is no month; expected one such as 2027-03"), month);
    if (!at_end(&in))
        return false;
    *out = owned;
    return true;
}

size_t owned_format(const be_owned *owned, char out[PURCHASE_TEXT])
{
    char left[GROUPED_TEXT], size[GROUPED_TEXT], month[BE_MONTH_TEXT];
    be_month_format(owned->expires, month);
    const char *blank = owned->general == NULL ? "" : " ";
    const char *package = owned->general == NULL ? "" : owned->general->id;
    int length = snprintf(out, PURCHASE_TEXT, "%s of %s%s%s until %s", grouped(owned->left, left),
                          grouped(owned->size, size), blank, package, month);
    return length < 0 ? 0 : (size_t)length;
}
