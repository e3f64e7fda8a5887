#include "order_days.h"

enum { MONTHS_A_YEAR = 12, PLAN_DAYS = (BE_MONTHS_MAX + MONTHS_A_YEAR) * 31 };

bool orders_one_at_a_time(const be_capacity *capacity)
{
    return !capacity->additive && !capacity->overlap;
}

static int days_until(be_horizon horizon, int t)
{
    int days = 0;
    for (int i = 0; i < t; i++)
        days += be_month_days(horizon.start + i);
    return days;
}

static bool by_day(const be_capacity *capacity, const be_purchase *buy)
{
    return buy->kind == BE_BUY_CAPACITY && capacity->prices[buy->item].term == BE_TERM_DAY;
}

static int days_of(const be_capacity *capacity, be_horizon horizon, const be_purchase *buy)
{
    if (by_day(capacity, buy))
        return buy->terms;
    bool year = capacity->prices[buy->item].term == BE_TERM_YEAR;
    int months = buy->terms * (year ? MONTHS_A_YEAR : 1);
    return days_until(horizon, buy->month + months) - days_until(horizon, buy->month);
}

/* Whether the days ordered one by one in a month are no more than it has. */
static bool fit_in(const be_capacity *capacity, be_horizon horizon, const be_purchase *buys,
                   size_t count, int month)
{
    int days = 0;
    for (size_t i = 0; i < count; i++) {
        if (buys[i].month == month && by_day(capacity, &buys[i]))
            days += buys[i].terms;
    }
    return days <= be_month_days(horizon.start + month);
}

/* Which of a month's orders by the day goes first makes no difference here. */
bool orders_share_a_day(const be_capacity *capacity, be_horizon horizon, const be_purchase *buys,
                        size_t count)
{
    bool taken[PLAN_DAYS] = {false};
    int next[BE_MONTHS_MAX] = {0};
    for (size_t i = 0; orders_one_at_a_time(capacity) && i < count; i++) {
        const be_purchase *buy = &buys[i];
        if (buy->kind != BE_BUY_CAPACITY)
            continue;
        int first = days_until(horizon, buy->month), days = days_of(capacity, horizon, buy);
        if (by_day(capacity, buy) && fit_in(capacity, horizon, buys, count, buy->month)) {
            first += next[buy->month];
            next[buy->month] += days;
        }
        for (int day = first; day < first + days && day < PLAN_DAYS; day++) {
            if (taken[day])
                return true;
            taken[day] = true;
        }
    }
    return false;
}
