#include "catalog/freeze.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The source in the making. */
typedef struct writer {
    FILE *out;
    const be_catalog *catalog;
    size_t provider; /* being written */
    bool failed;
} writer;

struct record;

/* Writes the value that is `at` a place. */
typedef void put_value(writer *w, const void *at);

typedef struct field {
    size_t offset;
    size_t size;  /* of one value */
    size_t times; /* so many values, one behind the other, in braces of their own; 0: one value */
    put_value *put;
    const struct record *group; /* in place of `put`: a structure... */
    bool is_list;               /* ... or a pointer to as many of them as `count_offset` says */
    size_t count_offset;
} field;

typedef struct record {
    const char *name;
    size_t size;
    const field *fields; /* all, in the order of the structure */
    size_t field_count;
} record;

/* -- values ------------------------------------------------------------------------------------ */

static void put_bool(writer *w, const void *at)
{
    const bool *value = at;
    fputs(*value ? "true" : "false", w->out);
}

static void put_int(writer *w, const void *at)
{
    const int *value = at;
    fprintf(w->out, "%d", *value);
}

static void put_unsigned(writer *w, const void *at)
{
    const unsigned *value = at;
    fprintf(w->out, "%u", *value);
}

static void put_int64(writer *w, const void *at)
{
    const int64_t *value = at;
    fprintf(w->out, "%lld", (long long)*value);
}

static void put_size(writer *w, const void *at)
{
    const size_t *value = at;
    fprintf(w->out, "%zu", *value);
}

static void put_amount(writer *w, const void *at)
{
    const be_amount *amount = at;
    uint64_t low = (uint64_t)amount->scaled;
    be_int128 high = (amount->scaled - (be_int128)low) / ((be_int128)1 << 64);
    fprintf(w->out, "FROZEN_AMOUNT(%lld, %lluU)", (long long)high, (unsigned long long)low);
}

/* A question mark could be part of a trigraph, and a byte past ASCII depend on the compiler. */
static void put_letter(FILE *out, unsigned char letter)
{
    if (letter < ' ' || letter > '~' || strchr("\"\\?", letter) != NULL)
        fprintf(out, "\\%03o", (unsigned)letter);
    else
        putc(letter, out);
}

static void put_text(writer *w, const void *at)
{
    const char *const *text = at;
    if (*text == NULL) {
        fputs("NULL", w->out);
        return;
    }
    putc('"', w->out);
    for (const char *c = *text; *c != '\0'; c++)
        put_letter(w->out, (unsigned char)*c);
    putc('"', w->out);
}

static bool same_source(const be_source *a, const be_source *b)
{
    return strcmp(a->id, b->id) == 0 && strcmp(a->title, b->title) == 0 &&
           strcmp(a->address, b->address) == 0 && strcmp(a->date_text, b->date_text) == 0 &&
           a->date.year == b->date.year && a->date.month == b->date.month &&
           a->date.day == b->date.day && a->confidence == b->confidence;
}

/* By what it says: the sources of a provider that several files describe are copies. */
static void put_source(writer *w, const void *at)
{
    const be_source *const *source = at;
    const be_provider *provider = w->catalog->providers[w->provider];
    size_t i = 0;
    if (*source == NULL) {
        fputs("NULL", w->out);
        return;
    }
    while (i < provider->source_count && !same_source(&provider->sources[i], *source))
        i++;
    w->failed = w->failed || i == provider->source_count;
    fprintf(w->out, "&sources_%zu[%zu]", w->provider, i);
}

static void put_provider(writer *w, const void *at)
{
    (void)at;
    fprintf(w->out, "&providers[%zu]", w->provider);
}

/* -- structures -------------------------------------------------------------------------------- */

/* The type of a member decides how it is written, so that neither can be mistaken. */
#define MEMBER(structure, member) (((structure *)0)->member)
#define PUT_OF(value)                                                                              \
    _Generic((value),                                                                              \
        bool: put_bool,                                                                            \
        int: put_int,                                                                              \
        unsigned: put_unsigned,                                                                    \
        int64_t: put_int64,                                                                        \
        size_t: put_size,                                                                          \
        be_amount: put_amount,                                                                     \
        const char *: put_text,                                                                    \
        const be_source *: put_source,                                                             \
        const be_provider *: put_provider)

