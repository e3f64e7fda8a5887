#include "scenario/scenario_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/grouped.h"
#include "config/memory_text.h"
#include "scenario/numbers.h"
#include "scenario/purchase_text.h"

enum { VALUES_MAX = 48, KEY_BYTES = 256 };

/* Values on their way into the arena. */
typedef struct listing {
    be_arena *arena;
    scenario_value *values;
    size_t count;
    bool failed;
} listing;

static const char *kept(listing *to, const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = be_arena_alloc(to->arena, size, 1);
    if (copy == NULL)
        to->failed = true;
    return copy == NULL ? "" : memcpy(copy, text, size);
}

/* Adds a value; an empty text is a default, of which nothing is said. */
static void add(listing *to, const char *key, const char *text, const be_meter *meter)
{
    if (text[0] == '\0' || to->count == VALUES_MAX)
        return;
    to->values[to->count++] = (scenario_value){kept(to, key), kept(to, text), meter};
}

/* -- lists ------------------------------------------------------------------------------------- */

/* Writes entry `i` of a list of the item. */
typedef void entry_writer(const scenario *plan, const scenario_item *item, size_t i,
                          char out[PURCHASE_TEXT]);

static void write_volume(const scenario *plan, const scenario_item *item, size_t i,
                         char out[PURCHASE_TEXT])
{
    char text[GROUPED_TEXT];
    (void)plan;
    snprintf(out, PURCHASE_TEXT, "%s", grouped(item->volumes[i], text));
}

static void write_factor(const scenario *plan, const scenario_item *item, size_t i,
                         char out[PURCHASE_TEXT])
{
    char text[BE_RATIO_TEXT];
    (void)plan;
    be_ratio_format(item->season[i], text);
    snprintf(out, PURCHASE_TEXT, "%s", text);
}

static void write_owned(const scenario *plan, const scenario_item *item, size_t i,
                        char out[PURCHASE_TEXT])
{
    (void)plan;
    owned_format(&item->owned[i], out);
}

static void write_pinned(const scenario *plan, const scenario_item *item, size_t i,
                         char out[PURCHASE_TEXT])
{
    purchase_format(&item->pinned[i], item->product, plan->horizon, out);
}

static void add_list(listing *to, const char *key, const scenario *plan, const scenario_item *item,
                     size_t count, entry_writer *write)
{
    char *text = NULL, entry[PURCHASE_TEXT];
    size_t size = 0;
    FILE *memory = count == 0 ? NULL : open_memstream(&text, &size);
    if (memory == NULL) {
        to->failed = to->failed || count > 0;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        write(plan, item, i, entry);
        fprintf(memory, "%s%s", i == 0 ? "" : "; ", entry);
    }
    text = memory_text_end(memory, &text, true);
    if (text != NULL)
        add(to, key, text, NULL);
    else
        to->failed = true;
    free(text);
}

/* -- an item ----------------------------------------------------------------------------------- */

static void add_range(listing *to, const be_demand *demand)
{
    char text[GROUPED_TEXT];
    if (demand->high == 0)
        return;
    add(to, "low", grouped(demand->low, text), NULL);
    add(to, "high", grouped(demand->high, text), NULL);
}

static void add_meters(listing *to, const scenario_item *item)
{
    char key[KEY_BYTES], text[BE_RATIO_TEXT];
    for (size_t i = 0; i < item->demand.per_request_count; i++) {
        if (item->per_request[i] < 0)
            continue;
        const be_meter *meter = &item->product->meters[i];
        snprintf(key, sizeof key, "per_request.%s", meter->id);
        be_ratio_format_factor(item->per_request[i], text);
        add(to, key, text, meter);
    }
}

static void add_item(listing *to, const scenario *plan, const scenario_item *item)
{
    const be_demand *demand = &item->demand;
    char text[SCENARIO_NUMBER_TEXT], left[GROUPED_TEXT];
    for (size_t i = 0; i < scenario_number_count; i++)
        add(to, scenario_numbers[i].key, scenario_number_text(&scenario_numbers[i], demand, text),
            NULL);
    add_list(to, "volumes", plan, item, demand->volume_count, write_volume);
    add_list(to, "season", plan, item, item->has_season ? SCENARIO_SEASON : 0, write_factor);
    add_range(to, demand);
    add_meters(to, item);
    if (demand->has_free_left)
        add(to, "free_left", grouped(demand->free_left, left), NULL);
    add_list(to, "owned", plan, item, demand->owned_count, write_owned);
    add_list(to, "buy", plan, item, demand->pinned_count, write_pinned);
}

/* -- the plan ---------------------------------------------------------------------------------- */

static void add_exchange(listing *to, const scenario_exchange *exchange)
{
    char key[KEY_BYTES], rate[BE_RATIO_TEXT];
    if (exchange->to[0] == '\0')
        return;
    add(to, "exchange.to", exchange->to, NULL);
    add(to, "exchange.date", exchange->date, NULL);
    for (size_t i = 0; i < exchange->rate_count; i++) {
        snprintf(key, sizeof key, "exchange.%s", exchange->rates[i].currency);
        be_ratio_format_factor(exchange->rates[i].rate, rate);
        add(to, key, rate, NULL);
    }
}

static void add_plan(listing *to, const scenario *plan)
{
    char start[BE_MONTH_TEXT], months[BE_MONTH_TEXT], tax[BE_RATIO_TEXT];
    be_month_format(plan->horizon.start, start);
    snprintf(months, sizeof months, "%d", plan->horizon.months % 1000);
    add(to, "name", plan->name, NULL);
    add(to, "customer", plan->customer, NULL);
    add(to, "start", start, NULL);
    add(to, "months", months, NULL);
    be_ratio_format(plan->tax, tax);
    add(to, "tax", plan->tax == 0 ? "" : tax, NULL);
    add_exchange(to, &plan->exchange);
}

/* -- both -------------------------------------------------------------------------------------- */

static bool begin(listing *to, be_arena *arena)
{
    *to = (listing){.arena = arena,
                    .values = be_arena_alloc(arena, VALUES_MAX, sizeof(scenario_value))};
    return to->values != NULL;
}

bool scenario_plan_values(const scenario *plan, be_arena *arena, scenario_values *out)
{
    listing to;
    if (!begin(&to, arena))
        return false;
    add_plan(&to, plan);
    *out = (scenario_values){to.values, to.count};
    return !to.failed;
}

bool scenario_item_values(const scenario *plan, const scenario_item *item, be_arena *arena,
                          scenario_values *out)
{
    listing to;
    if (!begin(&to, arena))
        return false;
    add_item(&to, plan, item);
    *out = (scenario_values){to.values, to.count};
    return !to.failed;
}

const char *scenario_value_of(const scenario_values *values, const char *key)
{
    for (size_t i = 0; i < values->count; i++) {
        if (strcmp(values->items[i].key, key) == 0)
            return values->items[i].text;
    }
    return NULL;
}
