/* Every shipped product can be quoted and drawn, whatever of its figures is known. */
#include "shipped_test.h"

#include <breakeven/curve.h>

enum {
    MONTHS = 12,
    UNITS_PER_REQUEST = 2000,
    CURVE_MONTHS = 12,
    CURVE_END = 100000,
    CURVE_POINTS = 11,
};

static const be_quantity volumes[] = {1, 30000, 50000000};
static const be_date today = {2026, 11, 21};

static be_horizon horizon(int months)
{
    return (be_horizon){be_month_of(START_YEAR, START_MONTH), months};
}

/* A load for any product: typed QPS, tasks at once, and so many units of each of its meters. */
static be_demand demand_of(be_quantity volume)
{
    static const be_ratio each = UNITS_PER_REQUEST * (be_ratio)BE_RATIO_ONE;
    static be_ratio per_request[BE_METERS_MAX];
    for (size_t i = 0; i < COUNT_OF(per_request); i++)
        per_request[i] = each;
    return (be_demand){.volume = volume,
                       .qps = 12,
                       .concurrency = 4,
                       .response = 500000,
                       .per_request = per_request,
                       .per_request_count = COUNT_OF(per_request),
                       .postpaid = true};
}

static void assert_conserved(const be_product *product, const be_units *units)
{
    be_quantity served = units->unserved;
    for (int layer = 0; layer < BE_LAYER_COUNT; layer++)
        served += units->layer[layer];
    if (served != units->demand)
        fail_msg("%s: %lld units of %lld are accounted for", product->key, (long long)served,
                 (long long)units->demand);
}

/* Requests are counted by what they draw of each meter. */
static be_quantity units_of(const be_product *product, be_quantity billable)
{
    be_quantity meters = (be_quantity)product->meter_count;
    return meters == 0 ? billable : billable * meters * UNITS_PER_REQUEST;
}

static void assert_months(const be_quote *quote, const be_bill *bill)
{
    be_amount sum = be_amount_zero();
    for (int i = 0; i < MONTHS; i++) {
        const be_bill_month *month = &bill->month[i];
        assert_conserved(quote->product, &month->units);
        assert_true(month->units.demand ==
                    units_of(quote->product, quote->usage.month[i].billable));
        sum = be_amount_add(sum, month->total);
    }
    if (be_amount_is_known(bill->total))
        assert_int_equal(be_amount_compare(sum, bill->total), 0);
}

/* What can be taken has a total, or it is said why not; what cannot, or is not sold, has a reason.
 */
static void assert_explained(const be_quote *quote, const be_option *option)
{
    bool known = be_amount_is_known(option->bill.total);
    bool complete = option->offered && option->bill.feasible && known;
    if (!complete && option->reason_count == 0)
        fail_msg("%s: \"%s\" has no total and no reason", quote->product->key,
                 be_option_name(option->id));
}

static void check_option(const be_quote *quote, const be_option *option)
{
    if (option->id == BE_OPTION_OWN && !option->offered)
        return;
    assert_explained(quote, option);
    if (option->offered)
        assert_months(quote, &option->bill);
}

static void check_quote(be_arena *arena, const be_product *product, be_quantity volume)
{
    const be_demand demand = demand_of(volume);
    const be_quote *quote = be_quote_create(arena, product, &demand, horizon(MONTHS), today);
    assert_non_null(quote);
    for (size_t i = 0; i < BE_OPTION_COUNT; i++)
        check_option(quote, &quote->options[i]);
    if (quote->has_recommended)
        assert_true(be_option_eligible(&quote->options[quote->recommended]));
}

static void check_curve(be_arena *arena, const be_product *product)
{
    const be_demand demand = demand_of(0);
    const be_curve *curve =
        be_curve_create(arena, product, &demand, horizon(CURVE_MONTHS), 0, CURVE_END, CURVE_POINTS);
    assert_non_null(curve);
    assert_int_equal(curve->point_count, CURVE_POINTS);
    be_quantity next = 0;
    for (size_t i = 0; i < curve->span_count; i++) {
        assert_true(curve->spans[i].from == next && curve->spans[i].to >= next);
        next = curve->spans[i].to + 1;
    }
    if (next != CURVE_END + 1)
        fail_msg("%s: the curve ends at %lld", product->key, (long long)next - 1);
}

static void every_product_is_quoted(void **state)
{
    const be_catalog *view = catalog_view(*state);
    be_arena *arena = be_arena_create();
    assert_non_null(arena);
    for (size_t i = 0; i < be_catalog_product_count(view); i++) {
        for (size_t v = 0; v < COUNT_OF(volumes); v++)
            check_quote(arena, be_catalog_product(view, i), volumes[v]);
        be_arena_reset(arena);
    }
    be_arena_destroy(arena);
}

static void every_product_has_a_curve(void **state)
{
    const be_catalog *view = catalog_view(*state);
    be_arena *arena = be_arena_create();
    assert_non_null(arena);
    for (size_t i = 0; i < be_catalog_product_count(view); i++) {
        check_curve(arena, be_catalog_product(view, i));
        be_arena_reset(arena);
    }
    be_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_product_is_quoted),
        cmocka_unit_test(every_product_has_a_curve),
    };
    return cmocka_run_group_tests(tests, load_catalogue, free_catalogue);
}
