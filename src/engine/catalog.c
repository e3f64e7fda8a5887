#include <breakeven/catalog.h>

#include <stdint.h>
#include <string.h>

static const char *const confidence_names[BE_CONFIDENCE_COUNT] = {
    [BE_CONFIDENCE_VENDOR] = "vendor",
    [BE_CONFIDENCE_MIRROR] = "mirror",
    [BE_CONFIDENCE_SECOND_HAND] = "second-hand",
    [BE_CONFIDENCE_INFERRED] = "inferred",
    [BE_CONFIDENCE_USER] = "user",
};

static const char *const layer_names[BE_LAYER_COUNT] = {
    [BE_LAYER_FREE] = "free",       [BE_LAYER_QPS] = "qps",   [BE_LAYER_PACKAGE] = "package",
    [BE_LAYER_GENERAL] = "general", [BE_LAYER_PAYG] = "payg",
};

static const char *const use_names[BE_USE_COUNT] = {
    [BE_USE_STANDARD] = "standard",
    [BE_USE_BATCH] = "batch",
    [BE_USE_CACHED] = "cached",
};

static const char *const term_names[BE_TERM_COUNT] = {
    [BE_TERM_DAY] = "day",
    [BE_TERM_MONTH] = "month",
    [BE_TERM_YEAR] = "year",
};

const char *be_confidence_name(be_confidence confidence)
{
    return confidence_names[confidence];
}

const char *be_layer_name(be_layer layer)
{
    return layer_names[layer];
}

const char *be_use_name(be_use use)
{
    return use_names[use];
}

const char *be_term_name(be_term term)
{
    return term_names[term];
}

static bool sells(const be_provider *provider, const be_general_package *package)
{
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (&provider->general_packages[i] == package)
            return true;
    }
    return false;
}

/* Most ids differ in their first letter, and this is asked for every item in every month. */
static bool same_id(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

be_quantity be_general_points(const be_general_package *package, const be_product *product)
{
    if (!sells(product->provider, package))
        return 0;
    for (size_t i = 0; i < package->cover_count; i++) {
        if (same_id(package->covers[i].product, product->id))
            return package->covers[i].points;
    }
    return 0;
}

size_t be_catalog_product_count(const be_catalog *catalog)
{
    size_t count = 0;
    for (size_t i = 0; i < catalog->provider_count; i++)
        count += catalog->providers[i]->product_count;
    return count;
}

const be_product *be_catalog_product(const be_catalog *catalog, size_t index)
{
    for (size_t i = 0; i < catalog->provider_count; i++) {
        const be_provider *provider = catalog->providers[i];
        if (index < provider->product_count)
            return &provider->products[index];
        index -= provider->product_count;
    }
    return NULL;
}

static const be_product *find_product(const be_provider *provider, const char *id)
{
    for (size_t i = 0; i < provider->product_count; i++) {
        if (strcmp(provider->products[i].id, id) == 0)
            return &provider->products[i];
    }
    return NULL;
}

const be_product *be_catalog_find(const be_catalog *catalog, const char *key)
{
    const char *slash = strchr(key, '/');
    if (slash == NULL)
        return NULL;
    size_t length = (size_t)(slash - key);
    for (size_t i = 0; i < catalog->provider_count; i++) {
        const be_provider *provider = catalog->providers[i];
        if (strlen(provider->id) == length && strncmp(provider->id, key, length) == 0)
            return find_product(provider, slash + 1);
    }
    return NULL;
}

enum { NAME_MAX_BYTES = 64 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Insertions, deletions and replacements that turn a into b; names past 64 bytes are far. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t row[NAME_MAX_BYTES + 1];
    size_t columns = strlen(b);
    if (columns > NAME_MAX_BYTES || strlen(a) > NAME_MAX_BYTES)
        return SIZE_MAX;
    for (size_t j = 0; j <= columns; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = smaller(replaced, smaller(row[j], row[j - 1]) + 1);
        }
    }
    return row[columns];
}

const be_product *be_catalog_nearest(const be_catalog *catalog, const char *key)
{
    const be_product *nearest = NULL;
    size_t best = strlen(key) / 3 + 1;
    bool bare = strchr(key, '/') == NULL; /* the provider was left out: compare the id alone */
    for (size_t i = 0; i < catalog->provider_count; i++) {
        for (size_t j = 0; j < catalog->providers[i]->product_count; j++) {
            const be_product *product = &catalog->providers[i]->products[j];
            size_t distance = edit_distance(key, bare ? product->id : product->key);
            if (distance < best) {
                best = distance;
                nearest = product;
            }
        }
    }
    return nearest;
}

/* Of two sources the one to keep; either may be NULL. */
typedef const be_source *source_choice(const be_source *a, const be_source *b);

static const be_source *older(const be_source *a, const be_source *b)
{
    if (a == NULL || b == NULL)
        return a == NULL ? b : a;
    return be_date_days_between(a->date, b->date) < 0 ? b : a;
}

static bool is_second_hand(const be_source *source)
{
    return source != NULL && (source->confidence == BE_CONFIDENCE_SECOND_HAND ||
                              source->confidence == BE_CONFIDENCE_INFERRED);
}

static const be_source *weaker(const be_source *a, const be_source *b)
{
    return is_second_hand(a) ? a : is_second_hand(b) ? b : NULL;
}

static const be_source *choose_of_tariff(source_choice *choose, const be_source *so_far,
                                         const be_tariff *tariff)
{
    for (size_t i = 0; i < tariff->band_count; i++)
        so_far = choose(so_far, tariff->bands[i].source);
    return so_far;
}

static const be_source *choose_of_meters(source_choice *choose, const be_source *so_far,
                                         const be_product *product)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        so_far = choose(so_far, product->meters[i].source);
        for (int use = 0; use < BE_USE_COUNT; use++)
            so_far = choose_of_tariff(choose, so_far, &product->meters[i].tariff[use]);
    }
    return so_far;
}

static const be_source *choose_of_general(source_choice *choose, const be_source *so_far,
                                          const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], product) > 0)
            so_far = choose(so_far, provider->general_packages[i].source);
    }
    return so_far;
}

/* Goes through the sources of all figures of a product. */
static const be_source *choose_source(const be_product *product, source_choice *choose)
{
    const be_source *so_far = choose(product->source, product->free.source);
    so_far = choose_of_meters(choose, so_far, product);
    so_far = choose_of_general(choose, so_far, product);
    if (product->payg.offered) {
        so_far = choose(so_far, product->payg.source);
        so_far = choose_of_tariff(choose, so_far, &product->payg.tariff);
    }
    for (size_t i = 0; i < product->package_count; i++)
        so_far = choose(so_far, product->packages[i].source);
    for (size_t i = 0; i < product->capacity.price_count; i++) {
        so_far = choose(so_far, product->capacity.prices[i].source);
        so_far = choose_of_tariff(choose, so_far, &product->capacity.prices[i].tariff);
    }
    return so_far;
}

const be_source *be_product_oldest_source(const be_product *product)
{
    return choose_source(product, older);
}

const be_source *be_product_second_hand_source(const be_product *product)
{
    return choose_source(product, weaker);
}
