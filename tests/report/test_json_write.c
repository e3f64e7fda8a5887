/* JSON as it is written: nothing in it steers a terminal, and programs read what was meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "report/json_write.h"

static void assert_written(const char *text, const char *expected)
{
    char *written = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&written, &size);
    json_t *value = json_pack("[s]", text);
    assert_non_null(out);
    assert_non_null(value);
    assert_true(json_write(value, out));
    assert_int_equal(fclose(out), 0);
    assert_string_equal(written, expected);
    json_t *read = json_loads(written, 0, NULL);
    assert_true(json_equal(read, value));
    json_decref(read);
    json_decref(value);
    free(written);
}

static void text_stays_readable(void **state)
{
    (void)state;
    assert_written("a \"b\" 人脸 👍 \uFFFD", "[\n  \"a \\\"b\\\" 人脸 👍 \uFFFD\"\n]\n");
}

static void what_controls_or_deceives_is_escaped(void **state)
{
    (void)state;
    assert_written("\033[2J", "[\n  \"\\u001B[2J\"\n]\n");
    assert_written("\x7F\xC2\x9B"
                   "a",
                   "[\n  \"\\u007F\\u009Ba\"\n]\n");
    assert_written("x\xE2\x80\xAEgpj.exe", "[\n  \"x\\u202Egpj.exe\"\n]\n");
    assert_written("\xF3\xA0\x80\x81", "[\n  \"\\uDB40\\uDC01\"\n]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_readable),
        cmocka_unit_test(what_controls_or_deceives_is_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
