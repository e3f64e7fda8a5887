#include "report/csv.h"

#include <ctype.h>
#include <string.h>

#include "text/text.h"

/* -- fields ------------------------------------------------------------------------------------ */

static void begin_field(csv *line)
{
    if (line->fields++ > 0)
        fputc(',', line->out);
}

/* A field that holds nothing to quote. */
static void put_plain(csv *line, const char *text)
{
    begin_field(line);
    fputs(text, line->out);
}

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* "-5", "2.5", "-5%": a spreadsheet reads it as a number, which does no harm. */
static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = digits(text);
    text += whole;
    if (*text == '.' && isdigit((unsigned char)text[1]))
        text += 1 + digits(text + 1);
    text += *text == '%';
    return whole > 0 && *text == '\0';
}

/* Programs of East Asia take the wide signs for the narrow ones. */
static bool begins_formula(const char *text)
{
    static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠"};
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return !is_number(text);
    }
    return false;
}

static bool needs_quotes(const char *text)
{
    return strpbrk(text, ",;\"\t\r\n") != NULL || *text == ' ' ||
           (*text != '\0' && text[strlen(text) - 1] == ' ');
}

/* One character; a quote is doubled. What is none is written as the replacement of Unicode. */
static const char *put_character(const char *text, FILE *out)
{
    char bytes[TEXT_POINT_BYTES];
    if (*text == '"')
        fputc('"', out);
    if (*text == '\t' || *text == '\r' || *text == '\n') {
        fputc(*text, out);
        return text + 1;
    }
    fwrite(bytes, 1, text_encode(bytes, text_next_point(&text)), out);
    return text;
}

/* Quotes only where they are needed: a semicolon separates fields where the comma is decimal. */
void csv_text(csv *line, const char *text)
{
    const char *written = text == NULL ? "" : text;
    const char *quote = needs_quotes(written) ? "\"" : "";
    begin_field(line);
    fputs(quote, line->out);
    if (begins_formula(written))
        fputc('\'', line->out);
    while (*written != '\0')
        written = put_character(written, line->out);
    fputs(quote, line->out);
}

void csv_flag(csv *line, bool flag)
{
    put_plain(line, flag ? "true" : "false");
}

void csv_quantity(csv *line, be_quantity quantity)
{
    char text[BE_QUANTITY_TEXT];
    be_quantity_format(quantity, text);
    put_plain(line, text);
}

void csv_amount(csv *line, be_amount amount)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(amount, text);
    put_plain(line, be_amount_is_known(amount) ? text : "");
}

void csv_state(csv *line, be_amount amount)
{
    char state[BE_AMOUNT_TEXT];
    be_amount_format(amount, state);
    put_plain(line, be_amount_is_known(amount) ? "" : state);
}

/* -- lines ------------------------------------------------------------------------------------- */

void csv_begin(FILE *out, bool plain)
{
    fputs(plain ? "" : "\uFEFF", out);
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
