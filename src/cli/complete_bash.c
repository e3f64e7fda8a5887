#include "cli/complete.h"

#include <string.h>

#include "cli/commands.h"

static const char head[] =
    "# bash completion for breakeven, made by \"breakeven completion bash\".\n"
    "\n"
    "_breakeven()\n"
    "{\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
    "    local command='' count=0 options='' operand=file word i\n"
    "    # \"--name=value\" comes in three words.\n"
    "    if [[ $cur == = ]]; then\n"
    "        cur=''\n"
    "    elif [[ $prev == = && COMP_CWORD -gt 2 ]]; then\n"
    "        prev=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    fi\n"
    "    COMPREPLY=()\n";

/* `count` is of the operands so far; what stands behind an option that takes a value is none. */
static const char walk_begin[] = "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                                 "        word=${COMP_WORDS[i]}\n"
                                 "        case $word in\n"
                                 "            ";
static const char walk_end[] = ")\n"
                               "                [[ ${COMP_WORDS[i+1]} == = ]] && ((i++))\n"
                               "                ((i++))\n"
                               "                continue ;;\n"
                               "            -*) continue ;;\n"
                               "        esac\n"
                               "        if [[ -z $command ]]; then\n"
                               "            command=$word\n"
                               "        else\n"
                               "            ((count++))\n"
                               "        fi\n"
                               "    done\n";

static const char tail[] =
    "    if [[ $cur == -* ]]; then\n"
    "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
    "        return\n"
    "    fi\n"
    "    case $operand in\n"
    "        command)\n"
    "            mapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$cur\"; compgen -f -- "
    "\"$cur\")\n"
    "            compopt -o filenames 2>/dev/null ;;\n"
    "        product)\n"
    "            ((count == 0)) && mapfile -t COMPREPLY < <(\n"
    "                compgen -W \"$(\"${COMP_WORDS[0]}\" completion products 2>/dev/null)\" -- "
    "\"$cur\") ;;\n"
    "        shell)\n"
    "            mapfile -t COMPREPLY < <(compgen -W 'bash zsh fish' -- \"$cur\") ;;\n"
    "        file)\n"
    "            mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
    "            compopt -o filenames 2>/dev/null ;;\n"
    "    esac\n"
    "}\n"
    "\n"
    "complete -F _breakeven breakeven\n";

/* The name of an option as it is typed, with its letter behind `between`. */
static void put_name(FILE *out, const option *row, const char *between)
{
    fprintf(out, "--%s", row->name);
    if (row->letter != '\0')
        fprintf(out, "%s-%c", between, row->letter);
}

/* Whether an option of this name came before the i-th one of a command. */
static bool is_known(const command *before, const char *name)
{
    const command *one;
    const option *row;
    for (size_t c = 0; (one = commands_at(c)) != NULL && one != before; c++) {
        for (size_t i = 0; (row = commands_option(one, i)) != NULL; i++) {
            if (strcmp(row->name, name) == 0)
                return true;
        }
    }
    return false;
}

/* Hands every option that there is to `put`, each name once. */
static void each_option(FILE *out, void (*put)(FILE *out, const option *row))
{
    const command *one;
    const option *row;
    for (size_t i = 0; i < globals_option_count; i++)
        put(out, &globals_options[i]);
    for (size_t c = 0; (one = commands_at(c)) != NULL; c++) {
        for (size_t i = 0; (row = commands_option(one, i)) != NULL; i++) {
            if (!is_known(one, row->name))
                put(out, row);
        }
    }
}

static void put_valued(FILE *out, const option *row)
{
    if (row->value == NULL)
        return;
    fputc('|', out);
    put_name(out, row, "|");
}

/* What may stand behind an option: one of its words, a file, or what nobody can guess. */
static void put_values(FILE *out, const option *row)
{
    if (row->value == NULL)
        return;
    fputs("        ", out);
    put_name(out, row, "|");
    fputs(")\n", out);
    if (row->type->values != NULL) {
        fputs("            mapfile -t COMPREPLY < <(compgen -W '", out);
        for (const char *const *value = row->type->values; *value != NULL; value++)
            fprintf(out, "%s%s", value == row->type->values ? "" : " ", *value);
        fputs("' -- \"$cur\")\n", out);
    }
    if (row->type->is_file)
        fputs("            mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
              "            compopt -o filenames 2>/dev/null\n",
              out);
    fputs("            return ;;\n", out);
}

static void put_options(FILE *out, const command *of)
{
    const option *row;
    fputs("options='", out);
    for (size_t i = 0; (row = commands_option(of, i)) != NULL; i++) {
        put_name(out, row, " ");
        fputc(' ', out);
    }
    for (size_t i = 0; i < globals_option_count; i++) {
        fputs(i == 0 ? "" : " ", out);
        put_name(out, &globals_options[i], " ");
    }
    fputc('\'', out);
}

static void put_command(FILE *out, const command *one)
{
    static const char *const kinds[] = {[OPERAND_TEXT] = "text",
                                        [OPERAND_PRODUCT] = "product",
                                        [OPERAND_FILE] = "file",
                                        [OPERAND_SHELL] = "shell"};
    bool planner = one == &command_plan;
    fprintf(out, "        %s)\n            operand=%s\n            ", planner ? "''" : one->name,
            planner ? "command" : kinds[one->operands]);
    put_options(out, one);
    fputs(" ;;\n", out);
}

void complete_bash(FILE *out)
{
    const command *one;
    fputs(head, out);
    fputs("    local commands='", out);
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++)
        fprintf(out, "%s%s", i == 0 ? "" : " ", one->name);
    fputs("'\n", out);
    fputs(walk_begin, out);
    fputs("=", out);
    each_option(out, put_valued);
    fputs(walk_end, out);
    fputs("    case $prev in\n", out);
    each_option(out, put_values);
    fputs("    esac\n    case $command in\n", out);
    put_command(out, &command_plan);
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++)
        put_command(out, one);
    fputs("    esac\n", out);
    fputs(tail, out);
}
