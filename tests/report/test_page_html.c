/* Pages as HTML: whole documents, and nothing in data that becomes markup. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/html_text.h"
#include "report/page_html.h"
#include "support/markup.h"

static page *new_page(void)
{
    page *p = page_create();
    assert_non_null(p);
    return p;
}

/* What becomes of the page, which is destroyed; the caller frees it. It is well-formed. */
static char *rendered(page *p)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_true(page_html_write(p, "en", out));
    assert_int_equal(fclose(out), 0);
    page_destroy(p);
    const char *problem = markup_problem(text);
    if (problem != NULL)
        fail_msg("not well-formed: %.60s", problem);
    return text;
}

/* What stands in the body is this. */
static void assert_body(page *p, const char *expected)
{
    static const char start[] = "<body>\n<main>\n", end[] = "</main>\n</body>\n</html>\n";
    char *text = rendered(p);
    const char *body = strstr(text, start);
    assert_non_null(body);
    body += strlen(start);
    size_t length = strlen(body);
    assert_true(length >= strlen(end));
    assert_string_equal(body + length - strlen(end), end);
    text[(size_t)(body - text) + length - strlen(end)] = '\0';
    assert_string_equal(body, expected);
    free(text);
}

static void assert_text(void (*write)(const char *, FILE *), const char *text, const char *expected)
{
    char *written = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&written, &size);
    assert_non_null(out);
    write(text, out);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(written, expected);
    free(written);
}

/* -- text -------------------------------------------------------------------------------------- */

static void data_is_never_markup(void **state)
{
    (void)state;
    assert_text(html_text, "<script>alert('a' & \"b\")</script>",
                "&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;");
    assert_text(html_text, "&lt;", "&amp;lt;");
    assert_text(html_text, "人脸 ¥1 ★ 👍", "人脸 ¥1 ★ 👍");
}

static void what_controls_or_deceives_is_replaced(void **state)
{
    (void)state;
    assert_text(html_text, "a\001b\033c\177d\ne\tf", "a�b�c�d�e�f");
    assert_text(html_text,
                "a\xC2\x9B"
                "b",
                "a�b");
    assert_text(html_text, "x\xE2\x80\xAEgpj.exe", "x�gpj.exe");
    assert_text(html_text, "\xEF\xBF\xBE\xEF\xB7\x90", "��");
    assert_text(html_text, "\xC3(\xFF\xED\xA0\x80", "�(����");
    assert_text(html_text, "\xE4\xBA", "��");
}

static void assert_linked(const char *text, const char *address, const char *expected)
{
    char *got = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&got, &size);
    assert_non_null(out);
    html_text_linked(text, address, out);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(got, expected);
    free(got);
}

static void the_address_that_is_named_is_a_link(void **state)
{
    (void)state;
    assert_linked("See https://a.example/b?c=1&d=2, and (http://e.example).",
                  "https://a.example/b?c=1&d=2",
                  "See <a href=\"https://a.example/b?c=1&amp;d=2\" rel=\"noopener noreferrer\">"
                  "https://a.example/b?c=1&amp;d=2</a>, and (http://e.example).");
    assert_linked(
        "https://a.example/\"onclick=\"x", "https://a.example/\"onclick=\"x",
        "<a href=\"https://a.example/\" rel=\"noopener noreferrer\">https://a.example/</a>"
        "&quot;onclick=&quot;x");
    assert_linked(
        "https://a.example/图", "https://a.example/图",
        "<a href=\"https://a.example/\" rel=\"noopener noreferrer\">https://a.example/</a>"
        "图");
    assert_linked("javascript:alert(1)", "javascript:alert(1)", "javascript:alert(1)");
}

static void no_other_is(void **state)
{
    (void)state;
    assert_linked("https://a.example", NULL, "https://a.example");
    assert_linked("https://a.example", "https://b.example", "https://a.example");
    assert_linked("https://a.example", "", "https://a.example");
}

/* -- blocks ------------------------------------------------------------------------------------ */

static void blocks_become_elements(void **state)
{
    (void)state;
    page *p = new_page();
    page_title(p, "Title");
    page_paragraph(p, PAGE_GOOD, "★ The verdict.");
    page_heading(p, "Notes");
    page_bullet(p, PAGE_PLAIN, "one");
    page_bullet(p, PAGE_BAD, "two");
    page_paragraph(p, PAGE_DIM, "The end.");
    assert_body(p, "<h1>Title</h1>\n<p class=\"good\">★ The verdict.</p>\n<h2>Notes</h2>\n"
                   "<ul>\n<li>one</li>\n<li class=\"bad\">two</li>\n</ul>\n"
                   "<p class=\"dim\">The end.</p>\n");
}

