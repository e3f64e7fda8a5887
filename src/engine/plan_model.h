/*
 * The model of a product that the search for the optimum walks through: what can be bought in each
 * month, what free quota and owned packages leave, and what paying for the rest costs.
 *
 * Units bought are one balance: those of a purchase are used up before the next is made, or end
 * with it. Owned ones come before bought ones. Where the vendor's rules do not fit this, two views
 * take their place: VIEW_BOUND is never dearer than the truth for any schedule of purchases,
 * VIEW_PLAN never kinder.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_MODEL_H
#define BREAKEVEN_ENGINE_PLAN_MODEL_H

#include <breakeven/arena.h>
#include <breakeven/demand.h>

#include "payg_cost.h"
#include "plan_ways.h"
#include "waterfall.h"

typedef enum plan_view { VIEW_BOUND, VIEW_PLAN } plan_view;

/* A package on sale at a known price. */
typedef struct plan_size {
    be_purchase_kind kind;
    size_t item;
    be_quantity units;
    be_amount price;
} plan_size;

typedef struct plan_model {
    const be_demand *demand;
    const be_usage *usage;
    be_product product; /* as the view has it */
    bool relaxed;       /* the views differ from the truth */
    bool falling;       /* more units can cost less */
    bool orderly;       /* the order of deduction is one that the model fits */
    plan_size *sizes;
    size_t size_count;
    int validity; /* months of every package; the plan's length where none ends within it */
    plan_ways ways;
    be_quantity *start; /* the stock at the plan's start */
    bool pool;          /* points that are shared can pay for any unit, and lift limits */
    be_amount points;   /* what they cost for a unit */
    waterfall stock;    /* free quota and owned packages: scratch for plan_step */
    lot_list no_points;
} plan_model;

/* Makes a view. False when there is no memory. */
bool plan_model_make(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, plan_view view, plan_model *out);

/* A month after free quota, free calls and owned packages. */
typedef struct plan_month {
    be_quantity open; /* units that are left to bought packages and pay-as-you-go */
    bool had_balance; /* an owned package had units */
    payg_month payg;
} plan_month;

/* The figures of a stock: a year of capacity that runs, the free units, each owned package's. */
enum { STOCK_YEAR_LEVEL, STOCK_YEAR_UNTIL, STOCK_FREE, STOCK_LOTS };

/* How many they are. */
size_t plan_stock_width(const plan_model *model);

/*
 * Runs month t with calls free on `days` of its days; free units and packages go from the month's
 * start to its end.
 */
plan_month plan_step(plan_model *model, int t, int days, be_quantity *stock);

/*
 * Runs all months from the model's start into `months`, none with free calls: where there are none,
 * no plan leaves more or less open. False when there is no memory.
 */
bool plan_run_months(plan_model *model, be_arena *arena, plan_month *months);

#endif
