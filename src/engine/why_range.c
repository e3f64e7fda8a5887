#include "explaining.h"
#include "optimum_among.h"
#include "purchase_list.h"
#include "range_proof.h"

enum {
    SIDE_SOLVES = BE_WHY_SOLVES / 2,
    SIDE_PROOFS = BE_WHY_PROOFS / 2,
    FIRST_PART = 8, /* the first step is so small a part of the volume */
    USUAL_REACHES = 12,
    USUAL_PROOFS = 4,
    STRATEGIES = 4
};

static be_quantity between(be_quantity a, be_quantity b)
{
    return a + (b - a) / 2;
}

static bool find_known(const explaining *e, const be_demand *demand, const be_usage *usage,
                       be_schedule known[STRATEGIES], size_t *count)
{
    known[0] = e->best->schedule;
    known[1] = (be_schedule){.proven = true};
    *count = 2;
    if (!be_strategy_packages(e->scratch, e->product, demand, usage, &known[(*count)++]))
        return false;
    return !e->product->capacity.offered ||
           be_strategy_capacity(e->scratch, e->product, demand, usage, &known[(*count)++]);
}

/* What a schedule costs at another volume; missing where it cannot be taken there. */
static bool cost_at(const explaining *e, const be_usage *usage, const be_schedule *schedule,
                    be_amount *out)
{
    be_bill bill;
    if (!explain_bill(e, usage, schedule, &bill))
        return false;
    *out = explain_total(&bill);
    return true;
}

/* What is cheaper at one volume often is at the next as well: then nothing has to be searched. */
static bool loses_again(const explaining *e, const range_end *end, const be_usage *usage,
                        be_amount cost, bool *out)
{
    be_amount other;
    *out = false;
    if (end->rival.purchases == NULL)
        return true;
    if (!cost_at(e, usage, &end->rival, &other))
        return false;
    *out = be_amount_is_known(other) && be_amount_compare(other, cost) < 0;
    return true;
}

static bool keep_rival(const explaining *e, range_end *end, const be_schedule *schedule)
{
    const be_purchase *kept = purchase_list_copy(e->arena, schedule);
    if (kept == NULL)
        return false;
    end->rival = (be_schedule){kept, schedule->count, false};
    return true;
}

/* Whether the best plan's purchases, at that cost, are no dearer than the optimum. */
static bool is_optimal(explaining *e, range_end *end, const be_demand *demand,
                       const be_usage *usage, be_amount cost, bool *out)
{
    be_schedule known[STRATEGIES];
    be_optimum o;
    size_t count;
    if (!find_known(e, demand, usage, known, &count) ||
        !optimum_among(e->scratch, e->product, demand, usage, known, count, &o))
        return false;
    *out = be_amount_compare(cost, o.cost) <= 0;
    if (!*out)
        return keep_rival(e, end, &o.schedule);
    e->why->range.proven = e->why->range.proven && o.optimal;
    return true;
}

/* Whether the best plan's purchases cost no more than the optimum at another volume. */
static bool holds(explaining *e, range_end *end, be_quantity volume, bool *out)
{
    be_demand demand = *e->demand;
    be_usage usage;
    be_amount cost;
    bool lost;
    demand.volume = volume;
    be_usage_resolve(&demand, e->quote->usage.horizon, &usage);
    end->solves--;
    e->why->range.solves++;
    *out = false;
    if (!cost_at(e, &usage, &e->best->schedule, &cost))
        return false;
    if (!be_amount_is_known(cost))
        return true;
    if (!loses_again(e, end, &usage, cost, &lost))
        return false;
    return lost || is_optimal(e, end, &demand, &usage, cost, out);
}

static bool note(explaining *e, range_end *end, be_quantity volume)
{
    bool good;
    if (!holds(e, end, volume, &good))
        return false;
    *(good ? &end->good : &end->bad) = volume;
    end->bounded = end->bounded || !good;
    return true;
}

/* One step further, not past the limit. */
static be_quantity ahead(const range_end *end)
{
    if (end->limit < end->good)
        return end->good - end->limit > end->step ? end->good - end->step : end->limit;
    return end->limit - end->good > end->step ? end->good + end->step : end->limit;
}

static be_quantity distance(be_quantity a, be_quantity b)
{
    return a > b ? a - b : b - a;
}

/* -- what lies between ---------------------------------------------------------------------------
 */

/* A volume short of the end at which another plan is cheaper: the end moves up to it. */
static void move_end(range_end *end, be_quantity bad)
{
    end->good = end->proven;
    end->bad = bad;
    end->bounded = true;
    end->stage = END_HALVING;
}

