#include "oracle_demand.h"

#define BILLIONTHS 1000000000L

enum { PERCENT = 100 };

long plain_attempts(const plain_demand *demand, int start, int month)
{
    if (demand->typed_count > 0)
        return demand->typed[month < demand->typed_count ? month : demand->typed_count - 1];
    long calls = demand->volume * BILLIONTHS;
    for (int t = 0; t < month; t++)
        calls = calls * (PERCENT + demand->growth) / PERCENT;
    int season =
        demand->seasonal ? demand->season[(start + month) % PLAIN_YEAR_OF_MONTHS] : PERCENT;
    long whole = calls * season / (PERCENT * BILLIONTHS);
    bool rest = calls * season % (PERCENT * BILLIONTHS) != 0;
    return whole + (rest ? 1 : 0);
}

long plain_billable(const plain_demand *demand, long attempts)
{
    long unbilled = attempts * demand->failures * (PERCENT - demand->failures_billed);
    return attempts - unbilled / (PERCENT * PERCENT);
}
