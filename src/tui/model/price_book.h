/*
 * The user's own prices while they are edited: every state they have been in, so that undo can come
 * back to it, and the file that they are kept in.
 */
#ifndef BREAKEVEN_TUI_MODEL_PRICE_BOOK_H
#define BREAKEVEN_TUI_MODEL_PRICE_BOOK_H

#include <stdbool.h>

#include "catalog/own_prices.h"

typedef struct price_book price_book;

/* The prices in force in the catalogue are the first state. `file` is borrowed; NULL: they are kept
 * nowhere. NULL when there is no memory. */
price_book *price_book_create(catalog *prices, const char *file);
void price_book_destroy(price_book *b);

/* Which state is in force. */
unsigned price_book_state(const price_book *b);

/* Puts a price in force, or with a missing one the catalogue's own: a new state. False when there
 * is no memory. */
bool price_book_set(price_book *b, const own_price *price);

/* Puts an earlier state in force again. */
bool price_book_return(price_book *b, unsigned state);

/* What the catalogue has in a place. */
be_amount price_book_published(const price_book *b, const be_product *product,
                               const be_price_place *place);

/* Whether there is a price of the user's own in a place. */
bool price_book_is_own(const price_book *b, const be_product *product, const be_price_place *place);

/* Writes what is in force, unless the file holds it. False when that fails. */
bool price_book_keep(price_book *b, problems *found);

#endif
