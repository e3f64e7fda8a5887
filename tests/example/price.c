/*
 * Prices one product with libbreakeven: 8,900 images a month for a year, by the image, in packages
 * or both. The price list is the program's own.
 */
#include <breakeven/breakeven.h>

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct price_list {
    be_source source;
    be_band bands[2];
    be_package packages[2];
    be_provider provider;
    be_product product;
} price_list;

/* "0.275" -> the amount; the texts below are good. */
static be_amount money(const char *text)
{
    be_amount amount = be_amount_zero();
    be_amount_parse(text, &amount);
    return amount;
}

/* 0.10 an image, 0.09 from the 10,001st of a month on; packages are valid for a year. */
static void price_list_fill(price_list *list)
{
    *list = (price_list){
        .source = {.id = "list",
                   .title = "Price list",
                   .address = "https://acme.example/prices",
                   .date_text = "2026-11-01",
                   .date = {2026, 11, 1}},
        .bands = {{.up_to = 10000, .price = money("0.10")},
                  {.up_to = BE_UNBOUNDED, .price = money("0.09")}},
        .packages =
            {{.id = "10k", .size = 10000, .price = money("800"), .valid = {12, BE_MONTHS}},
             {.id = "100k", .size = 100000, .price = money("7,000"), .valid = {12, BE_MONTHS}}},
        .provider = {.id = "acme", .name = "Acme", .source_count = 1, .product_count = 1},
        .product = {.key = "acme/style",
                    .id = "style",
                    .name = "Image style",
                    .category = "image",
                    .region = "anywhere",
                    .currency = "USD",
                    .unit = "image",
                    .deduction = {BE_LAYER_PACKAGE, BE_LAYER_PAYG},
                    .deduction_count = 2,
                    .payg = {.offered = true,
                             .tariff = {.mode = BE_TIERS_GRADUATED,
                                        .per = 1,
                                        .block = 1,
                                        .band_count = COUNT(list->bands)}},
                    .request_max = BE_UNBOUNDED,
                    .package_count = COUNT(list->packages)},
    };
    list->provider.sources = &list->source;
    list->provider.products = &list->product;
    list->product.provider = &list->provider;
    list->product.source = &list->source;
    list->product.payg.tariff.bands = list->bands;
    list->product.packages = list->packages;
}

static void print_options(const be_quote *quote)
{
    for (int i = 0; i < BE_OPTION_COUNT; i++) {
        const be_option *option = &quote->options[i];
        if (!option->offered)
            continue;
        char total[BE_AMOUNT_TEXT];
        be_amount_format_rounded(option->bill.total, 2, total);
        bool is_recommended = quote->has_recommended && quote->recommended == option->id;
        printf("%-8s %10s %s%s\n", be_option_name(option->id), total, quote->product->currency,
               is_recommended ? "  *" : "");
    }
}

int main(void)
{
    price_list list;
    price_list_fill(&list);
    be_demand demand = {.volume = 8900, .postpaid = true};
    be_horizon horizon = {.start = be_month_of(2026, 12), .months = 12};
    be_date today = {2026, 11, 21};

    be_arena *arena = be_arena_create();
    const be_quote *quote = NULL;
    if (arena != NULL)
        quote = be_quote_create(arena, &list.product, &demand, horizon, today);
    if (quote != NULL)
        print_options(quote);
    else
        fprintf(stderr, "price: out of memory\n");
    be_arena_destroy(arena);
    return quote == NULL;
}
