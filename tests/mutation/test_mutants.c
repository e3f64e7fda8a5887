/* Which mutants a source has. */
#include "mutation/mutants.h"

#include "support/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* The mutants of a function with this body: the bodies that they have, a line each. */
static void expect_bodies(const char *body, const char *expected)
{
    static const char before[] = "void f(void){";
    buffer source = {0}, seen = {0};
    buffer_append_text(&source, before);
    buffer_append_text(&source, body);
    mutant_list list;
    mutant_list_find(&list, buffer_text(&source));
    for (size_t i = 0; i < list.count; i++) {
        char *changed = mutant_apply(&list.items[i], buffer_text(&source));
        buffer_append_text(&seen, &changed[sizeof before - 1]);
        buffer_append_text(&seen, "\n");
        free(changed);
    }
    assert_string_equal(buffer_text(&seen), expected);
    mutant_list_free(&list);
    buffer_free(&source);
    buffer_free(&seen);
}

static void comparisons_move_their_bound_and_turn_round(void **state)
{
    (void)state;
    expect_bodies("a < b;", "a <= b;\na >= b;\n");
    expect_bodies("a >= b;", "a > b;\na < b;\n");
    expect_bodies("a == b && c;", "a != b && c;\na == b || c;\n");
}

static void operators_of_two_operands_differ_from_signs_and_pointers(void **state)
{
    (void)state;
    expect_bodies("x = a - -b;", "x = a + -b;\nx = a - b;\n");
    expect_bodies("x = f(a) * (b);", "x = f(a) / (b);\n");
    expect_bodies("return -a;", "return a;\n");
    expect_bodies("x = *p;", "");
    expect_bodies("const T *p = q; T *r; f((T *)p); for (T *s = p;;) ;", "");
    expect_bodies("x = sizeof *p;", "");
}

static void steps_and_sums_go_the_other_way(void **state)
{
    (void)state;
    expect_bodies("i++;", "i--;\n");
    expect_bodies("a += b % c;", "a -= b % c;\na += b / c;\n");
}

static void constants_become_their_neighbours(void **state)
{
    (void)state;
    expect_bodies("x = 0;", "x = 1;\n");
    expect_bodies("x = 1;", "x = 0;\n");
    expect_bodies("x = 31u;", "x = 32u;\n");
    expect_bodies("x = 0x0F;", "x = 16;\n");
    expect_bodies("x = 1.5;", "");
    expect_bodies("x = true;", "x = false;\n");
}

static void sizes_of_arrays_stay(void **state)
{
    (void)state;
    expect_bodies("int a[N + 1];", "");
    expect_bodies("a[1] = b;", "a[0] = b;\n");
}

static void jumps_behind_a_condition_are_dropped(void **state)
{
    (void)state;
    expect_bodies("if (a < b) return x; return y;",
                  "if (a <= b) return x; return y;\nif (a >= b) return x; return y;\n"
                  "if (a < b) ; return y;\n");
    expect_bodies("if (!a) continue;", "if (a) continue;\nif (!a) ;\n");
}

static void plain_conditions_are_negated(void **state)
{
    (void)state;
    expect_bodies("if (p->on) x();", "if (!(p->on)) x();\n");
}

static void arms_of_a_choice_are_swapped(void **state)
{
    (void)state;
    expect_bodies("x = a ? b : c;", "x = a ? c : b;\n");
    expect_bodies("f(a ? b(d, e) : c, g);", "f(a ? c : b(d, e), g);\n");
    expect_bodies("x = a ? b : c ? d : e;", "x = a ? c ? d : e : b;\nx = a ? b : c ? e : d;\n");
    expect_bodies("x = a ? b ? c : d : e;", "x = a ? e : b ? c : d;\nx = a ? b ? d : c : e;\n");
}

/* Between functions only constants change; places and labels are those of the source. */
static void types_stay_and_places_are_told(void **state)
{
    (void)state;
    static const char source[] = "#define A 1\nenum { B = 2 };\nT *f(T *a);\nint c = -3;\n";
    mutant_list list;
    mutant_list_find(&list, source);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].label, "`2` -> `3`");
    assert_int_equal(list.items[0].line, 2);
    assert_int_equal(list.items[0].column, 12);
    assert_string_equal(list.items[1].label, "`3` -> `4`");
    mutant_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparisons_move_their_bound_and_turn_round),
        cmocka_unit_test(operators_of_two_operands_differ_from_signs_and_pointers),
        cmocka_unit_test(steps_and_sums_go_the_other_way),
        cmocka_unit_test(constants_become_their_neighbours),
        cmocka_unit_test(sizes_of_arrays_stay),
        cmocka_unit_test(jumps_behind_a_condition_are_dropped),
        cmocka_unit_test(plain_conditions_are_negated),
        cmocka_unit_test(arms_of_a_choice_are_swapped),
        cmocka_unit_test(types_stay_and_places_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
