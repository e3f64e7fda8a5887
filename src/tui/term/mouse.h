/*
 * Reports of the mouse: from the bytes that a terminal sends to a button and a place. Nothing is
 * read here, so a report may come in as many pieces as it likes, and need not end.
 */
#ifndef BREAKEVEN_TERM_MOUSE_H
#define BREAKEVEN_TERM_MOUSE_H

#include "tui/term/term.h"

#include <stdbool.h>

typedef enum mouse_format {
    MOUSE_NONE, /* no report has begun */
    MOUSE_SGR,  /* \033[< and three decimal numbers: button; column; row, then M, or m at release */
    MOUSE_X10   /* \033[M and a byte for each of the three; old terminals know no other */
} mouse_format;

enum { MOUSE_NUMBERS = 3, MOUSE_NUMBER_MAX = 99999 /* greater ones count as this */ };

/* A report as far as it has come. */
typedef struct mouse_report {
    mouse_format format; /* MOUSE_NONE again when it has ended */
    bool broken;         /* only its end is of interest */
    int position;        /* of the number that is being read */
    int numbers[MOUSE_NUMBERS];
} mouse_report;

typedef enum mouse_result {
    MOUSE_MORE,    /* the report goes on */
    MOUSE_PRESSED, /* it has ended, and tells of a button pressed or a wheel turned */
    MOUSE_IGNORED, /* it has ended, and tells of nothing that is of use here */
    MOUSE_FOREIGN  /* it has ended before this byte, which belongs to something else */
} mouse_result;

/* Begins a report, behind the bytes that open it. */
void mouse_begin(mouse_report *report, mouse_format format);

/* Takes the next byte of a report that has begun. `pressed` is set with MOUSE_PRESSED alone; its
 * place is not negative and may be outside the screen. */
mouse_result mouse_take(mouse_report *report, unsigned byte, term_mouse *pressed);

#endif
