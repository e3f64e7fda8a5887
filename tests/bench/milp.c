/*
 * The program, by month t:
 *
 *   rest_t      what the free quota and owned units leave: both are used first, so it is known
 *   n_i_t       packages of size i bought, whole
 *   u_s_t       units used of what was bought in month s; l_s_t those left at the month's end
 *   c_t         1: calls are free, by a month (m_t) or a year (y_s) of QPS
 *   p_t         units paid for; w_t 1: there are some. Packages are used before: then none is left
 *   x_t_b       units in band b; under volume tiers z_t_b says which band all of them are in, under
 *               falling ones which bands are reached
 *   g_t         where packages end within the plan, 1: something is bought. Then older units are
 *               used up in that month: to buy sooner never pays under bills that do not fall
 */
#include "milp.h"

#include <errno.h>
#include <inttypes.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { YEAR = 12, THOUSAND = 1000, PATH_SIZE = 256, NAME_SIZE = 32, LINE_SIZE = 256 };

typedef struct program {
    FILE *out;
    const instance *in;
    be_quantity rest[BE_MONTHS_MAX];
} program;

/* -- what is known before -----------------------------------------------------------------------
 */

static be_quantity smaller(be_quantity a, be_quantity b)
{
    return a < b ? a : b;
}

static void fill_rest(program *p)
{
    const instance *in = p->in;
    const be_free_quota *quota = &in->product.free;
    be_quantity free_left = quota->quantity, owned = in->owned.left;
    for (int t = 0; t < in->kind.months; t++) {
        be_quantity rest = in->usage.month[t].billable;
        be_quantity from_free = smaller(quota->monthly ? quota->quantity : free_left, rest);
        free_left -= from_free;
        rest -= from_free;
        bool usable = in->usage.horizon.start + t <= in->owned.expires;
        be_quantity from_owned = usable ? smaller(owned, rest) : 0;
        owned -= from_owned;
        p->rest[t] = rest - from_owned;
    }
}

/* The last month in which something bought in month s is used, and what is asked until then. */
static int last_use(const program *p, int s)
{
    int last = s + p->in->kind.validity - 1;
    return last < p->in->kind.months ? last : p->in->kind.months - 1;
}

static be_quantity window(const program *p, int s)
{
    be_quantity sum = 0;
    for (int t = s; t <= last_use(p, s); t++)
        sum += p->rest[t];
    return sum;
}

/* A package of more than can be used is as good as one of just that. */
static be_quantity useful_size(const program *p, int size, int s)
{
    return smaller(p->in->packages[size].size, window(p, s));
}

static be_quantity most_left(const program *p, int s)
{
    return 2 * window(p, s);
}

static int band_count(const program *p)
{
    return (int)p->in->product.payg.tariff.band_count;
}

static be_quantity band_start(const program *p, int b)
{
    return b == 0 ? 0 : p->in->bands[b - 1].up_to;
}

static be_quantity band_end(const program *p, int b, int t)
{
    return smaller(p->in->bands[b].up_to, p->rest[t]);
}

static bool ends_within(const program *p)
{
    return p->in->kind.validity < p->in->kind.months;
}

/* A quantity as it is written: in thousands, with which the solver errs less. */
typedef struct units_text {
    char text[NAME_SIZE];
} units_text;

static units_text units(be_quantity quantity)
{
    units_text out;
    snprintf(out.text, sizeof out.text, "%" PRId64 ".%03d", quantity / THOUSAND,
             (int)(quantity % THOUSAND));
    return out;
}

/* -- the program --------------------------------------------------------------------------------
 */

static void write_cost(const program *p, be_amount price, const char *name, int i, int t)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(price, text);
    fprintf(p->out, " + %s %s_%d_%d\n", text, name, i, t);
}

static void write_objective(const program *p)
{
    const instance *in = p->in;
    fprintf(p->out, "Minimize\n cost:\n");
    for (int t = 0; t < in->kind.months; t++) {
        for (int i = 0; i < INSTANCE_SIZES; i++)
            write_cost(p, in->packages[i].price, "n", i, t);
        for (int b = 0; b < band_count(p); b++)
            write_cost(p, be_amount_times(in->bands[b].price, THOUSAND), "x", t, b);
        if (in->kind.qps) {
            write_cost(p, in->term_bands[0].price, "m", t, t);
            write_cost(p, in->term_bands[1].price, "y", t, t);
        }
    }
}

