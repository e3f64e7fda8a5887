/* Products of several meters: token models, batches, the context cache, request sizes. */
#include "engine_test.h"
#include "fixtures.h"

enum { INPUT, OUTPUT, METERS };

/* A model of two meters, by the million tokens, priced by the size of the request's input. */
typedef struct model_box {
    be_source source;
    be_band bands[METERS][2], batch[METERS][2], cached[2];
    be_meter meters[METERS];
    be_product product;
} model_box;

static be_tariff tokens(be_band *room, const char *small, const char *large)
{
    room[0] = (be_band){.up_to = 128000, .price = money(small)};
    room[1] = (be_band){.up_to = BE_UNBOUNDED, .price = money(large)};
    return (be_tariff){
        .mode = BE_TIERS_REQUEST, .per = 1000000, .block = 1, .bands = room, .band_count = 2};
}

static const be_product *fill(model_box *box)
{
    *box = (model_box){.source = {.id = "s", .title = "t", .address = "", .date_text = "2026"}};
    box->meters[INPUT] =
        (be_meter){.id = "input", .name = "Input tokens", .unit = "token", .free = true};
    box->meters[INPUT].tariff[BE_USE_STANDARD] = tokens(box->bands[INPUT], "0.8", "2.4");
    box->meters[INPUT].tariff[BE_USE_BATCH] = tokens(box->batch[INPUT], "0.4", "1.2");
    box->meters[INPUT].tariff[BE_USE_CACHED] = tokens(box->cached, "0.16", "0.48");
    box->meters[OUTPUT] =
        (be_meter){.id = "output", .name = "Output tokens", .unit = "token", .free = true};
    box->meters[OUTPUT].tariff[BE_USE_STANDARD] = tokens(box->bands[OUTPUT], "2", "20");
    box->meters[OUTPUT].tariff[BE_USE_BATCH] = tokens(box->batch[OUTPUT], "1", "10");
    box->product = (be_product){.key = "p/model",
                                .id = "model",
                                .name = "model",
                                .currency = "CNY",
                                .unit = "request",
                                .source = &box->source,
                                .deduction = {BE_LAYER_PAYG},
                                .deduction_count = 1,
                                .payg = {.offered = true},
                                .meters = box->meters,
                                .meter_count = METERS,
                                .request_max = 1000000};
    return &box->product;
}

static const be_bill *bill(be_arena *arena, const be_product *product, const be_demand *demand)
{
    return bill_of(arena, product, demand, horizon_of(2026, 12, 1), NULL, 0);
}

static const be_ratio small_request[] = {2000 * BE_RATIO_ONE, 500 * BE_RATIO_ONE};

/* 10,000 requests of 2,000 and 500 tokens: 20 M at 0.8 and 5 M at 2. */
static void a_request_draws_every_meter(void **state)
{
    model_box box;
    const be_demand demand = {
        .volume = 10000, .per_request = small_request, .per_request_count = METERS};
    const be_bill *b = bill(*state, fill(&box), &demand);
    assert_true(b->feasible);
    assert_amount(b->total, "26");
    assert_int_equal(b->units.demand, 25000000);
    assert_int_equal(b->units.layer[BE_LAYER_PAYG], 25000000);
    assert_int_equal(b->line_count, 2);
    assert_message(&b->lines[0].what, "Input tokens");
    assert_int_equal(b->lines[0].per, 1000000);
    assert_amount(b->lines[1].amount, "10");
    assert_message(&b->lines[1].rule,
                   "all of a request at the price of the band that its size falls in: 2,000");
    const be_quote *quote = quote_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    assert_amount(quote->options[BE_OPTION_BEST].unit_cost, "0.0026"); /* a request */
}

/* The input decides for the output as well; the bound belongs to the lower band. */
static void the_size_of_the_request_picks_the_band(void **state)
{
    model_box box;
    be_ratio each[] = {128000 * BE_RATIO_ONE, 1000 * BE_RATIO_ONE};
    const be_demand demand = {.volume = 1000, .per_request = each, .per_request_count = METERS};
    assert_amount(bill(*state, fill(&box), &demand)->total, "104.4"); /* 102.4 + 2 */
    each[INPUT] += 1; /* a billionth of a token is in the next token */
    assert_int_equal(be_demand_request_size(&demand, &box.product), 128001);
    assert_amount(bill(*state, &box.product, &demand)->total, "327.2000024"); /* 307.2.. + 20 */
}

