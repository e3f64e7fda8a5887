/* Bills: their lines, their words and sources, cliffs, missing prices. */
#include "engine_test.h"
#include "fixtures.h"

static const be_bill *bill(be_arena *arena, const be_product *product, be_demand demand, int months,
                           const be_purchase *purchases, size_t count)
{
    return bill_of(arena, product, &demand, horizon_of(2026, 12, months), purchases, count);
}

typedef struct line_row {
    int month;
    const char *what;
    be_quantity quantity;
    const char *price, *amount, *rule;
} line_row;

static void expect_lines(const be_bill *b, const line_row *rows, size_t count)
{
    assert_int_equal(b->line_count, count);
    for (size_t i = 0; i < count; i++) {
        const be_line *line = &b->lines[i];
        assert_int_equal(line->month, rows[i].month);
        assert_message(&line->what, rows[i].what);
        assert_int_equal(line->quantity, rows[i].quantity);
        assert_amount(line->price, rows[i].price);
        assert_amount(line->amount, rows[i].amount);
        assert_message(&line->rule, rows[i].rule);
        assert_non_null(line->source);
    }
}

static void every_line_says_what_and_why(void **state)
{
    static const line_row rows[] = {
        {0, "Package 10k", 1, "550", "550", "prepaid, valid 12 months"},
        {0, "5 concurrent tasks for 3 days", 15, "200", "3000", "prepaid by the day"},
        {0, "Free quota", 50, "0", "0", "given once, 50 left at the month's start"},
        {0, "From packages", 9000, "0", "0", "the package that expires first is used first"},
        {1, "From packages", 1000, "0", "0", "the package that expires first is used first"},
        {1, "Pay as you go, band up to 9,999", 8050, "0.08", "644",
         "volume tiers: all units at the price of the band the total reaches"},
    };
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase buys[] = {buy_capacity(0, 0, 5, 3), buy_package(1, 0, 1)};
    /* Purchases come in the order of the list. */
    const be_purchase listed[] = {buys[1], buys[0]};
    const be_bill *b = bill(*state, product, (be_demand){.volume = 9050, .postpaid = true}, 2,
                            listed, COUNT_OF(listed));
    expect_lines(b, rows, COUNT_OF(rows));
    assert_amount(b->total, "4194");
    assert_amount(b->purchased, "3550");
    assert_amount(b->month[0].purchases, "3550");
    assert_amount(b->month[0].usage, "0");
    assert_amount(b->month[1].usage, "644");
    assert_int_equal(b->waste_units, 0);
    assert_int_equal(b->waste_points, 0);
}

static void calls_under_prepaid_qps_are_a_line(void **state)
{
    static const line_row rows[] = {
        {0, "8 QPS for 1 month", 8, "280", "2240", "prepaid by the month"},
        {0, "Calls under prepaid QPS", 50000, "0", "0",
         "calls within the bought rate are free while it is valid"},
    };
    product_box box;
    const be_purchase month[] = {buy_capacity(1, 0, 8, 1)};
    const be_bill *b =
        bill(*state, fixture_face_compare(&box), (be_demand){.volume = 50000}, 1, month, 1);
    expect_lines(b, rows, COUNT_OF(rows));
}

static void graduated_lines_are_one_for_each_band(void **state)
{
    static const line_row rows[] = {
        {0, "Pay as you go, band up to 25", 25, "0.3", "7.5",
         "graduated tiers: each unit at the price of its own band"},
        {0, "Pay as you go, band up to 125", 100, "0.275", "27.5",
         "graduated tiers: each unit at the price of its own band"},
        {0, "Pay as you go, band up to 250", 75, "0.25", "18.75",
         "graduated tiers: each unit at the price of its own band"},
    };
    product_box box;
    const be_bill *b = bill(*state, fixture_refiner(&box),
                            (be_demand){.volume = 200, .has_free_left = true}, 1, NULL, 0);
    expect_lines(b, rows, COUNT_OF(rows));
    b = bill(*state, &box.product, (be_demand){.volume = 25001, .has_free_left = true}, 1, NULL, 0);
    assert_message(&b->lines[6].what, "Pay as you go, band above 25,000");
}

