/*
 * From style roles to colours and attributes.
 */
#ifndef BREAKEVEN_TERM_THEME_H
#define BREAKEVEN_TERM_THEME_H

#include "tui/widgets/style.h"

#include <curses.h>
#include <stdbool.h>

typedef struct theme_look {
    attr_t attributes;
    short pair;
} theme_look;

/* Picks the richest palette that the terminal has; none with `mono`. Curses must have started. */
void theme_open(bool mono);

theme_look theme_of(style role);

#endif
