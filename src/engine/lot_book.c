#include "lot_book.h"

/* The next lot of the pool, from the i-th on, that the item brought; the count when there is none.
 */
static size_t next_of(const lot_list *points, size_t owner, size_t i)
{
    while (i < points->count && points->lots[i].owner != owner)
        i++;
    return i;
}

static size_t count_lots(const lot_list *packages, const lot_list *points, size_t owner)
{
    size_t count = packages->count;
    for (size_t i = next_of(points, owner, 0); i < points->count; i = next_of(points, owner, i + 1))
        count++;
    return count;
}

static void enter(lot_book *book, const lot *l)
{
    bool owned = l->from < 0;
    book->lots[book->count] = (be_lot){
        .owned = owned,
        .purchase = owned ? 0 : l->purchase,
        .general = l->general,
        .size = l->size,
        .held = l->left,
        .from = owned ? 0 : l->from,
        .last = l->last,
        .left = &book->balances[book->count * (size_t)book->months],
    };
    book->count++;
}

bool lot_book_open(lot_book *book, be_arena *arena, const lot_list *packages,
                   const lot_list *points, size_t owner)
{
    size_t count = count_lots(packages, points, owner);
    *book = (lot_book){.months = packages->horizon.months};
    if (count == 0)
        return true;
    book->lots = be_arena_alloc(arena, count, sizeof *book->lots);
    book->balances = be_arena_alloc(arena, count * (size_t)book->months, sizeof *book->balances);
    if (book->lots == NULL || book->balances == NULL)
        return false;
    for (size_t i = 0; i < packages->count; i++)
        enter(book, &packages->lots[i]);
    for (size_t i = next_of(points, owner, 0); i < points->count; i = next_of(points, owner, i + 1))
        enter(book, &points->lots[i]);
    return true;
}

/* Before it begins a lot holds nothing that can be used, and after its end nothing at all. */
static void note(lot_book *book, size_t row, const lot *l, int t)
{
    bool begun = l->from <= t;
    book->balances[row * (size_t)book->months + (size_t)t] = begun ? l->left : 0;
}

void lot_book_note(lot_book *book, const lot_list *packages, const lot_list *points, size_t owner,
                   int t)
{
    size_t row = 0;
    if (book->count == 0)
        return;
    for (size_t i = 0; i < packages->count; i++)
        note(book, row++, &packages->lots[i], t);
    for (size_t i = next_of(points, owner, 0); i < points->count; i = next_of(points, owner, i + 1))
        note(book, row++, &points->lots[i], t);
}
