/* What the planner edits, without a terminal: fields, sessions, undo, the key table, the layout. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "planner/builtin_prices.h"
#include "scenario/acme.h"
#include "support/sandbox.h"
#include "tui/bindings.h"
#include "tui/layout.h"
#include "tui/model/filter.h"
#include "tui/model/session.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_files.h"
#include "tui/model/session_typing.h"
#include "tui/moves.h"

static const be_date today = {2026, 11, 21};

static session *session_of(const char *named)
{
    session *s =
        session_create(catalog_view(prices), (be_horizon){be_month_of(2026, 12), 12}, today);
    assert_non_null(s);
    if (named != NULL)
        assert_true(session_add(s, product(named)));
    return s;
}

static void edit(session *s, field_id id, const char *text)
{
    char reason[FIELD_REASON];
    if (!session_edit(s, id, text, reason))
        fail_msg("%s: %s", text, reason);
}

static void assert_shows(const session *s, field_id id, const char *expected)
{
    char text[FIELD_TEXT];
    session_show(s, id, text);
    assert_string_equal(text, expected);
}

static void assert_total(const session *s, be_option_id id, const char *expected)
{
    char text[BE_AMOUNT_TEXT];
    const be_quote *quote = session_quote(s, session_selected(s));
    assert_non_null(quote);
    be_amount_format(quote->options[id].bill.total, text);
    assert_string_equal(text, expected);
}

/* -- fields ------------------------------------------------------------------------------------ */

static void reads_numbers_as_people_write_them(void **state)
{
    static const struct {
        field_id id;
        const char *typed, *shown;
    } cases[] = {
        {FIELD_VOLUME, "3.5M", "3,500,000"},
        {FIELD_VOLUME, "30k", "30,000"},
        {FIELD_VOLUME, "350万", "3,500,000"},
        {FIELD_VOLUME, "１２３", "123"},
        {FIELD_VOLUME, "3,500,000", "3,500,000"},
        {FIELD_VOLUME, "3500000", "3,500,000"},
        {FIELD_VOLUME, "1.5亿", "150,000,000"},
        {FIELD_VOLUME, "３．５Ｍ", "3,500,000"},
        {FIELD_VOLUME, "３，５００，０００", "3,500,000"},
        {FIELD_VOLUME, "３５０万", "3,500,000"},
        {FIELD_VOLUME, " 30 k ", "30,000"},
        {FIELD_GROWTH, "５％", "5%"},
        {FIELD_GROWTH, "－２．５％", "-2.5%"},
        {FIELD_RESPONSE, "５００ｍｓ", "500 ms"},
        {FIELD_RESPONSE, "1 s", "1 s"},
        {FIELD_RESPONSE, "0.5s", "500 ms"},
        {FIELD_RESPONSE, "2秒", "2 s"},
        {FIELD_RESPONSE, "500毫秒", "500 ms"},
        {FIELD_MONTHS, "１２", "12"},
        {FIELD_START, "２０２７-０２", "2027-02"},
        {FIELD_PEAK_DAYS, "２", "2"},
        {FIELD_VOLUME, "", ""},
        {FIELD_GROWTH, "5%", "5%"},
        {FIELD_GROWTH, "-2.5 %", "-2.5%"},
        {FIELD_FAILURES, "1%", "1%"},
        {FIELD_CONCURRENCY, "4", "4"},
        {FIELD_RESPONSE, "500ms", "500 ms"},
        {FIELD_RESPONSE, "2 s", "2 s"},
        {FIELD_QPS, "8", "8"},
        {FIELD_PEAK_DAYS, "3", "3"},
        {FIELD_PEAK_DAYS, "", ""},
        {FIELD_FREE_LEFT, "0", "0"},
        {FIELD_MONTHS, "36", "36"},
        {FIELD_START, "2027-02", "2027-02"},
    };
    (void)state;
    session *s = session_of("tencent/image-style-transfer");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        edit(s, cases[i].id, cases[i].typed);
        assert_shows(s, cases[i].id, cases[i].shown);
    }
    session_destroy(s);
}

/* -- fields that few products have ------------------------------------------------------------- */

static session *session_of_acme(const char *named)
{
    session *s = session_create(acme_catalog(), (be_horizon){be_month_of(2026, 12), 12}, today);
    assert_non_null(s);
    assert_true(session_add(s, be_catalog_find(acme_catalog(), named)));
    return s;
}

