#include "explaining.h"
#include "optimum_among.h"
#include "range_proof.h"

enum {
    SIDE_SOLVES = BE_WHY_SOLVES / 2,
    SIDE_PROOFS = BE_WHY_PROOFS / 2,
    PARTS_MAX = 64, /* a volume has fewer binary digits */
    FIRST_PART = 8, /* the first step is so small a part of the volume */
    STRATEGIES = 4
};

/* One end of the range while it is being found. */
typedef struct ending {
    explaining *e;
    be_quantity limit; /* nobody looks further than here */
    be_quantity good;  /* the plan is the best here */
    be_quantity bad;   /*   and not here, if `bounded` */
    bool bounded;
    int solves; /* left */
    bool failed;
} ending;

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

/* Whether the best plan's purchases cost no more than the optimum at another volume. */
static bool holds(ending *end, be_quantity volume)
{
    explaining *e = end->e;
    be_demand demand = *e->demand;
    be_schedule known[STRATEGIES];
    be_usage usage;
    be_bill bill;
    be_optimum o;
    size_t count;
    demand.volume = volume;
    be_usage_resolve(&demand, e->quote->usage.horizon, &usage);
    end->solves--;
    e->why->range.solves++;
    if (!explain_bill(e, &usage, &e->best->schedule, &bill) ||
        !find_known(e, &demand, &usage, known, &count) ||
        !optimum_among(e->scratch, e->product, &demand, &usage, known, count, &o)) {
        end->failed = true;
        return false;
    }
    be_amount cost = explain_total(&bill);
    if (!be_amount_is_known(cost) || be_amount_compare(cost, o.cost) > 0)
        return false;
    e->why->range.proven = e->why->range.proven && o.optimal;
    return true;
}

static void note(ending *end, be_quantity volume)
{
    if (holds(end, volume)) {
        end->good = volume;
    } else {
        end->bad = volume;
        end->bounded = true;
    }
}

/* One step further, not past the limit. */
static be_quantity ahead(const ending *end, be_quantity step)
{
    if (end->limit < end->good)
        return end->good - end->limit > step ? end->good - step : end->limit;
    return end->limit - end->good > step ? end->good + step : end->limit;
}

static be_quantity distance(be_quantity a, be_quantity b)
{
    return a > b ? a - b : b - a;
}

static void halve(ending *end)
{
    while (end->bounded && distance(end->good, end->bad) > 1 && end->solves > 0 && !end->failed)
        note(end, between(end->good, end->bad));
}

/* -- what lies between ---------------------------------------------------------------------------
 */

/* A volume short of the end at which another plan is cheaper: the end moves up to it. */
static void move_end(ending *end, be_quantity good, be_quantity bad)
{
    end->good = good;
    end->bad = bad;
    end->bounded = true;
    halve(end);
}

static bool prove(ending *end, be_quantity a, be_quantity b)
{
    bool proven = false, searched = false;
    bool rising = a < b;
    if (!range_proof(end->e, rising ? a : b, rising ? b : a, &proven, &searched))
        end->failed = true;
    end->solves -= searched;
    end->e->why->range.solves += searched;
    return proven;
}

/*
 * Proves the volumes from `start` to the end, part by part and the next ones first: what is not
 * proven at once is looked at in its middle and proven by halves. False where the work is at its
 * end before.
 */
static bool prove_between(ending *end, be_quantity start)
{
    be_quantity parts[PARTS_MAX] = {end->good};
    int count = 1;
    while (count > 0 && end->solves > 0 && !end->failed && end->e->why->range.proven) {
        be_quantity far = parts[count - 1];
        if (prove(end, start, far)) {
            start = far;
            count--;
            continue;
        }
        be_quantity middle = between(start, far);
        if (holds(end, middle)) {
            parts[count++] = middle;
        } else {
            move_end(end, start, middle);
            parts[0] = end->good;
            count = 1;
        }
    }
    return count == 0;
}

static void find_end(ending *end)
{
    be_quantity start = end->good;
    be_quantity step = start / FIRST_PART > 0 ? start / FIRST_PART : 1;
    for (; !end->bounded && end->good != end->limit && end->solves > 0 && !end->failed; step *= 2)
        note(end, ahead(end, step));
    halve(end);
    end->solves += SIDE_PROOFS;
    be_why_range *range = &end->e->why->range;
    if (range->proven && !prove_between(end, start))
        range->proven = false;
}

static bool is_exact(const ending *end)
{
    return end->bounded && distance(end->good, end->bad) <= 1;
}

static bool has_range(const explaining *e)
{
    return e->best->schedule.proven && e->demand->volumes == NULL && e->demand->volume > 0 &&
           e->quote->usage.billable_total > 0;
}

bool explain_range(explaining *e)
{
    be_quantity volume = e->demand->volume;
    if (!has_range(e))
        return true;
    be_why_range *range = &e->why->range;
    range->proven = true;
    ending low = {.e = e, .limit = 0, .good = volume, .solves = SIDE_SOLVES};
    ending high = {.e = e,
                   .limit = be_quantity_scale(volume, BE_WHY_REACH, 1),
                   .good = volume,
                   .solves = SIDE_SOLVES};
    find_end(&low);
    find_end(&high);
    if (low.failed || high.failed)
        return false;
    range->found = true;
    range->from = low.good;
    range->to = high.good;
    range->from_exact = is_exact(&low) || low.good == 0;
    range->to_exact = is_exact(&high);
    return true;
}
