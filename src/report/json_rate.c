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

json_t *json_of_rate(const rate_answer *what)
{
    return json_pack("{s:o, s:o, s:o}", "product", json_of_text(what->product->key), "currency",
                     json_of_text(what->product->currency), "results",
                     json_of_list(what->count, result_at, what->results));
}
