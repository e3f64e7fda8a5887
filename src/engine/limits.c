#include "limits.h"

#define MICROSECONDS_A_SECOND 1000000

/*
 * Where no response time is given, tasks that may take a minute each are taken to keep up: few
 * calls take longer. Where they have to be faster than that, nobody knows.
 */
#define LONGEST_RESPONSE ((be_microseconds)60 * MICROSECONDS_A_SECOND)

/* The limit that stands against a load once bought capacity of `level` is counted in. */
static be_limit with_capacity(const be_capacity *capacity, be_limit base, be_quantity level)
{
    if (level == 0 || (base.stated && base.value == BE_UNBOUNDED))
        return base;
    if (capacity->lifts_to > 0)
        return (be_limit){.stated = true, .value = capacity->lifts_to};
    if (!capacity->additive)
        return (be_limit){.stated = true, .value = level};
    return (be_limit){.stated = true, .value = (base.stated ? base.value : 0) + level};
}

static be_limit default_qps(const limits_case *c)
{
    const be_limits *limits = &c->product->limits;
    return c->package_lifts && limits->with_package.stated ? limits->with_package : limits->qps;
}

static be_limit effective(const limits_case *c, be_capacity_kind kind, be_limit base,
                          be_quantity level)
{
    const be_capacity *capacity = &c->product->capacity;
    return capacity->offered && capacity->adds_to == kind ? with_capacity(capacity, base, level)
                                                          : base;
}

static void worse(be_bill_month *out, be_carries carries)
{
    if (carries > out->carries)
        out->carries = carries;
}

static be_message over(be_message_id id, be_quantity limit, be_quantity need, be_month month)
{
    return (be_message){id, {be_arg_quantity(limit), be_arg_quantity(need), be_arg_month(month)}};
}

/* Tasks at once that finish the month's calls in its busy time; 0 without a response time. */
static be_quantity throughput_need(const be_demand *demand, const be_usage_month *usage)
{
    be_int128 busy = (be_int128)usage->busy_seconds * MICROSECONDS_A_SECOND;
    be_int128 work = (be_int128)usage->attempts * demand->response;
    be_int128 need = (work + busy - 1) / busy;
    return need > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)need;
}

/* What a month asks of a kind of capacity: at the peak, and at any time. */
static capacity_need load_of(const be_demand *demand, const be_usage_month *usage,
                             be_capacity_kind kind)
{
    bool qps = kind == BE_CAPACITY_QPS;
    be_quantity steady = qps ? usage->qps_floor : throughput_need(demand, usage);
    be_quantity peak = qps ? usage->qps_peak : usage->concurrency;
    return (capacity_need){peak > steady ? peak : steady, steady};
}

/* Notes how much capacity would have to be bought, if it is sold in the kind that is short. */
static void note_mending(const limits_case *c, be_capacity_kind kind, be_quantity *mending)
{
    if (!c->product->capacity.offered || c->product->capacity.adds_to != kind)
        return;
    be_quantity lifts_to = c->product->capacity.lifts_to;
    if (lifts_to > 0 && lifts_to < load_of(c->demand, c->usage, kind).peak)
        return; /* no number of it would */
    be_quantity level = limits_needed_capacity(c->product, c->demand, c->usage).peak;
    if (level > *mending)
        *mending = level;
}

void limits_suggest(const be_product *product, be_quantity mending, ledger *l)
{
    static const be_message_id fixes[] = {
        [BE_CAPACITY_QPS] = BE_MSG_FIX_BUY_QPS,
        [BE_CAPACITY_CONCURRENCY] = BE_MSG_FIX_BUY_CONCURRENCY,
    };
    be_quantity max = product->capacity.max;
    if (mending > max)
        ledger_reason(
            l, (be_message){BE_MSG_CAPACITY_MAX, {be_arg_quantity(max), be_arg_quantity(mending)}});
    else if (mending > 0)
        ledger_reason(l,
                      (be_message){fixes[product->capacity.adds_to], {be_arg_quantity(mending)}});
}

