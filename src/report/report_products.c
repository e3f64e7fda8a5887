#include "report/report_products.h"

#include "language/language.h"
#include "report/product_view.h"
#include "report/words.h"

/*
 * The price of the first band, as a headline: "¥0.30 / call", "$1.50 / 1,000 calls". A meter is
 * called by its name, which often has the unit in it: "Input tokens ¥2.00 / 1,000,000".
 */
static const char *headline_of(page *p, const be_product *product)
{
    char price[WORDS_TEXT], per[WORDS_TEXT];
    if (!product->payg.offered)
        return "";
    const headline shown = product_view_headline(product);
    const char *meter = shown.meter == NULL ? "" : page_printf(p, "%s ", words_meter(shown.meter));
    words_price(shown.price, product, price);
    if (!be_amount_is_known(shown.price))
        return page_printf(p, "%s%s", meter, price);
    const char *unit = shown.meter == NULL ? words_unit(product)
                                           : language_pick(shown.meter->unit, shown.meter->unit_zh);
    if (shown.per > 1)
        unit = shown.meter == NULL ? words_units(shown.per, unit, per)
                                   : words_quantity(shown.per, per);
    return page_printf(p, "%s%s / %s", meter, price, unit);
}

/* How it can be bought, beside pay as you go. */
static const char *ways(page *p, const be_product *product)
{
    const char *packages = product->package_count > 0 ? tr("packages") : "";
    const char *capacity = "";
    if (product->capacity.offered)
        capacity = product->capacity.adds_to == BE_CAPACITY_QPS ? "QPS" : tr("concurrency");
    bool both = packages[0] != '\0' && capacity[0] != '\0';
    return page_printf(p, "%s%s%s", packages, both ? words_comma() : "", capacity);
}

void report_products(page *p, const products_answer *what)
{
    const page_column columns[] = {
        {tr("Product"), PAGE_LEFT, PAGE_STRONG},
        {tr("Name"), PAGE_LEFT, PAGE_STRONG},
        {tr("Pay as you go"), PAGE_LEFT, PAGE_STRONG},
        {tr("Also sold"), PAGE_LEFT, PAGE_STRONG},
    };
    if (what->count == 0) {
        page_paragraph(p, PAGE_PLAIN, tr("No product matches."));
        return;
    }
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < what->count; i++) {
        const be_product *product = what->products[i];
        page_cell_add(p, PAGE_STRONG, product->key);
        page_cell_add(p, PAGE_PLAIN, words_product(product));
        page_cell_add(p, PAGE_PLAIN, headline_of(p, product));
        page_cell_add(p, PAGE_PLAIN, ways(p, product));
    }
}
