#include "catalog/catalog_load.h"
#include "catalog/frozen.h"
#include "catalog/load_over.h"

const be_catalog *catalog_builtin(void)
{
    return &frozen_builtin;
}

catalog *catalog_load_builtin(const char *overlay, problems *found)
{
    return load_over(&frozen_builtin, overlay, found);
}
