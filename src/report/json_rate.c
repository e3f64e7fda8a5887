#include "report/json_rate.h"

#include "report/json_value.h"

static json_t *result_at(const void *context, size_t i)
{
    const rate_result *result = (const rate_result *)context + i;
    return json_pack("{s:o, s:o, s:o, s:o}", "quantity", json_of_quantity(result->quantity),
                     "amount", json_of_amount(result->amount), "amount_state",
                     json_of_state(result->amount), "lines",
                     json_of_lines(result->lines, result->line_count, NULL));
}

/* { "input": "2000" }, or null where a request is one unit. */
static json_t *per_request_of(const rate_answer *what)
{
    char units[BE_RATIO_TEXT];
    const be_product *product = what->product;
    if (product->meter_count == 0)
        return json_null();
    json_t *object = json_object();
    for (size_t i = 0; i < product->meter_count && object != NULL; i++) {
        be_ratio_format_factor(be_demand_per_request(what->demand, product, i), units);
        if (json_object_set_new(object, product->meters[i].id, json_string(units)) == 0)
            continue;
        json_decref(object);
        object = NULL;
    }
    return object;
}

json_t *json_of_rate(const rate_answer *what)
{
    return json_pack("{s:o, s:o, s:o, s:o}", "product", json_of_text(what->product->key),
                     "currency", json_of_text(what->product->currency), "per_request",
                     per_request_of(what), "results",
                     json_of_list(what->count, result_at, what->results));
}
