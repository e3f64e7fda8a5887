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
#include "plan_outlook.h"
#include "purchase_list.h"

enum {
    LABELS_FIRST = 256,
    STOCKS_MAX = 1024,
    NOTHING = -1,
    ASKED_EVERY = 256,  /* labels: whether to give up */
    THINNED_FROM = 4096 /* labels: fewer take little memory */
};

typedef struct label {
    be_amount cost;
    be_amount least;     /* with the rest, at least; of those that enter a month */
    be_quantity balance; /* while a month's purchases are made: net of the month's need */
    int purchases;
    int lateness; /* the months of all purchases added up */
    int last;     /* the last month in which the balance can be used; 0 without any */
    int stock;
    int parent;          /* index of the label it was made from, or NOTHING */
    int next;            /* another label that enters the same month, or NOTHING */
    int bought;          /* index into sizes of the package bought in this step, or NOTHING */
    int month;           /* of that purchase */
    const plan_way *way; /* that capacity is bought by, or NULL */
} label;

typedef struct search {
    plan_model *model;
    const be_arena *arena;
    plan_order order;
    int months;
    plan_outlook outlook;
    label *labels;
    int label_count, label_room;
    int made;                        /* labels in all, those that were let go too */
    int thin_next;                   /* when there are so many, dead ends are let go */
    int entering[BE_MONTHS_MAX + 1]; /* first of the labels that enter a month */
    label *front;                    /* those that enter the month at hand, sorted */
    int front_count, front_room;
    be_quantity *stocks;
    size_t stock_width;
    int stock_count, stock_room;
    int fresh_stocks; /* the first of those that the month at hand made */
    be_amount least;  /* that any plan costs, as far as nothing was left out */
    bool complete;
} search;

/* -- memory -------------------------------------------------------------------------------------
 */

static bool push_label(search *s, label l)
{
    if (s->made == s->order.most) {
        s->complete = false;
        return true;
    }
    if (s->made++ % ASKED_EVERY == 0 && be_arena_interrupted(s->arena))
        return false;
    if (s->label_count == s->label_room) {
        int room = s->label_room == 0 ? LABELS_FIRST : s->label_room * 3 / 2;
        label *more = realloc(s->labels, (size_t)room * sizeof *more);
        if (more == NULL)
            return false;
        s->labels = more;
        s->label_room = room;
    }
    s->labels[s->label_count++] = l;
    return true;
}

/* Which labels those that enter month t came of: NOTHING stands for all others. */
static void mark_alive(const search *s, int t, int *place)
{
    for (int i = 0; i < s->label_count; i++)
        place[i] = NOTHING;
    for (int i = s->entering[t]; i != NOTHING; i = s->labels[i].next) {
        for (int j = i; j != NOTHING && place[j] == NOTHING; j = s->labels[j].parent)
            place[j] = j;
    }
}

/* Moves labels up, in their order: a parent stands before what is made from it. */
static void move_up(search *s, int *place)
{
    int count = 0;
    for (int i = 0; i < s->label_count; i++) {
        if (place[i] == NOTHING)
            continue;
        label l = s->labels[i];
        l.parent = l.parent == NOTHING ? NOTHING : place[l.parent];
        place[i] = count;
        s->labels[count++] = l;
    }
    s->label_count = count;
}

static void link_entering(search *s, int t, const int *place)
{
    int *link = &s->entering[t];
    for (int i = *link; i != NOTHING; i = *link) {
        *link = place[i];
        link = &s->labels[place[i]].next;
    }
}

/* Before month t: nine labels in ten are such that none that enters it came of them. */
static void let_dead_ends_go(search *s, int t)
{
    if (s->label_count < s->thin_next)
        return;
    int *place = malloc((size_t)s->label_count * sizeof *place);
    if (place != NULL) { /* else they stay */
        mark_alive(s, t, place);
        move_up(s, place);
        link_entering(s, t, place);
    }
    free(place);
    s->thin_next = s->label_count * 3 / 2 + THINNED_FROM;
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

static const be_quantity *stock_of(const search *s, int stock)
{
    return &s->stocks[(size_t)stock * s->stock_width];
}

static be_amount least_for(const search *s, const label *l, int t)
{
    return amount_add(
        l->cost, plan_outlook_least(&s->outlook, t, l->balance, l->last, stock_of(s, l->stock)));
}

/* Whether the cheapest plan can come of a label that has the months from t on before it. */
static bool promising(const search *s, const label *l, int t)
{
    return amount_compare(least_for(s, l, t), s->order.upper) <= 0;
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
    l.least = least_for(s, &l, month);
    if (amount_compare(l.least, s->order.upper) > 0)
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
        /* NOLINTNEXTLINE(clang-analyzer-optin.portability.UnixAPI): there is one at least */
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
        l.bought = NOTHING;
        l.way = NULL;
        s->front[s->front_count++] = l;
    }
    return true;
}