#define VALUE(structure, member)                                                                   \
    {                                                                                              \
        .offset = offsetof(structure, member), .put = PUT_OF(MEMBER(structure, member))            \
    }
#define VALUES(structure, member)                                                                  \
    {                                                                                              \
        .offset = offsetof(structure, member), .size = sizeof MEMBER(structure, member[0]),        \
        .times = sizeof MEMBER(structure, member) / sizeof MEMBER(structure, member[0]),           \
        .put = PUT_OF(MEMBER(structure, member[0]))                                                \
    }
#define GROUP(structure, member, table)                                                            \
    {                                                                                              \
        .offset = offsetof(structure, member), .group = &(table)                                   \
    }
#define GROUPS(structure, member, table)                                                           \
    {                                                                                              \
        .offset = offsetof(structure, member), .size = sizeof MEMBER(structure, member[0]),        \
        .times = sizeof MEMBER(structure, member) / sizeof MEMBER(structure, member[0]),           \
        .group = &(table)                                                                          \
    }
#define LIST(structure, member, count, table)                                                      \
    {                                                                                              \
        .offset = offsetof(structure, member), .group = &(table), .is_list = true,                 \
        .count_offset = offsetof(structure, count)                                                 \
    }
#define RECORD(structure, table)                                                                   \
    {                                                                                              \
        .name = #structure, .size = sizeof(structure), .fields = (table),                          \
        .field_count = sizeof(table) / sizeof(table)[0],                                           \
    }

static const field date_fields[] = {
    VALUE(be_date, year),
    VALUE(be_date, month),
    VALUE(be_date, day),
};
static const record date_record = RECORD(be_date, date_fields);

static const field duration_fields[] = {
    VALUE(be_duration, count),
    VALUE(be_duration, unit),
};
static const record duration_record = RECORD(be_duration, duration_fields);

static const field source_fields[] = {
    VALUE(be_source, id),
    VALUE(be_source, title),
    VALUE(be_source, address),
    VALUE(be_source, date_text),
    GROUP(be_source, date, date_record),
    VALUE(be_source, confidence),
};
static const record source_record = RECORD(be_source, source_fields);

static const field band_fields[] = {
    VALUE(be_band, up_to),  VALUE(be_band, price), VALUE(be_band, flat),
    VALUE(be_band, source), VALUE(be_band, below),
};
static const record band_record = RECORD(be_band, band_fields);

static const field tariff_fields[] = {
    VALUE(be_tariff, mode),         VALUE(be_tariff, position),
    VALUE(be_tariff, period),       VALUE(be_tariff, per),
    VALUE(be_tariff, block),        VALUE(be_tariff, minimum),
    VALUE(be_tariff, flat_at_zero), LIST(be_tariff, bands, band_count, band_record),
    VALUE(be_tariff, band_count),   VALUE(be_tariff, cumulated),
};
static const record tariff_record = RECORD(be_tariff, tariff_fields);

static const field free_fields[] = {
    VALUE(be_free_quota, quantity),
    VALUE(be_free_quota, monthly),
    GROUP(be_free_quota, valid, duration_record),
    VALUE(be_free_quota, source),
};
static const record free_record = RECORD(be_free_quota, free_fields);

static const field payg_fields[] = {
    VALUE(be_payg, offered),
    VALUE(be_payg, opt_in),
    GROUP(be_payg, tariff, tariff_record),
    VALUE(be_payg, source),
};
static const record payg_record = RECORD(be_payg, payg_fields);

static const field meter_fields[] = {
    VALUE(be_meter, id),          VALUE(be_meter, name),
    VALUE(be_meter, name_zh),     VALUE(be_meter, unit),
    VALUE(be_meter, unit_zh),     VALUE(be_meter, free),
    VALUE(be_meter, per_request), GROUPS(be_meter, tariff, tariff_record),
    VALUE(be_meter, source),
};
static const record meter_record = RECORD(be_meter, meter_fields);

