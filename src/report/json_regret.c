#include "report/json_regret.h"

#include "report/json_cases.h"
#include "report/json_value.h"

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
                     "totals", json_of_each_case(total_at, row), "regrets",
                     json_of_each_case(regret_at, row), "worst",
                     row->has_worst ? json_of_amount(row->worst) : json_null());
}

/* A column, or the plan for the low or high volume. */
static const char *least_of(const be_regret *regret)
{
    if (!regret->has_least)
        return NULL;
    return regret->least_is_case ? be_volume_case_name(regret->least_case)
                                 : be_option_name(regret->least);
}

json_t *json_of_regret(const be_regret *regret)
{
    if (regret == NULL)
        return json_null();
    return json_pack("{s:o, s:o, s:o, s:s?}", "volumes", json_of_each_case(volume_at, regret),
                     "hindsight", json_of_each_case(hindsight_at, regret), "options",
                     json_of_list(BE_OPTION_COUNT, row_at, regret), "least", least_of(regret));
}
