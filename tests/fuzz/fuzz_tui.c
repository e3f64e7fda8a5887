/*
 * The planner: whatever keys, clicks and sizes come, it draws a whole screen, and the plan that it
 * leaves behind can be written and read. The terminal (tui/term) is one that reads the input.
 *
 * A byte below 0x80 is that key; the others begin what is told in `doers`, and take the bytes
 * behind them.
 */
#include <locale.h>
#include <stdlib.h>

#include "catalog/own_prices.h"
#include "folder.h"
#include "fuzz.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "tui/app_run.h"
#include "tui/model/session_prices.h"
#include "tui/screens/screens.h"
#include "tui/term/term.h"

enum { ROWS = 30, COLS = 100, ITEMS = 3, EVENTS_MAX = 400 };

static fuzz_bytes input;
static int events_left;
static catalog *prices;

/* -- what the bytes do ------------------------------------------------------------------------- */

static void do_special(term_event *event)
{
    unsigned bits = fuzz_byte(&input);
    event->kind = TERM_KEY;
    event->key = (key){.code = (input_code)(1 + (bits & 0x1F) % (INPUT_COUNT - 1)),
                       .shift = (bits & 0x20) != 0,
                       .ctrl = (bits & 0x40) != 0,
                       .alt = (bits & 0x80) != 0};
}

/* A slash would lead out of the folder that files are written to. */
static uint32_t harmless(uint32_t point)
{
    return point == '/' ? '-' : point;
}

static void do_character(term_event *event, bool ctrl, bool alt, bool pasted)
{
    event->kind = TERM_KEY;
    event->key = (key){.code = INPUT_CHAR,
                       .point = harmless(fuzz_byte(&input) & 0x7F),
                       .ctrl = ctrl,
                       .alt = alt,
                       .pasted = pasted};
}

static void do_ctrl(term_event *event)
{
    do_character(event, true, false, false);
}

static void do_alt(term_event *event)
{
    do_character(event, false, true, false);
}

static void do_paste(term_event *event)
{
    do_character(event, false, false, true);
}

static void do_any_character(term_event *event)
{
    event->kind = TERM_KEY;
    event->key =
        (key){.code = INPUT_CHAR, .point = harmless((uint32_t)fuzz_between(&input, ' ', 0x10FFFF))};
}

static void do_resize(term_event *event)
{
    event->kind = TERM_RESIZE;
    event->rows = 1 + fuzz_byte(&input) % 80;
    event->cols = 1 + fuzz_byte(&input) % 200;
}

static void do_huge_resize(term_event *event)
{
    event->kind = TERM_RESIZE;
    event->rows = (int)fuzz_between(&input, 1, SURFACE_SIDE_MAX / 8);
    event->cols = (int)fuzz_between(&input, 1, SURFACE_SIDE_MAX / 8);
}

static void do_mouse(term_event *event)
{
    event->kind = TERM_MOUSE;
    event->mouse.button = (term_button)fuzz_between(&input, 0, TERM_WHEEL_DOWN);
    event->mouse.row = fuzz_byte(&input) - 8;
    event->mouse.col = fuzz_byte(&input) - 8;
}

static void do_nothing(term_event *event)
{
    event->kind = TERM_TIMEOUT;
}

static void (*const doers[])(term_event *event) = {
    do_nothing, do_special,       do_special, do_special,     do_ctrl,  do_alt,
    do_paste,   do_any_character, do_resize,  do_huge_resize, do_mouse, do_mouse,
};

enum { DOERS = sizeof doers / sizeof *doers };

/* Keys as a terminal names them by a control character. */
static key key_of(uint8_t byte)
{
    switch (byte) {
    case '\t':
        return (key){.code = INPUT_TAB};
    case '\r':
    case '\n':
        return (key){.code = INPUT_ENTER};
    case 27:
        return (key){.code = INPUT_ESCAPE};
    case '\b':
    case 127:
        return (key){.code = INPUT_BACKSPACE};
    default:
        return byte >= ' ' ? (key){.code = INPUT_CHAR, .point = harmless(byte)}
                           : (key){.code = INPUT_CHAR, .point = byte | 0x60U, .ctrl = true};
    }
}

/* -- the terminal ------------------------------------------------------------------------------ */

