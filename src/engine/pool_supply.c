#include "pool_supply.h"

#include "amount_ops.h"

enum { FRONT_MAX = 96, LABELS_MAX = FRONT_MAX * (BE_MONTHS_MAX + 1), NOTHING = -1 };

typedef struct label {
    be_amount cost;
    be_quantity balance; /* points */
    int last;            /* month in which they can be used */
    int parent;
    size_t step; /* of prices bought in the month before; 0: none */
} label;

/* A month's items in their order: points needed by those before each, and usage from it on. */
typedef struct queue_month {
    be_quantity *needed_before;
    be_amount *usage_from;
} queue_month;

typedef struct supplying {
    const pool *p;
    const pool_prices *prices;
    const size_t *choice;
    be_quantity needed[BE_MONTHS_MAX]; /* points that pay for all that is open */
    queue_month queue[BE_MONTHS_MAX];
    be_amount below; /* what the points and pay-as-you-go have to cost less than */
    be_amount least[BE_MONTHS_MAX + 1]; /* of both from a month on, without points at hand */
    label *labels;
    int first[BE_MONTHS_MAX + 2]; /* label of each month */
    int count;
} supplying;

static const item_plan *plan_of(const supplying *s, size_t i)
{
    return &s->p->items[i].plans[s->choice[i]];
}

