#include "acme.h"

static const be_source source = {
    .id = "list", .title = "Price list", .address = "acme.example", .date_text = "2026-01"};

/* The prices do not matter to a plan. */
static const be_band band[] = {{.up_to = BE_UNBOUNDED}};

#define TARIFF                                                                                     \
    {                                                                                              \
        .per = 1, .block = 1, .bands = band, .band_count = 1                                       \
    }

static const be_meter meters[] = {
    {.id = "input",
     .name = "Input",
     .unit = "token",
     .tariff = {[BE_USE_STANDARD] = TARIFF, [BE_USE_BATCH] = TARIFF, [BE_USE_CACHED] = TARIFF}},
    {.id = "output",
     .name = "Output",
     .unit = "token",
     .tariff = {[BE_USE_STANDARD] = TARIFF, [BE_USE_BATCH] = TARIFF}},
    {.id = "image",
     .name = "Images",
     .unit = "image",
     .per_request = BE_RATIO_ONE,
     .tariff = {[BE_USE_STANDARD] = TARIFF}},
};

static const be_package packages[] = {
    {.id = "1k", .size = 1000, .valid = {12, BE_MONTHS}, .source = &source}};

static const be_general_cover ocr_alone[] = {{"ocr", 40}};
static const be_general_cover others[] = {{"elsewhere", 1}};

static const be_general_package general[] = {
    {.id = "points-5k", .points = 5000, .covers = ocr_alone, .cover_count = 1, .source = &source},
    {.id = "points-50k", .points = 50000, .covers = ocr_alone, .cover_count = 1, .source = &source},
    {.id = "points-x", .points = 7, .covers = others, .cover_count = 1, .source = &source},
};

static const be_provider provider;

static const be_product products[] = {
    {.provider = &provider,
     .key = ACME_CHAT,
     .id = "chat",
     .name = "Chat",
     .currency = "CNY",
     .unit = "request",
     .source = &source,
     .deduction = {BE_LAYER_PAYG},
     .deduction_count = 1,
     .payg = {.offered = true},
     .meters = meters,
     .meter_count = sizeof meters / sizeof *meters,
     .request_max = BE_UNBOUNDED},
    {.provider = &provider,
     .key = ACME_OCR,
     .id = "ocr",
     .name = "OCR",
     .currency = "CNY",
     .unit = "page",
     .source = &source,
     .deduction = {BE_LAYER_PACKAGE, BE_LAYER_GENERAL, BE_LAYER_PAYG},
     .deduction_count = 3,
     .payg = {.offered = true, .tariff = TARIFF},
     .packages = packages,
     .package_count = 1},
};

static const be_provider provider = {
    .id = "acme",
    .name = "Acme",
    .sources = &source,
    .source_count = 1,
    .products = products,
    .product_count = sizeof products / sizeof *products,
    .general_packages = general,
    .general_package_count = sizeof general / sizeof *general,
};

static const be_provider *const providers[] = {&provider};

const be_catalog *acme_catalog(void)
{
    static const be_catalog catalog = {providers, 1};
    return &catalog;
}
