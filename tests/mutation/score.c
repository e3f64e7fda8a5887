#include "mutation/score.h"

#include <stdio.h>
#include <string.h>

void score_print_mutant(const char *file, const mutant *m)
{
    printf("%s:%d:%d: %s", file, m->line, m->column, m->label);
}

void score_open_file(score *s, const char *file, const char *source)
{
    s->file = file;
    s->source = source;
    memset(s->of_file, 0, sizeof s->of_file);
}

static void append_line_of(buffer *out, const char *source, size_t at)
{
    while (at > 0 && source[at - 1] != '\n')
        at--;
    at += strspn(&source[at], " \t");
    buffer_append(out, &source[at], strcspn(&source[at], "\n"));
}

static void keep_survivor(score *s, const mutant *m)
{
    char place[64];
    (void)snprintf(place, sizeof place, ":%d:%d: ", m->line, m->column);
    buffer_append_text(&s->survivors, "  ");
    buffer_append_text(&s->survivors, s->file);
    buffer_append_text(&s->survivors, place);
    buffer_append_text(&s->survivors, m->label);
    buffer_append_text(&s->survivors, "\n      ");
    append_line_of(&s->survivors, s->source, m->at);
    buffer_append_text(&s->survivors, "\n");
}

void score_take(void *context, const mutant *m, const trial_result *result)
{
    static const char *const words[TRIAL_OUTCOME_COUNT] = {
        [TRIAL_BROKEN] = "could not be tried",   [TRIAL_NOT_C] = "not counted: does not compile",
        [TRIAL_SAME] = "not counted: same code", [TRIAL_KILLED] = "killed by",
        [TRIAL_ENDLESS] = "killed by time in",   [TRIAL_SURVIVED] = "survived"};
    score *s = context;
    const suite_verdict *v = &result->verdict;
    score_print_mutant(s->file, m);
    printf("  %s", words[result->outcome]);
    if (v->program != NULL)
        printf(" %s", v->program);
    if (v->name[0] != '\0')
        printf(": %s", v->name);
    printf("\n");
    (void)fflush(stdout);
    s->of_file[result->outcome]++;
    s->total[result->outcome]++;
    if (result->outcome == TRIAL_SURVIVED)
        keep_survivor(s, m);
}

static size_t killed(const size_t counts[TRIAL_OUTCOME_COUNT])
{
    return counts[TRIAL_KILLED] + counts[TRIAL_ENDLESS];
}

static size_t counted(const size_t counts[TRIAL_OUTCOME_COUNT])
{
    return killed(counts) + counts[TRIAL_SURVIVED];
}

static void print_counts(const char *what, const size_t counts[TRIAL_OUTCOME_COUNT])
{
    const size_t all = counted(counts);
    const size_t tenths = all == 0 ? 1000 : killed(counts) * 1000 / all;
    printf("%s: %zu of %zu mutants killed (%zu.%zu %%), %zu of them by time; %zu survived; not "
           "counted: %zu same code, %zu do not compile",
           what, killed(counts), all, tenths / 10, tenths % 10, counts[TRIAL_ENDLESS],
           counts[TRIAL_SURVIVED], counts[TRIAL_SAME], counts[TRIAL_NOT_C]);
    if (counts[TRIAL_BROKEN] > 0)
        printf("; %zu could not be tried", counts[TRIAL_BROKEN]);
    printf("\n");
}

void score_close_file(const score *s)
{
    print_counts(s->file, s->of_file);
}

bool score_close(score *s)
{
    if (s->total[TRIAL_SURVIVED] > 0)
        printf("\nSurvivors:\n%s", buffer_text(&s->survivors));
    printf("\n");
    print_counts("total", s->total);
    buffer_free(&s->survivors);
    return s->total[TRIAL_BROKEN] == 0 &&
           killed(s->total) * 100 >= counted(s->total) * SCORE_ENOUGH;
}
