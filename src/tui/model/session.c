#include "tui/model/session.h"

#include <stdlib.h>

#include "language/language.h"
#include "tui/model/session_inside.h"

/* -- life -------------------------------------------------------------------------------------- */

session *session_create(const be_catalog *known, be_horizon horizon, be_date today)
{
    session *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->catalog = known;
    s->today = today;
    s->claim = file_claim_none();
    s->answers = answers_create(today);
    s->plan = scenario_create(horizon);
    s->saved = scenario_create(horizon);
    s->past = history_create();
    s->ahead = outlook_create();
    if (s->ahead == NULL || s->answers == NULL || s->plan == NULL || s->saved == NULL ||
        s->past == NULL) {
        session_destroy(s);
        return NULL;
    }
    scenario_rename(s->plan, tr("New plan"));
    scenario_rename(s->saved, tr("New plan"));
    return s;
}

void session_destroy(session *s)
{
    if (s == NULL)
        return;
    answers_destroy(s->answers);
    history_destroy(s->past);
    outlook_destroy(s->ahead);
    price_book_destroy(s->prices);
    scenario_destroy(s->plan);
    scenario_destroy(s->saved);
    file_claim_drop(&s->claim);
    free(s->path);
    free(s);
}

const be_catalog *session_catalog(const session *s)
{
    return s->catalog;
}

be_date session_today(const session *s)
{
    return s->today;
}

const scenario *session_plan(const session *s)
{
    return s->plan;
}

unsigned session_changes(const session *s)
{
    return s->changes;
}

/* -- changes ----------------------------------------------------------------------------------- */

history_place session_place(const session *s)
{
    unsigned prices = s->prices == NULL ? 0 : price_book_state(s->prices);
    return (history_place){s->selected, s->document, prices};
}

bool session_begin_change(session *s, history_change change)
{
    session_finish_typing(s);
    s->changes++;
    return history_remember(s->past, s->plan, change, session_place(s));
}

history_change session_touches_selected(const session *s)
{
    return (history_change){s->selected, 1, 1};
}

history_change session_touches_no_item(void)
{
    return (history_change){0, 0, 0};
}

history_change session_touches_all(const scenario *plan)
{
    return (history_change){0, plan->count, HISTORY_ALL};
}

void session_replace_plan(session *s, scenario *plan, size_t selected)
{
    scenario_destroy(s->plan);
    s->plan = plan;
    s->selected = 0;
    s->changes++;
    session_select(s, selected);
    answers_renew(s->answers, s->plan);
}

typedef bool history_step(history *h, scenario *plan, history_place here, history_place *then,
                          history_change *done);

/* What the engine is asked anew behind a step: what it touched, or everything. */
static void renew_answers(session *s, const history_change *done, bool all)
{
    if (all || done->before > 1 || done->after > 1)
        answers_renew(s->answers, s->plan);
    else if (done->before < done->after)
        answers_insert(s->answers, s->plan, done->at);
    else if (done->before > done->after)
        answers_remove(s->answers, s->plan, done->at);
    else if (done->after == 1)
        answers_change(s->answers, s->plan, done->at);
}

/* Saving a plan into the file of another would destroy that one: a step that leads from one
 * document to another leaves the plan without a file. */
static bool take_step(session *s, history_step *step)
{
    const history_place here = session_place(s);
    const be_horizon horizon = s->plan->horizon;
    const be_ratio tax = s->plan->tax;
    history_place then;
    history_change done;
    session_finish_typing(s);
    if (!step(s->past, s->plan, here, &then, &done))
        return false;
    if (then.document != s->document)
        session_forget_path(s);
    s->document = then.document;
    if (s->prices != NULL)
        price_book_return(s->prices, then.prices);
    s->changes++;
    session_select(s, then.selected);
    renew_answers(s, &done,
                  then.document != here.document || then.prices != here.prices ||
                      s->plan->tax != tax || s->plan->horizon.start != horizon.start ||
                      s->plan->horizon.months != horizon.months);
    return true;
}

bool session_undo(session *s)
{
    return take_step(s, history_back);
}

bool session_redo(session *s)
{
    return take_step(s, history_forward);
}

/* -- the plan ---------------------------------------------------------------------------------- */

const char *session_name(const session *s)
{
    return s->plan->name;
}

bool session_rename(session *s, const char *name)
{
    if (!session_begin_change(s, session_touches_no_item()))
        return false;
    scenario_rename(s->plan, name);
    return true;
}

const char *session_customer(const session *s)
{
    return s->plan->customer;
}

bool session_set_customer(session *s, const char *customer)
{
    if (!session_begin_change(s, session_touches_no_item()))
        return false;
    scenario_set_customer(s->plan, customer);
    return true;
}

be_horizon session_horizon(const session *s)
{
    return s->plan->horizon;
}

const scenario_exchange *session_exchange(const session *s)
{
    return &s->plan->exchange;
}

size_t session_count(const session *s)
{
    return s->plan->count;
}

size_t session_selected(const session *s)
{
    return s->selected;
}

void session_select(session *s, size_t index)
{
    size_t last = s->plan->count == 0 ? 0 : s->plan->count - 1;
    size_t wanted = index < last ? index : last;
    if (wanted == s->selected)
        return;
    session_finish_typing(s);
    s->changes++;
    s->selected = wanted;
}

bool session_add(session *s, const be_product *product)
{
    scenario_item item = scenario_item_of(product);
    const history_change at_end = {s->plan->count, 0, 1};
    if (!scenario_insert(s->plan, s->plan->count, &item))
        return false;
    if (!session_begin_change(s, at_end)) {
        scenario_remove(s->plan, s->plan->count - 1);
        return false;
    }
    session_select(s, s->plan->count - 1);
    answers_change(s->answers, s->plan, s->selected);
    return true;
}

bool session_remove(session *s)
{
    const history_change without = {s->selected, 1, 0};
    if (s->plan->count == 0 || !session_begin_change(s, without))
        return false;
    scenario_remove(s->plan, s->selected);
    answers_remove(s->answers, s->plan, s->selected);
    session_select(s, s->selected);
    return true;
}

const be_product *session_product(const session *s, size_t index)
{
    return s->plan->items[index].product;
}

be_quantity session_volume(const session *s, size_t index)
{
    const scenario_item *item = &s->plan->items[index];
    return item->demand.volume_count > 0 ? item->volumes[0] : item->demand.volume;
}

static be_quantity scaled(be_quantity volume, bool up, be_quantity parts)
{
    be_quantity step = volume / parts > 0 ? volume / parts : 1;
    if (!up)
        return volume - (step < volume ? step : volume);
    return volume > BE_QUANTITY_MAX - step ? BE_QUANTITY_MAX : volume + step;
}

bool session_scale(session *s, bool up, be_quantity parts)
{
    if (s->plan->count == 0 || !session_begin_change(s, session_touches_selected(s)))
        return false;
    scenario_item *item = &s->plan->items[s->selected];
    item->demand.volume = scaled(item->demand.volume, up, parts);
    if (item->demand.high > 0) { /* the range goes along with what it holds */
        item->demand.low = scaled(item->demand.low, up, parts);
        item->demand.high = scaled(item->demand.high, up, parts);
    }
    for (size_t i = 0; i < item->demand.volume_count; i++)
        item->volumes[i] = scaled(item->volumes[i], up, parts);
    answers_change(s->answers, s->plan, s->selected);
    return true;
}
