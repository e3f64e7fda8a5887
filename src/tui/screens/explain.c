#include "tui/screens/screens.h"

#include <stdlib.h>

#include <breakeven/why.h>

#include "language/language.h"
#include "report/report_compare.h"

/* Why the best plan is the best takes many searches. They are made while what is known is read, and
 * for who asks, not while typing. */
typedef struct explanation {
    compare_answer what; /* stays as it is while the page is open: no key there changes the plan */
    be_arena *arena;
    be_explaining *reasons; /* NULL: there are none */
} explanation;

static page *write_page(const explanation *e)
{
    page *p = page_create();
    if (p != NULL)
        report_compare(p, &e->what);
    return p;
}

static int percent_of(const explanation *e)
{
    size_t done, total;
    be_explaining_progress(e->reasons, &done, &total);
    return total == 0 ? 0 : (int)(done * 100 / total);
}

/* Where memory runs out, there are no reasons. */
static reader_news explanation_work(void *state, be_interrupt *by)
{
    explanation *e = state;
    if (e->reasons == NULL)
        return (reader_news){.percent = 100};
    if (!be_explaining_step(e->reasons))
        return (reader_news){.percent = by->came ? percent_of(e) : 100};
    e->what.why = be_explaining_result(e->reasons);
    if (e->what.why == NULL)
        return (reader_news){.percent = percent_of(e)};
    return (reader_news){.percent = 100, .text = write_page(e)};
}

static void explanation_destroy(void *state)
{
    explanation *e = state;
    be_explaining_destroy(e->reasons);
    be_arena_destroy(e->arena);
    free(e);
}

void explain_open(app *a, const compare_answer *found)
{
    static const reader_source source = {explanation_work, explanation_destroy};
    const be_product *product = found->quote->product;
    explanation *e = calloc(1, sizeof *e);
    if (e != NULL) {
        e->what = *found;
        e->what.explain = e->what.by_month = true;
        e->arena = be_arena_create();
        if (e->arena != NULL && e->what.quote->shared == NULL) {
            be_arena_heed(e->arena, app_interrupt(a));
            e->reasons = be_explaining_create(e->arena, e->what.quote, e->what.demand);
        }
    }
    reader_open_from(a, language_pick(product->name, product->name_zh),
                     e == NULL ? NULL : write_page(e), &source, e);
}
