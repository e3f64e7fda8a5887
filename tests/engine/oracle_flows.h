/*
 * What the requests of one month draw of one meter in each way of use, counted request by request.
 * It shares no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_FLOWS_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_FLOWS_H

#include "oracle_bill.h"

void plain_flows(const plain_item *item, const plain_meter *meter, int requests,
                 int units[PLAIN_USES]);

/* Whole units of the meter that picks the band of a request. */
int plain_request_size(const plain_item *item);

#endif
