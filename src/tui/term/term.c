#include "tui/term/term.h"

#include "language/language.h"
#include "tui/term/caps.h"
#include "tui/term/keys.h"
#include "tui/term/screen.h"
#include "tui/term/signals.h"
#include "tui/term/theme.h"

#include <curses.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { REST_LEAST_MS = 500 }; /* whoever waits shorter has work to do meanwhile */

static struct {
    SCREEN *screen; /* NULL when the terminal is not open */
    bool ascii;
    bool marks;      /* tests asked to be told when the program is idle */
    bool mark_due;   /* something happened since the last such mark */
    bool rest_due;   /* the same, until there is no work left either */
    unsigned frames; /* shown so far */
} terminal;

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);

    return value != NULL && *value != '\0';
}

/* ^S is a key here, so it must not stop the output. What ^C and ^Z mean is told by their signals:
 * they must not throw away input that curses was told of, nor output on its way. */
static void set_line_modes(void)
{
    struct termios modes;

    if (tcgetattr(STDIN_FILENO, &modes) != 0)
        return;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    modes.c_lflag |= NOFLSH;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &modes) == 0)
        def_prog_mode();
}

static bool start_curses(const term_options *options)
{
    terminal.screen = newterm(NULL, stdout, stdin);
    if (terminal.screen == NULL)
        return false;
    cbreak();
    noecho();
    nonl();
    typeahead(-1);
    set_line_modes();
    keys_set_escape_delay();
    theme_open(options->mono || is_set("NO_COLOR"));
    if (!keys_open() || !screen_open())
        return false;
    caps_define_mouse();
    if (options->mouse)
        keys_report_mouse(true);
    caps_define_paste();
    caps_report_paste(true);
    return true;
}

static void leave_for_now(void)
{
    keys_suspend();
    caps_report_paste(false);
    endwin();
}

static void stop_curses(void)
{
    if (terminal.screen == NULL)
        return;
    leave_for_now();
    keys_close();
    screen_close();
    delscreen(terminal.screen);
    terminal.screen = NULL;
}

static bool take_over(const term_options *options, char *error, size_t size)
{
    size_t length;
    const char *restore = caps_restore(&length);

    signals_open(restore, length);
    if (start_curses(options))
        return true;
    stop_curses();
    signals_close();
    snprintf(error, size, "%s", tr("the terminal cannot be used: out of memory"));
    return false;
}

bool term_open(const term_options *options, char *error, size_t size)
{
    static const term_options usual = {0};

    if (options == NULL)
        options = &usual;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        snprintf(
            error, size, "%s",
            tr("the planner needs a terminal for its input and its output; for a printed report "
               "try: breakeven quote SCENARIO"));
        return false;
    }
    if (!caps_load(error, size) || !take_over(options, error, size))
        return false;
    terminal.ascii = options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
    terminal.marks = is_set("BREAKEVEN_TEST_MARK");
    terminal.mark_due = true;
    terminal.rest_due = true;
    terminal.frames = 0;
    screen_sync_size();
    return true;
}

void term_close(void)
{
    if (terminal.screen == NULL)
        return;
    stop_curses();
    signals_close();
}

void term_size(int *rows, int *cols)
{
    *rows = LINES;
    *cols = COLS;
}

bool term_is_ascii(void)
{
    return terminal.ascii;
}

void term_report_mouse(bool on)
{
    keys_report_mouse(on);
}

void term_show(const surface *grid)
{
    screen_show(grid);
    terminal.frames++;
}

void term_redraw(void)
{
    screen_forget();
}

/* Other programs had the terminal: takes its modes and its screen back. */
static void resume(term_event *event)
{
    screen_sync_size();
    screen_forget();
    caps_report_paste(true);
    refresh();
    keys_resume();
    *event = (term_event){.kind = TERM_RESIZE, .rows = LINES, .cols = COLS};
}

static bool take_signal(term_event *event)
{
    int quit = signals_take_quit();

    if (quit != 0) {
        *event = (term_event){.kind = TERM_QUIT, .signal = quit};
        return true;
    }
    bool stop = signals_take_stop();
    if (!stop && !signals_take_continue())
        return false;
    leave_for_now();
    if (stop)
        signals_stop();
    resume(event);
    return true;
}

static bool take_resize(term_event *event)
{
    if (!screen_sync_size())
        return false;
    *event = (term_event){.kind = TERM_RESIZE, .rows = LINES, .cols = COLS};
    return true;
}

/* True when it could not be written and is still due. */
static bool write_mark(const char *what)
{
    char mark[64];
    int length =
        snprintf(mark, sizeof mark, "\033]7777;%u;%dx%d%s\007", terminal.frames, COLS, LINES, what);
    return write(STDOUT_FILENO, mark, (size_t)length) != length;
}

/* A sequence that no terminal shows tells a test that all input so far has been dealt with; a
 * second one, that nothing more will change on the screen by itself. */
static void mark_idle(int timeout_ms)
{
    bool rests = timeout_ms < 0 || timeout_ms >= REST_LEAST_MS;

    if (!terminal.marks || keys_waiting() > 0)
        return;
    if (terminal.mark_due)
        terminal.mark_due = write_mark("");
    if (rests && terminal.rest_due)
        terminal.rest_due = write_mark(";rest");
}

bool term_has_input(void)
{
    return keys_waiting() > 0;
}

bool term_is_wanted(void)
{
    return keys_waiting() != 0 || signals_wait_to_be_told();
}

/* Waits; true when that itself was an event. */
static bool wait_for_input(term_event *event, int timeout_ms)
{
    signals_result result = signals_wait(timeout_ms);

    if (result == SIGNALS_TIMEOUT) {
        *event = (term_event){.kind = TERM_TIMEOUT};
        return true;
    }
    if (result == SIGNALS_READY && keys_waiting() <= 0) {
        *event = (term_event){.kind = TERM_HANGUP};
        return true;
    }
    return false;
}

void term_wait(term_event *event, int timeout_ms)
{
    for (;;) {
        if (take_signal(event) || take_resize(event) || keys_read(event))
            break;
        if (timeout_ms != 0)
            mark_idle(timeout_ms);
        if (wait_for_input(event, timeout_ms))
            break;
        terminal.mark_due = true; /* even if what has come turns out to mean nothing */
        terminal.rest_due = true;
    }
    terminal.mark_due = terminal.mark_due || event->kind != TERM_TIMEOUT;
    terminal.rest_due = terminal.rest_due || event->kind != TERM_TIMEOUT;
}
