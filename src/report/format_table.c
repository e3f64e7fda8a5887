#include "report/format_table.h"

#include "report/report.h"

bool format_table(const answer *what, const page_text_options *options, FILE *out)
{
    page *p = page_create();
    if (p == NULL)
        return false;
    report_answer(p, what);
    bool done = page_text_write(p, options, out);
    page_destroy(p);
    return done;
}
