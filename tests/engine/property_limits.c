/* Whether loads are carried, against the day-by-day oracle; and what is bought to carry them. */
#include "engine_plan.h"
#include "engine_test.h"
#include "oracle_limits.h"
#include "property.h"
#include "random_plan.h"

enum {
    CASES = 40000,
    BOOKED = PLAIN_BOOKINGS * PLAIN_MONTHS,
    MOST_STATED = 6,
    MICROSECONDS_A_MILLISECOND = 1000,
    YEAR = 2027
};

/* A product with limits, in both terms, and the loads and bookings of its months. */
typedef struct limits_case {
    plain_limits limits;
    plain_plan plain;
    engine_plan plan;
    be_capacity_price prices[2];
    be_band price_bands[2];
    plain_booking booked[BOOKED];
    int booked_in[BOOKED]; /* month */
    int booking_count;
    plain_load load; /* what all months have in common */
    bool many;       /* calls, too many for the oracle of bills, but no packages either */
} limits_case;

static plain_limit random_limit(random_source *r)
{
    if (random_chance(r, 30))
        return (plain_limit){false, 0};
    return (plain_limit){true, random_chance(r, 10) ? PLAIN_UNLIMITED
                                                    : (int)random_between(r, 1, MOST_STATED)};
}

static plain_limits random_limits(random_source *r)
{
    plain_limits l = {.qps = random_limit(r),
                      .with_package = random_limit(r),
                      .rps = random_chance(r, 50) ? random_limit(r) : (plain_limit){false, 0},
                      .concurrency = random_limit(r),
                      .queues = random_chance(r, 50),
                      .sold = random_chance(r, 70),
                      .sold_qps = random_chance(r, 50),
                      .additive = random_chance(r, 50),
                      .overlap = random_chance(r, 30),
                      .max =
                          random_chance(r, 30) ? (int)random_between(r, MOST_STATED + 1, 9) : 100};
    if (random_chance(r, 15))
        l.lifts_to = (int)random_between(r, MOST_STATED, 12);
    return l;
}

static void random_load(random_source *r, limits_case *c)
{
    static const int hours[] = {1, 2, 8, 24};
    c->load = (plain_load){.busy_hours = hours[random_between(r, 0, COUNT_OF(hours) - 1)],
                           .qps = random_chance(r, 40) ? (int)random_between(r, 1, 8) : 0,
                           .concurrency = random_chance(r, 60) ? (int)random_between(r, 1, 8) : 0,
                           .peak_days = random_chance(r, 60) ? (int)random_between(r, 1, 31) : 0};
}

/* So many calls that the volume alone asks for several queries a second or tasks at once. */
static void random_many_calls(random_source *r, limits_case *c)
{
    plain_item *it = &c->plain.items[0];
    it->purchase_count = it->owned_count = 0;
    c->load.milliseconds = random_chance(r, 70) ? 250 * (int)random_between(r, 1, 16) : 0;
    for (int t = 0; t < c->plain.months; t++) {
        long busy = (long)c->plain.days[t] * c->load.busy_hours * 3600;
        long calls = random_between(r, 0, 6) * busy / random_between(r, 1, 4);
        it->demand.typed[t] = calls > 0 ? calls + random_between(r, -1, 1) : 0;
    }
}

/* So few that packages can cover them, each of which takes long. */
static void random_few_calls(random_source *r, limits_case *c)
{
    c->load.milliseconds = random_chance(r, 70) ? 60000 * (int)random_between(r, 1, 120) : 0;
    for (int t = 0; t < c->plain.months; t++)
        c->plain.items[0].demand.typed[t] = random_chance(r, 10) ? 0 : random_between(r, 1, 60);
}

static be_limit engine_limit(plain_limit limit)
{
    return (be_limit){.stated = limit.stated,
                      .value = limit.value == PLAIN_UNLIMITED ? BE_UNBOUNDED : limit.value};
}

