#include "report/json_products.h"

#include "report/json_value.h"
#include "report/product_view.h"

static json_t *meter_at(const void *context, size_t i)
{
    const be_meter *meter = (const be_meter *)context + i;
    return json_pack("{s:o, s:o, s:o}", "id", json_of_text(meter->id), "name",
                     json_of_text(meter->name), "unit", json_of_text(meter->unit));
}

static json_t *product_at(const void *context, size_t i)
{
    const be_product *product = ((const be_product *const *)context)[i];
    const be_source *source = be_product_oldest_source(product);
    bool payg = product->payg.offered;
    const headline shown = payg ? product_view_headline(product) : (headline){.unit = NULL};
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:i, s:b, s:o}",
        "product", json_of_text(product->key), "name", json_of_text(product->name), "name_zh",
        json_of_text(product->name_zh), "provider", json_of_text(product->provider->name),
        "category", json_of_text(product->category), "region", json_of_text(product->region),
        "currency", json_of_text(product->currency), "unit", json_of_text(product->unit), "price",
        payg ? json_of_amount(shown.price) : json_null(), "price_state",
        payg ? json_of_state(shown.price) : json_null(), "price_per",
        payg ? json_of_quantity(shown.per) : json_null(), "price_unit", json_of_text(shown.unit),
        "meters", json_of_list(product->meter_count, meter_at, product->meters), "payg",
        payg ? 1 : 0, "packages", (int)product->package_count, "qps",
        product->capacity.offered ? 1 : 0, "price_date",
        json_of_text(source == NULL ? NULL : source->date_text));
}

json_t *json_of_products(const products_answer *what)
{
    return json_pack("{s:o}", "products", json_of_list(what->count, product_at, what->products));
}
