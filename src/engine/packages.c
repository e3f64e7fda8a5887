/*
 * The search walks the months with labels: (cost so far, balance, last month of that balance).
 *
 * It rests on two facts about covers, where every unit must come from a package:
 *
 *   Just in time. Some cheapest cover buys only in months whose carried balance is too small: any
 *   purchase can wait for the first month that needs it, and then expires no earlier. So at a
 *   purchase every older unit is used up in that very month, and afterwards there is one balance
 *   with one last month, not one for each purchase.
 *
 *   Dominance. A label that costs no more, has no less balance and lasts no shorter makes another
 *   one superfluous: more balance never costs.
 *
 * In a month that is short, every useful combination of packages is built by merging the list of
 * labels, sorted by cost, with itself shifted by one package; the shifted stream reads the list
 * that is being written, so any count is reached, and a label is kept only if its balance exceeds
 * all cheaper ones'. A simple cover found beforehand bounds the cost: labels that cannot beat it
 * are dropped.
 *
 * Packages of different validity would need a balance each; the search then keeps to the shortest
 * of them for every balance, and what it finds is a cover but not proven to be the cheapest.
 */
#include "packages.h"

#include <stdlib.h>
#include <string.h>

#include "amount_ops.h"

enum {
    LABELS_MAX = 200000, /* labels in all months together: some 13 MB while the search lasts */
    LABELS_FIRST = 256,
    SIZES_MAX = 32,
    LAST_MAX = 2 * BE_MONTHS_MAX, /* the last month of any balance */
    NOTHING = -1
};

typedef struct label {
    be_amount cost;
    be_quantity balance; /* while a month's purchases are made: net of the month's need */
    int purchases;
    int lateness; /* the months of all purchases added up */
    int month;    /* in which it came to be */
    int last;     /* the last month in which the balance can be used */
    int parent;   /* index of the label it was made from, or NOTHING */
    int bought;   /* index into sizes of the package bought in this step, or NOTHING */
} label;

/* A package on sale at a known price. */
typedef struct size_on_sale {
    size_t item;
    be_quantity units;
    be_amount price;
    be_quantity useful; /* of its units, those that some validity within the plan can use */
    be_amount unit;     /* price of a useful unit, rounded down: for the lower bound */
} size_on_sale;

typedef struct search {
    be_arena *arena;
    be_horizon horizon;
    const cover_need *need;
    be_purchase_kind kind; /* of package */
    size_on_sale sizes[SIZES_MAX];
    size_t size_count;
    int validity;                             /* months */
    be_quantity need_from[BE_MONTHS_MAX + 1]; /* units from a month to the end */
    be_amount upper;                          /* cost of a cover that is known */
    label *labels;
    int label_count, label_room;
    bool exact;
} search;

/* -- what is on sale ------------------------------------------------------------------------ */

/* Months that a validity of days covers to their last day, when it begins in plan month `from`. */
static int covered_months(be_duration valid, be_month start, int from)
{
    int t = from;
    while (t - from < BE_MONTHS_MAX &&
           be_duration_days_in_month(valid, start, from, t) == be_month_days(start + t))
        t++;
    return t - from;
}

int packages_whole_months(be_duration valid, be_horizon horizon)
{
    if (valid.count == 0)
        return BE_MONTHS_MAX;
    if (valid.unit == BE_MONTHS)
        return valid.count < BE_MONTHS_MAX ? valid.count : BE_MONTHS_MAX;
    int fewest = BE_MONTHS_MAX;
    for (int from = 0; from < horizon.months; from++) {
        int months = covered_months(valid, horizon.start, from);
        fewest = months < fewest ? months : fewest;
    }
    return fewest;
}

/* A package of either kind, as something that covers units. */
typedef struct offer {
    be_quantity units;
    be_amount price;
    be_duration valid;
} offer;

