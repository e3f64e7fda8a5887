#include "faults/fault.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char report[] = "fault-report";

enum { EACH_UP_TO = 60, SPREAD = 6 };

/* Without memory, these libraries end the program, or crash, or go on with what they have. The
 * program sees to it that there is some for libconfig (document.c); the others ask for theirs
 * before the first screen is shown. */
static const char spared[] = "libconfig,libncurses,libtinfo,";

void fault_prepare(fault_environment *out, const fault *f, const sandbox *home)
{
    int count = 0;
    char *path = sandbox_path(home, report);
    unlink(path);
    snprintf(out->texts[count++], FAULT_ENTRY, "LD_PRELOAD=%s", FAULT_LIBRARY);
    snprintf(out->texts[count++], FAULT_ENTRY, "FAULT_KIND=%s", f->kind);
    snprintf(out->texts[count++], FAULT_ENTRY, "FAULT_AT=%lu", f->at);
    snprintf(out->texts[count++], FAULT_ENTRY, "FAULT_ERROR=%d", f->error);
    snprintf(out->texts[count++], FAULT_ENTRY, "FAULT_FOLLOW=%lu", f->follow);
    snprintf(out->texts[count++], FAULT_ENTRY, "FAULT_SPARE=%s", spared);
    snprintf(out->texts[count++], FAULT_ENTRY, "FAULT_REPORT=%s", path);
    snprintf(out->texts[count++], FAULT_ENTRY, "SOURCE_DATE_EPOCH=1795219200");
    snprintf(out->texts[count++], FAULT_ENTRY, "ESCDELAY=1"); /* there are many runs */
    for (int i = 0; i < count; i++)
        out->entries[i] = out->texts[i];
    out->entries[count] = NULL;
    free(path);
}

bool fault_struck(const sandbox *home, char name[FAULT_NAME])
{
    char *text = sandbox_read(home, report);
    bool found = text != NULL && sscanf(text, "failed %31s", name) == 1;
    free(text);
    return found;
}

unsigned long fault_calls(const sandbox *home)
{
    unsigned long calls = 0;
    char *text = sandbox_read(home, report);
    const char *line = text == NULL ? NULL : strstr(text, "calls ");
    if (line != NULL)
        sscanf(line, "calls %lu", &calls);
    free(text);
    return calls;
}

unsigned long fault_next(unsigned long at)
{
    return at < EACH_UP_TO ? at + 1 : at + at / SPREAD;
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && strcmp(name + length - tail, ending) == 0;
}

bool fault_left(const char *folder, const char *ending)
{
    bool found = false;
    DIR *all = opendir(folder);
    const struct dirent *one;
    while (all != NULL && (one = readdir(all)) != NULL)
        found = found || ends_with(one->d_name, ending);
    if (all != NULL)
        closedir(all);
    return found;
}
