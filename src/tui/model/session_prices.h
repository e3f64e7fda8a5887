/*
 * Prices of the user's own, typed where the selected product lacks one.
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_PRICES_H
#define BREAKEVEN_TUI_MODEL_SESSION_PRICES_H

#include <breakeven/amount.h>

#include "catalog/own_prices.h"
#include "config/problem.h"
#include "tui/model/fields.h"
#include "tui/model/session.h"

/* Lets prices be typed into the session's catalogue, and keeps them in `file`; both are borrowed.
 * Without a file they last as long as the session. False when there is no memory. */
bool session_use_prices(session *s, catalog *prices, const char *file);

enum { SESSION_PRICES_MAX = 64 };

/* A price that the selected product lacks, or did before the user typed one. */
typedef struct session_price {
    be_price_place place;
    be_amount published; /* the reason why it is missing */
    bool is_own;
    be_amount own;
} session_price;

/* Those of the selected product; returns how many there are. */
size_t session_prices(const session *s, session_price out[SESSION_PRICES_MAX]);

/* Takes a typed text for one of them, as session_edit does; nothing typed: the user has none. */
bool session_edit_price(session *s, const be_price_place *place, const char *text,
                        char reason[FIELD_REASON]);

/* Writes the prices into their file, if they are others than it holds. */
bool session_keep_prices(session *s, problems *found);

#endif
