/* The lines of meters: their words, rules and sources, and why there are none. */
#include "engine_test.h"
#include "fixtures.h"

enum { INPUT, OUTPUT, METERS };

/* A text model: input with a batch and a cache price, output with a plain one, per 1,000 tokens. */
typedef struct model {
    product_box box;
    be_meter meters[METERS];
    be_band bands[METERS][BE_USE_COUNT][3];
} model;

static be_tariff tariff_of(model *m, int meter, be_use use, be_tier_mode mode, const band_row *rows,
                           size_t count)
{
    be_tariff tariff = make_tariff(mode, m->bands[meter][use], rows, count);
    tariff.per = 1000;
    return tariff;
}

static const be_product *open_model(model *m)
{
    static const band_row input[] = {{0, "2", NULL}}, batch[] = {{0, "1", NULL}};
    static const band_row cached[] = {{0, "0.5", NULL}}, output[] = {{0, "8", NULL}};
    fixture_flat(&m->box, "0");
    m->meters[INPUT] =
        (be_meter){.id = "input", .name = "Input tokens", .per_request = BE_RATIO_ONE * 1000};
    m->meters[OUTPUT] =
        (be_meter){.id = "output", .name = "Output tokens", .per_request = BE_RATIO_ONE * 500};
    m->meters[INPUT].tariff[BE_USE_STANDARD] =
        tariff_of(m, INPUT, BE_USE_STANDARD, BE_TIERS_FLAT, input, 1);
    m->meters[INPUT].tariff[BE_USE_BATCH] =
        tariff_of(m, INPUT, BE_USE_BATCH, BE_TIERS_FLAT, batch, 1);
    m->meters[INPUT].tariff[BE_USE_CACHED] =
        tariff_of(m, INPUT, BE_USE_CACHED, BE_TIERS_FLAT, cached, 1);
    m->meters[OUTPUT].tariff[BE_USE_STANDARD] =
        tariff_of(m, OUTPUT, BE_USE_STANDARD, BE_TIERS_FLAT, output, 1);
    m->box.product.meters = m->meters;
    m->box.product.meter_count = METERS;
    return &m->box.product;
}

static const be_bill *bill(be_arena *arena, const be_product *product, be_demand demand)
{
    return bill_of(arena, product, &demand, horizon_of(2026, 1, 2), NULL, 0);
}

typedef struct line_row {
    const char *what;
    be_quantity quantity;
    const char *amount, *rule;
} line_row;

/* The lines of the first month, of two alike. */
static void expect_lines(const be_bill *b, const line_row *rows, size_t count)
{
    assert_int_equal(b->line_count, count * 2);
    for (size_t i = 0; i < count; i++) {
        assert_message(&b->lines[i].what, rows[i].what);
        assert_int_equal(b->lines[i].quantity, rows[i].quantity);
        assert_amount(b->lines[i].amount, rows[i].amount);
        assert_message(&b->lines[i].rule, rows[i].rule);
    }
}

/* Of ten requests two are batched; a quarter of what the other eight take is in the cache. */
static void every_meter_and_use_has_its_line(void **state)
{
    static const line_row rows[] = {
        {"Input tokens", 6000, "12", "one price for every unit"},
        {"Input tokens, batch", 2000, "2", "one price for every unit"},
        {"Input tokens, cached", 2000, "1", "one price for every unit"},
        {"Output tokens", 5000, "40", "one price for every unit"},
    };
    model m;
    const be_product *product = open_model(&m);
    const be_bill *b =
        bill(*state, product,
             (be_demand){.volume = 10, .batch = BE_RATIO_ONE / 5, .cached = BE_RATIO_ONE / 4});
    expect_lines(b, rows, COUNT_OF(rows));
    assert_int_equal(b->lines[0].per, 1000);
    assert_amount(b->month[1].usage, "55");
    assert_amount(b->total, "110");
    assert_int_equal(b->month[0].units.demand, 15000);
    assert_int_equal(b->month[0].units.layer[BE_LAYER_PAYG], 15000);
    assert_int_equal(b->month[0].units.unserved, 0);
    assert_true(b->feasible);
}