static void later_titles_begin_parts(void **state)
{
    (void)state;
    page *p = new_page();
    page_title(p, "All");
    page_heading(p, "A");
    page_title(p, "Part");
    page_heading(p, "B");
    page_bullet(p, PAGE_PLAIN, "b");
    page_title(p, "Another");
    assert_body(p, "<h1>All</h1>\n<h2>A</h2>\n<section>\n<h2>Part</h2>\n<h3>B</h3>\n"
                   "<ul>\n<li>b</li>\n</ul>\n</section>\n<section>\n<h2>Another</h2>\n"
                   "</section>\n");
}

static void what_folds_ends_with_the_next_heading(void **state)
{
    (void)state;
    page *p = new_page();
    page_heading_folded(p, "Lines");
    page_bullet(p, PAGE_PLAIN, "one");
    page_heading_folded(p, "More");
    page_heading(p, "Notes");
    assert_body(p, "<details>\n<summary><h2>Lines</h2>\n</summary>\n<ul>\n<li>one</li>\n</ul>\n"
                   "</details>\n<details>\n<summary><h2>More</h2>\n</summary>\n</details>\n"
                   "<h2>Notes</h2>\n");
}

static void tables_mark_the_chosen_column(void **state)
{
    (void)state;
    static const page_column columns[] = {{NULL, PAGE_LEFT, PAGE_PLAIN},
                                          {"★ Best", PAGE_RIGHT, PAGE_GOOD},
                                          {"Other", PAGE_RIGHT, PAGE_STRONG}};
    page *p = new_page();
    page_table_begin(p, columns, 3);
    page_cell_add(p, PAGE_PLAIN, "Total");
    page_cell_add(p, PAGE_GOOD, "¥1.00");
    page_cell_add(p, PAGE_DIM, "this text is too long for one line");
    assert_body(p, "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead><tr><td></td>"
                   "<th scope=\"col\" class=\"r chosen good\">★ Best</th>"
                   "<th scope=\"col\" class=\"r strong\">Other</th></tr></thead>\n<tbody>\n<tr>"
                   "<th scope=\"row\" class=\"short\">Total</th>"
                   "<td class=\"r chosen short good\">¥1.00</td>"
                   "<td class=\"r dim\">this text is too long for one line</td></tr>\n"
                   "</tbody>\n</table>\n</div>\n");
}

static void tables_of_words_can_be_stacked(void **state)
{
    (void)state;
    static const page_column columns[] = {{"Buy in", PAGE_LEFT, PAGE_STRONG},
                                          {"What & why", PAGE_LEFT, PAGE_STRONG}};
    page *p = new_page();
    page_table_begin(p, columns, 2);
    page_cell_add(p, PAGE_PLAIN, "2026-12");
    page_cell_add(p, PAGE_PLAIN, "8 QPS for 1 month, 6 times");
    assert_body(p, "<div class=\"table\" tabindex=\"0\">\n<table class=\"stacked\">\n<thead><tr>"
                   "<th scope=\"col\" class=\"strong\">Buy in</th>"
                   "<th scope=\"col\" class=\"strong\">What &amp; why</th></tr></thead>\n<tbody>\n"
                   "<tr><th scope=\"row\" data-label=\"Buy in\" class=\"short\">2026-12</th>"
                   "<td data-label=\"What &amp; why\">8 QPS for 1 month, 6 times</td></tr>\n"
                   "</tbody>\n</table>\n</div>\n");
}

static void the_document_stands_alone(void **state)
{
    (void)state;
    page *p = new_page();
    page_title(p, "A </title><script>");
    char *text = rendered(p);
    assert_non_null(strstr(text, "<html lang=\"en\">"));
    assert_non_null(strstr(text, "<title>A &lt;/title&gt;&lt;script&gt;</title>"));
    assert_non_null(strstr(text, "prefers-color-scheme: dark"));
    assert_non_null(strstr(text, "size: A4"));
    assert_null(strstr(text, "<script"));
    assert_null(strstr(text, "<link"));
    assert_null(strstr(text, "url("));
    assert_null(strstr(text, "@import"));
    assert_null(strstr(text, "src="));
    free(text);
}

/* -- charts ------------------------------------------------------------------------------------ */

static page_point points[] = {{0, 0, false}, {50, 10, false}, {75, 0, true}, {100, 20, false}};
static const page_tick x_ticks[] = {{0, "0"}, {100, "<100>"}, {200, "beyond"}};
static const page_tick y_ticks[] = {{0, "¥0"}, {20, "¥20"}};

