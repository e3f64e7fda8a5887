/* The journal, without a terminal: what it keeps of a session, what it makes of a damaged file, and
 * whose files it leaves alone. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "catalog/catalog_load.h"
#include "engine/random.h"
#include "scenario/scenario_load.h"
#include "support/sandbox.h"
#include "tui/example/example.h"
#include "tui/model/journal.h"
#include "tui/model/journal_record.h"
#include "tui/model/journal_replay.h"
#include "tui/model/session_files.h"
#include "tui/model/session_state.h"
#include "tui/model/session_typing.h"

enum { STEPS = 1500, MANY = 1000, TYPED_KEYS = 400, BYTES_A_KEY = 1500 };

static const be_date today = {2026, 11, 21};
static const char first_journal[] = "state/unsaved-1.journal";

static catalog *prices;
static sandbox *home;
static char *folder;

static int begin(void **state)
{
    (void)state;
    home = sandbox_create();
    folder = home == NULL ? NULL : sandbox_path(home, "state");
    return folder == NULL ? -1 : 0;
}

static int finish(void **state)
{
    (void)state;
    free(folder);
    sandbox_destroy(home);
    return 0;
}

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

static session *new_session(void)
{
    session *s =
        session_create(catalog_view(prices), (be_horizon){be_month_of(2026, 12), 12}, today);
    assert_non_null(s);
    return s;
}

static journal *new_journal(void)
{
    journal *j = journal_create(folder);
    assert_non_null(j);
    return j;
}

static void add(session *s, const char *named)
{
    const be_product *found = be_catalog_find(catalog_view(prices), named);
    assert_non_null(found);
    assert_true(session_add(s, found));
}

static bool edit(session *s, field_id id, const char *text)
{
    char reason[FIELD_REASON];
    return session_edit(s, id, text, reason);
}

static bool is_there(const char *relative)
{
    char *path = sandbox_path(home, relative);
    assert_non_null(path);
    bool there = access(path, F_OK) == 0;
    free(path);
    return there;
}

static void assert_shows(const session *s, field_id id, const char *expected)
{
    char text[FIELD_TEXT];
    session_show(s, id, text);
    assert_string_equal(text, expected);
}

/* What the file says is what the session is. */
static void assert_holds(const char *bytes, const session *s)
{
    session_state state;
    field_id field;
    assert_int_equal(journal_replay(bytes, strlen(bytes), catalog_view(prices), &state),
                     JOURNAL_WHOLE);
    assert_true(scenario_equal(state.plan, session_plan(s)));
    assert_true(scenario_equal(state.saved, session_saved(s)));
    assert_int_equal(state.selected, session_selected(s));
    assert_int_equal(state.path != NULL, session_path(s) != NULL);
    const char *typed = session_unfinished(s, &field);
    assert_int_equal(state.typing, typed != NULL);
    if (typed != NULL) {
        assert_int_equal(state.field, field);
        assert_string_equal(state.typed, typed);
    }
    session_state_clear(&state);
}

static void assert_kept(const session *s)
{
    char *bytes = sandbox_read(home, first_journal);
    if (bytes == NULL)
        assert_false(session_has_unsaved(s));
    else
        assert_holds(bytes, s);
    free(bytes);
}

/* -- what is kept ------------------------------------------------------------------------------ */

static void keeps_nothing_of_what_is_saved(void **state)
{
    (void)state;
    session *s = new_session();
    journal *j = new_journal();
    assert_true(journal_keep(j, s));
    assert_false(is_there("state"));
    assert_true(session_show_example(s, example_create(catalog_view(prices), 24323)));
    assert_true(journal_keep(j, s));
    session_select(s, 1);
    assert_true(journal_keep(j, s));
    assert_false(is_there("state"));
    journal_destroy(j);
    session_destroy(s);
}

