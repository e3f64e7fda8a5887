#include <breakeven/demand.h>

#define RATIO_SQUARED ((be_int128)BE_RATIO_ONE * BE_RATIO_ONE)
#define TOO_MANY      (BE_QUANTITY_MAX + 1) /* more than can be counted */
#define FACTOR_MAX    (BE_RATIO_ONE * 1000) /* keeps the product with any volume in 128 bits */

enum { HOURS_A_DAY = 24, SECONDS_AN_HOUR = 3600, MICROSECONDS_A_SECOND = 1000000 };

static int64_t clamp(int64_t value, int64_t low, int64_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* Rounds `exact` billionths of a call up to whole calls, at most TOO_MANY. */
static be_quantity whole_calls(be_int128 exact)
{
    be_int128 calls = (exact + BE_RATIO_ONE - 1) / BE_RATIO_ONE;
    return calls > BE_QUANTITY_MAX ? TOO_MANY : (be_quantity)calls;
}

/* `exact` billionths of a call in an average month, in a month of the season. */
static be_quantity seasonal_calls(const be_demand *demand, be_month month, be_int128 exact)
{
    if (demand->season == NULL)
        return whole_calls(exact);
    int64_t factor = clamp(demand->season[be_month_number(month) - 1], 0, FACTOR_MAX);
    be_int128 product = exact * factor;
    bool even = product % BE_RATIO_ONE == 0;
    return whole_calls(product / BE_RATIO_ONE + (even ? 0 : 1));
}

/* Months as they were typed; those past the last one repeat it. */
static void repeat_months(const be_quantity *typed, size_t count, int months, be_quantity *attempts)
{
    for (int t = 0; t < months; t++)
        attempts[t] = clamp(typed[(size_t)t < count ? (size_t)t : count - 1], 0, BE_QUANTITY_MAX);
}

/* By growth and season. */
static void change_volume(const be_demand *demand, be_horizon horizon, be_quantity *attempts)
{
    /* High enough that a quiet season does not bring it back into range unnoticed. */
    const be_int128 limit = (be_int128)BE_QUANTITY_MAX * BE_RATIO_ONE * 100;
    int64_t factor = BE_RATIO_ONE + clamp(demand->growth, -BE_RATIO_ONE, FACTOR_MAX);
    be_int128 exact = (be_int128)clamp(demand->volume, 0, BE_QUANTITY_MAX) * BE_RATIO_ONE;
    for (int t = 0; t < horizon.months; t++) {
        attempts[t] = seasonal_calls(demand, horizon.start + t, exact);
        exact = exact * factor / BE_RATIO_ONE;
        if (exact > limit)
            exact = limit;
    }
}

/* Attempted calls of every month. */
static void spread_volume(const be_demand *demand, be_horizon horizon, be_quantity *attempts)
{
    bool changes = demand->growth != 0 || demand->season != NULL;
    if (demand->volumes != NULL && demand->volume_count > 0)
        repeat_months(demand->volumes, demand->volume_count, horizon.months, attempts);
    else if (!changes)
        repeat_months(&demand->volume, 1, horizon.months, attempts);
    else
        change_volume(demand, horizon, attempts);
}

static be_quantity billable_units(const be_demand *demand, be_quantity attempts)
{
    if (demand->failures <= 0)
        return attempts;
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
    out->qps_floor = be_quantity_divide_up(attempts, out->busy_seconds);
    out->qps_peak = qps > out->qps_floor ? qps : out->qps_floor;
    out->concurrency = stated_concurrency(demand);
    out->peak_days =
        (int)clamp(demand->peak_days == 0 ? out->days : demand->peak_days, 1, out->days);
}

void be_usage_resolve(const be_demand *demand, be_horizon horizon, be_usage *out)
{
    be_quantity attempts[BE_MONTHS_MAX];
    horizon.months = (int)clamp(horizon.months, 1, BE_MONTHS_MAX);
    spread_volume(demand, horizon, attempts);
    out->horizon = horizon;
    out->billable_total = 0;
    out->too_large = false;
    for (int t = 0; t < horizon.months; t++) {
        out->too_large = out->too_large || attempts[t] > BE_QUANTITY_MAX;
        resolve_month(demand, horizon.start + t, clamp(attempts[t], 0, BE_QUANTITY_MAX),
                      &out->month[t]);
        out->billable_total += out->month[t].billable;
    }
}

/* -- meters ---------------------------------------------------------------------------------- */

be_ratio be_demand_per_request(const be_demand *demand, const be_product *product, size_t index)
{
    if (index < demand->per_request_count && demand->per_request[index] >= 0)
        return demand->per_request[index];
    be_ratio own = product->meters[index].per_request;
    return own > 0 ? own : -1;
}

/* Units that `requests` take of meter `index`, rounded up; none where nobody says how many. */
static be_quantity metered_units(const be_demand *demand, const be_product *product, size_t index,
                                 be_quantity requests)
{
    be_ratio each = be_demand_per_request(demand, product, index);
    return each <= 0 ? 0 : whole_calls((be_int128)requests * each);
}

static be_quantity share_down(be_quantity units, be_ratio share)
{
    return (be_quantity)((be_int128)units * clamp(share, 0, BE_RATIO_ONE) / BE_RATIO_ONE);
}

static bool priced_apart(const be_meter *meter, be_use use)
{
    return meter->tariff[use].band_count > 0;
}

size_t be_demand_flows(const be_demand *demand, const be_product *product, be_quantity requests,
                       be_flow out[BE_FLOWS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < product->meter_count; i++) {
        const be_meter *meter = &product->meters[i];
        be_quantity units[BE_USE_COUNT] = {0};
        bool batches = priced_apart(meter, BE_USE_BATCH);
        be_quantity batch = batches ? share_down(requests, demand->batch) : 0;
        be_quantity rest = metered_units(demand, product, i, requests - batch);
        units[BE_USE_BATCH] = metered_units(demand, product, i, batch);
        units[BE_USE_CACHED] =
            priced_apart(meter, BE_USE_CACHED) ? share_down(rest, demand->cached) : 0;
        units[BE_USE_STANDARD] = rest - units[BE_USE_CACHED];
        for (int use = 0; use < BE_USE_COUNT; use++) {
            if (units[use] > 0)
                out[count++] = (be_flow){meter, (be_use)use, units[use]};
        }
    }
    return count;
}

be_quantity be_demand_request_size(const be_demand *demand, const be_product *product)
{
    return metered_units(demand, product, product->request_meter, 1);
}
