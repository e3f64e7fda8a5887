/* Sampling: what to buy now when the volume is uncertain. */
#include "engine_test.h"
#include "fixtures.h"

#include <stdlib.h>

enum { YEAR = 12, PATHS = 40, SEED = 1 };

static be_sampling *sample(const be_product *product, const be_demand *demand, int months,
                           uint64_t seed, size_t paths)
{
    be_sampling *s = be_sampling_create(product, demand, horizon_of(2026, 12, months), seed, paths);
    assert_non_null(s);
    while (be_sampling_result(s) == NULL)
        assert_true(be_sampling_step(s, 100));
    return s;
}

/* 1,000 pictures for 75, 10,000 for 550, 100,000 for 4,500, or 0.08 each and less from 10,000 on.
 */
static be_demand pictures(product_box *box, be_quantity volume)
{
    fixture_style_transfer(box);
    return (be_demand){.volume = volume, .postpaid = true, .has_free_left = true};
}

static const be_sampled_choice *choice_of(const be_sampled *r, be_sampled_basis basis)
{
    for (size_t i = 0; i < r->choice_count; i++) {
        if (r->choices[i].of[basis])
            return &r->choices[i];
    }
    fail_msg("no choice is that of %d", (int)basis);
    abort(); /* not reached, which compilers cannot know */
}

static void expect_buys(const be_sampled_choice *choice, size_t item, be_quantity count)
{
    assert_int_equal(choice->now.count, 1);
    assert_int_equal(choice->now.purchases[0].item, item);
    assert_int_equal(choice->now.purchases[0].count, count);
    assert_int_equal(choice->now.purchases[0].month, 0);
}

/* 84,000 pictures in a year for 4,500, as the optimum has it. */
static void what_is_certain_is_the_optimum(void **state)
{
    (void)state;
    product_box box;
    const be_demand demand = pictures(&box, 7000);
    be_sampling *s = sample(&box.product, &demand, YEAR, SEED, PATHS);
    const be_sampled *r = be_sampling_result(s);
    assert_true(r->has_recommended);
    assert_int_equal(r->recommended, r->expected);
    assert_int_equal(r->volume_p10, 84000);
    assert_int_equal(r->volume_p90, 84000);
    const be_sampled_choice *best = &r->choices[r->recommended];
    expect_buys(best, 2, 1);
    assert_amount(best->price, "4500");
    assert_amount(best->cost.mean, "4500");
    assert_amount(best->cost.p10, "4500");
    assert_amount(best->cost.p90, "4500");
    assert_amount(best->excess, "0");
    assert_amount(r->foresight.mean, "4500");
    assert_amount(r->never_prepay.mean, "6720");
    assert_amount(r->never_prepay_excess, "2220");
    assert_int_equal(r->choice_count, 2); /* nothing, and what all plans begin with */
    assert_true(best->of[BE_SAMPLED_P10] && best->of[BE_SAMPLED_P75]);
    assert_false(best->of[BE_SAMPLED_HIGHEST]);
    assert_int_equal(r->purchase_count, 1);
    assert_int_equal(r->purchases[0].pays_on, PATHS);
    be_sampling_destroy(s);
}

/*
 * Nothing bought now, and one month passes: 560 by the unit, then 77,000 pictures: seven of 10,000
 * and seven of 1,000 are 4,375, eight of 10,000 are 4,400, seven and 7,000 by the unit 4,410.
 */
static void waiting_costs_what_is_then_bought(void **state)
{
    (void)state;
    product_box box;
    const be_demand demand = pictures(&box, 7000);
    be_sampling *s = sample(&box.product, &demand, YEAR, SEED, 1);
    const be_sampled *r = be_sampling_result(s);
    const be_sampled_choice *nothing = choice_of(r, BE_SAMPLED_NOTHING);
    assert_amount(nothing->price, "0");
    assert_amount(nothing->cost.mean, "4935");
    assert_amount(nothing->excess, "435");
    be_sampling_destroy(s);
}

