#ifndef BREAKEVEN_TERMINAL_SNAPSHOT_H
#define BREAKEVEN_TERMINAL_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a terminal showed at one moment, as plain values: cells, cursor, title. It knows nothing of
 * the terminal it came from, so tests can compare it and pictures can be drawn of it.
 *
 * Rows and columns count from 0 at the top left. A row may also be counted from the bottom: -1 is
 * the last one.
 */

typedef enum snapshot_color_kind {
    SNAPSHOT_DEFAULT, /* the terminal's own foreground or background */
    SNAPSHOT_INDEXED, /* one of the palette's 256 */
    SNAPSHOT_RGB,
} snapshot_color_kind;

typedef struct snapshot_color {
    snapshot_color_kind kind;
    uint8_t index;            /* of SNAPSHOT_INDEXED, else 0 */
    uint8_t red, green, blue; /* of SNAPSHOT_RGB, else 0 */
} snapshot_color;

/* Attributes are or-ed together. The emulator knows no dim. */
enum {
    SNAPSHOT_BOLD = 1,
    SNAPSHOT_UNDERLINE = 2,
    SNAPSHOT_ITALIC = 4,
    SNAPSHOT_BLINK = 8,
    SNAPSHOT_REVERSE = 16,
    SNAPSHOT_STRIKE = 32,
};

/* Room for a base character and five marks in UTF-8. */
enum { SNAPSHOT_CELL_BYTES = 28 };

typedef struct snapshot_cell {
    char text[SNAPSHOT_CELL_BYTES]; /* UTF-8 with combining marks; "" when nothing was written */
    int width;                      /* columns: 1 or 2; 0 is the right half of the cell before */
    unsigned attrs;
    snapshot_color fg, bg;
} snapshot_cell;

typedef struct snapshot_cursor {
    int row, col;
    bool visible;
} snapshot_cursor;

typedef struct snapshot {
    int cols, rows;
    snapshot_cell *cells; /* rows * cols of them, row by row */
    snapshot_cursor cursor;
    char *title;       /* what the program called its window, or NULL */
    char *text;        /* the rows, trailing blanks cut, joined by newlines; see snapshot_index */
    char *row_text;    /* the same with the rows apart, */
    size_t *row_start; /* and where each begins in it */
} snapshot;

/* An empty screen of this size; NULL without memory. snapshot_destroy frees it with all it holds.
 */
snapshot *snapshot_create(int cols, int rows);
void snapshot_destroy(snapshot *s);

/* Makes the texts from the cells: to be called once the cells are filled. False without memory. */
bool snapshot_index(snapshot *s);

/* The cell at (row, col). The place must exist. */
snapshot_cell *snapshot_at(const snapshot *s, int row, int col);

/* A row as UTF-8 without trailing blanks; "" for a row that does not exist. Borrowed. */
const char *snapshot_row(const snapshot *s, int row);

/* Puts a code point behind the text of a cell; one too many for the cell is left out. */
void snapshot_cell_add(snapshot_cell *cell, uint32_t code_point);

#endif
