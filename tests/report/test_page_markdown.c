/* Pages as Markdown: what renders as the page says, whatever its texts contain. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/page_markdown.h"

/* What becomes of the page, which is destroyed; the caller frees it. */
static char *rendered(page *p, bool ascii)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_true(page_markdown_write(p, ascii, out));
    assert_int_equal(fclose(out), 0);
    page_destroy(p);
    return text;
}

static void assert_rendered(page *p, const char *expected)
{
    char *text = rendered(p, false);
    assert_string_equal(text, expected);
    free(text);
}

static page *new_page(void)
{
    page *p = page_create();
    assert_non_null(p);
    return p;
}

static void assert_paragraph(const char *text, const char *expected)
{
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN, text);
    char *written = rendered(p, false);
    assert_int_equal(strlen(written), strlen(expected) + 1);
    assert_memory_equal(written, expected, strlen(expected));
    free(written);
}

static void blocks_are_set_apart(void **state)
{
    (void)state;
    page *p = new_page();
    page_title(p, "Title");
    page_paragraph(p, PAGE_GOOD, "★ The verdict.");
    page_paragraph(p, PAGE_BAD, "A paragraph.");
    page_heading(p, "Notes");
    page_bullet(p, PAGE_PLAIN, "one");
    page_bullet(p, PAGE_STRONG, "two");
    page_paragraph(p, PAGE_DIM, "The end.");
    assert_rendered(p, "# Title\n\n**★ The verdict.**\n\nA paragraph.\n\n## Notes\n\n"
                       "- one\n- **two**\n\nThe end.\n");
}

static page *sample_table(void)
{
    static const page_column columns[] = {{"Name", PAGE_LEFT, PAGE_STRONG},
                                          {"Total", PAGE_RIGHT, PAGE_STRONG},
                                          {NULL, PAGE_LEFT, PAGE_STRONG}};
    page *p = new_page();
    page_table_begin(p, columns, 3);
    page_cell_add(p, PAGE_PLAIN, "图像");
    page_cell_add(p, PAGE_GOOD, "¥1.00");
    page_cell_add(p, PAGE_PLAIN, "a | b");
    page_cell_add(p, PAGE_STRONG, "");
    page_cell_add(p, PAGE_PLAIN, "¥12,125.00");
    page_cell_add(p, PAGE_PLAIN, "");
    return p;
}

static void tables_are_aligned(void **state)
{
    (void)state;
    assert_rendered(sample_table(), "| Name |      Total |        |\n"
                                    "| ---- | ---------: | ------ |\n"
                                    "| 图像 |  **¥1.00** | a \\| b |\n"
                                    "|      | ¥12,125.00 |        |\n");
}

static void a_table_without_titles_has_an_empty_head(void **state)
{
    (void)state;
    static const page_column columns[] = {{NULL, PAGE_LEFT, PAGE_PLAIN}};
    page *p = new_page();
    page_table_begin(p, columns, 1);
    page_cell_add(p, PAGE_PLAIN, "- no list");
    assert_rendered(p, "|           |\n| --------- |\n| - no list |\n");
}

static void ascii_is_written_where_nothing_else_is_read(void **state)
{
    (void)state;
    char *text = rendered(sample_table(), true);
    assert_non_null(strstr(text, "|  **CNY 1.00** |"));
    free(text);
}

static void markup_in_data_is_only_text(void **state)
{
    (void)state;
    assert_paragraph("*a* _b_ `c` ~d~ [e](f) <g> \\",
                     "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\[e\\](f) \\<g\\> \\\\");
    assert_paragraph("AT&amp;T | x", "AT\\&amp;T \\| x");
    assert_paragraph("# head", "\\# head");
    assert_paragraph("- item", "\\- item");
    assert_paragraph("+ item", "\\+ item");
    assert_paragraph("---", "\\---");
    assert_paragraph("===", "\\===");
    assert_paragraph("12. item", "12\\. item");
    assert_paragraph("3) item", "3\\) item");
    assert_paragraph("1.5 - 2", "1\\.5 - 2");
    assert_paragraph("a # - + 1. b", "a # - + 1. b");
    assert_paragraph("    code", "code");
}

static void money_is_no_formula(void **state)
{
    (void)state;
    assert_paragraph("$1.00 to $2.00", "$1.00 to $2.00");
    assert_paragraph("a $x$ b", "a \\$x\\$ b");
}

/* A paragraph that was said to have the address in it. */
static void assert_addressed(const char *text, const char *address, const char *expected)
{
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN, text);
    page_address(p, address);
    char *written = rendered(p, false);
    assert_memory_equal(written, expected, strlen(expected));
    assert_string_equal(written + strlen(expected), "\n");
    free(written);
}

