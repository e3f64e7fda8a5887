#include "terminal/emulator.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vterm.h>

#include "terminal/mark.h"
#include "terminal/repeat.h"

/* libvterm 0.1.4 writes outside its memory when a wide character meets a single column. */
enum { VT_COLS_LEAST = 2 };

/* Bytes of a mark beside its text: \033 ] 7777 ; and the bell. */
enum { MARK_FRAME = 8 };

struct emulator {
    VTerm *vt;
    VTermScreen *screen;
    buffer output;
    buffer title;
    mark_scanner scanner;
    repeat_expander expander;
    buffer expanded;
    int cols, rows; /* what the program sees; the emulator behind may be wider */
    emulator_marks marks;
    bool alternate, cursor_visible, mouse;
};

static const struct {
    VTermKey key;
    VTermModifier modifier;
} keys[TTY_KEY_COUNT] = {
#define KEY_ENTRY(code, name, key, modifier) [code] = {(VTermKey)(key), modifier},
    TTY_KEYS(KEY_ENTRY)
#undef KEY_ENTRY
};

static void on_output(const char *bytes, size_t length, void *user)
{
    emulator *e = user;
    buffer_append(&e->output, bytes, length);
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    emulator *e = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        e->cursor_visible = value->boolean;
    else if (property == VTERM_PROP_ALTSCREEN)
        e->alternate = value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        e->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    else if (property == VTERM_PROP_TITLE) {
        buffer_clear(&e->title);
        buffer_append_text(&e->title, value->string);
    }
    return 1;
}

/* A mark without a size, or with the present one. */
static bool mark_fits(const emulator *e, const char *mark)
{
    int cols, rows, marked_cols, marked_rows;
    if (sscanf(mark, "%*u;%dx%d", &marked_cols, &marked_rows) != 2)
        return true;
    emulator_size(e, &cols, &rows);
    return marked_cols == cols && marked_rows == rows;
}

static void count_marks(emulator *e, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (!mark_take(&e->scanner, bytes[i]))
            continue;
        e->marks.bytes += strlen(e->scanner.text) + MARK_FRAME;
        e->marks.rests = strstr(e->scanner.text, ";rest") != NULL;
        if (e->marks.rests)
            continue;
        e->marks.seen++;
        if (mark_fits(e, e->scanner.text))
            e->marks.fitting++;
    }
}

static const VTermScreenCallbacks screen_callbacks = {.settermprop = on_property};

static int vt_cols(int cols)
{
    return cols < VT_COLS_LEAST ? VT_COLS_LEAST : cols;
}

emulator *emulator_create(int cols, int rows)
{
    emulator *e = calloc(1, sizeof *e);
    if (e == NULL)
        return NULL;
    e->cols = cols;
    e->rows = rows;
    e->vt = vterm_new(rows, vt_cols(cols));
    if (e->vt == NULL) {
        free(e);
        return NULL;
    }
    e->cursor_visible = true;
    vterm_set_utf8(e->vt, 1);
    vterm_output_set_callback(e->vt, on_output, e);
    e->screen = vterm_obtain_screen(e->vt);
    vterm_screen_enable_altscreen(e->screen, 1);
    vterm_screen_set_callbacks(e->screen, &screen_callbacks, e);
    vterm_screen_set_damage_merge(e->screen, VTERM_DAMAGE_SCREEN);
    vterm_screen_reset(e->screen, 1);
    return e;
}

void emulator_destroy(emulator *e)
{
    if (e == NULL)
        return;
    vterm_free(e->vt);
    buffer_free(&e->output);
    buffer_free(&e->title);
    buffer_free(&e->expanded);
    free(e);
}

void emulator_write(emulator *e, const char *bytes, size_t length)
{
    buffer_clear(&e->expanded);
    repeat_expand(&e->expander, bytes, length, &e->expanded);
    if (e->expanded.length > 0)
        (void)vterm_input_write(e->vt, e->expanded.data, e->expanded.length);
    count_marks(e, bytes, length);
    vterm_screen_flush_damage(e->screen);
}

/* As xterm does at a new size. libvterm 0.1.4 keeps a region that begins below the new last row,
 * and then moves lines it does not have. */
