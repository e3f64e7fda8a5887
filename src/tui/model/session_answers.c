#include "tui/model/session_answers.h"

#include "tui/model/session_inside.h"

/* -- one item ---------------------------------------------------------------------------------- */

unsigned session_revision(const session *s)
{
    return answers_revision(s->answers);
}

const item_summary *session_summary(const session *s, size_t index)
{
    return answers_summary(s->answers, index);
}

const be_demand *session_demand(const session *s, size_t index)
{
    return answers_demand(s->answers, index);
}

const be_quote *session_quote(const session *s, size_t index)
{
    return answers_quote(s->answers, index);
}

const be_regret *session_regret(const session *s, size_t index)
{
    return answers_regret(s->answers, index);
}

/* -- the selected item, if its volume is uncertain --------------------------------------------- */

/* Items that share points are not ones to judge alone. */
static outlook_question question_of(const session *s)
{
    outlook_question asked = {
        .revision = answers_revision(s->answers), .item = s->selected, .horizon = s->plan->horizon};
    const be_quote *quote = session_quote(s, s->selected);
    if (quote == NULL || quote->shared != NULL)
        return asked;
    asked.product = quote->product;
    asked.demand = session_demand(s, s->selected);
    return asked;
}

bool session_look_ahead(session *s)
{
    const outlook_question asked = question_of(s);
    return outlook_step(s->ahead, &asked);
}

const be_sampled *session_outlook(const session *s)
{
    const outlook_question asked = question_of(s);
    return outlook_result(s->ahead, &asked);
}

bool session_outlook_progress(const session *s, size_t *done, size_t *total)
{
    const outlook_question asked = question_of(s);
    return outlook_progress(s->ahead, &asked, done, total);
}

/* -- all items --------------------------------------------------------------------------------- */

size_t session_open(const session *s)
{
    return answers_open(s->answers);
}

bool session_is_open(const session *s, size_t index)
{
    return answers_is_open(s->answers, index);
}

void session_answer_next(session *s)
{
    answers_next(s->answers, s->selected);
}

const be_portfolio *session_portfolios(const session *s, size_t *count)
{
    return answers_portfolios(s->answers, count);
}
