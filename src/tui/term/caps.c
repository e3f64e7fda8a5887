#include "tui/term/caps.h"

#include "language/language.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

enum { SEQUENCE_BYTES = 256 };

/* Bytes for the terminal. */
typedef struct sequence {
    char bytes[SEQUENCE_BYTES];
    size_t length;
} sequence;

static sequence restore;
static sequence *collecting; /* tputs tells its callback nothing but the byte */

/* A string capability by its terminfo name, or NULL: both ways of terminfo to say "no" are one. */
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);

    return value == NULL || value == (const char *)-1 ? NULL : value;
}

static int collect(int byte)
{
    if (collecting->length < sizeof collecting->bytes)
        collecting->bytes[collecting->length++] = (char)byte;
    return byte;
}

static void append(sequence *to, const char *text)
{
    collecting = to;
    if (text != NULL)
        tputs(text, 1, collect);
    collecting = NULL;
}

/* Where terminfo does not say how, as xterm does it: presses of buttons, and places in numbers, for
 * the characters of old end at 223. */
static void append_mouse(sequence *to, bool on)
{
    const char *mode = capability("XM");

    if (mode != NULL)
        append(to, tiparm(mode, on ? 1 : 0));
    else if (capability("kmous") != NULL)
        append(to, on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
}

/* In the order in which they undo each other least: modes first, the screen switch last. */
static void prepare_restore(void)
{
    static const char *const undo[] = {"BD", "sgr0", "op", "rmkx", "cnorm", "rmcup"};

    restore.length = 0;
    append_mouse(&restore, false);
    for (size_t i = 0; i < sizeof undo / sizeof *undo; i++)
        append(&restore, capability(undo[i]));
}

static bool check(const char *type, int found, char *error, size_t size)
{
    if (found != 1) {
        snprintf(
            error, size,
            tr("the terminal type \"%s\" is not known here; try: TERM=xterm-256color breakeven"),
            type);
        return false;
    }
    if (capability("cup") == NULL) {
        snprintf(error, size,
                 tr("the terminal type \"%s\" cannot move its cursor; try: TERM=xterm-256color "
                    "breakeven, or print a report with: breakeven quote SCENARIO"),
                 type);
        return false;
    }
    return true;
}

bool caps_load(char *error, size_t size)
{
    const char *type = getenv("TERM");
    int found = 0;

    setupterm(NULL, STDOUT_FILENO, &found);
    bool usable = check(type == NULL ? "" : type, found, error, size);
    if (usable)
        prepare_restore();
    if (found == 1)
        del_curterm(set_curterm(NULL));
    return usable;
}

const char *caps_restore(size_t *length)
{
    *length = restore.length;
    return restore.bytes;
}

void caps_define_paste(void)
{
    const char *begin = capability("PS");
    const char *end = capability("PE");

    if (begin == NULL || end == NULL)
        return;
    define_key(begin, CAPS_PASTE_BEGIN);
    define_key(end, CAPS_PASTE_END);
}

static void send(const sequence *request)
{
    ssize_t written = write(STDOUT_FILENO, request->bytes, request->length);

    (void)written;
}

void caps_report_paste(bool on)
{
    sequence request = {.length = 0};

    append(&request, capability(on ? "BE" : "BD"));
    send(&request);
}

/* What is another key on this terminal stays that. */
static void define_unless_taken(const char *bytes, int code)
{
    if (key_defined(bytes) == 0)
        define_key(bytes, code);
}

void caps_define_mouse(void)
{
    define_key(NULL, KEY_MOUSE);
    define_unless_taken("\033[<", CAPS_MOUSE_SGR);
    define_unless_taken("\033[M", CAPS_MOUSE_X10);
}

void caps_report_mouse(bool on)
{
    sequence request = {.length = 0};

    append_mouse(&request, on);
    send(&request);
}
