#include "report/json_sampling.h"

#include "report/json_purchases.h"
#include "report/json_value.h"

typedef struct subject {
    const be_sampled *sampled;
    const be_quote *quote;
} subject;

static json_t *cost_of(const be_sampled_cost *cost, be_amount excess)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "mean", json_of_amount(cost->mean), "p10",
                     json_of_amount(cost->p10), "p50", json_of_amount(cost->p50), "p90",
                     json_of_amount(cost->p90), "excess", json_of_amount(excess));
}

static json_t *bases_of(const be_sampled_choice *choice)
{
    json_t *names = json_array();
    for (int i = 0; i < BE_SAMPLED_BASIS_COUNT && names != NULL; i++) {
        const char *name = be_sampled_basis_name((be_sampled_basis)i);
        if (!choice->of[i] || json_array_append_new(names, json_string(name)) == 0)
            continue;
        json_decref(names);
        names = NULL;
    }
    return names;
}

static json_t *choice_at(const void *context, size_t i)
{
    const subject *s = context;
    const be_sampled_choice *choice = &s->sampled->choices[i];
    bool best = s->sampled->has_recommended && s->sampled->recommended == i;
    return json_pack("{s:o, s:b, s:o, s:o, s:o}", "plans_for", bases_of(choice), "recommended",
                     (int)best, "purchases", json_of_purchases(&choice->now, s->quote), "prepaid",
                     json_of_amount(choice->price), "cost", cost_of(&choice->cost, choice->excess));
}

static json_t *purchase_at(const void *context, size_t i)
{
    const subject *s = context;
    const be_sampled_purchase *purchase = &s->sampled->purchases[i];
    return json_pack("{s:o, s:I, s:I}", "purchase", json_of_purchase(&purchase->buy, s->quote),
                     "choice", (json_int_t)purchase->choice, "pays_on",
                     (json_int_t)purchase->pays_on);
}

json_t *json_of_sampling(const be_sampled *sampled, const be_quote *quote)
{
    const subject s = {sampled, quote};
    if (sampled == NULL)
        return json_null();
    be_amount none = be_amount_sub(sampled->foresight.mean, sampled->foresight.mean);
    return json_pack(
        "{s:o, s:I, s:{s:o, s:o, s:o}, s:o, s:o, s:o, s:o}", "seed",
        json_of_quantity((be_quantity)sampled->seed), "paths", (json_int_t)sampled->paths,
        "volumes", "p10", json_of_quantity(sampled->volume_p10), "p50",
        json_of_quantity(sampled->volume_p50), "p90", json_of_quantity(sampled->volume_p90),
        "choices", json_of_list(sampled->choice_count, choice_at, &s), "judged",
        json_of_list(sampled->purchase_count, purchase_at, &s), "never_prepay",
        cost_of(&sampled->never_prepay, sampled->never_prepay_excess), "foresight",
        cost_of(&sampled->foresight, none));
}
