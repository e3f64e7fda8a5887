/*
 * The planner's journal: whatever is in a file that was left behind, it is read as far as it makes
 * sense, goes on in a new session that keeps it as it is, and leaves the plan's own file alone.
 *
 * An input that begins with 'r' is such a file, byte by byte. Any other is a row of records, whose
 * check sums are made here: a kind, A, B and the text, up to a byte 0xFF. Behind a kind '!' come
 * edits, which are kept one by one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalog/catalog_load.h"
#include "config/utf8.h"
#include "folder.h"
#include "fuzz.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "tui/model/journal.h"
#include "tui/model/journal_record.h"
#include "tui/model/journal_replay.h"
#include "tui/model/session_files.h"
#include "tui/model/session_state.h"
#include "tui/model/session_typing.h"

enum { EDITS_MAX = 12, RAW = 'r', EDITS = '!' };

static const char left_behind[] = "unsaved-1.journal";
static const char plan_file[] = "plan.cfg";

/* Bytes of a file, or on their way to one. */
typedef struct bytes {
    char *at;
    size_t size;
} bytes;

/* -- what an input stands for ------------------------------------------------------------------ */

static unsigned long number(fuzz_bytes *in)
{
    static const unsigned long at_the_end[] = {(unsigned long)-1, (unsigned long)-1 >> 1, 65536};
    enum { LAST = 0xFF, SPECIAL = sizeof at_the_end / sizeof *at_the_end };
    uint8_t byte = fuzz_byte(in);
    return LAST - byte < SPECIAL ? at_the_end[LAST - byte] : byte;
}

/* The text up to a byte 0xFF, which may hold a NUL. */
static journal_record record_of(fuzz_bytes *in, char kind)
{
    journal_record record = {.kind = kind};
    record.a = number(in);
    record.b = number(in);
    const uint8_t *end = in->left == 0 ? NULL : memchr(in->at, 0xFF, in->left);
    record.text = (const char *)in->at;
    record.length = end == NULL ? in->left : (size_t)(end - in->at);
    size_t taken = record.length + (end != NULL);
    in->at += taken;
    in->left -= taken;
    return record;
}

/* A journal of sound records, and in *saved the text of the first that says what is saved. */
static bytes sealed(fuzz_bytes *in, journal_record *saved)
{
    bytes file = {0};
    FILE *out = open_memstream(&file.at, &file.size);
    FUZZ_REQUIRE(out != NULL);
    fputs(JOURNAL_MAGIC, out);
    while (in->left > 0) {
        char kind = (char)fuzz_byte(in);
        if (kind == EDITS)
            break;
        const journal_record record = record_of(in, kind);
        journal_record_write(out, &record);
        if (kind == JOURNAL_BEGIN && saved->text == NULL)
            *saved = record;
    }
    FUZZ_REQUIRE(fclose(out) == 0);
    return file;
}

static bytes as_they_are(fuzz_bytes *in)
{
    bytes file = {fuzz_text(in->at, in->left), in->left};
    in->left = 0;
    return file;
}

/* Writes the journal, and beside it a plan that has been saved. */
static bytes leave_behind(fuzz_bytes *in)
{
    journal_record saved = {0};
    bytes file;
    if (in->left > 0 && *in->at == RAW) {
        fuzz_byte(in);
        file = as_they_are(in);
    } else {
        file = sealed(in, &saved);
    }
    folder_enter();
    folder_write(left_behind, file.at, file.size);
    folder_write(plan_file, saved.text == NULL ? "" : saved.text, saved.length);
    return file;
}

/* -- what is to hold --------------------------------------------------------------------------- */

static bytes read_whole(const char *name)
{
    bytes file = {0};
    FILE *in = fopen(name, "rb");
    if (in == NULL)
        return file;
    FUZZ_REQUIRE(fseek(in, 0, SEEK_END) == 0);
    file.size = (size_t)ftell(in);
    rewind(in);
    file.at = malloc(file.size + 1);
    FUZZ_REQUIRE(file.at != NULL && fread(file.at, 1, file.size, in) == file.size);
    fclose(in);
    return file;
}

