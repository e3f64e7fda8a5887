/*
 * Loaded before the C library, this makes one call of a program fail:
 *
 *   FAULT_KIND    "memory": allocations; "file": what is done with files and folders
 *   FAULT_AT      the number of the call that fails, the first being 1; none when missing
 *   FAULT_ERROR   the error number of a file call that fails; ENOMEM is that of memory
 *   FAULT_FOLLOW  so many calls behind it fail, too; none when missing
 *   FAULT_SPARE   calls by a library whose name has one of these in it, with a comma behind each,
 * are neither counted nor failed FAULT_REPORT  a file to which "failed NAME" is written, and "calls
 * COUNT" at the end
 *
 * One thread is assumed.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The allocator itself, which the C library exports beside the names taken here. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

/* What strdup is called by programs that were compiled against older headers. */
char *__strdup(const char *text);

typedef enum fault_kind { FAULT_NONE, FAULT_MEMORY, FAULT_FILE } fault_kind;

enum { REPORT_TEXT = 128, SPARED_NAME = 32 };

static struct {
    fault_kind kind;
    unsigned long at, follow, calls;
    int error;
    const char *spare, *report;
} plan;

/* -- reporting, by calls that are not counted ---------------------------------------------------
 */

__attribute__((format(printf, 1, 2))) static void report(const char *format, ...)
{
    char text[REPORT_TEXT];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (plan.report == NULL || length <= 0)
        return;
    long fd =
        syscall(SYS_openat, AT_FDCWD, plan.report, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    syscall(SYS_write, fd, text, (size_t)length);
    syscall(SYS_close, fd);
}

static unsigned long number(const char *name)
{
    const char *text = getenv(name);
    return text == NULL ? 0 : strtoul(text, NULL, 10);
}

__attribute__((constructor)) static void begin(void)
{
    const char *kind = getenv("FAULT_KIND");
    if (kind == NULL)
        return;
    plan.at = number("FAULT_AT");
    plan.follow = number("FAULT_FOLLOW");
    plan.error = (int)number("FAULT_ERROR");
    plan.spare = getenv("FAULT_SPARE");
    plan.report = getenv("FAULT_REPORT");
    plan.kind = strcmp(kind, "memory") == 0 ? FAULT_MEMORY : FAULT_FILE;
}

__attribute__((destructor)) static void end(void)
{
    report("calls %lu\n", plan.calls);
}

/* -- which call it is --------------------------------------------------------------------------
 */

static bool is_spared(const void *caller)
{
    Dl_info found;
    char word[SPARED_NAME];
    const char *at = plan.spare;
    if (at == NULL || dladdr(caller, &found) == 0 || found.dli_fname == NULL)
        return false;
    for (size_t length; (length = strcspn(at, ",")) > 0 && at[length] == ','; at += length + 1) {
        snprintf(word, sizeof word, "%.*s", (int)length, at);
        if (strstr(found.dli_fname, word) != NULL)
            return true;
    }
    return false;
}

/* What runs behind the program's end is not its own: a build that counts what tests reach writes
 * its counts there. */
static void spare_the_rest(void)
{
    plan.kind = FAULT_NONE;
}

/* Whether this call is to fail; then errno is set. */
static bool fails(fault_kind kind, const char *name, const void *caller)
{
    if (kind != plan.kind || is_spared(caller))
        return false;
    if (plan.calls++ == 0)
        atexit(spare_the_rest);
    if (plan.at == 0 || plan.calls < plan.at || plan.calls > plan.at + plan.follow)
        return false;
    report("failed %s\n", name);
    errno = kind == FAULT_MEMORY ? ENOMEM : plan.error;
    return true;
}

#define CALLER             __builtin_return_address(0)
#define MEMORY_FAILS(name) fails(FAULT_MEMORY, name, CALLER)
#define FILE_FAILS(name)   fails(FAULT_FILE, name, CALLER)

/* -- memory ------------------------------------------------------------------------------------
 */

void *malloc(size_t size)
{
    return MEMORY_FAILS("malloc") ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return MEMORY_FAILS("calloc") ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return MEMORY_FAILS("realloc") ? NULL : __libc_realloc(old, size);
}

/* These count as calls by the library that asks for the copy, not by the C library. */
static char *copied(const char *text, size_t length)
{
    char *copy = __libc_malloc(length + 1);
    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *strdup(const char *text)
{
    return MEMORY_FAILS("strdup") ? NULL : copied(text, strlen(text));
}

char *__strdup(const char *text)
{
    return MEMORY_FAILS("strdup") ? NULL : copied(text, strlen(text));
}

char *strndup(const char *text, size_t most)
{
    return MEMORY_FAILS("strndup") ? NULL : copied(text, strnlen(text, most));
}

/* -- files -------------------------------------------------------------------------------------
 */

/* The function of the C library that stands behind the name. */
static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

/* A pointer to data and one to a function have no conversion into each other in C, but POSIX sees
 * to it that they look the same. */
#define CALL_NEXT(type, name, ...)                                                                 \
    (((union {                                                                                     \
         void *data;                                                                               \
         type(*call);                                                                              \
     }){next(name)})                                                                               \
         .call(__VA_ARGS__))

typedef int open_call(const char *path, int flags, ...);
typedef int fd_call(int fd);
typedef ssize_t read_call(int fd, void *bytes, size_t size);
typedef ssize_t write_call(int fd, const void *bytes, size_t size);
typedef int rename_call(const char *from, const char *to);
typedef int chmod_call(int fd, mode_t mode);
typedef int truncate_call(int fd, off_t length);
typedef int mkdir_call(const char *path, mode_t mode);
typedef DIR *opendir_call(const char *path);
typedef FILE *fopen_call(const char *path, const char *mode);
typedef int stream_call(FILE *stream);
typedef FILE *fdopen_call(int fd, const char *mode);

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    int mode = (flags & O_CREAT) != 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return FILE_FAILS("open") ? -1 : CALL_NEXT(open_call, "open", path, flags, mode);
}

ssize_t read(int fd, void *bytes, size_t size)
{
    return FILE_FAILS("read") ? -1 : CALL_NEXT(read_call, "read", fd, bytes, size);
}

/* A disk that fills up takes a part first. */
ssize_t write(int fd, const void *bytes, size_t size)
{
    bool failed = FILE_FAILS("write");
    if (!failed)
        return CALL_NEXT(write_call, "write", fd, bytes, size);
    if (size > 1)
        CALL_NEXT(write_call, "write", fd, bytes, size / 2);
    errno = plan.error;
    return -1;
}

int fsync(int fd)
{
    return FILE_FAILS("fsync") ? -1 : CALL_NEXT(fd_call, "fsync", fd);
}

/* What fails to close is closed. */
int close(int fd)
{
    bool failed = FILE_FAILS("close");
    int result = CALL_NEXT(fd_call, "close", fd);
    errno = failed ? plan.error : errno;
    return failed ? -1 : result;
}

int rename(const char *from, const char *to)
{
    return FILE_FAILS("rename") ? -1 : CALL_NEXT(rename_call, "rename", from, to);
}

int fchmod(int fd, mode_t mode)
{
    return FILE_FAILS("fchmod") ? -1 : CALL_NEXT(chmod_call, "fchmod", fd, mode);
}

int ftruncate(int fd, off_t length)
{
    return FILE_FAILS("ftruncate") ? -1 : CALL_NEXT(truncate_call, "ftruncate", fd, length);
}

int mkdir(const char *path, mode_t mode)
{
    return FILE_FAILS("mkdir") ? -1 : CALL_NEXT(mkdir_call, "mkdir", path, mode);
}

DIR *opendir(const char *path)
{
    return FILE_FAILS("opendir") ? NULL : CALL_NEXT(opendir_call, "opendir", path);
}

FILE *fopen(const char *path, const char *mode)
{
    return FILE_FAILS("fopen") ? NULL : CALL_NEXT(fopen_call, "fopen", path, mode);
}

FILE *fdopen(int fd, const char *mode)
{
    return FILE_FAILS("fdopen") ? NULL : CALL_NEXT(fdopen_call, "fdopen", fd, mode);
}

/* A stream that is no file is one of memory. */
static bool stream_fails(const char *name, FILE *stream, const void *caller)
{
    return fails(stream == NULL || fileno(stream) >= 0 ? FAULT_FILE : FAULT_MEMORY, name, caller);
}

int fflush(FILE *stream)
{
    return stream_fails("fflush", stream, CALLER) ? EOF : CALL_NEXT(stream_call, "fflush", stream);
}

int fclose(FILE *stream)
{
    bool failed = stream_fails("fclose", stream, CALLER);
    int why = errno;
    int result = CALL_NEXT(stream_call, "fclose", stream);
    errno = failed ? why : errno;
    return failed ? EOF : result;
}
