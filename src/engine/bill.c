#include <breakeven/bill.h>

#include "arena_scratch.h"
#include "billing.h"
#include "capacity.h"
#include "cliff.h"
#include "points.h"

/* -- warnings that come out of a month's figures --------------------------------------------- */

/* Tells how many more units would make the month cheaper than it is, and by how much. */
static void warn_of_cliff(billing *b, int t, be_quantity units)
{
    const be_bill_item *item = &b->item;
    cliff found;
    if (!b->ledger.recording || !cliff_find(item->product, units, &found))
        return;
    be_amount saved = be_amount_scale(found.saves, BE_RATIO_ONE - item->demand->discount);
    if (be_amount_is_zero(saved))
        return;
    be_money *saves = be_arena_alloc(b->ledger.arena, 1, sizeof *saves);
    if (saves == NULL) {
        b->ledger.failed = true;
        return;
    }
    *saves = (be_money){saved, item->product->currency};
    ledger_warn(&b->ledger,
                (be_message){BE_MSG_CLIFF,
                             {be_arg_month(item->usage->horizon.start + t), be_arg_quantity(units),
                              be_arg_quantity(found.more), be_arg_money(saves)}});
}

static void explain_unserved(billing *b, be_quantity unserved)
{
    if (unserved == 0)
        return;
    bool opt_in = b->item.product->payg.offered && b->item.product->payg.opt_in;
    ledger_reason(&b->ledger, words_with(opt_in ? BE_MSG_UNSERVED_OPT_IN : BE_MSG_UNSERVED,
                                         be_arg_quantity(unserved)));
    if (opt_in)
        ledger_reason(&b->ledger, words(BE_MSG_FIX_POSTPAID));
}

/* When an order begins is not said of each: only here. */
static void explain_days(billing *b)
{
    const be_bill_item *item = &b->item;
    if (b->ledger.recording && capacity_follows(item->product, item->usage->horizon,
                                                item->purchases, item->purchase_count))
        ledger_warn(&b->ledger, words(BE_MSG_DAYS_FOLLOW));
}

static void explain_missing_amount(billing *b, be_amount total)
{
    static const be_message_id reasons[BE_AMOUNT_STATE_COUNT] = {
        [BE_AMOUNT_KNOWN] = BE_MSG_COUNT,
        [BE_AMOUNT_QUOTE] = BE_MSG_PRICE_QUOTE,
        [BE_AMOUNT_UNPUBLISHED] = BE_MSG_PRICE_UNPUBLISHED,
        [BE_AMOUNT_OVERFLOW] = BE_MSG_AMOUNT_OVERFLOW,
    };
    be_message_id id = reasons[be_amount_state_of(total)];
    if (id != BE_MSG_COUNT)
        ledger_reason(&b->ledger, words(id));
}

/* -- limits -------------------------------------------------------------------------------- */

static void judge_limits(billing *b, int t, bool had_package, be_bill_month *month)
{
    const be_bill_item *item = &b->item;
    limits_case c = {
        .product = item->product,
        .demand = item->demand,
        .usage = item->usage,
        .t = t,
        .purchases = item->purchases,
        .purchase_count = item->purchase_count,
        .package_lifts =
            had_package && month->units.layer[BE_LAYER_PAYG] == 0 && month->units.unserved == 0,
    };
    limits_judge(&c, &b->ledger, month, &b->limits);
    b->leans = b->ledger.recording && c.package_lifts && month->carries != BE_CARRIES_NO;
    c.package_lifts = false;
    b->leans = b->leans && !limits_carry(&c);
}

/* Whether no unit is left at the end of month t that could be used in the next, if there is one. */
static bool runs_out(const billing *b, int t)
{
    const lot_list *packages = &b->waterfall.packages;
    bool ends = t + 1 == b->item.usage->horizon.months;
    be_quantity left = ends ? lots_balance(packages, t) : lots_carried_over(packages, t);
    return left == 0 && points_price(b->waterfall.points, b->item.product, t) == 0;
}

static void warn_of_reserve(billing *b, int t)
{
    be_quantity limit = b->item.product->limits.with_package.value;
    if (b->leans && runs_out(b, t))
        ledger_warn(&b->ledger, words_with(BE_MSG_KEEP_RESERVE, be_arg_quantity(limit)));
}

/* -- discount --------------------------------------------------------------------------------- */

static void post_discount(billing *b, int t, ledger_account account, be_amount charged,
                          be_message_id what)
{
    be_ratio discount = b->item.demand->discount;
    if (discount == 0 || be_amount_is_zero(charged))
        return;
    be_amount off = be_amount_scale(charged, -discount);
    const ledger_entry entry = {.month = t,
                                .quantity = 1,
                                .price = off,
                                .per = 1,
                                .amount = off,
                                .source = b->item.product->source};
    be_line *line = ledger_post(&b->ledger, account, &entry);
    if (line == NULL)
        return;
    line->what = words(what);
    line->rule = words_with(BE_MSG_RULE_DISCOUNT, be_arg_ratio(discount));
}

/* -- the months -------------------------------------------------------------------------------- */

/* Whether there is a balance that lifts the limit, if any does. */
static bool has_balance(const billing *b, int t)
{
    if (!b->item.product->limits.with_package.stated)
        return false;
    return lots_balance(&b->waterfall.packages, t) > 0 ||
           points_price(b->waterfall.points, b->item.product, t) > 0;
}

static int days_with_free_calls(const billing *b, int t)
{
    const be_bill_item *item = &b->item;
    if (!item->product->capacity.calls_free)
        return 0;
    return capacity_days(item->product, item->usage->horizon, item->purchases, item->purchase_count,
                         t);
}

