#include "report/json_option.h"

#include "report/json_purchases.h"
#include "report/json_value.h"
#include "report/quote_view.h"

static json_t *monthly_at(const void *context, size_t i)
{
    const be_bill *bill = context;
    return json_of_amount(bill->month[i].total);
}

static json_t *limit_of(be_limit limit)
{
    if (!limit.stated)
        return json_null();
    return limit.value == BE_UNBOUNDED ? json_string("unlimited") : json_of_quantity(limit.value);
}

static json_t *limit_at(const void *context, size_t i)
{
    const be_bill *bill = context;
    return limit_of(bill->month[i].limit);
}

static json_t *units_of(const be_units *units)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "demand",
                     json_of_quantity(units->demand), "free",
                     json_of_quantity(units->layer[BE_LAYER_FREE]), "qps",
                     json_of_quantity(units->layer[BE_LAYER_QPS]), "package",
                     json_of_quantity(units->layer[BE_LAYER_PACKAGE]), "general",
                     json_of_quantity(units->layer[BE_LAYER_GENERAL]), "payg",
                     json_of_quantity(units->layer[BE_LAYER_PAYG]), "unserved",
                     json_of_quantity(units->unserved));
}

static json_t *waste_of(const be_bill *bill)
{
    return json_pack("{s:o, s:o, s:o}", "units", json_of_quantity(bill->waste_units), "points",
                     json_of_quantity(bill->waste_points), "amount",
                     json_of_amount(bill->waste_amount));
}

/* -- the months ------------------------------------------------------------------------------ */

static const char *carries_name(be_carries carries)
{
    static const char *const names[] = {
        [BE_CARRIES_YES] = "yes", [BE_CARRIES_UNSTATED] = "unstated", [BE_CARRIES_NO] = "no"};
    return names[carries];
}

/* What some units of a month cost is no price for all of them, and has no tax. */
static json_t *month_at(const void *context, size_t i)
{
    const be_bill *bill = context;
    const be_bill_month *month = &bill->month[i];
    bool whole = month->units.unserved == 0 && !quote_view_is_incomplete(bill);
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s}", "month",
                     json_of_month(bill->horizon.start + (be_month)i), "units",
                     units_of(&month->units), "purchases", json_of_amount(month->purchases),
                     "usage", json_of_amount(month->usage), "tax",
                     whole ? json_of_amount(month->tax) : json_null(), "total",
                     whole ? json_of_amount(month->total) : json_null(), "package_left",
                     json_of_quantity(month->package_left), "limit", limit_of(month->limit),
                     "carries", carries_name(month->carries));
}

/* -- the proof ------------------------------------------------------------------------------- */

/* How much less another plan could cost: an amount that none undercuts, and the share of it. */
static json_t *proof_of(const be_option *option, const be_quote *quote)
{
    char gap[BE_RATIO_TEXT];
    if (option->id != BE_OPTION_BEST || !quote->has_recommended)
        return json_null();
    be_ratio_format_factor(be_quote_gap(quote), gap);
    return json_pack("{s:s, s:o, s:s}", "status", quote_view_proof(quote), "bound",
                     json_of_amount(quote->bound), "gap", gap);
}

/* -- the option ------------------------------------------------------------------------------ */

static json_t *refused_option(const be_option *option)
{
    return json_pack("{s:s, s:b, s:b, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, s:n, "
                     "s:n, s:n, s:n, s:n, s:o, s:n, s:n}",
                     "id", be_option_name(option->id), "offered", 0, "feasible", 0, "same_as",
                     "total", "total_state", "tax", "total_with_tax", "discount", "monthly",
                     "months", "unit_cost", "prepaid", "units", "waste", "carries", "limits",
                     "proven", "purchases", "reasons",
                     json_of_messages(option->reasons, option->reason_count), "lines", "proof");
}

static json_t *whole_or_null(const be_bill *bill, be_amount amount)
{
    return quote_view_lack(bill) == NULL ? json_of_amount(amount) : json_null();
}

static json_t *total_state(const be_bill *bill)
{
    const char *lack = quote_view_lack(bill);
    return lack == NULL ? json_of_state(bill->total) : json_string(lack);
}

static json_t *monthly_of(const be_bill *bill)
{
    return quote_view_lack(bill) == NULL
               ? json_of_list((size_t)bill->horizon.months, monthly_at, bill)
               : json_null();
}

json_t *json_of_option(const be_option *option, const be_quote *quote)
{
    const be_bill *bill = &option->bill;
    size_t months = (size_t)bill->horizon.months;
    if (!option->offered)
        return refused_option(option);
    return json_pack(
        "{s:s, s:b, s:b, s:s?, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s, s:o, "
        "s:b, s:o, s:o, s:o, s:o}",
        "id", be_option_name(option->id), "offered", 1, "feasible", bill->feasible ? 1 : 0,
        "same_as", option->same_as == option->id ? NULL : be_option_name(option->same_as), "total",
        whole_or_null(bill, bill->total), "total_state", total_state(bill), "tax",
        whole_or_null(bill, bill->tax), "total_with_tax",
        whole_or_null(bill, be_amount_add(bill->total, bill->tax)), "discount",
        json_of_amount(quote_view_discount(bill)), "monthly", monthly_of(bill), "months",
        json_of_list(months, month_at, bill), "unit_cost", whole_or_null(bill, option->unit_cost),
        "prepaid", json_of_amount(bill->purchased), "units", units_of(&bill->units), "waste",
        waste_of(bill), "carries", carries_name(bill->carries), "limits",
        json_of_list(months, limit_at, bill), "proven", option->schedule.proven ? 1 : 0,
        "purchases", json_of_purchases(&option->schedule, quote), "reasons",
        json_of_messages(option->reasons, option->reason_count), "lines",
        json_of_lines(bill->lines, bill->line_count, &bill->horizon.start), "proof",
        proof_of(option, quote));
}
