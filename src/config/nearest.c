#include "config/nearest.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "language/language.h"

enum { WORD_MAX = 64 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Three rows of the table of distances between all beginnings of two words. */
typedef struct rows {
    size_t before[WORD_MAX + 1], last[WORD_MAX + 1], now[WORD_MAX + 1];
} rows;

/* The entry for the first i letters of a and the first j of b; i and j are 1 or more. */
static size_t entry(const rows *r, const char *a, size_t i, const char *b, size_t j)
{
    size_t replaced = r->last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    size_t shifted = smaller(r->last[j], r->now[j - 1]) + 1;
    size_t best = smaller(replaced, shifted);
    bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? smaller(best, r->before[j - 2] + 1) : best;
}

/* Edits that turn a into b: a letter inserted, deleted, replaced, or swapped with its neighbour. */
static size_t distance_between(const char *a, const char *b)
{
    size_t height = strlen(a), width = strlen(b);
    rows r = {0};
    if (height > WORD_MAX || width > WORD_MAX)
        return SIZE_MAX;
    for (size_t j = 0; j <= width; j++)
        r.now[j] = j;
    for (size_t i = 1; i <= height; i++) {
        memcpy(r.before, r.last, sizeof r.before);
        memcpy(r.last, r.now, sizeof r.last);
        r.now[0] = i;
        for (size_t j = 1; j <= width; j++)
            r.now[j] = entry(&r, a, i, b, j);
    }
    return r.now[width];
}

nearest nearest_to(const char *word)
{
    size_t third = strlen(word) / 3;
    return (nearest){.word = word, .distance = (third == 0 ? 1 : third) + 1};
}

void nearest_offer(nearest *search, const char *known)
{
    size_t distance = known == NULL ? SIZE_MAX : distance_between(search->word, known);
    if (distance >= search->distance)
        return;
    search->distance = distance;
    search->best = known;
}

const char *nearest_hint(const nearest *search, char out[NEAREST_HINT])
{
    out[0] = '\0';
    if (search->best != NULL)
        snprintf(out, NEAREST_HINT, tr("; did you mean \"%s\"?"), search->best);
    return out;
}
