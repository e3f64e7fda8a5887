/*
 * Problems: what is wrong with a file, collected instead of printed.
 *
 * A reader keeps going after a mistake, so that a file with three of them shows three. Whoever
 * called it decides what to do with the list: print it, show it on a screen, turn it into JSON.
 *
 *     problems found = {0};
 *     catalog *prices = catalog_load_builtin(NULL, &found);
 *     for (size_t i = 0; i < found.count; i++)
 *         ... problem_format(&found.items[i], text, sizeof text) ...
 *     problems_clear(&found);
 */
#ifndef BREAKEVEN_CONFIG_PROBLEM_H
#define BREAKEVEN_CONFIG_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>

typedef struct problem {
    const char *file; /* as the user named it */
    int line;         /* 1 or more; 0: the file as a whole */
    const char *key;  /* path of the key, "products[0].payg.tiers"; "" for none */
    const char *text;
    bool is_warning; /* the file is usable all the same */
} problem;

/* A list keeps so many errors and so many warnings, each with one more that says that there are
 * more. */
enum { PROBLEMS_MAX = 1000 };

/* All zero is an empty list. Owns its texts. */
typedef struct problems {
    problem *items;
    size_t count;
    size_t capacity;
    size_t errors, warnings; /* kept or not */
    bool truncated;          /* memory ran out and a problem was lost: as bad as an error */
    be_arena *texts;
} problems;

#define PROBLEM_PRINTF(format_index, first_index)                                                  \
    __attribute__((format(printf, format_index, first_index)))

/* Adds an error or a warning. The texts are copied; `key` may be NULL. */
PROBLEM_PRINTF(5, 6)
void problems_error(problems *list, const char *file, int line, const char *key, const char *format,
                    ...);
PROBLEM_PRINTF(5, 6)
void problems_warning(problems *list, const char *file, int line, const char *key,
                      const char *format, ...);

/* True when nothing worse than a warning was found. */
bool problems_ok(const problems *list);

/* True when no more errors are kept: there is no point in looking for them. */
bool problems_full(const problems *list);

/* Puts the problems from index `first` on in the order of their lines; equal lines keep theirs. */
void problems_sort(problems *list, size_t first);

/* Frees all and leaves an empty list. */
void problems_clear(problems *list);

/*
 * Writes "FILE:LINE: KEY: TEXT", leaving out a line or key that there is none of. Cuts at `size`,
 * always ends with NUL. Returns the length that the whole text has, like snprintf.
 */
size_t problem_format(const problem *one, char *out, size_t size);

#endif
