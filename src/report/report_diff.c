#include "report/report_diff.h"

#include <string.h>

#include "language/language.h"
#include "report/diff_view.h"
#include "report/words.h"

/* -- what is called what ----------------------------------------------------------------------- */

static const struct {
    const char *key;
    const char *name;
} names[] = {
    {"name", TR_LATER("Name")},
    {"customer", TR_LATER("Customer")},
    {"start", TR_LATER("First month")},
    {"months", TR_LATER("Months")},
    {"tax", TR_LATER("Tax")},
    {"exchange.to", TR_LATER("Total in")},
    {"exchange.date", TR_LATER("Rates of")},
    {"volume", TR_LATER("Volume a month")},
    {"growth", TR_LATER("Growth a month")},
    {"spread", TR_LATER("Spread of the volume")},
    {"cancellation", TR_LATER("Chance of ending, a month")},
    {"batch", TR_LATER("Batch share")},
    {"cached", TR_LATER("Cached share")},
    {"discount", TR_LATER("Discount")},
    {"failures", TR_LATER("Failed calls")},
    {"failures_billed", TR_LATER("Failures billed")},
    {"concurrency", TR_LATER("Peak at once")},
    {"response_time", TR_LATER("Response time")},
    {"qps", TR_LATER("Peak QPS")},
    {"peak_days", TR_LATER("Peak days a month")},
    {"busy_hours", TR_LATER("Busy hours a day")},
    {"postpaid", TR_LATER("Pay as you go")},
    {"volumes", TR_LATER("Volumes by month")},
    {"season", TR_LATER("Season, January first")},
    {"low", TR_LATER("Low volume")},
    {"high", TR_LATER("High volume")},
    {"free_left", TR_LATER("Free left")},
    {"owned", TR_LATER("Packages owned")},
    {"buy", TR_LATER("Own purchases")},
};

static const char *name_of(page *p, const diff_field *field)
{
    static const char rate[] = "exchange.";
    if (field->meter != NULL)
        return language_pick(field->meter->name, field->meter->name_zh);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].key, field->key) == 0)
            return tr(names[i].name);
    }
    if (strncmp(field->key, rate, strlen(rate)) == 0)
        return page_printf(p, tr("Rate of %s"), field->key + strlen(rate));
    return field->key;
}

/* A switch is on or off; of all else a dash says that it is not given. */
static const char *text_of(const diff_field *field, const char *text)
{
    if (strcmp(field->key, "postpaid") == 0)
        return text != NULL ? tr("on") : tr("off");
    return text != NULL ? text : "—";
}

static const char *product_name(const be_product *product)
{
    return language_pick(product->name, product->name_zh);
}

/* -- what changed ------------------------------------------------------------------------------ */

static void put_row(page *p, const char *of, const char *what, const char *before,
                    const char *after)
{
    page_cell_add(p, PAGE_STRONG, of);
    page_cell_add(p, PAGE_PLAIN, what);
    page_cell_add(p, PAGE_PLAIN, before);
    page_cell_add(p, PAGE_PLAIN, after);
}

/* The name stands in the first row alone. */
static void put_fields(page *p, const char *of, const diff_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_row(p, i == 0 ? of : "", name_of(p, &fields[i]), text_of(&fields[i], fields[i].before),
                text_of(&fields[i], fields[i].after));
}

static void put_item(page *p, const diff_item *item)
{
    const char *name = product_name(item->product);
    if (item->change == DIFF_ADDED)
        put_row(p, name, tr("added"), "", "");
    else if (item->change == DIFF_REMOVED)
        put_row(p, name, tr("removed"), "", "");
    bool named = item->change == DIFF_ADDED || item->change == DIFF_REMOVED;
    put_fields(p, named ? "" : name, item->fields, item->field_count);
}

static bool says_anything_else(const diff_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        if (what->items[i].change != DIFF_COST)
            return true;
    }
    return what->field_count > 0;
}

