#include "tui/widgets/key.h"

#include "unit.h"

static void has_names(void **state)
{
    static const struct {
        key named;
        const char *name;
    } cases[] = {
        {{.code = INPUT_CHAR, .point = 'a'}, "a"},
        {{.code = INPUT_CHAR, .point = 'A'}, "A"},
        {{.code = INPUT_CHAR, .point = ' '}, "Space"},
        {{.code = INPUT_CHAR, .point = 0x4EF7}, "价"},
        {{.code = INPUT_CHAR, .point = 's', .ctrl = true}, "^S"},
        {{.code = INPUT_CHAR, .point = '_', .ctrl = true}, "^_"},
        {{.code = INPUT_CHAR, .point = 'x', .alt = true}, "Alt-x"},
        {{.code = INPUT_F5}, "F5"},
        {{.code = INPUT_UP, .shift = true}, "Shift-Up"},
        {{.code = INPUT_LEFT, .ctrl = true}, "Ctrl-Left"},
        {{.code = INPUT_BACK_TAB}, "Shift-Tab"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char name[32];
        key_label(name, sizeof name, cases[i].named);
        assert_string_equal(name, cases[i].name);
    }
}

static void modifiers_make_another_key(void **state)
{
    key ctrl_s = {.code = INPUT_CHAR, .point = 's', .ctrl = true};
    key pasted_q = {.code = INPUT_CHAR, .point = 'q', .pasted = true};

    (void)state;
    assert_true(key_is_ctrl(ctrl_s, 's'));
    assert_false(key_is(ctrl_s, 's'));
    assert_false(key_is_text(ctrl_s));
    assert_false(key_is(pasted_q, 'q'));
    assert_true(key_is_text(pasted_q));
    assert_true(key_is_special((key){.code = INPUT_ENTER}, INPUT_ENTER));
    assert_false(key_is_special((key){.code = INPUT_UP, .shift = true}, INPUT_UP));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_names),
        cmocka_unit_test(modifiers_make_another_key),
    };
    return cmocka_run_group_tests_name("tui/key", tests, use_utf8, NULL);
}
