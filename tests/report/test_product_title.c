/* What a product's report begins with. */
#include "report_test.h"

#include <locale.h>

#include "report/product_title.h"

static void expect_title(const be_product *product, const char *expected)
{
    page *p = page_create();
    product_title(p, product);
    char *text = text_of_page(p);
    assert_string_equal(text, expected);
    free(text);
}

static void tells_the_vendor_and_where_it_is_sold(void **state)
{
    (void)state;
    be_product product = a_product();
    product.region = "Singapore";
    expect_title(&product, "Scan · Acme, Singapore\n");
}

static void a_product_of_no_region_names_none(void **state)
{
    (void)state;
    be_product product = a_product();
    expect_title(&product, "Scan · Acme\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_vendor_and_where_it_is_sold),
        cmocka_unit_test(a_product_of_no_region_names_none),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
