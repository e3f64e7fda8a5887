#include "report/product_view.h"

headline product_view_headline(const be_product *product)
{
    const be_meter *meter = product->meter_count > 0 ? &product->meters[0] : NULL;
    const be_tariff *tariff =
        meter != NULL ? &meter->tariff[BE_USE_STANDARD] : &product->payg.tariff;
    return (headline){
        .tariff = tariff,
        .price = tariff->bands[0].price,
        .per = tariff->per,
        .unit = meter != NULL ? meter->unit : product->unit,
        .meter = meter,
    };
}
