/*
 * The small frame in the middle of the screen that asks for a line or an answer.
 */
#ifndef BREAKEVEN_TUI_SCREENS_POPUP_H
#define BREAKEVEN_TUI_SCREENS_POPUP_H

#include "tui/app.h"

/* Draws the frame with the hints in it, where the eye is and not at the foot of the screen; returns
 * the one line above them. */
rect popup_draw(const app *a, surface *grid, const char *title);

/* The same for several lines: returns `rows` of them, where the screen has so many. */
rect popup_frame(const app *a, surface *grid, const char *title, int rows);

#endif
