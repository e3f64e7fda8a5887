#include <breakeven/afford.h>

#include "afford_rules.h"
#include "amount_ops.h"
#include "quoting.h"

/* More than bills of one plan can be apart that only rounding tells apart. */
#define ROUNDING ((be_int128)1000)

enum { NONE = -1 };

/* What one way to buy costs at one volume. */
typedef struct price_tag {
    be_option option;
    bool eligible;
    be_amount total; /* with tax */
    be_amount least; /* nothing of its kind costs less; missing where there is none */
    bool sound;      /* that is known */
} price_tag;

typedef struct seeking {
    be_arena *arena;   /* for what is handed out */
    be_arena *scratch; /* for one price tag at a time */
    be_arena *rules;   /* for one set of rules at a time */
    const be_product *product;
    be_demand demand;
    be_horizon horizon;
    be_amount budget;
    be_option_id id;
    afford_rules harsher;
    size_t left;      /* price tags that may still be asked for */
    bool sound;       /* whatever was ruled out was so on good grounds */
    be_quantity open; /* the largest volume that was ruled out for want of work; NONE: no such */
    size_t evaluations;
    bool failed;
} seeking;

/* -- one volume -------------------------------------------------------------------------------- */

static bool tag_optimum(seeking *s, const be_product *product, const be_quote *quote,
                        price_tag *out)
{
    be_optimum found;
    be_bill bill;
    if (!quote_optimum(s->scratch, quote, &s->demand, &found))
        return false;
    out->sound = true;
    out->eligible = be_amount_is_known(found.cost);
    out->least = be_amount_scale(found.bound, BE_RATIO_ONE + s->demand.tax);
    out->total = found.cost;
    if (!out->eligible)
        return true;
    if (!be_bill_compute(s->scratch, product, &s->demand, &quote->usage, found.schedule.purchases,
                         found.schedule.count, BE_BILL_TOTALS, &bill))
        return false;
    out->total = be_amount_add(bill.total, bill.tax);
    return true;
}

