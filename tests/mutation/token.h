/*
 * The tokens of a C source. Comments, blank space and preprocessor lines are none.
 */
#ifndef BREAKEVEN_TESTS_MUTATION_TOKEN_H
#define BREAKEVEN_TESTS_MUTATION_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

typedef enum token_kind {
    TOKEN_WORD, /* a name or a keyword */
    TOKEN_NUMBER,
    TOKEN_TEXT, /* a string or a character */
    TOKEN_MARK  /* an operator or a bracket */
} token_kind;

typedef struct token {
    token_kind kind;
    size_t at, length; /* in the source */
    int line, column;  /* from 1 on */
} token;

typedef struct token_list {
    const char *source; /* borrowed */
    token *items;
    size_t count;
} token_list;

void token_list_read(token_list *out, const char *source);
void token_list_free(token_list *list);

/* Is token i written so? False for an index past the end, also one that wrapped below 0. */
bool token_is(const token_list *list, size_t i, const char *text);
bool token_is_one_of(const token_list *list, size_t i, const char *const *texts, size_t count);
bool token_is_kind(const token_list *list, size_t i, token_kind kind);

/* The bracket that closes the one at i; the number of tokens where there is none. */
size_t token_closing(const token_list *list, size_t i);

#endif
