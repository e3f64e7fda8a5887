#include "oracle_year.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { STATES = 100000, TRIES = 400000, FIRST_ROOM = 1024, YEAR_LENGTH = 12, THOUSAND = 1000 };

/* What a month starts with. */
typedef struct balances {
    int16_t free_left;
    int16_t left[YEAR_MONTHS];    /* of packages, by the last month in which they can be used */
    int16_t running[YEAR_LEVELS]; /* for so many days: capacity of 1, 2, ... or more */
} balances;

typedef struct state {
    balances have;
    long cost;
    int purchases, when;
} state;

/* All states of a month, each kind of balances once: the best of its kind. */
typedef struct states {
    state *items;
    int32_t *slots; /* by hash; -1: none */
    int count, room;
} states;

typedef struct search {
    const plain_year *y;
    long most;
    long rate[YEAR_MONTHS]; /* the least that a unit can cost, in thousandths */
    long dearest;           /* of them */
    states next;
    year_plan best;
    int t;
    int tries;
    bool failed;
} search;

/* -- the table of states ------------------------------------------------------------------------
 */

_Static_assert(sizeof(balances) % sizeof(uint64_t) == 0, "balances are hashed by words");

static uint64_t hash_of(const balances *b)
{
    const char *bytes = (const char *)b;
    uint64_t hash = 0, word;
    for (size_t i = 0; i < sizeof *b; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash;
}

static int32_t *slot_of(const states *s, const balances *b)
{
    uint64_t mask = (uint64_t)s->room * 2 - 1;
    uint64_t i = hash_of(b) & mask;
    while (s->slots[i] >= 0 && memcmp(&s->items[s->slots[i]].have, b, sizeof *b) != 0)
        i = (i + 1) & mask;
    return &s->slots[i];
}

static bool open_states(states *s, int room)
{
    *s = (states){.room = room};
    s->items = malloc((size_t)room * sizeof *s->items);
    s->slots = malloc((size_t)room * 2 * sizeof *s->slots);
    if (s->items == NULL || s->slots == NULL)
        return false;
    memset(s->slots, -1, (size_t)room * 2 * sizeof *s->slots);
    return true;
}

static void close_states(states *s)
{
    free(s->items);
    free(s->slots);
}

static bool grow(states *s)
{
    states larger;
    bool done = open_states(&larger, s->room * 2);
    for (int i = 0; done && i < s->count; i++) {
        *slot_of(&larger, &s->items[i].have) = larger.count;
        larger.items[larger.count++] = s->items[i];
    }
    if (!done) {
        close_states(&larger);
        return false;
    }
    close_states(s);
    *s = larger;
    return true;
}

static bool better(long cost, int purchases, int when, const state *than)
{
    if (cost != than->cost)
        return cost < than->cost;
    return purchases != than->purchases ? purchases < than->purchases : when > than->when;
}

static void keep(search *s, const state *new)
{
    int32_t *slot = slot_of(&s->next, &new->have);
    if (*slot >= 0) {
        if (better(new->cost, new->purchases, new->when, &s->next.items[*slot]))
            s->next.items[*slot] = *new;
        return;
    }
    if (s->next.count == STATES || (s->next.count == s->next.room && !grow(&s->next))) {
        s->failed = true;
        return;
    }
    slot = slot_of(&s->next, &new->have);
    *slot = s->next.count;
    s->next.items[s->next.count++] = *new;
}

/* -- what can be given up: what at its cheapest costs too much already --------------------------
 */

static void lower(long *rate, long price, int units)
{
    long each = units > 0 ? price * THOUSAND / units : *rate;
    if (price >= 0 && each < *rate)
        *rate = each;
}

static int units_between(const plain_year *y, int first, int last)
{
    int sum = 0;
    for (int t = first; t <= last && t < y->months; t++)
        sum += y->units[t];
    return sum;
}

static int busiest_year(const plain_year *y)
{
    int most = 0;
    for (int t = 0; t < y->months; t++) {
        int units = units_between(y, t, t + YEAR_LENGTH - 1);
        most = units > most ? units : most;
    }
    return most;
}

static void lower_to_capacity(const plain_year *y, int t, long *rate)
{
    for (int level = y->least; level <= y->most; level++) {
        lower(rate, y->term_price[YEAR_DAY][level] * y->days[t], y->units[t]);
        lower(rate, y->term_price[YEAR_MONTH][level], y->units[t]);
        lower(rate, y->term_price[YEAR_YEAR][level], busiest_year(y));
    }
}

static void fill_rates(search *s)
{
    const plain_year *y = s->y;
    for (int t = 0; t < y->months; t++) {
        long rate = s->most * THOUSAND;
        for (int i = 0; i < y->sizes; i++)
            lower(&rate, y->price[i], y->size[i]);
        for (int units = 1; y->payg && units <= y->units[t]; units++) {
            for (int before = 0; before + units <= y->units[t]; before++)
                lower(&rate, y->charge(y->context, before, units), units);
        }
        if (y->sold && y->calls_free)
            lower_to_capacity(y, t, &rate);
        s->rate[t] = rate;
        s->dearest = rate > s->dearest ? rate : s->dearest;
    }
}

/* No plan spends less on the months from t on. */
static long least_rest(const search *s, const balances *have, int t)
{
    const plain_year *y = s->y;
    long sum = 0;
    int owned = have->free_left, day = 0;
    for (int i = t; i < y->months; i++) {
        if (!y->calls_free || have->running[0] <= day)
            sum += y->units[i] * s->rate[i];
        day += y->days[i];
        owned += have->left[i] + (i > t ? y->free_again : 0);
    }
    sum -= owned * s->dearest;
    return sum > 0 ? sum / THOUSAND : 0;
}

/* -- one month ----------------------------------------------------------------------------------
 */

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* What the layers make of one month. */
typedef struct month_use {
    int rest, package;
    bool had_package;
} month_use;

static int free_days_in(const plain_year *y, int t)
{
    if (y->free_days == 0 || y->free_again > 0)
        return y->days[t];
    int left = y->free_days;
    for (int i = 0; i < t; i++)
        left -= y->days[i];
    return left < 0 ? 0 : smaller(left, y->days[t]);
}

static void use_free(const plain_year *y, int t, balances *have, month_use *use)
{
    int units = smaller(have->free_left, use->rest * free_days_in(y, t) / y->days[t]);
    have->free_left = (int16_t)(have->free_left - units);
    use->rest -= units;
}

static void use_qps(const plain_year *y, int t, const balances *have, month_use *use)
{
    if (y->calls_free)
        use->rest -= use->rest * smaller(have->running[0], y->days[t]) / y->days[t];
}

static void use_packages(const plain_year *y, int t, balances *have, month_use *use)
{
    for (int last = t; last < y->months; last++) {
        int units = smaller(have->left[last], use->rest);
        have->left[last] = (int16_t)(have->left[last] - units);
        use->rest -= units;
        use->package += units;
    }
}

static month_use use_month(const plain_year *y, int t, balances *have)
{
    month_use use = {.rest = y->units[t]};
    for (int last = t; last < y->months; last++)
        use.had_package = use.had_package || have->left[last] > 0;
    for (int i = 0; i < YEAR_LAYERS; i++) {
        if (y->order[i] == YEAR_FREE)
            use_free(y, t, have, &use);
        else if (y->order[i] == YEAR_QPS)
            use_qps(y, t, have, &use);
        else
            use_packages(y, t, have, &use);
    }
    return use;
}

/* The highest level that runs for so many days. */
static int level_for(const balances *have, int days)
{
    int level = YEAR_LEVELS;
    while (level > 0 && have->running[level - 1] < days)
        level--;
    return level;
}

static bool carries(const plain_year *y, int base, int level, int need)
{
    int limit = base;
    if (level > 0 && y->lifts_to > 0)
        limit = y->lifts_to;
    else if (level > 0)
        limit = level + (y->additive && base != YEAR_UNSTATED ? base : 0);
    return limit == YEAR_UNSTATED || limit >= need;
}

/* On every day the level that runs then takes the place of the limit, even of a higher one. */
static bool carried(const plain_year *y, int t, const balances *have, const month_use *use)
{
    bool lifted = use->had_package && use->rest == 0 && y->with_package != YEAR_UNSTATED;
    int base = lifted ? y->with_package : y->limit;
    for (int day = 1; y->units[t] > 0 && day <= y->days[t]; day++) {
        int need = day <= y->peak_days[t] ? y->peak[t] : y->steady[t];
        if (!carries(y, base, level_for(have, day), need))
            return false;
    }
    return true;
}

/* More than can be asked of a balance in its time is as good as all of it. */
static void end_month(const plain_year *y, int t, balances *have)
{
    have->left[t] = 0;
    if (y->free_again > 0)
        have->free_left = (int16_t)y->free_again;
    for (int last = t + 1; last < y->months; last++)
        have->left[last] = (int16_t)smaller(have->left[last], units_between(y, t + 1, last));
    for (int i = 0; i < YEAR_LEVELS; i++)
        have->running[i] = (int16_t)(have->running[i] - smaller(have->running[i], y->days[t]));
}

static void end_plan(search *s, const state *last)
{
    const year_plan *best = &s->best;
    const state so_far = {.cost = best->cost, .purchases = best->purchases, .when = best->when};
    if (best->found && !better(last->cost, last->purchases, last->when, &so_far))
        return;
    s->best = (year_plan){
        .found = true, .cost = last->cost, .purchases = last->purchases, .when = last->when};
}

static void settle(search *s, state now)
{
    const plain_year *y = s->y;
    s->failed = s->failed || ++s->tries > TRIES;
    month_use use = use_month(y, s->t, &now.have);
    if ((use.rest > 0 && !y->payg) || !carried(y, s->t, &now.have, &use))
        return;
    if (y->payg)
        now.cost += y->charge(y->context, y->gross ? use.package : 0, use.rest);
    end_month(y, s->t, &now.have);
    if (now.cost + least_rest(s, &now.have, s->t + 1) > s->most)
        return;
    if (s->t + 1 == y->months)
        end_plan(s, &now);
    else
        keep(s, &now);
}

/* -- all that can be bought in one month --------------------------------------------------------
 */

static void pay(const search *s, state *now, long price)
{
    now->cost += price;
    now->purchases++;
    now->when += s->t;
}

static void buy_capacity(search *s, state now, int level);

static void try_term(search *s, state now, int level, int days, long price)
{
    if (now.have.running[level - 1] >= days || now.cost + price > s->most)
        return;
    pay(s, &now, price);
    for (int i = 0; i < level; i++) {
        if (now.have.running[i] < days)
            now.have.running[i] = (int16_t)days;
    }
    buy_capacity(s, now, level - 1);
}

static int days_of_year(const plain_year *y, int t)
{
    int sum = 0;
    for (int i = t; i < t + YEAR_LENGTH && i < y->months; i++)
        sum += y->days[i];
    return sum;
}

/* Of this level nothing, so many days, a month or a year; then of the lower ones. */
static void buy_capacity(search *s, state now, int level)
{
    const plain_year *y = s->y;
    if (!y->sold || level < y->least) {
        settle(s, now);
        return;
    }
    buy_capacity(s, now, level - 1);
    int days = y->days[s->t];
    for (int n = 1; y->term_price[YEAR_DAY][level] >= 0 && n <= days; n++) {
        if (y->calls_free || n == days || n == y->peak_days[s->t])
            try_term(s, now, level, n, n * y->term_price[YEAR_DAY][level]);
    }
    if (y->term_price[YEAR_MONTH][level] >= 0)
        try_term(s, now, level, days, y->term_price[YEAR_MONTH][level]);
    if (y->term_price[YEAR_YEAR][level] >= 0)
        try_term(s, now, level, days_of_year(y, s->t), y->term_price[YEAR_YEAR][level]);
}

static void order(search *s, state *now, int level, int days, long price)
{
    pay(s, now, price);
    for (int i = 0; i < level; i++)
        now->have.running[i] = (int16_t)days;
}

/* A level for some days, and then a lower one for more. */
static void order_two_levels(search *s, const state *now, int level, int first)
{
    const plain_year *y = s->y;
    const long *price = y->term_price[YEAR_DAY];
    int days = y->days[s->t];
    for (int lower = y->least; lower < level; lower++) {
        for (int n = y->calls_free ? 1 : days - first; first + n <= days; n++) {
            state both = *now;
            order(s, &both, level, first, first * price[level]);
            order(s, &both, lower, first + n, n * price[lower]);
            settle(s, both);
        }
    }
}

static void order_days(search *s, const state *now, int level)
{
    const plain_year *y = s->y;
    int days = y->days[s->t], peak = y->peak_days[s->t];
    for (int n = 1; n <= days; n++) {
        state one = *now;
        order(s, &one, level, n, n * y->term_price[YEAR_DAY][level]);
        settle(s, one);
        if (n < days && (n == peak || n == 1 || n == days / 2))
            order_two_levels(s, now, level, n);
    }
}

/* Nothing while something runs; else nothing, or one order, or days of two levels. */
static void order_one_at_a_time(search *s, const state *now)
{
    const plain_year *y = s->y;
    settle(s, *now);
    for (int level = y->least; y->sold && now->have.running[0] == 0 && level <= y->most; level++) {
        const int days[] = {[YEAR_MONTH] = y->days[s->t], [YEAR_YEAR] = days_of_year(y, s->t)};
        for (int term = YEAR_MONTH; term < YEAR_TERMS; term++) {
            state one = *now;
            if (y->term_price[term][level] < 0)
                continue;
            order(s, &one, level, days[term], y->term_price[term][level]);
            settle(s, one);
        }
        if (y->term_price[YEAR_DAY][level] >= 0)
            order_days(s, now, level);
    }
}

static void buy_packages(search *s, state now, int size)
{
    const plain_year *y = s->y;
    if (now.cost > s->most || s->failed)
        return;
    if (size == y->sizes) {
        if (y->one_at_a_time)
            order_one_at_a_time(s, &now);
        else
            buy_capacity(s, now, y->most);
        return;
    }
    buy_packages(s, now, size + 1);
    int last = smaller(s->t + y->validity[size], y->months) - 1;
    int useful = units_between(y, s->t, last);
    for (int units = 0; units < useful; units += y->size[size]) {
        pay(s, &now, y->price[size]);
        now.have.left[last] = (int16_t)smaller(now.have.left[last] + y->size[size], useful);
        buy_packages(s, now, size + 1);
    }
}

/* -- all months ---------------------------------------------------------------------------------
 */

static state first_state(const plain_year *y)
{
    state first;
    memset(&first, 0, sizeof first);
    first.have.free_left = (int16_t)y->free_left;
    for (int i = 0; i < y->owned; i++)
        first.have.left[smaller(y->owned_last[i], y->months - 1)] += (int16_t)y->owned_left[i];
    return first;
}

static void go_through_months(search *s)
{
    state first = first_state(s->y);
    keep(s, &first);
    for (s->t = 0; s->t < s->y->months && !s->failed; s->t++) {
        states now = s->next;
        if (!open_states(&s->next, FIRST_ROOM))
            s->failed = true;
        for (int i = 0; i < now.count && !s->failed; i++)
            buy_packages(s, now.items[i], 0);
        close_states(&now);
    }
}

year_plan plain_cheapest_year(const plain_year *year, long most)
{
    search s = {.y = year, .most = most};
    if (!open_states(&s.next, FIRST_ROOM)) {
        close_states(&s.next);
        return (year_plan){.too_many = true};
    }
    fill_rates(&s);
    go_through_months(&s);
    close_states(&s.next);
    return s.failed ? (year_plan){.too_many = true} : s.best;
}
