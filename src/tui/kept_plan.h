/*
 * Plans that were open and unsaved when a signal ended the planner: each is kept in a file of its
 * own, unsaved-1.cfg, unsaved-2.cfg, ..., in the folder for the program's state.
 */
#ifndef BREAKEVEN_TUI_KEPT_PLAN_H
#define BREAKEVEN_TUI_KEPT_PLAN_H

#include <stdbool.h>

#include "config/problem.h"
#include "tui/model/session.h"

enum { KEPT_PLAN_PATH = 4096 };

/* Saves the session's plan there; `path` is where. False when it could not be kept. */
bool kept_plan_save(session *s, const char *folder, char path[KEPT_PLAN_PATH], problems *found);

/* The plan that was kept last, so that it can be told of. False when there is none. */
bool kept_plan_latest(const char *folder, char path[KEPT_PLAN_PATH]);

#endif
