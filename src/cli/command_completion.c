#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/complete.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "config/memory_text.h"
#include "config/nearest.h"
#include "language/language.h"

/* What the scripts ask for; not told of in the help. */
static const char products_word[] = "products";

static const struct {
    const char *name;
    void (*write)(FILE *out);
} shells[] = {{"bash", complete_bash}, {"zsh", complete_zsh}, {"fish", complete_fish}};

enum { SHELLS = sizeof shells / sizeof *shells };

/* The keys of all products, one a line. */
static void write_products(const catalog *prices, FILE *out)
{
    const be_catalog *view = catalog_view(prices);
    size_t count = be_catalog_product_count(view);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s\n", be_catalog_product(view, i)->key);
}

/* What is asked for, of `prices` or else of a shell, in memory first. */
static status write_out(const globals *chosen, const catalog *prices, void (*write)(FILE *out))
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory != NULL && prices != NULL)
        write_products(prices, memory);
    else if (memory != NULL && write != NULL)
        write(memory);
    text = memory_text_end(memory, &text, true);
    status result = text != NULL ? output_bytes(chosen, text, size) : complain_memory();
    free(text);
    return result;
}

static status list_products(const invocation *call, const catalog *prices)
{
    return write_out(call->globals, prices, NULL);
}

static status run(const invocation *call)
{
    char hint[NEAREST_HINT];
    const char *name = call->operands[0];
    nearest search = nearest_to(name);
    for (size_t i = 0; i < SHELLS; i++) {
        if (strcmp(shells[i].name, name) == 0)
            return write_out(call->globals, NULL, shells[i].write);
        nearest_offer(&search, shells[i].name);
    }
    if (strcmp(name, products_word) == 0)
        return prices_with(call, list_products);
    return complain(STATUS_USAGE, tr("no completion for \"%s\"; expected bash, zsh or fish%s"),
                    name, nearest_hint(&search, hint));
}

const command command_completion = {
    .name = "completion",
    .usage = TR_LATER("completion bash|zsh|fish"),
    .summary = TR_LATER("a script that lets a shell complete commands, options and products"),
    .about = TR_LATER(
        "Prints a completion script. bash: source it, or keep it as \"breakeven\" in "
        "~/.local/share/bash-completion/completions. zsh: keep it as \"_breakeven\" in a folder "
        "of $fpath. fish: keep it as \"breakeven.fish\" in ~/.config/fish/completions. A "
        "package has done that already."),
    .example = "breakeven completion bash",
    .operands = OPERAND_SHELL,
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
