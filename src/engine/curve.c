#include <breakeven/curve.h>

#include <string.h>

#include "idle.h"
#include "limits.h"
#include "quoting.h"

/* The ways to buy that compete, pay as you go first, in the order in which equals win. */
static const be_option_id rivals[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS};

/* What is found of a volume or an interval: a rival, that there is none, or nothing certain. */
enum { NONE = -1, UNDECIDED = -2 };

enum { RESERVE = 8 }; /* one part in so many */

enum { RIVALS = sizeof rivals / sizeof *rivals, FIRST_SPANS = 16, DAYS_MAX = 31 };

/* What is known of a rival at one volume. */
typedef struct reading {
    bool eligible;
    bool buys; /* something at all */
    bool proven;
    be_amount total;
    be_amount purchased;
    be_quantity payg_units[BE_MONTHS_MAX];
    be_quantity package_units[BE_MONTHS_MAX];
    be_amount usage[BE_MONTHS_MAX];
} reading;

typedef struct sample {
    be_quantity volume;
    int cheapest; /* index of a rival, or NONE */
    reading rivals[RIVALS];
    be_quantity most_qps; /* that a month asks for */
} sample;

/* A total lies between these. */
typedef struct bounds {
    be_amount low, high;
} bounds;

typedef struct tracing {
    be_arena *arena;   /* for what is handed out */
    be_arena *scratch; /* for one quote at a time */
    const be_product *product;
    be_demand demand;
    be_horizon horizon;
    bool packages_idle; /* units from packages never cost less than by the unit */
    /* Volume tiers in which a price is missing below one that is known. */
    bool gapped, gapped_meters;
    bool lowered; /* packages let less through than there is without */
    bool lifted;  /* packages that are sold let more through */
    be_curve_span *spans;
    size_t span_count, span_room;
    size_t evaluations;
    bool failed;
} tracing;

/* -- pricing one volume -------------------------------------------------------------------------
 */

static void read_option(const be_option *option, int months, reading *out)
{
    *out = (reading){.eligible = be_option_eligible(option),
                     .buys = option->schedule.count > 0,
                     .proven = option->schedule.proven};
    if (!option->offered)
        return;
    out->total = option->bill.total;
    out->purchased = option->bill.purchased;
    for (int t = 0; t < months; t++) {
        const be_units *units = &option->bill.month[t].units;
        out->payg_units[t] = units->layer[BE_LAYER_PAYG];
        out->package_units[t] = units->layer[BE_LAYER_PACKAGE] + units->layer[BE_LAYER_GENERAL];
        out->usage[t] = option->bill.month[t].usage;
    }
}

/* The first of the rivals with the least total. */
static int cheapest_of(const sample *s)
{
    int best = NONE;
    for (int i = 0; i < RIVALS; i++) {
        if (s->rivals[i].eligible &&
            (best < 0 || be_amount_compare(s->rivals[i].total, s->rivals[best].total) < 0))
            best = i;
    }
    return best;
}

/* The quote of a volume, until the next one is asked for. NULL without memory. */
static const be_quote *quote_at(tracing *tr, be_quantity volume)
{
    be_arena_reset(tr->scratch);
    tr->demand.volume = volume;
    const be_quote *quote = quote_columns(tr->scratch, tr->product, &tr->demand, tr->horizon);
    tr->failed = tr->failed || quote == NULL;
    return quote;
}

static bool take_sample(tracing *tr, be_quantity volume, sample *out)
{
    const be_quote *quote = quote_at(tr, volume);
    if (quote == NULL)
        return false;
    tr->evaluations++;
    out->volume = volume;
    out->most_qps = limits_most_qps(&quote->usage);
    for (int i = 0; i < RIVALS; i++)
        read_option(&quote->options[rivals[i]], tr->horizon.months, &out->rivals[i]);
    out->cheapest = cheapest_of(out);
    return true;
}

/* -- bounds between two volumes
 * -------------------------------------------------------------------- */

