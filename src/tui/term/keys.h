/*
 * From what curses reads to keys and mouse events.
 */
#ifndef BREAKEVEN_TERM_KEYS_H
#define BREAKEVEN_TERM_KEYS_H

#include "tui/term/term.h"

#include <stdbool.h>

/* Begins to read keys from standard input; curses must have started. False without memory. */
bool keys_open(void);
void keys_close(void);

/* Stops asking for reports of the mouse while another program has the terminal; asks for them, and
 * for the codes of special keys, again. */
void keys_suspend(void);
void keys_resume(void);

/* How long the terminal may take to send the rest of a key that begins with Escape: what the user
 * set in ESCDELAY, else 25 ms, which is enough over a network and not felt. */
void keys_set_escape_delay(void);

/* Bytes that have arrived and are not read yet; negative when the terminal is gone. */
int keys_waiting(void);

/* Reads the next key or mouse event that has arrived, without waiting for one. What means nothing
 * to us is read and left out. False when there is none. */
bool keys_read(term_event *event);

/* Asks for mouse reports, or stops asking. */
void keys_report_mouse(bool on);

#endif