static void one_band_needs_no_bounds(void **state)
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_VOLUME};
    product_box box;
    fixture_flat(&box, "0.5");
    for (size_t i = 0; i < COUNT_OF(modes); i++) {
        box.product.payg.tariff.mode = modes[i];
        const be_bill *b = bill(*state, &box.product, (be_demand){.volume = 3}, 1, NULL, 0);
        assert_message(&b->lines[0].what, "Pay as you go");
    }
}

static void fees_and_minimums_are_lines_of_their_own(void **state)
{
    static const line_row rows[] = {
        {0, "Pay as you go", 2, "0.5", "1", "one price for every unit"},
        {0, "Flat fee of the band", 1, "3", "3", "due once the band is used"},
        {0, "Up to the minimum charge", 1, "6", "6", "least charge of a period with use"},
        {1, "Flat fee of the band", 1, "3", "3", "due once the band is used"},
    };
    product_box box;
    fixture_flat(&box, "0.5");
    box.bands[0].flat = money("3");
    box.product.payg.tariff.minimum = money("10");
    box.product.payg.tariff.flat_at_zero = true;
    const be_quantity volumes[] = {2, 0};
    const be_bill *b =
        bill(*state, &box.product, (be_demand){.volumes = volumes, .volume_count = 2}, 2, NULL, 0);
    expect_lines(b, rows, COUNT_OF(rows));
}

static void a_line_names_the_nearest_source(void **state)
{
    static const be_source of_band = {.id = "band"}, of_payg = {.id = "payg"};
    static const be_source of_package = {.id = "package"};
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_demand demand = {.volume = 2000, .postpaid = true, .has_free_left = true};
    const be_bill *b = bill(*state, product, demand, 1, one, 1);
    for (size_t i = 0; i < b->line_count; i++)
        assert_ptr_equal(b->lines[i].source, product->source);
    box.product.payg.source = &of_payg;
    box.packages[0].source = &of_package;
    b = bill(*state, product, demand, 1, one, 1);
    assert_ptr_equal(b->lines[0].source, &of_package);
    assert_ptr_equal(b->lines[2].source, &of_payg);
    box.bands[0].source = &of_band;
    b = bill(*state, product, demand, 1, one, 1);
    assert_ptr_equal(b->lines[2].source, &of_band);
}

static void a_line_of_capacity_names_the_nearest_source(void **state)
{
    static const be_source of_band = {.id = "band"}, of_price = {.id = "price"};
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase day[] = {buy_capacity(0, 0, 5, 3)};
    assert_ptr_equal(bill(*state, product, (be_demand){0}, 1, day, 1)->lines[0].source,
                     product->source);
    box.prices[0].source = &of_price;
    assert_ptr_equal(bill(*state, product, (be_demand){0}, 1, day, 1)->lines[0].source, &of_price);
    box.price_bands[0][0].source = &of_band;
    assert_ptr_equal(bill(*state, product, (be_demand){0}, 1, day, 1)->lines[0].source, &of_band);
    box.prices[0].tariff.minimum = money("5000"); /* no band's, so the price's */
    const be_bill *b = bill(*state, product, (be_demand){0}, 1, day, 1);
    assert_int_equal(b->line_count, 2);
    assert_ptr_equal(b->lines[1].source, &of_price);
}

/* A quota given once tells what is left of it, one of every month how much that is. */
static void the_free_quota_says_how_much_it_is(void **state)
{
    product_box box;
    be_demand demand = {.volume = 10, .has_free_left = true, .free_left = 30};
    const be_bill *b = bill(*state, fixture_refiner(&box), demand, 2, NULL, 0);
    assert_message(&b->lines[0].rule, "given once, 30 left at the month's start");
    assert_message(&b->lines[1].rule, "given once, 20 left at the month's start");
    b = bill(*state, fixture_face_compare(&box), demand, 1, NULL, 0);
    assert_message(&b->lines[0].rule, "10,000 each calendar month, unused units are lost");
}

