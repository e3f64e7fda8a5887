/*
 * Explaining: the reasons for a best plan while they are being found. why.c puts them together;
 * why_next.c, why_purchase.c and why_range.c each find one kind, piece by piece.
 */
#ifndef BREAKEVEN_ENGINE_EXPLAINING_H
#define BREAKEVEN_ENGINE_EXPLAINING_H

#include <breakeven/why.h>

enum { PARTS_MAX = 64 }; /* a volume has fewer binary digits */

/* One end of the range while it is being found. */
typedef struct range_end {
    be_quantity limit; /* nobody looks further than here */
    be_quantity good;  /* the plan is the best here */
    be_quantity bad;   /*   and not here, if `bounded` */
    bool bounded;
    int solves; /* left */
    enum { END_REACHING, END_HALVING, END_PROVING, END_DONE } stage;
    be_quantity step;             /* of the next reach */
    be_quantity proven;           /* from the demand's volume to here */
    be_quantity parts[PARTS_MAX]; /* the ends of those to be proven, the next one last */
    int part_count;
    bool may_prove;    /* the solves for proofs are among those left */
    be_schedule rival; /* what was cheaper at the last volume where anything was, if any */
} range_end;

typedef struct be_explaining {
    be_arena *arena;   /* for what is handed out */
    be_arena *scratch; /* for one bill or search at a time */
    const be_quote *quote;
    const be_product *product;
    const be_demand *demand;
    const be_option *best; /* eligible */
    be_why *why;
    size_t stage, next;     /* the kind of reason, and its next piece */
    size_t done;            /* pieces */
    be_amount least;        /* of the bounds of the plans that give something up */
    be_why_purchase *told;  /* the purchases of `why` */
    be_purchase *purchases; /* room for a plan's */
    range_end ends[2];      /* the lower, the upper */
} explaining;

/* The bill of a schedule, in totals, for some usage. False without memory. */
bool explain_bill(const explaining *e, const be_usage *usage, const be_schedule *schedule,
                  be_bill *out);

/* The total of a bill that can be taken; else missing. */
be_amount explain_total(const be_bill *bill);

/* Each finds the next piece of its part of `why`; `*more` becomes true unless that was the last.
 * False without memory. */
bool explain_next(explaining *e, bool *more);
bool explain_purchases(explaining *e, bool *more);
bool explain_range(explaining *e, bool *more);

/* How many pieces there are from the start, and of the range about how many are left. */
size_t explain_next_pieces(const explaining *e);
size_t explain_purchases_pieces(const explaining *e);
size_t explain_range_left(const explaining *e);

#endif
