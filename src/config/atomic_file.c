#include "config/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/folder.h"
#include "config/folder_lock.h"
#include "config/leftovers.h"
#include "language/language.h"

enum { LINKS_MAX = 32, LINK_TEXT = 4096, MODE_BITS = 07777, NEW_FILE_MODE = 0666 };

/* One write on its way. Paths are owned; NULL or -1 where there is nothing to undo. */
typedef struct replacement {
    char *target; /* the file that is replaced, links resolved */
    char *folder;
    char *temporary;
    folder_lock lock;
    int fd;
    bool has_old_mode;
    mode_t old_mode;
    bool is_refused;    /* by the check */
    const char *reason; /* why it cannot be done, where errno has no word for it */
} replacement;

/* -- paths -- */

static char *joined(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s/%s", folder, name);
    return path;
}

/* "a/b" is in "a", "/b" in "/", "b" in ".". */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return strdup(".");
    return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

static bool is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

/* What the symbolic link `path` points to, as seen from where we are. */
static char *link_target(const char *path)
{
    char buffer[LINK_TEXT];
    ssize_t length = readlink(path, buffer, sizeof buffer - 1);
    if (length < 0)
        return NULL;
    buffer[length] = '\0';
    if (buffer[0] == '/')
        return strdup(buffer);
    char *folder = folder_of(path);
    char *target = folder == NULL ? NULL : joined(folder, buffer);
    free(folder);
    return target;
}

/* realpath() is no help: the file at the end of the links may not exist yet. */
static char *resolved(const char *path)
{
    char *current = strdup(path);
    for (int i = 0; current != NULL && is_link(current); i++) {
        char *next = i < LINKS_MAX ? link_target(current) : NULL;
        if (i == LINKS_MAX)
            errno = ELOOP;
        free(current);
        current = next;
    }
    return current;
}

/* -- the steps; each returns false with errno set -- */

static bool choose_paths(replacement *job, const char *path)
{
    job->target = resolved(path);
    if (job->target == NULL)
        return false;
    job->folder = folder_of(job->target);
    return job->folder != NULL;
}

static bool look_at_old_file(replacement *job)
{
    struct stat status;
    if (stat(job->target, &status) != 0)
        return errno == ENOENT;
    if (S_ISREG(status.st_mode)) {
        job->has_old_mode = true;
        job->old_mode = status.st_mode & MODE_BITS;
        return access(job->target, W_OK) == 0; /* a rename would not ask */
    }
    errno = EISDIR;
    if (!S_ISDIR(status.st_mode))
        job->reason = tr("it is a pipe or a device");
    return false;
}

static bool take_lock(replacement *job, bool alone)
{
    if (folder_lock_take(&job->lock, job->folder, alone))
        return true;
    /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): clean_up() frees all that the job holds */
    job->reason = tr("another program keeps its folder locked; try again");
    return false;
}

static bool ask(replacement *job, const char *path, atomic_file_check *check, void *context)
{
    job->is_refused = check != NULL && !check(context, path);
    return !job->is_refused;
}

static bool open_temporary(replacement *job)
{
    size_t size = strlen(job->target) + LEFTOVER_ENDING;
    job->temporary = malloc(size);
    for (int i = 0; job->temporary != NULL && i < LEFTOVER_NAMES; i++) {
        leftover_name(job->temporary, size, job->target, (long)getpid(), i);
        job->fd = open(job->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, NEW_FILE_MODE);
        if (job->fd >= 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    int error = errno;
    free(job->temporary); /* not ours: nothing to remove */
    job->temporary = NULL;
    errno = error;
    return false;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t written = write(fd, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

static bool fill_temporary(replacement *job, const char *bytes, size_t size)
{
    if (job->has_old_mode && fchmod(job->fd, job->old_mode) != 0)
        return false;
    if (!write_all(job->fd, bytes, size) || fsync(job->fd) != 0)
        return false;
    int fd = job->fd;
    job->fd = -1;
    return close(fd) == 0;
}

static bool put_in_place(replacement *job)
{
    if (rename(job->temporary, job->target) != 0)
        return false;
    free(job->temporary);
    job->temporary = NULL;
    return true;
}

/* What is beside the file is left over if nobody else is writing. */
static void tidy(replacement *job)
{
    if (folder_lock_is_alone(&job->lock))
        leftovers_remove(job->folder, job->target);
    folder_lock_drop(&job->lock);
    folder_sync(job->folder); /* may take a while: nobody has to wait for that */
}

static void clean_up(replacement *job)
{
    if (job->fd >= 0)
        close(job->fd);
    if (job->temporary != NULL)
        unlink(job->temporary);
    folder_lock_drop(&job->lock);
    free(job->temporary);
    free(job->folder);
    free(job->target);
}

bool atomic_file_write_if(const char *path, const char *bytes, size_t size,
                          atomic_file_check *check, void *context, problems *found)
{
    replacement job = {.fd = -1, .lock = folder_lock_none()};
    bool done = choose_paths(&job, path) && take_lock(&job, check != NULL) &&
                look_at_old_file(&job) && ask(&job, path, check, context) && open_temporary(&job) &&
                fill_temporary(&job, bytes, size) && put_in_place(&job);
    if (done)
        tidy(&job);
    else if (!job.is_refused)
        problems_error(found, path, 0, NULL, tr("cannot be written: %s"),
                       job.reason != NULL ? job.reason : strerror(errno));
    clean_up(&job);
    return done;
}

bool atomic_file_write(const char *path, const char *bytes, size_t size, problems *found)
{
    return atomic_file_write_if(path, bytes, size, NULL, NULL, found);
}
