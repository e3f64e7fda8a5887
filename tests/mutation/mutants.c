#include "mutation/mutants.h"

#include "mutation/token.h"
#include "support/buffer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

typedef struct search {
    token_list tokens;
    buffer found;
} search;

/* Token `from` up to and including token `last` become `becomes`; both texts are handed over. */
static void add(search *s, size_t from, size_t last, buffer *becomes, buffer *label)
{
    const token *first = &s->tokens.items[from], *end = &s->tokens.items[last];
    const mutant m = {.at = first->at,
                      .length = end->at + end->length - first->at,
                      .becomes = buffer_take(becomes),
                      .label = buffer_take(label),
                      .line = first->line,
                      .column = first->column};
    buffer_append(&s->found, &m, sizeof m);
}

static void append_source(const search *s, buffer *out, size_t from, size_t last)
{
    const token *first = &s->tokens.items[from], *end = &s->tokens.items[last];
    buffer_append(out, &s->tokens.source[first->at], end->at + end->length - first->at);
}

static void replace_token(search *s, size_t i, const char *to)
{
    buffer becomes = {0}, label = {0};
    buffer_append_text(&becomes, to);
    buffer_append_text(&label, "`");
    append_source(s, &label, i, i);
    buffer_append_text(&label, to[0] != '\0' ? "` -> `" : "` dropped");
    buffer_append_text(&label, to);
    buffer_append_text(&label, to[0] != '\0' ? "`" : "");
    add(s, i, i, &becomes, &label);
}

/* -- operators ------------------------------------------------------------------------------ */

typedef enum operands { ANY_OPERANDS, ONE_OPERAND, TWO_OPERANDS } operands;

typedef struct change {
    const char *from, *to;
    operands operands;
} change;

static const change changes[] = {
    {"<", "<=", ANY_OPERANDS},  {"<", ">=", ANY_OPERANDS},       {"<=", "<", ANY_OPERANDS},
    {"<=", ">", ANY_OPERANDS},  {">", ">=", ANY_OPERANDS},       {">", "<=", ANY_OPERANDS},
    {">=", ">", ANY_OPERANDS},  {">=", "<", ANY_OPERANDS},       {"==", "!=", ANY_OPERANDS},
    {"!=", "==", ANY_OPERANDS}, {"&&", "||", ANY_OPERANDS},      {"||", "&&", ANY_OPERANDS},
    {"+=", "-=", ANY_OPERANDS}, {"-=", "+=", ANY_OPERANDS},      {"*=", "/=", ANY_OPERANDS},
    {"/=", "*=", ANY_OPERANDS}, {"++", "--", ANY_OPERANDS},      {"--", "++", ANY_OPERANDS},
    {"!", "", ANY_OPERANDS},    {"-", "", ONE_OPERAND},          {"+", "-", TWO_OPERANDS},
    {"-", "+", TWO_OPERANDS},   {"*", "/", TWO_OPERANDS},        {"/", "*", TWO_OPERANDS},
    {"%", "/", TWO_OPERANDS},   {"true", "false", ANY_OPERANDS}, {"false", "true", ANY_OPERANDS},
};

static const char *const leading_words[] = {"return", "case", "else", "sizeof"};

/* A word that can name a value or a type. */
static bool is_name(const token_list *t, size_t i)
{
    return token_is_kind(t, i, TOKEN_WORD) &&
           !token_is_one_of(t, i, leading_words, COUNT_OF(leading_words));
}

static bool has_left_operand(const token_list *t, size_t i)
{
    return is_name(t, i - 1) || token_is_kind(t, i - 1, TOKEN_NUMBER) || token_is(t, i - 1, ")") ||
           token_is(t, i - 1, "]");
}

/* Is the "*" at i part of a type: "const T *p", "T *p" where a statement begins, "(T *)". */
static bool declares_pointer(const token_list *t, size_t i)
{
    static const char *const beginnings[] = {";", "{", "}"};
    if (!token_is(t, i, "*") || !is_name(t, i - 1))
        return false;
    return is_name(t, i - 2) || token_is(t, i + 1, ")") || token_is(t, i + 1, "*") ||
           token_is_one_of(t, i - 2, beginnings, COUNT_OF(beginnings)) ||
           (token_is(t, i - 2, "(") && token_is(t, i - 3, "for"));
}

static bool fits(const token_list *t, size_t i, const change *c)
{
    if (!token_is(t, i, c->from))
        return false;
    if (c->operands == ANY_OPERANDS)
        return true;
    return (c->operands == TWO_OPERANDS) == has_left_operand(t, i) && !declares_pointer(t, i);
}

static void change_operator(search *s, size_t i)
{
    for (size_t k = 0; k < COUNT_OF(changes); k++) {
        if (fits(&s->tokens, i, &changes[k]))
            replace_token(s, i, changes[k].to);
    }
}

/* -- constants ------------------------------------------------------------------------------ */

/* 1 becomes 0, any other integer the next one. A suffix stays. */
static void change_constant(search *s, size_t i)
{
    const token *t = &s->tokens.items[i];
    if (t->kind != TOKEN_NUMBER)
        return;
    const char *text = &s->tokens.source[t->at];
    char *suffix;
    uintmax_t n = strtoumax(text, &suffix, 0);
    size_t digits = (size_t)(suffix - text);
    if (memchr(text, '.', t->length) != NULL || digits == 0 || digits > t->length)
        return;
    char next[32];
    (void)snprintf(next, sizeof next, "%" PRIuMAX, n == 1 ? 0 : n + 1);
    buffer to = {0};
    buffer_append_text(&to, next);
    buffer_append(&to, suffix, t->length - digits);
    replace_token(s, i, buffer_text(&to));
    buffer_free(&to);
}

