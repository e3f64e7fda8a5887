#include "terminal/snapshot.h"

#include "support/buffer.h"

#include <stdlib.h>
#include <string.h>

snapshot *snapshot_create(int cols, int rows)
{
    snapshot *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->cols = cols;
    s->rows = rows;
    s->cells = calloc((size_t)rows * (size_t)cols, sizeof *s->cells);
    s->row_start = calloc((size_t)rows, sizeof *s->row_start);
    if (s->cells == NULL || s->row_start == NULL) {
        snapshot_destroy(s);
        return NULL;
    }
    return s;
}

void snapshot_destroy(snapshot *s)
{
    if (s == NULL)
        return;
    free(s->cells);
    free(s->title);
    free(s->text);
    free(s->row_text);
    free(s->row_start);
    free(s);
}

snapshot_cell *snapshot_at(const snapshot *s, int row, int col)
{
    return &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];
}

static bool is_blank(const snapshot_cell *cell)
{
    return cell->width != 0 && (cell->text[0] == '\0' || strcmp(cell->text, " ") == 0);
}

static int used_columns(const snapshot *s, int row)
{
    int cols = s->cols;
    while (cols > 0 && is_blank(snapshot_at(s, row, cols - 1)))
        cols--;
    return cols;
}

static void append_row(buffer *text, const snapshot *s, int row)
{
    const int cols = used_columns(s, row);
    for (int col = 0; col < cols; col++) {
        const snapshot_cell *cell = snapshot_at(s, row, col);
        if (cell->width != 0)
            buffer_append_text(text, is_blank(cell) ? " " : cell->text);
    }
}

bool snapshot_index(snapshot *s)
{
    buffer text = {0};
    for (int row = 0; row < s->rows; row++) {
        s->row_start[row] = text.length;
        append_row(&text, s, row);
        buffer_append_text(&text, "\n");
    }
    const size_t length = text.length;
    free(s->text);
    free(s->row_text);
    s->text = buffer_take(&text);
    s->row_text = calloc(length + 1, 1);
    if (s->row_text == NULL)
        return false;
    for (size_t i = 0; i < length; i++)
        s->row_text[i] = s->text[i] == '\n' ? '\0' : s->text[i];
    return true;
}

const char *snapshot_row(const snapshot *s, int row)
{
    if (row < 0)
        row += s->rows;
    return row < 0 || row >= s->rows ? "" : s->row_text + s->row_start[row];
}

static size_t encode(char out[4], uint32_t c)
{
    static const struct {
        uint32_t below;
        unsigned lead;
    } forms[] = {{0x80, 0}, {0x800, 0xC0}, {0x10000, 0xE0}, {0x110000, 0xF0}};
    enum { FORMS = sizeof forms / sizeof forms[0] };
    size_t extra = 0;
    while (extra < FORMS && c >= forms[extra].below)
        extra++;
    if (extra == FORMS)
        return 0;
    out[0] = (char)(forms[extra].lead | (c >> (6 * extra)));
    for (size_t i = 1; i <= extra; i++)
        out[i] = (char)(0x80 | ((c >> (6 * (extra - i))) & 0x3F));
    return extra + 1;
}

void snapshot_cell_add(snapshot_cell *cell, uint32_t code_point)
{
    char bytes[4];
    const size_t length = encode(bytes, code_point);
    const size_t used = strlen(cell->text);
    if (used + length < sizeof cell->text)
        memcpy(cell->text + used, bytes, length);
}
