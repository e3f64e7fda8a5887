#include "terminal/repeat.h"

#include <stdbool.h>
#include <stdlib.h>

enum { BELL = 0x07, ESCAPE = 0x1B, DELETE = 0x7F, MOST_TIMES = 1000 };

static void remember_glyph(repeat_expander *r, unsigned char byte)
{
    const bool continues = (byte & 0xC0) == 0x80;
    if (byte < ' ' || byte == DELETE)
        return;
    if (!continues || r->glyph_length == sizeof r->glyph)
        r->glyph_length = 0;
    r->glyph[r->glyph_length++] = (char)byte;
}

/* The sequence is CSI, digits or nothing, b. */
static bool is_repeat(const repeat_expander *r)
{
    for (size_t i = 2; i + 1 < r->held_length; i++) {
        if (r->held[i] < '0' || r->held[i] > '9')
            return false;
    }
    return r->held[r->held_length - 1] == 'b';
}

static void release_held(repeat_expander *r, buffer *out)
{
    buffer_append(out, r->held, r->held_length);
    r->held_length = 0;
    r->state = REPEAT_GROUND;
}

static void end_sequence(repeat_expander *r, buffer *out)
{
    if (!is_repeat(r)) {
        release_held(r, out);
        return;
    }
    long times = strtol(r->held + 2, NULL, 10); /* ends at the b */
    times = times < 1 ? 1 : times > MOST_TIMES ? MOST_TIMES : times;
    for (long i = 0; i < times; i++)
        buffer_append(out, r->glyph, r->glyph_length);
    r->held_length = 0;
    r->state = REPEAT_GROUND;
}

/* Takes a byte of a sequence that may turn out to be REP. */
static void hold(repeat_expander *r, char byte, buffer *out)
{
    r->held[r->held_length++] = byte;
    if (byte >= '@' && byte <= '~')
        end_sequence(r, out);
    else if (r->held_length == sizeof r->held)
        release_held(r, out); /* too long to be one */
}

static void begin_sequence(repeat_expander *r)
{
    r->held[0] = ESCAPE;
    r->held_length = 1;
    r->state = REPEAT_ESCAPE;
}

static void take_ground(repeat_expander *r, char byte, buffer *out)
{
    if (byte == ESCAPE) {
        begin_sequence(r);
        return;
    }
    buffer_append(out, &byte, 1);
    remember_glyph(r, (unsigned char)byte);
}

/* The byte after ESC says what follows; what comes between it and its end is no glyph. */
static void take_escaped(repeat_expander *r, char byte, buffer *out)
{
    const bool goes_on = byte >= ' ' && byte <= '/';
    if (byte == ESCAPE) {
        release_held(r, out);
        begin_sequence(r);
        return;
    }
    r->held[r->held_length++] = byte;
    if (byte == '[')
        r->state = REPEAT_CSI;
    else if (byte == ']' || byte == 'P') {
        release_held(r, out);
        r->state = REPEAT_STRING;
    } else if (!goes_on || r->held_length == sizeof r->held)
        release_held(r, out);
}

static void take_string(repeat_expander *r, char byte, buffer *out)
{
    if (byte == ESCAPE) {
        begin_sequence(r);
        return;
    }
    buffer_append(out, &byte, 1);
    if (byte == BELL)
        r->state = REPEAT_GROUND;
}

void repeat_expand(repeat_expander *r, const char *bytes, size_t length, buffer *out)
{
    static void (*const take[])(repeat_expander *, char, buffer *) = {
        [REPEAT_GROUND] = take_ground,
        [REPEAT_ESCAPE] = take_escaped,
        [REPEAT_CSI] = hold,
        [REPEAT_STRING] = take_string,
    };
    for (size_t i = 0; i < length; i++)
        take[r->state](r, bytes[i], out);
}
