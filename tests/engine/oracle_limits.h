/*
 * A slow and obvious answer to whether a month's load is carried: goes from day to day, holds each
 * day's calls against that day's limits, and lets a queue grow and drain. It shares no code and no
 * type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_LIMITS_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_LIMITS_H

#include <stdbool.h>

enum { PLAIN_UNLIMITED = 1000000, PLAIN_BOOKINGS = 4 };

typedef struct plain_limit {
    bool stated;
    int value; /* PLAIN_UNLIMITED: the vendor says so */
} plain_limit;

/* What an account may do, and the capacity that is sold on top of it. */
typedef struct plain_limits {
    plain_limit qps, with_package, rps, concurrency;
    bool queues; /* beyond its concurrency; else it rejects */
    bool sold;
    bool sold_qps; /* in queries a second, else in tasks at once */
    bool additive;
    bool overlap; /* what does not add up may be valid on the same day */
    int max;
    int lifts_to; /* 0: by the number bought */
} plain_limits;

/*
 * Capacity that is there on so many days, the first of the month. But what neither adds up nor may
 * overlap comes one after the other, the larger first, if it fits into the month.
 */
typedef struct plain_booking {
    int count, days;
} plain_booking;

/* The load of one month, and what was bought for it. */
typedef struct plain_load {
    int days, busy_hours;
    long calls;
    int qps, concurrency; /* at the peak; 0: not given */
    int milliseconds;     /* that a call takes; 0: not given */
    int peak_days;        /* the first days of the month */
    bool package;         /* one has balance and leaves nothing to pay as you go */
    plain_booking bookings[PLAIN_BOOKINGS];
    int booking_count;
} plain_load;

typedef enum plain_verdict {
    PLAIN_CARRIES,
    PLAIN_NOBODY_KNOWS, /* no limit is stated */
    PLAIN_MAY_CARRY,    /* if calls are fast enough, which is not stated */
    PLAIN_FAILS
} plain_verdict;

/* What can be carried on every peak day, in queries a second or, where that is not stated, tasks.
 */
plain_limit plain_peak_limit(const plain_limits *limits, const plain_load *load);

plain_verdict plain_carries(const plain_limits *limits, const plain_load *load);

#endif
