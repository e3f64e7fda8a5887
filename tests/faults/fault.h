#ifndef BREAKEVEN_FAULTS_FAULT_H
#define BREAKEVEN_FAULTS_FAULT_H

#include "support/sandbox.h"

#include <stdbool.h>

/*
 * One call of a program that fails, by the library of preload.c: what the program's environment
 * holds to make it so, and whether it came to that.
 */
typedef struct fault {
    const char *kind;     /* "memory" or "file" */
    unsigned long at;     /* the number of the call, the first being 1; 0: none */
    int error;            /* of a call for a file */
    unsigned long follow; /* so many calls behind it fail, too */
} fault;

enum { FAULT_ENTRIES = 9, FAULT_ENTRY = 4200 };

typedef struct fault_environment {
    char texts[FAULT_ENTRIES][FAULT_ENTRY];
    const char *entries[FAULT_ENTRIES + 1]; /* as run_options and tty_options take them */
} fault_environment;

/* What becomes of the calls is told in a file in `home`, which is removed. */
void fault_prepare(fault_environment *out, const fault *f, const sandbox *home);

/* Whether a call failed; its name is in `name`. */
enum { FAULT_NAME = 32 };
bool fault_struck(const sandbox *home, char name[FAULT_NAME]);

/* How many calls there were, once the program has ended in good order; 0 when it has not. */
unsigned long fault_calls(const sandbox *home);

/* The next number to try: each of the first ones, then ever fewer. */
unsigned long fault_next(unsigned long at);

/* Whether any file in the folder has a name that ends so. */
bool fault_left(const char *folder, const char *ending);

#endif
