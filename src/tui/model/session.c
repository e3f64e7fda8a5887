#include "tui/model/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "tui/model/answers.h"
#include "tui/model/file_claim.h"
#include "tui/model/file_print.h"
#include "tui/model/history.h"
#include "tui/model/outlook.h"
#include "tui/model/price_book.h"
#include "tui/model/typed_text.h"

enum { PLACES_MAX = 256 };

struct session {
    const be_catalog *catalog;
    be_date today;
    scenario *plan;
    scenario *saved; /* as it is in the file, or as the session began */
    char *path;
    file_print print;   /* of what the file held when it was last read or written here */
    file_print refused; /* of the file that the last saving was refused for */
    file_claim claim;   /* to the file */
    unsigned document;  /* which of those opened or begun the plan is a state of */
    unsigned documents; /* so many were opened or begun after the first */
    size_t selected;
    answers *answers;
    history *past;
    outlook *ahead;
    price_book *prices; /* NULL: none can be typed */
    bool typing;        /* the last change was typed into `typed_field` and may go on */
    field_id typed_field;
    size_t typed_item;
    be_price_place typed_place; /* where `typed_field` is FIELD_ID_COUNT: a price */
    bool is_unfinished;         /* what is typed into a field has no meaning */
    field_id unfinished_field;
    char unfinished[FIELD_TYPED];
    unsigned changes, base;
    bool shows_example; /* until anything else is opened or begun */
};

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

/* -- changes ----------------------------------------------------------------------------------- */

static history_place place_of(const session *s)
{
    unsigned prices = s->prices == NULL ? 0 : price_book_state(s->prices);
    return (history_place){s->selected, s->document, prices};
}

/* What was being typed has been taken, or given up. */
static void finish_typing(session *s)
{
    s->typing = false;
    if (s->is_unfinished)
        s->changes++;
    s->is_unfinished = false;
}

static void keep_unfinished(session *s, field_id id, const char *text)
{
    s->is_unfinished = true;
    s->unfinished_field = id;
    snprintf(s->unfinished, sizeof s->unfinished, "%s", text);
    s->changes++;
}

/* Remembers the plan as it is, for undo. */
static bool begin_change(session *s, history_change change)
{
    finish_typing(s);
    s->changes++;
    return history_remember(s->past, s->plan, change, place_of(s));
}

/* What a change touches: the selected item, none, or all. */
static history_change of_selected(const session *s)
{
    return (history_change){s->selected, 1, 1};
}

static history_change of_no_item(void)
{
    return (history_change){0, 0, 0};
}

static history_change of_all(const scenario *plan)
{
    return (history_change){0, plan->count, HISTORY_ALL};
}

static void replace_plan(session *s, scenario *plan, size_t selected)
{
    scenario_destroy(s->plan);
    s->plan = plan;
    s->selected = 0;
    s->changes++;
    session_select(s, selected);
    answers_renew(s->answers, s->plan);
}

static void take_saved(session *s, scenario *saved)
{
    scenario_destroy(s->saved);
    s->saved = saved;
    s->base++;
    s->changes++;
}

/* The plan's file, and what it holds; NULL for none. */
static void take_path(session *s, char *path, file_print print)
{
    free(s->path);
    s->path = path;
    s->print = print;
    if (path != NULL)
        file_claim_take(&s->claim, path);
    else
        file_claim_drop(&s->claim);
    s->base++;
    s->changes++;
}

static void forget_path(session *s)
{
    take_path(s, NULL, (file_print){0});
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
    const history_place here = place_of(s);
    const be_horizon horizon = s->plan->horizon;
    const be_ratio tax = s->plan->tax;
    history_place then;
    history_change done;
    finish_typing(s);
    if (!step(s->past, s->plan, here, &then, &done))
        return false;
    if (then.document != s->document)
        forget_path(s);
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

/* -- files ------------------------------------------------------------------------------------- */

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy == NULL ? NULL : memcpy(copy, text, size);
}

/* What is in the plan now is what the file `path` holds. */
static bool become_file(session *s, const char *path, file_print print)
{
    char *own_path = copy_text(path);
    scenario *saved = scenario_copy(s->plan);
    if (own_path == NULL || saved == NULL) {
        free(own_path);
        scenario_destroy(saved);
        return false;
    }
    take_path(s, own_path, print);
    take_saved(s, saved);
    return true;
}