static void what_is_not_served_says_why(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.volume = 60};
    const be_bill *b = bill(*state, product, demand, 1, NULL, 0);
    assert_message(&b->lines[1].what, "Not served");
    assert_message(&b->lines[1].rule, "pay as you go is off until it is switched on");
    assert_non_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_POSTPAID));
    box.product.payg.offered = false; /* what is not sold cannot be switched on */
    b = bill(*state, product, demand, 1, NULL, 0);
    assert_message(&b->lines[1].rule, "the product cannot be paid for by the unit");
    assert_message(find_message(b->reasons, b->reason_count, BE_MSG_UNSERVED),
                   "10 units are not served: nothing is left to pay for them.");
    assert_null(find_message(b->reasons, b->reason_count, BE_MSG_FIX_POSTPAID));
}

static void a_cliff_is_pointed_out(void **state)
{
    static const struct {
        be_quantity volume;
        const char *text; /* NULL: no cliff */
    } rows[] = {
        {7500, NULL}, /* 600, as much as 10,000 */
        {7501,
         "In 2026-12, 7,501 units stop short of a lower price: 2,499 more would save 0.08 USD."},
        {9999,
         "In 2026-12, 9,999 units stop short of a lower price: 1 more would save 199.92 USD."},
        {10000, NULL},
        {83333, NULL},
        {83334,
         "In 2026-12, 83,334 units stop short of a lower price: 16,666 more would save 0.04 USD."},
        {999999,
         "In 2026-12, 999,999 units stop short of a lower price: 1 more would save 9999.95 USD."},
        {1000000, NULL},
    };
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const be_bill *b =
            bill(*state, product,
                 (be_demand){.volume = rows[i].volume, .postpaid = true, .has_free_left = true}, 1,
                 NULL, 0);
        const be_message *cliff = find_message(b->warnings, b->warning_count, BE_MSG_CLIFF);
        if (rows[i].text == NULL)
            assert_null(cliff);
        else
            assert_message(cliff, rows[i].text);
    }
}

static const be_message *cliff_at(be_arena *arena, const be_product *product, be_quantity volume)
{
    const be_bill *b =
        bill(arena, product, (be_demand){.volume = volume, .postpaid = true, .has_free_left = true},
             1, NULL, 0);
    return find_message(b->warnings, b->warning_count, BE_MSG_CLIFF);
}

static void a_cliff_can_stand_at_a_single_unit(void **state)
{
    static const band_row one[] = {{1, "5", NULL}, {0, "1", NULL}};
    static const band_row narrow[] = {{9, "10", NULL}, {10, "5", NULL}, {0, "20", NULL}};
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.product.payg.tariff = make_tariff(BE_TIERS_VOLUME, box.bands, one, COUNT_OF(one));
    assert_message(cliff_at(*state, product, 1),
                   "In 2026-12, 1 unit stops short of a lower price: 1 more would save 3 USD.");
    box.product.payg.tariff = make_tariff(BE_TIERS_VOLUME, box.bands, narrow, COUNT_OF(narrow));
    assert_message(cliff_at(*state, product, 6),
                   "In 2026-12, 6 units stop short of a lower price: 4 more would save 10 USD.");
}

static void the_month_of_a_cliff_is_told(void **state)
{
    product_box box;
    const be_quantity volumes[] = {0, 9999};
    const be_demand demand = {
        .volumes = volumes, .volume_count = 2, .postpaid = true, .has_free_left = true};
    const be_bill *b = bill(*state, fixture_style_transfer(&box), demand, 2, NULL, 0);
    assert_message(
        find_message(b->warnings, b->warning_count, BE_MSG_CLIFF),
        "In 2027-01, 9,999 units stop short of a lower price: 1 more would save 199.92 USD.");
}

