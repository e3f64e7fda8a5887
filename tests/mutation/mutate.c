/*
 * Changes the pricing code one token at a time and shows which changes the tests notice.
 *
 *     mutate [--list] [FILE[:LINE]]...
 *
 * Exit status: 0 enough mutants were killed, 1 too many survived, 2 the command line is wrong or
 * mutants could not be tried.
 */
#include "mutation/file.h"
#include "mutation/pool.h"
#include "mutation/score.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DONE, TOO_MANY_SURVIVED, FAILED };

static const char usage[] =
    "usage: mutate [--list] [FILE[:LINE]]...\n"
    "  --list  shows the mutants without trying them\n"
    "FILE is a source of src/engine (tariff.c); without any, the pricing code is taken.\n";

static const char *const pricing_code[] = {
    "tariff.c", "waterfall.c", "lots.c", "points.c",      "capacity.c",       "terms.c",
    "limits.c", "demand.c",    "bill.c", "usage_posts.c", "purchase_posts.c", NULL};

static const char *const programs[] = {MUTATION_PROGRAMS, NULL};

/* A source to be changed, with its mutants. */
typedef struct target {
    char *file;
    char *source;
    mutant_list mutants;
} target;

static void target_free(target *t)
{
    mutant_list_free(&t->mutants);
    free(t->file);
    free(t->source);
}

static char *source_text(const char *file)
{
    buffer path = {0};
    buffer_append_text(&path, MUTATION_SOURCE_FOLDER "/src/engine/");
    buffer_append_text(&path, file);
    char *text = file_read(buffer_text(&path), NULL);
    if (text == NULL)
        fprintf(stderr, "mutate: cannot read %s: %s\n", buffer_text(&path), strerror(errno));
    buffer_free(&path);
    return text;
}

/* Keeps the mutants of one line. */
static void keep_line(mutant_list *list, int line)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const mutant m = list->items[i];
        if (m.line == line) {
            list->items[kept++] = m;
            continue;
        }
        free(m.becomes);
        free(m.label);
    }
    list->count = kept;
}

/* Reads "tariff.c", "tariff.c:40" or "src/engine/tariff.c". */
static bool target_read(target *out, const char *argument)
{
    const char *slash = strrchr(argument, '/');
    const char *name = slash != NULL ? slash + 1 : argument;
    const size_t length = strcspn(name, ":");
    buffer file = {0};
    buffer_append(&file, name, length);
    *out = (target){.file = buffer_take(&file)};
    out->source = source_text(out->file);
    if (out->source == NULL)
        return false;
    mutant_list_find(&out->mutants, out->source);
    if (name[length] == ':')
        keep_line(&out->mutants, atoi(name + length + 1));
    return true;
}

static void list(const target *t)
{
    for (size_t i = 0; i < t->mutants.count; i++) {
        score_print_mutant(t->file, &t->mutants.items[i]);
        printf("\n");
    }
}

static bool try_all(const target *t, suite *tests, score *s)
{
    trial_ground ground = {.file = t->file, .source = t->source, .suite = tests};
    if (!trial_ground_open(&ground)) {
        fprintf(stderr, "mutate: %s does not compile with nothing changed\n", t->file);
        return false;
    }
    score_open_file(s, t->file, t->source);
    bool tried = pool_run(&ground, &t->mutants, score_take, s);
    if (tried)
        score_close_file(s);
    else
        fprintf(stderr, "mutate: cannot start processes: %s\n", strerror(errno));
    trial_ground_close(&ground);
    return tried;
}

/* Calls what is to be done with each target. */
static bool each_target(const char *const *arguments, suite *tests, score *s)
{
    for (; *arguments != NULL; arguments++) {
        target t;
        bool done = target_read(&t, *arguments);
        if (done && tests == NULL)
            list(&t);
        else if (done)
            done = try_all(&t, tests, s);
        target_free(&t);
        if (!done)
            return false;
    }
    return true;
}

static int mutate(const char *const *arguments)
{
    const time_t begin = time(NULL);
    suite tests;
    if (!suite_open(&tests, MUTATION_PROGRAM_FOLDER, programs)) {
        fprintf(stderr, "mutate: the tests cannot be run\n");
        return FAILED;
    }
    score s = {0};
    const bool tried = each_target(arguments, &tests, &s);
    const bool enough = score_close(&s);
    suite_close(&tests);
    printf("%.0f seconds\n", difftime(time(NULL), begin));
    if (!tried || s.total[TRIAL_BROKEN] > 0)
        return FAILED;
    return enough ? DONE : TOO_MANY_SURVIVED;
}

int main(int argc, char **argv)
{
    const bool listing = argc > 1 && strcmp(argv[1], "--list") == 0;
    const char *const *arguments = (const char *const *)(argv + (listing ? 2 : 1));
    if (*arguments == NULL)
        arguments = pricing_code;
    if (**arguments == '-') {
        fputs(usage, stderr);
        return FAILED;
    }
    if (listing)
        return each_target(arguments, NULL, NULL) ? DONE : FAILED;
    return mutate(arguments);
}
