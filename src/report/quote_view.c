#include "report/quote_view.h"

#include <string.h>

size_t quote_view_options(const compare_answer *what, const be_option *shown[BE_OPTION_COUNT])
{
    size_t count = 0;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (id != BE_OPTION_OWN || what->demand->pinned_count > 0)
            shown[count++] = &what->quote->options[id];
    }
    return count;
}

bool quote_view_any_feasible(const be_quote *quote)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (quote->options[id].offered && quote->options[id].bill.feasible)
            return true;
    }
    return false;
}

be_quantity quote_view_required_qps(const be_quote *quote)
{
    be_quantity most = 0;
    for (int t = 0; t < quote->usage.horizon.months; t++) {
        be_quantity peak = quote->usage.month[t].qps_peak;
        most = peak > most ? peak : most;
    }
    return most;
}

be_quantity quote_view_floor_qps(const be_quote *quote)
{
    be_quantity most = 0;
    for (int t = 0; t < quote->usage.horizon.months; t++) {
        be_quantity floor = quote->usage.month[t].qps_floor;
        most = floor > most ? floor : most;
    }
    return most;
}

/* -- money ----------------------------------------------------------------------------------- */

bool quote_view_is_incomplete(const be_bill *bill)
{
    for (size_t i = 0; i < bill->reason_count; i++) {
        if (bill->reasons[i].id == BE_MSG_NEEDS_PER_REQUEST)
            return true;
    }
    return false;
}

/* What some units cost is no price for all of them. */
const char *quote_view_lack(const be_bill *bill)
{
    if (bill->units.unserved > 0)
        return "unserved";
    return quote_view_is_incomplete(bill) ? "incomplete" : NULL;
}

const char *quote_view_lack_words(const be_bill *bill)
{
    if (bill->units.unserved > 0)
        return "not all served";
    return quote_view_lack(bill);
}

be_amount quote_view_spent(const be_quote *quote)
{
    if (!quote->has_recommended)
        return be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    const be_bill *bill = &quote->options[quote->recommended].bill;
    return be_amount_add(bill->total, bill->tax);
}

be_amount quote_view_spent_on_all(const be_portfolio_option *option)
{
    return option->eligible ? be_amount_add(option->total, option->tax)
                            : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

static bool has_rate(const total_answer *total, const char *currency)
{
    bool found = strcmp(currency, total->currency) == 0;
    for (size_t i = 0; i < total->rate_count && !found; i++)
        found = strcmp(currency, total->rates[i].from) == 0;
    return found;
}

void quote_view_add_up(const be_portfolio *portfolios, size_t count, total_answer *total,
                       be_portfolio *sum)
{
    total->sum = NULL;
    total->missing = NULL;
    if (be_portfolio_convert(portfolios, count, total->rates, total->rate_count, total->currency,
                             sum)) {
        total->sum = sum;
        return;
    }
    for (size_t i = 0; i < count && total->missing == NULL; i++) {
        if (!has_rate(total, portfolios[i].currency))
            total->missing = portfolios[i].currency;
    }
}

bool quote_view_planned_twice(const quote_answer *what, be_message *out)
{
    for (size_t i = 0; i < what->portfolio_count; i++) {
        const be_product *product = what->portfolios[i].twice;
        if (product == NULL)
            continue;
        *out = (be_message){BE_MSG_PLANNED_TWICE, {be_arg_text(product->name)}};
        return true;
    }
    return false;
}

bool quote_view_over_budget(const budget_answer *budget)
{
    return budget->given && be_amount_compare(budget->spent, budget->amount) > 0;
}

const char *quote_view_proof(const be_quote *quote)
{
    if (quote->options[BE_OPTION_BEST].schedule.proven)
        return "optimal";
    return be_quote_gap(quote) < BE_RATIO_ONE ? "bound" : "none";
}

be_amount quote_view_discount(const be_bill *bill)
{
    be_amount sum = be_amount_zero();
    for (size_t i = 0; i < bill->line_count; i++) {
        be_message_id what = bill->lines[i].what.id;
        if (what == BE_MSG_WHAT_DISCOUNT_USAGE || what == BE_MSG_WHAT_DISCOUNT_PURCHASES)
            sum = be_amount_add(sum, bill->lines[i].amount);
    }
    return sum;
}

/* -- what to buy ----------------------------------------------------------------------------- */

static bool is_same_thing(const be_purchase *a, const be_purchase *b)
{
    return a->kind == b->kind && a->item == b->item &&
           (a->kind != BE_BUY_CAPACITY || (a->count == b->count && a->terms == b->terms));
}

/* Was the i-th purchase's thing bought before? */
static bool is_repeat(const be_schedule *schedule, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (is_same_thing(&schedule->purchases[j], &schedule->purchases[i]))
            return true;
    }
    return false;
}

/* The i-th purchase and all later ones of the same thing, as one. */
static shopping_item added_up(const be_schedule *schedule, size_t i)
{
    shopping_item sum = {schedule->purchases[i], 1};
    sum.buy.month = 0;
    for (size_t j = i + 1; j < schedule->count; j++) {
        const be_purchase *again = &schedule->purchases[j];
        if (!is_same_thing(&sum.buy, again))
            continue;
        if (sum.buy.kind == BE_BUY_CAPACITY)
            sum.times++;
        else
            sum.buy.count += again->count;
    }
    return sum;
}

size_t quote_view_shopping(const be_schedule *schedule, shopping_item *out, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < schedule->count; i++) {
        if (is_repeat(schedule, i))
            continue;
        if (count < room)
            out[count] = added_up(schedule, i);
        count++;
    }
    return count;
}

static bool sells_unpriced_capacity(const be_capacity *capacity)
{
    for (size_t i = 0; capacity->offered && i < capacity->price_count; i++) {
        const be_tariff *tariff = &capacity->prices[i].tariff;
        for (size_t j = 0; j < tariff->band_count; j++) {
            if (!be_amount_is_known(tariff->bands[j].price))
                return true;
        }
    }
    return false;
}

bool quote_view_has_unpriced(const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; i < product->package_count; i++) {
        if (!be_amount_is_known(product->packages[i].price))
            return true;
    }
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        if (!be_amount_is_known(package->price) && be_general_points(package, product) > 0)
            return true;
    }
    return sells_unpriced_capacity(&product->capacity);
}

/* Whether the plan makes the purchase in a month, and but once. */
static bool is_made_in(const be_schedule *schedule, const be_purchase *buy, int month)
{
    size_t times = 0;
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *other = &schedule->purchases[i];
        times += other->kind == buy->kind && other->item == buy->item &&
                 other->count == buy->count && other->terms == buy->terms && other->month == month;
    }
    return times == 1;
}

size_t quote_view_run(const be_schedule *schedule, size_t i)
{
    const be_purchase *buy = &schedule->purchases[i];
    size_t length = 1;
    if (!is_made_in(schedule, buy, buy->month))
        return 1;
    if (is_made_in(schedule, buy, buy->month - 1))
        return 0;
    while (is_made_in(schedule, buy, buy->month + (int)length))
        length++;
    return length;
}

bool quote_view_is_sampled(const compare_answer *what)
{
    return what->sampled != NULL && what->sampled->has_recommended;
}

bool quote_view_warns_of_proof(const be_message *warning)
{
    return warning->id == BE_MSG_PLAN_UNPROVEN || warning->id == BE_MSG_PLAN_WITHIN;
}
