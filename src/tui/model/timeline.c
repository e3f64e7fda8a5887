#include "tui/model/timeline.h"

#include <stdlib.h>

/* -- spans ------------------------------------------------------------------------------------- */

static timeline_span span_of_lot(const be_lot *lot, be_horizon horizon)
{
    bool goes_on = lot->last >= horizon.months;
    return (timeline_span){lot->from, goes_on ? horizon.months - 1 : lot->last, goes_on, lot};
}

/* Capacity is there in a month in which it is valid on any day. */
static timeline_span span_of_capacity(const be_product *product, const be_purchase *buy,
                                      be_horizon horizon)
{
    be_duration valid = be_capacity_valid(&product->capacity, buy);
    int end = buy->month;
    while (end < horizon.months &&
           be_duration_days_in_month(valid, horizon.start, buy->month, end) > 0)
        end++;
    bool goes_on = end == horizon.months &&
                   be_duration_days_in_month(valid, horizon.start, buy->month, end) > 0;
    return (timeline_span){buy->month, end - 1, goes_on, NULL};
}

static be_quantity unused_of(const timeline_span *span)
{
    return span->lot == NULL ? 0 : span->lot->left[span->to];
}

/* -- rows -------------------------------------------------------------------------------------- */

static void add_row(timeline *t, bool owned, const be_purchase *buy, timeline_span span)
{
    timeline_row *row = &t->rows[t->count++];
    *row = (timeline_row){.owned = owned, .spans = {span}, .span_count = 1};
    row->unused = unused_of(&span);
    if (buy != NULL)
        row->bought = *buy;
}

/* Whether a purchase is what the row shows, once more, and begins after that has ended. */
static bool continues(const timeline_row *row, const be_purchase *buy, const timeline_span *span)
{
    const timeline_span *last = &row->spans[row->span_count - 1];
    return !row->owned && row->bought.kind == buy->kind && row->bought.item == buy->item &&
           row->bought.count == buy->count && !last->goes_on && last->to < span->from &&
           row->span_count < BE_MONTHS_MAX;
}

static void add_purchase(timeline *t, const be_purchase *buy, timeline_span span)
{
    for (size_t i = 0; i < t->count; i++) {
        timeline_row *row = &t->rows[i];
        if (!continues(row, buy, &span))
            continue;
        row->spans[row->span_count++] = span;
        row->unused += unused_of(&span);
        if (buy->kind == BE_BUY_CAPACITY)
            row->bought.terms += buy->terms;
        return;
    }
    add_row(t, false, buy, span);
}

static const be_lot *lot_of(const be_bill *bill, size_t purchase)
{
    for (size_t i = 0; i < bill->lot_count; i++) {
        if (!bill->lots[i].owned && bill->lots[i].purchase == purchase)
            return &bill->lots[i];
    }
    return NULL;
}

/* A purchase that the bill takes no notice of has no row. */
static void add_bought(timeline *t, const be_quote *quote, const be_option *option, size_t i)
{
    const be_purchase *buy = &option->schedule.purchases[i];
    const be_lot *lot = lot_of(&option->bill, i);
    if (lot != NULL)
        add_purchase(t, buy, span_of_lot(lot, t->horizon));
    else if (buy->kind == BE_BUY_CAPACITY && buy->month >= 0 && buy->month < t->horizon.months &&
             buy->count > 0 && buy->terms > 0 && buy->item < quote->product->capacity.price_count)
        add_purchase(t, buy, span_of_capacity(quote->product, buy, t->horizon));
}

timeline *timeline_create(const be_quote *quote, const be_option *option)
{
    const be_bill *bill = &option->bill;
    timeline *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->horizon = bill->horizon;
    t->rows = calloc(bill->lot_count + option->schedule.count + 1, sizeof *t->rows);
    if (t->rows == NULL) {
        free(t);
        return NULL;
    }
    for (size_t i = 0; i < bill->lot_count; i++) {
        if (bill->lots[i].owned)
            add_row(t, true, NULL, span_of_lot(&bill->lots[i], t->horizon));
    }
    for (size_t i = 0; i < option->schedule.count; i++)
        add_bought(t, quote, option, i);
    return t;
}

void timeline_destroy(timeline *t)
{
    if (t == NULL)
        return;
    free(t->rows);
    free(t);
}

/* -- levels ------------------------------------------------------------------------------------ */

/* By halving, with exact comparisons alone. */
int timeline_share(be_amount amount, be_amount most, int whole)
{
    int low = 0, high = whole;
    be_amount zero = be_amount_zero();
    if (!be_amount_is_known(amount) || !be_amount_is_known(most) ||
        be_amount_compare(amount, zero) <= 0 || be_amount_compare(most, zero) <= 0)
        return 0;
    be_amount scaled = be_amount_times(amount, whole);
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (be_amount_compare(be_amount_times(most, middle), scaled) < 0)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* What was owned may have been begun before the plan. */
static be_quantity whole_of(const be_lot *lot)
{
    return lot->size > lot->held ? lot->size : lot->held;
}

/* Something, be it little, is more than nothing. */
static int level_of(be_quantity left, be_quantity whole, int full)
{
    int level = whole == 0 ? 0 : (int)be_quantity_scale(left, full, whole);
    return level == 0 && left > 0 ? 1 : level;
}

bool timeline_levels(const timeline_span *span, int full, int out[BE_MONTHS_MAX + 1])
{
    const be_lot *lot = span->lot;
    if (lot == NULL)
        return false;
    out[0] = level_of(lot->held, whole_of(lot), full);
    for (int t = span->from; t <= span->to; t++)
        out[t - span->from + 1] = level_of(lot->left[t], whole_of(lot), full);
    return true;
}
