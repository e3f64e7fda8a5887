#include "plan_tail.h"

#include "amount_ops.h"
#include "divisor.h"

/* Finer scales bound better, and take longer to make: cells times combinations. */
enum { CELLS = 128, COMBOS = 256 };

/* So many units or more of large packages, and what they cost at least. */
typedef struct large_combo {
    be_quantity units;
    be_amount price;
} large_combo;

/* What is needed to make a tail. */
typedef struct tail_maker {
    plan_tail *tail;
    be_arena *arena;
    const plan_model *model;
    payg_month payg[BE_MONTHS_MAX];
    plan_size *sizes; /* the model's, rising */
    size_t large;     /* the first of the large ones */
    be_quantity unit; /* that all large ones have in common, but for those that cover all */
    be_quantity busiest;
    large_combo *combos;
    int combo_count;
    be_amount *paid; /* as a month's `least`, for the month alone */
} tail_maker;

/* -- what is open -------------------------------------------------------------------------------
 */

static void add_up(tail_maker *k, const plan_month *months)
{
    plan_tail *tail = k->tail;
    for (int t = tail->months - 1; t >= 0; t--) {
        tail->from[t] = tail->from[t + 1] + months[t].open;
        k->payg[t] = months[t].payg;
    }
    while (tail->from[0] >> tail->shift > (be_quantity)CELLS * tail->months)
        tail->shift++;
    for (int t = 0; t < tail->months; t++) {
        int end = t + tail->validity < tail->months ? t + tail->validity : tail->months;
        be_quantity units = tail->from[t] - tail->from[end];
        k->busiest = units > k->busiest ? units : k->busiest;
    }
}

/* -- combinations -------------------------------------------------------------------------------
 */

static bool sort_sizes(tail_maker *k)
{
    const plan_model *m = k->model;
    k->sizes = be_arena_alloc(k->arena, m->size_count + 1, sizeof *k->sizes);
    if (k->sizes == NULL)
        return false;
    for (size_t i = 0; i < m->size_count; i++) {
        size_t j = i;
        for (; j > 0 && k->sizes[j - 1].units > m->sizes[i].units; j--)
            k->sizes[j] = k->sizes[j - 1];
        k->sizes[j] = m->sizes[i];
    }
    return true;
}

/* The largest number that divides the sizes from one on, of those that do not cover all. */
static be_quantity unit_from(const tail_maker *k, size_t first)
{
    be_quantity unit = 0;
    for (size_t i = first; i < k->model->size_count && k->sizes[i].units < k->busiest; i++)
        unit = common_divisor(k->sizes[i].units, unit);
    return unit > 0 ? unit : k->busiest;
}

/* Takes for small what would make too many combinations. */
static void part_sizes(tail_maker *k)
{
    be_quantity least = be_quantity_divide_up(k->busiest, COMBOS);
    k->unit = unit_from(k, 0);
    while (k->unit < least)
        k->unit = unit_from(k, ++k->large);
    for (size_t i = 0; i < k->large; i++) {
        be_amount each = amount_divide_down(k->sizes[i].price, k->sizes[i].units);
        for (int t = 0; t < k->tail->months; t++) {
            payg_month *month = &k->payg[t];
            if (!month->pool || amount_compare(each, month->points) < 0)
                month->points = each;
            month->pool = true;
        }
    }
}

/* Lists the least price of each number of units or more, and of those the most units. */
static bool list_combos(tail_maker *k)
{
    size_t count = (size_t)be_quantity_divide_up(k->busiest, k->unit);
    large_combo *all = be_arena_alloc(k->arena, count + 1, sizeof *all);
    if (all == NULL)
        return false;
    for (size_t i = 1; i <= count; i++) {
        all[i].units = (be_quantity)i * k->unit;
        all[i].price = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        for (size_t j = k->large; j < k->model->size_count; j++) {
            be_quantity units = be_quantity_divide_up(k->sizes[j].units, k->unit);
            size_t before = (be_quantity)i > units ? i - (size_t)units : 0;
            be_amount price = amount_add(all[before].price, k->sizes[j].price);
            if (amount_compare(price, all[i].price) < 0)
                all[i].price = price;
        }
    }
    for (size_t i = 0; i <= count && amount_is_known(all[i].price); i++) {
        if (i == count || amount_compare(all[i].price, all[i + 1].price) < 0)
            all[k->combo_count++] = all[i];
    }
    k->combos = all;
    return true;
}

