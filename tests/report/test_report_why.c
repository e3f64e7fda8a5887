/* Why the best plan is the best, in words: all that may be known of it. */
#include "report_test.h"

#include <locale.h>

#include "report/report_why.h"

enum { MONTHS = 12, PURCHASES = 9 };

static const be_package packages[] = {{.id = "10k", .size = 10000}};
static const be_capacity_price terms[] = {{.term = BE_TERM_MONTH}};
static const be_general_package points[] = {{.id = "points-5k", .points = 5000}};

static be_provider provider;
static be_product product;
static be_quote quote;
static be_why_purchase purchases[PURCHASES];
static be_why why;
static compare_answer asked;

static int set_up(void **state)
{
    (void)state;
    product = a_product();
    provider = *product.provider;
    provider.general_packages = points;
    product.provider = &provider;
    product.packages = packages;
    product.package_count = COUNT_OF(packages);
    product.capacity = (be_capacity){.offered = true, .prices = terms, .price_count = 1};
    quote = (be_quote){.product = &product,
                       .has_recommended = true,
                       .recommended = BE_OPTION_BEST,
                       .usage = {.horizon.months = MONTHS, .billable_total = 7000}};
    purchases[0] = (be_why_purchase){.buy = {.kind = BE_BUY_PACKAGE, .count = 1, .terms = 1},
                                     .saves = be_amount_of(9),
                                     .units = 10000,
                                     .used = 9200,
                                     .has_break_even = true,
                                     .break_even = 6875,
                                     .from_there_on = true};
    why = (be_why){.purchases = purchases, .purchase_count = 1};
    asked = (compare_answer){.quote = &quote, .why = &why};
    return 0;
}

static char *told(void)
{
    page *p = page_create();
    report_proof(p, &quote);
    report_why(p, &asked);
    return unbroken(text_of_page(p));
}

static void expect(const char *words)
{
    assert_says(told(), words);
}

static void expect_none(const char *words)
{
    assert_silent(told(), words);
}

static void tells_how_far_the_proof_goes(void **state)
{
    (void)state;
    be_option *best = &quote.options[BE_OPTION_BEST];
    best->bill.total = be_amount_of(100);
    quote.bound = be_amount_of(99);
    expect("Not proven: no plan saves more than 1% of it.");
    quote.bound = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    expect("Not proven: a plan that costs less may exist.");
    best->schedule.proven = true;
    expect("Proven: no other plan costs less.");
}

static void says_nothing_where_there_is_nothing_to_explain(void **state)
{
    (void)state;
    quote.usage.billable_total = 0;
    expect_none("Why");
    quote.usage.billable_total = 1;
    quote.has_recommended = false;
    expect_none("Why");
    quote.has_recommended = true;
    asked.why = NULL;
    expect_none("Why");
}

static void tells_the_next_best(void **state)
{
    (void)state;
    why.next = (be_why_next){.gives_up = true};
    expect("No plan was found that does without any of its purchases.");
    why.next.found = why.next.optimal = true;
    why.next.without = purchases[0].buy;
    why.next.cost = be_amount_of(80);
    why.next.more = be_amount_of(5);
    expect("Next best, without 10k packages: nothing for $80.00, $5.00 more.");
    why.next.without.kind = BE_BUY_GENERAL;
    why.next.more = be_amount_of(0);
    expect("Next best, without points-5k packages: nothing for $80.00, as much.");
    why.next.without.kind = BE_BUY_CAPACITY;
    why.next.more = be_amount_of(-5);
    why.next.optimal = false;
    expect("Next best, without QPS by the month: nothing for $80.00, $5.00 less (not proven).");
    product.capacity.adds_to = BE_CAPACITY_CONCURRENCY;
    expect("Next best, without concurrency by the month:");
    why.next.gives_up = false;
    expect("Next best that buys something:");
}

static void tells_from_where_on_a_purchase_pays(void **state)
{
    (void)state;
    expect("pays from 6,875 of its 10,000 pages on; 9,200 are used.");
    purchases[0].from_there_on = false;
    expect("pays at 6,875 of its 10,000 pages, but perhaps not at every number above;");
    purchases[0].has_break_even = false;
    expect("doing without it would cost $9.00 more;");
    purchases[0].saves = be_amount_of(-9);
    expect("doing without it would cost $9.00 less;");
    purchases[0].saves = be_amount_of(0);
    expect("doing without it would cost as much;");
}

static void tells_what_would_be_missing(void **state)
{
    (void)state;
    purchases[0].saves = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    expect("without it some units have no known price");
    purchases[0].overloads = true;
    expect("without it the peak is not carried");
    purchases[0].unserved = 7;
    expect("without it 7 pages would go unserved");
}

