/*
 * The symbols of the screen, each in two character sets.
 *
 * No view writes a line, an arrow or a mark of its own, so that a terminal without UTF-8 needs
 * nothing but the other column of one table.
 */
#ifndef BREAKEVEN_WIDGETS_SYMBOL_H
#define BREAKEVEN_WIDGETS_SYMBOL_H

#include <stdbool.h>

/* name, UTF-8, ASCII. Those up to BAND take one column in either set. */
#define SYMBOLS(X)                                                                                 \
    X(TOP_LEFT, "╭", "+")                                                                          \
    X(TOP_RIGHT, "╮", "+")                                                                         \
    X(BOTTOM_LEFT, "╰", "+")                                                                       \
    X(BOTTOM_RIGHT, "╯", "+")                                                                      \
    X(HORIZONTAL, "─", "-")                                                                        \
    X(VERTICAL, "│", "|")                                                                          \
    X(TEE_LEFT, "├", "+")                                                                          \
    X(TEE_RIGHT, "┤", "+")                                                                         \
    X(TEE_TOP, "┬", "+")                                                                           \
    X(TEE_BOTTOM, "┴", "+")                                                                        \
    X(CROSSING, "┼", "+")                                                                          \
    X(MARKER, "▸", ">")                                                                            \
    X(LEFT, "←", "<")                                                                              \
    X(RIGHT, "→", ">")                                                                             \
    X(UP, "↑", "^")                                                                                \
    X(DOWN, "↓", "v")                                                                              \
    X(FALL, "▼", "v")                                                                              \
    X(RISE, "▲", "^")                                                                              \
    X(CHECK, "✓", "+")                                                                             \
    X(CROSS, "✗", "x")                                                                             \
    X(STAR, "★", "*")                                                                              \
    X(ELLIPSIS, "…", "~")                                                                          \
    X(BULLET, "•", "*")                                                                            \
    X(DOT, "·", ".")                                                                               \
    X(WARNING, "⚠", "!")                                                                           \
    X(DASH, "—", "-")                                                                              \
    X(MINUS, "−", "-")                                                                             \
    X(TIMES, "×", "x")                                                                             \
    X(CURSOR, "▏", "|")                                                                            \
    X(SCROLL_TRACK, "│", "|")                                                                      \
    X(SCROLL_THUMB, "┃", "#")                                                                      \
    X(LEVEL_1, "▁", "_")                                                                           \
    X(LEVEL_2, "▂", "_")                                                                           \
    X(LEVEL_3, "▃", ".")                                                                           \
    X(LEVEL_4, "▄", "-")                                                                           \
    X(LEVEL_5, "▅", "=")                                                                           \
    X(LEVEL_6, "▆", "+")                                                                           \
    X(LEVEL_7, "▇", "*")                                                                           \
    X(LEVEL_8, "█", "#")                                                                           \
    X(BLOCK, "█", "#")                                                                             \
    X(HALF_BLOCK, "▌", "=")                                                                        \
    X(SHADE_LIGHT, "░", ".")                                                                       \
    X(SHADE_MEDIUM, "▒", ":")                                                                      \
    X(SHADE_DARK, "▓", "%")                                                                        \
    X(BAND, "▀", "=")                                                                              \
    X(KEY_ENTER, "↵", "Enter")                                                                     \
    X(KEY_TAB, "⇥", "Tab")                                                                         \
    X(KEY_UP_DOWN, "↑↓", "Up/Down")                                                                \
    X(KEY_LEFT_RIGHT, "←→", "Left/Right")

#define SYMBOL_ENUM(name, unicode, ascii) SYMBOL_##name,
typedef enum symbol { SYMBOLS(SYMBOL_ENUM) SYMBOL_COUNT } symbol;
#undef SYMBOL_ENUM

/* The symbol as a string that lives forever. */
const char *symbol_text(symbol which, bool ascii);

/* The symbol for a bar of `eighths` eighths of a cell, 1 to 8; others are clamped. */
symbol symbol_level(int eighths);

#endif