static void fill_limits(limits_case *c)
{
    static const band_row by_day[] = {{0, "1.5", NULL}}, by_month[] = {{0, "20", NULL}};
    be_product *product = &c->plan.items[0].box.product;
    const plain_limits *l = &c->limits;
    product->limits = (be_limits){.qps = engine_limit(l->qps),
                                  .with_package = engine_limit(l->with_package),
                                  .rps = engine_limit(l->rps),
                                  .concurrency = engine_limit(l->concurrency),
                                  .over = l->queues ? BE_OVER_QUEUE : BE_OVER_REJECT};
    c->prices[0] = (be_capacity_price){
        .term = BE_TERM_DAY, .tariff = make_tariff(BE_TIERS_FLAT, &c->price_bands[0], by_day, 1)};
    c->prices[1] =
        (be_capacity_price){.term = BE_TERM_MONTH,
                            .tariff = make_tariff(BE_TIERS_FLAT, &c->price_bands[1], by_month, 1)};
    product->capacity =
        (be_capacity){.offered = l->sold,
                      .adds_to = l->sold_qps ? BE_CAPACITY_QPS : BE_CAPACITY_CONCURRENCY,
                      .additive = l->additive,
                      .overlap = l->overlap,
                      .min = 1,
                      .max = l->max,
                      .lifts_to = l->lifts_to,
                      .prices = c->prices,
                      .price_count = COUNT_OF(c->prices)};
    be_demand *demand = &c->plan.items[0].demand;
    demand->qps = c->load.qps;
    demand->concurrency = c->load.concurrency;
    demand->response = (be_microseconds)c->load.milliseconds * MICROSECONDS_A_MILLISECOND;
    demand->peak_days = c->load.peak_days;
    demand->busy_hours = c->load.busy_hours;
    be_usage_resolve(demand, c->plan.horizon, &c->plan.items[0].usage);
}

/* A plan of one product with typed months and no prepaid QPS of the kind that frees calls. */
static void random_case_of_limits(random_source *r, limits_case *c)
{
    c->plain = random_plan(r, 1);
    plain_item *it = &c->plain.items[0];
    while (it->order[0] == PLAIN_QPS || it->meter_count > 0) {
        c->plain = random_plan(r, 1);
        it = &c->plain.items[0];
    }
    it->demand.typed_count = c->plain.months;
    c->limits = random_limits(r);
    random_load(r, c);
    c->many = c->many || random_chance(r, 50);
    if (c->many)
        random_many_calls(r, c);
    else
        random_few_calls(r, c);
    engine_plan_fill(&c->plan, &c->plain);
    fill_limits(c);
}

/*
 * Bookings by the day, each from the first of a month on and not beyond it. Where the vendor does
 * not say what there is without them they last all month; where they take its place they are more.
 */
static void random_bookings(random_source *r, limits_case *c)
{
    plain_limit base = c->limits.sold_qps ? c->limits.qps : c->limits.concurrency;
    int least = c->limits.additive ? 1 : MOST_STATED + 1;
    c->booking_count = c->limits.sold ? (int)random_between(r, 0, PLAIN_BOOKINGS) : 0;
    for (int i = 0; i < c->booking_count; i++) {
        int month = (int)random_between(r, 0, c->plain.months - 1);
        int days = (int)random_between(r, 1, c->plain.days[month]);
        bool whole = !base.stated || random_chance(r, 40);
        days = random_chance(r, 50) ? days : (days + 3) / 4;
        c->booked[i] = (plain_booking){.count = (int)random_between(r, least, least + 3),
                                       .days = whole ? c->plain.days[month] : days};
        c->booked_in[i] = month;
    }
}

static void buy_bookings(limits_case *c)
{
    engine_item *item = &c->plan.items[0];
    for (int i = 0; i < c->booking_count; i++)
        item->purchases[item->purchase_count++] =
            buy_capacity(0, c->booked_in[i], c->booked[i].count, c->booked[i].days);
}

