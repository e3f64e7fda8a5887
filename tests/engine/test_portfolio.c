/* The quotes of a plan added up, currency by currency. */
#include "engine_test.h"
#include "fixtures.h"
#include "random.h"
#include "same_portfolio.h"

#include <breakeven/portfolio.h>

static const be_horizon two_months = {INT32_C(2026) * 12 + 11, 2};

static const be_quote *quoted(be_arena *arena, const be_product *product, be_quantity volume)
{
    const be_demand demand = {.volume = volume, .postpaid = true, .has_free_left = true};
    return quote_of(arena, product, &demand, two_months);
}

static void adds_each_currency_apart(void **state)
{
    product_box first, second, third;
    size_t count = 0;
    fixture_flat(&third, "0.5");
    third.product.currency = "CNY";
    const be_quote *const quotes[] = {
        quoted(*state, fixture_refiner(&first), 200),
        quoted(*state, fixture_style_transfer(&second), 1000),
        quoted(*state, &third.product, 10),
    };
    const be_portfolio *all = be_portfolio_create(*state, quotes, COUNT_OF(quotes), &count);
    assert_non_null(all);
    assert_int_equal(count, 2);
    assert_string_equal(all[0].currency, "CNY");
    assert_int_equal(all[0].item_count, 2);
    assert_amount(all[0].options[BE_OPTION_PAYG].total, "117.5"); /* 2 x 53.75 + 2 x 5 */
    assert_amount(all[0].options[BE_OPTION_PAYG].month[1], "58.75");
    assert_true(all[0].options[BE_OPTION_PAYG].eligible);
    assert_string_equal(all[1].currency, "USD");
    assert_amount(all[1].options[BE_OPTION_BEST].total,
                  "150"); /* two packages 1k, 80 by the unit */
    assert_amount(all[1].options[BE_OPTION_BEST].purchased, "150");
}

static void an_item_without_an_option_is_counted_not_guessed(void **state)
{
    product_box first, second;
    size_t count = 0;
    const be_quote *const quotes[] = {quoted(*state, fixture_flat(&first, "1"), 5), NULL,
                                      quoted(*state, fixture_flat(&second, "unpublished"), 5)};
    const be_portfolio *all = be_portfolio_create(*state, quotes, COUNT_OF(quotes), &count);
    assert_non_null(all);
    assert_int_equal(count, 1);
    assert_int_equal(all[0].item_count, 2);
    assert_int_equal(all[0].options[BE_OPTION_PAYG].without, 1);
    assert_false(all[0].options[BE_OPTION_PAYG].eligible);
    assert_amount(all[0].options[BE_OPTION_PAYG].total, "10");
    assert_int_equal(all[0].options[BE_OPTION_PACKAGE].without, 2);
}

static void a_plan_of_nothing_has_no_portfolio(void **state)
{
    size_t count = 1;
    assert_non_null(be_portfolio_create(*state, NULL, 0, &count));
    assert_int_equal(count, 0);
}

/* 150 USD at 7.12 and 117.5 CNY. */
static void one_currency_takes_a_rate_for_every_other(void **state)
{
    product_box first, second;
    size_t count = 0;
    fixture_flat(&second, "2");
    second.product.currency = "EUR";
    const be_quote *const quotes[] = {quoted(*state, fixture_flat(&first, "1"), 5),
                                      quoted(*state, &second.product, 10)};
    const be_portfolio *all = be_portfolio_create(*state, quotes, COUNT_OF(quotes), &count);
    assert_int_equal(count, 2);
    const be_exchange rates[] = {{"EUR", BE_RATIO_ONE * 5 / 4}};
    be_portfolio sum;
    assert_true(be_portfolio_convert(all, count, rates, 1, all[0].currency, &sum));
    assert_string_equal(sum.currency, all[0].currency);
    assert_ptr_equal(sum.product, &first.product);
    assert_int_equal(sum.item_count, 2);
    assert_amount(sum.options[BE_OPTION_PAYG].total, "60"); /* 10 + 40 x 1.25 */
    assert_amount(sum.options[BE_OPTION_PAYG].month[0], "30");
    assert_true(sum.options[BE_OPTION_PAYG].eligible);
    assert_int_equal(sum.options[BE_OPTION_PACKAGE].without, 2);
    assert_false(sum.options[BE_OPTION_PACKAGE].eligible);
    assert_false(be_portfolio_convert(all, count, rates, 0, all[0].currency, &sum));
    assert_false(be_portfolio_convert(all, count, rates, 1, "JPY", &sum));
}

