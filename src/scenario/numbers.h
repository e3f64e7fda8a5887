/*
 * The single values of a demand that a scenario file has a key for, and how each is written.
 */
#ifndef BREAKEVEN_SCENARIO_NUMBERS_H
#define BREAKEVEN_SCENARIO_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/demand.h>

enum { SCENARIO_NUMBER_TEXT = 64 };

typedef struct scenario_number {
    const char *key;
    size_t offset; /* in be_demand */
    bool is_flag;  /* said without quotes */
    /* Writes the value; "" for the default, which files leave out. */
    void (*write)(const void *value, char out[SCENARIO_NUMBER_TEXT]);
} scenario_number;

extern const scenario_number scenario_numbers[];
extern const size_t scenario_number_count;

/* The text of one of them in a demand. Returns `out`. */
const char *scenario_number_text(const scenario_number *number, const be_demand *demand,
                                 char out[SCENARIO_NUMBER_TEXT]);

#endif
