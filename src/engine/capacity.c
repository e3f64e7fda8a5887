#include "capacity.h"

enum { TERMS_LONGEST = BE_MONTHS_MAX * 31 }; /* even of days, more than any plan has */

be_duration be_capacity_valid(const be_capacity *capacity, const be_purchase *buy)
{
    static const int months_of_term[BE_TERM_COUNT] = {[BE_TERM_MONTH] = 1, [BE_TERM_YEAR] = 12};
    be_term term = capacity->prices[buy->item].term;
    int terms = buy->terms < TERMS_LONGEST ? buy->terms : TERMS_LONGEST;
    if (term == BE_TERM_DAY)
        return (be_duration){.count = terms, .unit = BE_DAYS};
    return (be_duration){.count = terms * months_of_term[term], .unit = BE_MONTHS};
}

/* Days of month t that a purchase of capacity is valid on; 0 for any other purchase. */
static int valid_days(const be_product *product, be_horizon horizon, const be_purchase *buy, int t)
{
    if (buy->kind != BE_BUY_CAPACITY || buy->item >= product->capacity.price_count ||
        buy->month < 0 || buy->count <= 0 || buy->terms <= 0)
        return 0;
    return be_duration_days_in_month(be_capacity_valid(&product->capacity, buy), horizon.start,
                                     buy->month, t);
}

/* -- orders of days that follow one another -----------------------------------------------------
 */

static bool in_turn(const be_capacity *capacity)
{
    return !capacity->additive && !capacity->overlap;
}

static bool by_day(const be_product *product, const be_purchase *buy)
{
    return buy->kind == BE_BUY_CAPACITY && buy->item < product->capacity.price_count &&
           product->capacity.prices[buy->item].term == BE_TERM_DAY && buy->count > 0 &&
           buy->terms > 0;
}

/* Larger orders go first: the peak is on the month's first days. */
static bool goes_before(const be_purchase *purchases, size_t i, size_t j)
{
    be_quantity a = purchases[i].count, b = purchases[j].count;
    return a != b ? a > b : i < j;
}

/* Days of its month on which others go before purchase i; 0 where they do not fit in together. */
static int days_before(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                       size_t count, size_t i)
{
    int month = purchases[i].month, days = be_month_days(horizon.start + month);
    int64_t before = 0, all = 0;
    for (size_t j = 0; j < count; j++) {
        if (purchases[j].month != month || !by_day(product, &purchases[j]))
            continue;
        all += purchases[j].terms;
        before += goes_before(purchases, j, i) ? purchases[j].terms : 0;
    }
    return all <= days ? (int)before : 0;
}

/* Days of a month: those after `after` up to `until`. */
typedef struct span {
    int after, until;
} span;

/* Of month t, on which purchase i is valid. */
static span valid_span(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                       size_t count, size_t i, int t)
{
    span s = {0, valid_days(product, horizon, &purchases[i], t)};
    if (s.until == 0 || purchases[i].month != t || !in_turn(&product->capacity) ||
        !by_day(product, &purchases[i]))
        return s;
    s.after = days_before(product, horizon, purchases, count, i);
    s.until += s.after;
    return s;
}

/* -- a month ------------------------------------------------------------------------------------
 */

be_quantity capacity_level(const be_product *product, be_horizon horizon,
                           const be_purchase *purchases, size_t count, int t, int day)
{
    be_quantity sum = 0, highest = 0;
    for (size_t i = 0; i < count; i++) {
        span s = valid_span(product, horizon, purchases, count, i, t);
        if (day <= s.after || day > s.until)
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
        span s = valid_span(product, horizon, purchases, count, i, t);
        int next = s.after > after ? s.after : s.until;
        if (next > after && next < end)
            end = next;
    }
    return end;
}

int capacity_days(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                  size_t count, int t)
{
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        span s = valid_span(product, horizon, purchases, count, i, t);
        if (s.until > most)
            most = s.until;
    }
    return most;
}

/* -- what lies side by side ---------------------------------------------------------------------
 */

/* Capacity is there from a month's first day up to some day, so days beyond that are double. */
static bool overlaps_in(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                        size_t count, int t)
{
    int64_t days = 0;
    for (size_t i = 0; i < count; i++) {
        span s = valid_span(product, horizon, purchases, count, i, t);
        days += s.until - s.after;
    }
    return days > capacity_days(product, horizon, purchases, count, t);
}

bool capacity_overlaps(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                       size_t count, int *t)
{
    if (!product->capacity.offered || !in_turn(&product->capacity))
        return false;
    for (*t = 0; *t < horizon.months; ++*t) {
        if (overlaps_in(product, horizon, purchases, count, *t))
            return true;
    }
    return false;
}

bool capacity_follows(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (valid_span(product, horizon, purchases, count, i, purchases[i].month).after > 0)
            return true;
    }
    return false;
}

be_amount be_capacity_charge(const be_capacity *capacity, size_t item, be_quantity count, int terms)
{
    be_amount one = be_tariff_charge(&capacity->prices[item].tariff, 0, count, NULL, NULL);
    return be_amount_times(one, terms);
}
