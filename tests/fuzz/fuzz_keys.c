/*
 * What a terminal sends: whatever the bytes are, each event told is a key that there is, a
 * character that may be typed, or a place on the screen. The bytes come through a pseudo-terminal
 * of the target's own and curses, as they do from a real one.
 */
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "fuzz.h"
#include "tui/term/term.h"

enum { ROWS = 30, COLS = 100, SENT_MAX = 512, ERROR_BYTES = 256, DRAINED_BYTES = 512 };

static int master = -1;

static void open_terminal(void)
{
    const term_options options = {.mouse = true};
    const struct winsize size = {.ws_row = ROWS, .ws_col = COLS};
    char error[ERROR_BYTES];
    FUZZ_REQUIRE(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    FUZZ_REQUIRE(setenv("TERM", "xterm-256color", 1) == 0 && setenv("ESCDELAY", "1", 1) == 0);
    master = posix_openpt(O_RDWR | O_NOCTTY);
    FUZZ_REQUIRE(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    FUZZ_REQUIRE(slave >= 0 && ioctl(slave, TIOCSWINSZ, &size) == 0);
    FUZZ_REQUIRE(dup2(slave, STDIN_FILENO) >= 0 && dup2(slave, STDOUT_FILENO) >= 0);
    FUZZ_REQUIRE(fcntl(master, F_SETFL, O_NONBLOCK) == 0);
    FUZZ_REQUIRE(term_open(&options, error, sizeof error));
    FUZZ_REQUIRE(atexit(term_close) == 0);
}

/* Nobody looks at what is shown. */
static void drain(void)
{
    char bytes[DRAINED_BYTES];
    while (read(master, bytes, sizeof bytes) > 0)
        continue;
}

static void check_key(key pressed)
{
    FUZZ_REQUIRE((int)pressed.code >= 0 && pressed.code < INPUT_COUNT);
    FUZZ_REQUIRE((pressed.code == INPUT_CHAR) == (pressed.point != 0));
    FUZZ_REQUIRE(pressed.point <= 0x10FFFF);
    FUZZ_REQUIRE(pressed.point < 0xD800 || pressed.point > 0xDFFF);
    FUZZ_REQUIRE(pressed.point == 0 || pressed.point >= ' ');
    FUZZ_REQUIRE(!pressed.pasted || (pressed.code == INPUT_CHAR && !pressed.ctrl && !pressed.alt));
}

static void check_event(const term_event *event)
{
    if (event->kind == TERM_QUIT) /* somebody wants the program to end */
        _exit(EXIT_SUCCESS);
    FUZZ_REQUIRE(event->kind == TERM_KEY || event->kind == TERM_MOUSE);
    if (event->kind == TERM_KEY)
        check_key(event->key);
    else
        FUZZ_REQUIRE(event->mouse.row >= 0 && event->mouse.col >= 0);
}

/* Sends the bytes and hears all that comes of them. */
static void send(const void *bytes, size_t size)
{
    term_event event;
    FUZZ_REQUIRE(write(master, bytes, size) == (ssize_t)size);
    for (term_wait(&event, 0); event.kind != TERM_TIMEOUT; term_wait(&event, 0))
        check_event(&event);
    drain();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char end_of_paste[] = "\033[201~";
    if (master < 0)
        open_terminal();
    if (size == 0 || size > SENT_MAX)
        return 0;
    send(data, size);
    send(end_of_paste, sizeof end_of_paste - 1);
    return 0;
}
