#include "report/shopping.h"

#include "report/quote_view.h"
#include "report/words.h"

/* A cell shows so many things to buy; the list of the recommended plan shows all. */
enum { PURCHASES_SHOWN = 3 };

const char *shopping_words(page *p, const be_schedule *schedule, const be_product *product)
{
    char text[WORDS_TEXT];
    be_purchase shopping[PURCHASES_SHOWN];
    size_t count = quote_view_shopping(schedule, shopping, PURCHASES_SHOWN);
    const char *list = count == 0 ? "nothing" : "";
    for (size_t i = 0; i < count && i < PURCHASES_SHOWN; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : ", ",
                           words_purchase(&shopping[i], product, text));
    if (count > PURCHASES_SHOWN)
        list = page_printf(p, "%s, %zu more", list, count - PURCHASES_SHOWN);
    return list;
}

const char *shopping_dates(page *p, const be_schedule *schedule, const be_product *product,
                           be_month start)
{
    char text[WORDS_TEXT], month[WORDS_TEXT];
    const char *list = schedule->count == 0 ? "nothing" : "";
    for (size_t i = 0; i < schedule->count; i++)
        list = page_printf(p, "%s%s%s in %s", list, i == 0 ? "" : ", ",
                           words_purchase(&schedule->purchases[i], product, text),
                           words_month(start + schedule->purchases[i].month, month));
    return list;
}
