/*
 * The search walks the months with labels: (cost so far, balance, last month of that balance, stock
 * of what is free and owned). It rests on two facts about bills that never fall with more use:
 *
 *   Just in time. Some cheapest plan buys packages only in months whose carried balance is too
 *   small: any purchase can wait for the first month that needs it, and then ends no earlier. So at
 *   a purchase every older unit is used up in that very month, and there is one balance.
 *
 *   Dominance. A label that costs no more, has no less balance and lasts no shorter makes another
 *   one of the same stock superfluous.
 *
 * In a month that is short, every useful combination of packages is built by merging the list of
 * labels with itself shifted by one package; the shifted stream reads the list that is being
 * written, so any count is reached. Lists go by cost, and a label is kept if its balance exceeds
 * all cheaper ones'. What is still short then is paid for, and only the cheapest such label lives.
 *
 * Under COSTS_TRUE a larger balance may cost more later, so dominance is off: lists go by balance,
 * and only labels of the same state are told apart by their cost. Just in time holds if nothing
 * bought ends within the plan.
 */
#include "plan_search.h"

#include <stdlib.h>
#include <string.h>

#include <breakeven/optimum.h>

#include "amount_ops.h"

enum { LABELS_FIRST = 256, STOCKS_MAX = 1024, NOTHING = -1 };

typedef struct label {
    be_amount cost;
    be_quantity balance; /* while a month's purchases are made: net of the month's need */
    int purchases;
    int lateness; /* the months of all purchases added up */
    int last;     /* the last month in which the balance can be used; 0 without any */
    int stock;
    int parent; /* index of the label it was made from, or NOTHING */
    int next;   /* another label that enters the same month, or NOTHING */
    int bought; /* index into sizes of the package bought in this step, or NOTHING */
    int way;    /* index into the ways of the month that capacity is bought by, or NOTHING */
    int month;  /* of that purchase */
} label;

/* What remains to be had from a month on, and the least that a unit of it costs. */
typedef struct outlook {
    be_quantity open[BE_MONTHS_MAX + 1]; /* units of a month, at most */
    be_quantity from[BE_MONTHS_MAX + 1]; /* units from a month to the end */
    be_amount unit_floor;                /* of pay-as-you-go; missing where it is off */
    bool free_calls;                     /* units may be had for the price of capacity */
} outlook;

/* A package's part in the least that units cost. */
typedef struct useful_size {
    be_quantity units; /* that some validity within the plan can use */
    be_amount unit;    /* price of one of them, rounded down */
} useful_size;

typedef struct search {
    plan_model *model;
    plan_order order;
    int months;
    outlook outlook;
    useful_size *useful;
    label *labels;
    int label_count, label_room;
    int entering[BE_MONTHS_MAX + 1]; /* first of the labels that enter a month */
    label *front;                    /* those that enter the month at hand, sorted */
    int front_count, front_room;
    be_quantity *stocks;
    size_t stock_width;
    int stock_count, stock_room;
    int fresh_stocks; /* the first of those that the month at hand made */
    bool complete;
} search;

/* -- memory -------------------------------------------------------------------------------------
 */

static bool push_label(search *s, label l)
{
    if (s->label_count == BE_OPTIMUM_LABELS) {
        s->complete = false;
        return true;
    }
    if (s->label_count == s->label_room) {
        int room = s->label_room == 0 ? LABELS_FIRST : s->label_room * 2;
        label *more = realloc(s->labels, (size_t)room * sizeof *more);
        if (more == NULL)
            return false;
        s->labels = more;
        s->label_room = room;
    }
    s->labels[s->label_count++] = l;
    return true;
}

/* The index of the month's stock of these values; NOTHING when there is no memory. */
static int intern(search *s, const be_quantity *values)
{
    size_t size = s->stock_width * sizeof *values;
    for (int i = s->fresh_stocks; i < s->stock_count; i++) {
        if (memcmp(&s->stocks[(size_t)i * s->stock_width], values, size) == 0)
            return i;
    }
    if (s->stock_count == s->stock_room) {
        int room = s->stock_room == 0 ? BE_MONTHS_MAX : s->stock_room * 2;
        be_quantity *more = realloc(s->stocks, (size_t)room * size);
        if (more == NULL)
            return NOTHING;
        s->stocks = more;
        s->stock_room = room;
    }
    memcpy(&s->stocks[(size_t)s->stock_count * s->stock_width], values, size);
    return s->stock_count++;
}