static void one_meter_may_stand_alone(void **state)
{
    static const line_row rows[] = {
        {"Input tokens", 10000, "20", "one price for every unit"},
    };
    model m;
    const be_product *product = open_model(&m);
    m.box.product.meter_count = 1;
    expect_lines(bill(*state, product, (be_demand){.volume = 10}), rows, COUNT_OF(rows));
}

static void tiers_of_a_meter_are_told_with_it(void **state)
{
    static const band_row tiers[] = {{4000, "3", NULL}, {0, "2", NULL}};
    static const line_row graduated[] = {
        {"Input tokens, band up to 4,000", 4000, "12",
         "graduated tiers: each unit at the price of its own band"},
        {"Input tokens, band above 4,000", 6000, "12",
         "graduated tiers: each unit at the price of its own band"},
        {"Output tokens", 5000, "40", "one price for every unit"},
    };
    static const line_row volume[] = {
        {"Input tokens, band above 4,000", 10000, "20",
         "volume tiers: all units at the price of the band the total reaches"},
        {"Output tokens", 5000, "40", "one price for every unit"},
    };
    static const line_row one_band[] = {
        {"Input tokens", 10000, "20", "graduated tiers: each unit at the price of its own band"},
        {"Output tokens", 5000, "40", "one price for every unit"},
    };
    static const band_row single[] = {{0, "2", NULL}};
    model m;
    const be_product *product = open_model(&m);
    be_tariff *tariff = &m.meters[INPUT].tariff[BE_USE_STANDARD];
    *tariff = tariff_of(&m, INPUT, BE_USE_STANDARD, BE_TIERS_GRADUATED, tiers, 2);
    expect_lines(bill(*state, product, (be_demand){.volume = 10}), graduated, COUNT_OF(graduated));
    tariff->mode = BE_TIERS_VOLUME;
    expect_lines(bill(*state, product, (be_demand){.volume = 10}), volume, COUNT_OF(volume));
    *tariff = tariff_of(&m, INPUT, BE_USE_STANDARD, BE_TIERS_GRADUATED, single, 1);
    expect_lines(bill(*state, product, (be_demand){.volume = 10}), one_band, COUNT_OF(one_band));
}

/* Requests of 1,000 tokens are in the first band, one token more puts all of it in the second. */
static void the_size_of_a_request_picks_its_band(void **state)
{
    static const band_row sizes[] = {{1000, "3", NULL}, {0, "4", NULL}};
    static const line_row large[] = {
        {"Input tokens", 10010, "40.04",
         "all of a request at the price of the band that its size falls in: 1,001"},
        {"Output tokens", 5000, "40", "one price for every unit"},
    };
    model m;
    const be_product *product = open_model(&m);
    m.meters[INPUT].tariff[BE_USE_STANDARD] =
        tariff_of(&m, INPUT, BE_USE_STANDARD, BE_TIERS_REQUEST, sizes, 2);
    const be_bill *b = bill(*state, product, (be_demand){.volume = 10});
    assert_amount(b->lines[0].amount, "30");
    assert_message(&b->lines[1].rule, "one price for every unit");
    const be_ratio larger[] = {BE_RATIO_ONE * 1001};
    b = bill(*state, product,
             (be_demand){.volume = 10, .per_request = larger, .per_request_count = 1});
    expect_lines(b, large, COUNT_OF(large));
}

