#include "limits.h"

#include "capacity.h"

#define MICROSECONDS_A_SECOND 1000000

/*
 * Where no response time is given, tasks that may take a minute each are taken to keep up: few
 * calls take longer. Where they have to be faster than that, nobody knows.
 */
#define LONGEST_RESPONSE ((be_microseconds)(60 * MICROSECONDS_A_SECOND))

/* Days of the month that are alike: the same capacity on all, and a peak on all or on none. */
typedef struct stretch {
    const be_product *product;
    const be_demand *demand;
    be_usage_month usage; /* of a month of such days */
    be_month month;
    be_quantity bought;
    bool package_lifts;
} stretch;

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

static be_limit default_qps(const stretch *c)
{
    const be_limits *limits = &c->product->limits;
    return c->package_lifts && limits->with_package.stated ? limits->with_package : limits->qps;
}

static be_limit effective(const stretch *c, be_capacity_kind kind, be_limit base, be_quantity level)
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

/* How much capacity would have to be bought, if it is sold in the kind that is short. */
static void note_mending(const limits_case *c, be_capacity_kind kind, be_quantity *mending)
{
    const be_usage_month *usage = &c->usage->month[c->t];
    if (!c->product->capacity.offered || c->product->capacity.adds_to != kind)
        return;
    be_quantity lifts_to = c->product->capacity.lifts_to;
    if (lifts_to > 0 && lifts_to < load_of(c->demand, usage, kind).peak)
        return; /* no number of it would */
    be_quantity level = limits_needed_capacity(c->product, c->demand, usage).peak;
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

static void fail_qps(const stretch *c, ledger *l, be_quantity limit, be_quantity need)
{
    const be_limit lifted = c->product->limits.with_package;
    ledger_reason(l, over(BE_MSG_OVER_QPS, limit, need, c->month));
    if (!c->package_lifts && c->product->package_count > 0 && lifted.stated && lifted.value >= need)
        ledger_reason(l, (be_message){BE_MSG_FIX_PACKAGE, {be_arg_quantity(lifted.value)}});
}

static be_limit limit_of(const stretch *c, be_capacity_kind kind)
{
    be_limit base = kind == BE_CAPACITY_QPS ? default_qps(c) : c->product->limits.concurrency;
    return effective(c, kind, base, c->bought);
}

static bool carries_qps(const stretch *c, be_limit limit, ledger *l)
{
    be_quantity need =
        c->usage.qps_peak > c->usage.qps_floor ? c->usage.qps_peak : c->usage.qps_floor;
    if (!limit.stated || limit.value >= need)
        return true;
    fail_qps(c, l, limit.value, need);
    return false;
}

/* Calls that `tasks` at once finish in the month's busy time, at the response time given. */
static be_quantity throughput(const stretch *c, be_quantity tasks)
{
    be_int128 calls = (be_int128)tasks * c->usage.busy_seconds * MICROSECONDS_A_SECOND;
    calls /= c->demand->response;
    return calls > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)calls;
}

/* What a burst at the peak means where requests queue: nobody fails, the last one waits. */
static void warn_of_queue(const stretch *c, ledger *l, be_quantity limit)
{
    be_quantity rounds = be_quantity_divide_up(c->usage.concurrency, limit);
    be_message message = {
        BE_MSG_QUEUE_ROUNDS,
        {be_arg_quantity(c->usage.concurrency), be_arg_quantity(limit), be_arg_quantity(rounds)}};
    if (c->demand->response > 0) {
        message.id = BE_MSG_QUEUE_WAIT;
        message.args[2] = be_arg_time((rounds - 1) * c->demand->response);
    }
    ledger_warn(l, message);
}

/* Where requests queue, the month's calls must fit; a peak that does not only has to wait. */
static bool queue_drains(const stretch *c, ledger *l, be_quantity limit)
{
    if (c->demand->response > 0 && throughput(c, limit) < c->usage.attempts) {
        ledger_reason(l, over(BE_MSG_OVER_THROUGHPUT, limit, throughput(c, limit), c->month));
        return false;
    }
    if (c->usage.concurrency > limit)
        warn_of_queue(c, l, limit);
    return true;
}

/* Where requests are refused, all that run at once must be within the limit at any time. */
static bool within_concurrency(const stretch *c, ledger *l, be_quantity limit)
{
    be_quantity steady = throughput_need(c->demand, &c->usage);
    be_quantity need = c->usage.concurrency > limit ? c->usage.concurrency : steady;
    if (need > limit)
        ledger_reason(l, over(BE_MSG_OVER_CONCURRENCY, limit, need, c->month));
    return need <= limit;
}

