#ifndef BREAKEVEN_TERMINAL_KEYS_H
#define BREAKEVEN_TERMINAL_KEYS_H

#include <stdbool.h>

/*
 * The keys a test can press: our name, the name used in key scripts, the emulator's key and
 * modifier. The emulator turns them into bytes in the mode the program has asked for.
 */
#define TTY_KEYS(X)                                                                                \
    X(TTY_UP, "up", VTERM_KEY_UP, VTERM_MOD_NONE)                                                  \
    X(TTY_DOWN, "down", VTERM_KEY_DOWN, VTERM_MOD_NONE)                                            \
    X(TTY_LEFT, "left", VTERM_KEY_LEFT, VTERM_MOD_NONE)                                            \
    X(TTY_RIGHT, "right", VTERM_KEY_RIGHT, VTERM_MOD_NONE)                                         \
    X(TTY_HOME, "home", VTERM_KEY_HOME, VTERM_MOD_NONE)                                            \
    X(TTY_END, "end", VTERM_KEY_END, VTERM_MOD_NONE)                                               \
    X(TTY_PAGE_UP, "page-up", VTERM_KEY_PAGEUP, VTERM_MOD_NONE)                                    \
    X(TTY_PAGE_DOWN, "page-down", VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE)                              \
    X(TTY_ENTER, "enter", VTERM_KEY_ENTER, VTERM_MOD_NONE)                                         \
    X(TTY_TAB, "tab", VTERM_KEY_TAB, VTERM_MOD_NONE)                                               \
    X(TTY_BACK_TAB, "back-tab", VTERM_KEY_TAB, VTERM_MOD_SHIFT)                                    \
    X(TTY_ESCAPE, "escape", VTERM_KEY_ESCAPE, VTERM_MOD_NONE)                                      \
    X(TTY_BACKSPACE, "backspace", VTERM_KEY_BACKSPACE, VTERM_MOD_NONE)                             \
    X(TTY_INSERT, "insert", VTERM_KEY_INS, VTERM_MOD_NONE)                                         \
    X(TTY_DELETE, "delete", VTERM_KEY_DEL, VTERM_MOD_NONE)                                         \
    X(TTY_SHIFT_UP, "shift-up", VTERM_KEY_UP, VTERM_MOD_SHIFT)                                     \
    X(TTY_SHIFT_DOWN, "shift-down", VTERM_KEY_DOWN, VTERM_MOD_SHIFT)                               \
    X(TTY_SHIFT_LEFT, "shift-left", VTERM_KEY_LEFT, VTERM_MOD_SHIFT)                               \
    X(TTY_SHIFT_RIGHT, "shift-right", VTERM_KEY_RIGHT, VTERM_MOD_SHIFT)                            \
    X(TTY_CTRL_LEFT, "ctrl-left", VTERM_KEY_LEFT, VTERM_MOD_CTRL)                                  \
    X(TTY_CTRL_RIGHT, "ctrl-right", VTERM_KEY_RIGHT, VTERM_MOD_CTRL)                               \
    X(TTY_F1, "f1", VTERM_KEY_FUNCTION(1), VTERM_MOD_NONE)                                         \
    X(TTY_F2, "f2", VTERM_KEY_FUNCTION(2), VTERM_MOD_NONE)                                         \
    X(TTY_F3, "f3", VTERM_KEY_FUNCTION(3), VTERM_MOD_NONE)                                         \
    X(TTY_F4, "f4", VTERM_KEY_FUNCTION(4), VTERM_MOD_NONE)                                         \
    X(TTY_F5, "f5", VTERM_KEY_FUNCTION(5), VTERM_MOD_NONE)                                         \
    X(TTY_F6, "f6", VTERM_KEY_FUNCTION(6), VTERM_MOD_NONE)                                         \
    X(TTY_F7, "f7", VTERM_KEY_FUNCTION(7), VTERM_MOD_NONE)                                         \
    X(TTY_F8, "f8", VTERM_KEY_FUNCTION(8), VTERM_MOD_NONE)                                         \
    X(TTY_F9, "f9", VTERM_KEY_FUNCTION(9), VTERM_MOD_NONE)                                         \
    X(TTY_F10, "f10", VTERM_KEY_FUNCTION(10), VTERM_MOD_NONE)                                      \
    X(TTY_F11, "f11", VTERM_KEY_FUNCTION(11), VTERM_MOD_NONE)                                      \
    X(TTY_F12, "f12", VTERM_KEY_FUNCTION(12), VTERM_MOD_NONE)

typedef enum tty_key_code {
#define TTY_KEY_CODE(code, name, key, modifier) code,
    TTY_KEYS(TTY_KEY_CODE)
#undef TTY_KEY_CODE
        TTY_KEY_COUNT
} tty_key_code;

/* Finds the key of that name ("down", "back-tab"). False, and `out` untouched, if there is none. */
bool tty_key_named(const char *name, tty_key_code *out);

#endif
