/* The engine's questions with each of their allocations failing in turn: an answer is whole, or
 * there is none. */
#include "faults/heap_fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <breakeven/breakeven.h>

#include "catalog/catalog_load.h"

enum { ITEMS = 2, SEED = 1, PATHS = 3, START = 2026 * 12 + 11 };

/* Two items of a plan, the first of which is asked about alone as well. */
typedef struct question {
    const char *name;
    const char *products[ITEMS];
    be_demand demands[ITEMS];
    be_horizon horizon;
    be_quantity to; /* of a curve */
} question;

static const be_purchase pinned[] = {{BE_BUY_PACKAGE, 0, 0, 1, 1}, {BE_BUY_PACKAGE, 1, 1, 2, 1}};
static const be_purchase pinned_days[] = {
    {BE_BUY_CAPACITY, 0, 0, 3, 2}, {BE_BUY_CAPACITY, 1, 1, 1, 1}, {BE_BUY_CAPACITY, 1, 9, 1, 1}};
static const be_owned owned[] = {{NULL, 1000, 700, START + 2}};
static const be_ratio tokens[] = {2000 * BE_RATIO_ONE, 500 * BE_RATIO_ONE};

static const question questions[] = {
    {"packages",
     {"tencent/image-style-transfer", "alibaba/aitryon-refiner"},
     {{.volume = 2500,
       .low = 1000,
       .high = 9000,
       .growth = BE_RATIO_ONE / 10,
       .spread = BE_RATIO_ONE / 2,
       .postpaid = true,
       .concurrency = 8,
       .owned = owned,
       .owned_count = 1,
       .pinned = pinned,
       .pinned_count = 2},
      {.volume = 200}},
     {START, 3},
     20000},
    {"capacity",
     {"tencent-cn/face-compare", "viapi/compare-face"},
     {{.volume = 30000,
       .low = 20000,
       .high = 200000,
       .qps = 8,
       .peak_days = 3,
       .busy_hours = 10,
       .pinned = pinned_days,
       .pinned_count = 3},
      {.volume = 1000, .qps = 1000000}},
     {START, 2},
     900000},
    {"points",
     {"acme/crop", "acme/resize"},
     {{.volume = 900, .low = 10, .high = 1000, .cancellation = BE_RATIO_ONE / 20},
      {.volume = 300, .low = 10, .high = 1000}},
     {START, 2},
     3000},
    {"meters",
     {"acme/chat", "acme/ocr"},
     {{.volume = 5000,
       .low = 10,
       .high = 9000,
       .per_request = tokens,
       .per_request_count = 2,
       .batch = BE_RATIO_ONE / 4},
      {.volume = 700, .pinned = pinned, .pinned_count = 1}},
     {START, 2},
     9000},
    {"tiers",
     {"acme/steps", "acme/steps"},
     {{.volume = 95, .low = 5, .high = 105}, {.volume = 101}},
     {START, 1},
     300},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

static const be_date today = {2026, 11, 21};

static catalog *known;

static int open_catalog(void **state)
{
    const char *paths[] = {CATALOG, PRICES};
    problems found = {0};
    (void)state;
    known = catalog_load_paths(paths, sizeof paths / sizeof *paths, NULL, &found);
    problems_clear(&found);
    return known == NULL ? -1 : 0;
}

static int close_catalog(void **state)
{
    (void)state;
    catalog_destroy(known);
    return 0;
}

static const be_product *product_of(const question *q, int i)
{
    const be_product *product = be_catalog_find(catalog_view(known), q->products[i]);
    assert_non_null(product);
    return product;
}

static const be_quote *quote_of(be_arena *arena, const question *q)
{
    return be_quote_create(arena, product_of(q, 0), &q->demands[0], q->horizon, today);
}

/* -- the questions: true if they were answered --------------------------------------------------
 */

typedef bool answering(be_arena *arena, const question *q);

static bool bill(be_arena *arena, const question *q)
{
    be_usage usage[ITEMS];
    be_bill_item items[ITEMS];
    be_bill bills[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
        const be_demand *demand = &q->demands[i];
        be_usage_resolve(demand, q->horizon, &usage[i]);
        items[i] = (be_bill_item){product_of(q, i), demand, &usage[i], demand->pinned,
                                  demand->pinned_count};
    }
    return be_bill_compute_plan(arena, items, ITEMS, BE_BILL_LINES, bills);
}

static bool rate(be_arena *arena, const question *q)
{
    be_amount amount;
    const be_line *lines;
    size_t count;
    return be_bill_rate(arena, product_of(q, 1), 1000, 31, &amount, &lines, &count);
}

static bool quote(be_arena *arena, const question *q)
{
    return quote_of(arena, q) != NULL;
}

static bool plan_items(be_arena *arena, const question *q, const be_quote *quotes[ITEMS])
{
    be_plan_item items[ITEMS];
    for (int i = 0; i < ITEMS; i++)
        items[i] = (be_plan_item){product_of(q, i), &q->demands[i]};
    return be_quote_create_plan(arena, items, ITEMS, q->horizon, today, quotes);
}

static bool plan(be_arena *arena, const question *q)
{
    const be_quote *quotes[ITEMS];
    return plan_items(arena, q, quotes);
}

static bool sums(be_arena *arena, const question *q)
{
    const be_quote *quotes[ITEMS];
    be_portfolio_part parts[ITEMS];
    const be_portfolio_part *const all[ITEMS] = {&parts[0], &parts[1]};
    size_t count;
    if (!plan_items(arena, q, quotes) || be_portfolio_create(arena, quotes, ITEMS, &count) == NULL)
        return false;
    for (int i = 0; i < ITEMS; i++)
        be_portfolio_part_of(quotes[i], &parts[i]);
    be_portfolio_sums *kept = be_portfolio_sums_create(arena, all, ITEMS);
    return kept != NULL && be_portfolio_sums_all(kept, &count) != NULL &&
           be_portfolio_add_up(arena, all, ITEMS, &count) != NULL;
}

static bool curve(be_arena *arena, const question *q)
{
    return be_curve_create(arena, product_of(q, 0), &q->demands[0], q->horizon, 0, q->to, 5) !=
           NULL;
}

static bool point(be_arena *arena, const question *q)
{
    be_curve_point out;
    return be_curve_point_at(arena, product_of(q, 0), &q->demands[0], q->horizon, q->to / 2, true,
                             &out);
}

static bool afford(be_arena *arena, const question *q)
{
    be_amount budget = be_amount_of(200);
    return be_afford_create(arena, product_of(q, 0), &q->demands[0], q->horizon, budget) != NULL;
}

static bool why(be_arena *arena, const question *q)
{
    const be_quote *found = quote_of(arena, q);
    return found != NULL && be_why_create(arena, found, &q->demands[0]) != NULL;
}

static bool regret(be_arena *arena, const question *q)
{
    const be_quote *found = quote_of(arena, q);
    return found != NULL && be_regret_create(arena, found, &q->demands[0]) != NULL;
}

static bool sampling(be_arena *arena, const question *q)
{
    (void)arena;
    be_sampling *s = be_sampling_create(product_of(q, 0), &q->demands[0], q->horizon, SEED, PATHS);
    bool done = s != NULL;
    while (done && be_sampling_result(s) == NULL)
        done = be_sampling_step(s, 1);
    be_sampling_destroy(s);
    return done;
}

/* -- each with each ------------------------------------------------------------------------------
 */

typedef struct asked {
    answering *answer;
    const question *q;
} asked;

static bool ask(const void *context)
{
    const asked *a = context;
    be_arena *arena = be_arena_create();
    bool done = arena != NULL && a->answer(arena, a->q);
    be_arena_destroy(arena);
    return done;
}

static void is_whole_or_refused(void **state)
{
    for (size_t i = 0; i < QUESTIONS; i++) {
        asked a = {*(answering **)*state, &questions[i]};
        unsigned runs = heap_fault_each(ask, &a);
        print_message("%s: %u failed\n", questions[i].name, runs);
        assert_true(runs > 2);
    }
}

#define QUESTION(name)                                                                             \
    {                                                                                              \
#name " is whole or refused", is_whole_or_refused, NULL, NULL, &(answering *)              \
        {                                                                                          \
            name                                                                                   \
        }                                                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        QUESTION(bill),   QUESTION(rate),     QUESTION(quote),  QUESTION(plan),
        QUESTION(sums),   QUESTION(curve),    QUESTION(point),  QUESTION(why),
        QUESTION(regret), QUESTION(sampling), QUESTION(afford),
    };
    return cmocka_run_group_tests_name("faults/heap_engine", tests, open_catalog, close_catalog);
}
