#include "report/cases_table.h"

#include "report/shopping.h"
#include "report/words.h"

const char *cases_name(page *p, be_volume_case which, be_quantity volume)
{
    static const char *const names[BE_CASE_COUNT] = {
        [BE_CASE_LOW] = "Low", [BE_CASE_EXPECTED] = "Expected", [BE_CASE_HIGH] = "High"};
    char text[WORDS_TEXT];
    return page_printf(p, "%s %s", names[which], words_quantity(volume, text));
}

static void put_columns(page *p, const be_cases *cases)
{
    page_column columns[BE_CASE_COUNT + 3] = {{"Best plan for", PAGE_LEFT, PAGE_STRONG}};
    for (int i = 0; i < BE_CASE_COUNT; i++)
        columns[i + 1] = (page_column){cases_name(p, (be_volume_case)i, cases->cases[i].volume),
                                       PAGE_RIGHT, PAGE_STRONG};
    columns[BE_CASE_COUNT + 1] = (page_column){"Worst regret", PAGE_RIGHT, PAGE_STRONG};
    columns[BE_CASE_COUNT + 2] = (page_column){"Buys", PAGE_LEFT, PAGE_STRONG};
    page_table_begin(p, columns, BE_CASE_COUNT + 3);
}

/* The cheapest plan for a volume stands out. */
static void put_total(page *p, const be_cases *cases, const be_product *product, be_amount total,
                      int at)
{
    char text[WORDS_TEXT];
    bool known = be_amount_is_known(total);
    bool cheapest = known && be_amount_compare(total, cases->hindsight[at]) == 0;
    page_cell_add(p,
                  cheapest ? PAGE_GOOD
                  : known  ? PAGE_PLAIN
                           : PAGE_DIM,
                  known ? words_amount(total, product, text) : "—");
}

void cases_worst(page *p, const be_product *product, be_amount worst, bool least)
{
    char text[WORDS_TEXT];
    if (!be_amount_is_known(worst)) {
        page_cell_add(p, PAGE_DIM, "—");
        return;
    }
    words_amount(worst, product, text);
    page_cell_add(p, least ? PAGE_GOOD : PAGE_PLAIN,
                  page_printf(p, "%s%s", least ? "least: " : "", text));
}

static void put_plan(page *p, const be_regret *regret, int which)
{
    const be_cases *cases = regret->cases;
    bool least = regret->has_least && regret->least_is_case && (int)regret->least_case == which;
    const be_case *one = &cases->cases[which];
    const be_product *product = one->quote->product;
    page_cell_add(p, PAGE_PLAIN, cases_name(p, (be_volume_case)which, one->volume));
    for (int i = 0; i < BE_CASE_COUNT; i++)
        put_total(p, cases, product, one->total[i], i);
    cases_worst(p, product, one->worst, least);
    page_cell_add(p, PAGE_PLAIN,
                  one->has_plan
                      ? shopping_words(p, &one->quote->options[BE_OPTION_BEST].schedule, product)
                      : "—");
}

void cases_table(page *p, const be_regret *regret)
{
    const be_cases *cases = regret->cases;
    const be_quote *quote = cases->cases[BE_CASE_EXPECTED].quote;
    page_heading(p, "The best plan for each volume");
    put_columns(p, cases);
    for (int i = 0; i < BE_CASE_COUNT; i++)
        put_plan(p, regret, i);
    page_paragraph(p, PAGE_PLAIN,
                   page_printf(p, "Bought whichever of the three comes: %s.",
                               shopping_deadlines(p, &cases->common, quote->product,
                                                  quote->usage.horizon.start)));
}