static void what_a_cliff_costs_is_less_the_discount(void **state)
{
    product_box box;
    be_demand demand = {.volume = 9999, .postpaid = true, .has_free_left = true};
    demand.discount = BE_RATIO_ONE / 4;
    const be_bill *b = bill(*state, fixture_style_transfer(&box), demand, 1, NULL, 0);
    assert_message(find_message(b->warnings, b->warning_count, BE_MSG_CLIFF),
                   "In 2026-12, 9,999 units stop short of a lower price: 1 more would save 149.94 "
                   "USD.");
    demand.discount = BE_RATIO_ONE;
    b = bill(*state, &box.product, demand, 1, NULL, 0);
    assert_null(find_message(b->warnings, b->warning_count, BE_MSG_CLIFF));
}

/* Of days, or of units that packages moved on, a month's number says nothing. */
static void no_cliff_is_told_where_the_month_is_not_what_counts(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    assert_non_null(cliff_at(*state, product, 9999));
    box.product.payg.tariff.position = BE_POSITION_GROSS;
    assert_null(cliff_at(*state, product, 9999));
    box.product.payg.tariff.position = BE_POSITION_NET;
    box.product.payg.tariff.period = BE_PERIOD_DAY;
    assert_null(cliff_at(*state, product, 9999));
}

static void no_cliff_is_seen_from_an_unknown_price(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.bands[0].price = money("unpublished");
    const be_bill *b =
        bill(*state, product, (be_demand){.volume = 5000, .postpaid = true, .has_free_left = true},
             1, NULL, 0);
    assert_amount(b->total, "unpublished");
    assert_null(find_message(b->warnings, b->warning_count, BE_MSG_CLIFF));
}

static void a_missing_price_is_a_reason_not_a_number(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_bill *b = bill(*state, product, (be_demand){.volume = 15000}, 1, one, 1);
    assert_amount(b->total, "unpublished");
    assert_amount(b->month[0].usage, "750");
    assert_true(b->feasible);
    assert_message(find_message(b->reasons, b->reason_count, BE_MSG_PRICE_UNPUBLISHED),
                   "The vendor publishes no price for this: enter yours.");
    fixture_flat(&box, "quote");
    b = bill(*state, &box.product, (be_demand){.volume = 0}, 1, NULL, 0);
    assert_amount(b->total, "0");
    b = bill(*state, &box.product, (be_demand){.volume = 1}, 1, NULL, 0);
    assert_non_null(find_message(b->reasons, b->reason_count, BE_MSG_PRICE_QUOTE));
    fixture_flat(&box, "1000000");
    b = bill(*state, &box.product, (be_demand){.volume = BE_QUANTITY_MAX}, 1, NULL, 0);
    assert_amount(b->total, "overflow");
    assert_non_null(find_message(b->reasons, b->reason_count, BE_MSG_AMOUNT_OVERFLOW));
}

static void daily_tiers_share_the_month_evenly(void **state)
{
    static const band_row bands[] = {{100, "0.005", NULL}, {0, "0.002", NULL}};
    product_box box;
    fixture_flat(&box, "0");
    box.product.payg.tariff = make_tariff(BE_TIERS_GRADUATED, box.bands, bands, COUNT_OF(bands));
    box.product.payg.tariff.period = BE_PERIOD_DAY;
    /* 31 days: 30 of 100 units and one of 101. */
    const be_bill *b = bill(*state, &box.product, (be_demand){.volume = 3101}, 1, NULL, 0);
    assert_amount(b->total, "15.502");
    assert_int_equal(b->line_count, 3);
    assert_int_equal(b->lines[0].quantity, 3000);
    assert_int_equal(b->lines[1].quantity, 100);
    assert_int_equal(b->lines[2].quantity, 1);
}

