#include "catalog/merge.h"

#include <string.h>

enum { FIRST_CAPACITY = 8 };

static be_provider *find_provider(const merge *in, const char *id)
{
    for (size_t i = 0; i < in->count; i++) {
        if (strcmp(in->providers[i]->id, id) == 0)
            return in->providers[i];
    }
    return NULL;
}

static bool make_room(merge *in)
{
    if (in->count < in->capacity)
        return true;
    size_t capacity = in->capacity == 0 ? FIRST_CAPACITY : in->capacity * 2;
    be_provider **providers = be_arena_alloc(in->arena, capacity, sizeof(be_provider *));
    if (providers == NULL)
        return false;
    if (in->count > 0)
        memcpy(providers, in->providers, in->count * sizeof *providers);
    in->providers = providers;
    in->capacity = capacity;
    return true;
}

static bool add_provider(merge *into, const be_provider *provider)
{
    be_provider *kept = be_arena_alloc(into->arena, 1, sizeof *kept);
    if (kept == NULL || !make_room(into))
        return false;
    *kept = *provider;
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

static be_product *find_product(be_product *products, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(products[i].id, id) == 0)
            return &products[i];
    }
    return NULL;
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

static bool merge_products(merge *into, be_provider *known, const be_provider *added,
                           const char *file, problems *warnings)
{
    size_t count = known->product_count;
    be_product *products = concatenated(into->arena, known->products, count, added->products,
                                        added->product_count, sizeof *products);
    if (products == NULL)
        return false;
    for (size_t i = 0; i < added->product_count; i++) {
        const be_product *product = &added->products[i];
        be_product *old = find_product(products, known->product_count, product->id);
        if (old != NULL && warnings != NULL)
            problems_warning(warnings, file, 0, product->key,
                             "takes the place of the product with this id in an earlier file");
        *(old != NULL ? old : &products[count++]) = *product;
    }
    known->products = products;
    known->product_count = count;
    return true;
}

bool merge_add(merge *into, const be_provider *provider, const char *file, problems *warnings)
{
    be_provider *known = find_provider(into, provider->id);
    if (known == NULL)
        return add_provider(into, provider);
    known->name = provider->name;
    if (provider->name_zh != NULL)
        known->name_zh = provider->name_zh;
    return merge_sources(into, known, provider) &&
           merge_products(into, known, provider, file, warnings);
}

/* The products of one provider again, each knowing where it belongs. */
static bool tie_products(merge *in, be_provider *provider)
{
    be_product *products = concatenated(in->arena, provider->products, provider->product_count,
                                        NULL, 0, sizeof *products);
    if (products == NULL)
        return false;
    for (size_t i = 0; i < provider->product_count; i++)
        products[i].provider = provider;
    provider->products = products;
    return true;
}

bool merge_finish(merge *from, be_catalog *out)
{
    const be_provider **view =
        be_arena_alloc(from->arena, from->count == 0 ? 1 : from->count, sizeof(be_provider *));
    if (view == NULL)
        return false;
    for (size_t i = 0; i < from->count; i++) {
        if (!tie_products(from, from->providers[i]))
            return false;
        view[i] = from->providers[i];
    }
    *out = (be_catalog){.providers = view, .provider_count = from->count};
    return true;
}
