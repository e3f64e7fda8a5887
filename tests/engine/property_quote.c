/* What holds for every quote, whatever is sold and needed. */
#include "engine_test.h"
#include "random_product.h"

enum { CASES = 3000 };

static be_limit random_limit(random_source *r)
{
    return (be_limit){.stated = random_chance(r, 70), .value = random_between(r, 1, 4)};
}

/* A random plan with limits, its purchases pinned as the user's own. */
static void random_question(random_source *r, engine_plan *plan)
{
    plain_plan plain = random_plan(r);
    engine_plan_fill(plan, &plain);
    be_product *product = &plan->box.product;
    product->limits = (be_limits){.qps = random_limit(r),
                                  .with_package = random_limit(r),
                                  .rps = random_limit(r),
                                  .concurrency = random_limit(r),
                                  .over = random_chance(r, 50) ? BE_OVER_QUEUE : BE_OVER_REJECT};
    product->capacity.max = random_between(r, 2, 6);
    product->capacity.additive = random_chance(r, 50);
    plan->demand.qps = random_between(r, 0, 5);
    plan->demand.concurrency = random_between(r, 0, 5);
    plan->demand.response = random_between(r, 0, 2) * 500000;
    plan->demand.peak_days = (int)random_between(r, 0, 31);
    plan->demand.pinned = plan->purchases;
    plan->demand.pinned_count = plan->purchase_count;
}

static const be_quote *ask(be_arena *arena, const engine_plan *plan)
{
    return quote_of(arena, &plan->box.product, &plan->demand, plan->horizon);
}

static void the_best_is_the_cheapest_that_can_be_had(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("best column");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        engine_plan plan;
        random_question(&r, &plan);
        be_arena_reset(arena);
        const be_quote *quote = ask(arena, &plan);
        const be_option *best = &quote->options[BE_OPTION_BEST];
        bool any = false;
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *o = &quote->options[id];
            if (!be_option_eligible(o))
                continue;
            any = true;
            if (be_amount_compare(best->bill.total, o->bill.total) > 0)
                fail_msg("case %u: %s is cheaper", n, be_option_name(o->id));
        }
        assert_int_equal(any, quote->has_recommended);
        assert_int_equal(any, be_option_eligible(best));
        if (any)
            assert_int_equal(
                be_amount_compare(quote->options[best->same_as].bill.total, best->bill.total), 0);
    }
}

static void every_column_is_the_bill_of_its_purchases(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("columns");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        engine_plan plan;
        random_question(&r, &plan);
        be_arena_reset(arena);
        const be_quote *quote = ask(arena, &plan);
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *o = &quote->options[id];
            if (!o->offered) {
                assert_true(id == BE_OPTION_OWN || o->reason_count > 0);
                continue;
            }
            const be_bill *again = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                           o->schedule.purchases, o->schedule.count);
            assert_int_equal(be_amount_compare(again->total, o->bill.total), 0);
            /* Whoever cannot take a column is told why. */
            if (!be_option_eligible(o) && o->reason_count == 0)
                fail_msg("case %u: %s gives no reason", n, be_option_name(o->id));
            if (be_option_eligible(o) && o->reason_count > 0)
                fail_msg("case %u: %s gives a reason against itself", n, be_option_name(o->id));
        }
        assert_int_equal(quote->options[BE_OPTION_PAYG].schedule.count, 0);
    }
}

static void swap_packages(engine_plan *plan, size_t i, size_t j)
{
    be_package package = plan->box.packages[i];
    plan->box.packages[i] = plan->box.packages[j];
    plan->box.packages[j] = package;
    for (size_t k = 0; k < plan->purchase_count; k++) {
        be_purchase *p = &plan->purchases[k];
        if (p->kind != BE_BUY_PACKAGE)
            continue;
        p->item = p->item == i ? j : p->item == j ? i : p->item;
    }
}

static void the_order_of_the_catalogue_changes_no_total(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("order of the catalogue");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        engine_plan plan;
        random_question(&r, &plan);
        be_arena_reset(arena);
        const be_quote *quote = ask(arena, &plan);
        swap_packages(&plan, 0, (size_t)random_between(&r, 1, PLAIN_PACKAGES - 1));
        const be_quote *shuffled = ask(arena, &plan);
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            const be_option *a = &quote->options[id], *b = &shuffled->options[id];
            if (be_amount_compare(a->bill.total, b->bill.total) != 0)
                fail_msg("case %u: %s", n, be_option_name(a->id));
            assert_int_equal(a->same_as, b->same_as);
        }
    }
}

static void an_option_costs_no_less_when_a_package_is_no_longer_sold(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("fewer packages");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        engine_plan plan;
        random_question(&r, &plan);
        plan.demand.pinned_count = 0;
        for (size_t i = 0; i < PLAIN_PACKAGES; i++)
            plan.box.packages[i].valid.count = 3;
        for (size_t i = 0; i < plan.demand.owned_count; i++)
            plan.owned[i].expires = plan.horizon.start;
        be_arena_reset(arena);
        const be_option *all = &ask(arena, &plan)->options[BE_OPTION_PACKAGE];
        plan.box.product.package_count--;
        const be_option *fewer = &ask(arena, &plan)->options[BE_OPTION_PACKAGE];
        if (be_amount_compare(fewer->bill.purchased, all->bill.purchased) < 0)
            fail_msg("case %u", n);
    }
}

#define PROPERTY(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(the_best_is_the_cheapest_that_can_be_had),
        PROPERTY(every_column_is_the_bill_of_its_purchases),
        PROPERTY(the_order_of_the_catalogue_changes_no_total),
        PROPERTY(an_option_costs_no_less_when_a_package_is_no_longer_sold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