static const field package_fields[] = {
    VALUE(be_package, id),     VALUE(be_package, size),
    VALUE(be_package, price),  GROUP(be_package, valid, duration_record),
    VALUE(be_package, source),
};
static const record package_record = RECORD(be_package, package_fields);

static const field cover_fields[] = {
    VALUE(be_general_cover, product),
    VALUE(be_general_cover, points),
};
static const record cover_record = RECORD(be_general_cover, cover_fields);

static const field general_fields[] = {
    VALUE(be_general_package, id),
    VALUE(be_general_package, points),
    VALUE(be_general_package, price),
    GROUP(be_general_package, valid, duration_record),
    LIST(be_general_package, covers, cover_count, cover_record),
    VALUE(be_general_package, cover_count),
    VALUE(be_general_package, source),
};
static const record general_record = RECORD(be_general_package, general_fields);

static const field limit_fields[] = {
    VALUE(be_limit, stated),
    VALUE(be_limit, value),
};
static const record limit_record = RECORD(be_limit, limit_fields);

static const field limits_fields[] = {
    GROUP(be_limits, qps, limit_record),
    GROUP(be_limits, with_package, limit_record),
    GROUP(be_limits, rps, limit_record),
    GROUP(be_limits, concurrency, limit_record),
    VALUE(be_limits, over),
};
static const record limits_record = RECORD(be_limits, limits_fields);

static const field capacity_price_fields[] = {
    VALUE(be_capacity_price, term),
    GROUP(be_capacity_price, tariff, tariff_record),
    VALUE(be_capacity_price, source),
};
static const record capacity_price_record = RECORD(be_capacity_price, capacity_price_fields);

static const field capacity_fields[] = {
    VALUE(be_capacity, offered),
    VALUE(be_capacity, adds_to),
    VALUE(be_capacity, additive),
    VALUE(be_capacity, overlap),
    VALUE(be_capacity, calls_free),
    VALUE(be_capacity, min),
    VALUE(be_capacity, max),
    VALUE(be_capacity, lifts_to),
    LIST(be_capacity, prices, price_count, capacity_price_record),
    VALUE(be_capacity, price_count),
};
static const record capacity_record = RECORD(be_capacity, capacity_fields);

static const field note_fields[] = {
    VALUE(be_note, text),
    VALUE(be_note, text_zh),
};
static const record note_record = RECORD(be_note, note_fields);

static const field product_fields[] = {
    VALUE(be_product, provider),
    VALUE(be_product, key),
    VALUE(be_product, id),
    VALUE(be_product, name),
    VALUE(be_product, name_zh),
    VALUE(be_product, category),
    VALUE(be_product, category_zh),
    VALUE(be_product, region),
    VALUE(be_product, currency),
    VALUE(be_product, unit),
    VALUE(be_product, unit_zh),
    VALUE(be_product, source),
    VALUES(be_product, deduction),
    VALUE(be_product, deduction_count),
    GROUP(be_product, free, free_record),
    GROUP(be_product, payg, payg_record),
    LIST(be_product, meters, meter_count, meter_record),
    VALUE(be_product, meter_count),
    VALUE(be_product, request_meter),
    VALUE(be_product, request_max),
    LIST(be_product, packages, package_count, package_record),
    VALUE(be_product, package_count),
    GROUP(be_product, limits, limits_record),
    GROUP(be_product, capacity, capacity_record),
    LIST(be_product, notes, note_count, note_record),
    VALUE(be_product, note_count),
};
static const record product_record = RECORD(be_product, product_fields);

/* -- writing them ------------------------------------------------------------------------------ */

static void put_elements(writer *w, const record *of, const void *items, size_t count);

static void put_list(writer *w, const field *f, const char *structure)
{
    const void *items;
    size_t count;
    memcpy(&items, structure + f->offset, sizeof items);
    memcpy(&count, structure + f->count_offset, sizeof count);
    if (count == 0) {
        fputs("NULL", w->out);
        return;
    }
    fprintf(w->out, "(const %s[])", f->group->name);
    put_elements(w, f->group, items, count);
}

