/*
 * The text of the example inside the program. The build makes the source of this header from
 * example.cfg (see embed.cmake).
 */
#ifndef BREAKEVEN_TUI_EXAMPLE_EXAMPLE_TEXT_H
#define BREAKEVEN_TUI_EXAMPLE_EXAMPLE_TEXT_H

#include <stddef.h>

extern const unsigned char example_text[]; /* with a NUL behind it */
extern const size_t example_size;          /* without */

#endif
