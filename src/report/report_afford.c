#include "report/report_afford.h"

#include "language/language.h"
#include "report/afford_view.h"
#include "report/compare_demand.h"
#include "report/price_words.h"
#include "report/product_title.h"
#include "report/words.h"

enum { COLUMNS_MOST = 5 };

static const be_product *product_of(const afford_answer *what)
{
    return what->quote->product;
}

/* "Budget: $1,200.00 a year, which is $2,400.00 for 24 months." */
static void put_budget(page *p, const afford_answer *what)
{
    char given[WORDS_TEXT], whole[WORDS_TEXT], months[WORDS_TEXT];
    words_amount(what->budget, product_of(what), given);
    words_amount(what->found->budget, product_of(what), whole);
    words_count(what->quote->usage.horizon.months, "month", months);
    const char *text = page_printf(p, tr("Budget: %s for %s."), given, months);
    if (what->per == AFFORD_PER_YEAR)
        text = page_printf(p, tr("Budget: %s a year, which is %s for %s."), given, whole, months);
    if (what->per == AFFORD_PER_MONTH)
        text = page_printf(p, tr("Budget: %s a month, which is %s for %s."), given, whole, months);
    page_paragraph(p, PAGE_PLAIN, text);
}

/* -- the verdict ------------------------------------------------------------------------------- */

static const char *volume_text(page *p, const afford_answer *what, be_quantity volume)
{
    char text[WORDS_TEXT];
    return page_printf(p, "%s", words_units(volume, words_unit(product_of(what)), text));
}

static void put_verdict(page *p, const afford_answer *what)
{
    const be_afford_option *widest = afford_view_widest(what->found);
    if (widest == NULL) {
        page_paragraph(p, PAGE_BAD,
                       afford_view_nothing_carries(what->found)
                           ? tr("Nothing on sale carries this load, at whatever budget.")
                           : tr("The budget does not pay for a single unit a month."));
        return;
    }
    const char *name = words_option(widest->id, product_of(what));
    const char *volume = volume_text(p, what, widest->most);
    page_paragraph(
        p, PAGE_GOOD,
        widest->stop == BE_AFFORD_NOTHING
            ? page_printf(p, tr("Pays for more than %s a month, the most that is planned (%s)."),
                          volume, name)
            : page_printf(p, tr("Pays for %s a month at most (%s)."), volume, name));
}

/* -- the table --------------------------------------------------------------------------------- */

/* Whether smaller volumes than the largest cost more, or cannot be had. */
static bool has_gap(const be_afford_option *option)
{
    return afford_view_affords(option) && option->every < option->most;
}

static bool any_option(const be_afford *found, bool (*is_so)(const be_afford_option *))
{
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++) {
        if (is_so(&found->options[i]))
            return true;
    }
    return false;
}

static bool is_unproven(const be_afford_option *option)
{
    return option->offered && !option->proven && option->stop != BE_AFFORD_NOTHING;
}

static const char *stop_text(const be_afford_option *option)
{
    const char *const texts[] = {
        [BE_AFFORD_BUDGET] = tr_in("what ends the volume", "the budget"),
        [BE_AFFORD_LOAD] = tr_in("what ends the volume", "the load"),
        [BE_AFFORD_NOTHING] = tr_in("what ends the volume", "nothing"),
    };
    return texts[option->stop];
}

static void put_quantity(page *p, page_style style, const char *mark, be_quantity quantity)
{
    char text[WORDS_TEXT];
    page_cell_add(p, style, page_printf(p, "%s%s", mark, words_quantity(quantity, text)));
}

