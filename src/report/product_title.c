#include "report/product_title.h"

#include "language/language.h"
#include "report/words.h"

void product_title(page *p, const be_product *product)
{
    const char *region = words_region(product);
    page_title(p, page_printf(p, "%s · %s%s%s", words_product(product),
                              words_provider(product->provider),
                              region[0] == '\0' ? "" : words_pause(), region));
}

void product_title_planned(page *p, const be_product *product, be_horizon horizon)
{
    char months[WORDS_TEXT], start[WORDS_TEXT];
    product_title(p, product);
    page_paragraph(p, PAGE_PLAIN,
                   page_printf(p, tr_in("product, months and the first of them", "%s · %s from %s"),
                               product->key, words_count(horizon.months, "month", months),
                               words_month(horizon.start, start)));
}
