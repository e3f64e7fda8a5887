#include "tui/term/theme.h"

typedef enum palette { PALETTE_256, PALETTE_16, PALETTE_8, PALETTE_MONO, PALETTE_COUNT } palette;

typedef struct look {
    short fg; /* -1 is the user's own */
    short bg;
    attr_t attributes;
} look;

/* Middle tones for text on the user's own background, which may be dark or light; where a
 * background is given, both colours are. 8 is grey among 16 colours; among 8 there is none. */
static const look looks[STYLE_COUNT][PALETTE_COUNT] = {
    [STYLE_NORMAL] = {{-1, -1, 0}, {-1, -1, 0}, {-1, -1, 0}, {-1, -1, 0}},
    [STYLE_DIM] = {{244, -1, 0}, {8, -1, 0}, {-1, -1, A_DIM}, {-1, -1, A_DIM}},
    [STYLE_STRONG] = {{-1, -1, A_BOLD}, {-1, -1, A_BOLD}, {-1, -1, A_BOLD}, {-1, -1, A_BOLD}},
    [STYLE_TITLE] = {{32, -1, A_BOLD}, {6, -1, A_BOLD}, {6, -1, A_BOLD}, {-1, -1, A_BOLD}},
    [STYLE_HEADER] = {{244, -1, A_BOLD}, {-1, -1, A_BOLD}, {-1, -1, A_BOLD}, {-1, -1, A_UNDERLINE}},
    [STYLE_BORDER] = {{243, -1, 0}, {8, -1, 0}, {-1, -1, A_DIM}, {-1, -1, A_DIM}},
    [STYLE_BORDER_FOCUS] = {{32, -1, A_BOLD}, {6, -1, A_BOLD}, {6, -1, A_BOLD}, {-1, -1, A_BOLD}},
    [STYLE_SELECTED] = {{231, 25, A_BOLD}, {7, 4, A_BOLD}, {7, 4, A_BOLD}, {-1, -1, A_REVERSE}},
    [STYLE_SELECTED_UNFOCUSED] = {{255, 240, 0},
                                  {-1, -1, A_REVERSE},
                                  {-1, -1, A_REVERSE},
                                  {-1, -1, A_UNDERLINE}},
    [STYLE_HIGHLIGHT] = {{32, -1, A_BOLD}, {6, -1, A_BOLD}, {6, -1, A_BOLD}, {-1, -1, A_REVERSE}},
    [STYLE_FIELD] = {{-1, -1, A_UNDERLINE},
                     {-1, -1, A_UNDERLINE},
                     {-1, -1, A_UNDERLINE},
                     {-1, -1, A_UNDERLINE}},
    [STYLE_FIELD_FOCUS] = {{231, 25, A_BOLD}, {7, 4, A_BOLD}, {7, 4, A_BOLD}, {-1, -1, A_REVERSE}},
    [STYLE_FIELD_ERROR] = {{231, 124, A_BOLD},
                           {7, 1, A_BOLD},
                           {7, 1, A_BOLD},
                           {-1, -1, A_REVERSE | A_BOLD}},
    [STYLE_KEY] = {{32, -1, A_BOLD}, {6, -1, A_BOLD}, {6, -1, A_BOLD}, {-1, -1, A_BOLD}},
    [STYLE_HINT] = {{244, -1, 0}, {-1, -1, 0}, {-1, -1, 0}, {-1, -1, 0}},
    [STYLE_GOOD] = {{34, -1, 0}, {2, -1, 0}, {2, -1, 0}, {-1, -1, 0}},
    [STYLE_BAD] = {{160, -1, 0}, {1, -1, 0}, {1, -1, 0}, {-1, -1, 0}},
    [STYLE_WARN] = {{172, -1, 0}, {3, -1, 0}, {3, -1, 0}, {-1, -1, A_BOLD}},
    [STYLE_BEST] = {{34, -1, A_BOLD}, {2, -1, A_BOLD}, {2, -1, A_BOLD}, {-1, -1, A_BOLD}},
    [STYLE_STALE] = {{244, -1, A_DIM}, {8, -1, 0}, {-1, -1, A_DIM}, {-1, -1, A_DIM}},
    [STYLE_SERIES_1] = {{33, -1, 0}, {4, -1, 0}, {4, -1, 0}, {-1, -1, 0}},
    [STYLE_SERIES_2] = {{172, -1, 0}, {3, -1, 0}, {3, -1, 0}, {-1, -1, A_BOLD}},
    [STYLE_SERIES_3] = {{34, -1, 0}, {2, -1, 0}, {2, -1, 0}, {-1, -1, 0}},
    [STYLE_SERIES_4] = {{134, -1, 0}, {5, -1, 0}, {5, -1, 0}, {-1, -1, A_BOLD}},
    [STYLE_SERIES_5] = {{37, -1, 0}, {6, -1, 0}, {6, -1, 0}, {-1, -1, 0}},
    [STYLE_SERIES_6] = {{160, -1, 0}, {1, -1, 0}, {1, -1, 0}, {-1, -1, A_BOLD}},
};

static theme_look theme[STYLE_COUNT];

static palette pick_palette(bool mono)
{
    if (mono || !has_colors() || start_color() == ERR || COLORS < 8)
        return PALETTE_MONO;
    if (COLORS >= 256)
        return PALETTE_256;
    return COLORS >= 16 ? PALETTE_16 : PALETTE_8;
}

/* A pair that cannot be made would be black on black; such a role gets its monochrome look. */
static theme_look make_look(style role, palette colors)
{
    const look *wanted = &looks[role][colors];
    short pair = (short)(role + 1);

    if (wanted->fg < 0 && wanted->bg < 0)
        return (theme_look){wanted->attributes, 0};
    if (init_pair(pair, wanted->fg, wanted->bg) == ERR)
        return (theme_look){looks[role][PALETTE_MONO].attributes, 0};
    return (theme_look){wanted->attributes, pair};
}

void theme_open(bool mono)
{
    palette colors = pick_palette(mono);

    if (colors != PALETTE_MONO)
        use_default_colors();
    for (style role = 0; role < STYLE_COUNT; role++)
        theme[role] = make_look(role, colors);
}

theme_look theme_of(style role)
{
    return theme[role];
}