static void edit_something(session *s, random_source *random)
{
    static const char *const products[] = {"tencent-cn/face-compare", "alibaba/qwen-plus",
                                           "huawei/ocr", "alibaba/aitryon-refiner"};
    static const char *const texts[] = {"",   "12",    "3.5M",    "5%", "500ms", "2 s",
                                        "on", "off",   "2027-02", "7",  "x\"",   "1\\",
                                        "36", "350万", "1.5k",    "0"};
    const field_id id = (field_id)random_between(random, 0, FIELD_ID_COUNT - 1);
    const size_t count = session_count(s);
    switch (random_between(random, 0, 15)) {
    case 0:
        add(s, products[random_between(random, 0, 3)]);
        break;
    case 1:
        session_remove(s);
        break;
    case 2:
        session_rename(s, texts[random_between(random, 0, 15)]);
        break;
    case 3:
        session_undo(s);
        break;
    case 4:
        session_redo(s);
        break;
    case 5:
        session_scale(s, random_chance(random, 50), random_chance(random, 50) ? 10 : 100);
        break;
    case 6:
        session_settle(s);
        break;
    case 8:
        session_set_customer(s, texts[random_between(random, 0, 15)]);
        break;
    case 7:
        session_select(s, (size_t)random_between(random, 0, 9));
        break;
    default:
        if (count > 0 && field_applies(id, session_product(s, session_selected(s))))
            edit(s, id, texts[random_between(random, 0, 15)]);
        break;
    }
}

/* Whatever the file holds. */
static void save(session *s, const char *path)
{
    problems found = {0};
    if (session_save(s, path, &found) == SAVE_REFUSED)
        assert_int_equal(session_save_anyway(s, path, &found), SAVE_DONE);
    assert_int_equal(found.count, 0);
}

static void open_or_save(session *s, random_source *random)
{
    problems found = {0};
    char *path = sandbox_path(home, "plan.cfg");
    switch (random_between(random, 0, 2)) {
    case 0:
        save(s, path);
        break;
    case 1:
        session_load(s, path, &found);
        break;
    default:
        session_clear(s);
        break;
    }
    problems_clear(&found);
    free(path);
}

static void keeps_every_edit(void **state)
{
    (void)state;
    random_source random = random_start("planner/journal/edits");
    session *s = new_session();
    journal *j = new_journal();
    for (int i = 0; i < STEPS; i++) {
        if (random_chance(&random, 3))
            open_or_save(s, &random);
        else
            edit_something(s, &random);
        assert_true(journal_keep(j, s));
        if (random_chance(&random, 5))
            journal_rest(j, s);
        assert_kept(s);
    }
    journal_end(j);
    assert_false(is_there(first_journal));
    journal_destroy(j);
    session_destroy(s);
}

static void reopens_where_it_was(void **state)
{
    (void)state;
    session *s = new_session();
    journal *j = new_journal();
    char *path = sandbox_path(home, "spring.cfg");
    add(s, "tencent-cn/face-compare");
    add(s, "huawei/ocr");
    save(s, path);
    session_select(s, 0);
    assert_true(edit(s, FIELD_VOLUME, "3.5M"));
    assert_false(edit(s, FIELD_GROWTH, "5x"));
    assert_true(journal_keep(j, s));
    journal_destroy(j); /* as if killed */
    session_destroy(s);

    journal_news news;
    field_id field;
    s = new_session();
    j = new_journal();
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, JOURNAL_REOPENED);
    assert_false(news.file_changed);
    assert_string_equal(session_path(s), path);
    assert_true(session_modified(s));
    assert_int_equal(session_selected(s), 0);
    assert_shows(s, FIELD_VOLUME, "3,500,000");
    assert_string_equal(session_unfinished(s, &field), "5x");
    assert_int_equal(field, FIELD_GROWTH);
    assert_true(session_undo(s)); /* drops it */
    assert_false(session_modified(s));
    assert_string_equal(session_path(s), path);
    assert_true(journal_keep(j, s));
    journal_rest(j, s);
    assert_false(is_there(first_journal));
    journal_destroy(j);
    session_destroy(s);
    free(path);
}