static bool holds(const char *name, bytes expected)
{
    bytes file = read_whole(name);
    bool same = file.at != NULL && file.size == expected.size &&
                memcmp(file.at, expected.at, expected.size) == 0;
    free(file.at);
    return same;
}

/* A plan of the planner can be saved, and opened again. */
static void check_plan(const scenario *plan)
{
    problems found = {0};
    size_t size = 0;
    char *text = scenario_text(plan, &size);
    FUZZ_REQUIRE(text != NULL);
    scenario *read = scenario_parse("plan.cfg", text, size, catalog_builtin(), &found);
    FUZZ_REQUIRE(read != NULL && scenario_equal(read, plan));
    scenario_destroy(read);
    problems_clear(&found);
    free(text);
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void check_same(const session *s, const session_state *state, bool has_path)
{
    field_id field;
    const char *typed = session_unfinished(s, &field);
    FUZZ_REQUIRE(scenario_equal(session_plan(s), state->plan));
    FUZZ_REQUIRE(scenario_equal(session_saved(s), state->saved));
    size_t last = state->plan->count == 0 ? 0 : state->plan->count - 1;
    FUZZ_REQUIRE(session_selected(s) == (state->selected < last ? state->selected : last));
    FUZZ_REQUIRE(!has_path || (session_path(s) != NULL) == (state->path != NULL));
    FUZZ_REQUIRE(same_text(typed, state->typing && state->plan->count > 0 ? state->typed : NULL));
    FUZZ_REQUIRE(typed == NULL || field == state->field);
}

/* The journal that a session keeps says what the session is. */
static void check_kept(const journal *j, const session *s)
{
    static const char *const names[] = {"unsaved-1.journal", "unsaved-2.journal"};
    FUZZ_REQUIRE(!session_has_unsaved(s) || journal_is_kept(j));
    if (!journal_is_kept(j))
        return;
    bytes file = read_whole(names[1]);
    if (file.at == NULL)
        file = read_whole(names[0]);
    session_state state;
    FUZZ_REQUIRE(file.at != NULL);
    FUZZ_REQUIRE(journal_replay(file.at, file.size, catalog_builtin(), &state) == JOURNAL_WHOLE);
    check_same(s, &state, true);
    session_state_clear(&state);
    free(file.at);
}

/* -- edits ------------------------------------------------------------------------------------- */

/* The next text as it can be typed: in UTF-8. */
static char *typed_word(fuzz_bytes *in)
{
    char *word = fuzz_word(in);
    if (!utf8_is_valid(word))
        word[0] = '\0';
    return word;
}

static void do_add(session *s, fuzz_bytes *in)
{
    const be_catalog *known = catalog_builtin();
    size_t index = fuzz_byte(in) % be_catalog_product_count(known);
    FUZZ_REQUIRE(session_add(s, be_catalog_product(known, index)) ||
                 session_count(s) == SCENARIO_ITEMS_MAX);
}

static void do_remove(session *s, fuzz_bytes *in)
{
    (void)in;
    session_remove(s);
}

static void do_select(session *s, fuzz_bytes *in)
{
    session_select(s, fuzz_byte(in));
}

static void do_scale(session *s, fuzz_bytes *in)
{
    uint8_t byte = fuzz_byte(in);
    session_scale(s, (byte & 1) != 0, 1 + byte / 2);
}

static void do_undo(session *s, fuzz_bytes *in)
{
    (void)in;
    session_undo(s);
}

static void do_redo(session *s, fuzz_bytes *in)
{
    (void)in;
    session_redo(s);
}

static void do_settle(session *s, fuzz_bytes *in)
{
    (void)in;
    session_settle(s);
}

static void do_rename(session *s, fuzz_bytes *in)
{
    char *name = typed_word(in);
    FUZZ_REQUIRE(session_rename(s, name));
    free(name);
}

static void do_type(session *s, fuzz_bytes *in)
{
    char reason[FIELD_REASON];
    field_id id = (field_id)(fuzz_byte(in) % FIELD_ID_COUNT);
    char *text = typed_word(in);
    bool applies = session_count(s) > 0 && strlen(text) < FIELD_TYPED &&
                   field_applies(id, session_product(s, session_selected(s)));
    FUZZ_REQUIRE(!applies || session_edit(s, id, text, reason) == (reason[0] == '\0'));
    free(text);
}

static void (*const edits[])(session *s, fuzz_bytes *in) = {
    do_type, do_type, do_add,   do_remove, do_select,
    do_undo, do_redo, do_scale, do_settle, do_rename,
};

static void edit(journal *j, session *s, fuzz_bytes *in)
{
    for (int i = 0; i < EDITS_MAX && in->left > 0; i++) {
        edits[fuzz_byte(in) % (sizeof edits / sizeof *edits)](s, in);
        FUZZ_REQUIRE(journal_keep(j, s));
        check_kept(j, s);
    }
}

/* -- the planner that finds it ----------------------------------------------------------------- */

static session *new_session(void)
{
    static const be_horizon horizon = {2026 * 12 + 11, 3};
    session *s = session_create(catalog_builtin(), horizon, (be_date){2026, 12, 1});
    FUZZ_REQUIRE(s != NULL);
    return s;
}

/* Nothing of what cannot be used is gone. */
static void check_found(const journal_news *news, const session *s, bytes file)
{
    bool reopened = news->found == JOURNAL_REOPENED || news->found == JOURNAL_REOPENED_IN_PART;
    if (news->found == JOURNAL_OF_NO_USE)
        FUZZ_REQUIRE(holds(left_behind, file));
    if (news->found == JOURNAL_REOPENED_IN_PART)
        FUZZ_REQUIRE(holds(news->aside, file));
    FUZZ_REQUIRE(reopened || session_count(s) == 0);
    FUZZ_REQUIRE(!news->file_changed || session_path(s) == NULL);
}

/* One planner finds it, edits and is killed; the next finds what that one had. */
static void reopen(bytes file, const session_state *expected, fuzz_bytes *in)
{
    journal_news news;
    session *s = new_session(), *next = new_session();
    journal *j = journal_create("."), *other = journal_create(".");
    FUZZ_REQUIRE(j != NULL && other != NULL);
    journal_reopen(j, s, NULL, &news);
    check_found(&news, s, file);
    if (news.found == JOURNAL_REOPENED || news.found == JOURNAL_REOPENED_IN_PART) {
        check_same(s, expected, false);
        check_kept(j, s);
        edit(j, s, in);
        check_plan(session_plan(s));
    }
    bool unsaved = news.found != JOURNAL_OF_NO_USE && session_has_unsaved(s);
    journal_destroy(j);
    journal_reopen(other, next, NULL, &news);
    FUZZ_REQUIRE((news.found == JOURNAL_REOPENED) == unsaved);
    FUZZ_REQUIRE(!unsaved || scenario_equal(session_plan(s), session_plan(next)));
    FUZZ_REQUIRE(!unsaved || scenario_equal(session_saved(s), session_saved(next)));
    journal_destroy(other);
    session_destroy(next);
    session_destroy(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    session_state state;
    fuzz_bytes in = {data, size};
    bytes file = leave_behind(&in), plan = read_whole(plan_file);
    journal_condition found = journal_replay(file.at, file.size, catalog_builtin(), &state);
    FUZZ_REQUIRE((found == JOURNAL_UNREADABLE) == (state.plan == NULL));
    if (state.plan != NULL) {
        check_plan(state.plan);
        check_plan(state.saved);
    }
    reopen(file, &state, &in);
    FUZZ_REQUIRE(holds(plan_file, plan));
    session_state_clear(&state);
    free(plan.at);
    free(file.at);
    return 0;
}
