#ifndef BREAKEVEN_FUZZ_RANDOM_OF_INPUT_H
#define BREAKEVEN_FUZZ_RANDOM_OF_INPUT_H

#include "engine/random.h"
#include "fuzz.h"

/* The choices that the bytes spell, which are borrowed until the next call. */
random_source random_of_input(const uint8_t *data, size_t size);

#endif
