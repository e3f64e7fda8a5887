#include "mutation/token.h"

#include "support/buffer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct scanner {
    const char *source;
    size_t at;
    size_t line_start;
    int line;
    bool line_is_blank; /* so far: here a '#' begins a preprocessor line */
} scanner;

static char peek(const scanner *s, size_t ahead)
{
    for (size_t i = 0; i < ahead; i++) {
        if (s->source[s->at + i] == '\0')
            return '\0';
    }
    return s->source[s->at + ahead];
}

static void step(scanner *s)
{
    if (s->source[s->at++] != '\n')
        return;
    s->line++;
    s->line_start = s->at;
    s->line_is_blank = true;
}

static bool skip_comment(scanner *s)
{
    if (peek(s, 0) != '/' || (peek(s, 1) != '*' && peek(s, 1) != '/'))
        return false;
    bool block = peek(s, 1) == '*';
    step(s);
    step(s);
    while (peek(s, 0) != '\0') {
        if (!block && peek(s, 0) == '\n')
            return true;
        if (block && peek(s, 0) == '*' && peek(s, 1) == '/') {
            step(s);
            step(s);
            return true;
        }
        step(s);
    }
    return true;
}

static void skip_directive(scanner *s)
{
    while (peek(s, 0) != '\0' && peek(s, 0) != '\n') {
        if (skip_comment(s))
            continue;
        if (peek(s, 0) == '\\' && peek(s, 1) != '\0')
            step(s);
        step(s);
    }
}

static void skip_to_token(scanner *s)
{
    while (peek(s, 0) != '\0') {
        if (isspace((unsigned char)peek(s, 0)))
            step(s);
        else if (s->line_is_blank && peek(s, 0) == '#')
            skip_directive(s);
        else if (!skip_comment(s))
            return;
    }
}

static size_t word_length(const char *text)
{
    size_t n = 0;
    while (isalnum((unsigned char)text[n]) || text[n] == '_')
        n++;
    return n;
}

/* A number as the preprocessor sees it: letters, points, and signs behind an exponent. */
static size_t number_length(const char *text)
{
    size_t n = 1;
    for (;; n++) {
        bool sign = (text[n] == '+' || text[n] == '-') && strchr("eEpP", text[n - 1]) != NULL;
        bool hexadecimal_e = text[1] == 'x' && strchr("eE", text[n - 1]) != NULL;
        if (!isalnum((unsigned char)text[n]) && text[n] != '.' && !(sign && !hexadecimal_e))
            return n;
    }
}

static size_t text_length(const char *text)
{
    size_t n = 1;
    for (; text[n] != '\0' && text[n] != text[0]; n++) {
        if (text[n] == '\\' && text[n + 1] != '\0')
            n++;
    }
    return text[n] == '\0' ? n : n + 1;
}

static size_t mark_length(const char *text)
{
    static const char *const longer[] = {"...", "<<=", ">>=", "->", "++", "--", "<<", ">>",
                                         "<=",  ">=",  "==",  "!=", "&&", "||", "*=", "/=",
                                         "%=",  "+=",  "-=",  "&=", "^=", "|="};
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++) {
        if (strncmp(text, longer[i], strlen(longer[i])) == 0)
            return strlen(longer[i]);
    }
    return 1;
}

static token measure(const char *text)
{
    if (isdigit((unsigned char)text[0]) || (text[0] == '.' && isdigit((unsigned char)text[1])))
        return (token){.kind = TOKEN_NUMBER, .length = number_length(text)};
    if (word_length(text) > 0)
        return (token){.kind = TOKEN_WORD, .length = word_length(text)};
    if (text[0] == '"' || text[0] == '\'')
        return (token){.kind = TOKEN_TEXT, .length = text_length(text)};
    return (token){.kind = TOKEN_MARK, .length = mark_length(text)};
}

void token_list_read(token_list *out, const char *source)
{
    scanner s = {.source = source, .line = 1, .line_is_blank = true};
    buffer tokens = {0};
    for (skip_to_token(&s); peek(&s, 0) != '\0'; skip_to_token(&s)) {
        token t = measure(&source[s.at]);
        t.at = s.at;
        t.line = s.line;
        t.column = (int)(s.at - s.line_start) + 1;
        buffer_append(&tokens, &t, sizeof t);
        for (size_t i = 0; i < t.length; i++)
            step(&s);
        s.line_is_blank = false;
    }
    size_t count = tokens.length / sizeof *out->items;
    void *items = buffer_take(&tokens);
    *out = (token_list){.source = source, .items = items, .count = count};
}

void token_list_free(token_list *list)
{
    free(list->items);
    *list = (token_list){0};
}

bool token_is(const token_list *list, size_t i, const char *text)
{
    if (i >= list->count)
        return false;
    const token *t = &list->items[i];
    return t->length == strlen(text) && memcmp(&list->source[t->at], text, t->length) == 0;
}

bool token_is_one_of(const token_list *list, size_t i, const char *const *texts, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (token_is(list, i, texts[k]))
            return true;
    }
    return false;
}

bool token_is_kind(const token_list *list, size_t i, token_kind kind)
{
    return i < list->count && list->items[i].kind == kind;
}

size_t token_closing(const token_list *list, size_t i)
{
    static const char *const opening[] = {"(", "[", "{"}, *const closing[] = {")", "]", "}"};
    int depth = 0;
    for (; i < list->count; i++) {
        if (token_is_one_of(list, i, opening, 3))
            depth++;
        else if (token_is_one_of(list, i, closing, 3) && --depth == 0)
            return i;
    }
    return list->count;
}