static void a_rate_is_one_month_s_charge_with_its_lines(void **state)
{
    product_box box;
    be_amount amount;
    const be_line *lines;
    size_t count;
    assert_true(be_bill_rate(*state, fixture_refiner(&box), 26, 31, &amount, &lines, &count));
    assert_amount(amount, "7.775");
    assert_int_equal(count, 2);
    assert_amount(lines[1].amount, "0.275");
    assert_int_equal(lines[1].month, 0);
    assert_true(be_bill_rate(*state, &box.product, 0, 31, &amount, &lines, &count));
    assert_amount(amount, "0");
    assert_int_equal(count, 0);
}

/* 10 % off 75 and off 5, then 6 % on what remains. */
static void a_discount_comes_off_before_tax_comes_on(void **state)
{
    static const line_row rows[] = {
        {0, "Package 1k", 1, "75", "75", "prepaid, valid 12 months"},
        {0, "From packages", 1000, "0", "0", "the package that expires first is used first"},
        {0, "Pay as you go, band up to 9,999", 100, "0.08", "8",
         "volume tiers: all units at the price of the band the total reaches"},
        {0, "Discount on purchases", 1, "-7.5", "-7.5", "10% agreed off every price"},
        {0, "Discount on use", 1, "-0.8", "-0.8", "10% agreed off every price"},
    };
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_quantity volumes[] = {1100, 0};
    be_demand demand = {.volumes = volumes,
                        .volume_count = 2,
                        .postpaid = true,
                        .has_free_left = true,
                        .discount = BE_RATIO_ONE / 10,
                        .tax = BE_RATIO_ONE * 6 / 100};
    const be_bill *b = bill(*state, product, demand, 2, one, 1);
    expect_lines(b, rows, COUNT_OF(rows));
    assert_int_equal(b->lines[4].per, 1);
    assert_amount(b->month[0].purchases, "67.5");
    assert_amount(b->month[0].usage, "7.2");
    assert_amount(b->total, "74.7");
    assert_amount(b->purchased, "67.5");
    assert_amount(b->month[0].tax, "4.482");
    assert_amount(b->month[1].tax, "0");
    assert_amount(b->tax, "4.482");
    demand.discount = 0;
    b = bill(*state, product, demand, 2, one, 1);
    assert_int_equal(b->line_count, 3);
    assert_amount(b->tax, "4.98");
}

static void totals_alone_are_the_same_as_with_lines(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase buys[] = {buy_package(0, 0, 1), buy_capacity(0, 0, 5, 3)};
    const be_demand demand = {.volume = 1100, .discount = BE_RATIO_ONE / 10};
    const be_bill *lines = bill(*state, product, demand, 1, buys, COUNT_OF(buys));
    be_usage usage;
    be_usage_resolve(&demand, horizon_of(2026, 12, 1), &usage);
    be_bill totals;
    assert_true(be_bill_compute(*state, product, &demand, &usage, buys, COUNT_OF(buys),
                                BE_BILL_TOTALS, &totals));
    assert_int_equal(be_amount_compare(totals.total, lines->total), 0);
    assert_int_equal(totals.line_count, 0);
    assert_int_equal(totals.reason_count, 0);
    assert_false(totals.feasible);
}