/* Whether there is nothing yet that undo should come back to. */
static bool is_untouched(const session *s)
{
    return s->documents == 0 && s->path == NULL && !session_modified(s);
}

static void begin_document(session *s, scenario *plan)
{
    s->document = ++s->documents;
    s->shows_example = false;
    replace_plan(s, plan, 0);
}

bool session_load(session *s, const char *path, problems *found)
{
    /* A change between the two is one that is asked about. */
    const file_print print = file_print_of(path);
    scenario *plan = scenario_load(path, s->catalog, found);
    if (plan == NULL)
        return false;
    if (!is_untouched(s) && !begin_change(s, of_all(s->plan))) {
        scenario_destroy(plan);
        problems_error(found, path, 0, NULL, tr("there is no memory for another plan"));
        return false;
    }
    begin_document(s, plan);
    if (become_file(s, path, print))
        return true;
    forget_path(s);
    problems_error(found, path, 0, NULL, tr("there is no memory to remember the file"));
    return false;
}

/* Writes the plan over a file that holds what *seen is the print of, or over none. */
static save_outcome save_over(session *s, const char *path, file_print *seen, problems *found)
{
    size_t size;
    char *text = scenario_text(s->plan, &size);
    if (text == NULL) {
        problems_error(found, path, 0, NULL, tr("cannot be written: out of memory"));
        return SAVE_FAILED;
    }
    const save_outcome done = guarded_save(path, text, size, seen, found);
    free(text);
    if (done != SAVE_DONE)
        return done;
    finish_typing(s); /* so that undo can come back to what was saved */
    if (become_file(s, path, *seen))
        return done;
    problems_error(found, path, 0, NULL,
                   tr("written, but there is no memory to remember the file"));
    return SAVE_FAILED;
}

save_outcome session_save(session *s, const char *path, problems *found)
{
    bool is_own = s->path != NULL && strcmp(path, s->path) == 0;
    s->refused = is_own ? s->print : (file_print){0};
    return save_over(s, path, &s->refused, found);
}

save_outcome session_save_anyway(session *s, const char *path, problems *found)
{
    return save_over(s, path, &s->refused, found);
}

const char *session_path(const session *s)
{
    return s->path;
}

bool session_is_file_shared(const session *s)
{
    return s->claim.is_others;
}

bool session_modified(const session *s)
{
    size_t at = s->selected; /* where it most likely does */
    if (at < s->plan->count && at < s->saved->count &&
        !scenario_item_equal(&s->plan->items[at], &s->saved->items[at]))
        return true;
    return !scenario_equal(s->plan, s->saved);
}

bool session_clear(session *s)
{
    scenario *plan = scenario_create(s->plan->horizon);
    scenario *saved = scenario_create(s->plan->horizon);
    if (plan == NULL || saved == NULL || !begin_change(s, of_all(s->plan))) {
        scenario_destroy(plan);
        scenario_destroy(saved);
        return false;
    }
    scenario_rename(plan, tr("New plan"));
    scenario_rename(saved, tr("New plan"));
    take_saved(s, saved);
    forget_path(s);
    begin_document(s, plan);
    return true;
}

bool session_show_example(session *s, scenario *plan)
{
    scenario *saved = scenario_copy(plan);
    if (saved == NULL) {
        scenario_destroy(plan);
        return false;
    }
    take_saved(s, saved);
    replace_plan(s, plan, 0);
    s->shows_example = true;
    return true;
}

bool session_is_example(const session *s)
{
    return s->shows_example && s->path == NULL && !session_modified(s);
}

/* -- keeping it -------------------------------------------------------------------------------- */

unsigned session_changes(const session *s)
{
    return s->changes;
}

unsigned session_base(const session *s)
{
    return s->base;
}

const scenario *session_saved(const session *s)
{
    return s->saved;
}

const char *session_unfinished(const session *s, field_id *id)
{
    *id = s->unfinished_field;
    return s->is_unfinished ? s->unfinished : NULL;
}

