#include "tui/model/file_name.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "config/utf8.h"

enum { STEM_BYTES = 100 };

/* Letters of other scripts are names as well. */
static bool is_kept(const char *at, size_t bytes)
{
    return (bytes > 1 && !utf8_is_control(at)) || isalnum((unsigned char)*at) || *at == '_';
}

/* What stands between words becomes one dash, and none at either end. */
static void make_stem(const char *plan, char stem[STEM_BYTES])
{
    size_t left = strlen(plan), length = 0;
    bool gap = false;
    while (left > 0) {
        size_t bytes = utf8_length(plan, left);
        size_t taken = bytes == 0 ? 1 : bytes;
        bool kept = bytes > 0 && is_kept(plan, bytes);
        if (kept && length + taken + 1 >= STEM_BYTES)
            break;
        if (kept && gap && length > 0)
            stem[length++] = '-';
        if (kept) {
            memcpy(stem + length, plan, bytes);
            length += bytes;
        }
        gap = !kept;
        plan += taken;
        left -= taken;
    }
    stem[length] = '\0';
}

void file_name_propose(const char *plan, const char *extension, char *out, size_t size)
{
    char stem[STEM_BYTES];
    make_stem(plan, stem);
    snprintf(out, size, "%s.%s", stem[0] != '\0' ? stem : "plan", extension);
}

void file_name_change(const char *path, const char *from, const char *to, char *out, size_t size)
{
    size_t length = strlen(path), ending = strlen(from) + 1;
    bool ends = length > ending && path[length - ending] == '.' &&
                strcmp(path + length - ending + 1, from) == 0;
    if (ends)
        snprintf(out, size, "%.*s.%s", (int)(length - ending), path, to);
    else
        snprintf(out, size, "%s", path);
}
