#include "pool_prices.h"

#include "amount_ops.h"
#include "divisor.h"
#include "packages.h"

enum { CELLS_MAX = 4096 };

/* Sold at a known price, and of use to some item. */
static bool is_useful(const pool *p, size_t package)
{
    const be_general_package *general = &p->provider->general_packages[package];
    if (!be_amount_is_known(general->price) || general->points == 0)
        return false;
    for (size_t i = 0; i < p->count; i++) {
        if (be_general_points(general, p->items[i].product) > 0)
            return true;
    }
    return false;
}

static size_t package_count(const pool *p)
{
    return p->provider != NULL ? p->provider->general_package_count : 0;
}

/* Sizes the cells, and looks up what the packages have in common. */
static void survey(const pool *p, pool_prices *out)
{
    be_quantity divisor = 0;
    out->unit = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    out->validity = p->months;
    for (size_t i = 0; i < package_count(p); i++) {
        if (!is_useful(p, i))
            continue;
        const be_general_package *general = &p->provider->general_packages[i];
        be_amount price = pool_paid(general->price, p->share);
        be_amount unit = amount_divide_down(price, general->points);
        int months = packages_whole_months(general->valid, p->items[0].usage->horizon);
        divisor = common_divisor(general->points, divisor);
        out->unit = amount_compare(unit, out->unit) < 0 ? unit : out->unit;
        out->validity = months < out->validity ? months : out->validity;
    }
    be_quantity least = be_quantity_divide_up(p->wanted, CELLS_MAX);
    out->cell = divisor > least ? divisor : least > 0 ? least : 1;
    out->validity = out->validity > 0 ? out->validity : 1;
}

/* The least price of each number of cells or more. */
static void fill_cells(const pool *p, pool_prices *out, be_amount *price, size_t cells)
{
    price[0] = be_amount_zero();
    for (size_t c = 1; c <= cells; c++)
        price[c] = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    for (size_t i = 0; i < package_count(p); i++) {
        if (!is_useful(p, i))
            continue;
        const be_general_package *general = &p->provider->general_packages[i];
        be_amount one = pool_paid(general->price, p->share);
        be_quantity size = be_quantity_divide_up(general->points, out->cell);
        for (size_t c = 1; c <= cells; c++) {
            size_t before = size < (be_quantity)c ? c - (size_t)size : 0;
            be_amount sum = amount_add(price[before], one);
            if (amount_compare(sum, price[c]) >= 0)
                continue;
            price[c] = sum;
            out->last[c] = i;
        }
    }
}

static void find_steps(const pool *p, pool_prices *out, const be_amount *price, size_t cells)
{
    for (size_t c = 0; c <= cells; c++) {
        if (!amount_is_known(price[c]) ||
            (c < cells && amount_compare(price[c], price[c + 1]) == 0))
            continue;
        be_quantity points = c == cells ? p->wanted : (be_quantity)c * out->cell;
        out->steps[out->count++] = (pool_step){points, price[c], (int)c};
    }
}

bool pool_prices_make(pool *p, pool_prices *out)
{
    *out = (pool_prices){0};
    survey(p, out);
    size_t cells = (size_t)be_quantity_divide_up(p->wanted, out->cell);
    be_amount *price = be_arena_alloc(p->arena, cells + 1, sizeof *price);
    out->last = be_arena_alloc(p->arena, cells + 1, sizeof *out->last);
    out->steps = be_arena_alloc(p->arena, cells + 1, sizeof *out->steps);
    if (price == NULL || out->last == NULL || out->steps == NULL)
        return false;
    fill_cells(p, out, price, cells);
    find_steps(p, out, price, cells);
    return true;
}

size_t pool_prices_step(const pool_prices *prices, be_quantity points)
{
    size_t low = 0, high = prices->count - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (prices->steps[middle].points < points)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t pool_prices_packages(const pool *p, const pool_prices *prices, size_t step, int month,
                            be_purchase *out)
{
    size_t count = 0;
    be_quantity cells = prices->steps[step].cell;
    while (cells > 0) {
        size_t item = prices->last[cells], i = 0;
        while (i < count && out[i].item != item)
            i++;
        if (i == count)
            out[count++] = (be_purchase){BE_BUY_GENERAL, item, month, 0, 1};
        out[i].count++;
        cells -= be_quantity_divide_up(p->provider->general_packages[item].points, prices->cell);
    }
    return count;
}