/* What was bought in month s is used up or left, month by month. */
static void write_cohort(const program *p, int s)
{
    units_text most = units(most_left(p, s));
    for (int t = s; t <= last_use(p, s); t++) {
        fprintf(p->out, " u_%d_%d + l_%d_%d", s, t, s, t);
        if (t > s)
            fprintf(p->out, " - l_%d_%d", s, t - 1);
        for (int i = 0; t == s && i < INSTANCE_SIZES; i++)
            fprintf(p->out, " - %s n_%d_%d", units(useful_size(p, i, s)).text, i, s);
        fprintf(p->out, " = 0\n");
        fprintf(p->out, " l_%d_%d + %s w_%d <= %s\n", s, t, most.text, t, most.text);
        if (ends_within(p) && t > s)
            fprintf(p->out, " l_%d_%d + %s g_%d <= %s\n", s, t, most.text, t, most.text);
    }
    if (!ends_within(p))
        return;
    for (int i = 0; i < INSTANCE_SIZES; i++)
        fprintf(p->out, " n_%d_%d - %" PRId64 " g_%d <= 0\n", i, s,
                be_quantity_divide_up(window(p, s), p->in->packages[i].size) + 1, s);
}

static void write_served(const program *p, int t)
{
    units_text rest = units(p->rest[t]);
    fprintf(p->out, " p_%d", t);
    for (int s = 0; s <= t; s++) {
        if (last_use(p, s) >= t)
            fprintf(p->out, " + u_%d_%d", s, t);
    }
    if (p->in->kind.qps)
        fprintf(p->out, " + %s c_%d", rest.text, t);
    fprintf(p->out, " = %s\n", rest.text);
    fprintf(p->out, " p_%d - %s w_%d <= 0\n", t, rest.text, t);
}

static void write_capacity(const program *p, int t)
{
    fprintf(p->out, " c_%d - m_%d_%d >= 0\n", t, t, t);
    for (int s = t - YEAR + 1; s <= t; s++) {
        if (s >= 0)
            fprintf(p->out, " c_%d - y_%d_%d >= 0\n", t, s, s);
    }
    fprintf(p->out, " c_%d - m_%d_%d", t, t, t);
    for (int s = t - YEAR + 1; s <= t; s++) {
        if (s >= 0)
            fprintf(p->out, " - y_%d_%d", s, s);
    }
    fprintf(p->out, " <= 0\n");
}

/* All units of the month are in one band. */
static void write_volume_band(const program *p, int t, int b)
{
    fprintf(p->out, " x_%d_%d - %s z_%d_%d <= 0\n", t, b, units(band_end(p, b, t)).text, t, b);
    fprintf(p->out, " x_%d_%d - %s z_%d_%d >= 0\n", t, b,
            units(b == 0 ? 0 : band_start(p, b) + 1).text, t, b);
}

/* A band takes units once those before it are full. */
static void write_falling_band(const program *p, int t, int b)
{
    be_quantity width = band_end(p, b, t) - band_start(p, b);
    fprintf(p->out, " x_%d_%d - %s z_%d_%d <= 0\n", t, b, units(width).text, t, b);
    if (b > 0)
        fprintf(p->out, " x_%d_%d - %s z_%d_%d >= 0\n", t, b - 1,
                units(band_start(p, b) - band_start(p, b - 1)).text, t, b);
}

static void write_bands(const program *p, int t)
{
    bool volume = p->in->kind.tiers == INSTANCE_VOLUME;
    fprintf(p->out, " p_%d", t);
    for (int b = 0; b < band_count(p); b++)
        fprintf(p->out, " - x_%d_%d", t, b);
    fprintf(p->out, " = 0\n");
    for (int b = 0; b < band_count(p); b++) {
        be_quantity end = band_end(p, b, t), start = band_start(p, b);
        if (end <= start)
            fprintf(p->out, " x_%d_%d = 0\n", t, b);
        else if (volume)
            write_volume_band(p, t, b);
        else if (p->in->kind.tiers == INSTANCE_FALLING)
            write_falling_band(p, t, b);
        else
            fprintf(p->out, " x_%d_%d <= %s\n", t, b, units(end - start).text);
    }
    if (!volume)
        return;
    for (int b = 0; b < band_count(p); b++)
        fprintf(p->out, " + z_%d_%d", t, b);
    fprintf(p->out, " <= 1\n");
}

static void write_whole_variables(const program *p)
{
    bool binaries = p->in->kind.tiers == INSTANCE_VOLUME || p->in->kind.tiers == INSTANCE_FALLING;
    fprintf(p->out, "General\n");
    for (int t = 0; t < p->in->kind.months; t++) {
        for (int i = 0; i < INSTANCE_SIZES; i++)
            fprintf(p->out, " n_%d_%d\n", i, t);
    }
    fprintf(p->out, "Binary\n");
    for (int t = 0; t < p->in->kind.months; t++) {
        fprintf(p->out, " w_%d\n", t);
        if (ends_within(p))
            fprintf(p->out, " g_%d\n", t);
        if (p->in->kind.qps)
            fprintf(p->out, " c_%d\n m_%d_%d\n y_%d_%d\n", t, t, t, t, t);
        for (int b = 0; binaries && b < band_count(p); b++) {
            if (band_end(p, b, t) > band_start(p, b))
                fprintf(p->out, " z_%d_%d\n", t, b);
        }
    }
}

