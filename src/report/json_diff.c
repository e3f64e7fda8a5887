#include "report/json_diff.h"

#include "report/diff_view.h"
#include "report/json_value.h"

static json_t *field_at(const void *context, size_t i)
{
    const diff_field *one = (const diff_field *)context + i;
    return json_pack("{s:o, s:o, s:o}", "key", json_of_text(one->key), "before",
                     json_of_text(one->before), "after", json_of_text(one->after));
}

/* Missing on either side, the difference is missing too. */
static json_t *cost_of(be_amount before, be_amount after)
{
    return json_pack("{s:o, s:o, s:o}", "before", json_of_amount(before), "after",
                     json_of_amount(after), "difference",
                     json_of_amount(be_amount_sub(after, before)));
}

static json_t *item_at(const void *context, size_t i)
{
    const diff_item *item = (const diff_item *)context + i;
    return json_pack("{s:o, s:s, s:o, s:o, s:o, s:{s:o, s:o}}", "product",
                     json_of_text(item->product->key), "change", diff_view_change(item->change),
                     "fields", json_of_list(item->field_count, field_at, item->fields), "currency",
                     json_of_text(item->product->currency), "cost",
                     cost_of(diff_view_spent(item->before), diff_view_spent(item->after)),
                     "recommended", "before", json_of_text(diff_view_recommended(item->before)),
                     "after", json_of_text(diff_view_recommended(item->after)));
}

static json_t *total_at(const void *context, size_t i)
{
    const diff_total *total = (const diff_total *)context + i;
    return json_pack("{s:o, s:o}", "currency", json_of_text(total->currency), "cost",
                     cost_of(total->before, total->after));
}

json_t *json_of_diff(const diff_answer *what)
{
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:I, s:o, s:o, s:b}", "before", json_of_text(what->before), "after",
        json_of_text(what->after), "plan", json_of_list(what->field_count, field_at, what->fields),
        "items", json_of_list(what->count, item_at, what->items), "same", (json_int_t)what->same,
        "totals", json_of_list(what->total_count, total_at, what->totals), "total",
        what->has_whole ? total_at(&what->whole, 0) : json_null(), "taxed", (int)what->taxed);
}