/* All use ends after the first month: 7,000 pictures, 525 in seven packages. */
static void what_is_cancelled_is_not_bought_for(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 7000);
    demand.cancellation = BE_RATIO_ONE;
    be_sampling *s = sample(&box.product, &demand, YEAR, SEED, PATHS);
    const be_sampled *r = be_sampling_result(s);
    expect_buys(&r->choices[r->recommended], 0, 7);
    assert_amount(r->choices[r->recommended].cost.mean, "525");
    assert_amount(r->never_prepay.mean, "560");
    assert_amount(r->never_prepay_excess, "35");
    expect_buys(&r->choices[r->expected], 2, 1);
    assert_amount(r->choices[r->expected].cost.mean, "4500");
    assert_amount(r->choices[r->expected].excess, "3975");
    assert_int_equal(r->purchase_count, 2);
    assert_int_equal(r->purchases[0].choice, r->recommended);
    assert_int_equal(r->purchases[0].pays_on, PATHS);
    assert_int_equal(r->purchases[1].choice, r->expected);
    assert_int_equal(r->purchases[1].pays_on, 0);
    be_sampling_destroy(s);
}

/* Pay-as-you-go is off: only the highest path's packages serve the first month on all paths. */
static void what_must_serve_all_is_bought_for_the_highest(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 7000);
    demand.postpaid = false;
    demand.spread = BE_RATIO_ONE;
    be_sampling *s = sample(&box.product, &demand, 2, SEED, PATHS);
    const be_sampled *r = be_sampling_result(s);
    assert_true(r->has_recommended);
    assert_true(r->choices[r->recommended].of[BE_SAMPLED_HIGHEST]);
    assert_amount(choice_of(r, BE_SAMPLED_NOTHING)->cost.mean, "unpublished");
    assert_amount(r->never_prepay_excess, "unpublished");
    be_sampling_destroy(s);
}

static void nothing_is_recommended_where_nothing_will_do(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_demand demand = {.volume = 100, .qps = 4, .spread = BE_RATIO_ONE / 2};
    be_sampling *s = sample(product, &demand, 3, SEED, 5);
    const be_sampled *r = be_sampling_result(s);
    assert_false(r->has_recommended);
    assert_amount(r->foresight.mean, "unpublished");
    assert_int_equal(r->purchase_count, 0);
    be_sampling_destroy(s);
}

/* A year of QPS is not owned in the second month, but runs on. */
static void running_capacity_is_not_bought_again(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    be_demand demand = {.volume = 100000, .qps = 25};
    be_sampling *s = sample(product, &demand, YEAR, SEED, 1);
    const be_sampled *r = be_sampling_result(s);
    const be_sampled_choice *best = &r->choices[r->recommended];
    assert_int_equal(best->now.purchases[0].kind, BE_BUY_CAPACITY);
    assert_int_equal(be_amount_compare(best->cost.mean, r->foresight.mean), 0);
    be_sampling_destroy(s);
    demand.spread = BE_RATIO_ONE / 10; /* every path goes on from the year */
    s = sample(product, &demand, YEAR, SEED, 10);
    r = be_sampling_result(s);
    assert_amount(r->choices[r->recommended].excess, "0");
    assert_amount(r->choices[r->recommended].price, "54000");
    be_sampling_destroy(s);
}

/* 5,000,000 pictures in two months, by packages of 1,000 alone: ten at a time, told one by one. */
static void bundles_are_told_as_what_is_sold(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 2500000);
    demand.postpaid = false;
    box.product.package_count = 1;
    be_sampling *s = sample(&box.product, &demand, 2, SEED, 1);
    const be_sampled *r = be_sampling_result(s);
    expect_buys(&r->choices[r->recommended], 0, 2500);
    assert_amount(r->choices[r->recommended].price, "187500");
    assert_amount(r->choices[r->recommended].cost.mean, "375000");
    assert_int_equal(r->purchases[0].buy.count, 2500);
    be_sampling_destroy(s);
}

/* 12,000 in the first month, and no other use: 10,000 and two of 1,000 for 700, by the unit 840.
 * Each of the two kinds is judged by the best plan without it. */
