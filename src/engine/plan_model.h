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
#include "waterfall.h"

typedef enum plan_view { VIEW_BOUND, VIEW_PLAN } plan_view;

/* A package on sale at a known price. */
typedef struct plan_size {
    be_purchase_kind kind;
    size_t item;
    be_quantity units;
    be_amount price;
} plan_size;

/* What can be done about capacity from a month on: one purchase of calls that are free, or none. */
typedef struct plan_way {
    bool buys;
    be_purchase buy;
    be_amount price;
    int months;   /* that it lasts, within the plan; 1 if it buys nothing */
    int days;     /* of the month on which calls are free */
    bool plain;   /* carries the load */
    bool lifting; /* carries it if a package has balance and leaves nothing to pay */
} plan_way;

/* The ways of one month. */
typedef struct plan_ways {
    plan_way *items;
    size_t count;
} plan_ways;

typedef struct plan_model {
    const be_demand *demand;
    const be_usage *usage;
    be_product product; /* as the view has it */
    bool relaxed;       /* the views differ from the truth */
    bool falling;       /* more units can cost less */
    bool orderly;       /* the order of deduction is one that the model fits */
    bool lifted;        /* a package's balance can matter for its own sake */
    bool free_calls;    /* there is capacity under which calls are free */
    plan_size *sizes;
    size_t size_count;
    int validity; /* months of every package; the plan's length where none ends within it */
    plan_ways ways[BE_MONTHS_MAX];
    const be_purchase *fixed; /* capacity that is bought in any case, for its speed */
    size_t fixed_count;
    be_amount fixed_price;
    be_quantity *start; /* the stock at the plan's start */
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

/* How many figures a stock has: the free units, and what is left of each owned package. */
size_t plan_stock_width(const plan_model *model);

/* Runs month t with calls free on `days` of its days; `stock` goes from its start to its end. */
plan_month plan_step(plan_model *model, int t, int days, be_quantity *stock);

#endif
