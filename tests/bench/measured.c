#include "measured.h"

#include <stdlib.h>

static be_amount sum;

be_amount measured_sum(void)
{
    be_amount result = sum;
    sum = be_amount_zero();
    return result;
}

static be_amount amount(const char *text)
{
    be_amount a;
    if (be_amount_parse(text, &a) != BE_NUMBER_OK)
        abort();
    return a;
}

/* -- what is worked on ---------------------------------------------------------------------------
 */

typedef struct tier {
    be_quantity up_to;
    const char *price;
} tier;

static void fill_bands(be_band *bands, const tier *tiers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bands[i] = (be_band){.up_to = tiers[i].up_to, .price = amount(tiers[i].price)};
}

static void fill_tariffs(measured_case *c)
{
    static const tier refiner[MEASURED_TIERS] = {
        {25, "0.30"},   {125, "0.275"},   {250, "0.25"},         {1250, "0.225"},
        {2500, "0.20"}, {25000, "0.175"}, {BE_UNBOUNDED, "0.15"}};
    fill_bands(c->tiers, refiner, MEASURED_TIERS);
    c->walked = (be_tariff){.mode = BE_TIERS_GRADUATED,
                            .per = 1,
                            .block = 1,
                            .bands = c->tiers,
                            .band_count = MEASURED_TIERS};
    c->cumulated = c->walked;
    be_tariff_cumulate(&c->cumulated, c->tiers);
}

static void fill_five_sizes(measured_case *c)
{
    static const be_package sizes[MEASURED_SIZES] = {{.id = "1k", .size = 1000},
                                                     {.id = "10k", .size = 10000},
                                                     {.id = "100k", .size = 100000},
                                                     {.id = "1M", .size = 1000000},
                                                     {.id = "10M", .size = 10000000}};
    static const char *const prices[MEASURED_SIZES] = {"75", "550", "4500", "30000", "250000"};
    c->five_sizes = c->product;
    c->five_sizes.payg.tariff.mode = BE_TIERS_GRADUATED;
    c->five_sizes.packages = c->sizes;
    c->five_sizes.package_count = MEASURED_SIZES;
    for (size_t i = 0; i < MEASURED_SIZES; i++) {
        c->sizes[i] = sizes[i];
        c->sizes[i].price = amount(prices[i]);
        c->sizes[i].valid = (be_duration){12, BE_MONTHS};
    }
}

static void fill_product(measured_case *c)
{
    static const tier tiers[] = {
        {9999, "0.08"}, {99999, "0.06"}, {999999, "0.05"}, {BE_UNBOUNDED, "0.04"}};
    const be_duration year = {12, BE_MONTHS};
    c->source = (be_source){
        .id = "s", .title = "", .address = "", .date_text = "2026", .date = {2026, 0, 0}};
    fill_bands(c->bands, tiers, 4);
    c->packages[0] = (be_package){"1k", 1000, amount("75"), year, NULL};
    c->packages[1] = (be_package){"10k", 10000, amount("550"), year, NULL};
    c->packages[2] = (be_package){"100k", 100000, amount("4500"), year, NULL};
    c->product = (be_product){.key = "p/q",
                              .id = "q",
                              .name = "q",
                              .currency = "USD",
                              .unit = "image",
                              .source = &c->source,
                              .deduction = {BE_LAYER_PACKAGE, BE_LAYER_PAYG},
                              .deduction_count = 2,
                              .payg = {.offered = true,
                                       .tariff = {.mode = BE_TIERS_VOLUME,
                                                  .per = 1,
                                                  .block = 1,
                                                  .bands = c->bands,
                                                  .band_count = 4}},
                              .packages = c->packages,
                              .package_count = 3};
    fill_five_sizes(c);
    c->payg_only = c->product;
    c->payg_only.package_count = 0;
}

bool measured_fill(measured_case *c)
{
    fill_tariffs(c);
    fill_product(c);
    c->arena = be_arena_create();
    return c->arena != NULL;
}

void measured_empty(measured_case *c)
{
    be_arena_destroy(c->arena);
}

/* -- rating --------------------------------------------------------------------------------------
 */

static be_quantity scattered(unsigned n)
{
    return (be_quantity)(n * UINT64_C(2654435761) % 40000);
}

static void add(be_amount charge)
{
    sum = be_amount_add(sum, charge);
}

