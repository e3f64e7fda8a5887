/* Saving where others save, too, without a terminal: over what was seen, and never over more. */
#include "planner/builtin_prices.h"
#include "support/sandbox.h"
#include "tui/model/price_book.h"
#include "tui/model/session.h"
#include "tui/model/session_files.h"
#include "tui/model/session_state.h"
#include "tui/model/session_typing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { RACERS = 2, RACES = 150 };

static const be_date today = {2026, 11, 21};

static sandbox *home;
static char *path;

static int make_home(void **state)
{
    (void)state;
    home = sandbox_create();
    path = home == NULL ? NULL : sandbox_path(home, "plan.cfg");
    return path == NULL ? -1 : 0;
}

static int drop_home(void **state)
{
    (void)state;
    free(path);
    sandbox_destroy(home);
    return 0;
}

static session *new_session(void)
{
    session *s =
        session_create(catalog_view(prices), (be_horizon){be_month_of(2026, 12), 12}, today);
    assert_non_null(s);
    return s;
}

static bool set_volume(session *s, be_quantity volume)
{
    char text[FIELD_TEXT], reason[FIELD_REASON];
    snprintf(text, sizeof text, "%lld", (long long)volume);
    return session_edit(s, FIELD_VOLUME, text, reason);
}

/* A session of one product, in which nothing is saved. */
static session *session_of(be_quantity volume)
{
    session *s = new_session();
    assert_true(session_add(s, product("alibaba/aitryon")));
    assert_true(set_volume(s, volume));
    return s;
}

static session *session_from_file(void)
{
    problems found = {0};
    session *s = new_session();
    assert_true(session_load(s, path, &found));
    problems_clear(&found);
    return s;
}

typedef save_outcome save_step(session *s, const char *file, problems *found);

static void assert_saved(session *s, save_step *step, save_outcome expected)
{
    problems found = {0};
    assert_int_equal(step(s, path, &found), expected);
    assert_int_equal(problems_ok(&found), expected != SAVE_FAILED);
    problems_clear(&found);
}

static void assert_file_has(be_quantity volume)
{
    session *s = session_from_file();
    assert_int_equal(session_volume(s, 0), volume);
    session_destroy(s);
}

/* -- one after the other ----------------------------------------------------------------------- */

static void asks_before_it_takes_the_place_of_another_file(void **state)
{
    (void)state;
    session *first = session_of(1), *second = session_of(2);
    assert_saved(first, session_save, SAVE_DONE);
    assert_saved(second, session_save, SAVE_REFUSED);
    assert_null(session_path(second));
    assert_true(session_has_unsaved(second));
    assert_file_has(1);
    assert_saved(second, session_save_anyway, SAVE_DONE);
    assert_string_equal(session_path(second), path);
    assert_file_has(2);
    session_destroy(second);
    session_destroy(first);
}

static void asks_before_it_saves_over_another_change(void **state)
{
    (void)state;
    session *first = session_of(1);
    assert_saved(first, session_save, SAVE_DONE);
    session *second = session_from_file();
    assert_true(set_volume(second, 2) && set_volume(first, 3));
    assert_saved(second, session_save, SAVE_DONE);
    assert_saved(first, session_save, SAVE_REFUSED);
    assert_true(set_volume(second, 4));
    assert_saved(second, session_save, SAVE_DONE);
    assert_saved(first, session_save_anyway, SAVE_REFUSED); /* what was agreed to was the 2 */
    assert_file_has(4);
    assert_saved(first, session_save_anyway, SAVE_DONE);
    assert_file_has(3);
    assert_saved(first, session_save, SAVE_DONE); /* its own now */
    session_destroy(second);
    session_destroy(first);
}

static void saves_over_what_cannot_be_read_when_told_to(void **state)
{
    (void)state;
    static char large[9 << 20];
    memset(large, '#', sizeof large - 1);
    assert_int_equal(sandbox_write(home, "plan.cfg", large), 0);
    session *s = session_of(1);
    assert_saved(s, session_save, SAVE_REFUSED);
    assert_saved(s, session_save_anyway, SAVE_DONE);
    assert_file_has(1);
    session_destroy(s);
}

static void goes_on_typing_where_it_is_refused(void **state)
{
    (void)state;
    char reason[FIELD_REASON];
    field_id field;
    assert_int_equal(sandbox_write(home, "plan.cfg", "# by hand\n"), 0);
    session *s = session_of(1);
    assert_false(session_edit(s, FIELD_VOLUME, "1 thou", reason));
    assert_saved(s, session_save, SAVE_REFUSED);
    assert_string_equal(session_unfinished(s, &field), "1 thou");
    assert_saved(s, session_save_anyway, SAVE_DONE);
    assert_null(session_unfinished(s, &field));
    session_destroy(s);
}

