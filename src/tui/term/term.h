/*
 * The terminal: shows a surface, and tells what the user and the system do.
 *
 * This folder is the only one that knows curses. A program has one terminal, so these functions
 * share one hidden state and must not be called from a signal handler or a second thread. Before
 * term_open the program calls setlocale(LC_CTYPE, ""), and no more than that: with LC_ALL, numbers
 * would be read and written with the user's decimal mark.
 *
 *     if (!term_open(&options, error, sizeof error))
 *         ...
 *     for (;;) {
 *         draw(screen);
 *         term_show(screen);
 *         term_wait(&event, -1);
 *         ...
 *     }
 *     term_close();
 *
 * While the terminal is open, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT and SIGWINCH are
 * held back everywhere but inside term_wait, so none of them can be missed or interrupt other work.
 * A crash restores the terminal before the process dies of it.
 */
#ifndef BREAKEVEN_TERM_TERM_H
#define BREAKEVEN_TERM_TERM_H

#include "tui/widgets/key.h"
#include "tui/widgets/surface.h"

#include <stdbool.h>
#include <stddef.h>

/* All false is the usual choice. */
typedef struct term_options {
    bool ascii; /* draw in ASCII even where UTF-8 is possible */
    bool mono;  /* no colours; also when NO_COLOR is set and not empty */
    bool mouse; /* report the mouse from the start */
} term_options;

typedef enum term_event_kind {
    TERM_KEY,     /* .key */
    TERM_MOUSE,   /* .mouse */
    TERM_RESIZE,  /* .rows, .cols; also after a stop, when the size may be the same: draw again */
    TERM_TIMEOUT, /* nothing happened */
    TERM_QUIT,    /* .signal: SIGINT, SIGTERM, SIGHUP or SIGQUIT came; save and leave */
    TERM_HANGUP   /* there is no terminal any more; save and leave */
} term_event_kind;

typedef enum term_button {
    TERM_LEFT_BUTTON,
    TERM_MIDDLE_BUTTON,
    TERM_RIGHT_BUTTON,
    TERM_WHEEL_UP,
    TERM_WHEEL_DOWN
} term_button;

typedef struct term_mouse {
    term_button button; /* was pressed, or turned by one notch */
    int row;
    int col;
} term_mouse;

typedef struct term_event {
    term_event_kind kind;
    union {
        key key;
        term_mouse mouse;
        struct {
            int rows;
            int cols;
        };
        int signal;
    };
} term_event;

/* Takes over the terminal of standard input and output. On failure it returns false, leaves the
 * terminal as it was, and writes to `error` (size > 0) one line that says what to do. `options` may
 * be NULL. */
bool term_open(const term_options *options, char *error, size_t size);

/* Gives the terminal back as it was. Nothing when it is not open. */
void term_close(void);

/* The size in cells, at least 1 x 1. */
void term_size(int *rows, int *cols);

/* Whether surfaces for this terminal are to be ASCII: by option or by the character set. */
bool term_is_ascii(void);

/* Starts or stops reporting the mouse. While it is reported, most terminals select text only with
 * Shift held. */
void term_report_mouse(bool on);

/* Shows the surface. Only what differs from the last one is sent; nothing when nothing does. A part
 * that does not fit the terminal is not shown. */
void term_show(const surface *grid);

/* Draws everything anew at the next term_show, over whatever another program has written. */
void term_redraw(void);

/* Whether keys have arrived that term_wait has not told yet. */
bool term_has_input(void);

/* Whether term_wait has anything to tell at once: a key or a signal. */
bool term_is_wanted(void);

/* Waits for the next event, at most `timeout_ms` milliseconds; for ever when that is negative. */
void term_wait(term_event *event, int timeout_ms);

#endif
