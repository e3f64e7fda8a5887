/*
 * What the terminal can do, as terminfo tells, and the sequences that curses does not send.
 */
#ifndef BREAKEVEN_TERM_CAPS_H
#define BREAKEVEN_TERM_CAPS_H

#include <stdbool.h>
#include <stddef.h>

/* Key codes of our own, beyond all that curses gives out. */
enum { CAPS_PASTE_BEGIN = 3000, CAPS_PASTE_END, CAPS_MOUSE_SGR, CAPS_MOUSE_X10 };

/* Looks TERM up, before curses starts. False, with a line in `error`, when the terminal is unknown
 * or cannot move its cursor. */
bool caps_load(char *error, size_t size);

/* After caps_load: the bytes that make a terminal usable again after a crash, borrowed. */
const char *caps_restore(size_t *length);

/* Makes curses report the two ends of a paste as the keys above, and asks for such reports, or
 * stops asking, at once. Nothing on a terminal without them. */
void caps_define_paste(void);
void caps_report_paste(bool on);

/* Makes curses leave the mouse to us: it reports the first bytes of the two kinds of report as the
 * keys above, and does not read on. It would do so until they end, and hear no signal meanwhile. */
void caps_define_mouse(void);

/* Asks for reports of the mouse, or stops asking, at once. Nothing on a terminal without them. */
void caps_report_mouse(bool on);

#endif
