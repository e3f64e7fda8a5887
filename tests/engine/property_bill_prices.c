/* What prices, discount and tax do to every bill. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 10000 };

static void double_amount(be_amount *amount)
{
    *amount = be_amount_times(*amount, 2);
}

static void double_tariff(be_tariff *tariff, be_band *bands)
{
    double_amount(&tariff->minimum);
    for (size_t i = 0; i < tariff->band_count; i++) {
        double_amount(&bands[i].price);
        double_amount(&bands[i].flat);
    }
}

static void double_the_prices(engine_plan *plan)
{
    for (size_t i = 0; i < PLAIN_GENERALS; i++)
        double_amount(&plan->generals[i].price);
    for (size_t i = 0; i < plan->item_count; i++) {
        engine_item *item = &plan->items[i];
        double_tariff(&item->box.product.payg.tariff, item->box.bands);
        double_tariff(&item->box.prices[0].tariff, item->box.price_bands[0]);
        for (size_t k = 0; k < PLAIN_PACKAGES; k++)
            double_amount(&item->box.packages[k].price);
        for (size_t k = 0; k < item->box.product.meter_count; k++) {
            for (int use = 0; use < BE_USE_COUNT; use++)
                double_tariff(&item->meters[k].tariff[use], item->meter_bands[k][use]);
        }
    }
}

static bool is_double(be_amount twice, be_amount once)
{
    return same_amount(twice, be_amount_times(once, 2));
}

static void check_doubled(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    be_bill once[PLAIN_ITEMS], twice[PLAIN_ITEMS];
    plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    bill_plan(arena, &plan, once);
    double_the_prices(&plan);
    bill_plan(arena, &plan, twice);
    for (size_t i = 0; i < plan.item_count; i++) {
        if (!is_double(twice[i].total, once[i].total) || !is_double(twice[i].tax, once[i].tax) ||
            !is_double(twice[i].purchased, once[i].purchased) ||
            !is_double(twice[i].waste_amount, once[i].waste_amount))
            fail_msg("case %u: doubled prices do not double item %zu", n, i);
        for (int t = 0; t < plain.months; t++) {
            if (!is_double(twice[i].month[t].total, once[i].month[t].total))
                fail_msg("case %u: doubled prices do not double month %d", n, t);
        }
    }
}

static void doubled_prices_double_every_total(void **state)
{
    try_cases(state, "doubled prices", CASES, check_doubled);
}

/* Whether b is a times the factor, but for what `lines` roundings at the 18th decimal may add. */
static bool is_scaled(be_amount b, be_amount a, be_ratio factor, size_t lines)
{
    be_amount last_digit = be_amount_divide(be_amount_of(1), INT64_C(1000000000000000000));
    be_amount margin = be_amount_times(last_digit, (be_quantity)lines);
    be_amount difference = be_amount_sub(b, be_amount_scale(a, factor));
    return be_amount_compare(difference, margin) <= 0 &&
           be_amount_compare(be_amount_sub(be_amount_zero(), difference), margin) <= 0;
}

static void check_discount(be_arena *arena, random_source *r, unsigned n)
{
    engine_plan plan;
    be_bill full[PLAIN_ITEMS], off[PLAIN_ITEMS];
    plain_plan plain = random_plan(r, random_item_count(r));
    engine_plan_fill(&plan, &plain);
    be_ratio discounts[PLAIN_ITEMS];
    for (size_t i = 0; i < plan.item_count; i++) {
        discounts[i] = random_between(r, 0, BE_RATIO_ONE);
        plan.items[i].demand.discount = discounts[i];
        plan.items[i].demand.tax = random_between(r, 0, BE_RATIO_ONE);
    }
    bill_plan(arena, &plan, off);
    for (size_t i = 0; i < plan.item_count; i++)
        plan.items[i].demand.discount = 0;
    bill_plan(arena, &plan, full);
    for (size_t i = 0; i < plan.item_count; i++) {
        be_ratio paid = BE_RATIO_ONE - discounts[i];
        size_t lines = off[i].line_count;
        if (!is_scaled(off[i].total, full[i].total, paid, lines) ||
            !is_scaled(off[i].purchased, full[i].purchased, paid, lines) ||
            !is_scaled(off[i].tax, off[i].total, plan.items[i].demand.tax, lines))
            fail_msg("case %u: item %zu is not what discount and tax make of it", n, i);
    }
}

static void discount_and_tax_scale_every_total(void **state)
{
    try_cases(state, "discount and tax", CASES, check_discount);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(doubled_prices_double_every_total),
        PROPERTY(discount_and_tax_scale_every_total),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
