#include "scenario/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "config/utf8.h"
#include "scenario/per_request.h"

enum { FIRST_CAPACITY = 4 };

/* -- lives -- */

scenario *scenario_create(be_horizon horizon)
{
    scenario *plan = calloc(1, sizeof *plan);
    if (plan != NULL)
        plan->horizon = horizon;
    return plan;
}

scenario *scenario_copy(const scenario *plan)
{
    scenario *copy = scenario_create(plan->horizon);
    if (copy == NULL)
        return NULL;
    scenario_take_head(copy, plan);
    if (plan->count == 0)
        return copy;
    copy->items = malloc(plan->count * sizeof *copy->items);
    if (copy->items == NULL) {
        scenario_destroy(copy);
        return NULL;
    }
    memcpy(copy->items, plan->items, plan->count * sizeof *copy->items);
    copy->count = copy->capacity = plan->count;
    return copy;
}

void scenario_destroy(scenario *plan)
{
    if (plan == NULL)
        return;
    free(plan->items);
    free(plan);
}

static void copy_text(char out[SCENARIO_NAME], const char *text)
{
    size_t left = strlen(text), length = 0;
    while (left > length) {
        size_t bytes = utf8_length(text + length, left - length);
        bytes = bytes == 0 ? 1 : bytes;
        if (length + bytes >= SCENARIO_NAME)
            break;
        length += bytes;
    }
    memmove(out, text, length);
    out[length] = '\0';
}

void scenario_rename(scenario *plan, const char *name)
{
    copy_text(plan->name, name);
}

void scenario_set_customer(scenario *plan, const char *customer)
{
    copy_text(plan->customer, customer);
}

/* -- items -- */

scenario_item scenario_item_of(const be_product *product)
{
    return (scenario_item){.product = product};
}

static bool make_room(scenario *plan, size_t count)
{
    size_t capacity = plan->capacity == 0 ? FIRST_CAPACITY : plan->capacity;
    while (capacity < count)
        capacity *= 2;
    if (capacity == plan->capacity)
        return true;
    scenario_item *items = realloc(plan->items, capacity * sizeof *items);
    if (items == NULL)
        return false;
    plan->items = items;
    plan->capacity = capacity;
    return true;
}

bool scenario_insert(scenario *plan, size_t at, const scenario_item *item)
{
    scenario_item added = *item; /* it may be one of the plan's own, which are about to move */
    if (plan->count >= SCENARIO_ITEMS_MAX || !make_room(plan, plan->count + 1))
        return false;
    memmove(plan->items + at + 1, plan->items + at, (plan->count - at) * sizeof *plan->items);
    plan->items[at] = added;
    plan->count++;
    return true;
}

void scenario_remove(scenario *plan, size_t at)
{
    plan->count--;
    memmove(plan->items + at, plan->items + at + 1, (plan->count - at) * sizeof *plan->items);
}

bool scenario_splice(scenario *plan, size_t at, size_t gone, const scenario_item *items,
                     size_t count)
{
    size_t behind = plan->count - at - gone;
    if (count > SCENARIO_ITEMS_MAX - (plan->count - gone) ||
        !make_room(plan, plan->count - gone + count))
        return false;
    scenario_item *place = plan->items + at;
    memmove(place + count, place + gone, behind * sizeof *place);
    if (count > 0)
        memcpy(place, items, count * sizeof *place);
    plan->count = at + count + behind;
    return true;
}

void scenario_move(scenario *plan, size_t from, size_t to)
{
    scenario_item moved = plan->items[from];
    if (from < to)
        memmove(plan->items + from, plan->items + from + 1, (to - from) * sizeof moved);
    else
        memmove(plan->items + to + 1, plan->items + to, (from - to) * sizeof moved);
    plan->items[to] = moved;
}

void scenario_demand(const scenario *plan, const scenario_item *item, be_demand *out)
{
    *out = item->demand;
    out->tax = plan->tax;
    out->season = item->has_season ? item->season : NULL;
    out->per_request = item->per_request;
    out->volumes = item->demand.volume_count > 0 ? item->volumes : NULL;
    out->owned = item->owned;
    out->pinned = item->pinned;
}

/* -- rates of exchange -- */

const scenario_rate *scenario_rate_of(const scenario_rate *rates, size_t count,
                                      const char *currency)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rates[i].currency, currency) == 0)
            return &rates[i];
    }
    return NULL;
}

/* -- equality: member by member, for padding has no meaning -- */

