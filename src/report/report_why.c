#include "report/report_why.h"

void report_proof(page *p, const be_quote *quote)
{
    char gap[BE_RATIO_TEXT];
    if (!quote->has_recommended || quote->usage.billable_total == 0)
        return;
    if (quote->options[BE_OPTION_BEST].schedule.proven) {
        page_paragraph(p, PAGE_PLAIN, "Proven: no other plan costs less.");
        return;
    }
    be_ratio share = be_quote_gap(quote);
    be_ratio_format(share, gap);
    page_paragraph(p, PAGE_BAD,
                   share < BE_RATIO_ONE
                       ? page_printf(p, "Not proven: no plan saves more than %s of it.", gap)
                       : "Not proven: a plan that costs less may exist.");
}