/* The load of one month, whose calls the bill oracle has worked out. */
static plain_load load_of(const limits_case *c, const plain_month *month, int t)
{
    plain_load load = c->load;
    load.days = c->plain.days[t];
    load.calls = plain_attempts(&c->plain.items[0].demand, c->plain.start, t);
    if (load.peak_days == 0 || load.peak_days > load.days)
        load.peak_days = load.days;
    load.package = month->had_package && month->layer[PLAIN_PAYG] == 0 && month->unserved == 0;
    for (int i = 0; i < c->booking_count; i++) {
        if (c->booked_in[i] == t)
            load.bookings[load.booking_count++] = c->booked[i];
    }
    return load;
}

static bool agrees(be_carries actual, plain_verdict expected)
{
    static const be_carries carries[] = {[PLAIN_CARRIES] = BE_CARRIES_YES,
                                         [PLAIN_NOBODY_KNOWS] = BE_CARRIES_UNSTATED,
                                         [PLAIN_MAY_CARRY] = BE_CARRIES_UNSTATED,
                                         [PLAIN_FAILS] = BE_CARRIES_NO};
    return actual == carries[expected] || (expected == PLAIN_MAY_CARRY && actual == BE_CARRIES_YES);
}

static void expect_limit(unsigned n, int t, be_limit actual, plain_limit expected)
{
    be_limit wanted = engine_limit(expected);
    if (actual.stated != wanted.stated || (actual.stated && actual.value != wanted.value))
        fail_msg("case %u, month %d: the limit is %ld, not %d", n, t, (long)actual.value,
                 expected.value);
}

static void check_carries(be_arena *arena, random_source *r, unsigned n)
{
    limits_case c = {.many = false};
    plain_bill plain[PLAIN_ITEMS] = {{.total = 0}};
    random_case_of_limits(r, &c);
    random_bookings(r, &c);
    buy_bookings(&c);
    if (!c.many)
        plain_simulate(&c.plain, plain);
    const be_bill *bill = bill_first(arena, &c.plan);
    be_carries worst = BE_CARRIES_YES;
    for (int t = 0; t < c.plain.months; t++) {
        plain_load load = load_of(&c, &plain[0].month[t], t);
        plain_verdict verdict = plain_carries(&c.limits, &load);
        if (!agrees(bill->month[t].carries, verdict))
            fail_msg("case %u, month %d: carries is %d, the oracle says %d", n, t,
                     (int)bill->month[t].carries, (int)verdict);
        expect_limit(n, t, bill->month[t].limit, plain_peak_limit(&c.limits, &load));
        worst = bill->month[t].carries > worst ? bill->month[t].carries : worst;
    }
    if (bill->carries != worst)
        fail_msg("case %u: the bill is not as bad as its worst month", n);
    if (bill->feasible != (worst != BE_CARRIES_NO && bill->units.unserved == 0))
        fail_msg("case %u: feasible is something else", n);
}

static void a_month_carries_its_load_if_every_day_does(void **state)
{
    try_cases(state, "limits against oracle", CASES, check_carries);
}

/* -- what is bought to carry a load ----------------------------------------------------------- */

/*
 * Limits in the kind alone that is sold, stated, and rejecting: what carries them is what was
 * bought. More units of capacity can do what fewer cannot.
 */
static void only_what_is_sold(random_source *r, limits_case *c)
{
    const plain_limit none = {false, 0}, some = {true, (int)random_between(r, 1, MOST_STATED)};
    plain_limits *l = &c->limits;
    l->sold = true;
    l->lifts_to = 0;
    l->qps = l->sold_qps ? some : none;
    l->concurrency = l->sold_qps ? none : some;
    l->rps = l->with_package = none;
    l->queues = false;
    fill_limits(c);
}

static void take_bookings(limits_case *c, const be_schedule *schedule)
{
    assert_true(schedule->count <= BOOKED);
    c->booking_count = (int)schedule->count;
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *p = &schedule->purchases[i];
        bool by_day = c->prices[p->item].term == BE_TERM_DAY;
        c->booked[i] = (plain_booking){(int)p->count, by_day ? p->terms : c->plain.days[p->month]};
        c->booked_in[i] = p->month;
    }
}