/* -- what the rest costs at least ----------------------------------------------------------------
 */

static be_quantity needed_between(const search *s, int from, int to)
{
    return s->outlook.from[from] - s->outlook.from[to < s->months ? to : s->months];
}

/* Without free calls the stock goes one way alone, and no plan leaves more open in any month. */
static bool look_ahead(search *s)
{
    plan_model *m = s->model;
    outlook *o = &s->outlook;
    be_quantity *stock = malloc(s->stock_width * sizeof *stock), most = 0;
    if (stock == NULL)
        return false;
    memcpy(stock, m->start, s->stock_width * sizeof *stock);
    bool on = false;
    for (int t = 0; t < s->months; t++) {
        plan_month month = plan_step(m, t, 0, stock);
        o->open[t] = month.open;
        most = month.open > most ? month.open : most;
        on = month.payg.on;
    }
    free(stock);
    for (int t = s->months - 1; t >= 0; t--)
        o->from[t] = o->from[t + 1] + o->open[t];
    o->unit_floor =
        on ? payg_unit_floor(&m->product, most) : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    o->free_calls = m->free_calls;
    return true;
}

static bool find_useful_units(search *s)
{
    s->useful = malloc((s->model->size_count + 1) * sizeof *s->useful);
    if (s->useful == NULL)
        return false;
    be_quantity busiest = 1;
    for (int t = 0; t < s->months; t++) {
        be_quantity units = needed_between(s, t, t + s->model->validity);
        busiest = units > busiest ? units : busiest;
    }
    for (size_t i = 0; i < s->model->size_count; i++) {
        const plan_size *size = &s->model->sizes[i];
        be_quantity units = size->units < busiest ? size->units : busiest;
        s->useful[i] = (useful_size){units, amount_divide_down(size->price, units)};
    }
    return true;
}

/* No unit is had for less, nor half a package. */
static be_amount least_cost(const search *s, be_quantity units)
{
    if (units <= 0 || s->outlook.free_calls)
        return be_amount_zero();
    be_amount least = amount_times(s->outlook.unit_floor, units);
    for (size_t i = 0; i < s->model->size_count; i++) {
        const useful_size *useful = &s->useful[i];
        be_amount cost =
            useful->units >= units ? s->model->sizes[i].price : amount_times(useful->unit, units);
        if (amount_compare(cost, least) < 0)
            least = cost;
    }
    return least;
}

/* Whether a plan with so much of the months from `t` on left to be had can be the cheapest. */
static bool promising(const search *s, be_amount cost, be_quantity open)
{
    return amount_compare(amount_add(cost, least_cost(s, open)), s->order.upper) <= 0;
}

/* -- the order of labels ------------------------------------------------------------------------
 */

static int compare_merits(const label *a, const label *b)
{
    int order = amount_compare(a->cost, b->cost);
    if (order == 0)
        order = (a->purchases > b->purchases) - (a->purchases < b->purchases);
    return order != 0 ? order : (a->lateness < b->lateness) - (a->lateness > b->lateness);
}

/* In a list: cheaper first, or smaller balance first. */
static int compare_in_list(const search *s, const label *a, const label *b)
{
    if (s->order.costs == COSTS_TRUE && a->balance != b->balance)
        return a->balance < b->balance ? -1 : 1;
    return compare_merits(a, b);
}

static int compare_by_cost(const void *a, const void *b)
{
    const label *x = a, *y = b;
    return x->stock != y->stock ? (x->stock < y->stock ? -1 : 1) : compare_merits(x, y);
}

static int compare_by_balance(const void *a, const void *b)
{
    const label *x = a, *y = b;
    if (x->stock != y->stock)
        return x->stock < y->stock ? -1 : 1;
    return x->balance != y->balance ? (x->balance < y->balance ? -1 : 1) : compare_merits(x, y);
}

