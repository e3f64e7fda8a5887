#include "tui/model/session_prices.h"

#include <stdio.h>
#include <string.h>

#include "language/language.h"
#include "tui/model/session_inside.h"
#include "tui/model/typed_text.h"

enum { PLACES_MAX = 256 };

bool session_use_prices(session *s, catalog *prices, const char *file)
{
    s->prices = price_book_create(prices, file);
    return s->prices != NULL;
}

size_t session_prices(const session *s, session_price out[SESSION_PRICES_MAX])
{
    be_price_place places[PLACES_MAX];
    size_t kept = 0;
    if (s->prices == NULL || s->plan->count == 0)
        return 0;
    const be_product *product = session_product(s, s->selected);
    size_t count = be_price_places(product, places, PLACES_MAX);
    for (size_t i = 0; i < count && i < PLACES_MAX && kept < SESSION_PRICES_MAX; i++) {
        be_amount published = price_book_published(s->prices, product, &places[i]);
        bool is_own = price_book_is_own(s->prices, product, &places[i]);
        if (is_own || !be_amount_is_known(published))
            out[kept++] =
                (session_price){places[i], published, is_own, be_price_at(product, &places[i])};
    }
    return kept;
}

/* Nothing typed is no price, which the catalogue's own then is. */
static bool read_price(const char *text, be_amount *out, char reason[FIELD_REASON])
{
    char narrow[FIELD_TYPED + 4];
    *out = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    typed_text_narrow(text, narrow, sizeof narrow);
    if (narrow[strspn(narrow, " ")] == '\0')
        return true;
    be_number_error error = be_amount_parse(narrow, out);
    if (error == BE_NUMBER_OK && be_amount_compare(*out, be_amount_zero()) < 0)
        error = BE_NUMBER_NEGATIVE;
    if (error != BE_NUMBER_OK)
        snprintf(reason, FIELD_REASON, tr("\"%.40s\" %s; type a price such as 0.275"), text,
                 tr(be_number_error_text(error)));
    return error == BE_NUMBER_OK;
}

static bool goes_on_typing(const session *s, const be_price_place *place)
{
    const be_product *product = session_product(s, s->selected);
    return s->typing && s->typed_field == FIELD_ID_COUNT && s->typed_item == s->selected &&
           own_prices_same_place(product, &s->typed_place, product, place);
}

bool session_edit_price(session *s, const be_price_place *place, const char *text,
                        char reason[FIELD_REASON])
{
    own_price typed = {.place = *place, .date = s->today};
    reason[0] = '\0';
    if (s->prices == NULL || s->plan->count == 0 || !read_price(text, &typed.price, reason))
        return false;
    typed.product = session_product(s, s->selected);
    if ((!goes_on_typing(s, place) && !session_begin_change(s, session_touches_no_item())) ||
        !price_book_set(s->prices, &typed)) {
        snprintf(reason, FIELD_REASON, "%s", tr("there is no memory for another change"));
        return false;
    }
    s->typing = true;
    s->typed_field = FIELD_ID_COUNT;
    s->typed_item = s->selected;
    s->typed_place = *place;
    answers_renew(s->answers, s->plan);
    return true;
}

bool session_keep_prices(session *s, problems *found)
{
    return s->prices == NULL || price_book_keep(s->prices, found);
}
