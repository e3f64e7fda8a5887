#include "terminal/tty.h"

#include "support/child.h"
#include "support/deadline.h"
#include "support/environment.h"
#include "terminal/emulator.h"
#include "terminal/pty.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { WAIT_MS = 5000, WORK_MS = 30000, SILENCE_MS = 500, LAST_WORDS_MS = 100, LEAVE_MS = 2000 };

struct tty {
    pty pty;
    emulator *emulator;
    sandbox *own_home; /* NULL when the caller lent one */
    const sandbox *home;
    snapshot *shown; /* NULL when the screen has changed since it was made */
    buffer raw;
    size_t marked_bytes;   /* what marks had taken when `raw` was last emptied */
    unsigned answered;     /* how many fitting marks there were before the last input */
    deadline silent_until; /* no output, no input until then: at rest without a mark */
    bool no_marks;
    bool queued;     /* the user did something that is not sent yet */
    bool unanswered; /* no mark has come since something was sent */
    bool hung_up;    /* the program and its children have closed the terminal */
    bool reaped;
    int status;
};

/* --- opening and closing --- */

static int start(tty *t, const tty_options *options, int cols, int rows)
{
    const char *root = sandbox_root(t->home);
    char **environment = environment_create(root, options->environment);
    if (environment == NULL)
        return -1;
    const int result = pty_start(&t->pty, cols, rows, options->argv, environment,
                                 options->directory == NULL ? root : options->directory);
    environment_destroy(environment);
    return result;
}

static void free_parts(tty *t)
{
    emulator_destroy(t->emulator);
    sandbox_destroy(t->own_home);
    snapshot_destroy(t->shown);
    buffer_free(&t->raw);
    free(t);
}

tty *tty_open(const tty_options *options)
{
    const int cols = options->cols > 0 ? options->cols : 80;
    const int rows = options->rows > 0 ? options->rows : 24;
    tty *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->own_home = options->home == NULL ? sandbox_create() : NULL;
    t->home = options->home == NULL ? t->own_home : options->home;
    t->emulator = emulator_create(cols, rows);
    t->no_marks = options->no_marks;
    t->unanswered = true;
    t->silent_until = deadline_after(SILENCE_MS);
    if (t->home == NULL || t->emulator == NULL || start(t, options, cols, rows) != 0) {
        free_parts(t);
        return NULL;
    }
    return t;
}

void tty_close(tty *t)
{
    if (t == NULL)
        return;
    (void)close(t->pty.master);
    if (!t->reaped)
        (void)child_reap(t->pty.pid, LEAVE_MS);
    free_parts(t);
}

/* --- reading and writing --- */

static void forget_shown(tty *t)
{
    snapshot_destroy(t->shown);
    t->shown = NULL;
}

static void take_output(tty *t, const char *bytes, size_t length)
{
    buffer_append(&t->raw, bytes, length);
    emulator_write(t->emulator, bytes, length);
    if (emulator_marks_seen(t->emulator).fitting > t->answered)
        t->unanswered = false;
    t->silent_until = deadline_after(SILENCE_MS);
    forget_shown(t);
}

/* Reads all there is, without waiting. */
static void drain(tty *t)
{
    char chunk[16384];
    while (!t->hung_up) {
        const ssize_t length = read(t->pty.master, chunk, sizeof chunk);
        if (length > 0)
            take_output(t, chunk, (size_t)length);
        else if (length < 0 && errno == EINTR)
            continue;
        else if (length < 0 && errno == EAGAIN)
            return;
        else
            t->hung_up = true; /* EIO: nobody has the other side open any more */
    }
}

/* What has come before the input cannot be the answer to it. */
static void expect_answer(tty *t)
{
    drain(t);
    t->answered = emulator_marks_seen(t->emulator).fitting;
    t->unanswered = true;
    t->silent_until = deadline_after(SILENCE_MS);
    t->queued = false;
}