static bool write_program(const instance *in, const char *path)
{
    program p = {.out = fopen(path, "w"), .in = in};
    if (p.out == NULL)
        return false;
    fill_rest(&p);
    write_objective(&p);
    fprintf(p.out, "Subject To\n");
    for (int t = 0; t < in->kind.months; t++) {
        write_cohort(&p, t);
        write_served(&p, t);
        write_bands(&p, t);
        if (in->kind.qps)
            write_capacity(&p, t);
    }
    write_whole_variables(&p);
    fprintf(p.out, "End\n");
    bool failed = ferror(p.out) != 0;
    return fclose(p.out) == 0 && !failed;
}

/* -- the solver ---------------------------------------------------------------------------------
 */

/* Runs the solver without a word of its own; true where it ends well. */
static bool run(char *const *arguments)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    bool started =
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", 1, 0) == 0 &&
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0) == 0 &&
        posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    if (!started)
        return false;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool milp_available(void)
{
    char solver[] = "cbc", quit[] = "-quit";
    char *const arguments[] = {solver, quit, NULL};
    return run(arguments);
}

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool solve(char *program_path, char *solution_path, int seconds)
{
    char solver[] = "cbc", limit[] = "-sec", gap[] = "-ratio", none[] = "0", whole[] = "-integerT",
         tolerance[] = "1e-9", start[] = "-solve", answer[] = "-solution", most[NAME_SIZE];
    snprintf(most, sizeof most, "%d", seconds);
    char *const arguments[] = {solver, program_path, limit, most,   gap,           none,
                               whole,  tolerance,    start, answer, solution_path, NULL};
    return run(arguments);
}

/* -- its answer ---------------------------------------------------------------------------------
 */

/* One variable of the solution that is not 0: what of it is bought. */
static void read_variable(milp_answer *out, const char *name, double value)
{
    static const struct {
        char letter;
        be_purchase_kind kind;
        size_t item; /* of capacity */
    } bought[] = {{'n', BE_BUY_PACKAGE, 0}, {'m', BE_BUY_CAPACITY, 0}, {'y', BE_BUY_CAPACITY, 1}};
    char letter;
    int item, month;
    be_quantity count = (be_quantity)(value + 0.5);
    if (sscanf(name, "%c_%d_%d", &letter, &item, &month) != 3 || count == 0)
        return;
    for (size_t i = 0; i < sizeof bought / sizeof *bought; i++) {
        if (letter != bought[i].letter || out->purchase_count == MILP_PURCHASES)
            continue;
        size_t index = bought[i].kind == BE_BUY_PACKAGE ? (size_t)item : bought[i].item;
        out->purchases[out->purchase_count++] =
            (be_purchase){bought[i].kind, index, month, count, 1};
    }
}

static bool read_solution(const char *path, milp_answer *out)
{
    char line[LINE_SIZE], name[NAME_SIZE];
    double value;
    FILE *in = fopen(path, "r");
    if (in == NULL)
        return false;
    bool read = fgets(line, sizeof line, in) != NULL;
    const char *objective = read ? strstr(line, "objective value") : NULL;
    out->optimal = read && strncmp(line, "Optimal", strlen("Optimal")) == 0;
    if (objective != NULL)
        out->objective = strtod(objective + strlen("objective value"), NULL);
    while (fgets(line, sizeof line, in) != NULL) {
        if (sscanf(line, "%*d %31s %lf", name, &value) == 2)
            read_variable(out, name, value);
    }
    fclose(in);
    return objective != NULL;
}

bool milp_solve(const instance *in, int seconds, milp_answer *out)
{
    const char *folder = getenv("TMPDIR");
    char made[PATH_SIZE], program_path[PATH_SIZE + NAME_SIZE], solution_path[PATH_SIZE + NAME_SIZE];
    *out = (milp_answer){.optimal = false};
    snprintf(made, sizeof made, "%s/breakeven-milp-XXXXXX", folder != NULL ? folder : "/tmp");
    if (mkdtemp(made) == NULL)
        return false;
    snprintf(program_path, sizeof program_path, "%s/plan.lp", made);
    snprintf(solution_path, sizeof solution_path, "%s/plan.sol", made);
    bool done = write_program(in, program_path);
    double start = seconds_now();
    done = done && solve(program_path, solution_path, seconds);
    out->seconds = seconds_now() - start;
    done = done && read_solution(solution_path, out);
    unlink(program_path);
    unlink(solution_path);
    rmdir(made);
    return done;
}