/* The lowest and highest prices, and the highest flat fee, of bands that low..high units reach. */
static void reachable_prices(const be_tariff *tariff, be_quantity low, be_quantity high,
                             be_amount *cheapest, be_amount *dearest, be_amount *fee)
{
    const be_band *band = be_tariff_band_at(tariff, low < 1 ? 1 : low);
    const be_band *last = be_tariff_band_at(tariff, high < 1 ? 1 : high);
    *cheapest = *dearest = band->price;
    *fee = band->flat;
    for (; band < last; band++) {
        if (be_amount_compare(band[1].price, *cheapest) < 0)
            *cheapest = band[1].price;
        if (be_amount_compare(band[1].price, *dearest) > 0)
            *dearest = band[1].price;
        if (be_amount_compare(band[1].flat, *fee) > 0)
            *fee = band[1].flat;
    }
}

/* How often tiers start again in a month, at most; and so do whole blocks, fees and minimums. */
static be_quantity periods_of(const be_tariff *tariff)
{
    return tariff->period == BE_PERIOD_DAY ? DAYS_MAX : 1;
}

/*
 * A month under volume tiers: at least the fewest units at the lowest price in reach, at most the
 * most units, each period's last block full, at the highest price in reach with a fee and a minimum
 * charge for each. Where a day's or a gross position picks the band, all bands are in reach.
 */
static bounds month_of_volume_tiers(const be_tariff *tariff, be_quantity low, be_quantity high)
{
    be_amount cheapest, dearest, fee;
    be_quantity periods = periods_of(tariff);
    bool any = periods > 1 || tariff->position == BE_POSITION_GROSS;
    be_quantity billed_low = be_quantity_divide_up(low, tariff->block) * tariff->block;
    be_quantity billed_high = high + (tariff->block - 1) * periods;
    reachable_prices(tariff, any ? 1 : billed_low, any ? BE_UNBOUNDED : billed_high, &cheapest,
                     &dearest, &fee);
    be_amount least = be_amount_divide(be_amount_times(cheapest, low), tariff->per);
    be_amount most = be_amount_divide(be_amount_times(dearest, billed_high), tariff->per);
    be_amount extras = be_amount_times(be_amount_add(fee, tariff->minimum), periods);
    return (bounds){least, be_amount_add(most, extras)};
}

/* Whether a month's charge can fall while its units rise: the bills at both ends are no bounds. */
static bool may_fall(const be_product *product)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT; use++) {
            if (product->meters[i].tariff[use].mode == BE_TIERS_VOLUME)
                return true;
        }
    }
    return product->meter_count == 0 && product->payg.tariff.mode == BE_TIERS_VOLUME;
}

/* A month under volume tiers as it is paid. Of several meters nothing is said here. */
static bounds month_that_may_fall(const tracing *tr, be_quantity low, be_quantity high)
{
    if (tr->product->meter_count > 0)
        return (bounds){be_amount_zero(), be_amount_missing(BE_AMOUNT_OVERFLOW)};
    bounds list = month_of_volume_tiers(&tr->product->payg.tariff, low, high);
    be_ratio paid = BE_RATIO_ONE - tr->demand.discount;
    return (bounds){be_amount_scale(list.low, paid), be_amount_scale(list.high, paid)};
}

/* The bounds of a rival's total for all volumes between two samples; both are eligible. */
static bounds between(const tracing *tr, const reading *a, const reading *b)
{
    bool falls = may_fall(tr->product);
    bounds sum = {a->purchased, b->purchased};
    for (int t = 0; t < tr->horizon.months; t++) {
        bounds month = {a->usage[t], b->usage[t]};
        bool same =
            a->payg_units[t] == b->payg_units[t] && a->package_units[t] == b->package_units[t];
        if (!same && falls)
            month = month_that_may_fall(tr, a->payg_units[t], b->payg_units[t]);
        sum.low = be_amount_add(sum.low, month.low);
        sum.high = be_amount_add(sum.high, month.high);
    }
    return sum;
}

/* -- what can be taken --------------------------------------------------------------------------
 */

static bool has_gap(const be_tariff *tariff)
{
    bool missing = false;
    for (size_t i = 0; i < tariff->band_count && tariff->mode == BE_TIERS_VOLUME; i++) {
        bool known = be_amount_is_known(tariff->bands[i].price);
        if (known && missing)
            return true;
        missing = missing || !known;
    }
    return false;
}

