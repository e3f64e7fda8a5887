/*
 * Purchases and owned packages as one line of text, for the command line and for entry fields.
 *
 *     purchase = package [ "x" COUNT ] [ "@" MONTH ]
 *              | ( "qps" | "concurrency" ) COUNT [ ( "for" | "x" ) COUNT unit ] [ "@" MONTH ]
 *     unit     = "day" | "days" | "month" | "months" | "year" | "years"
 *     owned    = LEFT [ "of" SIZE ] [ package ] "until" MONTH
 *
 *     10k                          one package 10k in the plan's first month
 *     10k x3 @2026-12              three of them in December 2026
 *     qps 8 for 5 days @2027-01    8 QPS on five days, bought in January 2027
 *     qps 8                        8 QPS for a month
 *     4,000 of 10,000 until 2027-03
 *     4,000 points-5k until 2027-03   points of a general-purpose package
 *
 * A package is one of the product, or a general-purpose one of its provider that pays for it.
 * Numbers follow number.h, suffixes included, but without spaces inside. Each function returns
 * false with a sentence in `error` when the text is anything else.
 */
#ifndef BREAKEVEN_SCENARIO_PURCHASE_TEXT_H
#define BREAKEVEN_SCENARIO_PURCHASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

#include "scenario/purchase.h"

enum { PURCHASE_TEXT = 192 };

/* Reads a purchase of `product` in a plan of `horizon`. */
bool purchase_parse(const char *text, const be_product *product, be_horizon horizon,
                    be_purchase *out, char error[PURCHASE_ERROR]);

/* Writes a purchase so that purchase_parse reads it back. Returns the length. */
size_t purchase_format(const be_purchase *purchase, const be_product *product, be_horizon horizon,
                       char out[PURCHASE_TEXT]);

/* Reads an owned package; without "of", its size is what is left, or the general package's. */
bool owned_parse(const char *text, const be_product *product, be_owned *out,
                 char error[PURCHASE_ERROR]);

/* Writes an owned package so that owned_parse reads it back. Returns the length. */
size_t owned_format(const be_owned *owned, char out[PURCHASE_TEXT]);

#endif
