/*
 * What the engine costs: one month's charge under seven graduated tiers, beside a loop that
 * computes the same naively tier by tier from the front; and a twelve-month comparison of one item.
 * Prints nanoseconds and ratios; nothing here passes or fails.
 */
#include <breakeven/breakeven.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static be_amount amount(const char *text)
{
    be_amount a;
    if (be_amount_parse(text, &a) != BE_NUMBER_OK)
        abort();
    return a;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

enum { TIERS = 7 };

/* How often each thing is timed. Fewer will do under a tool that counts instructions. */
static int ratings = 2000000, comparisons = 20000;

static const struct {
    be_quantity up_to;
    const char *price;
} refiner[TIERS] = {{25, "0.30"},   {125, "0.275"},   {250, "0.25"},         {1250, "0.225"},
                    {2500, "0.20"}, {25000, "0.175"}, {BE_UNBOUNDED, "0.15"}};

/* The textbook loop: for every tier the units in it, from the first to the last, in full. */
static be_amount naive_charge(const be_band *bands, size_t count, be_quantity units)
{
    be_amount total = be_amount_zero();
    be_quantity low = 0;
    for (size_t i = 0; i < count; i++) {
        be_quantity high = bands[i].up_to < units ? bands[i].up_to : units;
        be_quantity in_tier = high > low ? high - low : 0;
        total = be_amount_add(total, be_amount_times(bands[i].price, in_tier));
        low = bands[i].up_to;
    }
    return total;
}

/* -- what was asked of the system for memory while a benchmark ran ------------------------------
 */

static size_t allocations;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
    allocations++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    allocations++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    allocations++;
    return __real_realloc(old, size);
}

/* -- rating --------------------------------------------------------------------------------------
 */

typedef be_amount rater(const be_tariff *tariff, be_quantity units);

static be_amount rate_by_engine(const be_tariff *tariff, be_quantity units)
{
    return be_tariff_charge(tariff, 0, units, NULL, NULL);
}

static be_amount rate_naively(const be_tariff *tariff, be_quantity units)
{
    return naive_charge(tariff->bands, tariff->band_count, units);
}

/* Quantities in no order that a branch predictor could learn. */
static be_quantity scattered(be_quantity n)
{
    return (be_quantity)((uint64_t)n * UINT64_C(2654435761) % 40000);
}

static double time_rating(rater *rate, const be_tariff *tariff, be_amount *check)
{
    *check = be_amount_zero();
    double start = now();
    for (be_quantity n = 0; n < ratings; n++)
        *check = be_amount_add(*check, rate(tariff, scattered(n)));
    return (now() - start) / ratings;
}

static be_amount rate_nothing(const be_tariff *tariff, be_quantity units)
{
    (void)tariff;
    return be_amount_of(units);
}

static void bench_rating(void)
{
    be_band bands[TIERS];
    for (int i = 0; i < TIERS; i++)
        bands[i] = (be_band){.up_to = refiner[i].up_to, .price = amount(refiner[i].price)};
    be_tariff walked = {
        .mode = BE_TIERS_GRADUATED, .per = 1, .block = 1, .bands = bands, .band_count = TIERS};
    be_tariff cumulated = walked;
    be_tariff_cumulate(&cumulated, bands);

    be_amount checks[3], ignored;
    double loop = time_rating(rate_nothing, &walked, &ignored);
    double naive = time_rating(rate_naively, &walked, &checks[0]) - loop;
    double walk = time_rating(rate_by_engine, &walked, &checks[1]) - loop;
    allocations = 0;
    double engine = time_rating(rate_by_engine, &cumulated, &checks[2]) - loop;
    if (be_amount_compare(checks[0], checks[1]) != 0 ||
        be_amount_compare(checks[0], checks[2]) != 0)
        abort();
    printf("rating, 7 graduated tiers   %8.1f ns   naive loop %6.1f ns   ratio %.2f   "
           "(band by band %.1f ns, %zu allocations)\n",
           engine, naive, engine / naive, walk, allocations);
}

/* -- a comparison --------------------------------------------------------------------------------
 */

typedef struct bench_product {
    be_source source;
    be_band bands[4];
    be_package packages[3];
    be_product product;
} bench_product;

