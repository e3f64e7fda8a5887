#ifndef BREAKEVEN_SUPPORT_DEADLINE_H
#define BREAKEVEN_SUPPORT_DEADLINE_H

#include <stdint.h>

/*
 * A moment on the monotonic clock. Tests wait for something to happen until a deadline; they never
 * sleep for a fixed time. The environment variable TTY_DEADLINE_SCALE (a number, for instance 10)
 * stretches every deadline, for valgrind and for loaded machines.
 */
typedef struct deadline {
    int64_t at_ms;
} deadline;

/* The moment `ms` milliseconds from now, stretched by TTY_DEADLINE_SCALE. */
deadline deadline_after(int ms);

/* Milliseconds until then, in the form poll() takes; 0 when it has passed. */
int deadline_left_ms(deadline when);

#endif
