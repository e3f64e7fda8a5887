/* Answers of large plans: given when asked for, kept in short, and the same however they came. */
#include <stdio.h>

#include "engine/same_portfolio.h"

#include "catalog/catalog_load.h"
#include "engine/random.h"
#include "tui/model/answers.h"
#include "tui/model/session.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_files.h"
#include "tui/model/session_typing.h"

enum { LARGE = 250, RANDOM_STEPS = 150, CHECK_EVERY = 3 };

static const be_date today = {2026, 11, 21};

static catalog *prices;

static int load_prices(void **state)
{
    problems found = {0};
    (void)state;
    prices = catalog_load_builtin(NULL, &found);
    problems_clear(&found);
    return prices == NULL ? -1 : 0;
}

static int drop_prices(void **state)
{
    (void)state;
    catalog_destroy(prices);
    return 0;
}

static void edit(session *s, field_id id, const char *text)
{
    char reason[FIELD_REASON];
    if (!session_edit(s, id, text, reason))
        fail_msg("%s: %s", text, reason);
    session_settle(s);
}

static session *empty_session(void)
{
    session *s =
        session_create(catalog_view(prices), (be_horizon){be_month_of(2026, 12), 3}, today);
    assert_non_null(s);
    return s;
}

static session *large_session(void)
{
    session *s = empty_session();
    const be_catalog *all = catalog_view(prices);
    for (size_t i = 0; i < LARGE; i++) {
        char volume[FIELD_TEXT];
        assert_true(session_add(s, be_catalog_product(all, i % be_catalog_product_count(all))));
        snprintf(volume, sizeof volume, "%zu", 1000 + 137 * i);
        edit(s, FIELD_VOLUME, volume);
    }
    return s;
}

/* -- held against the engine ------------------------------------------------------------------- */

static void assert_summary(const session *s, size_t index, const be_quote *quote)
{
    be_portfolio_part part;
    const item_summary *kept = session_summary(s, index);
    assert_non_null(kept);
    be_portfolio_part_of(quote, &part);
    assert_ptr_equal(kept->part.product, part.product);
    assert_int_equal(kept->part.shared, part.shared);
    assert_true(kept->part.bound.scaled == part.bound.scaled);
    assert_int_equal(kept->has_recommended, quote->has_recommended);
    assert_int_equal(kept->recommended, quote->recommended);
    assert_int_equal(kept->way, quote->options[quote->recommended].same_as);
    assert_int_equal(kept->warning_count, quote->warning_count);
    assert_int_equal(kept->price_old, quote->price_old);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        assert_int_equal(kept->part.options[id].eligible, part.options[id].eligible);
        assert_true(kept->part.options[id].total.scaled == part.options[id].total.scaled);
    }
}

static void assert_quote(const session *s, size_t index, const be_quote *expected)
{
    const be_quote *quote = session_quote(s, index);
    assert_non_null(quote);
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        assert_true(quote->options[id].bill.total.scaled ==
                    expected->options[id].bill.total.scaled);
}

/* The plan answered at once by the engine alone, from the demands that the answers are for. */
static void assert_as_the_engine_says(const session *s)
{
    size_t count = session_count(s), sum_count, engine_count;
    be_arena *arena = be_arena_create();
    assert_non_null(arena);
    be_plan_item *items = be_arena_alloc(arena, count + 1, sizeof *items);
    be_demand *demands = be_arena_alloc(arena, count + 1, sizeof *demands);
    const be_quote **quotes = be_arena_alloc(arena, count + 1, sizeof *quotes);
    const be_portfolio *sums = session_portfolios(s, &sum_count);
    for (size_t i = 0; i < count; i++) {
        demands[i] = *session_demand(s, i); /* none has arrays of its own here */
        items[i] = (be_plan_item){session_product(s, i), &demands[i]};
    }
    assert_true(be_quote_create_plan(arena, items, count, session_horizon(s), today, quotes));
    const be_portfolio *expected = be_portfolio_create(arena, quotes, count, &engine_count);
    assert_same_portfolios(sums, sum_count, expected, engine_count);
    for (size_t i = 0; i < count; i++) {
        assert_summary(s, i, quotes[i]);
        assert_quote(s, i, quotes[i]);
    }
    be_arena_destroy(arena);
}

/* -- what is open ------------------------------------------------------------------------------ */

static void items_are_open_until_asked_for(void **state)
{
    (void)state;
    session *s = large_session();
    assert_int_equal(session_open(s), LARGE);
    assert_non_null(session_summary(s, 7));
    assert_false(session_is_open(s, 7));
    assert_true(session_is_open(s, 8));
    size_t open = session_open(s);
    assert_true(open < LARGE);
    session_select(s, 50);
    session_answer_next(s);
    assert_false(session_is_open(s, 50)); /* from the selected one on */
    assert_true(session_open(s) < open);
    while (session_open(s) > 0)
        session_answer_next(s);
    assert_as_the_engine_says(s);
    session_destroy(s);
}

