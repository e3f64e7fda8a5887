/*
 * A calendar of capacity: whether some day has two orders. It goes by the purchases alone and
 * shares no code with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORDER_DAYS_H
#define BREAKEVEN_TESTS_ENGINE_ORDER_DAYS_H

#include <breakeven/demand.h>

/* Whether orders of this capacity have a day to themselves. */
bool orders_one_at_a_time(const be_capacity *capacity);

/*
 * Whether any day has two orders that are to have it to themselves. Those of days that fit into
 * their month together follow one another; all others begin with their month.
 */
bool orders_share_a_day(const be_capacity *capacity, be_horizon horizon, const be_purchase *buys,
                        size_t count);

#endif
