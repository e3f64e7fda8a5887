#ifndef BREAKEVEN_TERMINAL_TTY_H
#define BREAKEVEN_TERMINAL_TTY_H

#include "support/sandbox.h"
#include "terminal/keys.h"
#include "terminal/snapshot.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * A real program in a pseudo-terminal, and the emulated terminal it draws on. Tests use harness.h,
 * which adds the calls that fail a test; this part knows no test framework.
 *
 * How a step works. Keys and text are queued and sent in one write by the next tty_await_*. That
 * call then reads what the program draws until it is both at rest and shows what is awaited. At
 * rest means: since the last input it has written the idle mark
 *
 *     ESC ] 7777 ; COUNTER BEL      or      ESC ] 7777 ; COUNTER ; COLS x ROWS BEL
 *
 * which a program writes, if BREAKEVEN_TEST_MARK is set, whenever it has dealt with all of its
 * input and is about to wait for more, whether or not it had anything to draw. With the size in it,
 * a mark made before the last resize is not mistaken for the answer to that resize. When it will
 * change nothing more by itself, it writes another one that ends with ";rest". A program that
 * has written nothing for half a second counts as at rest too, mark or not.
 *
 * Every wait ends after 5 seconds at the latest, stretched by TTY_DEADLINE_SCALE.
 * What is on the screen (tty_row and so on) is as of the last wait: looking does not read.
 */
typedef struct tty tty;

typedef struct tty_options {
    const char *const *argv;        /* ends with NULL; argv[0] is a path */
    int cols, rows;                 /* 0 means 80 and 24 */
    const char *const *environment; /* entries on top of environment_create's; may be NULL */
    const sandbox *home;            /* borrowed; NULL means one made for this program alone */
    const char *directory;          /* where the program starts; NULL means in the sandbox */
    bool no_marks;                  /* the program is not ours: never wait for its idle mark */
} tty_options;

/* Starts the program. NULL with errno if there is no pseudo-terminal, process or memory for it.
 * A program that cannot be executed says so on its screen and exits with status 127. */
tty *tty_open(const tty_options *options);

/* Hangs up, kills the program if it does not leave, and frees everything. NULL is fine. */
void tty_close(tty *t);

/* --- what the user does --- */

void tty_type(tty *t, const char *text); /* UTF-8, sent as it is */
void tty_key(tty *t, tty_key_code key);
void tty_ctrl(tty *t, char letter); /* tty_ctrl(t, 's') */
void tty_alt(tty *t, char letter);

/* The mouse, heard even by a program that has not asked for it. A click is the left button pressed
 * and released; steps of the wheel go down, or up when negative. */
void tty_click(tty *t, int row, int col);
void tty_wheel(tty *t, int row, int col, int steps);

/* Signals the process group in the foreground: the program, or what a shell in its place runs. */
void tty_signal(tty *t, int number);

/* Changes the size of the window, at once: what was queued is sent before. */
void tty_resize(tty *t, int cols, int rows);

/* --- waiting --- */

typedef bool tty_predicate(const snapshot *screen, const void *argument);

/* True once the program is at rest and the predicate holds. False when the deadline passes, or the
 * program ends, and it still does not hold. */
bool tty_await(tty *t, tty_predicate *holds, const void *argument);

bool tty_await_text(tty *t, const char *text);         /* anywhere on one row */
bool tty_await_gone(tty *t, const char *text);         /* nowhere any more */
bool tty_await_row(tty *t, int row, const char *text); /* somewhere on that row */
bool tty_await_idle(tty *t); /* the idle mark itself; silence is not enough */

bool tty_await_rest(tty *t); /* that, and no work left that the program does by itself */

/* True once the program has ended. `status` is its exit status, or 128 + n after signal n. */
bool tty_await_exit(tty *t, int *status);

/* --- what the user sees, as of the last wait; borrowed until the next call that waits --- */

const snapshot *tty_snapshot(tty *t);
const char *tty_screen_text(tty *t);
const char *tty_row(tty *t, int row); /* without trailing blanks; -1 is the last row */
snapshot_cell tty_cell(tty *t, int row, int col);
snapshot_cursor tty_cursor(tty *t);

/* --- the terminal and the process --- */

/* The alternate screen has been left, the cursor is shown and the mouse is not reported. */
bool tty_screen_restored(const tty *t);

/* The line discipline (stty) is as it was before the program started. */
bool tty_modes_equal_initial(const tty *t);

/* A key that sends a signal throws away what is on its way in and out. */
bool tty_flushes_at_signals(const tty *t);

/* How many bytes the program has written since tty_raw_reset, idle marks not counted. */
size_t tty_raw_bytes(const tty *t);
void tty_raw_reset(tty *t);

/* Whether those bytes contain this sequence: ("\033[?1000h"). */
bool tty_raw_contains(const tty *t, const char *sequence);

unsigned tty_marks(const tty *t); /* idle marks seen so far */
pid_t tty_pid(const tty *t);
const char *tty_home(const tty *t); /* the root of its sandbox */

#endif