static void a_line_of_a_meter_names_the_nearest_source(void **state)
{
    static const be_source of_band = {.id = "band"}, of_meter = {.id = "meter"};
    static const be_source of_payg = {.id = "payg"};
    model m;
    const be_product *product = open_model(&m);
    const be_demand demand = {.volume = 10};
    assert_ptr_equal(bill(*state, product, demand)->lines[0].source, product->source);
    m.box.product.payg.source = &of_payg;
    assert_ptr_equal(bill(*state, product, demand)->lines[0].source, &of_payg);
    m.meters[INPUT].source = &of_meter;
    const be_bill *b = bill(*state, product, demand);
    assert_ptr_equal(b->lines[0].source, &of_meter);
    assert_ptr_equal(b->lines[1].source, &of_payg);
    m.bands[INPUT][BE_USE_STANDARD][0].source = &of_band;
    assert_ptr_equal(bill(*state, product, demand)->lines[0].source, &of_band);
}

/* Nothing is a lot to say; silence is not. */
static void what_a_request_takes_has_to_be_known(void **state)
{
    model m;
    const be_product *product = open_model(&m);
    m.meters[OUTPUT].per_request = 0;
    const be_bill *b = bill(*state, product, (be_demand){.volume = 1});
    assert_false(b->feasible);
    assert_int_equal(b->reason_count, 1);
    assert_message(&b->reasons[0],
                   "How much a request takes of this is not given, so nothing is counted: "
                   "Output tokens.");
    m.meters[INPUT].per_request = 0;
    const be_ratio output[] = {-1, BE_RATIO_ONE};
    b = bill(*state, product,
             (be_demand){.volume = 1, .per_request = output, .per_request_count = 2});
    assert_false(b->feasible);
    const be_ratio nothing[] = {BE_RATIO_ONE, 0}, least[] = {BE_RATIO_ONE, 1};
    be_demand demand = {.volume = 1, .per_request = nothing, .per_request_count = 2};
    b = bill(*state, product, demand);
    assert_true(b->feasible);
    assert_int_equal(b->reason_count, 0);
    demand.per_request = least;
    assert_true(bill(*state, product, demand)->feasible);
    b = bill(*state, product, (be_demand){0}); /* no requests take nothing */
    assert_true(b->feasible);
    assert_int_equal(b->reason_count, 0);
}

static void a_request_larger_than_any_is_not_priced(void **state)
{
    model m;
    const be_product *product = open_model(&m);
    m.box.product.request_max = 1000;
    assert_true(bill(*state, product, (be_demand){.volume = 10})->feasible);
    m.box.product.request_max = 999;
    const be_bill *b = bill(*state, product, (be_demand){.volume = 10});
    assert_false(b->feasible);
    assert_message(find_message(b->reasons, b->reason_count, BE_MSG_REQUEST_TOO_LARGE),
                   "A request of 1,000 is larger than the 999 that the product takes.");
    m.box.product.request_max = 1;
    assert_false(bill(*state, product, (be_demand){.volume = 10})->feasible);
    m.box.product.request_max = 0; /* none is given */
    assert_true(bill(*state, product, (be_demand){.volume = 10})->feasible);
}

/* Units of several meters have no common cliff. */
static void no_cliff_is_told_of_meters(void **state)
{
    static const band_row falling[] = {{9999, "5", NULL}, {0, "0.0001", NULL}};
    model m;
    const be_product *product = open_model(&m);
    m.box.product.payg.tariff = make_tariff(BE_TIERS_VOLUME, m.box.bands, falling, 2);
    m.box.product.meter_count = 1;
    const be_ratio one[] = {BE_RATIO_ONE};
    const be_bill *b = bill(
        *state, product, (be_demand){.volume = 9999, .per_request = one, .per_request_count = 1});
    assert_null(find_message(b->warnings, b->warning_count, BE_MSG_CLIFF));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_meter_and_use_has_its_line),
        CASE(one_meter_may_stand_alone),
        CASE(tiers_of_a_meter_are_told_with_it),
        CASE(the_size_of_a_request_picks_its_band),
        CASE(a_line_of_a_meter_names_the_nearest_source),
        CASE(what_a_request_takes_has_to_be_known),
        CASE(a_request_larger_than_any_is_not_priced),
        CASE(no_cliff_is_told_of_meters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
