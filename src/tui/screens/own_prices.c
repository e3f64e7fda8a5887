/*
 * Prices of the user's own: what the selected product's vendor does not publish, and the discount
 * that was agreed.
 */
#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/plain.h"
#include "report/price_words.h"
#include "tui/model/session_prices.h"
#include "tui/model/session_typing.h"
#include "tui/moves.h"
#include "tui/screens/popup.h"
#include "tui/widgets/field.h"
#include "tui/widgets/list.h"

enum {
    ROWS_MAX = 10,
    HEAD_ROWS = 1,
    HELP_ROWS = 2, /* an empty one, and what the row means or is wrong with it */
    PUBLISHED_COLS = 16,
    OWN_COLS = 16,
    GAP = 2
};

typedef struct prices {
    session_price rows[SESSION_PRICES_MAX];
    size_t count;
    list list; /* of these, and the discount behind them */
    bool editing;
    field input;
    char reason[FIELD_REASON];
} prices;

static key_context prices_where(const void *state, const app *a)
{
    (void)a;
    return ((const prices *)state)->editing ? CONTEXT_EDIT : CONTEXT_PRICES;
}

static const be_product *product_of(const app *a)
{
    const session *s = app_session(a);
    return session_product(s, session_selected(s));
}

/* The price under the cursor; NULL on the discount. */
static const session_price *selected(const prices *p)
{
    size_t at = (size_t)p->list.selected;
    return at < p->count ? &p->rows[at] : NULL;
}

static void renew(prices *p, const app *a)
{
    p->count = session_prices(app_session(a), p->rows);
    list_set_count(&p->list, (int)p->count + 1);
}

/* -- drawing ----------------------------------------------------------------------------------- */

typedef struct drawing {
    const prices *p;
    const app *a;
} drawing;

static void draw_plain(surface *grid, rect area, text_align align, style role, const char *text)
{
    char *plain = plain_text(text, surface_is_ascii(grid));
    surface_label(grid, area, align, role, plain != NULL ? plain : "?");
    free(plain);
}

static void draw_own(const prices *p, surface *grid, rect area, const char *value, bool here)
{
    bool wrong = p->reason[0] != '\0';
    style role = !here ? STYLE_FIELD : wrong ? STYLE_FIELD_ERROR : STYLE_FIELD_FOCUS;
    surface_fill(grid, area, role);
    if (here && p->editing)
        field_draw(&p->input, grid, area, role, true);
    else if (value[0] == '\0')
        surface_symbol(grid, area.row, area.col + area.cols - 1, role, SYMBOL_DASH);
    else
        draw_plain(grid, area, TEXT_RIGHT, role, value);
}

static void draw_row(surface *grid, rect area, int index, style role, const void *context)
{
    const drawing *d = context;
    const be_product *product = product_of(d->a);
    char name[WORDS_TEXT], published[WORDS_TEXT] = "", own[FIELD_TEXT] = "";
    bool here = index == d->p->list.selected;
    (void)role;
    surface_fill(grid, area, STYLE_NORMAL);
    if ((size_t)index < d->p->count) {
        const session_price *one = &d->p->rows[index];
        price_words_name(product, &one->place, name);
        words_price(one->published, product, published);
        if (one->is_own)
            words_price(one->own, product, own);
    } else {
        snprintf(name, sizeof name, "%s", tr("Discount off every price"));
        session_show(app_session(d->a), FIELD_DISCOUNT, own);
    }
    draw_own(d->p, grid, rect_cut_right(&area, OWN_COLS), own, here);
    rect_cut_right(&area, GAP);
    draw_plain(grid, rect_cut_right(&area, PUBLISHED_COLS), TEXT_RIGHT, STYLE_DIM, published);
    rect_cut_right(&area, GAP);
    draw_plain(grid, area, TEXT_LEFT, here ? STYLE_STRONG : STYLE_NORMAL, name);
}

static void draw_head(surface *grid, rect line)
{
    surface_label(grid, rect_cut_right(&line, OWN_COLS), TEXT_RIGHT, STYLE_HEADER, tr("Yours"));
    rect_cut_right(&line, GAP);
    surface_label(grid, rect_cut_right(&line, PUBLISHED_COLS), TEXT_RIGHT, STYLE_HEADER,
                  tr("Published"));
    surface_label(grid, line, TEXT_LEFT, STYLE_HEADER, tr("Price"));
}

static void draw_help(const prices *p, surface *grid, rect line)
{
    if (p->reason[0] != '\0') {
        int used = surface_symbol(grid, line.row, line.col, STYLE_BAD, SYMBOL_CROSS);
        rect_cut_left(&line, used + 1);
        surface_label(grid, line, TEXT_LEFT, STYLE_BAD, p->reason);
    } else if (p->count == 0) {
        surface_label(grid, line, TEXT_LEFT, STYLE_DIM,
                      tr("The vendor publishes every price of this product."));
    } else if (selected(p) == NULL) {
        surface_label(grid, line, TEXT_LEFT, STYLE_DIM, tr("Agreed with the vendor: 15%"));
    } else {
        surface_label(grid, line, TEXT_LEFT, STYLE_DIM,
                      tr("What you would pay. Kept for all your plans, and marked as yours."));
    }
}

