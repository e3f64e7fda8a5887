/*
 * A look at how a text is nested before it is parsed: the parser follows any depth until its own
 * memory ends, and compares every key of a group with all the others.
 */
#ifndef BREAKEVEN_CONFIG_SHAPE_CHECK_H
#define BREAKEVEN_CONFIG_SHAPE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "config/problem.h"

/* No price list or plan comes near. */
enum { SHAPE_DEPTH_MAX = 32, SHAPE_KEYS_MAX = 1000 };

/*
 * Reports the first place where groups and lists are nested deeper, or where a group has more keys.
 * Whether the brackets match is left to the parser. True when there is none.
 */
bool shape_check(const char *file, const char *text, size_t size, problems *found);

#endif