static void lets_go_of_a_file_that_has_changed(void **state)
{
    (void)state;
    session *s = new_session();
    journal *j = new_journal();
    char *path = sandbox_path(home, "spring.cfg");
    add(s, "huawei/ocr");
    save(s, path);
    assert_true(edit(s, FIELD_VOLUME, "7"));
    assert_true(journal_keep(j, s));
    journal_destroy(j);
    assert_true(session_undo(s));
    assert_true(edit(s, FIELD_VOLUME, "9"));
    save(s, path); /* by someone else */
    session_destroy(s);

    journal_news news;
    s = new_session();
    j = new_journal();
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, JOURNAL_REOPENED);
    assert_true(news.file_changed);
    assert_null(session_path(s));
    assert_shows(s, FIELD_VOLUME, "7");
    journal_destroy(j);
    session_destroy(s);
    free(path);
}

static void leave_unsaved(const char *volume, const char *path)
{
    session *s = new_session();
    journal *j = new_journal();
    add(s, "huawei/ocr");
    if (path != NULL)
        save(s, path);
    assert_true(edit(s, FIELD_VOLUME, volume));
    assert_true(journal_keep(j, s));
    journal_destroy(j);
    session_destroy(s);
}

static void reopens_one_at_a_time(void **state)
{
    (void)state;
    char *path = sandbox_path(home, "spring.cfg"), *other = sandbox_path(home, "other.cfg");
    leave_unsaved("1", NULL);
    leave_unsaved("2", path);
    leave_unsaved("3", NULL);
    journal_news news;
    session *s = new_session(), *second = new_session();
    journal *j = new_journal(), *k = new_journal();
    journal_count(j, &news);
    assert_int_equal(news.waiting, 3);
    journal_reopen(j, s, other, &news);
    assert_int_equal(news.found, JOURNAL_NOTHING);
    assert_int_equal(news.waiting, 3);
    journal_reopen(j, s, path, &news);
    assert_int_equal(news.found, JOURNAL_REOPENED);
    assert_shows(s, FIELD_VOLUME, "2");
    journal_end(j); /* a process has all its locks in common */
    journal_reopen(k, second, NULL, &news);
    assert_int_equal(news.found, JOURNAL_REOPENED);
    assert_shows(second, FIELD_VOLUME, "3"); /* the last one written */
    journal_destroy(j);
    journal_destroy(k);
    session_destroy(s);
    session_destroy(second);
    free(path);
    free(other);
}

/* -- those of others --------------------------------------------------------------------------- */

/* Keeps a session in another process, which then waits to be killed. */
static pid_t start_another(void)
{
    int ready[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        session *s = new_session();
        journal *j = new_journal();
        add(s, "huawei/ocr");
        edit(s, FIELD_VOLUME, "77");
        byte = journal_keep(j, s) ? 'y' : 'n';
        if (write(ready[1], &byte, 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(byte, 'y');
    close(ready[0]);
    close(ready[1]);
    return pid;
}

static void leaves_the_living_alone(void **state)
{
    (void)state;
    journal_news news;
    pid_t pid = start_another();
    session *s = new_session();
    journal *j = new_journal();
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, JOURNAL_NOTHING);
    assert_int_equal(news.waiting, 0);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, JOURNAL_REOPENED);
    assert_shows(s, FIELD_VOLUME, "77");
    journal_destroy(j);
    session_destroy(s);
}

/* -- damage ------------------------------------------------------------------------------------ */

static char *make_journal(size_t *size)
{
    session *s = new_session();
    journal *j = new_journal();
    add(s, "tencent-cn/face-compare");
    assert_true(journal_keep(j, s));
    for (int i = 0; i < 6; i++) {
        char text[] = {'1', (char)('0' + i), '\0'};
        edit(s, i % 2 == 0 ? FIELD_VOLUME : FIELD_CONCURRENCY, text);
        assert_true(journal_keep(j, s));
    }
    char *bytes = sandbox_read(home, first_journal);
    assert_non_null(bytes);
    *size = strlen(bytes);
    journal_destroy(j);
    session_destroy(s);
    return bytes;
}

static void trusts_nothing_behind_a_changed_byte(void **state)
{
    (void)state;
    size_t size;
    char *bytes = make_journal(&size);
    for (size_t i = 0; i < size; i++) {
        session_state found;
        bytes[i] = (char)(bytes[i] ^ 0x01);
        assert_int_not_equal(journal_replay(bytes, size, catalog_view(prices), &found),
                             JOURNAL_WHOLE);
        session_state_clear(&found);
        bytes[i] = (char)(bytes[i] ^ 0x01);
    }
    free(bytes);
}

static void reads_a_cut_journal_up_to_the_cut(void **state)
{
    (void)state;
    size_t size, whole = 0;
    char *bytes = make_journal(&size);
    for (size_t length = 0; length <= size; length++) {
        session_state found;
        journal_condition condition = journal_replay(bytes, length, catalog_view(prices), &found);
        assert_true(condition == JOURNAL_UNREADABLE || found.plan != NULL);
        whole += condition == JOURNAL_WHOLE;
        session_state_clear(&found);
    }
    assert_in_range(whole, 7, 10); /* behind each record */
    free(bytes);
}

static void tells_of_damage_and_puts_it_aside(void **state)
{
    (void)state;
    size_t size;
    char *bytes = make_journal(&size);
    bytes[size - 3] = '#';
    assert_int_equal(sandbox_write(home, first_journal, bytes), 0);
    journal_news news;
    session *s = new_session();
    journal *j = new_journal();
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, JOURNAL_REOPENED_IN_PART);
    assert_shows(s, FIELD_VOLUME, "14");
    assert_shows(s, FIELD_CONCURRENCY, "13"); /* 15 was damaged */
    assert_non_null(strstr(news.aside, "unsaved-1.journal.damaged"));
    assert_true(is_there("state/unsaved-1.journal.damaged"));
    assert_true(is_there("state/unsaved-2.journal")); /* what could be read is kept again */
    journal_destroy(j);
    session_destroy(s);
    free(bytes);
}

