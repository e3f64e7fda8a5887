/* The cheapest terms: when a day, a month or a year is the one to buy. */
#include <engine/terms.h>

#include "engine_test.h"
#include "fixtures.h"

typedef struct plan {
    be_purchase purchases[TERMS_MAX];
    size_t count;
} plan;

/* The same level in every month, on so many days of it. */
static term_need even_need(int months, be_quantity level, int days)
{
    term_need need = {.level = {0}};
    for (int t = 0; t < months; t++) {
        need.level[t] = level;
        need.days[t] = days;
    }
    return need;
}

static plan cheapest(const be_product *product, int months, const term_need *need)
{
    plan p;
    p.count = terms_cheapest(&product->capacity, horizon_of(2026, 1, months), need, p.purchases);
    return p;
}

static void expect_purchase(const be_purchase *p, size_t item, int month, be_quantity count,
                            int terms)
{
    assert_int_equal(p->kind, BE_BUY_CAPACITY);
    assert_int_equal(p->item, item);
    assert_int_equal(p->month, month);
    assert_int_equal(p->count, count);
    assert_int_equal(p->terms, terms);
}

/* 200 a day against 4,000 a month: it turns at 20 days. */
static void days_turn_into_a_month_at_twenty(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    term_need need = even_need(1, 5, 19);
    plan p = cheapest(product, 1, &need);
    assert_int_equal(p.count, 1);
    expect_purchase(&p.purchases[0], 0, 0, 5, 19);
    need = even_need(1, 5, 20);
    p = cheapest(product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 5, 1);
    need = even_need(1, 5, 21);
    p = cheapest(product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 5, 1);
}

/* 3,600 a year against 350 a month: it turns between ten and eleven months. */
static void months_turn_into_a_year_at_eleven(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    term_need need = even_need(10, 10, 31);
    plan p = cheapest(product, 12, &need);
    assert_int_equal(p.count, 10);
    expect_purchase(&p.purchases[9], 1, 9, 10, 1);
    need = even_need(11, 10, 31);
    p = cheapest(product, 12, &need);
    assert_int_equal(p.count, 1);
    expect_purchase(&p.purchases[0], 2, 0, 10, 1);
    need = even_need(26, 10, 31);
    p = cheapest(product, 26, &need);
    assert_int_equal(p.count, 4); /* two years and two months */
    be_amount cost = be_amount_zero();
    for (size_t i = 0; i < p.count; i++)
        cost = be_amount_add(cost, be_capacity_charge(&product->capacity, p.purchases[i].item,
                                                      p.purchases[i].count, p.purchases[i].terms));
    assert_amount(cost, "79000");
}

static void a_year_is_bought_at_its_highest_level(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    term_need need = even_need(12, 10, 31);
    need.level[7] = 11;
    plan p = cheapest(product, 12, &need);
    assert_int_equal(p.count, 1);
    expect_purchase(&p.purchases[0], 2, 0, 11, 1);
}

static void months_without_need_are_left_out(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    term_need need = even_need(6, 10, 31);
    need.level[2] = need.level[3] = 0;
    plan p = cheapest(product, 6, &need);
    assert_int_equal(p.count, 4);
    expect_purchase(&p.purchases[2], 1, 4, 10, 1);
    need = even_need(6, 0, 31);
    assert_int_equal(cheapest(product, 6, &need).count, 0);
}

/* 10 x 280 is more than 11 x 240: the price list has a step down there. */
static void one_more_is_bought_where_it_costs_less(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    term_need need = even_need(1, 9, 31);
    plan p = cheapest(product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 9, 1); /* 2,520 */
    need = even_need(1, 10, 31);
    p = cheapest(product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 11, 1); /* 2,640, not 2,800 */
    need = even_need(1, 50, 31);
    p = cheapest(product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 51, 1);
    box.product.capacity.max = 50;
    p = cheapest(product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 50, 1); /* 51 are not sold */
}

static void a_graduated_price_has_no_such_step(void **state)
{
    (void)state;
    product_box box;
    term_need need = even_need(1, 10, 31);
    plan p = cheapest(fixture_baidu_face(&box), 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 10, 1);
}

/* Without a price no term is the cheapest; the month is the plain way to say what is needed. */
static void unknown_prices_still_say_what_to_buy(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    term_need need = even_need(2, 8, 31);
    plan p = cheapest(product, 2, &need);
    assert_int_equal(p.count, 2);
    expect_purchase(&p.purchases[0], 0, 0, 8, 1);
    expect_purchase(&p.purchases[1], 0, 1, 8, 1);
}

/* Five at 12 cost as much as six at 10. */
static void no_more_is_bought_where_it_costs_the_same(void **state)
{
    (void)state;
    static const band_row month[] = {{5, "12", NULL}, {0, "10", NULL}};
    product_box box;
    fixture_face_compare(&box);
    box.prices[1].tariff = make_tariff(BE_TIERS_VOLUME, box.price_bands[1], month, COUNT_OF(month));
    term_need need = even_need(1, 5, 31);
    plan p = cheapest(&box.product, 1, &need);
    expect_purchase(&p.purchases[0], 1, 0, 5, 1);
}

/* Of equal costs: the month before as many days, and before a year; whatever comes first. */
static void the_month_wins_among_equals(void **state)
{
    (void)state;
    static const band_row year[] = {{0, "4200", NULL}}; /* twelve months at 350 */
    product_box box;
    const be_product *product = fixture_id_card(&box);
    box.prices[2].tariff = make_tariff(BE_TIERS_FLAT, box.price_bands[2], year, COUNT_OF(year));
    static const size_t orders[][3] = {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}};
    const be_capacity_price listed[] = {box.prices[0], box.prices[1], box.prices[2]};
    for (size_t i = 0; i < COUNT_OF(orders); i++) {
        for (size_t k = 0; k < 3; k++)
            box.prices[k] = listed[orders[i][k]];
        term_need need = even_need(12, 10, 14); /* fourteen days at 25 cost a month */
        plan p = cheapest(product, 12, &need);
        assert_int_equal(p.count, 12);
        for (int t = 0; t < 12; t++)
            assert_int_equal(box.prices[p.purchases[t].item].term, BE_TERM_MONTH);
    }
}

static void the_longest_plan_is_covered_to_its_end(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    term_need need = even_need(BE_MONTHS_MAX, 10, 31);
    plan p = cheapest(product, BE_MONTHS_MAX, &need);
    assert_int_equal(p.count, 3);
    for (int year = 0; year < 3; year++)
        expect_purchase(&p.purchases[year], 2, year * 12, 10, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_turn_into_a_month_at_twenty),
        cmocka_unit_test(months_turn_into_a_year_at_eleven),
        cmocka_unit_test(a_year_is_bought_at_its_highest_level),
        cmocka_unit_test(months_without_need_are_left_out),
        cmocka_unit_test(one_more_is_bought_where_it_costs_less),
        cmocka_unit_test(a_graduated_price_has_no_such_step),
        cmocka_unit_test(unknown_prices_still_say_what_to_buy),
        cmocka_unit_test(no_more_is_bought_where_it_costs_the_same),
        cmocka_unit_test(the_month_wins_among_equals),
        cmocka_unit_test(the_longest_plan_is_covered_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
