#include "plan_exact.h"

#include <stdlib.h>
#include <string.h>

#include <breakeven/optimum.h>

#include "amount_ops.h"
#include "limits.h"
#include "payg_cost.h"
#include "plan_combos.h"
#include "plan_ways.h"
#include "points.h"
#include "purchase_list.h"
#include "waterfall.h"

enum {
    NOTHING = -1,
    HASH_SLOTS = 1 << 14,
    DOMINANCE_MAX = 1500,
    ASKED_EVERY = 64 /* steps: whether to give up */
};

/* Packages whose units are alike: of one validity (and size, if so told apart), or general ones of
 * one kind. */
typedef struct sort {
    be_purchase_kind kind;
    be_duration valid;
    const be_general_package *general; /* NULL: the product's own */
    be_quantity points;                /* that a unit costs; 1 of the product's own */
    combo_size *sizes;
    size_t size_count;
    size_t lot[BE_MONTHS_MAX]; /* index of the lot that a month's purchases become */
    combo_list combos[BE_MONTHS_MAX];
} sort;

/* A plan up to some month: what it cost, and by what it came from the state before. */
typedef struct state {
    be_amount cost;
    int purchases, lateness;
    int parent;
    int next; /* in its slot of the hash table */
    int month;
    const plan_way *way;
} state;

typedef struct exact {
    be_arena *arena;
    const be_product *product;
    const be_demand *demand;
    const be_usage *usage;
    int months;
    be_amount upper;
    bool on;      /* pay-as-you-go */
    bool falling; /* more units can cost less, or more left can do harm */
    plan_ways ways;
    sort *sorts;
    size_t sort_count;
    bool by_size; /* sorts are of one size each */
    waterfall waterfall;
    lot_list points;
    size_t width;
    be_quantity most; /* of a month */
    be_amount unit_least;
    be_amount rest[BE_MONTHS_MAX + 1];
    state *states;
    be_quantity *values; /* `width` of each state */
    int *choices;        /* `sort_count` of each state: the combination bought, by sort */
    int state_count, state_room;
    int hash[HASH_SLOTS];
    int first; /* of the states that enter the month that is being reached */
    int steps;
    be_quantity *scratch;
    int *chosen;
    bool gave_up, failed;
} exact;

/* The figures of a state, in this order; then each lot's. */
enum { VALUE_YEAR_LEVEL, VALUE_YEAR_UNTIL, VALUE_FREE, VALUE_LOTS };

/* -- what can be bought -------------------------------------------------------------------------
 */

static bool same_duration(be_duration a, be_duration b)
{
    return a.count == b.count && (a.unit == b.unit || a.count == 0);
}

static sort *new_sort(exact *e, be_purchase_kind kind, be_duration valid,
                      const be_general_package *general)
{
    sort *s = &e->sorts[e->sort_count++];
    *s = (sort){.kind = kind, .valid = valid, .general = general, .points = 1};
    return s;
}

/* Whether packages of so many units and that validity are of a sort. */
static bool belongs(const exact *e, const sort *s, be_duration valid, be_quantity units)
{
    return same_duration(s->valid, valid) && (!e->by_size || s->sizes[0].units == units);
}

static sort *sort_of(exact *e, const be_package *p)
{
    for (size_t i = 0; i < e->sort_count; i++) {
        if (belongs(e, &e->sorts[i], p->valid, p->size))
            return &e->sorts[i];
    }
    return new_sort(e, BE_BUY_PACKAGE, p->valid, NULL);
}

static bool add_size(exact *e, sort *s, size_t most, combo_size size)
{
    if (s->sizes == NULL)
        s->sizes = be_arena_alloc(e->arena, most, sizeof *s->sizes);
    if (s->sizes == NULL)
        return false;
    s->sizes[s->size_count++] = size;
    return true;
}

