#include "oracle_terms.h"

#include <limits.h>

/* Days that a choice pays for where it is priced by the day; else one term. */
static int terms_of(const plain_terms *terms, int choice, int month)
{
    if (choice == PLAIN_PEAK_DAYS)
        return terms->peak_days[month];
    if (choice == PLAIN_REST_DAYS)
        return terms->days[month] - terms->peak_days[month];
    return choice == PLAIN_ALL_DAYS ? terms->days[month] : 1;
}

long plain_bookings_cost(const plain_terms *terms, const plain_bookings *bookings)
{
    long cost = 0;
    for (int t = 0; t < terms->months; t++) {
        for (int c = 0; c < TERM_CHOICES; c++)
            cost += plain_charge(&terms->price[c], (plain_position){0}, bookings->count[t][c]) *
                    terms_of(terms, c, t);
    }
    return cost;
}

/* What there is in month t, on its peak days or on its other days. */
static int level(const plain_terms *terms, const plain_bookings *bookings, int t, bool peak_day)
{
    int sum = 0, highest = 0;
    for (int from = 0; from <= t; from++) {
        for (int c = 0; c < TERM_CHOICES; c++) {
            bool lasts = c == PLAIN_YEAR || from == t;
            bool counts = peak_day ? c != PLAIN_REST_DAYS : c != PLAIN_PEAK_DAYS;
            int count = lasts && counts ? bookings->count[from][c] : 0;
            sum += count;
            highest = count > highest ? count : highest;
        }
    }
    if (terms->additive)
        return terms->have + sum;
    return highest > 0 ? highest : terms->have;
}

/* Whether two are valid on one day of month t. The rest of the days has to follow the peak's. */
static bool clashes(const plain_terms *terms, const plain_bookings *bookings, int t)
{
    const int *count = bookings->count[t];
    int whole = (count[PLAIN_ALL_DAYS] > 0) + (count[PLAIN_MONTH] > 0);
    for (int from = 0; from <= t; from++)
        whole += bookings->count[from][PLAIN_YEAR] > 0;
    bool part = count[PLAIN_PEAK_DAYS] > 0 || count[PLAIN_REST_DAYS] > 0;
    if (terms->additive || terms->overlap)
        return count[PLAIN_REST_DAYS] > 0;
    return whole > 1 || (whole == 1 && part) || count[PLAIN_REST_DAYS] > count[PLAIN_PEAK_DAYS];
}

static bool month_carries(const plain_terms *terms, const plain_bookings *bookings, int t)
{
    return level(terms, bookings, t, true) >= terms->peak[t] &&
           level(terms, bookings, t, false) >= terms->steady[t];
}

bool plain_bookings_carry(const plain_terms *terms, const plain_bookings *bookings)
{
    for (int t = 0; t < terms->months; t++) {
        if (clashes(terms, bookings, t) || !month_carries(terms, bookings, t))
            return false;
    }
    return true;
}

static void try_all(const plain_terms *terms, plain_bookings *bookings, int t, int c, long *best)
{
    if (plain_bookings_cost(terms, bookings) >= *best)
        return;
    if (t == terms->months) {
        *best = plain_bookings_cost(terms, bookings);
        return;
    }
    if (c == TERM_CHOICES) {
        if (!clashes(terms, bookings, t) && month_carries(terms, bookings, t))
            try_all(terms, bookings, t + 1, 0, best);
        return;
    }
    int *count = &bookings->count[t][c];
    for (*count = 0; *count <= (terms->sold[c] ? terms->max : 0); ++*count) {
        if (*count == 0 || *count >= terms->min)
            try_all(terms, bookings, t, c + 1, best);
    }
    *count = 0;
}

long plain_cheapest_bookings(const plain_terms *terms)
{
    long best = LONG_MAX;
    plain_bookings bookings = {{{0}}};
    try_all(terms, &bookings, 0, 0, &best);
    return best;
}
