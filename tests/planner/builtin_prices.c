#include "planner/builtin_prices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

catalog *prices;

int load_prices(void **state)
{
    problems found = {0};
    (void)state;
    prices = catalog_load_builtin(NULL, &found);
    problems_clear(&found);
    return prices == NULL ? -1 : 0;
}

int drop_prices(void **state)
{
    (void)state;
    catalog_destroy(prices);
    prices = NULL;
    return 0;
}

const be_product *product(const char *named)
{
    const be_product *found = be_catalog_find(catalog_view(prices), named);
    assert_non_null(found);
    return found;
}
