#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "language/language.h"
#include "report/csv_products.h"

static bool starts_with(const char *text, const char *word)
{
    for (; *word != '\0'; text++, word++) {
        if (tolower((unsigned char)*text) != tolower((unsigned char)*word))
            return false;
    }
    return true;
}

/* Is the word anywhere in the text, whatever the case of ASCII letters? */
static bool contains(const char *text, const char *word)
{
    if (text == NULL)
        return false;
    for (; *text != '\0'; text++) {
        if (starts_with(text, word))
            return true;
    }
    return word[0] == '\0';
}

static bool word_matches(const be_product *product, const char *word)
{
    const char *const texts[] = {
        product->key,         product->name,   product->name_zh,        product->category,
        product->category_zh, product->region, product->provider->name, product->provider->name_zh,
        product->currency};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (contains(texts[i], word))
            return true;
    }
    return false;
}

/* A product is listed when every word is found somewhere. */
static bool matches(const be_product *product, const invocation *call)
{
    for (size_t i = 0; i < call->operand_count; i++) {
        if (!word_matches(product, call->operands[i]))
            return false;
    }
    return true;
}

static status list(const invocation *call, const catalog *prices)
{
    const be_catalog *view = catalog_view(prices);
    size_t all = be_catalog_product_count(view), count = 0;
    const be_product **found = calloc(all + 1, sizeof *found);
    if (found == NULL)
        return complain_memory();
    for (size_t i = 0; i < all; i++) {
        const be_product *product = be_catalog_product(view, i);
        if (matches(product, call))
            found[count++] = product;
    }
    const answer what = {ANSWER_PRODUCTS, {.products = {found, count}}};
    status result = output_answer(call->globals, &what);
    free(found);
    return result;
}

static status run(const invocation *call)
{
    return prices_with(call, list);
}

const command command_products = {
    .name = "products",
    .usage = TR_LATER("products [TEXT...]"),
    .summary = TR_LATER("list what can be planned"),
    .about = TR_LATER(
        "Lists the products of the catalogue; with TEXT, those that have every word of it in "
        "their key, name (English or Chinese), category, region, provider or currency."),
    .example = "breakeven products tencent face",
    .csv = &csv_products_table,
    .most_operands = SIZE_MAX,
    .run = run,
};