static void add_size(search *s, size_t item, offer o)
{
    int months = packages_whole_months(o.valid, s->horizon);
    if (!be_amount_is_known(o.price) || o.units == 0)
        return;
    if (s->size_count > 0 && months != s->validity)
        s->exact = false;
    if (o.valid.unit == BE_DAYS && o.valid.count > 0)
        s->exact = false; /* a part of a month more than is planned with */
    if (s->size_count == SIZES_MAX)
        s->exact = false;
    if (months == 0 || s->size_count == SIZES_MAX)
        return;
    if (s->size_count == 0 || months < s->validity)
        s->validity = months;
    s->sizes[s->size_count++] = (size_on_sale){.item = item, .units = o.units, .price = o.price};
}

static void add_packages(search *s, const be_product *product)
{
    s->kind = BE_BUY_PACKAGE;
    for (size_t i = 0; i < product->package_count; i++) {
        const be_package *package = &product->packages[i];
        add_size(s, i, (offer){package->size, package->price, package->valid});
    }
}

/* Points as the units they pay for; a rest too small for one is left out of account. */
static void add_general(search *s, const be_product *product)
{
    const be_provider *provider = product->provider;
    s->kind = BE_BUY_GENERAL;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        be_quantity points = be_general_points(package, product);
        if (points == 0)
            continue;
        if (package->points % points != 0)
            s->exact = false;
        add_size(s, i, (offer){package->points / points, package->price, package->valid});
    }
}

static void sort_sizes(search *s)
{
    for (size_t i = 1; i < s->size_count; i++) {
        size_on_sale size = s->sizes[i];
        size_t j = i;
        for (; j > 0 && s->sizes[j - 1].units < size.units; j--)
            s->sizes[j] = s->sizes[j - 1];
        s->sizes[j] = size;
    }
}

static int month_or_end(const search *s, int month)
{
    return month < s->horizon.months ? month : s->horizon.months;
}

/* Units that are needed in months from..to-1. */
static be_quantity needed_between(const search *s, int from, int to)
{
    return s->need_from[from] - s->need_from[month_or_end(s, to)];
}

/* Units that must be there in a month although it uses none: for the balance's own sake. */
static be_quantity idle_units(const search *s, int month)
{
    return s->need->balance[month] && s->need->units[month] == 0 ? 1 : 0;
}

/* -- what covers cost at least ---------------------------------------------------------------- */

/* No package serves more than the busiest stretch of its validity asks for. */
static void find_useful_units(search *s)
{
    be_quantity busiest = 1;
    for (int t = 0; t < s->horizon.months; t++) {
        be_quantity units = needed_between(s, t, t + s->validity);
        busiest = units > busiest ? units : busiest;
    }
    for (size_t i = 0; i < s->size_count; i++) {
        size_on_sale *size = &s->sizes[i];
        size->useful = size->units < busiest ? size->units : busiest;
        size->unit = amount_divide_down(size->price, size->useful);
    }
}

/* A lower bound of what packages for `units` cost: no unit is had for less, nor half a package. */
static be_amount least_cost(const search *s, be_quantity units)
{
    be_amount least = be_amount_missing(BE_AMOUNT_OVERFLOW);
    for (size_t i = 0; i < s->size_count; i++) {
        const size_on_sale *size = &s->sizes[i];
        be_amount cost = size->useful >= units ? size->price : be_amount_times(size->unit, units);
        if (be_amount_compare(cost, least) < 0)
            least = cost;
    }
    return least;
}

/* -- a simple cover: bounds the search, and stands in where it ends at its limit -------------- */

/* How many of each size, and what they cost. */
typedef struct basket {
    be_quantity counts[SIZES_MAX];
    be_amount cost;
} basket;

/*
 * Reaches `units` with sizes taken from the largest down: as many whole ones as fit and the rest
 * from smaller sizes, or one more and be done; the cheapest of these.
 */
