#include "config/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "language/language.h"

static bool is_readable(int fd, const char *path, problems *found)
{
    struct stat status;
    if (fstat(fd, &status) != 0) {
        problems_error(found, path, 0, NULL, tr("cannot be read: %s"), strerror(errno));
        return false;
    }
    if (!S_ISREG(status.st_mode)) {
        problems_error(found, path, 0, NULL, tr("is not a file but %s"),
                       S_ISDIR(status.st_mode) ? tr("a folder") : tr("a pipe or a device"));
        return false;
    }
    return true;
}

/* Reads up to `capacity` bytes; fewer only at the end of the file. -1 after an error. */
static ssize_t read_up_to(int fd, char *bytes, size_t capacity)
{
    size_t size = 0;
    while (size < capacity) {
        ssize_t got = read(fd, bytes + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        size += (size_t)got;
    }
    return (ssize_t)size;
}

static char *read_open_file(int fd, const char *path, size_t *size, problems *found)
{
    char *bytes = malloc((size_t)READ_FILE_MAX + 1);
    if (bytes == NULL) {
        problems_error(found, path, 0, NULL, tr("cannot be read: out of memory"));
        return NULL;
    }
    ssize_t got = read_up_to(fd, bytes, (size_t)READ_FILE_MAX + 1);
    if (got < 0)
        problems_error(found, path, 0, NULL, tr("cannot be read: %s"), strerror(errno));
    if (got > READ_FILE_MAX)
        problems_error(found, path, 0, NULL, tr("is larger than %d MiB"), READ_FILE_MAX >> 20);
    if (got < 0 || got > READ_FILE_MAX) {
        free(bytes);
        return NULL;
    }
    bytes[got] = '\0';
    *size = (size_t)got;
    return bytes;
}

char *read_file(const char *path, size_t *size, problems *found)
{
    /* Opening a pipe would wait for its writer; O_NONBLOCK does not. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        problems_error(found, path, 0, NULL, tr("cannot be opened: %s"), strerror(errno));
        return NULL;
    }
    char *bytes = NULL;
    if (is_readable(fd, path, found))
        bytes = read_open_file(fd, path, size, found);
    close(fd);
    return bytes;
}
