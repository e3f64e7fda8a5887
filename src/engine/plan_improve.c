#include "plan_improve.h"

#include <string.h>

/* One change is made to a copy of the best plan's list of one item. */
typedef struct improving {
    plan_trials *trials;
    be_schedule *plan; /* the best one, but for the list that is being changed */
    be_purchase *list;
    size_t room;
    bool better; /* some change of this round made it better */
    bool failed; /* memory ran out */
} improving;

static const be_schedule *best_of(const improving *s, size_t i)
{
    return &s->trials->best[i];
}

/* Prices the plan with `count` purchases of the list for item i. True where it is the best. */
static bool try_list(improving *s, size_t i, size_t count)
{
    bool better = false;
    memcpy(s->plan, s->trials->best, s->trials->p->count * sizeof *s->plan);
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
    const be_schedule *best = best_of(s, i);
    if (best->count + more > s->room) {
        s->room = 2 * (best->count + more);
        s->list = be_arena_alloc(s->trials->p->arena, s->room, sizeof *s->list);
        s->failed = s->failed || s->list == NULL;
    }
    if (!s->failed && best->count > 0)
        memcpy(s->list, best->purchases, best->count * sizeof *s->list);
    return !s->failed;
}

/* -- changes of one purchase --------------------------------------------------------------------
 */

/* Takes `count` of purchase j away and puts another one in, of which there may be 0. */
static bool replace(improving *s, size_t i, size_t j, be_quantity count, be_purchase with)
{
    size_t length = best_of(s, i)->count;
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
    be_purchase buy = best_of(s, i)->purchases[j];
    if (buy.kind == BE_BUY_CAPACITY || buy.count == 1)
        return replace(s, i, j, buy.count, (be_purchase){.count = 0});
    return replace(s, i, j, 1, (be_purchase){.count = 0}) ||
           replace(s, i, j, buy.count, (be_purchase){.count = 0});
}

/* To any month, later ones first. */
static bool move(improving *s, size_t i, size_t j)
{
    be_purchase buy = best_of(s, i)->purchases[j];
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
    be_purchase buy = best_of(s, i)->purchases[j];
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
    for (size_t j = 0; j < best_of(s, i)->count && !over(s); j++) {
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
            size_t length = best_of(s, i)->count;
            if (!copy_list(s, i, 1))
                return;
            s->list[length] = (be_purchase){kind, item, month, 1, 1};
            try_list(s, i, length + 1);
        }
    }
}

/* The item's own plan changes, the points it buys stay. */
static void take_other_plans(improving *s, size_t i)
{
    const pool_item *item = &s->trials->p->items[i];
    for (size_t j = 0; j < item->plan_count && !over(s); j++) {
        const item_plan *plan = &item->plans[j];
        size_t length = best_of(s, i)->count, kept = 0;
        if (!copy_list(s, i, plan->count))
            return;
        for (size_t k = 0; k < length; k++) {
            if (s->list[k].kind == BE_BUY_GENERAL)
                s->list[kept++] = s->list[k];
        }
        if (plan->count > 0)
            memcpy(&s->list[kept], plan->purchases, plan->count * sizeof *s->list);
        try_list(s, i, kept + plan->count);
    }
}

bool plan_improve(plan_trials *trials)
{
    pool *p = trials->p;
    improving s = {.trials = trials, .better = true};
    s.plan = be_arena_alloc(p->arena, p->count, sizeof *s.plan);
    if (s.plan == NULL)
        return false;
    while (s.better && !over(&s)) {
        s.better = false;
        for (size_t i = 0; i < p->count; i++)
            change_purchases(&s, i);
        for (size_t i = 0; i < p->count; i++)
            take_other_plans(&s, i);
        add_kind(&s, p->buyer, BE_BUY_GENERAL);
        for (size_t i = 0; i < p->count; i++)
            add_kind(&s, i, BE_BUY_PACKAGE);
    }
    return !s.failed;
}
