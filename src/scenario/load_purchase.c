/*
 * The purchases that a user pins: a plan of their own.
 */
#include "scenario/load.h"

#include "language/language.h"
#include "scenario/purchase.h"
#include "scenario/scenario.h"

/* In the order of be_term. */
static const char *const terms[BE_TERM_COUNT] = {"day", "month", "year"};
static const reader_names term_names = {terms, BE_TERM_COUNT};
static const reader_range term_counts = {1, PURCHASE_TERMS_MAX};

static const reader_field fields[] = {
    {"item", &reader_id, offsetof(purchase_words, item), .required = true},
    {"count", &load_volume, offsetof(purchase_words, count), .required = false},
    {"per", &reader_choice, offsetof(purchase_words, term), .rule = &term_names},
    {"terms", &reader_integer, offsetof(purchase_words, terms), .rule = &term_counts},
    {"month", &reader_month, offsetof(purchase_words, month), .required = false},
};

static const purchase_words defaults = {
    .count = 1,
    .term = PURCHASE_NO_TERM,
    .terms = 1,
    .month = PURCHASE_FIRST_MONTH,
};

static const reader_record record_of_words = {
    READER_RECORD(fields, purchase_words),
    .defaults = &defaults,
};

/* Words that cannot be looked up for a mistake elsewhere are not judged. */
static bool add_purchase(reader *in, const config_setting_t *group, const purchase_words *words,
                         scenario_item *item)
{
    const plan_loader *state = in->context;
    char error[PURCHASE_ERROR];
    if (item->product == NULL || state->horizon.start == PLAN_START_UNKNOWN)
        return false;
    be_purchase *slot = &item->pinned[item->demand.pinned_count];
    if (!purchase_from_words(words, item->product, state->horizon, slot, error))
        return reader_error(in, group, "%s", error);
    item->demand.pinned_count++;
    return true;
}

static bool decode_buy(reader *in, const config_setting_t *setting, const reader_field *field,
                       void *record)
{
    scenario_item *item = reader_slot(record, field);
    void *items = NULL;
    size_t count = 0;
    if (config_setting_length(setting) > SCENARIO_PINNED_MAX)
        return reader_error(in, setting, tr("has more than %d purchases"), SCENARIO_PINNED_MAX);
    if (!reader_groups(in, setting, &record_of_words, &items, &count))
        return false;
    const purchase_words *words = items;
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        ok = add_purchase(in, config_setting_get_elem(setting, (unsigned)i), &words[i], item) && ok;
    return ok;
}

const reader_type load_buy = {READER_LIST, TR_LATER("a list ( ) of groups"), decode_buy};
