/*
 * What the tests of reports use: a report as text.
 */
#ifndef BREAKEVEN_TESTS_REPORT_TEST_H
#define BREAKEVEN_TESTS_REPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/format.h"
#include "report/page.h"
#include "report/page_text.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* A product that is sold by the page, at no price in particular. */
static inline be_product a_product(void)
{
    static const be_source list = {
        .id = "list", .title = "Price list", .address = "acme.example", .date_text = "2026-01"};
    static const be_provider provider = {.id = "acme", .name = "Acme"};
    return (be_product){.provider = &provider,
                        .key = "acme/scan",
                        .id = "scan",
                        .name = "Scan",
                        .category = "",
                        .region = "",
                        .currency = "USD",
                        .unit = "page",
                        .source = &list};
}

/* What stands on a page, which is used up. To be freed. */
static inline char *text_of_page(page *p)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(p);
    assert_non_null(out);
    assert_false(page_failed(p));
    assert_true(page_text_write(p, &(page_text_options){.columns = PAGE_TEXT_COLUMNS}, out));
    assert_int_equal(fclose(out), 0);
    page_destroy(p);
    return text;
}

/* The same with bullets that are broken into lines put together again. */
static inline char *unbroken(char *text)
{
    static const char broken[] = "\n  ";
    for (char *end = text; (end = strstr(end, broken)) != NULL;) {
        memmove(end + 1, end + strlen(broken), strlen(end + strlen(broken)) + 1);
        *end = ' ';
    }
    return text;
}

/* The answer in the format of that name. To be freed. */
static inline char *text_of_answer(const answer *what, const char *name)
{
    size_t size;
    const format *as = format_find(name);
    assert_non_null(as);
    char *text = format_text(as, what, &(page_text_options){.columns = PAGE_TEXT_COLUMNS}, &size);
    assert_non_null(text);
    return text;
}

/* Fails unless the words stand in the text, which is used up. */
static inline void assert_says(char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        fail_msg("no word of \"%s\" in:\n%s", words, text);
    free(text);
}

static inline void assert_silent(char *text, const char *words)
{
    if (strstr(text, words) != NULL)
        fail_msg("\"%s\" in:\n%s", words, text);
    free(text);
}

#endif