static basket simple_cover(const search *s, be_quantity units)
{
    basket whole = {.cost = be_amount_zero()};
    basket best = {.cost = be_amount_missing(BE_AMOUNT_OVERFLOW)};
    for (size_t i = 0; i < s->size_count && units > 0; i++) {
        const size_on_sale *size = &s->sizes[i];
        whole.counts[i] = units / size->units;
        whole.cost = be_amount_add(whole.cost, be_amount_times(size->price, whole.counts[i]));
        units -= whole.counts[i] * size->units;
        basket one_more = whole;
        one_more.counts[i] += units > 0 ? 1 : 0;
        if (units > 0)
            one_more.cost = be_amount_add(one_more.cost, size->price);
        if (be_amount_compare(one_more.cost, best.cost) < 0)
            best = one_more;
    }
    return best;
}

/* What packages bought at the start of month t must hold for all of their validity. */
static be_quantity needed_in_validity(const search *s, int t)
{
    int end = month_or_end(s, t + s->validity);
    be_quantity idle = 0;
    for (int i = t; i < end && idle == 0; i++)
        idle = idle_units(s, i);
    return needed_between(s, t, end) + idle;
}

/* Covers one validity after the other, each bought at its start. */
static bool simple_plan(search *s, cover_plan *out)
{
    size_t room = s->size_count * (size_t)s->horizon.months;
    out->purchases = be_arena_alloc(s->arena, room, sizeof *out->purchases);
    if (out->purchases == NULL)
        return false;
    s->upper = be_amount_zero();
    for (int t = 0; t < s->horizon.months;) {
        if (s->need->units[t] == 0 && !s->need->balance[t]) {
            t++;
            continue;
        }
        basket b = simple_cover(s, needed_in_validity(s, t));
        s->upper = be_amount_add(s->upper, b.cost);
        for (size_t i = 0; i < s->size_count; i++) {
            if (b.counts[i] > 0)
                out->purchases[out->count++] =
                    (be_purchase){s->kind, s->sizes[i].item, t, b.counts[i], 1};
        }
        t += s->validity;
    }
    return true;
}

/* -- labels ----------------------------------------------------------------------------------- */

/*
 * Labels are many and short-lived, so they stay out of the arena, which lives as long as the
 * answer: a plan of many items would hold on to the labels of each.
 */
static bool grow_labels(search *s)
{
    if (s->label_count < s->label_room)
        return true;
    int room = s->label_room == 0 ? LABELS_FIRST : s->label_room * 2;
    label *larger = realloc(s->labels, (size_t)room * sizeof *larger);
    if (larger == NULL)
        return false;
    s->labels = larger;
    s->label_room = room;
    return true;
}

/* Keeps a label, or drops it where the search is at its limit. False when there is no memory. */
static bool push_label(search *s, label l)
{
    if (s->label_count == LABELS_MAX) {
        s->exact = false;
        return true;
    }
    if (!grow_labels(s))
        return false;
    s->labels[s->label_count++] = l;
    return true;
}

/* Cheaper first; of equals the one with fewer purchases, then with later ones. */
static int compare_labels(const label *a, const label *b)
{
    int order = be_amount_compare(a->cost, b->cost);
    if (order == 0)
        order = (a->purchases > b->purchases) - (a->purchases < b->purchases);
    return order != 0 ? order : (a->lateness < b->lateness) - (a->lateness > b->lateness);
}

/* Whether a label of a month's purchases can still lead to a cover as cheap as the one known. */
static bool promising(const search *s, const label *l, int month)
{
    be_quantity open = s->need_from[month + 1] - l->balance - idle_units(s, month);
    if (open <= 0)
        return be_amount_compare(l->cost, s->upper) <= 0;
    return be_amount_compare(be_amount_add(l->cost, least_cost(s, open)), s->upper) <= 0;
}

/* The label that one more package of a size makes out of another. */
static label with_package(const search *s, int from, size_t size, be_quantity cap)
{
    const label *old = &s->labels[from];
    label l = *old;
    l.cost = be_amount_add(old->cost, s->sizes[size].price);
    l.balance = old->balance + s->sizes[size].units;
    if (l.balance > cap)
        l.balance = cap;
    l.purchases++;
    l.lateness += old->month;
    l.parent = from;
    l.bought = (int)size;
    return l;
}

