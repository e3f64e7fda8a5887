#ifndef BREAKEVEN_TERMINAL_EMULATOR_H
#define BREAKEVEN_TERMINAL_EMULATOR_H

#include "support/buffer.h"
#include "terminal/keys.h"
#include "terminal/snapshot.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The terminal itself: bytes of a program in, a screen and the bytes of keys out. No process, no
 * kernel. The only file that knows libvterm, whose limits (0.1.4) show here: no dim attribute, and
 * of a combined "CSI ? 1006 ; 1000 h" only the first number is obeyed.
 */
typedef struct emulator emulator;

emulator *emulator_create(int cols, int rows); /* NULL without memory */
void emulator_destroy(emulator *e);

/* What the program wrote. */
void emulator_write(emulator *e, const char *bytes, size_t length);
void emulator_resize(emulator *e, int cols, int rows);

/* These append what a terminal sends to the program to emulator_output. */
void emulator_key(emulator *e, tty_key_code key);
void emulator_mouse_button(emulator *e, int button, int row, int col, bool pressed);

/* Bytes for the program: of keys, and answers to its questions. The caller clears it. */
buffer *emulator_output(emulator *e);

void emulator_size(const emulator *e, int *cols, int *rows);
snapshot *emulator_snapshot(const emulator *e); /* the caller destroys it; NULL without memory */

/* No alternate screen, a visible cursor, no mouse. */
bool emulator_is_plain(const emulator *e);

/* Idle marks (see tty.h): all of them, those that fit the present size, and the bytes they took. */
typedef struct emulator_marks {
    unsigned seen;
    unsigned fitting;
    size_t bytes;
    bool rests; /* the last one says that nothing more will change by itself */
} emulator_marks;

emulator_marks emulator_marks_seen(const emulator *e);

#endif
