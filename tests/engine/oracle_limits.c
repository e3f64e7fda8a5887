#include "oracle_limits.h"

enum { SECONDS_AN_HOUR = 3600, MILLISECONDS = 1000, PLAIN_MOST_BOOKED = 100 };

static long up(long a, long b)
{
    return a / b + (a % b != 0 ? 1 : 0);
}

static long busy_seconds_a_day(const plain_load *load)
{
    return (long)load->busy_hours * SECONDS_AN_HOUR;
}

/* -- what there is on one day ----------------------------------------------------------------- */

static int booked_days(const plain_load *load)
{
    int days = 0;
    for (int i = 0; i < load->booking_count; i++)
        days += load->bookings[i].days;
    return days;
}

/* One booking after the other, from the largest count down: the one that reaches the day. */
static int level_in_turn(const plain_load *load, int day)
{
    int last = 0;
    for (int count = PLAIN_MOST_BOOKED; count > 0; count--) {
        bool any = false;
        for (int i = 0; i < load->booking_count; i++) {
            if (load->bookings[i].count != count)
                continue;
            last += load->bookings[i].days;
            any = true;
        }
        if (any && day <= last)
            return count;
    }
    return 0;
}

static int level_on(const plain_limits *limits, const plain_load *load, int day)
{
    int sum = 0, highest = 0;
    for (int i = 0; i < load->booking_count; i++) {
        const plain_booking *b = &load->bookings[i];
        if (b->days < day)
            continue;
        sum += b->count;
        highest = b->count > highest ? b->count : highest;
    }
    int level = limits->additive ? sum : highest;
    if (!limits->additive && !limits->overlap && booked_days(load) <= load->days)
        level = level_in_turn(load, day);
    return level < limits->max ? level : limits->max;
}

/* The limit of a kind on one day, with what was bought of that kind. */
static plain_limit limit_on(const plain_limits *limits, const plain_load *load, bool qps, int day)
{
    plain_limit limit = qps ? limits->qps : limits->concurrency;
    if (qps && load->package && limits->with_package.stated)
        limit = limits->with_package;
    int level = limits->sold && limits->sold_qps == qps ? level_on(limits, load, day) : 0;
    bool unlimited = limit.stated && limit.value == PLAIN_UNLIMITED;
    if (level == 0 || unlimited)
        return limit;
    if (limits->lifts_to > 0)
        return (plain_limit){true, limits->lifts_to};
    if (!limits->additive)
        return (plain_limit){true, level};
    return (plain_limit){true, (limit.stated ? limit.value : 0) + level};
}

static bool limited(plain_limit limit)
{
    return limit.stated && limit.value != PLAIN_UNLIMITED;
}

static bool within(plain_limit limit, long need)
{
    return !limited(limit) || need <= limit.value;
}

/* -- what is needed on one day ---------------------------------------------------------------- */

/* Calls in the busiest second when they come evenly, and at the peak. */
static long calls_a_second(const plain_load *load, int day)
{
    long even = up(load->calls, busy_seconds_a_day(load) * load->days);
    long peak = load->qps;
    if (peak == 0 && load->milliseconds > 0)
        peak = up((long)load->concurrency * MILLISECONDS, load->milliseconds);
    return day <= load->peak_days && peak > even ? peak : even;
}

/* Tasks that run at once when they come evenly, and at the peak. */
static long tasks_at_once(const plain_load *load, int day)
{
    long work = load->calls * load->milliseconds;
    long even = up(work, busy_seconds_a_day(load) * load->days * MILLISECONDS);
    long peak = load->concurrency;
    if (peak == 0)
        peak = up((long)load->qps * load->milliseconds, MILLISECONDS);
    return day <= load->peak_days && peak > even ? peak : even;
}

/* -- the month -------------------------------------------------------------------------------- */

/* Whether the work that queues up, counted in milliseconds times days, is done by the month's end.
 */
static bool queue_drains(const plain_limits *limits, const plain_load *load)
{
    long waiting = 0;
    for (int day = 1; day <= load->days; day++) {
        plain_limit tasks = limit_on(limits, load, false, day);
        waiting += load->calls * load->milliseconds;
        waiting -= tasks.value * busy_seconds_a_day(load) * MILLISECONDS * load->days;
        if (waiting < 0 || !limited(tasks))
            waiting = 0;
    }
    return waiting == 0;
}

static bool refuses(const plain_limits *limits, const plain_load *load)
{
    for (int day = 1; day <= load->days; day++) {
        long calls = calls_a_second(load, day);
        if (!within(limit_on(limits, load, true, day), calls) || !within(limits->rps, calls))
            return true;
        if (!limits->queues &&
            !within(limit_on(limits, load, false, day), tasks_at_once(load, day)))
            return true;
    }
    return false;
}

static plain_limit lowest_at_peak(const plain_limits *limits, const plain_load *load, bool qps)
{
    plain_limit lowest = limit_on(limits, load, qps, 1);
    for (int day = 2; day <= load->peak_days; day++) {
        plain_limit limit = limit_on(limits, load, qps, day);
        if (!limit.stated || (lowest.stated && limit.value < lowest.value))
            lowest = limit;
    }
    return lowest;
}

plain_limit plain_peak_limit(const plain_limits *limits, const plain_load *load)
{
    plain_limit qps = lowest_at_peak(limits, load, true);
    return qps.stated ? qps : lowest_at_peak(limits, load, false);
}

/* Whether there is a day for which the vendor states no limit at all. */
static bool has_unstated_day(const plain_limits *limits, const plain_load *load)
{
    for (int day = 1; day <= load->days; day++) {
        if (!limit_on(limits, load, true, day).stated &&
            !limit_on(limits, load, false, day).stated && !limits->rps.stated)
            return true;
    }
    return false;
}

static bool has_limited_tasks(const plain_limits *limits, const plain_load *load)
{
    for (int day = 1; day <= load->days; day++) {
        if (limited(limit_on(limits, load, false, day)))
            return true;
    }
    return false;
}

plain_verdict plain_carries(const plain_limits *limits, const plain_load *load)
{
    if (load->calls == 0)
        return PLAIN_CARRIES;
    if (refuses(limits, load) || (limits->queues && !queue_drains(limits, load)))
        return PLAIN_FAILS;
    if (has_unstated_day(limits, load))
        return PLAIN_NOBODY_KNOWS;
    bool speed_counts = has_limited_tasks(limits, load) && load->milliseconds == 0;
    return speed_counts ? PLAIN_MAY_CARRY : PLAIN_CARRIES;
}
