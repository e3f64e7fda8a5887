/*
 * What every fuzzing target shares. A target is one source that defines LLVMFuzzerTestOneInput: it
 * is linked with libFuzzer to look for inputs, and with replay.c to try those of its corpus again.
 */
#ifndef BREAKEVEN_FUZZ_FUZZ_H
#define BREAKEVEN_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config/problem.h"

/* Tries one input. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program, naming the condition, where it does not hold. */
#define FUZZ_REQUIRE(condition) fuzz_require((condition), #condition, __FILE__, __LINE__)
void fuzz_require(bool holds, const char *condition, const char *file, int line);

/* The bytes as a text in memory of just its size, for the caller to free. */
char *fuzz_text(const uint8_t *data, size_t size);

/* The problems of a file that was read, or refused, hold what a user can act on and no control
 * character, and none of them comes of following an @include. */
void fuzz_check_problems(const problems *found, bool was_read);

/* -- an input as a row of choices -------------------------------------------------------------- */

typedef struct fuzz_bytes {
    const uint8_t *at;
    size_t left;
} fuzz_bytes;

/* The next byte; 0 behind the last. */
uint8_t fuzz_byte(fuzz_bytes *in);

/* A number in low..high, both included. */
int64_t fuzz_between(fuzz_bytes *in, int64_t low, int64_t high);

/* The next text, up to a byte 0xFF, in memory of just its size, for the caller to free. */
char *fuzz_word(fuzz_bytes *in);

#endif
