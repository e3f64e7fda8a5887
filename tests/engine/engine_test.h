/*
 * What every test of the engine uses: amounts as text, an arena for each test, bills and quotes in
 * one call.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_TEST_H
#define BREAKEVEN_TESTS_ENGINE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <breakeven/breakeven.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* The amount written as `text`; "quote" and "unpublished" are the missing ones. */
be_amount money(const char *text);

/* Fails unless the amount is written exactly so, as be_amount_format does. */
#define assert_amount(actual, expected) expect_amount((actual), (expected), __FILE__, __LINE__)
void expect_amount(be_amount actual, const char *expected, const char *file, int line);

/* Fails unless the message reads so in English. */
#define assert_message(actual, expected) expect_message((actual), (expected), __FILE__, __LINE__)
void expect_message(const be_message *actual, const char *expected, const char *file, int line);

/* The message of that id in a list, or NULL. */
const be_message *find_message(const be_message *messages, size_t count, be_message_id id);

/* A test's setup and teardown: *state is an arena. */
int open_arena(void **state);
int close_arena(void **state);

be_horizon horizon_of(int year, int month, int months);

be_purchase buy_package(size_t item, int month, be_quantity count);
be_purchase buy_capacity(size_t item, int month, be_quantity count, int terms);

/* The bill of a demand under a list of purchases, with lines. */
const be_bill *bill_of(be_arena *arena, const be_product *product, const be_demand *demand,
                       be_horizon horizon, const be_purchase *purchases, size_t count);

/* The quote of a demand, on a day on which no price is old. */
const be_quote *quote_of(be_arena *arena, const be_product *product, const be_demand *demand,
                         be_horizon horizon);

/* The cheapest of pay-as-you-go, packages and QPS in a quote, or NULL: what curves compare. */
const be_option *cheapest_column(const be_quote *quote);

#endif
