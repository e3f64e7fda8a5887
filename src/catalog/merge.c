#include "catalog/merge.h"

#include <string.h>

#include "language/language.h"

enum { FIRST_CAPACITY = 8 };

const be_provider *merge_find(const merge *in, const char *id)
{
    const size_t *place = id_index_find(&in->places, id);
    return place == NULL ? NULL : in->providers[*place];
}

/* `items`, so many, in an array with more room. NULL when there is no memory. */
static void *moved(be_arena *arena, const void *items, size_t count, size_t room, size_t size)
{
    void *larger = be_arena_alloc(arena, room, size);
    if (larger != NULL && count > 0)
        memcpy(larger, items, count * size);
    return larger;
}

static bool make_room(merge *in)
{
    if (in->count < in->capacity)
        return true;
    size_t capacity = in->capacity == 0 ? FIRST_CAPACITY : in->capacity * 2;
    be_provider **providers =
        moved(in->arena, in->providers, in->count, capacity, sizeof(be_provider *));
    open_provider *open = moved(in->arena, in->open, in->count, capacity, sizeof *open);
    if (providers == NULL || open == NULL)
        return false;
    in->providers = providers;
    in->open = open;
    in->capacity = capacity;
    return true;
}

static bool add_provider(merge *into, const be_provider *provider, const open_provider *open)
{
    be_provider *kept = be_arena_alloc(into->arena, 1, sizeof *kept);
    size_t *place = be_arena_alloc(into->arena, 1, sizeof *place);
    if (kept == NULL || place == NULL || !make_room(into) ||
        !id_index_add(&into->places, provider->id, place))
        return false;
    *kept = *provider;
    *place = into->count;
    into->open[into->count] = open == NULL ? (open_provider){0} : *open;
    into->providers[into->count++] = kept;
    return true;
}

/* A new array: the elements of `a`, then those of `b`. NULL when there is no memory. */
static void *concatenated(be_arena *arena, const void *a, size_t a_count, const void *b,
                          size_t b_count, size_t size)
{
    size_t count = a_count + b_count;
    char *both = be_arena_alloc(arena, count == 0 ? 1 : count, size);
    if (both == NULL)
        return NULL;
    if (a_count > 0)
        memcpy(both, a, a_count * size);
    if (b_count > 0)
        memcpy(both + a_count * size, b, b_count * size);
    return both;
}

/* What is merged by its id. */
typedef struct kind {
    const char *what;
    size_t size;
    size_t id;   /* where it stands in the structure */
    size_t name; /* what a warning calls it */
} kind;

static const kind products = {TR_LATER("product"), sizeof(be_product), offsetof(be_product, id),
                              offsetof(be_product, key)};
static const kind general_packages = {TR_LATER("general package"), sizeof(be_general_package),
                                      offsetof(be_general_package, id),
                                      offsetof(be_general_package, id)};

typedef struct list {
    const void *items;
    size_t count;
} list;

/* Who is told of what is replaced; nobody where `warnings` is NULL. */
typedef struct news {
    const char *file;
    problems *warnings;
} news;

static const char *text_at(const char *item, size_t offset)
{
    const char *text;
    memcpy(&text, item + offset, sizeof text);
    return text;
}

static bool index_items(id_index *index, const kind *of, const char *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!id_index_add(index, text_at(items + i * of->size, of->id), items + i * of->size))
            return false;
    }
    return true;
}

/* Puts items where `places` says, or behind the `*count` there are. */
static void place_items(const kind *of, char *items, size_t *count, const id_index *places,
                        list added, news told)
{
    for (size_t i = 0; i < added.count; i++) {
        const char *item = (const char *)added.items + i * of->size;
        const char *old = id_index_find(places, text_at(item, of->id));
        if (old != NULL && told.warnings != NULL)
            problems_warning(told.warnings, told.file, 0, text_at(item, of->name),
                             tr("takes the place of the %s with this id in an earlier file"),
                             tr(of->what));
        char *place = old != NULL ? items + (old - items) : items + of->size * (*count)++;
        memcpy(place, item, of->size);
    }
}

