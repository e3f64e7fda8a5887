/*
 * How fast the planner answers, as its user meets it: through a pseudo-terminal, from the moment a
 * key is sent to the moment the last byte of the frame has arrived. Beside it, in the same run and
 * by the same measure, other terminal programs where they are installed.
 *
 *     bench_planner BREAKEVEN [TIGDIR]
 *
 * Prints figures; nothing here passes or fails.
 */
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "catalog/catalog_load.h"
#include "support/environment.h"
#include "support/sandbox.h"
#include "terminal/pty.h"

enum {
    STARTS = 30,
    KEYS = 400,
    WARM_KEYS = 20,
    FIRST_SILENCE_MS = 15, /* without output: the first frame is complete */
    START_SILENCE_MS = 60, /* so is what was left for when no key waits */
    KEY_SILENCE_MS = 12,   /* the same for a key */
    PATIENCE_MS = 2000,
    IDLE_MS = 2000,
    COLS = 80,
    ROWS = 24,
    KEY_BYTES = 8,
    PATH_BYTES = 512
};

/* A program to measure, and the keys it is worked with in turn. */
typedef struct subject {
    const char *name;
    const char *argv[4];
    const char *begin;             /* typed before the keys are measured */
    const char keys[2][KEY_BYTES]; /* sent in turn */
    int cols, rows;
} subject;

typedef struct figures {
    double first, settled;
    double median, p99, bytes;
    long memory_kb, idle_ms;
} figures;

/* -- time -------------------------------------------------------------------------------------- */

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare_doubles(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts them. */
static double quantile(double *values, size_t count, double share)
{
    qsort(values, count, sizeof *values, compare_doubles);
    return values[(size_t)(share * (double)(count - 1))];
}

/* -- a program in a terminal ------------------------------------------------------------------- */

/* Reads until so long nothing comes behind what came at `last`; when the last byte came then. */
static double read_on(const pty *p, int silence_ms, double last, size_t *bytes)
{
    char text[65536];
    for (;;) {
        struct pollfd ready = {.fd = p->master, .events = POLLIN};
        if (poll(&ready, 1, last > 0 ? silence_ms : PATIENCE_MS) <= 0)
            return last;
        ssize_t count = read(p->master, text, sizeof text);
        if (count <= 0)
            return last;
        *bytes += (size_t)count;
        last = now_ms();
    }
}

/* The same from silence; 0 when nothing came. */
static double read_frame(const pty *p, int silence_ms, size_t *bytes)
{
    return read_on(p, silence_ms, 0, bytes);
}

static void send(const pty *p, const char *keys)
{
    size_t length = strlen(keys);
    if (write(p->master, keys, length) != (ssize_t)length)
        perror("bench_planner: write");
}

static bool start(const subject *s, char *const *environment, const char *folder, pty *p)
{
    if (pty_start(p, s->cols, s->rows, s->argv, environment, folder) == 0)
        return true;
    perror("bench_planner: no pseudo-terminal");
    return false;
}

static void stop(pty *p)
{
    kill(p->pid, SIGKILL);
    waitpid(p->pid, NULL, 0);
    close(p->master);
}

/* A line "NAME: VALUE kB" of a process's status. */
static long status_kb(pid_t pid, const char *name)
{
    char path[PATH_BYTES], line[PATH_BYTES];
    long value = 0;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    FILE *in = fopen(path, "r");
    while (in != NULL && fgets(line, sizeof line, in) != NULL) {
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name) + 1, NULL, 10);
    }
    if (in != NULL)
        fclose(in);
    return value;
}

/* Processor time so far, in milliseconds. */
static long used_ms(pid_t pid)
{
    char path[PATH_BYTES], text[PATH_BYTES];
    snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)pid);
    FILE *in = fopen(path, "r");
    long long used = 0;
    if (in != NULL && fgets(text, sizeof text, in) != NULL)
        used = strtoll(text, NULL, 10);
    if (in != NULL)
        fclose(in);
    return (long)(used / 1000000);
}

/* -- measuring --------------------------------------------------------------------------------- */

static void measure_start(const subject *s, char *const *environment, const char *folder,
                          figures *out)
{
    double first[STARTS], settled[STARTS];
    for (int i = 0; i < STARTS; i++) {
        pty p;
        size_t bytes = 0;
        double from = now_ms();
        if (!start(s, environment, folder, &p))
            exit(1);
        double last = read_frame(&p, FIRST_SILENCE_MS, &bytes);
        first[i] = last - from;
        settled[i] = read_on(&p, START_SILENCE_MS, last, &bytes) - from;
        stop(&p);
    }
    out->first = quantile(first, STARTS, 0.5);
    out->settled = quantile(settled, STARTS, 0.5);
}

static void measure_keys(const subject *s, const pty *p, figures *out)
{
    double times[KEYS];
    size_t bytes = 0;
    for (int i = -WARM_KEYS; i < KEYS; i++) {
        if (i == 0)
            bytes = 0;
        double from = now_ms();
        send(p, s->keys[i & 1]);
        double last = read_frame(p, KEY_SILENCE_MS, &bytes);
        if (i >= 0)
            times[i] = last - from;
    }
    out->bytes = (double)bytes / KEYS;
    out->median = quantile(times, KEYS, 0.5);
    out->p99 = quantile(times, KEYS, 0.99);
}

