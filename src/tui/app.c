#include "tui/app.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "language/language.h"
#include "tui/app_run.h"
#include "tui/layout.h"
#include "tui/term/term.h"
#include "tui/widgets/keyhint.h"

enum {
    SCREENS_MAX = 8,
    SAID_BYTES = 200,
    HINTS_MAX = 24,
    KEY_NAME_BYTES = 24,
    FRAMES_SKIPPED_MAX = 64,
    QUIET_MS = 30, /* without a key, before work begins that would keep one waiting */
    WORK_MS = 15,  /* of work between two frames */
    REST_MS = 1000 /* without a key, before the journal is put in order */
};

struct app {
    session *session;
    journal *journal; /* NULL: nothing is kept */
    bool is_unkept;   /* and the user was told so */
    const app_screens *screens;
    surface *grid;
    struct {
        const screen_type *type;
        void *state;
    } stack[SCREENS_MAX];
    rect *foot; /* where the hints of the topmost screen were last drawn */
    bool mouse; /* is reported */
    int depth;
    int drawn_depth; /* as of the last frame; 0 before the first */
    int frames_skipped;
    bool quiet;   /* no key has come for a while */
    bool resting; /* nothing has, and there is nothing more to do */
    be_interrupt interrupt;
    bool quitting;
    app_end end;
    char said[SAID_BYTES];
    style said_role;
};

session *app_session(const app *a)
{
    return a->session;
}

be_interrupt *app_interrupt(app *a)
{
    return &a->interrupt;
}

rect app_area(const app *a)
{
    return surface_area(a->grid);
}

bool app_is_ascii(const app *a)
{
    return surface_is_ascii(a->grid);
}

void app_push(app *a, const screen_type *type, void *state)
{
    if (state == NULL || a->depth == SCREENS_MAX) {
        if (state != NULL)
            type->destroy(state);
        app_say(a, STYLE_BAD, tr("There is no memory for another screen."));
        return;
    }
    a->stack[a->depth].type = type;
    a->stack[a->depth].state = state;
    a->depth++;
}

void app_pop(app *a)
{
    if (a->depth == 0)
        return;
    a->depth--;
    a->stack[a->depth].type->destroy(a->stack[a->depth].state);
}

void app_quit(app *a)
{
    a->quitting = true;
}

void app_say(app *a, style role, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(a->said, sizeof a->said, format, arguments);
    va_end(arguments);
    a->said_role = role;
}

const char *app_said(const app *a, style *role)
{
    *role = a->said_role;
    return a->said[0] == '\0' ? NULL : a->said;
}

static key_context top_context(const app *a)
{
    const screen_type *type = a->stack[a->depth - 1].type;
    return type->where(a->stack[a->depth - 1].state, a);
}

/* Keys that have a symbol of their own are shown by it; of two that go opposite ways, the one with
 * a hint stands for both. */
static void hint_key_name(const surface *grid, key named, char out[KEY_NAME_BYTES])
{
    static const struct {
        input_code code;
        symbol sign;
    } signs[] = {{INPUT_ENTER, SYMBOL_KEY_ENTER},
                 {INPUT_TAB, SYMBOL_KEY_TAB},
                 {INPUT_RIGHT, SYMBOL_KEY_LEFT_RIGHT},
                 {INPUT_DOWN, SYMBOL_KEY_UP_DOWN}};
    key_label(out, KEY_NAME_BYTES, named);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].code == named.code)
            snprintf(out, KEY_NAME_BYTES, "%s", symbol_text(signs[i].sign, surface_is_ascii(grid)));
    }
}

/* The hints of where the keys go now, and the action of each. */
typedef struct hint_list {
    keyhint hints[HINTS_MAX];
    char names[HINTS_MAX][KEY_NAME_BYTES];
    action actions[HINTS_MAX];
    int count;
} hint_list;

static void list_hints(const app *a, hint_list *list)
{
    size_t total;
    const binding *all = bindings_all(&total);
    key_context where = top_context(a);
    list->count = 0;
    for (size_t i = 0; i < total && list->count < HINTS_MAX; i++) {
        if (all[i].hint == NULL || (all[i].contexts & (unsigned)where) == 0)
            continue;
        hint_key_name(a->grid, all[i].key, list->names[list->count]);
        list->hints[list->count] = (keyhint){list->names[list->count], tr_in("key", all[i].hint)};
        list->actions[list->count++] = all[i].action;
    }
}

