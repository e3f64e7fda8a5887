#include "report/json_compare.h"

#include "report/json_cases.h"
#include "report/json_option.h"
#include "report/json_regret.h"
#include "report/json_sampling.h"
#include "report/json_value.h"
#include "report/json_why.h"
#include "report/price_words.h"
#include "report/quote_view.h"

enum { PLACES_MAX = 256 };

typedef struct option_list {
    const be_quote *quote;
    const be_option *options[BE_OPTION_COUNT];
} option_list;

static json_t *option_at(const void *context, size_t i)
{
    const option_list *list = context;
    return json_of_option(list->options[i], list->quote);
}

static json_t *options_of(const compare_answer *what)
{
    option_list list = {.quote = what->quote};
    return json_of_list(quote_view_options(what, list.options), option_at, &list);
}

/* What has to be carried, and what it follows from. */
static json_t *need_of(const compare_answer *what)
{
    char time[BE_MICROSECONDS_TEXT];
    const be_demand *demand = what->demand;
    be_microseconds_format(demand->response, time);
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "concurrency",
                     demand->concurrency > 0 ? json_of_quantity(demand->concurrency) : json_null(),
                     "response_time", demand->response > 0 ? json_of_text(time) : json_null(),
                     "qps_given", demand->qps > 0 ? json_of_quantity(demand->qps) : json_null(),
                     "qps_peak", json_of_quantity(quote_view_required_qps(what->quote)),
                     "qps_floor", json_of_quantity(quote_view_floor_qps(what->quote)));
}

json_t *json_of_budget(const budget_answer *budget)
{
    if (!budget->given)
        return json_null();
    return json_pack("{s:o, s:o, s:b}", "amount", json_of_amount(budget->amount), "spent",
                     json_of_amount(budget->spent), "over", (int)quote_view_over_budget(budget));
}

/* Which prices are the user's own, by what they are of. */
static json_t *own_prices_of(const be_product *product)
{
    be_price_place places[PLACES_MAX];
    char name[WORDS_TEXT];
    json_t *list = json_array();
    size_t count = be_price_places(product, places, PLACES_MAX);
    for (size_t i = 0; list != NULL && i < count && i < PLACES_MAX; i++) {
        if (!price_words_is_own(product, &places[i]))
            continue;
        json_t *one =
            json_pack("{s:o, s:o}", "of", json_of_text(price_words_name(product, &places[i], name)),
                      "price", json_of_amount(be_price_at(product, &places[i])));
        if (json_array_append_new(list, one) == 0)
            continue;
        json_decref(list);
        list = NULL;
    }
    return list;
}

/* An option; "sampling" where the volume is uncertain and that says what to buy now. */
static const char *recommended_of(const compare_answer *what)
{
    if (quote_view_is_sampled(what))
        return "sampling";
    return what->quote->has_recommended ? be_option_name(what->quote->recommended) : NULL;
}

json_t *json_of_compare(const compare_answer *what)
{
    const be_quote *quote = what->quote;
    const be_product *product = quote->product;
    const be_source *source = quote->price_source;
    const be_horizon horizon = quote->usage.horizon;
    return json_pack(
        "{s:o, s:o, s:i, s:o, s:o, s:o, s:s?, s:o, s:o, s:o, s:s?, s:b, s:o, s:o, s:o, s:o, s:o, "
        "s:o, s:o}",
        "product", json_of_text(product->key), "currency", json_of_text(product->currency),
        "months", horizon.months, "start", json_of_month(horizon.start), "required_qps",
        json_of_quantity(quote_view_required_qps(quote)), "options", options_of(what),
        "recommended", recommended_of(what), "warnings",
        json_of_warnings(quote->warnings, quote->warning_count), "price_date",
        json_of_text(source == NULL ? NULL : source->date_text), "price_source",
        json_of_text(source == NULL ? NULL : source->title), "price_confidence",
        source == NULL ? NULL : be_confidence_name(source->confidence), "price_old",
        quote->price_old ? 1 : 0, "need", need_of(what), "regret", json_of_regret(what->regret),
        "cases", json_of_cases(what->regret == NULL ? NULL : what->regret->cases), "sampling",
        json_of_sampling(what->sampled, quote), "budget", json_of_budget(&what->budget), "why",
        json_of_why(what->why, quote), "own_prices", own_prices_of(product));
}
