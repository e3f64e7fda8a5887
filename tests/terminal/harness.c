#include "terminal/harness.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The terminals of the running test. A test that needs more than a few is not a test. */
enum { MOST_OPEN = 8 };
static tty *open_ttys[MOST_OPEN];

void tty_print(tty *t)
{
    const snapshot *screen = tty_snapshot(t);
    print_error("      screen %d x %d, cursor at row %d, column %d%s\n", screen->cols, screen->rows,
                screen->cursor.row, screen->cursor.col, screen->cursor.visible ? "" : ", hidden");
    for (int row = 0; row < screen->rows; row++)
        print_error("%4d |%s\n", row, snapshot_row(screen, row));
}

static void fail_at(tty *t, const char *what, const char *text, const char *file, int line)
{
    print_error("%s:%d: waited in vain for %s%s%s%s\n", file, line, what, text == NULL ? "" : " \"",
                text == NULL ? "" : text, text == NULL ? "" : "\"");
    tty_print(t);
    _fail(file, line);
}

tty *tty_expect_start(const tty_options *options, const char *file, int line)
{
    for (int i = 0; i < MOST_OPEN; i++) {
        if (open_ttys[i] != NULL)
            continue;
        open_ttys[i] = tty_open(options);
        if (open_ttys[i] != NULL)
            return open_ttys[i];
        print_error("%s:%d: cannot start %s: %s\n", file, line, options->argv[0], strerror(errno));
        _fail(file, line);
        return NULL;
    }
    print_error("%s:%d: too many terminals at once\n", file, line);
    _fail(file, line);
    return NULL;
}

void tty_finish(tty *t)
{
    for (int i = 0; i < MOST_OPEN; i++) {
        if (open_ttys[i] == t)
            open_ttys[i] = NULL;
    }
    tty_close(t);
}

int tty_teardown(void **state)
{
    (void)state;
    for (int i = 0; i < MOST_OPEN; i++) {
        tty_close(open_ttys[i]);
        open_ttys[i] = NULL;
    }
    return 0;
}

void tty_expect(tty *t, tty_predicate *holds, const void *argument, const char *what,
                const char *file, int line)
{
    if (!tty_await(t, holds, argument))
        fail_at(t, what, NULL, file, line);
}

void tty_expect_text(tty *t, const char *text, const char *file, int line)
{
    if (!tty_await_text(t, text))
        fail_at(t, "text", text, file, line);
}

void tty_expect_gone(tty *t, const char *text, const char *file, int line)
{
    if (!tty_await_gone(t, text))
        fail_at(t, "the end of text", text, file, line);
}

void tty_expect_row(tty *t, int row, const char *text, const char *file, int line)
{
    if (tty_await_row(t, row, text))
        return;
    print_error("%s:%d: row %d is \"%s\"\n", file, line, row, tty_row(t, row));
    fail_at(t, "a row with", text, file, line);
}

void tty_expect_idle(tty *t, const char *file, int line)
{
    if (!tty_await_idle(t))
        fail_at(t, "the idle mark", NULL, file, line);
}

int tty_expect_exit(tty *t, const char *file, int line)
{
    int status = 0;
    if (!tty_await_exit(t, &status))
        fail_at(t, "the program to end", NULL, file, line);
    return status;
}
