/*
 * Figures and engine messages in words: how a reader sees them in every kind of report.
 *
 * Nothing is computed here. Each function writes into the caller's `out`, always ends it with NUL
 * and returns it, so that it can stand among the arguments of a larger text:
 *
 *     char total[WORDS_TEXT], units[WORDS_TEXT];
 *     page_printf(p, "%s for %s", words_amount(bill->total, product, total),
 *                 words_units(bill->units.demand, product->unit, units));
 */
#ifndef BREAKEVEN_REPORT_WORDS_H
#define BREAKEVEN_REPORT_WORDS_H

#include <breakeven/bill.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/message.h>
#include <breakeven/quote.h>

/* Holds any text of this header but a message; names from a catalogue are cut to fit. */
enum { WORDS_TEXT = 160 };

/* Digits in groups of three: "1,000,000". */
const char *words_quantity(be_quantity quantity, char out[WORDS_TEXT]);

/* Shorter where nothing is lost: "3.5M" and "30k", but "30,001". */
const char *words_short_quantity(be_quantity quantity, char out[WORDS_TEXT]);

/* How it is written, 0 .. WORDS_SHORT_FORMS - 1: of those written alike the largest is the widest.
 */
enum { WORDS_SHORT_FORMS = 5 };
int words_short_form(be_quantity quantity);

/*
 * A quantity and what it counts, in the plural where that is due: "1 image", "9,950 images". Units
 * of the program's own ("day", "request") are given in English, a product's by words_unit.
 */
const char *words_units(be_quantity quantity, const char *unit, char out[WORDS_TEXT]);

/* The unit that a product is sold by, and the names of things, as the reader calls them. */
const char *words_unit(const be_product *product);
const char *words_product(const be_product *product);
const char *words_provider(const be_provider *provider);
const char *words_region(const be_product *product);
const char *words_meter(const be_meter *meter);

/* Who sells a product, and where if it says so: "Tencent Cloud China, Mainland China". */
const char *words_vendor(const be_product *product, char out[WORDS_TEXT]);

/* The unit in the plural alone, as the head of a column: "images". */
const char *words_plural(const char *unit, char out[WORDS_TEXT]);

/* What stands between things in a row, and before the last: ", " and " and ". */
const char *words_comma(void);
const char *words_and(void);

/* Between the parts of a sentence: ", ". */
const char *words_pause(void);

/* So long: "12 months", "without a stated end". */
const char *words_duration(be_duration duration, char out[WORDS_TEXT]);

/* Days, months, hours: "1 month", "12 months". */
const char *words_count(int count, const char *word, char out[WORDS_TEXT]);

/*
 * An amount of the product's currency, rounded half away from zero to the currency's digits:
 * "¥125,640.00", "-$0.50". A missing one in words: "on request", "not published", "too large".
 */
const char *words_amount(be_amount amount, const be_product *product, char out[WORDS_TEXT]);

/* The same of a currency by its code. */
const char *words_money(be_amount amount, const char *code, char out[WORDS_TEXT]);

/* The same with a sign in front, for a difference: "+$25.00", "−$25.00", and "same" for none. */
const char *words_difference(be_amount amount, const be_product *product, char out[WORDS_TEXT]);

/* The same of a currency by its code. */
const char *words_money_difference(be_amount amount, const char *code, char out[WORDS_TEXT]);

/* A price with every digit it has, and at least the currency's: "$0.08", "¥0.275", "¥7.00". */
const char *words_price(be_amount price, const be_product *product, char out[WORDS_TEXT]);

/*
 * What `part` is of `whole`, rounded to a tenth of a percent: "78.6%". Empty when either is
 * missing, `whole` is not above zero, `part` is below zero or more than 1,000,000% of it.
 */
const char *words_share(be_amount part, be_amount whole, char out[WORDS_TEXT]);

/* "2026-12". */
const char *words_month(be_month month, char out[WORDS_TEXT]);

/* One purchase: "3 × 10k" (held together by no-break spaces), "8 QPS for 12 months". */
const char *words_purchase(const be_purchase *buy, const be_product *product, char out[WORDS_TEXT]);

/* A message, money as words_money has it. */
const char *words_message(const be_message *message, char out[BE_MESSAGE_TEXT]);

/* What a way of buying is called: "Pay as you go", "Packages", "Prepaid QPS". Static. */
const char *words_option(be_option_id id, const be_product *product);

/* The same in the middle of a sentence: "pay as you go". Static. */
const char *words_inner_option(be_option_id id, const be_product *product);

/* How far a figure can be trusted: "the vendor's own page". Static. */
const char *words_confidence(be_confidence confidence);

/* "yes", "not stated", "no". Static. */
const char *words_carries(be_carries carries);

#endif