static void each_of_several_purchases_is_judged(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 12000);
    demand.cancellation = BE_RATIO_ONE;
    be_sampling *s = sample(&box.product, &demand, 2, SEED, PATHS);
    const be_sampled *r = be_sampling_result(s);
    const be_sampled_choice *best = &r->choices[r->recommended];
    assert_int_equal(best->now.count, 2);
    assert_amount(best->cost.mean, "700");
    assert_int_equal(r->purchase_count >= 2, true);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(r->purchases[i].choice, r->recommended);
        assert_int_equal(r->purchases[i].pays_on, PATHS);
    }
    be_sampling_destroy(s);
}

static void paths_are_kept_in_range(void **state)
{
    (void)state;
    product_box box;
    const be_demand demand = {.volume = 10};
    const be_product *product = fixture_flat(&box, "0.5");
    be_sampling *s = sample(product, &demand, 1, SEED, 0);
    assert_int_equal(be_sampling_result(s)->paths, 1);
    assert_int_equal(be_sampling_result(s)->seed, SEED);
    assert_amount(be_sampling_result(s)->foresight.mean, "5");
    be_sampling_destroy(s);
    s = sample(product, &demand, 1, SEED, BE_PATHS_MAX + 1);
    assert_int_equal(be_sampling_result(s)->paths, BE_PATHS_MAX);
    be_sampling_destroy(s);
    be_sampling_destroy(NULL);
}

static void progress_goes_to_the_end(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 7000);
    demand.spread = BE_RATIO_ONE / 2;
    be_sampling *s = be_sampling_create(&box.product, &demand, horizon_of(2026, 12, 3), SEED, 10);
    size_t done = 0, total = 0, before = 0;
    be_sampling_progress(s, &done, &total);
    assert_int_equal(done, 0);
    assert_true(total > 10);
    while (be_sampling_result(s) == NULL) {
        assert_true(be_sampling_step(s, 1));
        be_sampling_progress(s, &done, &total);
        assert_int_equal(done, before + 1);
        assert_true(done <= total);
        before = done;
    }
    assert_int_equal(done, total);
    assert_true(be_sampling_step(s, 5)); /* and no further */
    be_sampling_progress(s, &done, &total);
    assert_int_equal(done, before);
    be_sampling_destroy(s);
}

static void a_sampling_may_end_at_any_time(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 7000);
    demand.spread = BE_RATIO_ONE / 2;
    for (size_t pieces = 0; pieces < 40; pieces += 3) {
        be_sampling *s =
            be_sampling_create(&box.product, &demand, horizon_of(2026, 12, 3), SEED, 20);
        assert_true(be_sampling_step(s, pieces));
        assert_null(be_sampling_result(s));
        be_sampling_destroy(s);
    }
}

static void another_seed_draws_other_paths(void **state)
{
    (void)state;
    product_box box;
    be_demand demand = pictures(&box, 7000);
    demand.spread = BE_RATIO_ONE / 2;
    be_sampling *a = sample(&box.product, &demand, YEAR, 1, PATHS);
    be_sampling *b = sample(&box.product, &demand, YEAR, 2, PATHS);
    assert_int_not_equal(be_amount_compare(be_sampling_result(a)->foresight.mean,
                                           be_sampling_result(b)->foresight.mean),
                         0);
    be_sampling_destroy(a);
    be_sampling_destroy(b);
}

static void names_of_bases(void **state)
{
    (void)state;
    assert_string_equal(be_sampled_basis_name(BE_SAMPLED_NOTHING), "nothing");
    assert_string_equal(be_sampled_basis_name(BE_SAMPLED_P35), "p35");
    assert_string_equal(be_sampled_basis_name(BE_SAMPLED_HIGHEST), "highest");
}

/* -- which way to plan is best: mean cost above perfect foresight, in hundredths of a percent ----
 */

enum { WAYS = 5, VOLUMES = 4, HUNDREDTHS_OF_PERCENT = 10000 };

typedef struct ways {
    be_amount foresight, excess[WAYS]; /* sampled, P10, P50, P75, never */
} ways;

static void add_ways(const be_sampled *r, ways *sum)
{
    const be_amount excess[WAYS] = {r->choices[r->recommended].excess,
                                    choice_of(r, BE_SAMPLED_P10)->excess,
                                    choice_of(r, BE_SAMPLED_P50)->excess,
                                    choice_of(r, BE_SAMPLED_P75)->excess, r->never_prepay_excess};
    for (int i = 0; i < WAYS; i++)
        sum->excess[i] = be_amount_add(sum->excess[i], excess[i]);
    sum->foresight = be_amount_add(sum->foresight, r->foresight.mean);
}

