/*
 * How time and memory grow: with the products of a catalogue, with the items of a plan, and with
 * its months, each at four sizes.
 *
 *     bench_scale BREAKEVEN
 *
 * "to the first" is the time for each product, item or month, by that at the smallest size: 1.0 is
 * linear. Commands are measured by the processor's time, keys by the clock. Prints figures; nothing
 * here passes or fails.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "plan_file.h"
#include "support/environment.h"
#include "worked.h"

enum {
    SIZES = 4,
    RUNS = 3,
    FILES = 10, /* of a catalogue */
    COLS = 80,
    ROWS = 24,
    NAME_BYTES = 64
};

typedef struct place {
    const char *program;
    const sandbox *home;
    char *const *environment;
} place;

/* -- a command --------------------------------------------------------------------------------- */

typedef struct usage {
    double ms; /* of the processor, median */
    double peak_mib;
} usage;

static void become(const place *at, const char *const *argv)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0 || chdir(sandbox_root(at->home)) != 0)
        _exit(1);
    enum { ARGS = 8 };
    char *copies[ARGS] = {NULL};
    for (size_t i = 0; i + 1 < ARGS && argv[i] != NULL; i++)
        copies[i] = strdup(argv[i]);
    execve(copies[0], copies, at->environment);
    _exit(1);
}