static void leave_damaged(int number, const char *bytes)
{
    char name[64];
    snprintf(name, sizeof name, "state/unsaved-%d.journal", number);
    assert_int_equal(sandbox_write(home, name, bytes), 0);
}

/* Reopens what is left, and drops it. */
static void reopen_and_drop(journal_finding expected, char aside[JOURNAL_PATH])
{
    journal_news news;
    session *s = new_session();
    journal *j = new_journal();
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, expected);
    strcpy(aside, news.aside);
    journal_end(j);
    journal_destroy(j);
    session_destroy(s);
}

static void assert_ends(const char *text, const char *end)
{
    assert_true(strlen(text) > strlen(end));
    assert_string_equal(text + strlen(text) - strlen(end), end);
}

static void puts_nothing_in_the_place_of_damaged_ones(void **state)
{
    (void)state;
    size_t size;
    char *bytes = make_journal(&size), aside[JOURNAL_PATH];
    bytes[size - 3] = '#';
    leave_damaged(1, bytes);
    reopen_and_drop(JOURNAL_REOPENED_IN_PART, aside);
    assert_ends(aside, "unsaved-1.journal.damaged");
    bytes[size - 3] = '!';
    leave_damaged(1, bytes);
    reopen_and_drop(JOURNAL_REOPENED_IN_PART, aside);
    assert_ends(aside, "unsaved-1.journal.damaged-2");
    char *first = sandbox_read(home, "state/unsaved-1.journal.damaged");
    assert_non_null(first);
    assert_int_equal(first[size - 3], '#');
    free(first);
    free(bytes);
}

static void leaves_a_damaged_one_where_nothing_can_be_kept(void **state)
{
    (void)state;
    size_t size;
    char *bytes = make_journal(&size), aside[JOURNAL_PATH];
    bytes[size - 3] = '#';
    leave_damaged(1, bytes);
    char *beside = sandbox_path(home, "state/unsaved-2.journal.new");
    assert_int_equal(mkdir(beside, 0700), 0); /* in the way of the next one's bytes */
    reopen_and_drop(JOURNAL_REOPENED_IN_PART, aside);
    assert_ends(aside, "unsaved-1.journal");
    assert_true(is_there(first_journal));
    free(beside);
    free(bytes);
}

