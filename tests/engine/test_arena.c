/* The arena: aligned zeroed pieces, kept apart, given back at once and used again. */
#include <stdalign.h>
#include <string.h>

#include "engine/arena_scratch.h"
#include "engine_test.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    be_arena *arena = *state;
    unsigned char *pieces[200];
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        size_t size = i * 7 + 1;
        pieces[i] = be_arena_alloc(arena, size, 1);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t j = 0; j < size; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)i + 1, size);
    }
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        assert_int_equal(pieces[i][0], (i + 1) & 0xFF);
        assert_int_equal(pieces[i][i * 7], (i + 1) & 0xFF);
    }
}

static void pieces_larger_than_a_block_have_room(void **state)
{
    be_arena *arena = *state;
    const size_t large = 1000 * 1000;
    char *small = be_arena_alloc(arena, 1, 16);
    char *first = be_arena_alloc(arena, large, 1);
    char *second = be_arena_alloc(arena, 1, large);
    assert_non_null(small);
    assert_non_null(first);
    assert_non_null(second);
    memset(first, 'a', large);
    memset(second, 'b', large);
    assert_int_equal(first[large - 1], 'a');
}

static void impossible_sizes_are_refused(void **state)
{
    be_arena *arena = *state;
    assert_null(be_arena_alloc(arena, SIZE_MAX, 2));
    assert_null(be_arena_alloc(arena, SIZE_MAX / 2, 3));
    assert_null(be_arena_alloc(arena, 2, SIZE_MAX));
    assert_non_null(be_arena_alloc(arena, 0, 8));
    assert_non_null(be_arena_alloc(arena, 8, 0));
}

static void the_same_answer_again_takes_no_new_memory(void **state)
{
    be_arena *arena = *state;
    size_t warm = 0;
    for (int round = 0; round < 5; round++) {
        for (size_t i = 1; i < 300; i++) {
            unsigned char *piece = be_arena_alloc(arena, i, 37);
            assert_non_null(piece);
            assert_int_equal(piece[i * 37 - 1], 0); /* zeroed again after a reset */
            memset(piece, 0xAA, i * 37);
        }
        if (round == 0)
            warm = be_arena_footprint(arena);
        assert_int_equal(be_arena_footprint(arena), warm);
        be_arena_reset(arena);
    }
}

/* Says no so many times, then yes. */
static bool at_last(void *context)
{
    int *left = context;
    return (*left)-- == 0;
}

static void large_pieces_leave_no_block_half_empty(void **state)
{
    be_arena *arena = *state;
    const size_t rounds = 100, small = 1600, large = 33000;
    for (size_t i = 0; i < rounds; i++) {
        assert_non_null(be_arena_alloc(arena, 1, small));
        assert_non_null(be_arena_alloc(arena, 1, large));
    }
    assert_in_range(be_arena_footprint(arena), rounds * (small + large),
                    rounds * (small + large) * 21 / 20);
}

static void scratch_is_emptied_kept_and_apart(void **state)
{
    be_arena *arena = *state;
    unsigned char *piece = be_arena_alloc(arena, 1, 8);
    size_t before = be_arena_footprint(arena);
    be_arena *scratch = arena_scratch(arena);
    assert_non_null(scratch);
    unsigned char *first = be_arena_alloc(scratch, 1, 100);
    assert_non_null(first);
    memset(first, 0xAA, 100);
    assert_int_equal(piece[0], 0);
    assert_true(be_arena_footprint(arena) > before); /* it belongs to the arena */
    assert_ptr_equal(arena_scratch(arena), scratch);
    assert_ptr_equal(be_arena_alloc(scratch, 1, 100), first);
    assert_int_equal(first[99], 0);
}

static void scratch_heeds_what_its_arena_does(void **state)
{
    be_arena *arena = *state;
    int left = 0;
    be_interrupt by = {at_last, &left, false};
    be_arena_heed(arena, &by);
    assert_true(be_arena_interrupted(arena_scratch(arena)));
    be_arena_heed(arena, NULL);
    assert_false(be_arena_interrupted(arena_scratch(arena)));
}

static void texts_are_copied_with_an_end(void **state)
{
    be_arena *arena = *state;
    const char *copy = be_arena_copy(arena, "package and more", 7);
    assert_string_equal(copy, "package");
    assert_string_equal(be_arena_copy(arena, "", 0), "");
}

static void an_interrupt_leaves_no_memory_until_it_is_set_back(void **state)
{
    be_arena *arena = *state;
    int left = 2;
    be_interrupt by = {at_last, &left, false};
    assert_false(be_arena_interrupted(arena));
    be_arena_heed(arena, &by);
    be_arena *other = be_arena_create_like(arena);
    assert_non_null(other);
    assert_false(be_arena_interrupted(arena));
    assert_false(be_arena_interrupted(other));
    assert_non_null(be_arena_alloc(arena, 1, 8));
    assert_true(be_arena_interrupted(other));
    assert_true(be_arena_interrupted(arena)); /* nobody is asked again */
    assert_null(be_arena_alloc(arena, 1, 8));
    assert_null(be_arena_alloc(other, 1, 8));
    by.came = false;
    left = 1;
    assert_non_null(be_arena_alloc(arena, 1, 8));
    be_arena_heed(arena, NULL);
    by.came = true;
    assert_non_null(be_arena_alloc(arena, 1, 8));
    be_arena_destroy(other);
}

static void nothing_may_be_destroyed(void **state)
{
    (void)state;
    be_arena_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pieces_are_zeroed_aligned_and_apart, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(pieces_larger_than_a_block_have_room, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(impossible_sizes_are_refused, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(the_same_answer_again_takes_no_new_memory, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(large_pieces_leave_no_block_half_empty, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(scratch_is_emptied_kept_and_apart, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(scratch_heeds_what_its_arena_does, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(texts_are_copied_with_an_end, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(an_interrupt_leaves_no_memory_until_it_is_set_back,
                                        open_arena, close_arena),
        cmocka_unit_test(nothing_may_be_destroyed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
