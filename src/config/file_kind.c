#include "config/file_kind.h"

#include <sys/stat.h>

#include "config/document.h"

/* The first key that a file has decides. */
static const struct {
    const char *key;
    file_kind kind;
} signs[] = {
    {"prices", FILE_KIND_OWN_PRICES}, {"provider", FILE_KIND_CATALOG},
    {"providers", FILE_KIND_CATALOG}, {"products", FILE_KIND_CATALOG},
    {"items", FILE_KIND_SCENARIO},    {"start", FILE_KIND_SCENARIO},
};

static file_kind kind_of_root(const config_setting_t *root)
{
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (config_setting_get_member(root, signs[i].key) != NULL)
            return signs[i].kind;
    }
    return FILE_KIND_UNKNOWN;
}

bool file_kind_of(const char *path, file_kind *kind, problems *found)
{
    struct stat status;
    *kind = FILE_KIND_CATALOG;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return true;
    document *doc = document_read(path, found);
    if (doc != NULL)
        *kind = kind_of_root(document_root(doc));
    document_destroy(doc);
    return doc != NULL;
}
