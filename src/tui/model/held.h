/*
 * Whole answers that are held in memory: the few that were asked for last.
 *
 * A holding is the answer to one item, or to all that share points, with the memory that it lives
 * in.
 */
#ifndef BREAKEVEN_TUI_MODEL_HELD_H
#define BREAKEVEN_TUI_MODEL_HELD_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>

typedef struct holding {
    be_arena *arena;     /* owns the answer */
    unsigned long asked; /* when it was asked for last, in turns of the shelf */
} holding;

enum { HELD_MAX = 64 };

/* All zero is an empty one. */
typedef struct shelf {
    holding *holdings[HELD_MAX];
    size_t count;
    unsigned long turn;
} shelf;

/* An empty holding on the shelf, which is not full; NULL when there is no memory. */
holding *shelf_add(shelf *s);

/* Frees it. */
void shelf_drop(shelf *s, holding *gone);
void shelf_clear(shelf *s);

/* Notes that it is asked for now. */
void shelf_touch(shelf *s, holding *asked);

/*
 * The one to part with: the one that was asked for longest ago, if the shelf is full or all
 * together take too much memory; never one of the last `least` asked for. Else NULL.
 */
holding *shelf_surplus(const shelf *s, size_t least);

#endif