/* A new array: the known items, `*count` of them in the end, those of `added` in the places of the
 * same id or behind. NULL when there is no memory. */
static void *merge_lists(merge *into, const kind *of, const void *known, size_t *count, list added,
                         news told)
{
    id_index places = {0};
    char *items = concatenated(into->arena, known, *count, added.items, added.count, of->size);
    if (items != NULL && !index_items(&places, of, items, *count))
        items = NULL;
    if (items != NULL)
        place_items(of, items, count, &places, added, told);
    id_index_clear(&places);
    return items;
}

/* Products keep the pointers to the sources of their own file, which the arena holds on to. */
static bool merge_sources(merge *into, be_provider *known, const be_provider *added)
{
    const be_source *sources = concatenated(into->arena, known->sources, known->source_count,
                                            added->sources, added->source_count, sizeof *sources);
    if (sources == NULL)
        return false;
    known->sources = sources;
    known->source_count += added->source_count;
    return true;
}

static bool merge_products(merge *into, be_provider *known, open_provider *open,
                           const be_provider *added, news told)
{
    const list more = {added->products, added->product_count};
    known->products = open->products =
        merge_lists(into, &products, known->products, &known->product_count, more, told);
    return known->products != NULL;
}

static bool merge_general_packages(merge *into, be_provider *known, open_provider *open,
                                   const be_provider *added, news told)
{
    const list more = {added->general_packages, added->general_package_count};
    known->general_packages = open->general_packages =
        merge_lists(into, &general_packages, known->general_packages, &known->general_package_count,
                    more, told);
    return known->general_packages != NULL;
}

static bool add_to_provider(merge *into, size_t place, const be_provider *added, news told)
{
    be_provider *known = into->providers[place];
    open_provider *open = &into->open[place];
    known->name = added->name;
    if (added->name_zh != NULL)
        known->name_zh = added->name_zh;
    return merge_sources(into, known, added) && merge_products(into, known, open, added, told) &&
           merge_general_packages(into, known, open, added, told);
}

bool merge_add(merge *into, const be_provider *provider, const open_provider *open,
               const char *file, problems *warnings)
{
    const size_t *place = id_index_find(&into->places, provider->id);
    return place == NULL ? add_provider(into, provider, open)
                         : add_to_provider(into, *place, provider, (news){file, warnings});
}

/* Copies the lists that are not the arena's own, and lets each product know where it belongs. */
static bool tie_products(merge *in, be_provider *provider, open_provider *open)
{
    if (open->products == NULL)
        open->products = concatenated(in->arena, provider->products, provider->product_count, NULL,
                                      0, sizeof *open->products);
    if (open->general_packages == NULL)
        open->general_packages =
            concatenated(in->arena, provider->general_packages, provider->general_package_count,
                         NULL, 0, sizeof *open->general_packages);
    if (open->products == NULL || open->general_packages == NULL)
        return false;
    for (size_t i = 0; i < provider->product_count; i++)
        open->products[i].provider = provider;
    provider->products = open->products;
    provider->general_packages = open->general_packages;
    return true;
}

bool merge_finish(merge *from, be_catalog *out, open_provider **open)
{
    const be_provider **view =
        be_arena_alloc(from->arena, from->count == 0 ? 1 : from->count, sizeof(be_provider *));
    if (view == NULL)
        return false;
    for (size_t i = 0; i < from->count; i++) {
        if (!tie_products(from, from->providers[i], &from->open[i]))
            return false;
        view[i] = from->providers[i];
    }
    *open = from->open;
    *out = (be_catalog){.providers = view, .provider_count = from->count};
    return true;
}

void merge_clear(merge *done)
{
    id_index_clear(&done->places);
}
