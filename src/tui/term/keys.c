#include "tui/term/keys.h"

#include "tui/term/caps.h"
#include "tui/term/mouse.h"

#include <curses.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum {
    ESCAPE_BYTE = 27,
    DELETE_BYTE = 127,
    UNICODE_LAST = 0x10FFFF,
    ESCAPE_DELAY_MS = 25,
    REST_OF_CHARACTER_MS = 10, /* between the bytes of one character that was sent in pieces */
    REST_OF_REPORT_MS = 500    /* the same for a report of the mouse, which begins unmistakably */
};

/* Keys are read through a pad: reading through a window would refresh that window. */
static WINDOW *input;
static bool pasting;

static bool reporting;           /* the mouse is wanted */
static mouse_report report;      /* the one that is being read */
static struct timespec reported; /* when its last byte came */

static const struct {
    int code;
    input_code means;
    bool shift;
} specials[] = {
    {KEY_UP, INPUT_UP, false},
    {KEY_SR, INPUT_UP, true},
    {KEY_DOWN, INPUT_DOWN, false},
    {KEY_SF, INPUT_DOWN, true},
    {KEY_LEFT, INPUT_LEFT, false},
    {KEY_SLEFT, INPUT_LEFT, true},
    {KEY_RIGHT, INPUT_RIGHT, false},
    {KEY_SRIGHT, INPUT_RIGHT, true},
    {KEY_HOME, INPUT_HOME, false},
    {KEY_SHOME, INPUT_HOME, true},
    {KEY_END, INPUT_END, false},
    {KEY_SEND, INPUT_END, true},
    {KEY_PPAGE, INPUT_PAGE_UP, false},
    {KEY_SPREVIOUS, INPUT_PAGE_UP, true},
    {KEY_NPAGE, INPUT_PAGE_DOWN, false},
    {KEY_SNEXT, INPUT_PAGE_DOWN, true},
    {KEY_DC, INPUT_DELETE, false},
    {KEY_SDC, INPUT_DELETE, true},
    {KEY_IC, INPUT_INSERT, false},
    {KEY_SIC, INPUT_INSERT, true},
    {KEY_FIND, INPUT_HOME, false},
    {KEY_SELECT, INPUT_END, false},
    {KEY_A1, INPUT_HOME, false},
    {KEY_C1, INPUT_END, false},
    {KEY_A3, INPUT_PAGE_UP, false},
    {KEY_C3, INPUT_PAGE_DOWN, false},
    {KEY_BTAB, INPUT_BACK_TAB, false},
    {KEY_ENTER, INPUT_ENTER, false},
    {KEY_BACKSPACE, INPUT_BACKSPACE, false},
};

/* Keys with modifiers that terminfo names by its extension: kUP5 is Ctrl-Up. */
static const struct {
    const char *name;
    input_code means;
} extended[] = {
    {"kUP", INPUT_UP},       {"kDN", INPUT_DOWN},       {"kLFT", INPUT_LEFT},
    {"kRIT", INPUT_RIGHT},   {"kHOM", INPUT_HOME},      {"kEND", INPUT_END},
    {"kPRV", INPUT_PAGE_UP}, {"kNXT", INPUT_PAGE_DOWN}, {"kDC", INPUT_DELETE},
    {"kIC", INPUT_INSERT},
};

/* Control characters that are keys of their own. */
static const struct {
    wint_t byte;
    input_code means;
} controls[] = {
    {'\t', INPUT_TAB},
    {'\r', INPUT_ENTER},
    {'\n', INPUT_ENTER},
    {'\b', INPUT_BACKSPACE},
    {DELETE_BYTE, INPUT_BACKSPACE},
    {ESCAPE_BYTE, INPUT_ESCAPE},
};

bool keys_open(void)
{
    pasting = false;
    reporting = false;
    mouse_begin(&report, MOUSE_NONE);
    input = newpad(1, 1);
    return input != NULL && keypad(input, TRUE) == OK;
}

