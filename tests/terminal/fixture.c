/*
 * A small full-screen program for the harness to drive: coloured and wide text, keys and clicks
 * echoed, redrawn when the window changes. q quits with status 0, x with 3, G draws a gallery of
 * characters and colours for pictures, w takes its time, i is ignored (nothing is drawn).
 */
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>

enum { PAIR_WARM = 1, PAIR_CUBE, PAIR_BAND };

typedef struct view {
    char last[64]; /* what happened last, as shown */
    char typed[64];
    unsigned frames;
    bool gallery;
} view;

static void set_colors(void)
{
    start_color();
    use_default_colors();
    init_pair(PAIR_WARM, COLOR_RED, -1);
    init_pair(PAIR_CUBE, 208, -1);
    init_pair(PAIR_BAND, COLOR_WHITE, COLOR_BLUE);
}

static void draw_plain(const view *v)
{
    attr_set(A_NORMAL, PAIR_WARM, NULL);
    mvaddstr(1, 0, "red");
    attr_set(A_BOLD | A_UNDERLINE, PAIR_CUBE, NULL);
    mvaddstr(1, 4, "orange");
    attr_set(A_REVERSE, 0, NULL);
    mvaddstr(1, 12, "reverse");
    attr_set(A_ITALIC, PAIR_BAND, NULL);
    mvaddstr(1, 20, "band");
    attr_set(A_NORMAL, 0, NULL);
    mvaddstr(2, 0, "价格 price e\xCC\x81 \xE2\x94\x80\xE2\xA3\xBF\xE2\x96\x88");
    mvprintw(3, 0, "last %s", v->last);
    mvprintw(4, 0, "typed %s", v->typed);
}

static void draw_gallery(void)
{
    static const char *const rows[] = {
        "╭─ Plan ─┬─ rounded ─╮ ┏━━━┳━━━┓ ╔═══╦═══╗ ┌─┲━┓ ╒═╤═╕ ╓─╥─╖ ╱╲",
        "│ 价格表 │ ▸ chosen  │ ┃   ┃   ┃ ║   ║   ║ │ ┃ ┃ ╞═╪═╡ ╟─╫─╢ ╲╱",
        "├────────┼───────────┤ ┣━━━╋━━━┫ ╠═══╬═══╣ ├─╄━┩ ╘═╧═╛ ╙─╨─╜ ╳╳",
        "╰────────┴───────────╯ ┗━━━┻━━━┛ ╚═══╩═══╝ └─┴─┘ ┄┄┄ ┅┅┅ ┈┈┈ ╌╌╌",
        "▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉█ ░░▒▒▓▓██ ▖▗▘▝▞▚▙▛▜▟ ▀▄▔▕ ★ ✓ ⚠ ▲▼ ◆ ● ¥ € £",
        "⠀⠀⠀⠀⢀⣀⠤⠔⠒⠊⠉⠉⠉⠑⠒⠤⣀⡀⠀⠀⣀⡠⠔⠊⠁ ⣿⣿⣿ ⡇⢸ <escape> & \"quotes\"",
        "￥１２３ 人民币 日本語 한국어 fullwidth ｆｕｌｌ 😀 end of row",
    };
    for (int row = 0; row < (int)(sizeof rows / sizeof rows[0]); row++)
        mvaddstr(6 + row, 2, rows[row]);
}

static void draw_palette(void)
{
    enum { FIRST_PAIR = 10, ROW = 14 };
    for (short color = 0; color < 16; color++) {
        init_pair((short)(FIRST_PAIR + color), color, -1);
        init_pair((short)(FIRST_PAIR + 16 + color), -1, color);
        attr_set(color % 2 == 0 ? A_NORMAL : A_BOLD, (short)(FIRST_PAIR + color), NULL);
        mvprintw(ROW, 2 + color * 4, "c%02d", color);
        attr_set(A_NORMAL, (short)(FIRST_PAIR + 16 + color), NULL);
        mvprintw(ROW + 1, 2 + color * 4, "%3d ", color);
    }
    attr_set(A_NORMAL, 0, NULL);
}

