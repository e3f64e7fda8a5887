/*
 * What the search for the cheapest plan costs, how often it proves its plan, and whether an outside
 * solver comes to the same.
 *
 *   bench_optimum [N [SECONDS]]    N instances of each kind for the solver (3), each for so long
 *                                  (20)
 *
 * Fails only where a plan is said to be the cheapest and the solver knows a cheaper one.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "heap.h"
#include "milp.h"

enum { EACH = 50, KINDS_TIMED = 4, TIMED = EACH * KINDS_TIMED, SOLVED_MAX = 1000, KILOBYTE = 1024 };

static const double same = 1e-6; /* of the cost: the solver's figures are binary fractions */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int compare_figures(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* That many percent of the figures are no higher. Sorts them. */
static double quantile(double *figures, size_t count, size_t percent)
{
    if (count == 0)
        return 0;
    qsort(figures, count, sizeof *figures, compare_figures);
    size_t i = count * percent / 100;
    return figures[i < count ? i : count - 1];
}

static double number(be_amount amount)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(amount, text);
    return strtod(text, NULL);
}

/* -- the search alone ---------------------------------------------------------------------------
 */

typedef struct timing {
    double ns[TIMED];
    size_t count, proven;
    size_t heap; /* the most bytes that a search held */
    double gap;  /* the largest share of a cost that is not proven */
} timing;

/* `ns` is the shorter of two runs: the first one finds nothing in the caches. */
static be_optimum find(be_arena *arena, const instance *in, double *ns)
{
    be_optimum o;
    for (int run = 0; run < 2; run++) {
        be_arena_reset(arena);
        heap_watch();
        double start = now();
        if (!be_optimum_find(arena, &in->product, &in->demand, &in->usage, &o))
            abort();
        double taken = now() - start;
        *ns = run == 0 || taken < *ns ? taken : *ns;
    }
    return o;
}

static void time_instance(be_arena *arena, const instance *in, timing *t)
{
    double ns;
    be_optimum o = find(arena, in, &ns);
    t->ns[t->count++] = ns;
    t->proven += o.optimal ? 1 : 0;
    t->heap = heap_peak() > t->heap ? heap_peak() : t->heap;
    double gap = 1 - number(o.bound) / number(o.cost);
    t->gap = gap > t->gap ? gap : t->gap;
}

static void print_timing(const char *what, int months, timing *t)
{
    printf("%-34s %2d months %8.1f us, p99 %8.1f, at most %8.1f; %3zu of %3zu proven, gap at most "
           "%.2f %%, %5zu KiB\n",
           what, months, quantile(t->ns, t->count, 50) / 1000, quantile(t->ns, t->count, 99) / 1000,
           quantile(t->ns, t->count, 100) / 1000, t->proven, t->count, t->gap * 100,
           t->heap / KILOBYTE);
}

static void add_timing(timing *sum, const timing *t)
{
    memcpy(&sum->ns[sum->count], t->ns, t->count * sizeof *t->ns);
    sum->count += t->count;
    sum->proven += t->proven;
    sum->heap = t->heap > sum->heap ? t->heap : sum->heap;
    sum->gap = t->gap > sum->gap ? t->gap : sum->gap;
}

static void time_searches(be_arena *arena, int months)
{
    static const struct {
        const char *name;
        instance_tiers tiers;
        bool stock;
    } kinds[KINDS_TIMED] = {{"graduated", INSTANCE_FALLING, false},
                            {"graduated, quota and owned", INSTANCE_FALLING, true},
                            {"volume", INSTANCE_VOLUME, false},
                            {"volume, quota and owned", INSTANCE_VOLUME, true}};
    random_source r = {(uint64_t)months};
    timing all = {.count = 0};
    for (int k = 0; k < KINDS_TIMED; k++) {
        timing t = {.count = 0};
        for (int n = 0; n < EACH; n++) {
            instance in;
            instance_fill(&in, (instance_kind){kinds[k].tiers, months, 12, kinds[k].stock, false},
                          &r);
            time_instance(arena, &in, &t);
        }
        print_timing(kinds[k].name, months, &t);
        add_timing(&all, &t);
    }
    print_timing("cheapest plan, 5 sizes, all of them", months, &all);
}

/* -- beside the solver --------------------------------------------------------------------------
 */

typedef struct duel {
    size_t asked, solved, proven, same;
    double ours[SOLVED_MAX], theirs[SOLVED_MAX]; /* ns, of those solved */
    bool wrong;
} duel;

static bool close_to(double a, double b)
{
    return fabs(a - b) <= same * fabs(b);
}

