#include "report/json_value.h"

#include <stdlib.h>
#include <string.h>

#include "config/utf8.h"
#include "report/words.h"

json_t *json_of_list(size_t count, json_maker *make, const void *context)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count && list != NULL; i++) {
        if (json_array_append_new(list, make(context, i)) == 0)
            continue;
        json_decref(list);
        list = NULL;
    }
    return list;
}

/* The text with a replacement character for each byte that is no part of a character. */
static char *mend(const char *text)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    size_t left = strlen(text), used = 0;
    char *out = malloc(left * (sizeof replacement - 1) + 1);
    while (out != NULL && left > 0) {
        size_t length = utf8_length(text, left);
        const char *from = length > 0 ? text : replacement;
        size_t bytes = length > 0 ? length : sizeof replacement - 1;
        memcpy(out + used, from, bytes);
        used += bytes;
        text += length > 0 ? length : 1;
        left -= length > 0 ? length : 1;
    }
    if (out != NULL)
        out[used] = '\0';
    return out;
}

json_t *json_of_text(const char *text)
{
    if (text == NULL)
        return json_null();
    if (utf8_is_valid(text))
        return json_string(text);
    char *mended = mend(text);
    json_t *value = mended == NULL ? NULL : json_string(mended);
    free(mended);
    return value;
}

json_t *json_of_amount(be_amount amount)
{
    char digits[BE_AMOUNT_TEXT];
    if (!be_amount_is_known(amount))
        return json_null();
    be_amount_format(amount, digits);
    return json_string(digits);
}

json_t *json_of_state(be_amount amount)
{
    char state[BE_AMOUNT_TEXT];
    if (be_amount_is_known(amount))
        return json_null();
    be_amount_format(amount, state);
    return json_string(state);
}

json_t *json_of_quantity(be_quantity quantity)
{
    char digits[BE_QUANTITY_TEXT];
    be_quantity_format(quantity, digits);
    return json_string(digits);
}

json_t *json_of_month(be_month month)
{
    char text[BE_MONTH_TEXT];
    be_month_format(month, text);
    return json_string(text);
}

json_t *json_of_message(const be_message *message)
{
    char text[BE_MESSAGE_TEXT];
    return json_of_text(words_message(message, text));
}

static json_t *message_at(const void *context, size_t i)
{
    return json_of_message((const be_message *)context + i);
}

json_t *json_of_messages(const be_message *messages, size_t count)
{
    return json_of_list(count, message_at, messages);
}

static json_t *warning_at(const void *context, size_t i)
{
    const be_message *warning = (const be_message *)context + i;
    return json_pack("{s:s, s:o}", "id", be_message_name(warning->id), "text",
                     json_of_message(warning));
}

json_t *json_of_warnings(const be_message *warnings, size_t count)
{
    return json_of_list(count, warning_at, warnings);
}

typedef struct line_list {
    const be_line *lines;
    const be_month *start;
} line_list;

static json_t *line_at(const void *context, size_t i)
{
    const line_list *list = context;
    const be_line *line = &list->lines[i];
    const be_source *source = line->source;
    return json_pack(
        "{s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "month",
        list->start == NULL ? json_null() : json_of_month(*list->start + line->month), "kind",
        be_message_name(line->what.id), "what", json_of_message(&line->what), "quantity",
        json_of_quantity(line->quantity), "price", json_of_amount(line->price), "price_state",
        json_of_state(line->price), "per", json_of_quantity(line->per), "amount",
        json_of_amount(line->amount), "amount_state", json_of_state(line->amount), "rule",
        json_of_message(&line->rule), "source", json_of_text(source == NULL ? NULL : source->title),
        "source_date", json_of_text(source == NULL ? NULL : source->date_text));
}

json_t *json_of_lines(const be_line *lines, size_t count, const be_month *start)
{
    const line_list list = {lines, start};
    return json_of_list(count, line_at, &list);
}
