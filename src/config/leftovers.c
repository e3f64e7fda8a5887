#include "config/leftovers.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void leftover_name(char *out, size_t size, const char *path, long process, int number)
{
    snprintf(out, size, "%s.%ld-%d.tmp", path, process, number);
}

/* Whether a name is one that is made above, and not merely like one. */
static bool is_leftover(const char *name, const char *of)
{
    char ending[LEFTOVER_ENDING];
    long process;
    int number;
    const size_t length = strlen(of);
    if (strncmp(name, of, length) != 0 || strlen(name + length) >= sizeof ending ||
        sscanf(name + length, ".%18ld-%2d.tmp", &process, &number) != 2)
        return false;
    leftover_name(ending, sizeof ending, "", process, number);
    return process > 0 && number >= 0 && strcmp(name + length, ending) == 0;
}

/* Who holds no lock because the folder cannot be opened may still be writing. */
static bool is_running(const char *name, const char *of)
{
    const long process = strtol(name + strlen(of) + 1, NULL, 10);
    return process != (long)getpid() && (kill((pid_t)process, 0) == 0 || errno == EPERM);
}

static bool is_file(int folder, const char *name)
{
    struct stat status;
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode);
}

void leftovers_remove(const char *folder, const char *path)
{
    const char *slash = strrchr(path, '/'), *of = slash == NULL ? path : slash + 1;
    DIR *all = opendir(folder);
    if (all == NULL)
        return;
    for (const struct dirent *one; (one = readdir(all)) != NULL;) {
        if (is_leftover(one->d_name, of) && !is_running(one->d_name, of) &&
            is_file(dirfd(all), one->d_name))
            unlinkat(dirfd(all), one->d_name, 0);
    }
    closedir(all);
}
