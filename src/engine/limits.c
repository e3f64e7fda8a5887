#include "limits.h"

#define MICROSECONDS_A_SECOND 1000000

/* The limit that stands against a load once bought capacity of `level` is counted in. */
static be_limit with_capacity(const be_capacity *capacity, be_limit base, be_quantity level)
{
    if (level == 0 || base.value == BE_UNBOUNDED)
        return base;
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

/* Says how much capacity would have to be bought, or that so much is not sold. */
static void suggest_capacity(const limits_case *c, ledger *l, be_message_id fix)
{
    const be_capacity *capacity = &c->product->capacity;
    int days;
    be_quantity level = limits_needed_capacity(c->product, c->demand, c->usage, &days);
    if (!capacity->offered || level == 0)
        return;
    be_message_id id = level > capacity->max ? BE_MSG_CAPACITY_MAX : fix;
    be_quantity first = level > capacity->max ? capacity->max : level;
    ledger_reason(l, (be_message){id, {be_arg_quantity(first), be_arg_quantity(level)}});
}

static void fail_qps(const limits_case *c, ledger *l, be_quantity limit, be_quantity need)
{
    const be_limit lifted = c->product->limits.with_package;
    ledger_reason(l, over(BE_MSG_OVER_QPS, limit, need, c->month));
    if (!c->package_lifts && c->product->package_count > 0 && lifted.stated && lifted.value >= need)
        ledger_reason(l, (be_message){BE_MSG_FIX_PACKAGE, {be_arg_quantity(lifted.value)}});
    if (c->product->capacity.adds_to == BE_CAPACITY_QPS)
        suggest_capacity(c, l, BE_MSG_FIX_BUY_QPS);
}

static void judge_qps(const limits_case *c, ledger *l, be_bill_month *out)
{
    be_limit base = default_qps(c);
    be_limit peak = effective(c, BE_CAPACITY_QPS, base, c->bought_peak);
    be_limit all = effective(c, BE_CAPACITY_QPS, base, c->bought_all);
    out->limit = peak;
    if (peak.stated && peak.value < c->usage->qps_peak) {
        worse(out, BE_CARRIES_NO);
        fail_qps(c, l, peak.value, c->usage->qps_peak);
    } else if (all.stated && all.value < c->usage->qps_floor) {
        worse(out, BE_CARRIES_NO);
        fail_qps(c, l, all.value, c->usage->qps_floor);
    }
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

static void judge_queue(const limits_case *c, ledger *l, be_bill_month *out, be_quantity peak,
                        be_quantity all)
{
    if (c->demand->response > 0 && throughput(c, all) < c->usage->attempts) {
        worse(out, BE_CARRIES_NO);
        ledger_reason(l, over(BE_MSG_OVER_THROUGHPUT, all, throughput(c, all), c->month));
        suggest_capacity(c, l, BE_MSG_FIX_BUY_CONCURRENCY);
    } else if (peak > 0 && c->usage->concurrency > peak) {
        warn_of_queue(c, l, peak);
    }
}

static void judge_concurrency(const limits_case *c, ledger *l, be_bill_month *out)
{
    be_limit base = c->product->limits.concurrency;
    be_limit peak = effective(c, BE_CAPACITY_CONCURRENCY, base, c->bought_peak);
    be_limit all = effective(c, BE_CAPACITY_CONCURRENCY, base, c->bought_all);
    if (!out->limit.stated)
        out->limit = peak;
    if (!peak.stated || peak.value == BE_UNBOUNDED)
        return;
    if (c->product->limits.over == BE_OVER_QUEUE) {
        judge_queue(c, l, out, peak.value, all.value);
    } else if (c->usage->concurrency > peak.value) {
        worse(out, BE_CARRIES_NO);
        ledger_reason(l,
                      over(BE_MSG_OVER_CONCURRENCY, peak.value, c->usage->concurrency, c->month));
        suggest_capacity(c, l, BE_MSG_FIX_BUY_CONCURRENCY);
    }
}

static void judge_rps(const limits_case *c, ledger *l, be_bill_month *out)
{
    be_limit rps = c->product->limits.rps;
    if (!rps.stated || rps.value >= c->usage->qps_peak)
        return;
    worse(out, BE_CARRIES_NO);
    ledger_reason(l, over(BE_MSG_OVER_RPS, rps.value, c->usage->qps_peak, c->month));
}

void limits_judge(const limits_case *c, ledger *l, be_bill_month *out)
{
    out->carries = BE_CARRIES_YES;
    out->limit = (be_limit){.stated = false};
    judge_qps(c, l, out);
    judge_concurrency(c, l, out);
    if (c->usage->attempts == 0)
        out->carries = BE_CARRIES_YES;
    else
        judge_rps(c, l, out);
    if (c->usage->attempts > 0 && !out->limit.stated && !c->product->limits.rps.stated) {
        worse(out, BE_CARRIES_UNSTATED);
        ledger_warn(l, (be_message){.id = BE_MSG_LIMIT_UNSTATED});
    }
}

/* Tasks at once that finish the month's calls in its busy time. */
static be_quantity throughput_need(const be_demand *demand, const be_usage_month *usage)
{
    be_int128 busy = (be_int128)usage->busy_seconds * MICROSECONDS_A_SECOND;
    be_int128 work = (be_int128)usage->attempts * demand->response;
    be_int128 need = (work + busy - 1) / busy;
    return need > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)need;
}

be_quantity limits_needed_capacity(const be_product *product, const be_demand *demand,
                                   const be_usage_month *usage, int *days)
{
    const be_capacity *capacity = &product->capacity;
    bool qps = capacity->adds_to == BE_CAPACITY_QPS;
    be_limit base = qps ? product->limits.qps : product->limits.concurrency;
    be_quantity steady = qps ? usage->qps_floor : throughput_need(demand, usage);
    be_quantity peak = qps ? usage->qps_peak : usage->concurrency;
    be_quantity need = peak > steady ? peak : steady;
    be_quantity have = base.stated ? base.value : 0;

    /* Under calls_free it is the calls that are bought, so it must be there on every day. */
    bool all_days = capacity->calls_free || steady > have;
    *days = all_days ? usage->days : usage->peak_days;
    if (usage->attempts == 0 || (need <= have && !capacity->calls_free))
        return 0;
    be_quantity level = !capacity->additive ? need : need > have ? need - have : 1;
    return level > capacity->min ? level : capacity->min;
}
