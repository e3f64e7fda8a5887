#include "report/format_html.h"

#include "language/language.h"
#include "report/page_html.h"
#include "report/report.h"

/* A document has room for what a table leaves to other commands. */
static answer in_full(const answer *what)
{
    answer whole = *what;
    if (whole.kind == ANSWER_QUOTE)
        whole.as.quote.in_full = true;
    if (whole.kind == ANSWER_COMPARE)
        whole.as.compare.by_month = true;
    return whole;
}

/* A file goes to others, whose screens are not the terminal's: it is never ASCII alone. */
bool format_html(const answer *what, const page_text_options *options, FILE *out)
{
    static const char *const tags[LANGUAGE_COUNT] = {
        [LANGUAGE_EN] = "en", [LANGUAGE_ZH] = "zh-Hans"};
    const answer whole = in_full(what);
    page *p = page_create();
    (void)options;
    if (p == NULL)
        return false;
    report_answer(p, &whole);
    bool done = page_html_write(p, tags[language_current()], out);
    page_destroy(p);
    return done;
}
