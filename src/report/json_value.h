/*
 * The building blocks of the JSON reports.
 *
 * All functions return a new reference, or NULL when there is no memory. json_pack and json_of_list
 * take NULL members for what they are, a failure, so that only the last result has to be checked.
 */
#ifndef BREAKEVEN_REPORT_JSON_VALUE_H
#define BREAKEVEN_REPORT_JSON_VALUE_H

#include <jansson.h>

#include <breakeven/bill.h>
#include <breakeven/catalog.h>
#include <breakeven/message.h>

/* The i-th member of a list. */
typedef json_t *json_maker(const void *context, size_t i);

/* An array of `count` members. */
json_t *json_of_list(size_t count, json_maker *make, const void *context);

/* Text of any origin: bytes that are not UTF-8 become U+FFFD. NULL becomes null. */
json_t *json_of_text(const char *text);

/* "7.775"; null when it is missing. */
json_t *json_of_amount(be_amount amount);

/* Why an amount is null: "quote", "unpublished" or "overflow"; null when it is not. */
json_t *json_of_state(be_amount amount);

/* "360000". */
json_t *json_of_quantity(be_quantity quantity);

/* "2026-12". */
json_t *json_of_month(be_month month);

/* A message in the reader's language. */
json_t *json_of_message(const be_message *message);

/* Messages as an array of texts. */
json_t *json_of_messages(const be_message *messages, size_t count);

/* Warnings as an array of { "id", "text" }. */
json_t *json_of_warnings(const be_message *warnings, size_t count);

/* The lines of a sum. `start` is the calendar month of line month 0; NULL: lines of no month. */
json_t *json_of_lines(const be_line *lines, size_t count, const be_month *start);

#endif
