/*
 * Markdown as a forge shows it: every golden file through cmark-gfm, the renderer of GitHub. Tables
 * come out whole, and names do nothing, whatever signs they are made of.
 */
#include "cli_test.h"

#include <ctype.h>
#include <glob.h>
#include <string.h>

#include "support/golden.h"

enum { TAG_SIZE = 32 };

static char *rendered(const char *markdown)
{
    static const char *const argv[] = {CMARK,           "-e", "table",    "-e",
                                       "strikethrough", "-e", "autolink", NULL};
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .input = markdown}), 0);
    assert_int_equal(r.status, 0);
    char *html = strdup(r.out);
    assert_non_null(html);
    run_result_free(&r);
    return html;
}

/* -- tables ------------------------------------------------------------------------------------ */

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (; (text = strstr(text, part)) != NULL; text += strlen(part))
        count++;
    return count;
}

/* Signs that part the cells of a line. */
static size_t bars(const char *line, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (line[i] == '\\')
            i++;
        else
            count += line[i] == '|';
    }
    return count;
}

static bool is_rule(const char *line, size_t length)
{
    return strspn(line, "|-: ") >= length && memchr(line, '-', length) != NULL;
}

/* All rows of a table have as many cells, and the renderer takes each for a row. */
static void check_tables(const char *markdown, const char *html)
{
    size_t rows = 0, tables = 0, cells = 0;
    for (const char *line = markdown; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        if (*line != '|') {
            cells = 0;
        } else {
            size_t here = bars(line, length);
            assert_true(cells == 0 || here == cells);
            cells = here;
            tables += is_rule(line, length);
            rows += !is_rule(line, length);
        }
        line += length + (line[length] == '\n');
    }
    assert_int_equal(count_of(html, "<table>"), tables);
    assert_int_equal(count_of(html, "<tr>"), rows);
}

/* -- names ------------------------------------------------------------------------------------- */

/* What pages are made of; nothing that a name could bring with it. */
static bool is_expected(const char *tag)
{
    static const char *const tags[] = {"h1",    "h2",    "p",  "ul", "li", "strong", "table",
                                       "thead", "tbody", "tr", "th", "td", "a",      "code"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (strcmp(tags[i], tag) == 0)
            return true;
    }
    return false;
}

static void check_tags(const char *html)
{
    for (const char *at = html; (at = strchr(at, '<')) != NULL;) {
        char tag[TAG_SIZE] = "";
        size_t length = 0;
        at += 1 + (at[1] == '/');
        while (isalnum((unsigned char)*at) && length < sizeof tag - 1)
            tag[length++] = *at++;
        if (!is_expected(tag))
            fail_msg("<%s> in:\n%s", tag, html);
    }
    assert_int_equal(count_of(html, "<a "), count_of(html, "<a href=\"http"));
}

/* -- files ------------------------------------------------------------------------------------- */

static void every_golden_file_renders(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob(CLI_FOLDER "/golden/*.md", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *markdown = golden_read(found.gl_pathv[i]);
        assert_non_null(markdown);
        char *html = rendered(markdown);
        check_tables(markdown, html);
        check_tags(html);
        free(html);
        free(markdown);
    }
    globfree(&found);
}

static void hostile_names_are_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "<h1>=1+1 | &lt;img src=x onerror=alert(1)&gt; **Plan** &lt;!-- --&gt;</h1>",
        "<td>&lt;script&gt;alert(1)&lt;/script&gt; | A</td>",
        "<td>[click](javascript:alert(1)) `code` *bold* ~~gone~~</td>",
        ("<td># &amp;amp; <code>![x](https://evil.example/x.png)</code> \\| __u__ "
         "<code>https://evil.example/</code>|a</td>"),
    };
    char *markdown = golden_read(CLI_FOLDER "/golden/quote-hostile.en.md");
    assert_non_null(markdown);
    char *html = rendered(markdown);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cli_assert_contains(html, texts[i]);
    free(html);
    free(markdown);
}

/* Each name is shown as it is, and leads nowhere. */
static void names_are_no_links(void **state)
{
    (void)state;
    static const char *const names[] = {
        "https://evil.example",
        "HTTP://evil.example/?a=1",
        "ftp://evil.example",
        "www.evil.example",
        "someone@evil.example",
        "mailto:a@evil.example",
        "(www.evil.example)",
        "@someone",
        "@org/team",
        "org/project#123",
        "#123",
        "a_b@evil.example",
    };
    static const char *const arguments[] = {"compare",  "acme/a",    "--volume", "10", "--format",
                                            "markdown", "--catalog", "acme.cfg", NULL};
    sandbox *home = sandbox_create();
    assert_non_null(home);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char catalog[1024], shown[128], *html;
        run_result r;
        snprintf(
            catalog, sizeof catalog,
            "format = 1; provider = { id = \"acme\"; name = \"%s\"; };\n"
            "sources = ( { id = \"list\"; title = \"%s\"; address = \"https://a.example/b\"; "
            "date = \"2026-10-01\"; confidence = \"vendor\"; } );\n"
            "products = ( { id = \"a\"; name = \"%s\"; category = \"image\"; currency = \"USD\"; "
            "unit = \"page\"; source = \"list\"; deduction = [ \"payg\" ];\n"
            "payg = { tiers = \"flat\"; bands = ( { price = \"1\"; } ); }; } );",
            names[i], names[i], names[i]);
        snprintf(shown, sizeof shown, "<code>%s</code>", names[i]);
        assert_int_equal(sandbox_write(home, "acme.cfg", catalog), 0);
        r = cli_run_list(arguments, &(run_options){.home = home});
        assert_int_equal(r.status, 0);
        html = rendered(r.out);
        cli_assert_contains(html, shown);
        assert_int_equal(count_of(html, "<a "), 1);
        cli_assert_contains(html, "<a href=\"https://a.example/b\">");
        free(html);
        run_result_free(&r);
    }
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_file_renders),
        cmocka_unit_test(hostile_names_are_text),
        cmocka_unit_test(names_are_no_links),
    };
    return cmocka_run_group_tests_name("cli markdown", tests, NULL, NULL);
}