/* -- the labels that enter a month ---------------------------------------------------------------
 */

/* Hands a label on to the month that it enters, unless no cheapest plan can come of it. */
static bool enter(search *s, label l, int month)
{
    if (l.last < month || l.balance == 0) {
        l.last = 0;
        l.balance = 0;
    }
    if (!promising(s, l.cost, s->outlook.from[month] - l.balance))
        return true;
    l.next = s->entering[month];
    int index = s->label_count;
    if (!push_label(s, l))
        return false;
    if (s->label_count > index)
        s->entering[month] = index;
    return true;
}

/* The largest balance among cheaper labels that last at least so long, by last month. */
typedef struct frontier {
    be_quantity balance[BE_MONTHS_MAX + 1];
} frontier;

static bool admit(frontier *f, const label *l)
{
    if (f->balance[l->last] >= l->balance)
        return false;
    for (int i = l->last; i >= 0 && f->balance[i] < l->balance; i--)
        f->balance[i] = l->balance;
    return true;
}

/* Whether a label of the same state and no worse stands before it; they are sorted by balance. */
static bool repeats(const search *s, int count, const label *l)
{
    for (int i = count - 1; i >= 0; i--) {
        const label *before = &s->front[i];
        if (before->stock != l->stock || before->balance != l->balance)
            return false;
        if (before->last == l->last)
            return true;
    }
    return false;
}

static void drop_superfluous(search *s)
{
    frontier f;
    int kept = 0;
    for (int i = 0; i < s->front_count; i++) {
        label l = s->front[i];
        if (i == 0 || kept == 0 || s->front[kept - 1].stock != l.stock) {
            for (int j = 0; j <= BE_MONTHS_MAX; j++)
                f.balance[j] = -1;
        }
        bool keep = s->order.costs == COSTS_TRUE ? !repeats(s, kept, &l) : admit(&f, &l);
        if (keep)
            s->front[kept++] = l;
    }
    s->front_count = kept;
}

/* Gathers what enters month t into the front; the parent of each is itself among the labels. */
static bool gather_front(search *s, int t)
{
    int count = 0;
    for (int i = s->entering[t]; i != NOTHING; i = s->labels[i].next)
        count++;
    if (count > s->front_room) {
        label *more = realloc(s->front, (size_t)count * sizeof *more);
        if (more == NULL)
            return false;
        s->front = more;
        s->front_room = count;
    }
    s->front_count = 0;
    for (int i = s->entering[t]; i != NOTHING; i = s->labels[i].next) {
        label l = s->labels[i];
        l.parent = i;
        l.bought = l.way = NOTHING;
        s->front[s->front_count++] = l;
    }
    return true;
}

/* Keeps those alone that promise most: by cost and by what the rest costs at least. */
static void narrow(search *s, int t)
{
    int width = s->order.width;
    if (width == 0 || s->front_count <= width)
        return;
    s->complete = false;
    for (int i = 1; i < s->front_count; i++) {
        label l = s->front[i];
        be_amount score = amount_add(l.cost, least_cost(s, s->outlook.from[t] - l.balance));
        int j = i < width ? i : width;
        for (; j > 0; j--) {
            const label *before = &s->front[j - 1];
            be_quantity open = s->outlook.from[t] - before->balance;
            if (amount_compare(amount_add(before->cost, least_cost(s, open)), score) <= 0)
                break;
            if (j < width)
                s->front[j] = *before;
        }
        if (j < width)
            s->front[j] = l;
    }
    s->front_count = width;
}

static void sort_front(search *s)
{
    qsort(s->front, (size_t)s->front_count, sizeof *s->front,
          s->order.costs == COSTS_TRUE ? compare_by_balance : compare_by_cost);
}

/* -- a month's purchases ------------------------------------------------------------------------
 */