static void fail_qps(const limits_case *c, ledger *l, be_quantity limit, be_quantity need)
{
    const be_limit lifted = c->product->limits.with_package;
    ledger_reason(l, over(BE_MSG_OVER_QPS, limit, need, c->month));
    if (!c->package_lifts && c->product->package_count > 0 && lifted.stated && lifted.value >= need)
        ledger_reason(l, (be_message){BE_MSG_FIX_PACKAGE, {be_arg_quantity(lifted.value)}});
}

/* What can be carried of one kind: on the peak days, and on any day. */
typedef struct limit_pair {
    be_limit peak, all;
} limit_pair;

static limit_pair limits_of(const limits_case *c, be_capacity_kind kind)
{
    be_limit base = kind == BE_CAPACITY_QPS ? default_qps(c) : c->product->limits.concurrency;
    return (limit_pair){effective(c, kind, base, c->bought_peak),
                        effective(c, kind, base, c->bought_all)};
}

static void judge_qps(const limits_case *c, limit_pair limit, ledger *l, be_bill_month *out,
                      be_quantity *mending)
{
    if (limit.peak.stated && limit.peak.value < c->usage->qps_peak)
        fail_qps(c, l, limit.peak.value, c->usage->qps_peak);
    else if (limit.all.stated && limit.all.value < c->usage->qps_floor)
        fail_qps(c, l, limit.all.value, c->usage->qps_floor);
    else
        return;
    worse(out, BE_CARRIES_NO);
    note_mending(c, BE_CAPACITY_QPS, mending);
}

/* Calls that `tasks` at once finish in the month's busy time, at the response time given. */
static be_quantity throughput(const limits_case *c, be_quantity tasks)
{
    be_int128 calls = (be_int128)tasks * c->usage->busy_seconds * MICROSECONDS_A_SECOND;
    calls /= c->demand->response;
    return calls > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)calls;
}

/* What a burst at the peak means where requests queue: nobody fails, the last one waits. */
static void warn_of_queue(const limits_case *c, ledger *l, be_quantity limit)
{
    be_quantity rounds = be_quantity_divide_up(c->usage->concurrency, limit);
    be_message message = {
        BE_MSG_QUEUE_ROUNDS,
        {be_arg_quantity(c->usage->concurrency), be_arg_quantity(limit), be_arg_quantity(rounds)}};
    if (c->demand->response > 0) {
        message.id = BE_MSG_QUEUE_WAIT;
        message.args[2] = be_arg_time((rounds - 1) * c->demand->response);
    }
    ledger_warn(l, message);
}

/* Where requests queue, the month's calls must fit; a peak that does not only has to wait. */
static bool queue_drains(const limits_case *c, ledger *l, be_quantity peak, be_quantity all)
{
    if (c->demand->response > 0 && throughput(c, all) < c->usage->attempts) {
        ledger_reason(l, over(BE_MSG_OVER_THROUGHPUT, all, throughput(c, all), c->month));
        return false;
    }
    if (peak > 0 && c->usage->concurrency > peak)
        warn_of_queue(c, l, peak);
    return true;
}

/* Where requests are refused, all that run at once must be within the limit at any time. */
static bool within_concurrency(const limits_case *c, ledger *l, be_quantity peak, be_quantity all)
{
    be_quantity steady = throughput_need(c->demand, c->usage);
    if (c->usage->concurrency > peak) {
        ledger_reason(l, over(BE_MSG_OVER_CONCURRENCY, peak, c->usage->concurrency, c->month));
        return false;
    }
    if (steady > all) {
        ledger_reason(l, over(BE_MSG_OVER_CONCURRENCY, all, steady, c->month));
        return false;
    }
    return true;
}

/* Without a response time: how long may a call take for so many tasks at once to keep up? */
static be_microseconds longest_response(const limits_case *c, be_quantity peak, be_quantity all)
{
    be_int128 busy = (be_int128)c->usage->busy_seconds * MICROSECONDS_A_SECOND;
    be_int128 longest = busy * all / c->usage->attempts;
    if (c->demand->qps > 0) {
        be_int128 at_peak = (be_int128)peak * MICROSECONDS_A_SECOND / c->demand->qps;
        longest = at_peak < longest ? at_peak : longest;
    }
    return longest < LONGEST_RESPONSE ? (be_microseconds)longest : LONGEST_RESPONSE;
}

