/*
 * Signals while the terminal is ours.
 *
 * All but the fatal ones are blocked, and let in only inside signals_wait: nothing arrives between
 * a check and the wait after it. Their handlers set a flag. A fatal signal restores the terminal
 * with calls that are safe in a handler, then takes the way it would have taken without us.
 */
#ifndef BREAKEVEN_TERM_SIGNALS_H
#define BREAKEVEN_TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum signals_result { SIGNALS_READY, SIGNALS_TIMEOUT, SIGNALS_INTERRUPTED } signals_result;

/* Takes the signals over, and remembers the terminal's modes as they are now. `restore` is written
 * to standard output by a fatal signal; it is borrowed until signals_close. */
void signals_open(const char *restore, size_t length);

/* Gives the signals back. */
void signals_close(void);

/* Waits until standard input can be read, a signal comes or so many milliseconds have passed; for
 * ever when negative. */
signals_result signals_wait(int timeout_ms);

/* Whether one came since signals_wait was called last. */
bool signals_wait_to_be_told(void);

/* The signal that asks to leave, or 0. It is told once. */
int signals_take_quit(void);

/* Whether a stop (^Z) was asked for; whether the process went on after one. Each is told once. */
bool signals_take_stop(void);
bool signals_take_continue(void);

/* Stops the process; returns when it goes on. */
void signals_stop(void);

#endif
