/* "Did you mean": which known word is near to a misspelt one. */
#include "config_test.h"

#include "config/nearest.h"

static const char *nearest_of_keys(const char *word)
{
    static const char *const keys[] = {"name", "packages", "payg", "per", "price", "concurrency"};
    nearest search = nearest_to(word);
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        nearest_offer(&search, keys[i]);
    return search.best;
}

static void finds_single_slips(void **state)
{
    (void)state;
    assert_string_equal(nearest_of_keys("pakages"), "packages");   /* left out */
    assert_string_equal(nearest_of_keys("packagges"), "packages"); /* doubled */
    assert_string_equal(nearest_of_keys("packeges"), "packages");  /* replaced */
    assert_string_equal(nearest_of_keys("nmae"), "name");          /* swapped */
    assert_string_equal(nearest_of_keys("concurency"), "concurrency");
}

static void leaves_strangers_alone(void **state)
{
    (void)state;
    assert_null(nearest_of_keys("colour"));
    assert_null(nearest_of_keys(""));
    assert_null(nearest_of_keys("abc"));
}

static void takes_the_first_of_equals(void **state)
{
    (void)state;
    nearest search = nearest_to("qp");
    nearest_offer(&search, "qps");
    nearest_offer(&search, "rqp");
    assert_string_equal(search.best, "qps");
}

static void does_not_measure_long_words(void **state)
{
    (void)state;
    char word[200];
    memset(word, 'a', sizeof word);
    word[sizeof word - 1] = '\0';
    nearest search = nearest_to(word);
    nearest_offer(&search, word);
    assert_null(search.best);
}

static void writes_hints(void **state)
{
    (void)state;
    char hint[NEAREST_HINT];
    nearest search = nearest_to("pricee");
    assert_string_equal(nearest_hint(&search, hint), "");
    nearest_offer(&search, "price");
    assert_string_equal(nearest_hint(&search, hint), "; did you mean \"price\"?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_single_slips),
        cmocka_unit_test(leaves_strangers_alone),
        cmocka_unit_test(takes_the_first_of_equals),
        cmocka_unit_test(does_not_measure_long_words),
        cmocka_unit_test(writes_hints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