static bool add_own(exact *e)
{
    const be_product *product = e->product;
    for (size_t i = 0; i < product->package_count; i++) {
        const be_package *p = &product->packages[i];
        if (!be_amount_is_known(p->price) || p->size == 0 ||
            !plan_draws_on(product, BE_LAYER_PACKAGE))
            continue;
        if (!add_size(e, sort_of(e, p), product->package_count, (combo_size){i, p->size, p->price}))
            return false;
    }
    return true;
}

static size_t general_count(const be_product *product)
{
    return product->provider == NULL ? 0 : product->provider->general_package_count;
}

static bool add_general(exact *e)
{
    for (size_t i = 0; i < general_count(e->product); i++) {
        const be_general_package *p = &e->product->provider->general_packages[i];
        be_quantity points = be_general_points(p, e->product);
        if (points == 0 || !be_amount_is_known(p->price) || p->points == 0 ||
            !plan_draws_on(e->product, BE_LAYER_GENERAL))
            continue;
        sort *s = new_sort(e, BE_BUY_GENERAL, p->valid, p);
        s->points = points;
        if (!add_size(e, s, 1, (combo_size){i, p->points, p->price}))
            return false;
    }
    return true;
}

static lot_list *lots_of(exact *e, const sort *s)
{
    return s->general != NULL ? &e->points : &e->waterfall.packages;
}

/* The sort that a lot of bought packages is of. */
static sort *sort_of_lot(exact *e, const lot *l)
{
    for (size_t i = 0; i < e->sort_count; i++) {
        sort *s = &e->sorts[i];
        if (s->general == l->general && (s->general != NULL || belongs(e, s, l->valid, l->size)))
            return s;
    }
    return NULL;
}

/* Finds the lot of each month's purchases, once all are in their order. */
static void find_lots(exact *e, const lot_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const lot *l = &list->lots[i];
        if (l->from >= 0)
            sort_of_lot(e, l)->lot[l->from] = i;
    }
}

static be_quantity smallest(const sort *s)
{
    be_quantity units = s->sizes[0].units;
    for (size_t i = 1; i < s->size_count; i++)
        units = s->sizes[i].units < units ? s->sizes[i].units : units;
    return units;
}

static be_quantity largest(const sort *s)
{
    be_quantity units = s->sizes[0].units;
    for (size_t i = 1; i < s->size_count; i++)
        units = s->sizes[i].units > units ? s->sizes[i].units : units;
    return units;
}

/*
 * Whether each sort's packages of a month are used up one after the other. Of those that begin and
 * end together the smaller ones go first, of whatever sort they are.
 */
static bool in_one_piece(exact *e)
{
    const lot_list *list = &e->waterfall.packages;
    for (size_t i = 1; i < list->count; i++) {
        const lot *a = &list->lots[i - 1], *b = &list->lots[i];
        if (a->from >= 0 && a->from == b->from && a->last == b->last &&
            largest(sort_of_lot(e, a)) >= smallest(sort_of_lot(e, b)))
            return false;
    }
    return true;
}

/* Lays out a lot for each month's purchases of each sort. False when there is no memory. */
static bool lay_out_lots(exact *e)
{
    be_bill_item item = {e->product, e->demand, e->usage, NULL, 0};
    size_t owned = e->demand->owned_count, bought = e->sort_count * (size_t)e->months;
    lot_list start = {0};
    if (!points_begin(&start, e->arena, e->usage->horizon, &item, 1) ||
        !lots_open(&e->points, e->arena, e->usage->horizon, owned + bought) ||
        !waterfall_begin(&e->waterfall, e->arena, &item, &e->points))
        return false;
    lot_list own = e->waterfall.packages;
    if (!lots_open(&e->waterfall.packages, e->arena, e->usage->horizon, owned + bought))
        return false;
    for (size_t i = 0; i < own.count; i++)
        e->waterfall.packages.lots[e->waterfall.packages.count++] = own.lots[i];
    for (size_t i = 0; i < start.count; i++)
        e->points.lots[e->points.count++] = start.lots[i];
    for (size_t i = 0; i < e->sort_count; i++) {
        const sort *s = &e->sorts[i];
        const lot one = {.size = s->sizes[0].units, .valid = s->valid, .general = s->general};
        for (int t = 0; t < e->months; t++)
            lots_add_bought(lots_of(e, s), one, 1, t);
    }
    find_lots(e, &e->waterfall.packages);
    find_lots(e, &e->points);
    return true;
}

