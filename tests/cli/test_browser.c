/*
 * The HTML reports in a real browser: nothing in them is wider than the window, on a phone as on a
 * desk, but what scrolls by itself; the browser complains of nothing; and what is printed is text.
 * Skipped where chromium or pdftotext is not installed.
 */
#include "cli_test.h"

#include <stdio.h>
#include <string.h>

#include "support/buffer.h"
#include "support/golden.h"

enum { DEADLINE_MS = 60000, PATH = 512 };

static const char *const pages[] = {
    "quote-rollout.en",        "quote-rollout.zh", "quote-hostile.en", "compare-face-quarter.en",
    "compare-face-quarter.zh", "curve-face.en",    "diff-rollout.zh",  "products-face.en",
    "check-broken.zh",         "rate-refiner.en"};

/* Shows each page in windows of several widths, and lists what reaches beyond them. */
static const char measure[] =
    "<!DOCTYPE html><meta charset=utf-8><body><pre id=found></pre><script>\n"
    "const found = document.getElementById('found');\n"
    "function look(frame, name, width) {\n"
    "  const page = frame.contentDocument;\n"
    "  const told = (what, right) => found.append(`${name} ${width}: ${what} ${right}\\n`);\n"
    "  if (page.documentElement.scrollWidth > width)\n"
    "    told('the page', page.documentElement.scrollWidth);\n"
    "  for (const one of page.body.querySelectorAll('*')) {\n"
    "    const box = one.getBoundingClientRect(), scrolls = one.closest('.table');\n"
    "    if ((scrolls === null || scrolls === one) && (box.right > width + 1 || box.left < -1))\n"
    "      told(`${one.tagName} ${one.textContent.slice(0, 40)}`, box.right);\n"
    "  }\n"
    "  found.append(`${name} ${width} seen\\n`);\n"
    "}\n"
    "for (const name of PAGES) for (const width of [320, 390, 800, 1280]) {\n"
    "  const frame = document.createElement('iframe');\n"
    "  frame.style = `width: ${width}px; height: 900px; border: 0`;\n"
    "  frame.onload = () => look(frame, name, width);\n"
    "  frame.src = name + '.html';\n"
    "  document.body.append(frame);\n"
    "}\n"
    "</script></body>\n";

static sandbox *folder;

static void put_page(const char *name)
{
    char path[PATH];
    snprintf(path, sizeof path, CLI_FOLDER "/golden/%s.html", name);
    char *text = golden_read(path);
    assert_non_null(text);
    snprintf(path, sizeof path, "%s.html", name);
    assert_int_equal(sandbox_write(folder, path, text), 0);
    free(text);
}

static int make_folder(void **state)
{
    (void)state;
    folder = sandbox_create();
    assert_non_null(folder);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        put_page(pages[i]);
    return 0;
}

static int drop_folder(void **state)
{
    (void)state;
    sandbox_destroy(folder);
    return 0;
}

/* Runs the browser on a page of the folder; `does` is the option that says what for. */
static run_result browse(const char *does, const char *page)
{
    run_result r;
    char address[PATH];
    snprintf(address, sizeof address, "file://%s/%s", sandbox_root(folder), page);
    const char *const argv[] = {CHROMIUM,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--user-data-dir=profile",
                                "--enable-logging=stderr",
                                "--allow-file-access-from-files",
                                "--virtual-time-budget=10000",
                                "--no-pdf-header-footer",
                                does,
                                address,
                                NULL};
    assert_int_equal(
        run_capture(&r, &(run_options){.argv = argv, .home = folder, .deadline_ms = DEADLINE_MS}),
        0);
    const char *complaint = strstr(r.err, "CONSOLE");
    if (complaint != NULL)
        fail_msg("%s: %s", page, complaint);
    assert_int_equal(r.status, 0);
    return r;
}

/* -- on a screen ------------------------------------------------------------------------------- */

static void write_measure(void)
{
    buffer text = {0};
    buffer_append_text(&text, "<!DOCTYPE html><script>const PAGES = [");
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        buffer_append_text(&text, i == 0 ? "'" : ", '");
        buffer_append_text(&text, pages[i]);
        buffer_append_text(&text, "'");
    }
    buffer_append_text(&text, "];</script>\n");
    buffer_append_text(&text, measure + strlen("<!DOCTYPE html>"));
    assert_int_equal(sandbox_write(folder, "measure.html", buffer_text(&text)), 0);
    buffer_free(&text);
}

static void nothing_is_wider_than_the_window(void **state)
{
    (void)state;
    write_measure();
    run_result r = browse("--dump-dom", "measure.html");
    const char *found = strstr(r.out, "<pre id=\"found\">");
    assert_non_null(found);
    size_t seen = 0, lines = 0;
    for (const char *at = found; *at != '\0' && strncmp(at, "</pre>", 6) != 0; at++) {
        seen += strncmp(at, " seen\n", 6) == 0;
        lines += *at == '\n';
    }
    if (lines != seen)
        print_error("%.*s\n", (int)strcspn(found + 1, "<"), found);
    assert_int_equal(lines, seen);
    assert_int_equal(seen, 4 * sizeof pages / sizeof *pages);
    run_result_free(&r);
}

/* -- on paper ---------------------------------------------------------------------------------- */

static void assert_printed(const char *page, const char *const *words)
{
    static const char *const argv[] = {PDFTOTEXT, "printed.pdf", "-", NULL};
    run_result r = browse("--print-to-pdf=printed.pdf", page);
    run_result_free(&r);
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .home = folder}), 0);
    assert_int_equal(r.status, 0);
    for (; *words != NULL; words++)
        cli_assert_contains(r.out, *words);
    run_result_free(&r);
}

/* Also what a screen folds away. */
static void what_is_printed_is_text(void **state)
{
    (void)state;
    static const char *const english[] = {
        "Face check-in rollout",      "¥22,908.06", "line by line",
        "8 QPS for 1 month, 6 times", "1 / ",       NULL};
    static const char *const chinese[] = {"最优方案", "¥22,908.06", "逐项明细", NULL};
    assert_printed("quote-rollout.en.html", english);
    assert_printed("quote-rollout.zh.html", chinese);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_wider_than_the_window),
        cmocka_unit_test(what_is_printed_is_text),
    };
    return cmocka_run_group_tests_name("cli browser", tests, make_folder, drop_folder);
}