static bool meters_have_gap(const be_product *product)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT; use++) {
            if (has_gap(&product->meters[i].tariff[use]))
                return true;
        }
    }
    return false;
}

/* Whether every month stays in its band between two volumes. */
static bool same_bands(const tracing *tr, const sample *a, const sample *b)
{
    const be_tariff *tariff = &tr->product->payg.tariff;
    if (tariff->position != BE_POSITION_NET || tariff->period != BE_PERIOD_MONTH)
        return false;
    for (int i = 0; i < RIVALS; i++) {
        for (int t = 0; t < tr->horizon.months; t++) {
            be_quantity low = a->rivals[i].payg_units[t], high = b->rivals[i].payg_units[t];
            if (be_tariff_band_at(tariff, low) != be_tariff_band_at(tariff, high))
                return false;
        }
    }
    return true;
}

static bool packages_lift(const be_product *product)
{
    const be_limits *limits = &product->limits;
    bool sold = product->provider != NULL && product->provider->general_package_count > 0;
    for (size_t i = 0; i < product->package_count; i++)
        sold = sold || be_amount_is_known(product->packages[i].price);
    return sold && limits->with_package.stated && !limits_packages_lower(limits);
}

/*
 * Whether packages have to lift the limit, could, and do not at one of two volumes: that takes a
 * balance in every month, and what is left of other units may be in the way of it or not.
 */
static bool may_lift(const tracing *tr, const sample *a, const sample *b)
{
    const be_limits *limits = &tr->product->limits;
    bool lift = true;
    if (!tr->lifted || b->most_qps <= limits->qps.value || a->most_qps > limits->with_package.value)
        return false;
    for (int i = 0; i < RIVALS; i++) {
        if (rivals[i] == BE_OPTION_PACKAGE)
            lift = a->rivals[i].eligible && b->rivals[i].eligible;
    }
    return !lift;
}

/*
 * Whether a way to buy may be possible at both volumes and not between them, or the reverse.
 *
 * More volume asks more of every limit, reaches bands further up and uses packages up sooner. What
 * that makes impossible stays so: a limit that has been passed, a price that is missing from some
 * unit or level on (of capacity more is bought than is needed, where only that has a price), a
 * balance that is too small to lift a limit. Nothing becomes possible by it, with two exceptions.
 * In volume tiers a month leaves a band whose price is missing for one above. And where a package
 * lowers the limit, a month that it does not cover any more has the higher one, which matters once
 * more is asked for than is let through with a package.
 */
static bool may_come_and_go(const tracing *tr, const sample *a, const sample *b)
{
    return (tr->gapped && !same_bands(tr, a, b)) || tr->gapped_meters || may_lift(tr, a, b) ||
           (tr->lowered && b->most_qps > tr->product->limits.with_package.value);
}

static bool same_choice(const tracing *tr, const sample *a, const sample *b)
{
    if (may_come_and_go(tr, a, b))
        return false;
    for (int i = 0; i < RIVALS; i++) {
        if (a->rivals[i].eligible != b->rivals[i].eligible)
            return false;
    }
    return a->cheapest == b->cheapest;
}

static bool buys_every_unit(const reading *r, int months)
{
    be_quantity by_unit = 0;
    for (int t = 0; t < months; t++)
        by_unit += r->payg_units[t];
    return by_unit == 0;
}

/*
 * Whether a rival is never cheaper than pay as you go, so that what is known of that settles it as
 * well. One that buys nothing is the same; more use never makes it buy less. Packages that save
 * nothing cost no less; their covers would take a look at every step that they make.
 */
static bool is_idle(const tracing *tr, const sample *s, int rival)
{
    const reading *r = &s->rivals[rival];
    if (rivals[rival] == BE_OPTION_PAYG || !s->rivals[0].eligible)
        return false;
    bool idle_packages = tr->packages_idle && rivals[rival] == BE_OPTION_PACKAGE;
    return !r->buys || (idle_packages && buys_every_unit(r, tr->horizon.months));
}

