#include "tui/model/file_print.h"

#include <stdlib.h>
#include <unistd.h>

#include "config/read_file.h"

/* FNV-1a. Nobody has a reason to look for two plans of one print. */
static const uint64_t hash_first = UINT64_C(0xcbf29ce484222325);
static const uint64_t hash_factor = UINT64_C(0x100000001b3);

file_print file_print_of_bytes(const char *bytes, size_t size)
{
    file_print print = {true, size, hash_first};
    for (size_t i = 0; i < size; i++)
        print.hash = (print.hash ^ (unsigned char)bytes[i]) * hash_factor;
    return print;
}

file_print file_print_of(const char *path)
{
    problems ignored = {0};
    size_t size;
    char *bytes = read_file(path, &size, &ignored);
    file_print print = {0};
    if (bytes != NULL)
        print = file_print_of_bytes(bytes, size);
    problems_clear(&ignored);
    free(bytes);
    return print;
}

bool file_print_differs(file_print before, const char *path)
{
    if (access(path, F_OK) != 0)
        return false;
    file_print now = file_print_of(path);
    return !before.known || !now.known || before.size != now.size || before.hash != now.hash;
}
