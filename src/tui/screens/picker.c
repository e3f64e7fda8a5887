#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "report/plain.h"
#include "report/product_view.h"
#include "report/words.h"
#include "scenario/scenario.h"
#include "tui/model/filter.h"
#include "tui/moves.h"
#include "tui/widgets/field.h"
#include "tui/widgets/list.h"
#include "tui/widgets/panel.h"

enum {
    WIDE_COLS = 112, /* from here on vendors and prices are told in full */
    VENDOR_COLS = 26,
    REGION_COLS = 15,
    VENDOR_ID_COLS = 13,
    PRICE_COLS = 23,
    SHORT_PRICE_COLS = 13
};

typedef struct picker {
    const be_catalog *catalog;
    const be_product **found; /* those that the filter leaves, list.count of them */
    list rows;
    field filter;
    void (*added)(void *context, app *a);
    void *context;
    rect filter_area, list_area; /* as last drawn */
} picker;

static void apply_filter(picker *p)
{
    size_t total = be_catalog_product_count(p->catalog), count = 0;
    for (size_t i = 0; i < total; i++) {
        const be_product *product = be_catalog_product(p->catalog, i);
        if (filter_matches(product, p->filter.text))
            p->found[count++] = product;
    }
    list_set_count(&p->rows, (int)count);
    list_select(&p->rows, 0);
}

static key_context picker_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_PICKER;
}

/* "¥0.30 to ¥0.15", "$1.50 / 1k", "not published": what the first band costs, and the last. */
static void headline_price(const be_product *product, bool wide, char *out, size_t size)
{
    char first[WORDS_TEXT], last[WORDS_TEXT], count[WORDS_TEXT], per[WORDS_TEXT] = "";
    if (!product->payg.offered) {
        snprintf(out, size, "%s", tr("no unit price"));
        return;
    }
    const be_tariff *tariff = product_view_headline(product).tariff;
    be_amount lowest = tariff->bands[tariff->band_count - 1].price;
    words_price(tariff->bands[0].price, product, first);
    words_price(lowest, product, last);
    if (tariff->per != 1 && be_amount_is_known(tariff->bands[0].price))
        snprintf(per, sizeof per, " / %.40s", words_short_quantity(tariff->per, count));
    if (wide && tariff->band_count > 1 && be_amount_is_known(lowest))
        snprintf(out, size, tr("%.60s to %.60s%s"), first, last, per);
    else
        snprintf(out, size, "%s%s", first, per);
}

static void draw_price(surface *grid, rect area, style role, const be_product *product)
{
    char price[3 * WORDS_TEXT];
    headline_price(product, area.cols == PRICE_COLS, price, sizeof price);
    char *plain = plain_text(price, surface_is_ascii(grid));
    surface_label(grid, area, TEXT_RIGHT, role, plain != NULL ? plain : "?");
    free(plain);
}

typedef enum sold_way { SOLD_PAYG, SOLD_PACKAGES, SOLD_QPS, SOLD_SPEED } sold_way;

static const char *sold_word(sold_way which)
{
    const char *const words[] = {
        [SOLD_PAYG] = tr_in("a way to buy, as short as can be", "PAYG"),
        [SOLD_PACKAGES] = tr_in("a way to buy, as short as can be", "Pack"),
        [SOLD_QPS] = tr_in("a way to buy, as short as can be", "QPS"),
        [SOLD_SPEED] = tr_in("a way to buy, as short as can be", "Speed"),
    };
    return words[which];
}

/* The room for all that may be sold together. */
static int sold_cols(void)
{
    int qps = text_width(sold_word(SOLD_QPS)), speed = text_width(sold_word(SOLD_SPEED));
    return text_width(sold_word(SOLD_PAYG)) + 1 + text_width(sold_word(SOLD_PACKAGES)) + 1 +
           (qps > speed ? qps : speed);
}

/* Which ways to buy are sold, a letter's word each. */
static void sold_as(const be_product *product, char *out, size_t size)
{
    const be_capacity *capacity = &product->capacity;
    const char *const sold[] = {
        product->payg.offered ? sold_word(SOLD_PAYG) : "",
        product->package_count > 0 ? sold_word(SOLD_PACKAGES) : "",
        !capacity->offered ? "" : sold_word(capacity->calls_free ? SOLD_QPS : SOLD_SPEED),
    };
    out[0] = '\0';
    for (size_t i = 0; i < sizeof sold / sizeof *sold; i++) {
        size_t length = strlen(out);
        snprintf(out + length, size - length, "%s%s", sold[i], sold[i][0] == '\0' ? "" : " ");
    }
}

/* Who sells it, and where if there is room: names are often the same at several vendors. */
static void draw_vendor(surface *grid, rect *rest, style role, const be_product *product, bool wide)
{
    if (!wide) {
        surface_label(grid, rect_cut_right(rest, VENDOR_ID_COLS), TEXT_LEFT, role,
                      product->provider->id);
        return;
    }
    surface_label(grid, rect_cut_right(rest, REGION_COLS), TEXT_LEFT, role, words_region(product));
    rect_cut_right(rest, 1);
    surface_label(grid, rect_cut_right(rest, VENDOR_COLS), TEXT_LEFT, role,
                  words_provider(product->provider));
}

