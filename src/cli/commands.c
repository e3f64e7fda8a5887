#include "cli/commands.h"

#include <string.h>

static const command *const commands[] = {
    &command_products, &command_rate,  &command_compare, &command_curve,
    &command_afford,   &command_quote, &command_diff,    &command_check,
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
