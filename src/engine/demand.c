#include <breakeven/demand.h>

#define RATIO_SQUARED ((be_int128)BE_RATIO_ONE * BE_RATIO_ONE)
#define GROWTH_MAX    (BE_RATIO_ONE * 1000) /* keeps the product with any volume in 128 bits */

enum { HOURS_A_DAY = 24, SECONDS_AN_HOUR = 3600, MICROSECONDS_A_SECOND = 1000000 };

static int64_t clamp(int64_t value, int64_t low, int64_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* Attempted calls of every month. */
static void spread_volume(const be_demand *demand, int months, be_quantity *attempts)
{
    if (demand->volumes != NULL && demand->volume_count > 0) {
        for (int t = 0; t < months; t++) {
            size_t typed = (size_t)t < demand->volume_count ? (size_t)t : demand->volume_count - 1;
            attempts[t] = clamp(demand->volumes[typed], 0, BE_QUANTITY_MAX);
        }
        return;
    }
    const be_int128 limit = (be_int128)BE_QUANTITY_MAX * BE_RATIO_ONE;
    int64_t factor = BE_RATIO_ONE + clamp(demand->growth, -BE_RATIO_ONE, GROWTH_MAX);
    be_int128 exact = (be_int128)clamp(demand->volume, 0, BE_QUANTITY_MAX) * BE_RATIO_ONE;
    for (int t = 0; t < months; t++) {
        attempts[t] = (be_quantity)((exact + BE_RATIO_ONE - 1) / BE_RATIO_ONE);
        exact = exact * factor / BE_RATIO_ONE;
        if (exact > limit)
            exact = limit;
    }
}

static be_quantity billable_units(const be_demand *demand, be_quantity attempts)
{
    int64_t failures = clamp(demand->failures, 0, BE_RATIO_ONE);
    int64_t unbilled = BE_RATIO_ONE - clamp(demand->failures_billed, 0, BE_RATIO_ONE);
    return attempts - (be_quantity)((be_int128)attempts * failures * unbilled / RATIO_SQUARED);
}

static be_quantity divide_up_clamped(be_int128 a, be_int128 b)
{
    be_int128 result = (a + b - 1) / b;
    return result > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)result;
}

/* What the peak asks for a second: typed, or from how many are in flight for how long. */
static be_quantity stated_qps(const be_demand *demand)
{
    if (demand->qps > 0)
        return clamp(demand->qps, 0, BE_QUANTITY_MAX);
    if (demand->concurrency <= 0 || demand->response <= 0)
        return 0;
    return divide_up_clamped((be_int128)demand->concurrency * MICROSECONDS_A_SECOND,
                             demand->response);
}

static be_quantity stated_concurrency(const be_demand *demand)
{
    if (demand->concurrency > 0 || demand->qps <= 0 || demand->response <= 0)
        return clamp(demand->concurrency, 0, BE_QUANTITY_MAX);
    return divide_up_clamped((be_int128)demand->qps * demand->response, MICROSECONDS_A_SECOND);
}

static void resolve_month(const be_demand *demand, be_month month, be_quantity attempts,
                          be_usage_month *out)
{
    int hours = demand->busy_hours == 0 ? HOURS_A_DAY : demand->busy_hours;
    be_quantity qps = stated_qps(demand);
    out->days = be_month_days(month);
    out->attempts = attempts;
    out->billable = billable_units(demand, attempts);
    out->busy_seconds = (int64_t)out->days * clamp(hours, 1, HOURS_A_DAY) * SECONDS_AN_HOUR;
    out->qps_floor = divide_up_clamped(attempts, out->busy_seconds);
    out->qps_peak = qps > out->qps_floor ? qps : out->qps_floor;
    out->concurrency = stated_concurrency(demand);
    out->peak_days =
        (int)clamp(demand->peak_days == 0 ? out->days : demand->peak_days, 1, out->days);
}

void be_usage_resolve(const be_demand *demand, be_horizon horizon, be_usage *out)
{
    be_quantity attempts[BE_MONTHS_MAX];
    horizon.months = (int)clamp(horizon.months, 1, BE_MONTHS_MAX);
    spread_volume(demand, horizon.months, attempts);
    out->horizon = horizon;
    out->billable_total = 0;
    for (int t = 0; t < horizon.months; t++) {
        resolve_month(demand, horizon.start + t, attempts[t], &out->month[t]);
        out->billable_total += out->month[t].billable;
    }
}
