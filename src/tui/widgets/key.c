#include "tui/widgets/key.h"

#include "language/language.h"
#include "text/text.h"

#include <stdio.h>

#define INPUT_NAME(code, name) name,
static const char *const names[INPUT_COUNT] = {INPUT_CODES(INPUT_NAME)};

bool key_equal(key a, key b)
{
    return a.code == b.code && a.point == b.point && a.ctrl == b.ctrl && a.alt == b.alt &&
           a.shift == b.shift && a.pasted == b.pasted;
}

bool key_is(key pressed, uint32_t point)
{
    return key_equal(pressed, (key){.code = INPUT_CHAR, .point = point});
}

bool key_is_ctrl(key pressed, uint32_t letter)
{
    return key_equal(pressed, (key){.code = INPUT_CHAR, .point = letter, .ctrl = true});
}

bool key_is_special(key pressed, input_code code)
{
    return key_equal(pressed, (key){.code = code});
}

bool key_is_text(key pressed)
{
    return pressed.code == INPUT_CHAR && pressed.point >= ' ' && !pressed.ctrl && !pressed.alt;
}

size_t key_label(char *out, size_t size, key named)
{
    bool is_character = named.code == INPUT_CHAR;
    bool is_letter = is_character && named.point >= 'a' && named.point <= 'z';
    char character[TEXT_POINT_BYTES] = "";
    const char *base = is_character ? character : tr(names[named.code]);
    const char *ctrl = is_character ? "^" : "Ctrl-";
    char full[48];

    if (is_character && named.point == ' ')
        base = tr("Space");
    else if (is_character)
        text_encode(character, named.ctrl && is_letter ? named.point - 'a' + 'A' : named.point);
    snprintf(full, sizeof full, "%s%s%s%s", named.ctrl ? ctrl : "", named.alt ? "Alt-" : "",
             named.shift ? "Shift-" : "", base);
    return text_clip(out, size, full, (int)sizeof full);
}
