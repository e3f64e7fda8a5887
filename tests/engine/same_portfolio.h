/*
 * Comparing sums over plans, value by value.
 */
#ifndef BREAKEVEN_TESTS_SAME_PORTFOLIO_H
#define BREAKEVEN_TESTS_SAME_PORTFOLIO_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include <breakeven/portfolio.h>

static inline bool same_sum(const be_portfolio_option *a, const be_portfolio_option *b)
{
    bool same = a->id == b->id && a->without == b->without && a->eligible == b->eligible &&
                a->total.scaled == b->total.scaled && a->purchased.scaled == b->purchased.scaled &&
                a->tax.scaled == b->tax.scaled && a->bound.scaled == b->bound.scaled &&
                a->proven == b->proven;
    for (int t = 0; t < BE_MONTHS_MAX; t++)
        same = same && a->month[t].scaled == b->month[t].scaled;
    return same;
}

static inline void assert_same_portfolios(const be_portfolio *a, size_t a_count,
                                          const be_portfolio *b, size_t b_count)
{
    assert_int_equal(a_count, b_count);
    for (size_t i = 0; i < a_count; i++) {
        assert_string_equal(a[i].currency, b[i].currency);
        assert_ptr_equal(a[i].product, b[i].product);
        assert_int_equal(a[i].item_count, b[i].item_count);
        assert_int_equal(a[i].horizon.start, b[i].horizon.start);
        assert_int_equal(a[i].horizon.months, b[i].horizon.months);
        assert_ptr_equal(a[i].twice, b[i].twice);
        for (int id = 0; id < BE_OPTION_COUNT; id++) {
            if (!same_sum(&a[i].options[id], &b[i].options[id]))
                fail_msg("the sums of \"%s\" in %s differ", be_option_name((be_option_id)id),
                         a[i].currency);
        }
    }
}

#endif