/* Sends all that is queued, reading meanwhile so that the program cannot block on its output. */
static void send_queued(tty *t)
{
    const deadline limit = deadline_after(WAIT_MS);
    buffer *queue = emulator_output(t->emulator);
    size_t sent = 0;
    if (t->queued)
        expect_answer(t);
    while (sent < queue->length && !t->hung_up && deadline_left_ms(limit) > 0) {
        const ssize_t length = write(t->pty.master, queue->data + sent, queue->length - sent);
        if (length > 0)
            sent += (size_t)length;
        else if (length < 0 && errno != EAGAIN && errno != EINTR)
            break;
        else {
            struct pollfd wait = {.fd = t->pty.master, .events = POLLIN | POLLOUT};
            (void)poll(&wait, 1, deadline_left_ms(limit));
            drain(t);
        }
    }
    buffer_clear(queue);
}

/* --- input --- */

void tty_type(tty *t, const char *text)
{
    t->queued = true;
    buffer_append_text(emulator_output(t->emulator), text);
}

void tty_key(tty *t, tty_key_code key)
{
    t->queued = true;
    emulator_key(t->emulator, key);
}

void tty_ctrl(tty *t, char letter)
{
    const char byte = (char)(letter & 0x1F);
    t->queued = true;
    buffer_append(emulator_output(t->emulator), &byte, 1);
}

void tty_alt(tty *t, char letter)
{
    const char bytes[] = {'\033', letter, '\0'};
    tty_type(t, bytes);
}

static void press_button(tty *t, int button, int row, int col)
{
    t->queued = true;
    emulator_mouse_button(t->emulator, button, row, col, true);
    emulator_mouse_button(t->emulator, button, row, col, false);
}

void tty_click(tty *t, int row, int col)
{
    enum { LEFT = 1 };
    press_button(t, LEFT, row, col);
}

void tty_wheel(tty *t, int row, int col, int steps)
{
    enum { WHEEL_UP = 4, WHEEL_DOWN = 5 };
    for (int i = 0; i < abs(steps); i++)
        press_button(t, steps > 0 ? WHEEL_DOWN : WHEEL_UP, row, col);
}

void tty_signal(tty *t, int number)
{
    send_queued(t);
    const pid_t group = t->reaped ? -1 : tcgetpgrp(t->pty.master);
    if (group > 1)
        (void)kill(-group, number);
}

void tty_resize(tty *t, int cols, int rows)
{
    int old_cols, old_rows;
    emulator_size(t->emulator, &old_cols, &old_rows);
    if (cols == old_cols && rows == old_rows)
        return; /* the kernel would not tell the program either */
    send_queued(t);
    expect_answer(t);
    /* The emulator first: the program may draw for the new size before this function returns. */
    emulator_resize(t->emulator, cols, rows);
    forget_shown(t);
    (void)pty_resize(&t->pty, cols, rows);
}

/* --- waiting --- */

static bool at_rest(const tty *t)
{
    return t->no_marks || t->hung_up || !t->unanswered || deadline_left_ms(t->silent_until) == 0;
}

static void wait_for_output(tty *t, deadline limit)
{
    int ms = deadline_left_ms(limit);
    const int silence = deadline_left_ms(t->silent_until);
    if (silence > 0 && silence < ms)
        ms = silence;
    struct pollfd wait = {.fd = t->pty.master, .events = POLLIN};
    (void)poll(&wait, 1, ms);
    drain(t);
    send_queued(t); /* answers to what the program asked its terminal */
}

bool tty_await(tty *t, tty_predicate *holds, const void *argument)
{
    const deadline limit = deadline_after(WAIT_MS);
    send_queued(t);
    drain(t);
    while (!at_rest(t) || !holds(tty_snapshot(t), argument)) {
        if (t->hung_up || deadline_left_ms(limit) == 0)
            return holds(tty_snapshot(t), argument);
        wait_for_output(t, limit);
    }
    return true;
}

static bool shows(const snapshot *screen, const void *text)
{
    return strstr(screen->text, text) != NULL;
}

static bool hides(const snapshot *screen, const void *text)
{
    return !shows(screen, text);
}

typedef struct row_text {
    int row;
    const char *text;
} row_text;

static bool row_shows(const snapshot *screen, const void *argument)
{
    const row_text *wanted = argument;
    return strstr(snapshot_row(screen, wanted->row), wanted->text) != NULL;
}

bool tty_await_text(tty *t, const char *text)
{
    return tty_await(t, shows, text);
}