static void reads_no_text_with_a_nul(void **state)
{
    (void)state;
    const char *at, text[] = "plan.cfg\0 and more";
    char *bytes = NULL;
    size_t size;
    const journal_record written = {JOURNAL_FILE, 0, 0, text, sizeof text - 1};
    journal_record read;
    FILE *out = open_memstream(&bytes, &size);
    assert_non_null(out);
    journal_record_write(out, &written);
    assert_int_equal(fclose(out), 0);
    at = bytes;
    assert_false(journal_record_read(&at, bytes + size, &read));
    free(bytes);
}

/* A plan of so many that one more is too many is left as it is by a record that would add one. */
static void takes_no_more_items_than_a_plan_holds(void **state)
{
    (void)state;
    static const char head[] = "format = 1;\nstart = \"2026-12\";\nmonths = 1;\nitems = (";
    static const char item[] = "{product=\"huawei/ocr\";}";
    char *plan = NULL, *one = NULL, *bytes = NULL;
    size_t plan_size, one_size, size;
    FILE *all = open_memstream(&plan, &plan_size), *single = open_memstream(&one, &one_size);
    FILE *out = open_memstream(&bytes, &size);
    assert_true(all != NULL && single != NULL && out != NULL);
    fprintf(all, "%s%s", head, item);
    for (int i = 1; i < SCENARIO_ITEMS_MAX; i++)
        fprintf(all, ",%s", item);
    fputs(");", all);
    fprintf(single, "%s%s);", head, item);
    assert_int_equal(fclose(all) + fclose(single), 0);
    const journal_record begins = {JOURNAL_BEGIN, 0, 0, plan, plan_size};
    const journal_record adds = {JOURNAL_ITEMS, 0, 0, one, one_size};
    fputs(JOURNAL_MAGIC, out);
    journal_record_write(out, &begins);
    journal_record_write(out, &adds);
    assert_int_equal(fclose(out), 0);
    session_state found;
    assert_int_equal(journal_replay(bytes, size, catalog_view(prices), &found), JOURNAL_CUT);
    assert_int_equal(found.plan->count, SCENARIO_ITEMS_MAX);
    session_state_clear(&found);
    free(plan);
    free(one);
    free(bytes);
}

static void does_not_read_what_is_far_too_large(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(home, first_journal, JOURNAL_MAGIC), 0);
    char *path = sandbox_path(home, first_journal), aside[JOURNAL_PATH];
    assert_int_equal(truncate(path, (off_t)1 << 40), 0); /* holes take no room */
    reopen_and_drop(JOURNAL_OF_NO_USE, aside);
    assert_ends(aside, "unsaved-1.journal");
    assert_true(is_there(first_journal));
    free(path);
}

static void tells_of_one_that_is_no_journal(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(home, first_journal, "something else"), 0);
    assert_int_equal(sandbox_write(home, "state/unsaved-2.journal", ""), 0);
    journal_news news;
    session *s = new_session();
    journal *j = new_journal();
    journal_reopen(j, s, NULL, &news);
    assert_int_equal(news.found, JOURNAL_OF_NO_USE);
    assert_true(is_there(first_journal));
    assert_false(is_there("state/unsaved-2.journal")); /* begun, and nothing written to it */
    journal_destroy(j);
    session_destroy(s);
}

static void says_when_it_cannot_keep(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(home, "state", "a file where the folder should be"), 0);
    session *s = new_session();
    journal *j = new_journal();
    add(s, "huawei/ocr");
    assert_false(journal_keep(j, s));
    assert_false(journal_is_kept(j));
    char *path = sandbox_path(home, "state");
    assert_int_equal(unlink(path), 0);
    assert_true(journal_keep(j, s)); /* and tries again */
    assert_true(journal_is_kept(j));
    free(path);
    journal_destroy(j);
    session_destroy(s);
}

static void begins_anew_where_it_was_removed(void **state)
{
    (void)state;
    session *s = new_session();
    journal *j = new_journal();
    char *file = sandbox_path(home, first_journal);
    add(s, "huawei/ocr");
    assert_true(journal_keep(j, s));
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(folder), 0);
    add(s, "alibaba/aitryon-refiner");
    assert_true(journal_keep(j, s));
    assert_kept(s);
    free(file);
    journal_destroy(j);
    session_destroy(s);
}