static int share_of(const ways *sum, int way)
{
    return (int)(sum->excess[way].scaled / (sum->foresight.scaled / HUNDREDTHS_OF_PERCENT));
}

static void sampled_choice_beats_the_rules_of_thumb(void **state)
{
    (void)state;
    static const be_quantity volumes[VOLUMES] = {700, 2000, 7000, 25000};
    static const struct {
        const char *name;
        int spread, cancellation; /* percent */
    } settings[] = {{"stable", 10, 0}, {"uncertain", 50, 0}, {"and may end", 50, 3}};
    print_message("%-12s sampled     P10     P50     P75   never\n", "");
    for (size_t i = 0; i < COUNT_OF(settings); i++) {
        ways sum = {be_amount_zero(), {{0}, {0}, {0}, {0}, {0}}};
        for (int v = 0; v < VOLUMES; v++) {
            product_box box;
            be_demand demand = pictures(&box, volumes[v]);
            demand.spread = BE_RATIO_ONE / 100 * settings[i].spread;
            demand.cancellation = BE_RATIO_ONE / 100 * settings[i].cancellation;
            be_sampling *s = sample(&box.product, &demand, YEAR, SEED, PATHS);
            add_ways(be_sampling_result(s), &sum);
            be_sampling_destroy(s);
        }
        print_message("%-12s", settings[i].name);
        for (int way = 0; way < WAYS; way++)
            print_message(" %4d.%02d%%", share_of(&sum, way) / 100, share_of(&sum, way) % 100);
        print_message("\n");
        assert_true(share_of(&sum, 0) <= share_of(&sum, 3));
        assert_true(share_of(&sum, 0) < share_of(&sum, 4));
        if (settings[i].spread > 10)
            assert_true(share_of(&sum, 0) < share_of(&sum, 3));
    }
}

/* Who may stop buys no more in advance. */
static void cancellation_buys_no_more(void **state)
{
    (void)state;
    static const be_quantity volumes[VOLUMES] = {700, 2000, 7000, 25000};
    for (int v = 0; v < VOLUMES; v++) {
        product_box box;
        be_demand demand = pictures(&box, volumes[v]);
        demand.spread = BE_RATIO_ONE / 4;
        be_sampling *steady = sample(&box.product, &demand, YEAR, SEED, PATHS);
        be_demand ending = demand;
        ending.cancellation = BE_RATIO_ONE / 5;
        be_sampling *risky = sample(&box.product, &ending, YEAR, SEED, PATHS);
        const be_sampled *a = be_sampling_result(steady), *b = be_sampling_result(risky);
        assert_true(be_amount_compare(b->choices[b->recommended].price,
                                      a->choices[a->recommended].price) <= 0);
        be_sampling_destroy(steady);
        be_sampling_destroy(risky);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_certain_is_the_optimum),
        cmocka_unit_test(waiting_costs_what_is_then_bought),
        cmocka_unit_test(what_is_cancelled_is_not_bought_for),
        cmocka_unit_test(what_must_serve_all_is_bought_for_the_highest),
        cmocka_unit_test(nothing_is_recommended_where_nothing_will_do),
        cmocka_unit_test(running_capacity_is_not_bought_again),
        cmocka_unit_test(bundles_are_told_as_what_is_sold),
        cmocka_unit_test(each_of_several_purchases_is_judged),
        cmocka_unit_test(paths_are_kept_in_range),
        cmocka_unit_test(progress_goes_to_the_end),
        cmocka_unit_test(a_sampling_may_end_at_any_time),
        cmocka_unit_test(another_seed_draws_other_paths),
        cmocka_unit_test(names_of_bases),
        cmocka_unit_test(sampled_choice_beats_the_rules_of_thumb),
        cmocka_unit_test(cancellation_buys_no_more),
    };
    return cmocka_run_group_tests_name("sampling", tests, NULL, NULL);
}
