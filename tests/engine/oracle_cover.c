#include "oracle_cover.h"

#include <limits.h>
#include <stddef.h>

enum { LOTS = COVER_MONTHS * COVER_SIZES };

typedef struct lot {
    int left, last;
} lot;

long plain_basket_cost(const plain_cover *cover, const plain_basket *basket)
{
    long cost = 0;
    for (int t = 0; t < cover->months; t++) {
        for (int i = 0; i < cover->sizes; i++)
            cost += basket->count[t][i] * cover->price[i];
    }
    return cost;
}

static lot *first_to_expire(lot *lots, int count, int month)
{
    lot *chosen = NULL;
    for (int i = 0; i < count; i++) {
        bool usable = lots[i].left > 0 && lots[i].last >= month;
        if (usable && (chosen == NULL || lots[i].last < chosen->last))
            chosen = &lots[i];
    }
    return chosen;
}

/* Whether the months before `months` are covered. */
static bool covers_until(const plain_cover *cover, const plain_basket *basket, int months)
{
    lot lots[LOTS];
    int count = 0;
    for (int t = 0; t < months; t++) {
        for (int i = 0; i < cover->sizes; i++)
            lots[count++] = (lot){basket->count[t][i] * cover->size[i], t + cover->validity[i] - 1};
        if (cover->balance[t] && first_to_expire(lots, count, t) == NULL)
            return false;
        for (int unit = 0; unit < cover->need[t]; unit++) {
            lot *l = first_to_expire(lots, count, t);
            if (l == NULL)
                return false;
            l->left--;
        }
    }
    return true;
}

bool plain_basket_covers(const plain_cover *cover, const plain_basket *basket)
{
    return covers_until(cover, basket, cover->months);
}

static int units_from(const plain_cover *cover, int month)
{
    int units = 1; /* for a balance */
    for (int t = month; t < cover->months; t++)
        units += cover->need[t];
    return units;
}

/* Tries every count of sizes i.. in month t, and everything after it. */
static void try_all(const plain_cover *cover, plain_basket *basket, int t, int i, int wanted,
                    long *best)
{
    if (plain_basket_cost(cover, basket) >= *best)
        return;
    if (t == cover->months) {
        *best = plain_basket_cost(cover, basket);
        return;
    }
    if (i == cover->sizes) {
        if (covers_until(cover, basket, t + 1))
            try_all(cover, basket, t + 1, 0, units_from(cover, t + 1), best);
        return;
    }
    int *count = &basket->count[t][i];
    for (*count = 0; *count == 0 || (*count - 1) * cover->size[i] < wanted; ++*count)
        try_all(cover, basket, t, i + 1, wanted - *count * cover->size[i], best);
    *count = 0;
}

long plain_cheapest_cover(const plain_cover *cover)
{
    long best = LONG_MAX;
    plain_basket basket = {{{0}}};
    try_all(cover, &basket, 0, 0, units_from(cover, 0), &best);
    return best;
}
