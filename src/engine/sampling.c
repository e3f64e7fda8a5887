#include <breakeven/sampling.h>

#include <stdlib.h>

#include <breakeven/optimum.h>

#include "coarse.h"
#include "hindsight.h"
#include "paths.h"
#include "purchases.h"
#include "sampled.h"

const char *be_sampled_basis_name(be_sampled_basis basis)
{
    static const char *const names[BE_SAMPLED_BASIS_COUNT] = {
        [BE_SAMPLED_NOTHING] = "nothing",   [BE_SAMPLED_P10] = "p10",
        [BE_SAMPLED_P25] = "p25",           [BE_SAMPLED_P35] = "p35",
        [BE_SAMPLED_P50] = "p50",           [BE_SAMPLED_P75] = "p75",
        [BE_SAMPLED_EXPECTED] = "expected", [BE_SAMPLED_HIGHEST] = "highest",
    };
    return names[basis];
}

/* One way to begin, and what it comes to on each path. */
typedef struct column {
    be_schedule now;
    be_amount *costs;
} column;

/* The work, in order. All pieces of a stage are alike. */
typedef enum stage {
    STAGE_PLANS, /* what each basis begins with */
    STAGE_PATHS, /* of each path: the best plan for it, then the cost of each choice */
    STAGE_JUDGE, /* of each path: the cost of choices without one of their purchases */
    STAGE_DONE
} stage;

struct be_sampling {
    coarse sold;
    const be_demand *demand;
    /* For good, for one path, for one piece. */
    be_arena *kept, *by_path, *scratch;
    path_set paths;
    stage stage;
    size_t next, done; /* pieces of this stage, and of all */
    column *columns;   /* the choices, then choices without a purchase */
    size_t choices, count;
    column foresight, never;
    hindsight path;  /* the one that is being looked at */
    size_t *without; /* the column without each of the judged purchases */
    be_amount *room; /* for the costs of one column */
    be_sampled_choice *offered;
    be_sampled_purchase *judged;
    be_sampled result;
};

/* -- columns -------------------------------------------------------------------------------------
 */

static bool open_column(be_sampling *s, const be_schedule *now, column *out)
{
    out->now = *now;
    out->costs = be_arena_alloc(s->kept, s->paths.count, sizeof *out->costs);
    return out->costs != NULL;
}

/* The column of these purchases, a new one where there is none yet. */
static bool find_column(be_sampling *s, const be_schedule *now, size_t *out)
{
    for (*out = 0; *out < s->count; (*out)++) {
        if (purchases_same(&s->columns[*out].now, now))
            return true;
    }
    return open_column(s, now, &s->columns[s->count++]);
}

/* -- the candidates ------------------------------------------------------------------------------
 */

static bool has_payg(const be_sampling *s)
{
    const be_payg *payg = &s->sold.product.payg;
    return payg->offered && (!payg->opt_in || s->demand->postpaid);
}

/* The volumes that a basis plans for. */
static bool forecast(be_sampling *s, be_sampled_basis basis, be_quantity volumes[BE_MONTHS_MAX])
{
    static const int percent[BE_SAMPLED_BASIS_COUNT] = {
        [BE_SAMPLED_P10] = 10, [BE_SAMPLED_P25] = 25, [BE_SAMPLED_P35] = 35,
        [BE_SAMPLED_P50] = 50, [BE_SAMPLED_P75] = 75, [BE_SAMPLED_HIGHEST] = 100,
    };
    be_usage usage;
    if (percent[basis] > 0)
        return paths_quantile(&s->paths, s->scratch, percent[basis], volumes);
    be_usage_resolve(s->demand, s->paths.horizon, &usage);
    for (int t = 0; t < usage.horizon.months; t++)
        volumes[t] = usage.month[t].attempts;
    return true;
}

