#include "report/regret_table.h"

#include "report/cases_table.h"
#include "report/words.h"

static void put_columns(page *p, const be_regret *regret)
{
    page_column columns[BE_CASE_COUNT + 2] = {{"Decision", PAGE_LEFT, PAGE_STRONG}};
    for (int i = 0; i < BE_CASE_COUNT; i++)
        columns[i + 1] = (page_column){cases_name(p, (be_volume_case)i, regret->volume[i]),
                                       PAGE_RIGHT, PAGE_STRONG};
    columns[BE_CASE_COUNT + 1] = (page_column){"Worst regret", PAGE_RIGHT, PAGE_STRONG};
    page_table_begin(p, columns, BE_CASE_COUNT + 2);
}

static void put_amount(page *p, const be_product *product, page_style style, bool known,
                       be_amount amount)
{
    char text[WORDS_TEXT];
    page_cell_add(p, known ? style : PAGE_DIM, known ? words_amount(amount, product, text) : "—");
}

static void put_row(page *p, const be_product *product, const be_regret *regret,
                    const be_regret_row *row)
{
    bool least = regret->has_least && !regret->least_is_case && regret->least == row->id;
    bool best = regret->rows[BE_OPTION_BEST].offered &&
                regret->rows[BE_OPTION_BEST].repeats == row->id && row->id != BE_OPTION_BEST;
    const char *name = words_option(row->id, product);
    page_cell_add(p, least ? PAGE_GOOD : PAGE_PLAIN,
                  best ? page_printf(p, "%s (the best plan)", name) : name);
    for (int i = 0; i < BE_CASE_COUNT; i++)
        put_amount(p, product, PAGE_PLAIN, row->feasible[i], row->total[i]);
    cases_worst(p, product, row->has_worst ? row->worst : be_amount_missing(BE_AMOUNT_UNPUBLISHED),
                least);
}

static void put_hindsight(page *p, const be_product *product, const be_regret *regret)
{
    page_cell_add(p, PAGE_DIM, "Cheapest in hindsight");
    for (int i = 0; i < BE_CASE_COUNT; i++)
        put_amount(p, product, PAGE_DIM, be_amount_is_known(regret->hindsight[i]),
                   regret->hindsight[i]);
    page_cell_add(p, PAGE_PLAIN, "");
}

void regret_table(page *p, const be_product *product, const be_regret *regret)
{
    if (regret == NULL)
        return;
    page_heading(p, "If the volume turns out lower or higher");
    put_columns(p, regret);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_regret_row *row = &regret->rows[id];
        if (row->offered && row->repeats == row->id)
            put_row(p, product, regret, row);
    }
    put_hindsight(p, product, regret);
    page_paragraph(
        p, PAGE_PLAIN,
        "Purchases are made for the expected volume in every row; only the use differs. "
        "The regret is what a decision costs more than the cheapest in hindsight. A dash: it "
        "cannot be taken at a known price.");
    cases_table(p, regret);
}
