#include "report/report_products.h"

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
    const char *meter = shown.meter == NULL ? "" : page_printf(p, "%s ", shown.meter->name);
    words_price(shown.price, product, price);
    if (!be_amount_is_known(shown.price))
        return page_printf(p, "%s%s", meter, price);
    const char *unit = shown.unit;
    if (shown.per > 1)
        unit = shown.meter == NULL ? words_units(shown.per, shown.unit, per)
                                   : words_quantity(shown.per, per);
    return page_printf(p, "%s%s / %s", meter, price, unit);
}

/* How it can be bought, beside pay as you go. */
static const char *ways(const be_product *product)
{
    static const char *const names[2][2] = {{"", "QPS"}, {"packages", "packages, QPS"}};
    static const char *const slots[2][2] = {{"", "concurrency"},
                                            {"packages", "packages, concurrency"}};
    bool packages = product->package_count > 0, capacity = product->capacity.offered;
    return product->capacity.adds_to == BE_CAPACITY_QPS ? names[packages][capacity]
                                                        : slots[packages][capacity];
}

void report_products(page *p, const products_answer *what)
{
    static const page_column columns[] = {
        {"Product", PAGE_LEFT, PAGE_STRONG},
        {"Name", PAGE_LEFT, PAGE_STRONG},
        {"Pay as you go", PAGE_LEFT, PAGE_STRONG},
        {"Also sold", PAGE_LEFT, PAGE_STRONG},
    };
    if (what->count == 0) {
        page_paragraph(p, PAGE_PLAIN, "No product matches.");
        return;
    }
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < what->count; i++) {
        const be_product *product = what->products[i];
        page_cell_add(p, PAGE_STRONG, product->key);
        page_cell_add(p, PAGE_PLAIN, product->name);
        page_cell_add(p, PAGE_PLAIN, headline_of(p, product));
        page_cell_add(p, PAGE_PLAIN, ways(product));
    }
}
