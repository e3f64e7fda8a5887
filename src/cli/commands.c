#include "cli/commands.h"

#include <string.h>

static const command *const commands[] = {
    &command_products, &command_rate, &command_compare, &command_curve,      &command_afford,
    &command_quote,    &command_diff, &command_check,   &command_completion,
};

enum { COMMANDS = sizeof commands / sizeof *commands };

const command *commands_at(size_t i)
{
    return i < COMMANDS ? commands[i] : NULL;
}

const command *commands_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    }
    return NULL;
}

const option *commands_option(const command *of, size_t i)
{
    if (i < of->option_count)
        return &of->options[i];
    i -= of->option_count;
    for (int s = 0; s < COMMAND_SHARED; s++) {
        if (i < of->shared[s].count)
            return &of->shared[s].options[i];
        i -= of->shared[s].count;
    }
    return NULL;
}
