/*
 * Low, expected and high volumes as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_CASES_H
#define BREAKEVEN_REPORT_JSON_CASES_H

#include <jansson.h>

#include <breakeven/cases.h>

#include "report/json_value.h"

/* An object with a member for each volume: { "low": ..., "expected": ..., "high": ... }. */
json_t *json_of_each_case(json_maker *make, const void *context);

/* The best plans; null for no cases at all. Both return a new reference, NULL without memory. */
json_t *json_of_cases(const be_cases *cases);

#endif
