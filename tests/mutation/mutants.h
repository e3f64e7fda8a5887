/*
 * The mutants of a C source: copies that differ from it in one place, each of which a test ought to
 * tell from the original.
 */
#ifndef BREAKEVEN_TESTS_MUTATION_MUTANTS_H
#define BREAKEVEN_TESTS_MUTATION_MUTANTS_H

#include <stddef.h>

typedef struct mutant {
    size_t at, length; /* what is replaced in the source */
    char *becomes;     /* by what */
    char *label;       /* "`<` -> `<=`" */
    int line, column;
} mutant;

typedef struct mutant_list {
    mutant *items;
    size_t count;
} mutant_list;

/* All mutants, in the order of the source. Some may turn out not to be C. */
void mutant_list_find(mutant_list *out, const char *source);
void mutant_list_free(mutant_list *list);

/* The changed source. The caller frees it. */
char *mutant_apply(const mutant *m, const char *source);

#endif
