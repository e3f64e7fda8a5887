/*
 * libbreakeven: what metered AI APIs cost, and the cheapest way to buy them.
 *
 * The three calls most programs need:
 *
 *     be_arena *arena = be_arena_create();
 *     const be_quote *quote = be_quote_create(arena, product, &demand, horizon, today);
 *     ... quote->options[quote->recommended].bill.total ...
 *     be_arena_destroy(arena);
 *
 * From the ground up, each header knowing only those before it: number, quantity, amount, calendar
 * (exact values); tariff (what n units cost), catalog (what is sold), demand (what is needed);
 * message (what the engine says), bill (a demand priced under purchases), strategy (which
 * purchases), optimum (the cheapest of all), plan_optimum (that of items that share points), quote
 * (the options side by side), why (what speaks for the best one), curve (break-even volumes),
 * afford (what a budget pays for), cases, regret and sampling (volumes that turn out otherwise),
 * portfolio (a whole plan).
 *
 * The library is pure: no file, terminal, clock, locale, environment or global state; floating
 * point nowhere. It depends on the C library alone. Its functions may be called from any thread on
 * values that no other thread is changing.
 */
#ifndef BREAKEVEN_BREAKEVEN_H
#define BREAKEVEN_BREAKEVEN_H

#include <breakeven/afford.h>
#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/bill.h>
#include <breakeven/calendar.h>
#include <breakeven/cases.h>
#include <breakeven/catalog.h>
#include <breakeven/curve.h>
#include <breakeven/demand.h>
#include <breakeven/message.h>
#include <breakeven/number.h>
#include <breakeven/optimum.h>
#include <breakeven/plan_optimum.h>
#include <breakeven/portfolio.h>
#include <breakeven/price.h>
#include <breakeven/quantity.h>
#include <breakeven/quote.h>
#include <breakeven/regret.h>
#include <breakeven/sampling.h>
#include <breakeven/strategy.h>
#include <breakeven/tariff.h>
#include <breakeven/why.h>

#endif
