#ifndef BREAKEVEN_TERMINAL_HARNESS_H
#define BREAKEVEN_TERMINAL_HARNESS_H

#include "terminal/tty.h"

/*
 * The terminal for cmocka tests: each of these waits as its twin in tty.h does, and fails the
 * running test, at the line of the call, with what was awaited and a print of the screen.
 *
 *     static void quits_on_q(void **state)
 *     {
 *         tty *t = tty_start(&(tty_options){.argv = argv, .cols = 80, .rows = 24});
 *         tty_wait_text(t, "Options");
 *         tty_key(t, TTY_DOWN);
 *         tty_wait_row(t, -1, "help");
 *         tty_type(t, "q");
 *         assert_int_equal(tty_wait_exit(t), 0);
 *         assert_true(tty_screen_restored(t));
 *     }
 *
 *     cmocka_unit_test_teardown(quits_on_q, tty_teardown)
 *
 * A terminal belongs to the test that started it and is closed by tty_teardown, so that a test that
 * fails leaves no process and no folder behind. Closing it earlier, with tty_finish, is possible.
 */
/* Variadic, because the commas of a compound literal would count as arguments. */
#define tty_start(...)             tty_expect_start((__VA_ARGS__), __FILE__, __LINE__)
#define tty_wait_text(t, text)     tty_expect_text((t), (text), __FILE__, __LINE__)
#define tty_wait_gone(t, text)     tty_expect_gone((t), (text), __FILE__, __LINE__)
#define tty_wait_row(t, row, text) tty_expect_row((t), (row), (text), __FILE__, __LINE__)
#define tty_wait_idle(t)           tty_expect_idle((t), __FILE__, __LINE__)
#define tty_wait_exit(t)           tty_expect_exit((t), __FILE__, __LINE__)

/* Waits for a condition of the test's own; `what` names it in the message. */
#define tty_wait(t, holds, argument, what)                                                         \
    tty_expect((t), (holds), (argument), (what), __FILE__, __LINE__)

/* Closes the terminal before the test ends. */
void tty_finish(tty *t);

/* Closes every terminal that is still open. For cmocka_unit_test_teardown; always 0. */
int tty_teardown(void **state);

/* Prints the screen with its row numbers to the test's error output. */
void tty_print(tty *t);

tty *tty_expect_start(const tty_options *options, const char *file, int line);
void tty_expect(tty *t, tty_predicate *holds, const void *argument, const char *what,
                const char *file, int line);
void tty_expect_text(tty *t, const char *text, const char *file, int line);
void tty_expect_gone(tty *t, const char *text, const char *file, int line);
void tty_expect_row(tty *t, int row, const char *text, const char *file, int line);
void tty_expect_idle(tty *t, const char *file, int line);
int tty_expect_exit(tty *t, const char *file, int line);

#endif