static void prices_draw(void *state, const app *a, surface *grid)
{
    prices *p = state;
    renew(p, a);
    int rows = p->list.count < ROWS_MAX ? p->list.count : ROWS_MAX;
    const be_product *product = product_of(a);
    rect inside = popup_frame(a, grid, language_pick(product->name, product->name_zh),
                              HEAD_ROWS + rows + HELP_ROWS);
    draw_head(grid, rect_cut_top(&inside, HEAD_ROWS));
    rect help = rect_cut_bottom(&inside, 1);
    rect_cut_bottom(&inside, 1);
    surface_hide_cursor(grid);
    list_fit(&p->list, inside.rows);
    list_draw(&p->list, grid, inside, true, draw_row, &(drawing){p, a});
    draw_help(p, grid, help);
}

/* -- acting ------------------------------------------------------------------------------------ */

void own_prices_keep(app *a)
{
    problems found = {0};
    if (!session_keep_prices(app_session(a), &found))
        problems_open(a, tr("The prices are not kept"), &found);
    problems_clear(&found);
}

static void take_text(prices *p, app *a, const char *text)
{
    const session_price *one = selected(p);
    session *s = app_session(a);
    if (one == NULL)
        session_edit(s, FIELD_DISCOUNT, text, p->reason);
    else
        session_edit_price(s, &one->place, text, p->reason);
    renew(p, a);
}

static void settle(prices *p, app *a)
{
    p->editing = false;
    p->reason[0] = '\0';
    session_settle(app_session(a));
    own_prices_keep(a);
}

/* The price as it was typed: without the currency's sign. */
static void begin(prices *p, app *a)
{
    char text[FIELD_BYTES] = "";
    const session_price *one = selected(p);
    if (one == NULL)
        session_show(app_session(a), FIELD_DISCOUNT, text);
    else if (one->is_own)
        be_amount_format(one->own, text);
    field_set(&p->input, text);
    p->editing = true;
}

/* Stops typing; false where what is typed has no meaning. */
static bool leave(prices *p, app *a)
{
    if (p->reason[0] == '\0') {
        settle(p, a);
        return true;
    }
    app_say(a, STYLE_WARN, tr("Correct this value first, or leave it out with Esc."));
    return false;
}

static void clear(prices *p, app *a)
{
    session_settle(app_session(a));
    take_text(p, a, "");
    settle(p, a);
}

static void step(prices *p, app *a, bool back)
{
    if (!(back ? session_undo(app_session(a)) : session_redo(app_session(a))))
        app_say(a, STYLE_DIM,
                back ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
    own_prices_keep(a);
    if (session_count(app_session(a)) == 0)
        app_pop(a);
    else
        renew(p, a);
}

static void act_typing(prices *p, app *a, action asked)
{
    int by = asked == ACTION_UP || asked == ACTION_PREVIOUS_PANE ? -1 : 1;
    if (asked == ACTION_BACK)
        settle(p, a);
    else if (!leave(p, a))
        return;
    else if (asked == ACTION_SAVE)
        files_save(a);
    else
        list_move(&p->list, by);
}

static void prices_act(void *state, app *a, action asked)
{
    prices *p = state;
    if (p->editing)
        act_typing(p, a, asked);
    else if (asked == ACTION_CHOOSE)
        begin(p, a);
    else if (asked == ACTION_CLEAR)
        clear(p, a);
    else if (asked == ACTION_UNDO || asked == ACTION_REDO)
        step(p, a, asked == ACTION_UNDO);
    else if (asked == ACTION_BACK)
        app_pop(a);
    else
        list_move(&p->list, moves_step(asked, p->list.page, p->list.count));
}

/* As in the form, a figure takes the place of the value. */
static void prices_type(void *state, app *a, key pressed)
{
    prices *p = state;
    bool figure = key_is_text(pressed) && (pressed.point == '.' || pressed.point >= 0x80 ||
                                           (pressed.point >= '0' && pressed.point <= '9'));
    if (!p->editing && !figure)
        return;
    if (!p->editing) {
        begin(p, a);
        field_set(&p->input, "");
    }
    if (field_key(&p->input, pressed) == FIELD_CHANGED)
        take_text(p, a, p->input.text);
}

static const screen_type prices_screen = {.where = prices_where,
                                          .draw = prices_draw,
                                          .act = prices_act,
                                          .type = prices_type,
                                          .destroy = free};

void own_prices_open(app *a)
{
    prices *p = calloc(1, sizeof *p);
    if (p != NULL)
        renew(p, a);
    app_push(a, &prices_screen, p);
}