/* Lays out all that can be bought. False when there is no memory. */
static bool lay_out_sorts(exact *e)
{
    e->sort_count = 0;
    return add_own(e) && add_general(e) && lay_out_lots(e);
}

static bool list_combos(exact *e)
{
    for (size_t i = 0; i < e->sort_count; i++) {
        sort *s = &e->sorts[i];
        for (int t = 0; t < e->months; t++) {
            be_quantity need = 0;
            bool too_many;
            int last = lots_of(e, s)->lots[s->lot[t]].last;
            for (int j = t; j < e->months && j <= last; j++)
                need += e->usage->month[j].billable;
            need = be_quantity_scale(need, s->points, 1);
            if (!plan_combos_list(e->arena, s->sizes, s->size_count, need, &s->combos[t],
                                  &too_many))
                return false;
            e->gave_up = e->gave_up || too_many;
        }
    }
    return true;
}

/* -- what the rest costs at least ----------------------------------------------------------------
 */

static bool find_least(exact *e)
{
    e->unit_least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    if (e->on)
        e->unit_least = payg_unit_floor(e->product, e->most);
    for (size_t i = 0; i < e->sort_count; i++) {
        const sort *s = &e->sorts[i];
        for (size_t j = 0; j < s->size_count; j++) {
            be_quantity units = be_quantity_divide_up(s->sizes[j].units, s->points);
            e->unit_least =
                amount_smaller(e->unit_least, amount_divide_down(s->sizes[j].price, units));
        }
    }
    return plan_ways_rest(&e->ways, e->unit_least, e->rest);
}

/* What is left in a state, in units of the product. */
static be_quantity units_left(const exact *e, const be_quantity *values)
{
    const lot_list *own = &e->waterfall.packages, *points = &e->points;
    be_quantity units = values[VALUE_FREE];
    for (size_t i = 0; i < own->count; i++)
        units += values[VALUE_LOTS + i];
    for (size_t i = 0; i < points->count; i++) {
        be_quantity each = be_general_points(points->lots[i].general, e->product);
        if (each > 0)
            units += be_quantity_divide_up(values[VALUE_LOTS + own->count + i], each);
    }
    return units;
}

/* The least that the months from t on cost in a state. */
static be_amount least_from(const exact *e, int t, const be_quantity *values)
{
    int until = (int)values[VALUE_YEAR_UNTIL];
    int from = e->ways.free_calls && until > t ? until : t;
    be_amount rest = e->rest[from < e->months ? from : e->months];
    be_amount had = amount_times(e->unit_least, units_left(e, values));
    if (!amount_is_known(rest))
        return rest;
    return amount_compare(had, rest) < 0 ? amount_of_scaled(rest.scaled - had.scaled)
                                         : be_amount_zero();
}

/* -- states --------------------------------------------------------------------------------------
 */

static be_quantity *values_of(const exact *e, int i)
{
    return &e->values[(size_t)i * e->width];
}

static int *choices_of(const exact *e, int i)
{
    return &e->choices[(size_t)i * (e->sort_count + 1)];
}

static unsigned hash_of(const exact *e, const be_quantity *values)
{
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < e->width; i++)
        hash = (hash ^ (uint64_t)values[i]) * 1099511628211U;
    return (unsigned)(hash >> 40) % HASH_SLOTS;
}

static bool preferred(const state *a, const state *b)
{
    int order = amount_compare(a->cost, b->cost);
    if (order == 0)
        order = (a->purchases > b->purchases) - (a->purchases < b->purchases);
    return order != 0 ? order < 0 : a->lateness > b->lateness;
}

