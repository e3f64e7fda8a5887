#include "report/compare_table.h"

#include <string.h>

#include "language/language.h"
#include "report/quote_view.h"
#include "report/shopping.h"
#include "report/words.h"

#define FALL "▼"
#define RISE "▲"

/* What a cell is made from. */
typedef struct subject {
    page *page;
    const compare_answer *what;
    const be_product *product;
    const be_option *option;
    bool bars; /* shares are drawn as well */
} subject;

/* -- cells: one function a row --------------------------------------------------------------- */

/* No sum is shown where it is not that of the whole demand. */
static bool lacks_a_price(const subject *s, const char *instead)
{
    if (quote_view_lack(&s->option->bill) == NULL)
        return false;
    page_cell_add(s->page, PAGE_DIM, instead);
    return true;
}

static void total(const subject *s)
{
    char text[WORDS_TEXT];
    if (lacks_a_price(s, quote_view_lack_words(&s->option->bill)))
        return;
    const be_quote *quote = s->what->quote;
    bool best = quote->has_recommended && s->option->id == quote->recommended;
    page_style fit = best ? PAGE_GOOD : PAGE_STRONG;
    page_cell_add(s->page, s->option->bill.feasible ? fit : PAGE_DIM,
                  words_amount(s->option->bill.total, s->product, text));
}

static void monthly(const subject *s)
{
    char text[WORDS_TEXT];
    if (lacks_a_price(s, "—"))
        return;
    const be_bill *bill = &s->option->bill;
    page_cell_add(
        s->page, PAGE_PLAIN,
        words_amount(be_amount_divide(bill->total, bill->horizon.months), s->product, text));
}

static void prepaid(const subject *s)
{
    char text[WORDS_TEXT];
    be_amount paid = s->option->bill.purchased;
    page_cell_add(s->page, be_amount_is_zero(paid) ? PAGE_DIM : PAGE_PLAIN,
                  words_amount(paid, s->product, text));
}

static void discount(const subject *s)
{
    char text[WORDS_TEXT];
    be_amount off = quote_view_discount(&s->option->bill);
    page_cell_add(s->page, be_amount_is_zero(off) ? PAGE_DIM : PAGE_PLAIN,
                  words_amount(off, s->product, text));
}

static void tax(const subject *s)
{
    char text[WORDS_TEXT];
    if (!lacks_a_price(s, "—"))
        page_cell_add(s->page, PAGE_PLAIN, words_amount(s->option->bill.tax, s->product, text));
}

static void total_with_tax(const subject *s)
{
    char text[WORDS_TEXT];
    const be_bill *bill = &s->option->bill;
    if (!lacks_a_price(s, "—"))
        page_cell_add(s->page, PAGE_STRONG,
                      words_amount(be_amount_add(bill->total, bill->tax), s->product, text));
}

