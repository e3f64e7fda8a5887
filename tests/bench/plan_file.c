#include "plan_file.h"

#include <stdio.h>
#include <stdlib.h>

#include "catalog/catalog_load.h"

enum {
    GROWTHS = 4,   /* 0 % to 3 % a month */
    LEAST = 10,    /* thousand units */
    VOLUMES = 997, /* so many, a thousand apart */
    SCATTER = 7919 /* a prime: plans of all sizes are alike */
};

static size_t volume_of(size_t item)
{
    return 1000 * (LEAST + item * SCATTER % VOLUMES);
}

static void write_items(FILE *out, const be_catalog *all, size_t items)
{
    size_t products = be_catalog_product_count(all);
    for (size_t i = 0; i < items; i++)
        fprintf(
            out,
            "%s\n  { product = \"%s\"; volume = \"%zu\"; growth = \"%zu%%\"; postpaid = true; }",
            i == 0 ? "" : ",", be_catalog_product(all, i * SCATTER % products)->key, volume_of(i),
            i % GROWTHS);
}

bool plan_file_write(const sandbox *home, const char *name, size_t items, int months)
{
    problems found = {0};
    catalog *loaded = catalog_load_builtin(NULL, &found);
    problems_clear(&found);
    char *text = NULL;
    size_t length = 0;
    FILE *out = loaded == NULL ? NULL : open_memstream(&text, &length);
    if (out != NULL) {
        fprintf(out, "format = 1;\nname = \"%zu items\";\nstart = \"2026-12\";\n", items);
        fprintf(out, "months = %d;\nitems = (", months);
        write_items(out, catalog_view(loaded), items);
        fprintf(out, ");\n");
        fclose(out);
    }
    bool done = text != NULL && sandbox_write(home, name, text) == 0;
    free(text);
    catalog_destroy(loaded);
    return done;
}
