/*
 * Currencies by their code.
 */
#ifndef BREAKEVEN_SCENARIO_CURRENCY_CODE_H
#define BREAKEVEN_SCENARIO_CURRENCY_CODE_H

#include <stdbool.h>

#include "scenario/scenario.h"

/* Reads three capital letters, as ISO 4217 names a currency. */
bool currency_code_parse(const char *text, char out[SCENARIO_CURRENCY]);

#endif
