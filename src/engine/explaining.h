/*
 * Explaining: the reasons for a best plan while they are being found. why.c puts them together;
 * why_next.c, why_purchase.c and why_range.c each find one kind.
 */
#ifndef BREAKEVEN_ENGINE_EXPLAINING_H
#define BREAKEVEN_ENGINE_EXPLAINING_H

#include <breakeven/why.h>

typedef struct explaining {
    be_arena *arena;   /* for what is handed out */
    be_arena *scratch; /* for one bill or search at a time */
    const be_quote *quote;
    const be_product *product;
    const be_demand *demand;
    const be_option *best; /* eligible */
    be_why *why;
} explaining;

/* The bill of a schedule, in totals, for some usage. False without memory. */
bool explain_bill(const explaining *e, const be_usage *usage, const be_schedule *schedule,
                  be_bill *out);

/* The total of a bill that can be taken; else missing. */
be_amount explain_total(const be_bill *bill);

/* Each finds its part of `why`. False without memory. */
bool explain_next(explaining *e);
bool explain_purchases(explaining *e);
bool explain_range(explaining *e);

#endif