bool tty_await_gone(tty *t, const char *text)
{
    return tty_await(t, hides, text);
}

bool tty_await_row(tty *t, int row, const char *text)
{
    return tty_await(t, row_shows, &(row_text){row, text});
}

bool tty_await_idle(tty *t)
{
    const deadline limit = deadline_after(WAIT_MS);
    send_queued(t);
    drain(t);
    while (t->unanswered && !t->hung_up && deadline_left_ms(limit) > 0)
        wait_for_output(t, limit);
    return !t->unanswered;
}

static bool rests(const tty *t)
{
    return !t->unanswered && emulator_marks_seen(t->emulator).rests;
}

bool tty_await_rest(tty *t)
{
    const deadline limit = deadline_after(WORK_MS);
    send_queued(t);
    drain(t);
    while (!rests(t) && !t->hung_up && deadline_left_ms(limit) > 0)
        wait_for_output(t, limit);
    return rests(t);
}

static bool has_ended(tty *t)
{
    int status = 0;
    if (!t->reaped && waitpid(t->pty.pid, &status, WNOHANG) == t->pty.pid) {
        t->reaped = true;
        t->status = child_status(status);
    }
    return t->reaped;
}

/* What a program wrote last is still on its way when it has ended. */
static void read_last_words(tty *t)
{
    const deadline limit = deadline_after(LAST_WORDS_MS);
    drain(t);
    while (!t->hung_up && deadline_left_ms(limit) > 0)
        wait_for_output(t, limit);
}

bool tty_await_exit(tty *t, int *status)
{
    const deadline limit = deadline_after(WAIT_MS);
    send_queued(t);
    while (!has_ended(t)) {
        if (deadline_left_ms(limit) == 0)
            return false;
        struct pollfd wait = {.fd = t->hung_up ? -1 : t->pty.master, .events = POLLIN};
        (void)poll(&wait, 1, 1);
        drain(t);
    }
    read_last_words(t);
    *status = t->status;
    return true;
}

/* --- looking --- */

const snapshot *tty_snapshot(tty *t)
{
    if (t->shown == NULL)
        t->shown = emulator_snapshot(t->emulator);
    if (t->shown == NULL)
        abort(); /* out of memory, see support/buffer.h */
    return t->shown;
}

const char *tty_screen_text(tty *t)
{
    return tty_snapshot(t)->text;
}

const char *tty_row(tty *t, int row)
{
    return snapshot_row(tty_snapshot(t), row);
}

snapshot_cell tty_cell(tty *t, int row, int col)
{
    return *snapshot_at(tty_snapshot(t), row, col);
}

snapshot_cursor tty_cursor(tty *t)
{
    return tty_snapshot(t)->cursor;
}

/* --- the terminal and the process --- */

bool tty_screen_restored(const tty *t)
{
    return emulator_is_plain(t->emulator);
}

bool tty_modes_equal_initial(const tty *t)
{
    struct termios now;
    const struct termios *before = &t->pty.initial;
    return tcgetattr(t->pty.master, &now) == 0 && now.c_iflag == before->c_iflag &&
           now.c_oflag == before->c_oflag && now.c_cflag == before->c_cflag &&
           now.c_lflag == before->c_lflag && memcmp(now.c_cc, before->c_cc, sizeof now.c_cc) == 0;
}

bool tty_flushes_at_signals(const tty *t)
{
    struct termios now;
    return tcgetattr(t->pty.master, &now) == 0 && (now.c_lflag & NOFLSH) == 0;
}

size_t tty_raw_bytes(const tty *t)
{
    return t->raw.length - (emulator_marks_seen(t->emulator).bytes - t->marked_bytes);
}

void tty_raw_reset(tty *t)
{
    drain(t);
    buffer_clear(&t->raw);
    t->marked_bytes = emulator_marks_seen(t->emulator).bytes;
}

bool tty_raw_contains(const tty *t, const char *sequence)
{
    return strstr(buffer_text(&t->raw), sequence) != NULL;
}

unsigned tty_marks(const tty *t)
{
    return emulator_marks_seen(t->emulator).seen;
}

pid_t tty_pid(const tty *t)
{
    return t->pty.pid;
}

const char *tty_home(const tty *t)
{
    return sandbox_root(t->home);
}