static void sums_are_of_all_items_or_none(void **state)
{
    (void)state;
    size_t count;
    session *s = large_session();
    assert_int_equal(session_open(s), LARGE);
    assert_non_null(session_portfolios(s, &count));
    assert_int_equal(session_open(s), 0);
    assert_as_the_engine_says(s);
    session_destroy(s);
}

/* Changing an item opens it, and no other unless they share points. */
static void a_change_opens_what_it_touches(void **state)
{
    (void)state;
    size_t count;
    session *s = large_session();
    session_portfolios(s, &count);
    size_t alone = 0;
    while (session_summary(s, alone)->part.shared)
        alone++;
    session_select(s, alone);
    edit(s, FIELD_VOLUME, "123456");
    assert_int_equal(session_open(s), 1);
    assert_true(session_is_open(s, alone));
    size_t sharing = 0;
    while (!session_summary(s, sharing)->part.shared)
        sharing++;
    session_select(s, sharing);
    edit(s, FIELD_VOLUME, "123456");
    size_t members = 0;
    for (size_t i = 0; i < LARGE; i++) {
        bool shares = session_product(s, i)->provider == session_product(s, sharing)->provider &&
                      session_is_open(s, i);
        members += shares ? 1 : 0;
    }
    assert_true(members >= 2);
    assert_int_equal(session_open(s), members);
    assert_as_the_engine_says(s);
    session_destroy(s);
}

/* -- what is held ------------------------------------------------------------------------------ */

static void quotes_stay_while_a_few_others_are_asked_for(void **state)
{
    (void)state;
    session *s = large_session();
    size_t count;
    session_portfolios(s, &count);
    for (size_t first = 0; first + ANSWERS_HELD_LEAST <= LARGE; first++) {
        const be_quote *quote = session_quote(s, first);
        be_amount total = quote->options[BE_OPTION_BEST].bill.total;
        for (size_t i = 1; i < ANSWERS_HELD_LEAST; i++)
            session_quote(s, first + i);
        assert_ptr_equal(session_quote(s, first), quote);
        assert_true(quote->options[BE_OPTION_BEST].bill.total.scaled == total.scaled);
    }
    session_destroy(s);
}

/* A curve of the selected item is searched for on and on, whatever else is asked meanwhile. */
static void a_demand_stays_until_its_item_changes(void **state)
{
    (void)state;
    session *s = large_session();
    const be_demand *demand = session_demand(s, 5);
    assert_non_null(demand);
    be_quantity volume = demand->volume;
    for (size_t i = 0; i < LARGE; i++)
        assert_non_null(session_quote(s, i));
    assert_ptr_equal(session_demand(s, 5), demand);
    assert_int_equal(demand->volume, volume);
    session_select(s, 6);
    edit(s, FIELD_VOLUME, "7");
    assert_ptr_equal(session_demand(s, 5), demand);
    assert_int_equal(demand->volume, volume);
    session_select(s, 5);
    edit(s, FIELD_VOLUME, "8");
    assert_int_equal(session_demand(s, 5)->volume, 8);
    session_destroy(s);
}

static void asking_for_all_leaves_answers_and_sums(void **state)
{
    (void)state;
    session *s = large_session();
    unsigned revision = session_revision(s);
    for (int round = 0; round < 2; round++) {
        for (size_t i = LARGE; i-- > 0;)
            assert_non_null(session_quote(s, i));
    }
    assert_int_equal(session_open(s), 0);
    assert_int_equal(session_revision(s), revision);
    assert_as_the_engine_says(s);
    session_destroy(s);
}

/* -- any order of changes ---------------------------------------------------------------------- */

static size_t below(random_source *r, size_t end)
{
    return (size_t)random_between(r, 0, (int64_t)end - 1);
}

static bool is_covered(const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], product) > 0)
            return true;
    }
    return false;
}

/* As often as not one that may share points with others. */
static const be_product *random_product(random_source *r)
{
    const be_catalog *all = catalog_view(prices);
    bool covered = random_chance(r, 50);
    for (;;) {
        const be_product *product =
            be_catalog_product(all, below(r, be_catalog_product_count(all)));
        if (is_covered(product) == covered)
            return product;
    }
}

