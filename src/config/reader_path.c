#include "config/reader_path.h"

#include <stdio.h>
#include <string.h>

/* Appends one step; a path that does not fit is cut. */
static void append(char out[READER_PATH], const char *name, int index)
{
    size_t length = strlen(out);
    if (name == NULL)
        snprintf(out + length, READER_PATH - length, "[%d]", index);
    else
        snprintf(out + length, READER_PATH - length, "%s%.80s", length == 0 ? "" : ".", name);
}

static void append_setting(char out[READER_PATH], const config_setting_t *setting)
{
    const config_setting_t *parent = config_setting_parent(setting);
    if (parent == NULL)
        return;
    append_setting(out, parent);
    append(out, config_setting_name(setting), config_setting_index(setting));
}

void reader_path(const config_setting_t *setting, const char *key, char out[READER_PATH])
{
    out[0] = '\0';
    append_setting(out, setting);
    if (key != NULL)
        append(out, key, 0);
}
