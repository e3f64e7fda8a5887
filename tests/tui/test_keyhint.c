#include "tui/widgets/keyhint.h"

#include "unit.h"

static const keyhint hints[] = {{"↑↓", "choose"}, {"^S", "保存"}, {"q", "quit"}};

static void assert_hints(int cols, int drawn, const char *expected)
{
    char text[128];
    surface *grid = surface_create(1, cols, false);

    assert_non_null(grid);
    assert_int_equal(keyhint_draw(hints, 3, grid, surface_area(grid)), drawn);
    surface_row(grid, 0, text, sizeof text);
    assert_string_equal(text, expected);
    surface_destroy(grid);
}

static void cuts_at_whole_hints(void **state)
{
    (void)state;
    assert_hints(40, 3, " ↑↓ choose  ^S 保存  q quit");
    assert_hints(27, 3, " ↑↓ choose  ^S 保存  q quit");
    assert_hints(26, 2, " ↑↓ choose  ^S 保存");
    assert_hints(18, 1, " ↑↓ choose");
    assert_hints(9, 0, "");
    assert_hints(1, 0, "");
}

static void the_mouse_finds_the_hint(void **state)
{
    (void)state;
    assert_int_equal(keyhint_at(hints, 3, 40, 0), -1);
    assert_int_equal(keyhint_at(hints, 3, 40, 1), 0);
    assert_int_equal(keyhint_at(hints, 3, 40, 9), 0);
    assert_int_equal(keyhint_at(hints, 3, 40, 10), -1);
    assert_int_equal(keyhint_at(hints, 3, 40, 12), 1);
    assert_int_equal(keyhint_at(hints, 3, 40, 26), 2);
    assert_int_equal(keyhint_at(hints, 3, 26, 22), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_at_whole_hints),
        cmocka_unit_test(the_mouse_finds_the_hint),
    };
    return cmocka_run_group_tests_name("tui/keyhint", tests, use_utf8, NULL);
}