/* The first month that the bookings do not carry, or -1. */
static int first_failure(const limits_case *c)
{
    const plain_month nothing = {.unserved = 0};
    for (int t = 0; t < c->plain.months; t++) {
        plain_load load = load_of(c, &nothing, t);
        if (plain_carries(&c->limits, &load) == PLAIN_FAILS)
            return t;
    }
    return -1;
}

/* The most capacity that there is on any day of the month. */
static int most_booked(const limits_case *c, int month)
{
    int sum = 0, highest = 0;
    for (int i = 0; i < c->booking_count; i++) {
        int count = c->booked_in[i] == month ? c->booked[i].count : 0;
        sum += count;
        highest = count > highest ? count : highest;
    }
    return c->limits.additive ? sum : highest;
}

static void buy_capacity_for(be_arena *arena, limits_case *c)
{
    const engine_item *item = &c->plan.items[0];
    be_schedule schedule;
    assert_true(
        be_strategy_capacity(arena, &item->box.product, &item->demand, &item->usage, &schedule));
    take_bookings(c, &schedule);
}

/* Whether the bookings carry every month that can be carried with what is sold. */
static bool enough(const limits_case *c)
{
    int failure = first_failure(c);
    return failure < 0 || most_booked(c, failure) == c->limits.max;
}

static void check_capacity(be_arena *arena, random_source *r, unsigned n)
{
    limits_case c = {.many = true};
    random_case_of_limits(r, &c);
    only_what_is_sold(r, &c);
    buy_capacity_for(arena, &c);
    if (!enough(&c))
        fail_msg("case %u: not enough is bought for month %d", n, first_failure(&c));
    if (first_failure(&c) >= 0)
        return; /* more is not sold */
    for (int i = 0; i < c.booking_count; i++) {
        c.booked[i].count--;
        if (first_failure(&c) < 0)
            fail_msg("case %u: one less than purchase %d would do", n, i);
        c.booked[i].count++;
    }
}

static void capacity_bought_is_enough_and_one_less_is_not(void **state)
{
    try_cases(state, "capacity against oracle", CASES / 2, check_capacity);
}

/* Where calls are free under it, capacity is bought for the whole of every month with calls. */
static void check_free_calls(be_arena *arena, random_source *r, unsigned n)
{
    limits_case c = {.many = true};
    random_case_of_limits(r, &c);
    c.limits.sold_qps = true;
    only_what_is_sold(r, &c);
    c.plan.items[0].box.product.capacity.calls_free = true;
    buy_capacity_for(arena, &c);
    if (!enough(&c))
        fail_msg("case %u: not enough is bought for month %d", n, first_failure(&c));
    int booked[PLAIN_MONTHS] = {0};
    for (int i = 0; i < c.booking_count; i++) {
        booked[c.booked_in[i]]++;
        if (c.booked[i].days != c.plain.days[c.booked_in[i]])
            fail_msg("case %u: purchase %d is for a part of a month", n, i);
    }
    for (int t = 0; t < c.plain.months; t++) {
        if ((booked[t] > 0) != (c.plain.items[0].demand.typed[t] > 0))
            fail_msg("case %u: whether the calls of month %d are free", n, t);
    }
    for (int i = 0; i < c.booking_count && first_failure(&c) < 0; i++) {
        c.booked[i].count--;
        if (c.booked[i].count > 0 && first_failure(&c) < 0)
            fail_msg("case %u: one less than purchase %d would do", n, i);
        c.booked[i].count++;
    }
}

static void capacity_that_frees_calls_lasts_every_month_with_calls(void **state)
{
    try_cases(state, "capacity that frees calls", CASES / 4, check_free_calls);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(a_month_carries_its_load_if_every_day_does),
        PROPERTY(capacity_bought_is_enough_and_one_less_is_not),
        PROPERTY(capacity_that_frees_calls_lasts_every_month_with_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