void keys_close(void)
{
    if (input != NULL)
        delwin(input);
    input = NULL;
}

void keys_report_mouse(bool on)
{
    reporting = on;
    caps_report_mouse(on);
}

void keys_suspend(void)
{
    if (reporting)
        caps_report_mouse(false);
}

void keys_resume(void)
{
    keypad(input, TRUE);
    mouse_begin(&report, MOUSE_NONE);
    if (reporting)
        caps_report_mouse(true);
}

void keys_set_escape_delay(void)
{
    const char *set = getenv("ESCDELAY");
    long delay = set == NULL ? ESCAPE_DELAY_MS : strtol(set, NULL, 10);

    set_escdelay(delay > 0 && delay <= 10000 ? (int)delay : ESCAPE_DELAY_MS);
}

int keys_waiting(void)
{
    int count = 0;

    return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : -1;
}

static void begin_report(mouse_format format)
{
    mouse_begin(&report, format);
    clock_gettime(CLOCK_MONOTONIC, &reported);
}

/* What comes long after the last byte of a report was typed: the rest of that will not come. */
static void forget_old_report(void)
{
    struct timespec now;

    if (report.format == MOUSE_NONE || keys_waiting() <= 0)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if ((now.tv_sec - reported.tv_sec) * 1000 + (now.tv_nsec - reported.tv_nsec) / 1000000 >
        REST_OF_REPORT_MS)
        mouse_begin(&report, MOUSE_NONE);
}

/* One of the bytes of an old report, which are no characters and may be those of Backspace. */
static int read_byte(wint_t *value)
{
    int code = wgetch(input);

    if (code == ERR)
        return ERR;
    *value = code == key_defined("\177") ? DELETE_BYTE : (wint_t)code;
    return *value > UCHAR_MAX ? KEY_CODE_YES : OK;
}

/* A character that there is: the library makes some of bytes that stand for none. */
static int read_character(wint_t *value)
{
    int code;

    do
        code = wget_wch(input, value);
    while (code == OK && *value > UNICODE_LAST);
    return code;
}

/* One code from curses: OK for a character, KEY_CODE_YES for a key, ERR when none has arrived. */
static int read_code(wint_t *value)
{
    forget_old_report();
    wtimeout(input, keys_waiting() > 0 ? REST_OF_CHARACTER_MS : 0);
    return report.format == MOUSE_X10 ? read_byte(value) : read_character(value);
}

static bool special_key(int code, key *pressed)
{
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i].code == code) {
            *pressed = (key){.code = specials[i].means, .shift = specials[i].shift};
            return true;
        }
    return false;
}

/* F13 to F24 are what terminfo calls the first twelve with Shift. */
static bool function_key(int code, key *pressed)
{
    int number = code - KEY_F(1);

    if (number < 0 || number >= 24)
        return false;
    *pressed = (key){.code = (input_code)(INPUT_F1 + number % 12), .shift = number >= 12};
    return true;
}

/* The digit of an extended name is one more than a sum of 1 for Shift, 2 for Alt and 4 for Ctrl; a
 * name without digit means Shift. */
static bool extended_key(int code, key *pressed)
{
    const char *name = keyname(code);

    for (size_t i = 0; name != NULL && i < sizeof extended / sizeof *extended; i++) {
        size_t length = strlen(extended[i].name);
        if (strncmp(name, extended[i].name, length) != 0)
            continue;
        unsigned held = name[length] == '\0' ? 1U : (unsigned)(name[length] - '1');
        if (held > 7)
            return false;
        *pressed = (key){.code = extended[i].means,
                         .shift = (held & 1) != 0,
                         .alt = (held & 2) != 0,
                         .ctrl = (held & 4) != 0};
        return true;
    }
    return false;
}