bool session_has_unsaved(const session *s)
{
    return s->is_unfinished || session_modified(s);
}

void session_state_clear(session_state *state)
{
    scenario_destroy(state->plan);
    scenario_destroy(state->saved);
    free(state->path);
    *state = (session_state){0};
}

bool session_resume(session *s, session_state *state)
{
    history_place before = place_of(s);
    before.selected = state->selected;
    if (!scenario_equal(state->plan, state->saved) &&
        !history_remember(s->past, state->saved, of_all(state->saved), before))
        return false;
    take_saved(s, state->saved);
    take_path(s, state->path, state->print);
    replace_plan(s, state->plan, state->selected);
    state->plan = state->saved = NULL;
    state->path = NULL;
    if (state->typing && s->plan->count > 0)
        keep_unfinished(s, state->field, state->typed);
    return true;
}

/* -- the plan ---------------------------------------------------------------------------------- */

const char *session_name(const session *s)
{
    return s->plan->name;
}

bool session_rename(session *s, const char *name)
{
    if (!begin_change(s, of_no_item()))
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
    if (!begin_change(s, of_no_item()))
        return false;
    scenario_set_customer(s->plan, customer);
    return true;
}

be_horizon session_horizon(const session *s)
{
    return s->plan->horizon;
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
    finish_typing(s);
    s->changes++;
    s->selected = wanted;
}

