#include "support/golden.h"

#include "support/buffer.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_DIFFERENCES = 24, LOOK_AHEAD = 40, SHOWN_BYTES = 400 };

/* A text on the way through its lines. */
typedef struct reading {
    const char *at;
    int line; /* from 1 */
} reading;

char *golden_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    buffer text = {0};
    char chunk[BUFSIZ];
    size_t length;
    if (file == NULL)
        return NULL;
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_append(&text, chunk, length);
    (void)fclose(file);
    return buffer_take(&text);
}

static void write_whole(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fputs(text, file) == EOF || fclose(file) != 0)
        fail_msg("cannot write %s: %s", path, strerror(errno));
}

static size_t line_length(const char *text)
{
    return strcspn(text, "\n");
}

static reading next_line(reading r)
{
    size_t length = line_length(r.at);
    return (reading){r.at + length + (r.at[length] == '\n'), r.line + 1};
}

static reading skip_lines(reading r, int count)
{
    while (count-- > 0)
        r = next_line(r);
    return r;
}

static bool same_line(const char *a, const char *b)
{
    size_t length = line_length(a);
    return line_length(b) == length && memcmp(a, b, length) == 0;
}

/* The nearest place where both texts go on with the same line: so many lines on in each. One on,
 * where there is none. */
static void meet_again(reading old, reading now, int *in_old, int *in_now)
{
    for (int sum = 1; sum <= LOOK_AHEAD; sum++) {
        for (int i = 0; i <= sum; i++) {
            const reading a = skip_lines(old, i), b = skip_lines(now, sum - i);
            if (!same_line(a.at, b.at) || (*a.at == '\0') != (*b.at == '\0'))
                continue;
            *in_old = i;
            *in_now = sum - i;
            return;
        }
    }
    *in_old = *in_now = 1;
}

/* Prints so many lines; returns what is left to be told. */
static int print_lines(char sign, reading r, int count, int left)
{
    for (; count > 0 && left > 0 && *r.at != '\0'; count--, left--) {
        size_t length = line_length(r.at);
        print_error("%5d %c %.*s\n", r.line, sign,
                    (int)(length < SHOWN_BYTES ? length : SHOWN_BYTES), r.at);
        r = next_line(r);
    }
    return left;
}

static void print_differences(const char *expected, const char *text)
{
    reading old = {expected, 1}, now = {text, 1};
    int left = MOST_DIFFERENCES;
    while (left > 0 && (*old.at != '\0' || *now.at != '\0')) {
        int in_old = 1, in_now = 1;
        if (!same_line(old.at, now.at)) {
            meet_again(old, now, &in_old, &in_now);
            left = print_lines('-', old, in_old, left);
            left = print_lines('+', now, in_now, left);
        }
        old = skip_lines(old, in_old);
        now = skip_lines(now, in_now);
    }
    if (left == 0)
        print_error("and perhaps more\n");
}

bool golden_holds(const char *path, const char *text)
{
    if (getenv("BREAKEVEN_UPDATE_GOLDEN") != NULL) {
        write_whole(path, text);
        return true;
    }
    char *expected = golden_read(path);
    bool same = expected != NULL && strcmp(expected, text) == 0;
    if (!same) {
        print_error("%s (- as it was, + as it is; script/golden keeps what is)\n", path);
        print_differences(expected == NULL ? "" : expected, text);
    }
    free(expected);
    return same;
}
