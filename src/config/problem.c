#include "config/problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/language.h"

enum { TEXT_MAX = 1024, FIRST_CAPACITY = 8 };

static bool make_room(problems *list)
{
    if (list->texts == NULL)
        list->texts = be_arena_create();
    if (list->texts == NULL)
        return false;
    if (list->count < list->capacity)
        return true;
    size_t capacity = list->capacity == 0 ? FIRST_CAPACITY : list->capacity * 2;
    problem *items = realloc(list->items, capacity * sizeof *items);
    if (items == NULL)
        return false;
    list->items = items;
    list->capacity = capacity;
    return true;
}

static const char *keep(problems *list, const char *text)
{
    return be_arena_copy(list->texts, text, strlen(text));
}

static void keep_problem(problems *list, const problem *found)
{
    if (!make_room(list)) {
        list->truncated = true;
        return;
    }
    problem kept = *found;
    kept.file = keep(list, found->file);
    kept.key = keep(list, found->key == NULL ? "" : found->key);
    kept.text = keep(list, found->text);
    if (kept.file == NULL || kept.key == NULL || kept.text == NULL) {
        list->truncated = true;
        return;
    }
    list->items[list->count++] = kept;
}

bool problems_full(const problems *list)
{
    return list->errors > PROBLEMS_MAX;
}

static void add(problems *list, const problem *found)
{
    size_t number = found->is_warning ? ++list->warnings : ++list->errors;
    if (number <= PROBLEMS_MAX)
        keep_problem(list, found);
    if (number != PROBLEMS_MAX + 1)
        return;
    char text[TEXT_MAX];
    snprintf(text, sizeof text, tr("has more problems than the %d that are told"), PROBLEMS_MAX);
    keep_problem(list,
                 &(problem){.file = found->file, .text = text, .is_warning = found->is_warning});
}

void problems_error(problems *list, const char *file, int line, const char *key, const char *format,
                    ...)
{
    char text[TEXT_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    add(list, &(problem){.file = file, .line = line, .key = key, .text = text});
}

void problems_warning(problems *list, const char *file, int line, const char *key,
                      const char *format, ...)
{
    char text[TEXT_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    add(list, &(problem){.file = file, .line = line, .key = key, .text = text, .is_warning = true});
}

bool problems_ok(const problems *list)
{
    return list->errors == 0 && !list->truncated;
}

/* Insertion keeps equal lines in order, and the list is nearly sorted already. */
void problems_sort(problems *list, size_t first)
{
    for (size_t i = first + 1; i < list->count; i++) {
        problem moved = list->items[i];
        size_t at = i;
        for (; at > first && list->items[at - 1].line > moved.line; at--)
            list->items[at] = list->items[at - 1];
        list->items[at] = moved;
    }
}

void problems_clear(problems *list)
{
    free(list->items);
    be_arena_destroy(list->texts);
    *list = (problems){0};
}

size_t problem_format(const problem *one, char *out, size_t size)
{
    char line[16] = "";
    if (one->line > 0)
        snprintf(line, sizeof line, ":%d", one->line);
    const char *colon = one->key[0] == '\0' ? "" : ": ";
    int length = snprintf(out, size, "%s%s: %s%s%s", one->file, line, one->key, colon, one->text);
    return length < 0 ? 0 : (size_t)length;
}
