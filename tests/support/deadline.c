#include "support/deadline.h"

#include <limits.h>
#include <stdlib.h>
#include <time.h>

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static double scale(void)
{
    const char *text = getenv("TTY_DEADLINE_SCALE");
    const double factor = text == NULL ? 1.0 : strtod(text, NULL);
    return factor > 0.0 && factor <= 1000.0 ? factor : 1.0;
}

deadline deadline_after(int ms)
{
    return (deadline){.at_ms = now_ms() + (int64_t)(ms * scale())};
}

int deadline_left_ms(deadline when)
{
    const int64_t left = when.at_ms - now_ms();
    if (left <= 0)
        return 0;
    return left > INT_MAX ? INT_MAX : (int)left;
}