static void tells_alike_purchases_as_one(void **state)
{
    (void)state;
    purchases[1] = purchases[2] = purchases[0];
    purchases[1].buy.month = 1;
    purchases[2].buy.month = 2;
    why.purchase_count = 3;
    expect("0000-01 to 0000-03, each:");
    purchases[2].buy.month = 5;
    expect("0000-01 to 0000-06, 3 times:");
    purchases[2].break_even = 7000;
    expect("pays from 7,000 of its 10,000 pages on");
    for (int i = 0; i < 3; i++)
        purchases[i].has_break_even = false;
    purchases[2].unserved = 1;
    purchases[1].overloads = true;
    expect("0000-01: doing");
    expect("0000-02: doing");
    expect("0000-06: doing");
}

static void capacity_pays_from_a_number_of_calls_on(void **state)
{
    (void)state;
    purchases[0].buy.kind = BE_BUY_CAPACITY;
    purchases[1] = purchases[0];
    purchases[1].buy.month = 1;
    purchases[1].break_even = 7000; /* of a longer month */
    why.purchase_count = 2;
    expect("0000-01 to 0000-02, each: pays from 7,000 pages on; 9,200 pages are free under it each "
           "time.");
    purchases[0].used = purchases[1].used = 0;
    expect("pays from 7,000 pages on.");
}

static void stops_where_nobody_reads_on(void **state)
{
    (void)state;
    for (int i = 1; i < PURCHASES; i++) {
        purchases[i] = purchases[0];
        purchases[i].buy.count = i + 1;
    }
    why.purchase_count = 7;
    expect("And 1 purchase more: --format json has them all.");
    why.purchase_count = PURCHASES;
    expect("And 3 purchases more: --format json has them all.");
}

static void tells_the_volumes_that_are_proven(void **state)
{
    (void)state;
    why.range = (be_why_range){
        .found = true, .proven = true, .from = 14, .to = 14, .from_exact = true, .to_exact = true};
    expect("Is the best at 14 pages only in the first month.");
    quote.usage.horizon.months = 1;
    why.range.to = 20;
    expect("Stays the best from 14 to 20 pages a month.");
    why.range.to_exact = false;
    expect("Stays the best from 14 to at least 20 pages a month.");
    why.range.from_exact = false;
    expect("Stays the best from at most 14 to at least 20 pages a month.");
    why.range.to_exact = true;
    expect("Stays the best from at most 14 to 20 pages a month.");
}

static void tells_the_volumes_that_were_looked_at(void **state)
{
    (void)state;
    quote.usage.horizon.months = 1;
    why.range =
        (be_why_range){.found = true, .from = 14, .to = 20, .from_exact = true, .to_exact = true};
    expect("Is no longer the best at 13 pages and at 21 pages a month; not every volume between");
    why.range.to_exact = false;
    expect("Is no longer the best at 13 pages a month; not every volume above");
    why.range.from_exact = false;
    expect("Is the best at 20 pages a month as well; not every volume below");
    why.range.to_exact = true;
    expect("Is no longer the best at 21 pages a month; not every volume below");
    why.range.from = 0;
    why.range.from_exact = true;
    expect("Is no longer the best at 21 pages a month; not every volume below");
}

static void advises_more_units_where_they_cost_less(void **state)
{
    static const be_why_padding paddings[] = {{.saves = {.scaled = 0}}, {.saves = {.scaled = 0}}};
    (void)state;
    why.paddings = paddings;
    why.padding_count = 1;
    expect_none("a few more units"); /* the warnings tell of a single one */
    why.padding_count = COUNT_OF(paddings);
    expect("In 2 months a few more units would cost less: $0.00 in all.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(tells_how_far_the_proof_goes, set_up),
        cmocka_unit_test_setup(says_nothing_where_there_is_nothing_to_explain, set_up),
        cmocka_unit_test_setup(tells_the_next_best, set_up),
        cmocka_unit_test_setup(tells_from_where_on_a_purchase_pays, set_up),
        cmocka_unit_test_setup(tells_what_would_be_missing, set_up),
        cmocka_unit_test_setup(tells_alike_purchases_as_one, set_up),
        cmocka_unit_test_setup(capacity_pays_from_a_number_of_calls_on, set_up),
        cmocka_unit_test_setup(stops_where_nobody_reads_on, set_up),
        cmocka_unit_test_setup(tells_the_volumes_that_are_proven, set_up),
        cmocka_unit_test_setup(tells_the_volumes_that_were_looked_at, set_up),
        cmocka_unit_test_setup(advises_more_units_where_they_cost_less, set_up),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
