/* Where a page can be read in two ways, the dearer one is planned, and what is read is warned of.
 */
#include "shipped_test.h"

/* The first 49 keep their price in an order of 50. */
static void large_qps_orders_reprice_nothing(void **state)
{
    const be_capacity *card = capacity_of(*state, "alibaba-ocr/id-card");
    const be_capacity *text = capacity_of(*state, "alibaba-ocr/general-text");
    assert_amount(charge(card, BE_TERM_DAY, 49, 1), "1225");
    assert_amount(charge(card, BE_TERM_DAY, 50, 1), "1248");
    assert_amount(charge(card, BE_TERM_YEAR, 100, 1), "345312");
    assert_amount(charge(text, BE_TERM_DAY, 50, 1), "1147");
    assert_amount(charge(text, BE_TERM_MONTH, 50, 1), "13000");
}

/* 10,000 calls behind a pack are the first that are paid for: 0.050, not 0.026. */
static void calls_of_a_pack_leave_the_tiers_alone(void **state)
{
    const be_product *product = find(*state, "baidu/iocr-general");
    const be_demand demand = {.volume = 110000, .postpaid = true};
    const be_purchase bought = {
        .kind = BE_BUY_PACKAGE, .item = package_of(product, "100k"), .count = 1, .terms = 1};
    assert_total(product, &demand, 1, &bought, 1, "4100");
}

/* The vendor's example ends there. */
static void nothing_is_known_above_110000_cards(void **state)
{
    const be_demand demand = {.volume = 110001, .postpaid = true};
    const be_purchase bought = {.kind = BE_BUY_GENERAL, .item = 0, .count = 1, .terms = 1};
    assert_total(find(*state, "baidu/id-card"), &demand, 1, &bought, 1, "unpublished");
}

static void tiers_read_as_graduated_are_called_inferred(void **state)
{
    static const char *const keys[] = {"baidu/face-detect",  "baidu/face-liveness-image-v4",
                                       "baidu/iocr-general", "baidu/vat-invoice",
                                       "baidu/iocr-finance", "baidu/finance-receipts",
                                       "baidu/general-text", "baidu/id-card"};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        const be_product *product = find(*state, keys[i]);
        assert_int_equal(product->payg.source->confidence, BE_CONFIDENCE_INFERRED);
        assert_non_null(be_product_second_hand_source(product));
    }
}

/* The price list of 2026 has another free quota, so this one is as old as its own page. */
static void a_doubtful_free_quota_counts_as_old(void **state)
{
    const be_product *refiner = find(*state, "alibaba/aitryon-refiner");
    assert_int_equal(refiner->free.quantity, 400);
    assert_ptr_equal(be_product_oldest_source(refiner), refiner->free.source);
    assert_true(refiner->free.source != refiner->source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_qps_orders_reprice_nothing),
        cmocka_unit_test(calls_of_a_pack_leave_the_tiers_alone),
        cmocka_unit_test(nothing_is_known_above_110000_cards),
        cmocka_unit_test(tiers_read_as_graduated_are_called_inferred),
        cmocka_unit_test(a_doubtful_free_quota_counts_as_old),
    };
    return cmocka_run_group_tests(tests, load_catalogue, free_catalogue);
}