/* What the optimum for a basis begins with; nothing where there is none. */
static bool plan_basis(be_sampling *s, be_sampled_basis basis, be_schedule *now)
{
    be_quantity volumes[BE_MONTHS_MAX];
    hindsight forecasted;
    *now = (be_schedule){0};
    if (basis == BE_SAMPLED_NOTHING)
        return true;
    if (!forecast(s, basis, volumes))
        return false;
    hindsight_open(&forecasted, s->demand, s->paths.horizon, volumes);
    if (!hindsight_find(&forecasted, s->scratch, s->kept, &s->sold.product))
        return false;
    *now = forecasted.begins;
    return true;
}

static bool do_plan(be_sampling *s)
{
    be_sampled_basis basis = (be_sampled_basis)s->next;
    be_schedule now;
    size_t choice;
    if (basis == BE_SAMPLED_HIGHEST && has_payg(s))
        return true;
    if (!plan_basis(s, basis, &now) || !find_column(s, &now, &choice))
        return false;
    s->choices = s->count;
    s->offered[choice].of[basis] = true;
    if (basis == BE_SAMPLED_EXPECTED)
        s->result.expected = choice;
    return true;
}

/* -- the paths -----------------------------------------------------------------------------------
 */

static void turn_to_path(be_sampling *s, size_t i)
{
    be_arena_reset(s->by_path);
    hindsight_open(&s->path, s->demand, s->paths.horizon, paths_at(&s->paths, i));
}

static void lower(be_amount *cost, be_amount other)
{
    if (be_amount_compare(other, *cost) < 0)
        *cost = other;
}

static bool foresee_path(be_sampling *s, size_t i)
{
    turn_to_path(s, i);
    if (!hindsight_find(&s->path, s->scratch, s->by_path, &s->sold.product))
        return false;
    s->foresight.costs[i] = s->path.foresight;
    s->never.costs[i] = s->path.never;
    return true;
}

/* The best plan for the path shows what follows best on purchases that it begins with. */
static bool cost_choice(be_sampling *s, size_t i, const column *choice)
{
    if (purchases_same(&choice->now, &s->path.begins)) {
        choice->costs[i] = s->path.foresight;
        return true;
    }
    if (!hindsight_cost(&s->path, s->scratch, &s->sold.product, &choice->now, &choice->costs[i]))
        return false;
    lower(&s->foresight.costs[i], choice->costs[i]); /* where the best one is not proven */
    return true;
}

static bool do_path(be_sampling *s)
{
    size_t path = s->next / (1 + s->choices), part = s->next % (1 + s->choices);
    return part == 0 ? foresee_path(s, path) : cost_choice(s, path, &s->columns[part - 1]);
}

static bool do_judge(be_sampling *s)
{
    size_t judged = s->count - s->choices;
    const column *one = &s->columns[s->choices + s->next % judged];
    size_t path = s->next / judged;
    turn_to_path(s, path);
    return hindsight_cost(&s->path, s->scratch, &s->sold.product, &one->now, &one->costs[path]);
}

/* -- what comes of it ----------------------------------------------------------------------------
 */

static be_sampled_cost cost_of(const be_sampling *s, const column *one)
{
    return sampled_cost(one->costs, s->paths.count, s->room);
}

/* The purchases of a choice as the vendor sells them. */
static bool show_choice(be_sampling *s, const be_schedule *now, be_schedule *out)
{
    be_purchase *shown = be_arena_alloc(s->kept, now->count + 1, sizeof *shown);
    if (shown == NULL)
        return false;
    for (size_t i = 0; i < now->count; i++)
        shown[i] = coarse_purchase(&s->sold, now->purchases[i]);
    *out = (be_schedule){shown, now->count, false};
    return true;
}

static bool price_choice(be_sampling *s, const be_schedule *now, be_amount *price)
{
    be_usage usage;
    be_bill bill;
    be_usage_resolve(s->demand, s->paths.horizon, &usage);
    if (!be_bill_compute(s->scratch, &s->sold.product, s->demand, &usage, now->purchases,
                         now->count, BE_BILL_TOTALS, &bill))
        return false;
    *price = bill.month[0].purchases;
    return true;
}

