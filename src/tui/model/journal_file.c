#include "tui/model/journal_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/folder.h"

enum {
    NUMBER_MAX = 999,
    BYTES_MAX = 256 << 20, /* no plan makes so large a journal */
    USER_ONLY = 0600
};

/* -- paths and locks --------------------------------------------------------------------------- */

static bool join(char out[JOURNAL_PATH], const char *folder, int number)
{
    int length = snprintf(out, JOURNAL_PATH, "%s/unsaved-%d.journal", folder, number);
    return length > 0 && length < JOURNAL_PATH;
}

static bool add_ending(char out[JOURNAL_PATH], const char *path, const char *ending)
{
    int length = snprintf(out, JOURNAL_PATH, "%s.%s", path, ending);
    errno = ENAMETOOLONG;
    return length > 0 && length < JOURNAL_PATH;
}

static bool lock(int fd)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(fd, F_SETLK, &whole) == 0;
}

/* Whether the path still names what was opened: its owner may have put another in its place between
 * our opening it and its letting go of it. */
static bool is_still(int fd, const char *path)
{
    struct stat opened, named;
    return fstat(fd, &opened) == 0 && stat(path, &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

static void close_file(journal_file *file)
{
    if (file->fd >= 0)
        close(file->fd);
    file->fd = -1;
}

/* -- writing ----------------------------------------------------------------------------------- */

bool journal_file_create(journal_file *file, const char *folder)
{
    *file = (journal_file){.fd = -1};
    errno = EACCES;
    if (!folder_make(folder))
        return false;
    for (int number = 1; number <= NUMBER_MAX && file->fd < 0; number++) {
        errno = ENAMETOOLONG;
        if (!join(file->path, folder, number))
            return false;
        file->fd = open(file->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, USER_ONLY);
        if (file->fd < 0 && errno != EEXIST)
            return false;
    }
    if (file->fd < 0 || lock(file->fd))
        return file->fd >= 0;
    journal_file_remove(file);
    return false;
}

bool journal_file_is_there(const journal_file *file)
{
    return file->fd >= 0 && is_still(file->fd, file->path);
}

/* A signal may end a write before its time. */
static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t done = write(fd, bytes, size);
        if (done < 0 && errno != EINTR)
            return false;
        bytes += done > 0 ? done : 0;
        size -= done > 0 ? (size_t)done : 0;
    }
    return true;
}

bool journal_file_replace(journal_file *file, const char *bytes, size_t size)
{
    char beside[JOURNAL_PATH];
    if (!add_ending(beside, file->path, "new"))
        return false;
    int fd = open(beside, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, USER_ONLY);
    if (fd < 0)
        return false;
    /* What is replaced may have outlived a power cut: so must what takes its place. */
    if (!lock(fd) || !write_all(fd, bytes, size) || (file->size > 0 && fsync(fd) != 0) ||
        rename(beside, file->path) != 0) {
        int why = errno;
        unlink(beside);
        close(fd);
        errno = why;
        return false;
    }
    close_file(file);
    file->fd = fd;
    file->size = size;
    return true;
}

bool journal_file_append(journal_file *file, const char *bytes, size_t size)
{
    if (write_all(file->fd, bytes, size)) {
        file->size += size;
        return true;
    }
    int why = errno;
    /* Half a record would hide all that is written behind it. */
    if (ftruncate(file->fd, (off_t)file->size) != 0)
        journal_file_remove(file);
    errno = why;
    return false;
}

void journal_file_sync(const journal_file *file)
{
    if (file->fd >= 0)
        fsync(file->fd);
}

void journal_file_leave(journal_file *file)
{
    close_file(file);
}

void journal_file_remove(journal_file *file)
{
    char beside[JOURNAL_PATH];
    if (file->fd < 0)
        return;
    if (add_ending(beside, file->path, "new"))
        unlink(beside);
    if (journal_file_is_there(file)) /* and not another planner's, where it was removed */
        unlink(file->path);
    close_file(file);
}

/* -- reading what was left --------------------------------------------------------------------- */

typedef struct left {
    int number;
    struct timespec written;
} left;

static int later_first(const void *a, const void *b)
{
    const left *x = a, *y = b;
    if (x->written.tv_sec != y->written.tv_sec)
        return x->written.tv_sec < y->written.tv_sec ? 1 : -1;
    if (x->written.tv_nsec != y->written.tv_nsec)
        return x->written.tv_nsec < y->written.tv_nsec ? 1 : -1;
    return y->number - x->number;
}

/* The number in a name such as "unsaved-7.journal"; 0 for any other name. */
static int number_of(const char *name)
{
    char again[JOURNAL_PATH];
    int number = 0;
    if (sscanf(name, "unsaved-%3d.journal", &number) != 1 || number < 1)
        return 0;
    snprintf(again, sizeof again, "unsaved-%d.journal", number);
    return strcmp(name, again) == 0 ? number : 0;
}

size_t journal_file_list(const char *folder, int *numbers, size_t room)
{
    left found[NUMBER_MAX];
    size_t count = 0;
    char path[JOURNAL_PATH];
    DIR *all = opendir(folder);
    const struct dirent *one;
    while (all != NULL && count < NUMBER_MAX && (one = readdir(all)) != NULL) {
        struct stat status;
        int number = number_of(one->d_name);
        if (number > 0 && join(path, folder, number) && stat(path, &status) == 0)
            found[count++] = (left){number, status.st_mtim};
    }
    if (all != NULL)
        closedir(all);
    if (count > 1)
        qsort(found, count, sizeof *found, later_first);
    for (size_t i = 0; i < count && i < room; i++)
        numbers[i] = found[i].number;
    return count < room ? count : room;
}

bool journal_file_take(journal_file *file, const char *folder, int number)
{
    struct stat status;
    *file = (journal_file){.fd = -1};
    if (!join(file->path, folder, number))
        return false;
    file->fd = open(file->path, O_RDWR | O_APPEND | O_CLOEXEC);
    if (file->fd >= 0 && lock(file->fd) && is_still(file->fd, file->path) &&
        fstat(file->fd, &status) == 0) {
        file->size = (size_t)status.st_size;
        return true;
    }
    close_file(file);
    return false;
}

char *journal_file_read(const journal_file *file)
{
    errno = EFBIG;
    char *bytes = file->size > BYTES_MAX ? NULL : malloc(file->size + 1);
    size_t have = 0;
    while (bytes != NULL && have < file->size) {
        ssize_t got = pread(file->fd, bytes + have, file->size - have, (off_t)have);
        if (got <= 0) {
            free(bytes);
            return NULL;
        }
        have += (size_t)got;
    }
    if (bytes != NULL)
        bytes[have] = '\0';
    return bytes;
}

/* A name that no file has: one put aside before is somebody's work, too. */
static bool name_aside(char out[JOURNAL_PATH], const char *path)
{
    char ending[sizeof "damaged-999"] = "damaged";
    for (int number = 2; number <= NUMBER_MAX; number++) {
        if (!add_ending(out, path, ending))
            return false;
        if (access(out, F_OK) != 0)
            return true;
        snprintf(ending, sizeof ending, "damaged-%d", number);
    }
    return false;
}

bool journal_file_put_aside(journal_file *file, char aside[JOURNAL_PATH])
{
    bool moved = name_aside(aside, file->path) && rename(file->path, aside) == 0;
    close_file(file);
    return moved;
}
