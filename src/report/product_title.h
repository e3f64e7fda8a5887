/*
 * How a report on one product begins.
 */
#ifndef BREAKEVEN_REPORT_PRODUCT_TITLE_H
#define BREAKEVEN_REPORT_PRODUCT_TITLE_H

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

#include "report/page.h"

/* "Face Comparison · Tencent Cloud China, Mainland China" as the title. */
void product_title(page *p, const be_product *product);

/* The same, and below it "tencent-cn/face-compare · 12 months from 2026-12". */
void product_title_planned(page *p, const be_product *product, be_horizon horizon);

#endif
