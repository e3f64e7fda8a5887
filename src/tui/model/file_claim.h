/*
 * Claims to files, by which a planner tells others that it has a plan open. It is a lock that goes
 * with the process, however that ends, and keeps nobody from anything.
 */
#ifndef BREAKEVEN_TUI_MODEL_FILE_CLAIM_H
#define BREAKEVEN_TUI_MODEL_FILE_CLAIM_H

#include <stdbool.h>

typedef struct file_claim {
    int fd;         /* -1: none */
    bool is_others; /* somebody else has it */
} file_claim;

/* No claim to anything. */
file_claim file_claim_none(void);

/* Claims the file in place of the one before. A file that is replaced is to be claimed anew. */
void file_claim_take(file_claim *claim, const char *path);

/* Gives the claim up. */
void file_claim_drop(file_claim *claim);

#endif
