#ifndef BREAKEVEN_TESTS_MUTATION_FILE_H
#define BREAKEVEN_TESTS_MUTATION_FILE_H

#include <stddef.h>

/*
 * What a file holds, with a NUL behind; NULL with errno when it cannot be read. The caller frees
 * it. `length` may be NULL.
 */
char *file_read(const char *path, size_t *length);

#endif
