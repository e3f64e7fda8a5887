#include "tui/model/file_print.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "config/read_file.h"

/* FNV-1a. Nobody has a reason to look for two plans of one print. */
static const uint64_t hash_first = UINT64_C(0xcbf29ce484222325);
static const uint64_t hash_factor = UINT64_C(0x100000001b3);

file_print file_print_of_bytes(const char *bytes, size_t size)
{
    file_print print = {true, true, size, hash_first};
    for (size_t i = 0; i < size; i++)
        print.hash = (print.hash ^ (unsigned char)bytes[i]) * hash_factor;
    return print;
}

/* Of what cannot be read at least whether it is the same file, as it was last written. */
static file_print print_of_unread(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (file_print){0};
    const uint64_t identity[] = {status.st_ino, (uint64_t)status.st_size,
                                 (uint64_t)status.st_mtim.tv_sec, (uint64_t)status.st_mtim.tv_nsec};
    file_print print = {.is_there = true, .hash = hash_first};
    for (size_t i = 0; i < sizeof identity / sizeof *identity; i++)
        print.hash = (print.hash ^ identity[i]) * hash_factor;
    return print;
}

file_print file_print_of(const char *path)
{
    problems ignored = {0};
    size_t size;
    char *bytes = read_file(path, &size, &ignored);
    const file_print print =
        bytes != NULL ? file_print_of_bytes(bytes, size) : print_of_unread(path);
    problems_clear(&ignored);
    free(bytes);
    return print;
}

bool file_print_equal(file_print a, file_print b)
{
    return a.is_there == b.is_there && a.is_known == b.is_known && a.size == b.size &&
           a.hash == b.hash;
}
