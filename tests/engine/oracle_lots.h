/*
 * A plain stock of units or points, bought in lots that end: the first to end is used first, then
 * the older, then the smaller. It shares no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_LOTS_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_LOTS_H

#include <stdbool.h>

#include "oracle_tariff.h"

enum { PLAIN_LOTS = 32, PLAIN_BEFORE = -1, PLAIN_NEVER = 1000 };

typedef struct plain_lot {
    int kind;        /* the package that it is of */
    int owner;       /* the item that bought or had it */
    int left;        /* units or points */
    int size;        /* of one package */
    int first, last; /* plan months in which it can be used; from PLAIN_BEFORE to PLAIN_NEVER */
    plain_money unit_price;
} plain_lot;

typedef struct plain_lots {
    plain_lot lots[PLAIN_LOTS]; /* in the order of use */
    int count;
} plain_lots;

void lots_add(plain_lots *stock, plain_lot lot);

/*
 * Takes one unit in that month, which costs `points[kind]` of a lot (0: that kind pays for no such
 * unit). Lots that ask the same pay for it together. False, and nothing taken, where they cannot
 * pay for a whole one.
 */
bool lots_take(plain_lots *stock, int month, const int *points);

/* Whether the month's stock can pay for one unit. */
bool lots_can_pay(const plain_lots *stock, int month, const int *points);

/* What was bought by the end of the month and can be used after it. */
int lots_left_after(const plain_lots *stock, int month);

#endif