/* The name in the language spoken, and behind it the other one. */
static void draw_names(surface *grid, rect area, style role, style quiet, const be_product *product)
{
    const char *name = language_pick(product->name, product->name_zh);
    const char *other = name == product->name ? product->name_zh : product->name;
    int used = text_width(name) + 2;
    surface_label(grid, area, TEXT_LEFT, role, name);
    if (used < area.cols && other != NULL && !surface_is_ascii(grid)) {
        rect_cut_left(&area, used);
        surface_label(grid, area, TEXT_LEFT, quiet, other);
    }
}

static void draw_product(surface *grid, rect area, int index, style role, const void *context)
{
    const picker *p = context;
    const be_product *product = p->found[index];
    char sold[WORDS_TEXT];
    bool wide = area.cols >= WIDE_COLS;
    bool selected = role == STYLE_SELECTED || role == STYLE_SELECTED_UNFOCUSED;
    style quiet = selected ? role : STYLE_DIM;
    sold_as(product, sold, sizeof sold);
    surface_fill(grid, area, role);
    rect rest = rect_inset(area, 0, 1);
    surface_label(grid, rect_cut_right(&rest, sold_cols()), TEXT_LEFT, quiet, sold);
    rect_cut_right(&rest, 1);
    draw_price(grid, rect_cut_right(&rest, wide ? PRICE_COLS : SHORT_PRICE_COLS), role, product);
    rect_cut_right(&rest, wide ? 2 : 1);
    draw_vendor(grid, &rest, quiet, product, wide);
    rect_cut_right(&rest, 1);
    draw_names(grid, rest, role, quiet, product);
}

static void picker_draw(void *state, const app *a, surface *grid)
{
    picker *p = state;
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    char note[WORDS_TEXT];
    snprintf(note, sizeof note, tr_n("%d products", "%d products", (unsigned long)p->rows.count),
             p->rows.count);
    const panel frame = {.title = tr("Add a product"), .note = note, .focused = true};
    rect_cut_top(&screen, 1);
    rect inside = panel_draw(&frame, grid, screen);
    rect line = rect_inset(rect_cut_top(&inside, 1), 0, 1);
    surface_label(grid, rect_cut_left(&line, 8), TEXT_LEFT, STYLE_DIM, tr("Filter"));
    p->filter_area = line;
    surface_fill(grid, line, STYLE_FIELD_FOCUS);
    field_draw(&p->filter, grid, line, STYLE_FIELD_FOCUS, true);
    rect_cut_top(&inside, 1);
    p->list_area = inside;
    list_fit(&p->rows, inside.rows);
    list_draw(&p->rows, grid, inside, true, draw_product, p);
    if (p->rows.count == 0)
        surface_label(grid, rect_cut_top(&inside, 1), TEXT_CENTER, STYLE_DIM,
                      tr("Nothing matches. Erase some of the filter."));
    surface_fill(grid, foot, STYLE_NORMAL);
    app_draw_foot(a, grid, foot);
}

static void say_why_not_added(app *a)
{
    if (session_count(app_session(a)) < SCENARIO_ITEMS_MAX)
        app_say(a, STYLE_BAD, tr("There is no memory for another product."));
    else
        app_say(a, STYLE_BAD, tr("A plan has no more than %d products."), SCENARIO_ITEMS_MAX);
}

static void choose(picker *p, app *a)
{
    if (p->rows.count == 0)
        return;
    void (*added)(void *, app *) = p->added;
    void *context = p->context;
    if (!session_add(app_session(a), p->found[p->rows.selected])) {
        say_why_not_added(a);
        return;
    }
    app_pop(a);
    added(context, a);
}

static void picker_act(void *state, app *a, action asked)
{
    picker *p = state;
    if (asked == ACTION_CHOOSE)
        choose(p, a);
    else if (asked == ACTION_BACK)
        app_pop(a);
    else
        list_move(&p->rows, moves_step(asked, p->rows.page, p->rows.count));
}

static void picker_key(void *state, app *a, key pressed)
{
    picker *p = state;
    (void)a;
    if (field_key(&p->filter, pressed) == FIELD_CHANGED)
        apply_filter(p);
}

/* A click chooses a product, another one on it takes it. */
static bool picker_click(void *state, app *a, app_click at)
{
    picker *p = state;
    if (rect_contains(p->list_area, at.row, at.col) && at.wheel != 0) {
        list_scroll(&p->rows, at.wheel * APP_WHEEL_ROWS);
    } else if (rect_contains(p->list_area, at.row, at.col)) {
        int row = list_row_at(&p->rows, at.row - p->list_area.row);
        if (row >= 0 && row == p->rows.selected)
            choose(p, a);
        else if (row >= 0)
            list_select(&p->rows, row);
    } else if (rect_contains(p->filter_area, at.row, at.col)) {
        field_point(&p->filter, at.col - p->filter_area.col, p->filter_area.cols);
    }
    return true;
}

static void picker_destroy(void *state)
{
    picker *p = state;
    free(p->found);
    free(p);
}

static const screen_type picker_type = {.where = picker_where,
                                        .draw = picker_draw,
                                        .act = picker_act,
                                        .type = picker_key,
                                        .click = picker_click,
                                        .destroy = picker_destroy};

void picker_open(app *a, void (*added)(void *context, app *a), void *context)
{
    picker *p = calloc(1, sizeof *p);
    if (p != NULL) {
        p->catalog = session_catalog(app_session(a));
        p->added = added;
        p->context = context;
        p->found = calloc(be_catalog_product_count(p->catalog) + 1, sizeof *p->found);
        if (p->found == NULL) {
            free(p);
            p = NULL;
        } else {
            apply_filter(p);
        }
    }
    app_push(a, &picker_type, p);
}
