#include "terms.h"

#include <stdbool.h>

#include <breakeven/bill.h>

enum { MONTHS_A_YEAR = 12 };

/* The best way to go on from a month: which price, for how many terms, up to which month. */
typedef struct step {
    be_amount cost; /* from this month to the end of the plan */
    bool buys;
    size_t item;
    be_quantity count;
    int terms;
    int next;
} step;

static be_quantity highest_level(const term_need *need, int from, int to)
{
    be_quantity highest = 0;
    for (int t = from; t < to; t++) {
        if (need->level[t] > highest)
            highest = need->level[t];
    }
    return highest;
}

be_quantity terms_cheapest_count(const be_capacity *capacity, size_t item, be_quantity level)
{
    be_quantity best = level;
    be_amount least = be_capacity_charge(capacity, item, level, 1);
    const be_band *band = be_tariff_band_at(&capacity->prices[item].tariff, level);
    for (; band->up_to < capacity->max; band++) {
        be_amount there = be_capacity_charge(capacity, item, band->up_to + 1, 1);
        if (be_amount_compare(there, least) < 0) {
            least = there;
            best = band->up_to + 1;
        }
    }
    return best;
}

/* What the plan costs from month t on if price `item` is bought there. */
static step try_price(const be_capacity *capacity, be_horizon horizon, const term_need *need,
                      const step *steps, int t, size_t item)
{
    be_term term = capacity->prices[item].term;
    int end = t + (term == BE_TERM_YEAR ? MONTHS_A_YEAR : 1);
    int next = end < horizon.months ? end : horizon.months;
    step s = {
        .buys = true,
        .item = item,
        .count = terms_cheapest_count(capacity, item, highest_level(need, t, next)),
        .terms = term == BE_TERM_DAY ? need->days[t] : 1,
        .next = next,
    };
    be_amount price = be_capacity_charge(capacity, item, s.count, s.terms);
    s.cost = be_amount_add(price, steps[next].cost);
    return s;
}

/* Fewer months at once win among equals, so that less is bound early. */
static bool better(const be_capacity *capacity, const step *a, const step *b)
{
    int order = be_amount_compare(a->cost, b->cost);
    if (order != 0 || !b->buys)
        return order < 0 || !b->buys;
    /* With no price known the month is the plain way to put it. */
    return a->next < b->next ||
           (a->next == b->next && capacity->prices[a->item].term == BE_TERM_MONTH);
}

size_t terms_cheapest(const be_capacity *capacity, be_horizon horizon, const term_need *need,
                      be_purchase out[TERMS_MAX])
{
    step steps[BE_MONTHS_MAX + 1];
    steps[horizon.months] = (step){.cost = be_amount_zero()};
    for (int t = horizon.months - 1; t >= 0; t--) {
        step best = {.cost = steps[t + 1].cost, .next = t + 1};
        for (size_t item = 0; need->level[t] > 0 && item < capacity->price_count; item++) {
            step s = try_price(capacity, horizon, need, steps, t, item);
            if (better(capacity, &s, &best))
                best = s;
        }
        steps[t] = best;
    }

    size_t count = 0;
    for (int t = 0; t < horizon.months; t = steps[t].next) {
        if (!steps[t].buys)
            continue;
        out[count++] = (be_purchase){.kind = BE_BUY_CAPACITY,
                                     .item = steps[t].item,
                                     .month = t,
                                     .count = steps[t].count,
                                     .terms = steps[t].terms};
    }
    return count;
}
