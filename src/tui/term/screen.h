/*
 * The surface on its way to the terminal, through curses.
 */
#ifndef BREAKEVEN_TERM_SCREEN_H
#define BREAKEVEN_TERM_SCREEN_H

#include "tui/widgets/surface.h"

#include <stdbool.h>

/* Curses must have started. False without memory. */
bool screen_open(void);
void screen_close(void);

/* Asks the kernel for the size and tells curses; true when it is another one than before. */
bool screen_sync_size(void);

/* Sends what differs from the last surface shown. */
void screen_show(const surface *grid);

/* Forgets what is on the terminal: the next surface is sent whole. */
void screen_forget(void);

#endif
