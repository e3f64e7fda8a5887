/*
 * What two numbers of units have in common.
 */
#ifndef BREAKEVEN_ENGINE_DIVISOR_H
#define BREAKEVEN_ENGINE_DIVISOR_H

#include <breakeven/quantity.h>

/* The largest number that divides both, which is the other one where one is 0. */
static inline be_quantity common_divisor(be_quantity a, be_quantity b)
{
    while (b != 0) {
        be_quantity rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

#endif