void term_size(int *rows, int *cols)
{
    *rows = ROWS;
    *cols = COLS;
}

bool term_is_ascii(void)
{
    return false;
}

void term_report_mouse(bool on)
{
    (void)on;
}

void term_redraw(void)
{
}

/* Now and then more keys wait than are drawn. */
bool term_has_input(void)
{
    return input.left % 4 == 3;
}

bool term_is_wanted(void)
{
    return input.left % 8 == 7;
}

void term_wait(term_event *event, int timeout_ms)
{
    (void)timeout_ms;
    if (input.left == 0 || events_left-- <= 0) {
        event->kind = TERM_HANGUP;
        return;
    }
    uint8_t byte = fuzz_byte(&input);
    if (byte < 0x80)
        *event = (term_event){.kind = TERM_KEY, .key = key_of(byte)};
    else
        doers[byte % DOERS](event);
}

static void check_cell(const surface *grid, int row, int col, int cols)
{
    const surface_cell *cell = surface_at(grid, row, col);
    FUZZ_REQUIRE(cell->cols <= 2);
    FUZZ_REQUIRE(cell->cols != 2 || (col + 1 < cols && surface_at(grid, row, col + 1)->cols == 0));
    FUZZ_REQUIRE(cell->cols != 0 || (col > 0 && surface_at(grid, row, col - 1)->cols == 2));
    for (int i = 0; cell->cols > 0 && i < TEXT_GLYPH_POINTS && cell->points[i] != 0; i++)
        FUZZ_REQUIRE(cell->points[i] >= ' ' && (cell->points[i] < 0x7F || cell->points[i] >= 0xA0));
}

void term_show(const surface *grid)
{
    rect area = surface_area(grid);
    int row, col;
    for (int r = 0; r < area.rows; r++) {
        for (int c = 0; c < area.cols; c++)
            check_cell(grid, r, c, area.cols);
    }
    if (surface_cursor(grid, &row, &col))
        FUZZ_REQUIRE(row >= 0 && row < area.rows && col >= 0 && col < area.cols);
}

/* -- what is planned --------------------------------------------------------------------------- */

static void add_products(session *s)
{
    const be_catalog *known = catalog_view(prices);
    for (int64_t left = fuzz_between(&input, 0, ITEMS); left > 0; left--) {
        size_t index = fuzz_byte(&input) % be_catalog_product_count(known);
        FUZZ_REQUIRE(session_add(s, be_catalog_product(known, index)));
    }
}

static void check_plan(const session *s)
{
    problems found = {0};
    size_t size = 0;
    char *text = scenario_text(session_plan(s), &size);
    FUZZ_REQUIRE(text != NULL);
    scenario *read = scenario_parse("plan.cfg", text, size, catalog_view(prices), &found);
    FUZZ_REQUIRE(read != NULL && scenario_equal(read, session_plan(s)));
    scenario_destroy(read);
    problems_clear(&found);
    free(text);
}

static void leave(void)
{
    catalog_destroy(prices);
}

static void begin(void)
{
    static const char *const files[] = {FUZZ_PRICES};
    problems found = {0};
    FUZZ_REQUIRE(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    prices = catalog_load_paths(files, sizeof files / sizeof *files, NULL, &found);
    FUZZ_REQUIRE(prices != NULL);
    problems_clear(&found);
    FUZZ_REQUIRE(atexit(leave) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const app_screens screens = {.first = planner_open, .help = help_open};
    static const be_horizon horizon = {2026 * 12 + 11, 3};
    if (prices == NULL)
        begin();
    folder_enter();
    input = (fuzz_bytes){data, size};
    events_left = EVENTS_MAX;
    language_use(LANGUAGE_EN, FUZZ_LOCALES);
    session *edited = session_create(catalog_view(prices), horizon, (be_date){2026, 12, 1});
    FUZZ_REQUIRE(edited != NULL && session_use_prices(edited, prices, "prices.cfg"));
    add_products(edited);
    app_run(edited, NULL, fuzz_between(&input, 0, 1) == 1, &screens);
    check_plan(edited);
    session_destroy(edited);
    FUZZ_REQUIRE(own_prices_use(prices, NULL, 0));
    return 0;
}
