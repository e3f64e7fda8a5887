#include "report/csv.h"

#include <string.h>

/* Quotes only where they are needed; a quote inside is doubled. */
void csv_text(csv *line, const char *text)
{
    const char *written = text == NULL ? "" : text;
    bool quoted = strpbrk(written, ",\"\r\n") != NULL;
    if (line->fields++ > 0)
        fputc(',', line->out);
    if (!quoted) {
        fputs(written, line->out);
        return;
    }
    fputc('"', line->out);
    for (; *written != '\0'; written++) {
        if (*written == '"')
            fputc('"', line->out);
        fputc(*written, line->out);
    }
    fputc('"', line->out);
}

void csv_flag(csv *line, bool flag)
{
    csv_text(line, flag ? "true" : "false");
}

void csv_quantity(csv *line, be_quantity quantity)
{
    char digits[BE_QUANTITY_TEXT];
    be_quantity_format(quantity, digits);
    csv_text(line, digits);
}

void csv_amount(csv *line, be_amount amount)
{
    char digits[BE_AMOUNT_TEXT];
    be_amount_format(amount, digits);
    csv_text(line, be_amount_is_known(amount) ? digits : NULL);
}

void csv_state(csv *line, be_amount amount)
{
    char state[BE_AMOUNT_TEXT];
    be_amount_format(amount, state);
    csv_text(line, be_amount_is_known(amount) ? NULL : state);
}

static void end_line(FILE *out)
{
    fputs("\r\n", out);
}

void csv_header(FILE *out, const csv_table *table)
{
    csv line = {.out = out};
    for (size_t i = 0; i < table->count; i++)
        csv_text(&line, table->columns[i].name);
    end_line(out);
}

void csv_row(FILE *out, const csv_table *table, const void *row)
{
    csv line = {.out = out};
    for (size_t i = 0; i < table->count; i++)
        table->columns[i].put(&line, row);
    end_line(out);
}