/* -- jumps ---------------------------------------------------------------------------------- */

static size_t end_of_statement(const token_list *t, size_t i)
{
    while (i < t->count && !token_is(t, i, ";"))
        i++;
    return i;
}

/* A jump out of a loop, or a return that a condition decides on, does not take place. */
static void drop_jump(search *s, size_t i)
{
    static const char *const jumps[] = {"return", "break", "continue"};
    const token_list *t = &s->tokens;
    if (!token_is_one_of(t, i, jumps, COUNT_OF(jumps)) || !token_is(t, i - 1, ")"))
        return;
    size_t end = end_of_statement(t, i);
    if (end == t->count)
        return;
    buffer becomes = {0}, label = {0};
    buffer_append_text(&becomes, ";");
    buffer_append_text(&label, "`");
    append_source(s, &label, i, i);
    buffer_append_text(&label, "` dropped");
    add(s, i, end, &becomes, &label);
}

/* -- conditions ------------------------------------------------------------------------------ */

/* Where the arm that begins at `from` ends: at its ":", or where the expression does. */
static size_t end_of_arm(const token_list *t, size_t from)
{
    static const char *const opening[] = {"(", "[", "{"}, *const ends[] = {")", "]", "}", ",", ";"};
    int questions = 0;
    for (size_t i = from; i < t->count; i++) {
        if (token_is_one_of(t, i, opening, COUNT_OF(opening)))
            i = token_closing(t, i);
        else if (token_is(t, i, "?"))
            questions++;
        else if (token_is(t, i, ":") && questions-- == 0)
            return i;
        else if (token_is_one_of(t, i, ends, COUNT_OF(ends)))
            return i;
    }
    return t->count;
}

static void swap_arms(search *s, size_t i)
{
    if (!token_is(&s->tokens, i, "?"))
        return;
    size_t colon = end_of_arm(&s->tokens, i + 1);
    size_t end = end_of_arm(&s->tokens, colon + 1);
    if (end >= s->tokens.count)
        return;
    buffer becomes = {0}, label = {0};
    buffer_append_text(&becomes, "? ");
    append_source(s, &becomes, colon + 1, end - 1);
    buffer_append_text(&becomes, " : ");
    append_source(s, &becomes, i + 1, colon - 1);
    buffer_append_text(&label, "arms of `?` swapped");
    add(s, i, end - 1, &becomes, &label);
}

/* A condition with an operator of its own is changed there. */
static bool is_plain(const token_list *t, size_t from, size_t end)
{
    static const char *const deciding[] = {"<", "<=", ">", ">=", "==", "!=", "!", "&&", "||"};
    for (size_t i = from; i < end; i++) {
        if (token_is_one_of(t, i, deciding, COUNT_OF(deciding)))
            return false;
    }
    return true;
}

static void negate_condition(search *s, size_t i)
{
    const token_list *t = &s->tokens;
    if (!token_is(t, i, "(") || !token_is(t, i - 1, "if"))
        return;
    size_t end = token_closing(t, i);
    if (end == t->count || !is_plain(t, i, end))
        return;
    buffer becomes = {0}, label = {0};
    buffer_append_text(&becomes, "(!");
    append_source(s, &becomes, i, end);
    buffer_append_text(&becomes, ")");
    buffer_append_text(&label, "condition negated");
    add(s, i, end, &becomes, &label);
}

/* -- all of a source -------------------------------------------------------------------------- */

/* Does "[" at i begin the size of an array that is declared: "int days[MONTHS + 1]". */
static bool begins_array_size(const token_list *t, size_t i)
{
    return token_is(t, i, "[") && is_name(t, i - 1) && is_name(t, i - 2);
}

static void change_token(search *s, size_t i)
{
    static void (*const rules[])(search *, size_t) = {change_operator, change_constant, drop_jump,
                                                      swap_arms, negate_condition};
    for (size_t k = 0; k < COUNT_OF(rules); k++)
        rules[k](s, i);
}

void mutant_list_find(mutant_list *out, const char *source)
{
    search s = {0};
    token_list_read(&s.tokens, source);
    int depth = 0;
    for (size_t i = 0; i < s.tokens.count; i++) {
        if (token_is(&s.tokens, i, "{"))
            depth++;
        else if (token_is(&s.tokens, i, "}"))
            depth--;
        if (begins_array_size(&s.tokens, i))
            i = token_closing(&s.tokens, i);
        else if (depth > 0)
            change_token(&s, i);
        else
            change_constant(&s, i); /* between functions all operators are those of types */
    }
    token_list_free(&s.tokens);
    size_t count = s.found.length / sizeof *out->items;
    void *items = buffer_take(&s.found);
    *out = (mutant_list){.items = items, .count = count};
}

void mutant_list_free(mutant_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].becomes);
        free(list->items[i].label);
    }
    free(list->items);
    *list = (mutant_list){0};
}

char *mutant_apply(const mutant *m, const char *source)
{
    buffer changed = {0};
    buffer_append(&changed, source, m->at);
    buffer_append_text(&changed, m->becomes);
    buffer_append_text(&changed, &source[m->at + m->length]);
    return buffer_take(&changed);
}