static key character_key(wint_t value)
{
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        if (controls[i].byte == value)
            return (key){.code = controls[i].means};
    if (value >= ' ')
        return (key){.code = INPUT_CHAR, .point = (uint32_t)value};
    uint32_t point = (uint32_t)value + '@';
    if (point >= 'A' && point <= 'Z')
        point += 'a' - 'A';
    return (key){.code = INPUT_CHAR, .point = value == 0 ? ' ' : point, .ctrl = true};
}

/* A key ends the report that was being read. */
static bool take_special(int code, term_event *event)
{
    mouse_begin(&report, MOUSE_NONE);
    if (code == CAPS_PASTE_BEGIN || code == CAPS_PASTE_END) {
        pasting = code == CAPS_PASTE_BEGIN;
        return false;
    }
    if (code == CAPS_MOUSE_SGR || code == CAPS_MOUSE_X10) {
        begin_report(code == CAPS_MOUSE_SGR ? MOUSE_SGR : MOUSE_X10);
        return false;
    }
    event->kind = TERM_KEY;
    return !pasting && (special_key(code, &event->key) || function_key(code, &event->key) ||
                        extended_key(code, &event->key));
}

/* Inside a paste there is text alone: breaks become spaces, other control characters nothing. */
static bool take_pasted(wint_t value, term_event *event)
{
    if (value == '\t' || value == '\r' || value == '\n')
        value = ' ';
    if (value < ' ' || value == 127)
        return false;
    event->kind = TERM_KEY;
    event->key = (key){.code = INPUT_CHAR, .point = (uint32_t)value, .pasted = true};
    return true;
}

/* Reads the rest of a key that terminfo does not know, so that it is not taken for typed text:
 * after `[` up to a letter or `~`, after `O` one character. True when it was such a key, or the
 * beginning of a report of the mouse behind another Escape. */
static bool skip_unknown_sequence(wint_t opener)
{
    wint_t value;

    if ((opener != '[' && opener != 'O') || read_code(&value) != OK)
        return false;
    if (opener == '[' && (value == '<' || value == 'M')) {
        begin_report(value == '<' ? MOUSE_SGR : MOUSE_X10);
        return true;
    }
    while (opener == '[' && (value < '@' || value > '~') && read_code(&value) == OK)
        continue;
    return true;
}

/* What follows Escape at once was sent with Alt held. */
static bool take_escape(term_event *event)
{
    wint_t value;
    int kind = read_code(&value);

    event->kind = TERM_KEY;
    event->key = (key){.code = INPUT_ESCAPE};
    if (kind == ERR)
        return true;
    if (kind == OK && value == ESCAPE_BYTE) {
        unget_wch(ESCAPE_BYTE);
        return true;
    }
    if (kind == OK && skip_unknown_sequence(value))
        return false;
    if (kind == OK)
        event->key = character_key(value);
    else if (!take_special((int)value, event))
        return false;
    event->key.alt = event->kind == TERM_KEY;
    return true;
}

/* False when the character does not belong to the report that was being read. */
static bool take_report(wint_t value, term_event *event, bool *pressed)
{
    mouse_result result = mouse_take(&report, (unsigned)value, &event->mouse);

    clock_gettime(CLOCK_MONOTONIC, &reported);
    event->kind = TERM_MOUSE;
    *pressed = result == MOUSE_PRESSED && reporting && !pasting;
    return result != MOUSE_FOREIGN;
}

static bool take_character(wint_t value, term_event *event)
{
    bool pressed;

    if (report.format != MOUSE_NONE && take_report(value, event, &pressed))
        return pressed;
    if (pasting)
        return take_pasted(value, event);
    if (value == ESCAPE_BYTE)
        return take_escape(event);
    event->kind = TERM_KEY;
    event->key = character_key(value);
    return true;
}

bool keys_read(term_event *event)
{
    wint_t value;
    int kind;

    while ((kind = read_code(&value)) != ERR) {
        bool taken =
            kind == KEY_CODE_YES ? take_special((int)value, event) : take_character(value, event);
        if (taken)
            return true;
    }
    return false;
}
