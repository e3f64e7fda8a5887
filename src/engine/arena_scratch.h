/*
 * Working memory beside an arena: an answer that is to last takes nothing from it but itself.
 */
#ifndef BREAKEVEN_ENGINE_ARENA_SCRATCH_H
#define BREAKEVEN_ENGINE_ARENA_SCRATCH_H

#include <breakeven/arena.h>

/*
 * The arena's own arena for what is thrown away: emptied, and kept warm until the arena itself is
 * destroyed. What came of it is gone when the next one asks for it, so it is for code that calls
 * no other that does. NULL when there is no memory.
 */
be_arena *arena_scratch(be_arena *arena);

#endif