static void draw(const view *v)
{
    erase();
    mvprintw(0, 0, "fixture %dx%d frame %u", COLS, LINES, v->frames);
    draw_plain(v);
    if (v->gallery) {
        draw_gallery();
        draw_palette();
    }
    mvaddstr(LINES - 1, 0, "q quit");
    move(4, (int)(6 + strlen(v->typed)));
    refresh();
}

/* All input is dealt with: tell the harness so. */
static void mark(unsigned counter)
{
    if (getenv("BREAKEVEN_TEST_MARK") == NULL)
        return;
    printf("\033]7777;%u;%dx%d\007", counter, COLS, LINES);
    fflush(stdout);
}

static void on_mouse(view *v)
{
    MEVENT event;
    if (getmouse(&event) != OK)
        return;
    const char *what = (event.bstate & BUTTON1_PRESSED) != 0   ? "press"
                       : (event.bstate & BUTTON4_PRESSED) != 0 ? "wheel-up"
                       : (event.bstate & BUTTON5_PRESSED) != 0 ? "wheel-down"
                                                               : "release";
    if (strcmp(what, "release") != 0)
        snprintf(v->last, sizeof v->last, "%s %d,%d", what, event.y, event.x);
}

static void on_character(view *v, wint_t c)
{
    char bytes[16] = "";
    if (c < L' ' || c == 127) {
        snprintf(v->last, sizeof v->last, "control %u", (unsigned)c);
        return;
    }
    const int length = snprintf(bytes, sizeof bytes, "%lc", c);
    if (length > 0 && strlen(v->typed) + (size_t)length < sizeof v->typed)
        memcpy(v->typed + strlen(v->typed), bytes, (size_t)length + 1);
}

static void on_key(view *v, wint_t c)
{
    static const struct {
        wint_t key;
        const char *name;
    } names[] = {{KEY_UP, "up"},           {KEY_DOWN, "down"},   {KEY_LEFT, "left"},
                 {KEY_RIGHT, "right"},     {KEY_BTAB, "btab"},   {KEY_F(1), "f1"},
                 {KEY_F(12), "f12"},       {KEY_PPAGE, "ppage"}, {KEY_BACKSPACE, "backspace"},
                 {KEY_RESIZE, "resize"},   {KEY_HOME, "home"},   {KEY_DC, "delete"},
                 {KEY_SLEFT, "shift-left"}};
    if (c == KEY_MOUSE)
        on_mouse(v);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].key == c)
            snprintf(v->last, sizeof v->last, "%s", names[i].name);
    }
}

/* One event of those at hand. False when there is none, or the program is to end. */
static bool handle(view *v, int *status)
{
    wint_t c = 0;
    const int kind = get_wch(&c);
    if (kind == ERR)
        return false;
    if (kind == OK && (c == 'q' || c == 'x')) {
        *status = c == 'x' ? 3 : 0;
        return false;
    }
    if (kind == OK && c == 'i')
        return true;
    if (kind == OK && c == 'w')
        napms(100);
    if (kind == OK && c == 'G')
        v->gallery = true;
    else if (kind == KEY_CODE_YES)
        on_key(v, c);
    else
        on_character(v, c);
    v->frames++;
    draw(v);
    return true;
}

/* The signal can only come while this waits, so no change of size is missed. */
static void wait_for_event(void)
{
    sigset_t mask;
    fd_set input;
    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    sigprocmask(SIG_SETMASK, NULL, &mask);
    sigdelset(&mask, SIGWINCH);
    (void)pselect(STDIN_FILENO + 1, &input, NULL, NULL, NULL, &mask);
}

static int run(void)
{
    enum { RUNNING = -1 };
    view v = {.last = "nothing"};
    int status = RUNNING;
    sigset_t winch;
    sigemptyset(&winch);
    sigaddset(&winch, SIGWINCH);
    sigprocmask(SIG_BLOCK, &winch, NULL);
    timeout(0);
    draw(&v);
    for (unsigned waits = 1;; waits++) {
        while (handle(&v, &status))
            continue;
        if (status != RUNNING)
            return status;
        mark(waits);
        wait_for_event();
    }
}

int main(void)
{
    setlocale(LC_CTYPE, "");
    set_escdelay(25);
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0);
    set_colors();
    const int status = run();
    endwin();
    return status;
}