static void addresses_stay_what_they_are(void **state)
{
    (void)state;
    assert_addressed("see https://a.b/c_d?e*f, then", "https://a.b/c_d?e*f",
                     "see <https://a.b/c_d?e*f>, then");
    assert_addressed("(https://a_b) 见 https://a_b。", "https://a_b",
                     "(<https://a_b>) 见 <https://a_b>。");
    assert_addressed("xhttps://a_b", "https://a_b", "x<https://a_b>");
    assert_addressed("https://a\n<script>", "https://a", "<https://a>\uFFFD\\<script\\>");
    assert_addressed("of a.b/c_d", "a.b/c_d", "of a.b/c\\_d");
    assert_addressed("www.a.b", "www.a.b", "`www.a.b`");
    assert_addressed("a@b.c, http://a@b.c", "http://a@b.c", "`a@b.c,` <http://a@b.c>");
    static const page_column columns[] = {{"From", PAGE_LEFT, PAGE_PLAIN}};
    page *p = new_page();
    page_table_begin(p, columns, 1);
    page_cell_add(p, PAGE_PLAIN, "https://a|b");
    page_address(p, "https://a|b");
    page_cell_add(p, PAGE_PLAIN, "https://a|b");
    assert_rendered(p, "| From           |\n| -------------- |\n"
                       "| <https://a\\|b> |\n| `https://a`\\|b |\n");
}

static void a_forge_finds_no_link_in_a_name(void **state)
{
    (void)state;
    static const char *const words[] = {
        "https://evil.example/",
        "HTTP://evil.example",
        "ftp://evil.example",
        "www.evil.example",
        "WWW.evil.example",
        "(www.evil.example)",
        "someone@example.com",
        "mailto:a@b.c",
        "@someone",
        "@org/team",
        "#123",
        "GH-123",
        "org/project#123",
        "!123",
        "&#64;someone",
        "a*b_c@d",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[128], expected[128];
        snprintf(text, sizeof text, "by %s, in 见%s", words[i], words[i]);
        snprintf(expected, sizeof expected, "by `%s,` in 见`%s`", words[i], words[i]);
        assert_paragraph(text, expected);
    }
    assert_paragraph("@", "@");
    assert_paragraph("3 @ 5, C# 8, #! 1", "3 @ 5, C# 8, #! 1");
    assert_paragraph("www and http: //a", "www and http: //a");
    assert_paragraph("https://a|b\\c`d@e", "`https://a`\\|b\\\\c\\``d@e`");
    assert_paragraph("a@b\u0301", "`a@`b\u0301");
    assert_paragraph("@\u200Bsomeone", "@\uFFFDsomeone");
    page *p = new_page();
    page_title(p, "#1 of @all");
    page_bullet(p, PAGE_GOOD, "a@b");
    assert_rendered(p, "# `#1` of `@all`\n\n- **`a@b`**\n");
}

static void no_control_character_gets_through(void **state)
{
    (void)state;
    page *p = new_page();
    page_paragraph(p, PAGE_PLAIN,
                   "a\n# b\033[31m\xFF\u202E"
                   "c");
    page_bullet(p, PAGE_PLAIN, "d\r\n\ne");
    char *text = rendered(p, false);
    for (const char *c = text; *c != '\0'; c++)
        assert_true((unsigned char)*c >= 0x20 || *c == '\n');
    assert_int_equal(strcspn(text, "\n"), strstr(text, "c\n") + 1 - text);
    assert_null(strstr(text, "\u202E"));
    free(text);
}

static void blanks_are_never_bold(void **state)
{
    (void)state;
    page *p = new_page();
    page_paragraph(p, PAGE_STRONG, "   ");
    page_paragraph(p, PAGE_STRONG, " a  ");
    assert_rendered(p, "\n\n**a**\n");
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_set_apart),
        cmocka_unit_test(tables_are_aligned),
        cmocka_unit_test(a_table_without_titles_has_an_empty_head),
        cmocka_unit_test(ascii_is_written_where_nothing_else_is_read),
        cmocka_unit_test(markup_in_data_is_only_text),
        cmocka_unit_test(money_is_no_formula),
        cmocka_unit_test(addresses_stay_what_they_are),
        cmocka_unit_test(a_forge_finds_no_link_in_a_name),
        cmocka_unit_test(no_control_character_gets_through),
        cmocka_unit_test(blanks_are_never_bold),
    };
    return cmocka_run_group_tests_name("report/page-markdown", tests, NULL, NULL);
}
