/*
 * A first look at the bytes of a file, for what the parser behind would take without a word.
 */
#ifndef BREAKEVEN_CONFIG_TEXT_CHECK_H
#define BREAKEVEN_CONFIG_TEXT_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "config/problem.h"

/*
 * Reports every line with a NUL byte or the escape \x00 (either would cut a text short), with bytes
 * that are not UTF-8, and every @include (a file stands for itself). True when there is none.
 */
bool text_check(const char *file, const char *bytes, size_t size, problems *found);

#endif