/* Whether the cheapest option of both ends is the cheapest everywhere between them. */
static bool settled(const tracing *tr, const sample *a, const sample *b)
{
    if (!same_choice(tr, a, b))
        return false;
    if (a->cheapest < 0)
        return true;
    bounds best = between(tr, &a->rivals[a->cheapest], &b->rivals[a->cheapest]);
    for (int i = 0; i < RIVALS; i++) {
        bool idle = is_idle(tr, a, i) && is_idle(tr, b, i);
        if (i == a->cheapest || !a->rivals[i].eligible || idle)
            continue;
        bounds other = between(tr, &a->rivals[i], &b->rivals[i]);
        int order = be_amount_compare(best.high, other.low);
        if (order > 0 || (order == 0 && i < a->cheapest))
            return false;
    }
    return true;
}

/* Only covers known to be the cheapest are known never to get cheaper with more use. */
static bool trustworthy(const tracing *tr, const sample *s)
{
    for (int i = 0; i < RIVALS; i++) {
        if (s->rivals[i].eligible && !s->rivals[i].proven && !is_idle(tr, s, i))
            return false;
    }
    return true;
}

/* -- spans
 * ------------------------------------------------------------------------------------------ */

static bool same_finding(const be_curve_span *span, int finding)
{
    return span->undecided == (finding == UNDECIDED) && span->has_option == (finding >= 0) &&
           (finding < 0 || span->option == rivals[finding]);
}

static bool push_span(tracing *tr, be_curve_span span)
{
    if (tr->span_count == tr->span_room) {
        size_t room = tr->span_room == 0 ? FIRST_SPANS : tr->span_room * 2;
        be_curve_span *larger = be_arena_alloc(tr->arena, room, sizeof *larger);
        if (larger == NULL)
            return false;
        if (tr->span_count > 0)
            /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): there are some */
            memcpy(larger, tr->spans, tr->span_count * sizeof *larger);
        tr->spans = larger;
        tr->span_room = room;
    }
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): there is room */
    tr->spans[tr->span_count++] = span;
    return true;
}

/* Adds from..to, which follows the last span, to it or behind it. */
static void add_span(tracing *tr, be_quantity from, be_quantity to, int finding, bool proven)
{
    be_curve_span *last = tr->span_count > 0 ? &tr->spans[tr->span_count - 1] : NULL;
    if (last != NULL && same_finding(last, finding)) {
        last->to = to;
        last->proven = last->proven && proven;
        return;
    }
    be_curve_span span = {.from = from,
                          .to = to,
                          .has_option = finding >= 0,
                          .undecided = finding == UNDECIDED,
                          .option = finding >= 0 ? rivals[finding] : BE_OPTION_PAYG,
                          .proven = proven};
    if (!push_span(tr, span))
        tr->failed = true;
}

/* The end of the work: the same at both ends may be the same between, but nobody has looked. */
static void give_up(tracing *tr, const sample *a, const sample *b)
{
    bool same = a->cheapest == b->cheapest;
    be_quantity last = same ? b->volume - 1 : a->volume;
    add_span(tr, a->volume, last, a->cheapest, false);
    if (last < b->volume - 1)
        add_span(tr, last + 1, b->volume - 1, UNDECIDED, false);
}

/*
 * Adds the spans of a->volume .. b->volume - 1; that of b follows with the next interval. At most
 * `budget` volumes are priced; a part is kept back for the upper half, whatever the lower one
 * takes. The recursion is as deep as the range has binary digits.
 */
static void trace(tracing *tr, const sample *a, const sample *b, size_t budget)
{
    bool sound = trustworthy(tr, a) && trustworthy(tr, b);
    if (b->volume - a->volume <= 1) {
        add_span(tr, a->volume, b->volume - 1, a->cheapest, trustworthy(tr, a));
        return;
    }
    if (settled(tr, a, b)) {
        add_span(tr, a->volume, b->volume - 1, a->cheapest, sound);
        return;
    }
    if (budget == 0) {
        give_up(tr, a, b);
        return;
    }
    sample middle;
    if (tr->failed || !take_sample(tr, a->volume + (b->volume - a->volume) / 2, &middle))
        return;
    size_t before = tr->evaluations;
    trace(tr, a, &middle, budget - 1 - budget / RESERVE);
    size_t used = tr->evaluations - before;
    trace(tr, &middle, b, budget - 1 - used);
}

