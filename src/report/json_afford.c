#include "report/json_afford.h"

#include "report/afford_view.h"
#include "report/json_value.h"

static json_t *quantity_if(bool known, be_quantity quantity)
{
    return known ? json_of_quantity(quantity) : json_null();
}

static json_t *option_at(const void *context, size_t i)
{
    const be_afford_option *option = (const be_afford_option *)context + i;
    bool any = option->offered && option->any;
    bool bounded = option->offered && (option->proven || option->bound < BE_QUANTITY_MAX);
    return json_pack(
        "{s:s, s:b, s:o, s:o, s:b, s:o, s:o, s:o, s:o}", "id", be_option_name(option->id),
        "offered", (int)option->offered, "volume", quantity_if(any, option->most), "total",
        any ? json_of_amount(option->total) : json_null(), "proven",
        (int)(option->offered && option->proven), "bound", quantity_if(bounded, option->bound),
        "every", quantity_if(any && option->every >= 0, option->every), "stop",
        json_of_text(afford_view_stop(option)), "reasons",
        json_of_messages(option->reasons, option->reason_count));
}

static json_t *json_of_tax(const be_demand *demand)
{
    char text[BE_RATIO_TEXT];
    be_ratio_format_factor(demand->tax, text);
    return json_string(text);
}

json_t *json_of_afford(const afford_answer *what)
{
    const be_afford_option *widest = afford_view_widest(what->found);
    return json_pack("{s:o, s:o, s:i, s:o, s:o, s:s, s:o, s:o, s:o, s:o}", "product",
                     json_of_text(what->quote->product->key), "currency",
                     json_of_text(what->quote->product->currency), "months",
                     what->quote->usage.horizon.months, "start",
                     json_of_month(what->quote->usage.horizon.start), "budget",
                     json_of_amount(what->budget), "per", afford_view_per(what->per), "whole",
                     json_of_amount(what->found->budget), "tax", json_of_tax(what->demand),
                     "options", json_of_list(BE_AFFORD_OPTIONS, option_at, what->found->options),
                     "widest", json_of_text(widest != NULL ? be_option_name(widest->id) : NULL));
}
