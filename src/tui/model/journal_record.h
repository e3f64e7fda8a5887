/*
 * The lines of a journal: each a record with a check sum, so that one that was cut off or changed
 * is never taken for what it was.
 *
 * A journal is text. Its first line is JOURNAL_MAGIC. A record is a line "KIND A B LENGTH CHECK",
 * the LENGTH bytes of its text, and a line feed.
 */
#ifndef BREAKEVEN_TUI_MODEL_JOURNAL_RECORD_H
#define BREAKEVEN_TUI_MODEL_JOURNAL_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define JOURNAL_MAGIC "breakeven journal 1\n"

typedef enum journal_kind {
    JOURNAL_BEGIN = 'b',  /* what is saved, as a scenario: the plan begins as this */
    JOURNAL_FILE = 'f',   /* the path of its file; "" for none */
    JOURNAL_HEAD = 'h',   /* all but the items, as a scenario */
    JOURNAL_ITEMS = 'i',  /* from A on, B items give way to those of this scenario */
    JOURNAL_SELECT = 's', /* the item at A is under the cursor */
    JOURNAL_TYPED = 't',  /* B is 1: this text, without a meaning, is typed into field A; 0: none */
} journal_kind;

typedef struct journal_record {
    char kind; /* a journal_kind */
    unsigned long a, b;
    const char *text;
    size_t length;
} journal_record;

/* Writes a record; the stream remembers errors. */
void journal_record_write(FILE *out, const journal_record *record);

/* Reads the record at *at, before `end`, and steps over it; its text is borrowed and holds no NUL.
 * False when there is no whole and sound record. */
bool journal_record_read(const char **at, const char *end, journal_record *out);

#endif