/* The solver's purchases at what they truly cost. */
static be_amount billed(be_arena *arena, const instance *in, const milp_answer *answer)
{
    be_bill bill;
    if (!be_bill_compute(arena, &in->product, &in->demand, &in->usage, answer->purchases,
                         answer->purchase_count, BE_BILL_TOTALS, &bill))
        abort();
    return bill.feasible ? bill.total : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

static void judge(be_arena *arena, const instance *in, const be_optimum *o,
                  const milp_answer *answer, duel *d)
{
    be_amount truth = billed(arena, in, answer);
    bool cheaper = be_amount_compare(truth, o->cost) < 0;
    bool equal = close_to(answer->objective, number(o->cost));
    d->same += equal ? 1 : 0;
    d->wrong = d->wrong || (o->optimal && cheaper);
    if (equal && !(o->optimal && cheaper))
        return;
    printf("  %s: %.6f %s, bound %.6f; the solver's %.6f, billed %.6f\n",
           o->optimal && cheaper ? "WRONG" : "differs", number(o->cost),
           o->optimal ? "proven" : "not proven", number(o->bound), answer->objective,
           number(truth));
}

static void fight(be_arena *arena, const instance *in, int seconds, duel *d)
{
    double ns;
    milp_answer answer;
    be_optimum o = find(arena, in, &ns);
    d->asked++;
    d->proven += o.optimal ? 1 : 0;
    if (!milp_solve(in, seconds, &answer)) {
        fprintf(stderr, "bench_optimum: cbc gives no answer\n");
        return;
    }
    if (!answer.optimal || d->solved == SOLVED_MAX)
        return;
    d->ours[d->solved] = ns;
    d->theirs[d->solved++] = answer.seconds * 1e9;
    judge(arena, in, &o, &answer, d);
}

static void print_duel(const char *what, duel *d)
{
    double ours = quantile(d->ours, d->solved, 50), theirs = quantile(d->theirs, d->solved, 50);
    printf("%-34s %3zu asked, %3zu proven here, %3zu there, %3zu the same; %8.1f us here, "
           "%10.1f ms there, ratio %.0f\n",
           what, d->asked, d->proven, d->solved, d->same, ours / 1e3, theirs / 1e6,
           ours > 0 ? theirs / ours : 0);
}

static void add_duel(duel *sum, const duel *d)
{
    for (size_t i = 0; i < d->solved && sum->solved < SOLVED_MAX; i++, sum->solved++) {
        sum->ours[sum->solved] = d->ours[i];
        sum->theirs[sum->solved] = d->theirs[i];
    }
    sum->asked += d->asked;
    sum->proven += d->proven;
    sum->same += d->same;
    sum->wrong = sum->wrong || d->wrong;
}

static bool fight_solver(be_arena *arena, int each, int seconds)
{
    static const struct {
        const char *name;
        instance_kind kind;
    } kinds[] = {
        {"flat, packages end", {INSTANCE_FLAT, 12, 7, true, false}},
        {"graduated, falling", {INSTANCE_FALLING, 12, 12, false, false}},
        {"graduated, falling, quota and owned", {INSTANCE_FALLING, 12, 12, true, false}},
        {"graduated, falling, packages end", {INSTANCE_FALLING, 12, 6, false, false}},
        {"graduated, falling, QPS", {INSTANCE_FALLING, 12, 12, false, true}},
        {"graduated, rising, packages end", {INSTANCE_RISING, 12, 8, true, false}},
        {"volume", {INSTANCE_VOLUME, 12, 12, false, false}},
        {"volume, quota and owned", {INSTANCE_VOLUME, 12, 12, true, false}},
        {"volume, QPS", {INSTANCE_VOLUME, 12, 12, false, true}},
    };
    static duel all; /* too large for the stack with another */
    random_source r = {20261201};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        static duel d;
        d = (duel){.asked = 0};
        for (int n = 0; n < each; n++) {
            instance in;
            instance_fill(&in, kinds[k].kind, &r);
            fight(arena, &in, seconds, &d);
        }
        print_duel(kinds[k].name, &d);
        fflush(stdout);
        add_duel(&all, &d);
    }
    print_duel("beside a MILP solver, all of them", &all);
    return !all.wrong;
}

int main(int argc, char **argv)
{
    int each = argc > 1 ? atoi(argv[1]) : 3;
    int seconds = argc > 2 ? atoi(argv[2]) : 20;
    be_arena *arena = be_arena_create();
    if (arena == NULL)
        return 1;
    bool right = true;
    time_searches(arena, 12);
    time_searches(arena, BE_MONTHS_MAX);
    if (each > 0 && milp_available())
        right = fight_solver(arena, each, seconds);
    else if (each > 0)
        printf("cbc (coinor-cbc) is not installed: no plan is compared with a MILP solver's\n");
    be_arena_destroy(arena);
    return right ? 0 : 1;
}