static void a_field_for_every_meter(void **state)
{
    (void)state;
    session *s = session_of_acme(ACME_CHAT);
    const be_product *chat = session_product(s, 0);
    const field_id input = FIELD_METER_FIRST, output = FIELD_METER_FIRST + 1,
                   image = FIELD_METER_FIRST + 2;
    assert_true(field_applies(image, chat));
    assert_false(field_applies(FIELD_METER_FIRST + 3, chat));
    assert_false(field_applies(FIELD_METER_FIRST, be_catalog_find(acme_catalog(), ACME_OCR)));
    assert_string_equal(field_label(input, chat), "Input");
    assert_string_equal(field_label(output, chat), "Output");
    assert_shows(s, input, "");
    assert_shows(s, image, "1"); /* as the price list says */
    edit(s, input, "2k");
    edit(s, output, "0.5");
    assert_shows(s, input, "2,000");
    assert_shows(s, output, "0.5");
    assert_shows(s, image, "1");
    edit(s, image, "0");
    assert_shows(s, image, "0");
    edit(s, image, "");
    assert_shows(s, image, "1");
    assert_int_equal(session_demand(s, 0)->per_request_count, 3);
    session_destroy(s);
}

static void shares_where_they_have_a_price(void **state)
{
    (void)state;
    session *s = session_of_acme(ACME_CHAT);
    const be_product *ocr = be_catalog_find(acme_catalog(), ACME_OCR);
    assert_true(field_applies(FIELD_BATCH, session_product(s, 0)));
    assert_true(field_applies(FIELD_CACHED, session_product(s, 0)));
    assert_false(field_applies(FIELD_BATCH, ocr));
    assert_false(field_applies(FIELD_CACHED, ocr));
    edit(s, FIELD_BATCH, "30%");
    edit(s, FIELD_CACHED, "40%");
    edit(s, FIELD_DISCOUNT, "15%");
    assert_shows(s, FIELD_BATCH, "30%");
    assert_shows(s, FIELD_CACHED, "40%");
    assert_shows(s, FIELD_DISCOUNT, "15%");
    session_destroy(s);
}

static void assert_refused(session *s, field_id id, const char *text, const char *reason)
{
    char said[FIELD_REASON];
    assert_false(session_edit(s, id, text, said));
    assert_non_null(strstr(said, reason));
}

static void a_range_always_holds_the_volume(void **state)
{
    (void)state;
    session *s = session_of("tencent/image-style-transfer");
    edit(s, FIELD_VOLUME, "30k");
    assert_null(session_regret(s, 0));
    edit(s, FIELD_LOW, "20k");
    assert_shows(s, FIELD_HIGH, "30,000");
    edit(s, FIELD_HIGH, "50k");
    assert_non_null(session_regret(s, 0));
    assert_refused(s, FIELD_LOW, "30,001", "is above the volume");
    assert_refused(s, FIELD_HIGH, "29,999", "is below the volume");
    assert_refused(s, FIELD_VOLUME, "50,001", "is outside the low and high volume");
    edit(s, FIELD_LOW, "0");
    assert_shows(s, FIELD_LOW, "0");
    assert_true(session_scale(s, true, 10));
    assert_shows(s, FIELD_VOLUME, "33,000");
    assert_shows(s, FIELD_HIGH, "55,000");
    edit(s, FIELD_HIGH, "");
    assert_shows(s, FIELD_LOW, "");
    assert_null(session_regret(s, 0));
    edit(s, FIELD_VOLUME, "100k");
    edit(s, FIELD_HIGH, "120k");
    assert_shows(s, FIELD_LOW, "100,000");
    session_destroy(s);
}