static void a_plan_of_nothing_is_billed_at_once(void **state)
{
    assert_true(be_bill_compute_plan(*state, NULL, 0, BE_BILL_LINES, NULL));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

/* 15 % off everything, as lines of their own; 6 % tax on what remains, beside the total. */
static void a_discount_is_taken_off_and_tax_put_beside(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 1200,
                              .postpaid = true,
                              .has_free_left = true,
                              .discount = BE_RATIO_ONE * 15 / 100,
                              .tax = BE_RATIO_ONE * 6 / 100};
    const be_purchase buys[] = {buy_package(0, 0, 1)};
    const be_bill *b =
        bill_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 2), buys, 1);
    assert_amount(b->month[0].purchases, "63.75"); /* 75 less 11.25 */
    assert_amount(b->month[0].usage, "13.6");      /* 16 less 2.4 */
    assert_amount(b->month[1].usage, "81.6");      /* 96 less 14.4 */
    assert_amount(b->total, "158.95");
    assert_amount(b->purchased, "63.75");
    assert_amount(b->tax, "9.537");
    assert_amount(b->month[1].tax, "4.896");
    be_amount sum = be_amount_zero();
    for (size_t i = 0; i < b->line_count; i++)
        sum = be_amount_add(sum, b->lines[i].amount);
    assert_amount(sum, "158.95");
    const be_line *last = &b->lines[b->line_count - 1];
    assert_message(&last->what, "Discount on use");
    assert_message(&last->rule, "15% agreed off every price");
    assert_amount(last->amount, "-14.4");
    assert_message(&b->lines[3].what, "Discount on purchases");
}

/* Of the 1,000 bought at 75 less a fifth, 400 are left: 24 of what was paid. */
static void waste_is_worth_what_was_paid(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 600, .has_free_left = true, .discount = BE_RATIO_ONE / 5};
    const be_purchase buys[] = {buy_package(0, 0, 1)};
    const be_bill *b =
        bill_of(*state, fixture_style_transfer(&box), &demand, horizon_of(2026, 12, 1), buys, 1);
    assert_int_equal(b->waste_units, 400);
    assert_amount(b->waste_amount, "24");
}

/* Said once, in the first month, and never turned into a number. */
static void a_demand_too_large_has_no_total(void **state)
{
    product_box box;
    const be_product *product = fixture_flat(&box, "1");
    const be_demand demand = {.volume = BE_QUANTITY_MAX, .growth = BE_RATIO_ONE};
    const be_bill *b = bill_of(*state, product, &demand, horizon_of(2026, 12, 2), NULL, 0);
    assert_amount(b->total, "overflow");
    assert_amount(b->month[0].usage, "overflow");
    assert_amount(b->month[1].usage, "1000000000000000");
    assert_message(&b->lines[0].what, "More than can be counted");
    assert_message(&b->lines[0].rule, "at most 1,000,000,000,000,000 units are planned");
    assert_int_equal(b->lines[0].per, 1);
    be_usage usage;
    be_bill totals;
    be_usage_resolve(&demand, horizon_of(2026, 12, 2), &usage);
    assert_true(
        be_bill_compute(*state, product, &demand, &usage, NULL, 0, BE_BILL_TOTALS, &totals));
    assert_amount(totals.total, "overflow");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_line_says_what_and_why),
        CASE(calls_under_prepaid_qps_are_a_line),
        CASE(graduated_lines_are_one_for_each_band),
        CASE(one_band_needs_no_bounds),
        CASE(fees_and_minimums_are_lines_of_their_own),
        CASE(a_line_names_the_nearest_source),
        CASE(a_line_of_capacity_names_the_nearest_source),
        CASE(the_free_quota_says_how_much_it_is),
        CASE(what_is_not_served_says_why),
        CASE(a_cliff_is_pointed_out),
        CASE(a_cliff_can_stand_at_a_single_unit),
        CASE(the_month_of_a_cliff_is_told),
        CASE(what_a_cliff_costs_is_less_the_discount),
        CASE(no_cliff_is_told_where_the_month_is_not_what_counts),
        CASE(no_cliff_is_seen_from_an_unknown_price),
        CASE(a_missing_price_is_a_reason_not_a_number),
        CASE(daily_tiers_share_the_month_evenly),
        CASE(a_rate_is_one_month_s_charge_with_its_lines),
        CASE(a_discount_comes_off_before_tax_comes_on),
        CASE(totals_alone_are_the_same_as_with_lines),
        CASE(a_plan_of_nothing_is_billed_at_once),
        cmocka_unit_test_setup_teardown(a_discount_is_taken_off_and_tax_put_beside, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(waste_is_worth_what_was_paid, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_demand_too_large_has_no_total, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
