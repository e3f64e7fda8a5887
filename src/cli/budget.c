#include "cli/budget.h"

#include "cli/complain.h"
#include "language/language.h"
#include "report/quote_view.h"

status budget_status(status result, const budget_answer *budget)
{
    char limit[BE_AMOUNT_TEXT], spent[BE_AMOUNT_TEXT];
    if (result != STATUS_DONE || !quote_view_over_budget(budget))
        return result;
    be_amount_format(budget->amount, limit);
    be_amount_format(budget->spent, spent);
    if (!be_amount_is_known(budget->spent))
        return complain(STATUS_OVER_BUDGET,
                        tr("--budget: there is no total to hold against the budget of %s"), limit);
    return complain(STATUS_OVER_BUDGET, tr("--budget: %s is over the budget of %s"), spent, limit);
}
