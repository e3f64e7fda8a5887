#include "support/environment.h"

#include "support/buffer.h"

#include <stdlib.h>
#include <string.h>

static const char *const kept[] = {
    "PATH",          "ASAN_OPTIONS", "LSAN_OPTIONS",         "UBSAN_OPTIONS",     "MSAN_OPTIONS",
    "TSAN_OPTIONS",  "GCOV_PREFIX",  "GCOV_PREFIX_STRIP",    "LLVM_PROFILE_FILE", "LD_LIBRARY_PATH",
    "TERMINFO_DIRS", "TERMINFO",     "ASAN_SYMBOLIZER_PATH",
};

/* A '@' stands for the home directory. */
static const char *const set[] = {
    "HOME=@",
    "XDG_CONFIG_HOME=@/config",
    "XDG_STATE_HOME=@/state",
    "XDG_DATA_HOME=@/data",
    "XDG_CACHE_HOME=@/cache",
    "LC_ALL=C.UTF-8",
    "TZ=UTC",
    "TERM=xterm-256color",
    "BREAKEVEN_TEST_MARK=1",
};

enum { KEPT = sizeof kept / sizeof kept[0], SET = sizeof set / sizeof set[0] };

static size_t name_length(const char *entry)
{
    return strcspn(entry, "=");
}

static size_t count(char **list)
{
    size_t n = 0;
    while (list[n] != NULL)
        n++;
    return n;
}

static void remove_name(char **list, const char *entry)
{
    const size_t length = name_length(entry);
    for (; *list != NULL; list++) {
        if (name_length(*list) != length || strncmp(*list, entry, length) != 0)
            continue;
        free(*list);
        memmove(list, list + 1, (count(list + 1) + 1) * sizeof *list);
        return;
    }
}

/* The list is long enough for every entry there can be, see environment_create. */
static void put(char **list, const char *entry, const char *home)
{
    remove_name(list, entry);
    if (strchr(entry, '=') == NULL)
        return;
    buffer text = {0};
    const char *at = home == NULL ? NULL : strchr(entry, '@');
    buffer_append(&text, entry, at == NULL ? strlen(entry) : (size_t)(at - entry));
    if (at != NULL) {
        buffer_append_text(&text, home);
        buffer_append_text(&text, at + 1);
    }
    const size_t last = count(list);
    list[last] = buffer_take(&text);
    list[last + 1] = NULL;
}

static void keep(char **list, const char *name)
{
    const char *value = getenv(name);
    if (value == NULL)
        return;
    buffer entry = {0};
    buffer_append_text(&entry, name);
    buffer_append_text(&entry, "=");
    buffer_append_text(&entry, value);
    put(list, buffer_text(&entry), NULL);
    buffer_free(&entry);
}

char **environment_create(const char *home, const char *const *extra)
{
    size_t extras = 0;
    while (extra != NULL && extra[extras] != NULL)
        extras++;
    char **list = calloc(KEPT + SET + extras + 1, sizeof *list);
    if (list == NULL)
        return NULL;
    for (size_t i = 0; i < KEPT; i++)
        keep(list, kept[i]);
    for (size_t i = 0; i < SET; i++)
        put(list, set[i], home);
    for (size_t i = 0; i < extras; i++)
        put(list, extra[i], NULL);
    return list;
}

void environment_destroy(char **environment)
{
    if (environment == NULL)
        return;
    for (char **entry = environment; *entry != NULL; entry++)
        free(*entry);
    free(environment);
}