/* Without a response time: how long may a call take for so many tasks at once to keep up? */
static be_microseconds longest_response(const stretch *c, be_quantity limit)
{
    be_int128 busy = (be_int128)c->usage.busy_seconds * MICROSECONDS_A_SECOND;
    be_int128 longest = busy * limit / c->usage.attempts;
    if (c->demand->qps > 0) {
        be_int128 at_peak = (be_int128)limit * MICROSECONDS_A_SECOND / c->usage.qps_peak;
        longest = at_peak < longest ? at_peak : longest;
    }
    return longest < LONGEST_RESPONSE ? (be_microseconds)longest : LONGEST_RESPONSE;
}

/* Whether tasks keep up is not known where that asks for a speed that nobody has stated. */
static void doubt_speed(const stretch *c, ledger *l, be_bill_month *out, be_quantity limit)
{
    if (c->demand->response > 0)
        return;
    be_microseconds longest = longest_response(c, limit);
    if (longest >= LONGEST_RESPONSE)
        return;
    worse(out, BE_CARRIES_UNSTATED);
    ledger_warn(
        l, (be_message){BE_MSG_SPEED_UNSTATED,
                        {be_arg_quantity(limit), be_arg_month(c->month), be_arg_time(longest)}});
}

/* Without a task at all calls are neither run nor queued. */
static bool carries_concurrency(const stretch *c, be_limit limit, ledger *l, be_bill_month *out)
{
    if (!limit.stated || limit.value == BE_UNBOUNDED)
        return true;
    if (limit.value == 0) {
        ledger_reason(l, over(BE_MSG_OVER_CONCURRENCY, 0, 1, c->month));
        return false;
    }
    bool keeps_up = c->product->limits.over == BE_OVER_QUEUE
                        ? queue_drains(c, l, limit.value)
                        : within_concurrency(c, l, limit.value);
    if (keeps_up)
        doubt_speed(c, l, out, limit.value);
    return keeps_up;
}

static void judge_rps(const stretch *c, ledger *l, be_bill_month *out)
{
    be_limit rps = c->product->limits.rps;
    if (!rps.stated || rps.value >= c->usage.qps_peak)
        return;
    worse(out, BE_CARRIES_NO);
    ledger_reason(l, over(BE_MSG_OVER_RPS, rps.value, c->usage.qps_peak, c->month));
}

/* What is known of the limits of one kind over all stretches: some, none, or not of every day. */
typedef struct knowledge {
    bool some, gaps;
} knowledge;

static void learn(knowledge *k, be_limit limit)
{
    k->some = k->some || limit.stated;
    k->gaps = k->gaps || !limit.stated;
}

static void judge_stretch(const limits_case *c, const stretch *days, ledger *l, be_bill_month *out,
                          be_quantity *mending)
{
    if (!carries_qps(days, limit_of(days, BE_CAPACITY_QPS), l)) {
        worse(out, BE_CARRIES_NO);
        note_mending(c, BE_CAPACITY_QPS, mending);
    }
    if (!carries_concurrency(days, limit_of(days, BE_CAPACITY_CONCURRENCY), l, out)) {
        worse(out, BE_CARRIES_NO);
        note_mending(c, BE_CAPACITY_CONCURRENCY, mending);
    }
}

/* -- off the peak -------------------------------------------------------------------------------
 */

/* Calls a second, or tasks at once, when calls come evenly: in hundredths, rounded up. */
static be_ratio average_of(const stretch *s, be_capacity_kind kind)
{
    enum { HUNDRED = 100 };
    const be_ratio most = INT64_MAX;
    be_int128 calls = (be_int128)s->usage.attempts * HUNDRED, seconds = s->usage.busy_seconds;
    if (kind == BE_CAPACITY_CONCURRENCY) {
        calls *= s->demand->response;
        seconds *= MICROSECONDS_A_SECOND;
    }
    be_int128 average = (calls + seconds - 1) / seconds * (BE_RATIO_ONE / HUNDRED);
    return average > most ? most : (be_ratio)average;
}

/* Which of two is fuller, as a share of its level. */
static bool is_tighter(const off_peak *a, const off_peak *b)
{
    return b->level == 0 || (be_int128)a->average * b->level > (be_int128)b->average * a->level;
}

/* A limit that refuses what is beyond it, on days without the peak that it would not carry. */
static void note_off_peak(const limits_case *c, const stretch *s, be_capacity_kind kind,
                          limits_found *found)
{
    bool tasks = kind == BE_CAPACITY_CONCURRENCY;
    be_limit limit = limit_of(s, kind);
    be_quantity peak = load_of(c->demand, &c->usage->month[c->t], kind).peak;
    if (!limit.stated || limit.value >= peak || limit.value == 0)
        return;
    if (tasks && (c->product->limits.over == BE_OVER_QUEUE || c->demand->response <= 0))
        return;
    off_peak now = {limit.value, average_of(s, kind)};
    if (is_tighter(&now, &found->tightest[kind]))
        found->tightest[kind] = now;
}