static void requests_larger_than_the_largest_are_refused(void **state)
{
    model_box box;
    const be_ratio each[] = {1000001 * BE_RATIO_ONE, BE_RATIO_ONE};
    const be_demand demand = {.volume = 1, .per_request = each, .per_request_count = METERS};
    const be_bill *b = bill(*state, fill(&box), &demand);
    assert_false(b->feasible);
    assert_message(find_message(b->reasons, b->reason_count, BE_MSG_REQUEST_TOO_LARGE),
                   "A request of 1,000,001 is larger than the 1,000,000 that the product takes.");
}

/* Nothing is taken for granted: without the tokens of a request there is no total to trust. */
static void what_a_request_takes_has_to_be_said(void **state)
{
    model_box box;
    const be_ratio each[] = {2000 * BE_RATIO_ONE, -1};
    const be_demand demand = {.volume = 1, .per_request = each, .per_request_count = METERS};
    const be_bill *b = bill(*state, fill(&box), &demand);
    assert_false(b->feasible);
    assert_message(find_message(b->reasons, b->reason_count, BE_MSG_NEEDS_PER_REQUEST),
                   "How much a request takes of this is not given, so nothing is counted: Output "
                   "tokens.");
    const be_demand silent = {.volume = 1};
    assert_false(bill(*state, &box.product, &silent)->feasible);
    box.meters[INPUT].per_request = box.meters[OUTPUT].per_request = BE_RATIO_ONE;
    assert_true(bill(*state, &box.product, &silent)->feasible); /* by the catalogue */
    const be_ratio none[] = {2000 * BE_RATIO_ONE, 0};
    const be_demand no_output = {.volume = 1, .per_request = none, .per_request_count = METERS};
    assert_true(bill(*state, &box.product, &no_output)->feasible); /* none is an answer */
}

/* A third in batches, half of the rest's input from the cache: each at its own price. */
static void batches_and_the_cache_have_prices_of_their_own(void **state)
{
    model_box box;
    const be_demand demand = {.volume = 1000,
                              .per_request = small_request,
                              .per_request_count = METERS,
                              .batch = BE_RATIO_ONE / 3,
                              .cached = BE_RATIO_ONE / 2};
    be_flow flows[BE_FLOWS_MAX];
    assert_int_equal(be_demand_flows(&demand, fill(&box), 1000, flows), 5);
    const struct {
        int meter;
        be_use use;
        be_quantity units;
    } expected[] = {
        {INPUT, BE_USE_STANDARD, 667000}, {INPUT, BE_USE_BATCH, 666000},
        {INPUT, BE_USE_CACHED, 667000},   {OUTPUT, BE_USE_STANDARD, 333500},
        {OUTPUT, BE_USE_BATCH, 166500},
    };
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_ptr_equal(flows[i].meter, &box.meters[expected[i].meter]);
        assert_int_equal(flows[i].use, expected[i].use);
        assert_int_equal(flows[i].units, expected[i].units);
    }
    /* 0.667 x 0.8 + 0.666 x 0.4 + 0.667 x 0.16 + 0.3335 x 2 + 0.1665 x 1 */
    assert_amount(bill(*state, &box.product, &demand)->total, "1.74022");
}

/* AL-2: a free quota of 1,000,000 tokens serves real-time input and output, in that order. */
static void the_free_quota_passes_batches_and_the_cache_over(void **state)
{
    model_box box;
    fill(&box);
    box.product.free = (be_free_quota){.quantity = 1000000};
    box.product.deduction[0] = BE_LAYER_FREE;
    box.product.deduction[1] = BE_LAYER_PAYG;
    box.product.deduction_count = 2;
    const be_ratio each[] = {1000 * BE_RATIO_ONE, 2000 * BE_RATIO_ONE};
    const be_demand demand = {.volume = 100, .per_request = each, .per_request_count = METERS};
    const be_bill *b = bill(*state, &box.product, &demand);
    assert_int_equal(b->units.layer[BE_LAYER_FREE], 300000); /* 700,000 are left */
    assert_amount(b->total, "0");
    assert_message(&b->lines[1].rule, "given once, 900,000 left at the month's start");

    be_demand batch = demand;
    batch.batch = BE_RATIO_ONE;
    b = bill(*state, &box.product, &batch);
    assert_int_equal(b->units.layer[BE_LAYER_FREE], 0);
    assert_amount(b->total, "0.24"); /* 0.1 x 0.4 + 0.2 x 1 */

    be_demand much = demand;
    much.volume = 1500; /* 1.5 M in, 3 M out: the input has used the quota up */
    b = bill(*state, &box.product, &much);
    assert_amount(b->total, "6.4");
}

