/*
 * How fast the planner answers, as its user meets it: through a pseudo-terminal, from the moment a
 * key is sent to the moment the last byte of the frame has arrived. Beside it, in the same run and
 * by the same measure, other terminal programs where they are installed.
 *
 *     bench_planner BREAKEVEN [TIGDIR]
 *
 * Prints figures; nothing here passes or fails.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "plan_file.h"
#include "support/environment.h"
#include "worked.h"

enum { COLS = 80, ROWS = 24, MONTHS = 12 };

static double print_figures(const worked *s, char *const *environment, const char *folder)
{
    if (access(s->argv[0], X_OK) != 0) {
        printf("%-38s not installed\n", s->name);
        return 0;
    }
    worked_figures f = worked_measure(s, environment, folder);
    printf("%-38s %3dx%-3d %8.1f %8.1f %8.2f %8.2f %8.0f %8.1f %8.1f %8ld\n", s->name, s->cols,
           s->rows, f.first, f.settled, f.median, f.p99, f.bytes, (double)f.memory_kb / 1024,
           (double)f.peak_kb / 1024, f.idle_ms);
    return f.median;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: bench_planner BREAKEVEN [REPOSITORY]\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    sandbox *home = sandbox_create();
    if (home == NULL || !plan_file_write(home, "3.cfg", 3, MONTHS) ||
        !plan_file_write(home, "1000.cfg", 1000, MONTHS)) {
        perror("bench_planner: no plans");
        return 1;
    }
    const worked subjects[] = {
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
    printf("%-38s %7s %8s %8s %8s %8s %8s %8s %8s %8s\n", "through a terminal; ms, median of", "",
           "first", "all", "key to", "99 of", "bytes", "resident", "peak", "idle cpu");
    printf("%-38s %7s %8s %8s %8s %8s %8s %8s %8s %8s\n", "", "", "frame", "done", "frame", "100",
           "a key", "MiB", "MiB", "in 2 s");
    double ours = 0, theirs = 0;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        const worked *s = &subjects[i];
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
