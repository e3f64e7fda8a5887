#include "mutation/file.h"

#include "support/buffer.h"

#include <stdio.h>

char *file_read(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    buffer bytes = {0};
    char chunk[16384];
    size_t n;
    while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_append(&bytes, chunk, n);
    const int failed = ferror(file);
    (void)fclose(file);
    if (failed) {
        buffer_free(&bytes);
        return NULL;
    }
    if (length != NULL)
        *length = bytes.length;
    return buffer_take(&bytes);
}
