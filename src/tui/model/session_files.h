/*
 * A session's files: opening a plan, saving it, and what of it is saved.
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_FILES_H
#define BREAKEVEN_TUI_MODEL_SESSION_FILES_H

#include "config/problem.h"
#include "tui/model/guarded_save.h"
#include "tui/model/session.h"

/* Reads a plan in place of this one, which undo brings back; after a failure this one is as it was.
 */
bool session_load(session *s, const char *path, problems *found);

/*
 * Writes the plan; from then on it is what is saved, and `path` its file. What session_path
 * returned before is then gone. Refused where that would destroy the work of somebody else: where
 * the plan's file is not any more what it was when it was last read or written here, or another is
 * there.
 */
save_outcome session_save(session *s, const char *path, problems *found);

/* The same once the user has agreed, over what the file held when it was refused; refused again
 * where it holds something else by now. */
save_outcome session_save_anyway(session *s, const char *path, problems *found);

/* The plan's file, or NULL when it has none. */
const char *session_path(const session *s);

/* Whether another planner had the file open when this one opened it. */
bool session_is_file_shared(const session *s);

/* Whether anything differs from the file. */
bool session_modified(const session *s);

/* An empty plan in place of this one, without a file; can be undone. */
bool session_clear(session *s);

/* Begins with a plan that is there to be looked at: it counts as saved and has no file. Takes
 * `plan`. False when there is no memory. */
bool session_show_example(session *s, scenario *plan);

/* Whether that plan is there as it was. */
bool session_is_example(const session *s);

/* What is saved of the plan; borrowed until the next change. */
const scenario *session_saved(const session *s);

/* Another number whenever what counts as saved, or its file, is another. */
unsigned session_base(const session *s);

#endif
