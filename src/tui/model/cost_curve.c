#include "tui/model/cost_curve.h"

#include <stdlib.h>

/* What one step does, so that none takes more than some milliseconds: pure ways at so many points,
 * break-evens between two points with so many volumes priced, or mixtures at one point. */
enum { STEP_POINTS = 16, STEP_EVALUATIONS = 250 };

struct cost_curve {
    be_arena *arena;      /* for one piece at a time */
    be_interrupt *heeded; /* or NULL */
    cost_question asked;
    volume_range range;
    be_curve_point points[BE_CURVE_POINTS_MAX];
    size_t point_count; /* at which the pure ways are known */
    size_t span_points; /* up to which the spans are */
    size_t mixed_count; /* at which mixtures are */
    size_t wanted;      /* points in all */
    bool mixes;
    be_curve_span *spans;
    size_t span_count, span_room;
    bool failed;
};

cost_curve *cost_curve_create(void)
{
    cost_curve *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->arena = be_arena_create();
    if (c->arena != NULL)
        return c;
    free(c);
    return NULL;
}

void cost_curve_destroy(cost_curve *c)
{
    if (c == NULL)
        return;
    be_arena_destroy(c->arena);
    free(c->spans);
    free(c);
}

void cost_curve_heed(cost_curve *c, be_interrupt *by)
{
    c->heeded = by;
    be_arena_heed(c->arena, by);
}

void cost_curve_clear(cost_curve *c)
{
    c->point_count = c->span_points = c->mixed_count = c->wanted = c->span_count = 0;
    c->failed = false;
}

void cost_curve_begin(cost_curve *c, const cost_question *asked, volume_range range, int points,
                      bool mixtures)
{
    be_quantity most = range.to - range.from + 1;
    cost_curve_clear(c);
    c->asked = *asked;
    c->range = range;
    c->mixes = mixtures;
    c->wanted = points < 2 ? 2 : (size_t)points;
    if (c->wanted > BE_CURVE_POINTS_MAX)
        c->wanted = BE_CURVE_POINTS_MAX;
    if ((be_quantity)c->wanted > most)
        c->wanted = (size_t)most;
}

/* -- pieces ----------------------------------------------------------------------------------- */

static be_quantity volume_at(const cost_curve *c, size_t point)
{
    int64_t last = (int64_t)c->wanted - 1;
    if (last < 1)
        return c->range.from;
    return c->range.from + be_quantity_scale(c->range.to - c->range.from, (int64_t)point, last);
}

static bool make_room(cost_curve *c, size_t more)
{
    if (c->span_count + more <= c->span_room)
        return true;
    size_t room = (c->span_count + more) * 2;
    be_curve_span *larger = realloc(c->spans, room * sizeof *larger);
    if (larger == NULL)
        return false;
    c->spans = larger;
    c->span_room = room;
    return true;
}

static bool same_finding(const be_curve_span *a, const be_curve_span *b)
{
    return a->has_option == b->has_option && a->undecided == b->undecided &&
           (!a->has_option || a->option == b->option);
}

/* Pieces share the volume at which they meet; what is the same on both sides is one span. */
static void add_span(cost_curve *c, be_curve_span span)
{
    be_curve_span *last = c->span_count > 0 ? &c->spans[c->span_count - 1] : NULL;
    if (last != NULL && span.from <= last->to)
        span.from = last->to + 1;
    if (last != NULL && same_finding(last, &span)) {
        last->to = span.to;
        last->proven = last->proven && span.proven;
    } else if (span.from <= span.to) {
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): make_room has been called */
        c->spans[c->span_count++] = span;
    }
}

/* The spans from one point to the next. */
static bool add_piece(cost_curve *c)
{
    size_t first = c->span_points > 0 ? c->span_points - 1 : 0;
    size_t last = first + 1 < c->wanted ? first + 1 : first;
    be_arena_reset(c->arena);
    const be_curve *piece =
        be_curve_trace(c->arena, c->asked.product, c->asked.demand, c->asked.horizon,
                       volume_at(c, first), volume_at(c, last), STEP_EVALUATIONS);
    if (piece == NULL || !make_room(c, piece->span_count))
        return false;
    for (size_t i = 0; i < piece->span_count; i++)
        add_span(c, piece->spans[i]);
    c->span_points = last + 1;
    return true;
}

static bool fill_point(cost_curve *c, be_curve_point *out, size_t point, bool mixtures)
{
    return be_curve_point_at(c->arena, c->asked.product, c->asked.demand, c->asked.horizon,
                             volume_at(c, point), mixtures, out);
}

static bool add_points(cost_curve *c)
{
    for (int i = 0; i < STEP_POINTS && c->point_count < c->wanted; i++) {
        if (!fill_point(c, &c->points[c->point_count], c->point_count, false))
            return false;
        c->point_count++;
    }
    return true;
}

bool cost_curve_drawable(const cost_curve *c)
{
    return c->failed || c->point_count >= c->wanted;
}

bool cost_curve_done(const cost_curve *c)
{
    return c->failed || cost_curve_percent(c) == 100;
}

int cost_curve_percent(const cost_curve *c)
{
    size_t all = c->wanted * (c->mixes ? 3 : 2);
    return all == 0 ? 100 : (int)((c->point_count + c->span_points + c->mixed_count) * 100 / all);
}

static bool add_mixtures(cost_curve *c)
{
    be_curve_point point = c->points[c->mixed_count];
    if (!fill_point(c, &point, c->mixed_count, true))
        return false;
    c->points[c->mixed_count++] = point;
    return true;
}

bool cost_curve_step(cost_curve *c)
{
    if (cost_curve_done(c))
        return false;
    bool found = c->point_count < c->wanted   ? add_points(c)
                 : c->span_points < c->wanted ? add_piece(c)
                                              : add_mixtures(c);
    c->failed = !found && (c->heeded == NULL || !c->heeded->came);
    return true;
}

bool cost_curve_failed(const cost_curve *c)
{
    return c->failed;
}

bool cost_curve_mixes(const cost_curve *c)
{
    return c->mixes;
}

volume_range cost_curve_range(const cost_curve *c)
{
    return c->range;
}

const be_curve_point *cost_curve_points(const cost_curve *c, size_t *count)
{
    *count = c->point_count;
    return c->points;
}

const be_curve_span *cost_curve_spans(const cost_curve *c, size_t *count)
{
    *count = c->span_count;
    return c->spans;
}

const be_curve_span *cost_curve_span_at(const cost_curve *c, be_quantity volume)
{
    for (size_t i = 0; i < c->span_count; i++) {
        if (volume >= c->spans[i].from && volume <= c->spans[i].to)
            return &c->spans[i];
    }
    return NULL;
}

be_quantity cost_volume(const be_demand *demand)
{
    return demand->volume_count > 0 ? demand->volumes[0] : demand->volume;
}

bool cost_at(const cost_question *asked, be_quantity volume, bool mixtures, be_interrupt *by,
             be_curve_point *out)
{
    be_arena *arena = be_arena_create();
    if (arena != NULL)
        be_arena_heed(arena, by);
    bool done = arena != NULL && be_curve_point_at(arena, asked->product, asked->demand,
                                                   asked->horizon, volume, mixtures, out);
    be_arena_destroy(arena);
    return done;
}
