/* The fields that few plans need, without a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "planner/builtin_prices.h"
#include "support/sandbox.h"
#include "tui/model/session.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_files.h"
#include "tui/model/session_typing.h"

static const be_date today = {2026, 11, 21};

/* 30,000 pictures a month, postpaid. */
static session *make_session(void)
{
    char reason[FIELD_REASON];
    session *s =
        session_create(catalog_view(prices), (be_horizon){be_month_of(2026, 12), 12}, today);
    assert_non_null(s);
    assert_true(
        session_add(s, be_catalog_find(catalog_view(prices), "tencent/image-style-transfer")));
    assert_true(session_edit(s, FIELD_VOLUME, "30k", reason));
    assert_true(session_edit(s, FIELD_POSTPAID, "on", reason));
    return s;
}

static void assert_shows(const session *s, field_id id, const char *expected)
{
    char text[FIELD_TEXT];
    session_show(s, id, text);
    assert_string_equal(text, expected);
}

static void assert_takes(session *s, field_id id, const char *typed, const char *shown)
{
    char reason[FIELD_REASON];
    if (!session_edit(s, id, typed, reason))
        fail_msg("%s: %s", typed, reason);
    assert_shows(s, id, shown);
}

static void assert_refuses(session *s, field_id id, const char *typed, const char *why)
{
    char reason[FIELD_REASON], before[FIELD_TEXT];
    session_show(s, id, before);
    assert_false(session_edit(s, id, typed, reason));
    if (strstr(reason, why) == NULL)
        fail_msg("%s: %s", typed, reason);
    assert_shows(s, id, before);
}

static void volumes_may_differ_from_month_to_month(void **state)
{
    (void)state;
    session *s = make_session();
    assert_takes(s, FIELD_VOLUMES, "30k 35,000 1.2M; 7", "30k 35k 1.2M 7");
    assert_int_equal(session_demand(s, 0)->volume_count, 4);
    assert_int_equal(session_demand(s, 0)->volumes[2], 1200000);
    assert_int_equal(session_volume(s, 0), 30000);
    assert_refuses(s, FIELD_VOLUMES, "30k x", "is not a number");
    assert_refuses(s, FIELD_SEASON, "1 1 1 1 1 1 1 1 1 1 1 1", "cannot be combined");
    assert_takes(s, FIELD_VOLUMES, " ", "");
    assert_shows(s, FIELD_VOLUME, "30,000");
    char many[FIELD_TEXT] = "";
    for (int i = 0; i < BE_MONTHS_MAX; i++)
        strcat(many, "999,999,999,999,999 ");
    char reason[FIELD_REASON], shown[FIELD_TEXT];
    assert_true(session_edit(s, FIELD_VOLUMES, many, reason));
    session_show(s, FIELD_VOLUMES, shown);
    assert_int_equal(strlen(shown) + 1, strlen(many)); /* nothing is cut off */
    strcat(many, "1");
    assert_refuses(s, FIELD_VOLUMES, many, "are too many");
    session_destroy(s);
}

static void a_season_has_twelve_factors(void **state)
{
    (void)state;
    session *s = make_session();
    assert_takes(s, FIELD_SEASON, "1 1 1.5 80% 1 1 1 1 1 1 1 2",
                 "100% 100% 150% 80% 100% 100% 100% 100% 100% 100% 100% 200%");
    assert_int_equal(session_quote(s, 0)->usage.month[0].attempts, 60000); /* December */
    assert_refuses(s, FIELD_SEASON, "1 1", "a factor for each month");
    assert_refuses(s, FIELD_SEASON, "1 1 1 1 1 1 1 1 1 1 1 1 1", "are too many");
    assert_refuses(s, FIELD_SEASON, "1 1 1 1 1 1 1 1 1 1 1 11", "no factor of a season");
    assert_refuses(s, FIELD_VOLUMES, "1 2", "cannot be combined");
    assert_takes(s, FIELD_SEASON, "", "");
    assert_int_equal(session_quote(s, 0)->usage.month[0].attempts, 30000);
    session_destroy(s);
}

static void what_is_owned_is_used_up_first(void **state)
{
    (void)state;
    session *s = make_session();
    assert_takes(s, FIELD_OWNED, "4,000 of 10,000 until 2027-03; 500 until 2026-12",
                 "4,000 of 10,000 until 2027-03; 500 of 500 until 2026-12");
    assert_int_equal(session_demand(s, 0)->owned_count, 2);
    assert_refuses(s, FIELD_OWNED, "4,000", "until");
    assert_takes(s, FIELD_BUY, "100k x3 @2026-12; 10k", "100k x3 @2026-12; 10k x1 @2026-12");
    assert_true(session_quote(s, 0)->options[BE_OPTION_OWN].offered);
    assert_refuses(s, FIELD_BUY, "7k", "7k");
    assert_takes(s, FIELD_OWNED, "", "");
    assert_takes(s, FIELD_BUY, "", "");
    session_destroy(s);
}

