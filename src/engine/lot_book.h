/*
 * The book of a bill's lots: what is left of each at the end of every month.
 *
 * The lots themselves are the waterfall's and the pool's, which the bill is worked out with; this
 * only writes down what they hold.
 */
#ifndef BREAKEVEN_ENGINE_LOT_BOOK_H
#define BREAKEVEN_ENGINE_LOT_BOOK_H

#include "lots.h"

typedef struct lot_book {
    be_lot *lots;
    size_t count;
    be_quantity *balances; /* a row of months for each lot */
    int months;
} lot_book;

/*
 * Opens the book of the item `owner`: its own lots, and those of the pool that it brought. They all
 * have been laid out, and stay in their places. False when there is no memory.
 */
bool lot_book_open(lot_book *book, be_arena *arena, const lot_list *packages,
                   const lot_list *points, size_t owner);

/* Writes month t down: after its use, before anything ends with it. Nothing when never opened. */
void lot_book_note(lot_book *book, const lot_list *packages, const lot_list *points, size_t owner,
                   int t);

#endif
