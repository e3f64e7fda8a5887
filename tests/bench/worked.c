#include "worked.h"

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "terminal/pty.h"

enum {
    STARTS = 10,
    KEYS = 400,
    WARM_KEYS = 20,
    FIRST_SILENCE_MS = 15, /* without output: the first frame is complete */
    START_SILENCE_MS = 60, /* so is what was left for when no key waits */
    KEY_SILENCE_MS = 12,   /* the same for a key */
    PATIENCE_MS = 2000,
    REST_MS = 200,
    REST_SHARE = 20, /* of that time: whoever works less rests */
    IDLE_MS = 2000,
    PATH_BYTES = 512
};

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
double worked_quantile(double *values, size_t count, double share)
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
        perror("bench: write");
}

static bool start(const worked *s, char *const *environment, const char *folder, pty *p)
{
    if (pty_start(p, s->cols, s->rows, s->argv, environment, folder) == 0)
        return true;
    perror("bench: no pseudo-terminal");
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

/* Reads until it neither shows nor does anything: until all that it works out by and by is there.
 */
static void wait_for_rest(const pty *p)
{
    size_t bytes = 0;
    long before, now = used_ms(p->pid);
    do {
        before = now;
        read_on(p, REST_MS, now_ms(), &bytes);
        now = used_ms(p->pid);
    } while (now - before > REST_MS / REST_SHARE);
}

/* -- measuring --------------------------------------------------------------------------------- */

static void measure_start(const worked *s, char *const *environment, const char *folder,
                          worked_figures *out)
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
    out->first = worked_quantile(first, STARTS, 0.5);
    out->settled = worked_quantile(settled, STARTS, 0.5);
}

static void measure_keys(const worked *s, const pty *p, worked_figures *out)
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
    out->median = worked_quantile(times, KEYS, 0.5);
    out->p99 = worked_quantile(times, KEYS, 0.99);
}

worked_figures worked_measure(const worked *s, char *const *environment, const char *folder)
{
    worked_figures f = {.first = 0};
    measure_start(s, environment, folder, &f);
    size_t bytes = 0;
    pty p;
    if (!start(s, environment, folder, &p))
        exit(1);
    read_frame(&p, START_SILENCE_MS, &bytes);
    wait_for_rest(&p);
    for (const char *c = s->begin; *c != '\0'; c++) {
        const char key[] = {*c, '\0'};
        send(&p, key);
        read_frame(&p, START_SILENCE_MS, &bytes);
    }
    measure_keys(s, &p, &f);
    wait_for_rest(&p);
    f.memory_kb = status_kb(p.pid, "VmRSS:");
    f.peak_kb = status_kb(p.pid, "VmHWM:");
    long before = used_ms(p.pid);
    poll(NULL, 0, IDLE_MS);
    f.idle_ms = used_ms(p.pid) - before;
    stop(&p);
    return f;
}
