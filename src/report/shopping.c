#include "report/shopping.h"

#include "report/words.h"

/* A cell shows so many things to buy; the list of the recommended plan shows all. */
enum { PURCHASES_SHOWN = 3 };

const char *shopping_item_words(page *p, const shopping_item *item, const be_product *product)
{
    char text[WORDS_TEXT];
    words_purchase(&item->buy, product, text);
    return item->times == 1 ? page_printf(p, "%s", text)
                            : page_printf(p, "%s, %zu times", text, item->times);
}

const char *shopping_words(page *p, const be_schedule *schedule, const be_product *product)
{
    shopping_item shopping[PURCHASES_SHOWN];
    size_t count = quote_view_shopping(schedule, shopping, PURCHASES_SHOWN);
    const char *list = count == 0 ? "nothing" : "";
    for (size_t i = 0; i < count && i < PURCHASES_SHOWN; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : ", ",
                           shopping_item_words(p, &shopping[i], product));
    if (count > PURCHASES_SHOWN)
        list = page_printf(p, "%s, %zu more", list, count - PURCHASES_SHOWN);
    return list;
}

const char *shopping_deadlines(page *p, const be_schedule *schedule, const be_product *product,
                               be_month start)
{
    char text[WORDS_TEXT], month[WORDS_TEXT];
    const char *list = schedule->count == 0 ? "nothing" : "";
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        bool then = buy->month == 0 || buy->kind == BE_BUY_CAPACITY;
        list = page_printf(p, "%s%s%s %s %s", list, i == 0 ? "" : ", ",
                           words_purchase(buy, product, text), then ? "in" : "by",
                           words_month(start + buy->month, month));
    }
    return list;
}
