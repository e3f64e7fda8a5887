#ifndef BREAKEVEN_TERMINAL_SCRIPT_H
#define BREAKEVEN_TERMINAL_SCRIPT_H

#include "terminal/tty.h"

#include <stdbool.h>

/*
 * A session written as words, so that one script can make a picture and be a test:
 *
 *   text:ABC         type ABC                      wait:ABC        wait until ABC is on the screen
 *   key:down         press a key (keys.h)          gone:ABC        wait until it is not
 *   key:down*5       press it five times           idle            wait for the idle mark
 *   ctrl:s  alt:x    a letter with Ctrl or Alt     resize:100x30   change the window
 *   rest             wait until the program has nothing left to work out
 */

/* Does one word. NULL when done, else what was wrong with it or did not happen (a constant). */
const char *script_step(tty *t, const char *word);

/* "120x36" as columns and rows, 1 to 1000 each. */
bool script_size(const char *text, int *cols, int *rows);

#endif