static bool grow(exact *e)
{
    int room = e->state_room == 0 ? 256 : e->state_room * 2;
    size_t each =
        sizeof *e->states + e->width * sizeof *e->values + (e->sort_count + 1) * sizeof *e->choices;
    if ((size_t)room * each > BE_OPTIMUM_BYTES) {
        e->gave_up = true;
        return false;
    }
    state *states = realloc(e->states, (size_t)room * sizeof *states);
    if (states != NULL)
        e->states = states;
    be_quantity *values = realloc(e->values, (size_t)room * e->width * sizeof *values);
    if (values != NULL)
        e->values = values;
    int *choices = realloc(e->choices, (size_t)room * (e->sort_count + 1) * sizeof *choices);
    if (choices != NULL)
        e->choices = choices;
    e->failed = states == NULL || values == NULL || choices == NULL;
    e->state_room = room;
    return !e->failed;
}

/* Notes a state of a month, or the better way to one that is known. */
static void enter(exact *e, const state *s, const be_quantity *values)
{
    unsigned slot = hash_of(e, values);
    int i = e->hash[slot];
    while (i != NOTHING && memcmp(values_of(e, i), values, e->width * sizeof *values) != 0)
        i = e->states[i].next;
    int next = i == NOTHING ? e->hash[slot] : e->states[i].next;
    if (i != NOTHING && !preferred(s, &e->states[i]))
        return;
    if (i == NOTHING) {
        if (e->state_count == e->state_room && !grow(e))
            return;
        i = e->hash[slot] = e->state_count++;
        memcpy(values_of(e, i), values, e->width * sizeof *values);
    }
    e->states[i] = *s;
    e->states[i].next = next;
    memcpy(choices_of(e, i), e->chosen, e->sort_count * sizeof *e->chosen);
}

/* -- a month ------------------------------------------------------------------------------------
 */

static void begin_month(exact *e, const state *s, const be_quantity *values)
{
    lot_list *own = &e->waterfall.packages, *points = &e->points;
    e->waterfall.free_left = values[VALUE_FREE];
    for (size_t i = 0; i < own->count; i++)
        own->lots[i].left = values[VALUE_LOTS + i];
    for (size_t i = 0; i < points->count; i++)
        points->lots[i].left = values[VALUE_LOTS + own->count + i];
    for (size_t i = 0; i < e->sort_count; i++) {
        const sort *bought = &e->sorts[i];
        if (e->chosen[i] > 0)
            lots_of(e, bought)->lots[bought->lot[s->month]].left =
                bought->combos[s->month].items[e->chosen[i]].units;
    }
}

static bool free_later(const exact *e, int t)
{
    const be_free_quota *quota = &e->product->free;
    return !quota->monthly &&
           be_duration_days_in_month(quota->valid, e->usage->horizon.start, 0, t + 1) > 0;
}

/* What is left at the end of month t. */
static void end_month(exact *e, int t, year_term running, be_quantity *values)
{
    const lot_list *own = &e->waterfall.packages, *points = &e->points;
    values[VALUE_YEAR_LEVEL] = running.level;
    values[VALUE_YEAR_UNTIL] = running.until;
    values[VALUE_FREE] = free_later(e, t) ? e->waterfall.free_left : 0;
    for (size_t i = 0; i < own->count; i++) {
        const lot *l = &own->lots[i];
        values[VALUE_LOTS + i] = l->from <= t && l->last > t ? l->left : 0;
    }
    for (size_t i = 0; i < points->count; i++) {
        const lot *l = &points->lots[i];
        values[VALUE_LOTS + own->count + i] = l->from <= t && l->last > t ? l->left : 0;
    }
}

/*
 * Whether a package was bought of which this month used nothing. Bought a month later it does as
 * well and ends no sooner.
 */
static bool bought_too_early(exact *e, const state *s)
{
    if (e->falling || !s->way->plain)
        return false;
    for (size_t i = 0; i < e->sort_count; i++) {
        const sort *bought = &e->sorts[i];
        const combo *c = &bought->combos[s->month].items[e->chosen[i]];
        if (c->packages > 0 && lots_of(e, bought)->lots[bought->lot[s->month]].left >= c->smallest)
            return true;
    }
    return false;
}

