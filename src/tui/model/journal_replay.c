#include "tui/model/journal_replay.h"

#include <stdlib.h>
#include <string.h>

#include "scenario/scenario_load.h"
#include "tui/model/journal_record.h"

static scenario *parse(const journal_record *record, const be_catalog *known)
{
    problems found = {0};
    char *text = strndup(record->text, record->length); /* with a NUL behind it */
    scenario *plan =
        text == NULL ? NULL : scenario_parse("journal", text, record->length, known, &found);
    problems_clear(&found);
    free(text);
    return plan;
}

/* -- one kind of record each; false, and nothing is changed, when it makes no sense -------------
 */

static bool begin(session_state *state, const journal_record *record, const be_catalog *known)
{
    scenario *saved = parse(record, known);
    scenario *plan = saved == NULL ? NULL : scenario_copy(saved);
    if (plan == NULL || state->plan != NULL) {
        scenario_destroy(saved);
        scenario_destroy(plan);
        return false;
    }
    state->saved = saved;
    state->plan = plan;
    return true;
}

static bool take_file(session_state *state, const journal_record *record, const be_catalog *known)
{
    (void)known;
    free(state->path);
    state->path = record->length == 0 ? NULL : strndup(record->text, record->length);
    return state->path != NULL || record->length == 0;
}

static bool take_head(session_state *state, const journal_record *record, const be_catalog *known)
{
    scenario *head = parse(record, known);
    if (head == NULL)
        return false;
    scenario_take_head(state->plan, head);
    scenario_destroy(head);
    return true;
}

static bool take_items(session_state *state, const journal_record *record, const be_catalog *known)
{
    scenario *plan = state->plan;
    if (record->a > plan->count || record->b > plan->count - record->a)
        return false;
    scenario *added = parse(record, known);
    bool ok =
        added != NULL && scenario_splice(plan, record->a, record->b, added->items, added->count);
    scenario_destroy(added);
    return ok;
}

static bool take_selection(session_state *state, const journal_record *record,
                           const be_catalog *known)
{
    (void)known;
    state->selected = record->a;
    return true;
}

static bool take_typed(session_state *state, const journal_record *record, const be_catalog *known)
{
    (void)known;
    if (record->a >= FIELD_ID_COUNT || record->length >= FIELD_TYPED)
        return false;
    state->typing = record->b == 1;
    state->field = (field_id)record->a;
    memcpy(state->typed, record->text, record->length);
    state->typed[record->length] = '\0';
    return true;
}

static const struct {
    journal_kind kind;
    bool (*take)(session_state *state, const journal_record *record, const be_catalog *known);
} kinds[] = {
    {JOURNAL_BEGIN, begin},      {JOURNAL_FILE, take_file},        {JOURNAL_HEAD, take_head},
    {JOURNAL_ITEMS, take_items}, {JOURNAL_SELECT, take_selection}, {JOURNAL_TYPED, take_typed},
};

static bool take(session_state *state, const journal_record *record, const be_catalog *known)
{
    if (state->plan == NULL && record->kind != JOURNAL_BEGIN)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kinds[i].kind == (journal_kind)record->kind)
            return kinds[i].take(state, record, known);
    }
    return false;
}

journal_condition journal_replay(const char *bytes, size_t size, const be_catalog *known,
                                 session_state *out)
{
    const size_t magic = strlen(JOURNAL_MAGIC);
    const char *at = bytes + magic, *end = bytes + size;
    journal_record record;
    *out = (session_state){0};
    if (size < magic || memcmp(bytes, JOURNAL_MAGIC, magic) != 0)
        return JOURNAL_UNREADABLE;
    while (at < end && journal_record_read(&at, end, &record)) {
        if (!take(out, &record, known))
            return out->plan == NULL ? JOURNAL_UNREADABLE : JOURNAL_CUT;
    }
    if (out->plan == NULL)
        return JOURNAL_UNREADABLE;
    return at < end ? JOURNAL_CUT : JOURNAL_WHOLE;
}