static bool equal_numbers(const be_demand *a, const be_demand *b)
{
    return a->volume == b->volume && a->growth == b->growth && a->low == b->low &&
           a->high == b->high && a->spread == b->spread && a->cancellation == b->cancellation &&
           a->batch == b->batch && a->cached == b->cached && a->discount == b->discount &&
           a->failures == b->failures && a->failures_billed == b->failures_billed &&
           a->concurrency == b->concurrency && a->response == b->response && a->qps == b->qps &&
           a->peak_days == b->peak_days && a->busy_hours == b->busy_hours &&
           a->has_free_left == b->has_free_left &&
           (!a->has_free_left || a->free_left == b->free_left) && a->postpaid == b->postpaid;
}

static bool equal_season(const scenario_item *a, const scenario_item *b)
{
    return a->has_season == b->has_season &&
           (!a->has_season || memcmp(a->season, b->season, sizeof a->season) == 0);
}

/* Past the count a meter says itself, as it does where nothing is given. */
static be_ratio per_request_at(const scenario_item *item, size_t meter)
{
    bool said = meter < item->demand.per_request_count && item->per_request[meter] >= 0;
    return said ? item->per_request[meter] : PER_REQUEST_UNSAID;
}

static bool equal_per_request(const scenario_item *a, const scenario_item *b)
{
    for (size_t i = 0; i < BE_METERS_MAX; i++) {
        if (per_request_at(a, i) != per_request_at(b, i))
            return false;
    }
    return true;
}

static bool equal_volumes(const scenario_item *a, const scenario_item *b)
{
    size_t count = a->demand.volume_count;
    return b->demand.volume_count == count &&
           memcmp(a->volumes, b->volumes, count * sizeof a->volumes[0]) == 0;
}

static bool equal_owned(const scenario_item *a, const scenario_item *b)
{
    if (a->demand.owned_count != b->demand.owned_count)
        return false;
    for (size_t i = 0; i < a->demand.owned_count; i++) {
        const be_owned *left = &a->owned[i], *right = &b->owned[i];
        if (left->general != right->general || left->size != right->size ||
            left->left != right->left || left->expires != right->expires)
            return false;
    }
    return true;
}

static bool equal_purchase(const be_purchase *a, const be_purchase *b)
{
    return a->kind == b->kind && a->item == b->item && a->month == b->month &&
           a->count == b->count && a->terms == b->terms;
}

static bool equal_pinned(const scenario_item *a, const scenario_item *b)
{
    if (a->demand.pinned_count != b->demand.pinned_count)
        return false;
    for (size_t i = 0; i < a->demand.pinned_count; i++) {
        if (!equal_purchase(&a->pinned[i], &b->pinned[i]))
            return false;
    }
    return true;
}

bool scenario_item_equal(const scenario_item *a, const scenario_item *b)
{
    return a->product == b->product && equal_numbers(&a->demand, &b->demand) &&
           equal_volumes(a, b) && equal_season(a, b) && equal_per_request(a, b) &&
           equal_owned(a, b) && equal_pinned(a, b);
}

static bool equal_exchange(const scenario_exchange *a, const scenario_exchange *b)
{
    if (strcmp(a->to, b->to) != 0 || strcmp(a->date, b->date) != 0 ||
        a->rate_count != b->rate_count)
        return false;
    for (size_t i = 0; i < a->rate_count; i++) {
        if (strcmp(a->rates[i].currency, b->rates[i].currency) != 0 ||
            a->rates[i].rate != b->rates[i].rate)
            return false;
    }
    return true;
}

bool scenario_head_equal(const scenario *a, const scenario *b)
{
    return strcmp(a->name, b->name) == 0 && strcmp(a->customer, b->customer) == 0 &&
           a->horizon.start == b->horizon.start && a->horizon.months == b->horizon.months &&
           a->tax == b->tax && equal_exchange(&a->exchange, &b->exchange);
}

bool scenario_equal(const scenario *a, const scenario *b)
{
    if (!scenario_head_equal(a, b) || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!scenario_item_equal(&a->items[i], &b->items[i]))
            return false;
    }
    return true;
}

void scenario_take_head(scenario *plan, const scenario *from)
{
    memcpy(plan->name, from->name, sizeof plan->name);
    memcpy(plan->customer, from->customer, sizeof plan->customer);
    plan->horizon = from->horizon;
    plan->tax = from->tax;
    plan->exchange = from->exchange;
}
