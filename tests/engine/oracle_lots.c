#include "oracle_lots.h"

static bool goes_first(const plain_lot *a, const plain_lot *b)
{
    if (a->last != b->last)
        return a->last < b->last;
    return a->first != b->first ? a->first < b->first : a->size < b->size;
}

void lots_add(plain_lots *stock, plain_lot lot)
{
    int i = stock->count++;
    for (; i > 0 && goes_first(&lot, &stock->lots[i - 1]); i--)
        stock->lots[i] = stock->lots[i - 1];
    stock->lots[i] = lot;
}

static bool usable(const plain_lot *lot, int month)
{
    return lot->left > 0 && lot->first <= month && month <= lot->last;
}

/* The points of all lots from `from` on that ask `price` for a unit. */
static int points_together(const plain_lots *stock, int from, int month, const int *points,
                           int price)
{
    int sum = 0;
    for (int i = from; i < stock->count; i++) {
        const plain_lot *lot = &stock->lots[i];
        sum += usable(lot, month) && points[lot->kind] == price ? lot->left : 0;
    }
    return sum;
}

/* The first lot that can begin to pay for a unit, or -1. */
static int first_payer(const plain_lots *stock, int month, const int *points)
{
    for (int i = 0; i < stock->count; i++) {
        int price = points[stock->lots[i].kind];
        if (price > 0 && usable(&stock->lots[i], month) &&
            points_together(stock, i, month, points, price) >= price)
            return i;
    }
    return -1;
}

bool lots_take(plain_lots *stock, int month, const int *points)
{
    int i = first_payer(stock, month, points);
    if (i < 0)
        return false;
    int price = points[stock->lots[i].kind];
    for (int missing = price; missing > 0; i++) {
        plain_lot *lot = &stock->lots[i];
        for (; missing > 0 && usable(lot, month) && points[lot->kind] == price; missing--)
            lot->left--;
    }
    return true;
}

bool lots_can_pay(const plain_lots *stock, int month, const int *points)
{
    return first_payer(stock, month, points) >= 0;
}

int lots_left_after(const plain_lots *stock, int month)
{
    int left = 0;
    for (int i = 0; i < stock->count; i++) {
        const plain_lot *lot = &stock->lots[i];
        left += lot->first <= month && month < lot->last ? lot->left : 0;
    }
    return left;
}
