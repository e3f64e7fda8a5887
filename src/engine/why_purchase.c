#include <string.h>

#include "amount_ops.h"
#include "explaining.h"
#include "payg_cost.h"
#include "variant.h"

/* One purchase of the best plan while it is looked at. */
typedef struct trial {
    explaining *e;
    be_why_purchase *out;
    be_purchase *purchases; /* the plan's, of which number `at` is replaced or taken out */
    size_t at;
    be_quantity points; /* that a unit costs; 1 of packages */
    be_quantity held;   /* units, or points */
    be_amount without;  /* the total if it is not bought; missing where that cannot be */
    be_bill bare;       /*   and its bill */
} trial;

static const be_schedule *plan_of(const trial *t)
{
    return &t->e->best->schedule;
}

static void restore(const trial *t)
{
    memcpy(t->purchases, plan_of(t)->purchases, plan_of(t)->count * sizeof *t->purchases);
}

static bool bill_variant(const trial *t, const variant *v, be_bill *out)
{
    be_arena_reset(t->e->scratch);
    return be_bill_compute(t->e->scratch, &v->product, &v->demand, &t->e->quote->usage,
                           t->purchases, plan_of(t)->count, BE_BILL_TOTALS, out);
}

/* -- what it is worth ---------------------------------------------------------------------------
 */

static bool bill_without(trial *t)
{
    const be_schedule *plan = plan_of(t);
    restore(t);
    memmove(&t->purchases[t->at], &t->purchases[t->at + 1],
            (plan->count - t->at - 1) * sizeof *t->purchases);
    const be_schedule rest = {t->purchases, plan->count - 1, false};
    if (!explain_bill(t->e, &t->e->quote->usage, &rest, &t->bare))
        return false;
    t->without = explain_total(&t->bare);
    t->out->unserved = t->bare.units.unserved;
    t->out->overloads = t->bare.carries == BE_CARRIES_NO;
    t->out->saves = be_amount_sub(t->without, t->e->best->bill.total);
    return true;
}

/* -- packages -----------------------------------------------------------------------------------
 */

/* What the packages hold, in units or points: as much as any plan can use, where there is more. */
static be_quantity total_held(const explaining *e, const be_purchase *buy)
{
    be_quantity each = buy->kind == BE_BUY_PACKAGE
                           ? e->product->packages[buy->item].size
                           : e->product->provider->general_packages[buy->item].points;
    be_int128 held = (be_int128)each * buy->count;
    return held > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)held;
}

static be_quantity points_of(const explaining *e, const be_purchase *buy)
{
    if (buy->kind != BE_BUY_GENERAL)
        return 1;
    return be_general_points(&e->product->provider->general_packages[buy->item], e->product);
}

/*
 * Counts what is left of it by its price: all others are free of charge, and this one costs as many
 * of the smallest amounts as it holds, so that its waste is worth one of these for each.
 */
static bool count_used(trial *t)
{
    variant v;
    be_bill bill;
    be_quantity held = t->held;
    if (!variant_make(t->e->arena, t->e->product, t->e->demand, &v))
        return false;
    v.demand.discount = 0;
    variant_give_away(&v);
    restore(t);
    be_quantity count = t->out->buy.count, each = held / count;
    *variant_probe(&v, &t->out->buy, amount_of_scaled(each), &t->purchases[t->at]) = each;
    t->purchases[t->at].count = count; /* of their own size: that decides which are drawn first */
    if (!bill_variant(t, &v, &bill))
        return false;
    t->out->used = (held - (be_quantity)bill.waste_amount.scaled) / t->points;
    return true;
}

/* Whether the plan costs no more with packages that hold `units` than without them. */
static bool pays(const trial *t, const variant *v, be_bill *bill, bool *out)
{
    if (!bill_variant(t, v, bill))
        return false;
    *out = be_amount_compare(explain_total(bill), t->without) <= 0;
    return true;
}

/* The most that a month of low..high units paid for costs; missing where that is not known. */
static be_amount month_most(const explaining *e, be_quantity low, be_quantity high)
{
    const be_tariff *tariff = &e->product->payg.tariff;
    if (tariff->position != BE_POSITION_NET || tariff->period != BE_PERIOD_MONTH)
        return be_amount_missing(BE_AMOUNT_OVERFLOW);
    be_amount most = be_tariff_charge(tariff, 0, high, NULL, NULL);
    const be_band *band = be_tariff_band_at(tariff, low < 1 ? 1 : low);
    for (; band->up_to < high; band++) {
        /* the last number of whole blocks in the band: of more, the next one's price holds */
        be_quantity last = band->up_to - band->up_to % tariff->block;
        be_amount there = be_tariff_charge(tariff, 0, last, NULL, NULL);
        if (be_amount_compare(there, most) > 0)
            most = there;
    }
    return be_amount_scale(most, BE_RATIO_ONE - e->demand->discount);
}

/*
 * Whether the plan pays at every number of units from that of the bill `least` up: it costs no more
 * than its purchases and, in each month, the most that any number between costs.
 */