/* -- spans of little difference ------------------------------------------------------------------
 */

static int rival_of(be_option_id id)
{
    int i = 0;
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): it is one of them */
    while (rivals[i] != id)
        i++;
    return i;
}

/* Two ways to buy, in one of which the other may be left out, and how often may be looked. */
typedef struct nearness {
    int rival, cheapest;
    size_t *looks;
} nearness;

/* Whether the rival costs little more than the cheapest at every volume of a..b. */
static bool is_near(const tracing *tr, const sample *a, const sample *b, const nearness *n)
{
    const reading *low = &a->rivals[n->rival], *high = &b->rivals[n->rival];
    if (!low->eligible || !high->eligible)
        return false;
    be_amount most = between(tr, low, high).high;
    be_amount least = between(tr, &a->rivals[n->cheapest], &b->rivals[n->cheapest]).low;
    return be_amount_compare(be_amount_times(most, 100),
                             be_amount_times(least, 100 + BE_CURVE_NEAR_PERCENT)) <= 0;
}

/* The same of a whole span, by ever smaller parts of it. */
static bool stays_near(tracing *tr, const sample *a, const sample *b, const nearness *n)
{
    sample middle;
    if (is_near(tr, a, b, n))
        return true;
    if (!is_near(tr, a, a, n) || !is_near(tr, b, b, n))
        return false;
    if (b->volume - a->volume <= 1)
        return true;
    if (*n->looks == 0)
        return false;
    (*n->looks)--;
    return take_sample(tr, a->volume + (b->volume - a->volume) / 2, &middle) &&
           stays_near(tr, a, &middle, n) && stays_near(tr, &middle, b, n);
}

static bool belongs_to(tracing *tr, const be_curve_span *before, const be_curve_span *span,
                       size_t *looks)
{
    sample first, last;
    if (!before->has_option || !span->has_option || *looks < 2)
        return false;
    *looks -= 2;
    const nearness n = {rival_of(before->option), rival_of(span->option), looks};
    return take_sample(tr, span->from, &first) && take_sample(tr, span->to, &last) &&
           stays_near(tr, &first, &last, &n);
}

static bool broaden(tracing *tr, size_t looks, be_curve *curve)
{
    size_t count = 0;
    be_curve_span *broad = be_arena_alloc(tr->arena, tr->span_count, sizeof *broad);
    if (broad == NULL)
        return false;
    for (size_t i = 0; i < tr->span_count && !tr->failed; i++) {
        const be_curve_span *span = &tr->spans[i];
        be_curve_span *before = count > 0 ? &broad[count - 1] : NULL;
        bool same = before != NULL && before->has_option && span->has_option &&
                    before->option == span->option;
        if (before == NULL || (!same && !belongs_to(tr, before, span, &looks))) {
            broad[count++] = *span;
            continue;
        }
        before->to = span->to;
        before->proven = before->proven && span->proven;
    }
    curve->broad = broad;
    curve->broad_count = count;
    return !tr->failed;
}

/* -- points
 * ------------------------------------------------------------------------------------------- */

static void read_total(const be_option *option, be_curve_point *out)
{
    if (!be_option_eligible(option))
        return;
    be_amount *best = &out->total[BE_OPTION_BEST];
    out->total[option->id] = option->bill.total;
    if (be_amount_compare(option->bill.total, *best) >= 0)
        return;
    *best = option->bill.total;
    out->best = option->id;
    out->has_best = true;
}

/* The optimum is the best where it costs less than every pure way. */
static void read_optimum(const be_optimum *optimum, be_curve_point *out)
{
    be_amount *best = &out->total[BE_OPTION_BEST];
    out->proven = optimum->optimal;
    if (!be_amount_is_known(optimum->cost) || be_amount_compare(optimum->cost, *best) >= 0)
        return;
    *best = optimum->cost;
    out->best = BE_OPTION_BEST;
    out->has_best = true;
}