static void refuses_what_has_no_meaning_and_changes_nothing(void **state)
{
    static const struct {
        field_id id;
        const char *typed, *reason;
    } cases[] = {
        {FIELD_VOLUME, "12x", "is not a number"},
        {FIELD_VOLUME, "1.5", "is not a whole number"},
        {FIELD_VOLUME, "0,5", "not three digits"},
        {FIELD_VOLUME, "-1", "is below zero"},
        {FIELD_GROWTH, "5", "has no percent sign"},
        {FIELD_FAILURES, "101%", "is out of range"},
        {FIELD_FAILURES, "-1%", "is out of range"},
        {FIELD_RESPONSE, "fast", "is no time"},
        {FIELD_RESPONSE, "500", "is no time"},
        {FIELD_PEAK_DAYS, "32", "is no number of days"},
        {FIELD_DISCOUNT, "101%", "is out of range"},
        {FIELD_LOW, "many", "is not a number"},
        {FIELD_MONTHS, "37", "is no number of months"},
        {FIELD_MONTHS, "0", "is no number of months"},
        {FIELD_FREE_LEFT, "51", "is more than the free quota"},
        {FIELD_QPS, "500m", "is not a number"}, /* "500ms", not yet typed to its end */
        {FIELD_START, "2026-13", "is no month"},
        {FIELD_POSTPAID, "maybe", "neither on nor off"},
    };
    (void)state;
    session *s = session_of("tencent/image-style-transfer");
    edit(s, FIELD_VOLUME, "777");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char before[FIELD_TEXT], reason[FIELD_REASON];
        session_show(s, cases[i].id, before);
        assert_false(session_edit(s, cases[i].id, cases[i].typed, reason));
        assert_non_null(strstr(reason, cases[i].reason));
        assert_shows(s, cases[i].id, before);
    }
    session_destroy(s);
}

static void offers_only_fields_that_the_product_uses(void **state)
{
    (void)state;
    assert_true(field_applies(FIELD_POSTPAID, product("tencent/image-style-transfer")));
    assert_false(field_applies(FIELD_POSTPAID, product("alibaba/aitryon")));
    assert_false(field_applies(FIELD_FREE_LEFT, product("viapi/license-plate")));
}

/* -- sessions ---------------------------------------------------------------------------------- */

static void answers_every_edit(void **state)
{
    (void)state;
    session *s = session_of("tencent/image-style-transfer");
    edit(s, FIELD_MONTHS, "1");
    edit(s, FIELD_VOLUME, "10,000");
    assert_false(session_quote(s, 0)->options[BE_OPTION_PAYG].bill.feasible);
    edit(s, FIELD_POSTPAID, "on");
    assert_total(s, BE_OPTION_PAYG, "796");
    edit(s, FIELD_FREE_LEFT, "0");
    edit(s, FIELD_VOLUME, "200k");
    assert_total(s, BE_OPTION_PAYG, "10000");
    session_destroy(s);
}

static void months_change_every_item(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    edit(s, FIELD_VOLUME, "1000");
    edit(s, FIELD_FREE_LEFT, "0");
    assert_true(session_add(s, product("alibaba/aitryon-plus")));
    edit(s, FIELD_VOLUME, "1000");
    edit(s, FIELD_FREE_LEFT, "0");
    edit(s, FIELD_MONTHS, "2");
    assert_total(s, BE_OPTION_PAYG, "1000");
    session_select(s, 0);
    assert_total(s, BE_OPTION_PAYG, "400");

    size_t count;
    char text[BE_AMOUNT_TEXT];
    const be_portfolio *sums = session_portfolios(s, &count);
    assert_int_equal(count, 1);
    be_amount_format(sums[0].options[BE_OPTION_BEST].total, text);
    assert_string_equal(text, "1400");
    assert_int_equal(sums[0].item_count, 2);
    session_remove(s);
    sums = session_portfolios(s, &count);
    be_amount_format(sums[0].options[BE_OPTION_BEST].total, text);
    assert_string_equal(text, "1000");
    session_destroy(s);
}

static void sums_each_currency_apart(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    assert_true(session_add(s, product("tencent/image-style-transfer")));
    size_t count;
    const be_portfolio *sums = session_portfolios(s, &count);
    assert_int_equal(count, 2);
    assert_string_equal(sums[0].currency, "CNY");
    assert_string_equal(sums[1].currency, "USD");
    session_destroy(s);
}

