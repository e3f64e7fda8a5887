#include "cli/complain.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

#include "language/language.h"
#include "text/text.h"

enum { COMPLAINT_MAX = 4096 };

static void print_safely(const char *text)
{
    char safe[COMPLAINT_MAX * 3]; /* a bad byte becomes three */
    text_clip(safe, sizeof safe, text, INT_MAX);
    fprintf(stderr, "breakeven: %s\n", safe);
}

status complain(status result, const char *format, ...)
{
    char text[COMPLAINT_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    print_safely(text);
    return result;
}

status complain_memory(void)
{
    return complain(STATUS_DATA, tr("out of memory"));
}

void complain_problems(const problems *found)
{
    for (size_t i = 0; i < found->count; i++) {
        char text[COMPLAINT_MAX];
        problem_format(&found->items[i], text, sizeof text);
        print_safely(text);
    }
    if (found->truncated)
        complain_memory();
}
