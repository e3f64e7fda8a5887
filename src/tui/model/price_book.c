#include "tui/model/price_book.h"

#include <stdlib.h>
#include <string.h>

#include "config/folder.h"
#include "language/language.h"
#include "tui/model/guarded_save.h"

typedef struct book_state {
    own_price *prices;
    size_t count;
} book_state;

struct price_book {
    catalog *prices;
    const char *file;
    book_state *states;
    size_t count, room;
    size_t now;       /* in force */
    size_t kept;      /* in the file */
    file_print print; /* of what the file held when it was last read or written here */
};

/* Takes over `prices`. */
static bool add_state(price_book *b, own_price *prices, size_t count)
{
    if (b->count == b->room) {
        size_t room = b->room == 0 ? 8 : 2 * b->room;
        book_state *more = realloc(b->states, room * sizeof *more);
        if (more == NULL)
            return false;
        b->states = more;
        b->room = room;
    }
    b->states[b->count++] = (book_state){prices, count};
    return true;
}

price_book *price_book_create(catalog *prices, const char *file)
{
    price_book *b = calloc(1, sizeof *b);
    size_t count;
    const own_price *found = own_prices(prices, &count);
    own_price *first = calloc(count + 1, sizeof *first);
    if (b == NULL || first == NULL || !add_state(b, first, count)) {
        free(first);
        price_book_destroy(b);
        return NULL;
    }
    if (count > 0)
        memcpy(first, found, count * sizeof *first);
    b->prices = prices;
    b->file = file;
    if (file != NULL)
        b->print = file_print_of(file);
    return b;
}

void price_book_destroy(price_book *b)
{
    if (b == NULL)
        return;
    for (size_t i = 0; i < b->count; i++)
        free(b->states[i].prices);
    free(b->states);
    free(b);
}

unsigned price_book_state(const price_book *b)
{
    return (unsigned)b->now;
}

static bool same_place(const own_price *a, const own_price *b)
{
    return own_prices_same_place(a->product, &a->place, b->product, &b->place);
}

bool price_book_set(price_book *b, const own_price *price)
{
    const book_state *now = &b->states[b->now];
    size_t count = 0;
    own_price *prices = calloc(now->count + 1, sizeof *prices);
    if (prices == NULL)
        return false;
    for (size_t i = 0; i < now->count; i++) {
        if (!same_place(&now->prices[i], price))
            prices[count++] = now->prices[i];
    }
    if (be_amount_is_known(price->price))
        prices[count++] = *price;
    if (!add_state(b, prices, count)) {
        free(prices);
        return false;
    }
    return price_book_return(b, (unsigned)b->count - 1);
}

bool price_book_return(price_book *b, unsigned state)
{
    if (state == b->now)
        return true;
    if (state >= b->count ||
        !own_prices_use(b->prices, b->states[state].prices, b->states[state].count))
        return false;
    b->now = state;
    return true;
}

be_amount price_book_published(const price_book *b, const be_product *product,
                               const be_price_place *place)
{
    return own_prices_published(b->prices, product, place);
}

bool price_book_is_own(const price_book *b, const be_product *product, const be_price_place *place)
{
    const book_state *now = &b->states[b->now];
    for (size_t i = 0; i < now->count; i++) {
        if (own_prices_same_place(now->prices[i].product, &now->prices[i].place, product, place))
            return true;
    }
    return false;
}

/* Writes them into the file, if that still holds what was seen of it. */
static save_outcome write_prices(price_book *b, const book_state *now, problems *found)
{
    size_t size = 0;
    char *text = own_prices_text(now->prices, now->count, b->file, &size, found);
    if (text == NULL)
        return SAVE_FAILED;
    folder_make_of(b->file); /* without it the file cannot be made, which is told then */
    file_print seen = b->print;
    const save_outcome done = guarded_save(b->file, text, size, &seen, found);
    free(text);
    if (done == SAVE_DONE)
        b->print = seen;
    return done;
}

bool price_book_keep(price_book *b, problems *found)
{
    if (b->now == b->kept || b->file == NULL)
        return true;
    const save_outcome done = write_prices(b, &b->states[b->now], found);
    if (done == SAVE_REFUSED)
        problems_error(found, b->file, 0, NULL,
                       tr("somebody else has changed it meanwhile and it is not written over; "
                          "start the planner again to type your prices into what it holds now"));
    if (done == SAVE_DONE)
        b->kept = b->now;
    return done == SAVE_DONE;
}
