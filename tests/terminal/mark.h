#ifndef BREAKEVEN_TERMINAL_MARK_H
#define BREAKEVEN_TERMINAL_MARK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Finds idle marks (tty.h) in a stream of bytes, wherever the stream is cut into pieces. The
 * emulator cannot be asked for them: libvterm 0.1.4 loses an unknown sequence that arrives in two.
 */
typedef struct mark_scanner {
    char text[64]; /* of the mark that has begun, without its end */
    size_t length; /* bytes of the mark so far, its opening included */
} mark_scanner;

/* Takes the next byte; true when it ends a mark, whose text is then in the scanner. */
bool mark_take(mark_scanner *s, char byte);

#endif
