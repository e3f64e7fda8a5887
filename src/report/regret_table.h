/*
 * What each decision costs if the volume turns out lower or higher than expected, and which one is
 * rued least. Without regrets it adds nothing.
 */
#ifndef BREAKEVEN_REPORT_REGRET_TABLE_H
#define BREAKEVEN_REPORT_REGRET_TABLE_H

#include <breakeven/catalog.h>
#include <breakeven/regret.h>

#include "report/page.h"

void regret_table(page *p, const be_product *product, const be_regret *regret);

#endif