static int compare_promise(const void *a, const void *b)
{
    const label *x = a, *y = b;
    int order = amount_compare(x->least, y->least);
    return order != 0 ? order : compare_merits(x, y);
}

/* Keeps those alone that promise most: by cost and by what the rest costs at least. */
static void narrow(search *s)
{
    int width = s->order.width;
    if (width == 0 || s->front_count <= width)
        return;
    s->complete = false;
    qsort(s->front, (size_t)s->front_count, sizeof *s->front, compare_promise);
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
    plan_month month;
    be_quantity idle; /* units that must be there though none is used: for the balance's sake */
    be_quantity cap;  /* no larger balance is of use */
    int last;         /* month that what is bought can be used in */
    int stock;        /* at the month's end */
} meeting;

static label with_way(const meeting *m, const label *from)
{
    label l = *from;
    l.stock = m->stock;
    l.cost = amount_add(l.cost, m->way->price);
    l.way = m->way;
    l.month = m->t;
    l.purchases += m->way->count;
    l.lateness += m->way->count * m->t;
    return l;
}

static label with_package(const search *s, const meeting *m, int from, size_t size)
{
    const label *old = &s->labels[from];
    label l = *old;
    l.cost = amount_add(old->cost, s->model->sizes[size].price);
    l.balance = old->balance + s->model->sizes[size].units;
    l.last = m->last;
    if (s->order.costs == COSTS_LEAST && l.balance > m->cap)
        l.balance = m->cap;
    l.purchases++;
    l.lateness += m->t;
    l.parent = from;
    l.bought = (int)size;
    l.way = NULL;
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
        /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): there was a source */
        if (candidate.balance <= highest || !promising(s, &candidate, m->t + 1))
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

/* Where a package has to lift the limit, none of them is left to pay: points pay for all. */
static label paid(const search *s, const meeting *m, label l, be_quantity units)
{
    const payg_month *month = &m->month.payg;
    be_amount cost = m->way->plain
                         ? cost_of(s, month, units)
                         : amount_add(cost_of(s, month, 0), amount_times(month->points, units));
    l.cost = amount_add(l.cost, cost);
    return l;
}

/* Makes a chain's own label of one that stands among the labels. */
static label step_from(const search *s, int index)
{
    label l = s->labels[index];
    l.parent = index;
    l.bought = NOTHING;
    l.way = NULL;
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
            if (l.balance > m->cap)
                l.balance = m->cap;
            if (!enter(s, paid(s, m, l, 0), m->t + 1))
                return false;
            continue;
        }
        if ((!m->way->plain && !m->month.payg.pool) || l.balance >= 0)
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

/* The stock in which month t ends by a way that begins with `before`. NOTHING without memory. */
static int run_month(search *s, meeting *m, const be_quantity *before, be_quantity *stock)
{
    const year_term running = {before[STOCK_YEAR_LEVEL], (int)before[STOCK_YEAR_UNTIL]};
    memcpy(stock, before, s->stock_width * sizeof *stock);
    m->month = plan_step(s->model, m->t, m->way->days, stock);
    year_term after = year_term_after(running, m->way, m->t);
    stock[STOCK_YEAR_LEVEL] = after.level;
    stock[STOCK_YEAR_UNTIL] = after.until;
    return intern(s, stock);
}

/* `stock` has room for one. */
static bool walk_way(search *s, int t, const plan_way *way, be_quantity *stock, int first, int last)
{
    if (be_arena_interrupted(s->arena))
        return false;
    const plan_model *model = s->model;
    meeting m = {.t = t, .way = way};
    m.stock = run_month(s, &m, stock_of(s, s->front[first].stock), stock);
    if (m.stock == NOTHING)
        return false;
    if (!way->plain && !model->pool && !m.month.had_balance && m.month.open == 0)
        m.idle = 1;
    m.last = t + model->validity - 1;
    if (m.last > s->months)
        m.last = s->months;
    m.cap = plan_outlook_between(&s->outlook, t + 1, t + model->validity) +
            (model->ways.lifted ? 1 : 0);
    if (m.cap < m.idle)
        m.cap = m.idle;
    return meet(s, &m, first, last);
}

