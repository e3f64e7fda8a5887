#include "tui/model/journal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config/folder.h"
#include "config/memory_text.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "tui/model/journal_record.h"
#include "tui/model/journal_replay.h"
#include "tui/model/session_files.h"
#include "tui/model/session_state.h"

enum {
    LEFT_MAX = 64,     /* so many that were left behind are looked at */
    GROWTH_FACTOR = 4, /* times its first size, after which a journal is begun anew */
    GROWTH_LEAST = 65536
};

struct journal {
    char *folder;
    journal_file file;
    scenario *written; /* the plan as the file says it is; NULL without a file */
    size_t selected;
    bool typing;
    field_id field;
    char typed[FIELD_TYPED];
    size_t first_size;      /* of the file when it was begun */
    unsigned changes, base; /* of the session, at the last call */
    bool fresh;             /* no call yet */
    bool unsynced;
};

/* -- life -------------------------------------------------------------------------------------- */

journal *journal_create(const char *folder)
{
    journal *j = calloc(1, sizeof *j);
    if (j == NULL)
        return NULL;
    j->folder = strdup(folder);
    if (j->folder == NULL) {
        free(j);
        return NULL;
    }
    j->file.fd = -1;
    j->fresh = true;
    return j;
}

static void forget_written(journal *j)
{
    scenario_destroy(j->written);
    j->written = NULL;
    j->selected = 0;
    j->typing = false;
}

void journal_destroy(journal *j)
{
    if (j == NULL)
        return;
    journal_file_leave(&j->file);
    forget_written(j);
    free(j->folder);
    free(j);
}

void journal_end(journal *j)
{
    journal_file_remove(&j->file);
    forget_written(j);
}

bool journal_is_kept(const journal *j)
{
    return j->file.fd >= 0 && j->file.size > 0;
}

/* -- what differs ------------------------------------------------------------------------------ */

/* Records on their way to the file. */
typedef struct batch {
    FILE *out;
    char *bytes;
    size_t size;
    bool failed;
} batch;

static bool batch_open(batch *b)
{
    *b = (batch){0};
    b->out = open_memstream(&b->bytes, &b->size);
    return b->out != NULL;
}

/* Whether all of it is in b->bytes, which the caller frees in either case. */
static bool batch_close(batch *b)
{
    bool whole = ferror(b->out) == 0 && !b->failed;
    b->bytes = memory_text_end(b->out, &b->bytes, whole);
    if (b->bytes == NULL)
        errno = ENOMEM;
    return b->bytes != NULL;
}

static void put(batch *b, journal_kind kind, unsigned long x, unsigned long y, const char *text)
{
    const journal_record record = {(char)kind, x, y, text, strlen(text)};
    journal_record_write(b->out, &record);
}

static void put_plan(batch *b, journal_kind kind, unsigned long x, unsigned long y,
                     const scenario *plan)
{
    size_t size;
    char *text = scenario_text(plan, &size);
    if (text == NULL)
        b->failed = true;
    else
        put(b, kind, x, y, text);
    free(text);
}

/* Some of a plan's items, as a plan of their own that borrows them. */
static scenario part_of(const scenario *plan, size_t from, size_t count)
{
    scenario part = *plan;
    part.items = count == 0 ? NULL : plan->items + from;
    part.count = part.capacity = count;
    return part;
}

static void put_head(batch *b, scenario *written, const scenario *plan)
{
    if (scenario_head_equal(written, plan))
        return;
    const scenario bare = part_of(plan, 0, 0);
    put_plan(b, JOURNAL_HEAD, 0, 0, &bare);
    scenario_take_head(written, plan);
}

/* The items between those that are the same at the front and at the back. */
static void put_items(batch *b, scenario *written, const scenario *plan)
{
    size_t front = 0, back = 0;
    size_t least = written->count < plan->count ? written->count : plan->count;
    while (front < least && scenario_item_equal(&written->items[front], &plan->items[front]))
        front++;
    while (back < least - front && scenario_item_equal(&written->items[written->count - 1 - back],
                                                       &plan->items[plan->count - 1 - back]))
        back++;
    size_t gone = written->count - front - back, count = plan->count - front - back;
    if (gone == 0 && count == 0)
        return;
    const scenario part = part_of(plan, front, count);
    put_plan(b, JOURNAL_ITEMS, front, gone, &part);
    b->failed = !scenario_splice(written, front, gone, part.items, count) || b->failed;
}

