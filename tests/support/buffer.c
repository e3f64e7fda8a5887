#include "support/buffer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 256 };

static _Noreturn void out_of_memory(void)
{
    fputs("test support: out of memory\n", stderr);
    abort();
}

static void make_room(buffer *b, size_t extra)
{
    if (extra > SIZE_MAX / 2 - b->length - 1)
        out_of_memory();
    const size_t needed = b->length + extra + 1;
    if (needed <= b->capacity)
        return;
    size_t capacity = b->capacity < SMALLEST ? SMALLEST : b->capacity;
    while (capacity < needed)
        capacity *= 2;
    char *data = realloc(b->data, capacity);
    if (data == NULL)
        out_of_memory();
    b->data = data;
    b->capacity = capacity;
}

void buffer_append(buffer *b, const void *bytes, size_t length)
{
    make_room(b, length);
    if (length > 0)
        memcpy(b->data + b->length, bytes, length);
    b->length += length;
    b->data[b->length] = '\0';
}

void buffer_append_text(buffer *b, const char *text)
{
    buffer_append(b, text, strlen(text));
}

void buffer_clear(buffer *b)
{
    b->length = 0;
    if (b->data != NULL)
        b->data[0] = '\0';
}

const char *buffer_text(const buffer *b)
{
    return b->data == NULL ? "" : b->data;
}

char *buffer_take(buffer *b)
{
    buffer_append(b, "", 0);
    char *data = b->data;
    *b = (buffer){0};
    return data;
}

void buffer_free(buffer *b)
{
    free(b->data);
    *b = (buffer){0};
}
