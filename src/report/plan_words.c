#include "report/plan_words.h"

#include "report/shopping.h"

/* So many things to buy are named; the list of the recommended plan has them all. */
enum { PURCHASES_NAMED = 3, PARTS_MAX = PURCHASES_NAMED + 2 };

/* "a, b and c". */
static const char *join(page *p, const char *const *parts, size_t count)
{
    const char *list = parts[0];
    for (size_t i = 1; i < count; i++)
        list = page_printf(p, "%s%s%s", list, i + 1 < count ? ", " : " and ", parts[i]);
    return list;
}

const char *plan_words(page *p, const be_product *product, const be_schedule *schedule,
                       bool by_unit)
{
    shopping_item shopping[PURCHASES_NAMED];
    const char *parts[PARTS_MAX];
    size_t things = quote_view_shopping(schedule, shopping, PURCHASES_NAMED), count = 0;
    for (; count < things && count < PURCHASES_NAMED; count++)
        parts[count] = shopping_item_words(p, &shopping[count], product);
    if (things > PURCHASES_NAMED)
        parts[count++] = page_printf(p, "%zu more", things - PURCHASES_NAMED);
    if (by_unit)
        parts[count++] = "pay as you go";
    return count == 0 ? "nothing" : join(p, parts, count);
}
