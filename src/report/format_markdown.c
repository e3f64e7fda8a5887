#include "report/format_markdown.h"

#include "report/page_markdown.h"
#include "report/report.h"

bool format_markdown(const answer *what, const page_text_options *options, FILE *out)
{
    page *p = page_create();
    if (p == NULL)
        return false;
    report_answer(p, what);
    bool done = page_markdown_write(p, options->ascii, out);
    page_destroy(p);
    return done;
}
