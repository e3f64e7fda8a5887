#include "tui/model/session_files.h"

#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "tui/model/session_inside.h"

/* -- what is saved, and where ------------------------------------------------------------------ */

void session_take_saved(session *s, scenario *saved)
{
    scenario_destroy(s->saved);
    s->saved = saved;
    s->base++;
    s->changes++;
}

void session_take_path(session *s, char *path, file_print print)
{
    free(s->path);
    s->path = path;
    s->print = print;
    if (path != NULL)
        file_claim_take(&s->claim, path);
    else
        file_claim_drop(&s->claim);
    s->base++;
    s->changes++;
}

void session_forget_path(session *s)
{
    session_take_path(s, NULL, (file_print){0});
}

unsigned session_base(const session *s)
{
    return s->base;
}

const scenario *session_saved(const session *s)
{
    return s->saved;
}

bool session_modified(const session *s)
{
    size_t at = s->selected; /* where it most likely does */
    if (at < s->plan->count && at < s->saved->count &&
        !scenario_item_equal(&s->plan->items[at], &s->saved->items[at]))
        return true;
    return !scenario_equal(s->plan, s->saved);
}

const char *session_path(const session *s)
{
    return s->path;
}

bool session_is_file_shared(const session *s)
{
    return s->claim.is_others;
}

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy == NULL ? NULL : memcpy(copy, text, size);
}

/* What is in the plan now is what the file `path` holds. */
static bool become_file(session *s, const char *path, file_print print)
{
    char *own_path = copy_text(path);
    scenario *saved = scenario_copy(s->plan);
    if (own_path == NULL || saved == NULL) {
        free(own_path);
        scenario_destroy(saved);
        return false;
    }
    session_take_path(s, own_path, print);
    session_take_saved(s, saved);
    return true;
}

/* -- other plans ------------------------------------------------------------------------------- */

/* Whether there is nothing yet that undo should come back to. */
static bool is_untouched(const session *s)
{
    return s->documents == 0 && s->path == NULL && !session_modified(s);
}

static void begin_document(session *s, scenario *plan)
{
    s->document = ++s->documents;
    s->shows_example = false;
    session_replace_plan(s, plan, 0);
}

bool session_load(session *s, const char *path, problems *found)
{
    /* A change between the two is one that is asked about. */
    const file_print print = file_print_of(path);
    scenario *plan = scenario_load(path, s->catalog, found);
    if (plan == NULL)
        return false;
    if (!is_untouched(s) && !session_begin_change(s, session_touches_all(s->plan))) {
        scenario_destroy(plan);
        problems_error(found, path, 0, NULL, tr("there is no memory for another plan"));
        return false;
    }
    begin_document(s, plan);
    if (become_file(s, path, print))
        return true;
    session_forget_path(s);
    problems_error(found, path, 0, NULL, tr("there is no memory to remember the file"));
    return false;
}

bool session_clear(session *s)
{
    scenario *plan = scenario_create(s->plan->horizon);
    scenario *saved = scenario_create(s->plan->horizon);
    if (plan == NULL || saved == NULL || !session_begin_change(s, session_touches_all(s->plan))) {
        scenario_destroy(plan);
        scenario_destroy(saved);
        return false;
    }
    scenario_rename(plan, tr("New plan"));
    scenario_rename(saved, tr("New plan"));
    session_take_saved(s, saved);
    session_forget_path(s);
    begin_document(s, plan);
    return true;
}

bool session_show_example(session *s, scenario *plan)
{
    scenario *saved = scenario_copy(plan);
    if (saved == NULL) {
        scenario_destroy(plan);
        return false;
    }
    session_take_saved(s, saved);
    session_replace_plan(s, plan, 0);
    s->shows_example = true;
    return true;
}

bool session_is_example(const session *s)
{
    return s->shows_example && s->path == NULL && !session_modified(s);
}

/* -- saving ------------------------------------------------------------------------------------ */

/* Writes the plan over a file that holds what *seen is the print of, or over none. */
static save_outcome save_over(session *s, const char *path, file_print *seen, problems *found)
{
    size_t size;
    char *text = scenario_text(s->plan, &size);
    if (text == NULL) {
        problems_error(found, path, 0, NULL, tr("cannot be written: out of memory"));
        return SAVE_FAILED;
    }
    const save_outcome done = guarded_save(path, text, size, seen, found);
    free(text);
    if (done != SAVE_DONE)
        return done;
    session_finish_typing(s); /* so that undo can come back to what was saved */
    if (become_file(s, path, *seen))
        return done;
    problems_error(found, path, 0, NULL,
                   tr("written, but there is no memory to remember the file"));
    return SAVE_FAILED;
}

save_outcome session_save(session *s, const char *path, problems *found)
{
    bool is_own = s->path != NULL && strcmp(path, s->path) == 0;
    s->refused = is_own ? s->print : (file_print){0};
    return save_over(s, path, &s->refused, found);
}

save_outcome session_save_anyway(session *s, const char *path, problems *found)
{
    return save_over(s, path, &s->refused, found);
}
