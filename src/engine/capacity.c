#include "capacity.h"

enum { TERMS_LONGEST = BE_MONTHS_MAX * 31 }; /* even of days, more than any plan has */

/* Days of month t that a purchase of capacity is valid on; 0 for any other purchase. */
static int valid_days(const be_product *product, be_horizon horizon, const be_purchase *buy, int t)
{
    static const int months_of_term[BE_TERM_COUNT] = {[BE_TERM_MONTH] = 1, [BE_TERM_YEAR] = 12};
    if (buy->kind != BE_BUY_CAPACITY || buy->item >= product->capacity.price_count ||
        buy->month < 0 || buy->count <= 0 || buy->terms <= 0)
        return 0;
    be_term term = product->capacity.prices[buy->item].term;
    int terms = buy->terms < TERMS_LONGEST ? buy->terms : TERMS_LONGEST;
    be_duration valid = {.count = terms, .unit = BE_DAYS};
    if (term != BE_TERM_DAY)
        valid = (be_duration){.count = terms * months_of_term[term], .unit = BE_MONTHS};
    return be_duration_days_in_month(valid, horizon.start, buy->month, t);
}

be_quantity capacity_level(const be_product *product, be_horizon horizon,
                           const be_purchase *purchases, size_t count, int t, int days)
{
    be_quantity sum = 0, highest = 0;
    for (size_t i = 0; i < count; i++) {
        if (days == 0 || valid_days(product, horizon, &purchases[i], t) < days)
            continue;
        sum += purchases[i].count;
        if (purchases[i].count > highest)
            highest = purchases[i].count;
    }
    be_quantity level = product->capacity.additive ? sum : highest;
    return level < product->capacity.max ? level : product->capacity.max;
}

int capacity_change(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                    size_t count, int t, int after)
{
    int end = be_month_days(horizon.start + t);
    for (size_t i = 0; i < count; i++) {
        int days = valid_days(product, horizon, &purchases[i], t);
        if (days > after && days < end)
            end = days;
    }
    return end;
}

int capacity_days(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                  size_t count, int t)
{
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        int days = valid_days(product, horizon, &purchases[i], t);
        if (days > most)
            most = days;
    }
    return most;
}

be_amount be_capacity_charge(const be_capacity *capacity, size_t item, be_quantity count, int terms)
{
    be_amount one = be_tariff_charge(&capacity->prices[item].tariff, 0, count, NULL, NULL);
    return be_amount_times(one, terms);
}
