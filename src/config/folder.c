#include "config/folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { USER_ONLY = 0700 };

static bool is_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

bool folder_make(const char *path)
{
    size_t size = strlen(path) + 1;
    char *part = malloc(size);
    if (part == NULL)
        return false;
    memcpy(part, path, size);
    for (char *p = part + 1; *p != '\0'; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        mkdir(part, USER_ONLY); /* what is there already is no failure; the end is what counts */
        *p = '/';
    }
    mkdir(part, USER_ONLY);
    free(part);
    return is_folder(path);
}

bool folder_make_of(const char *file)
{
    const char *slash = strrchr(file, '/');
    if (slash == NULL || slash == file)
        return true;
    char *folder = strndup(file, (size_t)(slash - file));
    bool made = folder != NULL && folder_make(folder);
    free(folder);
    return made;
}

void folder_sync(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd);
    close(fd);
}
