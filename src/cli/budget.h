/*
 * A budget that an answer is held against, so that a build can guard it.
 */
#ifndef BREAKEVEN_CLI_BUDGET_H
#define BREAKEVEN_CLI_BUDGET_H

#include "cli/status.h"
#include "report/answer.h"

/*
 * The status of an answer that ended with `result`: STATUS_OVER_BUDGET, after a complaint, where it
 * is done but what has to be spent is more than the budget, or not known.
 */
status budget_status(status result, const budget_answer *budget);

#endif
