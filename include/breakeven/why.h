/*
 * Why the best plan of a quote is the best: what was rejected for it, how much each of its
 * purchases has to be used to pay, how far the volume may turn out otherwise, and where a few more
 * units would cost less.
 *
 * Everything is found by pricing other plans and other volumes. That takes some hundred bills and
 * up to BE_WHY_SOLVES + BE_WHY_PROOFS searches for an optimum besides one for each sort of thing
 * bought, so that it is for an answer that somebody reads, not for every keystroke; and piece by
 * piece for whom nobody keeps waiting.
 */
#ifndef BREAKEVEN_WHY_H
#define BREAKEVEN_WHY_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/demand.h>
#include <breakeven/message.h>
#include <breakeven/quote.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A column that is not the best plan. */
typedef struct be_why_rejected {
    be_option_id id;
    be_amount more; /* than the best plan costs; missing where the column cannot be taken */
    const be_message *reasons; /* why not */
    size_t reason_count;
} be_why_rejected;

/*
 * The next best plan: the cheapest that does without one sort of thing (packages of one size,
 * capacity by one term) that the best plan buys. Where that buys nothing: the cheapest found that
 * buys something, of the columns and of single purchases.
 */
typedef struct be_why_next {
    bool found;          /* else nothing below: none can be taken at known prices, or was found */
    bool gives_up;       /* the best plan buys something: */
    be_purchase without; /*   the kind and item that this plan does without */
    be_schedule schedule;
    bool by_unit; /* pays for some units as it goes */
    be_amount cost;
    be_amount more; /* than the best plan; below 0 only where that is not proven */
    bool optimal;   /* no other such plan costs less */
} be_why_next;

/*
 * When a purchase of the best plan pays.
 *
 *   saves       what the plan would cost more without this purchase, all else as it is.
 *   break_even  of packages: the plan costs no more than without them if they held so many units,
 *               and more if they held one fewer: so many units have to be used from them. Of
 *               capacity under which calls are free: so many calls cost the price of it, at the
 *               average price of what would have to pay for the calls that are free under it.
 */
typedef struct be_why_purchase {
    be_purchase buy;
    be_amount price;      /* less the discount */
    be_amount saves;      /* missing: without it the plan cannot be taken at known prices */
    be_quantity unserved; /* units that nobody would serve without it */
    bool overloads;       /* without it a month's load is known to exceed the limits */
    be_quantity units;    /* that the packages hold, as many as a demand can have; else 0 */
    be_quantity used;     /* whole units that are paid for by it */
    bool has_break_even;
    be_quantity break_even;
    bool from_there_on; /* it pays at every number of units from break_even on: under tiers by
                           which more units can cost less, that is not always known */
} be_why_purchase;

/*
 * The volumes of the first month, around the demand's own, at which these very purchases cost no
 * more than the optimum there. Of each end: with `exact`, one unit further another plan is cheaper
 * or this one cannot be taken; else nobody has looked further. The ends are found by doubling steps
 * and halving. What lies between is proven part by part, each by one search for a plan that is
 * cheaper somewhere in it; a part that is not is looked at in its middle and halved. Where the
 * middle has a cheaper plan the range ends before it.
 */
typedef struct be_why_range {
    bool found; /* false: without use, where months are typed one by one, and of a best plan that is
                   not proven itself */
    be_quantity from, to;
    bool from_exact, to_exact;
    bool proven;     /* at every volume of from..to no plan costs less; else some were looked at */
    unsigned solves; /* searches that this took */
} be_why_range;

/* A month whose pay-as-you-go would cost less with more units: advice, nothing that is bought. */
typedef struct be_why_padding {
    int month;         /* of the plan, 0 is the first */
    be_quantity units; /* paid for by the unit */
    be_quantity more;
    be_amount saves;
} be_why_padding;

typedef struct be_why {
    be_why_rejected rejected[BE_OPTION_COUNT];
    size_t rejected_count;
    be_why_next next;
    const be_why_purchase *purchases; /* of the best plan, in its order */
    size_t purchase_count;
    be_why_range range;
    const be_why_padding *paddings;
    size_t padding_count;
} be_why;

/*
 * The range takes at most BE_WHY_SOLVES searches for its ends and BE_WHY_PROOFS for what lies
 * between, up to BE_WHY_REACH times the volume.
 */
enum { BE_WHY_SOLVES = 96, BE_WHY_PROOFS = 128, BE_WHY_REACH = 100 };

/* An explanation under way. */
typedef struct be_explaining be_explaining;

/*
 * Begins to explain a quote that was made of `demand` alone (not with items that share its points).
 * Both are borrowed and must stay as they are. Where the quote recommends nothing, the rejected
 * columns are all there is. Everything lives in `arena`, and heeds what that does; NULL when there
 * is no memory.
 */
be_explaining *be_explaining_create(be_arena *arena, const be_quote *quote,
                                    const be_demand *demand);

/*
 * Does a piece of the work: at most two searches for an optimum. False when there is no memory, and
 * when the arena was interrupted: then the piece is as if it had not been begun.
 */
bool be_explaining_step(be_explaining *e);

/* Pieces done and in all; the number of all changes as it becomes known what there is to do. */
void be_explaining_progress(const be_explaining *e, size_t *done, size_t *total);

/* The result, which stays in the arena; NULL until all is done. */
const be_why *be_explaining_result(const be_explaining *e);

/* Ends an explanation, done or not, and frees its working memory. NULL is allowed. */
void be_explaining_destroy(be_explaining *e);

/* All of it at once. NULL when there is no memory. */
const be_why *be_why_create(be_arena *arena, const be_quote *quote, const be_demand *demand);

#ifdef __cplusplus
}
#endif

#endif
