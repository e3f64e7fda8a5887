#include <breakeven/message.h>

#include <breakeven/catalog.h>

#include <stdio.h>
#include <string.h>

enum { FORMATTED = 48 }; /* room for a month, a time, a share or an amount */

static const struct {
    const char *name;
    const char *text;
} messages[BE_MSG_COUNT] = {
#define BE_MESSAGE_ROW(id, name, text) [BE_MSG_##id] = {name, text},
    BE_MESSAGES(BE_MESSAGE_ROW)
#undef BE_MESSAGE_ROW
};

const char *be_message_name(be_message_id id)
{
    return messages[id].name;
}

const char *be_message_template(be_message_id id)
{
    return messages[id].text;
}

be_arg be_arg_quantity(be_quantity quantity)
{
    return (be_arg){.kind = BE_ARG_QUANTITY, .as.quantity = quantity};
}

be_arg be_arg_text(const char *text)
{
    return (be_arg){.kind = BE_ARG_TEXT, .as.text = text};
}

be_arg be_arg_name(const char *name, const char *name_zh)
{
    return (be_arg){.kind = BE_ARG_NAME, .as.name = {name, name_zh}};
}

be_arg be_arg_list(const be_name_list *last)
{
    return (be_arg){.kind = BE_ARG_LIST, .as.list = last};
}

be_arg be_arg_month(be_month month)
{
    return (be_arg){.kind = BE_ARG_MONTH, .as.month = month};
}

be_arg be_arg_duration(be_duration duration)
{
    return (be_arg){.kind = BE_ARG_DURATION, .as.duration = duration};
}

be_arg be_arg_time(be_microseconds time)
{
    return (be_arg){.kind = BE_ARG_TIME, .as.time = time};
}

be_arg be_arg_ratio(be_ratio ratio)
{
    return (be_arg){.kind = BE_ARG_RATIO, .as.ratio = ratio};
}

be_arg be_arg_factor(be_ratio factor)
{
    return (be_arg){.kind = BE_ARG_FACTOR, .as.ratio = factor};
}

be_arg be_arg_terms(int count, int term)
{
    return (be_arg){.kind = BE_ARG_TERM, .as.terms = {.count = count, .term = term}};
}

be_arg be_arg_money(const be_money *money)
{
    return (be_arg){.kind = BE_ARG_MONEY, .as.money = money};
}

/* What snprintf wrote, as far as it fits. */
static size_t written(int length, size_t size)
{
    if (length < 0 || size == 0)
        return 0;
    return (size_t)length < size ? (size_t)length : size - 1;
}

static size_t format_text(const char *text, char *out, size_t size)
{
    return written(snprintf(out, size, "%s", text), size);
}

static size_t format_quantity(be_quantity quantity, char *out, size_t size)
{
    char digits[BE_QUANTITY_TEXT], grouped[BE_QUANTITY_TEXT * 2];
    size_t count = be_quantity_format(quantity, digits), length = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0 && digits[i - 1] != '-')
            grouped[length++] = ',';
        grouped[length++] = digits[i];
    }
    grouped[length] = '\0';
    return format_text(grouped, out, size);
}

/* -- English words --------------------------------------------------------------------------- */

static const char *pick_english(const char *name, const char *name_zh)
{
    (void)name_zh;
    return name;
}

/* "1 month", "12 months"; a count of 0 leaves the bare word "month". */
static void say_terms(int count, int term, char *out, size_t size)
{
    const char *word = be_term_name((be_term)term);
    if (count == 0)
        snprintf(out, size, "%s", word);
    else
        snprintf(out, size, "%d %s%s", count, word, count == 1 ? "" : "s");
}

static const be_message_words english = {
    .pick = pick_english,
    .terms = say_terms,
    .no_end = "without a stated end",
    .comma = ", ",
};

/* -- arguments in words ---------------------------------------------------------------------- */

static size_t format_terms(int count, be_term term, const be_message_words *words, char *out,
                           size_t size)
{
    char text[FORMATTED];
    words->terms(count, (int)term, text, sizeof text);
    return format_text(text, out, size);
}

static size_t format_duration(be_duration valid, const be_message_words *words, char *out,
                              size_t size)
{
    if (valid.count == 0)
        return format_text(words->no_end, out, size);
    return format_terms(valid.count, valid.unit == BE_DAYS ? BE_TERM_DAY : BE_TERM_MONTH, words,
                        out, size);
}

