#include "catalog/catalog_load.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "catalog/catalog_files.h"
#include "catalog/load.h"
#include "catalog/load_over.h"
#include "catalog/load_own_prices.h"
#include "catalog/loaded.h"
#include "catalog/merge.h"
#include "config/document.h"
#include "language/language.h"

/* A catalogue in the making. */
typedef struct assembly {
    catalog *catalog;
    merge merge;
    problems *problems;
    const char *own_file; /* of the user's own prices */
    const written_price *prices;
    size_t price_count;
} assembly;

/* -- one file -- */

static void add_document(assembly *job, const char *name, const document *doc, bool is_overlay)
{
    size_t first = job->problems->count;
    loader state = {.beneath = is_overlay ? &job->merge : NULL};
    reader in = {name, job->catalog->arena, job->problems, &state};
    load_result said;
    bool ok = load_root(&in, document_root(doc), &said);
    for (size_t i = 0; ok && i < said.count; i++)
        ok = merge_add(&job->merge, &said.providers[i], &said.open[i], name,
                       is_overlay ? NULL : job->problems);
    if (ok && is_overlay) {
        job->own_file = name;
        job->prices = said.prices;
        job->price_count = said.price_count;
    }
    if (!ok && problems_ok(job->problems))
        problems_error(job->problems, name, 0, NULL, tr("out of memory"));
    problems_sort(job->problems, first);
}

static void add_file(assembly *job, const char *path, bool is_overlay)
{
    document *doc = document_read(path, job->problems);
    if (doc != NULL)
        add_document(job, path, doc, is_overlay);
    document_destroy(doc);
}

static void add_overlay(assembly *job, const char *overlay)
{
    if (overlay == NULL || (access(overlay, F_OK) != 0 && errno == ENOENT))
        return;
    add_file(job, overlay, true);
}

/* What can change of them later, prices of the user's own, the merge copies. */
static void add_catalog(assembly *job, const be_catalog *added)
{
    bool ok = true;
    for (size_t i = 0; i < added->provider_count && ok; i++)
        ok = merge_add(&job->merge, added->providers[i], NULL, "", NULL);
    if (!ok)
        problems_error(job->problems, "catalogue", 0, NULL, "out of memory");
}

/* -- the whole -- */

static bool begin(assembly *job, problems *found)
{
    *job = (assembly){.problems = found};
    job->catalog = calloc(1, sizeof *job->catalog);
    if (job->catalog != NULL)
        job->catalog->arena = be_arena_create();
    if (job->catalog == NULL || job->catalog->arena == NULL) {
        catalog_destroy(job->catalog);
        problems_error(found, "catalogue", 0, NULL, tr("out of memory"));
        return false;
    }
    job->merge.arena = job->catalog->arena;
    return true;
}

/* Looks up what the single prices are of. One of something that is no longer sold is left out. */
static bool put_in_prices(assembly *job)
{
    catalog *made = job->catalog;
    own_price *found = be_arena_alloc(made->arena, job->price_count + 1, sizeof *found);
    size_t count = 0;
    if (found == NULL)
        return false;
    for (size_t i = 0; i < job->price_count; i++) {
        if (!load_own_price(&made->view, &job->prices[i], made->arena, &found[count]))
            return false;
        if (found[count].product != NULL)
            count++;
        else
            problems_warning(job->problems, job->own_file, job->prices[i].line, "prices",
                             "the catalogue has no such price of \"%s\"; it is left out",
                             job->prices[i].product);
    }
    return own_prices_use(made, found, count);
}

static catalog *finish(assembly *job)
{
    bool made = problems_ok(job->problems) &&
                merge_finish(&job->merge, &job->catalog->view, &job->catalog->open) &&
                put_in_prices(job);
    merge_clear(&job->merge);
    if (made)
        return job->catalog;
    if (problems_ok(job->problems))
        problems_error(job->problems, "catalogue", 0, NULL, tr("out of memory"));
    catalog_destroy(job->catalog);
    return NULL;
}

catalog *load_over(const be_catalog *beneath, const char *overlay, problems *found)
{
    assembly job;
    if (!begin(&job, found))
        return NULL;
    add_catalog(&job, beneath);
    add_overlay(&job, overlay);
    return finish(&job);
}

catalog *catalog_load_paths(const char *const *paths, size_t count, const char *overlay,
                            problems *found)
{
    assembly job;
    if (!begin(&job, found))
        return NULL;
    catalog_files files = {0};
    for (size_t i = 0; i < count; i++)
        catalog_files_add(&files, paths[i], found);
    for (size_t i = 0; i < files.count; i++)
        add_file(&job, files.paths[i], false);
    catalog_files_clear(&files);
    add_overlay(&job, overlay);
    return finish(&job);
}

const be_catalog *catalog_view(const catalog *loaded)
{
    return &loaded->view;
}

void catalog_destroy(catalog *loaded)
{
    if (loaded == NULL)
        return;
    free(loaded->own);
    free(loaded->taken);
    be_arena_destroy(loaded->arena);
    free(loaded);
}