void app_draw_foot(const app *a, surface *grid, rect area)
{
    *a->foot = area;
    if (a->said[0] != '\0') {
        surface_label(grid, area, TEXT_LEFT, a->said_role, a->said);
        return;
    }
    hint_list list;
    list_hints(a, &list);
    keyhint_draw(list.hints, list.count, grid, area);
}

static bool is_too_small(const surface *grid)
{
    rect area = surface_area(grid);
    return area.cols < LAYOUT_COLS_MIN || area.rows < LAYOUT_ROWS_MIN;
}

/* On a screen too small for the panes: what it needs, and nothing else. */
static void draw_too_small(surface *grid)
{
    char text[SAID_BYTES];
    rect area = surface_area(grid);
    rect lines = rect_center(area, 2, area.cols);
    snprintf(text, sizeof text, tr("breakeven needs %d x %d, this is %d x %d"), LAYOUT_COLS_MIN,
             LAYOUT_ROWS_MIN, area.cols, area.rows);
    surface_label(grid, rect_cut_top(&lines, 1), TEXT_CENTER, STYLE_WARN, text);
    surface_label(grid, lines, TEXT_CENTER, STYLE_DIM,
                  tr("Until then only ^C is heard: it leaves."));
}

/* While keys are waiting, as in a paste, nobody would see a frame. But a new screen is laid out
 * before it acts, and a flood of keys does not freeze the picture. */
static bool is_frame_due(app *a)
{
    if (a->depth == a->drawn_depth && a->frames_skipped < FRAMES_SKIPPED_MAX && term_has_input()) {
        a->frames_skipped++;
        return false;
    }
    a->frames_skipped = 0;
    a->drawn_depth = a->depth;
    return true;
}

static int lowest_in_sight(const app *a)
{
    int lowest = a->depth > 0 ? a->depth - 1 : 0;
    while (lowest > 0 && !a->stack[lowest].type->covers)
        lowest--;
    return lowest;
}

static void draw(app *a)
{
    surface_clear(a->grid);
    if (is_too_small(a->grid)) {
        draw_too_small(a->grid);
    } else {
        for (int i = lowest_in_sight(a); i < a->depth; i++)
            a->stack[i].type->draw(a->stack[i].state, a, a->grid);
    }
    term_show(a->grid);
}

static void turn_mouse(app *a)
{
    a->mouse = !a->mouse;
    term_report_mouse(a->mouse);
    app_say(a, STYLE_NORMAL, "%s",
            a->mouse ? tr("The mouse is on. Hold Shift to select text, or press M.")
                     : tr("The mouse is off: text can be selected. M turns it on again."));
}

static void act(app *a, action asked)
{
    if (asked == ACTION_REDRAW)
        term_redraw();
    else if (asked == ACTION_MOUSE)
        turn_mouse(a);
    else if (asked == ACTION_HELP)
        a->screens->help(a);
    else
        a->stack[a->depth - 1].type->act(a->stack[a->depth - 1].state, a, asked);
}

static void take_key(app *a, key pressed)
{
    a->said[0] = '\0';
    action asked = bindings_find(pressed, top_context(a));
    const screen_type *type = a->stack[a->depth - 1].type;
    if (asked != ACTION_NONE)
        act(a, asked);
    else if (type->type != NULL)
        type->type(a->stack[a->depth - 1].state, a, pressed);
}

static bool click_foot(app *a, app_click at)
{
    hint_list list;
    bool said = a->said[0] != '\0';
    if (at.wheel != 0 || !rect_contains(*a->foot, at.row, at.col))
        return false;
    list_hints(a, &list);
    int hit = said ? -1 : keyhint_at(list.hints, list.count, a->foot->cols, at.col - a->foot->col);
    a->said[0] = '\0';
    if (hit >= 0)
        act(a, list.actions[hit]);
    return true;
}

