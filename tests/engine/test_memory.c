/*
 * Without memory: an answer is complete or refused, wherever memory runs out on the way.
 *
 * A process of its own uses up its memory. What is left of the arena, which the whole answer once
 * fitted into, is then made smaller step by step.
 */
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine_test.h"
#include "fixtures.h"

#if defined(__has_feature)
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif

/* A sanitizer's own memory cannot be limited: it ends the program instead. */
#if defined(__SANITIZE_ADDRESS__) || HAS_FEATURE(address_sanitizer)
#define CAN_STARVE 0
#else
#define CAN_STARVE 1
#endif

enum { STEP = 64, BLOCK = 1024, ITEMS = 2 };
enum { FITS, REFUSED, WRONG };

/* Gives an answer out of the arena and says what became of it; the first one is remembered. */
typedef int answering(be_arena *arena);

static bool use_up_memory(void)
{
    struct rlimit none;
    if (getrlimit(RLIMIT_AS, &none) != 0)
        return false;
    none.rlim_cur = 0;
    if (setrlimit(RLIMIT_AS, &none) != 0)
        return false;
    void *volatile last = NULL;
    for (size_t size = BLOCK; size > 0; size /= 2) {
        while ((last = malloc(size)) != NULL)
            continue;
    }
    return last == NULL;
}

/* True if every answer was complete or refused, and some were refused. */
static bool starve(answering *answer)
{
    be_arena *arena = be_arena_create();
    if (arena == NULL || answer(arena) != FITS || !use_up_memory())
        return false;
    bool refused = false;
    for (size_t filled = 0;; filled++) {
        be_arena_reset(arena);
        for (size_t i = 0; i < filled; i++) {
            if (be_arena_alloc(arena, 1, STEP) == NULL)
                return refused;
        }
        int outcome = answer(arena);
        if (outcome == WRONG || (filled == 0 && outcome != FITS))
            return false;
        refused = refused || outcome == REFUSED;
    }
}

static void expect_complete_or_refused(answering *answer)
{
    if (!CAN_STARVE)
        skip();
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0)
        _exit(starve(answer) ? 0 : 1);
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* -- bills --------------------------------------------------------------------------------------
 */

typedef struct shop {
    product_box box[ITEMS];
    be_general_package package;
    be_provider provider;
} shop;

/* Two products that share points, with packages, units that are not served and limits passed. */
static void open_shop(shop *s)
{
    static const be_general_cover covers[] = {{"image-style-transfer", 2}};
    static const be_source page = {.id = "points"};
    fixture_style_transfer(&s->box[0]);
    fixture_licence_plate(&s->box[1]);
    s->package = (be_general_package){"points",         100,  money("10"), {12, BE_MONTHS}, covers,
                                      COUNT_OF(covers), &page};
    s->provider =
        (be_provider){.id = "test", .general_packages = &s->package, .general_package_count = 1};
    for (int i = 0; i < ITEMS; i++)
        s->box[i].product.provider = &s->provider;
    s->box[0].product.deduction[2] = BE_LAYER_GENERAL;
}

static bool same_bill(const be_bill *a, const be_bill *b)
{
    return be_amount_compare(a->total, b->total) == 0 && a->line_count == b->line_count &&
           a->reason_count == b->reason_count && a->warning_count == b->warning_count &&
           a->units.unserved == b->units.unserved && a->waste_points == b->waste_points &&
           a->waste_units == b->waste_units;
}

static int bill_plan(be_arena *arena)
{
    static be_bill complete[ITEMS], bills[ITEMS];
    static bool first = true;
    shop s;
    open_shop(&s);
    const be_purchase points[] = {{BE_BUY_GENERAL, 0, 0, 1, 1}, buy_package(0, 0, 1)};
    const be_demand demands[ITEMS] = {{.volume = 600, .concurrency = 8, .response = 10000000},
                                      {.volume = 9000, .qps = 60}};
    be_usage usage[ITEMS];
    be_bill_item items[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
        be_usage_resolve(&demands[i], horizon_of(2026, 1, 12), &usage[i]);
        items[i] = (be_bill_item){&s.box[i].product, &demands[i], &usage[i], points, 2};
    }
    if (!be_bill_compute_plan(arena, items, ITEMS, BE_BILL_LINES, bills))
        return REFUSED;
    for (int i = 0; i < ITEMS; i++) {
        if (first)
            complete[i] = bills[i];
        if (!same_bill(&bills[i], &complete[i]))
            return WRONG;
    }
    first = false;
    return FITS;
}

static int rate(be_arena *arena)
{
    product_box box;
    be_amount amount;
    const be_line *lines;
    size_t count;
    if (!be_bill_rate(arena, fixture_refiner(&box), 30000, 31, &amount, &lines, &count))
        return REFUSED;
    return count == 7 && be_amount_compare(amount, money("5228.75")) == 0 ? FITS : WRONG;
}

static void a_bill_is_complete_or_refused(void **state)
{
    (void)state;
    expect_complete_or_refused(bill_plan);
}

static void a_rate_is_complete_or_refused(void **state)
{
    (void)state;
    expect_complete_or_refused(rate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bill_is_complete_or_refused),
        cmocka_unit_test(a_rate_is_complete_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
