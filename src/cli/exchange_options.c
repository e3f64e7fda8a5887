#include "cli/exchange_options.h"

#include <stdio.h>
#include <string.h>

#include "cli/complain.h"
#include "language/language.h"

#define FIELD(name) offsetof(exchange_options, name)

const option exchange_options_rows[EXCHANGE_OPTIONS] = {
    {"total", 0, TR_LATER("CURRENCY"), &option_currency, FIELD(total),
     TR_LATER(
         "add all currencies up in this one, such as CNY (the plan's own, if it gives rates)")},
    {"rate", 0, TR_LATER("CURRENCY=RATE"), &option_rates, FIELD(rates),
     TR_LATER(
         "one of that currency is so much of --total, such as USD=7.12; may be repeated; takes the "
         "place of the plan's rates")},
    {"rate-date", 0, TR_LATER("DATE"), &option_date, FIELD(date),
     TR_LATER("the day of the rates, such as 2026-11-20 (today)")},
};

static void set_date(const exchange_options *options, be_date today, char out[SCENARIO_DATE])
{
    if (options->date.text[0] != '\0')
        snprintf(out, SCENARIO_DATE, "%s", options->date.text);
    else
        snprintf(out, SCENARIO_DATE, "%04u-%02u-%02u", (unsigned)today.year % 10000u,
                 (unsigned)today.month % 100u, (unsigned)today.day % 100u);
}

/* Rates of the plan lead to its own currency and to no other. */
static bool plans_rates_do(const exchange_options *options, const scenario_exchange *of_plan)
{
    const char *to = options->total.text;
    return options->rates.count == 0 && (to[0] == '\0' || strcmp(to, of_plan->to) == 0);
}

status exchange_options_read(const exchange_options *options, const scenario_exchange *of_plan,
                             be_date today, scenario_exchange *out)
{
    if (plans_rates_do(options, of_plan)) {
        *out = *of_plan;
        return STATUS_DONE;
    }
    *out = (scenario_exchange){.rate_count = options->rates.count};
    strcpy(out->to, options->total.text[0] != '\0' ? options->total.text : of_plan->to);
    if (out->to[0] == '\0')
        return complain(STATUS_USAGE, tr("--rate: say with --total in which currency to add up"));
    set_date(options, today, out->date);
    for (size_t i = 0; i < out->rate_count; i++) {
        out->rates[i] = options->rates.items[i];
        if (strcmp(out->rates[i].currency, out->to) == 0)
            return complain(STATUS_USAGE, tr("--rate: %s is the currency of the total"), out->to);
    }
    return STATUS_DONE;
}
