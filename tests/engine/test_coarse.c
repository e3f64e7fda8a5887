/* Products made coarse for a sampling. */
#include "engine/coarse.h"

#include "engine_test.h"
#include "fixtures.h"

static coarse make(be_arena *arena, const be_product *product, be_quantity units)
{
    coarse c;
    assert_true(coarse_make(&c, arena, product, units));
    return c;
}

/* A five-hundredth of 5,000,000 is 10,000: packages of 1,000 are crumbs. */
static void crumbs_are_left_to_larger_packages(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    coarse c = make(*state, product, 5000000);
    assert_amount(c.product.packages[0].price, "unpublished");
    assert_amount(c.product.packages[1].price, "550");
    assert_amount(product->packages[0].price, "75");
    c = make(*state, product, 499999);
    assert_amount(c.product.packages[0].price, "75");
    assert_int_equal(c.product.packages[0].size, 1000);
}

/* Nothing larger is sold, or not as cheaply: then so many as matter go together. */
static void crumbs_alone_are_bundled(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.product.package_count = 1;
    coarse c = make(*state, product, 5250000);
    assert_int_equal(c.product.packages[0].size, 11000);
    assert_amount(c.product.packages[0].price, "825");
    be_purchase buy = coarse_purchase(&c, buy_package(0, 3, 2));
    assert_int_equal(buy.count, 22);
    assert_int_equal(buy.month, 3);
    box.product.package_count = 2;
    box.packages[1].price = money("751");
    c = make(*state, product, 5000000);
    assert_int_equal(c.product.packages[0].size, 10000);
    box.packages[1].price = money("750");
    c = make(*state, product, 5000000);
    assert_amount(c.product.packages[0].price, "unpublished");
}

static void free_calls_go_by_the_month(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    coarse c = make(*state, product, 1000);
    assert_amount(be_capacity_charge(&c.product.capacity, 0, 5, 1), "unpublished");
    assert_amount(be_capacity_charge(&c.product.capacity, 1, 5, 1), "1400");
    assert_amount(be_capacity_charge(&product->capacity, 0, 5, 1), "90");
    be_purchase buy = coarse_purchase(&c, buy_capacity(1, 0, 5, 2));
    assert_int_equal(buy.count, 5);
}

static void days_stay_where_nothing_else_is_sold(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    box.product.capacity.price_count = 1;
    coarse c = make(*state, product, 1000);
    assert_amount(be_capacity_charge(&c.product.capacity, 0, 5, 1), "90");
    fixture_style_transfer(&box); /* concurrency by the day, and calls are not free */
    c = make(*state, product, 1000);
    assert_amount(be_capacity_charge(&c.product.capacity, 0, 1, 1), "200");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(crumbs_are_left_to_larger_packages),
        CASE(crumbs_alone_are_bundled),
        CASE(free_calls_go_by_the_month),
        CASE(days_stay_where_nothing_else_is_sold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
