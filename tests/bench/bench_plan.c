/*
 * What the cheapest plan of 50 items that share points takes for 12 months, and how far it is
 * proven: the median over random plans.
 *
 * Prints figures; nothing here passes or fails.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <breakeven/breakeven.h>

enum { ITEMS = 50, MONTHS = 12, SIZES = 3, GENERALS = 3, BANDS = 4, PLANS = 20, PERCENT = 100 };

typedef struct plan_case {
    be_provider provider;
    be_source source;
    be_general_package generals[GENERALS];
    be_general_cover covers[ITEMS];
    char ids[ITEMS][BE_QUANTITY_TEXT];
    be_product products[ITEMS];
    be_band bands[ITEMS][BANDS];
    be_package packages[ITEMS][SIZES];
    be_demand demand[ITEMS];
    be_usage usage[ITEMS];
    be_bill_item items[ITEMS];
} plan_case;

static uint64_t state;

static int between(int low, int high)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return low + (int)((state >> 33) % (uint64_t)(high - low + 1));
}

/* `thousandths` of a unit of currency. */
static be_amount thousandths(int64_t count)
{
    return be_amount_divide(be_amount_of(count), 1000);
}

/* A unit's points cost about as much as the unit; packages are up to half as dear. */
static void fill_product(plan_case *c, int i)
{
    static const be_quantity bounds[BANDS] = {9999, 99999, 999999, BE_UNBOUNDED};
    static const be_quantity sizes[SIZES] = {1000, 10000, 100000};
    static const int band_share[BANDS] = {100, 75, 62, 50}, size_share[SIZES] = {94, 69, 56};
    be_quantity points = between(1, 8);
    be_product *p = &c->products[i];
    int price = (int)points * between(70, 140); /* tenths of a thousandth */
    be_quantity_format(i, c->ids[i]);
    c->covers[i] = (be_general_cover){c->ids[i], points};
    for (int b = 0; b < BANDS; b++)
        c->bands[i][b] = (be_band){
            .up_to = bounds[b],
            .price = be_amount_divide(thousandths((int64_t)price * band_share[b]), 10 * PERCENT)};
    for (int s = 0; s < SIZES; s++) {
        int share = size_share[s] * between(85, 115) / PERCENT;
        be_amount unit = be_amount_divide(thousandths((int64_t)price * share), 10 * PERCENT);
        c->packages[i][s] =
            (be_package){"p", sizes[s], be_amount_times(unit, sizes[s]), {MONTHS, BE_MONTHS}, NULL};
    }
    *p = (be_product){
        .provider = &c->provider,
        .id = c->ids[i],
        .key = c->ids[i],
        .name = c->ids[i],
        .currency = "USD",
        .unit = "call",
        .source = &c->source,
        .deduction = {BE_LAYER_PACKAGE, BE_LAYER_GENERAL, BE_LAYER_PAYG},
        .deduction_count = 3,
        .payg = {.offered = true,
                 .tariff = {.mode = between(0, 1) ? BE_TIERS_VOLUME : BE_TIERS_GRADUATED,
                            .per = 1,
                            .block = 1,
                            .bands = c->bands[i],
                            .band_count = BANDS}},
        .packages = c->packages[i],
        .package_count = SIZES};
}

static void fill_case(plan_case *c, unsigned seed)
{
    static const be_quantity points[GENERALS] = {100000, 1000000, 10000000};
    static const int price[GENERALS] = {850, 7500, 65000};
    memset(c, 0, sizeof *c);
    state = seed;
    c->source = (be_source){.id = "page", .title = "Page", .date_text = "2026"};
    for (int g = 0; g < GENERALS; g++)
        c->generals[g] = (be_general_package){
            "g",   points[g], be_amount_of(price[g]), {MONTHS, BE_MONTHS}, c->covers,
            ITEMS, &c->source};
    c->provider = (be_provider){
        .id = "p", .name = "p", .general_packages = c->generals, .general_package_count = GENERALS};
    for (int i = 0; i < ITEMS; i++) {
        fill_product(c, i);
        be_quantity volume = 1000;
        for (int n = between(0, 5); n > 0; n--)
            volume = volume * between(12, 30) / 10;
        c->demand[i] =
            (be_demand){.volume = volume, .growth = between(-3, 8) * (BE_RATIO_ONE / PERCENT)};
        be_usage_resolve(&c->demand[i], (be_horizon){be_month_of(2027, 1), MONTHS}, &c->usage[i]);
        c->items[i] = (be_bill_item){&c->products[i], &c->demand[i], &c->usage[i], NULL, 0};
    }
}

/* Of the processor, in milliseconds. */
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double value(be_amount amount)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(amount, text);
    return strtod(text, NULL);
}

int main(void)
{
    static plan_case c;
    double times[PLANS], gaps[PLANS];
    be_arena *arena = be_arena_create();
    if (arena == NULL)
        return 1;
    for (unsigned n = 0; n < PLANS; n++) {
        be_plan_optimum optimum;
        fill_case(&c, n + 1);
        be_arena_reset(arena);
        double start = now();
        if (!be_plan_optimum_find(arena, c.items, ITEMS, &optimum))
            return 1;
        times[n] = now() - start;
        gaps[n] = PERCENT * (1 - value(optimum.bound) / value(optimum.cost));
    }
    be_arena_destroy(arena);
    qsort(times, PLANS, sizeof *times, compare);
    qsort(gaps, PLANS, sizeof *gaps, compare);
    printf("cheapest plan of 50 items that share points, 12 months\n"
           "  processor time %.1f ms, at most %.1f ms; gap %.2f %%, at most %.2f %%\n",
           times[PLANS / 2], times[PLANS - 1], gaps[PLANS / 2], gaps[PLANS - 1]);
    return 0;
}
