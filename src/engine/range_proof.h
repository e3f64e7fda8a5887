/*
 * Whether a plan that is the best at two volumes is the best at every volume between them.
 *
 * One search answers for all of them. Let the plan's cost at the larger volume be c. At any volume
 * between, it costs less by at least p for each unit that is missing there and that it would pay
 * for by the unit, p being the lowest price that it pays for one more; other units cost it nothing.
 * No plan saves more than it does if none costs less than c at the larger volume, not even where so
 * many units of it as may be missing cost p each: a question of the same kind, under a kinder
 * tariff.
 */
#ifndef BREAKEVEN_ENGINE_RANGE_PROOF_H
#define BREAKEVEN_ENGINE_RANGE_PROOF_H

#include "explaining.h"

/*
 * Whether the best plan of what is explained costs no more than any other at every volume of
 * from..to, at both of which it does. `*searched`: a search was needed. False without memory.
 */
bool range_proof(explaining *e, be_quantity from, be_quantity to, bool *proven, bool *searched);

#endif
