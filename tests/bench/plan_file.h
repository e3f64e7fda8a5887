/*
 * Plans of any size over the products that are built in.
 */
#ifndef BREAKEVEN_BENCH_PLAN_FILE_H
#define BREAKEVEN_BENCH_PLAN_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "support/sandbox.h"

/* Writes a plan of so many items, of all products in turn; each of 10 thousand to a million units a
 * month. */
bool plan_file_write(const sandbox *home, const char *name, size_t items, int months);

#endif