/* Runs month s->month with what was chosen; what comes of it enters the next one. */
static void run_month(exact *e, const state *s, const be_quantity *values, year_term running)
{
    int t = s->month, days = e->usage->month[t].days;
    state after = *s;
    be_units units = {0};
    begin_month(e, s, values);
    bool balance =
        lots_balance(&e->waterfall.packages, t) > 0 || points_price(&e->points, e->product, t) > 0;
    waterfall_enter(&e->waterfall, t, days, s->way->days);
    waterfall_run(&e->waterfall, e->usage->month[t].billable, true, &units);
    be_quantity paid = units.layer[BE_LAYER_PAYG];
    if (units.unserved > 0 || (!s->way->plain && (!balance || paid > 0)) || bought_too_early(e, s))
        return;
    const payg_month payg = {.product = e->product,
                             .on = e->on,
                             .days = days,
                             .units = paid + units.layer[BE_LAYER_PACKAGE] +
                                      units.layer[BE_LAYER_GENERAL]};
    after.cost = amount_add(after.cost, payg_charge(&payg, paid));
    after.month++;
    end_month(e, t, year_term_after(running, s->way, t), e->scratch);
    be_amount least = amount_add(after.cost, least_from(e, after.month, e->scratch));
    if (amount_is_known(after.cost) && amount_compare(least, e->upper) <= 0)
        enter(e, &after, e->scratch);
}

/* Chooses among the combinations of the sorts from `i` on. */
static void choose(exact *e, const state *s, const be_quantity *values, year_term running, size_t i)
{
    if (i == e->sort_count) {
        run_month(e, s, values, running);
        return;
    }
    const combo_list *combos = &e->sorts[i].combos[s->month];
    for (int j = 0; j < combos->count && !e->gave_up && !e->failed; j++) {
        const combo *c = &combos->items[j];
        state more = *s;
        e->gave_up = ++e->steps > BE_OPTIMUM_STEPS;
        e->failed = e->steps % ASKED_EVERY == 0 && be_arena_interrupted(e->arena);
        if (c->outdone && !e->falling)
            continue;
        more.cost = amount_add(s->cost, c->price);
        more.purchases += c->packages;
        more.lateness += c->packages * s->month;
        e->chosen[i] = j;
        if (amount_compare(more.cost, e->upper) <= 0)
            choose(e, &more, values, running, i + 1);
    }
}

static void leave_state(exact *e, int from, be_quantity *values)
{
    int t = e->states[from].month;
    memcpy(values, values_of(e, from), e->width * sizeof *values);
    const year_term running = {values[VALUE_YEAR_LEVEL], (int)values[VALUE_YEAR_UNTIL]};
    const plan_way_list *ways = plan_ways_at(&e->ways, t, running);
    e->failed = e->failed || ways == NULL;
    for (int i = 0; ways != NULL && i < ways->count && !e->gave_up && !e->failed; i++) {
        const plan_way *way = &ways->items[i];
        state s = e->states[from];
        if (way->outdone && !e->falling)
            continue;
        s.cost = amount_add(s.cost, way->price);
        s.purchases += way->count;
        s.lateness += way->count * t;
        s.parent = from;
        s.way = way;
        choose(e, &s, values, running, 0);
    }
}

/* -- what is superfluous -------------------------------------------------------------------------
 */

/*
 * Whether `a` has no less than `b` to go on with. Units that end later stand in for those that end
 * sooner: from the last end backwards, the sums decide.
 */
static bool has_no_less(const exact *e, const be_quantity *a, const be_quantity *b)
{
    const lot_list *own = &e->waterfall.packages;
    if (a[VALUE_YEAR_LEVEL] != b[VALUE_YEAR_LEVEL] || a[VALUE_YEAR_UNTIL] != b[VALUE_YEAR_UNTIL] ||
        a[VALUE_FREE] < b[VALUE_FREE])
        return false;
    be_quantity more = 0;
    for (size_t i = own->count; i-- > 0;) {
        more += a[VALUE_LOTS + i] - b[VALUE_LOTS + i];
        bool ends = i == 0 || own->lots[i - 1].last != own->lots[i].last;
        if (ends && more < 0)
            return false;
    }
    for (size_t i = VALUE_LOTS + own->count; i < e->width; i++) {
        if (a[i] < b[i])
            return false;
    }
    return true;
}

