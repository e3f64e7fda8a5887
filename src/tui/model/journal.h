/*
 * The journal: every change of a session is on the disk before the user is shown it, so that a
 * process that is killed, or a terminal that is closed, loses nothing.
 *
 * What is written is what differs from what was written before: an item, not the plan. From time to
 * time the journal is begun anew. A session without anything unsaved has none, and a planner that
 * is left in good order removes its own.
 */
#ifndef BREAKEVEN_TUI_MODEL_JOURNAL_H
#define BREAKEVEN_TUI_MODEL_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/model/journal_file.h"
#include "tui/model/session.h"

typedef struct journal journal;

/* A journal in `folder`, which is made when it is needed. NULL when there is no memory. */
journal *journal_create(const char *folder);

/* Lets go of the files as they are. */
void journal_destroy(journal *j);

/* Writes what has changed since the last call. False, with errno, when it could not be written; the
 * next call tries again. */
bool journal_keep(journal *j, const session *s);

/* For when nothing else is to be done: makes it outlive the machine, and shorter. */
bool journal_needs_rest(const journal *j);
void journal_rest(journal *j, const session *s);

/* The user leaves, and was asked about anything unsaved: the journal is removed. */
void journal_end(journal *j);

/* Whether there is a journal on the disk that the next start would find. */
bool journal_is_kept(const journal *j);

/* -- what was left behind ---------------------------------------------------------------------- */

typedef enum journal_finding {
    JOURNAL_NOTHING,
    JOURNAL_REOPENED,
    JOURNAL_REOPENED_IN_PART, /* `aside` is where the damaged journal is now */
    JOURNAL_OF_NO_USE         /* it cannot be read with these prices; `aside` is where it is */
} journal_finding;

typedef struct journal_news {
    journal_finding found;
    bool file_changed; /* the plan's file has been changed since: the plan has no file now */
    size_t waiting;    /* so many others were left behind */
    char aside[JOURNAL_PATH];
} journal_news;

/*
 * Reopens the last session that was left behind in the folder, and goes on in its journal: of the
 * plan in the file `path`, or of any when that is NULL. Those of living planners are left alone.
 */
void journal_reopen(journal *j, session *s, const char *path, journal_news *news);

/* Only counts what was left behind. */
void journal_count(const journal *j, journal_news *news);

#endif
