#ifndef BREAKEVEN_SUPPORT_QUOTED_H
#define BREAKEVEN_SUPPORT_QUOTED_H

#include <stddef.h>

/*
 * The quoted texts of a libconfig file, to be spoilt one by one: a copy of `file` in which other
 * words stand between the quotes of the nth text, the first being 0. `line` is that of its end.
 * NULL when there are no more. To be freed.
 */
char *quoted_replaced(const char *file, size_t n, const char *words, int *line);

#endif
