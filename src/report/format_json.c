#include "report/format_json.h"

#include <jansson.h>

#include "report/json_afford.h"
#include "report/json_check.h"
#include "report/json_compare.h"
#include "report/json_curve.h"
#include "report/json_diff.h"
#include "report/json_products.h"
#include "report/json_quote.h"
#include "report/json_rate.h"
#include "report/json_write.h"

static json_t *products(const answer *what)
{
    return json_of_products(&what->as.products);
}

static json_t *rate(const answer *what)
{
    return json_of_rate(&what->as.rate);
}

static json_t *compare(const answer *what)
{
    return json_of_compare(&what->as.compare);
}

static json_t *curve(const answer *what)
{
    return json_of_curve(&what->as.curve);
}

static json_t *afford(const answer *what)
{
    return json_of_afford(&what->as.afford);
}

static json_t *quote(const answer *what)
{
    return json_of_quote(&what->as.quote);
}

static json_t *check(const answer *what)
{
    return json_of_check(&what->as.check);
}

static json_t *diff(const answer *what)
{
    return json_of_diff(&what->as.diff);
}

bool format_json(const answer *what, const page_text_options *options, FILE *out)
{
    static json_t *(*const makers[ANSWER_KIND_COUNT])(const answer *) = {
        [ANSWER_PRODUCTS] = products, [ANSWER_RATE] = rate,     [ANSWER_COMPARE] = compare,
        [ANSWER_CURVE] = curve,       [ANSWER_QUOTE] = quote,   [ANSWER_CHECK] = check,
        [ANSWER_DIFF] = diff,         [ANSWER_AFFORD] = afford,
    };
    (void)options;
    json_t *value = makers[what->kind](what);
    if (value == NULL)
        return false;
    bool done = json_write(value, out);
    json_decref(value);
    return done;
}
