#include "report/shopping.h"

#include "language/language.h"
#include "report/words.h"

/* A cell shows so many things to buy; the list of the recommended plan shows all. */
enum { PURCHASES_SHOWN = 3 };

const char *shopping_item_words(page *p, const shopping_item *item, const be_product *product)
{
    char text[WORDS_TEXT];
    words_purchase(&item->buy, product, text);
    return item->times == 1 ? page_printf(p, "%s", text)
                            : page_printf(p, tr_n("%s, %zu time", "%s, %zu times", item->times),
                                          text, item->times);
}

const char *shopping_words(page *p, const be_schedule *schedule, const be_product *product)
{
    shopping_item shopping[PURCHASES_SHOWN];
    size_t count = quote_view_shopping(schedule, shopping, PURCHASES_SHOWN);
    const char *list = count == 0 ? tr("nothing") : "";
    for (size_t i = 0; i < count && i < PURCHASES_SHOWN; i++)
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : words_comma(),
                           shopping_item_words(p, &shopping[i], product));
    if (count > PURCHASES_SHOWN)
        list = page_printf(p, tr_n("%s, %zu more", "%s, %zu more", count - PURCHASES_SHOWN), list,
                           count - PURCHASES_SHOWN);
    return list;
}

const char *shopping_deadlines(page *p, const be_schedule *schedule, const be_product *product,
                               be_month start)
{
    char text[WORDS_TEXT], month[WORDS_TEXT];
    const char *list = schedule->count == 0 ? tr("nothing") : "";
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        bool then = buy->month == 0 || buy->kind == BE_BUY_CAPACITY;
        words_purchase(buy, product, text);
        words_month(start + buy->month, month);
        const char *one = then ? page_printf(p, tr_in("bought", "%s in %s"), text, month)
                               : page_printf(p, tr_in("bought", "%s by %s"), text, month);
        list = page_printf(p, "%s%s%s", list, i == 0 ? "" : words_comma(), one);
    }
    return list;
}

const char *shopping_run_when(page *p, const be_purchase *buy, be_month start, size_t months)
{
    char first[WORDS_TEXT], last[WORDS_TEXT];
    words_month(start + buy->month, first);
    words_month(start + buy->month + (be_month)months - 1, last);
    return months == 1 ? page_printf(p, "%s", first)
                       : page_printf(p, tr_in("months", "%s to %s"), first, last);
}

const char *shopping_run_what(page *p, const be_purchase *buy, const be_product *product,
                              size_t months)
{
    return shopping_item_words(p, &(shopping_item){*buy, months}, product);
}

const char *shopping_run_amount(page *p, const be_purchase *buy, const be_quote *quote,
                                size_t months)
{
    char one[WORDS_TEXT], all[WORDS_TEXT];
    be_amount price = be_quote_purchase_price(quote, buy);
    words_amount(price, quote->product, one);
    if (months == 1 || !be_amount_is_known(price))
        return page_printf(p, "%s", one);
    words_amount(be_amount_times(price, (be_quantity)months), quote->product, all);
    return page_printf(p, "%zu\u00A0×\u00A0%s\u00A0=\u00A0%s", months, one, all);
}
