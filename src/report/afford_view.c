#include "report/afford_view.h"

#include <stddef.h>

const char *afford_view_per(afford_per per)
{
    static const char *const names[AFFORD_PERS] = {
        [AFFORD_PER_PLAN] = "plan", [AFFORD_PER_YEAR] = "year", [AFFORD_PER_MONTH] = "month"};
    return names[per];
}

const char *afford_view_stop(const be_afford_option *option)
{
    static const char *const names[] = {
        [BE_AFFORD_BUDGET] = "budget", [BE_AFFORD_LOAD] = "load", [BE_AFFORD_NOTHING] = "nothing"};
    return option->offered ? names[option->stop] : NULL;
}

bool afford_view_affords(const be_afford_option *option)
{
    return option->offered && option->any && option->most > 0;
}

bool afford_view_nothing_carries(const be_afford *found)
{
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++) {
        const be_afford_option *option = &found->options[i];
        bool over = option->offered && option->stop == BE_AFFORD_BUDGET;
        if (over || afford_view_affords(option))
            return false;
    }
    return true;
}

const be_afford_option *afford_view_widest(const be_afford *found)
{
    const be_afford_option *widest = NULL;
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++) {
        const be_afford_option *option = &found->options[i];
        if (afford_view_affords(option) && (widest == NULL || option->most > widest->most))
            widest = option;
    }
    return widest;
}
