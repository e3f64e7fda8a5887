/*
 * The example inside the program. The build makes the source of this header from example.cfg.
 */
#ifndef BREAKEVEN_TUI_EXAMPLE_EXAMPLE_FILES_H
#define BREAKEVEN_TUI_EXAMPLE_EXAMPLE_FILES_H

#include "catalog/builtin.h"

extern const builtin_file example_files[];
extern const size_t example_file_count;

#endif
