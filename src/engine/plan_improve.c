#include "plan_improve.h"

#include <string.h>

/* One change is made to a copy of one item's list. */
typedef struct improving {
    plan_trials *trials;
    be_schedule *plan; /* the one at hand, but for the list that is being changed */
    be_purchase *list;
    size_t room;
    bool better; /* some change of this round made it better */
    bool failed; /* memory ran out */
} improving;

static const be_schedule *list_of(const improving *s, size_t i)
{
    return &s->trials->at.items[i];
}

/* Prices the plan with `count` purchases of the list for item i. True where that is better. */
static bool try_list(improving *s, size_t i, size_t count)
{
    bool better = false;
    memcpy(s->plan, s->trials->at.items, s->trials->p->count * sizeof *s->plan);
    s->plan[i] = (be_schedule){s->list, count, false};
    s->failed = s->failed || !plan_try(s->trials, s->plan, &better);
    s->better = s->better || better;
    return better;
}

static bool over(const improving *s)
{
    return s->failed || s->trials->left == 0;
}

/* Makes room for the item's list and some more. */
static bool copy_list(improving *s, size_t i, size_t more)
{
    const be_schedule *old = list_of(s, i);
    if (old->count + more > s->room) {
        s->room = 2 * (old->count + more);
        s->list = be_arena_alloc(s->trials->p->arena, s->room, sizeof *s->list);
        s->failed = s->failed || s->list == NULL;
    }
    if (!s->failed && old->count > 0)
        /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): there is room for some */
        memcpy(s->list, old->purchases, old->count * sizeof *s->list);
    return !s->failed;
}

/* -- changes of one purchase --------------------------------------------------------------------
 */

/* Takes `count` of purchase j away and puts another one in, of which there may be 0. */
static bool replace(improving *s, size_t i, size_t j, be_quantity count, be_purchase with)
{
    size_t length = list_of(s, i)->count;
    if (over(s) || !copy_list(s, i, 1))
        return false;
    s->list[j].count -= count;
    if (with.count > 0)
        s->list[length++] = with;
    if (s->list[j].count == 0) {
        length--;
        memmove(&s->list[j], &s->list[j + 1], (length - j) * sizeof *s->list);
    }
    return try_list(s, i, length);
}

static be_quantity size_of(const improving *s, size_t i, be_purchase_kind kind, size_t item)
{
    const pool *p = s->trials->p;
    return kind == BE_BUY_GENERAL ? p->provider->general_packages[item].points
                                  : p->items[i].product->packages[item].size;
}

static size_t sizes_of(const improving *s, size_t i, be_purchase_kind kind)
{
    const pool *p = s->trials->p;
    if (kind == BE_BUY_PACKAGE)
        return p->items[i].product->package_count;
    return p->provider != NULL ? p->provider->general_package_count : 0;
}

static bool drop(improving *s, size_t i, size_t j)
{
    be_purchase buy = list_of(s, i)->purchases[j];
    if (buy.kind == BE_BUY_CAPACITY || buy.count == 1)
        return replace(s, i, j, buy.count, (be_purchase){.count = 0});
    return replace(s, i, j, 1, (be_purchase){.count = 0}) ||
           replace(s, i, j, buy.count, (be_purchase){.count = 0});
}

/* To any month, later ones first. */
static bool move(improving *s, size_t i, size_t j)
{
    be_purchase buy = list_of(s, i)->purchases[j];
    for (int month = s->trials->p->months - 1; month >= 0; month--) {
        be_purchase moved = buy;
        moved.month = month;
        if (month == buy.month)
            continue;
        if (replace(s, i, j, buy.count, moved))
            return true;
        moved.count = 1;
        if (buy.kind != BE_BUY_CAPACITY && buy.count > 1 && replace(s, i, j, 1, moved))
            return true;
    }
    return false;
}

/* To other sizes, of which as many as hold no less, or one fewer. */
static bool resize(improving *s, size_t i, size_t j)
{
    be_purchase buy = list_of(s, i)->purchases[j];
    for (size_t item = 0; buy.kind != BE_BUY_CAPACITY && item < sizes_of(s, i, buy.kind); item++) {
        be_quantity size = size_of(s, i, buy.kind, item);
        if (item == buy.item || size == 0)
            continue;
        be_quantity units = be_quantity_scale(size_of(s, i, buy.kind, buy.item), buy.count, 1);
        be_purchase other = {buy.kind, item, buy.month, be_quantity_divide_up(units, size), 1};
        if (replace(s, i, j, buy.count, other))
            return true;
        other.count--;
        if (other.count > 0 && replace(s, i, j, buy.count, other))
            return true;
        other.count = 1;
        if (buy.count > 1 && replace(s, i, j, 1, other))
            return true;
    }
    return false;
}