static void forget_scroll_region(emulator *e)
{
    enum { SEQUENCE = 48 };
    char sequence[SEQUENCE];
    VTermPos cursor;
    vterm_state_get_cursorpos(vterm_obtain_state(e->vt), &cursor);
    const int length =
        snprintf(sequence, sizeof sequence, "\033[r\033[%d;%dH", cursor.row + 1, cursor.col + 1);
    (void)vterm_input_write(e->vt, sequence, (size_t)length);
}

void emulator_resize(emulator *e, int cols, int rows)
{
    e->cols = cols;
    e->rows = rows;
    forget_scroll_region(e);
    vterm_set_size(e->vt, rows, vt_cols(cols));
    vterm_screen_flush_damage(e->screen);
}

void emulator_key(emulator *e, tty_key_code key)
{
    vterm_keyboard_key(e->vt, keys[key].key, keys[key].modifier);
}

void emulator_mouse_button(emulator *e, int button, int row, int col, bool pressed)
{
    vterm_mouse_move(e->vt, row, col, VTERM_MOD_NONE);
    vterm_mouse_button(e->vt, button, pressed, VTERM_MOD_NONE);
}

buffer *emulator_output(emulator *e)
{
    return &e->output;
}

void emulator_size(const emulator *e, int *cols, int *rows)
{
    *cols = e->cols;
    *rows = e->rows;
}

bool emulator_is_plain(const emulator *e)
{
    return !e->alternate && e->cursor_visible && !e->mouse;
}

emulator_marks emulator_marks_seen(const emulator *e)
{
    return e->marks;
}

static snapshot_color color_of(const VTermColor *color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
        return (snapshot_color){.kind = SNAPSHOT_DEFAULT};
    if (VTERM_COLOR_IS_INDEXED(color))
        return (snapshot_color){.kind = SNAPSHOT_INDEXED, .index = color->indexed.idx};
    return (snapshot_color){.kind = SNAPSHOT_RGB,
                            .red = color->rgb.red,
                            .green = color->rgb.green,
                            .blue = color->rgb.blue};
}

static unsigned attributes_of(VTermScreenCellAttrs attrs)
{
    return (attrs.bold ? SNAPSHOT_BOLD : 0U) | (attrs.underline ? SNAPSHOT_UNDERLINE : 0U) |
           (attrs.italic ? SNAPSHOT_ITALIC : 0U) | (attrs.blink ? SNAPSHOT_BLINK : 0U) |
           (attrs.reverse ? SNAPSHOT_REVERSE : 0U) | (attrs.strike ? SNAPSHOT_STRIKE : 0U);
}

static void copy_cell(snapshot_cell *out, const VTermScreenCell *cell)
{
    const uint32_t right_half = UINT32_MAX;
    const bool is_half = cell->chars[0] == right_half;
    *out = (snapshot_cell){.width = is_half ? 0 : cell->width,
                           .attrs = attributes_of(cell->attrs),
                           .fg = color_of(&cell->fg),
                           .bg = color_of(&cell->bg)};
    for (int i = 0; !is_half && i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        snapshot_cell_add(out, cell->chars[i]);
}

static void copy_screen(snapshot *s, const emulator *e)
{
    for (int row = 0; row < s->rows; row++) {
        for (int col = 0; col < s->cols; col++) {
            VTermScreenCell cell = {.width = 1};
            (void)vterm_screen_get_cell(e->screen, (VTermPos){.row = row, .col = col}, &cell);
            copy_cell(snapshot_at(s, row, col), &cell);
        }
    }
    VTermPos cursor;
    vterm_state_get_cursorpos(vterm_obtain_state(e->vt), &cursor);
    s->cursor = (snapshot_cursor){cursor.row, cursor.col, e->cursor_visible};
}

snapshot *emulator_snapshot(const emulator *e)
{
    int cols, rows;
    emulator_size(e, &cols, &rows);
    snapshot *s = snapshot_create(cols, rows);
    if (s == NULL)
        return NULL;
    copy_screen(s, e);
    if (e->title.length > 0)
        s->title = strdup(e->title.data);
    if (snapshot_index(s))
        return s;
    snapshot_destroy(s);
    return NULL;
}