/* A month as labels of one stock meet it, under one way. */
typedef struct meeting {
    int t;
    const plan_way *way;
    int way_index;
    plan_month month;
    be_quantity idle; /* units that must be there though none is used: for the balance's sake */
    be_quantity cap;  /* no larger balance is of use */
    int stock;        /* at the month's end */
} meeting;

static label with_way(const meeting *m, const label *from)
{
    label l = *from;
    l.stock = m->stock;
    if (!m->way->buys)
        return l;
    l.cost = amount_add(l.cost, m->way->price);
    l.way = m->way_index;
    l.month = m->t;
    l.purchases++;
    l.lateness += m->t;
    return l;
}

static label with_package(const search *s, const meeting *m, int from, size_t size)
{
    const label *old = &s->labels[from];
    label l = *old;
    l.cost = amount_add(old->cost, s->model->sizes[size].price);
    l.balance = old->balance + s->model->sizes[size].units;
    if (s->order.costs == COSTS_LEAST && l.balance > m->cap)
        l.balance = m->cap;
    l.purchases++;
    l.lateness += m->t;
    l.parent = from;
    l.bought = (int)size;
    l.way = NOTHING;
    l.month = m->t;
    return l;
}

/* Under true costs nothing more is bought for a label that has all it can use. */
static int next_source(const search *s, const meeting *m, int from)
{
    while (s->order.costs == COSTS_TRUE && from < s->label_count &&
           s->labels[from].balance >= m->cap)
        from++;
    return from;
}

/*
 * Merges the labels first..last-1 with themselves plus packages of one size, in the order of lists,
 * balances rising. The merged run is written behind the last label.
 */
static bool merge_size(search *s, const meeting *m, int *first, int *last, size_t size)
{
    int plain = *first, end = *last, start = s->label_count, shifted = start;
    be_quantity highest = INT64_MIN;
    for (;;) {
        shifted = next_source(s, m, shifted);
        bool have_shifted = shifted < s->label_count;
        if (plain == end && !have_shifted)
            break;
        label candidate;
        if (have_shifted)
            candidate = with_package(s, m, shifted, size);
        if (plain < end &&
            (!have_shifted || compare_in_list(s, &s->labels[plain], &candidate) <= 0))
            candidate = s->labels[plain++];
        else
            shifted++;
        be_quantity open = s->outlook.from[m->t + 1] - candidate.balance;
        if (candidate.balance <= highest || !promising(s, candidate.cost, open))
            continue;
        highest = candidate.balance;
        if (!push_label(s, candidate))
            return false;
    }
    *first = start;
    *last = s->label_count;
    return true;
}

static be_amount cost_of(const search *s, const payg_month *month, be_quantity paid)
{
    return s->order.costs == COSTS_TRUE ? payg_charge(month, paid) : payg_least(month, paid);
}

static label paid(const search *s, const meeting *m, label l, be_quantity units)
{
    l.cost = amount_add(l.cost, cost_of(s, &m->month.payg, units));
    return l;
}

/* Makes a chain's own label of one that stands among the labels. */
static label step_from(const search *s, int index)
{
    label l = s->labels[index];
    l.parent = index;
    l.bought = l.way = NOTHING;
    return l;
}

/* Ends the month for those that bought: what is short is paid for, by the cheapest alone. */
static bool settle(search *s, const meeting *m, int first, int last)
{
    int best = NOTHING;
    label cheapest = {0};
    for (int i = first; i < last; i++) {
        label l = step_from(s, i);
        if (l.balance >= m->idle) {
            int end = m->t + s->model->validity - 1;
            l.last = end < s->months ? end : s->months;
            if (l.balance > m->cap)
                l.balance = m->cap;
            if (!enter(s, paid(s, m, l, 0), m->t + 1))
                return false;
            continue;
        }
        if (!m->way->plain || l.balance >= 0)
            continue;
        l = paid(s, m, l, -l.balance);
        l.balance = 0;
        if (amount_is_known(l.cost) && (best == NOTHING || compare_merits(&l, &cheapest) < 0)) {
            best = i;
            cheapest = l;
        }
    }
    return best == NOTHING || enter(s, cheapest, m->t + 1);
}

