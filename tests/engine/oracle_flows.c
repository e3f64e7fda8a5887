#include "oracle_flows.h"

enum { PERCENT = 100, THOUSANDTHS = 1000 };

/* Whole units that so many requests take: what they take together, rounded up. */
static int units_of(const plain_meter *meter, int requests)
{
    long taken = 0;
    for (int request = 0; request < requests; request++)
        taken += meter->per_request;
    int units = 0;
    while ((long)units * THOUSANDTHS < taken)
        units++;
    return units;
}

void plain_flows(const plain_item *item, const plain_meter *meter, int requests,
                 int units[PLAIN_USES])
{
    int batch = meter->priced[PLAIN_BATCH] ? requests * item->batch / PERCENT : 0;
    int others = units_of(meter, requests - batch);
    units[PLAIN_BATCH] = units_of(meter, batch);
    units[PLAIN_CACHED] = meter->priced[PLAIN_CACHED] ? others * item->cached / PERCENT : 0;
    units[PLAIN_STANDARD] = others - units[PLAIN_CACHED];
}

int plain_request_size(const plain_item *item)
{
    return units_of(&item->meters[item->request_meter], 1);
}