static double in_ms(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static usage run(const place *at, const char *const *argv)
{
    double times[RUNS];
    struct rusage used = {.ru_maxrss = 0};
    usage out = {0};
    for (int i = 0; i < RUNS; i++) {
        pid_t child = fork();
        if (child == 0)
            become(at, argv);
        if (child < 0 || wait4(child, NULL, 0, &used) != child) {
            perror("bench_scale: cannot run the program");
            exit(1);
        }
        times[i] = in_ms(used.ru_utime) + in_ms(used.ru_stime);
        double mib = (double)used.ru_maxrss / 1024;
        out.peak_mib = mib > out.peak_mib ? mib : out.peak_mib;
    }
    out.ms = worked_quantile(times, RUNS, 0.5);
    return out;
}

/* -- products ---------------------------------------------------------------------------------- */

/* Like those that vendors sell, with tiers, packages, limits and notes: some 700 bytes each. */
static void write_product(FILE *out, size_t number)
{
    fprintf(
        out,
        "%s\n  { id = \"product-%zu\"; name = \"Product number %zu\";\n"
        "    category = \"face recognition\"; region = \"Here\"; currency = \"CNY\";\n"
        "    unit = \"call\"; source = \"s\"; deduction = [ \"free\", \"package\", \"payg\" ];\n"
        "    free = { quantity = \"10,000\"; every = \"month\"; };\n"
        "    payg = { tiers = \"volume\"; bands = (\n"
        "      { up_to = \"3,000,000\"; price = \"0.0032\"; },\n"
        "      { up_to = \"15,000,000\"; price = \"0.003\"; }, { price = \"0.0027\"; } ); };\n",
        number < FILES ? "" : ",", number, number);
    fprintf(
        out,
        "    packages = (\n"
        "      { id = \"100k\"; size = \"100,000\"; price = \"%zu\"; valid = \"12 months\"; },\n"
        "      { id = \"1m\"; size = \"1,000,000\"; price = \"3,100\"; valid = \"12 months\"; },\n"
        "      { id = \"10m\"; size = \"10,000,000\"; price = \"30,400\"; valid = \"12 months\"; } "
        ");\n"
        "    limits = { qps = \"50\"; over = \"reject\"; };\n"
        "    notes = ( \"All calls of a month cost the price of the tier that it reaches.\",\n"
        "              \"Packages cannot be refunded.\" ); }",
        300 + number % 17);
}

/* Every tenth product, of a provider of its own. */
static bool write_file(const char *folder, size_t file, size_t products)
{
    char path[512];
    snprintf(path, sizeof path, "%s/provider-%zu.cfg", folder, file);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        return false;
    fprintf(out,
            "format = 1;\nprovider = { id = \"provider-%zu\"; name = \"Provider %zu\"; };\n"
            "sources = ( { id = \"s\"; title = \"Prices\"; address = \"example.org/%zu\";\n"
            "  date = \"2026-10\"; confidence = \"vendor\"; } );\nproducts = (",
            file, file, file);
    for (size_t i = file; i < products; i += FILES)
        write_product(out, i);
    fprintf(out, " );\n");
    return fclose(out) == 0;
}

static bool write_catalog(const place *at, const char *name, size_t products)
{
    char *folder = sandbox_path(at->home, name);
    bool done = folder != NULL && mkdir(folder, 0700) == 0;
    for (size_t file = 0; done && file < FILES; file++)
        done = write_file(folder, file, products);
    free(folder);
    return done;
}

static bool measure_products(const place *at)
{
    static const size_t sizes[SIZES] = {1250, 2500, 5000, 10000};
    double first = 0;
    printf("%-10s %9s %12s %9s %14s %11s\n", "products", "list, ms", "to the first", "peak MiB",
           "filter key, ms", "planner MiB");
    for (int i = 0; i < SIZES; i++) {
        char name[NAME_BYTES];
        snprintf(name, sizeof name, "catalog-%zu", sizes[i]);
        if (!write_catalog(at, name, sizes[i]))
            return false;
        const char *const list[] = {at->program, "products", "--catalog", name, NULL};
        const worked picker = {"picker",  {at->program, "--new", "--catalog", name},
                               "aface 9", {"9", "\177"},
                               COLS,      ROWS};
        usage listed = run(at, list);
        worked_figures filtered = worked_measure(&picker, at->environment, sandbox_root(at->home));
        double each = listed.ms / (double)sizes[i];
        first = i == 0 ? each : first;
        printf("%-10zu %9.0f %12.2f %9.1f %14.2f %11.1f\n", sizes[i], listed.ms, each / first,
               listed.peak_mib, filtered.median, (double)filtered.peak_kb / 1024);
    }
    return true;
}

/* -- plans ------------------------------------------------------------------------------------- */

static void print_plan_head(const char *what)
{
    printf("\n%-18s %9s %12s %9s %12s %9s %10s %12s %9s\n", what, "quote, ms", "to the first",
           "peak MiB", "1st frame, ms", "move, ms", "type, ms", "resident MiB", "peak MiB");
}

/* Returns the time of a quote. */
static double measure_plan(const place *at, const char *name, size_t size, double each)
{
    const char *const quote[] = {at->program, "quote", name, NULL};
    const worked moving = {"moving", {at->program, name}, "", {"j", "k"}, COLS, ROWS};
    const worked typing = {"typing", {at->program, name}, "\r5", {"1", "\177"}, COLS, ROWS};
    const char *folder = sandbox_root(at->home);
    usage quoted = run(at, quote);
    worked_figures moved = worked_measure(&moving, at->environment, folder);
    worked_figures typed = worked_measure(&typing, at->environment, folder);
    long resident = typed.memory_kb > moved.memory_kb ? typed.memory_kb : moved.memory_kb;
    long peak = typed.peak_kb > moved.peak_kb ? typed.peak_kb : moved.peak_kb;
    printf("%-18zu %9.0f %12.2f %9.1f %12.1f %9.2f %10.2f %12.1f %9.1f\n", size, quoted.ms,
           each == 0 ? 1.0 : quoted.ms / (double)size / each, quoted.peak_mib, moved.first,
           moved.median, typed.median, (double)resident / 1024, (double)peak / 1024);
    return quoted.ms;
}

typedef struct extent {
    size_t items;
    int months;
} extent;

static bool measure_plans(const place *at, const char *what, const extent *plans, size_t count)
{
    bool of_months = count > 1 && plans[0].items == plans[1].items;
    double each = 0;
    print_plan_head(what);
    for (size_t i = 0; i < count; i++) {
        char name[NAME_BYTES];
        size_t size = of_months ? (size_t)plans[i].months : plans[i].items;
        snprintf(name, sizeof name, "%zu-%d.cfg", plans[i].items, plans[i].months);
        if (!plan_file_write(at->home, name, plans[i].items, plans[i].months))
            return false;
        double ms = measure_plan(at, name, size, each);
        each = i == 0 ? ms / (double)size : each;
    }
    return true;
}

int main(int argc, char **argv)
{
    static const extent items[SIZES] = {{125, 12}, {250, 12}, {500, 12}, {1000, 12}},
                        months[SIZES] = {{250, 9}, {250, 18}, {250, 27}, {250, 36}},
                        largest = {1000, 36};
    if (argc < 2) {
        fprintf(stderr, "usage: bench_scale BREAKEVEN\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    sandbox *home = sandbox_create();
    char **environment =
        home == NULL ? NULL
                     : environment_create(sandbox_root(home),
                                          (const char *const[]){"BREAKEVEN_TEST_MARK", NULL});
    const place at = {argv[1], home, environment};
    bool done = environment != NULL && measure_products(&at) &&
                measure_plans(&at, "items, 12 months", items, SIZES) &&
                measure_plans(&at, "months, 250 items", months, SIZES) &&
                measure_plans(&at, "items, 36 months", &largest, 1);
    if (!done)
        perror("bench_scale: cannot be measured");
    environment_destroy(environment);
    sandbox_destroy(home);
    return done ? 0 : 1;
}
