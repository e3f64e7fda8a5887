/* Pages as text: alignment, wrapping, colour, and nothing that could steer a terminal. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/page_text.h"

static const page_text_options plain = {.columns = 40};

/* What the page looks like; the caller frees it. Destroys the page. */
static char *rendered(page *p, page_text_options options)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_true(page_text_write(p, &options, out));
    assert_int_equal(fclose(out), 0);
    page_destroy(p);
    return text;
}

static void assert_rendered(page *p, page_text_options options, const char *expected)
{
    char *text = rendered(p, options);
    assert_string_equal(text, expected);
    free(text);
}

static page *new_page(void)
{
    page *p = page_create();
    assert_non_null(p);
    return p;
}

static void blocks_are_set_apart(void **state)
{
    (void)state;
    page *p = new_page();
    page_title(p, "Title");
    page_paragraph(p, PAGE_PLAIN, "A paragraph that is a little too long for forty columns.");
    page_heading(p, "Notes");
    page_bullet(p, PAGE_PLAIN, "one");
    page_bullet(p, PAGE_PLAIN, "another that has to go on in the next line");
    assert_rendered(p, plain,
                    "Title\n"
                    "A paragraph that is a little too long\n"
                    "for forty columns.\n"
                    "\n"
                    "Notes\n"
                    "• one\n"
                    "• another that has to go on in the next\n"
                    "  line\n");
}

static page *sample_table(void)
{
    static const page_column columns[] = {{"Name", PAGE_LEFT, PAGE_STRONG},
                                          {"Total", PAGE_RIGHT, PAGE_STRONG},
                                          {"Why", PAGE_LEFT, PAGE_STRONG}};
    page *p = new_page();
    page_table_begin(p, columns, 3);
    page_cell_add(p, PAGE_PLAIN, "图像");
    page_cell_add(p, PAGE_GOOD, "¥1.00");
    page_cell_add(p, PAGE_PLAIN, "because it is much the cheapest");
    page_cell_add(p, PAGE_PLAIN, "image");
    page_cell_add(p, PAGE_PLAIN, "¥125.00");
    page_cell_add(p, PAGE_PLAIN, "");
    return p;
}

static void columns_are_aligned_by_width(void **state)
{
    (void)state;
    assert_rendered(sample_table(), plain,
                    "Name     Total  Why\n"
                    "────────────────────────────────────────\n"
                    "图像     ¥1.00  because it is much the\n"
                    "                cheapest\n"
                    "image  ¥125.00\n");
}

static void ascii_has_stand_ins(void **state)
{
    (void)state;
    page_text_options ascii = plain;
    ascii.ascii = true;
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN, "★ 3 × ¥1 − €2 …");
    assert_rendered(p, ascii, "* 3 x CNY 1 - EUR 2 ...\n");
}

static void colour_is_put_around_text_alone(void **state)
{
    (void)state;
    page_text_options color = plain;
    color.color = true;
    char *text = rendered(sample_table(), color);
    assert_non_null(strstr(text, "  \033[32m¥1.00\033[0m  "));
    free(text);
}

static void words_are_never_cut_for_want_of_room(void **state)
{
    (void)state;
    static const page_column columns[] = {{.align = PAGE_LEFT}, {.align = PAGE_LEFT}};
    page *p = new_page();
    page_table_begin(p, columns, 2);
    page_cell_add(p, PAGE_PLAIN, "tencent/image-style-transfer");
    page_cell_add(p, PAGE_PLAIN, "a text of many words beside it");
    assert_rendered(p, plain,
                    "tencent/image-style-transfer  a text of\n"
                    "                              many words\n"
                    "                              beside it\n");
}

/* 40 columns: the first names the rows of every part. */
static void tables_that_are_too_wide_come_in_parts(void **state)
{
    (void)state;
    static const page_column columns[] = {{"Plan", PAGE_LEFT, PAGE_STRONG},
                                          {"Low", PAGE_RIGHT, PAGE_STRONG},
                                          {"Expected", PAGE_RIGHT, PAGE_STRONG},
                                          {"High", PAGE_RIGHT, PAGE_STRONG},
                                          {"Buys", PAGE_LEFT, PAGE_STRONG}};
    static const char *const cells[] = {"one",
                                        "$1,000,000.00",
                                        "$20,000,000.00",
                                        "$3.00",
                                        "5\u00A0×\u00A010k",
                                        "another",
                                        "$1.00",
                                        "$2.00",
                                        "$30,000,000.00",
                                        "nothing at all to speak of"};
    page *p = new_page();
    page_table_begin(p, columns, 5);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        page_cell_add(p, PAGE_PLAIN, cells[i]);
    assert_rendered(p, plain,
                    "Plan               Low        Expected\n"
                    "──────────────────────────────────────\n"
                    "one      $1,000,000.00  $20,000,000.00\n"
                    "another          $1.00           $2.00\n"
                    "\n"
                    "Plan               High  Buys\n"
                    "────────────────────────────────────────\n"
                    "one               $3.00  5 × 10k\n"
                    "another  $30,000,000.00  nothing at all\n"
                    "                         to speak of\n");
}

static void no_break_spaces_hold_and_become_spaces(void **state)
{
    (void)state;
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN,
                   "1,025\u00A0×\u00A0¥0.300 + 100\u00A0×\u00A0¥0.275 + 75\u00A0×\u00A0¥0.25");
    assert_rendered(p, plain, "1,025 × ¥0.300 + 100 × ¥0.275 +\n75 × ¥0.25\n");
}

static void control_characters_never_pass(void **state)
{
    (void)state;
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN, "a\033[2Jb\x07\xFF");
    char *text = rendered(p, plain);
    assert_null(strpbrk(text, "\033\x07\xFF"));
    free(text);
}

static void long_texts_are_whole(void **state)
{
    (void)state;
    enum { WORDS = 2000 };
    char *long_text = calloc(WORDS, 5);
    assert_non_null(long_text);
    for (size_t i = 0; i < WORDS; i++)
        memcpy(long_text + i * 5, "word ", 5);
    long_text[WORDS * 5 - 1] = '\0';
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN, long_text);
    char *text = rendered(p, plain);
    size_t words = 0;
    for (const char *at = text; (at = strstr(at, "word")) != NULL; at++)
        words++;
    assert_int_equal(words, WORDS);
    free(text);
    free(long_text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_set_apart),
        cmocka_unit_test(columns_are_aligned_by_width),
        cmocka_unit_test(ascii_has_stand_ins),
        cmocka_unit_test(colour_is_put_around_text_alone),
        cmocka_unit_test(words_are_never_cut_for_want_of_room),
        cmocka_unit_test(tables_that_are_too_wide_come_in_parts),
        cmocka_unit_test(no_break_spaces_hold_and_become_spaces),
        cmocka_unit_test(control_characters_never_pass),
        cmocka_unit_test(long_texts_are_whole),
    };
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
