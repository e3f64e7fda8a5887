#include "report/json_products.h"

#include "report/json_value.h"

static json_t *product_at(const void *context, size_t i)
{
    const be_product *product = ((const be_product *const *)context)[i];
    const be_source *source = be_product_oldest_source(product);
    const be_payg *payg = &product->payg;
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:i, s:b, s:o}", "product",
        json_of_text(product->key), "name", json_of_text(product->name), "name_zh",
        json_of_text(product->name_zh), "provider", json_of_text(product->provider->name),
        "category", json_of_text(product->category), "region", json_of_text(product->region),
        "currency", json_of_text(product->currency), "unit", json_of_text(product->unit), "price",
        payg->offered ? json_of_amount(payg->tariff.bands[0].price) : json_null(), "price_state",
        payg->offered ? json_of_state(payg->tariff.bands[0].price) : json_null(), "price_per",
        payg->offered ? json_of_quantity(payg->tariff.per) : json_null(), "payg",
        payg->offered ? 1 : 0, "packages", (int)product->package_count, "qps",
        product->capacity.offered ? 1 : 0, "price_date",
        json_of_text(source == NULL ? NULL : source->date_text));
}

json_t *json_of_products(const products_answer *what)
{
    return json_pack("{s:o}", "products", json_of_list(what->count, product_at, what->products));
}
