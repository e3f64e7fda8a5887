#include "report/sampling_table.h"

#include "report/shopping.h"
#include "report/words.h"

/* What the choices of a sampling are shown with. */
typedef struct subject {
    page *page;
    const be_product *product;
    const be_sampled *sampled;
} subject;

/* -- cells ---------------------------------------------------------------------------------------
 */

static const char *basis_words(be_sampled_basis basis)
{
    static const char *const words[BE_SAMPLED_BASIS_COUNT] = {
        [BE_SAMPLED_NOTHING] = "wait",      [BE_SAMPLED_P10] = "P10",
        [BE_SAMPLED_P25] = "P25",           [BE_SAMPLED_P35] = "P35",
        [BE_SAMPLED_P50] = "P50",           [BE_SAMPLED_P75] = "P75",
        [BE_SAMPLED_EXPECTED] = "expected", [BE_SAMPLED_HIGHEST] = "highest",
    };
    return words[basis];
}

/* The forecasts whose plans begin so: "P10, P25". */
static const char *bases_of(page *p, const be_sampled_choice *choice)
{
    const char *list = "";
    for (int i = 0; i < BE_SAMPLED_BASIS_COUNT; i++) {
        if (choice->of[i])
            list = page_printf(p, "%s%s%s", list, list[0] == '\0' ? "" : ", ",
                               basis_words((be_sampled_basis)i));
    }
    return list;
}

static void put_amount(const subject *s, page_style style, be_amount amount)
{
    char text[WORDS_TEXT];
    bool known = be_amount_is_known(amount);
    page_cell_add(s->page, known ? style : PAGE_DIM,
                  known ? words_amount(amount, s->product, text) : "—");
}

/* "$4.10 (0.6%)" more than perfect foresight. */
static void put_excess(const subject *s, page_style style, be_amount excess)
{
    char text[WORDS_TEXT], share[WORDS_TEXT];
    if (!be_amount_is_known(excess)) {
        page_cell_add(s->page, PAGE_DIM, "—");
        return;
    }
    words_share(excess, s->sampled->foresight.mean, share);
    words_amount(excess, s->product, text);
    page_cell_add(s->page, style,
                  share[0] == '\0' ? page_printf(s->page, "%s", text)
                                   : page_printf(s->page, "%s (%s)", text, share));
}

static void put_cost(const subject *s, page_style style, const be_sampled_cost *cost)
{
    put_amount(s, style, cost->mean);
    put_amount(s, PAGE_PLAIN, cost->p10);
    put_amount(s, PAGE_PLAIN, cost->p50);
    put_amount(s, PAGE_PLAIN, cost->p90);
}

/* -- rows ----------------------------------------------------------------------------------------
 */

static void put_choice(const subject *s, size_t i)
{
    const be_sampled_choice *choice = &s->sampled->choices[i];
    bool best = s->sampled->has_recommended && s->sampled->recommended == i;
    page_style style = best ? PAGE_GOOD : PAGE_PLAIN;
    const char *what = shopping_words(s->page, &choice->now, s->product);
    page_cell_add(s->page, style, best ? page_printf(s->page, "★ %s", what) : what);
    page_cell_add(s->page, PAGE_PLAIN, bases_of(s->page, choice));
    put_cost(s, style, &choice->cost);
    put_excess(s, style, choice->excess);
}

/* What is no choice but a measure. */
static void put_measure(const subject *s, const char *name, const be_sampled_cost *cost,
                        be_amount excess)
{
    page_cell_add(s->page, PAGE_DIM, name);
    page_cell_add(s->page, PAGE_PLAIN, "");
    put_cost(s, PAGE_DIM, cost);
    put_excess(s, PAGE_DIM, excess);
}

static void put_choices(const subject *s, be_month now)
{
    char month[WORDS_TEXT];
    const be_sampled *sampled = s->sampled;
    const page_column columns[] = {
        {page_printf(s->page, "Buy in %s", words_month(now, month)), PAGE_LEFT, PAGE_STRONG},
        {"Planning for", PAGE_LEFT, PAGE_STRONG},
        {"Mean cost", PAGE_RIGHT, PAGE_STRONG},
        {"P10", PAGE_RIGHT, PAGE_STRONG},
        {"P50", PAGE_RIGHT, PAGE_STRONG},
        {"P90", PAGE_RIGHT, PAGE_STRONG},
        {"Above foresight", PAGE_RIGHT, PAGE_STRONG}};
    page_table_begin(s->page, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < sampled->choice_count; i++)
        put_choice(s, i);
    put_measure(s, "Never buy ahead", &sampled->never_prepay, sampled->never_prepay_excess);
    put_measure(s, "Perfect foresight", &sampled->foresight,
                be_amount_sub(sampled->foresight.mean, sampled->foresight.mean));
}

/* -- the text ------------------------------------------------------------------------------------
 */

static void put_drawn(const subject *s)
{
    char low[WORDS_TEXT], middle[WORDS_TEXT], high[WORDS_TEXT];
    const be_sampled *sampled = s->sampled;
    page_paragraph(
        s->page, PAGE_PLAIN,
        page_printf(s->page,
                    "%zu ways in which the volume may turn out were tried: %s in all months "
                    "together at P10, %s at P50, %s at P90.",
                    sampled->paths, words_units(sampled->volume_p10, s->product->unit, low),
                    words_quantity(sampled->volume_p50, middle),
                    words_quantity(sampled->volume_p90, high)));
}

static void put_purchase(const subject *s, const be_sampled_purchase *purchase)
{
    char what[WORDS_TEXT], share[WORDS_TEXT];
    const be_sampled *sampled = s->sampled;
    bool recommended = sampled->has_recommended && purchase->choice == sampled->recommended;
    words_share(be_amount_of((int64_t)purchase->pays_on), be_amount_of((int64_t)sampled->paths),
                share);
    page_bullet(s->page, PAGE_PLAIN,
                page_printf(s->page, "%s%s pays off in %s of the cases.",
                            words_purchase(&purchase->buy, s->product, what),
                            recommended ? "" : ", as planned for the expected volume,", share));
}

/* Whether no plan buys anything, whatever comes: then there is nothing to choose. */
static bool nothing_to_buy(const be_sampled *sampled)
{
    return sampled->choice_count == 1 && sampled->choices[0].now.count == 0 &&
           be_amount_is_known(sampled->never_prepay.mean) &&
           be_amount_is_zero(sampled->never_prepay_excess);
}

void sampling_table(page *p, const be_quote *quote, const be_sampled *sampled)
{
    char mean[WORDS_TEXT];
    const subject s = {p, quote->product, sampled};
    if (sampled == NULL)
        return;
    page_heading(p, "What to buy now, the volume being uncertain");
    put_drawn(&s);
    if (nothing_to_buy(sampled)) {
        page_paragraph(p, PAGE_PLAIN,
                       page_printf(p,
                                   "In none of them does it pay to buy anything ahead at a known "
                                   "price: %s on average.",
                                   words_amount(sampled->never_prepay.mean, quote->product, mean)));
        return;
    }
    put_choices(&s, quote->usage.horizon.start);
    for (size_t i = 0; i < sampled->purchase_count; i++)
        put_purchase(&s, &sampled->purchases[i]);
    page_paragraph(
        p, PAGE_PLAIN,
        "Later purchases are the best ones for what then comes. ★ costs least on "
        "average. P10: no more than this in one case of ten; P50: in five of ten. A purchase pays "
        "off where the same choice without it costs no less. A dash: in some case it cannot be "
        "taken at a known price.");
}
