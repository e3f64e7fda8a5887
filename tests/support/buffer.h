#ifndef BREAKEVEN_SUPPORT_BUFFER_H
#define BREAKEVEN_SUPPORT_BUFFER_H

#include <stddef.h>

/*
 * Bytes that grow. Zero-initialise one ({0}), append to it, free it with buffer_free.
 * What it holds may contain NUL bytes; one more NUL always stands behind the last byte.
 * A test can do nothing useful without memory, so running out of it ends the program with a
 * message.
 */
typedef struct buffer {
    char *data; /* NULL until something is appended */
    size_t length;
    size_t capacity;
} buffer;

void buffer_append(buffer *b, const void *bytes, size_t length);
void buffer_append_text(buffer *b, const char *text);

/* Forgets the content and keeps the memory. */
void buffer_clear(buffer *b);

/* The content as a string: "" when nothing was appended. Borrowed, until the next append. */
const char *buffer_text(const buffer *b);

/* Hands the content over to the caller, who frees it, and empties the buffer. Never NULL. */
char *buffer_take(buffer *b);

void buffer_free(buffer *b);

#endif
