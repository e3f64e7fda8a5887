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

enum { TIERS = 7, RATINGS = 2000000, COMPARISONS = 20000 };

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

static void bench_rating(void)
{
    be_band bands[TIERS];
    for (int i = 0; i < TIERS; i++)
        bands[i] = (be_band){.up_to = refiner[i].up_to, .price = amount(refiner[i].price)};
    be_tariff tariff = {
        .mode = BE_TIERS_GRADUATED, .per = 1, .block = 1, .bands = bands, .band_count = TIERS};

    be_amount check = be_amount_zero();
    double start = now();
    for (be_quantity n = 0; n < RATINGS; n++)
        check = be_amount_add(check, be_tariff_charge(&tariff, 0, n % 40000, NULL, NULL));
    double engine = (now() - start) / RATINGS;

    be_amount naive_check = be_amount_zero();
    start = now();
    for (be_quantity n = 0; n < RATINGS; n++)
        naive_check = be_amount_add(naive_check, naive_charge(bands, TIERS, n % 40000));
    double naive = (now() - start) / RATINGS;
    if (be_amount_compare(check, naive_check) != 0)
        abort();
    printf("rating, 7 graduated tiers   %8.1f ns   naive loop %8.1f ns   ratio %.2f\n", engine,
           naive, engine / naive);
}

static void bench_comparison(void)
{
    const be_duration year = {12, BE_MONTHS};
    be_source source = {
        .id = "s", .title = "", .address = "", .date_text = "2026", .date = {2026, 0, 0}};
    be_band bands[] = {{.up_to = 9999, .price = amount("0.08")},
                       {.up_to = 99999, .price = amount("0.06")},
                       {.up_to = 999999, .price = amount("0.05")},
                       {.up_to = BE_UNBOUNDED, .price = amount("0.04")}};
    be_package packages[] = {{"1k", 1000, amount("75"), year, NULL},
                             {"10k", 10000, amount("550"), year, NULL},
                             {"100k", 100000, amount("4500"), year, NULL}};
    be_product product = {.key = "p/q",
                          .id = "q",
                          .name = "q",
                          .currency = "USD",
                          .unit = "image",
                          .source = &source,
                          .deduction = {BE_LAYER_PACKAGE, BE_LAYER_PAYG},
                          .deduction_count = 2,
                          .payg = {.offered = true,
                                   .tariff = {.mode = BE_TIERS_VOLUME,
                                              .per = 1,
                                              .block = 1,
                                              .bands = bands,
                                              .band_count = 4}},
                          .packages = packages,
                          .package_count = 3};
    be_arena *arena = be_arena_create();
    if (arena == NULL)
        abort();
    double start = now();
    size_t lines = 0;
    for (int i = 0; i < COMPARISONS; i++) {
        be_demand demand = {.volume = 30000 + i % 100};
        be_arena_reset(arena);
        const be_quote *quote = be_quote_create(
            arena, &product, &demand, (be_horizon){be_month_of(2026, 12), 12}, (be_date){0, 0, 0});
        lines += quote->options[BE_OPTION_PAYG].bill.line_count;
    }
    double each = (now() - start) / COMPARISONS;
    printf("comparison, 12 months       %8.0f ns   (%zu lines of explanation each, %zu KB arena)\n",
           each, lines / COMPARISONS, be_arena_footprint(arena) / 1024);
    be_arena_destroy(arena);
}

int main(void)
{
    bench_rating();
    bench_comparison();
    return 0;
}
