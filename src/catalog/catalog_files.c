#include "catalog/catalog_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "language/language.h"

static const char suffix[] = ".cfg";

enum { FIRST_CAPACITY = 16 };

/* Takes over `path`, which may be NULL when there was no memory for it. */
static bool take(catalog_files *files, char *path)
{
    if (path != NULL && files->count == files->capacity) {
        size_t capacity = files->capacity == 0 ? FIRST_CAPACITY : files->capacity * 2;
        char **paths = realloc(files->paths, capacity * sizeof *paths);
        if (paths == NULL) {
            free(path);
            return false;
        }
        files->paths = paths;
        files->capacity = capacity;
    }
    if (path == NULL)
        return false;
    files->paths[files->count++] = path;
    return true;
}

static bool is_catalog_name(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > sizeof suffix - 1 &&
           strcmp(name + length - (sizeof suffix - 1), suffix) == 0;
}

static char *in_folder(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    size_t size = length + strlen(slash) + strlen(name) + 1;
    char *path = malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s%s%s", folder, slash, name);
    return path;
}

static int by_name(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

/* 0, or the errno of what went wrong. */
static int add_entries(catalog_files *files, const char *folder)
{
    DIR *directory = opendir(folder);
    if (directory == NULL)
        return errno;
    int error = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (entry == NULL) {
            error = errno;
            break;
        }
        if (is_catalog_name(entry->d_name) && !take(files, in_folder(folder, entry->d_name))) {
            error = ENOMEM;
            break;
        }
    }
    closedir(directory);
    return error;
}

static bool add_folder(catalog_files *files, const char *folder, problems *found)
{
    size_t first = files->count;
    int error = add_entries(files, folder);
    if (error != 0)
        problems_error(found, folder, 0, NULL, tr("cannot be read: %s"), strerror(error));
    else if (files->count == first)
        problems_error(found, folder, 0, NULL, tr("has no *.cfg file in it"));
    if (error != 0 || files->count == first)
        return false;
    qsort(files->paths + first, files->count - first, sizeof *files->paths, by_name);
    return true;
}

bool catalog_files_add(catalog_files *files, const char *path, problems *found)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return add_folder(files, path, found);
    if (take(files, strdup(path)))
        return true;
    problems_error(found, path, 0, NULL, tr("out of memory"));
    return false;
}

void catalog_files_clear(catalog_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->paths[i]);
    free(files->paths);
    *files = (catalog_files){0};
}
