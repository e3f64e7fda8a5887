#include "report/json_quote.h"

#include "report/json_compare.h"
#include "report/json_value.h"
#include "report/quote_view.h"

static json_t *item_at(const void *context, size_t i)
{
    return json_of_compare((const compare_answer *)context + i);
}

static json_t *month_at(const void *context, size_t i)
{
    const be_portfolio_option *option = context;
    return json_of_amount(option->month[i]);
}

/* A sum over items that do not all have the option is no total of the plan: it stays null. */
static json_t *sum_of(const be_portfolio_option *option, int months)
{
    if (!option->eligible)
        return json_pack("{s:s, s:b, s:b, s:n, s:n, s:n, s:n, s:n, s:I}", "id",
                         be_option_name(option->id), "offered", 0, "feasible", 0, "total", "tax",
                         "total_with_tax", "monthly", "prepaid", "without",
                         (json_int_t)option->without);
    return json_pack("{s:s, s:b, s:b, s:o, s:o, s:o, s:o, s:o, s:I}", "id",
                     be_option_name(option->id), "offered", 1, "feasible", 1, "total",
                     json_of_amount(option->total), "tax", json_of_amount(option->tax),
                     "total_with_tax", json_of_amount(quote_view_spent_on_all(option)), "monthly",
                     json_of_list((size_t)months, month_at, option), "prepaid",
                     json_of_amount(option->purchased), "without", (json_int_t)0);
}

static json_t *gap_of(const be_portfolio *sum)
{
    char gap[BE_RATIO_TEXT];
    be_ratio_format_factor(be_portfolio_gap(sum), gap);
    return json_string(gap);
}

/* How cheap the best plan is known to be: none costs less than the bound. */
static json_t *proof_of(const be_portfolio *sum)
{
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    bool known = best->eligible && be_amount_is_known(best->bound);
    return json_pack("{s:s, s:o, s:o}", "status",
                     !known         ? "none"
                     : best->proven ? "optimal"
                                    : "bound",
                     "bound", known ? json_of_amount(best->bound) : json_null(), "gap",
                     known ? gap_of(sum) : json_null());
}

static json_t *best_of(const be_portfolio *sum)
{
    json_t *best = sum_of(&sum->options[BE_OPTION_BEST], sum->horizon.months);
    if (json_object_set_new(best, "proof", proof_of(sum)) == 0)
        return best;
    json_decref(best);
    return NULL;
}

/* The pure ways to buy; the best plan stands beside them under a key of its own. */
static json_t *pure_option_at(const void *context, size_t i)
{
    const be_portfolio *sum = context;
    return sum_of(&sum->options[i], sum->horizon.months);
}

static json_t *portfolio_at(const void *context, size_t i)
{
    const be_portfolio *sum = (const be_portfolio *)context + i;
    return json_pack("{s:o, s:I, s:o, s:o}", "currency", json_of_text(sum->currency), "items",
                     (json_int_t)sum->item_count, "options",
                     json_of_list(BE_OPTION_BEST, pure_option_at, sum), "best", best_of(sum));
}

/* -- in one currency ------------------------------------------------------------------------- */

static json_t *rate_at(const void *context, size_t i)
{
    char rate[BE_RATIO_TEXT];
    const be_exchange *one = (const be_exchange *)context + i;
    be_ratio_format_factor(one->rate, rate);
    return json_pack("{s:o, s:s}", "currency", json_of_text(one->from), "rate", rate);
}

static json_t *total_of(const total_answer *total)
{
    const be_portfolio *sum = total->sum;
    if (sum == NULL)
        return json_null();
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "currency", json_of_text(total->currency), "date",
                     json_of_text(total->date), "rates",
                     json_of_list(total->rate_count, rate_at, total->rates), "options",
                     json_of_list(BE_OPTION_BEST, pure_option_at, sum), "best", best_of(sum));
}

/* -- the plan -------------------------------------------------------------------------------- */

/* Of the plan as a whole: those of an item stand with the item. */
static json_t *warnings_of(const quote_answer *what)
{
    be_message twice;
    bool planned_twice = quote_view_planned_twice(what, &twice);
    return json_of_warnings(&twice, planned_twice ? 1 : 0);
}

json_t *json_of_quote(const quote_answer *what)
{
    return json_pack("{s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o, s:o}", "scenario",
                     json_of_text(what->name), "customer",
                     json_of_text(what->customer[0] == '\0' ? NULL : what->customer), "months",
                     what->horizon.months, "start", json_of_month(what->horizon.start), "items",
                     json_of_list(what->count, item_at, what->items), "portfolio",
                     json_of_list(what->portfolio_count, portfolio_at, what->portfolios), "total",
                     total_of(&what->total), "warnings", warnings_of(what), "budget",
                     json_of_budget(&what->budget));
}
