/*
 * The files of journals: unsaved-1.journal, unsaved-2.journal, ... in the folder for the program's
 * state. The planner that keeps one holds a lock on it, which goes with the process, however that
 * ends: a file without a lock is one that was left behind.
 */
#ifndef BREAKEVEN_TUI_MODEL_JOURNAL_FILE_H
#define BREAKEVEN_TUI_MODEL_JOURNAL_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum { JOURNAL_PATH = 4096 };

/* A file with its lock. None: fd is -1. */
typedef struct journal_file {
    int fd;
    size_t size; /* of what is known to be whole */
    char path[JOURNAL_PATH];
} journal_file;

/* Makes a file of a name that none has. False, with errno, when that fails. */
bool journal_file_create(journal_file *file, const char *folder);

/* Whether the file is still there: somebody may have removed it, or the folder. */
bool journal_file_is_there(const journal_file *file);

/* Puts other bytes in the place of all: a process that ends meanwhile leaves the old ones or the
 * new. False, with errno; then the old ones are there. */
bool journal_file_replace(journal_file *file, const char *bytes, size_t size);

/* Adds bytes at the end: all, or none and false with errno. */
bool journal_file_append(journal_file *file, const char *bytes, size_t size);

/* Sees to it that it outlives the machine as well as the process. */
void journal_file_sync(const journal_file *file);

/* Lets go of the file, which stays, or which is removed. */
void journal_file_leave(journal_file *file);
void journal_file_remove(journal_file *file);

/* The numbers of the files that were left behind, the last written first, as many as there is room
 * for. */
size_t journal_file_list(const char *folder, int *numbers, size_t room);

/* Takes a file that was left behind over. False when there is none of that number, or it is locked,
 * or cannot be read. */
bool journal_file_take(journal_file *file, const char *folder, int number);

/* All bytes of the file, with a NUL behind them, for the caller to free; NULL with errno. */
char *journal_file_read(const journal_file *file);

/* Gives the file another name, where it is not looked for, written to `aside`. */
bool journal_file_put_aside(journal_file *file, char aside[JOURNAL_PATH]);

#endif