static void bill_month(billing *b, int t)
{
    be_bill_month *month = &b->ledger.bill->month[t];
    post_purchases(b, t);
    bool had_balance = has_balance(b, t);
    waterfall_enter(&b->waterfall, t, b->item.usage->month[t].days, days_with_free_calls(b, t));
    post_usage(b, t, &month->units);
    judge_limits(b, t, had_balance, month);
    warn_of_cliff(b, t, month->units.layer[BE_LAYER_PAYG]);
    post_discount(b, t, LEDGER_PURCHASE, month->purchases, BE_MSG_WHAT_DISCOUNT_PURCHASES);
    post_discount(b, t, LEDGER_USAGE, month->usage, BE_MSG_WHAT_DISCOUNT_USAGE);
}

/* What ends with the month, once every item of the plan has had its use of it. */
static void close_month(billing *b, size_t owner, int t)
{
    be_bill *bill = b->ledger.bill;
    be_bill_month *month = &bill->month[t];
    lot_waste waste = {0, be_amount_zero()};
    lot_book_note(&b->book, &b->waterfall.packages, b->waterfall.points, owner, t);
    warn_of_reserve(b, t);
    month->package_left = lots_carried_over(&b->waterfall.packages, t);
    lots_expire(&b->waterfall.packages, t, &waste);
    bill->waste_units += waste.units;
    bill->waste_amount = be_amount_add(bill->waste_amount, waste.amount);
    bill_units_add(&bill->units, &month->units);
    if (month->carries > bill->carries)
        bill->carries = month->carries;
}

/* -- a plan ------------------------------------------------------------------------------------ */

/* `out` is the bill of the item `owner`. */
static bool begin(billing *b, be_arena *arena, be_arena *work, const be_bill_item *item,
                  size_t owner, lot_list *points, be_bill_detail detail, be_bill *out)
{
    bool recording = detail == BE_BILL_LINES;
    *b = (billing){.item = *item};
    *out = (be_bill){.horizon = item->usage->horizon};
    ledger_open(&b->ledger, arena, work, out, recording);
    if (!waterfall_begin(&b->waterfall, work, item, points))
        return false;
    return !recording || lot_book_open(&b->book, arena, &b->waterfall.packages, points, owner);
}

static bool conclude(billing *b, const lot_waste *points)
{
    be_bill *bill = b->ledger.bill;
    be_ratio paid = BE_RATIO_ONE - b->item.demand->discount;
    bill->waste_points = points->units;
    bill->waste_amount = be_amount_add(bill->waste_amount, points->amount);
    if (paid != BE_RATIO_ONE)
        bill->waste_amount = be_amount_scale(bill->waste_amount, paid);
    bill->feasible = bill->units.unserved == 0 && bill->carries != BE_CARRIES_NO && !b->unpriceable;
    limits_suggest(b->item.product, b->limits.mending, &b->ledger);
    limits_warn_off_peak(&b->limits, &b->ledger);
    explain_days(b);
    explain_unserved(b, bill->units.unserved);
    explain_missing_amount(b, bill->total);
    bill->lots = b->book.lots;
    bill->lot_count = b->book.count;
    return ledger_close(&b->ledger, b->item.demand->tax);
}

static void bill_months(billing *items, size_t count, lot_list *points, lot_waste *wasted)
{
    int months = items[0].item.usage->horizon.months;
    for (int t = 0; t < months; t++) {
        for (size_t i = 0; i < count; i++)
            bill_month(&items[i], t);
        for (size_t i = 0; i < count; i++)
            close_month(&items[i], i, t);
        lots_expire(points, t, wasted);
    }
}

/* `bills` and `wasted` have room for `count` items. */
static bool bill_items(be_arena *arena, be_arena *work, const be_bill_item *items, size_t count,
                       be_bill_detail detail, billing *bills, lot_waste *wasted, be_bill *out)
{
    lot_list points;
    if (!points_begin(&points, work, items[0].usage->horizon, items, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!begin(&bills[i], arena, work, &items[i], i, &points, detail, &out[i]))
            return false;
    }
    bill_months(bills, count, &points, wasted);
    bool done = true;
    for (size_t i = 0; i < count; i++)
        done = conclude(&bills[i], &wasted[i]) && done;
    return done;
}

bool be_bill_compute_plan(be_arena *arena, const be_bill_item *items, size_t count,
                          be_bill_detail detail, be_bill *out)
{
    be_arena *work = arena_scratch(arena);
    if (count == 0 || work == NULL)
        return count == 0;
    billing *bills = be_arena_alloc(work, count, sizeof *bills);
    lot_waste *wasted = be_arena_alloc(work, count, sizeof *wasted);
    return bills != NULL && wasted != NULL &&
           bill_items(arena, work, items, count, detail, bills, wasted, out);
}

bool be_bill_compute(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, const be_purchase *purchases, size_t purchase_count,
                     be_bill_detail detail, be_bill *out)
{
    const be_bill_item item = {product, demand, usage, purchases, purchase_count};
    be_arena *work = arena_scratch(arena);
    billing bill;
    lot_waste wasted = {0, be_amount_zero()};
    return work != NULL && bill_items(arena, work, &item, 1, detail, &bill, &wasted, out);
}

bool be_bill_rate(be_arena *arena, const be_product *product, be_quantity billable, int days,
                  be_amount *amount, const be_line **lines, size_t *line_count)
{
    be_bill bill = {.horizon = {.months = 1}};
    be_arena *work = arena_scratch(arena);
    ledger l;
    if (work == NULL)
        return false;
    ledger_open(&l, arena, work, &bill, true);
    post_payg(&l, product, 0, days, 0, billable);
    if (!ledger_close(&l, 0))
        return false;
    *amount = bill.total;
    *lines = bill.lines;
    *line_count = bill.line_count;
    return true;
}
