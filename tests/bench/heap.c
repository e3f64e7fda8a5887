#include "heap.h"

#include <malloc.h>
#include <stdint.h>

static size_t allocations;
static int64_t held, peak;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *old);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *old);

/* NULL has no bytes. */
static int64_t bytes_of(void *memory)
{
    return (int64_t)malloc_usable_size(memory);
}

static void *taken(void *memory)
{
    allocations++;
    held += bytes_of(memory);
    peak = held > peak ? held : peak;
    return memory;
}

void *__wrap_malloc(size_t size)
{
    return taken(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return taken(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    int64_t before = bytes_of(old);
    void *memory = __real_realloc(old, size);
    held -= memory != NULL ? before : 0;
    return taken(memory);
}

void __wrap_free(void *old)
{
    held -= bytes_of(old);
    __real_free(old);
}

void heap_watch(void)
{
    allocations = 0;
    held = peak = 0;
}

size_t heap_allocations(void)
{
    return allocations;
}

size_t heap_peak(void)
{
    return (size_t)peak;
}