/* Whether state i of the month just reached is no better than one before `kept` or behind it. */
static bool is_superfluous(const exact *e, int i, int kept)
{
    const state *s = &e->states[i];
    for (int j = e->first; j < e->state_count; j = j + 1 == kept ? i + 1 : j + 1) {
        const state *other = &e->states[j];
        bool before = j < i ? !preferred(s, other) : preferred(other, s);
        if (j != i && before && has_no_less(e, values_of(e, j), values_of(e, i)))
            return true;
    }
    return false;
}

/* Drops states of the month just reached that another one is no worse than. */
static void drop_superfluous(exact *e)
{
    int kept = e->first;
    if (e->falling || e->state_count - e->first > DOMINANCE_MAX)
        return;
    for (int i = e->first; i < e->state_count; i++) {
        if (is_superfluous(e, i, kept))
            continue;
        e->states[kept] = e->states[i];
        memmove(values_of(e, kept), values_of(e, i), e->width * sizeof *e->values);
        memmove(choices_of(e, kept), choices_of(e, i), (e->sort_count + 1) * sizeof *e->choices);
        kept++;
    }
    e->state_count = kept;
}

/* -- the whole -----------------------------------------------------------------------------------
 */

static void add_packages(const exact *e, const state *s, const int *chosen, be_schedule *out,
                         be_purchase *purchases)
{
    int month = s->month - 1;
    for (size_t i = 0; i < e->sort_count; i++) {
        const combo *combos = e->sorts[i].combos[month].items;
        for (const combo *c = &combos[chosen[i]]; c->before >= 0; c = &combos[c->before])
            purchase_list_add(purchases, &out->count,
                              (be_purchase){e->sorts[i].kind, c->item, month, 1, 1});
    }
}

static bool read_back(const exact *e, int last, be_schedule *out)
{
    size_t most = e->ways.fixed_count + (size_t)e->states[last].purchases;
    be_purchase *purchases = be_arena_alloc(e->arena, most + 1, sizeof *purchases);
    *out = (be_schedule){purchases, 0, false};
    if (purchases == NULL)
        return false;
    for (size_t i = 0; i < e->ways.fixed_count; i++)
        purchase_list_add(purchases, &out->count, e->ways.fixed[i]);
    for (int i = last; e->states[i].parent != NOTHING; i = e->states[i].parent) {
        const state *s = &e->states[i];
        for (int j = 0; j < s->way->count; j++)
            purchase_list_add(purchases, &out->count, s->way->buys[j]);
        add_packages(e, s, choices_of(e, i), out, purchases);
    }
    return true;
}

static void forget_hash(exact *e)
{
    for (int i = 0; i < HASH_SLOTS; i++)
        e->hash[i] = NOTHING;
}

/* From month to month; the states of the last one stand at the end. */
static void walk(exact *e, be_quantity *values)
{
    int from = 0;
    state start = {.cost = e->ways.fixed_price, .parent = NOTHING};
    memset(e->scratch, 0, e->width * sizeof *e->scratch);
    forget_hash(e);
    enter(e, &start, values);
    for (int t = 0; t < e->months && !e->gave_up && !e->failed; t++) {
        int end = e->first = e->state_count;
        forget_hash(e);
        for (int i = from; i < end && !e->gave_up && !e->failed; i++)
            leave_state(e, i, values);
        drop_superfluous(e);
        from = end;
    }
}

static bool conclude(exact *e, exact_found *out)
{
    int best = NOTHING;
    if (e->failed)
        return false;
    out->complete = !e->gave_up;
    for (int i = e->first; i < e->state_count && out->complete; i++) {
        if (best == NOTHING || preferred(&e->states[i], &e->states[best]))
            best = i;
    }
    out->any = best != NOTHING;
    if (!out->any)
        return true;
    out->cost = e->states[best].cost;
    return read_back(e, best, &out->schedule);
}