static void a_product_planned_twice_is_noticed(void **state)
{
    product_box first, second;
    size_t count = 0;
    const be_product *a = fixture_flat(&first, "1"), *b = fixture_flat(&second, "1");
    const be_quote *const once[] = {quoted(*state, a, 1), quoted(*state, b, 1)};
    const be_quote *const twice[] = {once[0], once[1], quoted(*state, b, 2)};
    assert_null(be_portfolio_create(*state, once, COUNT_OF(once), &count)[0].twice);
    assert_ptr_equal(be_portfolio_create(*state, twice, COUNT_OF(twice), &count)[0].twice, b);
}

/* -- parts that change --------------------------------------------------------------------------
 */

enum {
    PARTS = 100,
    PROVIDERS = 3,
    PRODUCTS = 90,
    CHANGES = 3000,
    CHANGED_AT_ONCE = 5,
    MONTHS = 3,
    RARE = 3000
};

/* A plan of made-up parts in two currencies, some of which share points. */
typedef struct parts {
    be_provider providers[PROVIDERS];
    be_product products[PRODUCTS];
    be_portfolio_part items[PARTS];
    const be_portfolio_part *places[PARTS];
} parts;

static be_amount random_amount(random_source *r)
{
    switch (random_between(r, 0, RARE)) {
    case 0:
        return be_amount_missing(random_chance(r, 50) ? BE_AMOUNT_QUOTE : BE_AMOUNT_UNPUBLISHED);
    case 1:
        return be_amount_times(be_amount_of(INT64_MAX), random_between(r, 1, 2));
    default:
        break;
    }
    return be_amount_divide(be_amount_of(random_between(r, 0, 1000000)), random_between(r, 1, 9));
}

static void random_option(random_source *r, be_portfolio_part_option *out)
{
    *out = (be_portfolio_part_option){.eligible = random_between(r, 0, RARE) > 2};
    if (!out->eligible)
        return;
    out->total = random_amount(r);
    out->purchased = random_amount(r);
    out->tax = random_amount(r);
    for (int t = 0; t < MONTHS; t++)
        out->month[t] = random_amount(r);
}

static void random_part(random_source *r, const be_product *product, be_portfolio_part *out)
{
    *out = (be_portfolio_part){.product = product,
                               .horizon = {0, MONTHS},
                               .proven = random_between(r, 0, RARE) > 2,
                               .shared = random_chance(r, 20),
                               .bound = random_amount(r)};
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        random_option(r, &out->options[id]);
}

static void fill(parts *p, random_source *r)
{
    for (size_t i = 0; i < PRODUCTS; i++)
        p->products[i] =
            (be_product){.currency = random_chance(r, 70) ? "CNY" : "USD",
                         .provider = &p->providers[random_between(r, 0, PROVIDERS - 1)]};
    for (size_t i = 0; i < PARTS; i++) {
        random_part(r, &p->products[random_between(r, 0, PRODUCTS - 1)], &p->items[i]);
        p->places[i] = &p->items[i];
    }
}

static bool is_first_of_those_that_share(const parts *p, size_t at)
{
    const be_product *product = p->items[at].product;
    for (size_t i = 0; i < at; i++) {
        const be_product *other = p->items[i].product;
        if (p->items[i].shared && other->provider == product->provider &&
            strcmp(other->currency, product->currency) == 0)
            return false;
    }
    return true;
}