/* -- month by month, from the end ---------------------------------------------------------------
 */

/* Where so many units stand, and how many stand there at least. */
static size_t cell_of(const plan_tail *tail, be_quantity units)
{
    return (size_t)((units - 1) >> tail->shift);
}

static be_quantity short_of(const plan_tail *tail, size_t cell)
{
    return ((be_quantity)cell << tail->shift) + 1;
}

static be_amount least_if_short(const plan_tail *tail, int t, be_quantity units)
{
    return tail->least[t][cell_of(tail, units)];
}

/* As plan_tail_least, if month `end` is the first one that the balance does not cover. */
static be_amount least_after(const plan_tail *tail, int t, int end, be_quantity balance, int last)
{
    if (end == tail->months)
        return be_amount_zero();
    if (end > last)
        return tail->anew[last + 1];
    return least_if_short(tail, end, tail->from[t] - tail->from[end + 1] - balance);
}

/* What is not covered is paid for. */
static be_amount least_paying(const tail_maker *k, int t, be_quantity units)
{
    const plan_tail *tail = k->tail;
    return amount_add(k->paid[cell_of(tail, units)], tail->anew[t + 1]);
}

static be_amount least_buying(const tail_maker *k, int t, be_quantity units)
{
    const plan_tail *tail = k->tail;
    be_amount least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    int last = t + tail->validity - 1, end = t + 1;
    last = last < tail->months ? last : tail->months - 1;
    for (int i = 0; i < k->combo_count; i++) {
        const large_combo *combo = &k->combos[i];
        be_quantity left = combo->units - units;
        while (left >= 0 && end <= last && tail->from[t + 1] - tail->from[end + 1] <= left)
            end++;
        be_amount rest =
            left < 0 ? least_paying(k, t, -left) : least_after(tail, t + 1, end, left, last);
        be_amount cost = amount_add(combo->price, rest);
        if (amount_compare(cost, least) < 0)
            least = cost;
        if (left >= 0 && end > last)
            break;
    }
    return least;
}

static bool walk_back(tail_maker *k)
{
    plan_tail *tail = k->tail;
    tail->anew[tail->months] = be_amount_zero();
    for (int t = tail->months - 1; t >= 0; t--) {
        be_quantity open = tail->from[t] - tail->from[t + 1];
        size_t cells = open > 0 ? cell_of(tail, open) + 1 : 0;
        tail->least[t] = be_arena_alloc(k->arena, cells + 1, sizeof *tail->least[t]);
        k->paid = be_arena_alloc(k->arena, cells + 1, sizeof *k->paid);
        if (tail->least[t] == NULL || k->paid == NULL)
            return false;
        for (size_t i = 0; i < cells; i++)
            k->paid[i] = payg_least(&k->payg[t], short_of(tail, i));
        for (size_t i = 0; i < cells; i++)
            tail->least[t][i] = least_buying(k, t, short_of(tail, i));
        tail->anew[t] = open > 0 ? least_buying(k, t, open) : tail->anew[t + 1];
    }
    return true;
}

/* -- the whole ----------------------------------------------------------------------------------
 */

bool plan_tail_make(plan_tail *tail, be_arena *arena, plan_model *model)
{
    tail_maker k = {.tail = tail, .arena = arena, .model = model};
    plan_month months[BE_MONTHS_MAX];
    *tail = (plan_tail){.months = model->usage->horizon.months, .validity = model->validity};
    if (!plan_run_months(model, arena, months) || !sort_sizes(&k))
        return false;
    add_up(&k, months);
    if (k.busiest == 0)
        return true;
    part_sizes(&k);
    return list_combos(&k) && walk_back(&k);
}

/* The first month that so many units do not cover, by halves. */
static int first_short(const plan_tail *tail, int t, be_quantity units)
{
    be_quantity left = tail->from[t] - units;
    int low = t, high = tail->months;
    while (low < high) {
        int middle = (low + high) / 2;
        if (tail->from[middle + 1] < left)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

be_amount plan_tail_least(const plan_tail *tail, int t, be_quantity balance, int last)
{
    if (balance < 0)
        return least_if_short(tail, t - 1, -balance);
    if (balance == 0)
        return tail->anew[t];
    return least_after(tail, t, first_short(tail, t, balance), balance, last);
}
