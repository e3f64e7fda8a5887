/*
 * Random choices that are read off the input, in the place of engine/random.c: the builders of
 * random questions then build whatever question the bytes spell. Behind the last byte the choices
 * go on as those of engine/random.c, so that no builder waits for another one for ever.
 */
#include "random_of_input.h"

static fuzz_bytes input;

random_source random_of_input(const uint8_t *data, size_t size)
{
    input = (fuzz_bytes){data, size};
    return (random_source){size};
}

/* SplitMix64, as there. */
uint64_t random_bits(random_source *r)
{
    uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

int64_t random_between(random_source *r, int64_t low, int64_t high)
{
    if (input.left > 0)
        return fuzz_between(&input, low, high);
    uint64_t span = (uint64_t)high - (uint64_t)low + 1, bits = random_bits(r);
    return (int64_t)((uint64_t)low + (span == 0 ? bits : bits % span));
}

bool random_chance(random_source *r, int percent)
{
    return random_between(r, 1, 100) <= percent;
}