bool session_add(session *s, const be_product *product)
{
    scenario_item item = scenario_item_of(product);
    const history_change at_end = {s->plan->count, 0, 1};
    if (!scenario_insert(s->plan, s->plan->count, &item))
        return false;
    if (!begin_change(s, at_end)) {
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
    if (s->plan->count == 0 || !begin_change(s, without))
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

unsigned session_revision(const session *s)
{
    return answers_revision(s->answers);
}

be_quantity session_volume(const session *s, size_t index)
{
    const scenario_item *item = &s->plan->items[index];
    return item->demand.volume_count > 0 ? item->volumes[0] : item->demand.volume;
}

const be_quote *session_quote(const session *s, size_t index)
{
    return answers_quote(s->answers, index);
}

const item_summary *session_summary(const session *s, size_t index)
{
    return answers_summary(s->answers, index);
}

const be_regret *session_regret(const session *s, size_t index)
{
    return answers_regret(s->answers, index);
}

const be_demand *session_demand(const session *s, size_t index)
{
    return answers_demand(s->answers, index);
}

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

/* -- the selected item's demand ---------------------------------------------------------------- */

static field_target target_of(const session *s, scenario *plan, size_t index)
{
    scenario_item *item = &plan->items[index];
    return (field_target){plan, item, item->product, 0, s->today};
}

void session_show(const session *s, field_id id, char out[FIELD_TEXT])
{
    out[0] = '\0';
    if (s->plan->count == 0)
        return;
    const field_target target = target_of(s, s->plan, s->selected);
    field_show(id, &target, out, FIELD_TEXT);
}

/* Whether a text can be read, tried on a plan that nobody sees. */
static bool readable(const session *s, field_id id, const char *text, char reason[FIELD_REASON])
{
    scenario_item item = s->plan->items[s->selected];
    scenario trial = {.horizon = s->plan->horizon,
                      .tax = s->plan->tax,
                      .exchange = s->plan->exchange,
                      .items = &item,
                      .count = 1,
                      .capacity = 1};
    const field_target target = target_of(s, &trial, 0);
    return field_read(id, &target, text, reason, FIELD_REASON);
}

bool session_edit(session *s, field_id id, const char *text, char reason[FIELD_REASON])
{
    reason[0] = '\0';
    if (s->plan->count == 0)
        return false;
    if (!readable(s, id, text, reason)) {
        keep_unfinished(s, id, text);
        return false;
    }
    bool goes_on = s->typing && s->typed_field == id && s->typed_item == s->selected;
    if (!goes_on && !begin_change(s, of_selected(s))) {
        snprintf(reason, FIELD_REASON, "%s", tr("there is no memory for another change"));
        return false;
    }
    finish_typing(s);
    s->changes++;
    s->typing = true;
    s->typed_field = id;
    s->typed_item = s->selected;
    const field_target target = target_of(s, s->plan, s->selected);
    field_read(id, &target, text, reason, FIELD_REASON);
    if (field_of(id)->of_plan)
        answers_renew(s->answers, s->plan);
    else
        answers_change(s->answers, s->plan, s->selected);
    return true;
}

void session_settle(session *s)
{
    finish_typing(s);
}

/* -- prices of the user's own --------------------------------------------------------------------
 */

bool session_use_prices(session *s, catalog *prices, const char *file)
{
    s->prices = price_book_create(prices, file);
    return s->prices != NULL;
}

size_t session_prices(const session *s, session_price out[SESSION_PRICES_MAX])
{
    be_price_place places[PLACES_MAX];
    size_t kept = 0;
    if (s->prices == NULL || s->plan->count == 0)
        return 0;
    const be_product *product = session_product(s, s->selected);
    size_t count = be_price_places(product, places, PLACES_MAX);
    for (size_t i = 0; i < count && i < PLACES_MAX && kept < SESSION_PRICES_MAX; i++) {
        be_amount published = price_book_published(s->prices, product, &places[i]);
        bool is_own = price_book_is_own(s->prices, product, &places[i]);
        if (is_own || !be_amount_is_known(published))
            out[kept++] =
                (session_price){places[i], published, is_own, be_price_at(product, &places[i])};
    }
    return kept;
}

/* Nothing typed is no price, which the catalogue's own then is. */
static bool read_price(const char *text, be_amount *out, char reason[FIELD_REASON])
{
    char narrow[FIELD_TYPED + 4];
    *out = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    typed_text_narrow(text, narrow, sizeof narrow);
    if (narrow[strspn(narrow, " ")] == '\0')
        return true;
    be_number_error error = be_amount_parse(narrow, out);
    if (error == BE_NUMBER_OK && be_amount_compare(*out, be_amount_zero()) < 0)
        error = BE_NUMBER_NEGATIVE;
    if (error != BE_NUMBER_OK)
        snprintf(reason, FIELD_REASON, tr("\"%.40s\" %s; type a price such as 0.275"), text,
                 tr(be_number_error_text(error)));
    return error == BE_NUMBER_OK;
}

static bool goes_on_typing(const session *s, const be_price_place *place)
{
    const be_product *product = session_product(s, s->selected);
    return s->typing && s->typed_field == FIELD_ID_COUNT && s->typed_item == s->selected &&
           own_prices_same_place(product, &s->typed_place, product, place);
}

bool session_edit_price(session *s, const be_price_place *place, const char *text,
                        char reason[FIELD_REASON])
{
    own_price typed = {.place = *place, .date = s->today};
    reason[0] = '\0';
    if (s->prices == NULL || s->plan->count == 0 || !read_price(text, &typed.price, reason))
        return false;
    typed.product = session_product(s, s->selected);
    if ((!goes_on_typing(s, place) && !begin_change(s, of_no_item())) ||
        !price_book_set(s->prices, &typed)) {
        snprintf(reason, FIELD_REASON, "%s", tr("there is no memory for another change"));
        return false;
    }
    s->typing = true;
    s->typed_field = FIELD_ID_COUNT;
    s->typed_item = s->selected;
    s->typed_place = *place;
    answers_renew(s->answers, s->plan);
    return true;
}

bool session_keep_prices(session *s, problems *found)
{
    return s->prices == NULL || price_book_keep(s->prices, found);
}

/* -- the volume, undo ----------------------------------------------------------------------------
 */

static be_quantity scaled(be_quantity volume, bool up, be_quantity parts)
{
    be_quantity step = volume / parts > 0 ? volume / parts : 1;
    if (!up)
        return volume - (step < volume ? step : volume);
    return volume > BE_QUANTITY_MAX - step ? BE_QUANTITY_MAX : volume + step;
}

bool session_scale(session *s, bool up, be_quantity parts)
{
    if (s->plan->count == 0 || !begin_change(s, of_selected(s)))
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

/* -- sums over the plan ------------------------------------------------------------------------ */

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

const scenario_exchange *session_exchange(const session *s)
{
    return &s->plan->exchange;
}