static bool fill_point(tracing *tr, be_quantity volume, bool mixtures, be_curve_point *out)
{
    be_optimum optimum;
    const be_quote *quote = quote_at(tr, volume);
    if (quote == NULL)
        return false;
    *out = (be_curve_point){.volume = volume};
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        out->total[id] = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    for (int i = 0; i < RIVALS; i++)
        read_total(&quote->options[rivals[i]], out);
    if (!mixtures)
        return true;
    if (!quote_optimum(tr->scratch, quote, &tr->demand, &optimum))
        return false;
    read_optimum(&optimum, out);
    return true;
}

static bool fill_points(tracing *tr, be_quantity from, be_quantity to, be_curve_point *points,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        be_quantity step = be_quantity_scale(to - from, (int64_t)i, (int64_t)count - 1);
        if (!fill_point(tr, from + step, true, &points[i]))
            return false;
    }
    return true;
}

static bool trace_all(tracing *tr, be_quantity from, be_quantity to, size_t budget)
{
    sample first, last;
    if (!take_sample(tr, from, &first) || !take_sample(tr, to, &last))
        return false;
    trace(tr, &first, &last, budget);
    add_span(tr, to, to, last.cheapest, trustworthy(tr, &last));
    return !tr->failed;
}

static size_t clamp_points(size_t points, be_quantity width)
{
    if (points > BE_CURVE_POINTS_MAX)
        points = BE_CURVE_POINTS_MAX;
    if ((be_quantity)points > width + 1)
        points = (size_t)width + 1;
    return points < 2 ? 0 : points;
}

static tracing begin_tracing(const be_product *product, const be_demand *demand, be_horizon horizon)
{
    tracing tr = {.product = product, .demand = *demand, .horizon = horizon};
    tr.demand.volumes = NULL;
    tr.demand.volume_count = 0;
    tr.demand.pinned_count = 0;
    return tr;
}

static const be_curve *create(tracing *tr, be_quantity from, be_quantity to, size_t points,
                              size_t budget, size_t looks)
{
    tr->packages_idle = idle_all(tr->product);
    tr->gapped = tr->product->meter_count == 0 && has_gap(&tr->product->payg.tariff);
    tr->gapped_meters = meters_have_gap(tr->product);
    tr->lifted = packages_lift(tr->product);
    tr->lowered = limits_packages_lower(&tr->product->limits);
    be_curve *curve = be_arena_alloc(tr->arena, 1, sizeof *curve);
    size_t count = clamp_points(points, to - from);
    be_curve_point *at = be_arena_alloc(tr->arena, count, sizeof *at);
    tr->scratch = be_arena_create_like(tr->arena);
    bool done = curve != NULL && at != NULL && tr->scratch != NULL &&
                trace_all(tr, from, to, budget) && fill_points(tr, from, to, at, count);
    if (!done) {
        be_arena_destroy(tr->scratch);
        return NULL;
    }
    *curve = (be_curve){.from = from,
                        .to = to,
                        .spans = tr->spans,
                        .span_count = tr->span_count,
                        .points = at,
                        .point_count = count,
                        .evaluations = tr->evaluations};
    bool broadened = broaden(tr, looks, curve);
    be_arena_destroy(tr->scratch);
    return broadened ? curve : NULL;
}

const be_curve *be_curve_create(be_arena *arena, const be_product *product, const be_demand *demand,
                                be_horizon horizon, be_quantity from, be_quantity to, size_t points)
{
    tracing tr = begin_tracing(product, demand, horizon);
    tr.arena = arena;
    return create(&tr, from, to, points, BE_CURVE_EVALUATIONS, BE_CURVE_NEAR_LOOKS);
}

const be_curve *be_curve_trace(be_arena *arena, const be_product *product, const be_demand *demand,
                               be_horizon horizon, be_quantity from, be_quantity to,
                               size_t evaluations)
{
    tracing tr = begin_tracing(product, demand, horizon);
    tr.arena = arena;
    return create(&tr, from, to, 0, evaluations > 2 ? evaluations - 2 : 0, 0);
}

bool be_curve_point_at(be_arena *scratch, const be_product *product, const be_demand *demand,
                       be_horizon horizon, be_quantity volume, bool mixtures, be_curve_point *out)
{
    tracing tr = begin_tracing(product, demand, horizon);
    tr.scratch = scratch;
    return fill_point(&tr, volume, mixtures, out);
}
