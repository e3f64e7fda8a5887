#include "support/sandbox.h"

#include "support/buffer.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct sandbox {
    char *root;
};

static char *temporary_name(void)
{
    const char *parent = getenv("TMPDIR");
    buffer name = {0};
    buffer_append_text(&name, parent == NULL || parent[0] != '/' ? "/tmp" : parent);
    buffer_append_text(&name, "/breakeven-test-XXXXXX");
    return buffer_take(&name);
}

sandbox *sandbox_create(void)
{
    sandbox *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->root = temporary_name();
    if (mkdtemp(s->root) == NULL) {
        free(s->root);
        free(s);
        return NULL;
    }
    return s;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status;
    (void)kind;
    (void)where;
    (void)remove(path);
    return 0;
}

void sandbox_destroy(sandbox *s)
{
    if (s == NULL)
        return;
    enum { OPEN_FOLDERS = 16 };
    (void)nftw(s->root, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    free(s->root);
    free(s);
}

const char *sandbox_root(const sandbox *s)
{
    return s->root;
}

char *sandbox_path(const sandbox *s, const char *relative)
{
    buffer path = {0};
    buffer_append_text(&path, s->root);
    buffer_append_text(&path, "/");
    buffer_append_text(&path, relative);
    return buffer_take(&path);
}

/* Makes every folder between the root and the last part of the path. */
static int make_folders(const sandbox *s, char *path)
{
    for (char *slash = path + strlen(s->root) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        const int failed = mkdir(path, S_IRWXU) != 0 && errno != EEXIST;
        *slash = '/';
        if (failed)
            return -1;
    }
    return 0;
}

static int write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return -1;
    const int failed = fputs(text, file) == EOF;
    return fclose(file) != 0 || failed ? -1 : 0;
}

int sandbox_write(const sandbox *s, const char *relative, const char *text)
{
    char *path = sandbox_path(s, relative);
    const int result = make_folders(s, path) == 0 ? write_text(path, text) : -1;
    free(path);
    return result;
}

static char *read_stream(FILE *file)
{
    buffer content = {0};
    char chunk[4096];
    size_t length;
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_append(&content, chunk, length);
    if (ferror(file)) {
        buffer_free(&content);
        return NULL;
    }
    return buffer_take(&content);
}

char *sandbox_read(const sandbox *s, const char *relative)
{
    char *path = sandbox_path(s, relative);
    FILE *file = fopen(path, "r");
    free(path);
    if (file == NULL)
        return NULL;
    char *content = read_stream(file);
    (void)fclose(file);
    return content;
}
