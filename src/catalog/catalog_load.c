#include "catalog/catalog_load.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "catalog/catalog_files.h"
#include "catalog/load.h"
#include "catalog/load_over.h"
#include "catalog/merge.h"
#include "config/document.h"

struct catalog {
    be_arena *arena;
    be_catalog view;
};

/* A catalogue in the making. */
typedef struct assembly {
    catalog *catalog;
    merge merge;
    problems *problems;
} assembly;

/* -- one file -- */

static void add_document(assembly *job, const char *name, const document *doc, bool is_overlay)
{
    size_t first = job->problems->count;
    loader state = {.beneath = is_overlay ? &job->merge : NULL};
    reader in = {name, job->catalog->arena, job->problems, &state};
    be_provider *providers = NULL;
    size_t count = 0;
    bool ok = load_root(&in, document_root(doc), &providers, &count);
    for (size_t i = 0; ok && i < count; i++)
        ok = merge_add(&job->merge, &providers[i], name, is_overlay ? NULL : job->problems);
    if (!ok && problems_ok(job->problems))
        problems_error(job->problems, name, 0, NULL, "out of memory");
    problems_sort(job->problems, first);
}

static void add_file(assembly *job, const char *path, bool is_overlay)
{
    document *doc = document_read(path, job->problems);
    if (doc != NULL)
        add_document(job, path, doc, is_overlay);
    document_destroy(doc);
}

static bool is_there(const char *overlay)
{
    return overlay != NULL && (access(overlay, F_OK) == 0 || errno != ENOENT);
}

static void add_overlay(assembly *job, const char *overlay)
{
    if (is_there(overlay))
        add_file(job, overlay, true);
}

/* The merge copies what it changes of them. */
static void add_catalog(assembly *job, const be_catalog *added)
{
    bool ok = true;
    for (size_t i = 0; i < added->provider_count && ok; i++)
        ok = merge_add(&job->merge, added->providers[i], "", NULL);
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
        problems_error(found, "catalogue", 0, NULL, "out of memory");
        return false;
    }
    job->merge.arena = job->catalog->arena;
    return true;
}

static catalog *finish(assembly *job)
{
    if (problems_ok(job->problems) && merge_finish(&job->merge, &job->catalog->view))
        return job->catalog;
    if (problems_ok(job->problems))
        problems_error(job->problems, "catalogue", 0, NULL, "out of memory");
    catalog_destroy(job->catalog);
    return NULL;
}

catalog *load_over(const be_catalog *beneath, const char *overlay, problems *found)
{
    assembly job;
    if (!begin(&job, found))
        return NULL;
    if (!is_there(overlay)) {
        job.catalog->view = *beneath;
        return job.catalog;
    }
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
    be_arena_destroy(loaded->arena);
    free(loaded);
}