static void take_mouse(app *a, term_mouse mouse)
{
    const screen_type *type = a->stack[a->depth - 1].type;
    const app_click at = {mouse.row, mouse.col,
                          mouse.button == TERM_WHEEL_UP     ? -1
                          : mouse.button == TERM_WHEEL_DOWN ? 1
                                                            : 0};
    if ((at.wheel == 0 && mouse.button != TERM_LEFT_BUTTON) || click_foot(a, at))
        return;
    a->said[0] = '\0';
    if (type->click != NULL && type->click(a->stack[a->depth - 1].state, a, at))
        return;
    for (int i = 0; at.wheel != 0 && i < APP_WHEEL_ROWS; i++)
        type->act(a->stack[a->depth - 1].state, a, at.wheel < 0 ? ACTION_UP : ACTION_DOWN);
}

static void take_event(app *a, const term_event *event)
{
    switch (event->kind) {
    case TERM_KEY:
        /* Nobody should change a plan that is out of sight. */
        if (!is_too_small(a->grid))
            take_key(a, event->key);
        break;
    case TERM_RESIZE:
        if (!surface_resize(a->grid, event->rows, event->cols))
            app_say(a, STYLE_BAD, tr("There is no memory for a screen of this size."));
        break;
    case TERM_QUIT:
    case TERM_HANGUP:
        a->end = APP_KILLED;
        app_quit(a);
        break;
    case TERM_MOUSE:
        if (!is_too_small(a->grid))
            take_mouse(a, event->mouse);
        break;
    case TERM_TIMEOUT:
        break;
    }
}

/* Before anybody is shown what a key did, it is in the journal. */
static void keep(app *a)
{
    bool kept = a->journal == NULL || journal_keep(a->journal, a->session);
    if (!kept && !a->is_unkept)
        app_say(a, STYLE_BAD, tr("What you change is not kept until you save it: %s"),
                strerror(errno));
    a->is_unkept = !kept;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool is_awaited(void *context)
{
    (void)context;
    return term_is_wanted();
}

/* Work of the topmost screen, until somebody should see how far it is: how long to wait for a key
 * behind it; -1: all is done. */
static int work(app *a)
{
    const screen_type *type = a->stack[a->depth - 1].type;
    if (type->work == NULL || is_too_small(a->grid))
        return -1;
    if (!a->quiet)
        return QUIET_MS;
    const int depth = a->depth;
    const int64_t end = now_ms() + WORK_MS;
    bool any = false, more;
    do {
        a->interrupt.came = false;
        more = type->work(a->stack[a->depth - 1].state, a);
        any = any || more;
    } while (more && a->depth == depth && !term_is_wanted() && now_ms() < end);
    a->interrupt.came = false;
    return any ? 0 : -1;
}

/* How long to wait for a key once all is drawn: for ever, unless there is something to do
 * meanwhile. */
static int patience(app *a)
{
    int wait = work(a);
    if (wait >= 0 || a->journal == NULL || !journal_needs_rest(a->journal))
        return wait;
    if (a->resting) {
        journal_rest(a->journal, a->session);
        return -1;
    }
    a->resting = true;
    return REST_MS;
}

app_end app_run(session *edited, journal *kept, bool ascii, const app_screens *screens)
{
    int rows, cols;
    rect foot = {0};
    app a = {.session = edited,
             .journal = kept,
             .screens = screens,
             .foot = &foot,
             .mouse = !screens->no_mouse,
             .interrupt = {.asked = is_awaited},
             .end = APP_LEFT};
    term_size(&rows, &cols);
    a.grid = surface_create(rows, cols, ascii);
    if (a.grid == NULL)
        return APP_FAILED;
    screens->first(&a);
    if (screens->news != NULL)
        app_say(&a, STYLE_WARN, "%s", screens->news);
    while (!a.quitting && a.depth > 0) {
        term_event event;
        bool due = is_frame_due(&a);
        keep(&a);
        if (due)
            draw(&a);
        /* What waits may turn out to mean nothing: then the frame that was left out is due. */
        term_wait(&event, due ? patience(&a) : 0);
        a.quiet = event.kind == TERM_TIMEOUT;
        a.resting = a.resting && a.quiet;
        take_event(&a, &event);
    }
    while (a.depth > 0)
        app_pop(&a);
    surface_destroy(a.grid);
    return a.end;
}