static void put_values(writer *w, const field *f, const char *values)
{
    putc('{', w->out);
    for (size_t i = 0; i < f->times; i++) {
        fputs(i == 0 ? "" : ", ", w->out);
        f->put(w, values + i * f->size);
    }
    putc('}', w->out);
}

static void put_record(writer *w, const record *of, const char *structure);

static void put_field(writer *w, const field *f, const char *structure)
{
    const char *at = structure + f->offset;
    if (f->is_list)
        put_list(w, f, structure);
    else if (f->group != NULL && f->times > 0)
        put_elements(w, f->group, at, f->times);
    else if (f->group != NULL)
        put_record(w, f->group, at);
    else if (f->times > 0)
        put_values(w, f, at);
    else
        f->put(w, at);
}

static void put_record(writer *w, const record *of, const char *structure)
{
    putc('{', w->out);
    for (size_t i = 0; i < of->field_count; i++) {
        fputs(i == 0 ? "" : ", ", w->out);
        put_field(w, &of->fields[i], structure);
    }
    putc('}', w->out);
}

static void put_elements(writer *w, const record *of, const void *items, size_t count)
{
    fputs("{\n", w->out);
    for (size_t i = 0; i < count; i++) {
        put_record(w, of, (const char *)items + i * of->size);
        fputs(",\n", w->out);
    }
    putc('}', w->out);
}

static void put_sources(writer *w, const be_provider *provider)
{
    if (provider->source_count == 0)
        return;
    fprintf(w->out, "static const be_source sources_%zu[] = ", w->provider);
    put_elements(w, &source_record, provider->sources, provider->source_count);
    fputs(";\n\n", w->out);
}

static void put_own_sources(writer *w, const void *at)
{
    const be_source *const *sources = at;
    if (*sources == NULL || w->catalog->providers[w->provider]->source_count == 0)
        fputs("NULL", w->out);
    else
        fprintf(w->out, "sources_%zu", w->provider);
}

static const field provider_fields[] = {
    VALUE(be_provider, id),
    VALUE(be_provider, name),
    VALUE(be_provider, name_zh),
    {.offset = offsetof(be_provider, sources), .put = put_own_sources},
    VALUE(be_provider, source_count),
    LIST(be_provider, products, product_count, product_record),
    VALUE(be_provider, product_count),
    LIST(be_provider, general_packages, general_package_count, general_record),
    VALUE(be_provider, general_package_count),
};
static const record provider_record = RECORD(be_provider, provider_fields);

static void put_each(writer *w, void (*put)(writer *w, const be_provider *provider))
{
    for (w->provider = 0; w->provider < w->catalog->provider_count; w->provider++)
        put(w, w->catalog->providers[w->provider]);
}

static void put_whole_provider(writer *w, const be_provider *provider)
{
    put_record(w, &provider_record, (const char *)provider);
    fputs(",\n", w->out);
}

static void put_reference(writer *w, const be_provider *provider)
{
    (void)provider;
    fprintf(w->out, "&providers[%zu],\n", w->provider);
}

bool freeze_write(FILE *out, const be_catalog *catalog, const char *name)
{
    writer w = {.out = out, .catalog = catalog};
    if (catalog->provider_count == 0)
        return false;
    fputs("#include \"catalog/frozen.h\"\n\n"
          "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n",
          out);
    fprintf(out, "static const be_provider providers[%zu];\n\n", catalog->provider_count);
    put_each(&w, put_sources);
    fprintf(out, "static const be_provider providers[%zu] = {\n", catalog->provider_count);
    put_each(&w, put_whole_provider);
    fputs("};\n\nstatic const be_provider *const all[] = {\n", out);
    put_each(&w, put_reference);
    fprintf(out, "};\n\nconst be_catalog %s = {all, %zu};\n", name, catalog->provider_count);
    return !w.failed && ferror(out) == 0;
}
