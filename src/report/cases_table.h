/*
 * The best plans for a low, the expected and a high volume, and what each costs in every case.
 */
#ifndef BREAKEVEN_REPORT_CASES_TABLE_H
#define BREAKEVEN_REPORT_CASES_TABLE_H

#include <breakeven/regret.h>

#include "report/page.h"

void cases_table(page *p, const be_regret *regret);

/* A cell: what a decision is rued at its worst, and whether none is rued less. */
void cases_worst(page *p, const be_product *product, be_amount worst, bool least);

/* "Low 1,000": a volume in the head of a column or a row. Lives as long as the page. */
const char *cases_name(page *p, be_volume_case which, be_quantity volume);

#endif
