#ifndef BREAKEVEN_SUPPORT_ENVIRONMENT_H
#define BREAKEVEN_SUPPORT_ENVIRONMENT_H

/*
 * The environment a program under test is started with. It is built from nothing, so that a
 * developer's LINES, NO_COLOR, LC_TIME or ESCDELAY cannot change what a test sees:
 *
 *   kept      PATH, and what sanitizers, coverage and terminfo need
 *   set       HOME and the XDG base directories below `home`, LC_ALL=C.UTF-8, TZ=UTC,
 *             TERM=xterm-256color, BREAKEVEN_TEST_MARK=1
 *   extra     the caller's own entries, last: "NAME=value" sets or replaces, "NAME" alone removes.
 *
 * `extra` ends with NULL and may be NULL. The result ends with NULL; environment_destroy frees it.
 */
char **environment_create(const char *home, const char *const *extra);
void environment_destroy(char **environment);

#endif
