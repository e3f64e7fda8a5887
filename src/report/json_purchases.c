#include "report/json_purchases.h"

#include "report/json_value.h"

typedef struct purchase_list {
    const be_schedule *schedule;
    const be_quote *quote;
} purchase_list;

static const char *package_id(const be_purchase *buy, const be_product *product)
{
    return buy->kind == BE_BUY_GENERAL ? product->provider->general_packages[buy->item].id
                                       : product->packages[buy->item].id;
}

static json_t *package_purchase(const be_purchase *buy, const be_quote *quote, be_month month)
{
    const be_product *product = quote->product;
    be_amount amount = be_quote_purchase_price(quote, buy);
    return json_pack("{s:o, s:o, s:I, s:n, s:n, s:o, s:o}", "month", json_of_month(month), "item",
                     json_of_text(package_id(buy, product)), "count", (json_int_t)buy->count, "per",
                     "terms", "amount", json_of_amount(amount), "amount_state",
                     json_of_state(amount));
}

static json_t *capacity_purchase(const be_purchase *buy, const be_quote *quote, be_month month)
{
    const be_capacity *capacity = &quote->product->capacity;
    be_amount amount = be_quote_purchase_price(quote, buy);
    return json_pack("{s:o, s:s, s:I, s:s, s:i, s:o, s:o}", "month", json_of_month(month), "item",
                     capacity->adds_to == BE_CAPACITY_QPS ? "qps" : "concurrency", "count",
                     (json_int_t)buy->count, "per", be_term_name(capacity->prices[buy->item].term),
                     "terms", buy->terms, "amount", json_of_amount(amount), "amount_state",
                     json_of_state(amount));
}

json_t *json_of_purchase(const be_purchase *buy, const be_quote *quote)
{
    be_month month = quote->usage.horizon.start + buy->month;
    return buy->kind == BE_BUY_CAPACITY ? capacity_purchase(buy, quote, month)
                                        : package_purchase(buy, quote, month);
}

static json_t *purchase_at(const void *context, size_t i)
{
    const purchase_list *list = context;
    return json_of_purchase(&list->schedule->purchases[i], list->quote);
}

json_t *json_of_purchases(const be_schedule *schedule, const be_quote *quote)
{
    const purchase_list list = {schedule, quote};
    return json_of_list(schedule->count, purchase_at, &list);
}