/* The figures of the first month's start. */
static void note_start(const exact *e, be_quantity *values)
{
    const lot_list *own = &e->waterfall.packages, *points = &e->points;
    memset(values, 0, e->width * sizeof *values);
    values[VALUE_FREE] = e->waterfall.free_left;
    for (size_t i = 0; i < own->count; i++)
        values[VALUE_LOTS + i] = own->lots[i].from < 0 ? own->lots[i].left : 0;
    for (size_t i = 0; i < points->count; i++)
        values[VALUE_LOTS + own->count + i] = points->lots[i].from < 0 ? points->lots[i].left : 0;
}

/* Lays everything out. False when there is no memory. */
static bool lay_out(exact *e)
{
    size_t most = e->product->package_count + general_count(e->product);
    e->sorts = be_arena_alloc(e->arena, most + 1, sizeof *e->sorts);
    plan_ways_begin(&e->ways, e->arena, e->product, e->demand, e->usage);
    if (e->sorts == NULL || !lay_out_sorts(e) || !plan_ways_decide(&e->ways, false))
        return false;
    e->by_size = !in_one_piece(e);
    if (e->by_size && !lay_out_sorts(e))
        return false;
    e->gave_up = !e->ways.whole || !in_one_piece(e);
    e->width = VALUE_LOTS + e->waterfall.packages.count + e->points.count;
    return e->gave_up || (list_combos(e) && find_least(e));
}

static bool search(exact *e, exact_found *out)
{
    if (!lay_out(e))
        return false;
    be_quantity *values = be_arena_alloc(e->arena, e->width, sizeof *values);
    e->scratch = be_arena_alloc(e->arena, e->width, sizeof *e->scratch);
    e->chosen = be_arena_alloc(e->arena, e->sort_count + 1, sizeof *e->chosen);
    if (values == NULL || e->scratch == NULL || e->chosen == NULL)
        return false;
    note_start(e, values);
    if (!e->gave_up)
        walk(e, values);
    return conclude(e, out);
}

/* Where packages ask for different points a unit may break one open that is better kept. */
static bool one_points_price(const be_product *product, const be_demand *demand)
{
    be_quantity price = 0;
    size_t sold = general_count(product);
    for (size_t i = 0; i < sold + demand->owned_count; i++) {
        const be_general_package *general =
            i < sold ? &product->provider->general_packages[i] : demand->owned[i - sold].general;
        be_quantity points = general == NULL ? 0 : be_general_points(general, product);
        if (points != 0 && price != 0 && points != price)
            return false;
        price = points != 0 ? points : price;
    }
    return true;
}

/* Where more left is never worse: bills do not fall, limits do not, and units end by the month. */
static bool more_is_better(const be_product *product, const be_demand *demand)
{
    for (size_t i = 0; i < product->package_count; i++) {
        if (product->packages[i].valid.unit == BE_DAYS && product->packages[i].valid.count > 0)
            return false;
    }
    return !limits_packages_lower(&product->limits) && !payg_falls(product) &&
           one_points_price(product, demand);
}

bool plan_exact(be_arena *arena, const be_product *product, const be_demand *demand,
                const be_usage *usage, be_amount upper, exact_found *out)
{
    const be_payg *payg = &product->payg;
    exact *e = calloc(1, sizeof *e);
    *out = (exact_found){.cost = be_amount_missing(BE_AMOUNT_UNPUBLISHED)};
    if (e == NULL)
        return false;
    e->arena = arena;
    e->product = product;
    e->demand = demand;
    e->usage = usage;
    e->months = usage->horizon.months;
    e->upper = upper;
    e->on = payg->offered && (!payg->opt_in || demand->postpaid);
    e->falling = !more_is_better(product, demand);
    for (int t = 0; t < e->months; t++)
        e->most = usage->month[t].billable > e->most ? usage->month[t].billable : e->most;
    bool done = search(e, out);
    free(e->states);
    free(e->values);
    free(e->choices);
    free(e);
    return done;
}
