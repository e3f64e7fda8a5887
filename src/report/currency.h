/*
 * How the amounts of a currency are written.
 */
#ifndef BREAKEVEN_REPORT_CURRENCY_H
#define BREAKEVEN_REPORT_CURRENCY_H

enum { CURRENCY_TEXT = 8 };

typedef struct currency {
    char sign[CURRENCY_TEXT]; /* goes in front of the figure: "$", "¥", "CHF " */
    int digits;               /* behind the point: 2, of yen and won none */
} currency;

/* Of an ISO 4217 code. One without a sign of its own is written by its code, with two digits. */
currency currency_of(const char *code);

#endif