/* A keystroke answers the item that it changes; the others' answers stay. */
static void a_change_answers_its_item_alone(void **state)
{
    (void)state;
    session *s = session_of("tencent/image-style-transfer");
    assert_true(session_add(s, product("tencent-cn/face-compare")));
    const be_quote *first = session_quote(s, 0);
    edit(s, FIELD_VOLUME, "30k");
    assert_ptr_equal(session_quote(s, 0), first);
    assert_int_equal(session_quote(s, 1)->usage.month[0].billable, 30000);
    const be_quote *second = session_quote(s, 1);
    session_select(s, 0);
    edit(s, FIELD_VOLUME, "7k");
    assert_ptr_equal(session_quote(s, 1), second);
    assert_true(session_remove(s));
    assert_ptr_equal(session_quote(s, 0), second);
    session_destroy(s);
}

static be_quantity general_units(const session *s, size_t index)
{
    const be_quote *quote = session_quote(s, index);
    assert_non_null(quote);
    return quote->options[BE_OPTION_PAYG].bill.units.layer[BE_LAYER_GENERAL];
}

/* 4,000 points pay for 100 units: 60 of the first item, and what is left for the second. */
static void items_share_points_and_answer_each_other(void **state)
{
    (void)state;
    static const char plan[] =
        "format = 1;  start = \"2026-12\";  months = 1;\n"
        "items = ( { product = \"acme/ocr\"; volume = \"60\";\n"
        "            owned = ( { general = \"points-5k\"; left = \"4,000\";\n"
        "                        expires = \"2027-03\"; } ); },\n"
        "          { product = \"acme/ocr\"; volume = \"60\"; low = \"50\"; high = \"70\"; } );\n";
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", plan), 0);
    char *path = sandbox_path(home, "plan.cfg");
    session *s = session_of_acme(ACME_OCR);
    problems found = {0};
    assert_true(session_load(s, path, &found));
    assert_int_equal(general_units(s, 0), 60);
    assert_int_equal(general_units(s, 1), 40);
    assert_null(session_regret(s, 1)); /* it would depend on the other item */
    session_select(s, 0);
    edit(s, FIELD_VOLUME, "90");
    assert_int_equal(general_units(s, 0), 90);
    assert_int_equal(general_units(s, 1), 10);
    assert_true(session_remove(s)); /* and its points with it */
    assert_int_equal(general_units(s, 0), 0);
    assert_non_null(session_regret(s, 0));
    assert_true(session_undo(s));
    assert_int_equal(general_units(s, 1), 10);
    session_destroy(s);
    problems_clear(&found);
    free(path);
    sandbox_destroy(home);
}

static void typing_into_a_field_is_one_step_of_undo(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    edit(s, FIELD_VOLUME, "1");
    edit(s, FIELD_VOLUME, "12");
    edit(s, FIELD_VOLUME, "123");
    session_settle(s);
    edit(s, FIELD_VOLUME, "9");
    assert_true(session_undo(s));
    assert_shows(s, FIELD_VOLUME, "123");
    assert_true(session_undo(s));
    assert_shows(s, FIELD_VOLUME, "");
    assert_true(session_redo(s));
    assert_shows(s, FIELD_VOLUME, "123");
    assert_true(session_undo(s));
    assert_true(session_undo(s)); /* the adding */
    assert_int_equal(session_count(s), 0);
    assert_false(session_undo(s));
    session_destroy(s);
}

static void whom_quotes_are_for_is_one_step_of_undo(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    edit(s, FIELD_VOLUME, "5");
    assert_true(session_set_customer(s, "Acme"));
    assert_true(session_modified(s));
    assert_true(session_set_customer(s, "极光 Ltd"));
    assert_true(session_rename(s, "Spring"));
    assert_true(session_undo(s)); /* the name, and nothing else */
    assert_string_equal(session_customer(s), "极光 Ltd");
    assert_true(session_undo(s));
    assert_string_equal(session_customer(s), "Acme");
    assert_true(session_undo(s));
    assert_string_equal(session_customer(s), "");
    assert_shows(s, FIELD_VOLUME, "5");
    assert_true(session_redo(s));
    assert_string_equal(session_customer(s), "Acme");
    assert_shows(s, FIELD_VOLUME, "5");
    session_destroy(s);
}

static void a_new_edit_ends_redo(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    edit(s, FIELD_VOLUME, "5");
    session_undo(s);
    session_scale(s, true, 10);
    assert_false(session_redo(s));
    assert_shows(s, FIELD_VOLUME, "1");
    session_destroy(s);
}