/* -- cost -------------------------------------------------------------------------------------- */

static off_t size_of_journal(void)
{
    struct stat status;
    char *path = sandbox_path(home, first_journal);
    int found = stat(path, &status);
    free(path);
    assert_int_equal(found, 0);
    return status.st_size;
}

static double milliseconds(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

/* The plan of MANY items as a file, so that none of them has to be answered one by one. */
static char *many_items(void)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    fputs("format = 1;\nname = \"Many\";\nstart = \"2026-12\";\nmonths = 1;\nitems = (\n", out);
    for (int i = 0; i < MANY; i++)
        fprintf(out, "%s{ product = \"alibaba/aitryon-refiner\"; volume = \"%d\"; }",
                i == 0 ? "" : ",\n", i + 1);
    fputs(");\n", out);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void writes_little_for_a_key(void **state)
{
    (void)state;
    char *text = many_items();
    problems found = {0};
    scenario *plan = scenario_parse("many", text, strlen(text), catalog_view(prices), &found);
    assert_non_null(plan);
    free(text);
    session *s = new_session();
    journal *j = new_journal();
    assert_true(session_show_example(s, plan));
    session_select(s, MANY / 2);
    assert_true(edit(s, FIELD_VOLUME, "1"));
    assert_true(journal_keep(j, s));
    const off_t first = size_of_journal();
    double spent = 0;
    for (int i = 0; i < TYPED_KEYS; i++) {
        char typed[FIELD_TEXT];
        struct timespec before, after;
        snprintf(typed, sizeof typed, "%d", i + 2);
        assert_true(edit(s, FIELD_VOLUME, typed));
        clock_gettime(CLOCK_MONOTONIC, &before);
        assert_true(journal_keep(j, s));
        clock_gettime(CLOCK_MONOTONIC, &after);
        spent += milliseconds(before, after);
    }
    print_message("%d items: %.3f ms a key, %ld bytes\n", MANY, spent / TYPED_KEYS,
                  (long)(size_of_journal() - first) / TYPED_KEYS);
    assert_true(size_of_journal() - first < TYPED_KEYS * BYTES_A_KEY);
    assert_kept(s);
    journal_destroy(j);
    session_destroy(s);
}

static void grows_no_further_than_needed(void **state)
{
    (void)state;
    session *s = new_session();
    journal *j = new_journal();
    add(s, "huawei/ocr");
    for (int i = 0; i < 2000; i++) {
        char text[FIELD_TEXT];
        snprintf(text, sizeof text, "%d", i + 1);
        assert_true(edit(s, FIELD_VOLUME, text));
        assert_true(journal_keep(j, s));
        journal_rest(j, s);
    }
    assert_true(size_of_journal() < 80000);
    assert_kept(s);
    journal_destroy(j);
    session_destroy(s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(keeps_nothing_of_what_is_saved),
        TEST(keeps_every_edit),
        TEST(reopens_where_it_was),
        TEST(lets_go_of_a_file_that_has_changed),
        TEST(reopens_one_at_a_time),
        TEST(leaves_the_living_alone),
        TEST(trusts_nothing_behind_a_changed_byte),
        TEST(reads_a_cut_journal_up_to_the_cut),
        TEST(tells_of_damage_and_puts_it_aside),
        TEST(puts_nothing_in_the_place_of_damaged_ones),
        TEST(leaves_a_damaged_one_where_nothing_can_be_kept),
        TEST(reads_no_text_with_a_nul),
        TEST(takes_no_more_items_than_a_plan_holds),
        TEST(does_not_read_what_is_far_too_large),
        TEST(tells_of_one_that_is_no_journal),
        TEST(says_when_it_cannot_keep),
        TEST(begins_anew_where_it_was_removed),
        TEST(writes_little_for_a_key),
        TEST(grows_no_further_than_needed),
    };
    return cmocka_run_group_tests_name("planner/journal", tests, load_prices, drop_prices);
}
