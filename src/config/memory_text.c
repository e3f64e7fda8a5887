#include "config/memory_text.h"

#include <stdlib.h>

/* A C library may close the stream in good order and leave no text, for lack of memory. */
char *memory_text_end(FILE *stream, char *const *text, bool wanted)
{
    if (stream == NULL)
        return NULL;
    bool whole = fclose(stream) == 0 && *text != NULL;
    if (whole && wanted)
        return *text;
    free(*text);
    return NULL;
}
