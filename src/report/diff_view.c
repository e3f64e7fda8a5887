#include "report/diff_view.h"

#include "report/quote_view.h"

const char *diff_view_change(diff_change change)
{
    static const char *const names[DIFF_CHANGE_COUNT] = {[DIFF_ADDED] = "added",
                                                         [DIFF_REMOVED] = "removed",
                                                         [DIFF_CHANGED] = "changed",
                                                         [DIFF_COST] = "cost"};
    return names[change];
}

be_amount diff_view_spent(const be_quote *quote)
{
    return quote == NULL ? be_amount_zero() : quote_view_spent(quote);
}

const char *diff_view_recommended(const be_quote *quote)
{
    if (quote == NULL || !quote->has_recommended)
        return NULL;
    return be_option_name(quote->options[quote->recommended].same_as);
}

bool diff_view_is_empty(const diff_answer *what)
{
    return what->field_count == 0 && what->count == 0 && what->total_count == 0;
}
