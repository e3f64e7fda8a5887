#include "report/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *sign;
    const char *ascii;
} stand_ins[] = {
    {"✓", "+"},    {"✗", "x"},    {"★", "*"},    {"×", "x"},    {"→", "->"},  {"·", "-"},
    {"−", "-"},    {"–", "-"},    {"—", "-"},    {"≤", "<="},   {"…", "..."}, {"¥", "CNY "},
    {"€", "EUR "}, {"£", "GBP "}, {"₹", "INR "}, {"₩", "KRW "}, {"▼", "v"},   {"▲", "^"},
};

enum { GROWTH = 4 }; /* no stand-in is so many times longer than its sign */

/* The row of the table that `text` begins with, or -1. */
static int stand_in_at(const char *text)
{
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++) {
        if (strncmp(text, stand_ins[i].sign, strlen(stand_ins[i].sign)) == 0)
            return (int)i;
    }
    return -1;
}

char *plain_text(const char *text, bool ascii)
{
    size_t length = strlen(text), used = 0;
    char *out = malloc(length * (ascii ? GROWTH : 1) + 1);
    if (out == NULL)
        return NULL;
    if (!ascii)
        return memcpy(out, text, length + 1);
    while (*text != '\0') {
        int row = stand_in_at(text);
        if (row < 0) {
            out[used++] = *text++;
            continue;
        }
        used += strlen(strcpy(out + used, stand_ins[row].ascii));
        text += strlen(stand_ins[row].sign);
    }
    out[used] = '\0';
    return out;
}

const char *plain_write(char *out, size_t size, const char *text, bool ascii)
{
    char *plain = plain_text(text, ascii);
    snprintf(out, size, "%s", plain != NULL ? plain : "?");
    free(plain);
    return out;
}