/* What an option costs more than pay as you go; missing where the two cannot be compared. */
static be_amount over_payg(const subject *s)
{
    const be_option *payg = &s->what->quote->options[BE_OPTION_PAYG];
    bool comparable = s->option != payg && quote_view_lack(&s->option->bill) == NULL &&
                      quote_view_lack(&payg->bill) == NULL;
    return comparable ? be_amount_sub(s->option->bill.total, payg->bill.total)
                      : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

static bool is_less(be_amount difference)
{
    return be_amount_is_known(difference) && be_amount_compare(difference, be_amount_zero()) < 0;
}

static void against_payg(const subject *s)
{
    char text[WORDS_TEXT];
    be_amount difference = over_payg(s);
    page_cell_add(s->page, is_less(difference) ? PAGE_GOOD : PAGE_PLAIN,
                  be_amount_is_known(difference) ? words_difference(difference, s->product, text)
                                                 : "—");
}

/* One sign for each quarter of the whole, begun or full; more than the whole looks like all. */
static int quarters(be_amount part, be_amount whole)
{
    int count = 0;
    while (count < 4 &&
           be_amount_compare(be_amount_times(part, 4), be_amount_times(whole, count)) > 0)
        count++;
    return count;
}

static const char *share_bar(const subject *s, be_amount part, bool less)
{
    const be_amount whole = s->what->quote->options[BE_OPTION_PAYG].bill.total;
    const int count = s->bars ? quarters(part, whole) : 0;
    const size_t bytes = strlen(FALL);
    return page_printf(s->page, "%.*s%s", count * (int)bytes,
                       less ? FALL FALL FALL FALL : RISE RISE RISE RISE, count > 0 ? " " : "");
}

static void share_of_payg(const subject *s)
{
    char text[WORDS_TEXT];
    be_amount difference = over_payg(s);
    bool less = is_less(difference);
    be_amount part = less ? be_amount_sub(be_amount_zero(), difference) : difference;
    const char *share = "";
    if (be_amount_is_known(difference))
        share = words_share(part, s->what->quote->options[BE_OPTION_PAYG].bill.total, text);
    if (share[0] == '\0' || be_amount_is_zero(difference))
        page_cell_add(s->page, PAGE_PLAIN, share[0] == '\0' ? "—" : "same");
    else
        page_cell_add(
            s->page, less ? PAGE_GOOD : PAGE_PLAIN,
            page_printf(s->page, "%s%s%s", share_bar(s, part, less), less ? "−" : "+", share));
}

/* What the option's purchases, made for the expected volume, come to at another. */
static void at_volume(const subject *s, be_volume_case which)
{
    char text[WORDS_TEXT];
    const be_regret *regret = s->what->regret;
    const be_regret_row *row = &regret->rows[s->option->id];
    if (!row->offered)
        page_cell_add(s->page, PAGE_DIM, "—");
    else
        page_cell_add(s->page, row->feasible[which] ? PAGE_PLAIN : PAGE_BAD,
                      page_printf(s->page, "%s%s", row->feasible[which] ? "" : "✗ ",
                                  words_amount(row->total[which], s->product, text)));
}

static void at_low_volume(const subject *s)
{
    at_volume(s, BE_CASE_LOW);
}

static void at_high_volume(const subject *s)
{
    at_volume(s, BE_CASE_HIGH);
}

/* Six decimals tell any two unit costs apart that a reader would; exports have them all. */
static void unit_cost(const subject *s)
{
    char digits[BE_AMOUNT_TEXT], text[WORDS_TEXT];
    be_amount rounded;
    if (lacks_a_price(s, "—"))
        return;
    be_amount_format_rounded(s->option->unit_cost, 6, digits);
    bool known = be_amount_is_known(s->option->unit_cost) &&
                 be_amount_parse(digits, &rounded) == BE_NUMBER_OK;
    page_cell_add(s->page, PAGE_PLAIN,
                  words_price(known ? rounded : s->option->unit_cost, s->product, text));
}

/* Units that nobody serves weigh as much as a limit that is too low. */
static void carries(const subject *s)
{
    static const page_style styles[] = {
        [BE_CARRIES_YES] = PAGE_GOOD, [BE_CARRIES_UNSTATED] = PAGE_DIM, [BE_CARRIES_NO] = PAGE_BAD};
    static const char *const marks[] = {
        [BE_CARRIES_YES] = "✓ ", [BE_CARRIES_UNSTATED] = "? ", [BE_CARRIES_NO] = "✗ "};
    const be_bill *bill = &s->option->bill;
    be_carries how = bill->feasible ? bill->carries : BE_CARRIES_NO;
    page_cell_add(s->page, styles[how],
                  page_printf(s->page, "%s%s", marks[how], words_carries(how)));
}

static void purchases(const subject *s)
{
    const be_schedule *schedule = &s->option->schedule;
    page_cell_add(s->page, schedule->count == 0 ? PAGE_DIM : PAGE_PLAIN,
                  shopping_words(s->page, schedule, s->product));
}

static void put_units(const subject *s, be_quantity units, page_style style)
{
    char text[WORDS_TEXT];
    page_cell_add(s->page, units == 0 ? PAGE_DIM : style, words_quantity(units, text));
}

static void free_units(const subject *s)
{
    put_units(s, s->option->bill.units.layer[BE_LAYER_FREE], PAGE_PLAIN);
}

static void qps_units(const subject *s)
{
    put_units(s, s->option->bill.units.layer[BE_LAYER_QPS], PAGE_PLAIN);
}

static void package_units(const subject *s)
{
    put_units(s, s->option->bill.units.layer[BE_LAYER_PACKAGE], PAGE_PLAIN);
}

static void general_units(const subject *s)
{
    put_units(s, s->option->bill.units.layer[BE_LAYER_GENERAL], PAGE_PLAIN);
}

static void payg_units(const subject *s)
{
    put_units(s, s->option->bill.units.layer[BE_LAYER_PAYG], PAGE_PLAIN);
}

static void unserved_units(const subject *s)
{
    put_units(s, s->option->bill.units.unserved, PAGE_BAD);
}

static void wasted_units(const subject *s)
{
    put_units(s, s->option->bill.waste_units, PAGE_PLAIN);
}

static void wasted_points(const subject *s)
{
    put_units(s, s->option->bill.waste_points, PAGE_PLAIN);
}

static bool wastes(const be_bill *bill)
{
    return bill->waste_units > 0 || bill->waste_points > 0;
}

static void wasted_amount(const subject *s)
{
    char text[WORDS_TEXT];
    const be_bill *bill = &s->option->bill;
    page_cell_add(s->page, wastes(bill) ? PAGE_PLAIN : PAGE_DIM,
                  words_amount(bill->waste_amount, s->product, text));
}

/* -- rows: which are worth showing ----------------------------------------------------------- */

/* True when `matters` holds for a bill of one of the options. */
static bool any_bill(const compare_answer *what, bool (*matters)(const be_bill *))
{
    const be_option *shown[BE_OPTION_COUNT];
    size_t count = quote_view_options(what, shown);
    for (size_t i = 0; i < count; i++) {
        if (shown[i]->offered && matters(&shown[i]->bill))
            return true;
    }
    return false;
}

static bool several_months(const be_bill *bill)
{
    return bill->horizon.months > 1;
}

static bool prepays(const be_bill *bill)
{
    return !be_amount_is_zero(bill->purchased);
}

static bool uses_free(const be_bill *bill)
{
    return bill->units.layer[BE_LAYER_FREE] > 0;
}

static bool uses_qps(const be_bill *bill)
{
    return bill->units.layer[BE_LAYER_QPS] > 0;
}

static bool uses_package(const be_bill *bill)
{
    return bill->units.layer[BE_LAYER_PACKAGE] > 0;
}

static bool uses_general(const be_bill *bill)
{
    return bill->units.layer[BE_LAYER_GENERAL] > 0;
}

static bool uses_payg(const be_bill *bill)
{
    return bill->units.layer[BE_LAYER_PAYG] > 0;
}

static bool leaves_unserved(const be_bill *bill)
{
    return bill->units.unserved > 0;
}

static bool wastes_units(const be_bill *bill)
{
    return bill->waste_units > 0;
}

static bool wastes_points(const be_bill *bill)
{
    return bill->waste_points > 0;
}

static bool is_discounted(const be_bill *bill)
{
    return !be_amount_is_zero(quote_view_discount(bill));
}

static bool is_taxed(const be_bill *bill)
{
    return !be_amount_is_zero(bill->tax);
}

static bool can_pay_as_you_go(const compare_answer *what)
{
    return be_option_eligible(&what->quote->options[BE_OPTION_PAYG]);
}

static bool has_range(const compare_answer *what)
{
    return what->regret != NULL;
}

/* -- labels that name what is compared -- */

static const char *unit_label(page *p, const compare_answer *what)
{
    return page_printf(p, "Per %s", what->quote->product->unit);
}

static const char *low_label(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    return page_printf(p, tr("If low, %s"),
                       words_short_quantity(what->regret->volume[BE_CASE_LOW], text));
}

static const char *high_label(page *p, const compare_answer *what)
{
    char text[WORDS_TEXT];
    return page_printf(p, tr("If high, %s"),
                       words_short_quantity(what->regret->volume[BE_CASE_HIGH], text));
}

typedef struct table_row {
    const char *label; /* NULL: made by make_label */
    void (*cell)(const subject *);
    bool (*matters)(const be_bill *);       /* NULL: for every bill */
    bool (*wanted)(const compare_answer *); /* NULL: for every answer */
    const char *(*make_label)(page *, const compare_answer *);
} table_row;

static const table_row rows[] = {
    {.label = "Total", .cell = total},
    {.label = "Discount in it", .cell = discount, .matters = is_discounted},
    {.label = "Tax", .cell = tax, .matters = is_taxed},
    {.label = "With tax", .cell = total_with_tax, .matters = is_taxed},
    {.label = "Vs pay as you go", .cell = against_payg, .wanted = can_pay_as_you_go},
    {.label = "In percent", .cell = share_of_payg, .wanted = can_pay_as_you_go},
    {.make_label = low_label, .cell = at_low_volume, .wanted = has_range},
    {.make_label = high_label, .cell = at_high_volume, .wanted = has_range},
    {.label = "Carries the load", .cell = carries},
    {.label = "Buy", .cell = purchases},
    {.label = "Per month", .cell = monthly, .matters = several_months},
    {.label = "Of it prepaid", .cell = prepaid, .matters = prepays},
    {.make_label = unit_label, .cell = unit_cost},
    {.label = "Free units", .cell = free_units, .matters = uses_free},
    {.label = "Under QPS", .cell = qps_units, .matters = uses_qps},
    {.label = "From packages", .cell = package_units, .matters = uses_package},
    {.label = "General packages", .cell = general_units, .matters = uses_general},
    {.label = "By the unit", .cell = payg_units, .matters = uses_payg},
    {.label = "Not served", .cell = unserved_units, .matters = leaves_unserved},
    {.label = "Left unused", .cell = wasted_units, .matters = wastes_units},
    {.label = "Points unused", .cell = wasted_points, .matters = wastes_points},
    {.label = "Paid for them", .cell = wasted_amount, .matters = wastes},
};

/* What stands in place of a total: not sold, sold without a price, or nothing to choose from. */
static const char *no_total(const be_option *option)
{
    if (option->id == BE_OPTION_BEST)
        return "none";
    if (option->reason_count > 0 && option->reasons[0].id == BE_MSG_PRICE_UNPUBLISHED)
        return "not published";
    return "not sold";
}

/* An option that is not offered says so in the first row and stays empty below. */
static void put_row(page *p, const compare_answer *what, bool bars, const table_row *row)
{
    const be_option *shown[BE_OPTION_COUNT];
    size_t count = quote_view_options(what, shown);
    const be_product *product = what->quote->product;
    page_cell_add(p, PAGE_PLAIN, row->label != NULL ? row->label : row->make_label(p, what));
    for (size_t i = 0; i < count; i++) {
        const subject s = {p, what, product, shown[i], bars};
        if (shown[i]->offered)
            row->cell(&s);
        else
            page_cell_add(p, PAGE_DIM, row == rows ? no_total(shown[i]) : "");
    }
}

static bool is_shown(const compare_answer *what, const table_row *row)
{
    if (row->wanted != NULL && !row->wanted(what))
        return false;
    return row->matters == NULL || any_bill(what, row->matters);
}

/* The few rows for a glance. */
static bool is_headline(const table_row *row)
{
    return row->cell == total || row->cell == carries || row->cell == against_payg ||
           row->cell == purchases;
}

static void put_columns(page *p, const compare_answer *what)
{
    const be_option *shown[BE_OPTION_COUNT];
    const be_quote *quote = what->quote;
    page_column columns[BE_OPTION_COUNT + 1] = {{.title = NULL}};
    size_t count = quote_view_options(what, shown);
    for (size_t i = 0; i < count; i++) {
        const char *name = words_option(shown[i]->id, quote->product);
        bool best = quote->has_recommended && shown[i]->id == quote->recommended;
        bool star = best && !quote_view_is_sampled(what);
        columns[i + 1] = (page_column){star ? page_printf(p, "★ %s", name) : name, PAGE_RIGHT,
                                       best ? PAGE_GOOD : PAGE_STRONG};
    }
    page_table_begin(p, columns, count + 1);
}

static void put_table(page *p, const compare_answer *what, bool bars, bool headline)
{
    put_columns(p, what);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (is_shown(what, &rows[i]) && (!headline || is_headline(&rows[i])))
            put_row(p, what, bars, &rows[i]);
    }
}

void compare_table(page *p, const compare_answer *what)
{
    put_table(p, what, false, false);
}

void compare_table_with_bars(page *p, const compare_answer *what)
{
    put_table(p, what, true, false);
}

void compare_table_headline(page *p, const compare_answer *what)
{
    put_table(p, what, false, true);
}