static bool line_up(supplying *s, int t)
{
    queue_month *queue = &s->queue[t];
    size_t count = s->p->count;
    queue->needed_before = be_arena_alloc(s->p->scratch, count + 1, sizeof(be_quantity));
    queue->usage_from = be_arena_alloc(s->p->scratch, count + 1, sizeof(be_amount));
    if (queue->needed_before == NULL || queue->usage_from == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        queue->needed_before[i + 1] =
            queue->needed_before[i] + plan_of(s, i)->open[t] * s->p->items[i].points;
    for (size_t i = count; i-- > 0;)
        queue->usage_from[i] = amount_add(queue->usage_from[i + 1], plan_of(s, i)->usage[t]);
    s->needed[t] = queue->needed_before[count];
    return true;
}

/* The last item that no more than so many points come before. */
static size_t last_served(const supplying *s, int t, be_quantity points)
{
    size_t low = 0, high = s->p->count - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (s->queue[t].needed_before[middle] <= points)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* What is paid in month t where the items draw on so many points in their order. */
static be_amount drain(const supplying *s, int t, be_quantity points)
{
    const queue_month *queue = &s->queue[t];
    size_t i = last_served(s, t, points);
    const item_plan *plan = plan_of(s, i);
    be_quantity price = s->p->items[i].points;
    be_quantity units = price > 0 ? (points - queue->needed_before[i]) / price : 0;
    units = units < plan->open[t] ? units : plan->open[t];
    return amount_add(pool_payg(s->p, i, plan, t, plan->open[t] - units), queue->usage_from[i + 1]);
}

/* The less of pay-as-you-go and points at their least price, item by item. */
static be_amount least_of_month(const supplying *s, int t)
{
    be_amount sum = be_amount_zero();
    for (size_t i = 0; i < s->p->count; i++) {
        const item_plan *plan = plan_of(s, i);
        be_quantity price = s->p->items[i].points;
        be_amount points = amount_times(s->prices->unit, plan->open[t] * price);
        bool cheaper = price > 0 && amount_compare(points, plan->usage[t]) < 0;
        sum = amount_add(sum, cheaper ? points : plan->usage[t]);
    }
    return sum;
}

/* Whether a label that enters month t may still cost less than is asked for. */
static bool promises(const supplying *s, int t, const label *l)
{
    be_amount worth = amount_times(s->prices->unit, l->balance);
    be_amount rest = be_amount_sub(s->least[t], worth);
    be_amount cost = amount_is_known(rest) && rest.scaled > 0 ? amount_add(l->cost, rest) : l->cost;
    return amount_is_known(cost) && amount_compare(cost, s->below) < 0;
}

/* Puts a label among those that enter the next month, unless another is no worse. */
static void enter(supplying *s, int start, int t, label l)
{
    if (!promises(s, t, &l))
        return;
    int kept = start;
    for (int i = start; i < s->count; i++) {
        const label *other = &s->labels[i];
        if (amount_compare(other->cost, l.cost) <= 0 && other->balance >= l.balance &&
            other->last >= l.last)
            return;
    }
    for (int i = start; i < s->count; i++) {
        const label *other = &s->labels[i];
        if (amount_compare(other->cost, l.cost) < 0 || other->balance > l.balance ||
            other->last > l.last)
            s->labels[kept++] = *other;
    }
    s->count = kept;
    if (s->count - start < FRONT_MAX)
        s->labels[s->count++] = l;
}

static void spend(supplying *s, int start, int t, label l)
{
    if (l.balance >= s->needed[t]) {
        l.balance -= s->needed[t];
        l.cost = amount_add(l.cost, drain(s, t, s->needed[t]));
    } else {
        l.cost = amount_add(l.cost, drain(s, t, l.balance));
        l.balance = 0;
    }
    enter(s, start, t + 1, l);
}

static void buy_step(supplying *s, int start, int t, label l, size_t step)
{
    if (step == 0)
        return;
    l.step = step;
    l.cost = amount_add(l.cost, s->prices->steps[step].price);
    l.balance += s->prices->steps[step].points;
    l.last = t + s->prices->validity - 1;
    spend(s, start, t, l);
}

/* Buys for months t to some month: as much as they need, or the next amount below. */
static void buy_some(supplying *s, int start, int t, const label *from)
{
    be_quantity needed = -from->balance;
    size_t before = 0;
    for (int end = t; end < s->p->months && end < t + s->prices->validity; end++) {
        needed += s->needed[end];
        size_t step = pool_prices_step(s->prices, needed);
        if (step > 1 && step - 1 != before)
            buy_step(s, start, t, *from, step - 1);
        if (step != before)
            buy_step(s, start, t, *from, step);
        before = step;
    }
}

static void walk_month(supplying *s, int t)
{
    int start = s->count;
    s->first[t + 1] = start;
    for (int i = s->first[t]; i < start; i++) {
        label l = s->labels[i];
        l.parent = i;
        l.step = 0;
        if (l.last < t)
            l.balance = 0;
        spend(s, start, t, l);
        if (l.balance < s->needed[t])
            buy_some(s, start, t, &l);
    }
}

static bool read_back(supplying *s, pool_supply *out)
{
    int best = NOTHING, end = s->first[s->p->months];
    size_t kinds = s->p->provider != NULL ? s->p->provider->general_package_count : 0;
    for (int i = end; i < s->count; i++) {
        if (best == NOTHING || amount_compare(s->labels[i].cost, s->labels[best].cost) < 0)
            best = i;
    }
    size_t most = kinds * (size_t)s->p->months;
    out->count = 0;
    out->purchases = be_arena_alloc(s->p->arena, most + 1, sizeof *out->purchases);
    if (out->purchases == NULL)
        return false;
    out->cost = best == NOTHING ? be_amount_missing(BE_AMOUNT_UNPUBLISHED) : s->labels[best].cost;
    for (size_t i = 0; i < s->p->count; i++)
        out->cost = amount_add(out->cost, plan_of(s, i)->price);
    for (int t = s->p->months - 1; t >= 0 && best != NOTHING; t--) {
        if (s->labels[best].step > 0)
            out->count += pool_prices_packages(s->p, s->prices, s->labels[best].step, t,
                                               &out->purchases[out->count]);
        best = s->labels[best].parent;
    }
    return true;
}

bool pool_supply_find(pool *p, const pool_prices *prices, const size_t *choice, be_amount below,
                      pool_supply *out)
{
    supplying s = {.p = p, .prices = prices, .choice = choice};
    be_arena_reset(p->scratch);
    s.labels = be_arena_alloc(p->scratch, LABELS_MAX + 1, sizeof *s.labels);
    if (s.labels == NULL)
        return false;
    s.below = below;
    for (size_t i = 0; i < p->count && amount_is_known(below); i++)
        s.below = be_amount_sub(s.below, plan_of(&s, i)->price);
    for (int t = p->months - 1; t >= 0; t--) {
        if (!line_up(&s, t))
            return false;
        s.least[t] = amount_add(s.least[t + 1], least_of_month(&s, t));
    }
    s.labels[s.count++] = (label){be_amount_zero(), p->owned, p->months, NOTHING, 0};
    for (int t = 0; t < p->months; t++)
        walk_month(&s, t);
    return read_back(&s, out);
}
