#include "tui/screens/plan_sums.h"

#include <stdio.h>

#include "language/language.h"
#include "report/quote_view.h"
#include "report/report_quote.h"
#include "tui/model/session_answers.h"

void plan_sums_begin(const session *s, plan_sums *out)
{
    const scenario_exchange *exchange = session_exchange(s);
    *out = (plan_sums){.text = page_create(),
                       .open = session_open(s),
                       .what = {.name = session_name(s), .horizon = session_horizon(s)}};
    if (out->open > 0)
        return;
    out->what.portfolios = session_portfolios(s, &out->what.portfolio_count);
    for (size_t i = 0; i < exchange->rate_count; i++)
        out->rates[i] = (be_exchange){exchange->rates[i].currency, exchange->rates[i].rate};
    if (exchange->to[0] != '\0') {
        out->what.total = (total_answer){.currency = exchange->to,
                                         .date = exchange->date,
                                         .rates = out->rates,
                                         .rate_count = exchange->rate_count};
        quote_view_add_up(out->what.portfolios, out->what.portfolio_count, &out->what.total,
                          &out->whole);
    }
    if (out->text != NULL)
        report_quote_sums(out->text, &out->what);
}

void plan_sums_write_progress(const session *s, char out[WORDS_TEXT])
{
    size_t count = session_count(s);
    snprintf(out, WORDS_TEXT, tr("adding up, %zu%%"), (count - session_open(s)) * 100 / count);
}

void plan_sums_end(plan_sums *sums)
{
    page_destroy(sums->text);
    sums->text = NULL;
}

const page_table *plan_sums_table(const plan_sums *from)
{
    const page_block *first = from->text == NULL ? NULL : page_blocks(from->text);
    return first == NULL ? NULL : first->table;
}

int plan_sums_count(const plan_sums *from)
{
    const page_table *t = plan_sums_table(from);
    return t == NULL ? 0 : (int)(t->cell_count / PLAN_SUMS_COLUMNS);
}