static void tax_and_rates_are_the_plans(void **state)
{
    (void)state;
    session *s = make_session();
    assert_takes(s, FIELD_TAX, "6%", "6%");
    assert_int_equal(session_demand(s, 0)->tax, 6 * BE_RATIO_ONE / 100);
    assert_refuses(s, FIELD_RATES, "USD 7.12", "needs a currency of the total");
    assert_refuses(s, FIELD_RATES_DATE, "2026-11-20", "needs a currency of the total");
    assert_refuses(s, FIELD_TOTAL_IN, "yuan", "is no currency");
    assert_takes(s, FIELD_TOTAL_IN, "CNY", "CNY");
    assert_shows(s, FIELD_RATES_DATE, "2026-11-21"); /* today */
    assert_takes(s, FIELD_RATES, "USD 7.12;EUR=7.85", "USD 7.12; EUR 7.85");
    assert_takes(s, FIELD_RATES_DATE, "2026-11-20", "2026-11-20");
    assert_refuses(s, FIELD_RATES_DATE, "yesterday", "is no date");
    assert_refuses(s, FIELD_RATES, "USD", "is no rate");
    assert_refuses(s, FIELD_RATES, "USD 0", "is no rate");
    assert_refuses(s, FIELD_RATES, "CNY 1", "has a rate already");
    assert_refuses(s, FIELD_RATES, "USD 7; USD 8", "has a rate already");
    assert_refuses(s, FIELD_TOTAL_IN, "USD", "has a rate of its own");
    assert_takes(s, FIELD_TOTAL_IN, "", "");
    assert_shows(s, FIELD_RATES, "");
    session_destroy(s);
}

static void shares_and_hours_are_held_to_their_range(void **state)
{
    (void)state;
    session *s = make_session();
    assert_takes(s, FIELD_SPREAD, "40%", "40%");
    assert_takes(s, FIELD_SPREAD, "1000%", "1000%");
    assert_refuses(s, FIELD_SPREAD, "1001%", "0% to 1000%");
    assert_takes(s, FIELD_CANCELLATION, "2%", "2%");
    assert_refuses(s, FIELD_CANCELLATION, "101%", "0% to 100%");
    assert_takes(s, FIELD_FAILURES_BILLED, "50%", "50%");
    assert_takes(s, FIELD_BUSY_HOURS, "8", "8");
    assert_refuses(s, FIELD_BUSY_HOURS, "25", "is no number of hours");
    assert_takes(s, FIELD_BUSY_HOURS, "", "");
    session_destroy(s);
}

/* Whatever the form takes, a file can hold. */
static void all_of_it_is_saved(void **state)
{
    (void)state;
    static const struct {
        field_id id;
        const char *typed;
    } values[] = {{FIELD_SPREAD, "40%"},
                  {FIELD_CANCELLATION, "2%"},
                  {FIELD_BUSY_HOURS, "8"},
                  {FIELD_FAILURES, "1%"},
                  {FIELD_FAILURES_BILLED, "50%"},
                  {FIELD_TAX, "6%"},
                  {FIELD_TOTAL_IN, "CNY"},
                  {FIELD_RATES, "USD 7.12"},
                  {FIELD_SEASON, "1 1 1.5 80% 1 1 1 1 1 1 1 2"},
                  {FIELD_OWNED, "4,000 of 10,000 until 2027-03"},
                  {FIELD_BUY, "100k x3"}};
    problems found = {0};
    char reason[FIELD_REASON];
    sandbox *home = sandbox_create();
    char *path = sandbox_path(home, "plan.cfg");
    session *s = make_session(), *again = make_session();
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_true(session_edit(s, values[i].id, values[i].typed, reason));
    assert_int_equal(session_save(s, path, &found), SAVE_DONE);
    assert_true(session_load(again, path, &found));
    assert_true(scenario_equal(session_plan(s), session_plan(again)));
    session_destroy(s);
    session_destroy(again);
    free(path);
    sandbox_destroy(home);
}

static void every_edit_can_be_undone(void **state)
{
    (void)state;
    session *s = make_session();
    assert_takes(s, FIELD_TOTAL_IN, "CNY", "CNY");
    assert_takes(s, FIELD_RATES, "USD 7.12", "USD 7.12");
    assert_true(session_undo(s));
    assert_shows(s, FIELD_RATES, "");
    assert_true(session_undo(s));
    assert_shows(s, FIELD_TOTAL_IN, "");
    session_destroy(s);
}

static void looks_ahead_where_the_volume_is_uncertain(void **state)
{
    (void)state;
    size_t done, total, before = 0;
    session *s = make_session();
    assert_false(session_look_ahead(s));
    assert_false(session_outlook_progress(s, &done, &total));
    assert_takes(s, FIELD_SPREAD, "40%", "40%");
    assert_true(session_outlook_progress(s, &done, &total));
    assert_null(session_outlook(s));
    while (session_look_ahead(s)) {
        if (session_outlook_progress(s, &done, &total))
            assert_true(done >= before && done <= total);
        before = done;
    }
    assert_non_null(session_outlook(s));
    assert_int_equal(session_outlook(s)->paths, BE_PATHS_USUAL);
    assert_false(session_outlook_progress(s, &done, &total));
    assert_takes(s, FIELD_SPREAD, "50%", "50%"); /* another question */
    assert_null(session_outlook(s));
    assert_true(session_look_ahead(s));
    assert_takes(s, FIELD_SPREAD, "", ""); /* given up half way */
    assert_false(session_look_ahead(s));
    assert_null(session_outlook(s));
    session_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(volumes_may_differ_from_month_to_month),
        cmocka_unit_test(a_season_has_twelve_factors),
        cmocka_unit_test(what_is_owned_is_used_up_first),
        cmocka_unit_test(tax_and_rates_are_the_plans),
        cmocka_unit_test(shares_and_hours_are_held_to_their_range),
        cmocka_unit_test(all_of_it_is_saved),
        cmocka_unit_test(every_edit_can_be_undone),
        cmocka_unit_test(looks_ahead_where_the_volume_is_uncertain),
    };
    return cmocka_run_group_tests_name("planner/fields", tests, load_prices, drop_prices);
}
