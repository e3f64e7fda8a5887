#include "report/json_regret.h"

#include "report/json_value.h"

/* An object with a member for each volume: { "low": ..., "expected": ..., "high": ... }. */
static json_t *of_cases(json_maker *make, const void *context)
{
    json_t *object = json_object();
    for (int i = 0; i < BE_CASE_COUNT && object != NULL; i++) {
        const char *name = be_volume_case_name((be_volume_case)i);
        if (json_object_set_new(object, name, make(context, (size_t)i)) == 0)
            continue;
        json_decref(object);
        object = NULL;
    }
    return object;
}

static json_t *volume_at(const void *context, size_t i)
{
    const be_regret *regret = context;
    return json_of_quantity(regret->volume[i]);
}

static json_t *hindsight_at(const void *context, size_t i)
{
    const be_regret *regret = context;
    bool known = be_amount_is_known(regret->hindsight[i]);
    return json_pack("{s:o, s:s?}", "total", json_of_amount(regret->hindsight[i]), "option",
                     known ? be_option_name(regret->hindsight_by[i]) : NULL);
}

static json_t *total_at(const void *context, size_t i)
{
    const be_regret_row *row = context;
    return row->feasible[i] ? json_of_amount(row->total[i]) : json_null();
}

static json_t *regret_at(const void *context, size_t i)
{
    const be_regret_row *row = context;
    return json_of_amount(row->regret[i]);
}

static json_t *row_at(const void *context, size_t i)
{
    const be_regret_row *row = &((const be_regret *)context)->rows[i];
    if (!row->offered)
        return json_pack("{s:s, s:b, s:n, s:n, s:n}", "id", be_option_name(row->id), "offered", 0,
                         "totals", "regrets", "worst");
    return json_pack("{s:s, s:b, s:o, s:o, s:o}", "id", be_option_name(row->id), "offered", 1,
                     "totals", of_cases(total_at, row), "regrets", of_cases(regret_at, row),
                     "worst", row->has_worst ? json_of_amount(row->worst) : json_null());
}

json_t *json_of_regret(const be_regret *regret)
{
    if (regret == NULL)
        return json_null();
    return json_pack("{s:o, s:o, s:o, s:s?}", "volumes", of_cases(volume_at, regret), "hindsight",
                     of_cases(hindsight_at, regret), "options",
                     json_of_list(BE_OPTION_COUNT, row_at, regret), "least",
                     regret->has_least ? be_option_name(regret->least) : NULL);
}
