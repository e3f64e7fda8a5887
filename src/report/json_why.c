#include "report/json_why.h"

#include "report/json_purchases.h"
#include "report/json_value.h"

typedef struct reasons {
    const be_why *why;
    const be_quote *quote;
} reasons;

static json_t *rejected_at(const void *context, size_t i)
{
    const be_why_rejected *one = &((const reasons *)context)->why->rejected[i];
    return json_pack("{s:s, s:o, s:o}", "option", be_option_name(one->id), "more",
                     json_of_amount(one->more), "reasons",
                     json_of_messages(one->reasons, one->reason_count));
}

/* The name of a sort of thing on sale. */
static json_t *sort_of(const be_purchase *buy, const be_product *product)
{
    if (buy->kind == BE_BUY_PACKAGE)
        return json_of_text(product->packages[buy->item].id);
    if (buy->kind == BE_BUY_GENERAL)
        return json_of_text(product->provider->general_packages[buy->item].id);
    return json_of_text(be_term_name(product->capacity.prices[buy->item].term));
}

static json_t *next_of(const reasons *r)
{
    const be_why_next *next = &r->why->next;
    if (!next->found)
        return json_null();
    return json_pack("{s:o, s:o, s:o, s:o, s:b}", "without",
                     next->gives_up ? sort_of(&next->without, r->quote->product) : json_null(),
                     "total", json_of_amount(next->cost), "more", json_of_amount(next->more),
                     "purchases", json_of_purchases(&next->schedule, r->quote), "proven",
                     (int)next->optimal);
}

static json_t *purchase_at(const void *context, size_t i)
{
    const reasons *r = context;
    const be_why_purchase *one = &r->why->purchases[i];
    bool holds = one->buy.kind != BE_BUY_CAPACITY;
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:o, s:o}", "purchase", json_of_purchase(&one->buy, r->quote),
        "saves", json_of_amount(one->saves), "units",
        holds ? json_of_quantity(one->units) : json_null(), "used", json_of_quantity(one->used),
        "break_even", one->has_break_even ? json_of_quantity(one->break_even) : json_null(),
        "from_there_on", one->has_break_even ? json_boolean(one->from_there_on) : json_null());
}

static json_t *range_of(const be_why_range *range)
{
    if (!range->found)
        return json_null();
    return json_pack("{s:o, s:o, s:b, s:b, s:b}", "from", json_of_quantity(range->from), "to",
                     json_of_quantity(range->to), "from_exact", (int)range->from_exact, "to_exact",
                     (int)range->to_exact, "proven", (int)range->proven);
}

static json_t *padding_at(const void *context, size_t i)
{
    const reasons *r = context;
    const be_why_padding *one = &r->why->paddings[i];
    return json_pack("{s:o, s:o, s:o, s:o}", "month",
                     json_of_month(r->quote->usage.horizon.start + one->month), "units",
                     json_of_quantity(one->units), "more", json_of_quantity(one->more), "saves",
                     json_of_amount(one->saves));
}

json_t *json_of_why(const be_why *why, const be_quote *quote)
{
    const reasons r = {why, quote};
    if (why == NULL)
        return json_null();
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "rejected",
                     json_of_list(why->rejected_count, rejected_at, &r), "next_best", next_of(&r),
                     "purchases", json_of_list(why->purchase_count, purchase_at, &r), "range",
                     range_of(&why->range), "padding",
                     json_of_list(why->padding_count, padding_at, &r));
}
