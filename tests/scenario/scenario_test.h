/*
 * What the tests of plans use: the shipped catalogue and its products.
 */
#ifndef BREAKEVEN_TESTS_SCENARIO_TEST_H
#define BREAKEVEN_TESTS_SCENARIO_TEST_H

#include "config/config_test.h"

#include "catalog/catalog_load.h"
#include "scenario/scenario.h"

/* Sold: packages 1k 10k 100k 1m 10m; concurrency by day and month. */
#define STYLE_TRANSFER "tencent/image-style-transfer"

/* Sold: packages; QPS by day, month and year. */
#define FACE_COMPARE "tencent-cn/face-compare"

/* A group's setup and teardown: *state is the shipped catalogue. */
static inline int open_catalog(void **state)
{
    problems found = {0};
    *state = catalog_load_builtin(NULL, &found);
    problems_clear(&found);
    return *state == NULL ? -1 : 0;
}

static inline int close_catalog(void **state)
{
    catalog_destroy(*state);
    return 0;
}

static inline const be_product *product_of(void **state, const char *key)
{
    const be_product *product = be_catalog_find(catalog_view(*state), key);
    assert_non_null(product);
    return product;
}

static inline be_horizon year_from(int year, int month)
{
    return (be_horizon){be_month_of(year, month), 12};
}

#endif