static void scales_by_a_tenth_and_never_below_zero(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    edit(s, FIELD_VOLUME, "1000");
    session_scale(s, true, 10);
    assert_shows(s, FIELD_VOLUME, "1,100");
    session_scale(s, false, 10);
    assert_shows(s, FIELD_VOLUME, "990");
    edit(s, FIELD_VOLUME, "1");
    session_scale(s, false, 10);
    session_scale(s, false, 10);
    assert_shows(s, FIELD_VOLUME, "");
    edit(s, FIELD_VOLUME, "1,000,000,000,000,000");
    session_scale(s, true, 10);
    assert_shows(s, FIELD_VOLUME, "1,000,000,000,000,000");
    session_destroy(s);
}

static void removes_the_selected_item_and_keeps_the_answers_of_others(void **state)
{
    (void)state;
    session *s = session_of("alibaba/aitryon");
    assert_true(session_add(s, product("alibaba/aitryon-plus")));
    edit(s, FIELD_VOLUME, "1400");
    assert_true(session_add(s, product("alibaba/aitryon-refiner")));
    session_select(s, 0);
    assert_true(session_remove(s));
    assert_int_equal(session_count(s), 2);
    assert_int_equal(session_selected(s), 0);
    assert_ptr_equal(session_quote(s, 0)->product, product("alibaba/aitryon-plus"));
    assert_total(s, BE_OPTION_PAYG, "8200"); /* (12 x 1,400 - 400) x 0.5 */
    session_destroy(s);
}

static void saves_loads_and_knows_what_is_unsaved(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    char *path = sandbox_path(home, "plan.cfg");
    problems found = {0};
    session *s = session_of(NULL);
    assert_false(session_modified(s));
    assert_true(session_add(s, product("alibaba/aitryon")));
    edit(s, FIELD_VOLUME, "321");
    assert_true(session_modified(s));
    assert_int_equal(session_save(s, path, &found), SAVE_DONE);
    assert_false(session_modified(s));
    assert_string_equal(session_path(s), path);
    edit(s, FIELD_VOLUME, "322");
    assert_true(session_modified(s));
    session_undo(s);
    assert_false(session_modified(s));
    session_destroy(s);

    s = session_of(NULL);
    assert_true(session_load(s, path, &found));
    assert_shows(s, FIELD_VOLUME, "321");
    assert_false(session_modified(s));
    assert_false(session_load(s, "/nowhere/at/all.cfg", &found));
    assert_false(problems_ok(&found));
    assert_shows(s, FIELD_VOLUME, "321");
    session_destroy(s);
    problems_clear(&found);
    free(path);
    sandbox_destroy(home);
}

/* A plan that was there before a file was opened must never be saved into that file by mistake. */
static void undo_past_an_opened_file_lets_go_of_the_file(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    char *path = sandbox_path(home, "plan.cfg");
    problems found = {0};
    session *s = session_of("alibaba/aitryon");
    assert_int_equal(session_save(s, path, &found), SAVE_DONE);
    session_destroy(s);

    s = session_of(NULL);
    assert_true(session_load(s, path, &found));
    assert_false(session_undo(s)); /* there was nothing before it */
    assert_true(session_remove(s));
    assert_true(session_load(s, path, &found));
    assert_int_equal(session_count(s), 1);
    assert_true(session_undo(s));
    assert_int_equal(session_count(s), 0);
    assert_null(session_path(s));
    assert_true(session_modified(s));
    assert_true(session_redo(s));
    assert_int_equal(session_count(s), 1);
    assert_null(session_path(s));
    session_destroy(s);
    problems_clear(&found);
    free(path);
    sandbox_destroy(home);
}

/* -- finding products -------------------------------------------------------------------------- */

static void filters_by_any_name(void **state)
{
    static const struct {
        const char *text;
        bool matches;
    } cases[] = {
        {"", true},           {"style", true},        {"STYLE transfer", true},
        {"图像风格化", true}, {"tencent usd", true},  {"usd image", true},
        {"refiner", false},   {"style baidu", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(filter_matches(product("tencent/image-style-transfer"), cases[i].text),
                         cases[i].matches);
}

/* -- keys and layout --------------------------------------------------------------------------- */

static void no_key_means_two_things_in_one_place(void **state)
{
    size_t count;
    const binding *all = bindings_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            bool same = memcmp(&all[i].key, &all[j].key, sizeof(key)) == 0;
            if (same && (all[i].contexts & all[j].contexts) != 0)
                fail_msg("rows %zu and %zu of the key table bind the same key", i, j);
        }
    }
}

