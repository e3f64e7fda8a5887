#include "engine_test.h"

#include <string.h>

be_amount money(const char *text)
{
    if (strcmp(text, "quote") == 0)
        return be_amount_missing(BE_AMOUNT_QUOTE);
    if (strcmp(text, "unpublished") == 0)
        return be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    be_amount amount = be_amount_zero();
    assert_int_equal(be_amount_parse(text, &amount), BE_NUMBER_OK);
    return amount;
}

void expect_amount(be_amount actual, const char *expected, const char *file, int line)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(actual, text);
    _assert_string_equal(text, expected, file, line);
}

void expect_message(const be_message *actual, const char *expected, const char *file, int line)
{
    char text[BE_MESSAGE_TEXT] = "(no message)";
    if (actual != NULL)
        be_message_text(actual, text, sizeof text);
    _assert_string_equal(text, expected, file, line);
}

const be_message *find_message(const be_message *messages, size_t count, be_message_id id)
{
    for (size_t i = 0; i < count; i++) {
        if (messages[i].id == id)
            return &messages[i];
    }
    return NULL;
}

int open_arena(void **state)
{
    *state = be_arena_create();
    return *state != NULL ? 0 : -1;
}

int close_arena(void **state)
{
    be_arena_destroy(*state);
    return 0;
}

be_horizon horizon_of(int year, int month, int months)
{
    return (be_horizon){.start = be_month_of(year, month), .months = months};
}

be_purchase buy_package(size_t item, int month, be_quantity count)
{
    return (be_purchase){BE_BUY_PACKAGE, item, month, count, 1};
}

be_purchase buy_capacity(size_t item, int month, be_quantity count, int terms)
{
    return (be_purchase){BE_BUY_CAPACITY, item, month, count, terms};
}

const be_bill *bill_of(be_arena *arena, const be_product *product, const be_demand *demand,
                       be_horizon horizon, const be_purchase *purchases, size_t count)
{
    be_usage usage;
    be_usage_resolve(demand, horizon, &usage);
    be_bill *bill = be_arena_alloc(arena, 1, sizeof *bill);
    assert_non_null(bill);
    assert_true(
        be_bill_compute(arena, product, demand, &usage, purchases, count, BE_BILL_LINES, bill));
    return bill;
}

const be_quote *quote_of(be_arena *arena, const be_product *product, const be_demand *demand,
                         be_horizon horizon)
{
    const be_date no_day = {0};
    const be_quote *quote = be_quote_create(arena, product, demand, horizon, no_day);
    assert_non_null(quote);
    return quote;
}

const be_option *cheapest_column(const be_quote *quote)
{
    static const be_option_id columns[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS};
    const be_option *best = NULL;
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        const be_option *option = &quote->options[columns[i]];
        if (be_option_eligible(option) &&
            (best == NULL || be_amount_compare(option->bill.total, best->bill.total) < 0))
            best = option;
    }
    return best;
}
