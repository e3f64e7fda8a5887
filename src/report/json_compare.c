#include "report/json_compare.h"

#include "report/json_option.h"
#include "report/json_value.h"
#include "report/quote_view.h"

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

static json_t *warning_at(const void *context, size_t i)
{
    const be_message *warning = (const be_message *)context + i;
    return json_pack("{s:s, s:o}", "id", be_message_name(warning->id), "text",
                     json_of_message(warning));
}

json_t *json_of_compare(const compare_answer *what)
{
    const be_quote *quote = what->quote;
    const be_product *product = quote->product;
    const be_source *source = quote->price_source;
    const be_horizon horizon = quote->usage.horizon;
    return json_pack("{s:o, s:o, s:i, s:o, s:o, s:o, s:s?, s:o, s:o, s:o, s:s?, s:b}", "product",
                     json_of_text(product->key), "currency", json_of_text(product->currency),
                     "months", horizon.months, "start", json_of_month(horizon.start),
                     "required_qps", json_of_quantity(quote_view_required_qps(quote)), "options",
                     options_of(what), "recommended",
                     quote->has_recommended ? be_option_name(quote->recommended) : NULL, "warnings",
                     json_of_list(quote->warning_count, warning_at, quote->warnings), "price_date",
                     json_of_text(source == NULL ? NULL : source->date_text), "price_source",
                     json_of_text(source == NULL ? NULL : source->title), "price_confidence",
                     source == NULL ? NULL : be_confidence_name(source->confidence), "price_old",
                     quote->price_old ? 1 : 0);
}
