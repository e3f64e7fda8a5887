#include "tui/model/journal_record.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

enum { LINE_BYTES = 128 };

/* FNV-1a, over the line before the check sum and over the text. */
static uint64_t add_bytes(uint64_t sum, const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return sum;
}

static uint64_t check_sum(const char *line, size_t line_length, const journal_record *record)
{
    const uint64_t nothing = UINT64_C(0xCBF29CE484222325);
    return add_bytes(add_bytes(nothing, line, line_length), record->text, record->length);
}

/* Returns its length. */
static size_t write_numbers(char line[LINE_BYTES], const journal_record *record)
{
    int length = snprintf(line, LINE_BYTES, "%c %lu %lu %zu ", record->kind, record->a, record->b,
                          record->length);
    return length > 0 ? (size_t)length : 0;
}

void journal_record_write(FILE *out, const journal_record *record)
{
    char line[LINE_BYTES];
    size_t length = write_numbers(line, record);
    fprintf(out, "%s%016" PRIx64 "\n", line, check_sum(line, length, record));
    fwrite(record->text, 1, record->length, out);
    fputc('\n', out);
}

/* The line at `at` with a NUL behind it; NULL when there is none of a fit length. */
static const char *copy_line(const char *at, const char *end, char line[LINE_BYTES])
{
    const char *feed = memchr(at, '\n', (size_t)(end - at));
    if (feed == NULL || feed - at >= LINE_BYTES)
        return NULL;
    memcpy(line, at, (size_t)(feed - at));
    line[feed - at] = '\0';
    return feed + 1;
}

bool journal_record_read(const char **at, const char *end, journal_record *out)
{
    char line[LINE_BYTES], again[LINE_BYTES];
    uint64_t check;
    const char *text = copy_line(*at, end, line);
    if (text == NULL || sscanf(line, "%c %lu %lu %zu %16" SCNx64, &out->kind, &out->a, &out->b,
                               &out->length, &check) != 5)
        return false;
    if ((size_t)(end - text) <= out->length || text[out->length] != '\n' ||
        memchr(text, '\0', out->length) != NULL)
        return false;
    out->text = text;
    size_t length = write_numbers(again, out);
    if (strncmp(line, again, length) != 0 || check_sum(again, length, out) != check)
        return false;
    *at = text + out->length + 1;
    return true;
}
