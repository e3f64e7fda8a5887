#include "tui/widgets/ticks.h"

int64_t ticks_step(int64_t span, int most)
{
    static const int64_t leads[] = {1, 2, 5};
    for (int64_t power = 1;; power *= 10) {
        for (int i = 0; i < 3; i++) {
            int64_t step = power * leads[i];
            if (span / step < most || (span / step == most && span % step == 0))
                return step;
        }
    }
}

int64_t ticks_below(int64_t value, int64_t step)
{
    return value - value % step;
}

int64_t ticks_above(int64_t value, int64_t step)
{
    return ticks_below(value + step - 1, step);
}
