/* The index of ids: what was added is found, and nothing else, while it grows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "catalog/id_index.h"

enum { IDS = 5000, ID_BYTES = 16 };

static void all_are_found_while_it_grows(void **state)
{
    (void)state;
    static char ids[IDS][ID_BYTES];
    id_index index = {0};
    assert_null(id_index_find(&index, "id-0"));
    for (int i = 0; i < IDS; i++) {
        snprintf(ids[i], ID_BYTES, "id-%d", i);
        assert_null(id_index_find(&index, ids[i]));
        assert_true(id_index_add(&index, ids[i], ids[i]));
        assert_ptr_equal(id_index_find(&index, ids[i / 2]), ids[i / 2]);
    }
    for (int i = 0; i < IDS; i++)
        assert_ptr_equal(id_index_find(&index, ids[i]), ids[i]);
    assert_null(id_index_find(&index, "id-"));
    assert_null(id_index_find(&index, ""));
    id_index_clear(&index);
    assert_null(id_index_find(&index, ids[0]));
}

static void the_first_of_an_id_counts_and_none_without_one(void **state)
{
    (void)state;
    const int first = 1, second = 2;
    id_index index = {0};
    assert_true(id_index_add(&index, NULL, &second));
    assert_null(id_index_find(&index, "id"));
    assert_true(id_index_add(&index, "id", &first));
    assert_true(id_index_add(&index, "id", &second));
    assert_ptr_equal(id_index_find(&index, "id"), &first);
    id_index_clear(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_found_while_it_grows),
        cmocka_unit_test(the_first_of_an_id_counts_and_none_without_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