static void change_purchases(improving *s, size_t i)
{
    for (size_t j = 0; j < list_of(s, i)->count && !over(s); j++) {
        if (drop(s, i, j) || resize(s, i, j) || move(s, i, j))
            j = (size_t)-1; /* another list: from its start */
    }
}

/* -- more purchases, and other plans ------------------------------------------------------------
 */

static void add_kind(improving *s, size_t i, be_purchase_kind kind)
{
    for (size_t item = 0; item < sizes_of(s, i, kind); item++) {
        for (int month = s->trials->p->months - 1; month >= 0 && !over(s); month--) {
            size_t length = list_of(s, i)->count;
            if (!copy_list(s, i, 1))
                return;
            s->list[length] = (be_purchase){kind, item, month, 1, 1};
            try_list(s, i, length + 1);
        }
    }
}

/* The item's own plan changes, the points it buys stay. Returns the length of the list. */
static size_t put_plan(improving *s, size_t i, const item_plan *plan)
{
    size_t length = list_of(s, i)->count, kept = 0;
    if (!copy_list(s, i, plan->count))
        return 0;
    for (size_t k = 0; k < length; k++) {
        if (s->list[k].kind == BE_BUY_GENERAL)
            s->list[kept++] = s->list[k];
    }
    if (plan->count > 0)
        /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): copy_list made room */
        memcpy(&s->list[kept], plan->purchases, plan->count * sizeof *s->list);
    return kept + plan->count;
}

static void take_other_plans(improving *s, size_t i)
{
    const pool_item *item = &s->trials->p->items[i];
    for (size_t j = 0; j < item->plan_count && !over(s); j++) {
        size_t length = put_plan(s, i, &item->plans[j]);
        if (!s->failed)
            try_list(s, i, length);
    }
}

static void improve(improving *s)
{
    const pool *p = s->trials->p;
    s->better = true;
    while (s->better && !over(s)) {
        s->better = false;
        for (size_t i = 0; i < p->count; i++)
            change_purchases(s, i);
        for (size_t i = 0; i < p->count; i++)
            take_other_plans(s, i);
        add_kind(s, p->buyer, BE_BUY_GENERAL);
        for (size_t i = 0; i < p->count; i++)
            add_kind(s, i, BE_BUY_PACKAGE);
    }
}

/* -- new starts ---------------------------------------------------------------------------------
 */

/* Starts from the best plan with another list for item i. */
static void start_with(improving *s, size_t i, size_t count)
{
    if (s->failed)
        return;
    memcpy(s->plan, s->trials->at.items, s->trials->p->count * sizeof *s->plan);
    s->plan[i] = (be_schedule){s->list, count, false};
    s->failed = !plan_start(s->trials, s->plan);
    improve(s);
    plan_return(s->trials);
}

static void start_with_other_plans(improving *s, size_t i)
{
    const pool_item *item = &s->trials->p->items[i];
    for (size_t j = 0; j < item->plan_count && !over(s); j++)
        start_with(s, i, put_plan(s, i, &item->plans[j]));
}

/* One package or a pair of them. */
static void start_with_more(improving *s, size_t i, be_purchase_kind kind)
{
    enum { PAIR = 2 };
    for (size_t item = 0; item < sizes_of(s, i, kind); item++) {
        for (int n = 0; n < s->trials->p->months * PAIR && !over(s); n++) {
            size_t length = list_of(s, i)->count;
            if (!copy_list(s, i, 1))
                return;
            s->list[length] = (be_purchase){kind, item, n / PAIR, n % PAIR + 1, 1};
            start_with(s, i, length + 1);
        }
    }
}

static bool same_merit(const plan_merit *a, const plan_merit *b)
{
    return a->lacking == b->lacking && be_amount_compare(a->cost, b->cost) == 0;
}

bool plan_improve(plan_trials *trials)
{
    pool *p = trials->p;
    improving s = {.trials = trials};
    s.plan = be_arena_alloc(p->arena, p->count, sizeof *s.plan);
    if (s.plan == NULL)
        return false;
    plan_return(trials);
    improve(&s);
    for (bool again = true; again && !over(&s);) {
        plan_merit before = trials->best.merit;
        for (size_t i = 0; i < p->count; i++)
            start_with_other_plans(&s, i);
        start_with_more(&s, p->buyer, BE_BUY_GENERAL);
        for (size_t i = 0; i < p->count; i++)
            start_with_more(&s, i, BE_BUY_PACKAGE);
        again = !same_merit(&before, &trials->best.merit);
    }
    return !s.failed;
}
