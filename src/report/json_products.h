/*
 * The list of products for programs: { "products": [{ "product", "name", ... }] }.
 */
#ifndef BREAKEVEN_REPORT_JSON_PRODUCTS_H
#define BREAKEVEN_REPORT_JSON_PRODUCTS_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_products(const products_answer *what);

#endif