/* A meter with tiers by the month's total, beside a flat one: a mixed receipt. */
static void every_meter_climbs_its_own_tiers(void **state)
{
    product_box bands;
    model_box box;
    fill(&box);
    const band_row rows[] = {{1000, "0.10", NULL}, {0, "0.05", NULL}};
    box.meters[INPUT] = (be_meter){
        .id = "classify", .name = "Classification", .unit = "call", .per_request = BE_RATIO_ONE};
    box.meters[INPUT].tariff[BE_USE_STANDARD] =
        make_tariff(BE_TIERS_GRADUATED, bands.bands, rows, 2);
    box.meters[OUTPUT] = (be_meter){
        .id = "recognise", .name = "Recognition", .unit = "call", .per_request = BE_RATIO_ONE};
    box.meters[OUTPUT].tariff[BE_USE_STANDARD] = make_tariff(BE_TIERS_VOLUME, bands.bands, rows, 2);
    const be_ratio each[] = {BE_RATIO_ONE, 3 * BE_RATIO_ONE / 2};
    const be_demand demand = {.volume = 1200, .per_request = each, .per_request_count = METERS};
    const be_bill *b = bill(*state, &box.product, &demand);
    assert_amount(b->total, "200"); /* 100 + 10, and 1,800 x 0.05 */
    assert_message(&b->lines[1].what, "Classification, band above 1,000");
    assert_message(&b->lines[2].what, "Recognition, band above 1,000");
}

/* AL-9: 100,000 tokens of input are in the band from 32,000 to 128,000, and so is all else. */
static void all_tokens_take_the_band_of_the_request(void **state)
{
    (void)state;
    be_band bands[] = {{.up_to = 32000, .price = money("2.5")},
                       {.up_to = 128000, .price = money("4")},
                       {.up_to = BE_UNBOUNDED, .price = money("7")}};
    const be_tariff tariff = {
        .mode = BE_TIERS_REQUEST, .per = 1000000, .block = 1, .bands = bands, .band_count = 3};
    assert_amount(be_tariff_charge_request(&tariff, 100000, 100000, NULL, NULL), "0.4");
    assert_amount(be_tariff_charge_request(&tariff, 32000, 32000, NULL, NULL), "0.08");
    assert_amount(be_tariff_charge_request(&tariff, 128001, 1000000, NULL, NULL), "7");
    assert_amount(be_tariff_charge_request(&tariff, 5, 0, NULL, NULL), "0");
}

/* 10^12 requests of 2,000 tokens cannot be counted: there is no total. */
static void more_tokens_than_can_be_counted_have_no_price(void **state)
{
    model_box box;
    const be_demand demand = {.volume = INT64_C(1000000000000),
                              .per_request = small_request,
                              .per_request_count = METERS};
    const be_bill *b = bill(*state, fill(&box), &demand);
    assert_amount(b->total, "overflow");
    assert_non_null(find_message(b->reasons, b->reason_count, BE_MSG_AMOUNT_OVERFLOW));
    assert_message(&b->lines[0].what, "More than can be counted");
    const be_demand most = {.volume = BE_QUANTITY_MAX / 2000,
                            .per_request = small_request,
                            .per_request_count = METERS};
    assert_true(be_amount_is_known(bill(*state, &box.product, &most)->total));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_request_draws_every_meter, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(the_size_of_the_request_picks_the_band, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(requests_larger_than_the_largest_are_refused, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(what_a_request_takes_has_to_be_said, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(batches_and_the_cache_have_prices_of_their_own, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(the_free_quota_passes_batches_and_the_cache_over,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(every_meter_climbs_its_own_tiers, open_arena, close_arena),
        cmocka_unit_test(all_tokens_take_the_band_of_the_request),
        cmocka_unit_test_setup_teardown(more_tokens_than_can_be_counted_have_no_price, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests_name("meters", tests, NULL, NULL);
}
