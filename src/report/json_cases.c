#include "report/json_cases.h"

#include "report/json_purchases.h"

json_t *json_of_each_case(json_maker *make, const void *context)
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

static json_t *total_at(const void *context, size_t i)
{
    const be_case *one = context;
    return json_of_amount(one->total[i]);
}

static json_t *plan_at(const void *context, size_t i)
{
    const be_case *one = &((const be_cases *)context)->cases[i];
    const be_schedule *plan = &one->quote->options[BE_OPTION_BEST].schedule;
    return json_pack("{s:o, s:b, s:b, s:o, s:o, s:o}", "volume", json_of_quantity(one->volume),
                     "feasible", (int)one->has_plan, "proven", one->has_plan && plan->proven,
                     "purchases", json_of_purchases(plan, one->quote), "totals",
                     json_of_each_case(total_at, one), "worst_regret", json_of_amount(one->worst));
}

static json_t *hindsight_at(const void *context, size_t i)
{
    return json_of_amount(((const be_cases *)context)->hindsight[i]);
}

json_t *json_of_cases(const be_cases *cases)
{
    if (cases == NULL)
        return json_null();
    const be_quote *quote = cases->cases[BE_CASE_EXPECTED].quote;
    return json_pack("{s:o, s:o, s:o}", "plans", json_of_each_case(plan_at, cases), "hindsight",
                     json_of_each_case(hindsight_at, cases), "common",
                     json_of_purchases(&cases->common, quote));
}