/*
 * Merges the labels first..last-1 (by cost, balances rising) with themselves plus packages of one
 * size. The merged run is written behind the last label.
 */
static bool merge_size(search *s, int *first, int *last, size_t size, int month, be_quantity cap)
{
    int plain = *first, end = *last, shifted = s->label_count, start = s->label_count;
    be_quantity highest = INT64_MIN;
    while (plain < end || shifted < s->label_count) {
        label candidate;
        bool have_shifted = shifted < s->label_count;
        if (have_shifted)
            candidate = with_package(s, shifted, size, cap);
        if (plain < end && (!have_shifted || compare_labels(&s->labels[plain], &candidate) <= 0)) {
            candidate = s->labels[plain++];
        } else {
            shifted++;
        }
        if (candidate.balance <= highest || !promising(s, &candidate, month))
            continue;
        highest = candidate.balance;
        if (!push_label(s, candidate))
            return false;
    }
    *first = start;
    *last = s->label_count;
    return true;
}

/* -- one month --------------------------------------------------------------------------------- */

static label carried(const label *old, int index, int month)
{
    label l = *old;
    l.parent = index;
    l.bought = NOTHING;
    if (l.last < month)
        l.balance = 0;
    return l;
}

/* The labels of a month that are short, net of the month's need, best balance of each cost. */
static bool collect_short(search *s, int first, int last, int month, be_quantity required)
{
    be_quantity highest = INT64_MIN;
    for (int i = first; i < last; i++) {
        label l = carried(&s->labels[i], i, month);
        if (l.balance >= required || l.balance <= highest)
            continue;
        highest = l.balance;
        l.balance -= required;
        l.month = month;
        l.last = month + s->validity - 1;
        if (!push_label(s, l))
            return false;
    }
    return true;
}

/* A label of the month's result: settled by purchases, or covered by what was carried over. */
typedef struct outcome {
    bool there;
    label label;
} outcome;

static outcome settled_at(const search *s, int index, int end, be_quantity unused)
{
    if (index >= end)
        return (outcome){.there = false};
    outcome o = {true, s->labels[index]};
    o.label.balance += unused;
    return o;
}

static outcome covered_at(const search *s, int index, int end, int month)
{
    if (index >= end)
        return (outcome){.there = false};
    outcome o = {true, carried(&s->labels[index], index, month)};
    o.label.balance -= s->need->units[month];
    o.label.month = month;
    return o;
}

/* The largest balance among cheaper labels that last at least so long, by last month. */
typedef struct frontier {
    be_quantity balance[LAST_MAX + 1];
} frontier;

/* Takes a label in unless a cheaper one has its balance and lasts as long. */
static bool admit(frontier *f, const label *l)
{
    int last = l->last < 0 ? 0 : l->last > LAST_MAX ? LAST_MAX : l->last;
    if (f->balance[last] >= l->balance)
        return false;
    for (int i = last; i >= 0 && f->balance[i] < l->balance; i--)
        f->balance[i] = l->balance;
    return true;
}

/* Merges both kinds of outcome by cost behind the last label, without dominated ones. */
static bool collect_outcomes(search *s, int settled, int settled_end, int covered, int covered_end,
                             int month, be_quantity required)
{
    frontier f;
    for (int i = 0; i <= LAST_MAX; i++)
        f.balance[i] = -1;
    for (;;) {
        while (settled < settled_end && s->labels[settled].balance < 0)
            settled++;
        while (covered < covered_end &&
               carried(&s->labels[covered], covered, month).balance < required)
            covered++;
        outcome a = settled_at(s, settled, settled_end, required - s->need->units[month]);
        outcome b = covered_at(s, covered, covered_end, month);
        if (!a.there && !b.there)
            return true;
        bool take_a = a.there && (!b.there || compare_labels(&a.label, &b.label) <= 0);
        settled += take_a ? 1 : 0;
        covered += take_a ? 0 : 1;
        const label *l = take_a ? &a.label : &b.label;
        if (admit(&f, l) && !push_label(s, *l))
            return false;
    }
}

