/*
 * Prices: a decimal, or one of two words for a price that is not there.
 */
#include "catalog/load.h"

#include <string.h>

#include "language/language.h"

static const struct {
    const char *word;
    be_amount_state state;
} missing_prices[] = {
    {"quote", BE_AMOUNT_QUOTE},
    {"unknown", BE_AMOUNT_UNPUBLISHED},
};

static bool decode_price(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    for (size_t i = 0; i < sizeof missing_prices / sizeof missing_prices[0]; i++) {
        be_amount *slot = reader_slot(record, field);
        if (strcmp(text, missing_prices[i].word) != 0)
            continue;
        *slot = be_amount_missing(missing_prices[i].state);
        return true;
    }
    return reader_amount.decode(in, setting, field, record);
}

const reader_type load_price = {
    READER_STRING, TR_LATER("a quoted decimal such as \"0.275\" (or \"quote\", \"unknown\")"),
    decode_price};