/* Hands on the labels whose balance is enough. */
static bool pass_covered(search *s, const meeting *m, int first, int last, be_quantity required)
{
    for (int i = first; i < last; i++) {
        label l = with_way(m, &s->front[i]);
        if (l.balance < required)
            continue;
        l.balance -= m->month.open;
        if (!enter(s, paid(s, m, l, 0), m->t + 1))
            return false;
    }
    return true;
}

/* Lists the labels whose balance is not enough, net of the month's need, best of each balance. */
static bool list_short(search *s, const meeting *m, int first, int last, be_quantity required)
{
    be_quantity highest = INT64_MIN;
    for (int i = first; i < last; i++) {
        label l = with_way(m, &s->front[i]);
        if (l.balance >= required || l.balance <= highest)
            continue;
        highest = l.balance;
        l.balance -= m->month.open;
        if (!push_label(s, l))
            return false;
    }
    return true;
}

/* Labels first..last-1 of the front, all of one stock, go through month t by one way. */
static bool meet(search *s, const meeting *m, int first, int last)
{
    be_quantity required = m->month.open > m->idle ? m->month.open : m->idle;
    if (!pass_covered(s, m, first, last, required))
        return false;
    int run = s->label_count;
    if (!list_short(s, m, first, last, required))
        return false;
    int run_end = s->label_count;
    for (size_t size = 0; run < run_end && size < s->model->size_count; size++) {
        if (!merge_size(s, m, &run, &run_end, size))
            return false;
    }
    return settle(s, m, run, run_end);
}

/* -- the ways of a month ------------------------------------------------------------------------
 */

/* Goes through all months of a term in which calls are free. */
static bool spend_term(search *s, const meeting *first_month, be_quantity *stock, int first,
                       int last)
{
    meeting m = *first_month;
    int end = m.t + m.way->months;
    be_amount charges = be_amount_zero();
    for (int t = m.t; t < end; t++) {
        m.month = plan_step(s->model, t, s->model->usage->month[t].days, stock);
        charges = amount_add(charges, cost_of(s, &m.month.payg, 0));
    }
    m.stock = intern(s, stock);
    for (int i = first; i < last && m.stock != NOTHING; i++) {
        label l = with_way(&m, &s->front[i]);
        l.cost = amount_add(l.cost, charges);
        if (!enter(s, l, end))
            return false;
    }
    return m.stock != NOTHING;
}

/* `stock` has room for one. */
static bool walk_way(search *s, int t, int way, be_quantity *stock, int first, int last)
{
    const plan_model *model = s->model;
    meeting m = {.t = t, .way = &model->ways[t].items[way], .way_index = way};
    const be_quantity *before = &s->stocks[(size_t)s->front[first].stock * s->stock_width];
    memcpy(stock, before, s->stock_width * sizeof *stock);
    if (m.way->months > 1)
        return spend_term(s, &m, stock, first, last);
    m.month = plan_step(s->model, t, m.way->days, stock);
    m.stock = intern(s, stock);
    if (m.stock == NOTHING)
        return false;
    if (!m.way->plain && !m.month.had_balance && m.month.open == 0)
        m.idle = 1;
    m.cap = needed_between(s, t + 1, t + model->validity) + (model->lifted ? 1 : 0);
    if (m.cap < m.idle)
        m.cap = m.idle;
    return meet(s, &m, first, last);
}

static bool walk_month(search *s, int t, be_quantity *stock)
{
    if (!gather_front(s, t))
        return false;
    if (s->front_count == 0)
        return true;
    s->fresh_stocks = s->stock_count;
    sort_front(s);
    drop_superfluous(s);
    if (s->order.width > 0) {
        narrow(s, t);
        sort_front(s);
    }
    for (int first = 0, last; first < s->front_count; first = last) {
        for (last = first + 1;
             last < s->front_count && s->front[last].stock == s->front[first].stock;)
            last++;
        for (size_t way = 0; way < s->model->ways[t].count; way++) {
            if (!walk_way(s, t, (int)way, stock, first, last))
                return false;
        }
        if (s->stock_count > STOCKS_MAX) {
            s->complete = false;
            break;
        }
    }
    return true;
}

