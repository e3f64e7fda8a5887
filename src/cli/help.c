#include "cli/help.h"

#include "cli/commands.h"
#include "language/language.h"

static void begin_list(page *p)
{
    static const page_column columns[] = {
        {.align = PAGE_LEFT}, {.align = PAGE_LEFT}, {.align = PAGE_LEFT}};
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
}

static void put_item(page *p, const char *left, const char *right)
{
    page_cell_add(p, PAGE_PLAIN, "");
    page_cell_add(p, PAGE_STRONG, left);
    page_cell_add(p, PAGE_PLAIN, right);
}

static const char *option_form(page *p, const option *row)
{
    const char *letter = row->letter == '\0' ? "" : page_printf(p, "-%c, ", row->letter);
    const char *blank = row->value == NULL ? "" : " ";
    return page_printf(p, "%s--%s%s%s", letter, row->name, blank,
                       row->value == NULL ? "" : tr(row->value));
}

static void put_items(page *p, const option *options, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_item(p, option_form(p, &options[i]), tr(options[i].help));
}

static void put_globals(page *p)
{
    page_heading(p, tr("Options of every command"));
    begin_list(p);
    put_items(p, globals_options, globals_option_count);
}

static void put_planner_options(page *p)
{
    page_heading(p, tr("Options of the planner"));
    begin_list(p);
    put_items(p, command_plan.options, command_plan.option_count);
}

static void put_own_options(page *p, const command *about)
{
    const option *row = commands_option(about, 0);
    if (row == NULL)
        return;
    page_heading(p, tr("Options"));
    begin_list(p);
    for (size_t i = 0; row != NULL; row = commands_option(about, ++i))
        put_items(p, row, 1);
}

static void put_csv_columns(page *p, const csv_table *table)
{
    const char *names = "";
    if (table == NULL)
        return;
    for (size_t i = 0; i < table->count; i++)
        names = page_printf(p, "%s%s%s", names, i == 0 ? "" : ", ", table->columns[i].name);
    page_heading(p, tr("Columns of --format csv"));
    page_paragraph(p, PAGE_PLAIN, names);
}

static void put_commands(page *p)
{
    const command *one;
    page_heading(p, tr("Commands"));
    begin_list(p);
    put_item(p, tr(command_plan.usage), tr(command_plan.summary));
    for (size_t i = 0; (one = commands_at(i)) != NULL; i++)
        put_item(p, tr(one->usage), tr(one->summary));
}

static void put_example(page *p, const char *example)
{
    page_heading(p, tr("Example"));
    page_paragraph(p, PAGE_PLAIN, example);
}

static void put_statuses(page *p)
{
    page_heading(p, tr("Exit status"));
    begin_list(p);
    put_item(p, "0", tr("done"));
    put_item(p, "1", tr("the data is wrong: a bad file, an unknown product, output not written"));
    put_item(p, "2", tr("the command line is wrong"));
    put_item(p, "3", tr("done, but no option can carry the load"));
    put_item(p, "4", tr("done, but over the budget that --budget gives"));
}

void help_program(page *p)
{
    page_paragraph(
        p, PAGE_PLAIN,
        tr("breakeven: what a metered AI API will cost, and the cheapest way to buy it."));
    put_commands(p);
    put_planner_options(p);
    put_globals(p);
    put_statuses(p);
    put_example(p, command_compare.example);
    page_paragraph(p, PAGE_PLAIN, tr("\"breakeven COMMAND --help\" says more about a command."));
}

void help_command(page *p, const command *about)
{
    page_paragraph(p, PAGE_STRONG, page_printf(p, "breakeven %s", tr(about->usage)));
    page_paragraph(p, PAGE_PLAIN, tr(about->about != NULL ? about->about : about->summary));
    put_own_options(p, about);
    put_globals(p);
    put_csv_columns(p, about->csv);
    put_example(p, about->example);
}
