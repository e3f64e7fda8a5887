#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/utf8.h"

/* libconfig loses the text in quotes at which it meets a syntax error. Asked for by the leak
 * sanitizer, which declares it nowhere. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libconfig.so\n";
}

void fuzz_require(bool holds, const char *condition, const char *file, int line)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    FUZZ_REQUIRE(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

static bool has_control(const char *text)
{
    for (; *text != '\0'; text++) {
        if (utf8_is_control(text))
            return true;
    }
    return false;
}

void fuzz_check_problems(const problems *found, bool was_read)
{
    static const char *const of_includes[] = {"cannot open include file",
                                              "include file nesting too deep"};
    FUZZ_REQUIRE(was_read == problems_ok(found));
    for (size_t i = 0; i < found->count; i++) {
        const problem *one = &found->items[i];
        FUZZ_REQUIRE(one->text[0] != '\0');
        FUZZ_REQUIRE(!has_control(one->text));
        FUZZ_REQUIRE(one->key == NULL || !has_control(one->key));
        for (size_t k = 0; k < sizeof of_includes / sizeof *of_includes; k++)
            FUZZ_REQUIRE(strcmp(one->text, of_includes[k]) != 0);
        FUZZ_REQUIRE(one->line >= 0);
    }
}

uint8_t fuzz_byte(fuzz_bytes *in)
{
    if (in->left == 0)
        return 0;
    in->left--;
    return *in->at++;
}

/* Takes no more bytes than the range has. */
int64_t fuzz_between(fuzz_bytes *in, int64_t low, int64_t high)
{
    uint64_t span = (uint64_t)high - (uint64_t)low, bits = 0;
    for (uint64_t rest = span; rest > 0; rest >>= 8)
        bits = bits << 8 | fuzz_byte(in);
    return (int64_t)((uint64_t)low + (span == UINT64_MAX ? bits : bits % (span + 1)));
}

char *fuzz_word(fuzz_bytes *in)
{
    enum { END = 0xFF };
    const uint8_t *end = in->left == 0 ? NULL : memchr(in->at, END, in->left);
    size_t length = end == NULL ? in->left : (size_t)(end - in->at);
    char *word = fuzz_text(in->at, length);
    size_t taken = length + (end != NULL);
    in->at += taken;
    in->left -= taken;
    return word;
}