static bool pays_from(const trial *t, const be_bill *least)
{
    if (!payg_falls(t->e->product))
        return true;
    be_amount most = least->purchased;
    for (int m = 0; m < least->horizon.months; m++) {
        be_quantity high = least->month[m].units.layer[BE_LAYER_PAYG];
        be_quantity low = t->e->best->bill.month[m].units.layer[BE_LAYER_PAYG];
        most = be_amount_add(most, month_most(t->e, low, high));
    }
    return be_amount_compare(most, t->without) <= 0;
}

/* With all its units it pays, with none it does not: somewhere between it begins to. */
static bool find_break_even(trial *t)
{
    variant v;
    be_bill bill, least = t->e->best->bill;
    be_quantity low = 0, high = t->out->units;
    restore(t);
    if (!variant_make(t->e->arena, t->e->product, t->e->demand, &v))
        return false;
    const be_purchase *buy = &t->out->buy;
    be_amount list =
        buy->kind == BE_BUY_PACKAGE ? v.packages[buy->item].price : v.generals[buy->item].price;
    be_quantity *holds =
        variant_probe(&v, buy, be_amount_times(list, buy->count), &t->purchases[t->at]);
    while (high - low > 1) {
        bool enough;
        be_quantity middle = low + (high - low) / 2;
        *holds = middle * t->points; /* the last unit may be short of points */
        if (!pays(t, &v, &bill, &enough))
            return false;
        *(enough ? &high : &low) = middle;
        if (enough)
            least = bill;
    }
    t->out->has_break_even = true;
    t->out->break_even = high;
    t->out->from_there_on = pays_from(t, &least);
    return true;
}

static bool look_at_packages(trial *t)
{
    be_why_purchase *out = t->out;
    t->points = points_of(t->e, &out->buy);
    t->held = total_held(t->e, &out->buy);
    if (t->points == 0 || t->held == 0)
        return true;
    out->units = be_quantity_divide_up(t->held, t->points);
    if (!count_used(t))
        return false;
    bool worth = be_amount_is_known(out->saves) &&
                 be_amount_compare(out->saves, be_amount_zero()) >= 0 &&
                 !be_amount_is_zero(out->price);
    return !worth || find_break_even(t);
}

/* -- capacity -----------------------------------------------------------------------------------
 */

/* The fewest units that, at the average price of `used` ones that cost `worth`, cost `price`. */
static bool units_worth(be_amount price, be_amount worth, be_quantity used, be_quantity *out)
{
    be_amount goal = be_amount_times(price, used);
    be_quantity low = 0, high = used;
    if (used == 0 || !be_amount_is_known(goal) ||
        be_amount_compare(be_amount_times(worth, high), goal) < 0)
        return false;
    while (high - low > 1) {
        be_quantity middle = low + (high - low) / 2;
        *(be_amount_compare(be_amount_times(worth, middle), goal) >= 0 ? &high : &low) = middle;
    }
    *out = high;
    return be_amount_is_known(be_amount_times(worth, used));
}

static void look_at_capacity(trial *t)
{
    be_why_purchase *out = t->out;
    be_quantity with = t->e->best->bill.units.layer[BE_LAYER_QPS];
    out->used = with - t->bare.units.layer[BE_LAYER_QPS];
    be_amount worth = be_amount_add(out->saves, out->price);
    out->has_break_even = be_amount_is_known(worth) && !be_amount_is_zero(out->price) &&
                          units_worth(out->price, worth, out->used, &out->break_even);
    out->from_there_on = out->has_break_even;
}

/* -- all of them --------------------------------------------------------------------------------
 */

/* A bill leaves out what is bought outside of the plan's months. */
static bool counts(const explaining *e, const be_purchase *buy)
{
    return buy->month >= 0 && buy->month < e->quote->usage.horizon.months && buy->count > 0;
}

static bool look_at(trial *t)
{
    if (!counts(t->e, &t->out->buy))
        return true;
    if (!bill_without(t))
        return false;
    if (t->out->buy.kind != BE_BUY_CAPACITY)
        return look_at_packages(t);
    look_at_capacity(t);
    return true;
}

static bool begin(explaining *e)
{
    size_t count = e->best->schedule.count;
    e->told = be_arena_alloc(e->arena, count + 1, sizeof *e->told);
    e->purchases = be_arena_alloc(e->arena, count + 1, sizeof *e->purchases);
    if (e->told == NULL || e->purchases == NULL)
        return false;
    e->why->purchases = e->told;
    e->why->purchase_count = count;
    return true;
}

size_t explain_purchases_pieces(const explaining *e)
{
    return e->best->schedule.count + 1;
}

/* The first piece makes room; each further one looks at a purchase. */
bool explain_purchases(explaining *e, bool *more)
{
    *more = e->next < e->best->schedule.count;
    if (e->next == 0)
        return begin(e);
    size_t at = e->next - 1;
    be_why_purchase *one = &e->told[at];
    trial t = {.e = e, .out = one, .purchases = e->purchases, .at = at};
    one->buy = e->best->schedule.purchases[at];
    one->price = be_quote_purchase_price(e->quote, &one->buy);
    return look_at(&t);
}
