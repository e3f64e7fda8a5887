/*
 * What the engine costs.
 *
 *   bench_engine             nanoseconds of each measured function, beside a reference
 *   bench_engine NAME N      runs one of them N times, for a tool that counts instructions
 *
 * Prints figures; nothing here passes or fails.
 */
#include "heap.h"
#include "measured.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RATINGS = 2000000, COMPARISONS = 20000, QUOTES = 5000, SEARCHES = 200, WARM = 20 };

/* -- time
 * ------------------------------------------------------------------------------------------ */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

typedef struct figure {
    double ns;
    size_t allocations;
    be_amount sum;
} figure;

static figure run(measured_case *c, measured_function *f, unsigned times)
{
    for (unsigned n = 0; n < WARM; n++)
        f(c, n); /* the arena has its memory from here on */
    measured_sum();
    heap_watch();
    double start = now();
    for (unsigned n = 0; n < times; n++)
        f(c, n);
    double ns = (now() - start) / times;
    return (figure){ns, heap_allocations(), measured_sum()};
}

static void print(const char *what, figure f)
{
    printf("%-58s %9.1f ns %6zu allocations\n", what, f.ns, f.allocations);
}

static void bench_rating(measured_case *c)
{
    double loop = run(c, measured_nothing, RATINGS).ns;
    figure engine = run(c, measured_rating, RATINGS);
    figure by_band = run(c, measured_rating_by_band, RATINGS);
    figure naive = run(c, measured_rating_naively, RATINGS);
    if (be_amount_compare(engine.sum, naive.sum) != 0 ||
        be_amount_compare(by_band.sum, naive.sum) != 0)
        abort();
    engine.ns -= loop;
    by_band.ns -= loop;
    naive.ns -= loop;
    print("rating, 7 graduated tiers", engine);
    print("  reference: a naive loop over the tiers", naive);
    printf("  ratio %.2f\n", engine.ns / naive.ns);
    print("  band by band, as a bill explains it", by_band);
}

static void bench_comparison(measured_case *c)
{
    figure totals = run(c, measured_totals, COMPARISONS);
    print("comparison, 12 months, 3 columns in totals", totals);
    figure explained = run(c, measured_explained, COMPARISONS);
    print("  reference: the same with every line explained", explained);
    printf("  ratio %.2f\n", totals.ns / explained.ns);
    print("whole answer, 12 months, pay as you go alone", run(c, measured_quote_payg, COMPARISONS));
    print("whole answer, with the search for packages", run(c, measured_quote, QUOTES));
}

static int compare_times(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Searches differ: the median of some, and the slowest. */
static void print_searches(measured_case *c, const char *what, measured_function *f)
{
    double times[SEARCHES];
    f(c, 0);
    for (unsigned n = 0; n < SEARCHES; n++) {
        double start = now();
        f(c, n);
        times[n] = now() - start;
    }
    qsort(times, SEARCHES, sizeof *times, compare_times);
    printf("%-58s %9.1f us, at most %.1f us\n", what, times[SEARCHES / 2] / 1000,
           times[SEARCHES - 1] / 1000);
}

static void bench_searches(measured_case *c)
{
    print_searches(c, "cheapest plan, 12 months, 5 sizes", measured_optimum);
    print_searches(c, "  reference: the cheapest cover alone", measured_cover);
    print_searches(c, "cheapest plan, 36 months, 5 sizes", measured_optimum_long);
}

/* -- one function by name
 * ---------------------------------------------------------------------------- */

static const struct {
    const char *name;
    measured_function *f;
} functions[] = {
    {"measured_rating", measured_rating},
    {"measured_rating_by_band", measured_rating_by_band},
    {"measured_rating_naively", measured_rating_naively},
    {"measured_totals", measured_totals},
    {"measured_explained", measured_explained},
    {"measured_quote_payg", measured_quote_payg},
    {"measured_quote", measured_quote},
    {"measured_cover", measured_cover},
    {"measured_optimum", measured_optimum},
    {"measured_optimum_long", measured_optimum_long},
};

static int run_named(measured_case *c, const char *name, int times)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (strcmp(functions[i].name, name) != 0)
            continue;
        for (int n = 0; n < times; n++)
            functions[i].f(c, (unsigned)n);
        return 0;
    }
    fprintf(stderr, "bench_engine: nothing is called %s\n", name);
    return 2;
}

int main(int argc, char **argv)
{
    measured_case c;
    if (!measured_fill(&c))
        return 1;
    int status = 0;
    if (argc == 3) {
        status = run_named(&c, argv[1], atoi(argv[2]));
    } else {
        bench_rating(&c);
        bench_comparison(&c);
        bench_searches(&c);
    }
    measured_empty(&c);
    return status;
}
