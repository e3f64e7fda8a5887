#include "config/document.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "config/read_file.h"
#include "config/shape_check.h"
#include "config/text_check.h"
#include "language/language.h"

struct document {
    config_t config;
    size_t size; /* of its text */
};

/* libconfig keeps lines in 16 bits. */
enum { LINE_WRAP = 65536 };

/*
 * Keeps the true line of every setting in its hook, which libconfig leaves to its users. Settings
 * are visited in the order of the file, so a line below the last one has wrapped round.
 */
static int note_lines(config_setting_t *setting, int last)
{
    int line = (int)config_setting_source_line(setting);
    while (line < last)
        line += LINE_WRAP;
    config_setting_set_hook(setting, (void *)(intptr_t)line);
    int count = config_setting_is_aggregate(setting) ? config_setting_length(setting) : 0;
    for (int i = 0; i < count; i++)
        line = note_lines(config_setting_get_elem(setting, (unsigned)i), line);
    return line;
}

int document_line(const config_setting_t *setting)
{
    return (int)(intptr_t)config_setting_get_hook(setting);
}

/*
 * Of a large file libconfig makes some hundred thousand small blocks, between which what came of
 * them stands. Freed, they would stay with the process all the same: some ten times the file.
 */
static void give_memory_back(size_t size)
{
    enum { LARGE_BYTES = 1024 * 1024 };
#ifdef __GLIBC__
    if (size >= LARGE_BYTES)
        malloc_trim(0);
#else
    (void)size;
#endif
}

/* Editors of some systems put a byte order mark in front: so many bytes of it. */
static size_t mark_length(const char *text)
{
    static const char mark[] = "\xEF\xBB\xBF";
    return strncmp(text, mark, sizeof mark - 1) == 0 ? sizeof mark - 1 : 0;
}

/*
 * libconfig ends the program, or goes on with what it has, when there is no memory. So it is asked
 * only once there is as much as it takes at most: a setting of two bytes takes a hundred.
 */
static bool is_memory_left(size_t size)
{
    enum { FOR_A_BYTE = 64, FOR_THE_PARSER = 128 * 1024 };
    void *volatile reserve = malloc(size * FOR_A_BYTE + FOR_THE_PARSER); /* not optimised away */
    bool left = reserve != NULL;
    free(reserve);
    return left;
}

document *document_parse(const char *name, const char *text, size_t size, problems *found)
{
    size_t mark = mark_length(text);
    if (!text_check(name, text + mark, size - mark, found) ||
        !shape_check(name, text + mark, size - mark, found))
        return NULL;
    document *doc = calloc(1, sizeof *doc);
    if (doc == NULL || !is_memory_left(size)) {
        free(doc);
        problems_error(found, name, 0, NULL, tr("cannot be read: out of memory"));
        return NULL;
    }
    doc->size = size;
    config_init(&doc->config);
    if (config_read_string(&doc->config, text + mark) != CONFIG_TRUE) {
        problems_error(found, name, config_error_line(&doc->config), NULL, "%s",
                       config_error_text(&doc->config));
        document_destroy(doc);
        return NULL;
    }
    note_lines(config_root_setting(&doc->config), 0);
    return doc;
}

document *document_read(const char *path, problems *found)
{
    size_t size = 0;
    char *text = read_file(path, &size, found);
    if (text == NULL)
        return NULL;
    document *doc = document_parse(path, text, size, found);
    free(text);
    return doc;
}

void document_destroy(document *doc)
{
    if (doc == NULL)
        return;
    const size_t size = doc->size;
    config_destroy(&doc->config);
    free(doc);
    give_memory_back(size);
}

const config_setting_t *document_root(const document *doc)
{
    return config_root_setting(&doc->config);
}
