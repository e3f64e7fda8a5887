#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/help.h"
#include "cli/output.h"
#include "config/nearest.h"
#include "language/language.h"

/* A command line on its way: what is known so far. */
typedef struct reading {
    const command *command;
    globals globals;
    void *options;         /* owned */
    const char **operands; /* owned; room for all arguments */
    size_t operand_count;
} reading;

static status usage_error(const command *about, const char *text)
{
    const char *blank = about->name[0] == '\0' ? "" : " ";
    return complain(STATUS_USAGE, tr("%s (see \"breakeven%s%s --help\")"), text, blank,
                    about->name);
}

/* -- help and version ------------------------------------------------------------------------ */

static status show_help(const reading *r)
{
    page *p = page_create();
    if (p == NULL)
        return complain_memory();
    if (r->command == &command_plan)
        help_program(p);
    else
        help_command(p, r->command);
    status result = output_page(&r->globals, p);
    page_destroy(p);
    return result;
}

static status show_version(const reading *r)
{
    page *p = page_create();
    if (p == NULL)
        return complain_memory();
    page_paragraph(p, PAGE_PLAIN, "breakeven " BREAKEVEN_VERSION);
    status result = output_page(&r->globals, p);
    page_destroy(p);
    return result;
}

/* -- running a command ----------------------------------------------------------------------- */

static status missing_operand(const command *chosen)
{
    char text[OPTION_ERROR];
    snprintf(text, sizeof text, tr("something is missing on the command line; expected \"%s\""),
             tr(chosen->usage));
    return usage_error(chosen, text);
}

static status run_command(const reading *r)
{
    const command *chosen = r->command;
    if (r->globals.lang != NULL)
        language_use(*r->globals.lang, NULL);
    if (r->globals.help)
        return show_help(r);
    if (r->globals.version)
        return show_version(r);
    if (r->operand_count < chosen->least_operands)
        return missing_operand(chosen);
    if (r->operand_count > chosen->most_operands) {
        char text[OPTION_ERROR];
        snprintf(text, sizeof text, tr("\"%.300s\" is one argument too many"),
                 r->operands[chosen->most_operands]);
        return usage_error(chosen, text);
    }
    const invocation call = {&r->globals, r->options, r->operands, r->operand_count};
    return chosen->run(&call);
}

/* Reads the rest of the command line with the command's own options, and runs it. */
static status read_and_run(reading *r, option_scan *scan)
{
    option_set sets[COMMAND_SHARED + 2] = {
        {r->command->options, r->command->option_count, r->options},
        {globals_options, globals_option_count, &r->globals},
    };
    for (int i = 0; i < COMMAND_SHARED; i++) {
        const option_rows *rows = &r->command->shared[i];
        sets[i + 2] = (option_set){rows->options, rows->count, (char *)r->options + rows->offset};
    }
    scan->sets = sets;
    scan->set_count = sizeof sets / sizeof *sets;
    char error[OPTION_ERROR];
    option_step step;
    while ((step = option_next(scan, &r->operands[r->operand_count], error)) == OPTION_OPERAND)
        r->operand_count++;
    return step == OPTION_WRONG ? usage_error(r->command, error) : run_command(r);
}

/* -- which command ---------------------------------------------------------------------------- */

static bool looks_like_file(const char *text)
{
    return strpbrk(text, "/.") != NULL || access(text, F_OK) == 0;
}

static status unknown_command(const char *name)
{
    char hint[NEAREST_HINT], text[OPTION_ERROR];
    const command *one;
    nearest search = nearest_to(name);
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++)
        nearest_offer(&search, one->name);
    snprintf(text, sizeof text, tr("unknown command \"%.300s\"%s"), name,
             nearest_hint(&search, hint));
    return usage_error(&command_plan, text);
}

/* Whether any of the planner's own options stood before the name of the command. */
static bool has_planner_options(const reading *r)
{
    const char *bytes = r->options;
    for (size_t i = 0; i < command_plan.options_size; i++) {
        if (bytes[i] != 0)
            return true;
    }
    return false;
}

/* Makes room for the options of the command in the place of the planner's. */
static bool begin_command(reading *r, const command *chosen)
{
    r->command = chosen;
    free(r->options);
    r->options = calloc(1, chosen->options_size + 1);
    return r->options != NULL;
}

/* The first operand names a command; any other is a scenario to open. */
static status choose_and_run(reading *r, option_scan *scan, const char *first)
{
    const command *chosen = first == NULL ? &command_plan : commands_find(first);
    if (chosen == NULL) {
        if (!scan->only_operands && !looks_like_file(first))
            return unknown_command(first);
        r->operands[r->operand_count++] = first;
    } else if (chosen != &command_plan) {
        if (has_planner_options(r))
            return usage_error(&command_plan,
                               tr("--new and --no-mouse are options of the planner alone"));
        if (!begin_command(r, chosen))
            return complain_memory();
    }
    return read_and_run(r, scan);
}

static size_t count_arguments(char *const *arguments)
{
    size_t count = 0;
    while (arguments[count] != NULL)
        count++;
    return count;
}

static status run_arguments(char *const *arguments)
{
    reading r = {.command = &command_plan};
    size_t count = count_arguments(arguments);
    r.operands = calloc(count + 1, sizeof *r.operands);
    status result = STATUS_DATA;
    if (r.operands == NULL || !begin_command(&r, &command_plan)) {
        result = complain_memory();
    } else {
        const option_set sets[] = {
            {command_plan.options, command_plan.option_count, r.options},
            {globals_options, globals_option_count, &r.globals},
        };
        option_scan scan = {.sets = sets, .set_count = 2, .next = arguments + (count > 0)};
        char error[OPTION_ERROR];
        const char *first = NULL;
        result = option_next(&scan, &first, error) == OPTION_WRONG
                     ? usage_error(&command_plan, error)
                     : choose_and_run(&r, &scan, first);
    }
    free(r.options);
    free(r.operands);
    return result;
}

int cli_run(char *const *arguments)
{
    return (int)run_arguments(arguments);
}
