#include "cli/commands.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "config/file_kind.h"
#include "language/language.h"
#include "report/csv_check.h"
#include "scenario/scenario_load.h"

/* Loaders judge by the list that they are given: each file gets one of its own, moved to the end.
 */
static void move_problems(problems *all, problems *own)
{
    for (size_t i = 0; i < own->count; i++) {
        const problem *one = &own->items[i];
        if (one->is_warning)
            problems_warning(all, one->file, one->line, one->key, "%s", one->text);
        else
            problems_error(all, one->file, one->line, one->key, "%s", one->text);
    }
    all->truncated = all->truncated || own->truncated;
    problems_clear(own);
}

/* A scenario's products have to be in the catalogue, so it is read against one. */
static void check_scenario(const globals *chosen, const char *path, problems *found)
{
    problems of_prices = {0};
    catalog *prices = prices_load(chosen, &of_prices);
    if (prices == NULL) {
        move_problems(found, &of_prices);
        return;
    }
    problems_clear(&of_prices);
    scenario_destroy(scenario_load(path, catalog_view(prices), found));
    catalog_destroy(prices);
}

static void check_file(const globals *chosen, const char *path, problems *all)
{
    problems own = {0};
    file_kind kind;
    bool known = file_kind_of(path, &kind, &own);
    if (known && kind == FILE_KIND_SCENARIO)
        check_scenario(chosen, path, &own);
    else if (known && kind == FILE_KIND_OWN_PRICES)
        catalog_destroy(catalog_load_builtin(path, &own));
    else if (known)
        catalog_destroy(catalog_load_paths(&path, 1, NULL, &own));
    move_problems(all, &own);
}

/* The catalogue in use: a provider is a file. What is built in was checked by the build. */
static void check_catalog(const globals *chosen, check_answer *out, problems *found)
{
    catalog *prices = prices_load(chosen, found);
    if (prices != NULL)
        out->files = catalog_view(prices)->provider_count;
    if (chosen->catalogs.count == 0)
        out->built_in = be_catalog_product_count(catalog_builtin());
    catalog_destroy(prices);
}

static status run(const invocation *call)
{
    problems found = {0};
    answer what = {ANSWER_CHECK, {.check = {.files = call->operand_count, .found = &found}}};
    for (size_t i = 0; i < call->operand_count; i++)
        check_file(call->globals, call->operands[i], &found);
    if (call->operand_count == 0)
        check_catalog(call->globals, &what.as.check, &found);
    status result = output_answer(call->globals, &what);
    if (result == STATUS_DONE && !problems_ok(&found))
        result = STATUS_DATA;
    problems_clear(&found);
    return result;
}

const command command_check = {
    .name = "check",
    .usage = TR_LATER("check [FILE...]"),
    .summary = TR_LATER("validate catalogues and scenarios"),
    .about = TR_LATER(
        "Reads price catalogues and scenarios and lists everything that is wrong with them. "
        "Which of the two a file is shows in its keys; a folder stands for the catalogues in "
        "it. Without FILE, the catalogue in use is checked; the part of it that is built in was "
        "checked when breakeven was built."),
    .example = "breakeven check prices.cfg spring.cfg",
    .csv = &csv_check_table,
    .operands = OPERAND_FILE,
    .most_operands = SIZE_MAX,
    .run = run,
};
