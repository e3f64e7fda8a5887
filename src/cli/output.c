#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/complain.h"
#include "config/atomic_file.h"
#include "config/memory_text.h"
#include "language/language.h"

enum { LEAST_COLUMNS = 40 };

/* -- what the other end can show ------------------------------------------------------------- */

/* "-" is standard output, as everywhere. */
static bool to_standard_output(const globals *chosen)
{
    return chosen->output == NULL || strcmp(chosen->output, "-") == 0;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0';
}

static bool wants_color(const globals *chosen)
{
    if (chosen->color != COLOR_AUTO)
        return chosen->color == COLOR_ALWAYS;
    const char *terminal = getenv("TERM");
    bool dumb = terminal == NULL || strcmp(terminal, "dumb") == 0;
    return to_standard_output(chosen) && !is_set("NO_COLOR") && !dumb && isatty(STDOUT_FILENO) == 1;
}

/* Narrow terminals get narrow tables; wide ones are left partly empty, for the eye's sake. */
static int columns_of(const globals *chosen)
{
    struct winsize size;
    if (!to_standard_output(chosen) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0)
        return PAGE_TEXT_COLUMNS;
    if (size.ws_col < LEAST_COLUMNS)
        return LEAST_COLUMNS;
    return size.ws_col < PAGE_TEXT_COLUMNS ? size.ws_col : PAGE_TEXT_COLUMNS;
}

static page_text_options text_options(const globals *chosen)
{
    return (page_text_options){
        .columns = columns_of(chosen),
        .color = wants_color(chosen),
        .ascii = chosen->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0,
    };
}

/* -- writing --------------------------------------------------------------------------------- */

static status write_stream(FILE *out, const char *name, const char *bytes, size_t size)
{
    if (fwrite(bytes, 1, size, out) == size && fflush(out) == 0)
        return STATUS_DONE;
    if (errno == EPIPE && out == stdout)
        return STATUS_DATA;
    return complain(STATUS_DATA, tr("%s cannot be written: %s"), name, strerror(errno));
}

/* A reader that goes away, such as "head" when it has seen enough, is told of by the status alone:
 * not by the end of the program, nor by words that nobody asked for. */
static status write_standard_output(const char *bytes, size_t size)
{
    signal(SIGPIPE, SIG_IGN);
    return write_stream(stdout, tr("standard output"), bytes, size);
}

/* A pipe or device cannot be replaced; it is written to as it is. */
static bool is_special(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode);
}

/* Opening a pipe would wait for its reader; O_NONBLOCK does not, and is for the opening alone. */
static FILE *open_special(const char *path)
{
    int fd = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    FILE *out = fcntl(fd, F_SETFL, 0) == 0 ? fdopen(fd, "w") : NULL;
    if (out == NULL)
        close(fd);
    return out;
}

static status write_special(const char *path, const char *bytes, size_t size)
{
    FILE *out = open_special(path);
    if (out == NULL)
        return complain(STATUS_DATA, tr("%s cannot be opened: %s"), path,
                        errno == ENXIO ? tr("nobody reads what is written to it")
                                       : strerror(errno));
    signal(SIGPIPE, SIG_IGN);
    status result = write_stream(out, path, bytes, size);
    if (fclose(out) != 0 && result == STATUS_DONE)
        result = complain(STATUS_DATA, tr("%s cannot be written: %s"), path, strerror(errno));
    return result;
}

static status write_file(const char *path, const char *bytes, size_t size)
{
    problems found = {0};
    bool done = atomic_file_write(path, bytes, size, &found);
    complain_problems(&found);
    problems_clear(&found);
    return done ? STATUS_DONE : STATUS_DATA;
}

status output_bytes(const globals *chosen, const char *bytes, size_t size)
{
    if (to_standard_output(chosen))
        return write_standard_output(bytes, size);
    if (is_special(chosen->output))
        return write_special(chosen->output, bytes, size);
    return write_file(chosen->output, bytes, size);
}

/* -- making ---------------------------------------------------------------------------------- */

const format *output_format(const globals *chosen)
{
    return chosen->format != NULL ? chosen->format : format_default();
}

status output_answer(const globals *chosen, const answer *what)
{
    size_t size = 0;
    const page_text_options options = text_options(chosen);
    char *text = format_text(output_format(chosen), what, &options, &size);
    status result = text != NULL ? output_bytes(chosen, text, size) : complain_memory();
    free(text);
    return result;
}

status output_page(const globals *chosen, const page *p)
{
    char *text = NULL;
    size_t size = 0;
    const page_text_options options = text_options(chosen);
    FILE *memory = open_memstream(&text, &size);
    bool done = memory != NULL && page_text_write(p, &options, memory);
    text = memory_text_end(memory, &text, done);
    status result = text != NULL ? output_bytes(chosen, text, size) : complain_memory();
    free(text);
    return result;
}