static size_t format_list(const be_name_list *last, const be_message_words *words, char *out,
                          size_t size)
{
    size_t length = 0;
    if (last->before != NULL) {
        length = format_list(last->before, words, out, size);
        length += format_text(words->comma, out + length, size - length);
    }
    const char *name = words->pick(last->name.name, last->name.name_zh);
    return length + format_text(name, out + length, size - length);
}

static size_t format_arg(const be_arg *arg, const be_message_words *words, char *out, size_t size)
{
    char text[FORMATTED];
    switch (arg->kind) {
    case BE_ARG_QUANTITY:
        return format_quantity(arg->as.quantity, out, size);
    case BE_ARG_TEXT:
        return format_text(arg->as.text, out, size);
    case BE_ARG_NAME:
        return format_text(words->pick(arg->as.name.name, arg->as.name.name_zh), out, size);
    case BE_ARG_LIST:
        return format_list(arg->as.list, words, out, size);
    case BE_ARG_MONTH:
        be_month_format(arg->as.month, text);
        return format_text(text, out, size);
    case BE_ARG_DURATION:
        return format_duration(arg->as.duration, words, out, size);
    case BE_ARG_TIME:
        be_microseconds_format(arg->as.time, text);
        return format_text(text, out, size);
    case BE_ARG_RATIO:
        be_ratio_format(arg->as.ratio, text);
        return format_text(text, out, size);
    case BE_ARG_FACTOR:
        be_ratio_format_factor(arg->as.ratio, text);
        return format_text(text, out, size);
    case BE_ARG_TERM:
        return format_terms(arg->as.terms.count, (be_term)arg->as.terms.term, words, out, size);
    case BE_ARG_MONEY:
        be_amount_format(arg->as.money->amount, text);
        return written(snprintf(out, size, "%s %s", text, arg->as.money->currency), size);
    case BE_ARG_NONE:
        break;
    }
    return format_text("", out, size);
}

/* Takes away the first bytes of a character that a cut fell into; returns the length left. */
static size_t trim_cut(char *text, size_t length)
{
    size_t lead = length;
    while (lead > 0 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead-- == 0)
        return length;
    unsigned char first = (unsigned char)text[lead];
    size_t whole = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length - lead >= whole)
        return length;
    text[lead] = '\0';
    return lead;
}

size_t be_arg_format(const be_arg *arg, const be_message_words *words, char *out, size_t size)
{
    return trim_cut(out, format_arg(arg, words != NULL ? words : &english, out, size));
}

/* A place in a template for an argument, or for one of two words by its number. */
typedef struct slot {
    const be_arg *arg;
    const char *one, *many; /* NULL: the argument itself */
    const char *end;        /* of the slot */
} slot;

static bool read_slot(const be_message *message, const char *p, slot *out)
{
    if (p[0] != '{' || p[1] < '0' || p[1] >= '0' + BE_MESSAGE_ARGS)
        return false;
    *out = (slot){.arg = &message->args[p[1] - '0'], .end = p + 3};
    if (p[2] == '}')
        return true;
    const char *bar = strchr(p, '|'), *end = strchr(p, '}');
    if (p[2] != ':' || bar == NULL || end == NULL || bar > end)
        return false;
    out->one = p + 3;
    out->many = bar + 1;
    out->end = end + 1;
    return true;
}

static size_t fill_slot(const slot *s, const be_message_words *words, char *out, size_t size)
{
    if (s->one == NULL)
        return format_arg(s->arg, words, out, size);
    bool one = s->arg->kind == BE_ARG_QUANTITY && s->arg->as.quantity == 1;
    const char *word = one ? s->one : s->many, *end = one ? s->many - 1 : s->end - 1;
    return written(snprintf(out, size, "%.*s", (int)(end - word), word), size);
}

size_t be_message_fill(const be_message *message, const char *template_text,
                       const be_message_words *words, char *out, size_t size)
{
    size_t length = 0;
    slot s;
    if (words == NULL)
        words = &english;
    if (size == 0)
        return 0;
    for (const char *p = template_text; *p != '\0' && length + 1 < size;) {
        if (read_slot(message, p, &s)) {
            length += fill_slot(&s, words, out + length, size - length);
            p = s.end;
        } else {
            out[length++] = *p++;
        }
    }
    out[length] = '\0';
    return trim_cut(out, length);
}

size_t be_message_text(const be_message *message, char *out, size_t size)
{
    return be_message_fill(message, be_message_template(message->id), NULL, out, size);
}