static void random_step(session *s, random_source *r)
{
    char volume[FIELD_TEXT];
    size_t count = session_count(s);
    session_select(s, count == 0 ? 0 : below(r, count));
    snprintf(volume, sizeof volume, "%zu", below(r, 200000));
    switch (count < 3 ? 0 : below(r, 12)) {
    case 0:
    case 1:
        assert_true(session_add(s, random_product(r)));
        edit(s, FIELD_VOLUME, volume);
        break;
    case 2:
        session_remove(s);
        break;
    case 3:
        session_undo(s);
        break;
    case 4:
        session_redo(s);
        break;
    case 5:
        edit(s, FIELD_MONTHS, below(r, 2) == 0 ? "2" : "3");
        break;
    case 6:
        session_scale(s, below(r, 2) == 0, 10);
        break;
    case 7:
        if (count > 0)
            session_quote(s, below(r, count));
        break;
    case 8:
        session_answer_next(s);
        break;
    default:
        edit(s, FIELD_VOLUME, volume);
    }
}

static void any_order_of_changes_gives_the_same_answers(void **state)
{
    (void)state;
    random_source r = random_start("answers");
    session *s = empty_session();
    size_t sharing = 0;
    for (int i = 0; i < RANDOM_STEPS; i++) {
        random_step(s, &r);
        if (i % CHECK_EVERY != 0)
            continue;
        assert_as_the_engine_says(s);
        for (size_t item = 0; item < session_count(s); item++)
            sharing += session_summary(s, item)->part.shared ? 1 : 0;
    }
    assert_as_the_engine_says(s);
    assert_true(sharing > 0);
    session_destroy(s);
}

/* -- undo -------------------------------------------------------------------------------------- */

enum { EPISODES = 20, STEPS_EACH = 400, REMEMBERED = 101 };

/* A change that is one step of undo. */
static void change_once(session *s, random_source *r)
{
    char text[24];
    session_settle(s);
    snprintf(text, sizeof text, "%zu", 1 + below(r, 5000));
    if (session_count(s) > 0)
        session_select(s, below(r, session_count(s)));
    size_t kind = below(r, 8);
    if (kind == 0)
        assert_true(session_rename(s, text));
    else if (session_count(s) < 3 || kind == 1)
        assert_true(session_add(s, random_product(r)));
    else if (kind == 2)
        assert_true(session_remove(s));
    else if (kind == 3)
        assert_true(session_scale(s, true, 3));
    else if (kind == 4)
        edit(s, FIELD_MONTHS, below(r, 2) == 0 ? "2" : "3");
    else if (kind == 5 && below(r, 6) == 0)
        assert_true(session_clear(s));
    else
        edit(s, FIELD_VOLUME, text);
}

static void check_plan(const session *s, const scenario *remembered)
{
    assert_true(scenario_equal(session_plan(s), remembered));
}

/* Plans as they were, held against what undo and redo bring back. */
static void undo_brings_back_every_plan_as_it_was(void **state)
{
    (void)state;
    random_source r = random_start("undo");
    for (int episode = 0; episode < EPISODES; episode++) {
        scenario *plans[STEPS_EACH + 1] = {NULL};
        session *s = empty_session();
        size_t at = 0, last = 0, first = 0;
        plans[0] = scenario_copy(session_plan(s));
        for (int i = 0; i < STEPS_EACH; i++) {
            size_t what = below(&r, 5);
            if (what < 3) {
                change_once(s, &r);
                while (last > at)
                    scenario_destroy(plans[last--]);
                plans[++at] = scenario_copy(session_plan(s));
                last = at;
                first = at - first >= REMEMBERED ? at - REMEMBERED + 1 : first;
            } else if (what == 3) {
                assert_int_equal(session_undo(s), at > first);
                at -= at > first ? 1 : 0;
            } else {
                assert_int_equal(session_redo(s), at < last);
                at += at < last ? 1 : 0;
            }
            check_plan(s, plans[at]);
        }
        assert_as_the_engine_says(s);
        for (; at > first; at--) {
            assert_true(session_undo(s));
            check_plan(s, plans[at - 1]);
        }
        assert_false(session_undo(s));
        for (; at < last; at++) {
            assert_true(session_redo(s));
            check_plan(s, plans[at + 1]);
        }
        assert_as_the_engine_says(s);
        for (size_t i = 0; i <= last; i++)
            scenario_destroy(plans[i]);
        session_destroy(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_open_until_asked_for),
        cmocka_unit_test(sums_are_of_all_items_or_none),
        cmocka_unit_test(a_change_opens_what_it_touches),
        cmocka_unit_test(quotes_stay_while_a_few_others_are_asked_for),
        cmocka_unit_test(a_demand_stays_until_its_item_changes),
        cmocka_unit_test(asking_for_all_leaves_answers_and_sums),
        cmocka_unit_test(any_order_of_changes_gives_the_same_answers),
        cmocka_unit_test(undo_brings_back_every_plan_as_it_was),
    };
    return cmocka_run_group_tests(tests, load_prices, drop_prices);
}