static void put_selection(batch *b, journal *j, const session *s)
{
    if (session_selected(s) == j->selected)
        return;
    j->selected = session_selected(s);
    put(b, JOURNAL_SELECT, j->selected, 0, "");
}

static void put_typed(batch *b, journal *j, const session *s)
{
    field_id field;
    const char *text = session_unfinished(s, &field);
    bool same = j->typing == (text != NULL) &&
                (text == NULL || (j->field == field && strcmp(j->typed, text) == 0));
    if (same)
        return;
    j->typing = text != NULL;
    j->field = field;
    snprintf(j->typed, sizeof j->typed, "%s", text == NULL ? "" : text);
    put(b, JOURNAL_TYPED, field, j->typing ? 1 : 0, j->typed);
}

static void put_difference(batch *b, journal *j, const session *s)
{
    put_head(b, j->written, session_plan(s));
    put_items(b, j->written, session_plan(s));
    put_selection(b, j, s);
    put_typed(b, j, s);
}

/* -- writing ----------------------------------------------------------------------------------- */

/* The next planner may be started in another folder. */
static void put_file(batch *b, const char *path)
{
    char here[JOURNAL_PATH], whole[2 * JOURNAL_PATH];
    if (path == NULL || path[0] == '/' || getcwd(here, sizeof here) == NULL) {
        put(b, JOURNAL_FILE, 0, 0, path == NULL ? "" : path);
        return;
    }
    int length = snprintf(whole, sizeof whole, "%s/%s", here, path);
    put(b, JOURNAL_FILE, 0, 0, length > 0 && length < (int)sizeof whole ? whole : path);
}

/* Writes a journal that begins with what is saved, in the place of what there was. */
static bool begin_anew(journal *j, const session *s)
{
    batch b;
    forget_written(j);
    j->written = scenario_copy(session_saved(s));
    if (j->written == NULL || !batch_open(&b))
        return false;
    fputs(JOURNAL_MAGIC, b.out);
    put_plan(&b, JOURNAL_BEGIN, 0, 0, j->written);
    put_file(&b, session_path(s));
    put_difference(&b, j, s);
    bool done = batch_close(&b) && (j->file.fd >= 0 || journal_file_create(&j->file, j->folder)) &&
                journal_file_replace(&j->file, b.bytes, b.size);
    free(b.bytes);
    j->first_size = j->file.size;
    return done;
}

static bool go_on(journal *j, const session *s)
{
    batch b;
    if (!batch_open(&b))
        return false;
    put_difference(&b, j, s);
    bool done = batch_close(&b) && (b.size == 0 || journal_file_append(&j->file, b.bytes, b.size));
    free(b.bytes);
    return done;
}

/* What is written to a file that has been removed is in none. */
static void look_for_file(journal *j)
{
    if (j->file.fd < 0 || journal_file_is_there(&j->file))
        return;
    journal_file_leave(&j->file);
    forget_written(j);
}

bool journal_keep(journal *j, const session *s)
{
    if (!j->fresh && j->changes == session_changes(s))
        return true;
    look_for_file(j);
    bool same_base = !j->fresh && j->base == session_base(s) && j->written != NULL;
    bool done = true;
    if (same_base)
        done = go_on(j, s);
    else if (session_has_unsaved(s))
        done = begin_anew(j, s);
    else
        journal_end(j);
    if (!done)
        forget_written(j); /* what is in the file is not known any more: it is begun anew */
    j->fresh = !done;
    j->changes = session_changes(s);
    j->base = session_base(s);
    j->unsynced = done && journal_is_kept(j);
    return done;
}

bool journal_needs_rest(const journal *j)
{
    return j->unsynced;
}

void journal_rest(journal *j, const session *s)
{
    size_t most = j->first_size * GROWTH_FACTOR + GROWTH_LEAST;
    j->unsynced = false;
    if (j->written != NULL && !session_has_unsaved(s))
        journal_end(j);
    else if (journal_is_kept(j) && j->file.size > most)
        j->fresh = !begin_anew(j, s);
    journal_file_sync(&j->file);
    folder_sync(j->folder);
}

/* -- what was left behind ---------------------------------------------------------------------- */