/* -- reading the plan back ----------------------------------------------------------------------
 */

static int compare_purchases(const be_purchase *a, const be_purchase *b)
{
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->item != b->item)
        return a->item < b->item ? -1 : 1;
    return a->kind == BE_BUY_CAPACITY ? (a->terms > b->terms) - (a->terms < b->terms) : 0;
}

/* Puts a purchase into its place in the list, or adds a package to those of its sort. */
static void insert_purchase(plan_found *out, be_purchase p)
{
    size_t i = out->count;
    while (i > 0 && compare_purchases(&p, &out->purchases[i - 1]) < 0)
        i--;
    if (i > 0 && p.kind != BE_BUY_CAPACITY && compare_purchases(&p, &out->purchases[i - 1]) == 0) {
        out->purchases[i - 1].count += p.count;
        return;
    }
    memmove(&out->purchases[i + 1], &out->purchases[i], (out->count - i) * sizeof p);
    out->purchases[i] = p;
    out->count++;
}

static bool read_back(const search *s, be_arena *arena, int best, plan_found *out)
{
    const plan_model *m = s->model;
    size_t most = m->fixed_count;
    for (int i = best; i != NOTHING; i = s->labels[i].parent)
        most += s->labels[i].bought != NOTHING || s->labels[i].way != NOTHING ? 1 : 0;
    out->purchases = be_arena_alloc(arena, most + 1, sizeof *out->purchases);
    if (out->purchases == NULL)
        return false;
    for (size_t i = 0; i < m->fixed_count; i++)
        insert_purchase(out, m->fixed[i]);
    for (int i = best; i != NOTHING; i = s->labels[i].parent) {
        const label *l = &s->labels[i];
        if (l->way != NOTHING)
            insert_purchase(out, m->ways[l->month].items[l->way].buy);
        if (l->bought != NOTHING) {
            const plan_size *size = &m->sizes[l->bought];
            insert_purchase(out, (be_purchase){size->kind, size->item, l->month, 1, 1});
        }
    }
    return true;
}

static int best_at_end(const search *s)
{
    int best = NOTHING;
    for (int i = s->entering[s->months]; i != NOTHING; i = s->labels[i].next) {
        if (best == NOTHING || compare_merits(&s->labels[i], &s->labels[best]) < 0)
            best = i;
    }
    return best;
}

/* -- the whole ----------------------------------------------------------------------------------
 */

static bool run(search *s, be_arena *arena, be_quantity *stock, plan_found *out)
{
    for (int t = 0; t <= s->months; t++)
        s->entering[t] = NOTHING;
    memcpy(stock, s->model->start, s->stock_width * sizeof *stock);
    label start = {.cost = s->model->fixed_price, .parent = NOTHING, .bought = NOTHING};
    start.way = NOTHING;
    start.stock = intern(s, stock);
    if (start.stock == NOTHING || !look_ahead(s) || !find_useful_units(s) || !enter(s, start, 0))
        return false;
    for (int t = 0; t < s->months; t++) {
        if (!walk_month(s, t, stock))
            return false;
    }
    int best = best_at_end(s);
    out->complete = s->complete;
    out->any = best != NOTHING;
    out->least = amount_add(start.cost, least_cost(s, s->outlook.from[0]));
    if (!out->any)
        return true;
    out->cost = s->labels[best].cost;
    if (out->complete)
        out->least = out->cost;
    return read_back(s, arena, best, out);
}

bool plan_search(be_arena *arena, plan_model *model, plan_order order, plan_found *out)
{
    search s = {.model = model,
                .order = order,
                .months = model->usage->horizon.months,
                .stock_width = plan_stock_width(model),
                .complete = true};
    *out = (plan_found){.any = false};
    be_quantity *stock = malloc(s.stock_width * sizeof *stock);
    bool done = stock != NULL && run(&s, arena, stock, out);
    free(stock);
    free(s.stocks);
    free(s.front);
    free(s.useful);
    free(s.labels);
    return done;
}