static bool prove(explaining *e, range_end *end, be_quantity to, bool *proven)
{
    bool searched = false;
    be_quantity from = end->proven;
    *proven = false;
    if (!range_proof(e, from < to ? from : to, from < to ? to : from, proven, &searched))
        return false;
    end->solves -= searched;
    e->why->range.solves += searched;
    return true;
}

/*
 * Proves the volumes from the demand's to the end, part by part and the next ones first: what is
 * not proven at once is looked at in its middle and proven by halves.
 */
static bool prove_part(explaining *e, range_end *end)
{
    be_quantity far = end->parts[end->part_count - 1];
    be_quantity middle = between(end->proven, far);
    bool proven, good;
    if (!prove(e, end, far, &proven))
        return false;
    if (proven) {
        end->proven = far;
        end->part_count--;
        return true;
    }
    if (!holds(e, end, middle, &good))
        return false;
    if (good)
        end->parts[end->part_count++] = middle;
    else
        move_end(end, middle);
    return true;
}

/* -- one end -------------------------------------------------------------------------------------
 */

static bool can_reach(const range_end *end)
{
    return !end->bounded && end->good != end->limit && end->solves > 0;
}

static bool can_halve(const range_end *end)
{
    return end->bounded && distance(end->good, end->bad) > 1 && end->solves > 0;
}

/* All of it lies between the demand's volume and the end: one part. */
static void begin_proving(range_end *end)
{
    end->solves += end->may_prove ? 0 : SIDE_PROOFS;
    end->may_prove = true;
    end->parts[0] = end->good;
    end->part_count = 1;
}

/* To where there is something to do. */
static void move_on(explaining *e, range_end *end)
{
    be_why_range *range = &e->why->range;
    if (end->stage == END_REACHING && !can_reach(end))
        end->stage = END_HALVING;
    if (end->stage == END_HALVING && !can_halve(end)) {
        begin_proving(end);
        end->stage = END_PROVING;
    }
    if (end->stage != END_PROVING || (end->part_count > 0 && end->solves > 0 && range->proven))
        return;
    range->proven = range->proven && end->part_count == 0;
    end->stage = END_DONE;
}

/* A piece of it: one search, or two. */
static bool find_end(explaining *e, range_end *end)
{
    if (end->stage == END_PROVING)
        return prove_part(e, end);
    if (end->stage == END_HALVING)
        return note(e, end, between(end->good, end->bad));
    be_quantity volume = ahead(end);
    end->step *= 2;
    return note(e, end, volume);
}

/* About so many pieces are left: where it is not known, what ends usually take. */
static size_t end_left(const range_end *end)
{
    size_t left = 0;
    if (end->stage <= END_HALVING && end->bounded) {
        for (be_quantity d = distance(end->good, end->bad); d > 1; d /= 2)
            left++;
    }
    left += end->stage == END_REACHING ? USUAL_REACHES : 0;
    if (end->stage == END_PROVING)
        return (size_t)end->part_count;
    return end->stage == END_DONE ? 0 : left + USUAL_PROOFS;
}

/* -- the range -----------------------------------------------------------------------------------
 */

static bool is_exact(const range_end *end)
{
    return end->bounded && distance(end->good, end->bad) <= 1;
}

static bool has_range(const explaining *e)
{
    return e->best->schedule.proven && e->demand->volumes == NULL && e->demand->volume > 0 &&
           e->quote->usage.billable_total > 0;
}

static void begin_end(range_end *end, be_quantity volume, be_quantity limit)
{
    *end = (range_end){.limit = limit,
                       .good = volume,
                       .proven = volume,
                       .step = volume / FIRST_PART > 0 ? volume / FIRST_PART : 1,
                       .solves = SIDE_SOLVES};
}

static void begin(explaining *e)
{
    be_quantity volume = e->demand->volume;
    begin_end(&e->ends[0], volume, 0);
    begin_end(&e->ends[1], volume, be_quantity_scale(volume, BE_WHY_REACH, 1));
    e->why->range.proven = true;
}

static void conclude(explaining *e)
{
    const range_end *low = &e->ends[0], *high = &e->ends[1];
    be_why_range *range = &e->why->range;
    range->found = true;
    range->from = low->good;
    range->to = high->good;
    range->from_exact = is_exact(low) || low->good == 0;
    range->to_exact = is_exact(high);
}

size_t explain_range_left(const explaining *e)
{
    if (!has_range(e))
        return 1;
    return e->next + end_left(&e->ends[0]) + end_left(&e->ends[1]);
}

/* The lower end first. */
bool explain_range(explaining *e, bool *more)
{
    *more = false;
    if (!has_range(e))
        return true;
    if (e->next == 0)
        begin(e);
    for (int i = 0; i < 2; i++) {
        range_end *end = &e->ends[i];
        move_on(e, end);
        if (end->stage == END_DONE)
            continue;
        *more = true;
        return find_end(e, end);
    }
    conclude(e);
    return true;
}
