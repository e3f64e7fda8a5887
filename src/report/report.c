#include "report/report.h"

#include "report/report_afford.h"
#include "report/report_check.h"
#include "report/report_compare.h"
#include "report/report_curve.h"
#include "report/report_diff.h"
#include "report/report_products.h"
#include "report/report_quote.h"
#include "report/report_rate.h"

static void products(page *p, const answer *what)
{
    report_products(p, &what->as.products);
}

static void rate(page *p, const answer *what)
{
    report_rate(p, &what->as.rate);
}

static void compare(page *p, const answer *what)
{
    report_compare(p, &what->as.compare);
}

static void curve(page *p, const answer *what)
{
    report_curve(p, &what->as.curve);
}

static void afford(page *p, const answer *what)
{
    report_afford(p, &what->as.afford);
}

static void quote(page *p, const answer *what)
{
    report_quote(p, &what->as.quote);
}

static void check(page *p, const answer *what)
{
    report_check(p, &what->as.check);
}

static void diff(page *p, const answer *what)
{
    report_diff(p, &what->as.diff);
}

void report_answer(page *p, const answer *what)
{
    static void (*const builders[ANSWER_KIND_COUNT])(page *, const answer *) = {
        [ANSWER_PRODUCTS] = products, [ANSWER_RATE] = rate,     [ANSWER_COMPARE] = compare,
        [ANSWER_CURVE] = curve,       [ANSWER_QUOTE] = quote,   [ANSWER_CHECK] = check,
        [ANSWER_DIFF] = diff,         [ANSWER_AFFORD] = afford,
    };
    builders[what->kind](p, what);
}
