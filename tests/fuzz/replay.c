/*
 * Tries the inputs of a corpus with a target, one file after the other: what libFuzzer's own main
 * does with them, for any compiler.
 */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

enum { INPUT_MAX = 1 << 20 };

static int fail(const char *path)
{
    fprintf(stderr, "%s: %s\n", path, strerror(errno));
    return -1;
}

static int replay_file(const char *path)
{
    static uint8_t bytes[INPUT_MAX];
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        return fail(path);
    size_t size = fread(bytes, 1, sizeof bytes, in);
    bool failed = ferror(in) != 0;
    fclose(in);
    if (failed)
        return fail(path);
    /* Named before it is tried: a crash says nothing. */
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(bytes, size);
    return 1;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* How many inputs there were; -1 after an error. */
static int replay_folder(const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_visible, alphasort);
    if (count < 0)
        return fail(folder);
    int done = 0;
    for (int i = 0; i < count; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (done >= 0 && replay_file(path) < 0)
            done = -1;
        else if (done >= 0)
            done++;
        free(entries[i]);
    }
    free(entries);
    return done;
}

static int replay(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return fail(path);
    return S_ISDIR(status.st_mode) ? replay_folder(path) : replay_file(path);
}

/* A target may go into a folder of its own, where no relative path leads anywhere. */
static bool make_whole(char **paths, int count)
{
    for (int i = 0; i < count; i++) {
        char *whole = realpath(paths[i], NULL);
        if (whole == NULL) {
            fail(paths[i]);
            return false;
        }
        paths[i] = whole;
    }
    return true;
}

int main(int argc, char **argv)
{
    int total = 0;
    if (!make_whole(argv + 1, argc - 1))
        return EXIT_FAILURE;
    for (int i = 1; i < argc; i++) {
        int done = replay(argv[i]);
        free(argv[i]);
        if (done < 0)
            return EXIT_FAILURE;
        total += done;
    }
    fprintf(stderr, "%d inputs replayed\n", total);
    return total > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