static bool is_better(const be_sampled_choice *a, const be_sampled_choice *b)
{
    int order = be_amount_compare(a->cost.mean, b->cost.mean);
    return order < 0 || (order == 0 && be_amount_compare(a->price, b->price) < 0);
}

static bool sum_up(be_sampling *s)
{
    be_sampled *r = &s->result;
    r->foresight = cost_of(s, &s->foresight);
    r->never_prepay = cost_of(s, &s->never);
    r->never_prepay_excess = be_amount_sub(r->never_prepay.mean, r->foresight.mean);
    for (size_t i = 0; i < s->choices; i++) {
        be_sampled_choice *choice = &s->offered[i];
        const be_schedule *now = &s->columns[i].now;
        choice->cost = cost_of(s, &s->columns[i]);
        choice->excess = be_amount_sub(choice->cost.mean, r->foresight.mean);
        if (!show_choice(s, now, &choice->now) || !price_choice(s, now, &choice->price))
            return false;
        if (is_better(choice, &s->offered[r->recommended]))
            r->recommended = i;
    }
    r->choices = s->offered;
    r->choice_count = s->choices;
    r->has_recommended = be_amount_is_known(s->offered[r->recommended].cost.mean);
    return true;
}

/* Notes the i-th purchase of a choice to be judged, against the choice without it. */
static bool note_purchase(be_sampling *s, size_t choice, size_t i)
{
    be_schedule rest;
    const be_schedule *now = &s->columns[choice].now;
    size_t n = s->result.purchase_count++;
    s->judged[n] = (be_sampled_purchase){.buy = coarse_purchase(&s->sold, now->purchases[i]),
                                         .choice = choice};
    return purchases_without(s->kept, now, i, &rest) && find_column(s, &rest, &s->without[n]);
}

/* What to buy by the recommended choice, and what besides by the expected volume's. */
static bool note_purchases(be_sampling *s)
{
    const be_sampled *r = &s->result;
    const be_schedule recommended = s->columns[r->recommended].now;
    const be_schedule expected = s->columns[r->expected].now;
    for (size_t i = 0; r->has_recommended && i < recommended.count; i++) {
        if (!note_purchase(s, r->recommended, i))
            return false;
    }
    for (size_t i = 0; i < expected.count; i++) {
        bool known = r->has_recommended && purchases_hold(&recommended, &expected.purchases[i]);
        if (!known && !note_purchase(s, r->expected, i))
            return false;
    }
    return true;
}

static bool prepare_judging(be_sampling *s)
{
    const be_sampled *r = &s->result;
    size_t most = s->columns[r->recommended].now.count + s->columns[r->expected].now.count;
    column *columns = be_arena_alloc(s->kept, s->count + most, sizeof *columns);
    s->judged = be_arena_alloc(s->kept, most + 1, sizeof *s->judged);
    s->without = be_arena_alloc(s->kept, most + 1, sizeof *s->without);
    if (columns == NULL || s->judged == NULL || s->without == NULL)
        return false;
    for (size_t i = 0; i < s->count; i++)
        columns[i] = s->columns[i];
    s->columns = columns;
    return note_purchases(s);
}

static bool compare_choices(be_sampling *s)
{
    return sum_up(s) && prepare_judging(s);
}

static bool judge_purchases(be_sampling *s)
{
    be_sampled *r = &s->result;
    for (size_t i = 0; i < r->purchase_count; i++)
        s->judged[i].pays_on = sampled_pays_on(s->columns[s->judged[i].choice].costs,
                                               s->columns[s->without[i]].costs, s->paths.count);
    r->purchases = s->judged;
    return true;
}

/* -- the work, piece by piece --------------------------------------------------------------------
 */

static bool nothing_more(be_sampling *s)
{
    (void)s;
    return true;
}

static const struct {
    bool (*piece)(be_sampling *s);
    bool (*finish)(be_sampling *s); /* once all pieces of the stage are done */
} stages[STAGE_DONE] = {
    [STAGE_PLANS] = {do_plan, nothing_more},
    [STAGE_PATHS] = {do_path, compare_choices},
    [STAGE_JUDGE] = {do_judge, judge_purchases},
};