/* One part after the other, as the words of the header say. */
static void add_slowly(const parts *p, const char *currency, be_option_id id,
                       be_portfolio_option *out)
{
    *out = (be_portfolio_option){.id = id, .proven = id == BE_OPTION_BEST};
    for (size_t i = 0; i < PARTS; i++) {
        const be_portfolio_part *part = &p->items[i];
        const be_portfolio_part_option *option = &part->options[id];
        if (strcmp(part->product->currency, currency) != 0)
            continue;
        out->without += option->eligible ? 0 : 1;
        out->total = be_amount_add(out->total, option->total);
        out->purchased = be_amount_add(out->purchased, option->purchased);
        out->tax = be_amount_add(out->tax, option->tax);
        for (int t = 0; t < MONTHS; t++)
            out->month[t] = be_amount_add(out->month[t], option->month[t]);
        if (id != BE_OPTION_BEST)
            continue;
        out->proven = out->proven && part->proven;
        if (!part->shared || is_first_of_those_that_share(p, i))
            out->bound = be_amount_add(out->bound, part->bound);
    }
    out->eligible = out->without == 0 && be_amount_is_known(out->total);
}

static void check_sums(const parts *p, const be_portfolio *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            be_portfolio_option slow;
            add_slowly(p, all[i].currency, (be_option_id)id, &slow);
            if (!same_sum(&all[i].options[id], &slow))
                fail_msg("the sums of \"%s\" in %s differ", be_option_name((be_option_id)id),
                         all[i].currency);
        }
    }
}

/* After any changes the sums are those of all parts, added one by one. */
static void sums_follow_the_parts_exactly(void **state)
{
    static parts p;
    random_source r = random_start("sums of parts that change");
    size_t count, anew_count;
    fill(&p, &r);
    be_portfolio_sums *sums = be_portfolio_sums_create(*state, p.places, PARTS);
    assert_non_null(sums);
    be_arena *other = be_arena_create();
    for (int n = 0; n < CHANGES; n++) {
        for (int64_t k = random_between(&r, 1, CHANGED_AT_ONCE); k > 0; k--) {
            size_t at = (size_t)random_between(&r, 0, PARTS - 1);
            random_part(&r, p.items[at].product, &p.items[at]);
            be_portfolio_sums_change(sums, at);
        }
        const be_portfolio *all = be_portfolio_sums_all(sums, &count);
        be_arena_reset(other);
        const be_portfolio *anew = be_portfolio_add_up(other, p.places, PARTS, &anew_count);
        assert_same_portfolios(all, count, anew, anew_count);
        check_sums(&p, all, count);
    }
    be_arena_destroy(other);
}

static void a_part_that_is_none_is_left_out(void **state)
{
    static parts p;
    random_source r = random_start("a part that is none");
    size_t count, fewer_count, items = 0;
    fill(&p, &r);
    p.places[0] = p.places[50] = p.places[99] = NULL;
    const be_portfolio *all = be_portfolio_add_up(*state, p.places, PARTS, &count);
    const be_portfolio *fewer = be_portfolio_add_up(*state, p.places + 1, 49, &fewer_count);
    for (size_t i = 0; i < count; i++)
        items += all[i].item_count;
    assert_int_equal(items, PARTS - 3);
    assert_int_equal(fewer[0].item_count + (fewer_count > 1 ? fewer[1].item_count : 0), 49);
    assert_non_null(be_portfolio_add_up(*state, p.places, 1, &count));
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(adds_each_currency_apart, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(an_item_without_an_option_is_counted_not_guessed,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_plan_of_nothing_has_no_portfolio, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(one_currency_takes_a_rate_for_every_other, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_product_planned_twice_is_noticed, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(sums_follow_the_parts_exactly, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_part_that_is_none_is_left_out, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("portfolio", tests, NULL, NULL);
}