static void every_action_has_its_help(void **state)
{
    size_t count;
    const binding *all = bindings_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        bool told = false;
        for (size_t j = 0; j < count; j++)
            told = told ||
                   (all[j].action == all[i].action && (all[j].help != NULL || all[j].hint != NULL));
        assert_true(told);
    }
}

static void pasted_text_is_never_a_command(void **state)
{
    (void)state;
    key q = {.code = INPUT_CHAR, .point = 'q'};
    assert_int_equal(bindings_find(q, CONTEXT_PLAN), ACTION_QUIT);
    assert_int_equal(bindings_find(q, CONTEXT_EDIT), ACTION_NONE);
    q.pasted = true;
    assert_int_equal(bindings_find(q, CONTEXT_PLAN), ACTION_NONE);
}

static bool inside(rect outer, rect inner)
{
    return rect_is_empty(inner) ||
           (inner.row >= 0 && inner.col >= 0 && inner.row + inner.rows <= outer.rows &&
            inner.col + inner.cols <= outer.cols);
}

static void panes_never_overlap_at_any_size(void **state)
{
    (void)state;
    for (int rows = 1; rows <= 100; rows++) {
        for (int cols = 1; cols <= 250; cols++) {
            rect screen = {0, 0, rows, cols};
            layout l = layout_for(screen, 5, 12);
            assert_int_equal(l.fits, rows >= LAYOUT_ROWS_MIN && cols >= LAYOUT_COLS_MIN);
            if (!l.fits)
                continue;
            const rect panes[] = {l.title, l.plan, l.form, l.options, l.reasons, l.foot};
            for (size_t i = 0; i < 6; i++) {
                assert_true(inside(screen, panes[i]));
                for (size_t j = i + 1; j < 6; j++)
                    assert_true(rect_is_empty(rect_intersect(panes[i], panes[j])));
            }
            assert_true(l.options.rows >= 10 && l.form.rows == 7 && l.plan.rows >= 4);
        }
    }
}

static void moves_by_rows_pages_and_to_the_ends(void **state)
{
    (void)state;
    assert_int_equal(moves_step(ACTION_UP, 10, 50), -1);
    assert_int_equal(moves_step(ACTION_PAGE_DOWN, 10, 50), 10);
    assert_int_equal(moves_step(ACTION_FIRST, 10, 50), -50);
    assert_int_equal(moves_step(ACTION_SAVE, 10, 50), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_as_people_write_them),
        cmocka_unit_test(a_field_for_every_meter),
        cmocka_unit_test(shares_where_they_have_a_price),
        cmocka_unit_test(a_range_always_holds_the_volume),
        cmocka_unit_test(refuses_what_has_no_meaning_and_changes_nothing),
        cmocka_unit_test(offers_only_fields_that_the_product_uses),
        cmocka_unit_test(answers_every_edit),
        cmocka_unit_test(months_change_every_item),
        cmocka_unit_test(sums_each_currency_apart),
        cmocka_unit_test(a_change_answers_its_item_alone),
        cmocka_unit_test(items_share_points_and_answer_each_other),
        cmocka_unit_test(typing_into_a_field_is_one_step_of_undo),
        cmocka_unit_test(whom_quotes_are_for_is_one_step_of_undo),
        cmocka_unit_test(a_new_edit_ends_redo),
        cmocka_unit_test(scales_by_a_tenth_and_never_below_zero),
        cmocka_unit_test(removes_the_selected_item_and_keeps_the_answers_of_others),
        cmocka_unit_test(saves_loads_and_knows_what_is_unsaved),
        cmocka_unit_test(undo_past_an_opened_file_lets_go_of_the_file),
        cmocka_unit_test(filters_by_any_name),
        cmocka_unit_test(no_key_means_two_things_in_one_place),
        cmocka_unit_test(every_action_has_its_help),
        cmocka_unit_test(pasted_text_is_never_a_command),
        cmocka_unit_test(panes_never_overlap_at_any_size),
        cmocka_unit_test(moves_by_rows_pages_and_to_the_ends),
    };
    return cmocka_run_group_tests_name("planner/model", tests, load_prices, drop_prices);
}