static page_chart sample_chart(const page_series *series, size_t count)
{
    return (page_chart){.title = "A & B",
                        .x = {"Volume", 0, 100, x_ticks, 3},
                        .y = {"CNY", 0, 20, y_ticks, 2},
                        .series = series,
                        .series_count = count};
}

static char *drawn(const page_chart *chart)
{
    page *p = new_page();
    page_chart_add(p, chart);
    return rendered(p);
}

static void lines_are_broken_where_figures_are_missing(void **state)
{
    (void)state;
    static const page_series series[] = {{"First", PAGE_SERIES_LINE, points, 4}};
    page_chart chart = sample_chart(series, 1);
    char *text = drawn(&chart);
    assert_non_null(strstr(text, "<figcaption>A &amp; B</figcaption>"));
    assert_non_null(strstr(text, "points=\"64.0,208.0 240.0,117.0\""));
    assert_non_null(strstr(text, "points=\"416.0,26.0\""));
    assert_non_null(strstr(text, ">&lt;100&gt;</text>"));
    assert_null(strstr(text, "beyond"));
    free(text);
}

static void series_differ_without_colour(void **state)
{
    (void)state;
    static const page_series series[] = {{"First", PAGE_SERIES_LINE, points, 4},
                                         {"Second", PAGE_SERIES_LINE, points, 4},
                                         {"Third", PAGE_SERIES_BAND, points, 4},
                                         {"Fourth", PAGE_SERIES_BARS, points, 4}};
    page_chart chart = sample_chart(series, 4);
    chart.mark_name = "planned";
    chart.mark_at = 50;
    char *text = drawn(&chart);
    const char *bars = strstr(text, "<rect class=\"bar\""), *band = strstr(text, "class=\"band\"");
    const char *first = strstr(text, "<polyline class=\"line s0\"");
    assert_true(bars != NULL && band != NULL && first != NULL);
    assert_true(bars < band && band < first); /* lines lie on top */
    assert_non_null(strstr(text, "class=\"line s1\""));
    assert_non_null(strstr(text, "class=\"point s1\""));
    assert_non_null(strstr(text, "<span>Fourth</span>"));
    assert_non_null(strstr(text, "<line class=\"mark\" x1=\"240.0\""));
    free(text);
}

static void amounts_of_any_size_are_placed(void **state)
{
    (void)state;
    const page_value huge = be_amount_of(INT64_MAX).scaled;
    const page_point far[] = {{0, 0, false}, {100, huge / 2, false}, {100, huge + 1, false}};
    const page_series series[] = {{"First", PAGE_SERIES_LINE, far, 3}};
    page_chart chart = sample_chart(series, 1);
    chart.y.to = huge;
    char *text = drawn(&chart);
    assert_non_null(strstr(text, "points=\"64.0,208.0 416.0,117.0\""));
    free(text);
}

static void charts_in_a_row_stand_together(void **state)
{
    (void)state;
    const page_series series[] = {{"First", PAGE_SERIES_LINE, points, 4}};
    const page_chart chart = sample_chart(series, 1);
    page *p = new_page();
    page_chart_add(p, &chart);
    page_chart_add(p, &chart);
    page_paragraph(p, PAGE_PLAIN, "Between.");
    page_chart_add(p, &chart);
    page_bullet(p, PAGE_PLAIN, "after");
    char *text = rendered(p);
    const char *row = strstr(text, "<div class=\"charts\">\n<figure>");
    assert_non_null(row);
    assert_non_null(strstr(row, "</figure>\n<figure>"));
    assert_non_null(strstr(row, "</figure>\n</div>\n<p>Between.</p>\n<div class=\"charts\">"));
    assert_non_null(strstr(row, "</figure>\n</div>\n<ul>\n<li>after"));
    assert_null(markup_problem(text));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_is_never_markup),
        cmocka_unit_test(what_controls_or_deceives_is_replaced),
        cmocka_unit_test(the_address_that_is_named_is_a_link),
        cmocka_unit_test(no_other_is),
        cmocka_unit_test(blocks_become_elements),
        cmocka_unit_test(later_titles_begin_parts),
        cmocka_unit_test(what_folds_ends_with_the_next_heading),
        cmocka_unit_test(tables_mark_the_chosen_column),
        cmocka_unit_test(tables_of_words_can_be_stacked),
        cmocka_unit_test(the_document_stands_alone),
        cmocka_unit_test(lines_are_broken_where_figures_are_missing),
        cmocka_unit_test(series_differ_without_colour),
        cmocka_unit_test(amounts_of_any_size_are_placed),
        cmocka_unit_test(charts_in_a_row_stand_together),
    };
    return cmocka_run_group_tests_name("report/page-html", tests, NULL, NULL);
}