void limits_warn_off_peak(const limits_found *found, ledger *l)
{
    static const be_message_id ids[] = {
        [BE_CAPACITY_QPS] = BE_MSG_OFF_PEAK_QPS,
        [BE_CAPACITY_CONCURRENCY] = BE_MSG_OFF_PEAK_TASKS,
    };
    for (int kind = 0; kind < (int)(sizeof ids / sizeof *ids); kind++) {
        const off_peak *tightest = &found->tightest[kind];
        if (tightest->level > 0)
            ledger_warn(l, (be_message){ids[kind],
                                        {be_arg_quantity(tightest->level),
                                         be_arg_factor(tightest->average)}});
    }
}

/* -- the month ----------------------------------------------------------------------------------
 */

/* The days from `after` + 1 to the next day on which something changes. */
static stretch stretch_after(const limits_case *c, int after, int *end)
{
    const be_usage_month *usage = &c->usage->month[c->t];
    be_horizon horizon = c->usage->horizon;
    size_t bought = c->product->capacity.offered ? c->purchase_count : 0;
    *end = capacity_change(c->product, horizon, c->purchases, bought, c->t, after);
    if (after<usage->peak_days && * end> usage->peak_days)
        *end = usage->peak_days;
    stretch s = {c->product, c->demand, *usage, horizon.start + c->t, 0, c->package_lifts};
    s.bought = capacity_level(c->product, horizon, c->purchases, bought, c->t, *end);
    if (after >= usage->peak_days) {
        s.usage.qps_peak = usage->qps_floor;
        s.usage.concurrency = 0;
    }
    return s;
}

/* The lesser of two limits on days of a peak; not known if one of them is not. */
static be_limit lesser(be_limit a, be_limit b)
{
    if (!a.stated || !b.stated)
        return (be_limit){false, 0};
    return a.value < b.value ? a : b;
}

static be_limit limit_at_peak(const stretch *s)
{
    be_limit qps = limit_of(s, BE_CAPACITY_QPS);
    return qps.stated ? qps : limit_of(s, BE_CAPACITY_CONCURRENCY);
}

static void judge_unstated(const limits_case *c, const knowledge *tasks, ledger *l,
                           be_bill_month *out)
{
    if (tasks->some && tasks->gaps)
        worse(out, BE_CARRIES_UNSTATED);
    if (out->limit.stated || c->product->limits.rps.stated)
        return;
    worse(out, BE_CARRIES_UNSTATED);
    ledger_warn(l, (be_message){.id = BE_MSG_LIMIT_UNSTATED});
}

void limits_judge(const limits_case *c, ledger *l, be_bill_month *out, limits_found *found)
{
    const be_usage_month *usage = &c->usage->month[c->t];
    knowledge tasks = {false, false};
    out->carries = BE_CARRIES_YES;
    for (int after = 0, end = 0; after < usage->days; after = end) {
        stretch s = stretch_after(c, after, &end);
        if (after < usage->peak_days)
            out->limit = after == 0 ? limit_at_peak(&s) : lesser(out->limit, limit_at_peak(&s));
        if (usage->attempts == 0)
            continue; /* a month without calls has no peak */
        learn(&tasks, limit_of(&s, BE_CAPACITY_CONCURRENCY));
        judge_stretch(c, &s, l, out, &found->mending);
        if (after >= usage->peak_days && out->carries != BE_CARRIES_NO) {
            note_off_peak(c, &s, BE_CAPACITY_QPS, found);
            note_off_peak(c, &s, BE_CAPACITY_CONCURRENCY, found);
        }
        if (after == 0)
            judge_rps(&s, l, out);
    }
    if (usage->attempts > 0)
        judge_unstated(c, &tasks, l, out);
}

bool limits_carry(const limits_case *c)
{
    be_bill bill;
    ledger l;
    be_bill_month month = {0};
    limits_found found = {0};
    ledger_open(&l, NULL, NULL, &bill, false);
    limits_judge(c, &l, &month, &found);
    return month.carries != BE_CARRIES_NO;
}

bool limits_packages_lower(const be_limits *limits)
{
    return limits->with_package.stated &&
           (!limits->qps.stated || limits->with_package.value < limits->qps.value);
}

be_quantity limits_most_qps(const be_usage *usage)
{
    be_quantity most = 0;
    for (int t = 0; t < usage->horizon.months; t++) {
        const be_usage_month *month = &usage->month[t];
        if (month->attempts > 0 && month->qps_peak > most)
            most = month->qps_peak;
    }
    return most;
}

/* The level that carries `need`, over and above the default limit or in its place. */
static be_quantity level_for(const be_product *product, be_quantity need)
{
    const be_capacity *capacity = &product->capacity;
    be_limit base =
        capacity->adds_to == BE_CAPACITY_QPS ? product->limits.qps : product->limits.concurrency;
    be_quantity have = base.stated ? base.value : 0;
    if (need == 0 && have == 0 && base.stated && capacity->adds_to == BE_CAPACITY_CONCURRENCY)
        need = 1; /* without a task at all no call is run */
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
