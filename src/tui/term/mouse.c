#include "tui/term/mouse.h"

#include <stddef.h>

enum {
    NO_NUMBER = -1,
    MODIFIERS = 4 + 8 + 16, /* Shift, Alt and Ctrl; a click means the same with them */
    FIRST_BYTE = ' '        /* stands for 0 in an old report */
};

/* Releases, motion and the wheel's way to the side have numbers that are not here. */
static const struct {
    int number;
    term_button button;
} buttons[] = {
    {0, TERM_LEFT_BUTTON}, {1, TERM_MIDDLE_BUTTON}, {2, TERM_RIGHT_BUTTON},
    {64, TERM_WHEEL_UP},   {65, TERM_WHEEL_DOWN},
};

void mouse_begin(mouse_report *report, mouse_format format)
{
    *report = (mouse_report){.format = format};
    for (int i = 0; i < MOUSE_NUMBERS; i++)
        report->numbers[i] = NO_NUMBER;
}

static mouse_result end(mouse_report *report, mouse_result result)
{
    report->format = MOUSE_NONE;
    return result;
}

/* The terminal counts from 1; a 0 is taken for the edge. */
static int place(int number)
{
    return number > 0 ? number - 1 : 0;
}

static mouse_result tell(mouse_report *report, term_mouse *pressed)
{
    const int *numbers = report->numbers;

    for (int i = 0; i < MOUSE_NUMBERS; i++)
        if (numbers[i] == NO_NUMBER)
            return end(report, MOUSE_IGNORED);
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        if (buttons[i].number == (numbers[0] & ~MODIFIERS)) {
            *pressed = (term_mouse){buttons[i].button, place(numbers[2]), place(numbers[1])};
            return end(report, MOUSE_PRESSED);
        }
    return end(report, MOUSE_IGNORED);
}

static void add_digit(int *number, int digit)
{
    int sum = (*number == NO_NUMBER ? 0 : *number) * 10 + digit;

    *number = sum < MOUSE_NUMBER_MAX ? sum : MOUSE_NUMBER_MAX;
}

/* A control sequence ends with a byte from @ to ~; a control character, Backspace or a character
 * beyond ASCII is no part of one. */
static mouse_result take_sgr(mouse_report *report, unsigned byte, term_mouse *pressed)
{
    if (byte < ' ' || byte > '~')
        return end(report, MOUSE_FOREIGN);
    if (byte >= '@')
        return byte == 'M' && !report->broken ? tell(report, pressed) : end(report, MOUSE_IGNORED);
    if (byte == ';' && report->position < MOUSE_NUMBERS - 1)
        report->position++;
    else if (byte >= '0' && byte <= '9')
        add_digit(&report->numbers[report->position], (int)(byte - '0'));
    else
        report->broken = true;
    return MOUSE_MORE;
}

/* NUL is what a terminal sends for a place too far away to be told. */
static mouse_result take_x10(mouse_report *report, unsigned byte, term_mouse *pressed)
{
    if (byte != 0 && byte < FIRST_BYTE)
        return end(report, MOUSE_FOREIGN);
    if (byte != 0)
        report->numbers[report->position] = (int)byte - FIRST_BYTE;
    report->position++;
    return report->position == MOUSE_NUMBERS ? tell(report, pressed) : MOUSE_MORE;
}

mouse_result mouse_take(mouse_report *report, unsigned byte, term_mouse *pressed)
{
    return report->format == MOUSE_X10 ? take_x10(report, byte, pressed)
                                       : take_sgr(report, byte, pressed);
}
