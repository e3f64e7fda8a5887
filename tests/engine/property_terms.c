/* The cheapest terms of bought capacity against brute force. */
#include "engine_plan.h"
#include "engine_test.h"
#include "oracle_terms.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 4000, MOST_SOLD = 4, ON_REQUEST = 1000000000 /* a price that nobody knows */ };

/* Prices for one, falling with the number bought, as vendors' do. */
static plain_tariff random_term_price(random_source *r, plain_mode mode, long about)
{
    plain_tariff t = {.mode = mode, .per = 1, .block = 1};
    t.band_count = mode == PLAIN_FLAT ? 1 : 2;
    long price = about * (long)random_between(r, 5, 15) / 10;
    t.bands[0] = (plain_band){.up_to = PLAIN_ENDLESS, .price = price};
    if (t.band_count == 2) {
        t.bands[0].up_to = (int)random_between(r, 1, MOST_SOLD - 1);
        t.bands[1] = (plain_band){.up_to = PLAIN_ENDLESS,
                                  .price = price * (long)random_between(r, 4, 10) / 10};
    }
    if (random_chance(r, 8))
        t.bands[random_between(r, 0, t.band_count - 1)].price = ON_REQUEST;
    return t;
}

static void random_prices(random_source *r, plain_terms *p)
{
    plain_mode mode = (plain_mode)random_between(r, PLAIN_FLAT, PLAIN_VOLUME);
    plain_tariff day = random_term_price(r, mode, 1000);
    p->price[PLAIN_PEAK_DAYS] = p->price[PLAIN_REST_DAYS] = p->price[PLAIN_ALL_DAYS] = day;
    p->price[PLAIN_MONTH] = random_term_price(r, mode, 15000);
    p->price[PLAIN_YEAR] = random_term_price(r, mode, 30000);
    p->sold[PLAIN_MONTH] = random_chance(r, 80);
    p->sold[PLAIN_YEAR] = random_chance(r, 40);
    bool by_day = random_chance(r, 80) || (!p->sold[PLAIN_MONTH] && !p->sold[PLAIN_YEAR]);
    p->sold[PLAIN_PEAK_DAYS] = p->sold[PLAIN_ALL_DAYS] = by_day;
    p->sold[PLAIN_REST_DAYS] = by_day && !p->additive && !p->overlap;
}

static plain_terms random_terms(random_source *r)
{
    static const int days[TERM_MONTHS] = {31, 28, 31};
    plain_terms p = {.months = (int)random_between(r, 1, TERM_MONTHS),
                     .min = random_chance(r, 30) ? 2 : 1,
                     .max = MOST_SOLD,
                     .have = (int)random_between(r, 0, 2),
                     .additive = random_chance(r, 60),
                     .overlap = random_chance(r, 25)};
    int most = p.additive ? p.have + MOST_SOLD : MOST_SOLD;
    bool even = random_chance(r, 50);
    for (int t = 0; t < p.months; t++) {
        p.days[t] = days[t];
        p.peak_days[t] = (int)random_between(r, 1, days[t]);
        p.peak[t] = random_chance(r, 20) ? 0 : (int)random_between(r, 1, most);
        p.steady[t] = even ? 0 : (int)random_between(r, 0, p.peak[t]);
    }
    random_prices(r, &p);
    return p;
}

/* The plain needs and prices as the engine knows them. */
typedef struct engine_terms {
    be_product product;
    be_usage usage;
    be_capacity_price prices[BOX_PRICES];
    be_band bands[BOX_PRICES][PLAIN_BANDS];
    int choice_of[BOX_PRICES];
} engine_terms;

static void sell(engine_terms *e, const plain_terms *p, int choice, be_term term)
{
    if (!p->sold[choice])
        return;
    size_t i = e->product.capacity.price_count++;
    e->choice_of[i] = choice;
    e->prices[i] =
        (be_capacity_price){.term = term, .tariff = engine_tariff(&p->price[choice], e->bands[i])};
    for (int b = 0; b < p->price[choice].band_count; b++) {
        if (p->price[choice].bands[b].price == ON_REQUEST)
            e->bands[i][b].price = be_amount_missing(BE_AMOUNT_QUOTE);
    }
}