/* The labels of one stock go through month t by each of its ways. */
static bool walk_ways(search *s, int t, be_quantity *stock, int first, int last)
{
    const be_quantity *before = stock_of(s, s->front[first].stock);
    const year_term running = {before[STOCK_YEAR_LEVEL], (int)before[STOCK_YEAR_UNTIL]};
    const plan_way_list *ways = plan_ways_at(&s->model->ways, t, running);
    if (ways == NULL)
        return false;
    for (int i = 0; i < ways->count; i++) {
        if (s->order.costs == COSTS_LEAST && ways->items[i].outdone)
            continue;
        if (!walk_way(s, t, &ways->items[i], stock, first, last))
            return false;
    }
    return true;
}

/* Every plan goes on from one of the front, or costs more than the upper one. */
static void note_least(search *s)
{
    if (!s->complete)
        return;
    be_amount least = s->order.upper;
    for (int i = 0; i < s->front_count; i++) {
        if (amount_compare(s->front[i].least, least) < 0)
            least = s->front[i].least;
    }
    if (amount_is_known(least) && amount_compare(least, s->least) > 0)
        s->least = least;
}

static bool walk_month(search *s, int t, be_quantity *stock)
{
    let_dead_ends_go(s, t);
    if (!gather_front(s, t))
        return false;
    if (s->front_count == 0)
        return true;
    s->fresh_stocks = s->stock_count;
    note_least(s);
    sort_front(s);
    if (be_arena_interrupted(s->arena))
        return false;
    drop_superfluous(s);
    if (s->order.width > 0) {
        narrow(s);
        sort_front(s);
    }
    for (int first = 0, last; first < s->front_count; first = last) {
        for (last = first + 1;
             last < s->front_count && s->front[last].stock == s->front[first].stock;)
            last++;
        if (!walk_ways(s, t, stock, first, last))
            return false;
        if (s->stock_count > STOCKS_MAX) {
            s->complete = false;
            break;
        }
    }
    return true;
}

/* -- reading the plan back ----------------------------------------------------------------------
 */

static bool read_back(const search *s, be_arena *arena, int best, plan_found *out)
{
    const plan_model *m = s->model;
    size_t most = m->ways.fixed_count;
    for (int i = best; i != NOTHING; i = s->labels[i].parent)
        most += WAY_BUYS_MAX + 1;
    out->purchases = be_arena_alloc(arena, most + 1, sizeof *out->purchases);
    if (out->purchases == NULL)
        return false;
    for (size_t i = 0; i < m->ways.fixed_count; i++)
        purchase_list_add(out->purchases, &out->count, m->ways.fixed[i]);
    for (int i = best; i != NOTHING; i = s->labels[i].parent) {
        const label *l = &s->labels[i];
        for (int j = 0; l->way != NULL && j < l->way->count; j++)
            purchase_list_add(out->purchases, &out->count, l->way->buys[j]);
        if (l->bought != NOTHING) {
            const plan_size *size = &m->sizes[l->bought];
            purchase_list_add(out->purchases, &out->count,
                              (be_purchase){size->kind, size->item, l->month, 1, 1});
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
    label start = {.cost = s->model->ways.fixed_price, .parent = NOTHING, .bought = NOTHING};
    start.stock = intern(s, stock);
    if (start.stock == NOTHING || !enter(s, start, 0))
        return false;
    for (int t = 0; t < s->months; t++) {
        if (!walk_month(s, t, stock))
            return false;
    }
    int best = best_at_end(s);
    out->complete = s->complete;
    out->any = best != NOTHING;
    out->least = out->any || !out->complete ? s->least : s->order.upper;
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
                .arena = arena,
                .order = order,
                .months = model->usage->horizon.months,
                .stock_width = plan_stock_width(model),
                .thin_next = THINNED_FROM,
                .least = be_amount_zero(),
                .complete = true};
    if (s.order.most == 0)
        s.order.most = BE_OPTIMUM_LABELS;
    *out = (plan_found){.any = false};
    be_quantity *stock = malloc(s.stock_width * sizeof *stock);
    bool done = stock != NULL && plan_outlook_make(&s.outlook, arena, model, order.tail) &&
                run(&s, arena, stock, out);
    free(stock);
    free(s.stocks);
    free(s.front);
    free(s.labels);
    return done;
}