static void fill_product(bench_product *b)
{
    static const struct {
        be_quantity up_to;
        const char *price;
    } tiers[] = {{9999, "0.08"}, {99999, "0.06"}, {999999, "0.05"}, {BE_UNBOUNDED, "0.04"}};
    const be_duration year = {12, BE_MONTHS};
    b->source = (be_source){
        .id = "s", .title = "", .address = "", .date_text = "2026", .date = {2026, 0, 0}};
    for (int i = 0; i < 4; i++)
        b->bands[i] = (be_band){.up_to = tiers[i].up_to, .price = amount(tiers[i].price)};
    b->packages[0] = (be_package){"1k", 1000, amount("75"), year, NULL};
    b->packages[1] = (be_package){"10k", 10000, amount("550"), year, NULL};
    b->packages[2] = (be_package){"100k", 100000, amount("4500"), year, NULL};
    b->product = (be_product){.key = "p/q",
                              .id = "q",
                              .name = "q",
                              .currency = "USD",
                              .unit = "image",
                              .source = &b->source,
                              .deduction = {BE_LAYER_PACKAGE, BE_LAYER_PAYG},
                              .deduction_count = 2,
                              .payg = {.offered = true,
                                       .tariff = {.mode = BE_TIERS_VOLUME,
                                                  .per = 1,
                                                  .block = 1,
                                                  .bands = b->bands,
                                                  .band_count = 4}},
                              .packages = b->packages,
                              .package_count = 3};
}

enum { MONTHS = 12, COLUMNS = 3 };

/* Works the demand out and bills three given plans of purchases, in totals or line by line. */
static double time_bills(be_arena *arena, const be_product *product, be_bill_detail detail)
{
    const be_purchase buys[] = {{BE_BUY_PACKAGE, 2, 0, 3, 1}, {BE_BUY_PACKAGE, 1, 0, 6, 1}};
    double start = now();
    for (int i = 0; i < comparisons; i++) {
        be_demand demand = {.volume = 30000 + i % 100};
        be_usage usage;
        be_bill bill;
        be_arena_reset(arena);
        be_usage_resolve(&demand, (be_horizon){be_month_of(2026, 12), MONTHS}, &usage);
        for (size_t column = 0; column < COLUMNS; column++) {
            if (!be_bill_compute(arena, product, &demand, &usage, buys, column, detail, &bill))
                abort();
        }
    }
    return (now() - start) / comparisons;
}

static double time_quotes(be_arena *arena, const be_product *product)
{
    double start = now();
    for (int i = 0; i < comparisons; i++) {
        be_demand demand = {.volume = 30000 + i % 100};
        be_arena_reset(arena);
        if (be_quote_create(arena, product, &demand, (be_horizon){be_month_of(2026, 12), MONTHS},
                            (be_date){0, 0, 0}) == NULL)
            abort();
    }
    return (now() - start) / comparisons;
}

/* The figure of a run when the arena is warm, and what it asked the system for. */
#define MEASURE(figure, run) ((run), allocations = 0, (figure) = (run), (void)0)

static void bench_comparison(void)
{
    bench_product sold;
    double totals, lines, quote, plain;
    fill_product(&sold);
    be_product payg_only = sold.product;
    payg_only.package_count = 0;
    be_arena *arena = be_arena_create();
    if (arena == NULL)
        abort();
    MEASURE(totals, time_bills(arena, &sold.product, BE_BILL_TOTALS));
    printf("comparison, 12 months: demand and 3 columns in totals %8.0f ns   %zu allocations\n",
           totals, allocations);
    MEASURE(lines, time_bills(arena, &sold.product, BE_BILL_LINES));
    printf("                       with every line explained      %8.0f ns   %zu allocations\n",
           lines, allocations);
    MEASURE(plain, time_quotes(arena, &payg_only));
    printf("quote, 12 months: pay as you go alone, explained      %8.0f ns   %zu allocations\n",
           plain, allocations);
    MEASURE(quote, time_quotes(arena, &sold.product));
    printf("                  with the search for packages        %8.0f ns\n", quote);
    be_arena_destroy(arena);
}

/* bench_engine [N]: N comparisons, and a hundred times as many ratings. */
int main(int argc, char **argv)
{
    if (argc > 1) {
        comparisons = atoi(argv[1]);
        ratings = comparisons * 100;
    }
    bench_rating();
    bench_comparison();
    return 0;
}