/* Whether tasks keep up is not known where that asks for a speed that nobody has stated. */
static void doubt_speed(const limits_case *c, ledger *l, be_bill_month *out, limit_pair limit)
{
    if (c->demand->response > 0)
        return;
    be_microseconds longest = longest_response(c, limit.peak.value, limit.all.value);
    if (longest >= LONGEST_RESPONSE)
        return;
    worse(out, BE_CARRIES_UNSTATED);
    ledger_warn(l, (be_message){BE_MSG_SPEED_UNSTATED,
                                {be_arg_quantity(limit.peak.value), be_arg_month(c->month),
                                 be_arg_time(longest)}});
}

/* Without a task on every day calls of some days are neither run nor queued. */
static bool runs_at_all(const limits_case *c, ledger *l, be_quantity all)
{
    if (all == 0)
        ledger_reason(l, over(BE_MSG_OVER_CONCURRENCY, 0, 1, c->month));
    return all > 0;
}

static bool keeps_up(const limits_case *c, ledger *l, limit_pair limit)
{
    if (!limit.all.stated)
        return true; /* whether it does is not known */
    if (!runs_at_all(c, l, limit.all.value))
        return false;
    return c->product->limits.over == BE_OVER_QUEUE
               ? queue_drains(c, l, limit.peak.value, limit.all.value)
               : within_concurrency(c, l, limit.peak.value, limit.all.value);
}

static void judge_concurrency(const limits_case *c, limit_pair limit, ledger *l, be_bill_month *out,
                              be_quantity *mending)
{
    if (!limit.peak.stated || limit.peak.value == BE_UNBOUNDED)
        return;
    if (!limit.all.stated)
        worse(out, BE_CARRIES_UNSTATED);
    if (keeps_up(c, l, limit)) {
        doubt_speed(c, l, out, limit);
        return;
    }
    worse(out, BE_CARRIES_NO);
    note_mending(c, BE_CAPACITY_CONCURRENCY, mending);
}

static void judge_rps(const limits_case *c, ledger *l, be_bill_month *out)
{
    be_limit rps = c->product->limits.rps;
    if (!rps.stated || rps.value >= c->usage->qps_peak)
        return;
    worse(out, BE_CARRIES_NO);
    ledger_reason(l, over(BE_MSG_OVER_RPS, rps.value, c->usage->qps_peak, c->month));
}

void limits_judge(const limits_case *c, ledger *l, be_bill_month *out, be_quantity *mending)
{
    out->carries = BE_CARRIES_YES;
    limit_pair qps = limits_of(c, BE_CAPACITY_QPS);
    limit_pair concurrency = limits_of(c, BE_CAPACITY_CONCURRENCY);
    out->limit = qps.peak.stated ? qps.peak : concurrency.peak;
    if (c->usage->attempts == 0)
        return; /* a month without calls has no peak */
    judge_qps(c, qps, l, out, mending);
    judge_concurrency(c, concurrency, l, out, mending);
    judge_rps(c, l, out);
    if (!out->limit.stated && !c->product->limits.rps.stated) {
        worse(out, BE_CARRIES_UNSTATED);
        ledger_warn(l, (be_message){.id = BE_MSG_LIMIT_UNSTATED});
    }
}

/* The level that carries `need`, over and above the default limit or in its place. */
static be_quantity level_for(const be_product *product, be_quantity need)
{
    const be_capacity *capacity = &product->capacity;
    be_limit base =
        capacity->adds_to == BE_CAPACITY_QPS ? product->limits.qps : product->limits.concurrency;
    be_quantity have = base.stated ? base.value : 0;
    if (need <= have && !capacity->calls_free)
        return 0;
    if (capacity->lifts_to > 0)
        return capacity->min;
    be_quantity level = capacity->additive ? need - have : need;
    return level > capacity->min ? level : capacity->min;
}

capacity_need limits_needed_capacity(const be_product *product, const be_demand *demand,
                                     const be_usage_month *usage)
{
    if (usage->attempts == 0)
        return (capacity_need){0, 0};
    capacity_need load = load_of(demand, usage, product->capacity.adds_to);
    capacity_need need = {.peak = level_for(product, load.peak)};
    /* Under calls_free it is the calls that are bought, so it must be there on every day. */
    need.steady = product->capacity.calls_free ? need.peak : level_for(product, load.steady);
    return need;
}
