#include "mutation/suite.h"

#include "support/buffer.h"
#include "support/run.h"

#include <ctype.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum {
    TIMES_AS_LONG = 5,
    MS_A_SECOND = 1000,
    LONGEST_MS = 10 * 60 * MS_A_SECOND, /* by the clock: only for a program that sleeps */
    CANNOT_RUN = 127
};

static const rlim_t most_memory = (rlim_t)1 << 30;

static bool start(run_result *out, const suite *s, const suite_program *p, const char *library,
                  const sandbox *home)
{
    buffer path = {0}, preload = {0};
    buffer_append_text(&path, s->folder);
    buffer_append_text(&path, "/");
    buffer_append_text(&path, p->name);
    buffer_append_text(&preload, "LD_PRELOAD=");
    buffer_append_text(&preload, library);
    const char *const argv[] = {buffer_text(&path), NULL};
    const char *const environment[] = {buffer_text(&preload), NULL};
    const run_options options = {.argv = argv,
                                 .environment = library[0] != '\0' ? environment : NULL,
                                 .home = home,
                                 .deadline_ms = LONGEST_MS};
    bool started = run_capture(out, &options) == 0;
    buffer_free(&path);
    buffer_free(&preload);
    return started;
}

/* Not by a deadline: those are stretched on a busy machine. */
static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * MS_A_SECOND + now.tv_nsec / 1000000;
}

/* False when the program could not be run. */
static bool measure(const suite *s, suite_program *p, bool *passes)
{
    const int64_t begin = now_ms();
    run_result r;
    if (!start(&r, s, p, "", NULL))
        return false;
    p->ms = (int)(now_ms() - begin);
    *passes = r.status == 0;
    bool ran = r.status != CANNOT_RUN;
    run_result_free(&r);
    return ran;
}

bool suite_open(suite *out, const char *folder, const char *const *names)
{
    *out = (suite){.folder = folder};
    size_t count = 0;
    while (names[count] != NULL)
        count++;
    out->programs = calloc(count + 1, sizeof *out->programs);
    if (out->programs == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        suite_program p = {.name = names[i]};
        bool passes = false;
        if (!measure(out, &p, &passes))
            return false;
        if (passes)
            out->programs[out->count++] = p;
        else
            fprintf(stderr, "left out, as it fails with nothing changed: %s\n", p.name);
    }
    return true;
}

void suite_close(suite *s)
{
    free(s->programs);
    *s = (suite){0};
}

/* Is the program the one named `prefix``stem`. */
static bool named(const suite_program *p, const char *prefix, const char *stem)
{
    const size_t length = strlen(prefix);
    return strncmp(p->name, prefix, length) == 0 && strcmp(p->name + length, stem) == 0;
}

/* The source's own tests, the other tests, its own properties, the other properties. */
static int rank(const suite_program *p, const char *stem)
{
    static const char test[] = "test_", property[] = "property_";
    if (strncmp(p->name, test, sizeof test - 1) == 0)
        return named(p, test, stem) ? 0 : 1;
    return named(p, property, stem) ? 2 : 3;
}

static bool comes_before(const suite_program *a, const suite_program *b, const char *stem)
{
    const int a_rank = rank(a, stem), b_rank = rank(b, stem);
    return a_rank != b_rank ? a_rank < b_rank : a->ms < b->ms;
}

void suite_order(suite *s, const char *stem)
{
    for (size_t i = 1; i < s->count; i++) {
        const suite_program p = s->programs[i];
        size_t k = i;
        for (; k > 0 && comes_before(&p, &s->programs[k - 1], stem); k--)
            s->programs[k] = s->programs[k - 1];
        s->programs[k] = p;
    }
}

/* Limits by processor time hold on a busy machine, too. */
static void set_limits(const suite_program *p)
{
    struct rlimit time, memory;
    if (getrlimit(RLIMIT_CPU, &time) != 0 || getrlimit(RLIMIT_AS, &memory) != 0)
        return;
    time.rlim_cur = (rlim_t)(2 + p->ms * TIMES_AS_LONG / MS_A_SECOND);
    memory.rlim_cur = most_memory;
    (void)setrlimit(RLIMIT_CPU, &time);
    (void)setrlimit(RLIMIT_AS, &memory);
}

static suite_outcome outcome_of(const run_result *r)
{
    if (r->timed_out || r->status == 128 + SIGXCPU)
        return SUITE_TIMED_OUT;
    if (r->status == CANNOT_RUN)
        return SUITE_NOT_RUN;
    return r->status == 0 ? SUITE_PASSED : SUITE_FAILED;
}

/* Finds "[  FAILED  ] name" in what the program wrote; the mark stands before a count as well. */
static void copy_case_name(char out[SUITE_CASE_NAME], const char *text)
{
    static const char mark[] = "[  FAILED  ] ";
    while ((text = strstr(text, mark)) != NULL) {
        text += sizeof mark - 1;
        if (isdigit((unsigned char)*text))
            continue;
        (void)snprintf(out, SUITE_CASE_NAME, "%.*s", (int)strcspn(text, "\r\n"), text);
        return;
    }
}

suite_verdict suite_judge(const suite *s, const char *library, const sandbox *home)
{
    for (size_t i = 0; i < s->count; i++) {
        suite_verdict v = {.outcome = SUITE_NOT_RUN, .program = s->programs[i].name};
        run_result r;
        set_limits(&s->programs[i]);
        if (!start(&r, s, &s->programs[i], library, home))
            return v;
        v.outcome = outcome_of(&r);
        if (v.outcome == SUITE_FAILED)
            copy_case_name(v.name, r.err);
        run_result_free(&r);
        if (v.outcome != SUITE_PASSED)
            return v;
    }
    return (suite_verdict){.outcome = SUITE_PASSED};
}
