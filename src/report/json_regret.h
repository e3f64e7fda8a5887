/*
 * Regrets as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_REGRET_H
#define BREAKEVEN_REPORT_JSON_REGRET_H

#include <jansson.h>

#include <breakeven/regret.h>

/* A new reference, or NULL when there is no memory; null for no regrets at all. */
json_t *json_of_regret(const be_regret *regret);

#endif
