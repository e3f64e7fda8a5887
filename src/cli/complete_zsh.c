#include "cli/complete.h"

#include <string.h>

#include "cli/commands.h"
#include "language/language.h"

/* A text within single quotes, in which `special` signs are taken for what they are. */
static void put_text(FILE *out, const char *text, const char *special)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            fputs("'\\''", out);
            continue;
        }
        if (*text == '\\' || strchr(special, *text) != NULL)
            fputc('\\', out);
        fputc(*text, out);
    }
}

/* ":what it is:what completes it", of a value. */
static void put_value(FILE *out, const option *row)
{
    fputc(':', out);
    put_text(out, tr(row->value), ":");
    fputc(':', out);
    if (row->type->is_file)
        fputs("_files", out);
    if (row->type->values == NULL)
        return;
    fputc('(', out);
    for (const char *const *value = row->type->values; *value != NULL; value++)
        fprintf(out, "%s%s", value == row->type->values ? "" : " ", *value);
    fputc(')', out);
}

static void put_spec(FILE *out, const option *row, const char *name)
{
    fprintf(out, " \\\n        '*%s%s[", name,
            row->value == NULL ? ""
            : name[1] == '-'   ? "="
                               : "+");
    put_text(out, tr(row->help), "[]:");
    fputc(']', out);
    if (row->value != NULL)
        put_value(out, row);
    fputc('\'', out);
}

static void put_option(FILE *out, const option *row)
{
    char name[64];
    snprintf(name, sizeof name, "--%s", row->name);
    put_spec(out, row, name);
    snprintf(name, sizeof name, "-%c", row->letter);
    if (row->letter != '\0')
        put_spec(out, row, name);
}

static void put_operands(FILE *out, const command *of)
{
    static const char *const forms[] = {
        [OPERAND_TEXT] = "'*: :'",
        [OPERAND_PRODUCT] = "'1:product:_breakeven_products' '*: :'",
        [OPERAND_FILE] = "'*:file:_files'",
        [OPERAND_SHELL] = "'1:shell:(bash zsh fish)'",
    };
    fprintf(out, " \\\n        %s", forms[of->operands]);
}

static void put_command(FILE *out, const command *one)
{
    const option *row;
    fprintf(out, "    %s)\n        _arguments -s \"$common[@]\"", one->name);
    put_operands(out, one);
    for (size_t i = 0; (row = commands_option(one, i)) != NULL; i++)
        put_option(out, row);
    fputs(" ;;\n", out);
}

static void put_list(FILE *out)
{
    const command *one;
    fputs("_breakeven_first()\n{\n    local -a commands=(", out);
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++) {
        fprintf(out, "\n        '%s:", one->name);
        put_text(out, tr(one->summary), ":");
        fputc('\'', out);
    }
    fputs(")\n    _describe -t commands command commands\n    _files\n}\n\n", out);
}

void complete_zsh(FILE *out)
{
    const command *one;
    const option *row;
    fputs("#compdef breakeven\n"
          "# zsh completion for breakeven, made by \"breakeven completion zsh\".\n"
          "\n"
          "_breakeven_products()\n"
          "{\n"
          "    local -a keys=(${(f)\"$(_call_program products breakeven completion products "
          "2>/dev/null)\"})\n"
          "    compadd -a keys\n"
          "}\n"
          "\n",
          out);
    put_list(out);
    fputs("_breakeven()\n{\n    local context state state_descr line ret=1\n"
          "    typeset -A opt_args\n"
          "    local -a common=(",
          out);
    for (size_t i = 0; i < globals_option_count; i++)
        put_option(out, &globals_options[i]);
    fputs(")\n    _arguments -s -C \"$common[@]\" \\\n        '1: :_breakeven_first' '*:: :->rest'",
          out);
    for (size_t i = 0; (row = commands_option(&command_plan, i)) != NULL; i++)
        put_option(out, row);
    fputs(" && ret=0\n    [[ $state == rest ]] || return ret\n    case $line[1] in\n", out);
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++)
        put_command(out, one);
    fputs("    *) _files ;;\n    esac\n}\n\n_breakeven \"$@\"\n", out);
}
