#include "tui/widgets/symbol.h"

#define SYMBOL_ROW(name, unicode, ascii) {unicode, ascii},
static const struct {
    const char *unicode;
    const char *ascii;
} symbols[SYMBOL_COUNT] = {SYMBOLS(SYMBOL_ROW)};

const char *symbol_text(symbol which, bool ascii)
{
    return ascii ? symbols[which].ascii : symbols[which].unicode;
}

symbol symbol_level(int eighths)
{
    if (eighths < 1)
        return SYMBOL_LEVEL_1;
    if (eighths > 8)
        return SYMBOL_LEVEL_8;
    return (symbol)(SYMBOL_LEVEL_1 + eighths - 1);
}