void measured_nothing(measured_case *c, unsigned n)
{
    (void)c;
    add(be_amount_of(scattered(n)));
}

void measured_rating(measured_case *c, unsigned n)
{
    add(be_tariff_charge(&c->cumulated, 0, scattered(n), NULL, NULL));
}

void measured_rating_by_band(measured_case *c, unsigned n)
{
    add(be_tariff_charge(&c->walked, 0, scattered(n), NULL, NULL));
}

/* For every tier the units in it, from the first to the last, in full. */
void measured_rating_naively(measured_case *c, unsigned n)
{
    be_amount total = be_amount_zero();
    be_quantity units = scattered(n), low = 0;
    for (int i = 0; i < MEASURED_TIERS; i++) {
        be_quantity high = c->tiers[i].up_to < units ? c->tiers[i].up_to : units;
        be_quantity in_tier = high > low ? high - low : 0;
        total = be_amount_add(total, be_amount_times(c->tiers[i].price, in_tier));
        low = c->tiers[i].up_to;
    }
    add(total);
}

/* -- a comparison over twelve months
 * --------------------------------------------------------------- */

static const be_horizon year_of_2027 = {2027 * 12, MEASURED_MONTHS};

static be_demand demand_of(unsigned n)
{
    return (be_demand){.volume = 30000 + (be_quantity)(n % 100)};
}

/* Nothing bought; three packages; those and six small ones. */
static void bill_columns(measured_case *c, unsigned n, be_bill_detail detail)
{
    static const be_purchase buys[] = {{BE_BUY_PACKAGE, 2, 0, 3, 1}, {BE_BUY_PACKAGE, 1, 0, 6, 1}};
    be_demand demand = demand_of(n);
    be_usage usage;
    be_bill bill;
    be_arena_reset(c->arena);
    be_usage_resolve(&demand, year_of_2027, &usage);
    for (size_t column = 0; column < MEASURED_COLUMNS; column++) {
        if (!be_bill_compute(c->arena, &c->product, &demand, &usage, buys, column, detail, &bill))
            abort();
    }
}

void measured_totals(measured_case *c, unsigned n)
{
    bill_columns(c, n, BE_BILL_TOTALS);
}

void measured_explained(measured_case *c, unsigned n)
{
    bill_columns(c, n, BE_BILL_LINES);
}

static void quote(measured_case *c, const be_product *product, unsigned n)
{
    be_demand demand = demand_of(n);
    be_arena_reset(c->arena);
    if (be_quote_create(c->arena, product, &demand, year_of_2027, (be_date){0, 0, 0}) == NULL)
        abort();
}

void measured_quote_payg(measured_case *c, unsigned n)
{
    quote(c, &c->payg_only, n);
}

void measured_quote(measured_case *c, unsigned n)
{
    quote(c, &c->product, n);
}

/* -- the cheapest plan ---------------------------------------------------------------------------
 */

/* Volumes of 1k to 200k a month that go up and down. */
static void fill_volumes(be_quantity *volumes, int months, unsigned n)
{
    for (int t = 0; t < months; t++)
        volumes[t] = 1000 + scattered(n * BE_MONTHS_MAX + (unsigned)t) * 5;
}

static void search(measured_case *c, unsigned n, int months, bool covers)
{
    be_quantity volumes[BE_MONTHS_MAX];
    be_demand demand = {.volumes = volumes, .volume_count = (size_t)months};
    be_usage usage;
    be_optimum optimum;
    be_schedule cover;
    fill_volumes(volumes, months, n);
    be_arena_reset(c->arena);
    be_usage_resolve(&demand, (be_horizon){year_of_2027.start, months}, &usage);
    bool done = covers ? be_strategy_packages(c->arena, &c->five_sizes, &demand, &usage, &cover)
                       : be_optimum_find(c->arena, &c->five_sizes, &demand, &usage, &optimum);
    if (!done)
        abort();
}

void measured_cover(measured_case *c, unsigned n)
{
    search(c, n, MEASURED_MONTHS, true);
}

void measured_optimum(measured_case *c, unsigned n)
{
    search(c, n, MEASURED_MONTHS, false);
}

void measured_optimum_long(measured_case *c, unsigned n)
{
    search(c, n, BE_MONTHS_MAX, false);
}