/* A file that is no longer what the session had saved must not be written over unasked. */
static bool is_file_changed(session_state *state, const be_catalog *known)
{
    problems found = {0};
    state->print =
        file_print_of(state->path); /* a change behind this is noticed when it is saved */
    scenario *now = scenario_load(state->path, known, &found);
    bool same = now != NULL && scenario_equal(now, state->saved);
    scenario_destroy(now);
    problems_clear(&found);
    return !same;
}

static bool is_of_file(const session_state *state, const char *path)
{
    if (path == NULL)
        return true;
    char *wanted = realpath(path, NULL);
    char *have = state->path == NULL ? NULL : realpath(state->path, NULL);
    bool same = wanted != NULL && have != NULL && strcmp(wanted, have) == 0;
    free(wanted);
    free(have);
    return same;
}

static bool holds_unsaved(const session_state *state)
{
    return state->typing || !scenario_equal(state->plan, state->saved);
}

/* Goes on in the file it was found in, or in a new one when that is damaged. */
static void adopt(journal *j, session *s, session_state *state, journal_file *file,
                  journal_news *news)
{
    if (state->path != NULL && is_file_changed(state, session_catalog(s))) {
        free(state->path);
        state->path = NULL;
        news->file_changed = true;
    }
    bool usable = news->found == JOURNAL_REOPENED;
    if (!session_resume(s, state)) {
        journal_file_leave(file);
        news->found = JOURNAL_NOTHING;
        return;
    }
    if (usable)
        j->file = *file;
    bool kept = journal_keep(j, s);
    if (usable || (kept && journal_file_put_aside(file, news->aside)))
        return;
    journal_file_leave(file);
    snprintf(news->aside, sizeof news->aside, "%s", file->path);
}

/* What can be made of one file. True when the search is over. */
static bool try_file(journal *j, session *s, const char *path, journal_file *file,
                     journal_news *news)
{
    session_state state = {0};
    char *bytes = journal_file_read(file);
    journal_condition condition = JOURNAL_UNREADABLE;
    if (bytes != NULL)
        condition = journal_replay(bytes, file->size, session_catalog(s), &state);
    free(bytes);
    bool found = condition != JOURNAL_UNREADABLE && is_of_file(&state, path);
    if (file->size == 0 || (condition == JOURNAL_WHOLE && !holds_unsaved(&state))) {
        journal_file_remove(file);
        found = false;
    } else if (found) {
        news->found = condition == JOURNAL_WHOLE ? JOURNAL_REOPENED : JOURNAL_REOPENED_IN_PART;
        adopt(j, s, &state, file, news);
    } else {
        if (condition == JOURNAL_UNREADABLE && news->found == JOURNAL_NOTHING) {
            news->found = JOURNAL_OF_NO_USE;
            snprintf(news->aside, sizeof news->aside, "%s", file->path);
        }
        news->waiting += condition != JOURNAL_UNREADABLE;
        journal_file_leave(file);
    }
    session_state_clear(&state);
    return found;
}

/* Counts the files from the `first` on that nobody holds and that hold something. */
static size_t count_left(const journal *j, const int *numbers, size_t first, size_t count)
{
    size_t waiting = 0;
    for (size_t i = first; i < count; i++) {
        journal_file file;
        if (!journal_file_take(&file, j->folder, numbers[i]))
            continue;
        waiting += file.size > 0;
        journal_file_leave(&file);
    }
    return waiting;
}

void journal_reopen(journal *j, session *s, const char *path, journal_news *news)
{
    int numbers[LEFT_MAX];
    size_t count = journal_file_list(j->folder, numbers, LEFT_MAX);
    *news = (journal_news){.found = JOURNAL_NOTHING};
    for (size_t i = 0; i < count; i++) {
        journal_file file;
        if (journal_file_take(&file, j->folder, numbers[i]) && try_file(j, s, path, &file, news)) {
            news->waiting += count_left(j, numbers, i + 1, count);
            return;
        }
    }
}

void journal_count(const journal *j, journal_news *news)
{
    int numbers[LEFT_MAX];
    size_t count = journal_file_list(j->folder, numbers, LEFT_MAX);
    *news = (journal_news){.found = JOURNAL_NOTHING};
    news->waiting = count_left(j, numbers, 0, count);
}