static void put_row(page *p, const afford_answer *what, const be_afford_option *option, bool gaps)
{
    char text[WORDS_TEXT];
    bool won = option == afford_view_widest(what->found);
    const char *name = words_option(option->id, product_of(what));
    page_cell_add(p, won ? PAGE_GOOD : PAGE_PLAIN, page_printf(p, "%s%s", won ? "★ " : "", name));
    if (!option->offered || !option->any) {
        for (int i = 0; i < (gaps ? 3 : 2); i++)
            page_cell_add(p, PAGE_DIM, "—");
        page_cell_add(p, PAGE_PLAIN, option->offered ? stop_text(option) : tr("not sold"));
        return;
    }
    put_quantity(p, PAGE_STRONG, is_unproven(option) ? "≥ " : "", option->most);
    page_cell_add(p, PAGE_PLAIN, words_amount(option->total, product_of(what), text));
    if (gaps && option->every < 0)
        page_cell_add(p, PAGE_DIM, "—");
    else if (gaps)
        put_quantity(p, PAGE_PLAIN, "", option->every);
    page_cell_add(p, PAGE_PLAIN, stop_text(option));
}

static void put_table(page *p, const afford_answer *what)
{
    page_column columns[COLUMNS_MOST];
    size_t count = 0;
    bool gaps = any_option(what->found, has_gap);
    columns[count++] = (page_column){tr("Way to buy"), PAGE_LEFT, PAGE_STRONG};
    columns[count++] = (page_column){tr("Largest volume"), PAGE_RIGHT, PAGE_STRONG};
    columns[count++] = (page_column){tr("What it costs"), PAGE_RIGHT, PAGE_STRONG};
    if (gaps)
        columns[count++] = (page_column){tr("All volumes up to"), PAGE_RIGHT, PAGE_STRONG};
    columns[count++] = (page_column){tr("Ended by"), PAGE_LEFT, PAGE_STRONG};
    page_table_begin(p, columns, count);
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++)
        put_row(p, what, &what->found->options[i], gaps);
}

/* -- what it means ----------------------------------------------------------------------------- */

static void put_meaning(page *p, const afford_answer *what)
{
    page_paragraph(p, PAGE_PLAIN,
                   what->quote->usage.horizon.months > 1
                       ? tr("The volume is that of the first month; what all months cost together "
                            "is within the budget.")
                       : tr("The largest volume that costs no more than the budget."));
    if (any_option(what->found, has_gap))
        page_paragraph(p, PAGE_PLAIN,
                       tr("Not every smaller volume fits: some cost more, or cannot be had. All of "
                          "them do up to the volume that is shown beside."));
    if (any_option(what->found, is_unproven))
        page_paragraph(p, PAGE_BAD,
                       tr("≥ is not proven: a larger volume may fit that was not found."));
}

/* "Pay as you go: 1 unit is not served ...": the first reason of each says it. */
static void put_obstacles(page *p, const afford_answer *what)
{
    char reason[BE_MESSAGE_TEXT];
    bool told = false;
    for (int i = 0; i < BE_AFFORD_OPTIONS; i++) {
        const be_afford_option *option = &what->found->options[i];
        if (option->reason_count == 0)
            continue;
        if (!told)
            page_heading(p, tr("In the way"));
        told = true;
        const char *name = words_option(option->id, product_of(what));
        words_message(&option->reasons[0], reason);
        page_bullet(p, PAGE_PLAIN,
                    !option->offered || !afford_view_affords(option)
                        ? page_printf(p, tr("%s: %s"), name, reason)
                        : page_printf(p, tr("%s, from %s a month on: %s"), name,
                                      volume_text(p, what, option->most + 1), reason));
    }
}

void report_afford(page *p, const afford_answer *what)
{
    const compare_answer at = {.quote = what->quote, .demand = what->demand};
    product_title_planned(p, product_of(what), what->quote->usage.horizon);
    put_verdict(p, what);
    put_budget(p, what);
    put_table(p, what);
    put_meaning(p, what);
    price_words_own_note(p, product_of(what));
    put_obstacles(p, what);
    compare_demand_but_volume(p, &at);
    price_words_source(p, what->quote->price_source, what->quote->price_old);
}
