#include "support/run.h"

#include "support/buffer.h"
#include "support/child.h"
#include "support/deadline.h"
#include "support/environment.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { READ_END, WRITE_END };
enum { STANDARD_DEADLINE_MS = 30000, REAP_MS = 2000 };

/* One pipe per standard stream of the child: 0 is its input, 1 and 2 its output and error. */
enum { STREAMS = 3 };

typedef struct conversation {
    pid_t pid;
    int ends[STREAMS]; /* our ends; -1 once closed */
    const char *input;
    size_t input_left;
    buffer collected[STREAMS];
} conversation;

static void close_end(int *end)
{
    if (*end >= 0)
        (void)close(*end);
    *end = -1;
}

static void close_pipes(int pipes[STREAMS][2])
{
    for (int i = 0; i < STREAMS; i++) {
        close_end(&pipes[i][READ_END]);
        close_end(&pipes[i][WRITE_END]);
    }
}

static int open_pipes(int pipes[STREAMS][2])
{
    for (int i = 0; i < STREAMS; i++)
        pipes[i][READ_END] = pipes[i][WRITE_END] = -1;
    for (int i = 0; i < STREAMS; i++) {
        if (pipe(pipes[i]) != 0) {
            close_pipes(pipes);
            return -1;
        }
    }
    return 0;
}

static int child_side(int stream)
{
    return stream == STDIN_FILENO ? READ_END : WRITE_END;
}

static _Noreturn void run_child(int pipes[STREAMS][2], const run_options *options,
                                char *const *environment, const char *directory)
{
    for (int stream = 0; stream < STREAMS; stream++) {
        if (dup2(pipes[stream][child_side(stream)], stream) < 0)
            _exit(127);
    }
    close_pipes(pipes);
    child_become(options->argv, environment, directory);
}

static int start(conversation *talk, const run_options *options, char *const *environment,
                 const char *directory)
{
    int pipes[STREAMS][2];
    if (open_pipes(pipes) != 0)
        return -1;
    talk->pid = fork();
    if (talk->pid == 0)
        run_child(pipes, options, environment, directory);
    if (talk->pid < 0) {
        close_pipes(pipes);
        return -1;
    }
    for (int stream = 0; stream < STREAMS; stream++) {
        const int theirs = child_side(stream);
        close_end(&pipes[stream][theirs]);
        talk->ends[stream] = pipes[stream][1 - theirs];
    }
    /* Whatever size the pipe has, a write never blocks while the child waits to be read. */
    return fcntl(talk->ends[STDIN_FILENO], F_SETFL, O_NONBLOCK);
}

static void feed(conversation *talk)
{
    int *end = &talk->ends[STDIN_FILENO];
    const ssize_t written = write(*end, talk->input, talk->input_left);
    if (written < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (written < 0) { /* the child has closed its input */
        close_end(end);
        return;
    }
    talk->input += written;
    talk->input_left -= (size_t)written;
    if (talk->input_left == 0)
        close_end(end);
}

static void collect(conversation *talk, int stream)
{
    char chunk[16384];
    const ssize_t length = read(talk->ends[stream], chunk, sizeof chunk);
    if (length < 0 && errno == EINTR)
        return;
    if (length <= 0)
        close_end(&talk->ends[stream]);
    else
        buffer_append(&talk->collected[stream], chunk, (size_t)length);
}

static bool output_is_open(const conversation *talk)
{
    return talk->ends[STDOUT_FILENO] >= 0 || talk->ends[STDERR_FILENO] >= 0;
}

/* Talks until the child has closed both outputs. False when the deadline came first. */
static bool converse(conversation *talk, deadline limit)
{
    if (talk->input_left == 0)
        close_end(&talk->ends[STDIN_FILENO]);
    while (output_is_open(talk)) {
        struct pollfd waits[STREAMS];
        for (int stream = 0; stream < STREAMS; stream++)
            waits[stream] = (struct pollfd){.fd = talk->ends[stream],
                                            .events = stream == STDIN_FILENO ? POLLOUT : POLLIN};
        const int left = deadline_left_ms(limit);
        if (left == 0)
            return false;
        if (poll(waits, STREAMS, left) <= 0)
            continue;
        if (waits[STDIN_FILENO].revents != 0)
            feed(talk);
        for (int stream = STDOUT_FILENO; stream < STREAMS; stream++) {
            if (waits[stream].revents != 0)
                collect(talk, stream);
        }
    }
    return true;
}

static void finish(run_result *out, conversation *talk, bool complete)
{
    for (int stream = 0; stream < STREAMS; stream++)
        close_end(&talk->ends[stream]);
    if (!complete)
        (void)kill(talk->pid, SIGKILL);
    *out = (run_result){.out_length = talk->collected[STDOUT_FILENO].length,
                        .err_length = talk->collected[STDERR_FILENO].length,
                        .timed_out = !complete};
    out->out = buffer_take(&talk->collected[STDOUT_FILENO]);
    out->err = buffer_take(&talk->collected[STDERR_FILENO]);
    out->status = child_reap(talk->pid, REAP_MS);
}

/* A child that does not read all of its input must not end the test with SIGPIPE. */
static bool converse_without_sigpipe(conversation *talk, deadline limit)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction before;
    sigemptyset(&ignore.sa_mask);
    (void)sigaction(SIGPIPE, &ignore, &before);
    const bool complete = converse(talk, limit);
    (void)sigaction(SIGPIPE, &before, NULL);
    return complete;
}

static int run_in(run_result *out, const run_options *options, const sandbox *home)
{
    const char *input = options->input == NULL ? "" : options->input;
    const size_t given = options->input_length;
    conversation talk = {.input = input, .input_left = given > 0 ? given : strlen(input)};
    const char *directory = options->directory == NULL ? sandbox_root(home) : options->directory;
    char **environment = environment_create(sandbox_root(home), options->environment);
    if (environment == NULL)
        return -1;
    const int started = start(&talk, options, environment, directory);
    environment_destroy(environment);
    if (started != 0)
        return -1;
    const int ms = options->deadline_ms > 0 ? options->deadline_ms : STANDARD_DEADLINE_MS;
    finish(out, &talk, converse_without_sigpipe(&talk, deadline_after(ms)));
    return 0;
}

int run_capture(run_result *out, const run_options *options)
{
    *out = (run_result){0};
    if (options->home != NULL)
        return run_in(out, options, options->home);
    sandbox *home = sandbox_create();
    if (home == NULL)
        return -1;
    const int result = run_in(out, options, home);
    sandbox_destroy(home);
    return result;
}

void run_result_free(run_result *result)
{
    free(result->out);
    free(result->err);
    *result = (run_result){0};
}
