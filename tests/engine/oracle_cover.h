/*
 * The cheapest cover by brute force: tries every number of every package in every month. It shares
 * no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_COVER_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_COVER_H

#include <stdbool.h>

enum { COVER_MONTHS = 4, COVER_SIZES = 3 };

typedef struct plain_cover {
    int months;
    int need[COVER_MONTHS];
    bool balance[COVER_MONTHS]; /* at the month's start some unit must be there */
    int sizes;
    int size[COVER_SIZES];
    long price[COVER_SIZES];
    int validity[COVER_SIZES]; /* months */
} plain_cover;

/* How many of each size are bought in each month. */
typedef struct plain_basket {
    int count[COVER_MONTHS][COVER_SIZES];
} plain_basket;

/* What a basket costs, and whether it covers every month when the first to expire is used first. */
long plain_basket_cost(const plain_cover *cover, const plain_basket *basket);
bool plain_basket_covers(const plain_cover *cover, const plain_basket *basket);

/* The cost of the cheapest basket that covers. */
long plain_cheapest_cover(const plain_cover *cover);

#endif
