/*
 * The build's own program: price files in, C source out.
 *
 *     breakeven_freeze OUTPUT NAME FILE...
 *
 * Exit status: 0 done, 1 a file is wrong (which is said, and there is no output), 2 wrong use.
 */
#include <stdio.h>

#include "catalog/catalog_load.h"
#include "catalog/freeze.h"

enum { PROBLEM_BYTES = 1024, FIRST_FILE = 3 };

static bool write_source(const char *path, const be_catalog *view, const char *name)
{
    FILE *out = fopen(path, "w");
    if (out == NULL) {
        perror(path);
        return false;
    }
    bool done = freeze_write(out, view, name);
    done = fclose(out) == 0 && done;
    if (!done) {
        fprintf(stderr, "%s: cannot be written\n", path);
        remove(path);
    }
    return done;
}

int main(int argc, char **argv)
{
    problems found = {0};
    if (argc <= FIRST_FILE) {
        fprintf(stderr, "usage: breakeven_freeze OUTPUT NAME FILE...\n");
        return 2;
    }
    const char *const *files = (const char *const *)argv + FIRST_FILE;
    catalog *loaded = catalog_load_paths(files, (size_t)(argc - FIRST_FILE), NULL, &found);
    for (size_t i = 0; i < found.count; i++) {
        char text[PROBLEM_BYTES];
        problem_format(&found.items[i], text, sizeof text);
        fprintf(stderr, "%s\n", text);
    }
    problems_clear(&found);
    bool done = loaded != NULL && write_source(argv[1], catalog_view(loaded), argv[2]);
    catalog_destroy(loaded);
    return done ? 0 : 1;
}
