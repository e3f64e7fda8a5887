/*
 * A key press, free of any terminal library.
 */
#ifndef BREAKEVEN_WIDGETS_KEY_H
#define BREAKEVEN_WIDGETS_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "language/language.h"

/* Code and name. INPUT_CHAR is a character, which stands in `point`. */
#define INPUT_CODES(X)                                                                             \
    X(CHAR, "")                                                                                    \
    X(UP, TR_LATER("Up"))                                                                          \
    X(DOWN, TR_LATER("Down"))                                                                      \
    X(LEFT, TR_LATER("Left"))                                                                      \
    X(RIGHT, TR_LATER("Right"))                                                                    \
    X(HOME, "Home")                                                                                \
    X(END, "End")                                                                                  \
    X(PAGE_UP, "PgUp")                                                                             \
    X(PAGE_DOWN, "PgDn")                                                                           \
    X(TAB, "Tab")                                                                                  \
    X(BACK_TAB, "Shift-Tab")                                                                       \
    X(ENTER, "Enter")                                                                              \
    X(ESCAPE, "Esc")                                                                               \
    X(BACKSPACE, "Backspace")                                                                      \
    X(DELETE, "Del")                                                                               \
    X(INSERT, "Ins")                                                                               \
    X(F1, "F1")                                                                                    \
    X(F2, "F2")                                                                                    \
    X(F3, "F3")                                                                                    \
    X(F4, "F4")                                                                                    \
    X(F5, "F5")                                                                                    \
    X(F6, "F6")                                                                                    \
    X(F7, "F7")                                                                                    \
    X(F8, "F8")                                                                                    \
    X(F9, "F9")                                                                                    \
    X(F10, "F10")                                                                                  \
    X(F11, "F11")                                                                                  \
    X(F12, "F12")

#define INPUT_ENUM(code, name) INPUT_##code,
typedef enum input_code { INPUT_CODES(INPUT_ENUM) INPUT_COUNT } input_code;
#undef INPUT_ENUM

/* Shift is told only for keys without a character of their own: `A` is the character A. With ctrl,
 * the character is the lower-case letter or the sign on the key. */
typedef struct key {
    input_code code;
    uint32_t point; /* the code point of INPUT_CHAR, else 0 */
    bool ctrl;
    bool alt;
    bool shift;
    bool pasted; /* came with a paste: text for a field, never a command */
} key;

/* True when both are the same key with the same modifiers. */
bool key_equal(key a, key b);

/* True for the plain character, typed alone. */
bool key_is(key pressed, uint32_t point);

/* True for Ctrl with that lower-case letter. */
bool key_is_ctrl(key pressed, uint32_t letter);

/* True for a special key pressed alone. */
bool key_is_special(key pressed, input_code code);

/* True when the key adds its character to a text. */
bool key_is_text(key pressed);

/* Writes the name for a help screen: "a", "^S", "Alt-x", "Shift-Up", "F5"; see text.h for `out`. */
size_t key_label(char *out, size_t size, key named);

#endif