static void tag_column(const be_option *option, price_tag *out)
{
    out->option = *option;
    out->eligible = be_option_eligible(option);
    out->sound = option->schedule.proven;
    out->total = be_amount_add(option->bill.total, option->bill.tax);
    out->least = out->eligible ? out->total : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

/* What the volume costs under a product's rules, until the next one is asked for. */
static bool tag_at(seeking *s, const be_product *product, be_quantity volume, price_tag *out)
{
    be_arena_reset(s->scratch);
    s->demand.volume = volume;
    s->evaluations++;
    s->left -= s->left > 0 ? 1 : 0;
    *out = (price_tag){0};
    const be_quote *quote = quote_columns(s->scratch, product, &s->demand, s->horizon);
    s->failed = s->failed || quote == NULL;
    if (s->failed)
        return false;
    if (s->id != BE_OPTION_BEST)
        tag_column(&quote->options[s->id], out);
    else
        s->failed = !tag_optimum(s, product, quote, out);
    return !s->failed;
}

static bool is_paid_for(const seeking *s, const price_tag *tag)
{
    return tag->eligible && amount_compare(tag->total, s->budget) <= 0;
}

static bool fits(seeking *s, be_quantity volume)
{
    price_tag tag;
    return tag_at(s, s->product, volume, &tag) && is_paid_for(s, &tag);
}

/* -- intervals --------------------------------------------------------------------------------- */

static be_amount shifted(be_amount amount, be_int128 by)
{
    return amount_is_known(amount) ? amount_of_scaled(amount.scaled + by) : amount;
}

static be_int128 rounding_under(const seeking *s, const afford_rules *rules)
{
    bool rounded = s->demand.tax != 0 || s->demand.discount != 0 || !rules->exact;
    return rounded ? ROUNDING : 0;
}

/* The most units that a month has at that volume. */
static be_quantity largest_month(const seeking *s, be_quantity volume)
{
    be_usage usage;
    be_demand demand = s->demand;
    be_quantity most = 1;
    demand.volume = volume;
    be_usage_resolve(&demand, s->horizon, &usage);
    for (int t = 0; t < usage.horizon.months; t++)
        most = usage.month[t].billable > most ? usage.month[t].billable : most;
    return usage.too_large ? BE_UNBOUNDED : most;
}

/* Whether no volume of from..to fits; taken for granted, and noted, when the work is at its end. */
static bool none_fits(seeking *s, be_quantity from, be_quantity to)
{
    afford_rules kinder;
    price_tag tag;
    if (s->left == 0) {
        s->open = to > s->open ? to : s->open;
        return true;
    }
    be_arena_reset(s->rules);
    if (!afford_kinder(s->rules, s->product, largest_month(s, to), &kinder)) {
        s->failed = true;
        return true;
    }
    if (!kinder.made || !tag_at(s, &kinder.product, from, &tag))
        return s->failed;
    be_amount least = shifted(tag.least, -rounding_under(s, &kinder));
    bool none = amount_compare(least, s->budget) > 0;
    s->sound = s->sound && (!none || tag.sound);
    return none;
}

/* Whether every volume up to this one fits. */
static bool all_fit(seeking *s, be_quantity volume)
{
    price_tag tag;
    if (s->left == 0 || !s->harsher.made || !tag_at(s, &s->harsher.product, volume, &tag))
        return false;
    tag.total = shifted(tag.total, rounding_under(s, &s->harsher));
    return (tag.sound || s->id == BE_OPTION_BEST) && is_paid_for(s, &tag);
}

/* The largest volume between the two that fits, neither included; NONE: there is none. */
static be_quantity last_fit(seeking *s, be_quantity low, be_quantity high)
{
    if (high - low <= 1 || s->failed || none_fits(s, low + 1, high - 1))
        return NONE;
    be_quantity middle = low + (high - low) / 2;
    bool fit = fits(s, middle);
    be_quantity upper = last_fit(s, middle, high);
    if (upper != NONE || fit)
        return upper != NONE ? upper : middle;
    return last_fit(s, low, middle);
}

/* The first of the volumes above `low`, up to `high`, that does not fit or was not looked at. */
static be_quantity first_misfit(seeking *s, be_quantity low, be_quantity high)
{
    if (all_fit(s, high))
        return NONE;
    if (s->left == 0 || s->failed)
        return low + 1;
    if (high - low == 1)
        return fits(s, high) ? NONE : high;
    be_quantity middle = low + (high - low) / 2;
    be_quantity lower = first_misfit(s, low, middle);
    return lower != NONE ? lower : first_misfit(s, middle, high);
}

/* -- one way to buy ---------------------------------------------------------------------------- */

/* A volume from which on none fits; NONE where even the largest one does. */
static be_quantity find_ceiling(seeking *s)
{
    be_quantity volume = 1;
    while (volume < BE_QUANTITY_MAX && !none_fits(s, volume, BE_QUANTITY_MAX))
        volume = volume > BE_QUANTITY_MAX / 2 ? BE_QUANTITY_MAX : volume * 2;
    return volume == BE_QUANTITY_MAX && fits(s, volume) ? NONE : volume;
}

static be_quantity find_most(seeking *s)
{
    be_quantity ceiling = find_ceiling(s);
    if (ceiling == NONE)
        return BE_QUANTITY_MAX;
    be_quantity most = last_fit(s, 0, ceiling);
    if (most != NONE)
        return most;
    return fits(s, 0) ? 0 : NONE;
}

/* How far the volumes fit without a gap. */
static be_quantity find_every(seeking *s, be_quantity most)
{
    if (!fits(s, 0))
        return NONE;
    if (most == 0)
        return 0;
    be_quantity misfit = first_misfit(s, 0, most);
    return misfit == NONE ? most : misfit - 1;
}

static bool copy_reasons(seeking *s, const price_tag *tag, be_afford_option *out)
{
    static const be_message none = {.id = BE_MSG_NONE_FEASIBLE};
    bool best = s->id == BE_OPTION_BEST;
    const be_message *from = best ? &none : tag->option.reasons;
    size_t count = best ? 1 : tag->option.reason_count;
    be_message *reasons = be_arena_alloc(s->arena, count, sizeof *reasons);
    if (reasons == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        reasons[i] = from[i];
    out->reasons = reasons;
    out->reason_count = count;
    return true;
}

/* What is in the way of the next larger volume. */
static bool find_stop(seeking *s, be_afford_option *out)
{
    price_tag tag;
    out->stop = BE_AFFORD_NOTHING;
    if (out->any && out->most == BE_QUANTITY_MAX)
        return true;
    if (!tag_at(s, s->product, out->any ? out->most + 1 : 0, &tag))
        return false;
    out->stop = tag.eligible ? BE_AFFORD_BUDGET : BE_AFFORD_LOAD;
    return tag.eligible || copy_reasons(s, &tag, out);
}

static bool fill(seeking *s, be_afford_option *out)
{
    price_tag tag;
    be_quantity most = find_most(s);
    out->any = most != NONE;
    out->most = out->any ? most : 0;
    out->proven = s->sound && s->open <= most;
    out->bound = !s->sound ? BE_QUANTITY_MAX : s->open > most ? s->open : out->most;
    out->every = NONE;
    if (out->any && tag_at(s, s->product, most, &tag))
        out->total = tag.total;
    s->left = BE_AFFORD_EVALUATIONS;
    if (out->any && !s->failed)
        out->every = find_every(s, most);
    return !s->failed && find_stop(s, out) && !s->failed;
}

/* Offered is what the quote of nothing offers; the best plan is one of anything. */
static bool seek(seeking *s, be_afford_option *out)
{
    price_tag tag;
    s->left = BE_AFFORD_EVALUATIONS;
    s->sound = true;
    s->open = NONE;
    out->id = s->id;
    out->total = be_amount_zero();
    if (!tag_at(s, s->product, 0, &tag))
        return false;
    out->offered = s->id == BE_OPTION_BEST || tag.option.offered;
    return out->offered ? fill(s, out) : copy_reasons(s, &tag, out);
}

static bool seek_all(seeking *s, be_afford *out)
{
    static const be_option_id ids[BE_AFFORD_OPTIONS] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE,
                                                        BE_OPTION_QPS, BE_OPTION_BEST};
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++) {
        s->id = ids[i];
        if (!seek(s, &out->options[i]))
            return false;
    }
    out->evaluations = s->evaluations;
    return true;
}

const be_afford *be_afford_create(be_arena *arena, const be_product *product,
                                  const be_demand *demand, be_horizon horizon, be_amount budget)
{
    seeking s = {.arena = arena,
                 .scratch = be_arena_create(),
                 .rules = be_arena_create(),
                 .product = product,
                 .demand = *demand,
                 .horizon = horizon,
                 .budget = budget};
    s.demand.volumes = NULL;
    s.demand.volume_count = 0;
    s.demand.pinned_count = 0;
    be_afford *out = be_arena_alloc(arena, 1, sizeof *out);
    bool done = out != NULL && s.scratch != NULL && s.rules != NULL;
    if (done) {
        out->budget = budget;
        done = afford_harsher(arena, product, &s.harsher) && seek_all(&s, out);
    }
    be_arena_destroy(s.scratch);
    be_arena_destroy(s.rules);
    return done ? out : NULL;
}
