#include "folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "support/sandbox.h"

static sandbox *folder;

static void leave(void)
{
    sandbox_destroy(folder);
}

void folder_enter(void)
{
    if (folder == NULL) {
        folder = sandbox_create();
        FUZZ_REQUIRE(folder != NULL && chdir(sandbox_root(folder)) == 0 && atexit(leave) == 0);
    }
    DIR *files = opendir(".");
    FUZZ_REQUIRE(files != NULL);
    for (struct dirent *entry; (entry = readdir(files)) != NULL;) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            FUZZ_REQUIRE(remove(entry->d_name) == 0);
    }
    closedir(files);
}

void folder_write(const char *name, const void *bytes, size_t size)
{
    FILE *out = fopen(name, "wb");
    FUZZ_REQUIRE(out != NULL);
    FUZZ_REQUIRE(fwrite(bytes, 1, size, out) == size);
    FUZZ_REQUIRE(fclose(out) == 0);
}
