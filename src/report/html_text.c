#include "report/html_text.h"

#include <stdbool.h>
#include <string.h>

#include "report/address.h"
#include "text/text.h"

static const char *entity(uint32_t point)
{
    switch (point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* XML, as which the document can be read too, has no place for these. */
static bool is_noncharacter(uint32_t point)
{
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

/* The text up to `end`, which is the start of a character. */
static void put_until(const char *text, const char *end, FILE *out)
{
    char bytes[TEXT_POINT_BYTES];
    while (text < end) {
        uint32_t point = text_next_point(&text);
        const char *named = entity(point);
        if (named != NULL)
            fputs(named, out);
        else
            fwrite(bytes, 1, text_encode(bytes, is_noncharacter(point) ? TEXT_REPLACEMENT : point),
                   out);
    }
}

void html_text(const char *text, FILE *out)
{
    put_until(text, text + strlen(text), out);
}

void html_text_linked(const char *text, const char *address, FILE *out)
{
    size_t length = address == NULL ? 0 : address_length(address);
    for (const char *at; length > 0 && (at = strstr(text, address)) != NULL; text = at + length) {
        put_until(text, at, out);
        fputs("<a href=\"", out);
        put_until(at, at + length, out);
        fputs("\" rel=\"noopener noreferrer\">", out);
        put_until(at, at + length, out);
        fputs("</a>", out);
    }
    html_text(text, out);
}
