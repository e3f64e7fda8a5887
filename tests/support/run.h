#ifndef BREAKEVEN_SUPPORT_RUN_H
#define BREAKEVEN_SUPPORT_RUN_H

#include "support/sandbox.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Runs a program to its end, without a terminal, and keeps what it wrote. Output of any size is
 * read while input of any size is written, so neither side can block the other.
 *
 *     run_result r;
 *     assert_int_equal(run_capture(&r, &(run_options){
 *         .argv = (const char *const[]){BREAKEVEN, "rate", "x/y", "100", NULL}}), 0);
 *     assert_string_equal(r.out, "...");
 *     run_result_free(&r);
 */
typedef struct run_options {
    const char *const *argv;        /* ends with NULL; argv[0] is a path */
    const char *input;              /* standard input; NULL means empty */
    size_t input_length;            /* 0 means strlen(input) */
    const char *const *environment; /* entries on top of environment_create's; may be NULL */
    const sandbox *home;            /* borrowed; NULL means one made for this run alone */
    const char *directory;          /* where the program starts; NULL means in the sandbox */
    int deadline_ms;                /* 0 means 30 seconds; stretched by TTY_DEADLINE_SCALE */
} run_options;

typedef struct run_result {
    char *out; /* standard output and error; NUL-terminated, never NULL */
    size_t out_length;
    char *err;
    size_t err_length;
    int status;     /* the exit status, or 128 + n after signal n; 127 if it could not be started */
    bool timed_out; /* the deadline passed and the program was killed */
} run_result;

/* 0, or -1 with errno when the process or its pipes could not be made (`out` then holds nothing).
 */
int run_capture(run_result *out, const run_options *options);
void run_result_free(run_result *result);

#endif
