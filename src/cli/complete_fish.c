#include "cli/complete.h"

#include "cli/commands.h"
#include "language/language.h"

/* A text in single quotes. */
static void put_quoted(FILE *out, const char *text)
{
    fputc('\'', out);
    for (; *text != '\0'; text++) {
        if (*text == '\'' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputc('\'', out);
}

static void put_condition(FILE *out, const command *of)
{
    if (of == &command_plan)
        fputs(" -n __fish_use_subcommand", out);
    else if (of != NULL)
        fprintf(out, " -n '__fish_seen_subcommand_from %s'", of->name);
}

/* An option of a command, or (NULL) of all of them. */
static void put_option(FILE *out, const command *of, const option *row)
{
    fputs("complete -c breakeven", out);
    put_condition(out, of);
    fprintf(out, " -l %s", row->name);
    if (row->letter != '\0')
        fprintf(out, " -s %c", row->letter);
    if (row->type->is_file)
        fputs(" -r -F", out);
    else if (row->value != NULL)
        fputs(" -x", out);
    if (row->type->values != NULL) {
        fputs(" -a '", out);
        for (const char *const *value = row->type->values; *value != NULL; value++)
            fprintf(out, "%s%s", value == row->type->values ? "" : " ", *value);
        fputc('\'', out);
    }
    fputs(" -d ", out);
    put_quoted(out, tr(row->help));
    fputc('\n', out);
}

static void put_operands(FILE *out, const command *of)
{
    static const char *const forms[] = {[OPERAND_TEXT] = NULL,
                                        [OPERAND_PRODUCT] = " -a '(__breakeven_products)'",
                                        [OPERAND_FILE] = " -F",
                                        [OPERAND_SHELL] = " -a 'bash zsh fish'"};
    if (forms[of->operands] == NULL)
        return;
    fputs("complete -c breakeven", out);
    put_condition(out, of);
    fprintf(out, "%s\n", forms[of->operands]);
}

static void put_command(FILE *out, const command *one)
{
    const option *row;
    if (one != &command_plan) {
        fprintf(out, "complete -c breakeven -n __fish_use_subcommand -a %s -d ", one->name);
        put_quoted(out, tr(one->summary));
        fputc('\n', out);
    }
    put_operands(out, one);
    for (size_t i = 0; (row = commands_option(one, i)) != NULL; i++)
        put_option(out, one, row);
}

void complete_fish(FILE *out)
{
    const command *one;
    fputs("# fish completion for breakeven, made by \"breakeven completion fish\".\n"
          "\n"
          "function __breakeven_products\n"
          "    breakeven completion products 2>/dev/null\n"
          "end\n"
          "\n"
          "complete -c breakeven -f\n",
          out);
    for (size_t i = 0; i < globals_option_count; i++)
        put_option(out, NULL, &globals_options[i]);
    put_command(out, &command_plan);
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++)
        put_command(out, one);
}