static size_t pieces_of(const be_sampling *s, stage which)
{
    switch (which) {
    case STAGE_PLANS:
        return BE_SAMPLED_BASIS_COUNT;
    case STAGE_PATHS:
        return s->paths.count *
               (1 + (s->stage == STAGE_PLANS ? BE_SAMPLED_BASIS_COUNT : s->choices));
    case STAGE_JUDGE:
        return s->paths.count * (s->count - s->choices);
    case STAGE_DONE:
        break;
    }
    return 0;
}

/* Past stages that have no more pieces. */
static bool move_on(be_sampling *s)
{
    while (s->stage != STAGE_DONE && s->next == pieces_of(s, s->stage)) {
        if (!stages[s->stage].finish(s))
            return false;
        s->stage++;
        s->next = 0;
    }
    return true;
}

bool be_sampling_step(be_sampling *s, size_t pieces)
{
    for (; pieces > 0 && s->stage != STAGE_DONE; pieces--) {
        be_arena_reset(s->scratch);
        if (!stages[s->stage].piece(s))
            return false;
        s->next++;
        s->done++;
        if (!move_on(s))
            return false;
    }
    return true;
}

void be_sampling_progress(const be_sampling *s, size_t *done, size_t *total)
{
    *done = *total = s->done;
    for (stage which = s->stage; which < STAGE_DONE; which++)
        *total += pieces_of(s, which);
    *total -= s->next;
}

const be_sampled *be_sampling_result(const be_sampling *s)
{
    return s->stage == STAGE_DONE ? &s->result : NULL;
}

/* -- its life ------------------------------------------------------------------------------------
 */

static bool measure_volumes(be_sampling *s)
{
    be_sampled *r = &s->result;
    return paths_total_quantile(&s->paths, s->scratch, 10, &r->volume_p10) &&
           paths_total_quantile(&s->paths, s->scratch, 50, &r->volume_p50) &&
           paths_total_quantile(&s->paths, s->scratch, 90, &r->volume_p90);
}

static be_quantity expected_units(const be_demand *demand, be_horizon horizon)
{
    be_usage usage;
    be_usage_resolve(demand, horizon, &usage);
    return usage.billable_total;
}

static bool begin(be_sampling *s, const be_product *product, be_horizon horizon, uint64_t seed,
                  size_t count)
{
    const be_schedule nothing = {0};
    s->kept = be_arena_create();
    s->by_path = be_arena_create();
    s->scratch = be_arena_create();
    if (s->kept == NULL || s->by_path == NULL || s->scratch == NULL ||
        !coarse_make(&s->sold, s->kept, product, expected_units(s->demand, horizon)) ||
        !paths_draw(&s->paths, s->kept, s->demand, horizon, seed, count))
        return false;
    s->result.seed = seed;
    s->result.paths = count;
    s->columns = be_arena_alloc(s->kept, BE_SAMPLED_BASIS_COUNT, sizeof *s->columns);
    s->offered = be_arena_alloc(s->kept, BE_SAMPLED_BASIS_COUNT, sizeof *s->offered);
    s->room = be_arena_alloc(s->kept, count, sizeof *s->room);
    return s->columns != NULL && s->offered != NULL && s->room != NULL &&
           open_column(s, &nothing, &s->foresight) && open_column(s, &nothing, &s->never) &&
           measure_volumes(s);
}

be_sampling *be_sampling_create(const be_product *product, const be_demand *demand,
                                be_horizon horizon, uint64_t seed, size_t paths)
{
    be_sampling *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->demand = demand;
    paths = paths < 1 ? 1 : paths > BE_PATHS_MAX ? BE_PATHS_MAX : paths;
    if (begin(s, product, horizon, seed, paths))
        return s;
    be_sampling_destroy(s);
    return NULL;
}

void be_sampling_destroy(be_sampling *s)
{
    if (s == NULL)
        return;
    be_arena_destroy(s->kept);
    be_arena_destroy(s->by_path);
    be_arena_destroy(s->scratch);
    free(s);
}
