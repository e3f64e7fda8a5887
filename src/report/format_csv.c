#include "report/format_csv.h"

#include <stdlib.h>

#include "config/memory_text.h"
#include "report/csv_afford.h"
#include "report/csv_check.h"
#include "report/csv_curve.h"
#include "report/csv_diff.h"
#include "report/csv_options.h"
#include "report/csv_products.h"
#include "report/csv_rate.h"

static void products(const answer *what, FILE *out)
{
    csv_of_products(out, &what->as.products);
}

static void rate(const answer *what, FILE *out)
{
    csv_of_rate(out, &what->as.rate);
}

static void compare(const answer *what, FILE *out)
{
    csv_of_compare(out, &what->as.compare);
}

static void curve(const answer *what, FILE *out)
{
    csv_of_curve(out, &what->as.curve);
}

static void afford(const answer *what, FILE *out)
{
    csv_of_afford(out, &what->as.afford);
}

static void quote(const answer *what, FILE *out)
{
    csv_of_quote(out, &what->as.quote);
}

static void check(const answer *what, FILE *out)
{
    csv_of_check(out, &what->as.check);
}

static void diff(const answer *what, FILE *out)
{
    csv_of_diff(out, &what->as.diff);
}

static bool is_ascii(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if ((unsigned char)bytes[i] > 0x7F)
            return false;
    }
    return true;
}

bool format_csv(const answer *what, const page_text_options *options, FILE *out)
{
    static void (*const writers[ANSWER_KIND_COUNT])(const answer *, FILE *) = {
        [ANSWER_PRODUCTS] = products, [ANSWER_RATE] = rate,     [ANSWER_COMPARE] = compare,
        [ANSWER_CURVE] = curve,       [ANSWER_QUOTE] = quote,   [ANSWER_CHECK] = check,
        [ANSWER_DIFF] = diff,         [ANSWER_AFFORD] = afford,
    };
    char *rows = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&rows, &size);
    (void)options;
    if (memory == NULL)
        return false;
    writers[what->kind](what, memory);
    rows = memory_text_end(memory, &rows, true);
    if (rows == NULL)
        return false;
    csv_begin(out, is_ascii(rows, size));
    fwrite(rows, 1, size, out);
    free(rows);
    return true;
}
