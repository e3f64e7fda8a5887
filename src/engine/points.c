#include "points.h"

static const be_general_package *general_bought(const be_product *product, const be_purchase *buy)
{
    const be_provider *provider = product->provider;
    bool exists = buy->kind == BE_BUY_GENERAL && provider != NULL &&
                  buy->item < provider->general_package_count;
    return exists ? &provider->general_packages[buy->item] : NULL;
}

static size_t count_lots(const be_bill_item *items, size_t count)
{
    size_t lots = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < items[i].demand->owned_count; j++) {
            if (items[i].demand->owned[j].general != NULL)
                lots++;
        }
        for (size_t j = 0; j < items[i].purchase_count; j++) {
            if (items[i].purchases[j].kind == BE_BUY_GENERAL)
                lots++;
        }
    }
    return lots;
}

static void add_bought(lot_list *pool, const be_bill_item *item, size_t owner)
{
    for (size_t i = 0; i < item->purchase_count; i++) {
        const be_purchase *buy = &item->purchases[i];
        const be_general_package *package = general_bought(item->product, buy);
        if (package == NULL)
            continue;
        const lot one = {.size = package->points,
                         .price = package->price,
                         .valid = package->valid,
                         .general = package,
                         .owner = owner,
                         .purchase = i};
        lots_add_bought(pool, one, buy->count, buy->month);
    }
}

bool points_begin(lot_list *pool, be_arena *arena, be_horizon horizon, const be_bill_item *items,
                  size_t count)
{
    if (!lots_open(pool, arena, horizon, count_lots(items, count)))
        return false;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < items[i].demand->owned_count; j++) {
            if (items[i].demand->owned[j].general != NULL)
                lots_add_owned(pool, &items[i].demand->owned[j], i);
        }
        add_bought(pool, &items[i], i);
    }
    return true;
}

/* What a unit costs of a lot's points in month t; 0 where they cannot pay for it. */
static be_quantity price_in(const lot *l, const be_product *product, int t)
{
    return lot_usable(l, t) ? be_general_points(l->general, product) : 0;
}

/* Whether the lots from `first` on that ask `price` can pay for a whole unit together. */
static bool pay_whole_unit(const lot_list *pool, size_t first, const be_product *product, int t,
                           be_quantity price)
{
    be_quantity missing = price;
    for (size_t i = first; i < pool->count && missing > 0; i++) {
        if (price_in(&pool->lots[i], product, t) == price)
            missing -= pool->lots[i].left < missing ? pool->lots[i].left : missing;
    }
    return missing == 0;
}

be_quantity points_price(const lot_list *pool, const be_product *product, int t)
{
    for (size_t i = 0; i < pool->count; i++) {
        be_quantity price = price_in(&pool->lots[i], product, t);
        if (price > 0 && pay_whole_unit(pool, i, product, t, price))
            return price;
    }
    return 0;
}

/*
 * One unit out of the rest of lot `first`, too small for a whole one, and of the lots behind it
 * that ask the same.
 */
static bool take_split_unit(lot_list *pool, size_t first, const be_product *product, int t,
                            be_quantity price)
{
    if (!pay_whole_unit(pool, first, product, t, price))
        return false;
    be_quantity missing = price;
    for (size_t i = first; i < pool->count && missing > 0; i++) {
        lot *l = &pool->lots[i];
        if (price_in(l, product, t) != price)
            continue;
        be_quantity points = l->left < missing ? l->left : missing;
        l->left -= points;
        missing -= points;
    }
    return true;
}

be_quantity points_take(lot_list *pool, const be_product *product, int t, int days_in_month,
                        be_quantity units)
{
    be_quantity taken = 0;
    for (size_t i = 0; i < pool->count && taken < units; i++) {
        lot *l = &pool->lots[i];
        be_quantity price = price_in(l, product, t);
        if (price == 0)
            continue;
        be_quantity reach = lot_reach(pool, l, t, days_in_month, units, taken);
        be_quantity whole = l->left / price < reach ? l->left / price : reach;
        l->left -= whole * price;
        taken += whole;
        if (whole < reach && l->left > 0 && take_split_unit(pool, i, product, t, price))
            taken++;
    }
    return taken;
}
