/*
 * What a document tells of an item beyond its quote: why the best plan is the best, and what each
 * way to buy costs around the planned volume. Worked out in pieces, each about one search.
 */
#ifndef BREAKEVEN_PLANNING_ITEM_DETAIL_H
#define BREAKEVEN_PLANNING_ITEM_DETAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "report/answer.h"

/* The volumes of a curve, from none to twice what is planned; one of them is the planned one. */
enum { ITEM_DETAIL_POINTS = 33 };

typedef struct item_detail {
    be_arena *arena;      /* of the result */
    compare_answer *item; /* into which it goes */
    be_curve *curve;
    be_curve_point *points;
    size_t wanted, done;
    size_t pieces; /* in all */
    bool why_done;
} item_detail;

/*
 * Begins on an item with a quote and a demand. An item that shares points cannot be judged alone
 * and gets nothing; one whose months are typed one by one gets no curve. False when there is no
 * memory.
 */
bool item_detail_begin(item_detail *d, be_arena *arena, compare_answer *item);

/* Pieces that are left. */
size_t item_detail_left(const item_detail *d);

/* Does the next piece, if any. Resets `scratch`. False when there is no memory. */
bool item_detail_step(item_detail *d, be_arena *scratch);

/* All in one. False when there is no memory. */
bool item_detail_run(be_arena *arena, compare_answer *item);

#endif