static void put_changes(page *p, const diff_answer *what)
{
    const page_column columns[] = {{tr("Of"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("What"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("Before"), PAGE_RIGHT, PAGE_STRONG},
                                   {tr("After"), PAGE_RIGHT, PAGE_STRONG}};
    if (!says_anything_else(what))
        return;
    page_heading(p, tr("What changed"));
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    put_fields(p, tr("The plan"), what->fields, what->field_count);
    for (size_t i = 0; i < what->count; i++)
        put_item(p, &what->items[i]);
}

/* -- what it costs ----------------------------------------------------------------------------- */

static void put_amount(page *p, page_style style, be_amount amount, const char *currency)
{
    char text[WORDS_TEXT];
    bool known = be_amount_is_known(amount);
    page_cell_add(p, known ? style : PAGE_BAD,
                  known ? words_money(amount, currency, text) : tr("no option"));
}

/* What is dearer is bad, what is cheaper good; a sign says it as well. */
static void put_difference(page *p, be_amount before, be_amount after, const char *currency)
{
    char text[WORDS_TEXT], share[WORDS_TEXT];
    be_amount more = be_amount_sub(after, before);
    int sign = be_amount_compare(more, be_amount_zero());
    page_style style = sign < 0 ? PAGE_GOOD : sign > 0 ? PAGE_BAD : PAGE_PLAIN;
    if (!be_amount_is_known(more)) {
        page_cell_add(p, PAGE_DIM, "—");
        page_cell_add(p, PAGE_PLAIN, "");
        return;
    }
    words_share(sign < 0 ? be_amount_sub(before, after) : more, before, share);
    page_cell_add(p, style, words_money_difference(more, currency, text));
    page_cell_add(
        p, style,
        sign == 0 || share[0] == '\0' ? "" : page_printf(p, "%s%s", sign < 0 ? "−" : "+", share));
}

static void put_item_cost(page *p, const diff_item *item)
{
    const char *currency = item->product->currency;
    be_amount before = diff_view_spent(item->before), after = diff_view_spent(item->after);
    page_cell_add(p, PAGE_PLAIN, product_name(item->product));
    put_amount(p, PAGE_PLAIN, before, currency);
    put_amount(p, PAGE_PLAIN, after, currency);
    put_difference(p, before, after, currency);
}

static void put_total(page *p, const char *label, const diff_total *total)
{
    page_cell_add(p, PAGE_STRONG, label);
    put_amount(p, PAGE_STRONG, total->before, total->currency);
    put_amount(p, PAGE_STRONG, total->after, total->currency);
    put_difference(p, total->before, total->after, total->currency);
}

static void put_costs(page *p, const diff_answer *what)
{
    const page_column columns[] = {{tr("Product"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("Before"), PAGE_RIGHT, PAGE_STRONG},
                                   {tr("After"), PAGE_RIGHT, PAGE_STRONG},
                                   {tr("Difference"), PAGE_RIGHT, PAGE_STRONG},
                                   {NULL, PAGE_RIGHT, PAGE_PLAIN}};
    if (what->count == 0 && what->total_count == 0)
        return;
    page_heading(p, tr("What it costs"));
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < what->count; i++)
        put_item_cost(p, &what->items[i]);
    for (size_t i = 0; i < what->total_count; i++)
        put_total(p, page_printf(p, tr("Total %s"), what->totals[i].currency), &what->totals[i]);
    if (what->has_whole && what->total_count > 1)
        put_total(p, page_printf(p, tr("All in %s"), what->whole.currency), &what->whole);
}

/* -- how it is bought -------------------------------------------------------------------------- */

static const char *way_of(const be_quote *quote)
{
    return quote->has_recommended
               ? words_option(quote->options[quote->recommended].same_as, quote->product)
               : tr("no option");
}

/* Where the recommendation is another one. */
static void put_ways(page *p, const diff_answer *what)
{
    bool any = false;
    for (size_t i = 0; i < what->count; i++) {
        const diff_item *item = &what->items[i];
        if (item->before == NULL || item->after == NULL ||
            strcmp(way_of(item->before), way_of(item->after)) == 0)
            continue;
        if (!any)
            page_heading(p, tr("How to buy it"));
        any = true;
        page_bullet(p, PAGE_PLAIN,
                    page_printf(p, tr("%s: %s → %s"), product_name(item->product),
                                way_of(item->before), way_of(item->after)));
    }
}

/* -- the page ---------------------------------------------------------------------------------- */

static void put_notes(page *p, const diff_answer *what)
{
    if (what->count == 0 && what->total_count == 0 && !diff_view_is_empty(what))
        page_paragraph(p, PAGE_PLAIN, tr("It makes no difference to what is paid."));
    if (what->same > 0 && !diff_view_is_empty(what))
        page_paragraph(
            p, PAGE_DIM,
            page_printf(p,
                        tr_n("%zu other item is the same, and costs the same.",
                             "%zu other items are the same, and cost the same.", what->same),
                        what->same));
    if (what->taxed && what->total_count > 0)
        page_paragraph(p, PAGE_DIM, tr("Amounts include the tax."));
}

void report_diff(page *p, const diff_answer *what)
{
    page_title(p, page_printf(p, tr("%s → %s"), what->before, what->after));
    if (diff_view_is_empty(what)) {
        page_paragraph(p, PAGE_PLAIN, tr("Both plans say the same."));
        return;
    }
    put_changes(p, what);
    put_costs(p, what);
    put_ways(p, what);
    put_notes(p, what);
}
