/*
 * The shipped catalogue in tests: finding its products and pricing them. *state is the catalogue.
 */
#ifndef BREAKEVEN_TESTS_SHIPPED_TEST_H
#define BREAKEVEN_TESTS_SHIPPED_TEST_H

#include "config/config_test.h"

#include <breakeven/bill.h>

#include "catalog/catalog_load.h"

enum { START_YEAR = 2026, START_MONTH = 12 };

static inline const be_product *find(const catalog *loaded, const char *key)
{
    const be_product *product = be_catalog_find(catalog_view(loaded), key);
    if (product == NULL)
        fail_msg("no product \"%s\"", key);
    return product;
}

static inline void assert_amount(be_amount amount, const char *expected)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(amount, text);
    assert_string_equal(text, expected);
}

/* A bill of so many months in a place of its own. */
typedef struct billed {
    be_arena *arena;
    be_bill bill;
} billed;

static inline billed bill(const be_product *product, const be_demand *demand, int months,
                          const be_purchase *purchases, size_t count)
{
    billed out = {.arena = be_arena_create()};
    be_usage usage;
    assert_non_null(out.arena);
    be_usage_resolve(demand, (be_horizon){be_month_of(START_YEAR, START_MONTH), months}, &usage);
    assert_true(be_bill_compute(out.arena, product, demand, &usage, purchases, count, BE_BILL_LINES,
                                &out.bill));
    return out;
}

static inline void assert_total(const be_product *product, const be_demand *demand, int months,
                                const be_purchase *purchases, size_t count, const char *expected)
{
    char text[BE_AMOUNT_TEXT];
    billed b = bill(product, demand, months, purchases, count);
    be_amount_format(b.bill.total, text);
    be_arena_destroy(b.arena);
    if (strcmp(text, expected) != 0)
        fail_msg("%s costs %s, expected %s", product->key, text, expected);
}

static inline size_t package_of(const be_product *product, const char *id)
{
    for (size_t i = 0; i < product->package_count; i++) {
        if (strcmp(product->packages[i].id, id) == 0)
            return i;
    }
    fail_msg("%s has no package \"%s\"", product->key, id);
    return 0;
}

static inline const be_capacity *capacity_of(const catalog *loaded, const char *key)
{
    return &find(loaded, key)->capacity;
}

static inline be_amount charge(const be_capacity *capacity, be_term term, be_quantity count,
                               int terms)
{
    for (size_t i = 0; i < capacity->price_count; i++) {
        if (capacity->prices[i].term == term)
            return be_capacity_charge(capacity, i, count, terms);
    }
    fail_msg("not sold by the %s", be_term_name(term));
    return be_amount_zero();
}

static inline int load_catalogue(void **state)
{
    problems found = {0};
    *state = catalog_load_builtin(NULL, &found);
    assert_problems(&found, "");
    return *state == NULL ? -1 : 0;
}

static inline int free_catalogue(void **state)
{
    catalog_destroy(*state);
    return 0;
}

#endif