static figures measure(const subject *s, char *const *environment, const char *folder)
{
    figures f = {.first = 0};
    measure_start(s, environment, folder, &f);
    size_t bytes = 0;
    pty p;
    if (!start(s, environment, folder, &p))
        exit(1);
    read_frame(&p, START_SILENCE_MS, &bytes);
    for (const char *c = s->begin; *c != '\0'; c++) {
        const char key[] = {*c, '\0'};
        send(&p, key);
        read_frame(&p, START_SILENCE_MS, &bytes);
    }
    measure_keys(s, &p, &f);
    f.memory_kb = status_kb(p.pid, "VmRSS:");
    long before = used_ms(p.pid);
    poll(NULL, 0, IDLE_MS);
    f.idle_ms = used_ms(p.pid) - before;
    stop(&p);
    return f;
}

static double print_figures(const subject *s, char *const *environment, const char *folder)
{
    if (access(s->argv[0], X_OK) != 0) {
        printf("%-38s not installed\n", s->name);
        return 0;
    }
    figures f = measure(s, environment, folder);
    printf("%-38s %3dx%-3d %8.1f %8.1f %8.2f %8.2f %8.0f %8.1f %8ld\n", s->name, s->cols, s->rows,
           f.first, f.settled, f.median, f.p99, f.bytes, (double)f.memory_kb / 1024, f.idle_ms);
    return f.median;
}

/* -- plans ------------------------------------------------------------------------------------- */

/* Writes a plan of so many items over all products of the catalogue. */
static bool write_plan(const sandbox *home, const char *name, size_t count)
{
    problems found = {0};
    catalog *loaded = catalog_load_builtin(NULL, &found);
    problems_clear(&found);
    if (loaded == NULL)
        return false;
    const be_catalog *all = catalog_view(loaded);
    char *text = NULL;
    size_t length = 0, written = 0;
    FILE *out = open_memstream(&text, &length);
    fprintf(out,
            "format = 1;\nname = \"%zu items\";\nstart = \"2026-12\";\nmonths = 12;\nitems = (",
            count);
    while (written < count) {
        for (size_t i = 0; i < all->provider_count && written < count; i++) {
            for (size_t j = 0; j < all->providers[i]->product_count && written < count; j++) {
                fprintf(out, "%s\n  { product = \"%s\"; volume = \"%zu\"; postpaid = true; }",
                        written == 0 ? "" : ",", all->providers[i]->products[j].key,
                        1000 + written * 37);
                written++;
            }
        }
    }
    fprintf(out, ");\n");
    fclose(out);
    bool done = text != NULL && sandbox_write(home, name, text) == 0;
    free(text);
    catalog_destroy(loaded);
    return done;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: bench_planner BREAKEVEN [REPOSITORY]\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    sandbox *home = sandbox_create();
    if (home == NULL || !write_plan(home, "3.cfg", 3) || !write_plan(home, "1000.cfg", 1000)) {
        perror("bench_planner: no plans");
        return 1;
    }
    const subject subjects[] = {
        {"breakeven, whole catalogue: down, up", {argv[1]}, "a", {"\033OB", "\033OA"}, COLS, ROWS},
        {"breakeven, 3 items: down, up", {argv[1], "3.cfg"}, "", {"j", "k"}, COLS, ROWS},
        {"breakeven, 3 items: typing a volume",
         {argv[1], "3.cfg"},
         "\r5",
         {"1", "\177"},
         COLS,
         ROWS},
        {"breakeven, 3 items: typing a volume", {argv[1], "3.cfg"}, "\r5", {"1", "\177"}, 200, 60},
        {"breakeven, 1,000 items: down, up", {argv[1], "1000.cfg"}, "", {"j", "k"}, COLS, ROWS},
        {"breakeven, 1,000 items: typing", {argv[1], "1000.cfg"}, "\r5", {"1", "\177"}, COLS, ROWS},
        {"breakeven, 1,000 items: typing", {argv[1], "1000.cfg"}, "\r5", {"1", "\177"}, 200, 60},
        {"breakeven, help: Esc", {argv[1], "3.cfg"}, "", {"?", "\033"}, COLS, ROWS},
        {"htop -d 100", {"/usr/bin/htop", "-d", "100"}, "", {"\033OB", "\033OA"}, COLS, ROWS},
        {"nnn", {"/usr/bin/nnn", "/usr/bin"}, "", {"j", "k"}, COLS, ROWS},
        {"tig", {"/usr/bin/tig"}, "", {"j", "k"}, COLS, ROWS},
    };
    char **environment =
        environment_create(sandbox_root(home), (const char *const[]){"BREAKEVEN_TEST_MARK", NULL});
    printf("%-38s %7s %8s %8s %8s %8s %8s %8s %8s\n", "through a terminal; ms, median of", "",
           "first", "all", "key to", "99 of", "bytes", "resident", "idle cpu");
    printf("%-38s %7s %8s %8s %8s %8s %8s %8s %8s\n", "", "", "frame", "done", "frame", "100",
           "a key", "MiB", "in 2 s");
    double ours = 0, theirs = 0;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        const subject *s = &subjects[i];
        bool own = s->argv[0] == argv[1];
        double median =
            print_figures(s, environment, own || argc < 3 ? sandbox_root(home) : argv[2]);
        if (own && i == 1)
            ours = median;
        if (strncmp(s->name, "htop", 4) == 0)
            theirs = median;
    }
    if (theirs > 0)
        printf("ratio of breakeven (3 items: down, up) to htop: %.2f\n", ours / theirs);
    environment_destroy(environment);
    sandbox_destroy(home);
    return 0;
}