static void says_why_it_cannot_save(void **state)
{
    (void)state;
    assert_int_equal(mkdir(path, 0700), 0);
    session *s = session_of(1);
    assert_saved(s, session_save, SAVE_FAILED);
    session_destroy(s);
}

/* -- at once ----------------------------------------------------------------------------------- */

/* Counts up in the plan's volume; what is refused is done again on what the other has saved. */
static _Noreturn void race(void)
{
    problems found = {0};
    for (int done = 0; done < RACES;) {
        session *s = session_create(catalog_view(prices), (be_horizon){1, 1}, today);
        if (s == NULL || !session_load(s, path, &found) || !set_volume(s, session_volume(s, 0) + 1))
            _exit(1);
        done += session_save(s, path, &found) == SAVE_DONE;
        problems_clear(&found); /* of the lock that the other keeps taking */
        session_destroy(s);
    }
    _exit(0);
}

static void wait_for(pid_t pid)
{
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void loses_no_save_of_two_at_once(void **state)
{
    (void)state;
    pid_t racers[RACERS];
    session *s = session_of(0);
    assert_saved(s, session_save, SAVE_DONE);
    session_destroy(s);
    for (int i = 0; i < RACERS; i++) {
        racers[i] = fork();
        assert_true(racers[i] >= 0);
        if (racers[i] == 0)
            race();
    }
    for (int i = 0; i < RACERS; i++)
        wait_for(racers[i]);
    assert_file_has(RACERS * RACES);
}

/* -- prices of the user's own ------------------------------------------------------------------ */

static const be_price_place by_unit = {.kind = BE_PRICE_PAYG};

static price_book *new_book(catalog **loaded)
{
    problems found = {0};
    *loaded = catalog_load_builtin(NULL, &found);
    assert_non_null(*loaded);
    problems_clear(&found);
    price_book *book = price_book_create(*loaded, path);
    assert_non_null(book);
    return book;
}

static void set_price(price_book *book, const catalog *loaded, int64_t units)
{
    const own_price price = {be_catalog_find(catalog_view(loaded), "viapi/compare-face"), by_unit,
                             be_amount_of(units), today};
    assert_true(price_book_set(book, &price));
}

static void keeps_prices_over_nothing_that_it_has_not_seen(void **state)
{
    (void)state;
    problems found = {0};
    catalog *of_first, *of_second;
    price_book *first = new_book(&of_first), *second = new_book(&of_second);
    set_price(first, of_first, 1);
    set_price(second, of_second, 2);
    assert_true(price_book_keep(first, &found));
    assert_false(price_book_keep(second, &found));
    assert_non_null(strstr(found.items[0].text, "somebody else has changed it meanwhile"));
    problems_clear(&found);
    set_price(first, of_first, 3);
    assert_true(price_book_keep(first, &found));
    assert_false(price_book_keep(second, &found));
    problems_clear(&found);
    char *text = sandbox_read(home, "plan.cfg");
    assert_non_null(strstr(text, "price = \"3\""));
    free(text);
    price_book_destroy(second);
    price_book_destroy(first);
    catalog_destroy(of_second);
    catalog_destroy(of_first);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, drop_home)

/* Folders stand for whatever cannot be read. */
static void files_that_cannot_be_read_are_told_apart(void **state)
{
    (void)state;
    char *other = sandbox_path(home, "other");
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(mkdir(other, 0700), 0);
    const file_print print = file_print_of(path);
    assert_true(print.is_there && !print.is_known);
    assert_true(file_print_equal(print, file_print_of(path)));
    assert_false(file_print_equal(print, file_print_of(other)));
    free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_that_cannot_be_read_are_told_apart, make_home,
                                        drop_home),
        TEST(asks_before_it_takes_the_place_of_another_file),
        TEST(asks_before_it_saves_over_another_change),
        TEST(saves_over_what_cannot_be_read_when_told_to),
        TEST(goes_on_typing_where_it_is_refused),
        TEST(says_why_it_cannot_save),
        TEST(loses_no_save_of_two_at_once),
        TEST(keeps_prices_over_nothing_that_it_has_not_seen),
    };
    return cmocka_run_group_tests_name("planner/saving", tests, load_prices, drop_prices);
}