/* Turns the labels first..last-1 of the month before into those of `month`. */
static bool walk_month(search *s, int month, int *first, int *last)
{
    be_quantity required = s->need->units[month] + idle_units(s, month);
    be_quantity cap = needed_between(s, month + 1, month + s->validity) + 1;

    int run = s->label_count;
    if (!collect_short(s, *first, *last, month, required))
        return false;
    int run_end = s->label_count;
    for (size_t size = 0; run < run_end && size < s->size_count; size++) {
        if (!merge_size(s, &run, &run_end, size, month, cap))
            return false;
    }
    int start = s->label_count;
    if (!collect_outcomes(s, run, run_end, *first, *last, month, required))
        return false;
    *first = start;
    *last = s->label_count;
    return true;
}

/* -- reading the plan back ----------------------------------------------------------------------
 */

static bool read_back(const search *s, int best, cover_plan *out)
{
    size_t most = 0;
    for (int i = best; i != NOTHING; i = s->labels[i].parent)
        most += s->labels[i].bought != NOTHING ? 1 : 0;
    out->purchases = be_arena_alloc(s->arena, most + 1, sizeof *out->purchases);
    if (out->purchases == NULL)
        return false;
    be_purchase *fill = out->purchases + most;
    for (int i = best; i != NOTHING; i = s->labels[i].parent) {
        const label *l = &s->labels[i];
        if (l->bought == NOTHING)
            continue;
        size_t item = s->sizes[l->bought].item;
        bool same = fill < out->purchases + most && fill->item == item && fill->month == l->month;
        if (same) {
            fill->count++;
            continue;
        }
        *--fill = (be_purchase){s->kind, item, l->month, 1, 1};
    }
    out->count = (size_t)(out->purchases + most - fill);
    memmove(out->purchases, fill, out->count * sizeof *fill);
    return true;
}

static void begin_search(search *s)
{
    sort_sizes(s);
    for (int t = s->horizon.months - 1; t >= 0; t--)
        s->need_from[t] = s->need_from[t + 1] + s->need->units[t];
    find_useful_units(s);
}

/* Walks all months; false when there is no memory. Where it gets to its limit `out` stays as it is.
 */
static bool run_search(search *s, cover_plan *out)
{
    label start = {.cost = be_amount_zero(), .last = -1, .parent = NOTHING, .bought = NOTHING};
    if (!push_label(s, start))
        return false;
    int first = 0, last = 1;
    for (int t = 0; t < s->horizon.months; t++) {
        if (!walk_month(s, t, &first, &last))
            return false;
    }
    if (first == last)
        return true;
    out->proven = s->exact;
    out->cost = s->labels[first].cost;
    return read_back(s, first, out);
}

static bool cover_with(be_arena *arena, const be_product *product, be_horizon horizon,
                       const cover_need *need, void add(search *s, const be_product *product),
                       cover_plan *out)
{
    search s = {.arena = arena, .horizon = horizon, .need = need, .exact = true};
    *out = (cover_plan){.possible = false};
    add(&s, product);
    begin_search(&s);
    if (s.size_count == 0)
        return true;
    if (!simple_plan(&s, out))
        return false;
    out->possible = true;
    out->cost = s.upper;
    bool done = run_search(&s, out);
    free(s.labels);
    return done;
}

bool packages_cover(be_arena *arena, const be_product *product, be_horizon horizon,
                    const cover_need *need, cover_plan *out)
{
    return cover_with(arena, product, horizon, need, add_packages, out);
}

bool packages_cover_general(be_arena *arena, const be_product *product, be_horizon horizon,
                            const cover_need *need, cover_plan *out)
{
    return cover_with(arena, product, horizon, need, add_general, out);
}
