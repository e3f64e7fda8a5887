#include "tui/term/screen.h"

#include "tui/term/theme.h"

#include <curses.h>
#include <sys/ioctl.h>
#include <unistd.h>

static surface *shown; /* what curses was last told */
static bool forgotten; /* shown is not what is on the terminal */
static bool cursor_visible;

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

bool screen_open(void)
{
    forgotten = true;
    cursor_visible = false;
    curs_set(0);
    shown = surface_create(1, 1, false);
    return shown != NULL;
}

void screen_close(void)
{
    surface_destroy(shown);
    shown = NULL;
}

bool screen_sync_size(void)
{
    struct winsize window;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0)
        return false;
    int rows = smaller(window.ws_row, SURFACE_SIDE_MAX);
    int cols = smaller(window.ws_col, SURFACE_SIDE_MAX);
    if ((rows == LINES && cols == COLS) || resizeterm(rows, cols) != OK)
        return false;
    forgotten = true;
    return true;
}

static void put_cell(int row, int col, const surface_cell *cell)
{
    wchar_t text[TEXT_GLYPH_POINTS + 1] = {0};
    theme_look look = theme_of((style)cell->style);
    cchar_t character;

    for (int i = 0; i < TEXT_GLYPH_POINTS; i++)
        text[i] = (wchar_t)cell->points[i];
    if (col + cell->cols > COLS ||
        setcchar(&character, text, look.attributes, look.pair, NULL) == ERR)
        return;
    /* At the last cell of the screen this reports an error, having done its work: it cannot move
     * the cursor on. */
    mvadd_wch(row, col, &character);
}

static bool row_differs(const surface *grid, int row, int cols)
{
    for (int col = 0; col < cols; col++)
        if (!surface_cell_equal(surface_at(grid, row, col), surface_at(shown, row, col)))
            return true;
    return false;
}

/* A row is sent whole: what curses keeps of a wide character cut in half is then never seen. Curses
 * compares the cells again and writes those alone that differ. */
static void put_row(const surface *grid, int row, int cols)
{
    for (int col = 0; col < cols; col++) {
        const surface_cell *cell = surface_at(grid, row, col);
        if (cell->cols > 0)
            put_cell(row, col, cell);
    }
}

static void put_cursor(const surface *grid)
{
    int row;
    int col;
    bool visible = surface_cursor(grid, &row, &col) && row < LINES && col < COLS;

    if (visible != cursor_visible)
        curs_set(visible ? 1 : 0);
    cursor_visible = visible;
    if (visible)
        move(row, col);
    else
        move(0, 0);
}

void screen_show(const surface *grid)
{
    rect area = surface_area(grid);
    rect before = surface_area(shown);
    bool whole = forgotten || area.rows != before.rows || area.cols != before.cols;
    int rows = smaller(area.rows, LINES);
    int cols = smaller(area.cols, COLS);

    if (whole)
        erase();
    for (int row = 0; row < rows; row++)
        if (whole || row_differs(grid, row, cols))
            put_row(grid, row, cols);
    put_cursor(grid);
    refresh();
    forgotten = !surface_copy(shown, grid);
}

void screen_forget(void)
{
    forgotten = true;
    clearok(curscr, TRUE);
}