static void fill(engine_terms *e, const plain_terms *p)
{
    *e = (engine_terms){.usage = {.horizon = horizon_of(2026, 1, p->months)}};
    e->product.limits.qps = (be_limit){true, p->have};
    e->product.capacity = (be_capacity){.offered = true,
                                        .additive = p->additive,
                                        .overlap = p->overlap,
                                        .min = p->min,
                                        .max = p->max,
                                        .prices = e->prices};
    sell(e, p, PLAIN_PEAK_DAYS, BE_TERM_DAY);
    sell(e, p, PLAIN_MONTH, BE_TERM_MONTH);
    sell(e, p, PLAIN_YEAR, BE_TERM_YEAR);
    for (int t = 0; t < p->months; t++) {
        e->usage.month[t] = (be_usage_month){.days = p->days[t],
                                             .attempts = p->peak[t] > 0 ? 1 : 0,
                                             .qps_peak = p->peak[t],
                                             .qps_floor = p->steady[t],
                                             .peak_days = p->peak_days[t]};
    }
}

static plain_bookings bookings_of(const engine_terms *e, const be_schedule *schedule)
{
    plain_bookings bookings = {{{0}}};
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *p = &schedule->purchases[i];
        int choice = e->choice_of[p->item];
        if (choice == PLAIN_PEAK_DAYS && p->terms == e->usage.month[p->month].days)
            choice = PLAIN_ALL_DAYS;
        else if (choice == PLAIN_PEAK_DAYS)
            assert_int_equal(p->terms, e->usage.month[p->month].peak_days);
        bookings.count[p->month][choice] += (int)p->count;
    }
    return bookings;
}

/* Proofs have to be the rule, or a run would say little. */
static unsigned tried, proven;

static void check_terms(be_arena *arena, random_source *r, unsigned n)
{
    plain_terms p = random_terms(r);
    engine_terms e;
    be_schedule schedule;
    fill(&e, &p);
    assert_true(be_strategy_capacity(arena, &e.product, &(be_demand){0}, &e.usage, &schedule));
    plain_bookings bookings = bookings_of(&e, &schedule);
    if (!plain_bookings_carry(&p, &bookings))
        fail_msg("case %u: does not carry the load", n);
    long cost = plain_bookings_cost(&p, &bookings), least = plain_cheapest_bookings(&p);
    if (least >= ON_REQUEST)
        return; /* not at known prices */
    if (cost < least || (schedule.proven && cost != least))
        fail_msg("case %u: %ld, not %ld", n, cost, least);
    tried++;
    proven += schedule.proven ? 1 : 0;
}

static void capacity_carries_the_load_and_is_the_cheapest_where_proven(void **state)
{
    tried = proven = 0;
    try_cases(state, "terms against brute force", CASES, check_terms);
    assert_of_many(proven * 2 > tried);
}

static void check_charge(be_arena *arena, random_source *r, unsigned n)
{
    plain_tariff plain = random_tariff(r);
    plain.daily = false;
    be_band room[PLAIN_BANDS];
    const be_capacity_price price = {.term = (be_term)random_between(r, 0, BE_TERM_COUNT - 1),
                                     .tariff = engine_tariff(&plain, room)};
    const be_product product = {
        .capacity = {
            .offered = true, .min = 1, .max = BE_UNBOUNDED, .prices = &price, .price_count = 1}};
    int count = (int)random_between(r, 1, 60), terms = (int)random_between(r, 1, 40);
    plain_money expected = plain_charge(&plain, (plain_position){0}, count) * terms;
    expect_money(n, "the charge", be_capacity_charge(&product.capacity, 0, count, terms), expected);
    const be_purchase buy = buy_capacity(0, 1, count, terms);
    const be_bill *bill =
        bill_of(arena, &product, &(be_demand){0}, horizon_of(2026, 1, 3), &buy, 1);
    expect_money(n, "what is paid in its month", bill->month[1].purchases, expected);
    expect_money(n, "what is paid in all", bill->total, expected);
}

static void capacity_costs_its_number_s_price_for_every_term(void **state)
{
    try_cases(state, "charges for capacity", CASES, check_charge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(capacity_carries_the_load_and_is_the_cheapest_where_proven),
        PROPERTY(capacity_costs_its_number_s_price_for_every_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
